//! Bringing files into an archive: workers that share them through its tables.

use super::database::{ANY_WORD, ArchiveTables, NewRow, Task};
use super::kept;
use super::pieces::{self, LineRange};
use crate::clean::{self, recurring};
use crate::corpus::Place;
use crate::entity::{self, Entity};
use crate::ingest::{self, Alike, Item, RawDocument};
use crate::notice::{Notice, reason};
use crate::search;
use crate::store::archives::{self, Limits};
use crate::store::catalogue::{self, Claims, Stamp, attempt, findings_of};
use crate::store::files::{self, Step, WalkItem};
use crate::store::postgres::{Trouble, runtime};
use crate::store::settings::Address;
use crate::story;
use crate::words::msg;
use jiff::civil::Date;
use serde_json::json;
use std::fmt::Display;
use std::ops::{ControlFlow, Range};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use tokio::runtime::Runtime;

/// Articles that are written at once, and bytes of their texts from which fewer are.
const BATCH: usize = 100;
const BATCH_BYTES: usize = 4 << 20;

/// Files that are named at once.
const NAMED: usize = 1000;

/// Articles of one file whose order can be told.
const PLACES: i64 = 1 << 28;

/// Years of which each month is a partition; what bears another is among what has no day.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2200;

/// Bytes of words from which an article is found by every query: PostgreSQL keeps no
/// more than a megabyte of one.
const WORDS: usize = 900_000;

/// What bringing files in tells on the way.
#[derive(Debug)]
pub enum ImportEvent {
    /// What could not be read, or kept.
    Problem(Notice),
    /// So many files of so many are done, and so many articles were read by this run.
    Progress {
        /// Files that are done, whoever did them.
        done: u64,
        /// Files that there are.
        files: u64,
        /// Articles that this run read.
        read: u64,
    },
}

/// How the work is shared.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// Threads of this run.
    pub workers: usize,
    /// Bytes of a file of lines that are one task; one of more than twice as many is
    /// several.
    pub piece: u64,
}

/// What came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Articles that were read, but for those that an earlier run had brought in.
    pub read: u64,
    /// Of these, the ones whose text was not there yet.
    pub new: u64,
    /// Files that this run brought in.
    pub files: u64,
    /// Files that others have, or that could not be read here.
    pub left: u64,
}

/// What a worker tells the thread that started it.
enum Word {
    Problem(Notice),
    /// Articles read and, of these, new ones.
    Written(u64, u64),
    /// A file is done.
    File,
    End(Result<(), Trouble>),
}

/// Brings the articles of files into an archive, whose tables are made where there
/// are none. Files are shared with all that do the same; without paths this run
/// works on those that were named before.
///
/// # Errors
/// Why the archive cannot be worked with; what came in before is kept, and the next
/// run goes on from there.
pub fn import(
    address: &Address,
    paths: &[PathBuf],
    options: &ingest::Options,
    share: Share,
    heard: &mut dyn FnMut(ImportEvent),
) -> Result<Imported, Trouble> {
    let runtime = runtime().map_err(|e| Trouble::Unfit(reason(&e)))?;
    let tables = runtime.block_on(async {
        ArchiveTables::prepare(address).await?;
        ArchiveTables::connect(address).await
    })?;
    name_files(paths, share.piece, &runtime, &tables, heard)?;
    let mut imported = Imported::default();
    let mut ended = Ok(());
    let (tell, words) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..share.workers.max(1) {
            let tell = tell.clone();
            scope.spawn(move || {
                let done = catch_unwind(AssertUnwindSafe(|| Worker::start(address, options, &tell)?.work()));
                let done = done.unwrap_or_else(|_| Err(Trouble::Unfit(msg::STORE_UNCLEANED.into())));
                let _ = tell.send(Word::End(done));
            });
        }
        drop(tell);
        let (mut done, mut files) = runtime.block_on(tables.standing()).unwrap_or_default();
        for word in words {
            match word {
                Word::Problem(notice) => heard(ImportEvent::Problem(notice)),
                Word::Written(read, new) => {
                    imported.read += read;
                    imported.new += new;
                }
                Word::File => {
                    imported.files += 1;
                    (done, files) = runtime.block_on(tables.standing()).unwrap_or((done + 1, files));
                }
                Word::End(end) => ended = std::mem::replace(&mut ended, Ok(())).and(end),
            }
            heard(ImportEvent::Progress { done, files, read: imported.read });
        }
    });
    ended?;
    runtime.block_on(tables.count_habits())?;
    let (done, files) = runtime.block_on(tables.standing())?;
    Ok(Imported { left: files.saturating_sub(done), ..imported })
}

