//! Articles on their way from files and archives to a command.

use super::places::Places;
use super::progress::Progress;
use crate::corpus::Document;
use crate::ingest::{self, Item, Options, RawDocument};
use crate::notice::Notice;
use crate::store::archive::{self, Pull, Pulled};
use crate::store::archives::{self, Limits};
use crate::store::catalogue;
use crate::store::files::{self, WalkItem};
use crate::store::settings::Address;
use crate::words::{Message, msg};
use rayon::prelude::*;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Cleaned documents and problems of the given paths, as they come.
pub(super) fn each(
    paths: &[PathBuf],
    options: &Options,
    progress: &Progress,
    take: &mut dyn FnMut(Loaded) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let places = Places::of(paths);
    let mut reading = Reading::new(&places.paths, progress);
    archives::visit(&places.paths, &Limits::default(), &|| false, &mut |found| match found {
        WalkItem::Problem(notice) => take(Loaded::Problem(notice)),
        WalkItem::File { place, reader, told, .. } => {
            reading.file(&place.path);
            ingest::stream_among(&place, reader, options, told, &mut |item| match item {
                Item::Document(raw) if !places.mean(&raw.place) => ControlFlow::Continue(()),
                Item::Notice(notice) if !places.concern(&notice) => ControlFlow::Continue(()),
                Item::Document(raw) => {
                    reading.articles(1);
                    take(cleaned(*raw))
                }
                Item::Notice(notice) => take(Loaded::Problem(notice)),
            })
        }
    })?;
    if reading.articles > 0 {
        return ControlFlow::Continue(());
    }
    take(Loaded::Problem(nothing(paths)))
}

/// Cleaned documents and problems of all of an archive, as they come.
pub(super) fn each_archived(
    address: &Address,
    pull: &Pull,
    progress: &Progress,
    take: &mut dyn FnMut(Loaded) -> ControlFlow<()>,
) -> Option<Pulled> {
    let mut read = 0;
    let mut taken = |item| {
        take(match item {
            Item::Document(raw) => {
                read += 1;
                progress.tell(0, 0, || progress_of_reading(1, 0, read));
                cleaned(*raw)
            }
            Item::Notice(notice) => Loaded::Problem(notice),
        })
    };
    let pulled = archive::pull(address, pull, &|| false, &mut |_| (), &mut taken);
    progress.clear();
    let (notices, pulled) = match pulled {
        Ok(pulled) => (pulled.notices(address, pull.most), Some(pulled)),
        Err(reason) => (vec![Notice::error(address.to_string(), msg::store_archive_away(reason))], None),
    };
    let _ = notices.into_iter().try_for_each(|notice| take(Loaded::Problem(notice)));
    pulled
}

/// An article cleaned, or that it makes the cleaner fail.
fn cleaned(raw: RawDocument) -> Loaded {
    catalogue::clean(raw).map_or_else(Loaded::Problem, |document| Loaded::Document(Box::new(document)))
}

/// How far reading is.
struct Reading<'p> {
    progress: &'p Progress,
    /// Files there are, 0 when nobody knows or asks.
    all: usize,
    files: usize,
    /// The file that is being read: an archive has many entries.
    last: String,
    articles: usize,
}

impl<'p> Reading<'p> {
    fn new(paths: &[PathBuf], progress: &'p Progress) -> Self {
        Self { progress, all: progress.files(paths), files: 0, last: String::new(), articles: 0 }
    }

    /// A file, or an entry of one, is read now.
    fn file(&mut self, path: &str) {
        if self.last != path {
            self.files += 1;
            path.clone_into(&mut self.last);
        }
    }

    /// More articles were read.
    fn articles(&mut self, more: usize) {
        self.articles += more;
        let (done, all) = (self.files.saturating_sub(1), self.all);
        self.progress.tell(done, all, || progress_of_reading(self.files, all, self.articles));
    }
}

/// How far reading is, in words.
pub(super) fn progress_of_reading(files: usize, all: usize, articles: usize) -> Message {
    let articles = msg::article_count(articles);
    if all > 0 { msg::cli_progress_files(files, all, articles) } else { msg::cli_progress_reading(files, articles) }
}

/// What reading gives.
pub(super) enum Loaded {
    /// An article.
    Document(Box<Document>),
    /// What could not be read, or could only be read with a repair.
    Problem(Notice),
}

/// Articles on their way to be worked on at once.
pub(super) const BATCH: usize = 256;

/// What `work` makes of every article of the given paths, and their problems,
/// in the order in which they are read: one thread reads while the others
/// work, and only a few articles are in memory at a time.
pub(super) fn each_worked<T: Send>(
    paths: &[PathBuf],
    options: &Options,
    progress: &Progress,
    work: &(dyn Fn(Document) -> T + Sync),
    take: &mut dyn FnMut(Result<T, Notice>),
) {
    let (send, receive) = std::sync::mpsc::sync_channel::<Vec<Item>>(2);
    let places = Places::of(paths);
    let mut reading = Reading::new(&places.paths, progress);
    std::thread::scope(|scope| {
        let places = &places;
        scope.spawn(move || {
            let mut batch: Vec<Item> = Vec::with_capacity(BATCH);
            let mut push = |item: Item| -> ControlFlow<()> {
                let meant = match &item {
                    Item::Document(raw) => places.mean(&raw.place),
                    Item::Notice(notice) => places.concern(notice),
                };
                if !meant {
                    return ControlFlow::Continue(());
                }
                batch.push(item);
                if batch.len() < BATCH {
                    return ControlFlow::Continue(());
                }
                let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
                if send.send(full).is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let _ = archives::visit(&places.paths, &Limits::default(), &|| false, &mut |found| match found {
                WalkItem::Problem(notice) => push(Item::Notice(notice)),
                WalkItem::File { place, reader, told, .. } => {
                    ingest::stream_among(&place, reader, options, told, &mut push)
                }
            });
            // Nobody waits for the last batch when the reader has gone.
            let _ = send.send(batch);
        });
        for batch in receive {
            for item in &batch {
                if let Item::Document(raw) = item {
                    reading.file(&raw.place.path);
                }
            }
            let worked: Vec<Result<T, Notice>> = batch
                .into_par_iter()
                .map(|item| match item {
                    Item::Document(raw) => catalogue::clean(*raw).map(work),
                    Item::Notice(notice) => Err(notice),
                })
                .collect();
            reading.articles(worked.iter().filter(|w| w.is_ok()).count());
            worked.into_iter().for_each(&mut *take);
        }
        if reading.articles == 0 {
            take(Err(nothing(paths)));
        }
    });
    progress.clear();
}

/// A path, or the address of an archive without its password.
pub(super) fn shown(path: &Path) -> String {
    archive::named(path).map_or_else(|| files::display(path), |(address, _)| address.to_string())
}

/// What to say when paths hold no article.
pub(super) fn nothing(paths: &[PathBuf]) -> Notice {
    let given: Vec<_> = paths.iter().take(3).map(|p| shown(p)).collect();
    Notice::warning(given.join(", "), msg::CLI_NOTHING_THERE)
}
