//! The source list: groups and documents as rows, a cursor tied to a
//! document (never to a row), ticks, folding, sorting, filtering.

use super::scroll::follow;
use crate::app::view;
use crate::app::words::{self, Lang};
use crate::corpus::DocId;
use crate::job::{Register, StoryRef};
use crate::triage::State;
use foldhash::fast::FixedState;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// By what the list is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Outlet.
    Source,
    /// Day of publication, newest first.
    Day,
    /// Story, largest first; pieces of their own after them.
    Story,
    /// Triage state.
    State,
}

impl Grouping {
    /// The next in the circle of the one key.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Source => Self::Day,
            Self::Day => Self::Story,
            Self::Story => Self::State,
            Self::State => Self::Source,
        }
    }

    /// Its name for the reader.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Source => lang.pick("source", "source"),
            Self::Day => lang.pick("jour", "day"),
            Self::Story => lang.pick("histoire", "story"),
            Self::State => lang.pick("état", "state"),
        }
    }

    /// Its name in the session file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Day => "day",
            Self::Story => "story",
            Self::State => "state",
        }
    }

    /// From its name in the session file.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Source, Self::Day, Self::Story, Self::State].into_iter().find(|g| g.id() == id)
    }
}

/// Order of documents within a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Newest first.
    Date,
    /// Outlet.
    Source,
    /// Headline.
    Title,
    /// Longest first.
    Words,
}

impl Sort {
    /// Its name for the reader.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Date => lang.pick("date", "date"),
            Self::Source => lang.pick("source", "source"),
            Self::Title => lang.pick("titre", "title"),
            Self::Words => lang.pick("longueur", "length"),
        }
    }
}

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

/// The same while groups are made, without copies of names.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Slot<'a> {
    Source(Option<&'a str>),
    Day(Option<jiff::civil::Date>),
    /// Its id and its title.
    Story(&'a str, &'a str),
    Alone,
    State(State),
}

impl Slot<'_> {
    fn key(self) -> GroupKey {
        match self {
            Self::Source(source) => GroupKey::Source(source.map(str::to_owned)),
            Self::Day(day) => GroupKey::Day(day),
            Self::Story(id, _) => GroupKey::Story(id.to_owned()),
            Self::Alone => GroupKey::Alone,
            Self::State(state) => GroupKey::State(state as u8),
        }
    }
}

/// A table by document; their numbers are no secret, so any hash will do.
pub(crate) type ByDocument<T> = HashMap<DocId, T, FixedState>;

/// A number for every document: none but for those that were given one.
#[derive(Clone, Debug, Default)]
struct Numbers(Vec<u32>);

impl Numbers {
    const NONE: u32 = u32::MAX;

    fn clear(&mut self, documents: usize) {
        self.0.clear();
        self.0.resize(documents, Self::NONE);
    }

    fn set(&mut self, id: DocId, number: usize) {
        if let Some(place) = self.0.get_mut(id.index()) {
            *place = number as u32;
        }
    }

    fn get(&self, id: DocId) -> Option<usize> {
        self.0.get(id.index()).filter(|n| **n != Self::NONE).map(|n| *n as usize)
    }
}

/// A group of the list.
#[derive(Clone, Debug)]
pub struct Group {
    /// Identity.
    pub key: GroupKey,
    /// As shown.
    pub label: String,
    /// Its documents in order.
    pub documents: Vec<DocId>,
    /// How many of them are unread.
    pub unread: usize,
    /// The latest of their days.
    newest: Option<jiff::civil::Date>,
    /// Documents in the groups before it.
    before: usize,
    /// Documents that print the text of another one.
    copies: usize,
}

impl Group {
    fn new(key: GroupKey, label: String) -> Self {
        Self { key, label, documents: Vec::new(), unread: 0, newest: None, before: 0, copies: 0 }
    }

    /// How many different texts it has.
    pub fn texts(&self) -> usize {
        self.documents.len() - self.copies
    }
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// The head of a group (index).
    Group(u32),
    /// A document, with the index of its group.
    Document(DocId, u32),
}

impl Row {
    /// The index of its group.
    pub fn group(self) -> usize {
        match self {
            Self::Group(g) | Self::Document(_, g) => g as usize,
        }
    }
}

/// What the list is built from.
pub struct Sources<'a> {
    /// What is known of every document.
    pub register: &'a Register,
    /// Story of a document.
    pub story: &'a dyn Fn(DocId) -> Option<StoryRef<'a>>,
    /// State and read flag of those of which something was said.
    pub statuses: &'a ByDocument<(State, bool)>,
    /// The text that a document prints, when others print it too.
    pub texts: &'a ByDocument<u32>,
    /// Which documents pass the filter.
    pub passes: &'a dyn Fn(DocId) -> bool,
    /// Interface language.
    pub lang: Lang,
}

