//! Names with the phrase that they stand in: `le ministre de l’Intérieur
//! Christophe Castaner`.

use super::adjective::is_adjective;
use super::finder::{MentionFinder, REACH};
use super::types::{Mention, What, Who};
use crate::fact::lexicon::WordClass;
use crate::fact::prose::Kind;
use crate::fact::sentence::Sentence;
use crate::lang::{DescriptionWord, Grammar, Tags};
use crate::text::Span;

impl MentionFinder<'_, '_> {
    pub(super) fn named(&self, s: &Sentence, out: &mut Vec<Mention>, taken: &mut [bool]) {
        let mut k = self.names.partition_point(|(span, _)| span.end <= s.span.start);
        while let Some(&(span, entity)) = self.names.get(k) {
            k += 1;
            if span.start >= s.span.end {
                break;
            }
            let entity = self.same.get(entity).copied().unwrap_or(entity);
            let Some(from) = s.item_at(self.prose, span.start) else { continue };
            // `ministre de l'Économie` taken for a name is a description.
            if s.token(self.prose, from).is_some_and(|t| !t.capital && t.class.is(WordClass::PERSON)) {
                continue;
            }
            let mut to = from;
            while s.token(self.prose, to).is_some_and(|t| t.span.start < span.end) {
                to += 1;
            }
            // `a indiqué à l’AFP Erwan`: the name of an agency ends before it.
            let agency = to == from + 2
                && matches!(
                    s.token(self.prose, from).map(|t| t.span.of(self.prose.text)),
                    Some("AFP" | "RTL" | "BFMTV")
                )
                && self.class(s, from + 1).is(WordClass::GIVEN_M | WordClass::GIVEN_F);
            to -= usize::from(agency);
            // `White House officials`: the name tells which officials.
            let compound = s.token(self.prose, to).is_some_and(|t| {
                !t.capital
                    && t.class.is(WordClass::PERSON)
                    && !t.class.is(WordClass::VERB)
                    && Tags::of(t.span.of(self.prose.text)).is(DescriptionWord::PluralPerson)
            });
            if compound && !self.is_person(entity) {
                out.push(self.compound(s, from, to));
                for t in taken.iter_mut().take(to + 1).skip(from) {
                    *t = true;
                }
                continue;
            }
            if to == from || taken.get(from) == Some(&true) {
                continue;
            }
            let (start, head) = self.phrase_start(s, from, entity);
            let role = head.map_or(WordClass::default(), |h| self.class(s, h));
            let role = if self.is_worn(s, from) { WordClass(WordClass::PERSON) } else { role };
            let mut details = Vec::new();
            let mut name = String::new();
            if let Some(h) = head {
                name = self.head_word(s, h);
                details = self.details(s, h + 1, from);
            }
            for t in taken.iter_mut().take(to).skip(start) {
                *t = true;
            }
            let phrase = Span::new(s.token(self.prose, start).map_or(span.start, |t| t.span.start), span.end);
            out.push(Mention {
                span: phrase,
                what: What::Name(entity),
                items: start..to,
                gender: self.genders.get(entity).copied().flatten(),
                plural: false,
                governed: self.is_governed(s, start)
                    || !self.is_person(entity) && (self.hangs_on_noun(s, start) || self.is_bracketed(s, start)),
                role,
                head: name,
                details,
                who: Some(Who::Entity(entity)),
            });
        }
    }

    /// `X (PLR)`: what stands in brackets tells where somebody belongs.
    fn is_bracketed(&self, s: &Sentence, start: usize) -> bool {
        start.checked_sub(1).is_some_and(|k| s.mark(self.prose, k) == Some('('))
    }

