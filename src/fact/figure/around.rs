//! What stands around a number: its bound, its unit, the end of its range, its
//! head noun.

use super::number::{self, Read};
use super::phrase::Phrase;
use super::types::{Bound, FigureKind};
use super::unit::{Unit, bounds, bounds_after, units};
use crate::fact::lexicon::WordClass;
use crate::fact::prose::Kind;
use crate::lang::{self, ClauseWord, FigureWord, Grammar, Tags};
use crate::text::fold;

impl Phrase<'_, '_> {
    pub(super) fn unit(&self, i: usize) -> Option<(Unit, usize)> {
        if i >= self.end {
            return None;
        }
        let mut at = i;
        if Tags::of(self.word(at)).is(Grammar::Genitive) {
            at += 1;
        }
        // `ces 10 dernières années`
        let described = Tags::of_folded(&fold(self.word(at))).is(FigureWord::CountAdjective);
        at += usize::from(described && self.named_unit(self.word(at + 1)).is_some());
        // `square metres`
        let mut power = self.power(at);
        at += usize::from(power.is_some());
        let token = self.prose.tokens.get(at).filter(|_| at < self.end)?;
        let text = token.span.of(self.prose.text);
        if let Kind::Mark(c) = token.kind {
            return match c {
                '%' | '€' | '$' | '£' | '°' => units().get(text).map(|u| (*u, at + 1)),
                _ => None,
            };
        }
        if Tags::of(text).is(FigureWord::Per) && number::word(self.word(at + 1)) == Some(number::Word::Times(100.0)) {
            return units().get("%").map(|u| (*u, at + 2));
        }
        let folded = fold(text);
        // `5 m` is metres, `5 M` and `5 M€` are millions.
        if let Some(sign) = self.mark(at + 1).filter(|c| matches!(c, '€' | '$' | '£'))
            && let Some(unit) = units().get(format!("{folded}{sign}").as_str())
        {
            return Some((*unit, at + 2));
        }
        // `dollars canadiens`
        if let Some(unit) = units().get(format!("{folded} {}", fold(self.word(at + 1))).as_str()) {
            return Some((*unit, at + 2));
        }
        if text == "M" {
            return None;
        }
        let mut unit = *units().get(folded.as_str())?;
        // Codes of currencies are words in small letters.
        if unit.code && text.contains(char::is_lowercase) {
            return None;
        }
        if Tags::of_folded(&folded).is(FigureWord::AmbiguousUnit) {
            // `2 points de base`; `quatre points de contrôle`; `en baisse de 2 points`.
            let genitive = Tags::of(self.word(at + 1)).is(Grammar::Genitive);
            let qualified = Tags::of(self.word(at + 1 + usize::from(genitive))).is(FigureWord::UnitQualifier);
            let alone = Tags::of_folded(&folded).is(FigureWord::UnitAlone) && !genitive;
            // `0,1 point de croissance`: no thing is counted in tenths.
            let broken = i.checked_sub(1).is_some_and(|k| self.is_number(k) && self.word(k).contains(','));
            if !qualified && !alone && !broken {
                return None;
            }
        }
        let mut next = at + 1;
        if folded == "km"
            && self.mark(next) == Some('/')
            && (self.word(next + 1) == "h" || Tags::of(self.word(next + 1)).is(FigureWord::Hour))
        {
            unit = *units().get("km/h")?;
            next += 2;
        }
        // `mètres carrés`
        if power.is_none() {
            power = self.power(next);
            next += usize::from(power.is_some());
        }
        if let Some(power) = power.filter(|_| unit.name == "m") {
            unit = Unit { name: if power == 2 { "m2" } else { "m3" }, factor: unit.factor.powi(power), ..unit };
        }
        Some((unit, next))
    }

    /// The unit of a word by itself.
    pub(super) fn named_unit(&self, word: &str) -> Option<Unit> {
        units().get(fold(word).as_str()).copied().filter(|u| u.kind == FigureKind::Duration)
    }

