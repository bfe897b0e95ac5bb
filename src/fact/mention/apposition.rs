//! Which description and name are one, and which two subjects speak together.

use super::finder::MentionFinder;
use super::types::{Mention, What, Who};
use crate::entity::EntityKind;
use crate::fact::lexicon::WordClass;
use crate::fact::prose::Kind;
use crate::fact::sentence::Sentence;
use crate::lang::{self, ClauseWord, Grammar, Tags};

impl MentionFinder<'_, '_> {
    /// `la droite et la gauche ont…`, `Paris et Berlin avaient…`: two subjects of
    /// one verb speak together.
    pub(super) fn pairs(&self, s: &Sentence, out: &mut Vec<Mention>) {
        let mut found = Vec::new();
        for pair in out.windows(2) {
            let [a, b] = pair else { continue };
            let joined = b.items.start == a.items.end + 1
                && s.token(self.prose, a.items.end)
                    .is_some_and(|t| Tags::of(t.span.of(self.prose.text)).is(Grammar::Coordinator));
            let able = |m: &Mention| {
                matches!(m.what, What::Name(_))
                    || m.role.is(WordClass::PERSON | WordClass::GROUP | WordClass::MEDIUM | WordClass::VAGUE)
            };
            let governed = self.is_governed(s, a.items.start) && matches!(a.what, What::Noun | What::Name(_));
            if !joined || governed || a.what == What::Pronoun || b.what == What::Pronoun || !able(a) || !able(b) {
                continue;
            }
            // `X, Y et Z ont…` is no pair.
            let listed = a.items.start > 1 && s.mark(self.prose, a.items.start - 1) == Some(',') && a.items.start > 3;
            let plural = |k: usize| {
                s.token(self.prose, k).is_some_and(|t| {
                    let word = t.span.of(self.prose.text);
                    Tags::of(word).is(ClauseWord::PluralVerb)
                        || t.class.verb(WordClass::FINITE) && lang::any(|l| l.is_plural_verb(word))
                })
            };
            let end = b.items.end;
            if !listed && (end..end + 4).any(plural) {
                found.push(Mention {
                    span: a.span.join(b.span),
                    what: What::Noun,
                    items: a.items.start..end,
                    gender: if a.gender == b.gender { a.gender } else { None },
                    plural: true,
                    governed: false,
                    role: if self.is_human(a) && self.is_human(b) {
                        WordClass(WordClass::PERSON)
                    } else {
                        WordClass(WordClass::GROUP)
                    },
                    head: String::new(),
                    details: Vec::new(),
                    who: None,
                });
            }
        }
        if !found.is_empty() {
            out.append(&mut found);
            out.sort_by_key(|m| (m.items.start, std::cmp::Reverse(m.items.end)));
        }
    }

    fn is_human(&self, m: &Mention) -> bool {
        match m.what {
            What::Name(e) => self.is_person(e),
            _ => m.role.is(WordClass::PERSON),
        }
    }

    /// `Celui de Valbourg, Karl Brandt, a…`: the name in the aside.
    fn that_one(&self, s: &Sentence, out: &[Mention], k: usize) -> Option<Who> {
        let word = self.folded(s, out[k].items.start);
        if !Tags::of_folded(&word).is(ClauseWord::SingularDemonstrative)
            || !self.class(s, out[k].items.end).is(WordClass::OF)
        {
            return None;
        }
        let from = out[k].items.end;
        let comma = (from..from + 8).find(|&i| s.mark(self.prose, i).is_some())?;
        if s.mark(self.prose, comma) != Some(',') {
            return None;
        }
        let name = out.iter().find(|m| matches!(m.what, What::Name(_)) && m.items.start == comma + 1)?;
        let closed = s.mark(self.prose, name.items.end) == Some(',');
        match name.what {
            What::Name(e) if closed && self.is_person(e) => name.who,
            _ => None,
        }
    }

    /// `la porte-parole du port, Jeanne Morel` and `Jeanne Morel,
    /// porte-parole du port`: one and the same.
    pub(super) fn apposition(&self, s: &Sentence, out: &mut [Mention]) {
        for k in 0..out.len() {
            if out[k].what == What::Pronoun && out[k].who.is_none() {
                out[k].who = self.that_one(s, out, k);
            }
            if out[k].what != What::Noun || out[k].plural {
                continue;
            }
            if let Some(who) = self.named_beside(s, out, k) {
                out[k].who = who;
            }
        }
        self.coordinated(s, out);
    }

