//! Where a text says that somebody says: verbs of saying with their subject,
//! *selon X*, a colon before a quotation. Has never heard of scores.

use super::lexicon::Class;
use super::mention::{Finder, Mention, What};
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
    pub(super) zone: usize,
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

/// How a cue names its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `X a déclaré`.
    Direct,
    /// `a déclaré X`, `a-t-il dit`.
    Inverted,
    /// `ajoutant que`, `en promettant`, `de dire`.
    Dependent,
    /// `selon X`, `d’après X`, `pour X,`.
    Accordance,
    /// `X : « … »`.
    Colon,
}

/// One place where the text says who says.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) shape: Shape,
    /// Items of the verb group or of the preposition.
    pub(super) items: std::ops::Range<usize>,
    pub(super) verb: Span,
    pub(super) class: Class,
    /// Index into the mentions.
    pub(super) subject: Option<usize>,
    /// `que` or a colon follows.
    pub(super) governs: bool,
    /// A negation stands with the verb.
    pub(super) negated: bool,
    /// The verb stands in the conditional or behind *devrait*, *pourrait*.
    pub(super) conditional: bool,
}

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
            frame.mentions.extend(finder.sentence(n, &frame.sentences[n]));
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
        self.mentions.extend(finder.sentence(n, &own));
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
        let behind = if subordinate { (0..s.items.len()).find(|&k| s.mark(self.prose, k) == Some(',')) } else { None };
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
    for (z, zone) in prose.zones.iter().enumerate() {
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
                            items.push(Item::Quote(q));
                        }
                    }
                    _ => items.push(Item::Token(token)),
                }
                token += 1;
                if items.len() >= LONGEST {
                    let end = prose.tokens[token - 1].span.end;
                    let span = Span::new(from, end);
                    from = end;
                    out.push(Sentence { span, zone: z, line: zone.line, items: std::mem::take(&mut items) });
                }
            }
            let span = Span::new(from.min(span.end), span.end);
            if !items.is_empty() {
                out.push(Sentence { span, zone: z, line: zone.line, items });
            }
        }
    }
    out
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

struct Reader<'r, 'a, 'd> {
    frame: &'r Frame<'a, 'd>,
    s: &'r Sentence,
    mentions: std::ops::Range<usize>,
}

/// Tokens between an auxiliary and its participle.
const GROUP: usize = 6;