/// State of the source list.
#[derive(Clone, Debug)]
pub struct List {
    /// By what it is grouped.
    pub grouping: Grouping,
    /// Order within groups.
    pub sort: Sort,
    /// The other way round.
    pub reverse: bool,
    /// Groups in order.
    pub groups: Vec<Group>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// Index of the row under the cursor.
    pub cursor: usize,
    /// Index of the first row on the screen.
    pub top: usize,
    /// Folded groups.
    pub folded: BTreeSet<GroupKey>,
    /// Ticked documents.
    pub ticked: BTreeSet<DocId>,
    /// Row where a range began.
    pub range_from: Option<usize>,
    /// Documents that passed the filter.
    pub shown: usize,
    /// Documents judged since the view was opened: they stay, dimmed.
    pub just_judged: BTreeSet<DocId>,
    /// Unread documents of all groups.
    pub unread: usize,
    /// Texts printed more than once whose copies have rows of their own, by
    /// the document that stands for the text.
    unfolded: BTreeSet<DocId>,
    /// The other documents that print a text, by the one that stands for it.
    copies: ByDocument<Vec<DocId>>,
    /// The document that stands for the text of a copy.
    copy_of: ByDocument<DocId>,
    /// The row of a document.
    row_of: Numbers,
    /// The group of a document, and its place there.
    group_of: Numbers,
    place_of: Numbers,
}

impl Default for List {
    fn default() -> Self {
        Self {
            grouping: Grouping::Story,
            sort: Sort::Date,
            reverse: false,
            groups: Vec::new(),
            rows: Vec::new(),
            cursor: 0,
            top: 0,
            folded: BTreeSet::new(),
            ticked: BTreeSet::new(),
            range_from: None,
            shown: 0,
            just_judged: BTreeSet::new(),
            unread: 0,
            unfolded: BTreeSet::new(),
            copies: ByDocument::default(),
            copy_of: ByDocument::default(),
            row_of: Numbers::default(),
            group_of: Numbers::default(),
            place_of: Numbers::default(),
        }
    }
}

impl List {
    /// Rebuilds groups and rows; the cursor stays on its document and the
    /// document on its row of the screen.
    pub fn rebuild(&mut self, from: &Sources<'_>) {
        let at = self.rows.get(self.cursor).copied();
        let at_group = at.map(|r| self.groups[r.group()].key.clone());
        let on_screen = self.cursor.saturating_sub(self.top);
        self.group(from);
        // The document under the cursor keeps a row of its own.
        if let Some(Row::Document(d, _)) = at {
            self.unfolded.extend(self.copy_of.get(&d));
        }
        self.lay_rows();
        self.cursor = match at {
            Some(Row::Document(d, _)) => self.row_of.get(d),
            _ => None,
        }
        .or_else(|| at_group.and_then(|k| self.group_row(&k)))
        .unwrap_or_else(|| self.cursor.min(self.rows.len().saturating_sub(1)));
        self.top = self.cursor.saturating_sub(on_screen);
    }

    fn group(&mut self, from: &Sources<'_>) {
        let mut slots: HashMap<Slot<'_>, usize, FixedState> = HashMap::default();
        let mut groups: Vec<Group> = Vec::new();
        self.shown = 0;
        let register = from.register;
        for id in (0..register.len() as u32).map(DocId) {
            if !(from.passes)(id) && !self.just_judged.contains(&id) {
                continue;
            }
            self.shown += 1;
            let (state, read) = from.statuses.get(&id).copied().unwrap_or_default();
            let date = register.date(id);
            let slot = match self.grouping {
                Grouping::Source => Slot::Source(register.outlet(id)),
                Grouping::Day => Slot::Day(date),
                Grouping::Story => (from.story)(id).map_or(Slot::Alone, |s| Slot::Story(s.id, s.title)),
                Grouping::State => Slot::State(state),
            };
            let place = *slots.entry(slot).or_insert_with(|| {
                let label = match slot {
                    Slot::Source(outlet) => outlet.unwrap_or(from.lang.pick("inconnu", "unknown")).to_owned(),
                    Slot::Day(Some(day)) => words::long_date(day, from.lang),
                    Slot::Day(None) => from.lang.pick("sans date", "no date").into(),
                    Slot::Story(_, title) => title.to_owned(),
                    Slot::Alone => from.lang.pick("Seuls de leur sujet", "On their own").into(),
                    Slot::State(state) => view::state_name(state, from.lang).to_owned(),
                };
                groups.push(Group::new(slot.key(), label));
                groups.len() - 1
            });
            let group = &mut groups[place];
            group.documents.push(id);
            group.newest = group.newest.max(date);
            group.unread += usize::from(!read);
        }
        self.groups = groups;
        self.groups.sort_by(group_order);
        let (sort, reverse) = (self.sort, self.reverse);
        for g in &mut self.groups {
            in_order(&mut g.documents, sort, from.register);
            if reverse {
                g.documents.reverse();
            }
        }
        self.group_of.clear(register.len());
        self.place_of.clear(register.len());
        self.copies.clear();
        self.copy_of.clear();
        let mut before = 0;
        for (i, g) in self.groups.iter_mut().enumerate() {
            let copies = join_copies(g, from);
            g.copies = copies.iter().map(|(_, also)| also.len()).sum();
            self.copy_of.extend(copies.iter().flat_map(|(shown, also)| also.iter().map(|d| (*d, *shown))));
            self.copies.extend(copies);
            g.before = before;
            before += g.documents.len();
            g.documents.shrink_to_fit();
            for (k, d) in g.documents.iter().enumerate() {
                self.group_of.set(*d, i);
                self.place_of.set(*d, k);
            }
        }
        self.unread = self.groups.iter().map(|g| g.unread).sum();
    }

