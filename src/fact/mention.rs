//! Who can have spoken: names, descriptions (`le ministre`) and pronouns of a
//! sentence, with what they agree with. Has never heard of quotations.

mod phrase;

use super::frame::Sentence;
use super::lexicon::Class;
use super::prose::{Kind, Prose, Token};
use crate::corpus::Document;
use crate::entity::{Entity, EntityKind};
use crate::text::{Span, fold};
use std::collections::BTreeMap;

/// Grammatical gender, where known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
}

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A name: index into the entities.
    Name(usize),
    /// A description without a name.
    Noun,
    /// A personal pronoun.
    Pronoun,
}

/// Whoever a mention turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    /// Index into the entities.
    Entity(usize),
    /// Index of the mention of a description that no name belongs to.
    Noun(usize),
}

/// Words that can stand for a speaker.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The whole phrase with article and title.
    pub(super) span: Span,
    pub(super) what: What,
    /// Range of items in the sentence.
    pub(super) items: std::ops::Range<usize>,
    pub(super) gender: Option<Gender>,
    pub(super) plural: bool,
    /// A preposition stands before it; `of` for *de*.
    pub(super) governed: bool,
    /// What its head noun is; of a name, what stands before it.
    pub(super) role: Class,
    /// Folded head noun, for `le ministre` after `le ministre X`.
    pub(super) head: String,
    /// Folded further words of the description.
    pub(super) details: Vec<String>,
    pub(super) who: Option<Who>,
}

/// Steps of a noun phrase to either side of its head.
const REACH: usize = 9;

pub(super) struct Finder<'a, 'd> {
    pub(super) prose: &'a Prose<'d>,
    pub(super) entities: &'a [Entity],
    /// Mentions of all entities by position.
    names: Vec<(Span, usize)>,
    /// Descriptions that the entity part has linked.
    links: Vec<(Span, usize)>,
    genders: Vec<Option<Gender>>,
    /// For `Ms. Morel` the entity `Anna Morel`; every other entity is its own.
    same: Vec<usize>,
    /// The one person of a first name; `None` where several share it.
    first_names: BTreeMap<&'a str, Option<usize>>,
}

