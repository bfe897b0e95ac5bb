//! The one integration binary.

mod clean;
mod hostile;
mod journal;
mod layers;

#[cfg(feature = "draw")]
mod journeys;
#[cfg(all(unix, feature = "tui"))]
mod pty;
#[cfg(feature = "draw")]
mod screenshots;
#[cfg(feature = "draw")]
mod sizes;
#[cfg(feature = "draw")]
mod support;
