//! Quotation marks to quotations: pairing, nesting, marks that are missing,
//! quotations over several paragraphs. Has never heard of speakers.

use super::prose::{Kind, Prose, Token, Zone};
use super::quote::Quote;
use crate::corpus::segment;
use crate::text::Span;

/// Families of marks that close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Guillemet,
    Curly,
    Straight,
    Single,
    /// Two apostrophes for one double mark.
    Apostrophes,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug)]
struct Mark {
    style: Style,
    span: Span,
    opens: bool,
    closes: bool,
    /// First token of its zone.
    first: bool,
}

/// A quotation whose end is still looked for.
#[derive(Clone, Copy, Debug)]
struct Open {
    mark: Mark,
    /// Depth 0 is a quotation of its own, deeper ones are nested.
    nested: bool,
}

/// Longest quotation between single straight marks, in bytes: an apostrophe
/// must not open one that ends a page later.
const LONGEST_SINGLE: usize = 400;

/// Paragraphs that a quotation may run over.
const LONGEST_RUN: usize = 12;

fn style(c: char) -> Option<Style> {
    Some(match c {
        '«' | '»' | '‹' | '›' => Style::Guillemet,
        '“' | '”' | '„' | '‟' => Style::Curly,
        '"' | '＂' => Style::Straight,
        '‘' | '’' | '\'' | '‚' => Style::Single,
        _ => return None,
    })
}

fn marks(prose: &Prose, zone: &Zone) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut i = zone.tokens.start;
    while i < zone.tokens.end {
        let token = &prose.tokens[i];
        let at = i;
        i += 1;
        let Kind::Mark(c) = token.kind else { continue };
        let Some(mut style) = style(c) else { continue };
        let mut span = token.span;
        if style == Style::Single && i < zone.tokens.end {
            let next = &prose.tokens[i];
            if next.glued && matches!(next.kind, Kind::Mark(d) if matches!(d, '\'' | '’' | '‘')) {
                style = Style::Apostrophes;
                span = span.join(next.span);
                i += 1;
            }
        }
        let before = (at > zone.tokens.start).then(|| &prose.tokens[at - 1]);
        let after = (i < zone.tokens.end).then(|| &prose.tokens[i]);
        let elided = before.is_some_and(|t| t.kind == Kind::Word && prose.word(at - 1).ends_with(['\'', '’']));
        let opener = |t: &Token| matches!(t.kind, Kind::Mark(d) if !matches!(d, '.' | ',' | '!' | '?' | '…' | ')' | ']' | '»' | '”' | '%' | '€'));
        let free_before = !token.glued || elided || before.is_none_or(opener);
        let free_after = after.is_none_or(|t| !t.glued);
        let punctuation = after.is_some_and(
            |t| matches!(t.kind, Kind::Mark(d) if !matches!(d, '(' | '[' | '«' | '“' | '@' | '#' | '.' | '…')),
        );
        let stop = after.is_some_and(|t| matches!(t.kind, Kind::Mark('.' | '…')))
            && !prose.tokens.get(i + 1).is_some_and(|t| t.glued && t.kind == Kind::Word);
        let (opens, closes) = match c {
            '«' | '‹' | '„' => (true, false),
            '»' | '›' => (false, true),
            '“' => (true, !free_before && (free_after || punctuation)),
            '”' | '‟' => (free_before && !free_after, true),
            '‘' | '‚' => (free_before && !free_after, false),
            '’' => (free_before && !free_after, token.glued),
            // `" texte "` with spaces on both sides can do either.
            '"' | '＂' if !token.glued && free_after => (true, true),
            _ => (free_before && !free_after, token.glued && (free_after || punctuation || stop)),
        };
        if style == Style::Apostrophes {
            let closes = token.glued && (free_after || punctuation || stop);
            out.push(Mark { style, span, opens: free_before && !free_after, closes, first: before.is_none() });
            continue;
        }
        out.push(Mark { style, span, opens, closes, first: before.is_none() });
    }
    out
}

/// Quotations of all zones in order, without speakers.
pub(super) fn find(prose: &Prose) -> Vec<Quote> {
    let mut finder = QuoteFinder { prose, out: Vec::new(), stack: Vec::new(), nested: Vec::new(), run: 0 };
    let all: Vec<Vec<Mark>> = prose.zones.iter().map(|z| marks(prose, z)).collect();
    for (i, zone) in prose.zones.iter().enumerate() {
        let opens = all[i].iter().filter(|m| m.style == Style::Guillemet && m.opens).count();
        let closes = all[i].iter().filter(|m| m.style == Style::Guillemet && m.closes).count();
        finder.zone(zone, &all[i], opens > closes);
        finder.end_of_zone(zone, all.get(i + 1).map(Vec::as_slice), prose.zones.get(i + 1));
    }
    let mut out = finder.out;
    dialogue(prose, &mut out);
    out
}

