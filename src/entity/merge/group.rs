//! Which names of the corpus are one: every rule finds its partners through a
//! key, so that nothing is compared with everything.

use super::decisions::{Decisions, NameKey};
use super::node::{Node, usual};
use crate::entity::name::{Name, reason};
use crate::entity::types::EntityKind;
use crate::entity::world::World;
use crate::words::Plain;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A name to group.
pub(super) struct Subject<'n> {
    key: &'n NameKey,
    name: Name,
    surface: String,
    mentions: usize,
    documents: Vec<crate::corpus::DocKey>,
    /// Forms that documents spell out beside it, and how many do.
    spelt_out: Vec<(&'n str, usize)>,
}

impl<'n> Subject<'n> {
    /// A name with what the index knows.
    pub(super) fn new(key: &'n NameKey, node: &'n Node) -> Self {
        let mentions = node.documents.values().map(|(_, n)| n).sum();
        let documents = node.documents.keys().copied().collect();
        let surface = usual(&node.surfaces);
        let spelt_out = node.forms.iter().filter(|(f, form)| form.spelt_out > 0 && **f != key.folded);
        let spelt_out = spelt_out.map(|(f, form)| (f.as_str(), form.spelt_out)).collect();
        Self { key, name: Name::new(&surface), surface, mentions, documents, spelt_out }
    }
}

/// A name of a group; the first one gives the group its name.
pub(super) struct Member {
    /// Index of the subject.
    pub(super) name: usize,
    /// Why it belongs.
    pub(super) reason: Plain,
    /// Held back until the reader agrees.
    pub(super) doubtful: bool,
}

/// Groups as lists of members, each subject in one group.
pub(super) fn groups(subjects: &[Subject<'_>], decisions: &Decisions) -> Vec<Vec<Member>> {
    let mut forest = Forest::new(subjects, decisions);
    forest.reader(decisions);
    forest.by_key(reason::KNOWN, |s| {
        let entry = World::get().entry_of(&s.surface)?;
        Some(format!("{:?} {entry}", s.key.kind))
    });
    forest.by_key(reason::LETTERS, |s| Some(format!("{:?} {}", s.key.kind, s.name.joined())));
    forest.by_key(reason::SOUND, |s| {
        let sound = s.name.sound();
        let apt = matches!(s.key.kind, EntityKind::Person) && s.name.words.len() >= 2 && !sound.is_empty();
        apt.then(|| sound.clone())
    });
    forest.by_key(reason::ORDER, |s| {
        (s.key.kind == EntityKind::Person && s.name.words.len() >= 2).then(|| s.name.sorted())
    });
    forest.spelt_out();
    forest.shorter();
    forest.finish()
}

/// Union by rank of mention: the most mentioned, fullest name leads.
struct Forest<'s> {
    subjects: &'s [Subject<'s>],
    parent: Vec<usize>,
    why: Vec<(Plain, bool)>,
    apart: HashMap<usize, BTreeSet<usize>>,
}

