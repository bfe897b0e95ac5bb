//! Where a query's words stand in a document, layer by layer.
//!
//! Exact on the folded text: case, accents, apostrophes, hyphens and
//! ligatures do not matter, letters do. A hit never reaches from one layer
//! into another. Has never heard of verdicts.

use crate::corpus::{Document, LineKind};
use crate::enumerated::enumerated;
use crate::search::query::{Mode, Query, Term, Word};
use crate::text::{Folded, Span, is_named, squeezed};
use crate::words::{Plain, msg};
use serde::Serialize;
use std::collections::BTreeMap;

enumerated! {
    /// A part of every article that can be searched or left out.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Layer {
        /// Running text, captions, bylines: what is read.
        Text => "text",
        /// Headline and standfirst.
        Titles => "titles",
        /// Readers' comments.
        Comments => "comments",
        /// What cleaning took out.
        Removed => "removed",
    }
}

impl Layer {
    /// The layer of a line; `None` for white space.
    pub fn of(kind: LineKind) -> Option<Self> {
        match kind {
            LineKind::Blank => None,
            LineKind::Title | LineKind::Standfirst => Some(Self::Titles),
            LineKind::Comment => Some(Self::Comments),
            k if k.is_noise() => Some(Self::Removed),
            _ => Some(Self::Text),
        }
    }

    /// What it is called in sentences.
    pub fn label(self) -> Plain {
        match self {
            Self::Text => msg::UI_LAYER_TEXT,
            Self::Titles => msg::UI_LAYER_TITLES,
            Self::Comments => msg::UI_LAYER_COMMENTS,
            Self::Removed => msg::UI_LAYER_REMOVED,
        }
    }

    /// Reads its name in any language of the interface.
    pub fn parse(name: &str) -> Option<Self> {
        let names = |layer: &Self| match layer {
            Self::Text => msg::QUERY_TEXT,
            Self::Titles => msg::QUERY_TITLES,
            Self::Comments => msg::QUERY_COMMENTS,
            Self::Removed => msg::QUERY_REMOVED,
        };
        Self::ALL.iter().find(|layer| is_named(name, names(layer))).copied()
    }
}

/// A set of layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Layers(u8);

impl Layers {
    /// No layer.
    pub const NONE: Self = Self(0);
    /// Every layer.
    pub const ALL: Self = Self(0b1111);

    /// True when the layer is among them.
    pub fn has(self, layer: Layer) -> bool {
        self.0 & (1 << layer as u8) != 0
    }

    /// With one layer more.
    #[must_use]
    pub fn with(self, layer: Layer) -> Self {
        Self(self.0 | 1 << layer as u8)
    }

    /// In when it was out, out when it was in.
    #[must_use]
    pub fn toggled(self, layer: Layer) -> Self {
        Self(self.0 ^ (1 << layer as u8))
    }
}

impl Default for Layers {
    /// What is read: text and titles.
    fn default() -> Self {
        Self::NONE.with(Layer::Text).with(Layer::Titles)
    }
}

/// One place where a term stands. A letter may stand in a text millions of
/// times, so it is small; texts beyond 4 GiB are not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    start: u32,
    end: u32,
    /// The line's kind, or the cut's.
    pub kind: LineKind,
    /// False when only a similar word stands there.
    pub exact: bool,
}

impl Hit {
    fn new(span: Span, kind: LineKind, exact: bool) -> Self {
        Self { start: span.start as u32, end: span.end as u32, kind, exact }
    }

    /// Where.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// What a search left out of one document or of many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NotSearched {
    /// Articles that a filter kept out.
    pub filtered: usize,
    /// Hits in layers that were not asked for.
    pub hits: BTreeMap<Layer, usize>,
    /// Non-blank lines in layers that were not asked for.
    pub lines: BTreeMap<Layer, usize>,
}

impl NotSearched {
    /// Both together.
    pub fn add(&mut self, other: &Self) {
        for (layer, n) in &other.hits {
            *self.hits.entry(*layer).or_default() += n;
        }
        for (layer, n) in &other.lines {
            *self.lines.entry(*layer).or_default() += n;
        }
        self.filtered += other.filtered;
    }
}

/// What a search found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In the searched layers, in order, without overlaps.
    pub hits: Vec<Hit>,
    /// What was left out.
    pub not_searched: NotSearched,
}

/// Every place of the query's words in a document.
pub fn find(query: &Query, document: &Document, layers: Layers) -> Found {
    Scan::new(document).find(query, layers)
}

/// A document folded for searching; worth keeping while it is open.
pub struct Scan<'d> {
    document: &'d Document,
    folded: Folded,
}

impl<'d> Scan<'d> {
    /// Folds the text.
    pub fn new(document: &'d Document) -> Self {
        Self { document, folded: Folded::new(&document.text) }
    }

    /// The folded text.
    pub fn folded(&self) -> &str {
        &self.folded.text
    }

