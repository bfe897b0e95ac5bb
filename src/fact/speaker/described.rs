//! Whom a description means: by what stood beside a name, by who was named
//! near it, by whom the text is about.

use super::referent::{is_called, opening, stem};
use super::resolver::{Resolver, Seen};
use crate::entity::EntityKind;
use crate::fact::lexicon::{self, WordClass};
use crate::fact::mention::{Gender, Mention, What, Who};
use crate::lang::{DescriptionWord, Tags};
use crate::text::fold;

/// Mentions looked through for another of the same description.
const MENTIONS: usize = 400;

impl Resolver<'_, '_, '_> {
    /// Whom a description means that stood beside a name before.
    pub(super) fn described(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        let text = self.frame.prose.text;
        let article = opening(mention.span.of(text));
        // `un manifestant` is somebody new.
        if article.is(DescriptionWord::Indefinite) || mention.plural {
            return None;
        }
        let own = stem(&mention.head);
        if self.is_of_several_bodies(m) {
            return self.body_of_line(m, n);
        }
        let mut best: Option<((i32, usize), usize)> = None;
        for (i, k) in self.known.iter().enumerate() {
            if stem(&k.head) != own || k.plural {
                continue;
            }
            if let (Who::Entity(e), Some(gender)) = (k.who, mention.gender)
                && self.gender(Who::Entity(e)).is_some_and(|g| g != gender)
                && mention.role.is(WordClass::PERSON)
                && !Tags::of_folded(&mention.head).is(DescriptionWord::Epicene)
            {
                continue;
            }
            // A name that comes only later gives way to whom the text is about.
            let hero = match mention.gender {
                Some(Gender::Feminine) => self.heroes[1],
                _ => self.heroes[0],
            };
            let seen = |who: Who| self.recent.iter().any(|x| x.who == who);
            if mention.role.is(WordClass::PERSON)
                && matches!(k.who, Who::Entity(_))
                && hero.is_some_and(|h| h != k.who && seen(h))
                && !seen(k.who)
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
            if self.is_another(m, k.who) {
                continue;
            }
            let named = i32::from(matches!(k.who, Who::Entity(_)));
            // `le président du syndicat` is not `le président X`.
            let other = |d: &&String| {
                let named = d.strip_prefix('#').and_then(|e| e.parse::<usize>().ok());
                match named.and_then(|e| self.frame.entities.get(e)) {
                    Some(e) => e.kind == EntityKind::Organisation,
                    None => lexicon::class(d, &mut String::new()).is(WordClass::GROUP),
                }
            };
            if shared == 0 && mention.details.iter().filter(|d| !k.details.contains(d)).any(|d| other(&d)) {
                continue;
            }
            let score = 4 * shared - 3 * foreign - missing.min(2) + 2 * named;
            // Of two that fit alike the one mentioned last.
            let last = self.recent.iter().rposition(|x| x.who == k.who).map_or(0, |at| at + 1);
            if score >= -3 && best.is_none_or(|(s, _)| (score, last) > s) {
                best = Some(((score, last), i));
            }
        }
        best.map(|(_, i)| self.known[i].who)
    }

    /// `ce ministre` behind `un ministre` is the one without a name, whoever bears the title.
    pub(super) fn pointed(&self, m: usize) -> Option<Who> {
        let mention = self.mention(m);
        let pointing = opening(mention.span.of(self.frame.prose.text)).is(DescriptionWord::Pointing);
        if mention.what != What::Noun || !pointing || mention.plural {
            return None;
        }
        let same = |o: &usize| {
            let o = self.mention(*o);
            o.what == What::Noun && !o.plural && stem(&o.head) == stem(&mention.head)
        };
        let before = (0..m).rev().take(MENTIONS).find(same).filter(|&o| self.is_new(o))?;
        self.who[before]
    }

    /// `le procureur de Vernois` is nobody whom the text calls `le procureur de Corvain`, though it may call him
    /// `le procureur` as well.
    fn is_another(&self, m: usize, who: Who) -> bool {
        let mention = self.mention(m);
        let body = self.is_body(m);
        // A deputy of a party and of a town may be one.
        let place = |d: &&String| {
            let named = d.strip_prefix('#').and_then(|e| e.parse::<usize>().ok());
            body || named.and_then(|e| self.frame.entities.get(e)).is_some_and(|e| e.kind == EntityKind::Place)
        };
        let own: Vec<&String> = mention.details.iter().filter(place).collect();
        let called = self.known.iter().filter(|k| k.who == who && stem(&k.head) == stem(&mention.head));
        let mut details = called.flat_map(|k| &k.details).filter(place).peekable();
        !own.is_empty() && details.peek().is_some() && !details.any(|d| own.contains(&d))
    }

    /// A description of a body and of no person.
    fn is_body(&self, m: usize) -> bool {
        let role = self.mention(m).role;
        role.is(WordClass::GROUP) && !role.is(WordClass::PERSON)
    }

    /// The descriptions of bodies with the head of a mention that say more: `la préfecture du Var`.
    fn bodies(&self, m: usize) -> impl Iterator<Item = usize> {
        let mention = self.mention(m);
        let group = self.is_body(m);
        let same = move |o: &usize| {
            let o = self.mention(*o);
            o.what == What::Noun && !o.plural && !o.details.is_empty() && stem(&o.head) == stem(&mention.head)
        };
        (0..self.frame.mentions.len().min(MENTIONS)).filter(move |_| group).filter(same)
    }

    /// `la préfecture` alone, in a text that speaks of those of several places.
    fn is_of_several_bodies(&self, m: usize) -> bool {
        if !self.mention(m).details.is_empty() {
            return false;
        }
        let mut bodies = self.bodies(m);
        let Some(first) = bodies.next().map(|o| &self.mention(o).details) else { return false };
        bodies.any(|o| !self.mention(o).details.iter().any(|d| first.contains(d)))
    }

    /// The one of several bodies that the same paragraph spoke of last.
    fn body_of_line(&self, m: usize, n: usize) -> Option<Who> {
        let line = self.frame.sentences.get(n)?.line;
        let here = |o: usize| {
            let at = self.frame.of_sentence.partition_point(|s| s.end <= o);
            self.frame.sentences.get(at).is_some_and(|s| s.line == line)
        };
        self.bodies(m).filter(|&o| o < m && here(o)).last().and_then(|o| self.who[o])
    }

    /// `le syndicaliste` after a name that no description stands beside: a
    /// new person would be introduced by name or by *un*.
    pub(super) fn renamed(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        let text = fold(mention.span.of(self.frame.prose.text));
        let article = opening(&text);
        let pointing = article.is(DescriptionWord::Pointing);
        let definite = pointing || article.is(DescriptionWord::Definite);
        let person = mention.role.is(WordClass::PERSON) || pointing && !mention.role.is(WordClass::ROLE);
        if !definite || mention.plural || !person || self.is_one_of_several(m, &text) {
            return None;
        }
        if let Some(who) = self.leader(m) {
            return Some(who);
        }
        let hero = match mention.gender {
            Some(Gender::Masculine) => self.heroes[0],
            Some(Gender::Feminine) => self.heroes[1],
            None => None,
        };
        let hero = hero.filter(|&h| {
            let here = self.recent.iter().any(|x| x.who == h);
            here && (mention.gender == Some(Gender::Feminine) || self.can_be_called(h, &mention.head))
        });
        let who = self.antecedent(m, n).or_else(|| self.only_person(m)).or(hero)?;
        let certain = |w: &Who| {
            matches!(w, Who::Entity(_))
                && (mention.gender != Some(Gender::Feminine) || self.gender(*w) == mention.gender)
        };
        let who = if certain(&who) { who } else { self.only_person(m).or(hero)? };
        let Who::Entity(e) = who else { return None };
        let taken = self.known.iter().any(|k| k.who != who && !k.plural && stem(&k.head) == stem(&mention.head));
        // Of whom the text only talks, it calls nobody `le gendarme` whom it lets speak.
        let speaks =
            self.chosen.iter().flatten().any(|c| *c == who) || is_called(&mention.head, DescriptionWord::Office);
        let bare = mention.details.is_empty() && speaks;
        if hero == Some(who) && (bare || !taken && mention.gender == Some(Gender::Feminine)) {
            return Some(who);
        }
        if self.is_another(m, who) {
            return None;
        }
        // `l'ancien maire` is a minister now.
        let former = text.split([' ', '\'']).nth(1).is_some_and(|w| Tags::of_folded(w).is(DescriptionWord::Former));
        if !former && !self.can_be_called(who, &mention.head) {
            return None;
        }
        let person = self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person);
        let only = self.only_person(m) == Some(who);
        let near = only || self.recent.iter().rev().find(|x| x.who == who).is_some_and(|x| n - x.sentence <= 3);
        let spoke = self.last.is_some_and(|(w, s, _)| w == who && n - s <= 3);
        // Somebody known as a minister is not `le maire`.
        let other = self.known.iter().any(|k| k.who == who && stem(&k.head) != stem(&mention.head));
        (person && near && (spoke || only || !other || self.is_alone(m, n, who))).then_some(who)
    }

    /// `l'un des bouchers`; `le gendarme` in a text that had several before.
    fn is_one_of_several(&self, m: usize, text: &str) -> bool {
        let second = text.split([' ', '\'']).nth(1);
        let one = second.is_some_and(|w| Tags::of_folded(w).is(DescriptionWord::Indefinite));
        let head = stem(&self.mention(m).head);
        let before = (0..m).rev().take(MENTIONS).map(|o| self.mention(o));
        one || before.filter(|o| o.what == What::Noun && o.plural).any(|o| stem(&o.head) == head)
    }

    /// The person of a gender whom the text names at least three times, and
    /// twice as often as any other who can be meant.
    pub(super) fn hero(&self, gender: Gender) -> Option<Who> {
        let mut counts: Vec<(usize, usize)> = self
            .frame
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == EntityKind::Person)
            // A surname alone is more often a man's in the press.
            .filter(|(i, _)| self.gender(Who::Entity(*i)).map_or(gender == Gender::Masculine, |g| g == gender))
            .map(|(i, e)| (e.mentions.len(), i))
            .collect();
        counts.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let &(most, first) = counts.first()?;
        let second = counts.get(1).map_or(0, |c| c.0);
        let known = self.gender(Who::Entity(first)) == Some(gender);
        (most >= 3 && most >= 2 * second && known).then_some(Who::Entity(first))
    }

    /// `le président russe` where the text names one person only, and more than
    /// once.
    fn only_person(&self, m: usize) -> Option<Who> {
        let who = self.only?;
        let agrees = self.mention(m).gender.zip(self.gender(who)).is_none_or(|(a, b)| a == b);
        let named = self.recent.iter().any(|x| x.who == who);
        // Others may be described by the same word: `le président syrien`.
        let other = self.frame.mentions.iter().take(MENTIONS).any(|o| {
            o.what == What::Noun
                && !o.plural
                && stem(&o.head) == stem(&self.mention(m).head)
                && !o.details.is_empty()
                && !self.mention(m).details.is_empty()
                && o.details != self.mention(m).details
        });
        (agrees && named && !other).then_some(who)
    }

    /// `le responsable du parti` for whom the text calls delegate of that
    /// party: a general word with the same name beside it.
    fn leader(&self, m: usize) -> Option<Who> {
        let mention = self.mention(m);
        let general = is_called(&mention.head, DescriptionWord::Leader);
        let name = mention.details.iter().find(|d| d.starts_with('#')).filter(|_| general)?;
        let agrees = |who: Who| mention.gender.zip(self.gender(who)).is_none_or(|(a, b)| a == b);
        let mut found = self.known.iter().filter(|k| k.details.contains(name) && agrees(k.who)).map(|k| k.who).filter(|who| {
            matches!(who, Who::Entity(e) if self.frame.entities.get(*e).is_some_and(|e| e.kind == EntityKind::Person))
        });
        let first = found.next()?;
        found.all(|who| who == first).then_some(first)
    }

    /// `l’avocate`, bare, where one woman only was spoken of lately.
    fn is_alone(&self, m: usize, n: usize, who: Who) -> bool {
        let mention = self.mention(m);
        let Some(gender) = mention.gender.filter(|_| mention.details.is_empty()) else { return false };
        let same = |x: &&Seen| {
            n - x.sentence <= 6
                && x.who != who
                && !self.mention(x.mention).plural
                && matches!(x.who, Who::Entity(e) if self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person))
                && self.gender(x.who).is_none_or(|g| g == gender)
        };
        self.gender(who) == Some(gender) && !self.recent.iter().any(|x| same(&x))
    }

    /// `Le politicien l’a confirmé jeudi`, at the head of a text that names
    /// nobody yet: the first person named as a subject soon after.
    pub(super) fn named_soon(&self, m: usize, n: usize) -> Option<Who> {
        const SOON: usize = 6;
        let mention = self.mention(m);
        let definite = opening(mention.span.of(self.frame.prose.text)).is(DescriptionWord::Definite);
        let person = |who: Who| match who {
            Who::Entity(e) => self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person),
            Who::Noun(_) => false,
        };
        let nobody = !self.recent.iter().any(|x| person(x.who));
        if !definite || mention.plural || !mention.role.is(WordClass::PERSON) || n > 3 || !nobody || mention.governed {
            return None;
        }
        let end = self.frame.of_sentence.get((n + SOON).min(self.frame.of_sentence.len() - 1))?.end;
        let agrees = |o: &Mention| match (o.gender, mention.gender) {
            (Some(a), Some(b)) => a == b,
            (None, Some(Gender::Feminine)) => false,
            _ => true,
        };
        self.frame
            .mentions
            .get(m + 1..end.max(m + 1))?
            .iter()
            .filter(|o| matches!(o.what, What::Name(_)) && !o.governed && agrees(o))
            .find_map(|o| o.who.filter(|w| person(*w)))
            .filter(|w| self.can_be_called(*w, &mention.head))
    }

    /// An office for a person whom the text calls by a given name alone: a passer-by, a
    /// witness, a defendant.
    pub(super) fn is_unofficial(&self, who: Who, head: &str) -> bool {
        let Who::Entity(e) = who else { return false };
        let given = |name: &str| {
            !name.contains(char::is_whitespace)
                && lexicon::class(name, &mut String::new()).is(WordClass::GIVEN_M | WordClass::GIVEN_F)
        };
        is_called(head, DescriptionWord::Office) && self.frame.entities.get(e).is_some_and(|e| given(&e.name))
    }

    /// False for an office where the text gives the person another one: whom it
    /// calls minister is not `le maire`.
    fn can_be_called(&self, who: Who, head: &str) -> bool {
        let office = |head: &str| is_called(head, DescriptionWord::Office);
        if !office(head) {
            return true;
        }
        if self.is_unofficial(who, head) {
            return false;
        }
        let mut own = self.known.iter().filter(|k| k.who == who && office(&k.head)).peekable();
        own.peek().is_none() || own.any(|k| stem(&k.head) == stem(head))
    }
}
