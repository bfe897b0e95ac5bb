//! Descriptions without a name: `le ministre`, `une autre manifestante`.

use super::adjective::{is_adjective, is_agent};
use super::finder::{MentionFinder, REACH};
use super::types::{Gender, Mention, What, Who};
use crate::entity::EntityKind;
use crate::fact::lexicon::WordClass;
use crate::fact::prose::{Kind, first_word};
use crate::fact::sentence::Sentence;
use crate::lang::{self, ClauseWord, DescriptionWord, Grammar, NumberWord, Tags};
use crate::text::{Span, fold};

impl MentionFinder<'_, '_> {
    pub(super) fn is_noun(&self, s: &Sentence, i: usize) -> bool {
        let before = i.checked_sub(1).map_or(WordClass::default(), |k| self.class(s, k));
        let class = self.class(s, i);
        // `ce dernier` is somebody, `le dernier` is not.
        if self.is_last(s, i) {
            return i > 0
                && s.token(self.prose, i - 1).is_some_and(|t| {
                    Tags::of(&t.span.of(self.prose.text).to_lowercase()).is(DescriptionWord::Demonstrative)
                });
        }
        // `son premier séjour` is nobody.
        if self.is_ordinal(s, i) {
            return false;
        }
        // `juge`, `proche`, `note` are verbs or adjectives without an article.
        if class.is(WordClass::VERB | WordClass::CONJUNCTION | WordClass::PREPOSITION | WordClass::ADVERB) {
            return before.is(WordClass::DETERMINER);
        }
        if i == 0 && self.is_notice(s) {
            return false;
        }
        if before.is(WordClass::DETERMINER | WordClass::OF | WordClass::PREPOSITION | WordClass::ACCORDANCE) || i == 0 {
            return true;
        }
        // `l'ancien ministre`, `the former minister`: an adjective between.
        if i > 0 && self.is_premier(s, i - 1) {
            return true;
        }
        let two = i.checked_sub(2).map_or(WordClass::default(), |k| self.class(s, k));
        let adjective = self.is_young(s, i - 1)
            || s.token(self.prose, i - 1).is_some_and(|t| {
                t.kind == Kind::Word
                    && (t.class.0 == 0 || Tags::of(t.span.of(self.prose.text)).is(DescriptionWord::Same))
            });
        two.is(WordClass::DETERMINER) && adjective
            || self.is_many(s, i - 1)
            || matches!(s.mark(self.prose, i - 1), Some(',' | '(' | '»' | '"' | ':'))
            || s.token(self.prose, i).is_some_and(|t| t.capital)
            || self.class(s, i - 1).is(WordClass::CONJUNCTION)
    }

    /// `Article mis à jour à midi`, `Story updated`: what a page says of itself, a
    /// document without an article before a participle.
    fn is_notice(&self, s: &Sentence) -> bool {
        let c = self.class(s, 0);
        let made = s.token(self.prose, 1).is_some_and(|t| {
            let word = t.span.of(self.prose.text);
            !t.capital && (Tags::of(word).is(ClauseWord::Made) || lang::any(|l| l.is_past_participle(word)))
        });
        c.is(WordClass::DOCUMENT) && !c.is(WordClass::PERSON | WordClass::GROUP) && made
    }

    pub(super) fn is_last(&self, s: &Sentence, i: usize) -> bool {
        Tags::of_folded(&self.folded(s, i)).is(DescriptionWord::Last)
    }

    /// A word that counts what stands behind it, in small letters: `premier`
    /// before a noun that can be nobody.
    fn is_ordinal(&self, s: &Sentence, i: usize) -> bool {
        let next = s.token(self.prose, i + 1);
        s.token(self.prose, i).is_some_and(|t| !t.capital)
            && Tags::of_folded(&self.folded(s, i)).is(DescriptionWord::Ordinal)
            && next.is_some_and(|t| {
                t.kind == Kind::Word && !t.capital && t.class.0 == 0 && !is_adjective(t.span.of(self.prose.text))
            })
    }

