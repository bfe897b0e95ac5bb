//! A document as the words of its layers, and a query's word as the words to
//! look up: what an index over many documents needs to answer as a scan does.
//!
//! The words are those of the folded text. A word before an apostrophe carries
//! it, and only words that a space or an apostrophe joins stand beside one
//! another: a phrase stands where its words do, and nowhere else. Has never
//! heard of indexes.

use crate::corpus::Document;
use crate::search::query::{Mode, Word};
use crate::search::text::{Layer, Scan, tokens};
use crate::text::{Span, fold};

/// The distance of two words with a space or an apostrophe between them; a
/// word before an apostrophe ends in it.
pub const BESIDE: u32 = 1;
/// The distance of two words with anything else between them, or in different
/// layers.
pub const APART: u32 = 2;
/// What ends a word that stands before an apostrophe and another word.
pub const ELIDED: char = '\'';
/// Characters of a word that are kept; the rest is cut off.
pub const LONGEST: usize = 60;

/// The words of a document, layer by layer.
///
/// In each string every word stands behind one character, whose number is its
/// distance to the word before; words hold no such characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layered {
    /// Words of the layers, in the order of [`Layer::ALL`].
    pub words: [String; 4],
    /// Words of a headline that the format states but the text does not hold.
    pub unwritten: String,
    /// Lines of the layers that are not blank.
    pub lines: [u32; 4],
}

/// Adds a word with what stands between it and the word before; `None` for a
/// word that no phrase joins to that one.
fn push(out: &mut String, between: Option<&str>, word: &str) {
    let distance = match between {
        Some(" ") => BESIDE,
        Some("'") => {
            out.push(ELIDED);
            BESIDE
        }
        _ => APART,
    };
    out.extend(char::from_u32(distance));
    match word.char_indices().nth(LONGEST) {
        Some((end, _)) => out.push_str(&word[..end]),
        None => out.push_str(word),
    }
}

/// The words of a string that [`Layered`] holds, each with its distance to
/// the one before.
pub fn read(words: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut rest = words;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let tail = &rest[first.len_utf8()..];
        let end = tail.find(|c: char| (c as u32) <= APART).unwrap_or(tail.len());
        rest = &tail[end..];
        Some((first as u32, &tail[..end]))
    })
}

impl Layered {
    /// The words of a document.
    pub fn of(document: &Document) -> Self {
        let mut out = Self::default();
        for layer in document.lines.iter().filter_map(|l| Layer::of(l.kind)) {
            out.lines[layer as usize] += 1;
        }
        let scan = Scan::new(document);
        let text = scan.folded();
        let mut place = Place { scan: &scan, document, line: 0 };
        // The last word, its end and its layer.
        let mut last: Option<(Span, usize, Layer)> = None;
        for (start, word) in tokens(text) {
            let end = start + word.len();
            let span = scan.original(start, end);
            let Some(layer) = place.layer(span) else {
                last = None;
                continue;
            };
            let joined = last.filter(|(before, _, l)| *l == layer && place.joins(*before, span, layer));
            let between = joined.map(|(_, from, _)| &text[from..start]);
            push(&mut out.words[layer as usize], between, word);
            last = Some((span, end, layer));
        }
        let title = &document.meta.title;
        if let (Some(value), false) = (&title.value, title.evidence.iter().any(|e| e.span.is_some())) {
            let folded = fold(value);
            let mut from = None;
            for (start, word) in tokens(&folded) {
                push(&mut out.unwritten, from.map(|from| &folded[from..start]), word);
                from = Some(start + word.len());
            }
        }
        out
    }
}

/// Walks the lines of a document with its words.
struct Place<'s, 'd> {
    scan: &'s Scan<'d>,
    document: &'d Document,
    line: usize,
}

impl Place<'_, '_> {
    /// The layer of the next word.
    fn layer(&mut self, span: Span) -> Option<Layer> {
        let lines = &self.document.lines;
        while lines.get(self.line).is_some_and(|l| l.span.end <= span.start) {
            self.line += 1;
        }
        let line = lines.get(self.line)?;
        if self.document.cuts.is_empty() && span.end <= line.span.end {
            return Layer::of(line.kind);
        }
        self.scan.kind(span).and_then(Layer::of)
    }

    /// True when a phrase may reach from one word to the next in their layer.
    fn joins(&self, before: Span, span: Span, layer: Layer) -> bool {
        let inside = |l: &crate::corpus::Line| l.span.start <= before.start && span.end <= l.span.end;
        if self.document.cuts.is_empty() && self.document.lines.get(self.line).is_some_and(inside) {
            return true;
        }
        self.scan.kind(Span::new(before.start, span.end)).and_then(Layer::of) == Some(layer)
    }
}