    /// A document was marked read or unread; counts follow, no row moves.
    pub fn shift_read(&mut self, id: DocId, read: bool) {
        let Some(group) = self.group_of.get(id).and_then(|g| self.groups.get_mut(g)) else { return };
        let count = |n: usize| if read { n.saturating_sub(1) } else { n + 1 };
        group.unread = count(group.unread);
        self.unread = count(self.unread);
    }

    /// Which of the documents shown is under the cursor, from 1.
    pub fn position(&self) -> Option<usize> {
        let id = self.document()?;
        Some(self.groups.get(self.group_of.get(id)?)?.before + self.place_of.get(id)? + 1)
    }

    /// The other documents of the group that print the text of this one.
    pub fn copies(&self, shown: DocId) -> &[DocId] {
        self.copies.get(&shown).map_or(&[], Vec::as_slice)
    }

    /// The document that stands for the text of this copy.
    pub fn copy_of(&self, id: DocId) -> Option<DocId> {
        self.copy_of.get(&id).copied()
    }

    /// What the row of a document stands for: it, and its copies while they
    /// have no rows of their own.
    pub fn under(&self, shown: DocId) -> Vec<DocId> {
        let folded = if self.unfolded.contains(&shown) { &[][..] } else { self.copies(shown) };
        [shown].into_iter().chain(folded.iter().copied()).collect()
    }

    /// The document whose row stands for this one too, while its copies have
    /// no rows of their own.
    pub fn folded_under(&self, copy: DocId) -> Option<DocId> {
        self.copy_of.get(&copy).copied().filter(|shown| !self.unfolded.contains(shown))
    }

    fn lay_rows(&mut self) {
        self.rows.clear();
        self.row_of.clear(self.group_of.0.len());
        for (g, group) in self.groups.iter().enumerate() {
            self.rows.push(Row::Group(g as u32));
            if self.folded.contains(&group.key) {
                continue;
            }
            for &d in &group.documents {
                if self.copy_of.get(&d).is_some_and(|shown| !self.unfolded.contains(shown)) {
                    continue;
                }
                self.row_of.set(d, self.rows.len());
                self.rows.push(Row::Document(d, g as u32));
            }
        }
    }

    fn group_row(&self, key: &GroupKey) -> Option<usize> {
        self.rows.iter().position(|r| matches!(r, Row::Group(g) if self.groups[*g as usize].key == *key))
    }