    /// A description: article, head, and what belongs to it on the right.
    pub(super) fn noun(&self, s: &Sentence, head: usize) -> Mention {
        let (start, one_of) = self.description_start(s, head);
        let end = self.description_end(s, head);
        let class = self.class(s, head);
        // `un collaborateur`, where somebody speaks.
        let somebody = class.0 == 0 && is_agent(&self.folded(s, head)) || self.is_worn(s, head);
        let class = if somebody { WordClass(WordClass::PERSON) } else { class };
        let text = self.prose.text;
        let from = s.token(self.prose, start).map_or(0, |t| t.span.start);
        let to = s.token(self.prose, end - 1).map_or(from, |t| t.span.end);
        let word = self.head_word(s, head);
        let plural = word.ends_with(['s', 'x']) && !Tags::of_folded(&word).is(DescriptionWord::Invariable) && {
            let det = s.token(self.prose, start).map_or("", |t| t.span.of(text));
            // `une centaine de maires`
            let counted = self.folded(s, start + 1);
            let counted = Tags::of_folded(&counted).is(NumberWord::RoundCount | NumberWord::Magnitude);
            one_of.is_none() && (counted || !Tags::of_folded(&fold(det)).is(DescriptionWord::Singular))
        };
        // `la secrétaire`: the article knows better than the noun.
        let gender = one_of.or(self.gender_of_article(s, start)).or(
            match (class.is(WordClass::MASCULINE), class.is(WordClass::FEMININE)) {
                (true, false) => Some(Gender::Masculine),
                (false, true) => Some(Gender::Feminine),
                _ => None,
            },
        );
        let span = Span::new(from, to);
        let linked = self.link(Span::new(s.token(self.prose, head).map_or(from, |t| t.span.start), to), span);
        Mention {
            span,
            what: What::Noun,
            items: start..end,
            gender,
            plural,
            governed: self.is_governed(s, start),
            role: class,
            head: word,
            details: self.details(s, head + 1, end),
            who: linked.map(Who::Entity),
        }
    }

    /// `les « gilets jaunes » dénoncent`, `ironise un « gilet jaune »`: an article and
    /// a few words in marks that stand where a subject does.
    pub(super) fn nicknamed(&self, s: &Sentence, i: usize) -> Option<Mention> {
        const WORDS: usize = 3;
        s.quote(i)?;
        let at = i.checked_sub(1).filter(|&k| {
            let c = self.class(s, k);
            c.is(WordClass::DETERMINER) && (!c.is(WordClass::OF) || self.is_plural_article(s, k))
        })?;
        let article = s.token(self.prose, at)?;
        let end = s.token(self.prose, i + 1).map_or(s.span.end, |t| t.span.start);
        let (from, to) = (self.prose.token_at(article.span.end), self.prose.token_at(end));
        let inside = self.prose.tokens.get(from..to)?;
        let words = || inside.iter().filter(|t| t.kind == Kind::Word);
        let verb =
            |t: &crate::fact::prose::Token| t.class.is(WordClass::AUX | WordClass::NEGATION | WordClass::PRONOUN);
        if words().count() > WORDS || words().next().is_none_or(|t| t.capital) || words().any(verb) {
            return None;
        }
        let acts = |k: usize| {
            let c = self.class(s, k);
            c.is(WordClass::AUX | WordClass::NEGATION | WordClass::REFLEXIVE | WordClass::WHO)
                || c.verb(WordClass::FINITE)
        };
        let said = at.checked_sub(1).is_some_and(|k| {
            let c = self.class(s, k);
            c.verb(WordClass::FINITE | WordClass::PARTICIPLE) || c.is(WordClass::ACCORDANCE)
        });
        if !(acts(i + 1) || said) {
            return None;
        }
        let text = self.prose.text;
        let span = Span::new(article.span.start, article.span.end + text[article.span.end..end].trim_end().len());
        let plural = Tags::of_folded(&fold(article.span.of(text))).is(DescriptionWord::Plural);
        Some(Mention {
            span,
            what: What::Noun,
            items: at..i + 1,
            gender: self.gender_of_article(s, at),
            plural,
            governed: false,
            role: WordClass(WordClass::PERSON),
            head: words().next_back().map_or(String::new(), |t| fold(t.span.of(text))),
            details: Vec::new(),
            who: None,
        })
    }

