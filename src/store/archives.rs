//! Archives read in place: gzip, zstd, zip and tar, also inside one another,
//! with limits on entries, sizes, depth and on how far a small file may blow
//! up. Nothing is ever written, so no entry can land anywhere.
//!
//! Knows containers; has never heard of what is in them.

use super::files::{self, Sink, WalkItem};
use crate::corpus::Place;
use crate::ingest::{Alike, is_epub};
use crate::notice::{Notice, reason, refusal};
use crate::text::sanitise::{one_line, one_name};
use crate::words::msg;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// How much is unpacked.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Entries of one archive.
    pub entries: usize,
    /// Bytes unpacked from one file that was named, all entries together.
    pub bytes: u64,
    /// Bytes that one packed byte may give, once [`Limits::free`] is passed.
    pub ratio: u64,
    /// Bytes that may be unpacked before the ratio counts.
    pub free: u64,
    /// Archives inside archives.
    pub depth: usize,
    /// Largest zip archive that is held in memory: one that comes from
    /// standard input or stands in another archive.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { entries: 1_000_000, bytes: 64 << 30, ratio: 250, free: 16 << 20, depth: 4, memory: 256 << 20 }
    }
}

/// Walks the paths like [`files::visit`] and opens the archives among them:
/// the sink gets their entries instead.
pub fn visit(paths: &[PathBuf], limits: &Limits, stop: &dyn Fn() -> bool, sink: &mut Sink<'_>) -> ControlFlow<()> {
    files::visit(paths, stop, &mut |found| match found {
        WalkItem::Problem(notice) => sink(WalkItem::Problem(notice)),
        WalkItem::File { place, reader, file, .. } => {
            Unpacker::new(limits, stop, sink, file.as_ref()).all(place, reader, file)
        }
    })
}

/// Opens one regular file, and the archive when it is one.
pub fn file(path: &Path, limits: &Limits, stop: &dyn Fn() -> bool, sink: &mut Sink<'_>) -> ControlFlow<()> {
    files::open(path, &mut |found| match found {
        WalkItem::Problem(notice) => sink(WalkItem::Problem(notice)),
        WalkItem::File { place, reader, file, .. } => {
            Unpacker::new(limits, stop, sink, file.as_ref()).all(place, reader, file)
        }
    })
}

/// Reads what comes from standard input or another stream, and the archive
/// when it is one.
pub fn opened(place: Place, reader: &mut dyn BufRead, stop: &dyn Fn() -> bool, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let limits = Limits::default();
    Unpacker::new(&limits, stop, sink, None).all(place, reader, None)
}

/// What the first bytes say.
enum Container {
    Gzip,
    Zstd,
    Zip,
    Tar,
    Other,
}

fn kind(head: &[u8]) -> Container {
    match head {
        [0x1f, 0x8b, 8, ..] => Container::Gzip,
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Container::Zstd,
        [b'P', b'K', 3, 4, ..] if is_epub(head) => Container::Other,
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Container::Zip,
        _ if head.get(257..262) == Some(b"ustar") => Container::Tar,
        _ => Container::Other,
    }
}

/// Bytes that tell an archive: the mark of a tar stands behind its first
/// entry's name.
const HEAD: u64 = 512;

struct Unpacker<'a, 's> {
    limits: &'a Limits,
    stop: &'a dyn Fn() -> bool,
    sink: &'a mut Sink<'s>,
    /// Bytes that may still be unpacked.
    budget: Rc<Cell<u64>>,
    /// Entries seen so far, those of archives inside included.
    entries: usize,
    /// What was told so far, of entries too.
    told: Alike,
}

impl<'a, 's> Unpacker<'a, 's> {
    /// One budget for all that one file gives: a small file may give no more
    /// in all than the ratio says, whatever its entries say of themselves.
    fn new(limits: &'a Limits, stop: &'a dyn Fn() -> bool, sink: &'a mut Sink<'s>, file: Option<&File>) -> Self {
        /// Bytes that the smallest file may give in all.
        const LEAST: u64 = 1 << 28;
        let size = file.and_then(|f| f.metadata().ok()).map(|m| m.len());
        let bytes = size.map_or(limits.bytes, |s| limits.bytes.min(s.saturating_mul(limits.ratio).max(LEAST)));
        Self { limits, stop, sink, budget: Rc::new(Cell::new(bytes)), entries: 0, told: Alike::default() }
    }

