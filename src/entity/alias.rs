//! The mentions of one document joined into entities, with the reason for
//! every form.

use super::gazetteer::list;
use super::name::{Name, reason};
use super::page::{Draft, Page};
use super::rules::Links;
use super::types::{Entity, EntityKind, Form, Mention};
use super::words::WordClass;
use crate::lang::{Grammar, PersonWord, SpeakerNoun};
use crate::text::fold;
use crate::text::squeezed;
use crate::words::Plain;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The least margin of a name that is believed. On annotated articles that the
/// model never saw it parts names right in about nineteen of twenty from names
/// right in six of ten.
const SURE: f32 = 2.4;

/// One spelling with its mentions.
struct Spelling {
    kind: EntityKind,
    name: Name,
    surface: String,
    /// The spelling of every mention, until the usual one is known.
    surfaces: Vec<String>,
    mentions: Vec<Mention>,
    /// Word range of the first mention.
    first: (usize, usize),
    entry: Option<u32>,
    cited: bool,
    /// A given name whose bearer was introduced by it alone.
    introduced: bool,
}

/// Spellings that are one entity.
#[derive(Default)]
struct Cluster {
    nodes: Vec<(usize, Plain, bool)>,
    count: usize,
}

/// Joins the drafts of a page.
pub(super) fn entities(page: &Page<'_>, links: &Links) -> Vec<Entity> {
    let nodes = nodes(page);
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    // Longest names first, so that short forms find them.
    order.sort_by_key(|&i| {
        let n = &nodes[i];
        (
            n.name.starts_with_initial(),
            std::cmp::Reverse(n.name.words.len()),
            std::cmp::Reverse(n.mentions.len()),
            n.first,
        )
    });
    let mut book = Book::default();
    for i in order {
        book.place(&nodes, i);
    }
    book.explain(&nodes, links, page);
    let mut out: Vec<Entity> =
        book.clusters.iter().filter(|c| !c.nodes.is_empty()).map(|c| entity(&nodes, c)).collect();
    out.sort_by_key(|e| (std::cmp::Reverse(e.mentions.len()), e.mentions.first().map(|m| m.span)));
    out
}

fn nodes(page: &Page<'_>) -> Vec<Spelling> {
    let mut nodes: Vec<Spelling> = Vec::new();
    let mut by_fold: HashMap<(EntityKind, String, bool), usize> = HashMap::new();
    let drafts = page.drafts();
    let mut introductions = Introductions::of(page, &drafts);
    for d in drafts {
        let span = page.span(d.from, d.to);
        let town = (d.kind == EntityKind::Place).then(|| page.with_article(d.from, d.to)).flatten();
        let known = || d.entry.and_then(|entry| page.known_with_article(d.from, d.to, entry));
        let whole = town.or_else(known);
        let surface = whole.as_deref().unwrap_or_else(|| span.of(page.text));
        let folded = fold(surface).trim().to_owned();
        let doubtful = page.is_doubtful(d, SURE);
        let mention = Mention { span, rule: d.rule, doubtful };
        let introduced = introductions.take(page, &d, &folded);
        let at = *by_fold.entry((d.kind, folded, introduced)).or_insert(nodes.len());
        if at == nodes.len() {
            nodes.push(Spelling {
                kind: d.kind,
                name: Name::new(surface),
                surface: String::new(),
                surfaces: Vec::new(),
                mentions: Vec::new(),
                first: (d.from, d.to),
                entry: d.entry,
                cited: false,
                introduced,
            });
        }
        nodes[at].surfaces.push(normal(surface));
        nodes[at].mentions.push(mention);
        nodes[at].cited |= d.cited;
        nodes[at].entry = nodes[at].entry.or(d.entry);
    }
    for n in &mut nodes {
        n.surface = most_frequent(std::mem::take(&mut n.surfaces).into_iter());
    }
    nodes
}

/// Whom a text introduces by a given name that is the surname of somebody else in it: `Philippe,
/// un livreur` and `le roi Philippe`, beside `Édouard Philippe`; or the given name of somebody
/// whom it names in full and does not introduce: `Philippe, 49 ans`, beside `Philippe Roz`.
struct Introductions {
    surnames: HashSet<String>,
    given_names: HashSet<String>,
    made: HashSet<String>,
}

