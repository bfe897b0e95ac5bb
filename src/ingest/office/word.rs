//! Texts of Word 97 to 2003: a compound file in which the stream `WordDocument`
//! holds the letters in pieces, and a second stream says where each piece stands
//! ([MS-DOC] 2.4.1, "Retrieving Text").
//!
//! Nothing that a file says of sizes is believed: the library that opens it may
//! read a few times its bytes and no more, tables are as long as their stream,
//! and a text has no more characters than its stream has bytes.

use super::text::Paragraphs;
use crate::corpus::{Place, SourceFormat};
use crate::ingest::format::{FileFormat, ReadAs};
use crate::ingest::raw::{Item, Options, Sink};
use crate::ingest::{records, sniff};
use crate::notice::Notice;
use crate::text::little_endian::{u16_at, u32_at};
use crate::text::sanitise::one_line;
use crate::words::{Message, Plain, msg};
use cfb::CompoundFile;
use encoding_rs::WINDOWS_1252;
use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

/// Old Word documents as a format of files.
pub(in crate::ingest) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::Office,
    recognise: |head| head.bytes.starts_with(sniff::OLD_OFFICE),
    read: ReadAs::Bytes(read),
};

/// Why a file has no text to give.
enum Refusal {
    /// It is something else, or locked.
    Is(Plain),
    Broken(Message),
}

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let notice = match paragraphs(bytes, options.container_bytes) {
        Ok(text) => {
            if text.cut {
                sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_PART_CUT)))?;
            }
            return records::of_paragraphs(place, &text.lines, options, sink);
        }
        Err(Refusal::Is(what)) => Notice::warning(place.to_string(), msg::ingest_foreign(what)),
        Err(Refusal::Broken(reason)) => Notice::error(place.to_string(), msg::ingest_word_broken(reason)),
    };
    sink(Item::Notice(notice.with_hint(msg::INGEST_SAVE_AS_TEXT)))
}

/// The paragraphs of a document, of no more than `limit` bytes.
fn paragraphs(bytes: &[u8], limit: usize) -> Result<Paragraphs, Refusal> {
    let broken = |e: io::Error| Refusal::Broken(msg::verbatim(one_line(&e.to_string())));
    let mut file = CompoundFile::open(Rationed::new(bytes)).map_err(broken)?;
    let other = sniff::STREAMS.iter().filter(|s| s.2 != msg::INGEST_KIND_WORD);
    if let Some((.., what)) = other.clone().find(|s| s.2 == msg::INGEST_KIND_ENCRYPTED && file.exists(s.0)) {
        return Err(Refusal::Is(*what));
    }
    if !file.exists(DOCUMENT) {
        let what = other.clone().find(|s| file.exists(s.0)).map_or(msg::INGEST_KIND_OFFICE, |s| s.2);
        return Err(Refusal::Is(what));
    }
    let mut stream = |name: &str| -> Result<Vec<u8>, Refusal> {
        let mut out = Vec::new();
        let stream = file.open_stream(name).map_err(broken)?;
        // What breaks off gives what stands before.
        match stream.take(bytes.len() as u64).read_to_end(&mut out) {
            Err(e) if out.is_empty() => Err(broken(e)),
            _ => Ok(out),
        }
    };
    let document = stream(DOCUMENT)?;
    let unsaid = || Refusal::Broken(msg::INGEST_WORD_PIECES.into());
    let (ident, version) = (u16_at(&document, 0).ok_or_else(unsaid)?, u16_at(&document, 2).ok_or_else(unsaid)?);
    if ident != IDENT || version < WORD_97 {
        return Err(Refusal::Is(msg::INGEST_KIND_WORD_OLDER));
    }
    let flags = u16_at(&document, FLAGS).ok_or_else(unsaid)?;
    if flags & ENCRYPTED != 0 {
        return Err(Refusal::Is(msg::INGEST_KIND_ENCRYPTED));
    }
    let table = stream(if flags & SECOND_TABLE == 0 { "0Table" } else { "1Table" })?;
    let pieces = stated(&document, &table, PIECES).and_then(pieces).ok_or_else(unsaid)?;
    let runs = stated(&document, &table, CHARACTER_RUNS).map(|plc| runs(&document, plc)).unwrap_or_default();
    let length = u32_at(&document, LENGTH).ok_or_else(unsaid)? as usize;
    Ok(text(&document, &pieces, &runs, length.min(document.len()), limit))
}

