//! Where the phrase around a name or a head noun starts and ends, what
//! governs it, and which description and name are one.

use super::{Finder, Gender, Mention, REACH, What, Who};
use crate::entity::EntityKind;
use crate::fact::frame::Sentence;
use crate::fact::lexicon::Class;
use crate::fact::prose::Kind;
use crate::text::{Span, fold};

impl Finder<'_, '_> {
    /// Where the phrase of the name at `from` starts, and its head noun:
    /// `le ministre de l’Intérieur Christophe Castaner` starts at `le`.
    pub(super) fn phrase_start(&self, s: &Sentence, from: usize, entity: usize) -> (usize, Option<usize>) {
        let (mut start, mut head) = (from, None);
        // `un porte-parole d’Auchan`: the name only completes the description.
        let mut near = from;
        // `l’avocat de M. X`: the title stands between.
        while near > 0 && (self.class(s, near - 1).is(Class::TITLE) || self.is_stop(s, near - 1)) {
            near -= 1;
        }
        while near > 0 && self.class(s, near - 1).is(Class::DETERMINER) && !self.class(s, near - 1).is(Class::OF) {
            near -= 1;
        }
        let completes = near > 0 && self.class(s, near - 1).is(Class::OF | Class::PREPOSITION)
            || from > 0 && self.class(s, from - 1).is(Class::OF | Class::PREPOSITION);
        let person = self.is_person(entity);
        let heads = match (completes, person) {
            (true, _) => Class::DOCUMENT,
            (false, true) => Class::ROLE,
            // `la présidente du groupe PS` is not the group.
            (false, false) => Class::GROUP | Class::MEDIUM | Class::DOCUMENT,
        };
        let mut i = from;
        // `le député LREM de la 9e circonscription de l'Hérault X`.
        let reach = if person { 2 * REACH } else { REACH };
        while i > 0 && from - i < reach {
            i -= 1;
            let Some(t) = s.token(self.prose, i) else { break };
            let c = t.class;
            if t.kind == Kind::Number {
                continue;
            }
            if t.kind != Kind::Word && t.span.of(self.prose.text) != "." {
                break;
            }
            if c.is(Class::TITLE) && (start == i + 1 || self.is_stop(s, i + 1)) {
                start = i;
                continue;
            }
            if self.is_stop(s, i) && i > 0 && self.class(s, i - 1).is(Class::TITLE) {
                continue;
            }
            if c.is(heads) && !c.is(Class::VERB) {
                // `the tabloid endorsed X`: a word between that is no adjective.
                // `le patron du parti du président X`: X is the president only.
                let inner = head.is_some_and(|h| self.class(s, h).is(Class::PERSON));
                if !self.is_one_phrase(s, i, from) || inner && self.hangs(s, start) {
                    break;
                }
                head = Some(i);
                start = i;
                continue;
            }
            if (completes || !person) && c.is(Class::ROLE) {
                break;
            }
            let verbal =
                c.is(Class::AUX | Class::THAT | Class::WHO | Class::WHERE | Class::PRONOUN | Class::ACCORDANCE)
                    && !c.is(Class::OF | Class::DETERMINER | Class::PREPOSITION)
                    || c.is(Class::CONJUNCTION)
                    || c.verb(Class::FINITE | Class::PARTICIPLE | Class::PRESENT | Class::INFINITIVE);
            // `le politologue et spécialiste de la Russie X`
            if t.span.of(self.prose.text) == "et" && head.is_some_and(|h| h == start && h == i + 1) {
                if let Some(first) = self.first_of_two(s, i) {
                    (start, head) = (first, Some(first));
                }
                break;
            }
            if verbal || t.kind != Kind::Word {
                break;
            }
        }
        // The article and an adjective before the head.
        for _ in 0..2 {
            let Some(k) = start.checked_sub(1) else { break };
            if head.is_none() && start != from {
                break;
            }
            let c = self.class(s, k);
            if c.is(Class::DETERMINER) && (head.is_some() || start == from) {
                start = k;
                break;
            }
            let adjective = head.is_some()
                && s.token(self.prose, k).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0)
                && k > 0
                && self.class(s, k - 1).is(Class::DETERMINER);
            if !adjective {
                break;
            }
            start = k;
        }
        (start, head)
    }

    /// The noun with an article before the *et* at `and`, with nothing but its
    /// adjectives and complements between.
    fn first_of_two(&self, s: &Sentence, and: usize) -> Option<usize> {
        let found = (and.saturating_sub(REACH)..and).rev().find(|&k| {
            let c = self.class(s, k);
            let noun = c.is(Class::PERSON) && !c.is(Class::VERB);
            noun && k.checked_sub(1).is_some_and(|d| {
                self.class(s, d).is(Class::DETERMINER)
                    || s.token(self.prose, d).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && !t.capital)
                        && d.checked_sub(1).is_some_and(|d| self.class(s, d).is(Class::DETERMINER))
            })
        })?;
        let clear = (found + 1..and).all(|k| {
            s.token(self.prose, k).is_some_and(|t| {
                t.kind == Kind::Word
                    && !t.class.is(Class::AUX | Class::WHO | Class::THAT)
                    && !t.class.verb(Class::FINITE)
            })
        });
        clear.then_some(found)
    }

    /// True when all words between a head noun and a name can belong to the
    /// noun: adjectives, names, and whatever *de* joins.
    fn is_one_phrase(&self, s: &Sentence, head: usize, name: usize) -> bool {
        (head + 1..name).all(|k| {
            let Some(t) = s.token(self.prose, k) else { return false };
            let word = t.span.of(self.prose.text);
            t.capital
                || t.class.0 != 0
                || t.kind != Kind::Word
                || self.joined(s, k, head)
                || is_adjective(word)
                || s.token(self.prose, k - 1).is_some_and(|b| b.class.0 == 0 && b.capital)
                || (head + 1..k).any(|j| self.joins(s, j))
        })
    }

    /// *de* or *du* right before the phrase that starts at `start`, its article
    /// passed over; not the *des* of a plural nor the *du* of `auprès du`.
    fn hangs(&self, s: &Sentence, start: usize) -> bool {
        let word = |k: usize| s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
        let mut k = start;
        while k > 0 && !self.class(s, k).is(Class::OF) && self.class(s, k - 1).is(Class::DETERMINER) {
            k -= 1;
        }
        let of = [k.checked_sub(1), Some(k)].into_iter().flatten().find(|&k| self.class(s, k).is(Class::OF));
        of.is_some_and(|k| word(k) != "des" && k.checked_sub(1).is_none_or(|p| word(p) != "auprès"))
    }

    pub(super) fn is_stop(&self, s: &Sentence, i: usize) -> bool {
        s.mark(self.prose, i) == Some('.')
    }

    /// A preposition before the phrase, or one contracted into its article.
    pub(super) fn is_governed(&self, s: &Sentence, start: usize) -> bool {
        let governs = Class::OF | Class::PREPOSITION;
        if self.class(s, start).is(governs)
            && !self.class(s, start).is(Class::PERSON)
            && !self.is_plural_article(s, start)
        {
            return true;
        }
        let Some(k) = start.checked_sub(1) else { return false };
        let c = self.class(s, k);
        // `Sur Twitter, X`: a comma ends the reach of the preposition.
        if c.is(Class::CONJUNCTION) && k > 1 && self.class(s, k).is(Class::CONJUNCTION) {
            let word = s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
            if matches!(word, "et" | "ou" | "and" | "or") {
                return (k.saturating_sub(4)..k)
                    .any(|j| self.class(s, j).is(governs) && !self.class(s, j).is(Class::AUX) && j + 3 >= k);
            }
        }
        c.is(governs)
    }

    /// *Des* as the plural of *un*: at the head of a clause, behind a verb or
    /// a quotation, not behind a noun.
    fn is_plural_article(&self, s: &Sentence, at: usize) -> bool {
        if !matches!(s.token(self.prose, at).map(|t| t.span.of(self.prose.text)), Some("des" | "Des" | "d’" | "d'")) {
            return false;
        }
        let Some(k) = at.checked_sub(1) else { return true };
        let c = self.class(s, k);
        let elided = s.token(self.prose, at).is_some_and(|t| t.span.of(self.prose.text).starts_with('d'));
        if elided && s.token(self.prose, at).is_some_and(|t| t.span.of(self.prose.text).ends_with(['\'', '’'])) {
            // `d’autres manifestants`
            return self.is_other(s, at + 1) && (s.quote(k).is_some() || s.mark(self.prose, k).is_some());
        }
        s.quote(k).is_some()
            || s.mark(self.prose, k).is_some_and(|m| m != '-')
            || c.is(Class::CONJUNCTION | Class::AUX | Class::THAT | Class::PREPOSITION | Class::ACCORDANCE)
            || c.verb(Class::FINITE | Class::PARTICIPLE) && !c.is(Class::ROLE)
    }

    pub(super) fn is_person(&self, entity: usize) -> bool {
        self.entities.get(entity).is_some_and(|e| e.kind == EntityKind::Person)
    }

    /// `sur son compte Facebook`: a bare noun stands before the name, and a
    /// preposition before that.
    pub(super) fn hangs_on_noun(&self, s: &Sentence, start: usize) -> bool {
        let governs = Class::OF | Class::PREPOSITION;
        let bare =
            |j: usize| s.token(self.prose, j).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && !t.capital);
        let Some(k) = start.checked_sub(1).filter(|&k| bare(k)) else { return false };
        (k.saturating_sub(2)..k).rev().find(|&j| !bare(j)).is_some_and(|j| {
            let c = self.class(s, j);
            let before = j.checked_sub(1).map_or(Class::default(), |i| self.class(s, i));
            c.is(Class::DETERMINER) && (c.is(governs) || before.is(governs))
        })
    }

    /// A description: article, head, and what belongs to it on the right.
    pub(super) fn noun(&self, s: &Sentence, head: usize) -> Mention {
        let mut start = head;
        for _ in 0..2 {
            let Some(k) = start.checked_sub(1) else { break };
            let c = self.class(s, k);
            if c.is(Class::DETERMINER) {
                start = k;
                break;
            }
            let adjective = (s.token(self.prose, k).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0)
                || self.is_young(s, k))
                && k > 0
                && self.class(s, k - 1).is(Class::DETERMINER);
            if !adjective && !self.is_premier(s, k) {
                break;
            }
            start = k;
        }
        // `une autre manifestante`, `l’une des participantes`.
        let at = |k: Option<usize>| k.map_or(String::new(), |k| self.folded(s, k));
        if matches!(at(Some(start)).as_str(), "autre" | "autres")
            && start.checked_sub(1).is_some_and(|k| self.class(s, k).is(Class::DETERMINER))
        {
            start -= 1;
        }
        let one = at(start.checked_sub(1));
        let one_of = at(Some(start)) == "des" && matches!(one.as_str(), "un" | "une");
        if one_of {
            start -= 1;
            if at(start.checked_sub(1)).starts_with('l') && at(start.checked_sub(1)).chars().count() <= 2 {
                start -= 1;
            }
        }
        let mut end = head + 1;
        let mut i = end;
        while i < s.items.len() && i - head < REACH {
            let Some(t) = s.token(self.prose, i) else { break };
            if t.kind != Kind::Word {
                break;
            }
            let c = t.class;
            let word = t.span.of(self.prose.text);
            // `un député LR au lendemain des annonces` ends before *au*.
            let time = matches!(
                self.folded(s, i + 1).as_str(),
                "lendemain"
                    | "moment"
                    | "cours"
                    | "micro"
                    | "sujet"
                    | "sortir"
                    | "matin"
                    | "soir"
                    | "marge"
                    | "fin"
                    | "debut"
                    | "issue"
                    | "occasion"
                    | "terme"
                    | "nom"
                    | "propos"
            );
            if time && (matches!(word, "à" | "au" | "en") || matches!(word, "l'" | "l’")) {
                break;
            }
            let joins = c.is(Class::OF) || matches!(word, "à" | "au" | "aux" | "chargé" | "chargée" | "of" | "for");
            let joins =
                joins || word == "en" && matches!(self.folded(s, i + 1).as_str(), "chef" | "charge" | "exercice");
            if joins || c.is(Class::DETERMINER) && i > 0 && self.joins(s, i - 1) {
                i += 1;
                continue;
            }
            let blocked = c.is(Class::AUX
                | Class::THAT
                | Class::WHO
                | Class::WHERE
                | Class::CONJUNCTION
                | Class::NEGATION
                | Class::PREPOSITION
                | Class::ACCORDANCE
                | Class::PRONOUN
                | Class::CLITIC
                | Class::ADVERB)
                || c.verb(Class::FINITE | Class::PRESENT | Class::INFINITIVE) && !self.joins(s, i - 1);
            if c.0 == 0 && t.capital && self.starts_person(t.span.start) && !self.joined(s, i, head) {
                break;
            }
            // Without *de* before it only an adjective or a name belongs here.
            if blocked || !t.capital && !self.joined(s, i, head) && !is_adjective(word) {
                break;
            }
            i += 1;
            end = i;
        }
        let class = self.class(s, head);
        // `un collaborateur`, where somebody speaks.
        let class = if class.0 == 0 && is_agent(&self.folded(s, head)) { Class(Class::PERSON) } else { class };
        let text = self.prose.text;
        let from = s.token(self.prose, start).map_or(0, |t| t.span.start);
        let to = s.token(self.prose, end - 1).map_or(from, |t| t.span.end);
        let word = self.head_word(s, head);
        let plural = word.ends_with(['s', 'x']) && !matches!(word.as_str(), "fils" | "pays") && {
            let det = s.token(self.prose, start).map_or("", |t| t.span.of(text));
            !one_of && !matches!(fold(det).as_str(), "le" | "la" | "l'" | "un" | "une" | "ce" | "du" | "son" | "sa")
        };
        // `la secrétaire`: the article knows better than the noun.
        let article = if one_of { Some(if one == "une" { Gender::Feminine } else { Gender::Masculine }) } else { None };
        let gender = article.or(self.gender_of_article(s, start)).or(
            match (class.is(Class::MASCULINE), class.is(Class::FEMININE)) {
                (true, false) => Some(Gender::Masculine),
                (false, true) => Some(Gender::Feminine),
                _ => None,
            },
        );
        let span = Span::new(from, to);
        let linked = self.link(Span::new(s.token(self.prose, head).map_or(from, |t| t.span.start), to), span);
        Mention {
            span,
            what: What::Noun,
            items: start..end,
            gender,
            plural,
            governed: self.is_governed(s, start),
            role: class,
            head: word,
            details: self.details(s, head + 1, end),
            who: linked.map(Who::Entity),
        }
    }

    pub(super) fn joins(&self, s: &Sentence, i: usize) -> bool {
        self.class(s, i).is(Class::OF)
            || s.token(self.prose, i).is_some_and(|t| matches!(t.span.of(self.prose.text), "à" | "aux" | "au" | "en"))
    }

    pub(super) fn starts_person(&self, at: usize) -> bool {
        let k = self.names.partition_point(|(span, _)| span.start < at);
        self.names.get(k).is_some_and(|(span, e)| {
            span.start == at && self.entities.get(*e).is_some_and(|e| e.kind == EntityKind::Person)
        })
    }

    /// *de*, *à* or their articles right before item `i`.
    pub(super) fn joined(&self, s: &Sentence, i: usize, head: usize) -> bool {
        let k = i - 1;
        k > head && (self.joins(s, k) || self.class(s, k).is(Class::DETERMINER) && self.joins(s, k - 1))
    }

    pub(super) fn gender_of_article(&self, s: &Sentence, i: usize) -> Option<Gender> {
        let word = s.token(self.prose, i).map_or(String::new(), |t| fold(t.span.of(self.prose.text)));
        match word.as_str() {
            "le" | "un" | "ce" | "du" | "au" => Some(Gender::Masculine),
            "la" | "une" | "cette" => Some(Gender::Feminine),
            _ => None,
        }
    }

    /// The entity that the entity part links the description to.
    pub(super) fn link(&self, head: Span, whole: Span) -> Option<usize> {
        let from = self.links.partition_point(|(s, _)| s.end <= whole.start);
        // `le président du parti Y` is not whom `le président` alone means.
        let covers = |link: Span| {
            let rest = self.prose.text.get(link.end..whole.end).unwrap_or("").trim_start();
            !["de ", "du ", "des ", "d’", "d'", "of "].iter().any(|p| rest.starts_with(p))
        };
        self.links[from..]
            .iter()
            .take_while(|(s, _)| s.start < whole.end)
            .find(|(s, _)| s.touches(head) && covers(*s))
            .map(|x| x.1)
    }

    /// `la droite et la gauche ont…`, `Paris et Berlin avaient…`: two subjects of
    /// one verb speak together.
    pub(super) fn pairs(&self, s: &Sentence, out: &mut Vec<Mention>) {
        let mut found = Vec::new();
        for pair in out.windows(2) {
            let [a, b] = pair else { continue };
            let joined = b.items.start == a.items.end + 1
                && s.token(self.prose, a.items.end).is_some_and(|t| matches!(t.span.of(self.prose.text), "et" | "and"));
            let able = |m: &Mention| {
                matches!(m.what, What::Name(_))
                    || m.role.is(Class::PERSON | Class::GROUP | Class::MEDIUM | Class::VAGUE)
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
                    matches!(
                        word,
                        "ont" | "sont" | "avaient" | "étaient" | "auront" | "seront" | "auraient" | "have" | "were"
                    ) || t.class.verb(Class::FINITE) && (word.ends_with("ent") || word.ends_with("ont"))
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
                    role: if self.is_human(a) && self.is_human(b) { Class(Class::PERSON) } else { Class(Class::GROUP) },
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
            _ => m.role.is(Class::PERSON),
        }
    }

    /// `Celui de Valbourg, Karl Brandt, a…`: the name in the aside.
    fn that_one(&self, s: &Sentence, out: &[Mention], k: usize) -> Option<Who> {
        let word = self.folded(s, out[k].items.start);
        if !matches!(word.as_str(), "celui" | "celle") || !self.class(s, out[k].items.end).is(Class::OF) {
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
            // `la secrétaire d'État à l'Égalité femmes-hommes, X`: a word that
            // the phrase did not take in may stand before the comma.
            let end = out[k].items.end;
            let end = (end..end + 6)
                .take_while(|&i| {
                    i == end
                        || s.token(self.prose, i - 1).is_some_and(|t| {
                            let clause = t.class.is(Class::AUX | Class::WHO | Class::THAT | Class::PRONOUN)
                                && !t.class.is(Class::OF | Class::DETERMINER);
                            t.kind == Kind::Word && !clause && !t.class.verb(Class::FINITE)
                        })
                })
                .find(|&i| s.mark(self.prose, i) == Some(','))
                .unwrap_or(end);
            let comma = usize::from(s.mark(self.prose, end) == Some(','));
            let after = out.iter().find(|m| matches!(m.what, What::Name(_)) && m.items.start == end + comma).cloned();
            // The name must be inside commas: else it is the next clause.
            let closed = |m: &Mention| {
                comma == 0
                    || s.items.len() <= m.items.end
                    || matches!(
                        s.mark(self.prose, m.items.end),
                        Some(',' | '.' | '(' | ':' | ';' | '!' | '?' | '-' | '–' | '—')
                    )
                    || self.class(s, m.items.end).is(Class::WHO | Class::CONJUNCTION)
                    // `One Democrat, X of Ohio, said`
                    || self.class(s, m.items.end).is(Class::OF)
                        && (m.items.end..m.items.end + 4).any(|k| s.mark(self.prose, k) == Some(','))
                    // `aux critiques de l'élu, X a opposé…`: X begins the clause.
                    || !out[k].governed
                        && (self.class(s, m.items.end).is(Class::AUX)
                            || self.class(s, m.items.end).verb(Class::FINITE))
            };
            let before = || {
                let at = out[k].items.start;
                // Without an article it cannot be a subject of its own.
                let bare = self.class(s, at).is(Class::PERSON) && !self.class(s, at).is(Class::DETERMINER);
                // `avec X, le ministre a…`: a verb behind makes it a subject.
                let ended = end >= s.items.len()
                    || s.mark(self.prose, end).is_some_and(|c| matches!(c, ',' | '.' | ')' | ';' | '!' | '?'));
                ((ended || bare) && at > 0 && s.mark(self.prose, at - 1) == Some(','))
                    .then(|| out.iter().find(|m| matches!(m.what, What::Name(_)) && m.items.end == at - 1))
                    .flatten()
                    .cloned()
            };
            let person = |m: &Mention| match m.what {
                What::Name(e) => self.entities.get(e).is_some_and(|e| match e.kind {
                    EntityKind::Person => true,
                    EntityKind::Organisation => {
                        !out[k].role.is(Class::PERSON) && out[k].role.is(Class::GROUP | Class::MEDIUM)
                    }
                    _ => false,
                }),
                _ => false,
            };
            let agrees = |m: &Mention| match (m.gender, out[k].gender) {
                (Some(a), Some(b)) => a == b,
                _ => true,
            };
            let person = |m: &Mention| person(m) && agrees(m);
            let named = after.filter(|m| person(m) && closed(m)).or_else(|| before().filter(|m| person(m)));
            if let Some(m) = named {
                out[k].who = m.who;
            }
        }
        // `X, présidente du parti et vice-présidente de la région`.
        for k in 1..out.len() {
            let at = out[k].items.start;
            let and = at > 0 && s.token(self.prose, at - 1).is_some_and(|t| t.span.of(self.prose.text) == "et");
            if !and || out[k].what != What::Noun || out[k].plural || out[k].who.is_some() {
                continue;
            }
            let first =
                (0..k).rev().find(|&j| out[j].what == What::Noun && out[j].items.end + 4 >= at && !out[j].plural);
            let bare = |j: usize| self.class(s, out[j].items.start).is(Class::PERSON);
            if let Some(j) = first.filter(|&j| bare(j) && bare(k)) {
                out[k].who = out[j].who;
            }
        }
    }
}