impl Introductions {
    /// The names of the people whom a page names in full.
    fn of(page: &Page<'_>, drafts: &[Draft]) -> Self {
        let full = || drafts.iter().filter(|d| d.kind == EntityKind::Person && d.to - d.from >= 2);
        let word = |k: usize| fold(page.spelling(k)).trim().to_owned();
        let introduced: HashSet<String> = full().filter(|d| is_described(page, d.to)).map(|d| word(d.from)).collect();
        let given_names = full().map(|d| word(d.from)).filter(|name| !introduced.contains(name)).collect();
        Self { surnames: full().map(|d| word(d.to - 1)).collect(), given_names, made: HashSet::new() }
    }

    /// True when a mention introduces such a person or comes after it.
    fn take(&mut self, page: &Page<'_>, d: &Draft, folded: &str) -> bool {
        let surname = self.surnames.contains(folded);
        let alone = d.kind == EntityKind::Person && d.to - d.from == 1;
        let before = page.before(d.from);
        let named = surname || self.given_names.contains(folded);
        if !alone || !named || before.is_some_and(|b| page.is(b, PersonWord::Honorific)) {
            return false;
        }
        let given = page.word(d.from).is_some_and(|w| w.own & list::GIVEN != 0);
        let titled = surname && before.is_some_and(|b| page.is(b, PersonWord::GivenNameTitle));
        if given && (titled || is_described(page, d.to)) {
            self.made.insert(folded.to_owned());
        }
        self.made.contains(folded)
    }
}

/// True where a comma and an age or a word for a person follow: `, 34 ans`, `, une infirmière`,
/// `, un livreur de 44 ans`.
fn is_described(page: &Page<'_>, comma: usize) -> bool {
    let who = comma + 1 + usize::from(page.is(comma + 1, Grammar::IndefiniteArticle));
    let aged = |k: usize| page.class(k) == WordClass::Day && page.is(k + 1, PersonWord::YearOfAge);
    let of_age = || page.class(who).is_small() && page.is(who + 1, Grammar::Genitive) && aged(who + 2);
    page.spelling(comma) == ","
        && page.together(comma - 1, who + 1)
        && (aged(who) || page.is(who, SpeakerNoun::Person) || of_age())
}

/// White space as single spaces, without the marks of where a word may be divided.
fn normal(surface: &str) -> String {
    squeezed(&surface.replace('\u{ad}', ""))
}

/// The most frequent spelling; capitals only when there is nothing else.
fn most_frequent(surfaces: impl Iterator<Item = String>) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (i, s) in surfaces.enumerate() {
        first.entry(s.clone()).or_insert(i);
        *counts.entry(s).or_insert(0) += 1;
    }
    let shouted = |s: &str| s.chars().count() > 5 && !s.chars().any(char::is_lowercase);
    counts
        .into_iter()
        .min_by_key(|(s, n)| (shouted(s), std::cmp::Reverse(*n), first.get(s).copied()))
        .map_or_else(String::new, |(s, _)| s)
}

/// Keys under which clusters are found.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Joined(EntityKind, String),
    Sound(EntityKind, String),
    Sorted(String),
    Ends(String, String),
    /// The last words of a person's full name.
    Tail(String),
    /// The first word of a person's full name.
    Head(String),
    Initials(EntityKind, String),
    /// The first word of an organisation's name.
    OrgHead(String),
    /// The name of a place behind the noun that says what it is: `parc Monceau`.
    Behind(String),
    Entry(u32),
}

#[derive(Default)]
struct Book {
    clusters: Vec<Cluster>,
    keys: HashMap<Key, Vec<usize>>,
    cluster_of: HashMap<usize, usize>,
}

impl Book {
    fn at(&self, key: &Key) -> &[usize] {
        self.keys.get(key).map_or(&[], Vec::as_slice)
    }

    fn one(&self, key: &Key) -> Option<usize> {
        self.at(key).first().copied()
    }

    /// Puts a spelling with the entity it belongs to, or starts one.
    fn place(&mut self, nodes: &[Spelling], i: usize) {
        let n = &nodes[i];
        let home = if n.introduced { None } else { self.home(nodes, n) };
        let (at, why, doubtful) = home.unwrap_or_else(|| {
            self.clusters.push(Cluster::default());
            (self.clusters.len() - 1, reason::NAME, false)
        });
        self.clusters[at].nodes.push((i, why, doubtful));
        self.clusters[at].count += n.mentions.len();
        self.cluster_of.insert(i, at);
        if !doubtful && !n.introduced {
            self.register(n, at, why);
        }
    }