/// Puts files among those to be brought in, in the order of the walk.
fn name_files(
    paths: &[PathBuf],
    piece: u64,
    runtime: &Runtime,
    tables: &ArchiveTables,
    heard: &mut dyn FnMut(ImportEvent),
) -> Result<(), Trouble> {
    let mut named: Vec<(Vec<u8>, String)> = Vec::new();
    // Files in pieces, each with the tasks that these are now.
    let mut retired: Vec<(Vec<u8>, Vec<Vec<u8>>)> = Vec::new();
    let mut failed = Ok(());
    let mut flush = |named: &mut Vec<(Vec<u8>, String)>| {
        failed = runtime.block_on(tables.name(named));
        named.clear();
        if failed.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let _ = paths.iter().try_for_each(|path| {
        files::walk(path, &|| false, &mut |step| match step {
            Step::File(path, meta) => {
                let stamp = stamped(&Stamp::of(meta));
                // What cannot be read is told by whoever tries to.
                match pieces::of(path, meta.len(), piece).unwrap_or_default() {
                    pieces if pieces.is_empty() => named.push((catalogue::path_bytes(path).to_vec(), stamp)),
                    pieces => {
                        let names = pieces.into_iter().map(|piece| pieces::name(path, piece));
                        let tasks: Vec<(Vec<u8>, String)> = names.map(|name| (name, stamp.clone())).collect();
                        retired
                            .push((catalogue::path_bytes(path).to_vec(), tasks.iter().map(|t| t.0.clone()).collect()));
                        named.extend(tasks);
                    }
                }
                if named.len() < NAMED { ControlFlow::Continue(()) } else { flush(&mut named) }
            }
            Step::Stdin => {
                heard(ImportEvent::Problem(Notice::error(files::STDIN, msg::STORE_ARCHIVE_NO_STDIN)));
                ControlFlow::Continue(())
            }
            Step::Problem(notice) => {
                heard(ImportEvent::Problem(notice));
                ControlFlow::Continue(())
            }
        })
    });
    if !named.is_empty() {
        let _ = flush(&mut named);
    }
    failed?;
    retired.iter().try_for_each(|(path, pieces)| runtime.block_on(tables.forget_pieces(path, pieces)))
}

fn stamped(stamp: &Stamp) -> String {
    format!("{} {}", stamp.size, stamp.modified)
}

/// One thread with two connections: one holds the file, the other writes.
struct Worker<'w> {
    runtime: Runtime,
    holds: ArchiveTables,
    writes: ArchiveTables,
    options: &'w ingest::Options,
    tell: &'w Sender<Word>,
    /// Partitions that are there.
    months: Vec<Option<String>>,
}

impl<'w> Worker<'w> {
    fn start(address: &Address, options: &'w ingest::Options, tell: &'w Sender<Word>) -> Result<Self, Trouble> {
        let runtime = runtime().map_err(|e| Trouble::Unfit(reason(&e)))?;
        let holds = runtime.block_on(ArchiveTables::connect(address))?;
        let writes = runtime.block_on(ArchiveTables::connect(address))?;
        Ok(Self { runtime, holds, writes, options, tell, months: Vec::new() })
    }

    fn say(&self, word: Word) {
        // Whoever started this thread waits for its end.
        let _ = self.tell.send(word);
    }

    /// Brings in what nobody else has.
    fn work(mut self) -> Result<(), Trouble> {
        let mut unreadable = Vec::new();
        while let Some(mut task) = self.runtime.block_on(self.holds.take(&unreadable))? {
            let (path, piece) = pieces::named(&task.path);
            match std::fs::metadata(&path) {
                Ok(meta) => {
                    let now = stamped(&Stamp::of(&meta));
                    if now != task.stamp {
                        if piece.is_some() {
                            // Its lines may begin elsewhere now.
                            let changed = Notice::error(files::display(&path), msg::STORE_ARCHIVE_PIECE_CHANGED);
                            self.say(Word::Problem(changed));
                            self.runtime.block_on(self.holds.forget(&task))?;
                            continue;
                        }
                        self.runtime.block_on(self.holds.renew(&mut task, now))?;
                    }
                    self.file(&task, &path, piece)?;
                    self.runtime.block_on(self.holds.done(&task))?;
                    self.say(Word::File);
                }
                Err(e) => {
                    let said = msg::store_unreadable(reason(&e));
                    self.say(Word::Problem(Notice::error(files::display(&path), said)));
                    unreadable.push(task.id);
                    self.runtime.block_on(self.holds.give_back())?;
                }
            }
        }
        Ok(())
    }