    /// Whom the name right behind or before the description means, where
    /// commas or the words around say that the two are one.
    fn named_beside(&self, s: &Sentence, out: &[Mention], k: usize) -> Option<Option<Who>> {
        const BRACKETED: usize = 6;
        let noun = &out[k];
        // `la secrétaire d'État à l'Égalité femmes-hommes, X`: a word that
        // the phrase did not take in may stand before the comma.
        let end = noun.items.end;
        let end = (end..end + 6)
            .take_while(|&i| {
                i == end
                    || s.token(self.prose, i - 1).is_some_and(|t| {
                        let clause = t.class.is(WordClass::AUX | WordClass::WHO | WordClass::THAT | WordClass::PRONOUN)
                            && !t.class.is(WordClass::OF | WordClass::DETERMINER);
                        t.kind == Kind::Word && !clause && !t.class.verb(WordClass::FINITE)
                    })
            })
            .find(|&i| matches!(s.mark(self.prose, i), Some(',' | '(')))
            .unwrap_or(end);
        // `le président de l'Union (UIP), X,`
        let close = (end + 1..end + BRACKETED).find(|&i| s.mark(self.prose, i) == Some(')'));
        let end = close.filter(|_| s.mark(self.prose, end) == Some('(')).map_or(end, |k| k + 1);
        let comma = usize::from(s.mark(self.prose, end) == Some(','));
        let after = out.iter().find(|m| matches!(m.what, What::Name(_)) && m.items.start == end + comma);
        // The name must be inside commas: else it is the next clause.
        let closed = |m: &Mention| {
            comma == 0
                || s.items.len() <= m.items.end
                || matches!(
                    s.mark(self.prose, m.items.end),
                    Some(',' | '.' | '(' | ':' | ';' | '!' | '?' | '-' | '–' | '—')
                )
                || self.class(s, m.items.end).is(WordClass::WHO | WordClass::CONJUNCTION)
                // `One Democrat, X of Ohio, said`
                || self.class(s, m.items.end).is(WordClass::OF)
                    && (m.items.end..m.items.end + 4).any(|k| s.mark(self.prose, k) == Some(','))
                // `aux critiques de l'élu, X a opposé…`: X begins the clause.
                || !noun.governed
                    && (self.class(s, m.items.end).is(WordClass::AUX)
                        || self.class(s, m.items.end).verb(WordClass::FINITE))
        };
        let before = || {
            let at = noun.items.start;
            // Without an article it cannot be a subject of its own.
            let bare = self.class(s, at).is(WordClass::PERSON) && !self.class(s, at).is(WordClass::DETERMINER);
            // `avec X, le ministre a…`: a verb behind makes it a subject.
            let ended = end >= s.items.len()
                || s.mark(self.prose, end).is_some_and(|c| matches!(c, ',' | '.' | ')' | ';' | '!' | '?'));
            ((ended || bare) && at > 0 && s.mark(self.prose, at - 1) == Some(','))
                .then(|| out.iter().find(|m| matches!(m.what, What::Name(_)) && m.items.end == at - 1))
                .flatten()
        };
        let person = |m: &Mention| match m.what {
            What::Name(e) => self.entities.get(e).is_some_and(|e| match e.kind {
                // `a déclaré à la presse X`: those who are told are not X.
                EntityKind::Person => !noun.role.is(WordClass::MEDIUM) || noun.role.is(WordClass::PERSON),
                EntityKind::Organisation => {
                    !noun.role.is(WordClass::PERSON) && noun.role.is(WordClass::GROUP | WordClass::MEDIUM)
                }
                _ => false,
            }),
            _ => false,
        };
        let agrees = |m: &Mention| match (m.gender, noun.gender) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        // Between two commas the sentence says that they are one, whatever the
        // first name is wont to be.
        let enclosed = |m: &Mention| comma == 1 && s.mark(self.prose, m.items.end) == Some(',');
        let person = |m: &Mention| person(m) && (agrees(m) || enclosed(m));
        after.filter(|m| person(m) && closed(m)).or_else(|| before().filter(|m| person(m))).map(|m| m.who)
    }

    /// `X, présidente du parti et vice-présidente de la région`: the second is
    /// whoever the first is.
    fn coordinated(&self, s: &Sentence, out: &mut [Mention]) {
        for k in 1..out.len() {
            let at = out[k].items.start;
            let and = at > 0
                && s.token(self.prose, at - 1)
                    .is_some_and(|t| Tags::of(t.span.of(self.prose.text)).is(Grammar::Coordinator));
            if !and || out[k].what != What::Noun || out[k].plural || out[k].who.is_some() {
                continue;
            }
            let first =
                (0..k).rev().find(|&j| out[j].what == What::Noun && out[j].items.end + 4 >= at && !out[j].plural);
            let bare = |j: usize| self.class(s, out[j].items.start).is(WordClass::PERSON);
            if let Some(j) = first.filter(|&j| bare(j) && bare(k)) {
                out[k].who = out[j].who;
            }
        }
    }
}