/// The stream with the letters.
const DOCUMENT: &str = "WordDocument";
/// What it begins with, and the first version of that kind (2.5.1).
const IDENT: u16 = 0xa5ec;
const WORD_97: u16 = 0x00c1;
/// Where the flags stand, and those that are asked.
const FLAGS: usize = 0x0a;
const ENCRYPTED: u16 = 0x0100;
const SECOND_TABLE: u16 = 0x0200;
/// Where it is said how many characters the text has, without notes, headers
/// and comments, which stand behind it.
const LENGTH: usize = 0x4c;
/// Where it is said which stretch of the table lists the runs of characters that
/// look alike, and which the pieces.
const CHARACTER_RUNS: usize = 0xfa;
const PIECES: usize = 0x1a2;

/// The stretch of the table that the document names at a place; shorter than it
/// says where the table ends before.
fn stated<'t>(document: &[u8], table: &'t [u8], at: usize) -> Option<&'t [u8]> {
    let (start, length) = (u32_at(document, at)? as usize, u32_at(document, at + 4)? as usize);
    let rest = table.get(start..)?;
    Some(&rest[..length.min(rest.len())])
}

/// Characters that stand in a row.
struct LetterPiece {
    chars: usize,
    /// Where in the stream.
    at: usize,
    /// A byte each, of Windows-1252; else two.
    narrow: bool,
}

/// The pieces, behind changes that quick saving left before them (2.9.38).
fn pieces(mut list: &[u8]) -> Option<Vec<LetterPiece>> {
    while list.first() == Some(&1) {
        list = list.get(3 + u16_at(list, 1)? as usize..)?;
    }
    let plc = list.strip_prefix(&[2])?.get(4..)?;
    let count = plc.len().checked_sub(4)? / 12;
    let piece = |i: usize| {
        let (from, to) = (u32_at(plc, 4 * i)?, u32_at(plc, 4 * (i + 1))?);
        let stated = u32_at(plc, 4 * (count + 1) + 8 * i + 2)?;
        let (narrow, at) = (stated & NARROW != 0, (stated & (NARROW - 1)) as usize);
        Some(LetterPiece { chars: to.saturating_sub(from) as usize, at: if narrow { at / 2 } else { at }, narrow })
    };
    (0..count).map(piece).collect()
}

/// Bit of the place of a piece by which its characters are bytes.
const NARROW: u32 = 1 << 30;

/// Bytes of the stream that look alike.
struct LetterRun {
    start: usize,
    end: usize,
    bold: bool,
    /// Hidden, or deleted in a text whose changes are marked.
    hidden: bool,
}

/// Runs that are bold or not to be seen, in their order: the list names pages of
/// 512 bytes (2.9.33), each read once.
fn runs(document: &[u8], list: &[u8]) -> Vec<LetterRun> {
    let count = list.len().saturating_sub(4) / 8;
    let pages: BTreeSet<u32> = (0..count).filter_map(|i| u32_at(list, 4 * (count + 1) + 4 * i)).collect();
    let mut out = Vec::new();
    for page in pages {
        let at = (page & 0x003f_ffff) as usize * PAGE;
        let Some(page) = document.get(at..at + PAGE) else { continue };
        let runs = usize::from(page[PAGE - 1]).min(RUNS);
        for i in 0..runs {
            let (Some(start), Some(end)) = (u32_at(page, 4 * i), u32_at(page, 4 * (i + 1))) else { break };
            let look = usize::from(page[4 * (runs + 1) + i]) * 2;
            let (bold, hidden) = page.get(look..).filter(|_| look > 0).map_or((false, false), look_of);
            if bold || hidden {
                out.push(LetterRun { start: start as usize, end: end as usize, bold, hidden });
            }
        }
    }
    out.sort_by_key(|r| (r.start, r.end));
    out
}

/// Bytes of a page of runs, and runs that one has at most.
const PAGE: usize = 512;
const RUNS: usize = 101;

/// What the properties of a run say (2.6.1): bold, and not to be seen. Each is
/// a number whose highest bits tell how many bytes come with it (2.2.5.1).
fn look_of(properties: &[u8]) -> (bool, bool) {
    let (mut bold, mut hidden) = (false, false);
    let length = properties.first().map_or(0, |&n| usize::from(n));
    let mut rest = properties.get(1..(1 + length).min(properties.len())).unwrap_or_default();
    while let (Some(name), Some(&value)) = (u16_at(rest, 0), rest.get(2)) {
        match name {
            0x0835 => bold = matches!(value, 1 | 0x81),
            0x083c => hidden |= matches!(value, 1 | 0x81),
            0x0800 => hidden |= value != 0,
            _ => {}
        }
        let more = match name >> 13 {
            0 | 1 => 1,
            3 => 4,
            6 => 1 + usize::from(value),
            7 => 3,
            _ => 2,
        };
        rest = rest.get(2 + more..).unwrap_or_default();
    }
    (bold, hidden)
}

