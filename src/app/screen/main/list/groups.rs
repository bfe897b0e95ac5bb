//! [`Groups`]: the documents of the list, parted into groups and put into
//! order. Made anew when something is added, judged or filtered, for any number
//! of documents: nothing is copied that can be looked up.

use crate::app::screen::main::list::order::{Grouping, Sort};
use crate::app::view;
use crate::corpus::DocId;
use crate::job::{CardIndex, StoryBook, StoryList};
use crate::triage::State;
use crate::words::{Lang, date, msg};
use foldhash::fast::FixedState;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What a group is, the same before and after a rebuild.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKey {
    /// An outlet; `None`: unknown.
    Source(Option<String>),
    /// A day; `None`: no date.
    Day(Option<jiff::civil::Date>),
    /// A story by its lasting id.
    Story(String),
    /// Pieces that belong to no story.
    Alone,
    /// A triage state.
    State(u8),
}

/// A table by document; their numbers are no secret, so any hash will do.
pub(crate) type ByDocument<T> = HashMap<DocId, T, FixedState>;

/// A number for every document: none but for those that were given one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Numbers(Vec<u32>);

impl Numbers {
    const NONE: u32 = u32::MAX;

    pub(super) fn clear(&mut self, documents: usize) {
        self.0.clear();
        self.0.resize(documents, Self::NONE);
    }

    pub(super) fn set(&mut self, id: DocId, number: usize) {
        if let Some(place) = self.0.get_mut(id.index()) {
            *place = number as u32;
        }
    }

    pub(super) fn get(&self, id: DocId) -> Option<usize> {
        self.0.get(id.index()).filter(|n| **n != Self::NONE).map(|n| *n as usize)
    }
}

/// What the list is built from.
pub struct Sources<'a> {
    /// What is known of every document.
    pub cards: &'a CardIndex,
    /// Stories, and which document is in which.
    pub stories: &'a Arc<StoryList>,
    /// State and read flag of those of which something was said.
    pub statuses: &'a ByDocument<(State, bool)>,
    /// By document, the text that it prints when others print it too, else [`StoryBook::ALONE`].
    pub texts: &'a [u32],
    /// How many documents the catalogue knew when the corpus was opened: those
    /// behind them are new since the last look. `None` where it knew nothing.
    pub known: Option<usize>,
    /// Stories are still being looked for: who has none may get one.
    pub coming: bool,
    /// Which documents pass the filter.
    pub passes: &'a dyn Fn(DocId) -> bool,
}

/// What a group is, in the numbers of what it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Head {
    /// Place in [`Groups::outlets`].
    Source(u32),
    /// As [`CardIndex::day`] tells it, with the day that it is.
    Day(i32, Option<Date>),
    /// Number of the story.
    Story(u32),
    Alone,
    State(State),
}

/// A group, and where its documents stand.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Group {
    head: Head,
    first: u32,
    count: u32,
    /// Those that are still to be read or judged.
    left: u32,
    /// Those that are new since the last look.
    fresh: u32,
    /// Documents that print the text of another one.
    copies: u32,
    /// The latest of their days, as [`CardIndex::day`] tells it.
    newest: i32,
    /// The earliest of their days, and a document of it.
    oldest: Option<(i32, DocId)>,
    /// A document of the latest day.
    newest_in: DocId,
}

impl Group {
    /// One that is empty and will have this document.
    fn new(head: Head, id: DocId) -> Self {
        let newest = i32::MIN;
        Self { head, first: 0, count: 0, left: 0, fresh: 0, copies: 0, newest, oldest: None, newest_in: id }
    }

    /// Takes up the day of a document.
    fn dated(&mut self, day: i32, id: DocId) {
        if day > self.newest {
            (self.newest, self.newest_in) = (day, id);
        }
        if day != i32::MIN && self.oldest.is_none_or(|(oldest, _)| day < oldest) {
            self.oldest = Some((day, id));
        }
    }
}

/// Groups in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    all: Vec<Group>,
    /// The documents of all groups, one behind the other.
    documents: Vec<DocId>,
    stories: Arc<StoryList>,
    coming: bool,
    outlets: Vec<Option<String>>,
    /// The document that stands for the text of a copy; its copies stand
    /// behind it.
    copy_of: Numbers,
    group_of: Numbers,
    place_of: Numbers,
}

/// The documents that are shown, for each the place of its group, and the
/// places of the groups, which are not in order yet.
struct Parted {
    ids: Vec<DocId>,
    groups: Vec<u32>,
    order: Vec<u32>,
}

/// One group.
#[derive(Clone, Copy, Debug)]
pub struct GroupRef<'g> {
    groups: &'g Groups,
    group: &'g Group,
}

