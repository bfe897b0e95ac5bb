//! The subject of a verb of saying: before it, behind it, past asides, before
//! a relative pronoun.

use super::{Cue, Reader, Shape};
use crate::fact::lexicon::WordClass;
use crate::fact::mention::What;
use crate::lang::{self, ClauseWord};

impl Reader<'_, '_> {
    /// The grammatical subject of the clause before item `i`.
    pub(super) fn subject_before(&self, i: usize) -> Option<usize> {
        let free = |m: &usize| {
            !self.mention(*m).governed && self.mention(*m).items.end <= i && self.several_around(*m, i).is_none()
        };
        let verb_after = |m: &usize| {
            let end = self.mention(*m).items.end;
            (end..(end + 3).min(self.s.items.len())).any(|k| {
                self.class(k).is(WordClass::AUX)
                    || self.class(k).is(WordClass::FINITE | WordClass::REFLEXIVE | WordClass::NEGATION)
            })
        };
        let all = self.range.clone();
        // `X a reconnu une erreur, mais Y a dénoncé…`: the clause behind.
        let clause = (0..i).rev().find(|&k| self.is(k, ClauseWord::Adversative) || self.mark(k) == Some(';'));
        let own = clause.and_then(|c| {
            all.clone().filter(free).filter(|&m| self.mention(m).items.start > c).find(|m| verb_after(m))
        });
        own.or_else(|| all.clone().filter(free).find(verb_after)).or_else(|| all.clone().find(free))
    }