/// Turns of a dialogue set with dashes: at least two paragraphs in a row that
/// open with one, and one of them asks, cries or names who speaks. A list
/// with dashes does neither.
fn dialogue(prose: &Prose, out: &mut Vec<Quote>) {
    let dashed = |z: &Zone| {
        let mut chars = z.span.of(prose.text).chars();
        matches!(chars.next(), Some('—' | '–')) && chars.find(|c| !c.is_whitespace()).is_some_and(char::is_uppercase)
    };
    let spoken = |z: &Zone| {
        z.span.of(prose.text).ends_with(['?', '!']) || prose.tokens[z.tokens.clone()].iter().any(|t| t.inverted)
    };
    let mut turns = Vec::new();
    let mut i = 0;
    while i < prose.zones.len() {
        let run = prose.zones[i..].iter().take_while(|z| dashed(z)).count();
        let zones = &prose.zones[i..i + run];
        if run >= 2 && zones.iter().any(spoken) {
            for z in zones {
                let dash = prose.zones[i].span.of(prose.text).chars().next().map_or(0, char::len_utf8);
                let span = Span::new(z.span.start + dash, z.span.end).trim(prose.text);
                let k = out.partition_point(|q| q.outer.end <= z.span.start);
                if out.get(k).is_none_or(|q| !q.outer.touches(z.span)) {
                    turns.push(Quote::new(span, z.span, true));
                }
            }
        }
        i += run.max(1);
    }
    if !turns.is_empty() {
        out.append(&mut turns);
        out.sort_by_key(|q| q.outer.start);
    }
}

struct QuoteFinder<'p, 'd> {
    prose: &'p Prose<'d>,
    out: Vec<Quote>,
    stack: Vec<Open>,
    nested: Vec<Span>,
    /// Zones that the open quotation has run over.
    run: usize,
}

impl QuoteFinder<'_, '_> {
    fn zone(&mut self, zone: &Zone, marks: &[Mark], missing_close: bool) {
        for &m in marks {
            // The mark that repeats at the head of a continued paragraph.
            if m.first && self.run > 0 && self.stack.last().is_some_and(|o| o.mark.style == m.style) {
                let alone = m.closes && !m.opens && !self.more_closes(marks, m);
                if !alone {
                    continue;
                }
            }
            let open = self.stack.iter().rposition(|o| o.mark.style == m.style);
            if m.style == Style::Single
                && let Some(k) = open
                && m.span.start - self.stack[k].mark.span.end > LONGEST_SINGLE
            {
                self.stack.remove(k);
                self.open_or_close(zone, m, None, missing_close);
                continue;
            }
            self.open_or_close(zone, m, open, missing_close);
        }
    }

    /// True when another mark of the zone can close the same style.
    fn more_closes(&self, marks: &[Mark], m: Mark) -> bool {
        marks.iter().any(|o| o.span.start > m.span.start && o.style == m.style && o.closes)
    }

    fn open_or_close(&mut self, zone: &Zone, m: Mark, open: Option<usize>, missing_close: bool) {
        match open {
            Some(k) if m.closes => self.close(k, m.span, true),
            // A second opening mark: nested, or the first never closed.
            Some(k) if m.opens => {
                if m.style == Style::Guillemet && !missing_close {
                    self.push(m);
                } else {
                    self.give_up(zone, k, m.span.start);
                    self.push(m);
                }
            }
            None if m.opens => self.push(m),
            _ => {}
        }
    }

    fn push(&mut self, mark: Mark) {
        let nested = !self.stack.is_empty();
        self.stack.push(Open { mark, nested });
    }

    /// Closes the quotation at depth `k`; what was opened above it and never
    /// closed falls away.
    fn close(&mut self, k: usize, mark: Span, closed: bool) {
        let open = self.stack[k];
        self.stack.truncate(k);
        let inner = Span::new(open.mark.span.end, mark.start).trim(self.prose.text);
        if !inner.of(self.prose.text).contains(|c: char| c.is_alphanumeric()) {
            return;
        }
        if open.nested && !self.stack.is_empty() {
            self.nested.push(inner);
            return;
        }
        let mut quote = Quote::new(inner, Span::new(open.mark.span.start, mark.end), closed);
        quote.nested = std::mem::take(&mut self.nested);
        quote.nested.retain(|n| quote.span.contains(*n));
        self.out.push(quote);
        self.run = 0;
    }

    /// The closing mark is missing: the quotation ends with its sentence, at
    /// the latest at `limit`.
    fn give_up(&mut self, zone: &Zone, k: usize, limit: usize) {
        let open = self.stack[k].mark;
        let from = open.span.end.max(zone.span.start);
        if open.style == Style::Single || open.style == Style::Straight && !open.first {
            self.stack.truncate(k);
            return;
        }
        let rest = Span::new(from, limit.max(from));
        let end = segment::sentences(self.prose.text, rest).first().map_or(rest.end, |s| s.end);
        self.close(k, Span::new(end, end), false);
    }

    fn end_of_zone(&mut self, zone: &Zone, next: Option<&[Mark]>, next_zone: Option<&Zone>) {
        self.stack.retain(|o| o.mark.style != Style::Single);
        let Some(&bottom) = self.stack.first() else {
            self.run = 0;
            return;
        };
        self.stack.truncate(1);
        let style = bottom.mark.style;
        let same = |m: &&Mark| m.style == style;
        let continues = next_zone.is_some_and(|z| z.kind == zone.kind)
            && next.is_some_and(|marks| {
                let first = marks.iter().find(same);
                let headed = marks.first().is_some_and(|m| m.first && m.style == style);
                let closes = first.is_some_and(|m| m.closes && !m.opens);
                let ends = || marks.iter().skip(1).any(|m| m.style == style && m.closes);
                headed && (style != Style::Straight || ends()) || closes
            })
            && self.run < LONGEST_RUN;
        if continues {
            self.run += 1;
            return;
        }
        self.run = 0;
        self.give_up(zone, 0, zone.span.end);
        self.stack.clear();
    }
}