impl<'g> GroupRef<'g> {
    /// Its identity.
    pub fn key(self) -> GroupKey {
        match self.group.head {
            Head::Source(n) => GroupKey::Source(self.groups.outlets.get(n as usize).cloned().flatten()),
            Head::Day(_, day) => GroupKey::Day(day),
            Head::Story(_) => GroupKey::Story(self.story().unwrap_or_default().to_owned()),
            Head::Alone => GroupKey::Alone,
            Head::State(state) => GroupKey::State(state as u8),
        }
    }

    /// The lasting id of the story that it is.
    pub fn story(self) -> Option<&'g str> {
        match self.group.head {
            Head::Story(n) => self.groups.stories.get(n as usize).map(|s| s.id),
            _ => None,
        }
    }

    /// As shown.
    pub fn label(self, lang: Lang) -> Cow<'g, str> {
        match self.group.head {
            Head::Source(n) => {
                let outlet = self.groups.outlets.get(n as usize).and_then(Option::as_deref);
                outlet.unwrap_or(lang.text(msg::PICKER_UNKNOWN)).into()
            }
            Head::Day(_, Some(day)) => lang.say(date::long(day)).into(),
            Head::Day(_, None) => lang.text(msg::UI_NO_DATE).into(),
            Head::Story(n) => self.groups.stories.get(n as usize).map_or("", |s| s.title).into(),
            Head::Alone if self.groups.coming => lang.text(msg::GROUPS_STORIES_COMING).into(),
            Head::Alone => lang.text(msg::GROUPS_ON_THEIR_OWN).into(),
            Head::State(state) => view::state_name(state, lang).into(),
        }
    }

    /// Its documents in order.
    pub fn documents(self) -> &'g [DocId] {
        let first = self.group.first as usize;
        self.groups.documents.get(first..first + self.group.count as usize).unwrap_or_default()
    }

    /// How many of them are still to be read or judged.
    pub fn left(self) -> usize {
        self.group.left as usize
    }

    /// How many of them are new since the last look.
    pub fn fresh(self) -> usize {
        self.group.fresh as usize
    }

    /// A document of the earliest of their days and one of the latest; nothing
    /// where no day is known.
    pub fn days(self) -> Option<(DocId, DocId)> {
        self.group.oldest.map(|(_, oldest)| (oldest, self.group.newest_in))
    }

    /// How many different texts it has.
    pub fn texts(self) -> usize {
        (self.group.count - self.group.copies) as usize
    }
}

impl Groups {
    /// Groups of the documents that pass the filter or are in `also`.
    pub(super) fn of(
        grouping: Grouping,
        sort: Sort,
        reverse: bool,
        also: &BTreeSet<DocId>,
        from: &Sources<'_>,
    ) -> Self {
        let mut out = Self { stories: from.stories.clone(), coming: from.coming, ..Self::default() };
        let parted = out.part(grouping, also, from);
        out.lay(parted);
        out.copy_of.clear(from.cards.len());
        let mut documents = std::mem::take(&mut out.documents);
        let titles = (sort == Sort::Title).then(|| from.cards.in_bulk());
        let cards = titles.as_ref().unwrap_or(from.cards);
        for g in &mut out.all {
            let some = &mut documents[g.first as usize..][..g.count as usize];
            in_order(some, sort, cards);
            if reverse {
                some.reverse();
            }
            g.copies = join_copies(some, from, &mut out.copy_of) as u32;
        }
        out.group_of.clear(from.cards.len());
        out.place_of.clear(from.cards.len());
        for (i, g) in out.all.iter().enumerate() {
            for (k, d) in documents[g.first as usize..][..g.count as usize].iter().enumerate() {
                out.group_of.set(*d, i);
                out.place_of.set(*d, g.first as usize + k);
            }
        }
        out.documents = documents;
        out
    }

