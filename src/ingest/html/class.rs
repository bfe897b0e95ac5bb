//! What the `class`, `id` and `role` of an element say about its content.
//!
//! Knows the words that page builders use; has never seen a text.

use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::OnceLock;

/// A set of suggestions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(pub(super) u32);

impl Signs {
    pub(super) const CONTENT: Signs = Signs(1);
    pub(super) const COMMENT: Signs = Signs(1 << 1);
    pub(super) const RELATED: Signs = Signs(1 << 2);
    pub(super) const SHARE: Signs = Signs(1 << 3);
    pub(super) const NAV: Signs = Signs(1 << 4);
    pub(super) const AD: Signs = Signs(1 << 5);
    pub(super) const NEWSLETTER: Signs = Signs(1 << 6);
    pub(super) const PAYWALL: Signs = Signs(1 << 7);
    pub(super) const LEGAL: Signs = Signs(1 << 8);
    pub(super) const BYLINE: Signs = Signs(1 << 9);
    pub(super) const DATE: Signs = Signs(1 << 10);
    pub(super) const CAPTION: Signs = Signs(1 << 11);
    pub(super) const CREDIT: Signs = Signs(1 << 12);
    pub(super) const TITLE: Signs = Signs(1 << 13);
    pub(super) const STANDFIRST: Signs = Signs(1 << 14);
    pub(super) const TAGS: Signs = Signs(1 << 15);
    pub(super) const FOOTER: Signs = Signs(1 << 16);
    pub(super) const HEADER: Signs = Signs(1 << 17);
    pub(super) const SIDE: Signs = Signs(1 << 18);
    pub(super) const BIO: Signs = Signs(1 << 19);
    pub(super) const HIDDEN: Signs = Signs(1 << 20);
    pub(super) const MEDIA: Signs = Signs(1 << 21);
    pub(super) const EMBED: Signs = Signs(1 << 22);
    pub(super) const LIST: Signs = Signs(1 << 23);
    pub(super) const QUOTE: Signs = Signs(1 << 24);
    pub(super) const META: Signs = Signs(1 << 25);
    pub(super) const CORRECTION: Signs = Signs(1 << 26);
    pub(super) const SKIP: Signs = Signs(1 << 27);

    pub(super) fn has(self, other: Signs) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub(super) fn and(self, other: Signs) -> Signs {
        Signs(self.0 | other.0)
    }
}

/// How a word must stand in a class name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// Anywhere, also inside a longer word.
    Any,
    /// As a word of its own (between separators or a change of case).
    Word,
}

use At::{Any, Word};

