//! What stands in the file of a [`super::Table`]: its sections, the widths of
//! their rows, and how days, marks and paths are written. Known to who writes
//! it ([`super::Builder`]) and to who reads it.

use super::origin::Stamp;
use crate::corpus::{Edition, Mark, Standing};
use crate::notice::{Notice, Severity};
use crate::words::Message;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Sections of the file, in order: what a start looks at stands together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// A [`Head`].
    Head,
    /// Days, as [`day_number`] writes them.
    Days,
    /// Numbers of stories.
    StoryOf,
    /// Numbers of texts that several articles print.
    TextOf,
    /// One number for where each article stands.
    Places,
    /// Numbers of the sources that habits are remembered under.
    Sources,
    /// What the reader had said of each, in one number.
    Said,
    /// Bits, see [`Flags`].
    Flags,
    /// Numbers of the outlets that lists show.
    Outlets,
    /// Words of the bodies.
    Words,
    /// Names of outlets and sources: where in [`Section::NameText`].
    Names,
    /// These names, in UTF-8.
    NameText,
    /// Files, [`FILE`] bytes each, in the order of a walk.
    Files,
    /// Paths, in the bytes of the system.
    Paths,
    /// Stories: where in [`Section::StoryText`] the id and the title are, and
    /// where in [`Section::Told`] the rest is.
    Stories,
    /// Ids and titles of stories, in UTF-8.
    StoryText,
    /// Keys, 16 bytes each.
    Keys,
    /// Rows by key.
    ByKey,
    /// What is left of an article, [`ARTICLE`] bytes each.
    Articles,
    /// Titles and entries, in UTF-8.
    Text,
    /// Stories in full.
    Told,
    /// A [`Copies`].
    Copies,
    /// The articles that have several versions: [`crate::corpus::History`] of rows.
    Histories,
    /// Rows of items under embargo, and until when.
    Embargoes,
    /// Of which article each is a version, [`EDITION`] bytes each.
    Editions,
    /// Rows of those that may have other versions, by what versions share.
    ByEdition,
}

/// How many there are.
pub(super) const SECTIONS: usize = Section::ByEdition as usize + 1;
/// Bytes of a file.
pub(super) const FILE: usize = 4 + 12 + 8 + 8 + 4;
/// Bytes of an article.
pub(super) const ARTICLE: usize = 4 + 12 + 16 + 16 + 12 + 8 + 4;
/// Bytes of an edition.
pub(super) const EDITION: usize = 8 + 8 + 8 + 4 + 8;
/// No number, no day.
pub(super) const NONE: u32 = u32::MAX;

/// Bits of an article.
pub(super) struct Flags;

impl Flags {
    pub(super) const PACKED: u16 = 1;
    pub(super) const FOUND: u16 = 2;
    pub(super) const EXTENT: u16 = 8;
    pub(super) const ENTRY: u16 = 16;
    /// Where the standing is.
    pub(super) const STANDING: u16 = 5;
    /// Where the three marks stand: of the title, the source, the date.
    pub(super) const MARKS: [u16; 3] = [8, 10, 12];
}

/// A notice: severity, place, sentence, hint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said(u8, String, Message, Option<Message>);

impl From<&Notice> for Said {
    fn from(n: &Notice) -> Self {
        Self(n.severity as u8, n.place.clone(), n.sentence.clone(), n.hint.clone())
    }
}

impl From<Said> for Notice {
    fn from(Said(severity, place, sentence, hint): Said) -> Self {
        let severity = match severity {
            0 => Severity::Info,
            1 => Severity::Warning,
            _ => Severity::Error,
        };
        Self { severity, place, sentence, hint }
    }
}

/// A file that gave no article, or about which there is something to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    /// Which of the paths given it stands under.
    pub root: u32,
    /// The rest of its path, in the bytes of the system; empty for the path
    /// given itself.
    pub rest: Vec<u8>,
    /// As it was when it was read.
    pub stamp: Stamp,
    /// What there was to say about it and its articles.
    pub notices: Vec<Said>,
}

