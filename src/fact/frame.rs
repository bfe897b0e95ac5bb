//! A document as sentences with its quotations folded into single items,
//! with whoever is mentioned and with every place that says who says.

use super::cue::{Cue, Reader, Shape};
use super::lexicon::Class;
use super::mention::{Finder, Mention};
use super::prose::{Kind, Prose, Token};
use super::quote::Quote;
use crate::corpus::Document;
use crate::entity::Entity;
use crate::text::Span;

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
    pub(super) items: Vec<Item>,
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
const LONGEST: usize = 300;

/// The sentences of a document with mentions and cues.
pub(super) struct Frame<'a, 'd> {
    pub(super) prose: &'a Prose<'d>,
    pub(super) entities: &'a [Entity],
    pub(super) sentences: Vec<Sentence>,
    pub(super) mentions: Vec<Mention>,
    /// For each sentence its range of mentions.
    pub(super) of_sentence: Vec<std::ops::Range<usize>>,
    pub(super) cues: Vec<Vec<Cue>>,
    /// `« Il existe un tabou, explique X, mais… »`: for each quotation the
    /// subject of a verb of saying between commas inside it, and the verb.
    pub(super) inside: Vec<Option<(usize, Span)>>,
}

impl<'a, 'd> Frame<'a, 'd> {
    pub(super) fn new(prose: &'a Prose<'d>, quotes: &[Quote], entities: &'a [Entity], document: &'a Document) -> Self {
        let sentences = sentences(prose, quotes);
        let finder = Finder::new(prose, document, entities);
        let mut frame = Self {
            prose,
            entities,
            sentences,
            mentions: Vec::new(),
            of_sentence: Vec::new(),
            cues: Vec::new(),
            inside: Vec::new(),
        };
        for n in 0..frame.sentences.len() {
            let from = frame.mentions.len();
            frame.mentions.extend(finder.sentence(&frame.sentences[n]));
            frame.of_sentence.push(from..frame.mentions.len());
            let cues = Reader { frame: &frame, s: &frame.sentences[n], mentions: from..frame.mentions.len() }.cues();
            frame.cues.push(cues);
        }
        frame.inside = quotes.iter().map(|_| None).collect();
        for n in 0..frame.sentences.len() {
            for i in 0..frame.sentences[n].items.len() {
                let Some(q) = frame.sentences[n].quote(i) else { continue };
                if frame.inside[q].is_none() {
                    frame.inside[q] = frame.incise(&finder, n, quotes[q].span);
                }
            }
        }
        frame
    }

    /// A verb of saying between commas inside a quotation.
    fn incise(&mut self, finder: &Finder<'a, 'd>, n: usize, quote: Span) -> Option<(usize, Span)> {
        let from = self.prose.token_at(quote.start);
        let to = self.prose.token_at(quote.end).min(from + LONGEST);
        let tokens = &self.prose.tokens[from..to];
        let parted = |k: usize| k > 0 && matches!(tokens[k - 1].kind, Kind::Mark(',' | '!' | '?' | '…'));
        let likely = (0..tokens.len()).any(|k| {
            let class = tokens[k].class;
            parted(k)
                && (class.verb(Class::FINITE) || class.is(Class::AUX))
                && tokens[k + 1..tokens.len().min(k + 4)]
                    .iter()
                    .any(|t| t.inverted || t.capital || t.class.is(Class::DETERMINER))
        });
        if !likely {
            return None;
        }
        let items = (from..to).map(Item::Token).collect();
        let own = Sentence { items, span: quote, ..self.sentences[n].clone() };
        let first = self.mentions.len();
        self.mentions.extend(finder.sentence(&own));
        let range = first..self.mentions.len();
        let cues = Reader { frame: self, s: &own, mentions: range }.cues();
        let incise = cues.iter().find(|c| {
            let start = c.items.start;
            let opened = start > 0 && matches!(own.mark(self.prose, start - 1), Some(',' | '!' | '?' | '…'));
            let Some(m) = c.subject.filter(|_| opened && c.shape == Shape::Inverted) else { return false };
            let mention = &self.mentions[m];
            let end = mention.items.end.max(c.items.end);
            let closed = (end..own.items.len().min(end + 14))
                .any(|k| matches!(own.mark(self.prose, k), Some(',' | '.' | '!' | '?')));
            // `m'a-t-il dit` belongs to what is told.
            let told = c.items.clone().any(|k| {
                own.token(self.prose, k).is_some_and(|t| {
                    t.class.is(Class::FIRST) || matches!(t.span.of(self.prose.text), "m’" | "m'" | "me")
                })
            });
            closed && !told && mention.items.start <= c.items.end + 4
        });
        incise.and_then(|c| c.subject.map(|m| (m, c.verb)))
    }

