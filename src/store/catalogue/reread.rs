//! Reading articles again: those that stand by themselves where they stand,
//! the others in one pass over the file that holds them.

use super::document_store::DocumentStore;
use super::fresh::Waiting;
use super::origin::{Location, Origin, Stamp};
use super::text::Text;
use crate::corpus::{DocId, DocKey, Place};
use crate::ingest::{self, Item, RawDocument};
use crate::notice::{Notice, reason};
use crate::store::archives::{self, Limits};
use crate::store::files::WalkItem;
use crate::store::regular;
use crate::words::msg;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Articles that are held in memory at once on their way through a job.
const BATCH: usize = 256;

/// Bytes of a file that is read to its end for one of its articles; what is in it is a
/// few times as long.
const SMALL: u64 = 8 << 20;

/// An article, and what it is read from.
struct Spot {
    id: DocId,
    fresh: Option<Waiting>,
    location: Option<Location>,
}

impl Spot {
    /// True for what is there without reading what stands before it.
    fn is_direct(&self) -> bool {
        self.fresh.is_some() || self.location.as_ref().is_none_or(is_direct)
    }
}

/// What of a file that is read from its beginning is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    Nothing,
    All,
}

/// What is done with each article of [`DocumentStore::each`].
pub type Work<'w, T> = dyn Fn(DocId, Result<Text, Notice>) -> T + Sync + 'w;

