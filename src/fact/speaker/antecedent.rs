//! Whom a pronoun means.

use super::resolver::{Resolver, Seen};
use crate::entity::EntityKind;
use crate::fact::frame::Frame;
use crate::fact::lexicon::WordClass;
use crate::fact::mention::{Gender, Mention, What, Who};
use crate::lang::{ClauseWord, DescriptionWord, Tags};
use crate::text::fold;

/// How much nearer whom a sentence puts first is to a pronoun in it.
const TOPIC: i32 = 80;

impl Resolver<'_, '_, '_> {
    /// Whom a pronoun means.
    pub(super) fn antecedent(&self, m: usize, n: usize) -> Option<Who> {
        self.antecedents(m, n).first().filter(|(s, _)| *s > 0).map(|(_, who)| *who)
    }

    /// Everybody whom a pronoun can mean, likeliest first: agreement, then who
    /// was the subject, who spoke, who is near.
    pub(super) fn antecedents(&self, m: usize, n: usize) -> Vec<(i32, Who)> {
        let pronoun = self.mention(m);
        let mut all: Vec<(i32, Who)> = Vec::new();
        if pronoun.role.is(WordClass::ONE | WordClass::FIRST) && pronoun.what == What::Pronoun {
            return all;
        }
        let text = fold(pronoun.span.of(self.frame.prose.text));
        let near = Tags::of_folded(&text).is(ClauseWord::NearDemonstrative);
        let people = pronoun.what == What::Noun && pronoun.role.is(WordClass::PERSON);
        let at = self.frame.prose.token_at(pronoun.span.start);
        let inverted = self.frame.prose.tokens.get(at).is_some_and(|t| t.inverted);
        for seen in self.recent.iter().rev() {
            let away = n - seen.sentence;
            if away > 6 {
                break;
            }
            let other = self.mention(seen.mention);
            // A statement goes on: `précise-t-il` after `indique le communiqué`.
            let goes_on = self.last.is_some_and(|(who, s, _)| who == seen.who && n - s <= 2);
            if people && !self.is_somebody(seen.who) || inverted && !self.can_speak(seen.who) && !goes_on {
                continue;
            }
            // The words that stood there tell more than the name.
            let gender = self.gender(seen.who).or(if other.what == What::Noun { other.gender } else { None });
            if let (Some(a), Some(b)) = (pronoun.gender, gender)
                && a != b
            {
                continue;
            }
            if self.is_plural(seen) != pronoun.plural {
                continue;
            }
            // `X a vu Y. Il…`: in its own sentence only what stands before.
            if away == 0 && other.items.start >= pronoun.items.start {
                continue;
            }
            let score = self.closeness(m, seen, n, gender, near);
            match all.iter_mut().find(|(_, who)| *who == seen.who) {
                Some(old) => old.0 = old.0.max(score),
                None => all.push((score, seen.who)),
            }
        }
        all.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        all
    }

    /// How likely a pronoun means somebody who was seen and agrees with it.
    /// `near` for words that mean whoever was named last.
    fn closeness(&self, m: usize, seen: &Seen, n: usize, gender: Option<Gender>, near: bool) -> i32 {
        let (pronoun, other) = (self.mention(m), self.mention(seen.mention));
        let away = n - seen.sentence;
        let mut score = 40 - 9 * away as i32;
        if near {
            // `X a vu Y. Celui-ci…`: whoever was named last.
            score += if seen.subject { 0 } else { 14 };
        } else {
            score += if seen.subject { 14 } else { 0 };
            // `selon X.` and then `a-t-il ajouté`: who was cited goes on.
            let cited = self.told.is_some_and(|(who, s, _)| who == seen.who && n - s == 1);
            score += match (cited, other.governed) {
                (true, _) => 16,
                (false, true) => -10,
                _ => 0,
            };
        }
        // `Quant à X, elle regrette`.
        score += if away == 0 && self.is_topic(other, n) { TOPIC } else { 0 };
        // `X, délégué, il invite`: the subject of the same sentence.
        score += if away == 0 && seen.subject && other.what != What::Pronoun { 12 } else { 0 };
        // A surname alone is more often a man's in the press.
        score -= match (gender, pronoun.gender) {
            (None, Some(Gender::Feminine)) => 12,
            (None, _) => 4,
            _ => 0,
        };
        score += if self.heroes.contains(&Some(seen.who)) { 6 } else { 0 };
        score += match seen.who {
            Who::Entity(e) => match self.frame.entities.get(e).map(|e| e.kind) {
                Some(EntityKind::Person) => 8,
                Some(EntityKind::Organisation) => -8,
                _ => -24,
            },
            Who::Noun(x) => {
                let role = self.mention(x).role;
                if role.is(WordClass::PERSON) {
                    4
                } else if role.is(WordClass::VAGUE) {
                    0
                } else {
                    -14
                }
            }
        };
        if let Some((who, sentence, _)) = self.last
            && who == seen.who
            && n - sentence <= 2
        {
            score += if n - sentence <= 1 { 12 } else { 3 };
        }
        if away == 0 && pronoun.role.is(WordClass::HE | WordClass::SHE) && !seen.subject {
            score -= 12;
        }
        score
    }

    /// `Quant à X,` at the head of a sentence.
    fn is_topic(&self, mention: &Mention, n: usize) -> bool {
        let (prose, s) = (self.frame.prose, &self.frame.sentences[n]);
        let first = s.token(prose, 0).map_or(Tags::default(), |t| Tags::of(&t.span.of(prose.text).to_lowercase()));
        first.is(ClauseWord::Topic) && mention.items.start <= 3 && s.mark(prose, mention.items.end) == Some(',')
    }

    /// Whether somebody seen is several: as a description says, whatever word
    /// stood for it last; a name is one.
    fn is_plural(&self, seen: &Seen) -> bool {
        match seen.who {
            Who::Noun(x) => self.mention(x).plural,
            Who::Entity(_) => {
                let other = self.mention(seen.mention);
                other.plural && other.what != What::Pronoun
            }
        }
    }

    /// A person, by name or by description.
    pub(super) fn is_somebody(&self, who: Who) -> bool {
        match who {
            Who::Entity(e) => self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person),
            Who::Noun(m) => self.mention(m).role.is(WordClass::PERSON | WordClass::VAGUE),
        }
    }

    /// Somebody whom `a-t-il dit` can mean: no thing, no text.
    fn can_speak(&self, who: Who) -> bool {
        match who {
            Who::Entity(e) => self.frame.entities.get(e).is_some_and(|e| e.kind != EntityKind::Misc),
            Who::Noun(m) => {
                self.mention(m).role.is(WordClass::PERSON | WordClass::VAGUE | WordClass::GROUP | WordClass::MEDIUM)
            }
        }
    }

    pub(super) fn gender(&self, who: Who) -> Option<Gender> {
        match who {
            Who::Noun(m) => self.mention(m).gender,
            Who::Entity(e) => self.genders.get(e).copied().flatten(),
        }
    }
}

/// Mentions of a text that tell genders.
const TELLING: usize = 400;

/// The gender of each name: as its title or given name says, else as a description
/// beside it does (*la chroniqueuse X*, *X, maire de Lens*).
pub(super) fn genders(frame: &Frame) -> Vec<Option<Gender>> {
    let names = frame.entities.len();
    let (mut seen, mut own, mut beside) = (vec![false; names], vec![None; names], vec![None; names]);
    for m in frame.mentions.iter().take(TELLING) {
        match (m.what, m.who) {
            (What::Name(e), _) if e < names && !std::mem::replace(&mut seen[e], true) => own[e] = m.gender,
            (What::Noun, Some(Who::Entity(e))) if e < names => {
                let telling = m.role.is(WordClass::PERSON) && !Tags::of_folded(&m.head).is(DescriptionWord::Epicene);
                beside[e] = beside[e].or(m.gender.filter(|_| telling));
            }
            _ => {}
        }
    }
    own.into_iter().zip(beside).map(|(own, beside): (Option<Gender>, _)| own.or(beside)).collect()
}
