//! [`Builder`]: writes what a [`super::Table`] reads.

use super::card_index::mark;
use super::findings::Slot;
use super::format::{
    Copies, Flags, Grouped, Head, NONE, SECTIONS, Section, day_number, edition_bytes, mark_bits, path_bytes,
};
use super::origin::Stamp;
use super::sections::{self, Fingerprint};
use crate::corpus::{Card, DocKey, History};
use crate::ingest::Extent;
use crate::story::{Stories, is_doubtful_member};
use crate::text::sanitise::one_line;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::path::Path;

/// An article to be written.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    /// Entry or record in the file given last.
    pub entry: Option<&'r str>,
    /// Unpacked from an archive.
    pub packed: bool,
    /// Its bytes, when it can be read by itself.
    pub extent: Option<Extent>,
    /// One number for where it stands.
    pub place: u64,
    /// Its key.
    pub key: DocKey,
    /// What habits of its source are remembered under.
    pub source: &'r str,
    /// What the reader had said of it in one number, and where its findings
    /// stand, when it was looked at.
    pub found: Option<(u64, Slot)>,
    /// What lists show.
    pub card: &'r Card,
}

/// A table on its way to the disk.
#[derive(Debug)]
pub struct Builder {
    sections: [Vec<u8>; SECTIONS],
    head: Head,
    names: HashMap<String, u32, FixedState>,
    keys: Vec<DocKey>,
    files: u32,
    /// What versions share, with the rows of those that may have others.
    editions: Vec<(u64, u32)>,
    embargoes: Vec<(u32, String)>,
    histories: Vec<History>,
}

/// Where some bytes stand, as 12 bytes.
fn put(into: &mut Vec<u8>, bytes: &[u8]) -> [u8; 12] {
    let mut place = [0; 12];
    place[..8].copy_from_slice(&(into.len() as u64).to_le_bytes());
    place[8..].copy_from_slice(&u32::try_from(bytes.len()).unwrap_or(0).to_le_bytes());
    into.extend(bytes);
    place
}

fn value<T: serde::Serialize + ?Sized>(value: &T) -> Vec<u8> {
    postcard::to_stdvec(value).expect("plain values always serialise")
}

impl Builder {
    /// An empty table; `head` says what belongs to it, and its counts are made
    /// here.
    pub fn new(head: Head) -> Self {
        let head = Head { articles: 0, found: 0, spoken: 0, marks: 0, grouped: None, ..head };
        let sections = std::array::from_fn(|_| Vec::new());
        Self {
            sections,
            head,
            names: HashMap::default(),
            keys: Vec::new(),
            files: 0,
            editions: Vec::new(),
            embargoes: Vec::new(),
            histories: Vec::new(),
        }
    }

    fn at(&mut self, section: Section) -> &mut Vec<u8> {
        &mut self.sections[section as usize]
    }

    fn text(&mut self, section: Section, text: &str) -> [u8; 12] {
        put(self.at(section), text.as_bytes())
    }

    fn name(&mut self, name: &str) -> u32 {
        if let Some(n) = self.names.get(name) {
            return *n;
        }
        let place = self.text(Section::NameText, name);
        self.at(Section::Names).extend(place);
        let number = self.names.len() as u32;
        self.names.insert(name.to_owned(), number);
        number
    }

    /// One file more; the articles that follow are its own. Files come in the
    /// order of a walk.
    pub fn file(&mut self, root: u32, rest: &Path, stamp: Stamp) {
        let path = put(self.at(Section::Paths), path_bytes(rest));
        let first = self.keys.len() as u32;
        let out = self.at(Section::Files);
        out.extend(root.to_le_bytes());
        out.extend(path);
        out.extend(stamp.size.to_le_bytes());
        out.extend(stamp.modified.to_le_bytes());
        out.extend(first.to_le_bytes());
        self.files += 1;
    }