    /// Puts each document that is shown into a group.
    fn part(&mut self, grouping: Grouping, also: &BTreeSet<DocId>, from: &Sources<'_>) -> Parted {
        let cards = from.cards;
        let (mut ids, mut groups) = (Vec::with_capacity(cards.len()), Vec::with_capacity(cards.len()));
        let mut stories = Numbers::default();
        stories.clear(from.stories.len());
        let (mut alone, mut states) = (None, [None; State::ALL.len()]);
        let mut outlets: HashMap<Option<&str>, usize, FixedState> = HashMap::default();
        let mut told: HashMap<Option<String>, usize> = HashMap::default();
        let mut days: HashMap<i32, usize, FixedState> = HashMap::default();
        for id in (0..cards.len() as u32).map(DocId) {
            if !(from.passes)(id) && !also.contains(&id) {
                continue;
            }
            let (state, read) = from.statuses.get(&id).copied().unwrap_or_default();
            let day = cards.day(id);
            let next = self.all.len();
            let (place, head) = match grouping {
                Grouping::Source => {
                    let outlet = cards.outlet(id);
                    // One that is written with another apostrophe is no other one.
                    let as_read = || *told.entry(outlet.map(crate::text::fold)).or_insert(next);
                    let place = *outlets.entry(outlet).or_insert_with(as_read);
                    self.outlets.extend((place == next).then(|| outlet.map(str::to_owned)));
                    (place, Head::Source(self.outlets.len().saturating_sub(1) as u32))
                }
                Grouping::Day => {
                    let place = *days.entry(day).or_insert(next);
                    (place, Head::Day(day, if place == next { cards.date(id) } else { None }))
                }
                Grouping::Story => match from.stories.of_document(id) {
                    None => (*alone.get_or_insert(next), Head::Alone),
                    Some(n) => {
                        let story = DocId(n as u32);
                        let place = stories.get(story).unwrap_or(next);
                        stories.set(story, place);
                        (place, Head::Story(n as u32))
                    }
                },
                Grouping::State => (*states[state.index()].get_or_insert(next), Head::State(state)),
            };
            if place == next {
                self.all.push(Group::new(head, id));
            }
            let group = &mut self.all[place];
            group.count += 1;
            group.left += u32::from(state.leaves_to_do(read));
            group.fresh += u32::from(from.known.is_some_and(|known| id.index() >= known));
            group.dated(day, id);
            ids.push(id);
            groups.push(place as u32);
        }
        // Stories are numbered about as they are shown: what is nearly in order
        // is sorted in no time.
        let numbered = (0..from.stories.len() as u32).filter_map(|n| stories.get(DocId(n))).chain(alone);
        let order = match grouping {
            Grouping::Story => numbered.map(|place| place as u32).collect(),
            _ => (0..self.all.len() as u32).collect(),
        };
        Parted { ids, groups, order }
    }

    /// Puts the groups into order, and the documents behind one another.
    fn lay(&mut self, parted: Parted) {
        let Parted { ids, groups, mut order } = parted;
        let folded: Vec<Option<String>> = self.outlets.iter().map(|o| o.as_deref().map(crate::text::fold)).collect();
        order.sort_by(|a, b| self.compare(&self.all[*a as usize], &self.all[*b as usize], &folded));
        let mut first = 0;
        for g in &order {
            let group = &mut self.all[*g as usize];
            group.first = first;
            first += group.count;
        }
        let mut next: Vec<u32> = self.all.iter().map(|g| g.first).collect();
        self.documents = vec![DocId(0); ids.len()];
        for (id, g) in ids.into_iter().zip(groups) {
            let place = &mut next[g as usize];
            self.documents[*place as usize] = id;
            *place += 1;
        }
        self.all = order.iter().map(|g| self.all[*g as usize]).collect();
    }

