//! One file for each pane, screen and overlay.

pub(super) mod article;
pub(super) mod board;
pub(super) mod chrome;
pub(super) mod compare;
pub(super) mod entities;
pub(super) mod export;
pub(super) mod facts;
pub(super) mod journal;
pub(super) mod list;
pub(super) mod main;
pub(super) mod matrix;
pub(super) mod name;
pub(super) mod notes;
pub(super) mod overlay;
pub(super) mod pages;
pub(super) mod results;
mod said;
pub(super) mod timeline;
mod versus;
