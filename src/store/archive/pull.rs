//! What is asked of an archive, and which part of it answered. Plain data, known to
//! builds that can ask none too.

use crate::corpus::DocKey;
use crate::notice::Notice;
use crate::search::{Heard, Query, Sieve};
use crate::store::settings::Address;
use crate::triage::{ClaimField, Target, Triage};
use crate::words::{Message, msg};
use std::path::Path;
use std::time::Duration;

/// Articles that are pulled out of an archive at once when nobody says how many.
pub const MOST: usize = 10_000;

/// How long a month on another server is waited for when nobody says.
const DEADLINE: Duration = Duration::from_secs(10);

/// What is asked of an archive.
#[derive(Clone, Debug, PartialEq)]
pub struct Pull {
    /// What an article must have at least.
    pub sieve: Sieve,
    /// Articles of which the reader said something: they come whatever they have.
    pub said: Vec<DocKey>,
    /// How many come at most.
    pub most: usize,
    /// How long a month on another server is waited for.
    pub deadline: Duration,
}

impl Default for Pull {
    fn default() -> Self {
        Self { sieve: Sieve::Always, said: Vec::new(), most: MOST, deadline: DEADLINE }
    }
}

impl Pull {
    /// What may answer one of some queries, in the light of what the reader said; all
    /// where there is none.
    pub fn of(queries: &[&Query], triage: &Triage) -> Self {
        if queries.is_empty() {
            return Self::default();
        }
        let renames = |(target, status): &(&Target, &crate::triage::Status)| {
            matches!(target, Target::Source(_)) && status.claims.contains_key(&ClaimField::Source)
        };
        let heard = Heard { renamed: triage.targets().iter().any(renames) };
        let sieve = Sieve::any(queries.iter().map(|query| Sieve::of(query, heard)));
        Self { sieve, said: triage.articles().map(|(key, _)| *key).collect(), ..Self::default() }
    }
}

/// A month that gave no answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SilentMonth {
    /// Such as `2026-03`; `None` where no day is known.
    pub month: Option<String>,
    /// Why.
    pub reason: Message,
}

/// Which part of an archive answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pulled {
    /// Months that there are, what has no day among them.
    pub months: usize,
    /// Those that gave no answer, or not all of it.
    pub silent: Vec<SilentMonth>,
    /// Not all that may answer came.
    pub more: bool,
}

impl Pulled {
    /// What is missing, in words.
    pub fn notices(&self, address: &Address, most: usize) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Some(first) = self.silent.first() {
            let answered = (self.months - self.silent.len()).to_string();
            let named: Vec<&str> = self.silent.iter().map(|s| s.month.as_deref().unwrap_or(UNDATED)).collect();
            let said = msg::store_archive_silent(self.months, named.join(", "), &first.reason, answered);
            notices.push(Notice::error(address.to_string(), said));
        }
        if self.more {
            let said = msg::store_archive_more(most.to_string());
            notices.push(Notice::error(address.to_string(), said).with_hint(msg::STORE_ARCHIVE_MORE_HINT));
        }
        notices
    }
}

/// How machine output and notices call what has no day.
pub const UNDATED: &str = "undated";

/// The archive that a path names, if it is the address of one.
pub fn named(path: &Path) -> Option<Address> {
    path.to_str().and_then(Address::parse).filter(|address| !address.is_none())
}
