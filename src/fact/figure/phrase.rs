//! The phrase around a number: bound, range, unit, head noun, kind.

use super::number::{self, Read};
use super::unit::{Unit, bounds, units};
use super::{Bound, Figure, FigureKind};
use crate::corpus::Language;
use crate::fact::lexicon::Class;
use crate::fact::prose::{Kind, Prose, Zone};
use crate::text::{Span, fold};

/// A figure at token `i` and the token behind it. `limit` is the byte where
/// the next date starts.
pub(super) fn read(prose: &Prose, zone: &Zone, i: usize, limit: usize) -> Option<(Figure, usize)> {
    let end = zone.tokens.end.min(prose.tokens.partition_point(|t| t.span.start < limit).max(i + 1));
    Phrase { prose, first: zone.tokens.start, end, language: language_at(prose, zone, i) }.figure(i)
}

/// English decimal points when the words around are English.
fn language_at(prose: &Prose, zone: &Zone, i: usize) -> Language {
    let near = i.saturating_sub(12).max(zone.tokens.start)..(i + 12).min(zone.tokens.end);
    let mut english = 0i32;
    for k in near {
        match prose.word(k) {
            "the" | "of" | "and" | "in" | "to" | "was" | "were" | "by" | "for" | "with" | "people" | "from" => {
                english += 1
            }
            "de" | "le" | "la" | "les" | "des" | "et" | "en" | "du" | "dans" | "à" | "par" | "un" | "une" | "d’"
            | "d'" => {
                english -= 1;
            }
            _ => {}
        }
    }
    if english > 0 { Language::En } else { Language::Fr }
}

struct Phrase<'p, 'd> {
    prose: &'p Prose<'d>,
    first: usize,
    end: usize,
    language: Language,
}

impl Phrase<'_, '_> {
    fn word(&self, i: usize) -> &str {
        if i < self.first || i >= self.end { "" } else { self.prose.word(i) }
    }

    fn class(&self, i: usize) -> Class {
        if i < self.first || i >= self.end { Class::default() } else { self.prose.tokens[i].class }
    }