    /// The stretch of the text that a range of the folded text came from.
    pub(super) fn original(&self, start: usize, end: usize) -> Span {
        self.folded.original(start, end)
    }

    /// Every place of the query's words.
    pub fn find(&self, query: &Query, layers: Layers) -> Found {
        let mut found = Found::default();
        for line in &self.document.lines {
            if let Some(layer) = Layer::of(line.kind).filter(|l| !layers.has(*l)) {
                *found.not_searched.lines.entry(layer).or_default() += 1;
            }
        }
        let mut all = Vec::new();
        let mut phrase = query.phrase();
        let mut take = |span, exact| all.extend(self.kind(span).map(|kind| Hit::new(span, kind, exact)));
        for term in query.highlighted() {
            self.places(term, &mut take);
            // Words that stand side by side as typed are one hit, and one of
            // the first of them.
            if let Some(phrase) = phrase.take() {
                self.standing(&phrase).for_each(|span| take(span, true));
            }
        }
        let order = |h: &Hit| (h.start, std::cmp::Reverse(h.end));
        // Of the same place, the first term's stays; those of one term stand in
        // order already.
        if !all.is_sorted_by_key(order) {
            all.sort_by_key(order);
        }
        let mut end = 0;
        // In place, as there may be millions.
        all.retain(|hit: &Hit| {
            if hit.start < end {
                return false;
            }
            end = hit.end;
            match Layer::of(hit.kind) {
                Some(layer) if !layers.has(layer) => {
                    *found.not_searched.hits.entry(layer).or_default() += 1;
                    false
                }
                _ => true,
            }
        });
        found.hits = all;
        found
    }

    /// True when the term stands in one of the layers.
    pub fn holds(&self, term: &Term, layers: Layers) -> bool {
        let mut holds = false;
        self.places(term, |span, _| {
            holds = holds || self.kind(span).and_then(Layer::of).is_some_and(|l| layers.has(l));
        });
        holds
    }

    /// The kind of a stretch; `None` when it reaches from one layer into
    /// another or over a blank line.
    pub(super) fn kind(&self, span: Span) -> Option<LineKind> {
        let cuts = &self.document.cuts;
        let cut = cuts.get(cuts.partition_point(|c| c.span.end <= span.start));
        if let Some(cut) = cut.filter(|c| c.span.touches(span)) {
            return cut.span.contains(span).then_some(cut.kind);
        }
        let lines = &self.document.lines;
        let first = lines.partition_point(|l| l.span.end <= span.start);
        let kind = lines.get(first)?.kind;
        let layer = Layer::of(kind)?;
        let same = |l: &crate::corpus::Line| Layer::of(l.kind) == Some(layer);
        lines[first..].iter().take_while(|l| l.span.start < span.end).all(same).then_some(kind)
    }

    /// True when the phrase stands in one of the layers.
    pub(super) fn holds_phrase(&self, phrase: &Word, layers: Layers) -> bool {
        self.standing(phrase).any(|span| self.kind(span).and_then(Layer::of).is_some_and(|l| layers.has(l)))
    }

    fn places(&self, term: &Term, mut found: impl FnMut(Span, bool)) {
        match term {
            Term::Text(word) => self.words(word, &mut found),
            Term::Regex(p) => {
                for m in p.regex.find_iter(&self.document.text).filter(|m| !m.is_empty()) {
                    found(Span::new(m.start(), m.end()), true);
                }
            }
            _ => {}
        }
    }

    fn words(&self, word: &Word, found: &mut impl FnMut(Span, bool)) {
        let text = &self.folded.text;
        if word.folded.is_empty() {
            return;
        }
        if let Mode::Typo(distance) = word.mode {
            for (start, token) in tokens(text) {
                let d = usize::from(distance);
                if within(&word.folded, token, d) {
                    found(self.folded.original(start, start + token.len()), token == word.folded);
                }
            }
            return;
        }
        for span in self.standing(word) {
            found(span, true);
        }
    }

    /// Where a word or phrase stands, with the accents that it asks for.
    fn standing<'w>(&'w self, word: &'w Word) -> impl Iterator<Item = Span> + 'w {
        let spans = occurrences(&self.folded.text, word).map(|(start, end)| self.folded.original(start, end));
        spans.filter(|span| word.is_written(span.of(&self.document.text)))
    }
}

/// What parts two words of a phrase: a space or an apostrophe, whichever of them was typed
/// and whichever stands there. A hyphen is a space in folded text.
fn parts(byte: u8) -> bool {
    matches!(byte, b' ' | b'\'')
}

/// The longest word of a phrase and where it begins in it.
fn longest_word(phrase: &str) -> (usize, &str) {
    let mut longest = (0, phrase);
    let mut at = 0;
    for (i, word) in phrase.split([' ', '\'']).enumerate() {
        if i == 0 || word.len() > longest.1.len() {
            longest = (at, word);
        }
        at += word.len() + 1;
    }
    if longest.1.is_empty() { (0, phrase) } else { longest }
}

