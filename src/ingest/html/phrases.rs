//! Openings of short lines that are furniture of a page, and of headings
//! below which no article text follows. The phrases are a table, `assets/ingest/page.tsv`.

use crate::corpus::date::find_dates;
use crate::ingest::page_words::{PageWord, is_of_a_change, page_words};
use crate::text::Span;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use std::sync::OnceLock;

fn build(words: &[&str], anchored: bool) -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .ascii_case_insensitive(true)
        .start_kind(if anchored { StartKind::Anchored } else { StartKind::Unanchored })
        .build(words)
        .expect("the phrases are few and short")
}

/// A text without what may stand before the first word.
fn opening(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '©'));
    let is_image = |t: &&str| t.chars().flat_map(char::to_lowercase).take(5).eq("image".chars());
    let text = text.strip_prefix('(').filter(|t| !is_image(t)).unwrap_or(text);
    // A number before the word, as in “12 comments”.
    text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
}

/// Phrases at the beginning of a text.
struct Openings {
    phrases: AhoCorasick,
    /// The first two bytes of each phrase, as bits: nearly every text is told
    /// apart by its own.
    starts: Box<[u64; 1024]>,
}

impl Openings {
    fn new(phrases: &[&str]) -> Self {
        let mut starts = Box::new([0; 1024]);
        for bytes in phrases.iter().filter_map(|p| p.as_bytes().first_chunk::<2>()) {
            let pair = u16::from_be_bytes(*bytes) as usize;
            starts[pair / 64] |= 1 << (pair % 64);
        }
        Self { phrases: build(phrases, true), starts }
    }

    fn begin(&self, text: &str) -> bool {
        let text = opening(text);
        let Some(bytes) = text.as_bytes().first_chunk::<2>() else { return false };
        if bytes.is_ascii() {
            let pair = u16::from_be_bytes(bytes.map(|b| b.to_ascii_lowercase())) as usize;
            if self.starts[pair / 64] & (1 << (pair % 64)) == 0 {
                return false;
            }
        }
        let lower: String = text.chars().take(40).flat_map(char::to_lowercase).collect();
        self.phrases.find(Input::new(&lower).anchored(Anchored::Yes)).is_some()
    }
}

/// True for a line that opens like a credit, a link elsewhere or an advert.
pub(super) fn leads_away(text: &str) -> bool {
    static LEAD: OnceLock<Openings> = OnceLock::new();
    LEAD.get_or_init(|| Openings::new(page_words(PageWord::Leads))).begin(text)
}

/// True for a line that opens by saying when an article was put on a page, or for a
/// shorter one that says when it was changed, and gives the day: `Veröffentlicht am 31. Mai 2024`.
pub(super) fn puts(text: &str) -> bool {
    static PUT: OnceLock<Openings> = OnceLock::new();
    if text.bytes().filter(u8::is_ascii_digit).count() < DIGITS {
        return false;
    }
    let folded = crate::text::fold(text);
    let changed = || text.split_whitespace().count() <= CHANGED && is_of_a_change(&folded);
    (PUT.get_or_init(|| Openings::new(page_words(PageWord::Put))).begin(&folded) || changed())
        && find_dates(text, Span::new(0, text.len())).iter().any(|d| d.full().is_some())
}

/// Digits of the shortest day, and words of the longest line about a change.
const DIGITS: usize = 4;
const CHANGED: usize = 8;

/// True for a heading below which teasers or comments follow.
pub(super) fn ends_article(text: &str) -> bool {
    static ENDER: OnceLock<Openings> = OnceLock::new();
    ENDER.get_or_init(|| Openings::new(page_words(PageWord::Ends))).begin(text)
}

/// True for a link that answers a comment.
pub(super) fn answers(text: &str) -> bool {
    static ANSWER: OnceLock<Openings> = OnceLock::new();
    ANSWER.get_or_init(|| Openings::new(page_words(PageWord::Answers))).begin(text)
}

/// True for a paragraph that asks the reader to subscribe or to write.
pub(super) fn asks(text: &str) -> bool {
    static ASK: OnceLock<AhoCorasick> = OnceLock::new();
    ASK.get_or_init(|| build(page_words(PageWord::Asks), false)).is_match(text)
}

/// True for a line that says how much of an article is left to read and for whom.
pub(super) fn tells_rest(text: &str) -> bool {
    static REST: OnceLock<Openings> = OnceLock::new();
    static OF_ARTICLE: OnceLock<AhoCorasick> = OnceLock::new();
    REST.get_or_init(|| Openings::new(page_words(PageWord::Rest))).begin(text)
        && OF_ARTICLE.get_or_init(|| build(page_words(PageWord::RestOf), false)).is_match(text)
}

/// True for a line that says of a copy on paper what it is one of, or when it was made.
pub(super) fn tells_copy(text: &str) -> bool {
    static COPY: OnceLock<Openings> = OnceLock::new();
    COPY.get_or_init(|| Openings::new(page_words(PageWord::Copy))).begin(text)
}

/// True for a line that a feed adds to say where an item appeared first.
pub(super) fn appeared(text: &str) -> bool {
    static APPEARED: OnceLock<AhoCorasick> = OnceLock::new();
    APPEARED.get_or_init(|| build(page_words(PageWord::Appeared), false)).is_match(text)
}

/// True for a notice about cookies.
pub(super) fn is_cookie_notice(text: &str) -> bool {
    static COOKIE: OnceLock<AhoCorasick> = OnceLock::new();
    // A letter of all of them that most texts do not have.
    let has_k = memchr::memchr2(b'k', b'K', text.as_bytes()).is_some();
    has_k && COOKIE.get_or_init(|| build(page_words(PageWord::Cookies), false)).is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_before_a_search_stands_in_every_phrase() {
        assert!(page_words(PageWord::Cookies).iter().all(|phrase| phrase.contains('k')));
        // Only the letters of ASCII are told whatever their case.
        assert!(page_words(PageWord::Asks).iter().chain(page_words(PageWord::Cookies)).all(|phrase| phrase.is_ascii()));
        assert!(is_cookie_notice("This site USES COOKIES."));
        assert!(!is_cookie_notice("Elle a fait des biscuits."));
    }
}
