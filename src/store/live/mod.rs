//! Addresses that the reader follows: feeds, sitemaps, lists of feeds and
//! pages, fetched into a folder that is then read like any other.
//!
//! The network is reached through [`Transport`] alone, and time comes from a
//! [`Clock`], so that everything but [`network`] is tried without either. What
//! is fetched is kept as a web archive (ISO 28500), which states the address
//! and the time. The folder is the only thing written to; what is followed, and
//! when it is asked next, stands in one file of it ([`state`]).

mod address;
mod clock;
mod event;
mod hosts;
#[cfg(feature = "live")]
mod http;
mod kept;
mod opml;
#[cfg(feature = "live")]
mod proxy;
mod round;
pub mod state;
mod take;
mod transport;

#[cfg(test)]
mod tests;

pub use address::{is_public, parse};
pub use clock::{Clock, SystemClock};
pub use event::{Event, Happening};
pub use kept::{FollowedFolder, followed, versions_beside};
pub use opml::opml;
pub use round::{Asking, Pace, round};
pub use state::{FollowedSource, KnownPage, LiveState, Visit};
pub use transport::{HttpRequest, HttpResponse, NetworkFault, Transport};

use crate::words::Message;

/// The network of this machine. Addresses of private networks are refused but
/// where the reader named the host for what is asked.
///
/// # Errors
/// What to say where the environment names a proxy or certificates that are none.
#[cfg(feature = "live")]
pub fn network() -> Result<Box<dyn Transport>, Message> {
    Ok(Box::new(http::Network::new()?))
}

/// This build has no network.
///
/// # Errors
/// Always: what to say of it.
#[cfg(not(feature = "live"))]
pub fn network() -> Result<Box<dyn Transport>, Message> {
    Err(crate::words::msg::LIVE_NO_NETWORK.into())
}