    /// Opens a file that was named, and says at the end how much was not said.
    fn all(mut self, place: Place, reader: &mut dyn BufRead, file: Option<File>) -> ControlFlow<()> {
        self.open(place.clone(), reader, file, 0)?;
        self.told.rest(&place).try_for_each(|notice| (self.sink)(WalkItem::Problem(notice)))
    }

    fn open(&mut self, place: Place, reader: &mut dyn BufRead, file: Option<File>, depth: usize) -> ControlFlow<()> {
        if (self.stop)() {
            return ControlFlow::Break(());
        }
        let mut head = Vec::new();
        if let Err(e) = reader.take(HEAD).read_to_end(&mut head) {
            return self.broken(&place, &e);
        }
        let kind = kind(&head);
        let mut whole = Cursor::new(head).chain(reader);
        if matches!(kind, Container::Other) {
            return (self.sink)(WalkItem::File { place, reader: &mut whole, file, told: &mut self.told });
        }
        if depth >= self.limits.depth {
            let sentence = msg::store_archive_depth(depth);
            return self.say(Notice::error(place.to_string(), sentence));
        }
        match kind {
            Container::Gzip => {
                let packed = Rc::new(Cell::new(0));
                let decoder = flate2::read::MultiGzDecoder::new(Counted { inner: whole, count: Rc::clone(&packed) });
                let mut reader = BufReader::with_capacity(64 * 1024, self.guard(decoder, packed));
                self.open(place, &mut reader, None, depth + 1)
            }
            Container::Zstd => {
                let packed = Rc::new(Cell::new(0));
                match zstd::stream::read::Decoder::new(Counted { inner: whole, count: Rc::clone(&packed) }) {
                    Ok(decoder) => {
                        let mut reader = BufReader::with_capacity(64 * 1024, self.guard(decoder, packed));
                        self.open(place, &mut reader, None, depth + 1)
                    }
                    Err(e) => self.broken(&place, &e),
                }
            }
            Container::Zip => match file {
                Some(mut file) => match file.rewind().and_then(|()| file.try_clone()) {
                    Ok(same) => self.zip(&place, BufReader::new(file), Some(same), depth),
                    Err(e) => self.broken(&place, &e),
                },
                None => self.zip_in_memory(&place, &mut whole, depth),
            },
            Container::Tar => self.tar(&place, &mut whole, depth),
            Container::Other => ControlFlow::Continue(()),
        }
    }

    fn say(&mut self, notice: Notice) -> ControlFlow<()> {
        self.told.say(notice).map_or(ControlFlow::Continue(()), |notice| (self.sink)(WalkItem::Problem(notice)))
    }

    fn broken(&mut self, place: &Place, e: &io::Error) -> ControlFlow<()> {
        self.say(Notice::error(place.to_string(), msg::store_unreadable(reason(e))))
    }

    fn guard<R: Read>(&self, inner: R, packed: Rc<Cell<u64>>) -> Guard<R> {
        Guard { inner, packed, given: 0, limits: *self.limits, budget: Rc::clone(&self.budget) }
    }

    fn zip_in_memory(&mut self, place: &Place, reader: &mut dyn Read, depth: usize) -> ControlFlow<()> {
        let mut bytes = Vec::new();
        if let Err(e) = reader.take(self.limits.memory + 1).read_to_end(&mut bytes) {
            return self.broken(place, &e);
        }
        if bytes.len() as u64 > self.limits.memory {
            let limit = self.limits.memory >> 20;
            let sentence = msg::store_zip_large(limit);
            return self.say(Notice::error(place.to_string(), sentence));
        }
        self.zip(place, Cursor::new(bytes), None, depth)
    }

