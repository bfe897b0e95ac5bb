//! Finds who is mentioned in a sentence, with what the entity part knows.

use super::gender::gender_of_name;
use super::types::{Gender, Mention, What, Who};
use crate::corpus::Document;
use crate::entity::{Entity, EntityKind};
use crate::fact::lexicon::{self, WordClass};
use crate::fact::prose::{Kind, Prose};
use crate::fact::sentence::Sentence;
use crate::lang::{DescriptionWord, Tags};
use crate::text::{Span, fold};
use std::collections::BTreeMap;

/// Steps of a noun phrase to either side of its head.
pub(super) const REACH: usize = 9;

pub(crate) struct MentionFinder<'a, 'd> {
    pub(super) prose: &'a Prose<'d>,
    pub(super) entities: &'a [Entity],
    /// Mentions of all entities by position.
    pub(super) names: Vec<(Span, usize)>,
    /// Descriptions that the entity part has linked.
    pub(super) links: Vec<(Span, usize)>,
    pub(super) genders: Vec<Option<Gender>>,
    /// For `Ms. Morel` the entity `Anna Morel`; every other entity is its own.
    pub(super) same: Vec<usize>,
    /// The one person of a first name; `None` where several share it.
    pub(super) first_names: BTreeMap<&'a str, Option<usize>>,
}

