//! A document as sentences with its quotations folded into single items,
//! with whoever is mentioned and with every place that says who says.

use super::cue::{Cue, Reader, Shape};
use super::lexicon::WordClass;
use super::mention::{Mention, MentionFinder, What};
use super::prose::{Kind, Prose};
use super::quote::Quote;
use super::sentence::{Item, LONGEST, Sentence, sentences};
use crate::corpus::Document;
use crate::entity::Entity;
use crate::lang::{self, ClauseWord, Tags};
use crate::text::Span;

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
        let finder = MentionFinder::new(prose, document, entities);
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
            let cues =
                Reader { prose, mentions: &frame.mentions, s: &frame.sentences[n], range: from..frame.mentions.len() }
                    .cues();
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
    fn incise(&mut self, finder: &MentionFinder<'a, 'd>, n: usize, quote: Span) -> Option<(usize, Span)> {
        let from = self.prose.token_at(quote.start);
        let to = self.prose.token_at(quote.end).min(from + LONGEST);
        let tokens = &self.prose.tokens[from..to];
        // `…, nous confie X`, `…, lui répond X`.
        let clitic = |k: usize| tokens[k].class.is(WordClass::CLITIC);
        let parted = |k: usize| {
            let first = (0..k).rev().take_while(|&k| clitic(k)).last().unwrap_or(k);
            first > 0 && matches!(tokens[first - 1].kind, Kind::Mark(',' | '!' | '?' | '…'))
        };
        let likely = (0..tokens.len()).any(|k| {
            let class = tokens[k].class;
            parted(k)
                && (class.verb(WordClass::FINITE) || class.is(WordClass::AUX))
                && tokens[k + 1..tokens.len().min(k + 4)]
                    .iter()
                    .any(|t| t.inverted || t.capital || t.class.is(WordClass::DETERMINER))
        });
        if !likely {
            return None;
        }
        let items = (from..to).map(Item::Token).collect();
        let own = Sentence { items, span: quote, ..self.sentences[n].clone() };
        let first = self.mentions.len();
        self.mentions.extend(finder.sentence(&own));
        let range = first..self.mentions.len();
        let cues = Reader { prose: self.prose, mentions: &self.mentions, s: &own, range }.cues();
        let incise = cues.iter().find(|c| {
            let start = c.items.start;
            let opened = start > 0 && matches!(own.mark(self.prose, start - 1), Some(',' | '!' | '?' | '…'));
            let Some(m) = c.subject.filter(|_| opened && c.shape == Shape::Inverted) else { return false };
            let mention = &self.mentions[m];
            let end = mention.items.end.max(c.items.end);
            let closed = (end..own.items.len().min(end + 14))
                .any(|k| matches!(own.mark(self.prose, k), Some(',' | '.' | '!' | '?')));
            // `m'a-t-il dit` belongs to what is told; `nous confie son père` is of the paper.
            let told = c.items.clone().any(|k| {
                own.token(self.prose, k).is_some_and(|t| {
                    t.class.is(WordClass::FIRST) && (mention.what == What::Pronoun || t.inverted)
                        || Tags::of(t.span.of(self.prose.text)).is(ClauseWord::FirstPerson)
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
        let subordinate = s
            .token(self.prose, 0)
            .is_some_and(|t| Tags::of(&t.span.of(self.prose.text).to_lowercase()).is(ClauseWord::Subordinator))
            || s.token(self.prose, 1)
                .is_some_and(|t| Tags::of(t.span.of(self.prose.text)).is(ClauseWord::LateSubordinator));
        // `Interrogé par la chaîne, le maire…`, `Asked whether X would, Y said`.
        let participle = s.token(self.prose, 0).is_some_and(|t| {
            let word = t.span.of(self.prose.text);
            Tags::of(&word.to_lowercase()).is(ClauseWord::Introduction)
                || word.len() > 5
                    && (lang::any(|l| l.is_present_participle(word)) && !t.class.is(WordClass::ROLE)
                        || lang::any(|l| l.is_past_participle(word)))
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
            (self.mentions[m].items.end..(self.mentions[m].items.end + 4).min(s.items.len())).any(|i| {
                s.token(self.prose, i).is_some_and(|t| t.class.is(WordClass::AUX) || t.class.verb(WordClass::FINITE))
            })
        };
        mentions.clone().find(|&m| free(m) && before_verb(m)).or_else(|| mentions.clone().find(|&m| free(m)))
    }
}
