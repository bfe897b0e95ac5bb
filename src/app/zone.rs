//! [`Zone`]: the zone of the times on the screen.

use jiff::tz::TimeZone;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

/// The zone of the times on the screen, found when a time is first shown: a
/// system may have to list all the zones that it knows for it, and most first
/// frames show no time.
#[derive(Clone)]
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

/// The same whether it was found already or is found for this: a model is a value.
impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Zone").field(&**self).finish()
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
