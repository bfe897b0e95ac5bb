//! The elements of a page that give a day: whether it is that of a change, by
//! the words before and inside them, and the day that stands in them where no
//! attribute has it.

use super::super::page::{CALLED, CHANGED, Stated};
use crate::corpus::date::{find_dates, parse_machine};
use crate::ingest::page_words::{PageWord, is_of_a_change, page_words};
use crate::text::Span;

/// Bytes before an element in which its words stand.
const BEFORE: usize = 48;

/// Bytes of the text of an element that can be a day.
const TEXT: usize = 120;

/// The element that gives a day and is open.
#[derive(Default)]
pub(super) struct OpenTime {
    open: Option<OpenElement>,
    /// Where the last one ended in the block.
    ended: usize,
}

struct OpenElement {
    /// Its place among what the page states.
    stated: usize,
    /// Where its text begins in the block.
    from: usize,
    /// How many elements are open around it.
    depth: usize,
}

impl OpenTime {
    /// True when the words before an element that begins here speak of a change.
    pub(super) fn is_of_a_change(&self, block: &str) -> bool {
        let mut from = self.ended.max(block.len().saturating_sub(BEFORE)).min(block.len());
        while !block.is_char_boundary(from) {
            from += 1;
        }
        is_of_a_change(&crate::text::fold(&block[from..]))
    }

    /// An element begins, inside `depth` others.
    pub(super) fn open(&mut self, stated: usize, from: usize, depth: usize) {
        self.open = Some(OpenElement { stated, from, depth });
        self.ended = from;
    }

    /// An element ends inside `depth` others; its own words may speak of a
    /// change, and are its day where no attribute gave one. Where they give
    /// another day than an instant of Greenwich, that day is stated too.
    pub(super) fn close(&mut self, depth: usize, block: &str, stated: &mut [Stated]) -> Option<Stated> {
        let OpenElement { stated: at, from, .. } = self.open.take_if(|o| o.depth >= depth)?;
        self.ended = block.len();
        let words = block.get(from..).unwrap_or_default();
        let Stated::Time { property, value, block, apart } = stated.get_mut(at)? else { return None };
        if matches!(property.as_str(), "" | CALLED) && is_of_a_change(&crate::text::fold(words)) {
            CHANGED.clone_into(property);
        }
        if words.len() > TEXT || !words.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if value.is_empty() {
            words.clone_into(value);
            return None;
        }
        let found = find_dates(words, Span::new(0, words.len()));
        // Programs may keep the moment of the last change beside the words that say when it came out.
        let folded = crate::text::fold(words);
        let says = page_words(PageWord::Put).iter().any(|word| folded.starts_with(word));
        let day = found.first().filter(|_| says && property.as_str() != CHANGED).and_then(|d| d.full());
        let later = day
            .zip(parse_machine(value))
            .is_some_and(|(day, there)| day.until(there).is_ok_and(|span| span.get_days() > 1));
        if later {
            let value = std::mem::replace(value, words.to_owned());
            return Some(Stated::Time { value, property: CHANGED.to_owned(), block: *block, apart: *apart });
        }
        let printed = found.first().filter(|d| d.time.is_some())?.full()?;
        let other = value.trim_end().ends_with('Z') && parse_machine(value).is_some_and(|there| there != printed);
        other.then(|| Stated::Time {
            value: words.to_owned(),
            property: property.clone(),
            block: *block,
            apart: *apart,
        })
    }

    /// The block ended.
    pub(super) fn flushed(&mut self) {
        self.ended = 0;
        if let Some(open) = &mut self.open {
            open.from = 0;
        }
    }
}