    fn home(&self, nodes: &[Spelling], n: &Spelling) -> Option<(usize, Plain, bool)> {
        let sure = |at: Option<usize>, why| at.map(|c| (c, why, false));
        let found = sure(n.entry.and_then(|e| self.one(&Key::Entry(e))), reason::KNOWN)
            .or_else(|| sure(self.one(&Key::Joined(n.kind, n.name.joined())), reason::LETTERS));
        if found.is_some() {
            return found;
        }
        let sound = n.name.sound();
        let by_sound = || {
            let comparable = matches!(n.kind, EntityKind::Person | EntityKind::Place) && !sound.is_empty();
            comparable.then(|| self.one(&Key::Sound(n.kind, sound.clone()))).flatten()
        };
        match n.kind {
            EntityKind::Person => sure(by_sound(), reason::SOUND).or_else(|| self.person(nodes, n)),
            EntityKind::Place => sure(by_sound(), reason::SOUND).or_else(|| self.place_behind(n)),
            _ => self.organisation(n),
        }
    }

    fn person(&self, nodes: &[Spelling], n: &Spelling) -> Option<(usize, Plain, bool)> {
        let words = &n.name.words;
        if words.len() >= 2 {
            if let Some(c) = self.one(&Key::Sorted(n.name.sorted())) {
                return Some((c, reason::ORDER, false));
            }
            if n.name.starts_with_initial() {
                let fits: Vec<usize> = self
                    .at(&Key::Tail(n.name.last().to_owned()))
                    .iter()
                    .copied()
                    .filter(|c| self.clusters[*c].nodes.iter().any(|(j, ..)| nodes[*j].name.fits_initials(&n.name)))
                    .collect();
                if let Some(c) = fits.first() {
                    return Some((*c, reason::INITIALS, fits.len() > 1));
                }
            }
            if let Some(c) = self.one(&Key::Ends(words[0].clone(), n.name.last().to_owned())) {
                return Some((c, reason::SHORT, false));
            }
            let typo = |c: &&usize| {
                let first = self.clusters[**c].nodes.first().map(|(j, ..)| &nodes[*j].name);
                first.is_some_and(|o| o.words.len() == words.len() && one_letter_apart(o.last(), n.name.last()))
            };
            if words.len() == 2
                && let Some(c) = self.at(&Key::Head(words[0].clone())).iter().find(typo)
            {
                return Some((*c, reason::SPELLING, false));
            }
        }
        let tails = self.at(&Key::Tail(words.join(" ")));
        let heads = if words.len() == 1 { self.at(&Key::Head(words[0].clone())) } else { &[] };
        let family_first =
            |c: usize| self.clusters[c].nodes.first().is_some_and(|(j, ..)| nodes[*j].name.puts_family_first());
        let mut candidates: Vec<(usize, Plain)> = tails.iter().map(|c| (*c, reason::SURNAME)).collect();
        for c in heads.iter().filter(|c| !tails.contains(c)) {
            if family_first(*c) {
                candidates.push((*c, reason::FAMILY_FIRST));
            } else if tails.is_empty() {
                candidates.push((*c, reason::GIVEN));
            }
        }
        // Of two as frequent the one named last before.
        let named = |c: usize| {
            let first = self.clusters[c].nodes.iter().map(|(j, ..)| nodes[*j].first).min();
            first.filter(|f| *f < n.first)
        };
        candidates.sort_by_key(|(c, _)| (std::cmp::Reverse((self.clusters[*c].count, named(*c))), *c));
        let (best, why) = *candidates.first()?;
        if candidates.len() == 1 {
            return Some((best, why, false));
        }
        Some((best, reason::SHARED, true))
    }

    /// A place that the text also names with what it is; a town may have lent it its name.
    fn place_behind(&self, n: &Spelling) -> Option<(usize, Plain, bool)> {
        match self.at(&Key::Behind(n.name.joined())) {
            [c] => Some((*c, reason::SHORT, true)),
            _ => None,
        }
    }

    fn organisation(&self, n: &Spelling) -> Option<(usize, Plain, bool)> {
        if n.name.words.len() != 1 {
            return None;
        }
        let word = &n.name.words[0];
        let capitals = n.surface.chars().all(|c| c.is_uppercase() || c == '.' || c == '-');
        if capitals && word.len() >= 2 {
            let letters: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
            return self.one(&Key::Initials(n.kind, letters)).map(|c| (c, reason::ACRONYM, false));
        }
        match self.at(&Key::OrgHead(word.clone())) {
            [c] if n.kind == EntityKind::Organisation => Some((*c, reason::SHORT, false)),
            _ => None,
        }
    }

