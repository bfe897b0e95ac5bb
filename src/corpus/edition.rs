//! [`Edition`]: of which article a document is a version; [`Histories`]: the
//! versions of every article that has several.
//!
//! Documents are versions of one article by the identifier that their agency gave
//! them, else by their address; how alike they are decides nothing, so that an
//! article that was rewritten whole is still told.

use crate::corpus::document::Document;
use crate::corpus::id::{DocId, DocKey};
use crate::corpus::version::Version;
use crate::corpus::wire::{Standing, WireTopic};
use crate::text::address;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// Characters of the shortest identifier that is given once: a shorter one is a
/// number that is given anew every day.
const IDENTIFIER: usize = 8;

/// Documents of one article at most: what more of them share is an address that
/// stands for no article, such as that of a whole site.
pub(crate) const MOST: usize = 1000;

/// What tells of which article a document is a version, and what puts it in order
/// among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// A hash of what the versions share: the identifier with its agency, or the
    /// address.
    pub of: u64,
    /// The number that the agency gave this version.
    pub number: Option<u64>,
    /// The last change that it states.
    pub changed: Option<Date>,
    /// The moment of that, in milliseconds since 1970, where it states it.
    pub at: Option<i64>,
    /// A hash of headline and body.
    pub content: u64,
    /// Whether the agency lets it be used.
    pub standing: Standing,
}

impl Edition {
    /// Reads it off a document; `None` for one with neither identifier nor address.
    pub fn of(document: &Document) -> Option<Self> {
        let agency = document.meta.source.value.as_deref();
        let of = match identifier(document) {
            Some(identifier) => short(DocKey::of_text(&format!("{identifier}\n{}", agency.unwrap_or_default()))),
            None => short(DocKey::of_text(&shared_address(document)?)),
        };
        Some(Self {
            of,
            number: document.stated(WireTopic::Version).and_then(|n| n.parse().ok()),
            changed: document.meta.updated.value,
            at: document.meta.updated_at,
            content: short(document.content_key()),
            standing: document.meta.standing,
        })
    }
}

/// What the versions of a document share, as it is told: the identifier that their
/// agency gave them, else their address.
pub fn shared(document: &Document) -> Option<String> {
    identifier(document).map(str::to_owned).or_else(|| shared_address(document))
}

fn identifier(document: &Document) -> Option<&str> {
    document.stated(WireTopic::Identifier).filter(|id| id.chars().count() >= IDENTIFIER)
}

fn shared_address(document: &Document) -> Option<String> {
    document.meta.url.value.as_deref().map(address::same)
}

fn short(key: DocKey) -> u64 {
    key.bytes().first_chunk().map_or(0, |half| u64::from_le_bytes(*half))
}

/// The versions of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// Its versions, the first one first; each has another headline, another body or
    /// another standing than the one before.
    pub versions: Vec<DocId>,
    /// All its documents, each with the place of its version.
    pub documents: Vec<(DocId, u32)>,
    /// The newest takes it back.
    pub withdrawn: bool,
}

impl History {
    /// The history of the documents that share an article; `None` where only one
    /// version is at hand. Versions are in the order of the numbers that their agency
    /// gave them, else of their last stated change, by the moment where all state it, then in that of the documents:
    /// files of `kiosque watch` are named by the time. Where that order is not
    /// stated, what takes the article back comes last.
    pub fn of(mut found: Vec<(DocId, Edition)>) -> Option<Self> {
        if found.len() < 2 || found.len() > MOST {
            return None;
        }
        let numbered = found.iter().all(|(_, e)| e.number.is_some());
        let dated = found.iter().all(|(_, e)| e.changed.is_some());
        let timed = found.iter().all(|(_, e)| e.at.is_some());
        found.sort_unstable_by_key(|(id, e)| {
            let at = e.at.filter(|_| timed && !numbered);
            let stated = (e.number.filter(|_| numbered), at, e.changed.filter(|_| dated && !numbered));
            (stated, e.standing == Standing::Withdrawn, *id)
        });
        let withdrawn = found.last().is_some_and(|(_, e)| e.standing == Standing::Withdrawn);
        let mut history = Self { versions: Vec::new(), documents: Vec::with_capacity(found.len()), withdrawn };
        let mut last = None;
        for (id, edition) in found {
            if last.replace((edition.content, edition.standing)) != Some((edition.content, edition.standing)) {
                history.versions.push(id);
            }
            history.documents.push((id, history.versions.len() as u32 - 1));
        }
        (history.versions.len() > 1).then_some(history)
    }

    /// The place of a document's version, from 0.
    pub fn place(&self, id: DocId) -> Option<u32> {
        self.documents.iter().find(|(d, _)| *d == id).map(|(_, place)| *place)
    }

    /// The newest version.
    pub fn newest(&self) -> Option<DocId> {
        self.versions.last().copied()
    }

    /// The same with other numbers; documents that have none are left out.
    pub fn renumbered(&self, number: &dyn Fn(DocId) -> Option<DocId>) -> Option<Self> {
        let mut out = Self { versions: Vec::new(), documents: Vec::new(), withdrawn: self.withdrawn };
        let mut last = None;
        for (id, place) in &self.documents {
            let Some(id) = number(*id) else { continue };
            if last.replace(*place) != Some(*place) {
                out.versions.push(id);
            }
            out.documents.push((id, out.versions.len() as u32 - 1));
        }
        (out.versions.len() > 1).then_some(out)
    }
}

