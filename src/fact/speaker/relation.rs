//! How a verb of saying or a *selon* stands to a quotation.

use super::resolver::Resolver;
use super::weight;
use crate::fact::cue::{Cue, Shape};
use crate::fact::lexicon::WordClass;
use crate::fact::sentence::{Sentence, only_marks};
use crate::words::Plain;

impl Resolver<'_, '_, '_> {
    /// `un homme qui, racontera-t-elle, lui a lancé « … »`: a verb of saying
    /// with its subject between commas.
    fn is_aside(&self, s: &Sentence, cue: &Cue, m: usize) -> bool {
        let prose = self.frame.prose;
        let end = self.mention(m).items.end.max(cue.items.end);
        let parted = |k: usize| s.mark(prose, k) == Some(',');
        cue.items.start > 1
            && parted(cue.items.start - 1)
            && s.quote(cue.items.start - 2).is_none()
            && (end..end + 6)
                .find(|&k| parted(k))
                .is_some_and(|comma| (cue.items.end..comma).all(|k| s.quote(k).is_none()))
    }

    /// `…, a ajouté le ministre.` at the end of a sentence: all of it is said.
    fn closes(&self, s: &Sentence, cue: &Cue, m: usize) -> bool {
        let prose = self.frame.prose;
        let end = self.mention(m).items.end.max(cue.items.end);
        let parted = cue.items.start > 0
            && (matches!(s.mark(prose, cue.items.start - 1), Some(',' | ')'))
                || s.quote(cue.items.start - 1).is_some());
        let rest = end..s.items.len();
        let clear = rest.len() <= 24 && rest.clone().all(|k| s.quote(k).is_none());
        let said = cue.class.is(WordClass::SAY | WordClass::CONFIRM | WordClass::THINK | WordClass::REPORT);
        parted && clear && said && self.mention(m).items.start >= cue.items.start
    }

    /// `…, selon le procureur.`: the whole sentence comes from there.
    fn ends_with(&self, s: &Sentence, cue: &Cue, m: usize) -> bool {
        let prose = self.frame.prose;
        let parted = cue.items.start > 0 && s.mark(prose, cue.items.start - 1) == Some(',');
        let end = self.mention(m).items.end;
        parted && s.items.len() <= end + 8 && (end..s.items.len()).all(|k| s.quote(k).is_none())
    }

    /// How a cue stands to the quotation at item `i`.
    pub(super) fn relation(&self, s: &Sentence, i: usize, cue: &Cue, m: usize) -> (Plain, i32) {
        let prose = self.frame.prose;
        let subject = &self.mention(m).items;
        let (from, to) = (cue.items.start, cue.items.end);
        // `des « gilets jaunes », a dit X`: the words are part of a sentence
        // that X said.
        let inside = i > 0
            && s.token(prose, i - 1)
                .is_some_and(|t| t.class.is(WordClass::DETERMINER | WordClass::OF | WordClass::PREPOSITION));
        if from > i {
            let marks = only_marks(s, prose, i + 1, from);
            let other_quote = (i + 1..from).any(|k| s.quote(k).is_some());
            return match cue.shape {
                Shape::Inverted if marks && !inside => weight::BEHIND,
                Shape::Inverted if self.closes(s, cue, m) => {
                    if other_quote {
                        (weight::CLOSING.0, weight::CLOSING.1 - 2)
                    } else {
                        weight::CLOSING
                    }
                }
                Shape::Inverted if !other_quote => {
                    let comma = s.mark(prose, from - 1) == Some(',') || s.mark(prose, from - 1) == Some(')');
                    if comma { weight::BEHIND_FAR } else { weight::BEHIND_OTHER }
                }
                Shape::Inverted => {
                    let comma = s.mark(prose, from - 1) == Some(',');
                    if comma { (weight::BEHIND_FAR.0, weight::BEHIND_FAR.1 - 10) } else { weight::BEHIND_OTHER }
                }
                Shape::Direct
                    if !inside
                        && only_marks(s, prose, i + 1, subject.start)
                        && subject.end <= from
                        && from - subject.end <= 2 =>
                {
                    weight::BEHIND_DIRECT
                }
                Shape::Agent => weight::AGENT,
                Shape::Accordance if marks => weight::ACCORDANCE_NEAR,
                Shape::Accordance if self.ends_with(s, cue, m) => weight::SOURCE,
                Shape::Accordance if !other_quote => weight::ACCORDANCE,
                Shape::Accordance => (weight::ACCORDANCE.0, weight::ACCORDANCE.1 - 8),
                _ => weight::BEHIND_OTHER,
            };
        }
        let distance = (i - to) as i32;
        let last = subject.end.max(to);
        let marks = last <= i && only_marks(s, prose, last, i);
        let quote_before = (0..from).any(|k| s.quote(k).is_some()) && only_marks(s, prose, from - 1, from);
        match cue.shape {
            Shape::Colon => weight::COLON,
            Shape::Agent => weight::AGENT,
            Shape::Inverted if self.is_aside(s, cue, m) => weight::ASIDE,
            Shape::Accordance if marks => weight::ACCORDANCE_NEAR,
            Shape::Accordance if (last..i).any(|k| s.quote(k).is_some()) => {
                (weight::ACCORDANCE.0, weight::ACCORDANCE.1 - 14)
            }
            Shape::Accordance => weight::ACCORDANCE,
            // `pouvant répondre aux « … »`: no clause of its own.
            Shape::Dependent if cue.class.is(WordClass::INFINITIVE) && !cue.governs && !marks => {
                (weight::BEFORE_FAR.0, (weight::BEFORE_FAR.1 - 12 - distance).max(16))
            }
            Shape::Inverted if quote_before => {
                if marks {
                    weight::BETWEEN
                } else {
                    (weight::BETWEEN.0, weight::BETWEEN.1 - 8)
                }
            }
            _ if cue.governs || distance <= 3 || marks => weight::BEFORE_NEAR,
            _ => (weight::BEFORE_FAR.0, (weight::BEFORE_FAR.1 - distance).max(18)),
        }
    }
}
