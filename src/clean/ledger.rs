//! What was taken out of an article, block by block, with the rule, the
//! reason and the number of words; and whether enough is left.

use super::rules;
use crate::corpus::{Document, LineKind};
use crate::notice::Notice;
use crate::text::Span;
use crate::words::{Message, msg};

/// Neighbouring lines of one kind that are not in the body, or one cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: LineKind,
    /// The rule of its first line.
    pub rule: &'static str,
    /// The reason in words.
    pub reason: Message,
    /// Words in it.
    pub words: usize,
    /// From the first to the last line of it, without white space around.
    pub span: Span,
    /// First and last line (indices).
    pub lines: (usize, usize),
    /// True for a stretch cut out of a body line.
    pub cut: bool,
}

/// The account of one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Words of the whole text.
    pub words: usize,
    /// Words of the body.
    pub kept_words: usize,
    /// Share of all words that the body keeps, 0 to 1.
    pub kept: f64,
    /// Blocks taken out, in the order of the text; furniture is not in it.
    pub taken_out: Vec<Block>,
    /// Said when so little is left that the reader should look.
    pub alarm: Option<Notice>,
}

/// Share of words below which the reader is told.
const LITTLE: f64 = 0.2;
/// Texts below this many words raise no alarm.
const SMALL: usize = 150;

/// The account of a document.
pub fn ledger(document: &Document) -> Ledger {
    let words = document.text.split_whitespace().count();
    let kept_words = document.body_words();
    let kept = if words == 0 { 1.0 } else { kept_words as f64 / words as f64 };
    let alarm = (words >= SMALL && kept < LITTLE).then(|| {
        let sentence = msg::clean_little_kept(format!("{:.0}", kept * 100.0), words.to_string());
        Notice::warning(document.place.to_string(), sentence).with_hint(msg::CLEAN_LOOK_AT_MARKED)
    });
    Ledger { words, kept_words, kept, taken_out: blocks(document), alarm }
}

/// Blocks of noise and cuts, in the order of the text.
fn blocks(document: &Document) -> Vec<Block> {
    let text = &document.text;
    let mut out: Vec<Block> = Vec::new();
    let mut open = false;
    for (i, line) in document.lines.iter().enumerate() {
        if line.kind == LineKind::Blank {
            continue;
        }
        let taken = line.kind.is_noise() || line.repeats.is_some();
        let content = line.content(text);
        let words = content.of(text).split_whitespace().count();
        match out.last_mut() {
            Some(b) if open && taken && b.kind == line.kind => {
                b.words += words;
                b.span = b.span.join(content);
                b.lines.1 = i;
            }
            _ if taken => {
                let reason = line.reason.clone().unwrap_or_else(|| rules::label(line.rule));
                let lines = (i, i);
                out.push(Block { kind: line.kind, rule: line.rule, reason, words, span: content, lines, cut: false });
            }
            _ => {}
        }
        open = taken;
    }
    for cut in &document.cuts {
        let line = document.lines.partition_point(|l| l.span.end <= cut.span.start);
        out.push(Block {
            kind: cut.kind,
            rule: cut.rule,
            reason: rules::label(cut.rule),
            words: cut.span.of(text).split_whitespace().count(),
            span: cut.span,
            lines: (line, line),
            cut: true,
        });
    }
    out.sort_by_key(|b| (b.span.start, b.span.end));
    out
}
