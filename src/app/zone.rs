//! [`Zone`]: the zone of the times on the screen.

use jiff::tz::TimeZone;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

/// The zone of the times on the screen, found when a time is first shown: a
/// system may have to list all the zones that it knows for it, and most first
/// frames show no time.
#[derive(Clone, Debug)]
pub struct Zone(Arc<LazyLock<TimeZone>>);

impl Zone {
    /// The zone that `find` will give.
    pub fn found_by(find: fn() -> TimeZone) -> Self {
        Self(Arc::new(LazyLock::new(find)))
    }
}

/// Universal time.
impl Default for Zone {
    fn default() -> Self {
        Self::found_by(|| TimeZone::UTC)
    }
}

impl Deref for Zone {
    type Target = TimeZone;

    fn deref(&self) -> &TimeZone {
        &self.0
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