    /// Opens a zip archive; one that is a document of its own is handed over as it is.
    fn zip<R: BufRead + Seek>(
        &mut self,
        place: &Place,
        reader: R,
        file: Option<File>,
        depth: usize,
    ) -> ControlFlow<()> {
        let mut archive = match zip::ZipArchive::new(reader) {
            Ok(archive) => archive,
            Err(e) => {
                let sentence = msg::store_zip_broken(one_line(&e.to_string()));
                return self.say(Notice::error(place.to_string(), sentence));
            }
        };
        let holds = what_it_holds(&mut archive);
        if matches!(holds, Holds::Document) {
            let mut reader = archive.into_inner();
            return match reader.rewind() {
                Ok(()) => {
                    let place = place.clone();
                    (self.sink)(WalkItem::File { place, reader: &mut reader, file, told: &mut self.told })
                }
                Err(e) => self.broken(place, &e),
            };
        }
        let (mut hidden, mut machinery, mut overlapping) = (0, 0, 0);
        // Where the bytes of an entry begin and end.
        let mut taken: BTreeMap<u64, u64> = BTreeMap::new();
        for i in 0..archive.len() {
            if (self.stop)() {
                return ControlFlow::Break(());
            }
            self.entries += 1;
            if self.entries > self.limits.entries {
                return self.too_many(place);
            }
            if matches!(holds, Holds::Crawl)
                && !archive.name_for_index(i).is_some_and(|n| n.is_ok_and(|n| is_crawled(&n)))
            {
                machinery += 1;
                continue;
            }
            let entry = match archive.by_index(i) {
                Ok(entry) => entry,
                Err(e) => {
                    let sentence = msg::store_entry_broken(one_line(&e.to_string()));
                    self.say(Notice::error(place.at(i + 1).to_string(), sentence))?;
                    continue;
                }
            };
            if !entry.is_file() {
                continue;
            }
            let from = entry.header_start();
            let to = entry.data_start().unwrap_or(from).saturating_add(entry.compressed_size()).max(from + 1);
            if taken.range(..to).next_back().is_some_and(|(_, end)| *end > from) {
                overlapping += 1;
                continue;
            }
            taken.insert(from, to);
            let raw = entry.name().map_or_else(|_| format!("{}", i + 1), std::borrow::Cow::into_owned);
            let Some(name) = self.shown(place, &raw, &mut hidden)? else { continue };
            let packed = Rc::new(Cell::new(entry.compressed_size().max(1)));
            let mut reader = BufReader::new(self.guard(entry, packed));
            self.open(place.at(name), &mut reader, None, depth + 1)?;
        }
        if machinery > 0 {
            self.say(Notice::info(place.to_string(), msg::store_crawl_machinery(machinery)))?;
        }
        if overlapping > 0 {
            self.say(Notice::error(place.to_string(), msg::store_overlapping(overlapping)))?;
        }
        self.say_hidden(place, hidden)
    }

    /// The name of an entry that is to be read. One that is hidden is counted;
    /// one that leads out of the archive is said.
    fn shown(&mut self, place: &Place, raw: &str, hidden: &mut usize) -> ControlFlow<(), Option<String>> {
        match name(raw) {
            EntryName::Shown(name) => return ControlFlow::Continue(Some(name)),
            EntryName::Hidden => *hidden += 1,
            EntryName::LeadsOut(name) => self.leads_out(place, &name)?,
        }
        ControlFlow::Continue(None)
    }

    fn tar(&mut self, place: &Place, reader: &mut dyn Read, depth: usize) -> ControlFlow<()> {
        let mut archive = tar::Archive::new(reader);
        let entries = match archive.entries() {
            Ok(entries) => entries,
            Err(e) => return self.broken(place, &e),
        };
        let mut hidden = 0;
        for entry in entries {
            if (self.stop)() {
                return ControlFlow::Break(());
            }
            self.entries += 1;
            if self.entries > self.limits.entries {
                return self.too_many(place);
            }
            let entry = match entry {
                Ok(entry) => entry,
                Err(e) => return self.broken(place, &e),
            };
            if !entry.header().entry_type().is_file() {
                continue;
            }
            let Some(name) = self.shown(place, &String::from_utf8_lossy(&entry.path_bytes()), &mut hidden)? else {
                continue;
            };
            let mut reader = BufReader::new(entry);
            self.open(place.at(name), &mut reader, None, depth + 1)?;
        }
        self.say_hidden(place, hidden)
    }

