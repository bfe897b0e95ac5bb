//! Whom a description or a pronoun means: by what stood beside a name, by
//! agreement, by who was the subject and who spoke. Knows nothing of weights.

use super::{Known, MEMORY, RECENT, Resolver, Seen};
use crate::entity::EntityKind;
use crate::fact::lexicon::Class;
use crate::fact::mention::{Gender, What, Who};
use crate::text::fold;

/// A head noun without its gender and number: `ministre`, `directrice` and
/// `directeur` meet.
pub(super) fn stem(head: &str) -> &str {
    let s = head.trim_end_matches(['s', 'x']);
    for end in ["trice", "teur", "euse", "eure", "eur", "ienne", "ien", "iere", "ier", "ere", "er", "ee", "e"] {
        if let Some(t) = s.strip_suffix(end)
            && t.len() >= 3
        {
            return t;
        }
    }
    s
}

/// Words that mean whoever was named last.
pub(super) fn points_back(head: &str) -> bool {
    matches!(
        stem(head),
        "derni"
            | "interess"
            | "quadragenair"
            | "quinquagenair"
            | "trentenair"
            | "sexagenair"
            | "septuagenair"
            | "octogenair"
    )
}

impl Resolver<'_, '_, '_> {
    /// Descriptions that stand beside a name anywhere in the text; the name
    /// of a minister may come after the first `le ministre`.
    pub(super) fn learn_names(&mut self) {
        for m in &self.frame.mentions {
            if let (Some(who), false) = (m.who, m.head.is_empty())
                && self.known.len() < MEMORY
            {
                self.known.push(Known { head: m.head.clone(), details: m.details.clone(), who });
            }
        }
    }

    pub(super) fn note(&mut self, m: usize, sentence: usize, subject: bool) {
        let Some(who) = self.who[m] else { return };
        if self.mention(m).what == What::Pronoun && !subject {
            return;
        }
        if self.recent.len() >= RECENT {
            self.recent.drain(..RECENT / 2);
        }
        self.recent.push(Seen { who, mention: m, sentence, subject });
        let mention = self.mention(m);
        if mention.what == What::Noun && self.known.len() < 2 * MEMORY {
            let known = Known { head: mention.head.clone(), details: mention.details.clone(), who };
            self.known.push(known);
        }
    }

    pub(super) fn resolve(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        match mention.what {
            What::Name(e) => Some(Who::Entity(e)),
            What::Pronoun => self.antecedent(m, n),
            What::Noun if points_back(&mention.head) && !mention.plural => self.antecedent(m, n).or(Some(Who::Noun(m))),
            What::Noun => self.described(m).or_else(|| self.renamed(m, n)).or(Some(Who::Noun(m))),
        }
    }

    /// Whom a description means that stood beside a name before.
    pub(super) fn described(&self, m: usize) -> Option<Who> {
        let mention = self.mention(m);
        let text = self.frame.prose.text;
        let article = fold(mention.span.of(text));
        // `un manifestant` is somebody new.
        if article.starts_with("un ") || article.starts_with("une ") || article.starts_with("a ") || mention.plural {
            return None;
        }
        let own = stem(&mention.head);
        let mut best: Option<(i32, usize)> = None;
        for (i, k) in self.known.iter().enumerate() {
            if stem(&k.head) != own {
                continue;
            }
            if let (Who::Entity(e), Some(gender)) = (k.who, mention.gender)
                && self.gender(Who::Entity(e)).is_some_and(|g| g != gender)
                && mention.role.is(Class::PERSON)
                && !matches!(mention.head.as_str(), "victime" | "personnalite")
            {
                continue;
            }
            let shared = mention.details.iter().filter(|d| k.details.contains(d)).count() as i32;
            let foreign = mention.details.len() as i32 - shared;
            let missing = k.details.len() as i32 - shared;
            // `le président russe` is not `le président ukrainien`.
            if foreign > 0 && missing > 0 && shared == 0 {
                continue;
            }
            let named = i32::from(matches!(k.who, Who::Entity(_)));
            let score = 4 * shared - 3 * foreign - missing.min(2) + 2 * named;
            if score >= -3 && best.is_none_or(|(s, _)| score >= s) {
                best = Some((score, i));
            }
        }
        best.map(|(_, i)| self.known[i].who)
    }

    /// `le syndicaliste` after a name that no description stands beside: a
    /// new person would be introduced by name or by *un*.
    pub(super) fn renamed(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        let text = fold(mention.span.of(self.frame.prose.text));
        let definite = ["le ", "la ", "l'", "ce ", "cet ", "cette ", "the "].iter().any(|a| text.starts_with(a));
        let pointing = text.starts_with("ce ") || text.starts_with("cet ") || text.starts_with("cette ");
        let person = mention.role.is(Class::PERSON) || pointing && !mention.role.is(Class::ROLE);
        if !definite || mention.plural || !person {
            return None;
        }
        let who = self.antecedent(m, n)?;
        let Who::Entity(e) = who else { return None };
        let person = self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person);
        let near = self.recent.iter().rev().find(|x| x.who == who).is_some_and(|x| n - x.sentence <= 3);
        let spoke = self.last.is_some_and(|(w, s, _)| w == who && n - s <= 3);
        // Somebody known as a minister is not `le maire`.
        let other = self.known.iter().any(|k| k.who == who && stem(&k.head) != stem(&mention.head));
        (person && near && (spoke || !other)).then_some(who)
    }

    pub(super) fn gender(&self, who: Who) -> Option<Gender> {
        match who {
            Who::Noun(m) => self.mention(m).gender,
            Who::Entity(e) => {
                self.frame.mentions.iter().take(400).find(|m| m.what == What::Name(e)).and_then(|m| m.gender)
            }
        }
    }

    /// Whom a pronoun means: agreement first, then who was the subject, who
    /// spoke, who is near.
    pub(super) fn antecedent(&self, m: usize, n: usize) -> Option<Who> {
        let pronoun = self.mention(m);
        if pronoun.role.is(Class::ONE | Class::FIRST) && pronoun.what == What::Pronoun {
            return None;
        }
        let mut best: Option<(i32, Who)> = None;
        for seen in self.recent.iter().rev() {
            let away = n - seen.sentence;
            if away > 6 {
                break;
            }
            let other = self.mention(seen.mention);
            let gender = self.gender(seen.who);
            if let (Some(a), Some(b)) = (pronoun.gender, gender)
                && a != b
            {
                continue;
            }
            if other.plural != pronoun.plural && other.what != What::Pronoun {
                continue;
            }
            let mut score = 40 - 9 * away as i32;
            score += if seen.subject { 14 } else { 0 };
            score -= if other.governed { 10 } else { 0 };
            score -= if gender.is_none() { 4 } else { 0 };
            score += match seen.who {
                Who::Entity(e) => match self.frame.entities.get(e).map(|e| e.kind) {
                    Some(EntityKind::Person) => 8,
                    Some(EntityKind::Organisation) => -8,
                    _ => -24,
                },
                Who::Noun(x) => {
                    let role = self.mention(x).role;
                    if role.is(Class::PERSON) {
                        4
                    } else if role.is(Class::VAGUE) {
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
                score += 12;
            }
            // `X a vu Y. Il…`: in its own sentence only what stands before.
            if away == 0 && other.items.start >= pronoun.items.start {
                continue;
            }
            if away == 0 && pronoun.role.is(Class::HE | Class::SHE) && !seen.subject {
                score -= 12;
            }
            if best.is_none_or(|(s, _)| score > s) {
                best = Some((score, seen.who));
            }
        }
        best.filter(|(s, _)| *s > 0).map(|(_, who)| who)
    }
}
