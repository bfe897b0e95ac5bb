//! Reads noun phrases with a title or the head of an organisation: article,
//! title, nationality, office.

use crate::entity::hash::hash_word;
use crate::entity::lexicon::cue;
use crate::entity::types::{Entity, EntityKind};
use crate::entity::words::{WordClass, Words};
use crate::entity::world::{self, World};
use crate::lang::{self, ClauseWord, DescriptionWord, Grammar, PersonWord, PlaceWord, Set, SyntaxWord, Tags, Topic};
use crate::text::{Span, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// `de`, `du`, `des`.
const OF: Set<Grammar> = Grammar::Genitive.set().or(Grammar::ContractedGenitive.set());

/// What joins a title to what it is the title of.
const LINK: Set<Grammar> = OF.or(Grammar::Article.set()).or(Grammar::Coordinator.set());

/// A description, as word indices and what it says.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// First word (index), the article if there is one.
    pub(super) from: usize,
    /// One past the last word.
    pub(super) to: usize,
    /// With a definite article or a demonstrative.
    pub(super) definite: bool,
    /// Hash of the title in its masculine form.
    pub(super) title: u64,
    /// Hash of the group of titles that may stand for each other.
    pub(super) group: u64,
    /// `ancien`, `ex-`.
    pub(super) former: bool,
    /// States that the description names.
    pub(super) states: Vec<u32>,
    /// Hash of the office (`de la Défense`), 0 without.
    pub(super) office: u64,
    /// True for a woman, false for a man, as far as article and title tell.
    pub(super) feminine: Option<bool>,
    /// It has a complement that was not read: `le mouvement des retraités` is not
    /// the movement named elsewhere, `le porte-parole de M. Lenz` nobody's else.
    pub(super) open: bool,
    /// What leads a state or a government: several can be meant that the text
    /// need not introduce.
    pub(super) lead: bool,
    /// `le chef de l'État`: who leads the state, and nothing else.
    pub(super) sovereign: bool,
    /// `le premier`: no title but for a name or a state behind it.
    pub(super) ordinal: bool,
    organisation: bool,
}

impl Phrase {
    /// A person is described, not an organisation.
    pub(super) fn is_person(&self) -> bool {
        !self.organisation
    }
}

/// A title of several words, folded; the head is their first word.
struct LongTitle {
    words: Vec<String>,
    /// The title that it stands for.
    title: String,
    /// Its office, where the title does not say it.
    office: Option<String>,
}

/// The titles of several words, longest first.
fn long_titles() -> &'static [LongTitle] {
    static TITLES: OnceLock<Vec<LongTitle>> = OnceLock::new();
    TITLES.get_or_init(|| {
        let entries = lang::entries::<PersonWord>().filter(|e| e.class == PersonWord::MultiwordTitle);
        let mut titles: Vec<LongTitle> = entries
            .map(|e| {
                let (title, office) = match e.value.unwrap_or(e.word).split_once('/') {
                    Some((title, office)) => (title, Some(fold(office))),
                    None => (e.value.unwrap_or(e.word), None),
                };
                let words = fold(e.word).replace('\'', "' ").split(' ').map(str::to_owned).collect();
                LongTitle { words, title: fold(title), office }
            })
            .collect();
        titles.sort_by_key(|t| std::cmp::Reverse(t.words.len()));
        titles
    })
}

/// A document's words with the mentions on them.
pub(super) struct Reader<'t> {
    text: &'t str,
    words: &'t Words,
    folded: Vec<String>,
    /// What each word can be as it is folded.
    tags: Vec<Tags>,
    /// For each word the entity of the mention that covers it, plus one.
    entity: Vec<u32>,
    /// For each word that begins a mention, the index past its end.
    end: Vec<u32>,
    kinds: Vec<EntityKind>,
    /// Word indices of the mentions of each entity, in order.
    places: Vec<Vec<usize>>,
    /// Where a given name stands alone that several people of the document have.
    shared: BTreeSet<usize>,
}

