//! [`Table`]: what is known of every article, in columns on disk. Opening one
//! costs a check of what lists are made of; what else a row says is read, checked
//! and decoded when it is asked for.
//!
//! What lists are made of stands in columns of its own, so that walking them
//! touches nothing else. Written by [`super::Builder`].

use super::findings::Slot;
use super::format::{ARTICLE, Copies, EDITION, FILE, Flags, Head, NONE, Section, day, edition, mark, path_bytes};
use super::origin::Stamp;
use super::sections::{Fingerprint, Refusal, SectionFile};
use crate::corpus::{Card, DocKey, Edition, History, Standing};
use crate::ingest::Extent;
use crate::store::files;
use crate::story::{Stories, Story};
use jiff::civil::Date;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownFile<'t> {
    /// Which of the paths given it stands under.
    pub root: u32,
    /// The rest of its path, in the bytes of the system.
    pub rest: &'t [u8],
    /// As it was when it was read.
    pub stamp: Stamp,
}

impl KnownFile<'_> {
    /// Its path below the paths given.
    pub fn path(&self, roots: &[PathBuf]) -> PathBuf {
        match roots.get(self.root as usize) {
            Some(root) if self.rest.is_empty() => root.clone(),
            Some(root) => root.join(files::path_of(self.rest)),
            None => files::path_of(self.rest),
        }
    }
}

fn bytes<const N: usize>(column: &[u8], at: usize) -> [u8; N] {
    column.get(at..).and_then(|b| b.first_chunk()).copied().unwrap_or([0; N])
}

fn half(column: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes(column, at))
}

fn whole(column: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes(column, at))
}

/// Some text: its first byte and its length, as 12 bytes.
fn part(of: usize, record: &[u8], at: usize) -> (usize, usize) {
    let (start, len) = (whole(record, at) as usize, half(record, at + 8) as usize);
    let end = start.saturating_add(len);
    if end <= of { (start, end) } else { (0, 0) }
}

/// What is known of every article of a corpus; rows are counted from 0, in
/// the order in which a walk finds the articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    file: SectionFile,
    head: Head,
    /// By row, until when an item is not to be published.
    embargoes: Arc<[(u32, String)]>,
}

impl Table {
    /// Opens a table; `None` when there is none.
    pub(super) fn open(path: &Path, fingerprint: Fingerprint) -> Option<Result<Self, Refusal>> {
        // Large, and looked up a row at a time.
        let apart = [Section::Articles, Section::Text, Section::Told, Section::Copies];
        let apart = apart.into_iter().chain([Section::Editions, Section::ByEdition]).map(|s| s as usize);
        let apart: Vec<usize> = apart.collect();
        let file = SectionFile::open(path, fingerprint, |n| !apart.contains(&n))?;
        Some(file.and_then(|f| Self::of(f).ok_or(Refusal::Broken)))
    }

    fn of(file: SectionFile) -> Option<Self> {
        let head: Head = postcard::from_bytes(file.section(Section::Head as usize)).ok()?;
        let embargoes: Vec<(u32, String)> = postcard::from_bytes(file.section(Section::Embargoes as usize)).ok()?;
        let table = Self { file, head, embargoes: embargoes.into() };
        let (rows, files) = (table.len(), table.files());
        let columns = [
            (Section::Keys, 16),
            (Section::ByKey, 4),
            (Section::Articles, ARTICLE),
            (Section::Days, 4),
            (Section::Outlets, 4),
            (Section::Words, 4),
            (Section::StoryOf, 4),
            (Section::TextOf, 4),
            (Section::Places, 8),
            (Section::Sources, 4),
            (Section::Said, 8),
            (Section::Flags, 2),
            (Section::Editions, EDITION),
        ];
        let fits = |(section, width): &(Section, usize)| table.file.len(*section as usize) == rows * width;
        (columns.iter().all(fits) && u32::try_from(rows).is_ok() && table.section(Section::Files).len() == files * FILE)
            .then_some(table)
    }

    fn section(&self, section: Section) -> &[u8] {
        self.file.section(section as usize)
    }