    fn register(&mut self, n: &Spelling, at: usize, why: Plain) {
        let mut keys = vec![Key::Joined(n.kind, n.name.joined())];
        keys.extend(n.entry.map(Key::Entry));
        let sound = n.name.sound();
        if !sound.is_empty() {
            keys.push(Key::Sound(n.kind, sound));
        }
        let noun = n.surface.split_once(' ').filter(|(noun, _)| noun.starts_with(char::is_lowercase));
        if let (EntityKind::Place, Some((_, name))) = (n.kind, noun)
            && name.starts_with(char::is_uppercase)
        {
            keys.push(Key::Behind(Name::new(name).joined()));
        }
        let words = &n.name.words;
        if n.kind == EntityKind::Person && words.len() >= 2 {
            keys.push(Key::Sorted(n.name.sorted()));
            keys.push(Key::Ends(words[0].clone(), n.name.last().to_owned()));
            keys.extend((1..words.len()).rev().take(3).map(|i| Key::Tail(words[i..].join(" "))));
            if !n.name.starts_with_initial() {
                keys.push(Key::Head(words[0].clone()));
            }
        }
        if n.kind != EntityKind::Person && words.len() >= 2 && why != reason::ACRONYM {
            let all: String = words.iter().filter_map(|w| w.chars().next()).collect();
            let strong: String = words.iter().filter(|w| w.len() > 3).filter_map(|w| w.chars().next()).collect();
            if all.len() >= 2 {
                keys.push(Key::Initials(n.kind, all.clone()));
            }
            if strong.len() >= 2 && strong != all {
                keys.push(Key::Initials(n.kind, strong));
            }
            if n.kind == EntityKind::Organisation && words[0].len() > 4 {
                keys.push(Key::OrgHead(words[0].clone()));
            }
        }
        for k in keys {
            let list = self.keys.entry(k).or_default();
            if !list.contains(&at) && list.len() < 16 {
                list.push(at);
            }
        }
    }

    /// Joins the forms that the text explains in brackets.
    fn explain(&mut self, nodes: &[Spelling], links: &Links, page: &Page<'_>) {
        let mut at: HashMap<(EntityKind, String), usize> = HashMap::new();
        for (i, n) in nodes.iter().enumerate() {
            at.insert((n.kind, n.name.joined()), i);
        }
        for &(long, short) in links {
            let node = |r: (usize, usize)| {
                let d = page.covering(r.0).filter(|d| (d.from, d.to) == r)?;
                at.get(&(d.kind, Name::new(page.surface(r.0, r.1)).joined())).copied()
            };
            let (Some(l), Some(s)) = (node(long), node(short)) else { continue };
            let (Some(&a), Some(&b)) = (self.cluster_of.get(&l), self.cluster_of.get(&s)) else { continue };
            if a == b {
                continue;
            }
            let moved = std::mem::take(&mut self.clusters[b].nodes);
            for (j, why, doubtful) in moved {
                self.cluster_of.insert(j, a);
                let why = if why == reason::NAME { reason::BRACKETS } else { why };
                self.clusters[a].nodes.push((j, why, doubtful));
            }
        }
    }
}

/// True for two longer words that differ by one letter written otherwise:
/// `Boonen`, `Bonnen`.
fn one_letter_apart(a: &str, b: &str) -> bool {
    let count = a.chars().count();
    count >= 5 && count == b.chars().count() && a.chars().zip(b.chars()).filter(|(x, y)| x != y).count() == 1
}

fn entity(nodes: &[Spelling], cluster: &Cluster) -> Entity {
    let kind = nodes[cluster.nodes[0].0].kind;
    let mut forms: Vec<Form> = Vec::new();
    let mut mentions = Vec::new();
    let mut cited = false;
    for (i, why, doubtful) in &cluster.nodes {
        let n = &nodes[*i];
        cited |= n.cited;
        mentions.extend(n.mentions.iter().cloned());
        forms.push(Form { surface: n.surface.clone(), count: n.mentions.len(), reason: *why, doubtful: *doubtful });
    }
    mentions.sort_by_key(|m| m.span);
    let shouted = |s: &str| s.chars().count() > 5 && !s.chars().any(char::is_lowercase);
    let best = cluster.nodes.iter().enumerate().filter(|(_, (.., doubtful))| !doubtful).max_by_key(|(at, (i, ..))| {
        let n = &nodes[*i];
        let words =
            if kind == EntityKind::Person && !n.name.starts_with_initial() { n.name.words.len().min(3) } else { 0 };
        (words, !shouted(&n.surface), n.mentions.len(), std::cmp::Reverse(*at))
    });
    let name = best.map_or_else(String::new, |(at, _)| forms[at].surface.clone());
    forms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.surface.cmp(&b.surface)));
    Entity { name, kind, cited, forms, mentions }
}