    /// The order of two groups; `folded` are the outlets.
    fn compare(&self, a: &Group, b: &Group, folded: &[Option<String>]) -> Ordering {
        match (a.head, b.head) {
            (Head::Day(x, _), Head::Day(y, _)) => y.cmp(&x),
            (Head::Source(x), Head::Source(y)) => {
                let name = |n: u32| (folded[n as usize].is_none(), &folded[n as usize], &self.outlets[n as usize]);
                name(x).cmp(&name(y))
            }
            // Stories are numbered in this order, of which a filter leaves most.
            (Head::Story(x), Head::Story(y)) => (b.count, b.newest, x).cmp(&(a.count, a.newest, y)),
            (Head::Alone, Head::Story(_)) => Ordering::Greater,
            (Head::Story(_), Head::Alone) => Ordering::Less,
            (Head::State(x), Head::State(y)) => (x as u8).cmp(&(y as u8)),
            _ => Ordering::Equal,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many numbers were given to documents.
    pub(super) fn numbers(&self) -> usize {
        self.group_of.0.len()
    }

    /// The place of a group.
    pub fn find(&self, key: &GroupKey) -> Option<usize> {
        match key {
            // Of all keys only these are many.
            GroupKey::Story(id) => self.iter().position(|g| g.story() == Some(id)),
            key => self.iter().position(|g| g.story().is_none() && g.key() == *key),
        }
    }

    /// One of them.
    pub fn get(&self, group: usize) -> Option<GroupRef<'_>> {
        self.all.get(group).map(|group| GroupRef { groups: self, group })
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = GroupRef<'_>> {
        self.all.iter().map(|group| GroupRef { groups: self, group })
    }

    /// The documents of all groups, in order.
    pub fn documents(&self) -> &[DocId] {
        &self.documents
    }

    /// Documents of all groups that are still to be read or judged.
    pub fn left(&self) -> usize {
        self.all.iter().map(|g| g.left as usize).sum()
    }

    /// The group of a document, when it is shown.
    pub fn of_document(&self, id: DocId) -> Option<usize> {
        self.group_of.get(id)
    }

    /// Where a document stands among all that are shown.
    pub fn place(&self, id: DocId) -> Option<usize> {
        self.place_of.get(id)
    }

    /// One document less of a group is to be read or judged, or one more.
    pub(super) fn shift_left(&mut self, group: usize, left: bool) {
        if let Some(group) = self.all.get_mut(group) {
            group.left = if left { group.left + 1 } else { group.left.saturating_sub(1) };
        }
    }

    /// The other documents of the group that print the text of this one.
    pub fn copies(&self, shown: DocId) -> &[DocId] {
        let behind = self.place(shown).and_then(|p| self.documents.get(p + 1..)).unwrap_or_default();
        let count = behind.iter().take_while(|d| self.copy_of(**d) == Some(shown)).count();
        &behind[..count]
    }

    /// The document that stands for the text of this copy.
    pub fn copy_of(&self, id: DocId) -> Option<DocId> {
        self.copy_of.get(id).map(|n| DocId(n as u32))
    }
}

/// Puts the documents of a group into order; of equals the first to arrive
/// comes first.
fn in_order(documents: &mut [DocId], sort: Sort, cards: &CardIndex) {
    if documents.len() < 2 {
        return;
    }
    match sort {
        Sort::Date => by_number(documents, |d| Reverse(cards.day(d))),
        Sort::Words => by_number(documents, |d| Reverse(cards.word_count(d))),
        Sort::Source => documents.sort_by_cached_key(|d| {
            let outlet = cards.outlet(*d);
            (outlet.is_none(), outlet, *d)
        }),
        Sort::Title => documents.sort_by_cached_key(|d| (cards.title(*d).into_owned(), *d)),
    }
}

fn by_number<K: Ord + Copy>(documents: &mut [DocId], key: impl Fn(DocId) -> K) {
    /// Documents below which a table of keys costs more than it saves.
    const FEW: usize = 16;
    if documents.len() < FEW {
        return documents.sort_unstable_by_key(|d| (key(*d), *d));
    }
    let mut keyed: Vec<(K, DocId)> = documents.iter().map(|d| (key(*d), *d)).collect();
    keyed.sort_unstable();
    documents.iter_mut().zip(keyed).for_each(|(d, (_, sorted))| *d = sorted);
}

/// Puts documents that print one text behind the one that stands for it: the
/// earliest of the group; and those that are earlier versions of an article behind
/// the newest. Returns how many stand behind another.
fn join_copies(documents: &mut [DocId], from: &Sources<'_>, copy_of: &mut Numbers) -> usize {
    let histories = from.cards.histories();
    let version = |d: DocId| Reverse(histories.version(d).map(|v| v.number));
    // What has versions is joined by them alone: the newest has another text.
    let joined_by = |d: DocId| match histories.get(d) {
        Some(history) => Some((true, history.newest()?.0)),
        None => from.texts.get(d.index()).copied().filter(|t| *t != StoryBook::ALONE).map(|t| (false, t)),
    };
    let of = |(k, d): (usize, &DocId)| Some((joined_by(*d)?, k));
    let mut texts: Vec<((bool, u32), usize)> = documents.iter().enumerate().filter_map(of).collect();
    texts.sort_unstable();
    let order = |d: DocId| (version(d), from.cards.day(d) == i32::MIN, from.cards.day(d), d);
    // The document that stands for a text, and its copies in order.
    let mut joined: Vec<(DocId, Vec<DocId>)> = Vec::new();
    for same in texts.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
        let all = || same.iter().map(|(_, k)| documents[*k]);
        let Some(shown) = all().min_by_key(|d| order(*d)) else { continue };
        let mut copies: Vec<DocId> = all().filter(|d| *d != shown).collect();
        copies.sort_by_key(|d| version(*d));
        copies.iter().for_each(|d| copy_of.set(*d, shown.index()));
        joined.push((shown, copies));
    }
    if joined.is_empty() {
        return 0;
    }
    joined.sort_unstable_by_key(|(shown, _)| *shown);
    let mut laid = Vec::with_capacity(documents.len());
    for d in documents.iter().filter(|d| copy_of.get(**d).is_none()) {
        laid.push(*d);
        if let Ok(at) = joined.binary_search_by_key(d, |(shown, _)| *shown) {
            laid.extend(&joined[at].1);
        }
    }
    documents.copy_from_slice(&laid);
    joined.iter().map(|(_, copies)| copies.len()).sum()
}
