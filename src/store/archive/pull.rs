//! What is asked of an archive, and which part of it answered. Plain data, known to
//! builds that can ask none too.

use crate::corpus::{DocKey, Place};
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
    /// These alone, where some are named.
    pub only: Vec<Picked>,
    /// How many come at most.
    pub most: usize,
    /// How long a month on another server is waited for.
    pub deadline: Duration,
}

impl Default for Pull {
    fn default() -> Self {
        Self { sieve: Sieve::Always, said: Vec::new(), only: Vec::new(), most: MOST, deadline: DEADLINE }
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

/// One article of an archive, as the reader names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// By its key, or the first digits of it: the least and the greatest that are meant.
    Key([u8; 16], [u8; 16]),
    /// By the file that it came in, and its place there.
    Place(Place),
}

/// Digits of a key that are enough to name it.
const DIGITS: usize = 8;

impl Picked {
    /// Reads what lists print: a key, eight digits of it or more, or a place.
    fn parse(text: &str) -> Self {
        let padded = |with: &str| DocKey::parse(&format!("{text}{}", with.repeat(32_usize.saturating_sub(text.len()))));
        match (padded("0"), padded("f")) {
            (Some(least), Some(most)) if text.len() >= DIGITS => Self::Key(*least.bytes(), *most.bytes()),
            _ => Self::Place(match text.split_once('#') {
                Some((path, entry)) => Place { path: path.into(), entry: Some(entry.into()) },
                None => Place::file(text),
            }),
        }
    }
}

/// The archive that a path names, if it is the address of one, and the article of it that
/// is meant alone: `postgres://HOST/DATABASE#KEY`.
pub fn named(path: &Path) -> Option<(Address, Option<Picked>)> {
    let text = path.to_str()?;
    let begin = text.find("://").map_or(0, |at| at + 3);
    // A `#` of a password that was not escaped names no article.
    let is_mark = |i: &usize| text[begin..*i].contains('/') || !text[*i..].contains('@');
    let mark = text.match_indices('#').map(|(i, _)| i).filter(|i| *i > begin).find(is_mark);
    let (address, picked) = mark.map_or((text, None), |i| (&text[..i], Some(&text[i + 1..])));
    let address = Address::parse(address).filter(|address| !address.is_none())?;
    Some((address, picked.filter(|p| !p.is_empty()).map(Picked::parse)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_named_behind_the_address_by_key_digits_or_place() {
        let of = |text: &str| named(Path::new(text)).map(|(address, picked)| (address.to_string(), picked));
        let key = "00112233445566778899aabbccddeeff";
        let bytes = *DocKey::parse(key).unwrap().bytes();
        let (address, picked) = of(&format!("postgres://anne@host/db#{key}")).unwrap();
        assert_eq!((address.as_str(), picked), ("postgres://anne@host/db", Some(Picked::Key(bytes, bytes))));
        match of("postgres://host/db?port=1#0011223344").unwrap() {
            (address, Some(Picked::Key(least, most))) => {
                assert_eq!(
                    (address.as_str(), least[5], most[5], least[..5] == most[..5]),
                    ("postgres://host/db", 0, 255, true)
                );
            }
            other => panic!("{other:?}"),
        }
        let place = Place { path: "a@b/night.jsonl".into(), entry: Some("3".into()) };
        assert_eq!(of("postgres://host/db#a@b/night.jsonl#3").unwrap().1, Some(Picked::Place(place)));
        assert_eq!(of("postgres://host/db#0011.txt").unwrap().1, Some(Picked::Place(Place::file("0011.txt"))));
        for whole in ["postgres://anne:ge#heim@host/db", "postgres://host/db", "postgres://host/db#"] {
            assert_eq!(of(whole).unwrap().1, None, "{whole}");
        }
        assert_eq!((of("night.jsonl#3"), of("")), (None, None));
    }
}