    /// Text of a section that is looked at anyway.
    fn text(&self, section: Section, record: &[u8], at: usize) -> &str {
        let all = self.section(section);
        let (start, end) = part(all.len(), record, at);
        std::str::from_utf8(&all[start..end]).unwrap_or_default()
    }

    /// Text of an article.
    fn own_text(&self, record: &[u8], at: usize) -> Cow<'_, str> {
        let (start, end) = part(self.file.len(Section::Text as usize), record, at);
        match self.file.part(Section::Text as usize, start..end) {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).unwrap_or_default().into(),
            Cow::Owned(bytes) => String::from_utf8(bytes).unwrap_or_default().into(),
        }
    }

    /// The same table for whoever goes through the cards of all articles and
    /// then lets it go.
    pub(super) fn in_bulk(&self) -> Self {
        self.with(&[Section::Articles, Section::Text, Section::Editions, Section::ByEdition])
    }

    fn with(&self, sections: &[Section]) -> Self {
        let numbers: Vec<usize> = sections.iter().map(|s| *s as usize).collect();
        Self { file: self.file.in_bulk(&numbers), head: self.head.clone(), embargoes: self.embargoes.clone() }
    }

    /// True when all of it is as it was written, which takes a look at all of it.
    pub(super) fn is_whole(&self) -> bool {
        self.file.is_whole()
    }

    /// True when a part of it could not be read since it was opened; what it
    /// says is not to be written again.
    pub(super) fn is_lost(&self) -> bool {
        self.file.is_lost()
    }

    fn number(&self, section: Section, row: usize) -> Option<u32> {
        Some(half(self.section(section), row * 4)).filter(|n| *n != NONE)
    }

    /// What is said of all of it.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.head.articles as usize
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many files gave articles.
    pub fn files(&self) -> usize {
        self.section(Section::Files).len() / FILE
    }

    fn file_record(&self, file: usize) -> &[u8] {
        self.section(Section::Files).get(file * FILE..).unwrap_or_default()
    }

    /// A file by its number.
    pub fn file(&self, file: usize) -> KnownFile<'_> {
        let record = self.file_record(file);
        let paths = self.section(Section::Paths);
        let (start, end) = part(paths.len(), record, 4);
        let stamp = Stamp { size: whole(record, 16), modified: whole(record, 24) };
        KnownFile { root: half(record, 0), rest: &paths[start..end], stamp }
    }

    /// The rows of the articles of a file.
    pub fn rows_of(&self, file: usize) -> std::ops::Range<usize> {
        let first = |f: usize| if f < self.files() { half(self.file_record(f), 32) as usize } else { self.len() };
        let (from, to) = (first(file), first(file + 1));
        from..to.clamp(from, self.len().max(from))
    }

    /// The number of a file. `hint` is looked at first: a walk finds files in
    /// their order.
    pub fn find_file(&self, root: u32, rest: &Path, hint: usize) -> Option<usize> {
        let is_it =
            |f: &usize| *f < self.files() && self.file(*f).root == root && self.file(*f).rest == path_bytes(rest);
        if is_it(&hint) {
            return Some(hint);
        }
        let order = |f: usize| {
            let file = self.file(f);
            file.root.cmp(&root).then_with(|| files::path_of(file.rest).as_path().cmp(rest))
        };
        let (mut low, mut high) = (0, self.files());
        while low < high {
            let middle = low + (high - low) / 2;
            if order(middle).is_lt() { low = middle + 1 } else { high = middle }
        }
        Some(low).filter(is_it)
    }

    /// What is read of an article at once; `None` where it can be read no more,
    /// for what was not read names no file.
    pub fn record(&self, row: usize) -> Option<Record<'_>> {
        let bytes = self.file.part(Section::Articles as usize, row * ARTICLE..(row + 1) * ARTICLE);
        (bytes.len() == ARTICLE).then(|| Record { table: self, row, bytes, flags: self.flags(row) })
    }

    fn flags(&self, row: usize) -> u16 {
        u16::from_le_bytes(bytes(self.section(Section::Flags), row * 2))
    }

    /// The key of an article.
    pub fn key(&self, row: usize) -> DocKey {
        DocKey::from_bytes(bytes(self.section(Section::Keys), row * 16))
    }

    /// The rows of a key, in order.
    pub fn by_key(&self, key: &DocKey) -> impl Iterator<Item = usize> + '_ {
        let row = |i: usize| half(self.section(Section::ByKey), i * 4) as usize;
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.key(row(middle)) < *key { low = middle + 1 } else { high = middle }
        }
        let key = *key;
        (low..self.len()).map(row).take_while(move |r| self.key(*r) == key)
    }

    /// Whether it may be used, as it says itself.
    fn standing(&self, row: usize) -> Standing {
        Standing::ALL.get(usize::from(self.flags(row) >> Flags::STANDING & 3)).copied().unwrap_or_default()
    }

    /// Of which article it is a version.
    pub fn edition(&self, row: usize) -> Option<Edition> {
        let bytes = self.file.part(Section::Editions as usize, row * EDITION..(row + 1) * EDITION);
        edition(&bytes, self.standing(row))
    }

    /// The rows of the versions that share something, as [`Edition::of`] tells it.
    pub fn by_edition(&self, of: u64) -> Vec<usize> {
        let all = self.file.len(Section::ByEdition as usize) / 4;
        let row = |i: usize| half(&self.file.part(Section::ByEdition as usize, i * 4..(i + 1) * 4), 0) as usize;
        let shared = |i: usize| self.edition(row(i)).map_or(0, |e| e.of);
        let (mut low, mut high) = (0, all);
        while low < high {
            let middle = low + (high - low) / 2;
            if shared(middle) < of { low = middle + 1 } else { high = middle }
        }
        (low..all).take_while(|i| shared(*i) == of).map(row).collect()
    }

    /// The articles that have several versions; documents are rows.
    pub fn histories(&self) -> Vec<History> {
        postcard::from_bytes(self.section(Section::Histories)).unwrap_or_default()
    }

    fn embargo(&self, row: usize) -> Option<&str> {
        let at = self.embargoes.binary_search_by_key(&row, |(r, _)| *r as usize).ok()?;
        self.embargoes.get(at).map(|(_, until)| until.as_str())
    }

    /// What the reader had said of it in one number, when it was looked at.
    pub fn reader_state(&self, row: usize) -> Option<u64> {
        (self.flags(row) & Flags::FOUND != 0).then(|| whole(self.section(Section::Said), row * 8))
    }

    /// One number for where it stands.
    pub fn place(&self, row: usize) -> u64 {
        whole(self.section(Section::Places), row * 8)
    }

    /// A name by its number.
    pub fn name(&self, number: u32) -> &str {
        self.text(Section::NameText, self.section(Section::Names), number as usize * 12)
    }

    /// How many names of outlets and sources there are.
    pub fn names(&self) -> u32 {
        (self.section(Section::Names).len() / 12) as u32
    }

    /// The number of what habits of its source are remembered under.
    pub fn source(&self, row: usize) -> u32 {
        half(self.section(Section::Sources), row * 4)
    }

    /// The number of its outlet.
    pub fn outlet(&self, row: usize) -> Option<u32> {
        self.number(Section::Outlets, row)
    }

    /// A number that orders as its day does; the least for one without a day.
    pub fn day(&self, row: usize) -> i32 {
        i32::from_le_bytes(bytes(self.section(Section::Days), row * 4))
    }

    /// Its day.
    pub fn date(&self, row: usize) -> Option<Date> {
        day(self.day(row))
    }

    /// Words of its body.
    pub fn word_count(&self, row: usize) -> usize {
        half(self.section(Section::Words), row * 4) as usize
    }

    /// The number of its story; those of more than one report come first.
    pub fn story_of(&self, row: usize) -> Option<u32> {
        self.number(Section::StoryOf, row).map(|n| n / 2)
    }

    /// Whether it is doubtful that it belongs to its story.
    pub fn is_doubtful_member(&self, row: usize) -> bool {
        self.number(Section::StoryOf, row).is_some_and(|n| n % 2 == 1)
    }

    /// The number of its text, when other articles print it too.
    pub fn text_of(&self, row: usize) -> Option<u32> {
        self.number(Section::TextOf, row)
    }

    fn story_record(&self, story: u32) -> &[u8] {
        self.section(Section::Stories).get(story as usize * 36..).unwrap_or_default()
    }

    /// The lasting id of a story, and its title in one line.
    pub fn story_name(&self, story: u32) -> (&str, &str) {
        let record = self.story_record(story);
        (self.text(Section::StoryText, record, 0), self.text(Section::StoryText, record, 12))
    }

    /// A story in full; its articles are rows.
    pub fn story(&self, story: u32) -> Option<Story> {
        let (start, end) = part(self.file.len(Section::Told as usize), self.story_record(story), 24);
        postcard::from_bytes(&self.file.part(Section::Told as usize, start..end)).ok()
    }

    /// All stories in full; their articles are rows.
    pub fn stories(&self) -> Option<Stories> {
        let grouped = self.head.grouped?;
        let count = (self.section(Section::Stories).len() / 36) as u32;
        let all = self.with(&[Section::Told, Section::Copies]);
        let stories: Vec<Story> = (0..count).map(|n| all.story(n)).collect::<Option<_>>()?;
        let copies: Copies = postcard::from_bytes(all.section(Section::Copies)).ok()?;
        let whole = stories.iter().flat_map(|s| &s.members).all(|m| m.index < self.len());
        whole.then_some(Stories {
            stories,
            duplicates: copies.duplicates,
            reprints: copies.reprints,
            strayed: grouped.strayed as usize,
        })
    }
}

