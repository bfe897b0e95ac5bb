//! What a job is: its input as a value, what comes back, and how it is done.

use super::resources::Resources;
use super::stop::Stop;
use crate::notice::Notice;

/// Background work: the value is its input.
pub trait Task {
    /// What comes back, as often as there is something to tell.
    type Report;

    /// Does the work on the thread that calls; `out` hears of it on the way.
    /// A stopped job returns early and tells nothing more.
    ///
    /// # Errors
    /// What to say when it could not be done.
    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Self::Report)) -> Result<(), Notice>;
}
