//! [`Passed`]: articles that were read on the way to another one. What stands in
//! a compressed file or an archive is reached from its beginning only, and who
//! reads one article of it will mostly read another.

use super::origin::Stamp;
use crate::corpus::{DocKey, Place};
use crate::ingest::RawDocument;
use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};

/// Bytes of text that are held; what came first goes first.
const ROOM: usize = 32 << 20;

/// An article of a file.
type Which = (Place, DocKey);

/// Articles of the file that was read last, as it was then.
#[derive(Debug, Default)]
pub(super) struct Passed {
    file: Option<(PathBuf, Stamp)>,
    articles: HashMap<Which, RawDocument>,
    order: VecDeque<Which>,
    bytes: usize,
}

impl Passed {
    /// Holds an article of a file.
    pub(super) fn offer(&mut self, path: &Path, stamp: Stamp, raw: &RawDocument) {
        if self.file.as_ref().is_none_or(|(p, s)| p != path || *s != stamp) {
            *self = Self { file: Some((path.to_owned(), stamp)), ..Self::default() };
        }
        let which = (raw.place.clone(), DocKey::of_text(&raw.text));
        if raw.text.len() > ROOM || self.articles.contains_key(&which) {
            return;
        }
        self.bytes += raw.text.len();
        self.order.push_back(which.clone());
        self.articles.insert(which, raw.clone());
        while self.bytes > ROOM {
            let Some(first) = self.order.pop_front() else { break };
            self.bytes -= self.articles.remove(&first).map_or(0, |raw| raw.text.len());
        }
    }

    /// An article of a file that is as it was.
    pub(super) fn get(&self, path: &Path, stamp: Stamp, place: &Place, key: DocKey) -> Option<RawDocument> {
        self.file.as_ref().filter(|(p, s)| p == path && *s == stamp)?;
        self.articles.get(&(place.clone(), key)).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(n: u64) -> Stamp {
        Stamp { size: n, modified: 0 }
    }

    fn raw(n: usize, text: String) -> RawDocument {
        RawDocument { place: Place::file(format!("a.gz#{n}")), text, ..RawDocument::default() }
    }

    #[test]
    fn what_was_passed_is_there_until_its_file_changes() {
        let (path, mut passed) = (Path::new("a.gz"), Passed::default());
        let one = raw(1, "Un texte.".to_owned());
        let key = DocKey::of_text(&one.text);
        passed.offer(path, stamp(1), &one);
        assert_eq!(passed.get(path, stamp(1), &one.place, key), Some(one.clone()));
        assert_eq!(passed.get(path, stamp(2), &one.place, key), None);
        assert_eq!(passed.get(Path::new("b.gz"), stamp(1), &one.place, key), None);
        passed.offer(path, stamp(2), &raw(2, "Autre.".to_owned()));
        assert_eq!(passed.get(path, stamp(2), &one.place, key), None, "of another state of the file");
    }

    #[test]
    fn what_came_first_goes_first_and_the_room_is_kept() {
        let (path, mut passed) = (Path::new("a.gz"), Passed::default());
        let large = |n: usize| raw(n, format!("{n} {}", "x".repeat(ROOM / 3)));
        (0..4).for_each(|n| passed.offer(path, stamp(1), &large(n)));
        let held = |n: usize| passed.get(path, stamp(1), &large(n).place, DocKey::of_text(&large(n).text)).is_some();
        assert_eq!([0, 1, 2, 3].map(held), [false, false, true, true]);
        assert!(passed.bytes <= ROOM);
    }
}
