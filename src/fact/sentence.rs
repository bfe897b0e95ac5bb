//! Sentences with their quotations folded into single items, and how a text
//! is cut into them.

use super::lexicon::WordClass;
use super::prose::{Kind, Prose, Token};
use super::quote::Quote;
use crate::text::Span;
use crate::text::ending::is_ended;

/// A token or a whole quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Token(usize),
    Quote(usize),
}

/// A sentence with its quotations folded into single items.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) span: Span,
    pub(super) line: usize,
    /// No more room than they need: there may be a sentence for each line.
    pub(super) items: Box<[Item]>,
}

impl Sentence {
    pub(super) fn token<'p>(&self, prose: &'p Prose, i: usize) -> Option<&'p Token> {
        match self.items.get(i)? {
            Item::Token(t) => prose.tokens.get(*t),
            Item::Quote(_) => None,
        }
    }

    pub(super) fn mark(&self, prose: &Prose, i: usize) -> Option<char> {
        match self.token(prose, i)?.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    pub(super) fn quote(&self, i: usize) -> Option<usize> {
        match self.items.get(i)? {
            Item::Quote(q) => Some(*q),
            Item::Token(_) => None,
        }
    }

    /// The item whose token starts at or after the byte offset and is the
    /// first to do so.
    pub(super) fn item_at(&self, prose: &Prose, offset: usize) -> Option<usize> {
        let i = self.items.partition_point(|it| match it {
            Item::Token(t) => prose.tokens[*t].span.end <= offset,
            Item::Quote(_) => false,
        });
        // Quotations break the order of the partition: look on from there.
        (i..self.items.len())
            .find(|&k| self.token(prose, k).is_some_and(|t| t.span.end > offset))
            .filter(|&k| self.token(prose, k).is_some_and(|t| t.span.start <= offset))
    }
}

/// Longest sentence in items; a longer one is read in pieces, for what is
/// looked up inside a sentence would grow with its square.
pub(super) const LONGEST: usize = 300;

/// The sentences of all zones; a full stop inside a quotation ends none.
pub(super) fn sentences(prose: &Prose, quotes: &[Quote]) -> Vec<Sentence> {
    let mut out: Vec<Sentence> = Vec::new();
    let mut q = 0;
    for zone in &prose.zones {
        while quotes.get(q).is_some_and(|x| x.outer.end <= zone.span.start) {
            q += 1;
        }
        let mut parts: Vec<Span> = Vec::new();
        let mut k = q;
        for part in prose.sentences(zone) {
            while quotes.get(k).is_some_and(|x| x.outer.end < part.start) {
                k += 1;
            }
            let inside = quotes.get(k).is_some_and(|x| x.outer.start < part.start && part.start < x.outer.end);
            match parts.last_mut() {
                Some(last) if inside || answers(prose, quotes, *last, part) => *last = last.join(part),
                _ => parts.push(part),
            }
        }
        let mut token = zone.tokens.start;
        for span in parts {
            let mut items = Vec::new();
            let mut from = span.start;
            while token < zone.tokens.end && prose.tokens[token].span.start < span.end {
                let at = prose.tokens[token].span.start;
                while quotes.get(q).is_some_and(|x| x.outer.end <= at) {
                    q += 1;
                }
                match quotes.get(q) {
                    Some(x) if x.outer.start <= at => {
                        if items.last() != Some(&Item::Quote(q)) {
                            // `confie : « … . » « … », écrit X`
                            if let Some(&Item::Quote(before)) = items.last()
                                && is_ended(quotes[before].span.of(prose.text))
                            {
                                let span = Span::new(from, at);
                                from = at;
                                out.push(Sentence { span, line: zone.line, items: std::mem::take(&mut items).into() });
                            }
                            items.push(Item::Quote(q));
                        }
                    }
                    _ => {
                        // `« … ! » Une salle lui répond : « … »`
                        if let Some(&Item::Quote(before)) = items.last()
                            && ends_sentence(prose, &quotes[before], token)
                        {
                            let span = Span::new(from, at);
                            from = at;
                            out.push(Sentence { span, line: zone.line, items: std::mem::take(&mut items).into() });
                        }
                        items.push(Item::Token(token));
                    }
                }
                token += 1;
                if items.len() >= LONGEST {
                    let end = prose.tokens[token - 1].span.end;
                    let span = Span::new(from, end);
                    from = end;
                    out.push(Sentence { span, line: zone.line, items: std::mem::take(&mut items).into() });
                }
            }
            let span = Span::new(from.min(span.end), span.end);
            if !items.is_empty() {
                out.push(Sentence { span, line: zone.line, items: items.into() });
            }
        }
    }
    out
}

/// True when the quotation ends like a sentence and the token behind it starts
/// one: a capital that is no name with a verb of saying.
fn ends_sentence(prose: &Prose, quote: &Quote, token: usize) -> bool {
    let Some(next) = prose.tokens.get(token).filter(|t| t.kind == Kind::Word && t.capital) else { return false };
    let ended = is_ended(quote.span.of(prose.text));
    let verb = (token + 1..token + 6)
        .filter_map(|k| prose.tokens.get(k))
        .take_while(|t| t.kind == Kind::Word)
        .any(|t| t.class.verb(WordClass::FINITE));
    let article = next.class.is(WordClass::DETERMINER | WordClass::PRONOUN | WordClass::PREPOSITION | WordClass::OF);
    let english = next.class.is(WordClass::INVERTS_BEHIND)
        || (token + 1..token + 6).any(|k| prose.tokens.get(k).is_some_and(|t| t.class.is(WordClass::INVERTS_BEHIND)));
    ended && (article || !verb) && !english
}

/// `“Is it over?” Smith asked.`: the words behind a quotation that ends like
/// a sentence still belong to it when they only say who spoke.
fn answers(prose: &Prose, quotes: &[Quote], last: Span, part: Span) -> bool {
    let k = quotes.partition_point(|x| x.outer.end < last.end);
    let quoted = quotes.get(k).is_some_and(|x| x.outer.end == last.end && x.closed);
    if !quoted {
        return false;
    }
    let from = prose.token_at(part.start);
    let mut words = 0;
    for i in from..from + 9 {
        let Some(t) = prose.tokens.get(i) else { return false };
        if t.kind != Kind::Word {
            return false;
        }
        words += 1;
        if t.class.verb(WordClass::FINITE) && t.class.is(WordClass::INVERTS_BEHIND) {
            return words <= 7 && words > 1;
        }
    }
    false
}

/// True when nothing but marks, adverbs and the like stands between.
pub(super) fn only_marks(s: &Sentence, prose: &Prose, from: usize, to: usize) -> bool {
    (from..to).all(|k| s.mark(prose, k).is_some())
}
