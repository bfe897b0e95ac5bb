//! The one integration binary.

// A test may stop at the first surprise.
#![allow(clippy::unwrap_used)]

#[cfg(feature = "draw")]
mod actions;
#[cfg(feature = "draw")]
mod ahead;
#[cfg(all(target_os = "linux", feature = "postgres"))]
mod archive;
#[cfg(feature = "draw")]
mod back;
#[cfg(feature = "draw")]
mod catalogue;
mod circles;
mod claims;
mod clean;
#[cfg(feature = "draw")]
mod comfort;
mod commands;
mod config;
#[cfg(feature = "draw")]
mod coverage;
#[cfg(all(unix, feature = "postgres"))]
mod desk;
mod elsewhere;
#[cfg(feature = "draw")]
mod facing;
#[cfg(feature = "draw")]
mod filters;
#[cfg(feature = "draw")]
mod first_minute;
#[cfg(feature = "draw")]
mod folds;
mod formats;
mod fulltext;
mod fuzz;
#[cfg(target_os = "linux")]
mod growth;
#[cfg(feature = "draw")]
mod here_only;
mod hostile;
mod journal;
#[cfg(feature = "draw")]
mod journeys;
mod lang;
mod layers;
mod lengths;
#[cfg(all(unix, feature = "draw"))]
mod linear;
#[cfg(all(target_os = "linux", feature = "live"))]
mod live;
#[cfg(feature = "draw")]
mod manners;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(feature = "draw")]
mod morning;
#[cfg(feature = "draw")]
mod mouse;
#[cfg(feature = "draw")]
mod name_page;
mod one_pass;
#[cfg(all(unix, feature = "draw"))]
mod own_commands;
mod pages;
#[cfg(feature = "draw")]
mod plain_sight;
mod plots;
mod positions;
#[cfg(all(unix, feature = "postgres"))]
mod postgres;
mod products;
#[cfg(feature = "draw")]
mod pseudo;
#[cfg(all(unix, feature = "tui"))]
mod pty;
#[cfg(feature = "draw")]
mod replay;
#[cfg(feature = "draw")]
mod said;
mod samples;
mod schemas;
#[cfg(feature = "draw")]
mod screenshots;
#[cfg(feature = "draw")]
mod searches;
#[cfg(feature = "draw")]
mod settings;
#[cfg(feature = "draw")]
mod sizes;
#[cfg(all(target_os = "linux", feature = "draw"))]
mod soak;
#[cfg(feature = "draw")]
mod support;
#[cfg(feature = "draw")]
mod taught;
#[cfg(all(unix, feature = "postgres"))]
mod tls;
mod type_names;
#[cfg(feature = "draw")]
mod versions;
mod wires;
mod words;
