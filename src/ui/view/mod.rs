//! One file for each pane, screen and overlay.

mod article;
pub(super) mod board;
pub(super) mod chrome;
mod commands;
pub(super) mod compare;
mod detail;
mod entities;
mod export;
mod facts;
mod go_to;
mod help;
pub(super) mod journal;
mod links;
mod list;
pub(super) mod main;
pub(super) mod matrix;
pub(super) mod name;
mod nearest;
pub(super) mod notes;
mod one_to_many;
pub(super) mod overlay;
mod pages;
mod palette;
pub(super) mod results;
mod searches;
mod settings;
pub(super) mod timeline;
mod versions;
mod what_key;

pub use links::links;