const WORDS: &[(&str, At, Signs)] = &[
    ("articlebody", Any, Signs::CONTENT),
    ("article-body", Any, Signs::CONTENT),
    ("article_body", Any, Signs::CONTENT),
    ("article-content", Any, Signs::CONTENT),
    ("article__content", Any, Signs::CONTENT),
    ("article-text", Any, Signs::CONTENT),
    ("article__body", Any, Signs::CONTENT),
    ("body-content", Any, Signs::CONTENT),
    ("entry-content", Any, Signs::CONTENT),
    ("entrycontent", Any, Signs::CONTENT),
    ("post-content", Any, Signs::CONTENT),
    ("post-body", Any, Signs::CONTENT),
    ("post_content", Any, Signs::CONTENT),
    ("story-body", Any, Signs::CONTENT),
    ("storybody", Any, Signs::CONTENT),
    ("story-content", Any, Signs::CONTENT),
    ("storytext", Any, Signs::CONTENT),
    ("bodytext", Any, Signs::CONTENT),
    ("body-text", Any, Signs::CONTENT),
    ("maincontent", Any, Signs::CONTENT),
    ("main-content", Any, Signs::CONTENT),
    ("article", Word, Signs::CONTENT),
    ("body", Word, Signs::CONTENT),
    ("content", Word, Signs::CONTENT),
    ("entry", Word, Signs::CONTENT),
    ("post", Word, Signs::CONTENT),
    ("story", Word, Signs::CONTENT),
    ("text", Word, Signs::CONTENT),
    ("main", Word, Signs::CONTENT),
    ("paragraph", Any, Signs::CONTENT),
    ("richtext", Any, Signs::CONTENT),
    ("texte", Word, Signs::CONTENT),
    ("contenu", Any, Signs::CONTENT),
    ("corps", Word, Signs::CONTENT),
    ("comment", Any, Signs::COMMENT),
    ("disqus", Any, Signs::COMMENT),
    ("respond", Word, Signs::COMMENT),
    ("reply", Word, Signs::COMMENT),
    ("reaction", Any, Signs::COMMENT),
    ("discussion", Any, Signs::COMMENT),
    ("livefyre", Any, Signs::COMMENT),
    ("forum-fil", Any, Signs::COMMENT),
    ("forum-message", Any, Signs::COMMENT),
    ("forum-texte", Any, Signs::COMMENT),
    ("related", Any, Signs::RELATED),
    ("recommend", Any, Signs::RELATED),
    ("recirc", Any, Signs::RELATED),
    ("trending", Any, Signs::RELATED),
    ("popular", Any, Signs::RELATED),
    ("mostread", Any, Signs::RELATED),
    ("most-read", Any, Signs::RELATED),
    ("outbrain", Any, Signs::RELATED),
    ("taboola", Any, Signs::RELATED),
    ("readmore", Any, Signs::RELATED),
    ("read-more", Any, Signs::RELATED),
    ("more-from", Any, Signs::RELATED),
    ("morefrom", Any, Signs::RELATED),
    ("read-also", Any, Signs::RELATED),
    ("readalso", Any, Signs::RELATED),
    ("lire-aussi", Any, Signs::RELATED),
    ("voir-aussi", Any, Signs::RELATED),
    ("upnext", Any, Signs::RELATED),
    ("up-next", Any, Signs::RELATED),
    ("readnext", Any, Signs::RELATED),
    ("teaser", Any, Signs::RELATED),
    ("promo", Any, Signs::RELATED),
    ("similar", Any, Signs::RELATED),
    ("suggest", Any, Signs::RELATED),
    ("latest", Any, Signs::RELATED),
    ("headlines", Any, Signs::RELATED),
    ("playlist", Any, Signs::RELATED),
    ("prev", Word, Signs::RELATED),
    ("next", Word, Signs::RELATED),
    ("seealso", Any, Signs::RELATED),
    ("share", Any, Signs::SHARE),
    ("sharing", Any, Signs::SHARE),
    ("social", Any, Signs::SHARE),
    ("follow", Any, Signs::SHARE),
    ("addthis", Any, Signs::SHARE),
    ("partage", Any, Signs::SHARE),
    ("nav", Word, Signs::NAV),
    ("navigation", Any, Signs::NAV),
    ("navbar", Any, Signs::NAV),
    ("menu", Any, Signs::NAV),
    ("breadcrumb", Any, Signs::NAV),
    ("pagination", Any, Signs::NAV),
    ("pager", Word, Signs::NAV),
    ("toolbar", Any, Signs::NAV),
    ("search", Word, Signs::NAV),
    ("login", Any, Signs::NAV),
    ("ad", Word, Signs::AD),
    ("ads", Word, Signs::AD),
    ("adv", Word, Signs::AD),
    ("advert", Any, Signs::AD),
    ("sponsor", Any, Signs::AD),
    ("banner", Any, Signs::AD),
    ("dfp", Word, Signs::AD),
    ("pub", Word, Signs::AD),
    ("publicite", Any, Signs::AD),
    ("newsletter", Any, Signs::NEWSLETTER),
    ("subscribe", Any, Signs::NEWSLETTER),
    ("signup", Any, Signs::NEWSLETTER),
    ("sign-up", Any, Signs::NEWSLETTER),
    ("optin", Any, Signs::NEWSLETTER),
    ("mailing", Any, Signs::NEWSLETTER),
    ("paywall", Any, Signs::PAYWALL),
    ("piano-", Any, Signs::PAYWALL),
    ("tp-container", Any, Signs::PAYWALL),
    ("subscription", Any, Signs::PAYWALL),
    ("premium", Any, Signs::PAYWALL),
    ("cookie", Any, Signs::LEGAL),
    ("consent", Any, Signs::LEGAL),
    ("gdpr", Any, Signs::LEGAL),
    ("rgpd", Any, Signs::LEGAL),
    ("copyright", Any, Signs::LEGAL),
    ("legal", Any, Signs::LEGAL),
    ("privacy", Any, Signs::LEGAL),
    ("disclaimer", Any, Signs::LEGAL),
    ("reader-credits", Any, Signs::BYLINE),
    ("byline", Any, Signs::BYLINE),
    ("author", Any, Signs::BYLINE),
    ("auteur", Any, Signs::BYLINE),
    ("signature", Any, Signs::BYLINE),
    ("writer", Any, Signs::BYLINE),
    ("contributor", Any, Signs::BYLINE),
    ("bio", Word, Signs::BIO),
    ("about-author", Any, Signs::BIO),
    ("author-box", Any, Signs::BIO),
    ("authorbox", Any, Signs::BIO),
    ("date", Word, Signs::DATE),
    ("dateline", Any, Signs::DATE),
    ("timestamp", Any, Signs::DATE),
    ("published", Any, Signs::DATE),
    ("pubdate", Any, Signs::DATE),
    ("time", Word, Signs::DATE),
    ("meta", Word, Signs::META),
    ("postmeta", Any, Signs::META),
    ("info", Word, Signs::META),
    ("kicker", Any, Signs::META),
    ("eyebrow", Any, Signs::META),
    ("rubric", Any, Signs::META),
    ("caption", Any, Signs::CAPTION),
    ("legende", Any, Signs::CAPTION),
    ("cutline", Any, Signs::CAPTION),
    ("credit", Any, Signs::CREDIT),
    ("image", Word, Signs::MEDIA),
    ("photo", Any, Signs::MEDIA),
    ("gallery", Any, Signs::MEDIA),
    ("slideshow", Any, Signs::MEDIA),
    ("carousel", Any, Signs::MEDIA),
    ("video", Any, Signs::MEDIA),
    ("player", Any, Signs::MEDIA),
    ("figure", Any, Signs::MEDIA),
    ("media", Word, Signs::MEDIA),
    ("headline", Word, Signs::TITLE),
    ("title", Word, Signs::TITLE),
    ("heading", Word, Signs::TITLE),
    ("standfirst", Any, Signs::STANDFIRST),
    ("dek", Word, Signs::STANDFIRST),
    ("subtitle", Any, Signs::STANDFIRST),
    ("subhead", Any, Signs::STANDFIRST),
    ("subheadline", Any, Signs::STANDFIRST),
    ("chapo", Any, Signs::STANDFIRST),
    ("summary", Any, Signs::STANDFIRST),
    ("excerpt", Any, Signs::STANDFIRST),
    ("description", Word, Signs::STANDFIRST),
    ("tags", Word, Signs::TAGS),
    ("taglist", Any, Signs::TAGS),
    ("topics", Any, Signs::TAGS),
    ("keywords", Any, Signs::TAGS),
    ("tag-list", Any, Signs::TAGS),
    ("categories", Word, Signs::TAGS),
    ("footer", Any, Signs::FOOTER),
    ("bottom", Word, Signs::FOOTER),
    ("header", Any, Signs::HEADER),
    ("masthead", Any, Signs::HEADER),
    ("sidebar", Any, Signs::SIDE),
    ("aside", Any, Signs::SIDE),
    ("widget", Any, Signs::SIDE),
    ("rail", Word, Signs::SIDE),
    ("secondary", Any, Signs::SIDE),
    ("complementary", Any, Signs::SIDE),
    ("popup", Any, Signs::SIDE),
    ("modal", Any, Signs::SIDE),
    ("overlay", Any, Signs::SIDE),
    ("tooltip", Any, Signs::SIDE),
    ("dialog", Any, Signs::SIDE),
    ("alert", Word, Signs::SIDE),
    ("hidden", Word, Signs::HIDDEN),
    ("hide", Word, Signs::HIDDEN),
    ("invisible", Any, Signs::HIDDEN),
    ("visually-hidden", Any, Signs::SKIP),
    ("visuallyhidden", Any, Signs::SKIP),
    ("sr-only", Any, Signs::SKIP),
    ("screen-reader", Any, Signs::SKIP),
    ("screenreader", Any, Signs::SKIP),
    ("noprint", Any, Signs::SKIP),
    ("no-print", Any, Signs::SKIP),
    ("tweet", Any, Signs::EMBED),
    ("twitter", Any, Signs::EMBED),
    ("instagram", Any, Signs::EMBED),
    ("facebook", Any, Signs::EMBED),
    ("embed", Any, Signs::EMBED),
    ("list", Word, Signs::LIST),
    ("card", Any, Signs::LIST),
    ("grid", Word, Signs::LIST),
    ("feed", Word, Signs::LIST),
    ("pullquote", Any, Signs::QUOTE),
    ("pull-quote", Any, Signs::QUOTE),
    ("correction", Any, Signs::CORRECTION),
    ("editors-note", Any, Signs::CORRECTION),
];

