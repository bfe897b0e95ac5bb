//! The world outside: files, folders and archives, settings, the journal on
//! disk.
//!
//! Knows no terminal and shows nothing: every failure is a sentence in a
//! value.

mod address;
pub mod archive;
pub mod archives;
pub mod atomic;
pub mod catalogue;
#[cfg(feature = "postgres")]
pub mod desk;
pub mod files;
pub mod fulltext;
pub mod journal;
pub mod languages;
pub mod live;
pub mod paths;
#[cfg(feature = "postgres")]
pub mod postgres;
pub mod regular;
pub mod session;
pub mod settings;
pub mod themes;