    /// One article more, of the file given last; returns its row.
    pub fn article(&mut self, row: &Row<'_>) -> usize {
        let card = row.card;
        let outlet = card.source.as_deref().map_or(NONE, |s| self.name(s));
        let source = self.name(row.source);
        let entry = row.entry.map_or([0; 12], |e| self.text(Section::Text, e));
        let title = self.text(Section::Text, &card.title);
        let mut flags = 0;
        let mut set = |bit: u16, is: bool| flags |= if is { bit } else { 0 };
        set(Flags::PACKED, row.packed);
        set(Flags::FOUND, row.found.is_some());
        set(Flags::EXTENT, row.extent.is_some());
        set(Flags::ENTRY, row.entry.is_some());
        for (at, m) in Flags::MARKS.into_iter().zip([card.title_mark, card.source_mark, card.date_mark]) {
            flags |= mark_bits(m) << at;
        }
        flags |= (card.standing as u16) << Flags::STANDING;
        let (said, slot) = row.found.map_or((0, Slot { start: 0, len: 0, sum: 0 }), |f| f);
        let extent = row.extent.unwrap_or(Extent { start: 0, len: 0 });
        let file = self.files.saturating_sub(1);
        let out = self.at(Section::Articles);
        out.extend(file.to_le_bytes());
        out.extend(entry);
        out.extend(extent.start.to_le_bytes());
        out.extend(extent.len.to_le_bytes());
        out.extend(slot.start.to_le_bytes());
        out.extend(slot.len.to_le_bytes());
        out.extend(slot.sum.to_le_bytes());
        out.extend(title);
        out.extend(card.kept.to_bits().to_le_bytes());
        out.extend((card.problems as u32).to_le_bytes());
        self.at(Section::Keys).extend(row.key.bytes());
        self.at(Section::Days).extend(day_number(card.date).to_le_bytes());
        self.at(Section::Outlets).extend(outlet.to_le_bytes());
        self.at(Section::Words).extend(u32::try_from(card.words).unwrap_or(u32::MAX).to_le_bytes());
        self.at(Section::StoryOf).extend(NONE.to_le_bytes());
        self.at(Section::TextOf).extend(NONE.to_le_bytes());
        self.at(Section::Places).extend(row.place.to_le_bytes());
        self.at(Section::Sources).extend(source.to_le_bytes());
        self.at(Section::Said).extend(said.to_le_bytes());
        self.at(Section::Flags).extend(flags.to_le_bytes());
        self.at(Section::Editions).extend(edition_bytes(card.edition.as_ref()));
        let number = self.keys.len() as u32;
        self.editions.extend(card.edition.map(|e| (e.of.max(1), number)));
        self.embargoes.extend(card.embargo.clone().map(|until| (number, until)));
        self.head.found += u64::from(row.found.is_some());
        self.head.spoken += u64::from(said != 0);
        self.head.marks = self.head.marks.wrapping_add(mark(&row.key, said));
        self.keys.push(row.key);
        self.keys.len() - 1
    }

    /// The stories of the articles, which are rows in them, and the number of
    /// what they were made of.
    pub fn stories(&mut self, of: u64, stories: &Stories) {
        let number = |column: &mut Vec<u8>, row: usize, n: usize| {
            if let Some(place) = column.get_mut(row * 4..row * 4 + 4) {
                place.copy_from_slice(&(n as u32).to_le_bytes());
            }
        };
        for (n, story) in stories.stories.iter().enumerate() {
            let id = self.text(Section::StoryText, &story.id);
            let title = self.text(Section::StoryText, &one_line(&story.title));
            let told = value(story);
            let told = put(self.at(Section::Told), &told);
            let out = self.at(Section::Stories);
            out.extend(id);
            out.extend(title);
            out.extend(told);
            // The last bit says whether it belongs there doubtfully.
            for m in &story.members {
                number(self.at(Section::StoryOf), m.index, n * 2 + usize::from(is_doubtful_member(m)));
            }
        }
        for (n, text) in stories.reprints.iter().enumerate() {
            text.iter().for_each(|row| number(self.at(Section::TextOf), *row, n));
        }
        let several = stories.stories.iter().take_while(|s| s.members.len() > 1).count() as u32;
        self.head.grouped = Some(Grouped { of, several, strayed: stories.strayed as u64 });
        let copies = Copies { duplicates: stories.duplicates.clone(), reprints: stories.reprints.clone() };
        *self.at(Section::Copies) = value(&copies);
    }

    /// The articles that have several versions, which are rows in them.
    pub fn histories(&mut self, histories: Vec<History>) {
        self.histories = histories;
    }

    /// The bytes of the file.
    pub(super) fn encode(mut self, fingerprint: Fingerprint) -> Vec<u8> {
        let mut rows: Vec<u32> = (0..self.keys.len() as u32).collect();
        rows.sort_unstable_by_key(|r| (self.keys[*r as usize], *r));
        *self.at(Section::ByKey) = rows.iter().flat_map(|r| r.to_le_bytes()).collect();
        self.editions.sort_unstable();
        *self.at(Section::ByEdition) = self.editions.iter().flat_map(|(_, row)| row.to_le_bytes()).collect();
        *self.at(Section::Histories) = value(&self.histories);
        *self.at(Section::Embargoes) = value(&self.embargoes);
        self.head.articles = self.keys.len() as u64;
        *self.at(Section::Head) = value(&self.head);
        sections::encode(fingerprint, &self.sections)
    }
}
