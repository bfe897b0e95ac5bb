//! Notices of one kind about one file, and all that is packed in it: the first
//! few are said, the rest is counted, so that a small file cannot fill the memory
//! or the screen.

use crate::corpus::Place;
use crate::notice::Notice;
use crate::words::msg;
use std::collections::BTreeMap;

/// Notices of one kind that are said one by one.
pub(super) const SAID: usize = 20;

/// How often each kind of sentence was to be said.
#[derive(Debug, Default)]
pub struct Alike(BTreeMap<&'static str, usize>);

impl Alike {
    /// The notice, unless enough of its kind were said.
    pub fn say(&mut self, notice: Notice) -> Option<Notice> {
        let times = self.0.entry(notice.sentence.name()).or_default();
        *times += 1;
        (*times <= SAID).then_some(notice)
    }

    /// How many of each kind were not said, of the file at a place.
    pub fn rest(self, place: &Place) -> impl Iterator<Item = Notice> {
        let more = self.0.into_values().filter_map(|n| n.checked_sub(SAID)).filter(|n| *n > 0);
        more.map(move |n| Notice::info(place.to_string(), msg::notice_more_alike(n)))
    }
}
