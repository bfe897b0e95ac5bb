//! Whom each mention means: a name itself, a pronoun its antecedent, a
//! description whoever it was seen to describe. Knows nothing of weights.

use super::resolver::{Known, MEMORY, RECENT, Reading, Resolver, Seen, is_message};
use crate::entity::EntityKind;
use crate::fact::lexicon::{self, WordClass};
use crate::fact::mention::{What, Who};
use crate::fact::prose::first_word;
use crate::lang::{self, DescriptionWord, Set, Tags};
use crate::text::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A head noun without its gender and number: `ministre`, `directrice` and
/// `directeur` meet.
pub(super) fn stem(head: &str) -> &str {
    lang::stem(head)
}

/// True for a head noun that is one of the words of a class but for its gender
/// and number.
pub(super) fn is_called(head: &str, class: DescriptionWord) -> bool {
    static STEMS: OnceLock<HashMap<String, Set<DescriptionWord>>> = OnceLock::new();
    let stems = STEMS.get_or_init(|| {
        let mut stems: HashMap<String, Set<DescriptionWord>> = HashMap::new();
        for entry in lang::entries::<DescriptionWord>() {
            let classes = stems.entry(stem(&fold(entry.word).replace(' ', "-")).to_owned()).or_default();
            *classes = *classes | entry.class;
        }
        stems
    });
    stems.get(stem(head)).is_some_and(|classes| classes.has(class.set()))
}

/// What the first word of a description can be.
pub(super) fn opening(description: &str) -> Tags {
    Tags::of_folded(first_word(&fold(description)))
}

/// Words that mean whoever was named last.
pub(super) fn points_back(head: &str) -> bool {
    is_called(head, DescriptionWord::Reference)
}

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
        (class.is(WordClass::GROUP | WordClass::MEDIUM) && !rest.is_empty()).then_some(Known {
            head,
            details: rest,
            plural: false,
            who: Who::Entity(entity),
        })
    }

    /// `un manifestant`: somebody new.
    pub(super) fn is_new(&self, m: usize) -> bool {
        opening(self.mention(m).span.of(self.frame.prose.text)).is(DescriptionWord::Indefinite)
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

    /// Whom a mention means, and how a description was read.
    pub(super) fn resolve(&self, m: usize, n: usize) -> (Option<Who>, Option<Reading>) {
        let mention = self.mention(m);
        match mention.what {
            What::Name(e) => (Some(Who::Entity(e)), None),
            What::Pronoun => (self.antecedent(m, n), None),
            What::Noun if points_back(&mention.head) && !mention.plural => {
                (self.antecedent(m, n).or(Some(Who::Noun(m))), Some(Reading::Renamed))
            }
            What::Noun => self.read(m, n),
        }
    }

    fn read(&self, m: usize, n: usize) -> (Option<Who>, Option<Reading>) {
        let told = self.apposed(m, n).or_else(|| self.sent(m)).or_else(|| self.body(m, n));
        if told.is_some() {
            return (told, None);
        }
        let described = self.described(m, n);
        if described.is_some_and(|who| matches!(who, Who::Entity(_))) {
            return (described, Some(Reading::Described));
        }
        let renamed = self.renamed(m, n).filter(|w| described.is_none() || self.heroes.contains(&Some(*w)));
        if renamed.is_some() {
            return (renamed, Some(Reading::Renamed));
        }
        if described.is_some() {
            return (described, Some(Reading::Described));
        }
        match self.named_soon(m, n) {
            None => (Some(Who::Noun(m)), None),
            soon => (soon, Some(Reading::Soon)),
        }
    }

    /// `ajoute le groupe`: the company spoken of, which the text calls by its
    /// kind. A ministry or a court is called so by its own name.
    fn body(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        let kind = Tags::of_folded(&mention.head).is(DescriptionWord::Body);
        let article = opening(mention.span.of(self.frame.prose.text));
        let definite = article.is(DescriptionWord::Definite | DescriptionWord::BareElided | DescriptionWord::Pointing);
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
        let bare =
            s.token(prose, start).is_some_and(|t| t.class.is(WordClass::ROLE) && !t.class.is(WordClass::DETERMINER));
        if !bare || mention.plural || s.mark(prose, start.checked_sub(1)?) != Some(',') {
            return None;
        }
        let before = self.frame.of_sentence.get(n)?.clone();
        let before = before.rev().find(|&o| o < m && self.mention(o).items.end == start - 1)?;
        let agrees = self.mention(before).gender.zip(mention.gender).is_none_or(|(a, b)| a == b);
        let speaks = self.mention(before).what == What::Noun
            && self.mention(before).role.is(WordClass::PERSON | WordClass::GROUP);
        (agrees || self.mention(before).role.is(WordClass::GROUP)).then_some(())?;
        self.who[before].filter(|_| speaks && !self.mention(before).plural)
    }

    /// Who sent a message: `un communiqué du ministère`, or `le communiqué`
    /// after `X a dit dans un communiqué`.
    fn sent(&self, m: usize) -> Option<Who> {
        let mention = self.mention(m);
        if !is_message(&mention.head) {
            return None;
        }
        let Some(first) = mention.details.first() else {
            let article = opening(mention.span.of(self.frame.prose.text));
            let known = article.is(DescriptionWord::Definite | DescriptionWord::Pointing);
            return self.sender.filter(|_| known && article.is(DescriptionWord::Masculine));
        };
        let named = first.strip_prefix('#').and_then(|e| e.parse().ok()).map(Who::Entity);
        let of = |k: &&Known| k.head == *first && matches!(k.who, Who::Entity(_));
        named.or_else(|| self.known.iter().rev().find(of).map(|k| k.who))
    }
}