fn automaton() -> &'static AhoCorasick {
    static AUTOMATON: OnceLock<AhoCorasick> = OnceLock::new();
    AUTOMATON.get_or_init(|| {
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(WORDS.iter().map(|w| w.0))
            .expect("the words are few and short")
    })
}

/// Longest attribute looked at; real ones are shorter.
const LONGEST: usize = 400;

/// Values whose signs are remembered.
const REMEMBERED: usize = 256;

/// Signs of attribute values; a page has the same ones over and over.
#[derive(Default)]
pub(super) struct KnownSigns(Vec<(Vec<u8>, Signs)>);

impl KnownSigns {
    /// The signs of one attribute value.
    pub(super) fn of(&mut self, value: &[u8]) -> Signs {
        let value = &value[..value.len().min(LONGEST)];
        if self.0.is_empty() {
            self.0.resize(REMEMBERED, Default::default());
        }
        // Two values at one place cost time and nothing else.
        let hash =
            value.iter().fold(0_u32, |h, b| h.rotate_left(5).wrapping_add(u32::from(*b)).wrapping_mul(0x9e37_79b1));
        let known = &mut self.0[(hash >> 24) as usize % REMEMBERED];
        if known.0 != value {
            known.0.clear();
            known.0.extend_from_slice(value);
            known.1 = signs(value);
        }
        known.1
    }
}