    fn mark(&self, i: usize) -> Option<char> {
        if i < self.first || i >= self.end {
            return None;
        }
        match self.prose.tokens[i].kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    fn glued(&self, i: usize) -> bool {
        i < self.end && self.prose.tokens.get(i).is_some_and(|t| t.glued)
    }

    fn is_number(&self, i: usize) -> bool {
        i < self.end && self.prose.tokens.get(i).is_some_and(|t| t.kind == Kind::Number)
    }

    fn number(&self, i: usize) -> Option<Read> {
        if i >= self.end { None } else { number::read(self.prose, i, self.end, self.language) }
    }

    fn span(&self, from: usize, next: usize) -> Span {
        Span::new(self.prose.tokens[from].span.start, self.prose.tokens[next - 1].span.end)
    }

    fn figure(&self, i: usize) -> Option<(Figure, usize)> {
        let read = self.number(i)?;
        if !read.digits && !self.counts(i, &read) {
            return None;
        }
        if let Some(found) = self.clock(i).or_else(|| self.rank(i)).or_else(|| self.score(i)) {
            return Some(found);
        }
        let (mut bound, mut start) = self.bound_before(i);
        let mut number = self.span(i, read.next);
        let (mut low, mut high, mut next) = (read.value, read.value, read.next);
        let mut own_unit = self.unit(next);
        if let Some(second) = self.range(i, read.next, own_unit.map_or(read.next, |(_, n)| n)) {
            let shared = self.unit(second.next);
            let (a, b) = (own_unit.or(shared), shared);
            // `2 à 3 millions`: the multiplier is the second's alone.
            let scale = if read.factor == 1.0 && low < 1000.0 { second.factor } else { 1.0 };
            let fa = a.map_or(1.0, |(u, _)| u.factor);
            let fb = b.map_or(1.0, |(u, _)| u.factor);
            if low * scale * fa <= second.value * fb {
                low *= scale;
                // Both ends in the unit of the second.
                if fa != fb && fb != 0.0 {
                    low = low * fa / fb;
                }
                high = second.value;
                next = second.next;
                bound = Bound::Range;
                own_unit = shared;
                number = self.span(i, next);
                if matches!(fold(self.word(i.wrapping_sub(1))).as_str(), "entre" | "de" | "between" | "from") {
                    start = i - 1;
                }
            }
        }
        if read.about {
            bound = if bound == Bound::Exact { Bound::About } else { bound };
            if self.class(i.wrapping_sub(1)).is(Class::DETERMINER) && start == i {
                start = i - 1;
            }
        }
        if read.many {
            bound = Bound::Magnitude;
        }
        let negative =
            i > self.first && matches!(self.mark(i - 1), Some('-' | '−' | '–')) && !self.glued(i - 1) && self.glued(i);
        let mut figure = Figure {
            span: number,
            number,
            kind: FigureKind::Count,
            low,
            high,
            bound,
            unit: None,
            noun: None,
            negative,
        };
        next = self.finish(&mut figure, i, next, own_unit, &read)?;
        figure.span = self.span(start, next);
        Some((figure, next))
    }

    /// Unit, head noun and kind; the token behind the phrase.
    fn finish(
        &self,
        figure: &mut Figure,
        i: usize,
        next: usize,
        unit: Option<(Unit, usize)>,
        read: &Read,
    ) -> Option<usize> {
        if read.part {
            figure.kind = FigureKind::Percent;
            figure.unit = Some("%".into());
            if figure.bound == Bound::Exact {
                figure.bound = Bound::About;
            }
            return Some(next);
        }
        let before = i.checked_sub(1).and_then(|k| self.mark(k)).filter(|_| self.glued(i));
        let sign = before.and_then(|c| match c {
            '$' => Some("usd"),
            '€' => Some("eur"),
            '£' => Some("gbp"),
            _ => None,
        });
        if let Some(name) = sign {
            figure.kind = FigureKind::Money;
            figure.unit = Some(name.into());
            return Some(next);
        }
        if let Some((u, after)) = unit {
            figure.kind = u.kind;
            figure.low *= u.factor;
            figure.high *= u.factor;
            figure.unit = Some(u.name.into());
            if u.kind == FigureKind::Duration
                && matches!(fold(self.word(after - 1)).as_str(), "ans" | "an" | "years")
                && self.is_age(i, after)
            {
                figure.kind = FigureKind::Age;
            }
            // `2h30`, `deux heures et demie`
            return Some(self.and_half(figure, &u, after));
        }
        let (noun, after) = self.noun(next);
        if let Some(noun) = noun {
            figure.noun = Some(noun);
            return Some(after);
        }
        // `article 49`: a number that follows what it names.
        if read.digits
            && let Some(label) = self.label(i)
        {
            figure.kind = FigureKind::Label;
            figure.unit = Some(label);
            return Some(next);
        }
        // A bare number word is an article or a name.
        (read.digits || read.about || read.value >= 13.0).then_some(next)
    }

    fn and_half(&self, figure: &mut Figure, unit: &Unit, after: usize) -> usize {
        if self.word(after) == "et" {
            let share = match self.word(after + 1) {
                "demi" | "demie" => 0.5,
                "quart" => 0.25,
                _ => return after,
            };
            figure.low += share * unit.factor;
            figure.high += share * unit.factor;
            return after + 2;
        }
        after
    }

    /// `de 32 ans`, `, 32 ans,`, `âgé de 32 ans`.
    fn is_age(&self, i: usize, after: usize) -> bool {
        let before = fold(self.word(i.wrapping_sub(1)));
        let two = fold(self.word(i.wrapping_sub(2)));
        let aged = matches!(two.as_str(), "age" | "agee" | "ages" | "agees" | "aged") || before == "aged";
        let person = before == "de"
            && (self.class(i.wrapping_sub(2)).is(Class::PERSON)
                || matches!(
                    two.as_str(),
                    "homme"
                        | "femme"
                        | "garcon"
                        | "fille"
                        | "enfant"
                        | "jeune"
                        | "adolescent"
                        | "adolescente"
                        | "bebe"
                        | "fillette"
                        | "cousine"
                ));
        let apposed = self.mark(i.wrapping_sub(1)) == Some(',') && self.mark(after).is_some()
            || matches!(self.mark(i.wrapping_sub(1)), Some('('));
        aged || person || apposed
    }

    fn unit(&self, i: usize) -> Option<(Unit, usize)> {
        if i >= self.end {
            return None;
        }
        let mut at = i;
        if matches!(self.word(at), "de" | "d'" | "d’" | "of") {
            at += 1;
        }
        let token = self.prose.tokens.get(at).filter(|_| at < self.end)?;
        let text = token.span.of(self.prose.text);
        if let Kind::Mark(c) = token.kind {
            return match c {
                '%' | '€' | '$' | '£' | '°' => units().get(text).map(|u| (*u, at + 1)),
                _ => None,
            };
        }
        if text == "pour" && self.word(at + 1) == "cent" {
            return units().get("%").map(|u| (*u, at + 2));
        }
        let folded = fold(text);
        let mut unit = *units().get(folded.as_str())?;
        // `5 m` is metres, `5 M` and `5 M€` are millions.
        if text == "M" || folded == "m" && self.mark(at + 1) == Some('€') {
            unit = *units().get("m€")?;
            return (self.mark(at + 1) == Some('€')).then_some((unit, at + 2));
        }
        if matches!(folded.as_str(), "livre" | "livres") && !matches!(self.word(at + 1), "sterling") {
            return None;
        }
        let mut next = at + 1;
        if folded == "km" && self.mark(next) == Some('/') && self.word(next + 1) == "h" {
            unit = *units().get("km/h")?;
            next += 2;
        }
        Some((unit, next))
    }

    /// `entre 2 et 12`, `2 à 12`, `de 2 à 12`, `2 ou 3`, `between 2 and 12`.
    fn range(&self, i: usize, next: usize, behind_unit: usize) -> Option<Read> {
        let opening = fold(self.word(i.wrapping_sub(1)));
        for joint in [next, behind_unit] {
            let word = self.word(joint);
            let joins = match word {
                "à" | "to" => true,
                "et" => opening == "entre",
                "and" => opening == "between",
                "ou" | "or" => joint == next,
                _ => {
                    matches!(self.mark(joint), Some('-' | '–'))
                        && self.glued(joint)
                        && self.glued(joint + 1)
                        && self.is_number(joint + 1)
                }
            };
            if joins && let Some(second) = self.number(joint + 1) {
                // `2-1` and `de 5 à 3` are no ranges.
                let scored = self.mark(joint).is_some()
                    && self.unit(second.next).is_none()
                    && self.noun(second.next).0.is_none();
                if !scored && !second.part && !second.many {
                    return Some(second);
                }
            }
        }
        None
    }

    /// `18h30`, `19H`, `20 heures` is left to durations unless *à* stands
    /// before it, `20:30`.
    fn clock(&self, i: usize) -> Option<(Figure, usize)> {
        if !self.is_number(i) {
            return None;
        }
        let hour: u32 = self.prose.word(i).parse().ok().filter(|h| *h <= 24)?;
        let joint = self.word(i + 1);
        let glued = self.glued(i + 1);
        let colon = self.mark(i + 1) == Some(':') && glued && self.glued(i + 2);
        // `18h30` is a number and the word `h30`.
        let behind = joint.strip_prefix(['h', 'H']).filter(|_| glued || joint.len() == 1);
        let letter = behind.is_some_and(|m| m.len() <= 2 && m.bytes().all(|b| b.is_ascii_digit()));
        let hours = matches!(joint, "heures" | "heure")
            && matches!(
                fold(self.word(i.wrapping_sub(1))).as_str(),
                "a" | "vers" | "des" | "avant" | "apres" | "jusqu'a"
            );
        if !(letter || colon || hours) {
            return None;
        }
        let minutes = |s: &str| s.parse::<u32>().ok().filter(|m| *m < 60);
        let own = behind.and_then(minutes);
        let apart = if own.is_none() && self.is_number(i + 2) && (letter || colon) {
            minutes(self.prose.word(i + 2))
        } else {
            None
        };
        if colon && apart.is_none() {
            return None;
        }
        let minute = own.or(apart);
        let next = if apart.is_some() { i + 3 } else { i + 2 };
        let value = f64::from(hour * 60 + minute.unwrap_or(0));
        let number = self.span(i, next);
        let (bound, start) = self.bound_before(i);
        let figure = Figure {
            span: self.span(start, next),
            number,
            kind: FigureKind::Clock,
            low: value,
            high: value,
            bound,
            unit: Some("clock".into()),
            noun: None,
            negative: false,
        };
        Some((figure, next))
    }

    /// `12e arrondissement`, `1er`, `3ème`, `2nd`.
    fn rank(&self, i: usize) -> Option<(Figure, usize)> {
        if !self.is_number(i) || !self.glued(i + 1) {
            return None;
        }
        let ending = self.word(i + 1);
        if !matches!(
            ending,
            "e" | "er" | "ère" | "ere" | "ème" | "eme" | "ième" | "nd" | "nde" | "st" | "rd" | "th" | "es" | "èmes"
        ) {
            return None;
        }
        let value = number::digits(self.prose.word(i), self.language)?;
        let (noun, next) = self.noun(i + 2);
        let figure = Figure {
            span: self.span(i, next),
            number: self.span(i, i + 2),
            kind: FigureKind::Rank,
            low: value,
            high: value,
            bound: Bound::Exact,
            unit: None,
            noun,
            negative: false,
        };
        Some((figure, next))
    }

    /// `2-1`, `(3-0)`: two small numbers and a hyphen, no noun behind.
    fn score(&self, i: usize) -> Option<(Figure, usize)> {
        let small = |k: usize| self.is_number(k) && self.prose.word(k).len() <= 2;
        let hyphen = matches!(self.mark(i + 1), Some('-' | '–')) && self.glued(i + 1) && self.glued(i + 2);
        let chained = matches!(self.mark(i + 3), Some('-' | '/' | '.')) && self.glued(i + 3) && self.glued(i + 4);
        if !(small(i) && hyphen && small(i + 2))
            || chained
            || self.unit(i + 3).is_some()
            || self.noun(i + 3).0.is_some()
        {
            return None;
        }
        let low = self.prose.word(i).parse().ok()?;
        let high = self.prose.word(i + 2).parse().ok()?;
        let span = self.span(i, i + 3);
        let figure = Figure {
            span,
            number: span,
            kind: FigureKind::Score,
            low,
            high,
            bound: Bound::Exact,
            unit: None,
            noun: None,
            negative: false,
        };
        Some((figure, i + 3))
    }

    /// True when a number word is a count here: `les deux dirigeants` are
    /// known already, `un des deux` is no figure.
    fn counts(&self, i: usize, read: &Read) -> bool {
        let before = fold(self.word(i.wrapping_sub(1)));
        if read.about {
            return matches!(before.as_str(), "une" | "la" | "a" | "demi" | "cette" | "d'une" | "half");
        }
        if read.many {
            return !matches!(before.as_str(), "les" | "ces" | "the");
        }
        if read.part {
            return matches!(before.as_str(), "un" | "la" | "deux" | "trois")
                && matches!(self.word(read.next), "des" | "de" | "du" | "d'" | "d’");
        }
        // `tous deux`, `les deux`, `Trois-Rivières`, `sept` of `sept. 2023`.
        let known = matches!(
            before.as_str(),
            "les"
                | "ces"
                | "nos"
                | "leurs"
                | "ses"
                | "tous"
                | "toutes"
                | "the"
                | "these"
                | "both"
                | "eux"
                | "autres"
                | "des"
        );
        let name = self.prose.tokens[i].capital && i > self.first && self.mark(i - 1) != Some('.');
        !known && !name
    }

    /// The bound before a number and the token where the phrase starts.
    fn bound_before(&self, i: usize) -> (Bound, usize) {
        let mut phrase = String::new();
        for k in 1..=4 {
            let Some(at) = i.checked_sub(k).filter(|&at| at >= self.first) else { break };
            let word = fold(self.word(at)).replace('\'', "");
            if word.is_empty() {
                break;
            }
            phrase = if phrase.is_empty() { word } else { format!("{word} {phrase}") };
            // `une` and `la` belong to rounded counts, which add them.
            if matches!(phrase.as_str(), "une" | "la") {
                continue;
            }
            if let Some(bound) = bounds().get(phrase.as_str()) {
                return (*bound, at);
            }
        }
        (Bound::Exact, i)
    }

    /// The head noun behind a number: `34 propositions`, `528 blessés`,
    /// `50 000 autres manifestants`.
    fn noun(&self, next: usize) -> (Option<String>, usize) {
        let mut at = next;
        if matches!(self.word(at), "de" | "d'" | "d’" | "of") {
            at += 1;
        }
        for _ in 0..2 {
            let adjective = matches!(
                fold(self.word(at)).as_str(),
                "autres"
                    | "nouveaux"
                    | "nouvelles"
                    | "premiers"
                    | "premieres"
                    | "derniers"
                    | "dernieres"
                    | "jeunes"
                    | "petits"
                    | "petites"
                    | "grands"
                    | "grandes"
                    | "bons"
                    | "bonnes"
                    | "other"
                    | "new"
                    | "more"
                    | "additional"
            );
            if !adjective {
                break;
            }
            at += 1;
        }
        let Some(token) = self.prose.tokens.get(at).filter(|t| at < self.end && t.kind == Kind::Word) else {
            return (None, next);
        };
        let text = token.span.of(self.prose.text);
        let closed = Class::AUX
            | Class::DETERMINER
            | Class::OF
            | Class::PREPOSITION
            | Class::CONJUNCTION
            | Class::THAT
            | Class::WHO
            | Class::WHERE
            | Class::NEGATION
            | Class::CLITIC
            | Class::ADVERB
            | Class::PRONOUN
            | Class::ACCORDANCE;
        let verb = token.class.verb(Class::FINITE | Class::INFINITIVE | Class::PRESENT) && !text.ends_with('s');
        if token.class.is(closed) || verb || text.ends_with(['\'', '’']) || text.chars().count() < 2 {
            return (None, next);
        }
        (Some(singular(&fold(text))), at + 1)
    }

    /// The word that a number names: `article 49`, `acte 5`.
    fn label(&self, i: usize) -> Option<String> {
        let k = i.checked_sub(1).filter(|&k| k >= self.first)?;
        if matches!(self.mark(k), Some('°')) && matches!(fold(self.word(k - 1)).as_str(), "n" | "no") {
            return Some("numero".into());
        }
        let word = self.word(k);
        let class = self.class(k);
        let closed = class.is(Class::AUX
            | Class::DETERMINER
            | Class::OF
            | Class::PREPOSITION
            | Class::CONJUNCTION
            | Class::THAT
            | Class::ADVERB
            | Class::CLITIC)
            || class.verb(Class::FINITE | Class::PARTICIPLE | Class::INFINITIVE);
        let plain = word.chars().all(|c| c.is_alphabetic() || c == '-') && word.chars().count() > 1;
        (plain && !closed && !bounds().contains_key(fold(word).as_str())).then(|| singular(&fold(word)))
    }
}

/// A noun without its plural ending.
fn singular(folded: &str) -> String {
    let s = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    if s.len() > 3
        && let Some(t) = s.strip_suffix("aux")
    {
        return if t.ends_with('e') { format!("{t}au") } else { format!("{t}al") };
    }
    if s.len() > 3 { s.trim_end_matches(['s', 'x']).to_owned() } else { s.to_owned() }
}
