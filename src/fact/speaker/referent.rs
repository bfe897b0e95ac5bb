//! Whom a description or a pronoun means: by what stood beside a name, by
//! agreement, by who was the subject and who spoke. Knows nothing of weights.

use super::{Known, MEMORY, RECENT, Resolver, Seen};
use crate::entity::EntityKind;
use crate::fact::lexicon::{self, Class};
use crate::fact::mention::{Gender, Mention, What, Who};
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

/// Mentions looked through for another of the same description.
const MENTIONS: usize = 400;

impl Resolver<'_, '_, '_> {
    /// Descriptions that stand beside a name anywhere in the text; the name
    /// of a minister may come after the first `le ministre`.
    pub(super) fn learn_names(&mut self) {
        let mut seen = std::collections::BTreeSet::new();
        for m in &self.frame.mentions {
            if let What::Name(e) = m.what
                && self.known.len() < MEMORY
                && seen.insert(e)
            {
                self.known.extend(self.institution(e));
            }
            if let (Some(who), false) = (m.who, m.head.is_empty())
                && self.known.len() < MEMORY
            {
                self.known.push(Known { head: m.head.clone(), details: m.details.clone(), plural: m.plural, who });
            }
        }
    }

    /// `le ministère` for `ministère de la Justice`: an organisation whose name
    /// begins with what it is.
    fn institution(&self, entity: usize) -> Option<Known> {
        let e = self.frame.entities.get(entity).filter(|e| e.kind == EntityKind::Organisation)?;
        let mut words = e.name.split_whitespace();
        let head = fold(words.next()?);
        let class = lexicon::class(&head, &mut String::new());
        let rest: Vec<String> = words.map(fold).filter(|w| w.chars().count() > 3).collect();
        (class.is(Class::GROUP | Class::MEDIUM) && !rest.is_empty()).then_some(Known {
            head,
            details: rest,
            plural: false,
            who: Who::Entity(entity),
        })
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
            let known =
                Known { head: mention.head.clone(), details: mention.details.clone(), plural: mention.plural, who };
            self.known.push(known);
        }
    }

    pub(super) fn resolve(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        match mention.what {
            What::Name(e) => Some(Who::Entity(e)),
            What::Pronoun => self.antecedent(m, n),
            What::Noun if points_back(&mention.head) && !mention.plural => self.antecedent(m, n).or(Some(Who::Noun(m))),
            What::Noun => {
                let named = |who: &Who| matches!(who, Who::Entity(_));
                let described = self.described(m);
                self.apposed(m, n)
                    .or_else(|| self.sent(m))
                    .or_else(|| self.body(m, n))
                    .or_else(|| described.filter(named))
                    .or_else(|| self.renamed(m, n).filter(|w| described.is_none() || self.heroes.contains(&Some(*w))))
                    .or(described)
                    .or_else(|| self.named_soon(m, n))
                    .or(Some(Who::Noun(m)))
            }
        }
    }

    /// `ajoute le groupe`: the company spoken of, which the text calls by its
    /// kind. A ministry or a court is called so by its own name.
    fn body(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        let kind = matches!(
            mention.head.as_str(),
            "groupe"
                | "entreprise"
                | "societe"
                | "compagnie"
                | "firme"
                | "constructeur"
                | "association"
                | "ong"
                | "organisation"
                | "quotidien"
                | "journal"
                | "hebdomadaire"
                | "magazine"
                | "chaine"
                | "radio"
                | "parti"
                | "syndicat"
                | "club"
                | "agence"
                | "banque"
                | "operateur"
                | "fabricant"
                | "geant"
                | "avionneur"
                | "institut"
                | "enseigne"
                | "mouvement"
                | "company"
                | "group"
        );
        let text = fold(mention.span.of(self.frame.prose.text));
        let definite = ["le ", "la ", "l'", "l ", "cette ", "ce ", "the "].iter().any(|a| text.starts_with(a));
        if !kind || !definite || mention.plural || !mention.details.is_empty() {
            return None;
        }
        let body = |who: Who| match who {
            Who::Entity(e) => self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Organisation),
            Who::Noun(_) => false,
        };
        let spoke = self.last.filter(|(who, s, _)| body(*who) && n - s <= 3).map(|x| x.0);
        let near = || {
            let here = self.recent.iter().rev().take_while(|x| n - x.sentence <= 3);
            here.filter(|x| body(x.who)).max_by_key(|x| (x.subject, x.sentence)).map(|x| x.who)
        };
        spoke.or_else(near)
    }

    /// `le département, propriétaire du pont`: a bare noun behind a comma is
    /// whoever stands before it.
    fn apposed(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        let s = self.frame.sentences.get(n)?;
        let start = mention.items.start;
        let prose = self.frame.prose;
        let bare = s.token(prose, start).is_some_and(|t| t.class.is(Class::ROLE) && !t.class.is(Class::DETERMINER));
        if !bare || mention.plural || s.mark(prose, start.checked_sub(1)?) != Some(',') {
            return None;
        }
        let before = self.frame.of_sentence.get(n)?.clone();
        let before = before.rev().find(|&o| o < m && self.mention(o).items.end == start - 1)?;
        let agrees = self.mention(before).gender.zip(mention.gender).is_none_or(|(a, b)| a == b);
        let speaks =
            self.mention(before).what == What::Noun && self.mention(before).role.is(Class::PERSON | Class::GROUP);
        (agrees || self.mention(before).role.is(Class::GROUP)).then_some(())?;
        self.who[before].filter(|_| speaks && !self.mention(before).plural)
    }

    /// Who sent a message: `un communiqué du ministère`, or `le communiqué`
    /// after `X a dit dans un communiqué`.
    fn sent(&self, m: usize) -> Option<Who> {
        let mention = self.mention(m);
        if !super::is_message(&mention.head) {
            return None;
        }
        let Some(first) = mention.details.first() else {
            let article = fold(mention.span.of(self.frame.prose.text));
            return self.sender.filter(|_| article.starts_with("le ") || article.starts_with("ce "));
        };
        let named = first.strip_prefix('#').and_then(|e| e.parse().ok()).map(Who::Entity);
        let of = |k: &&Known| k.head == *first && matches!(k.who, Who::Entity(_));
        named.or_else(|| self.known.iter().rev().find(of).map(|k| k.who))
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
        let mut best: Option<((i32, usize), usize)> = None;
        for (i, k) in self.known.iter().enumerate() {
            if stem(&k.head) != own || k.plural {
                continue;
            }
            if let (Who::Entity(e), Some(gender)) = (k.who, mention.gender)
                && self.gender(Who::Entity(e)).is_some_and(|g| g != gender)
                && mention.role.is(Class::PERSON)
                && !matches!(mention.head.as_str(), "victime" | "personnalite")
            {
                continue;
            }
            // A name that comes only later gives way to whom the text is about.
            let hero = match mention.gender {
                Some(Gender::Feminine) => self.heroes[1],
                _ => self.heroes[0],
            };
            let seen = |who: Who| self.recent.iter().any(|x| x.who == who);
            if mention.role.is(Class::PERSON)
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
            let named = i32::from(matches!(k.who, Who::Entity(_)));
            // `le président du syndicat` is not `le président X`.
            let other = |d: &&String| {
                let named = d.strip_prefix('#').and_then(|e| e.parse::<usize>().ok());
                match named.and_then(|e| self.frame.entities.get(e)) {
                    Some(e) => e.kind == EntityKind::Organisation,
                    None => lexicon::class(d, &mut String::new()).is(Class::GROUP),
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
        if hero == Some(who) && (mention.details.is_empty() || !taken && mention.gender == Some(Gender::Feminine)) {
            return Some(who);
        }
        if !self.can_be_called(who, &mention.head) {
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
        let general =
            matches!(stem(&mention.head), "responsabl" | "dirigeant" | "leader" | "elu" | "patron" | "chef" | "numero");
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
    fn named_soon(&self, m: usize, n: usize) -> Option<Who> {
        const SOON: usize = 6;
        let mention = self.mention(m);
        let text = fold(mention.span.of(self.frame.prose.text));
        let definite = ["le ", "la ", "l'", "the "].iter().any(|a| text.starts_with(a));
        let person = |who: Who| match who {
            Who::Entity(e) => self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person),
            Who::Noun(_) => false,
        };
        let nobody = !self.recent.iter().any(|x| person(x.who));
        if !definite || mention.plural || !mention.role.is(Class::PERSON) || n > 3 || !nobody || mention.governed {
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

    /// False for an office where the text gives the person another one: whom it
    /// calls minister is not `le maire`.
    fn can_be_called(&self, who: Who, head: &str) -> bool {
        let office = |head: &str| {
            matches!(
                stem(head),
                "premier-ministr"
                    | "president"
                    | "ministr"
                    | "mair"
                    | "prefet"
                    | "procur"
                    | "senat"
                    | "deput"
                    | "juge"
                    | "jug"
                    | "roi"
                    | "pape"
                    | "pap"
                    | "chanceli"
                    | "chancel"
                    | "gouvern"
                    | "premier-minist"
                    | "porte-parol"
                    | "ambassad"
                    | "general"
                    | "direc"
            )
        };
        if !office(head) {
            return true;
        }
        let mut own = self.known.iter().filter(|k| k.who == who && office(&k.head)).peekable();
        own.peek().is_none() || own.any(|k| stem(&k.head) == stem(head))
    }

    /// A person, by name or by description.
    fn is_somebody(&self, who: Who) -> bool {
        match who {
            Who::Entity(e) => self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person),
            Who::Noun(m) => self.mention(m).role.is(Class::PERSON | Class::VAGUE),
        }
    }

    /// Somebody whom `a-t-il dit` can mean: no thing, no text.
    fn can_speak(&self, who: Who) -> bool {
        match who {
            Who::Entity(e) => self.frame.entities.get(e).is_some_and(|e| e.kind != EntityKind::Misc),
            Who::Noun(m) => self.mention(m).role.is(Class::PERSON | Class::VAGUE | Class::GROUP | Class::MEDIUM),
        }
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
        let text = fold(pronoun.span.of(self.frame.prose.text));
        let near = matches!(text.as_str(), "celui ci" | "celle ci" | "celui-ci" | "celle-ci");
        let people = pronoun.what == What::Noun && pronoun.role.is(Class::PERSON);
        let at = self.frame.prose.token_at(pronoun.span.start);
        let inverted = self.frame.prose.tokens.get(at).is_some_and(|t| t.inverted);
        let mut best: Option<(i32, Who)> = None;
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
            if other.plural != pronoun.plural && other.what != What::Pronoun {
                continue;
            }
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
                score += if n - sentence <= 1 { 12 } else { 3 };
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