    /// First mention that no preposition governs, before the first verb of
    /// the sentence where there is one: its grammatical subject.
    pub(super) fn main_subject(&self, sentence: usize) -> Option<usize> {
        let mentions = self.of_sentence.get(sentence)?.clone();
        let s = &self.sentences[sentence];
        // `Si X se dit…, Y s'en réjouit`: the subject stands behind the comma.
        let subordinate = s.token(self.prose, 0).is_some_and(|t| {
            matches!(
                t.span.of(self.prose.text),
                "Si" | "Quand"
                    | "Lorsque"
                    | "Lorsqu’"
                    | "Lorsqu'"
                    | "Alors"
                    | "Comme"
                    | "Tandis"
                    | "Puisque"
                    | "Après"
                    | "While"
                    | "When"
                    | "If"
                    | "As"
                    | "Although"
                    | "After"
            )
        }) || s
            .token(self.prose, 1)
            .is_some_and(|t| matches!(t.span.of(self.prose.text), "si" | "quand" | "lorsque"));
        // `Interrogé par la chaîne, le maire…`, `Asked whether X would, Y said`.
        let participle = s.token(self.prose, 0).is_some_and(|t| {
            let word = t.span.of(self.prose.text);
            matches!(word, "Asked" | "Questioned" | "Speaking" | "Présent" | "Présente" | "Invité" | "Invitée")
                || word.len() > 5
                    && (word.ends_with("ant") && !t.class.is(Class::ROLE)
                        || ["é", "ée", "és", "ées"].iter().any(|e| word.ends_with(e)))
        });
        let starts = |k: usize| {
            s.mark(self.prose, k) == Some(',')
                && mentions.clone().any(|m| self.mentions[m].items.start == k + 1 && !self.mentions[m].governed)
        };
        let behind = if participle {
            (0..s.items.len()).find(|&k| starts(k))
        } else if subordinate {
            (0..s.items.len()).find(|&k| s.mark(self.prose, k) == Some(','))
        } else {
            None
        };
        let from = behind.unwrap_or(0);
        let free = |m: usize| !self.mentions[m].governed && self.mentions[m].items.start >= from;
        let before_verb = |m: usize| {
            (self.mentions[m].items.end..(self.mentions[m].items.end + 4).min(s.items.len()))
                .any(|i| s.token(self.prose, i).is_some_and(|t| t.class.is(Class::AUX) || t.class.verb(Class::FINITE)))
        };
        mentions.clone().find(|&m| free(m) && before_verb(m)).or_else(|| mentions.clone().find(|&m| free(m)))
    }
}

/// Sentences of all zones; a full stop inside a quotation ends none.
fn sentences(prose: &Prose, quotes: &[Quote]) -> Vec<Sentence> {
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
                                && quotes[before].span.of(prose.text).ends_with(['.', '!', '?', '…'])
                            {
                                let span = Span::new(from, at);
                                from = at;
                                out.push(Sentence { span, line: zone.line, items: std::mem::take(&mut items) });
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
                            out.push(Sentence { span, line: zone.line, items: std::mem::take(&mut items) });
                        }
                        items.push(Item::Token(token));
                    }
                }
                token += 1;
                if items.len() >= LONGEST {
                    let end = prose.tokens[token - 1].span.end;
                    let span = Span::new(from, end);
                    from = end;
                    out.push(Sentence { span, line: zone.line, items: std::mem::take(&mut items) });
                }
            }
            let span = Span::new(from.min(span.end), span.end);
            if !items.is_empty() {
                out.push(Sentence { span, line: zone.line, items });
            }
        }
    }
    out
}

/// True when the quotation ends like a sentence and the token behind it starts
/// one: a capital that is no name with a verb of saying.
fn ends_sentence(prose: &Prose, quote: &Quote, token: usize) -> bool {
    let Some(next) = prose.tokens.get(token).filter(|t| t.kind == Kind::Word && t.capital) else { return false };
    let ended = quote.span.of(prose.text).ends_with(['.', '!', '?', '…']);
    let verb = (token + 1..token + 6)
        .filter_map(|k| prose.tokens.get(k))
        .take_while(|t| t.kind == Kind::Word)
        .any(|t| t.class.verb(Class::FINITE));
    let article = next.class.is(Class::DETERMINER | Class::PRONOUN | Class::PREPOSITION | Class::OF);
    let english = next.class.is(Class::ENGLISH)
        || (token + 1..token + 6).any(|k| prose.tokens.get(k).is_some_and(|t| t.class.is(Class::ENGLISH)));
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
        if t.class.verb(Class::FINITE) && t.class.is(Class::ENGLISH) {
            return words <= 7 && words > 1;
        }
    }
    false
}

/// True when nothing but marks, adverbs and the like stands between.
pub(super) fn only_marks(s: &Sentence, prose: &Prose, from: usize, to: usize) -> bool {
    (from..to).all(|k| s.mark(prose, k).is_some())
}