/// Reads one attribute value.
fn signs(value: &[u8]) -> Signs {
    let value = &value[..value.len().min(LONGEST)];
    let mut found = Signs::default();
    for m in automaton().find_overlapping_iter(value) {
        let (_, at, signs) = WORDS[m.pattern().as_usize()];
        // What one builder of pages makes of a paragraph, whatever it holds, is a widget.
        if signs == Signs::SIDE && value.starts_with(b"elementor") {
            continue;
        }
        // A commentary is an article.
        if signs == Signs::COMMENT && value[m.end()..].starts_with(b"ary") {
            continue;
        }
        if at == Any || is_word(value, m.start(), m.end()) {
            found = found.and(signs);
        }
    }
    found
}

fn is_word(value: &[u8], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|i| value[i]);
    let after = value.get(end).copied();
    let starts = before
        .is_none_or(|b| !b.is_ascii_alphabetic() || (b.is_ascii_lowercase() && value[start].is_ascii_uppercase()));
    let ends = after.is_none_or(|b| !b.is_ascii_lowercase());
    starts && ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_count_only_when_they_stand_alone() {
        assert!(signs(b"top-ad-slot").has(Signs::AD));
        assert!(signs(b"sideAd").has(Signs::AD));
        assert!(!signs(b"shadow header-loaded").has(Signs::AD));
        assert!(signs(b"relatedPosts").has(Signs::RELATED));
    }

    #[test]
    fn signs_that_are_remembered_are_those_of_the_value() {
        let mut known = KnownSigns::default();
        for i in 0..2_000 {
            let value = format!("{}-{}", ["nav", "shadow", "comment", "x"][i % 4], i % 700);
            assert_eq!(known.of(value.as_bytes()), signs(value.as_bytes()), "{value}");
        }
        assert_eq!(known.of(b""), signs(b""));
    }

    #[test]
    fn a_commentary_is_no_comment_of_readers() {
        assert!(!signs(b"sect news commentary").has(Signs::COMMENT));
        assert!(signs(b"comment-list").has(Signs::COMMENT));
    }
}
