//! A document cut into sentences and words for comparing: titles, standfirst,
//! captions and body; page furniture, comments and repeated lines left out.

use super::lexicon;
use super::word_hash::{WordMap, hash, lemma, prefix};
use crate::corpus::segment::{flowing, unparted};
use crate::corpus::{COMPARED, Document, LineKind};
use crate::fact::{Facts, FigureKind};
use crate::text::segment;
use crate::text::{Span, fold_into};

/// What a word is.
pub(crate) mod flag {
    /// No content of its own.
    pub(crate) const FUNCTION: u8 = 1;
    /// Part of a name.
    pub(crate) const NAME: u8 = 2;
    /// Begins with a digit.
    pub(crate) const DIGIT: u8 = 4;
    /// Inside quotation marks.
    pub(crate) const QUOTED: u8 = 8;
    /// A title or function in set phrases.
    pub(crate) const TITLE: u8 = 16;
    /// Begins with a capital letter.
    pub(crate) const CAPITAL: u8 = 32;
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    /// Hash of the folded word.
    pub(crate) word: u32,
    /// Hash of its first six letters.
    pub(crate) stem: u32,
    /// Hash of its first four letters.
    pub(crate) short: u32,
    /// Bits of [`flag`].
    pub(crate) flags: u8,
}

impl Token {
    pub(crate) fn is(&self, flags: u8) -> bool {
        self.flags & flags != 0
    }

    /// A word with content that is no name, no title and no digit.
    pub(crate) fn is_ordinary(&self) -> bool {
        !self.is(flag::FUNCTION | flag::NAME | flag::TITLE | flag::DIGIT)
    }
}

/// A sentence with its words.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) kind: LineKind,
    pub(crate) tokens: Vec<Token>,
    /// Hashes of the three-letter pieces of its words, sorted, each with how
    /// often it occurs.
    pub(crate) letters: Vec<(u32, f32)>,
    /// Keys of its typed values, sorted, each with how much it tells.
    pub(crate) values: Vec<(u64, f32)>,
}

/// The stretches that are compared, in order. Body lines that were broken at
/// a width are one stretch.
pub(crate) fn stretches(d: &Document) -> Vec<(Span, LineKind)> {
    let compared = |k: LineKind| k.is_body() || matches!(k, LineKind::Title | LineKind::Standfirst | LineKind::Caption);
    let (wrapped, end) = (is_wrapped(d), d.first(COMPARED));
    let mut out: Vec<(Span, LineKind)> = Vec::new();
    let mut last: Option<usize> = None;
    for (i, l) in d.lines.iter().enumerate().filter(|(_, l)| compared(l.kind) && l.repeats.is_none()) {
        let read = d.without_cuts(l.content(&d.text)).into_iter().filter_map(|s| s.before(end));
        let mut parts = read.map(|s| (s, l.kind)).peekable();
        let follows = i > 0 && last == Some(i - 1) && l.kind == LineKind::Body;
        if let (true, Some(before), Some(&(part, _))) = (follows, out.last_mut(), parts.peek())
            && before.1 == LineKind::Body
            && goes_on(before.0.of(&d.text), part.of(&d.text), wrapped)
            // Nothing but the line break may lie between the two.
            && Span::new(before.0.end, part.start).of(&d.text).trim().is_empty()
        {
            before.0 = before.0.join(part);
            parts.next();
        }
        out.extend(parts);
        last = Some(i);
    }
    out
}

/// True when a line ends inside a sentence.
fn is_open(line: &str) -> bool {
    line.trim_end().chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–' | '—'))
}

/// True when the next line goes on with the sentence of this one.
fn goes_on(line: &str, next: &str, wrapped: bool) -> bool {
    is_open(line) && (wrapped || next.chars().next().is_some_and(char::is_lowercase))
}

/// True when most lines of the body end inside a sentence: the text was
/// broken at a width.
fn is_wrapped(d: &Document) -> bool {
    const LEAST: usize = 4;
    let pairs = d.lines.windows(2).filter(|w| w.iter().all(|l| l.kind == LineKind::Body));
    let (mut all, mut open) = (0, 0);
    for w in pairs {
        all += 1;
        open += usize::from(is_open(w[0].content(&d.text).of(&d.text)));
    }
    all >= LEAST && open * 2 >= all
}

/// Words in quotation marks inside a stretch: `«…»`, `“…”` and straight
/// marks in pairs; the spans are the words inside the marks.
pub(crate) fn quotations(text: &str, stretch: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (i, c) in stretch.of(text).char_indices() {
        let (at, next) = (stretch.start + i, stretch.start + i + c.len_utf8());
        match (c, open) {
            ('«' | '“' | '„', None) => open = Some((next, c)),
            // A mark that opens again inside: the newspaper nests or forgot to close.
            ('«', Some((_, '«'))) => open = Some((next, c)),
            ('»', Some((from, '«'))) | ('”', Some((from, '“' | '„'))) | ('“', Some((from, '„'))) => {
                out.push(Span::new(from, at).trim(text));
                open = None;
            }
            ('"', None) => open = Some((next, c)),
            ('"', Some((from, '"'))) => {
                out.push(Span::new(from, at).trim(text));
                open = None;
            }
            _ => {}
        }
    }
    // A quotation that goes on in the next paragraph is open to the end.
    if let Some((from, '«' | '“')) = open {
        out.push(Span::new(from, stretch.end).trim(text));
    }
    out.retain(|s| !s.is_empty());
    out
}

/// The sentences of a document that are compared, in order.
pub(crate) fn sentences(d: &Document) -> Vec<Sentence> {
    cut(d, true)
}