impl<'t> Reader<'t> {
    /// Lays the mentions over the words.
    pub(super) fn new(text: &'t str, words: &'t Words, entities: &[Entity]) -> Self {
        let n = words.words.len();
        let folded: Vec<String> = words.words.iter().map(|w| fold(w.span.of(text))).collect();
        let mut r = Self {
            text,
            words,
            tags: folded.iter().map(|w| Tags::of_folded(w)).collect(),
            folded,
            entity: vec![0; n],
            end: vec![0; n],
            kinds: entities.iter().map(|e| e.kind).collect(),
            places: vec![Vec::new(); entities.len()],
            shared: BTreeSet::new(),
        };
        let mut given: BTreeMap<String, usize> = BTreeMap::new();
        let people = || entities.iter().filter(|e| e.kind == EntityKind::Person);
        for (first, _) in people().filter_map(|e| e.name.split_once(' ')) {
            *given.entry(fold(first)).or_default() += 1;
        }
        for (i, e) in entities.iter().enumerate() {
            for m in &e.mentions {
                let from = words.words.partition_point(|w| w.span.end <= m.span.start);
                let to = words.words.partition_point(|w| w.span.start < m.span.end);
                if from < to {
                    r.entity[from..to].fill(i as u32 + 1);
                    r.end[from] = to as u32;
                    let several = to == from + 1 && given.get(&r.folded[from]).is_some_and(|n| *n > 1);
                    if several && e.kind == EntityKind::Person && e.name.contains(' ') {
                        r.shared.insert(from);
                    }
                    r.places[i].push(from);
                }
            }
        }
        r
    }

    /// Where a description stands.
    pub(super) fn span(&self, p: &Phrase) -> Span {
        self.words.words[p.from].span.join(self.words.words[p.to - 1].span)
    }

    /// Last mention of an entity before a word, counted from 1; 0 for none.
    pub(super) fn last_mention(&self, entity: usize, before: usize) -> usize {
        let places = self.places.get(entity).map_or(&[][..], Vec::as_slice);
        places.partition_point(|p| *p < before).checked_sub(1).map_or(0, |i| places[i] + 1)
    }

    fn word(&self, i: usize) -> &str {
        self.folded.get(i).map_or("", String::as_str)
    }

    fn is<C: Topic>(&self, i: usize, classes: impl Into<Set<C>>) -> bool {
        self.tags.get(i).is_some_and(|t| t.is(classes))
    }

    fn cues(&self, i: usize) -> u8 {
        self.words.words.get(i).map_or(0, |w| w.cues)
    }

    fn covered(&self, i: usize) -> bool {
        self.entity.get(i).is_some_and(|e| *e > 0)
    }

    /// Every description of the text.
    pub(super) fn phrases(&self) -> Vec<Phrase> {
        let mut out: Vec<Phrase> = Vec::new();
        for &(from, to) in &self.words.sentences {
            let mut i = from;
            while i < to {
                match self.phrase(i, from, to) {
                    Some(p) => {
                        i = p.to;
                        out.push(p);
                    }
                    None => i += 1,
                }
            }
        }
        out
    }