    /// Where the description of `head` starts; of `l’une des participantes`
    /// also the gender of *une*.
    fn description_start(&self, s: &Sentence, head: usize) -> (usize, Option<Gender>) {
        let mut start = head;
        for _ in 0..2 {
            let Some(k) = start.checked_sub(1) else { break };
            let c = self.class(s, k);
            if c.is(WordClass::DETERMINER) {
                start = k;
                break;
            }
            if self.is_many(s, k) {
                start = k - 1;
                break;
            }
            let adjective = (s.token(self.prose, k).is_some_and(|t| {
                let same = || Tags::of(t.span.of(self.prose.text)).is(DescriptionWord::Same);
                t.kind == Kind::Word && (t.class.0 == 0 || same())
            }) || self.is_young(s, k))
                && k > 0
                && self.class(s, k - 1).is(WordClass::DETERMINER);
            if !adjective && !self.is_premier(s, k) {
                break;
            }
            start = k;
        }
        // `une autre manifestante`, `l’une des participantes`.
        let at = |k: Option<usize>| k.map_or(String::new(), |k| self.folded(s, k));
        if Tags::of_folded(&at(Some(start))).is(DescriptionWord::Other)
            && start.checked_sub(1).is_some_and(|k| self.class(s, k).is(WordClass::DETERMINER))
        {
            start -= 1;
        }
        let spelt = |k: usize| s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
        // `l'un des deux bouchers`
        let number = Tags::of_folded(&at(Some(start))).is(DescriptionWord::SmallNumber);
        let of_them = start.checked_sub(1).filter(|&k| {
            let one = k > 0 && Tags::of(&spelt(k - 1).to_lowercase()).is(DescriptionWord::Indefinite);
            number && one && Tags::of_folded(&at(Some(k))).is(DescriptionWord::Partitive)
        });
        start = of_them.unwrap_or(start);
        let one = start.checked_sub(1).map_or(Tags::default(), |k| Tags::of(&spelt(k).to_lowercase()));
        let one_of =
            Tags::of_folded(&at(Some(start))).is(DescriptionWord::Partitive) && one.is(DescriptionWord::Indefinite);
        if one_of {
            start -= 1;
            if at(start.checked_sub(1)).starts_with('l') && at(start.checked_sub(1)).chars().count() <= 2 {
                start -= 1;
            }
        }
        let gender = if one.is(DescriptionWord::Feminine) { Gender::Feminine } else { Gender::Masculine };
        (start, one_of.then_some(gender))
    }

    /// Where the description of `head` ends: complements that *de* or *à* join,
    /// and adjectives.
    fn description_end(&self, s: &Sentence, head: usize) -> usize {
        let class = self.class(s, head);
        let mut end = head + 1 + usize::from(self.is_worn(s, head));
        let mut i = end;
        while i < s.items.len() && i - head < REACH {
            let Some(t) = s.token(self.prose, i) else { break };
            if t.kind != Kind::Word {
                break;
            }
            let c = t.class;
            let word = t.span.of(self.prose.text);
            // `un député LR au lendemain des annonces` ends before *au*.
            let time = Tags::of_folded(&self.folded(s, i + 1)).is(DescriptionWord::Time);
            if time && Tags::of(word).is(DescriptionWord::TimeLink | DescriptionWord::Elided) {
                break;
            }
            // `les pompiers du Var à l'AFP`: to whom they say it.
            // `la préfecture à l'AFP`, but `la police à Vernois`.
            let body = class.is(WordClass::GROUP) && !class.is(WordClass::PERSON) && !self.is_place_behind(s, i + 1);
            let named = (i > head + 1 || body) && self.is_named_behind(s, i + 1);
            let heard = (named || self.is_told(s, head, i)) && Tags::of(word).is(ClauseWord::Direction);
            if heard {
                break;
            }
            let joins = c.is(WordClass::OF) || Tags::of(word).is(DescriptionWord::Complement);
            let joins = joins
                || Tags::of(word).is(DescriptionWord::Locative)
                    && Tags::of_folded(&self.folded(s, i + 1)).is(DescriptionWord::OfficeComplement);
            if joins || c.is(WordClass::DETERMINER) && i > 0 && self.joins(s, i - 1) {
                i += 1;
                continue;
            }
            // `les oppositions de droite et de gauche`
            let bare = |k: usize| {
                s.token(self.prose, k).is_some_and(|t| Tags::of(t.span.of(self.prose.text)).is(Grammar::Genitive))
            };
            let again = Tags::of(word).is(Grammar::Coordinator)
                && end == i
                && i > head + 2
                && bare(i - 2)
                && bare(i + 1)
                && !Tags::of_folded(&self.folded(s, i + 2)).is(DescriptionWord::Other);
            if again {
                i += 1;
                continue;
            }
            let blocked = c.is(WordClass::AUX
                | WordClass::THAT
                | WordClass::WHO
                | WordClass::WHERE
                | WordClass::CONJUNCTION
                | WordClass::NEGATION
                | WordClass::PREPOSITION
                | WordClass::ACCORDANCE
                | WordClass::PRONOUN
                | WordClass::CLITIC
                | WordClass::ADVERB)
                || c.verb(WordClass::FINITE | WordClass::PRESENT | WordClass::INFINITIVE) && !self.joins(s, i - 1);
            // `à la presse Marie X`; of `le parti du président Marie X` she is a part.
            let given = c.is(WordClass::GIVEN_M | WordClass::GIVEN_F) && !self.class(s, i - 1).is(WordClass::PERSON);
            let named = t.capital && (c.0 == 0 || given);
            if named && self.starts_person(t.span.start) && !self.joined(s, i, head) {
                break;
            }
            // Without *de* before it only an adjective or a name belongs here.
            if blocked || !t.capital && !self.joined(s, i, head) && !is_adjective(word) {
                break;
            }
            i = self.past_name(s, i).unwrap_or(i + 1);
            end = i;
        }
        end
    }