/// Folded byte ranges where a word stands, by its mode (typos excepted).
pub(super) fn occurrences<'a>(text: &'a str, word: &'a Word) -> impl Iterator<Item = (usize, usize)> + 'a {
    let needle = word.folded.as_str();
    let inner_start = !needle.starts_with(is_word) || word.mode == Mode::Inside;
    let inner_end = !needle.ends_with(is_word) || matches!(word.mode, Mode::Inside | Mode::Prefix);
    let (before, longest) = longest_word(needle);
    let finder = memchr::memmem::Finder::new(longest.as_bytes());
    let reads = move |there: &[u8]| {
        let mut pairs = there.iter().zip(needle.as_bytes());
        there.len() == needle.len() && pairs.all(|(a, b)| a == b || parts(*a) && parts(*b))
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + finder.find(text.as_bytes().get(at + before..)?)?;
            let mut end = start + needle.len();
            if needle.is_empty() {
                return None;
            }
            if !text.as_bytes().get(start..end).is_some_and(reads) {
                at = start + 1;
                continue;
            }
            let starts = inner_start || !text[..start].ends_with(is_word);
            let ends = inner_end || !text[end..].starts_with(is_word);
            if !starts || !ends {
                at = start + text[start..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            if word.mode == Mode::Prefix {
                end += text[end..].find(|c| !is_word(c)).unwrap_or(text.len() - end);
            }
            at = end;
            return Some((start, end));
        }
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// Words of a folded text with their byte offsets.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(is_word)?;
        let len = text[start..].find(|c| !is_word(c)).unwrap_or(text.len() - start);
        at = start + len;
        Some((start, &text[start..at]))
    })
}

/// True when `a` becomes `b` by at most `most` letters more, less or other,
/// two swapped neighbours counting as one (optimal string alignment).
pub(crate) fn within(a: &str, b: &str, most: usize) -> bool {
    if a.len().abs_diff(b.len()) > most * 4 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return false;
    }
    let mut rows = [vec![0; b.len() + 1], (0..=b.len()).collect::<Vec<_>>(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        let [before, last, now] = &mut rows;
        now[0] = i;
        let mut best = i;
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut d = (last[j - 1] + change).min(last[j] + 1).min(now[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                d = d.min(before[j - 2] + 1);
            }
            now[j] = d;
            best = best.min(d);
        }
        if best > most {
            return false;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()] <= most
}

/// A hit with the words around it, on one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// Words before, with `…` when something is left out.
    pub before: String,
    /// The hit.
    pub hit: String,
    /// Words after, with `…` when something is left out.
    pub after: String,
}

/// The hit with at most `context` characters of its line on each side, cut
/// between words.
pub fn snippet(document: &Document, span: Span, context: usize) -> Snippet {
    let text = &document.text;
    let line = document.line_at(span.start).map_or(Span::new(0, text.len()), |l| l.content(text));
    let head = Span::new(line.start.min(span.start), span.start).of(text);
    let tail = Span::new(span.end, line.end.max(span.end)).of(text);
    let mut before = String::new();
    let from = head.char_indices().rev().nth(context.saturating_sub(1)).map_or(0, |(i, _)| i);
    if from == 0 {
        before.push_str(head.trim_start());
    } else {
        let cut = head[from..].find(char::is_whitespace).map_or(head.len(), |i| from + i);
        before.push('…');
        before.push_str(head[cut..].trim_start());
    }
    let mut after = String::new();
    match tail.char_indices().nth(context) {
        None => after.push_str(tail.trim_end()),
        Some((to, _)) => {
            let cut = tail[..to].rfind(char::is_whitespace).unwrap_or(0);
            after.push_str(tail[..cut].trim_end());
            after.push('…');
        }
    }
    let one_line = |s: String| s.replace(['\n', '\r', '\t'], " ");
    Snippet { before: one_line(before), hit: squeezed(span.of(text)), after: one_line(after) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_is_a_space_in_a_phrase_whichever_was_typed() {
        let found = |text: &str, phrase: &str| {
            let (text, word) = (crate::text::fold(text), Word::exact(phrase));
            occurrences(&text, &word).map(|(from, to)| text[from..to].to_owned()).collect::<Vec<_>>()
        };
        let text = "L’état d’urgence, un état d urgence ; l'Etat-d'urgence. État durgence, tat d'urgence";
        let all = ["etat d'urgence", "etat d urgence", "etat d'urgence"];
        assert_eq!(found(text, "etat d urgence"), all);
        assert_eq!(found(text, "état d’urgence"), all);
        assert_eq!(found(text, "l etat"), ["l'etat", "l'etat"]);
        assert_eq!(found(text, "d urgen"), [""; 0]);
        assert_eq!(found("a a a a b", "a a b"), ["a a b"], "one that may begin inside itself");
        assert_eq!(found("œuvre d’art", "oeuvre d art"), ["oeuvre d'art"]);
    }
}