/// What is known of an article beside its columns.
#[derive(Clone, Debug)]
pub struct Record<'t> {
    table: &'t Table,
    row: usize,
    bytes: Cow<'t, [u8]>,
    flags: u16,
}

impl<'t> Record<'t> {
    /// The number of its file.
    pub fn file(&self) -> usize {
        half(&self.bytes, 0) as usize
    }

    /// The entry or record of the file that it is.
    pub fn entry(&self) -> Option<Cow<'t, str>> {
        (self.flags & Flags::ENTRY != 0).then(|| self.table.own_text(&self.bytes, 4))
    }

    /// Whether it was unpacked from an archive.
    pub fn is_packed(&self) -> bool {
        self.flags & Flags::PACKED != 0
    }

    /// Its bytes in the file, when it can be read by itself.
    pub fn extent(&self) -> Option<Extent> {
        let extent = || Extent { start: whole(&self.bytes, 16), len: whole(&self.bytes, 24) };
        (self.flags & Flags::EXTENT != 0).then(extent)
    }

    /// Where its findings stand, when it was looked at.
    pub fn slot(&self) -> Option<Slot> {
        let slot = || Slot { start: whole(&self.bytes, 32), len: half(&self.bytes, 40), sum: half(&self.bytes, 44) };
        (self.flags & Flags::FOUND != 0).then(slot)
    }

    /// Its headline.
    pub fn title(&self) -> Cow<'t, str> {
        self.table.own_text(&self.bytes, 48)
    }

    /// What lists show of it; `name` is that of its file or record.
    pub fn card(&self, name: String) -> Card {
        let (table, row, flags) = (self.table, self.row, self.flags);
        Card {
            title: self.title().into_owned(),
            title_mark: mark(flags, 0),
            source: table.outlet(row).map(|n| table.name(n).to_owned()),
            source_mark: mark(flags, 1),
            date: table.date(row),
            date_mark: mark(flags, 2),
            standing: table.standing(row),
            embargo: table.embargo(row).map(str::to_owned),
            edition: table.edition(row),
            words: table.word_count(row),
            kept: f64::from_bits(whole(&self.bytes, 60)),
            name,
            problems: half(&self.bytes, 68) as usize,
        }
    }
}