/// Endings of nouns for who does something: `collaborateur`, `plasticienne`.
fn is_agent(word: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "ateur", "atrice", "iteur", "itrice", "isseur", "ienne", "icien", "iste", "istes", "logue", "logues", "ateurs",
        "iciens", "crate",
    ];
    word.len() > 6 && ENDINGS.iter().any(|e| word.ends_with(e))
}

/// Endings of French adjectives that follow a noun, and adjectives of origin
/// and rank without such an ending.
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "éen", "éenne", "al", "ale", "aux", "if", "ive",
        "ique", "aire", "iste", "el", "elle", "eux", "euse", "able", "ible", "ol", "ole",
    ];
    const OTHERS: &[&str] = &[
        "russe",
        "belge",
        "suisse",
        "allemand",
        "allemande",
        "turc",
        "turque",
        "grec",
        "grecque",
        "tchèque",
        "arabe",
        "corse",
        "serbe",
        "croate",
        "kurde",
        "slave",
        "adjoint",
        "adjointe",
        "délégué",
        "déléguée",
        "retraité",
        "retraitée",
        "associé",
        "spécialisé",
        "spécialisée",
        "anonyme",
        "français",
        "sortant",
        "sortante",
        "suppléant",
        "suppléante",
        "proche",
        "haut",
        "jaune",
        "jaunes",
        "vert",
        "rouge",
        "public",
        "publique",
        "ultra",
    ];
    let singular = word.trim_end_matches('s');
    OTHERS.contains(&word)
        || OTHERS.contains(&singular)
        || ENDINGS.iter().any(|e| word.ends_with(e) || singular.ends_with(e))
}
