//! The desk behind a program that runs; builds without the feature know none.

use crate::app::msg::DeskState;
use crate::notice::Notice;
#[cfg(feature = "postgres")]
use crate::store::desk::Desk;
use crate::store::settings::Address;
use crate::words::msg;
use std::path::Path;

/// The desk through which the journal is shared, if it is.
#[derive(Default)]
pub(super) struct DeskLink {
    #[cfg(feature = "postgres")]
    desk: Option<Desk>,
}

#[cfg(feature = "postgres")]
impl DeskLink {
    /// Begins to bring the journal and the desk together where the settings name one.
    pub(super) fn open(
        address: &Address,
        journal: &Path,
        changed: impl Fn() + Send + Sync + 'static,
    ) -> (Self, Option<Notice>) {
        if address.is_none() {
            return (Self::default(), None);
        }
        match Desk::open(address, journal, changed) {
            Ok(desk) => (Self { desk: Some(desk) }, None),
            Err(e) => {
                let said = msg::store_desk_away(crate::notice::reason(&e));
                (Self::default(), Some(Notice::warning(address.to_string(), said)))
            }
        }
    }

    /// The journal's file has something new.
    pub(super) fn appended(&self) {
        if let Some(desk) = &self.desk {
            desk.appended();
        }
    }

    /// How things stand.
    pub(super) fn state(&self) -> DeskState {
        let standing = self.desk.as_ref().map(Desk::standing).unwrap_or_default();
        DeskState { away: standing.away, unsent: standing.unsent }
    }

    /// What there is to say since the last time.
    pub(super) fn take_notices(&self) -> Vec<Notice> {
        self.desk.as_ref().map_or(Vec::new(), Desk::take_notices)
    }

    /// Sends what is left, if the desk answers in a moment.
    pub(super) fn finish(self) {
        if let Some(desk) = self.desk {
            desk.finish();
        }
    }
}

#[cfg(not(feature = "postgres"))]
impl DeskLink {
    /// Says that this build knows no desk where the settings name one.
    pub(super) fn open(address: &Address, _: &Path, _: impl Fn() + Send + Sync + 'static) -> (Self, Option<Notice>) {
        let said = || Notice::warning(address.to_string(), msg::SHELL_NO_DESK).with_hint(msg::SHELL_NO_DESK_HINT);
        (Self {}, (!address.is_none()).then(said))
    }

    /// Nobody is told.
    pub(super) fn appended(&self) {}

    /// As where there is no desk.
    pub(super) fn state(&self) -> DeskState {
        DeskState::default()
    }

    /// There is nothing to say.
    pub(super) fn take_notices(&self) -> Vec<Notice> {
        Vec::new()
    }

    /// Nothing is waited for.
    pub(super) fn finish(self) {}
}