    /// Subject of the finite verb group `start..end`.
    pub(super) fn subject(&self, start: usize, end: usize, before: &[Cue]) -> (Shape, Option<usize>) {
        let p = start.checked_sub(1);
        let head = p.is_none()
            || p.is_some_and(|p| {
                self.s.quote(p).is_some() && !self.names_subject(p)
                    || matches!(
                        self.mark(p),
                        Some(',' | '(' | '–' | '—' | '-' | '»' | '"' | ':' | ';' | '.' | '…' | '!' | '?')
                    )
            })
            || p.is_some_and(|p| self.is(p, ClauseWord::Inversion) || self.is_inside(p, ClauseWord::Manner));
        let that = p.is_some_and(|p| self.class(p).is(WordClass::THAT));
        let quoted_before = (0..start).rev().take(60).any(|k| self.s.quote(k).is_some());
        let behind = self.inverted_noun(end);
        let governs = self.class(end).is(WordClass::THAT) || self.mark(end) == Some(':') || self.s.quote(end).is_some();
        if head && !governs && behind.is_some() {
            let parenthesis =
                p.is_some_and(|p| self.mark(p) == Some(',')).then(|| self.before_parenthesis(start)).flatten();
            // `X, porte-parole, a dit Y` does not exist: a subject in front
            // wins only when the clause in front has no verb of its own.
            // An English verb turned round stands right behind the quotation.
            let english = self.class(end - 1).is(WordClass::INVERTS_BEHIND)
                && !p.is_some_and(|p| self.s.quote(p).is_some() || p > 0 && self.s.quote(p - 1).is_some());
            // `Le journal, qui parle de « … », a annoncé son intention`: the aside
            // holds the quotation.
            let thing =
                behind.is_some_and(|m| self.mention(m).what == What::Noun && !self.mention(m).role.is(WordClass::ROLE));
            let direct = parenthesis.is_some() && (english || thing);
            // `La route, encombrée depuis lundi, est libre, a indiqué la police`.
            let stated =
                self.class(end - 1).is(WordClass::STATEMENT) && behind.is_some_and(|m| self.is_somebody_at(m, end));
            if stated || quoted_before && !direct || parenthesis.is_none() {
                return (Shape::Inverted, behind);
            }
        }
        let Some(p) = p else { return (Shape::Inverted, behind) };
        // `dont s'est réjoui X`
        if self.class(p).is(WordClass::WHERE) && behind.is_some() {
            return (Shape::Inverted, behind);
        }
        if self.class(p).is(WordClass::WHO) {
            return (Shape::Direct, self.antecedent(p));
        }
        let direct = self.range.clone().filter(|&m| self.mention(m).items.contains(&p));
        let pronoun = direct.clone().find(|&m| self.mention(m).what == What::Pronoun && !self.mention(m).governed);
        if pronoun.is_some() {
            return (Shape::Direct, pronoun);
        }
        if self.is(p, ClauseWord::ClauseCoordinator) {
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
    pub(super) fn outermost(&self, p: usize) -> Option<usize> {
        let ends =
            self.range.clone().filter(|&m| self.mention(m).items.end == p + 1 || self.mention(m).items.contains(&p));
        let inner = ends.clone().min_by_key(|&m| self.mention(m).items.start)?;
        if !self.mention(inner).governed {
            return Some(inner);
        }
        // `Le ministre de l'Intérieur du gouvernement Castex`: look left for
        // the phrase that this one hangs on.
        let mut at = self.mention(inner).items.start;
        let reaches = |m: usize, at: usize| {
            let items = &self.mention(m).items;
            // `un porte-parole du président` and `président X` share a word.
            items.end <= at || items.start < at && items.end <= p + 1 && m != inner
        };
        while let Some(m) = self.range.clone().rfind(|&m| reaches(m, at)) {
            let gap = self.mention(m).items.end.min(at)..at;
            let clear = gap.clone().all(|k| {
                self.mark(k).is_none()
                    && self.s.quote(k).is_none()
                    && !self.class(k).is(WordClass::AUX | WordClass::THAT | WordClass::WHO | WordClass::WHERE)
                    && !self.class(k).verb(WordClass::FINITE)
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
    pub(super) fn before_parenthesis(&self, start: usize) -> Option<usize> {
        let closing = start.checked_sub(1)?;
        let opener = match self.mark(closing) {
            Some(',') => ',',
            Some(')') => '(',
            _ => return None,
        };
        // Several asides may follow each other: look past each comma.
        let openings = (0..closing).rev().take(40).filter(|&k| self.mark(k) == Some(opener)).take(4);
        for opening in openings {
            let relative = self.class(opening + 1).is(WordClass::WHO | WordClass::WHERE);
            let clause = (opening + 1..closing).any(|k| {
                let c = self.class(k);
                c.verb(WordClass::FINITE) && !c.is(WordClass::PARTICIPLE | WordClass::WHO)
            });
            // `La route, fermée la nuit, a été rouverte, a indiqué X`: what stands
            // between the commas is no aside, but the verb of the sentence.
            let small = |k: usize| self.class(k).is(WordClass::NEGATION | WordClass::CLITIC);
            let verb = (opening + 1..closing).find(|&k| !small(k) || self.class(k).is(WordClass::AUX));
            let predicate = opener == ',' && verb.is_some_and(|k| self.class(k).is(WordClass::AUX));
            if (clause || predicate) && !relative {
                return None;
            }
            // `X, (PS) a déclaré`.
            let edge = if opener == '(' && opening.checked_sub(1).is_some_and(|k| self.mark(k) == Some(',')) {
                opening - 1
            } else {
                opening
            };
            let Some(m) = self.range.clone().rfind(|&m| self.mention(m).items.end == edge) else {
                continue;
            };
            if let Some(several) = self.several_around(m, start) {
                return several;
            }
            if !self.mention(m).governed {
                return Some(m);
            }
            if let Some(outer) = self.outermost(opening - 1) {
                return Some(outer);
            }
        }
        // `Le secrétaire (un député), X, a…`: the aside is the name.
        self.range.clone().find(|&m| {
            let mention = self.mention(m);
            mention.items.end == closing
                && !mention.governed
                && matches!(mention.what, What::Name(_))
                && mention.items.start > 0
                && self.mark(mention.items.start - 1) == Some(',')
        })
    }

    /// `trois marins dont X, porte-parole, ont demandé`: all of them ask, if the text names them.
    fn several_around(&self, m: usize, verb: usize) -> Option<Option<usize>> {
        let of_which = self.mention(m).items.start.checked_sub(1).filter(|&k| self.class(k).is(WordClass::WHERE))?;
        let plural = lang::any(|l| l.is_plural_verb(self.word(verb))) && !self.mention(m).plural;
        let whole =
            || self.range.clone().rfind(|&o| self.mention(o).items.end == of_which && !self.mention(o).governed);
        plural.then(whole)
    }

    /// A name or a description of somebody right behind the verb that ends before
    /// item `end`, or behind adverbs.
    fn is_somebody_at(&self, m: usize, end: usize) -> bool {
        let mention = self.mention(m);
        let somebody = match mention.what {
            What::Name(_) => true,
            What::Noun => mention.role.is(WordClass::PERSON | WordClass::GROUP | WordClass::VAGUE),
            What::Pronoun => false,
        };
        somebody && self.past_adverbs(end) == mention.items.start
    }

    /// The quotation at item `q` is the name of what stands right before it, and
    /// no words of anybody: `Le groupe « Terre en fête » a demandé`, `Les «
    /// sardines » ont poursuivi`.
    fn names_subject(&self, q: usize) -> bool {
        // A name, not `le maire « espère »`.
        let before = q.checked_sub(1).and_then(|k| self.s.token(self.prose, k));
        let inside = before.and_then(|t| self.prose.tokens.get(self.prose.token_at(t.span.end) + 1));
        let titled = inside.is_some_and(|t| t.capital);
        self.range.clone().any(|m| {
            let mention = self.mention(m);
            let apposed = mention.items.end == q && mention.role.is(WordClass::GROUP | WordClass::PERSON) && titled;
            mention.what == What::Noun && (mention.items.contains(&q) || apposed)
        })
    }

    /// The item behind the small words at `from` that may stand before a verb.
    fn past_adverbs(&self, from: usize) -> usize {
        const WORDS: usize = 4;
        let small = |k: usize| {
            let c = self.class(k);
            c.is(WordClass::NEGATION | WordClass::CLITIC | WordClass::ADVERB) && !c.is(WordClass::AUX)
        };
        (from..from + WORDS).find(|&k| !small(k)).unwrap_or(from + WORDS)
    }

    /// The phrase before `qui`, with a comma, an aside or adverbs between.
    pub(super) fn antecedent(&self, who: usize) -> Option<usize> {
        let mut k = who;
        while k > 0 && (self.mark(k - 1) == Some(',') || self.class(k - 1).is(WordClass::ADVERB)) {
            k -= 1;
        }
        // `Gilets jaunes : qui a déclaré la manifestation ?` asks who.
        if k.checked_sub(1).is_some_and(|k| matches!(self.mark(k), Some(':' | '.' | '?' | '!' | '…'))) {
            return None;
        }
        let near = self.range.clone().filter(|&m| self.mention(m).items.end <= k && k - self.mention(m).items.end <= 6);
        // `Le président russe, qui`: the outermost; `le porte-parole de X qui`: ambiguous, the outer one speaks.
        near.clone()
            .filter(|&m| self.mention(m).items.end == k)
            .min_by_key(|&m| self.mention(m).items.start)
            .or_else(|| near.clone().next_back())
    }

    /// A phrase behind the verb that no preposition governs: `a déclaré,
    /// jeudi, le ministre`.
    pub(super) fn inverted_noun(&self, end: usize) -> Option<usize> {
        let mut k = end;
        let mut steps = 0;
        while k < self.s.items.len() && steps < 14 {
            let c = self.class(k);
            if self.s.quote(k).is_some() || c.is(WordClass::THAT) {
                return None;
            }
            let here = self.range.clone().find(|&m| self.mention(m).items.start == k);
            if let Some(m) = here {
                let mention = self.mention(m);
                let inverted = self.s.token(self.prose, k).is_some_and(|t| t.inverted);
                // `se demande celui qui…`
                let that_one = self.is(k, ClauseWord::DemonstrativePronoun);
                if mention.what == What::Pronoun && !inverted && !that_one {
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
            // Without its accent *à* is a form of *avoir*.
            let to = self.is(k, ClauseWord::Direction)
                || self.is(k, ClauseWord::UnaccentedDirection) && self.class(k + 1).is(WordClass::ROLE);
            if c.is(WordClass::AUX) && !to {
                return None;
            }
            k += 1;
            steps += 1;
        }
        None
    }
}