    /// The documents of all groups, folded ones too.
    pub fn documents(&self) -> impl Iterator<Item = DocId> + '_ {
        self.groups.iter().flat_map(|g| g.documents.iter().copied())
    }

    /// The document under the cursor.
    pub fn document(&self) -> Option<DocId> {
        match self.rows.get(self.cursor)? {
            Row::Document(d, _) => Some(*d),
            Row::Group(_) => None,
        }
    }

    /// The group of the row under the cursor.
    pub fn group_at_cursor(&self) -> Option<&Group> {
        self.groups.get(self.rows.get(self.cursor)?.group())
    }

    /// What a verb acts on: the ticked documents, else the row: one document
    /// or the whole group.
    pub fn targets(&self) -> Vec<DocId> {
        if !self.ticked.is_empty() {
            return self.ticked.iter().copied().collect();
        }
        match self.rows.get(self.cursor) {
            Some(Row::Document(d, _)) => self.under(*d),
            Some(Row::Group(g)) => self.groups[*g as usize].documents.clone(),
            None => Vec::new(),
        }
    }

    /// How many documents [`Self::targets`] gives.
    pub fn target_count(&self) -> usize {
        match self.rows.get(self.cursor) {
            _ if !self.ticked.is_empty() => self.ticked.len(),
            Some(Row::Document(d, _)) => self.under(*d).len(),
            Some(Row::Group(g)) => self.groups[*g as usize].documents.len(),
            None => 0,
        }
    }

    /// Moves the cursor by rows, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.extend_range();
    }

    /// Puts the cursor on a row, stopping at the end.
    pub fn go_to_row(&mut self, row: usize) {
        self.cursor = row.min(self.rows.len().saturating_sub(1));
        self.extend_range();
    }

    /// Puts the cursor on a document, unfolding its group. False when the
    /// filter hides it.
    pub fn go_to(&mut self, id: DocId) -> bool {
        if let Some(row) = self.row_of.get(id) {
            self.go_to_row(row);
            return true;
        }
        let Some(key) = self.group_of.get(id).and_then(|g| self.groups.get(g)).map(|g| g.key.clone()) else {
            return false;
        };
        self.folded.remove(&key);
        self.unfolded.extend(self.copy_of.get(&id));
        self.lay_rows();
        if let Some(row) = self.row_of.get(id) {
            self.go_to_row(row);
        }
        true
    }

    /// Puts the cursor on the head of a group. False when it is not there.
    pub fn go_to_group(&mut self, key: &GroupKey) -> bool {
        let row = self.group_row(key);
        if let Some(row) = row {
            self.go_to_row(row);
        }
        row.is_some()
    }

    /// The next document row in a direction, skipping group heads.
    pub fn neighbour(&self, from: Option<DocId>, forward: bool) -> Option<DocId> {
        let start = from.and_then(|d| self.row_of.get(d)).unwrap_or(self.cursor);
        let document = |r: &Row| match r {
            Row::Document(d, _) => Some(*d),
            Row::Group(_) => None,
        };
        if forward {
            let after = if from.is_some() || self.document().is_some() { start + 1 } else { start };
            self.rows.get(after..)?.iter().find_map(document)
        } else {
            self.rows.get(..start)?.iter().rev().find_map(document)
        }
    }

    /// True when the row under the cursor stands for a text and its copies.
    pub fn on_folded_text(&self) -> bool {
        self.document().is_some_and(|d| self.under(d).len() > 1)
    }

    /// Gives the copies of the text under the cursor rows of their own, or
    /// takes them away. True when something changed.
    fn fold_text(&mut self, fold: bool) -> bool {
        let Some(id) = self.document() else { return false };
        let shown = self.copy_of(id).unwrap_or(id);
        let changed = if self.copies(shown).is_empty() {
            false
        } else if fold {
            self.unfolded.remove(&shown)
        } else {
            self.unfolded.insert(shown)
        };
        if changed {
            self.lay_rows();
            self.cursor = self.row_of.get(shown).unwrap_or(self.cursor);
        }
        changed
    }

    /// Folds or unfolds what is under the cursor: first the copies of a text,
    /// then the group. True when something changed.
    pub fn fold(&mut self, fold: bool) -> bool {
        if self.fold_text(fold) {
            return true;
        }
        let Some(key) = self.group_at_cursor().map(|g| g.key.clone()) else { return false };
        let changed = if fold { self.folded.insert(key.clone()) } else { self.folded.remove(&key) };
        if changed {
            self.lay_rows();
            if let Some(row) = self.group_row(&key) {
                self.cursor = row;
            }
        }
        changed
    }

    /// True when the row under the cursor is a group's head and folded.
    pub fn on_folded_group(&self) -> bool {
        matches!(self.rows.get(self.cursor), Some(Row::Group(g)) if self.folded.contains(&self.groups[*g as usize].key))
    }

    /// Ticks or unticks what is under the cursor: a document, or all of a
    /// group.
    pub fn tick(&mut self) {
        let ids: Vec<DocId> = match self.rows.get(self.cursor) {
            Some(Row::Document(d, _)) => self.under(*d),
            Some(Row::Group(g)) => self.groups[*g as usize].documents.clone(),
            None => return,
        };
        if ids.iter().all(|d| self.ticked.contains(d)) {
            ids.iter().for_each(|d| {
                self.ticked.remove(d);
            });
        } else {
            self.ticked.extend(ids);
        }
    }

    /// Ticks all that the list shows; unticks when all are ticked.
    pub fn tick_all(&mut self) {
        let all: Vec<DocId> = self.groups.iter().flat_map(|g| g.documents.iter().copied()).collect();
        if all.iter().all(|d| self.ticked.contains(d)) {
            self.ticked.clear();
        } else {
            self.ticked.extend(all);
        }
    }

    /// Ticks what is not ticked and unticks what is.
    pub fn invert(&mut self) {
        let all: BTreeSet<DocId> = self.groups.iter().flat_map(|g| g.documents.iter().copied()).collect();
        self.ticked = all.difference(&self.ticked).copied().collect();
    }

    /// Starts or ends a range at the cursor.
    pub fn toggle_range(&mut self) {
        self.range_from = match self.range_from {
            Some(_) => None,
            None => Some(self.cursor),
        };
        self.extend_range();
    }

    fn extend_range(&mut self) {
        let Some(from) = self.range_from else { return };
        let (a, b) = (from.min(self.cursor), from.max(self.cursor));
        let ids = self.rows.get(a..=b).unwrap_or_default().iter().flat_map(|r| match r {
            Row::Document(d, _) => self.under(*d),
            Row::Group(_) => Vec::new(),
        });
        self.ticked.extend(ids.collect::<Vec<_>>());
    }

    /// Scrolls so that the cursor is on a screen of `height` rows.
    pub fn clamp(&mut self, height: usize) {
        let last = self.rows.len().saturating_sub(1);
        self.cursor = self.cursor.min(last);
        self.top = follow(self.top, self.cursor, height, self.rows.len());
        // The head of a group stays with its first document.
        if height > 1
            && self.cursor == self.top
            && self.top > 0
            && matches!(self.rows.get(self.top - 1), Some(Row::Group(_)))
        {
            self.top -= 1;
        }
    }
}