/// The lines that recur in the articles of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Articles counted.
    pub articles: u64,
    /// Lines by their hash, and how often each stands.
    pub lines: Vec<(u64, u32)>,
}

/// Stories, as far as it is said in a few numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grouped {
    /// Of which articles and decisions they were made.
    pub of: u64,
    /// How many have more than one report; they come first.
    pub several: u32,
    /// Articles that came or went since all were grouped at once.
    pub strayed: u64,
}

/// What is read whole at the start.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Which file of findings belongs to it.
    pub generation: u32,
    /// Bytes of that file that are meant.
    pub findings: u64,
    /// How many articles there are.
    pub articles: u64,
    /// Of these, how many were looked at.
    pub found: u64,
    /// Of these, of how many the reader had said something.
    pub spoken: u64,
    /// The articles and what was said of them, in one number.
    pub marks: u64,
    /// Files worth a word.
    pub notes: Vec<Noted>,
    /// Recurring lines.
    pub sources: Vec<Source>,
    /// Stories, when they were made.
    pub grouped: Option<Grouped>,
}

/// Articles that are the same text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Copies {
    pub(super) duplicates: Vec<(usize, usize)>,
    pub(super) reprints: Vec<Vec<usize>>,
}

/// A number that orders as days do.
pub(super) fn day_number(date: Option<Date>) -> i32 {
    date.map_or(i32::MIN, |d| i32::from(d.year()) * 512 + i32::from(d.month()) * 32 + i32::from(d.day()))
}

pub(super) fn day(number: i32) -> Option<Date> {
    if number == i32::MIN {
        return None;
    }
    let (year, rest) = (number.div_euclid(512), number.rem_euclid(512));
    Date::new(i16::try_from(year).ok()?, (rest / 32) as i8, (rest % 32) as i8).ok()
}

/// An edition as it stands in [`Section::Editions`]; its standing is among the
/// [`Flags`]. All zeros where there is none.
pub(super) fn edition_bytes(edition: Option<&Edition>) -> [u8; EDITION] {
    let mut out = [0; EDITION];
    if let Some(e) = edition {
        // Nothing is shared under 0, and no version has the largest number.
        out[..8].copy_from_slice(&e.of.max(1).to_le_bytes());
        out[8..16].copy_from_slice(&e.number.unwrap_or(u64::MAX).to_le_bytes());
        out[16..24].copy_from_slice(&e.content.to_le_bytes());
        out[24..28].copy_from_slice(&day_number(e.changed).to_le_bytes());
        out[28..].copy_from_slice(&e.at.unwrap_or(i64::MIN).to_le_bytes());
    }
    out
}

/// Reads what [`edition_bytes`] wrote.
pub(super) fn edition(bytes: &[u8], standing: Standing) -> Option<Edition> {
    let number = |at: usize| bytes.get(at..)?.first_chunk().map(|b| u64::from_le_bytes(*b));
    let of = number(0).filter(|of| *of != 0)?;
    let number_of = number(8).filter(|n| *n != u64::MAX);
    let changed = bytes.get(24..)?.first_chunk().map(|b| i32::from_le_bytes(*b))?;
    let at = Some(number(28)?.cast_signed()).filter(|at| *at != i64::MIN);
    Some(Edition { of, number: number_of, changed: day(changed), at, content: number(16)?, standing })
}

pub(super) fn mark_bits(mark: Mark) -> u16 {
    match mark {
        Mark::Unknown => 0,
        Mark::Inferred => 1,
        Mark::Written => 2,
        Mark::Corrected => 3,
    }
}

pub(super) fn mark(flags: u16, which: usize) -> Mark {
    match flags >> Flags::MARKS[which] & 3 {
        0 => Mark::Unknown,
        1 => Mark::Inferred,
        2 => Mark::Written,
        _ => Mark::Corrected,
    }
}

/// A path in the bytes of the system.
pub(in crate::store) fn path_bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_encoded_bytes()
}