    /// The description whose title is the word `head`.
    fn phrase(&self, head: usize, from: usize, end: usize) -> Option<Phrase> {
        if self.covered(head) || self.words.words[head].class > WordClass::SmallMixed {
            return None;
        }
        let former_word = lang::all().find_map(|l| l.without_former(self.word(head)));
        let first = masculine(self.word(head));
        let fits = |k: usize, w: &str| head + k < end && masculine(self.word(head + k)) == w;
        let long = long_titles()
            .iter()
            .find(|t| t.words[0] == first && t.words.iter().enumerate().skip(1).all(|(k, w)| fits(k, w)));
        let organisation = self.cues(head) & cue::ORG != 0 && self.cues(head) & cue::TITLE == 0;
        let titled = self.cues(head) & cue::TITLE != 0 && self.word(head).len() > 3;
        if long.is_none() && !titled && !organisation && former_word.is_none() {
            return None;
        }
        let mut to = head + long.map_or(1, |t| t.words.len());
        let title = long.map_or_else(|| masculine(former_word.unwrap_or(self.word(head))), |t| t.title.as_str().into());
        let (start, definite, former) = self.opening(head, from);
        let mut p = Phrase {
            from: start,
            to,
            definite,
            group: group(&title),
            title: hash_word(title.as_bytes()),
            former: former || former_word.is_some(),
            states: Vec::new(),
            office: 0,
            feminine: self.feminine(head, start, &title),
            open: false,
            lead: leads(&title).is_some(),
            sovereign: long.is_some() && leads(&title) == Some(PersonWord::HeadOfState),
            ordinal: long.is_none() && self.is(head, DescriptionWord::Rank),
            organisation,
        };
        if let Some(office) = long.and_then(|t| t.office.as_ref()) {
            p.office = hash_word(office.as_bytes());
        }
        while to < end && to < head + 12 {
            let next = self.modifier(&mut p, to, end);
            if next == to {
                break;
            }
            to = next;
        }
        p.to = to;
        // `président (PS) de la région`, `président LR de la région`
        let partly = p.lead && (self.text_of(to) == "(" || self.covered(to) && !self.is_person_at(to));
        p.open = partly || self.is(to, OF) && (organisation || self.is_of_somebody(to, end));
        Some(p)
    }

    /// `de M. Lenz`, `de Anna Berg`: what is owned by somebody.
    fn is_of_somebody(&self, at: usize, end: usize) -> bool {
        /// Words of an address before a name.
        const ADDRESS: usize = 3;
        let name = |i: &usize| self.end.get(*i).is_some_and(|e| *e > 0);
        (at + 1..end.min(at + 1 + ADDRESS)).find(name).is_some_and(|i| self.is_person_at(i))
    }

    fn is_person_at(&self, i: usize) -> bool {
        let id = self.entity.get(i).and_then(|e| e.checked_sub(1));
        id.is_some_and(|id| self.kinds.get(id as usize) == Some(&EntityKind::Person))
    }

    /// `le général anglais Holm`, `le président du groupe LR Jan Holm`, `l'acteur et
    /// chanteur Jan Holm`: the name of somebody stands behind it, past words that were
    /// not read.
    pub(super) fn is_of_a_name_behind(&self, p: &Phrase) -> bool {
        /// Names, adjectives and nouns between.
        const BETWEEN: usize = 5;
        const STOP: Set<SyntaxWord> = SyntaxWord::Auxiliary
            .set()
            .or(SyntaxWord::Reflexive.set())
            .or(SyntaxWord::Negation.set())
            .or(SyntaxWord::RelativePronoun.set())
            .or(SyntaxWord::RelativeAdverb.set())
            .or(SyntaxWord::Complementiser.set())
            .or(SyntaxWord::Clitic.set())
            .or(SyntaxWord::Determiner.set());
        let small = |i: usize| self.words.words.get(i).is_some_and(|w| w.class.is_small()) && !self.covered(i);
        let mut i = p.to;
        for _ in 0..=BETWEEN {
            let begins = self.end.get(i).is_some_and(|e| *e > 0);
            if begins && self.is_person_at(i) {
                return i > p.to;
            }
            if begins {
                i = self.end[i] as usize;
                continue;
            }
            let joins = self.is(i, OF) && i > p.to || self.is(i, Grammar::Coordinator) && small(i + 1);
            let stops = self.is(i, STOP) || self.is(i, SyntaxWord::Preposition);
            if !small(i) || !joins && (stops || self.is(i, LINK)) {
                return false;
            }
            i += 1;
        }
        false
    }

