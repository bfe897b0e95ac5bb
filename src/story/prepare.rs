//! A document cut into sentences and words for comparing: titles, standfirst,
//! captions and body; page furniture, comments and repeated lines left out.

use crate::corpus::{Document, LineKind};
use crate::text::segment;
use crate::text::{Span, fold};

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    /// Hash of the folded word.
    pub(crate) word: u32,
    /// Hash of its first letters.
    pub(crate) stem: u32,
}

/// A sentence with its words.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) tokens: Vec<Token>,
}

pub(crate) fn hash(s: &str) -> u32 {
    s.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

const STEM: usize = 6;

/// The stretches that are compared, in order.
pub(crate) fn stretches(d: &Document) -> Vec<(Span, LineKind)> {
    let compared = |k: LineKind| k.is_body() || matches!(k, LineKind::Title | LineKind::Standfirst | LineKind::Caption);
    d.lines
        .iter()
        .filter(|l| compared(l.kind) && l.repeats.is_none())
        .flat_map(|l| d.without_cuts(l.content(&d.text)).into_iter().map(|s| (s, l.kind)))
        .collect()
}

pub(crate) fn sentences(d: &Document) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (stretch, _) in stretches(d) {
        for span in segment::sentences(&d.text, stretch) {
            let tokens = segment::words(&d.text, span)
                .map(|w| {
                    let f = fold(w.of(&d.text));
                    let stem = f.char_indices().nth(STEM).map_or(f.as_str(), |(i, _)| &f[..i]);
                    Token { span: w, word: hash(&f), stem: hash(stem) }
                })
                .collect();
            out.push(Sentence { span, tokens });
        }
    }
    out
}