/// The histories of the articles that have several versions, by their documents;
/// most articles have one version and are not in here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histories(HashMap<DocId, Arc<History>>);

impl Histories {
    /// Those of some documents.
    pub fn of(editions: impl IntoIterator<Item = (DocId, Edition)>) -> Self {
        let mut shared: HashMap<u64, Vec<(DocId, Edition)>> = HashMap::new();
        for (id, edition) in editions {
            shared.entry(edition.of).or_default().push((id, edition));
        }
        let mut out = Self::default();
        shared.into_values().filter_map(History::of).for_each(|history| out.set(history));
        out
    }

    /// Those of some documents, which have their places as numbers.
    pub fn of_documents<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Self {
        Self::of((0..).map(DocId).zip(documents).filter_map(|(id, d)| Some((id, Edition::of(d)?))))
    }

    /// Takes a history.
    pub fn set(&mut self, history: History) {
        let history = Arc::new(history);
        self.0.extend(history.documents.iter().map(|(id, _)| (*id, history.clone())));
    }

    /// Forgets of which history some documents are.
    pub fn forget(&mut self, ids: &[DocId]) {
        ids.iter().for_each(|id| {
            self.0.remove(id);
        });
    }

    /// The history of a document, when its article has several versions.
    pub fn get(&self, id: DocId) -> Option<&Arc<History>> {
        self.0.get(&id)
    }

    /// Which version a document is, when its article has several.
    pub fn version(&self, id: DocId) -> Option<Version> {
        let history = self.get(id)?;
        let (number, of) = (history.place(id)? + 1, history.versions.len() as u32);
        Some(Version { number, of, withdrawn: history.withdrawn })
    }

    /// All of them, in the order of their first versions.
    pub fn all(&self) -> Vec<&Arc<History>> {
        let first = |(id, history): &(&DocId, &Arc<History>)| history.versions.first() == Some(id);
        let mut all: Vec<_> = self.0.iter().filter(first).map(|(_, history)| history).collect();
        all.sort_unstable_by_key(|history| history.versions.first().copied());
        all
    }
}

/// Tells each of some documents which version of its article it is.
pub fn tell_versions(documents: &mut [Document]) {
    let histories = Histories::of_documents(&*documents);
    for (id, document) in (0..).map(DocId).zip(documents) {
        document.meta.version = histories.version(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(number: Option<u64>, content: u64, standing: Standing) -> Edition {
        Edition { of: 1, number, changed: None, at: None, content, standing }
    }

    fn history(of: &[(Option<u64>, u64, Standing)]) -> Option<History> {
        let numbered = (0..).map(DocId).zip(of);
        History::of(numbered.map(|(id, (n, content, standing))| (id, edition(*n, *content, *standing))).collect())
    }

    #[test]
    fn what_takes_an_article_back_marks_all_its_versions_wherever_it_stands() {
        use Standing::{Usable, Withdrawn};
        let later = history(&[(Some(1), 1, Usable), (Some(2), 2, Withdrawn)]).unwrap();
        assert!(later.withdrawn);
        let unnumbered = history(&[(None, 2, Withdrawn), (None, 1, Usable)]).unwrap();
        assert_eq!((unnumbered.withdrawn, &unnumbered.versions[..]), (true, &[DocId(1), DocId(0)][..]));
        let sent_again = history(&[(Some(3), 3, Usable), (Some(2), 2, Withdrawn), (Some(1), 1, Usable)]).unwrap();
        assert_eq!((sent_again.withdrawn, sent_again.newest()), (false, Some(DocId(0))));
    }

    #[test]
    fn two_versions_of_one_day_are_in_the_order_of_their_hours_where_both_state_one() {
        let day = jiff::civil::date(2026, 3, 14);
        let of =
            |at: Option<i64>, content| Edition { changed: Some(day), at, ..edition(None, content, Standing::Usable) };
        let order = |a: Option<i64>, b: Option<i64>| {
            History::of(vec![(DocId(0), of(a, 1)), (DocId(1), of(b, 2))]).unwrap().versions
        };
        assert_eq!(order(Some(20), Some(10)), [DocId(1), DocId(0)]);
        assert_eq!(order(Some(20), None), [DocId(0), DocId(1)]);
    }

    #[test]
    fn a_copy_of_a_version_is_that_version_and_copies_alone_are_no_history() {
        use Standing::Usable;
        assert_eq!(history(&[(None, 1, Usable), (None, 1, Usable)]), None);
        let history = history(&[(None, 1, Usable), (None, 1, Usable), (None, 2, Usable)]).unwrap();
        assert_eq!(history.versions, [DocId(0), DocId(2)]);
        assert_eq!((history.place(DocId(1)), history.place(DocId(2))), (Some(0), Some(1)));
        let less = history.renumbered(&|id| (id != DocId(0)).then_some(DocId(id.0 + 10))).unwrap();
        assert_eq!((&less.versions[..], less.place(DocId(11))), (&[DocId(11), DocId(12)][..], Some(0)));
        assert_eq!(history.renumbered(&|id| (id != DocId(2)).then_some(id)), None);
    }

    #[test]
    fn an_address_that_too_many_documents_share_is_that_of_no_article() {
        let many: Vec<_> = (0..=MOST as u64).map(|n| (None, n, Standing::Usable)).collect();
        assert_eq!(history(&many), None);
        assert!(history(&many[1..]).is_some());
    }
}