    /// Who of the people is named last before a word.
    pub(super) fn last_person(&self, before: usize) -> Option<usize> {
        let people = (0..self.kinds.len()).filter(|&i| self.kinds[i] == EntityKind::Person);
        people.map(|i| (self.last_mention(i, before), i)).filter(|x| x.0 > 0).max().map(|x| x.1)
    }

    /// Whom the text names more than anybody else.
    pub(super) fn is_named_most(&self, entity: usize) -> bool {
        let count = |i: usize| self.places.get(i).map_or(0, Vec::len);
        let others = (0..self.kinds.len()).filter(|&i| i != entity && self.kinds[i] == EntityKind::Person);
        others.map(count).max().is_none_or(|most| most < count(entity))
    }

    /// What the article and the form of the title say about the gender.
    fn feminine(&self, head: usize, start: usize, title: &str) -> Option<bool> {
        let article = if start < head { start } else { head.wrapping_sub(1) };
        if self.is(article, Grammar::FeminineDeterminer) {
            return Some(true);
        }
        if self.is(article, Grammar::MasculineDeterminer) {
            return Some(false);
        }
        (masculine(self.word(head)) != self.word(head) && !title.contains(' ')).then_some(true)
    }

    /// Article and adjectives before the title.
    fn opening(&self, head: usize, from: usize) -> (usize, bool, bool) {
        let (mut at, mut former) = (head, false);
        const ADJECTIVE: Set<PersonWord> =
            PersonWord::Former.set().or(PersonWord::Newcomer.set()).or(PersonWord::Incumbent.set());
        while at > from && self.is(at - 1, ADJECTIVE) {
            at -= 1;
            former |= self.is(at, PersonWord::Former);
        }
        let article = at > from
            && self.is(at - 1, Grammar::Article | Grammar::Demonstrative)
            && !self.is(at - 1, Grammar::PluralDeterminer);
        if article { (at - 1, true, former) } else { (at, false, former) }
    }

    /// Reads one modifier at `at`; gives where it ends.
    fn modifier(&self, p: &mut Phrase, at: usize, end: usize) -> usize {
        let world = World::get();
        if !self.covered(at) {
            let states = self.words.words[at].class.is_small().then(|| world.states_of(self.words.words[at].fold));
            if let Some(states) = states.filter(|s| !s.is_empty()) {
                p.states.extend_from_slice(states);
                return at + 1;
            }
            if self.is(at, PersonWord::OfficeAdjective | PersonWord::Incumbent) {
                return at + 1;
            }
        }
        let mut j = at;
        // "le" and "the" begin a name: `le quotidien Le Matin`.
        let begins = |i: usize| {
            self.is(i, Grammar::Article) && self.is(i, Grammar::MasculineDeterminer)
                || self.is(i, Grammar::SeparableArticle)
        };
        while j < end && j < at + 3 && self.is(j, LINK) && !begins(j) {
            j += 1;
        }
        if j == at || j >= end {
            return at;
        }
        if self.covered(j) {
            let id = self.entity[j] as usize - 1;
            let to = (self.end[j] as usize).max(j + 1);
            if self.kinds.get(id) == Some(&EntityKind::Person) {
                return at;
            }
            let key = world::key(self.words.words[j..to].iter().map(|w| w.fold));
            let state =
                world.form_of(key).flatten().filter(|e| world.is_state(*e)).or_else(|| world.state_of_capital(key));
            match state {
                Some(s) => p.states.push(s),
                None => p.office = hash_word(self.folded[j..to].join(" ").as_bytes()),
            }
            return to;
        }
        if self.is(j, PlaceWord::Republic) {
            return j + 1;
        }
        let office = self.is(at, OF)
            && !p.organisation
            && p.office == 0
            && self.words.words[j].class <= WordClass::SmallMixed
            && self.word(j).chars().count() > 3;
        if !office {
            return at;
        }
        let mut to = j + 1;
        // "des Affaires étrangères", "de l’Action publique".
        if to < end
            && self.words.words[j].class.is_capital()
            && self.words.words[to].class == WordClass::Small
            && self.is_plural(to)
            && self.is_plural(j)
        {
            to += 1;
        }
        p.office = hash_word(self.folded[j..to].join(" ").as_bytes());
        to
    }