impl<'a, 'd> Finder<'a, 'd> {
    pub(super) fn new(prose: &'a Prose<'d>, document: &'a Document, entities: &'a [Entity]) -> Self {
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
    pub(super) fn sentence(&self, s: &Sentence) -> Vec<Mention> {
        let mut out: Vec<Mention> = Vec::new();
        let mut taken = vec![false; s.items.len()];
        self.named(s, &mut out, &mut taken);
        for i in 0..s.items.len() {
            if taken.get(i) == Some(&true) {
                continue;
            }
            let Some(t) = s.token(self.prose, i) else { continue };
            let class = t.class;
            if class.is(Class::PRONOUN) && self.is_subject_pronoun(s, i) {
                out.push(self.pronoun(s, i));
                continue;
            }
            if self.is_own_words(s, i) {
                out.push(self.pronoun(s, i));
                continue;
            }
            let noun = class.is(Class::ROLE)
                && !t.inverted
                && !self.is_premier(s, i)
                && !self.is_young(s, i)
                && self.is_noun(s, i);
            let given = t.capital && i > 0 && class.is(Class::GIVEN_M | Class::GIVEN_F);
            // `Me Wagemans`: a title and a name that nothing else found.
            let titled = i > 0 && t.capital && t.class.0 == 0 && self.class(s, i - 1).is(Class::TITLE);
            if (given || titled) && !noun {
                out.push(self.given(s, i));
                continue;
            }
            let unknown = !noun && class.is(Class::DETERMINER) && !class.is(Class::OF) && self.is_subject_slot(s, i);
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

    /// A given name that no name covers: `rétorque Hélène`.
    fn given(&self, s: &Sentence, i: usize) -> Mention {
        let class = self.class(s, i);
        let word = s.token(self.prose, i).map_or("", |t| t.span.of(self.prose.text));
        let who = self.first_names.get(word).copied().flatten().map(Who::Entity);
        Mention {
            span: s.token(self.prose, i).map_or(Span::default(), |t| t.span),
            what: What::Noun,
            items: i..i + 1,
            gender: match (class.is(Class::GIVEN_M), class.is(Class::GIVEN_F)) {
                (true, false) => Some(Gender::Masculine),
                (false, true) => Some(Gender::Feminine),
                _ => None,
            },
            plural: false,
            governed: self.is_governed(s, i),
            role: Class(Class::PERSON),
            head: fold(word),
            details: Vec::new(),
            who,
        }
    }

    /// An article where only a subject can stand: behind a verb of saying
    /// that follows a quotation or a comma, or at the head of the sentence.
    fn is_subject_slot(&self, s: &Sentence, i: usize) -> bool {
        let at = i + 1 + self.fore(s, i + 1);
        let free = |t: &Token| {
            let k = self.names.partition_point(|(span, _)| span.end <= t.span.start);
            self.names.get(k).is_none_or(|(span, _)| span.start > t.span.start)
        };
        // `souligne la Sécurité routière`: a name that nothing else found.
        let head = s
            .token(self.prose, at)
            .is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && (!t.capital || i > 0 && free(t)));
        // `le jeune homme`: the noun that follows is known.
        if head && self.class(s, at + 1).is(Class::ROLE) && !self.class(s, at + 1).is(Class::VERB) {
            return false;
        }
        let time = matches!(
            self.folded(s, i + 1).as_str(),
            "semaine" | "mois" | "annee" | "an" | "veille" | "matin" | "soir" | "nuit" | "fois" | "lendemain" | "jour"
        );
        if !head || time {
            return false;
        }
        let clause = |k: usize| s.quote(k).is_some() || s.mark(self.prose, k).is_some();
        let Some(v) = i.checked_sub(1) else { return true };
        if self.is_led_in(s, v) {
            return true;
        }
        let Some(v) = self.verb_before(s, v) else { return false };
        let auxiliary = v.checked_sub(1).filter(|&k| self.class(s, k).is(Class::AUX));
        auxiliary.unwrap_or(v).checked_sub(1).is_some_and(clause)
    }

    /// `Par ailleurs, le politicien…`: a short phrase without a verb and a comma
    /// before the subject.
    fn is_led_in(&self, s: &Sentence, comma: usize) -> bool {
        s.mark(self.prose, comma) == Some(',')
            && comma <= 7
            && (0..comma).all(|k| {
                let c = self.class(s, k);
                s.token(self.prose, k).is_some_and(|t| t.kind != Kind::Mark(','))
                    && !c.is(Class::AUX | Class::WHO | Class::PRONOUN)
                    && !c.verb(Class::FINITE)
            })
            && self.class(s, 0).is(Class::PREPOSITION | Class::OF | Class::ADVERB)
    }

    /// The verb of saying at or before item `at`, with nothing but the day, the
    /// place and to whom between: `a indiqué à l’AFP un collaborateur`.
    fn verb_before(&self, s: &Sentence, at: usize) -> Option<usize> {
        const REACH: usize = 12;
        let spoken = |k: usize| self.class(s, k).verb(Class::FINITE | Class::PARTICIPLE);
        if spoken(at) {
            return Some(at);
        }
        let v = (at.saturating_sub(REACH)..at).rev().find(|&k| spoken(k))?;
        let word = |k: usize| s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
        let time = |k: usize| {
            matches!(
                word(k),
                "lundi" | "mardi" | "mercredi" | "jeudi" | "vendredi" | "samedi" | "dimanche" | "hier" | "aujourd’hui"
            )
        };
        // `lance, de la mezzanine qui domine la salle, le porteur`
        let aside = s.mark(self.prose, v + 1) == Some(',') && s.mark(self.prose, at) == Some(',') && at > v + 1;
        let plain = |k: usize| s.quote(k).is_none() && s.mark(self.prose, k).is_none_or(|m| m == ',');
        if aside && (v + 1..=at).all(plain) {
            return Some(v);
        }
        let led = self.class(s, v + 1).is(Class::PREPOSITION) || time(v + 1) || s.mark(self.prose, v + 1) == Some(',');
        let open = |k: usize| {
            let c = self.class(s, k);
            s.quote(k).is_none()
                && !c.is(Class::AUX | Class::WHO | Class::WHERE | Class::CONJUNCTION | Class::THAT)
                && s.mark(self.prose, k).is_none_or(|m| m == ',')
        };
        // The preposition governs the word right behind it.
        let c = self.class(s, at);
        let free = !c.is(Class::PREPOSITION | Class::OF | Class::DETERMINER | Class::ACCORDANCE);
        (led && free && (v + 1..=at).all(open)).then_some(v)
    }

    /// How many words at `i` stand before a noun: the `autre` of `une autre
    /// utilisatrice`, the `ancien` of `l’ancien collaborateur`.
    fn fore(&self, s: &Sentence, i: usize) -> usize {
        let before = |k: usize| {
            matches!(
                self.folded(s, k).as_str(),
                "autre"
                    | "autres"
                    | "ancien"
                    | "ancienne"
                    | "anciens"
                    | "nouveau"
                    | "nouvelle"
                    | "jeune"
                    | "principal"
                    | "principale"
                    | "futur"
                    | "future"
                    | "vieux"
                    | "vieille"
                    | "seul"
                    | "seule"
                    | "celebre"
                    | "actuel"
                    | "actuelle"
            )
        };
        let more = s.token(self.prose, i + 1).is_some_and(|t| t.kind == Kind::Word);
        let counted = matches!(self.folded(s, i).as_str(), "deux" | "trois" | "quatre" | "cinq" | "two" | "three");
        usize::from((before(i) || counted) && more)
    }

    /// The `Premier` of `Premier ministre`.
    pub(super) fn is_premier(&self, s: &Sentence, i: usize) -> bool {
        matches!(self.folded(s, i).as_str(), "premier" | "premiere" | "vice" | "prime")
            && matches!(self.folded(s, i + 1).as_str(), "ministre" | "president" | "presidente" | "minister")
    }

    /// The `jeune` of `la jeune femme`.
    pub(super) fn is_young(&self, s: &Sentence, i: usize) -> bool {
        matches!(self.folded(s, i).as_str(), "jeune" | "jeunes") && self.class(s, i + 1).is(Class::PERSON)
    }

    /// The head noun as it is compared: a *premier ministre* is no *ministre*.
    pub(super) fn head_word(&self, s: &Sentence, head: usize) -> String {
        let word = self.folded(s, head);
        match head.checked_sub(1).filter(|&k| self.is_premier(s, k)) {
            Some(k) => format!("{}-{word}", self.folded(s, k)),
            None => word,
        }
    }

    /// The `autre` of `une autre utilisatrice`.
    pub(super) fn is_other(&self, s: &Sentence, i: usize) -> bool {
        matches!(self.folded(s, i).as_str(), "autre" | "autres")
    }

    fn class(&self, s: &Sentence, i: usize) -> Class {
        s.token(self.prose, i).map_or(Class::default(), |t| t.class)
    }

    fn is_noun(&self, s: &Sentence, i: usize) -> bool {
        let before = i.checked_sub(1).map_or(Class::default(), |k| self.class(s, k));
        let class = self.class(s, i);
        // `ce dernier` is somebody, `le dernier` is not.
        if self.is_last(s, i) {
            return i > 0
                && s.token(self.prose, i - 1).is_some_and(|t| {
                    matches!(t.span.of(self.prose.text), "ce" | "Ce" | "cette" | "Cette" | "ces" | "Ces")
                });
        }
        // `juge`, `proche`, `note` are verbs or adjectives without an article.
        if class.is(Class::VERB | Class::CONJUNCTION | Class::PREPOSITION | Class::ADVERB) {
            return before.is(Class::DETERMINER);
        }
        if before.is(Class::DETERMINER | Class::OF | Class::PREPOSITION | Class::ACCORDANCE) || i == 0 {
            return true;
        }
        // `l'ancien ministre`, `the former minister`: an adjective between.
        if i > 0 && self.is_premier(s, i - 1) {
            return true;
        }
        let two = i.checked_sub(2).map_or(Class::default(), |k| self.class(s, k));
        let adjective = self.is_young(s, i - 1)
            || s.token(self.prose, i - 1)
                .is_some_and(|t| t.kind == Kind::Word && (t.class.0 == 0 || t.span.of(self.prose.text) == "même"));
        two.is(Class::DETERMINER) && adjective
            || matches!(s.mark(self.prose, i - 1), Some(',' | '(' | '»' | '"' | ':'))
            || s.token(self.prose, i).is_some_and(|t| t.capital)
            || self.class(s, i - 1).is(Class::CONJUNCTION)
    }

    fn is_last(&self, s: &Sentence, i: usize) -> bool {
        matches!(self.folded(s, i).as_str(), "dernier" | "derniere" | "derniers" | "dernieres")
    }

    /// `il`, `elle`, `lui` after *selon*; not the `lui` of `lui a dit`.
    fn is_subject_pronoun(&self, s: &Sentence, i: usize) -> bool {
        let Some(t) = s.token(self.prose, i) else { return false };
        if t.inverted || !t.class.is(Class::CLITIC | Class::DETERMINER) {
            return !t.class.is(Class::DETERMINER) && self.is_personal(s, i);
        }
        i > 0 && self.class(s, i - 1).is(Class::ACCORDANCE | Class::PREPOSITION | Class::OF)
    }

    /// The possessive of `selon ses dires`: whoever spoke.
    fn is_own_words(&self, s: &Sentence, i: usize) -> bool {
        matches!(self.folded(s, i).as_str(), "ses" | "leurs" | "son" | "his" | "her" | "their")
            && i > 0
            && self.class(s, i - 1).is(Class::ACCORDANCE | Class::PREPOSITION)
            && matches!(
                self.folded(s, i + 1).as_str(),
                "propos" | "dires" | "mots" | "termes" | "declarations" | "explications" | "aveu" | "aveux" | "words"
            )
            && (self.class(s, i - 1).is(Class::ACCORDANCE) || self.folded(s, i + 1) == "words")
    }

    /// `il y a`, `il faut`, `il s'agit`: nobody.
    fn is_personal(&self, s: &Sentence, i: usize) -> bool {
        let word = |k: usize| s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
        let masculine = self.class(s, i).is(Class::HE);
        if !masculine || s.token(self.prose, i).is_some_and(|t| t.inverted) {
            return true;
        }
        let next = word(i + 1);
        let skip = if matches!(next, "n'" | "n’" | "ne") { i + 2 } else { i + 1 };
        let (a, b) = (word(skip), word(skip + 1));
        let impersonal = matches!(a, "y" | "faut" | "fallait" | "faudra" | "faudrait" | "semble" | "pleut" | "suffit")
            || matches!(a, "s'" | "s’") && matches!(b, "agit" | "agissait" | "agirait")
            || matches!(a, "est" | "était" | "serait")
                && matches!(
                    b,
                    "temps"
                        | "vrai"
                        | "possible"
                        | "impossible"
                        | "clair"
                        | "important"
                        | "question"
                        | "nécessaire"
                        | "difficile"
                        | "urgent"
                        | "probable"
                        | "hors"
                );
        !impersonal
    }

    fn pronoun(&self, s: &Sentence, i: usize) -> Mention {
        let class = self.class(s, i);
        let gender = if class.is(Class::SHE | Class::THEY_F) {
            Some(Gender::Feminine)
        } else if class.is(Class::HE | Class::THEY_M) {
            Some(Gender::Masculine)
        } else {
            None
        };
        let governed = i > 0 && self.class(s, i - 1).is(Class::OF | Class::PREPOSITION);
        Mention {
            span: s.token(self.prose, i).map_or(Span::default(), |t| t.span),
            what: What::Pronoun,
            items: i..i + 1,
            gender,
            plural: class.is(Class::THEY_M | Class::THEY_F | Class::THEY)
                || matches!(self.folded(s, i).as_str(), "leurs" | "their"),
            governed,
            role: class,
            head: String::new(),
            details: Vec::new(),
            who: None,
        }
    }

    fn named(&self, s: &Sentence, out: &mut Vec<Mention>, taken: &mut [bool]) {
        let mut k = self.names.partition_point(|(span, _)| span.end <= s.span.start);
        while let Some(&(span, entity)) = self.names.get(k) {
            k += 1;
            if span.start >= s.span.end {
                break;
            }
            let entity = self.same.get(entity).copied().unwrap_or(entity);
            let Some(from) = s.item_at(self.prose, span.start) else { continue };
            // `ministre de l'Économie` taken for a name is a description.
            if s.token(self.prose, from).is_some_and(|t| !t.capital && t.class.is(Class::PERSON)) {
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
                && self.class(s, from + 1).is(Class::GIVEN_M | Class::GIVEN_F);
            to -= usize::from(agency);
            // `White House officials`: the name tells which officials.
            let compound = s.token(self.prose, to).is_some_and(|t| {
                !t.capital
                    && t.class.is(Class::PERSON)
                    && !t.class.is(Class::VERB)
                    && is_english_plural(t.span.of(self.prose.text))
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
            let role = head.map_or(Class::default(), |h| self.class(s, h));
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
                governed: self.is_governed(s, start) || !self.is_person(entity) && self.hangs_on_noun(s, start),
                role,
                head: name,
                details,
                who: Some(Who::Entity(entity)),
            });
        }
    }

    /// A name and the English noun that it stands before.
    fn compound(&self, s: &Sentence, from: usize, head: usize) -> Mention {
        let mut start = from;
        while let Some(k) = start.checked_sub(1) {
            let word = s.token(self.prose, k).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && t.capital);
            if !(word || self.class(s, k).is(Class::DETERMINER)) {
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

    pub(super) fn folded(&self, s: &Sentence, i: usize) -> String {
        s.token(self.prose, i).map_or(String::new(), |t| fold(t.span.of(self.prose.text)))
    }

    /// The further words of a description; a name stands as the number of its
    /// entity, so that `LREM` and `La République en marche` are one detail.
    fn details(&self, s: &Sentence, from: usize, to: usize) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for i in from..to {
            let Some(t) = s.token(self.prose, i).filter(|t| t.kind == Kind::Word) else { continue };
            let k = self.names.partition_point(|(span, _)| span.end <= t.span.start);
            if let Some((_, e)) = self.names.get(k).filter(|(span, _)| span.start <= t.span.start) {
                let name = format!("#{e}");
                if out.last() != Some(&name) {
                    out.push(name);
                }
            } else if !t.class.is(Class::DETERMINER | Class::OF | Class::PREPOSITION | Class::TITLE) {
                out.push(self.folded(s, i));
            }
        }
        out
    }
}

/// For a title with a surname alone the one person who has that surname.
fn surnames(entities: &[Entity]) -> Vec<usize> {
    let people = || entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person);
    let is_title = |w: &str| super::lexicon::class(w.trim_end_matches('.'), &mut String::new()).is(Class::TITLE);
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

/// Plural nouns for people in English.
fn is_english_plural(word: &str) -> bool {
    matches!(
        word,
        "officials"
            | "lawmakers"
            | "senators"
            | "leaders"
            | "aides"
            | "advisers"
            | "advocates"
            | "lawyers"
            | "experts"
            | "analysts"
            | "critics"
            | "prosecutors"
            | "representatives"
            | "sources"
            | "researchers"
            | "scientists"
    )
}

/// What the given name at a token says; of `Jean-Marc` its first part.
fn given(prose: &Prose, at: usize) -> Class {
    let Some(token) = prose.tokens.get(at) else { return Class::default() };
    if token.class.is(Class::GIVEN_M | Class::GIVEN_F) {
        return token.class;
    }
    match prose.word(at).split_once('-') {
        Some((head, _)) => super::lexicon::class(head, &mut String::new()),
        None => token.class,
    }
}

/// Gender of a person by title, given name, or the words beside the name.
fn gender_of_name(prose: &Prose, entity: &Entity) -> Option<Gender> {
    if entity.kind == EntityKind::Misc {
        return None;
    }
    let mut score = 0i32;
    for m in entity.mentions.iter().take(12) {
        let at = prose.token_at(m.span.start);
        let class = |i: usize| prose.tokens.get(i).map_or(Class::default(), |t| t.class);
        for k in 1..=3 {
            let Some(i) = at.checked_sub(k) else { break };
            let c = class(i);
            if c.is(Class::TITLE_M) {
                score += 8;
            }
            if c.is(Class::TITLE_F) {
                score -= 8;
            }
            if c.is(Class::PERSON) && c.is(Class::MASCULINE) != c.is(Class::FEMININE) {
                score += if c.is(Class::MASCULINE) { 3 } else { -3 };
            }
        }
        if entity.kind == EntityKind::Person {
            let first = given(prose, at);
            if first.is(Class::GIVEN_M) != first.is(Class::GIVEN_F) {
                score += if first.is(Class::GIVEN_M) { 6 } else { -6 };
            }
        } else if let Some(i) = at.checked_sub(1) {
            match prose.word(i) {
                "le" | "Le" | "du" | "au" => score += 2,
                "la" | "La" => score -= 2,
                _ => {}
            }
        }
    }
    match score {
        1.. => Some(Gender::Masculine),
        0 => None,
        _ => Some(Gender::Feminine),
    }
}