/// How the last of the words to look up is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    /// The word itself.
    Whole,
    /// Words that begin so.
    Beginning,
    /// Words at most that many letters away; there is only one word then.
    Near(u8),
}

/// What to look up for a word or phrase of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Words; each stands for itself and for itself before an apostrophe
    /// ([`ELIDED`]): in a phrase an apostrophe is a space.
    pub words: Vec<String>,
    /// How the last of them is compared.
    pub last: Last,
    /// True when these words beside one another are the phrase; false when
    /// documents with all the words have to be looked at.
    pub decided: bool,
}

impl Probe {
    /// What to look up; without words, every document has to be looked at.
    pub fn of(word: &Word) -> Self {
        let needle = word.folded.as_str();
        // A word that fills all the room may have been cut off.
        let long = |w: &str| w.chars().count() >= LONGEST;
        if let Mode::Typo(distance) = word.mode {
            // Letters that were cut off words cannot be compared.
            let decided = needle.chars().count() + usize::from(distance) < LONGEST;
            let words = if decided { vec![needle.to_owned()] } else { Vec::new() };
            return Self { words, last: Last::Near(distance), decided };
        }
        let mut words: Vec<String> = Vec::new();
        let mut between: Vec<&str> = Vec::new();
        let mut from = None;
        for (start, word) in tokens(needle) {
            between.extend(from.map(|from| &needle[from..start]));
            words.push(word.to_owned());
            from = Some(start + word.len());
        }
        let leads = tokens(needle).next().is_some_and(|(at, _)| at > 0);
        let trails = from.is_some_and(|end| end < needle.len());
        let last = if word.mode == Mode::Prefix && !trails { Last::Beginning } else { Last::Whole };
        let whole = words.len();
        let known = between.iter().all(|b| matches!(*b, " " | "'"));
        // A phrase that may begin again inside itself is found where it was
        // last, which places do not tell.
        let again = words.iter().enumerate().any(|(i, w)| {
            words[..i].iter().any(|v| v == w || (i + 1 == whole && last == Last::Beginning && v.starts_with(&**w)))
        });
        let cut = words.iter().any(|w| long(w));
        let decided =
            whole > 0 && !word.accents && !leads && !trails && known && !again && !cut && word.mode != Mode::Inside;
        if decided {
            return Self { words, last, decided };
        }
        if word.mode == Mode::Inside {
            // Where the needle ends inside a word, the word is not known.
            if !trails {
                words.pop();
            }
            if !leads && !words.is_empty() {
                words.remove(0);
            }
        }
        words.retain(|w| !long(w));
        let last = if words.len() == whole { last } else { Last::Whole };
        Self { words, last, decided }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;
    use crate::ingest::RawDocument;

    fn words(s: &str) -> Vec<(u32, String)> {
        read(s).map(|(d, w)| (d, w.to_owned())).collect()
    }

    #[test]
    fn a_document_is_the_folded_words_of_its_layers() {
        let text = "Le pont d’Éole\n\nLe maire a dit : « L’œuvre est là, Saint-Éloi. »\n\n";
        let text = text.to_owned() + &"Une phrase assez longue pour être lue comme du texte courant. ".repeat(6);
        let raw = RawDocument { place: Place::file("a.txt"), text, ..RawDocument::default() };
        let layered = Layered::of(&crate::clean::clean(raw));
        let all: Vec<_> = layered.words.iter().flat_map(|w| words(w)).collect();
        let at = |word: &str| all.iter().find(|(_, w)| w == word).map(|(d, _)| *d);
        let beside = ["d'", "eole", "oeuvre", "la", "eloi"].map(at);
        assert!(beside.iter().all(|d| *d == Some(BESIDE)), "{all:?}");
        assert_eq!((at("l'"), at("saint")), (Some(APART), Some(APART)), "{all:?}");
        assert_eq!(at("une"), Some(APART), "a blank line parts");
    }

    #[test]
    fn a_phrase_is_looked_up_by_words_and_distances() {
        let probe = |raw: &str| Probe::of(&Word::exact(raw));
        let p = probe("vente d’armes");
        assert!(p.decided);
        assert_eq!(p.words, ["vente", "d", "armes"]);
        assert_eq!(probe("vente d armes"), p, "an apostrophe that was not typed");
        for raw in ["3,5", "Nord, Sud", "12:30", "l’", "(a) b", "a ; b", "non non", "%", &"x".repeat(60)] {
            assert!(!probe(raw).decided, "{raw}");
        }
        assert_eq!(probe("l’").words.len(), 1);
        assert!(probe("%").words.is_empty());
    }
}