impl DocumentStore {
    /// Reads articles again, in the order given, a batch at a time on all
    /// cores; `out` gets what the work made of each batch, in order. Files
    /// that hold many articles are read once.
    pub fn each<T: Send>(
        &self,
        ids: &[DocId],
        stop: &(dyn Fn() -> bool + Sync),
        work: &Work<'_, T>,
        out: &mut dyn FnMut(Vec<T>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut rest = ids;
        while let Some(&first) = rest.first() {
            if stop() {
                return ControlFlow::Break(());
            }
            let spot = |id: &DocId| Spot { id: *id, fresh: self.fresh(*id), location: self.location(*id) };
            let spots: Vec<Spot> = rest.iter().take(BATCH).map(spot).collect();
            let direct = spots.iter().take_while(|s| s.is_direct()).count();
            if direct > 0 {
                let one = |spot: &Spot| {
                    let text = match (&spot.fresh, &spot.location) {
                        (Some(Waiting::Held(document)), _) => Ok(Text::Held(document.clone())),
                        (Some(Waiting::Spilled(spilled)), Some(location)) => match spilled.read(location) {
                            Some(document) => Ok(Text::Held(Arc::new(document))),
                            None => self.open(spot.id),
                        },
                        (None, Some(location)) => self.read(location),
                        (_, None) => Err(Notice::error("", msg::STORE_NOT_IN_CORPUS)),
                    };
                    work(spot.id, text)
                };
                out(spots[..direct].par_iter().map(one).collect())?;
                rest = &rest[direct..];
                continue;
            }
            let same = |id: &&DocId| self.share_a_file(first, **id);
            let count = rest.iter().take_while(same).count().max(1);
            self.container(&rest[..count], Keep::Nothing, stop, work, out)?;
            rest = &rest[count..];
        }
        ControlFlow::Continue(())
    }

    /// One article.
    ///
    /// # Errors
    /// Why it cannot be shown: gone, unreadable, or changed.
    pub fn open(&self, id: DocId) -> Result<Text, Notice> {
        let location = self.location(id).ok_or_else(|| Notice::error("", msg::STORE_NOT_IN_CORPUS))?;
        if is_direct(&location) {
            return self.read(&location);
        }
        if let Some(raw) = self.passed(&location) {
            return same(&location, Some(raw));
        }
        let mut found = Err(changed(&location.place));
        let take = |_, text| text;
        let _ = self.container(&[id], Keep::All, &|| false, &take, &mut |texts| {
            found = texts.into_iter().next().unwrap_or_else(|| Err(changed(&location.place)));
            ControlFlow::Continue(())
        });
        found
    }

    /// Reads what stands by itself: a whole file, a record, what is held.
    fn read(&self, location: &Location) -> Result<Text, Notice> {
        if let Some(d) = &location.held {
            return Ok(Text::Held(d.clone()));
        }
        let place = &location.place;
        let raw = match (&*location.origin, location.extent) {
            (Origin::File { path, .. }, Some(extent)) => {
                let bytes = (|| {
                    let mut file = regular::open(path)?;
                    file.seek(SeekFrom::Start(extent.start))?;
                    let mut bytes = Vec::new();
                    file.take(extent.len).read_to_end(&mut bytes)?;
                    Ok(bytes)
                })();
                ingest::record(place, &bytes.map_err(|e| unreadable(place, &e))?, self.options())
            }
            (Origin::File { path, .. }, None) => {
                let mut file = regular::open(path).map_err(|e| unreadable(place, &e))?;
                let mut bytes = Vec::new();
                file.by_ref()
                    .take(self.options().container_bytes as u64)
                    .read_to_end(&mut bytes)
                    .map_err(|e| unreadable(place, &e))?;
                ingest::read_with(place, &bytes, self.options()).documents.into_iter().next()
            }
            (Origin::Carried(place, bytes), _) => {
                let all = ingest::read_with(place, bytes, self.options()).documents;
                all.into_iter().find(|d| d.place == location.place)
            }
            (Origin::Archive | Origin::Gone, _) => None,
        };
        same(location, raw)
    }

    /// Reads the articles of one file that is read from its beginning; those that are
    /// passed on the way may be kept for whoever asks for them next.
    fn container<T: Send>(
        &self,
        ids: &[DocId],
        keep: Keep,
        stop: &(dyn Fn() -> bool + Sync),
        work: &Work<'_, T>,
        out: &mut dyn FnMut(Vec<T>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut wanted: HashMap<Place, Vec<(DocId, Location)>> = HashMap::new();
        let mut path = None;
        for &id in ids {
            let Some(location) = self.location(id) else { continue };
            if let Origin::File { path: p, .. } = &*location.origin {
                path = Some(p.clone());
            }
            wanted.entry(location.place.clone()).or_default().push((id, location));
        }
        let Some(path) = path else { return ControlFlow::Continue(()) };
        let stamp = std::fs::metadata(&path).ok().filter(|_| keep == Keep::All).map(|meta| Stamp::of(&meta));
        // A small file is read to its end: all of it has room.
        let whole = stamp.is_some_and(|stamp| stamp.size <= SMALL);
        // Entries that hold a wanted one, itself included.
        let entries = wanted.keys().filter_map(|p| p.entry.clone());
        let leading: HashSet<String> = entries.flat_map(|e| holders(&e)).collect();
        let mut batch: Vec<(DocId, Result<Text, Notice>)> = Vec::new();
        let mut ended = ControlFlow::Continue(());
        let mut flush = |batch: &mut Vec<(DocId, Result<Text, Notice>)>| {
            let texts = std::mem::take(batch);
            if texts.is_empty() {
                ControlFlow::Continue(())
            } else {
                out(texts.into_par_iter().map(|(id, t)| work(id, t)).collect())
            }
        };
        let _ = archives::file(&path, &Limits::default(), &|| stop(), &mut |found| {
            let WalkItem::File { place, reader, .. } = found else { return ControlFlow::Continue(()) };
            if place.entry.as_ref().is_some_and(|e| !leading.contains(&**e)) {
                return ControlFlow::Continue(());
            }
            ingest::stream(&place, reader, self.options(), &mut |item| {
                let Item::Document(raw) = item else { return ControlFlow::Continue(()) };
                if let Some(stamp) = stamp {
                    self.pass(&path, stamp, &raw);
                }
                let Some(list) = wanted.get_mut(&raw.place) else { return ControlFlow::Continue(()) };
                let key = DocKey::of_text(&raw.text);
                let at = list.iter().position(|(_, s)| s.key == key).unwrap_or(0);
                let (id, location) = list.swap_remove(at);
                if list.is_empty() {
                    wanted.remove(&location.place);
                }
                batch.push((id, same(&location, Some(*raw))));
                if batch.len() >= BATCH || wanted.is_empty() {
                    ended = flush(&mut batch);
                }
                if ended.is_break() || wanted.is_empty() && !whole || stop() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            })
        });
        ended?;
        if stop() {
            return ControlFlow::Break(());
        }
        let mut lost: Vec<(DocId, Location)> = wanted.into_values().flatten().collect();
        lost.sort_unstable_by_key(|(id, _)| *id);
        batch.extend(lost.into_iter().map(|(id, location)| (id, Err(changed(&location.place)))));
        flush(&mut batch)
    }
}

/// The entry and all that it may stand in: `a`, `a#b`, `a#b#12`.
fn holders(entry: &str) -> Vec<String> {
    let cuts = entry.match_indices('#').map(|(i, _)| i).chain([entry.len()]);
    cuts.filter_map(|i| entry.get(..i).map(str::to_owned)).collect()
}

/// True for what is read without reading what stands before it.
fn is_direct(location: &Location) -> bool {
    match &*location.origin {
        Origin::File { .. } => {
            location.held.is_some() || location.extent.is_some() || (location.place.entry.is_none() && !location.packed)
        }
        Origin::Carried(..) | Origin::Archive | Origin::Gone => true,
    }
}

/// The text, when it is the one that was read the first time.
fn same(location: &Location, raw: Option<RawDocument>) -> Result<Text, Notice> {
    match raw {
        Some(raw) if DocKey::of_text(&raw.text) == location.key => Ok(Text::Raw(Box::new(raw))),
        _ => Err(changed(&location.place)),
    }
}

fn changed(place: &Place) -> Notice {
    Notice::warning(place.to_string(), msg::STORE_CHANGED_ON_DISK).with_hint(msg::STORE_R_READS_AGAIN)
}

fn unreadable(place: &Place, e: &std::io::Error) -> Notice {
    let sentence = msg::store_unreadable_now(reason(e));
    Notice::warning(place.to_string(), sentence).with_hint(msg::STORE_R_LOOKS_AGAIN)
}