/// The first `length` characters of the pieces as paragraphs, of no more than
/// `limit` bytes.
fn text(document: &[u8], pieces: &[LetterPiece], runs: &[LetterRun], length: usize, limit: usize) -> Paragraphs {
    let mut out = WordText::default();
    let mut left = length;
    for piece in pieces {
        let chars = piece.chars.min(left);
        left -= chars;
        let width = if piece.narrow { 1 } else { 2 };
        let bytes = document.get(piece.at..).unwrap_or_default();
        let bytes = &bytes[..(chars * width).min(bytes.len())];
        out.paragraphs.cut |= bytes.len() < chars * width;
        let mut at = piece.at;
        let mut run = runs.partition_point(|r| r.end <= at);
        let mut add = |c: char, bytes: usize| {
            while runs.get(run).is_some_and(|r| r.end <= at) {
                run += 1;
            }
            out.add(c, runs.get(run).filter(|r| r.start <= at));
            at += bytes;
        };
        if piece.narrow {
            WINDOWS_1252.decode_without_bom_handling(bytes).0.chars().for_each(|c| add(c, 1));
        } else {
            let units = bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]]));
            char::decode_utf16(units).for_each(|c| match c {
                Ok(c) => add(c, 2 * c.len_utf16()),
                Err(_) => add(char::REPLACEMENT_CHARACTER, 2),
            });
        }
        if left == 0 || out.paragraphs.is_beyond(limit) {
            break;
        }
    }
    out.paragraphs.end();
    out.paragraphs.cut |= out.paragraphs.is_beyond(limit);
    out.paragraphs
}

/// A text on its way from characters to paragraphs.
#[derive(Default)]
struct WordText {
    paragraphs: Paragraphs,
    /// Fields that are open, each with whether its result has begun.
    fields: Vec<bool>,
    /// How many of them are still at what they do.
    instructions: usize,
    /// The last character ended a cell.
    cell: bool,
}

impl WordText {
    fn add(&mut self, c: char, run: Option<&LetterRun>) {
        let cell = std::mem::take(&mut self.cell);
        match c {
            '\u{13}' => {
                self.fields.push(false);
                self.instructions += 1;
            }
            '\u{14}' => {
                if let Some(result) = self.fields.last_mut().filter(|result| !**result) {
                    *result = true;
                    self.instructions -= 1;
                }
            }
            '\u{15}' => self.instructions -= usize::from(self.fields.pop() == Some(false)),
            '\r' => {
                // No instruction has two paragraphs: its end is missing.
                self.fields.retain(|result| *result);
                self.instructions = 0;
                self.paragraphs.end();
            }
            '\u{b}' | '\u{c}' | '\u{e}' => self.paragraphs.end(),
            '\u{7}' => {
                // A second one in a row ends the row.
                if cell && self.paragraphs.is_at_start() {
                    self.paragraphs.end_row();
                } else {
                    self.paragraphs.end_cell();
                    self.cell = true;
                }
            }
            _ if self.instructions > 0 || run.is_some_and(|r| r.hidden) => {}
            '\u{1e}' => self.push('\u{2011}', run),
            '\t' => self.push(c, run),
            // Anchors of notes and pictures, places where a word may be parted.
            c if c < ' ' => {}
            c => self.push(c, run),
        }
    }

    fn push(&mut self, c: char, run: Option<&LetterRun>) {
        self.paragraphs.push(c, run.is_some_and(|r| r.bold));
    }
}

/// Bytes that may be read a few times over and no more: whoever asks again and
/// again for the same ones, as a damaged list of sectors makes the library do,
/// is told that they end.
struct Rationed<'b> {
    bytes: Cursor<&'b [u8]>,
    left: usize,
}

/// How many times over.
const TIMES: usize = 4;

impl<'b> Rationed<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        Self { bytes: Cursor::new(bytes), left: TIMES * bytes.len() }
    }
}

impl Read for Rationed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(self.left);
        let read = self.bytes.read(&mut buffer[..most])?;
        self.left -= read;
        Ok(read)
    }
}

impl Seek for Rationed<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

#[cfg(test)]
mod tests;