    /// The name that a description stands beside: behind it, or before it
    /// with a comma.
    pub(super) fn name_beside(&self, p: &Phrase) -> Option<usize> {
        let fits = |i: usize| {
            let id = (*self.entity.get(i)?).checked_sub(1)? as usize;
            let kind = *self.kinds.get(id).filter(|_| !self.shared.contains(&i))?;
            let good = if p.organisation { kind == EntityKind::Organisation } else { kind == EntityKind::Person };
            good.then_some(id)
        };
        let begins = |i: usize| self.end.get(i).is_some_and(|e| *e > 0);
        let sign = |i: usize| self.text_of(i);
        if begins(p.to)
            && let Some(id) = fits(p.to)
        {
            return Some(id);
        }
        // `le collectif « La Mer en colère »`.
        if matches!(sign(p.to), "«" | "“" | "\"")
            && begins(p.to + 1)
            && let Some(id) = fits(p.to + 1)
        {
            return Some(id);
        }
        if sign(p.to) == "," && begins(p.to + 1) {
            let after = self.end[p.to + 1] as usize;
            if matches!(sign(after), "," | ")" | "." | "")
                && let Some(id) = fits(p.to + 1)
            {
                return Some(id);
            }
        }
        let before = p.from.checked_sub(1)?;
        if matches!(sign(before), "," | "(") && !(p.definite && self.acts(p)) {
            return fits(before.checked_sub(1)?);
        }
        None
    }

    /// `Roz est sans doute le leader`: what somebody of the same sentence is.
    pub(super) fn is_predicate(&self, p: &Phrase) -> bool {
        /// Adverbs between the verb and what it says.
        const ADVERBS: usize = 3;
        let small = |i: &usize| self.words.words[*i].class.is_small() && !self.is(*i, LINK);
        let mut before = (p.from.saturating_sub(ADVERBS + 1)..p.from).rev().take_while(small);
        before.any(|i| self.is(i, ClauseWord::Copula))
    }

    /// `Après Ana Roz, le boxeur a perdu`: the description is the subject of a
    /// verb, and stands beside no name.
    fn acts(&self, p: &Phrase) -> bool {
        /// Words between a subject and its verb.
        const APART: usize = 24;
        let sentence = self.words.sentences.partition_point(|s| s.1 <= p.from);
        let end = self.words.sentences.get(sentence).map_or(p.to, |s| s.1.min(p.to + APART));
        let verb = SyntaxWord::Auxiliary | SyntaxWord::Reflexive | SyntaxWord::Negation;
        let closes = |i: usize| {
            matches!(self.text_of(i), "," | ")" | ";" | ":" | "." | "!" | "?")
                || self.is(i, SyntaxWord::RelativePronoun | SyntaxWord::RelativeAdverb)
        };
        let first = (p.to..end).find(|&i| closes(i) || self.is(i, verb));
        first.is_some_and(|i| !closes(i))
    }

    fn is_plural(&self, i: usize) -> bool {
        lang::any(|l| l.is_plural(self.word(i)))
    }

    fn text_of(&self, i: usize) -> &'t str {
        self.words.words.get(i).map_or("", |w| w.span.of(self.text))
    }
}

/// What a title leads.
fn leads(title: &str) -> Option<PersonWord> {
    let tags = Tags::of_folded(title);
    [PersonWord::HeadOfState, PersonWord::HeadOfGovernment].into_iter().find(|c| tags.is(*c))
}

fn group(title: &str) -> u64 {
    hash_word(leads(title).map_or(title, |c| c.name()).as_bytes())
}

/// The masculine form of a folded title, as far as its ending tells.
fn masculine(word: &str) -> String {
    lang::all().find_map(|l| l.masculine(word)).unwrap_or_else(|| word.to_owned())
}