impl<'s> Forest<'s> {
    fn new(subjects: &'s [Subject<'s>], decisions: &Decisions) -> Self {
        let at: BTreeMap<&NameKey, usize> = subjects.iter().enumerate().map(|(i, s)| (s.key, i)).collect();
        let mut apart: HashMap<usize, BTreeSet<usize>> = HashMap::new();
        for (a, b) in &decisions.split {
            if let (Some(&a), Some(&b)) = (at.get(a), at.get(b)) {
                apart.entry(a).or_default().insert(b);
                apart.entry(b).or_default().insert(a);
            }
        }
        Self {
            subjects,
            parent: (0..subjects.len()).collect(),
            why: vec![(reason::NAME, false); subjects.len()],
            apart,
        }
    }

    fn root(&self, mut i: usize) -> usize {
        while self.parent[i] != i {
            i = self.parent[i];
        }
        i
    }

    /// How well a name leads a group: words, then mentions.
    fn rank(&self, i: usize) -> (bool, usize, usize, std::cmp::Reverse<&'s NameKey>) {
        let s = &self.subjects[i];
        let words = if s.key.kind == EntityKind::Person { s.name.words.len().min(3) } else { 0 };
        (!s.name.starts_with_initial(), words, s.mentions, std::cmp::Reverse(s.key))
    }

    /// Joins two groups unless the reader split a pair of them.
    fn join(&mut self, a: usize, b: usize, why: Plain, doubtful: bool) {
        let (ra, rb) = (self.root(a), self.root(b));
        if ra == rb || self.is_split(ra, rb) {
            return;
        }
        let (lead, other) = if self.rank(ra) >= self.rank(rb) { (ra, rb) } else { (rb, ra) };
        self.put_under(lead, other, (why, doubtful));
    }

    /// Makes one root the name of another's group too.
    fn put_under(&mut self, lead: usize, other: usize, why: (Plain, bool)) {
        self.parent[other] = lead;
        self.why[other] = why;
    }

    fn is_split(&self, ra: usize, rb: usize) -> bool {
        // Splits are the reader's own, so there are few.
        self.apart.iter().any(|(x, ys)| {
            let rx = self.root(*x);
            (rx == ra || rx == rb) && ys.iter().any(|y| self.root(*y) == if rx == ra { rb } else { ra })
        })
    }

    fn reader(&mut self, decisions: &Decisions) {
        let at: BTreeMap<&NameKey, usize> = self.subjects.iter().enumerate().map(|(i, s)| (s.key, i)).collect();
        for (a, b) in &decisions.merged {
            if let (Some(&a), Some(&b)) = (at.get(a), at.get(b)) {
                self.join(a, b, reason::READER, false);
            }
        }
    }

    /// Joins all subjects with the same key.
    fn by_key(&mut self, why: Plain, key: impl Fn(&Subject<'_>) -> Option<String>) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (i, s) in self.subjects.iter().enumerate() {
            if let Some(k) = key(s).filter(|k| !k.is_empty()) {
                match first.get(&k) {
                    Some(&j) => self.join(j, i, why, false),
                    None => {
                        first.insert(k, i);
                    }
                }
            }
        }
    }

    /// First letters and other short forms that stand alone in some documents and beside the
    /// whole name in others: `RN`, where several write `Rassemblement national (RN)` and
    /// next to none spells the letters out otherwise. Held back where one document does.
    fn spelt_out(&mut self) {
        /// Documents that have to spell it out.
        const SEVERAL: usize = 2;
        /// One in so many may spell it out otherwise.
        const OTHERWISE: usize = 10;
        let mut long: HashMap<(EntityKind, &str), Vec<(usize, usize)>> = HashMap::new();
        for (i, s) in self.subjects.iter().enumerate().filter(|(_, s)| s.key.kind != EntityKind::Person) {
            for (form, documents) in &s.spelt_out {
                long.entry((s.key.kind, form)).or_default().push((i, *documents));
            }
        }
        for (i, s) in self.subjects.iter().enumerate() {
            let Some(names) = long.get(&(s.key.kind, s.key.folded.as_str())) else { continue };
            let mut by_root: BTreeMap<usize, usize> = BTreeMap::new();
            for (name, documents) in names {
                *by_root.entry(self.root(*name)).or_default() += documents;
            }
            let all: usize = by_root.values().sum();
            let Some((&best, &most)) = by_root.iter().max_by_key(|(root, n)| (**n, self.rank(**root))) else {
                continue;
            };
            let own = self.root(i);
            if (all - most) * OTHERWISE <= all && own != best && !self.is_split(own, best) {
                self.put_under(best, own, (reason::ACRONYM, most < SEVERAL));
            }
        }
    }

    /// Initials and bare surnames of people: joined when one person bears
    /// them, held back when several do, when nothing else speaks for it, or when the word is a
    /// given name more often: `Philippe` need not be Édouard Philippe.
    fn shorter(&mut self) {
        let mut by_last: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut given: BTreeMap<&str, usize> = BTreeMap::new();
        for (i, s) in self.subjects.iter().enumerate() {
            if s.key.kind == EntityKind::Person && s.name.words.len() >= 2 && !s.name.starts_with_initial() {
                by_last.entry(s.name.last()).or_default().push(i);
                *given.entry(&s.name.words[0]).or_default() += 1;
                if s.name.puts_family_first() {
                    by_first.entry(&s.name.words[0]).or_default().push(i);
                }
            }
        }
        for (i, s) in self.subjects.iter().enumerate() {
            if s.key.kind != EntityKind::Person {
                continue;
            }
            let initials = s.name.starts_with_initial() && s.name.words.len() >= 2;
            if s.name.words.len() != 1 && !initials {
                continue;
            }
            let (list, why) = match (by_last.get(s.name.last()), by_first.get(s.name.words[0].as_str())) {
                (Some(l), _) => (l, if initials { reason::INITIALS } else { reason::SURNAME }),
                (None, Some(l)) if !initials => (l, reason::FAMILY_FIRST),
                _ => continue,
            };
            let mut people: Vec<usize> = Vec::new();
            for &j in list.iter().take(64) {
                let fits = !initials || self.subjects[j].name.fits_initials(&s.name);
                let root = self.root(j);
                if fits && root != self.root(i) && !people.contains(&root) {
                    people.push(root);
                }
            }
            people.sort_by_key(|p| std::cmp::Reverse(self.rank(*p)));
            let Some(&best) = people.first() else { continue };
            // A document that names the surname and the full name has joined
            // them itself; what is left stands alone somewhere, and may be
            // anybody of that name.
            let seldom = !initials && self.subjects[best].documents.len() < 2;
            let given = given.get(s.name.words[0].as_str()).is_some_and(|n| *n > list.len());
            let doubtful = people.len() > 1 || seldom || why == reason::SURNAME && given;
            self.join(i, best, why, doubtful);
        }
    }

    fn finish(self) -> Vec<Vec<Member>> {
        let mut out: BTreeMap<usize, Vec<Member>> = BTreeMap::new();
        for i in 0..self.subjects.len() {
            let root = self.root(i);
            let (mut reason, mut doubtful) = self.why[i];
            if i == root {
                (reason, doubtful) = (reason::NAME, false);
            } else {
                // Held back as long as any link on the way to the head is.
                let mut j = self.parent[i];
                while j != root {
                    doubtful |= self.why[j].1;
                    j = self.parent[j];
                }
            }
            out.entry(root).or_default().push(Member { name: i, reason, doubtful });
        }
        for (root, members) in &mut out {
            members.sort_by_key(|m| (m.name != *root, m.name));
        }
        out.into_values().collect()
    }
}