    /// A name and the English noun that it stands before.
    pub(super) fn compound(&self, s: &Sentence, from: usize, head: usize) -> Mention {
        let mut start = from;
        while let Some(k) = start.checked_sub(1) {
            let word = s.token(self.prose, k).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && t.capital);
            if !(word || self.class(s, k).is(WordClass::DETERMINER)) {
                break;
            }
            start = k;
        }
        let at = |k: usize| s.token(self.prose, k).map_or(Span::default(), |t| t.span);
        Mention {
            span: Span::new(at(start).start, at(head).end),
            what: What::Noun,
            items: start..head + 1,
            gender: None,
            plural: true,
            governed: self.is_governed(s, start),
            role: self.class(s, head),
            head: self.folded(s, head),
            details: self.details(s, from, head),
            who: None,
        }
    }

    /// Where the phrase of the name at `from` starts, and its head noun:
    /// `le ministre de l’Intérieur Christophe Castaner` starts at `le`.
    pub(super) fn phrase_start(&self, s: &Sentence, from: usize, entity: usize) -> (usize, Option<usize>) {
        let (mut start, mut head) = (from, None);
        let person = self.is_person(entity);
        let (heads, completes) = self.heads(s, from, person);
        let mut i = from;
        // `le député LREM de la 9e circonscription de l'Hérault X`.
        let reach = if person { 2 * REACH } else { REACH };
        while i > 0 && from - i < reach {
            i -= 1;
            let Some(t) = s.token(self.prose, i) else { break };
            let c = t.class;
            if t.kind == Kind::Number {
                continue;
            }
            if t.kind != Kind::Word && t.span.of(self.prose.text) != "." {
                break;
            }
            if c.is(WordClass::TITLE) && (start == i + 1 || self.is_stop(s, i + 1)) {
                start = i;
                continue;
            }
            if self.is_stop(s, i) && i > 0 && self.class(s, i - 1).is(WordClass::TITLE) {
                continue;
            }
            if c.is(heads) && !c.is(WordClass::VERB) {
                // `the tabloid endorsed X`: a word between that is no adjective.
                // `le patron du parti du président X`: X is the president only.
                let inner = head.is_some_and(|h| self.class(s, h).is(WordClass::PERSON));
                // `le chef de l'État avec son homologue X`: another noun, joined
                // by a preposition, is somebody else.
                let apart = (i + 1..start).any(|k| {
                    let c = self.class(s, k);
                    c.is(WordClass::PREPOSITION) && !c.is(WordClass::OF | WordClass::DETERMINER | WordClass::AUX)
                });
                if !self.is_one_phrase(s, i, from) || inner && (apart || self.hangs(s, start)) {
                    break;
                }
                head = Some(i);
                start = i;
                continue;
            }
            if (completes || !person) && c.is(WordClass::ROLE) {
                break;
            }
            let verbal = c.is(WordClass::AUX
                | WordClass::THAT
                | WordClass::WHO
                | WordClass::WHERE
                | WordClass::PRONOUN
                | WordClass::ACCORDANCE)
                && !c.is(WordClass::OF | WordClass::DETERMINER | WordClass::PREPOSITION)
                || c.is(WordClass::CONJUNCTION)
                || c.verb(WordClass::FINITE | WordClass::PARTICIPLE | WordClass::PRESENT | WordClass::INFINITIVE);
            // `le politologue et spécialiste de la Russie X`
            if Tags::of(t.span.of(self.prose.text)).is(Grammar::Coordinator)
                && head.is_some_and(|h| h == start && h == i + 1)
            {
                if let Some(first) = self.first_of_two(s, i) {
                    (start, head) = (first, Some(first));
                }
                break;
            }
            if verbal || t.kind != Kind::Word {
                break;
            }
        }
        (self.article_start(s, start, from, head), head)
    }

    /// Which nouns can be the head of the phrase of the name at `from`, and
    /// whether the name only completes the description.
    fn heads(&self, s: &Sentence, from: usize, person: bool) -> (u64, bool) {
        // `un porte-parole d’Auchan`: the name only completes the description.
        let mut near = from;
        // `l’avocat de M. X`: the title stands between.
        while near > 0 && (self.class(s, near - 1).is(WordClass::TITLE) || self.is_stop(s, near - 1)) {
            near -= 1;
        }
        while near > 0
            && self.class(s, near - 1).is(WordClass::DETERMINER)
            && !self.class(s, near - 1).is(WordClass::OF)
        {
            near -= 1;
        }
        let completes = near > 0 && self.class(s, near - 1).is(WordClass::OF | WordClass::PREPOSITION)
            || from > 0 && self.class(s, from - 1).is(WordClass::OF | WordClass::PREPOSITION);
        let heads = match (completes, person) {
            (true, _) => WordClass::DOCUMENT,
            // `a déclaré à la presse X`: a person is no medium.
            (false, true) => WordClass::ROLE & !WordClass::MEDIUM,
            // `la présidente du groupe PS` is not the group.
            (false, false) => WordClass::GROUP | WordClass::MEDIUM | WordClass::DOCUMENT,
        };
        (heads, completes)
    }

    /// The start with the article and an adjective before the head.
    fn article_start(&self, s: &Sentence, mut start: usize, from: usize, head: Option<usize>) -> usize {
        for _ in 0..2 {
            let Some(k) = start.checked_sub(1) else { break };
            if head.is_none() && start != from {
                break;
            }
            let c = self.class(s, k);
            if c.is(WordClass::DETERMINER) && (head.is_some() || start == from) {
                start = k;
                break;
            }
            let adjective = head.is_some()
                && s.token(self.prose, k).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0)
                && k > 0
                && self.class(s, k - 1).is(WordClass::DETERMINER);
            if !adjective {
                break;
            }
            start = k;
        }
        start
    }

    /// The noun with an article before the *et* at `and`, with nothing but its
    /// adjectives and complements between.
    fn first_of_two(&self, s: &Sentence, and: usize) -> Option<usize> {
        let found = (and.saturating_sub(REACH)..and).rev().find(|&k| {
            let c = self.class(s, k);
            let noun = c.is(WordClass::PERSON) && !c.is(WordClass::VERB);
            noun && k.checked_sub(1).is_some_and(|d| {
                self.class(s, d).is(WordClass::DETERMINER)
                    || s.token(self.prose, d).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && !t.capital)
                        && d.checked_sub(1).is_some_and(|d| self.class(s, d).is(WordClass::DETERMINER))
            })
        })?;
        let clear = (found + 1..and).all(|k| {
            s.token(self.prose, k).is_some_and(|t| {
                t.kind == Kind::Word
                    && !t.class.is(WordClass::AUX | WordClass::WHO | WordClass::THAT)
                    && !t.class.verb(WordClass::FINITE)
            })
        });
        clear.then_some(found)
    }

    /// True when all words between a head noun and a name can belong to the
    /// noun: adjectives, names, and whatever *de* joins.
    fn is_one_phrase(&self, s: &Sentence, head: usize, name: usize) -> bool {
        (head + 1..name).all(|k| {
            let Some(t) = s.token(self.prose, k) else { return false };
            let word = t.span.of(self.prose.text);
            t.capital
                || t.class.0 != 0
                || t.kind != Kind::Word
                || self.joined(s, k, head)
                || is_adjective(word)
                || s.token(self.prose, k - 1).is_some_and(|b| b.class.0 == 0 && b.capital)
                || (head + 1..k).any(|j| self.joins(s, j))
        })
    }

    /// *de* or *du* right before the phrase that starts at `start`, its article
    /// passed over; not the *des* of a plural nor the *du* of `auprès du`.
    fn hangs(&self, s: &Sentence, start: usize) -> bool {
        let word = |k: usize| s.token(self.prose, k).map_or(Tags::default(), |t| Tags::of(t.span.of(self.prose.text)));
        let mut k = start;
        while k > 0 && !self.class(s, k).is(WordClass::OF) && self.class(s, k - 1).is(WordClass::DETERMINER) {
            k -= 1;
        }
        let of = [k.checked_sub(1), Some(k)].into_iter().flatten().find(|&k| self.class(s, k).is(WordClass::OF));
        of.is_some_and(|k| {
            !word(k).is(DescriptionWord::Partitive)
                && k.checked_sub(1).is_none_or(|p| !word(p).is(DescriptionWord::Beside))
        })
    }
}