/// The same without their letters, for what only asks for words.
pub(crate) fn worded(d: &Document) -> Vec<Sentence> {
    cut(d, false)
}

/// Words of a sentence that is compared; what goes on longer without a stop is
/// several, as what is worked out for two sentences grows with both.
const LONGEST: usize = 400;

fn cut(d: &Document, lettered: bool) -> Vec<Sentence> {
    let mut out = Vec::new();
    let (mut folded, mut pieces) = (String::new(), Vec::<u32>::new());
    for (within, kind) in stretches(d) {
        let quotations = quotations(&d.text, within);
        let mut quote = quotations.iter().peekable();
        let parts = if lettered { flowing } else { unparted };
        let mut close = |span: Span, tokens: Vec<Token>, pieces: &mut Vec<u32>| {
            pieces.sort_unstable();
            let letters = pieces.chunk_by(|a, b| a == b).map(|c| (c[0], c.len() as f32)).collect();
            pieces.clear();
            out.push(Sentence { span, kind, tokens, letters, values: Vec::new() });
        };
        for span in parts(&d.text, within) {
            let (mut tokens, mut from, mut begins) = (Vec::<Token>::new(), span.start, true);
            for w in segment::words(&d.text, span) {
                if lettered && tokens.len() == LONGEST {
                    close(Span::new(from, w.start).trim(&d.text), std::mem::take(&mut tokens), &mut pieces);
                    from = w.start;
                }
                while quote.peek().is_some_and(|q| q.end <= w.start) {
                    quote.next();
                }
                let quoted = quote.peek().is_some_and(|q| q.start <= w.start);
                fold_into(w.of(&d.text), &mut folded);
                let folded = folded.trim_end_matches('\'');
                if lettered {
                    letters(folded, &mut pieces);
                }
                tokens.push(token(w, w.of(&d.text), folded, begins, quoted));
                begins = false;
            }
            close(Span::new(from, span.end).trim(&d.text), tokens, &mut pieces);
        }
    }
    out
}

/// Adds to the sentences the figures and dates that they tell.
pub(crate) fn enrich(sentences: &mut [Sentence], facts: &Facts) {
    let mut at = |span: Span, add: &mut dyn FnMut(&mut Sentence)| {
        let i = sentences.partition_point(|s| s.span.end <= span.start);
        if let Some(s) = sentences.get_mut(i).filter(|s| s.span.contains(span)) {
            add(s);
        }
    };
    for f in &facts.figures {
        let weight = match f.kind {
            FigureKind::Label | FigureKind::Rank => 0.3,
            FigureKind::Count if f.high <= 2.0 => 0.2,
            FigureKind::Count if f.high <= 12.0 => 0.5,
            _ => 1.0,
        };
        let unit = f.unit.as_deref().map_or(0, hash);
        let key = f.low.to_bits().rotate_left(23) ^ f.high.to_bits() ^ u64::from(unit);
        at(f.number, &mut |s| s.values.push((key, weight)));
    }
    for d in &facts.dates {
        if let Some(iso) = &d.iso {
            at(d.span, &mut |s| s.values.push((u64::from(hash(iso)), 0.5)));
        }
    }
    for s in sentences {
        s.values.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
        s.values.dedup_by_key(|v| v.0);
    }
}

/// Pieces of three letters, with a mark for the ends of the word.
fn letters(folded: &str, out: &mut Vec<u32>) {
    let mut window = 0x20u32;
    let mut length = 1;
    for b in folded.bytes().chain([b' ']) {
        window = ((window << 8) | u32::from(b)) & 0x00ff_ffff;
        length += 1;
        if length >= 3 {
            out.push(window);
        }
    }
}

fn token(span: Span, surface: &str, folded: &str, first: bool, quoted: bool) -> Token {
    let lemma = lemma(folded);
    let (word, stem, short) = (hash(folded), hash(prefix(lemma, 6)), hash(prefix(lemma, 4)));
    let initial = surface.chars().next().unwrap_or(' ');
    let mut flags = 0;
    if lexicon::is_function(word) {
        flags |= flag::FUNCTION;
    }
    if initial.is_ascii_digit() {
        flags |= flag::DIGIT;
    } else if initial.is_uppercase() {
        flags |= flag::CAPITAL;
        if !first && flags & flag::FUNCTION == 0 {
            flags |= flag::NAME;
        }
    }
    if lexicon::is_title(stem) {
        flags |= flag::TITLE;
    }
    if quoted {
        flags |= flag::QUOTED;
    }
    Token { span, word, stem, short, flags }
}

/// Marks as names the sentence-initial words that are names elsewhere, and
/// takes the mark from words that are mostly written small.
pub(crate) fn settle_names(sides: [&mut [Sentence]; 2]) {
    let mut seen: WordMap<(u32, u32)> = WordMap::default();
    for t in sides.iter().flat_map(|s| s.iter()).flat_map(|s| &s.tokens) {
        let e = seen.entry(t.word).or_default();
        if t.is(flag::NAME) {
            e.0 += 1;
        } else if !t.is(flag::CAPITAL) {
            e.1 += 1;
        }
    }
    for t in sides.into_iter().flatten().flat_map(|s| &mut s.tokens) {
        let (name, small) = seen.get(&t.word).copied().unwrap_or_default();
        if t.is(flag::CAPITAL) && !t.is(flag::FUNCTION) && name > small {
            t.flags |= flag::NAME;
        } else if small >= name {
            t.flags &= !flag::NAME;
        }
    }
}