    /// What a word makes of a length: its square or its cube.
    fn power(&self, i: usize) -> Option<i32> {
        let word = Tags::of(self.word(i));
        if word.is(FigureWord::Square) { Some(2) } else { word.is(FigureWord::Cube).then_some(3) }
    }

    /// `entre 2 et 12`, `2 à 12`, `de 2 à 12`, `2 ou 3`, `between 2 and 12`.
    pub(super) fn range(&self, i: usize, next: usize, behind_unit: usize) -> Option<Read> {
        let opening = Tags::of_folded(&fold(self.word(self.before_marks(i))));
        for joint in [next, behind_unit] {
            let word = Tags::of(self.word(joint));
            let hyphen = matches!(self.mark(joint), Some('-' | '–'))
                && self.glued(joint)
                && self.glued(joint + 1)
                && self.is_number(joint + 1);
            let joins = word.is(FigureWord::RangeLink)
                || word.is(Grammar::Coordinator) && opening.is(FigureWord::RangePair)
                || word.is(ClauseWord::Choice) && joint == next
                || hyphen;
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

    /// True when a number word is a count here: `les deux dirigeants` are
    /// known already, `un des deux` is no figure.
    pub(super) fn counts(&self, i: usize, read: &Read) -> bool {
        let before = fold(self.word(i.wrapping_sub(1)));
        if read.about {
            return Tags::of_folded(&before).is(FigureWord::RoundDeterminer);
        }
        // `des millions`
        let several = read.factor >= 1000.0 && read.value == read.factor && self.is_plural(read.next - 1);
        if read.many || several {
            return !Tags::of_folded(&before).is(FigureWord::DefinitePlural);
        }
        if read.part {
            let word = self.word(i);
            let own = Tags::of_folded(&fold(word));
            let determined = Tags::of_folded(&before).is(FigureWord::ShareDeterminer)
                || own.is(FigureWord::Half | FigureWord::ShareDeterminer)
                || word.contains('-');
            return determined && Tags::of(self.word(read.next)).is(FigureWord::ShareLink);
        }
        // `tous deux`, `les deux`, `Trois-Rivières`, `sept` of `sept. 2023`.
        let known = Tags::of_folded(&before).is(FigureWord::KnownDeterminer);
        // A capital at the head of a sentence or behind a mark of quotation is no name's.
        let opens = |c: char| !matches!(c, ',' | '-' | '\'' | '’');
        let name = self.prose.tokens[i].capital && i > self.first && !self.mark(i - 1).is_some_and(opens);
        !known && !name
    }

    /// The bound before a number and the token where the phrase starts: the
    /// longest, for *pas plus de* is no *plus de*.
    pub(super) fn bound_before(&self, i: usize) -> (Bound, usize) {
        let mut phrase = String::new();
        let mut found = (Bound::Exact, i);
        for k in 1..=4 {
            let Some(at) = i.checked_sub(k).filter(|&at| at >= self.first) else { break };
            let word = fold(self.word(at)).replace('\'', "");
            if word.is_empty() {
                break;
            }
            phrase = if phrase.is_empty() { word } else { format!("{word} {phrase}") };
            // `une` and `la` belong to rounded counts, which add them.
            if Tags::of_folded(&phrase).is(FigureWord::ApproximateArticle) {
                continue;
            }
            match bounds().get(phrase.as_str()) {
                // `en plus de 2 autres` are two.
                Some(None) => found = (Bound::Exact, i),
                Some(Some(bound)) => found = (*bound, at),
                None => {}
            }
        }
        // `ne dépasse les 5 %`
        let denied = found.1.checked_sub(1).is_some_and(|k| self.class(k).is(WordClass::NEGATION));
        match found {
            (Bound::More, at) if denied => (Bound::Less, at - 1),
            _ => found,
        }
    }

    /// The bound behind a number and what it counts, `300 personnes environ`,
    /// and the token behind it. One that another number follows is that one's.
    pub(super) fn bound_after(&self, next: usize) -> Option<(Bound, usize)> {
        const WORDS: usize = 3;
        let mut phrase = String::new();
        let mut found = None;
        for at in next..next + WORDS {
            let word = fold(self.word(at));
            if word.is_empty() {
                break;
            }
            phrase = if phrase.is_empty() { word } else { format!("{phrase} {word}") };
            if let Some(bound) = bounds_after().get(phrase.as_str()) {
                found = Some((*bound, at + 1));
            }
        }
        found.filter(|(_, after)| self.number(*after).is_none() && !Tags::of(self.word(*after)).is(FigureWord::One))
    }

    /// The token before a number, past a mark of quotation: `entre « 40 % et 70 % »`.
    pub(super) fn before_marks(&self, i: usize) -> usize {
        let before = i.wrapping_sub(1);
        before.wrapping_sub(usize::from(matches!(self.mark(before), Some('«' | '“' | '"'))))
    }

    /// What stands before a number bounds it by the unit behind it: `en plus de 20 ans` takes
    /// longer, `en plus de 20 euros` are others; `dans les 10 %` are about as many, `sous les 10 %` fewer.
    pub(super) fn bound_of_unit(&self, from: usize, unit: Option<Unit>) -> Option<(Bound, usize)> {
        const WORDS: usize = 3;
        let unit = unit?;
        let before = |n: usize| from.checked_sub(n).filter(|&k| k >= self.first);
        if matches!(unit.kind, FigureKind::Percent | FigureKind::Money) {
            let dans = before(2)?;
            let (les, within) = (Tags::of(self.word(dans + 1)), Tags::of_folded(&fold(self.word(dans))));
            let bound = match within {
                w if w.is(Grammar::Inessive) => Bound::About,
                w if w.is(FigureWord::Under) => Bound::Less,
                _ => return None,
            };
            return les.is(FigureWord::DefinitePlural).then_some((bound, dans));
        }
        if unit.kind != FigureKind::Duration {
            return None;
        }
        let mut phrase = String::new();
        for n in 1..=WORDS {
            let word = fold(self.word(before(n)?)).replace('\'', "");
            phrase = if phrase.is_empty() { word } else { format!("{word} {phrase}") };
            let lasts = || before(n + 1).is_some_and(|k| Tags::of_folded(&fold(self.word(k))).is(FigureWord::Lasting));
            if let Some(Some(bound)) = bounds().get(phrase.as_str()) {
                return lasts().then_some((*bound, from - n));
            }
        }
        None
    }

    /// The bound before the preposition of a number: `au moins à deux reprises`. It is one of
    /// those that may stand behind as well.
    pub(super) fn bound_aside(&self, from: usize) -> Option<Bound> {
        const WORDS: usize = 3;
        let preposition =
            from.checked_sub(1).filter(|&k| k >= self.first && self.class(k).is(WordClass::PREPOSITION))?;
        let mut phrase = String::new();
        for n in 1..=WORDS {
            let at = preposition.checked_sub(n).filter(|&k| k >= self.first)?;
            let word = fold(self.word(at));
            phrase = if phrase.is_empty() { word } else { format!("{word} {phrase}") };
            if let Some(bound) = bounds_after().get(phrase.as_str()) {
                return Some(*bound);
            }
        }
        None
    }

    /// The head noun behind a number: `34 propositions`, `528 blessés`,
    /// `50 000 autres manifestants`.
    pub(super) fn noun(&self, next: usize) -> (Option<String>, usize) {
        let mut at = next;
        if Tags::of(self.word(at)).is(Grammar::Genitive) {
            at += 1;
        }
        let mut described = None;
        for _ in 0..2 {
            let folded = fold(self.word(at));
            let adjective = Tags::of_folded(&folded).is(FigureWord::CountAdjective);
            if !adjective {
                break;
            }
            // `300 jeunes âgés de 15 ans` are young people.
            described = Tags::of_folded(&lang::lemma(&folded)).is(FigureWord::AgedNoun).then_some(at);
            at += 1;
        }
        if self.is_noun(at) {
            return (Some(singular(self.word(at))), at + 1);
        }
        match described {
            Some(at) => (Some(singular(self.word(at))), at + 1),
            None => (None, next),
        }
    }

    /// A word that can be counted.
    fn is_noun(&self, at: usize) -> bool {
        let Some(token) = self.prose.tokens.get(at).filter(|t| at < self.end && t.kind == Kind::Word) else {
            return false;
        };
        let text = token.span.of(self.prose.text);
        let closed = WordClass::AUX
            | WordClass::DETERMINER
            | WordClass::OF
            | WordClass::PREPOSITION
            | WordClass::CONJUNCTION
            | WordClass::THAT
            | WordClass::WHO
            | WordClass::WHERE
            | WordClass::NEGATION
            | WordClass::CLITIC
            | WordClass::ADVERB
            | WordClass::PRONOUN
            | WordClass::ACCORDANCE;
        let verb =
            token.class.verb(WordClass::FINITE | WordClass::INFINITIVE | WordClass::PRESENT) && !text.ends_with('s');
        let manner = lang::any(|l| l.is_manner(text));
        // `les trois huit`
        let number = matches!(number::word(text), Some(number::Word::Add(_) | number::Word::Times(_)));
        let other = Tags::of(text).is(FigureWord::NoNoun | FigureWord::Aged);
        let short = text.ends_with(['\'', '’']) || text.chars().count() < 2;
        !(token.class.is(closed) || verb || manner || number || other || short)
    }

    /// The word that a number names, and whether it surely does: `article 49`, `acte 5`,
    /// `Europe 1`.
    pub(super) fn label(&self, i: usize) -> Option<(String, bool)> {
        let k = i.checked_sub(1).filter(|&k| k >= self.first)?;
        if k > self.first
            && matches!(self.mark(k), Some('°'))
            && Tags::of_folded(&fold(self.word(k - 1))).is(FigureWord::NumberSign)
        {
            return Some(("numero".into(), true));
        }
        let word = self.word(k);
        let class = self.class(k);
        let closed = class.is(WordClass::AUX
            | WordClass::DETERMINER
            | WordClass::OF
            | WordClass::PREPOSITION
            | WordClass::CONJUNCTION
            | WordClass::THAT
            | WordClass::ADVERB
            | WordClass::WHO
            | WordClass::WHERE
            | WordClass::NEGATION
            | WordClass::ACCORDANCE
            | WordClass::CLITIC)
            || Tags::of(word).is(FigureWord::Equal | FigureWord::Against | FigureWord::NoNoun)
            || class.verb(WordClass::FINITE | WordClass::PARTICIPLE | WordClass::INFINITIVE);
        let plain = word.chars().all(|c| c.is_alphabetic() || c == '-') && word.chars().count() > 1;
        if !plain || closed || bounds().contains_key(fold(word).as_str()) {
            return None;
        }
        // A name inside a sentence, or a noun of such things; the verb of `comptant 40` names
        // nothing.
        let named = self.prose.tokens[k].capital && k > self.first;
        let sure = named || Tags::of_folded(&fold(word)).is(FigureWord::Numbered);
        Some((singular(word), sure))
    }
}

/// A noun without its plural ending, folded; of a compound both its parts.
fn singular(word: &str) -> String {
    let folded = fold(word);
    let folded = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    let part = |part: &str| {
        let fixed = Tags::of_folded(part).is(FigureWord::Invariable);
        if fixed { part.to_owned() } else { lang::lemma(part) }
    };
    folded.split(' ').map(part).collect::<Vec<_>>().join(" ")
}