/// Puts documents that print one text behind the one that stands for it: the
/// earliest of the group. Returns them by that one.
fn join_copies(group: &mut Group, from: &Sources<'_>) -> Vec<(DocId, Vec<DocId>)> {
    if from.texts.is_empty() {
        return Vec::new();
    }
    let mut texts: BTreeMap<u32, Vec<DocId>> = BTreeMap::new();
    for &d in &group.documents {
        if let Some(&text) = from.texts.get(&d) {
            texts.entry(text).or_default().push(d);
        }
    }
    texts.retain(|_, documents| documents.len() > 1);
    if texts.is_empty() {
        return Vec::new();
    }
    let day = |d: &DocId| from.register.date(*d);
    let mut out = Vec::new();
    let mut copies: HashMap<DocId, Vec<DocId>> = HashMap::new();
    for mut documents in texts.into_values() {
        let Some(shown) = documents.iter().copied().min_by_key(|d| (day(d).is_none(), day(d), *d)) else { continue };
        documents.retain(|d| *d != shown);
        copies.insert(shown, documents.clone());
        out.push((shown, documents));
    }
    let joined: BTreeSet<DocId> = out.iter().flat_map(|(_, also)| also.iter().copied()).collect();
    let alone = group.documents.iter().filter(|d| !joined.contains(d));
    group.documents = alone.flat_map(|d| [*d].into_iter().chain(copies.remove(d).unwrap_or_default())).collect();
    out
}

fn group_order(a: &Group, b: &Group) -> Ordering {
    match (&a.key, &b.key) {
        (GroupKey::Day(x), GroupKey::Day(y)) => y.cmp(x),
        (GroupKey::Source(x), GroupKey::Source(y)) => match (x, y) {
            (Some(x), Some(y)) => crate::text::fold(x).cmp(&crate::text::fold(y)).then(x.cmp(y)),
            (x, y) => y.is_some().cmp(&x.is_some()),
        },
        (GroupKey::Story(x), GroupKey::Story(y)) => {
            b.documents.len().cmp(&a.documents.len()).then_with(|| b.newest.cmp(&a.newest)).then_with(|| x.cmp(y))
        }
        (x, y) => x.cmp(y),
    }
}

/// Puts the documents of a group into order; of equals the first to arrive
/// comes first.
fn in_order(documents: &mut [DocId], sort: Sort, register: &Register) {
    match sort {
        Sort::Date => documents.sort_by_cached_key(|d| (Reverse(register.date(*d)), *d)),
        Sort::Words => documents.sort_by_cached_key(|d| (Reverse(register.words(*d)), *d)),
        Sort::Source => documents.sort_by_cached_key(|d| {
            let outlet = register.outlet(*d);
            (outlet.is_none(), outlet, *d)
        }),
        Sort::Title => documents.sort_by_cached_key(|d| (register.title(*d), *d)),
    }
}