    /// A name stands at item `i`, past an article.
    fn is_named_behind(&self, s: &Sentence, i: usize) -> bool {
        let at = if self.class(s, i).is(WordClass::DETERMINER) { i + 1 } else { i };
        s.token(self.prose, at).is_some_and(|t| t.kind == Kind::Word && t.capital)
    }

    /// `un détenu à la ministre`, but `l'adjoint à la maire`: somebody stands behind item `i`.
    fn is_told(&self, s: &Sentence, head: usize, i: usize) -> bool {
        let office = DescriptionWord::Office | DescriptionWord::Adjective;
        self.class(s, head).is(WordClass::PERSON)
            && !Tags::of_folded(&self.folded(s, head)).is(office)
            && self.class(s, i + 1).is(WordClass::DETERMINER)
            && self.class(s, i + 2).is(WordClass::PERSON)
    }

    /// A place is named at item `i`, past an article.
    fn is_place_behind(&self, s: &Sentence, i: usize) -> bool {
        let at = if self.class(s, i).is(WordClass::DETERMINER) { i + 1 } else { i };
        let Some(start) = s.token(self.prose, at).map(|t| t.span.start) else { return false };
        let k = self.names.partition_point(|(span, _)| span.end <= start);
        let place = |e: usize| self.entities.get(e).is_some_and(|e| e.kind == EntityKind::Place);
        self.names.get(k).is_some_and(|(span, e)| span.start <= start && place(*e))
    }

    /// Where the name of no person ends that begins at item `i`: `un membre du Conseil
    /// supérieur du sport`.
    fn past_name(&self, s: &Sentence, i: usize) -> Option<usize> {
        let start = s.token(self.prose, i)?.span.start;
        let k = self.names.partition_point(|(span, _)| span.end <= start);
        let (span, entity) = *self.names.get(k).filter(|(span, _)| span.start == start)?;
        let end = (i..s.items.len()).find(|&k| s.token(self.prose, k).is_none_or(|t| t.span.start >= span.end));
        (!self.is_person(entity)).then(|| end.unwrap_or(s.items.len()))
    }

    /// The entity that the entity part links the description to.
    pub(super) fn link(&self, head: Span, whole: Span) -> Option<usize> {
        let from = self.links.partition_point(|(s, _)| s.end <= whole.start);
        // `le président du parti Y` is not whom `le président` alone means.
        let covers = |link: Span| {
            let rest = self.prose.text.get(link.end..whole.end).unwrap_or("").trim_start();
            !Tags::of(first_word(rest)).is(DescriptionWord::Genitive)
        };
        self.links[from..]
            .iter()
            .take_while(|(s, _)| s.start < whole.end)
            .find(|(s, _)| s.touches(head) && covers(*s))
            .map(|x| x.1)
    }

    pub(super) fn gender_of_article(&self, s: &Sentence, i: usize) -> Option<Gender> {
        let word = s.token(self.prose, i).map_or(String::new(), |t| fold(t.span.of(self.prose.text)));
        let word = Tags::of_folded(&word);
        if word.is(DescriptionWord::Masculine) {
            return Some(Gender::Masculine);
        }
        word.is(DescriptionWord::Feminine).then_some(Gender::Feminine)
    }
}