impl Reader<'_, '_, '_> {
    fn class(&self, i: usize) -> Class {
        self.s.token(self.frame.prose, i).map_or(Class::default(), |t| t.class)
    }

    fn word(&self, i: usize) -> &str {
        self.s.token(self.frame.prose, i).map_or("", |t| t.span.of(self.frame.prose.text))
    }

    fn mark(&self, i: usize) -> Option<char> {
        self.s.mark(self.frame.prose, i)
    }

    fn span(&self, from: usize, to: usize) -> Span {
        let start = self.s.token(self.frame.prose, from).map_or(0, |t| t.span.start);
        let end = self.s.token(self.frame.prose, to.saturating_sub(1)).map_or(start, |t| t.span.end);
        Span::new(start, end)
    }

    fn mention(&self, m: usize) -> &Mention {
        &self.frame.mentions[m]
    }

    fn cues(&self) -> Vec<Cue> {
        let mut out: Vec<Cue> = Vec::new();
        let mut i = 0;
        while i < self.s.items.len() {
            let c = self.class(i);
            let cue = if c.is(Class::ACCORDANCE)
                || self.word(i) == "après" && matches!(self.word(i.wrapping_sub(1)), "d'" | "d’" | "D'" | "D’")
            {
                self.accordance(i)
            } else if matches!(self.word(i), "Pour" | "pour") {
                self.opinion(i)
            } else if self.mark(i) == Some(':') {
                self.colon(i, &out)
            } else if c.is(Class::VERB | Class::HALF) {
                self.verb(i, &out)
            } else if c.is(Class::ONE) && self.s.token(self.frame.prose, i).is_some_and(|t| t.inverted) {
                // `pouvait-on lire`, `peut-on entendre`: nobody is named.
                let subject = self.mentions.clone().find(|&m| self.mention(m).items.start == i);
                Some(self.cue(Shape::Inverted, i.saturating_sub(1)..i + 1, subject))
            } else {
                None
            };
            if let Some(cue) = cue {
                i = i.max(cue.items.end.saturating_sub(1));
                out.push(cue);
            }
            i += 1;
        }
        out
    }

    /// The mention that starts within `reach` items from `i`, without a
    /// comma or a verb between.
    fn mention_after(&self, i: usize, reach: usize) -> Option<usize> {
        let mut end = i;
        while end < (i + reach).min(self.s.items.len()) && self.mark(end).is_none() && self.s.quote(end).is_none() {
            end += 1;
        }
        self.mentions.clone().find(|&m| (i..end).contains(&self.mention(m).items.start))
    }

    fn accordance(&self, i: usize) -> Option<Cue> {
        // `la gendarmerie, selon laquelle`
        if self.class(i + 1).is(Class::WHO) {
            return Some(self.cue(Shape::Accordance, i..i + 2, self.antecedent(i)));
        }
        let from = if self.class(i + 1).is(Class::PREPOSITION) { i + 2 } else { i + 1 };
        let subject = self.mention_after(from, 8)?;
        Some(self.cue(Shape::Accordance, i..i + 1, Some(subject)))
    }

    /// `Pour X, …` at the head of a clause is an opinion; elsewhere it is a
    /// purpose.
    fn opinion(&self, i: usize) -> Option<Cue> {
        if self.class(i + 1).is(Class::WHO) {
            return Some(self.cue(Shape::Accordance, i..i + 2, self.antecedent(i)));
        }
        let head = i == 0 || i == 1 || matches!(self.mark(i - 1), Some(',' | '»' | '"' | '”'));
        let subject = self.mentions.clone().find(|&m| {
            let m = self.mention(m);
            m.items.start == i + 1
                && (matches!(m.what, What::Name(_) | What::Pronoun) || m.role.is(Class::PERSON | Class::GROUP))
        })?;
        let end = self.mention(subject).items.end;
        let closed =
            self.s.items.len() <= end || matches!(self.mark(end), Some(',' | '.' | '(')) || self.s.quote(end).is_some();
        (head && closed).then(|| self.cue(Shape::Accordance, i..i + 1, Some(subject)))
    }

    /// `X : « … »`, without a verb of saying before it.
    fn colon(&self, i: usize, before: &[Cue]) -> Option<Cue> {
        self.s.quote(i + 1)?;
        if before.last().is_some_and(|c| c.shape != Shape::Accordance) {
            return None;
        }
        let subject = self.mentions.clone().filter(|&m| self.mention(m).items.end <= i);
        let free = subject.clone().filter(|&m| !self.mention(m).governed).next_back();
        let near = subject.clone().next_back().filter(|&m| self.mention(m).items.end == i);
        Some(self.cue(Shape::Colon, i..i + 1, near.or(free)))
    }

    fn cue(&self, shape: Shape, items: std::ops::Range<usize>, subject: Option<usize>) -> Cue {
        let class = self.class(items.end - 1);
        let governs = self.class(items.end).is(Class::THAT) || self.mark(items.end) == Some(':');
        let negated = (items.start.saturating_sub(2)..items.end).any(|k| self.class(k).is(Class::NEGATION));
        let conditional = items.clone().any(|k| is_conditional(self.word(k)));
        Cue { shape, verb: self.span(items.start, items.end), items, class, subject, governs, negated, conditional }
    }

    /// The first item of the verb group that ends at `v`: auxiliary, clitics,
    /// negation, adverbs. `None` when the word is no verb here.
    fn group(&self, v: usize) -> Option<usize> {
        let class = self.class(v);
        let mut start = v;
        let mut auxiliary = None;
        let mut reflexive = false;
        let mut k = v;
        while k > 0 && v - k < GROUP {
            k -= 1;
            let c = self.class(k);
            let inverted = self.s.token(self.frame.prose, k).is_some_and(|t| t.inverted);
            if inverted {
                continue;
            }
            if c.is(Class::AUX) {
                if auxiliary.is_none() {
                    auxiliary = Some(k);
                }
                start = k;
                continue;
            }
            if c.is(Class::NEGATION) || c.is(Class::CLITIC) && (start < v || class.is(Class::FINITE)) {
                reflexive |= c.is(Class::REFLEXIVE);
                start = k;
                continue;
            }
            if c.is(Class::ADVERB) && !c.is(Class::VERB) {
                continue;
            }
            // `a de son côté déclaré`, `a, quant à lui, dit`.
            if class.is(Class::PARTICIPLE) && !class.is(Class::FINITE) && auxiliary.is_none() && self.filler(k, v) {
                continue;
            }
            break;
        }
        if class.is(Class::FINITE) && auxiliary.is_none() {
            let before = v.checked_sub(1).map_or(Class::default(), |k| self.class(k));
            let article = before.is(Class::DETERMINER | Class::OF) && !before.is(Class::WHO);
            let led = v.checked_sub(2).is_some_and(|k| {
                matches!(self.word(k), "comme" | "Comme") || self.class(k).is(Class::WHO | Class::PRONOUN)
            });
            if article && !led {
                return None;
            }
            return Some(start.min(v));
        }
        if class.is(Class::PARTICIPLE) {
            let aux = auxiliary?;
            // A form of *être* makes a passive unless it is reflexive.
            if self.class(aux).is(Class::BE) && !reflexive {
                return None;
            }
            return Some(start.min(v));
        }
        None
    }

    /// Words that may stand between an auxiliary and its participle.
    fn filler(&self, k: usize, v: usize) -> bool {
        let word = self.word(k);
        let near_auxiliary = (k.saturating_sub(5)..k).any(|j| self.class(j).is(Class::AUX));
        near_auxiliary
            && v - k <= 5
            && (matches!(
                word,
                "de" | "son"
                    | "leur"
                    | "côté"
                    | "quant"
                    | "à"
                    | "lui"
                    | "elle"
                    | "eux"
                    | "pour"
                    | "sa"
                    | "part"
                    | "par"
                    | "la"
                    | "suite"
                    | "ailleurs"
                    | "en"
                    | "effet"
                    | "fait"
                    | "outre"
                    | "même"
                    | "temps"
                    | "cette"
                    | "occasion"
                    | "d’"
                    | "d'"
                    | "l'"
                    | "l’"
            ) || self.mark(k) == Some(','))
    }

    fn verb(&self, v: usize, before: &[Cue]) -> Option<Cue> {
        let class = self.class(v);
        let mut end = v + 1;
        if class.is(Class::HALF) {
            let mut at = v + 1;
            while self.class(at).is(Class::ADVERB) && at < v + 3 {
                at += 1;
            }
            let guard = self.word(at) == "en" && self.word(at + 1) == "garde";
            if !(self.class(at).is(Class::COMPLEMENT) || guard) {
                return None;
            }
            end = if guard { at + 2 } else { at + 1 };
        }
        if self.class(v).is(Class::PRESENT | Class::INFINITIVE) && !self.class(v).is(Class::FINITE) {
            return self.dependent(v, end, before);
        }
        let Some(start) = self.group(v) else {
            // `« … », dixit X`, and infinitives that look like other forms.
            return if class.is(Class::INFINITIVE | Class::PRESENT) { self.dependent(v, end, before) } else { None };
        };
        // `a-t-il déclaré`, `dit-elle`: the pronoun inside or behind.
        let pronoun = (start..=end)
            .find(|&k| self.s.token(self.frame.prose, k).is_some_and(|t| t.inverted && t.class.is(Class::PRONOUN)));
        if let Some(p) = pronoun {
            let subject = self.mentions.clone().find(|&m| self.mention(m).items.start == p);
            let mut cue = self.cue(Shape::Inverted, start..end.max(p + 1), subject);
            cue.class = class;
            return Some(cue);
        }
        let (shape, subject) = self.subject(start, end, before);
        let mut cue = self.cue(shape, start..end, subject);
        cue.class = class;
        Some(cue)
    }

    fn dependent(&self, v: usize, end: usize, before: &[Cue]) -> Option<Cue> {
        let class = self.class(v);
        // `le gouvernement assurant vouloir`: a participle with its own
        // subject right before it.
        let own = class
            .is(Class::PRESENT)
            .then(|| self.mentions.clone().find(|&m| self.mention(m).items.end == v && !self.mention(m).governed));
        let subject = own.flatten();
        let subject = subject
            .or_else(|| {
                before
                    .iter()
                    .rev()
                    .find(|c| matches!(c.shape, Shape::Direct | Shape::Inverted | Shape::Dependent))
                    .and_then(|c| c.subject)
            })
            .or_else(|| self.subject_before(v));
        let mut cue = self.cue(Shape::Dependent, v..end, subject);
        cue.class = class;
        // `appelle X à dire`: an infinitive far from any speech verb is weak.
        Some(cue)
    }

    /// The grammatical subject of the clause before item `i`.
    fn subject_before(&self, i: usize) -> Option<usize> {
        let free = |m: &usize| !self.mention(*m).governed && self.mention(*m).items.end <= i;
        let verb_after = |m: &usize| {
            let end = self.mention(*m).items.end;
            (end..(end + 3).min(self.s.items.len())).any(|k| {
                self.class(k).is(Class::AUX) || self.class(k).is(Class::FINITE | Class::REFLEXIVE | Class::NEGATION)
            })
        };
        let all = self.mentions.clone();
        all.clone().filter(free).find(verb_after).or_else(|| all.clone().find(free))
    }

    /// Subject of the finite verb group `start..end`.
    fn subject(&self, start: usize, end: usize, before: &[Cue]) -> (Shape, Option<usize>) {
        let p = start.checked_sub(1);
        let head = p.is_none()
            || p.is_some_and(|p| {
                self.s.quote(p).is_some()
                    || matches!(
                        self.mark(p),
                        Some(',' | '(' | '–' | '—' | '-' | '»' | '"' | ':' | ';' | '.' | '…' | '!' | '?')
                    )
            })
            || p.is_some_and(|p| {
                matches!(self.word(p), "comme" | "Comme" | "qu'" | "qu’" | "que" | "ainsi" | "Ainsi" | "l'" | "l’")
            });
        let that = p.is_some_and(|p| self.class(p).is(Class::THAT));
        let quoted_before = (0..start).rev().take(60).any(|k| self.s.quote(k).is_some());
        let behind = self.inverted_noun(end);
        let governs = self.class(end).is(Class::THAT) || self.mark(end) == Some(':') || self.s.quote(end).is_some();
        if head && !governs && behind.is_some() {
            let parenthesis =
                p.is_some_and(|p| self.mark(p) == Some(',')).then(|| self.before_parenthesis(start)).flatten();
            // `X, porte-parole, a dit Y` does not exist: a subject in front
            // wins only when the clause in front has no verb of its own.
            if quoted_before || parenthesis.is_none() {
                return (Shape::Inverted, behind);
            }
        }
        let Some(p) = p else { return (Shape::Inverted, behind) };
        // `dont s'est réjoui X`
        if self.class(p).is(Class::WHERE) && behind.is_some() {
            return (Shape::Inverted, behind);
        }
        if self.class(p).is(Class::WHO) {
            return (Shape::Direct, self.antecedent(p));
        }
        let direct = self.mentions.clone().filter(|&m| self.mention(m).items.contains(&p));
        let pronoun = direct.clone().find(|&m| self.mention(m).what == What::Pronoun && !self.mention(m).governed);
        if pronoun.is_some() {
            return (Shape::Direct, pronoun);
        }
        if matches!(self.word(p), "et" | "and" | "mais" | "but" | "ou" | "puis") {
            let last = before
                .iter()
                .rev()
                .find(|c| matches!(c.shape, Shape::Direct | Shape::Inverted))
                .and_then(|c| c.subject);
            return (Shape::Direct, last.or_else(|| self.subject_before(start)));
        }
        if self.mark(p) == Some(',') || self.mark(p) == Some(')') {
            if let Some(m) = self.before_parenthesis(start) {
                return (Shape::Direct, Some(m));
            }
            if !that && behind.is_some() && !governs {
                return (Shape::Inverted, behind);
            }
            return (Shape::Direct, self.subject_before(start));
        }
        // The outermost phrase that ends here: not `Kremlin` of `le
        // porte-parole du Kremlin`.
        let outer = self.outermost(p);
        if outer.is_some() {
            return (Shape::Direct, outer);
        }
        (Shape::Direct, self.subject_before(start))
    }

    /// The phrase that ends at item `p`, or one that it completes with *de*.
    fn outermost(&self, p: usize) -> Option<usize> {
        let ends =
            self.mentions.clone().filter(|&m| self.mention(m).items.end == p + 1 || self.mention(m).items.contains(&p));
        let inner = ends.clone().min_by_key(|&m| self.mention(m).items.start)?;
        if !self.mention(inner).governed {
            return Some(inner);
        }
        // `Le ministre de l'Intérieur du gouvernement Castex`: look left for
        // the phrase that this one hangs on.
        let mut at = self.mention(inner).items.start;
        while let Some(m) = self.mentions.clone().filter(|&m| self.mention(m).items.end <= at).next_back() {
            let gap = self.mention(m).items.end..at;
            let clear = gap.clone().all(|k| {
                self.mark(k).is_none()
                    && self.s.quote(k).is_none()
                    && !self.class(k).is(Class::AUX | Class::THAT | Class::WHO | Class::WHERE)
                    && !self.class(k).verb(Class::FINITE)
            }) && gap.len() <= 8;
            if !clear {
                break;
            }
            if !self.mention(m).governed {
                return Some(m);
            }
            at = self.mention(m).items.start;
        }
        // A subject without a known head: `L'avenir du pays inquiète`.
        None
    }

    /// `X, porte-parole de Y, a dit`: the phrase before the parenthesis.
    fn before_parenthesis(&self, start: usize) -> Option<usize> {
        let closing = start.checked_sub(1)?;
        let opener = match self.mark(closing) {
            Some(',') => ',',
            Some(')') => '(',
            _ => return None,
        };
        // Several asides may follow each other: look past each comma.
        let openings = (0..closing).rev().take(40).filter(|&k| self.mark(k) == Some(opener)).take(4);
        for opening in openings {
            let relative = self.class(opening + 1).is(Class::WHO | Class::WHERE);
            let clause = (opening + 1..closing)
                .any(|k| self.class(k).verb(Class::FINITE) && !self.class(k).is(Class::PARTICIPLE | Class::WHO));
            if clause && !relative {
                return None;
            }
            let Some(m) = self.mentions.clone().filter(|&m| self.mention(m).items.end == opening).next_back() else {
                continue;
            };
            if !self.mention(m).governed {
                return Some(m);
            }
            if let Some(outer) = self.outermost(opening - 1) {
                return Some(outer);
            }
        }
        // `Le secrétaire (un député), X, a…`: the aside is the name.
        self.mentions.clone().find(|&m| {
            let mention = self.mention(m);
            mention.items.end == closing
                && !mention.governed
                && matches!(mention.what, What::Name(_))
                && mention.items.start > 0
                && self.mark(mention.items.start - 1) == Some(',')
        })
    }

    /// The phrase before `qui`, with a comma, an aside or adverbs between.
    fn antecedent(&self, who: usize) -> Option<usize> {
        let mut k = who;
        while k > 0 && (self.mark(k - 1) == Some(',') || self.class(k - 1).is(Class::ADVERB)) {
            k -= 1;
        }
        let near =
            self.mentions.clone().filter(|&m| self.mention(m).items.end <= k && k - self.mention(m).items.end <= 6);
        // `Le président russe, qui`: the outermost; `le porte-parole de X qui`: ambiguous, the outer one speaks.
        near.clone()
            .filter(|&m| self.mention(m).items.end == k)
            .min_by_key(|&m| self.mention(m).items.start)
            .or_else(|| near.clone().next_back())
    }

    /// A phrase behind the verb that no preposition governs: `a déclaré,
    /// jeudi, le ministre`.
    fn inverted_noun(&self, end: usize) -> Option<usize> {
        let mut k = end;
        let mut steps = 0;
        while k < self.s.items.len() && steps < 14 {
            let c = self.class(k);
            if self.s.quote(k).is_some() || c.is(Class::THAT) {
                return None;
            }
            let here = self.mentions.clone().find(|&m| self.mention(m).items.start == k);
            if let Some(m) = here {
                let mention = self.mention(m);
                if mention.what == What::Pronoun && !self.s.token(self.frame.prose, k).is_some_and(|t| t.inverted) {
                    return None;
                }
                if !mention.governed {
                    return Some(m);
                }
                k = mention.items.end;
                steps += 2;
                continue;
            }
            if matches!(self.mark(k), Some('.' | ';' | ':' | '!' | '?')) {
                return None;
            }
            if c.is(Class::AUX) && !(self.word(k) == "a" && self.class(k + 1).is(Class::ROLE)) {
                return None;
            }
            k += 1;
            steps += 1;
        }
        None
    }
}

/// Forms that put a statement in doubt.
pub(super) fn is_conditional(word: &str) -> bool {
    matches!(
        word,
        "aurait"
            | "auraient"
            | "serait"
            | "seraient"
            | "pourrait"
            | "pourraient"
            | "devrait"
            | "devraient"
            | "could"
            | "might"
            | "may"
            | "would"
    )
}

/// True when nothing but marks, adverbs and the like stands between.
pub(super) fn only_marks(s: &Sentence, prose: &Prose, from: usize, to: usize) -> bool {
    (from..to).all(|k| s.mark(prose, k).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conditional_is_a_closed_list() {
        assert!(is_conditional("pourrait") && !is_conditional("peut"));
    }
}