impl<'a, 'd> MentionFinder<'a, 'd> {
    pub(crate) fn new(prose: &'a Prose<'d>, document: &'a Document, entities: &'a [Entity]) -> Self {
        let mut names: Vec<(Span, usize)> =
            entities.iter().enumerate().flat_map(|(i, e)| e.mentions.iter().map(move |m| (m.span, i))).collect();
        names.sort();
        let mut links: Vec<(Span, usize)> =
            crate::entity::references(document, entities).iter().map(|r| (r.span, r.entity)).collect();
        // Somebody named only once, and later, is not whom a description means.
        links.retain(|(span, e)| {
            entities.get(*e).is_some_and(|e| e.mentions.len() > 1 || e.mentions.iter().any(|m| m.span.start < span.end))
        });
        links.sort();
        let genders = entities.iter().map(|e| gender_of_name(prose, e)).collect();
        let mut first_names = BTreeMap::new();
        for (i, e) in entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person) {
            if let Some(first) = e.name.split_whitespace().next() {
                first_names.entry(first).and_modify(|one| *one = None).or_insert(Some(i));
            }
        }
        let same = surnames(entities);
        Self { prose, entities, names, links, genders, same, first_names }
    }

    /// The mentions of one sentence in order of their heads.
    pub(crate) fn sentence(&self, s: &Sentence) -> Vec<Mention> {
        let mut out: Vec<Mention> = Vec::new();
        let mut taken = vec![false; s.items.len()];
        self.named(s, &mut out, &mut taken);
        for i in 0..s.items.len() {
            if taken.get(i) == Some(&true) {
                continue;
            }
            if let Some(m) = self.nicknamed(s, i) {
                out.push(m);
                continue;
            }
            let Some(t) = s.token(self.prose, i) else { continue };
            let class = t.class;
            if class.is(WordClass::PRONOUN) && self.is_subject_pronoun(s, i) {
                out.push(self.pronoun(s, i));
                continue;
            }
            if self.is_own_words(s, i) {
                out.push(self.pronoun(s, i));
                continue;
            }
            if self.is_several(s, i) {
                out.push(self.several(s, i));
                continue;
            }
            let noun = (class.is(WordClass::ROLE) || self.is_worn(s, i))
                && !t.inverted
                && !self.is_premier(s, i)
                && !self.is_young(s, i)
                && self.is_noun(s, i);
            let given = t.capital
                && (i > 0 || self.heads_clause(s, i + 1))
                && class.is(WordClass::GIVEN_M | WordClass::GIVEN_F);
            // `Me Wagemans`: a title and a name that nothing else found.
            let unlisted = i > 0 && t.capital && t.class.0 == 0;
            let titled = unlisted && self.class(s, i - 1).is(WordClass::TITLE);
            // `commente Védécé, interne`: who stands behind a verb of saying.
            let inverted = unlisted
                && self.class(s, i - 1).verb(WordClass::FINITE | WordClass::PARTICIPLE)
                && s.mark(self.prose, i + 1).is_some();
            if (given || titled || inverted) && !noun {
                out.push(self.given(s, i));
                continue;
            }
            let unknown =
                !noun && class.is(WordClass::DETERMINER) && !class.is(WordClass::OF) && self.is_subject_slot(s, i);
            if unknown {
                out.push(self.noun(s, i + 1 + self.fore(s, i + 1)));
                continue;
            }
            if noun {
                let m = self.noun(s, i);
                for k in m.items.clone() {
                    if let Some(x) = taken.get_mut(k) {
                        *x = true;
                    }
                }
                out.push(m);
            }
        }
        out.sort_by_key(|m| (m.items.start, m.items.end));
        self.apposition(s, &mut out);
        self.pairs(s, &mut out);
        out
    }

    /// A comma or a verb, as behind a subject at the head of its sentence.
    fn heads_clause(&self, s: &Sentence, i: usize) -> bool {
        let c = self.class(s, i);
        s.mark(self.prose, i) == Some(',') || c.is(WordClass::AUX) || c.verb(WordClass::FINITE)
    }

    /// A given name that no name covers: `rétorque Hélène`.
    fn given(&self, s: &Sentence, i: usize) -> Mention {
        let class = self.class(s, i);
        let word = s.token(self.prose, i).map_or("", |t| t.span.of(self.prose.text));
        let who = self.first_names.get(word).copied().flatten().map(Who::Entity);
        Mention {
            span: s.token(self.prose, i).map_or(Span::default(), |t| t.span),
            what: What::Noun,
            items: i..i + 1,
            gender: match (class.is(WordClass::GIVEN_M), class.is(WordClass::GIVEN_F)) {
                (true, false) => Some(Gender::Masculine),
                (false, true) => Some(Gender::Feminine),
                _ => None,
            },
            plural: false,
            governed: self.is_governed(s, i),
            role: WordClass(WordClass::PERSON),
            head: fold(word),
            details: Vec::new(),
            who,
        }
    }

    /// The `Premier` of `Premier ministre`.
    pub(super) fn is_premier(&self, s: &Sentence, i: usize) -> bool {
        Tags::of_folded(&self.folded(s, i)).is(DescriptionWord::Rank)
            && Tags::of_folded(&self.folded(s, i + 1)).is(DescriptionWord::Ranked)
    }

    /// The `jeune` of `la jeune femme`.
    pub(super) fn is_young(&self, s: &Sentence, i: usize) -> bool {
        Tags::of_folded(&self.folded(s, i)).is(DescriptionWord::Young) && self.class(s, i + 1).is(WordClass::PERSON)
    }

    /// The head noun as it is compared: a *premier ministre* is no *ministre*.
    pub(super) fn head_word(&self, s: &Sentence, head: usize) -> String {
        let word = self.folded(s, head);
        match head.checked_sub(1).filter(|&k| self.is_premier(s, k)) {
            Some(k) => format!("{}-{word}", self.folded(s, k)),
            None => word,
        }
    }

    /// `un casque bleu`, `les blouses blanches`: a garment and its colour are whoever
    /// wears it.
    pub(super) fn is_worn(&self, s: &Sentence, i: usize) -> bool {
        Tags::of_folded(&self.folded(s, i)).is(DescriptionWord::Garment)
            && Tags::of_folded(&self.folded(s, i + 1)).is(DescriptionWord::Colour)
    }

    /// The `autre` of `une autre utilisatrice`.
    pub(super) fn is_other(&self, s: &Sentence, i: usize) -> bool {
        Tags::of_folded(&self.folded(s, i)).is(DescriptionWord::Other)
    }

    pub(super) fn class(&self, s: &Sentence, i: usize) -> WordClass {
        s.token(self.prose, i).map_or(WordClass::default(), |t| t.class)
    }

    pub(super) fn folded(&self, s: &Sentence, i: usize) -> String {
        s.token(self.prose, i).map_or(String::new(), |t| fold(t.span.of(self.prose.text)))
    }

    /// The further words of a description; a name stands as the number of its
    /// entity, so that `LREM` and `La République en marche` are one detail.
    pub(super) fn details(&self, s: &Sentence, from: usize, to: usize) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for i in from..to {
            let Some(t) = s.token(self.prose, i).filter(|t| t.kind == Kind::Word) else { continue };
            let k = self.names.partition_point(|(span, _)| span.end <= t.span.start);
            if let Some((_, e)) = self.names.get(k).filter(|(span, _)| span.start <= t.span.start) {
                let name = format!("#{e}");
                if out.last() != Some(&name) {
                    out.push(name);
                }
            } else if !t.class.is(WordClass::DETERMINER | WordClass::OF | WordClass::PREPOSITION | WordClass::TITLE) {
                out.push(self.folded(s, i));
            }
        }
        out
    }
}

/// For a title with a surname alone the one person who has that surname.
fn surnames(entities: &[Entity]) -> Vec<usize> {
    let people = || entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person);
    let is_title = |w: &str| lexicon::class(w.trim_end_matches('.'), &mut String::new()).is(WordClass::TITLE);
    let mut full: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for (i, e) in people() {
        let mut words = e.name.split_whitespace();
        let first = words.next().unwrap_or("");
        if let Some(last) = words.next_back().filter(|_| !is_title(first)) {
            full.entry(last).and_modify(|one| *one = None).or_insert(Some(i));
        }
    }
    let mut same: Vec<usize> = (0..entities.len()).collect();
    for (i, e) in people() {
        let mut words = e.name.split_whitespace().peekable();
        let titled = words.next_if(|w| is_title(w)).is_some();
        if let (Some(last), None, true) = (words.next(), words.next(), titled)
            && let Some(Some(whole)) = full.get(last)
        {
            same[i] = *whole;
        }
    }
    same
}