    fn too_many(&mut self, place: &Place) -> ControlFlow<()> {
        let sentence = msg::store_too_many_entries(self.limits.entries.to_string());
        self.say(Notice::error(place.to_string(), sentence))
    }

    fn leads_out(&mut self, place: &Place, name: &str) -> ControlFlow<()> {
        let sentence = msg::STORE_LEADS_OUT;
        self.say(Notice::error(place.at(name).to_string(), sentence))
    }

    fn say_hidden(&mut self, place: &Place, hidden: usize) -> ControlFlow<()> {
        if hidden == 0 {
            return ControlFlow::Continue(());
        }
        self.say(Notice::info(place.to_string(), msg::store_hidden_in_archive(hidden)))
    }
}

/// What a zip archive is.
enum Holds {
    /// A document of its own: of an office, or a book.
    Document,
    /// A crawl (WACZ): its web archives beside what indexes them.
    Crawl,
    /// Files.
    Files,
}

/// Bytes of an entry that states the type of its archive.
const TYPE: u64 = 100;

/// What an archive is by the entries that say so, in whatever order they stand.
fn what_it_holds<R: Read + Seek>(archive: &mut zip::ZipArchive<R>) -> Holds {
    let has = |name: &str| archive.index_for_name(name).is_some();
    // Pages (Apple) keeps its texts in a form of its own.
    if has("[Content_Types].xml") || has("Index/Document.iwa") {
        return Holds::Document;
    }
    if has("datapackage.json") && archive.file_names().any(|n| n.is_ok_and(|n| is_crawled(&n))) {
        return Holds::Crawl;
    }
    let mut kind = String::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        // What cannot be read states nothing.
        let _ = entry.take(TYPE).read_to_string(&mut kind);
    }
    let stated = ["application/vnd.oasis.opendocument", "application/epub+zip"];
    if stated.iter().any(|s| kind.trim_start().starts_with(s)) { Holds::Document } else { Holds::Files }
}

/// True for the web archives in a crawl.
fn is_crawled(name: &str) -> bool {
    name.starts_with("archive/") && (name.ends_with(".warc") || name.ends_with(".warc.gz"))
}

/// What a name of an entry is.
enum EntryName {
    /// Sanitised, for people.
    Shown(String),
    /// Hidden, or a backup of an editor.
    Hidden,
    /// An absolute path, or one with steps out of the archive: no honest
    /// program writes it.
    LeadsOut(String),
}

fn name(raw: &str) -> EntryName {
    let parts: Vec<_> = raw.split(['/', '\\']).filter(|p| !matches!(*p, "" | ".")).collect();
    let drive = raw.as_bytes().get(1) == Some(&b':') && raw.as_bytes()[0].is_ascii_alphabetic();
    if raw.starts_with(['/', '\\']) || drive || parts.contains(&"..") || parts.is_empty() {
        EntryName::LeadsOut(one_name(raw))
    } else if parts.iter().any(|p| *p == "__MACOSX" || files::is_hidden(p)) {
        EntryName::Hidden
    } else {
        EntryName::Shown(one_name(&parts.join("/")))
    }
}

/// Counts the packed bytes that are taken.
struct Counted<R> {
    inner: R,
    count: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.count.set(self.count.get() + n as u64);
        Ok(n)
    }
}

/// Stops when too much comes out of too little.
struct Guard<R> {
    inner: R,
    packed: Rc<Cell<u64>>,
    given: u64,
    limits: Limits,
    budget: Rc<Cell<u64>>,
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.given += n as u64;
        let left = self.budget.get().checked_sub(n as u64);
        let Some(left) = left else {
            return Err(refusal(msg::STORE_BOMB));
        };
        self.budget.set(left);
        if self.given > self.limits.free && self.given / self.limits.ratio > self.packed.get() {
            return Err(refusal(msg::store_bomb_ratio(self.limits.ratio.to_string())));
        }
        Ok(n)
    }
}

#[cfg(test)]
mod tests;