    fn file(&mut self, task: &Task, path: &Path, piece: Option<LineRange>) -> Result<(), Trouble> {
        let known = self.runtime.block_on(self.writes.progress(task.id))?;
        let (mut read, mut bytes, mut failed) = (0, 0, None);
        // What is here for good of this file.
        let mut written = known;
        let mut batch: Vec<NewRow> = Vec::new();
        let options = self.options;
        let _ = opened(path, piece, &mut |found| match found {
            WalkItem::Problem(notice) => {
                self.say(Word::Problem(notice));
                ControlFlow::Continue(())
            }
            WalkItem::File { place, reader, told, .. } => {
                ingest::stream_among(&place, reader, options, told, &mut |item| {
                    let raw = match item {
                        Item::Document(raw) => raw,
                        Item::Notice(notice) => {
                            self.say(Word::Problem(notice));
                            return ControlFlow::Continue(());
                        }
                    };
                    read += 1;
                    if read <= known {
                        return ControlFlow::Continue(());
                    }
                    bytes += raw.text.len();
                    let position = task.id.saturating_mul(PLACES).saturating_add_unsigned(read - 1);
                    match row(*raw, position) {
                        Ok(row) => batch.push(row),
                        Err(notice) => self.say(Word::Problem(notice)),
                    }
                    if batch.len() < BATCH && bytes < BATCH_BYTES {
                        return ControlFlow::Continue(());
                    }
                    bytes = 0;
                    match self.write(task.id, written..read, &mut batch) {
                        Ok(()) => {
                            written = read;
                            ControlFlow::Continue(())
                        }
                        Err(trouble) => {
                            failed = Some(trouble);
                            ControlFlow::Break(())
                        }
                    }
                })
            }
        });
        match failed {
            Some(trouble) => Err(trouble),
            None if read > written => self.write(task.id, written..read, &mut batch),
            None => Ok(()),
        }
    }

    /// Writes the rows of some articles of a file; one that the server does not take
    /// keeps no other back.
    fn write(&mut self, task: i64, which: Range<u64>, batch: &mut Vec<NewRow>) -> Result<(), Trouble> {
        for row in batch.iter() {
            if !self.months.contains(&row.month) {
                self.runtime.block_on(self.writes.open_month(row.month.as_deref()))?;
                self.months.push(row.month.clone());
            }
        }
        let rows = std::mem::take(batch);
        let new = match self.runtime.block_on(self.writes.add(task, which.end, &rows))? {
            Some(new) => new,
            None => {
                let mut new = 0;
                for row in &rows {
                    match self.runtime.block_on(self.writes.add(task, which.start, std::slice::from_ref(row)))? {
                        Some(added) => new += added,
                        None => {
                            let said = Notice::error(row.path.clone(), msg::STORE_ARCHIVE_NOT_TAKEN);
                            self.say(Word::Problem(said));
                        }
                    }
                }
                self.runtime.block_on(self.writes.add(task, which.end, &[]))?;
                new
            }
        };
        self.say(Word::Written(rows.len() as u64, new));
        Ok(())
    }
}

/// Opens a file, and the archive when it is one, or some lines of it.
fn opened(path: &Path, piece: Option<LineRange>, sink: &mut files::Sink<'_>) -> ControlFlow<()> {
    let Some(piece) = piece else { return archives::file(path, &Limits::default(), &|| false, sink) };
    let place = Place::file(files::display(path));
    match pieces::lines(path, piece) {
        Ok(mut lines) => sink(WalkItem::File { place, reader: &mut lines, told: &mut Alike::default(), file: None }),
        Err(e) => sink(WalkItem::Problem(Notice::error(&*place.path, msg::store_unreadable(reason(&e))))),
    }
}

/// All that is kept of an article.
fn row(raw: RawDocument, position: i64) -> Result<NewRow, Notice> {
    let packed = kept::pack(&raw)?;
    let stated: Vec<String> = raw.fields.title.iter().map(|f| f.value.clone()).collect();
    let document = catalogue::clean(raw)?;
    let found = attempt(&document.place, msg::STORE_ARCHIVE_LEFT_OUT, || {
        let words = search::lexemes(&document, stated.iter().map(String::as_str));
        (entity::find(&document), story::signature(&document), words)
    });
    let (found, signature, words) = found?;
    let published = document.meta.published.value.filter(|day| day.year() > 0);
    let fits = words.iter().map(String::len).sum::<usize>() < WORDS;
    let words = if fits { words.into_iter().collect::<Vec<_>>().join(" ") } else { ANY_WORD.to_owned() };
    Ok(NewRow {
        key: document.key.bytes().to_vec(),
        month: published.filter(|day| YEARS.contains(&day.year())).map(|day| day.first_of_month().to_string()),
        position,
        published: published.as_ref().map(Date::to_string),
        path: document.place.path.to_string(),
        entry: document.place.entry.as_deref().map(str::to_owned),
        title: document.meta.title.value.clone(),
        source: document.meta.source.value.clone(),
        habit: clean::source_key(&document),
        lines: array(recurring::lines(&document).into_iter().map(u64::cast_signed)),
        body: document.body_text(),
        claims: json!(Claims::of(&document)).to_string(),
        names: names(&found),
        story: array(story::copy_keys(&signature)),
        findings: findings_of(&document, &found, &signature),
        raw: packed,
        words,
    })
}

fn names(found: &[Entity]) -> String {
    let name = |e: &Entity| json!({ "name": e.name, "kind": e.kind, "doubtful": e.is_doubtful(), "mentions": e.mentions.len() });
    json!(found.iter().map(name).collect::<Vec<_>>()).to_string()
}

/// Numbers as PostgreSQL writes an array.
fn array<T: Display>(numbers: impl IntoIterator<Item = T>) -> String {
    format!("{{{}}}", numbers.into_iter().map(|n| n.to_string()).collect::<Vec<_>>().join(","))
}
