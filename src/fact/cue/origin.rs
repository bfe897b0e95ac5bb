//! Where a statement is said to come from without a verb of its own: *selon X*,
//! *pour X*, a colon, a body behind *on*.

use super::{Cue, Reader, Shape};
use crate::fact::lexicon::WordClass;
use crate::fact::mention::What;
use crate::fact::prose::Kind;

impl Reader<'_, '_> {
    /// `a-t-on indiqué à la préfecture`, `apprend-on de source judiciaire`: the
    /// body where it is said stands behind a preposition.
    pub(super) fn body_behind(&self, end: usize) -> Option<usize> {
        const REACH: usize = 6;
        let open = |k: usize| self.mark(k).is_none() && self.s.quote(k).is_none();
        let to = (end..end + REACH).find(|&k| !open(k)).unwrap_or(end + REACH);
        self.range.clone().find(|&m| {
            let mention = self.mention(m);
            (end..to).contains(&mention.items.start)
                && mention.governed
                && mention.what == What::Noun
                && mention.role.is(WordClass::GROUP | WordClass::VAGUE)
        })
    }

    pub(super) fn accordance(&self, i: usize) -> Option<Cue> {
        // `la gendarmerie, selon laquelle`
        if self.class(i + 1).is(WordClass::WHO) {
            return Some(self.cue(Shape::Accordance, i..i + 2, self.antecedent(i)));
        }
        let from = if self.class(i + 1).is(WordClass::PREPOSITION) { i + 2 } else { i + 1 };
        let subject = self.mention_after(from, 8)?;
        Some(self.cue(Shape::Accordance, i..i + 1, Some(subject)))
    }

    /// `Pour X, …` at the head of a clause is an opinion; elsewhere it is a
    /// purpose.
    pub(super) fn opinion(&self, i: usize) -> Option<Cue> {
        if self.class(i + 1).is(WordClass::WHO) {
            return Some(self.cue(Shape::Accordance, i..i + 2, self.antecedent(i)));
        }
        // `Enfin, pour X,` opens a sentence; `bonne nouvelle, pour X,` is good for X.
        const OPENING: usize = 3;
        let head = i <= 1 || i <= OPENING && self.mark(i - 1) == Some(',');
        let subject = self.range.clone().find(|&m| {
            let m = self.mention(m);
            m.items.start == i + 1
                && (matches!(m.what, What::Name(_) | What::Pronoun) || m.role.is(WordClass::PERSON | WordClass::GROUP))
        })?;
        let whole = self.mention(subject).items.end;
        let apposed = self
            .range
            .clone()
            .find(|&m| self.mention(m).items.start == whole && matches!(self.mention(m).what, What::Name(_)));
        let subject = apposed.unwrap_or(subject);
        let end = self.aside_end(self.mention(subject).items.end);
        let closed = matches!(self.mark(end), Some(',' | '(')) || self.s.quote(end).is_some();
        let quoted = (0..self.s.items.len()).any(|k| self.s.quote(k).is_some());
        (head && closed).then(|| {
            let cue = self.cue(Shape::Accordance, i..i + 1, Some(subject));
            // `Pour les éleveurs, il existe un fonds`.
            let unnamed = self.mention(subject).what == What::Noun && self.mention(subject).who.is_none();
            Cue { loose: unnamed && !quoted, ..cue }
        })
    }

    /// Where a phrase ends that a name or an adjective completes: `le Défenseur
    /// des droits Jacques Toubon,`, `les citoyens interrogés,`. Without a comma
    /// near, where it ended before.
    fn aside_end(&self, end: usize) -> usize {
        const WORDS: usize = 4;
        let completes = |k: usize| {
            let c = self.class(k);
            self.s.token(self.prose, k).is_some_and(|t| t.kind == Kind::Word)
                && !c.is(WordClass::AUX | WordClass::THAT | WordClass::WHO | WordClass::PREPOSITION | WordClass::OF)
                && !c.is(WordClass::NEGATION | WordClass::CLITIC | WordClass::PRONOUN | WordClass::DETERMINER)
        };
        let last = (end..end + WORDS).take_while(|&k| completes(k)).last().map_or(end, |k| k + 1);
        if self.mark(last) == Some(',') { last } else { end }
    }

    /// `X : « … »`, without a verb of saying before it.
    pub(super) fn colon(&self, i: usize, before: &[Cue]) -> Option<Cue> {
        self.s.quote(i + 1)?;
        if before.last().is_some_and(|c| c.shape != Shape::Accordance) {
            return None;
        }
        let subject = self.range.clone().filter(|&m| self.mention(m).items.end <= i);
        let free = |m: &usize| !self.mention(*m).governed;
        let near = subject.clone().next_back().filter(|&m| self.mention(m).items.end == i);
        // `X, ancien policier, a pris la défense de Y : « … »`: X speaks.
        let acts = |m: &usize| {
            let end = self.mention(*m).items.end;
            (end..i.min(end + 14)).any(|k| {
                let c = self.class(k);
                c.is(WordClass::AUX)
                    && (k == end || self.mark(k - 1).is_some() || !self.class(k - 1).is(WordClass::WHO))
            })
        };
        let chosen = near
            .filter(free)
            .or_else(|| subject.clone().filter(free).find(acts))
            .or_else(|| subject.clone().rfind(free))
            .or(near)
            .filter(|&m| self.mention(m).what != What::Noun || self.mention(m).role.is(WordClass::ROLE));
        Some(self.cue(Shape::Colon, i..i + 1, chosen))
    }
}
