//! Writing the catalogue: what the library shows of every article, as the
//! next start will show it.

use super::Stop;
use crate::corpus::{Card, DocId, DocKey};
use crate::notice::Notice;
use crate::store::catalogue::index::{Article, Head, Index, Made, Said, Source, SourceFile};
use crate::store::catalogue::{Origin, Shelf, Slot, Spot};
use crate::story::Stories;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One article to be kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its number.
    pub id: DocId,
    /// Its key.
    pub key: DocKey,
    /// What lists show.
    pub card: Arc<Card>,
    /// What habits of its source are remembered under.
    pub source: Arc<str>,
    /// What the reader had said of it, in one number.
    pub said: u64,
    /// It was looked at in this form.
    pub found: bool,
}

/// All that is kept.
#[derive(Clone, Debug)]
pub struct Keep {
    /// Where the rest stands.
    pub shelf: Arc<Shelf>,
    /// The paths given.
    pub roots: Vec<PathBuf>,
    /// The articles that there are.
    pub articles: Vec<Kept>,
    /// Stories, the numbers of their articles, and what they were made of.
    pub stories: Option<(u64, Vec<DocId>, Arc<Stories>)>,
}

/// Writes the catalogue.
///
/// # Errors
/// What to say when it could not be written.
pub(super) fn keep(job: &Keep, stop: &Stop) -> Result<(), Notice> {
    let Some(home) = job.shelf.home().cloned() else { return Ok(()) };
    let refused = |e: std::io::Error| home.refused(&e);
    if let Some(e) = job.shelf.findings().refused() {
        return Err(refused(e));
    }
    let mut standing: Vec<(&Kept, Spot)> =
        job.articles.iter().filter_map(|k| Some((k, job.shelf.spot(k.id)?))).collect();
    standing.sort_by(|(a, s), (b, t)| order(s).cmp(&order(t)).then(a.id.cmp(&b.id)));
    compact(job, &home, &standing).map_err(refused)?;
    if stop.is_set() {
        return Ok(());
    }
    let end = job.shelf.findings().end();
    let index = index(job, &standing, end);
    job.shelf.findings().sync().map_err(refused)?;
    home.save(&index).map_err(refused)?;
    home.tidy(index.head.generation);
    Ok(())
}

/// Articles in the order in which a walk would find them.
fn order(spot: &Spot) -> (usize, &Path, u64) {
    let at = spot.extent.map_or(0, |e| e.start);
    match &*spot.origin {
        Origin::File { root, path, .. } => (*root, path, at),
        Origin::Carried(..) | Origin::Gone => (usize::MAX, Path::new(""), at),
    }
}

/// Copies the findings that are meant to a new file when most of the old one
/// is not meant any more.
fn compact(job: &Keep, home: &crate::store::catalogue::Home, standing: &[(&Kept, Spot)]) -> std::io::Result<()> {
    /// Bytes below which nobody minds.
    const LITTLE: u64 = 1 << 20;
    let findings = job.shelf.findings();
    let Some(end) = findings.end() else { return Ok(()) };
    let slots: Vec<(DocId, Slot)> = standing.iter().filter_map(|(k, _)| Some((k.id, job.shelf.slot(k.id)?))).collect();
    let meant: u64 = slots.iter().map(|(_, s)| u64::from(s.len)).sum();
    // While articles are looked at, more is being appended.
    let settled = standing.iter().all(|(k, _)| k.found);
    if end < LITTLE || meant > end / 2 || !settled {
        return Ok(());
    }
    let (generation, next) = home.next_generation(job.shelf.generation())?;
    let mut moved = Vec::with_capacity(slots.len());
    for some in slots.chunks(1024) {
        let bytes: Vec<Option<Vec<u8>>> = some.iter().map(|(_, s)| findings.read(*s)).collect();
        let ids = some.iter().zip(&bytes).filter(|(_, b)| b.is_some()).map(|((id, _), _)| *id);
        let ids: Vec<DocId> = ids.collect();
        let bytes: Vec<Vec<u8>> = bytes.into_iter().flatten().collect();
        moved.extend(ids.into_iter().zip(next.append(&bytes)));
        if let Some(e) = next.refused() {
            return Err(e);
        }
    }
    job.shelf.turn_over(generation, next, &moved);
    Ok(())
}

fn index(job: &Keep, standing: &[(&Kept, Spot)], end: Option<u64>) -> Index {
    let mut files: Vec<SourceFile> = Vec::new();
    let mut numbers: HashMap<PathBuf, u32> = HashMap::new();
    let notes = job.shelf.notes();
    for (path, note) in &notes {
        numbers.insert(path.clone(), files.len() as u32);
        files.push(SourceFile {
            root: note.root as u32,
            rest: rest(&job.roots, note.root, path),
            stamp: note.stamp,
            barren: true,
            notices: note.notices.iter().map(Said::from).collect(),
        });
    }
    let mut articles = Vec::with_capacity(standing.len());
    let mut places: HashMap<DocId, usize> = HashMap::new();
    for (k, spot) in standing {
        let Origin::File { root, path, stamp } = &*spot.origin else { continue };
        let file = *numbers.entry(path.clone()).or_insert_with(|| {
            let rest = rest(&job.roots, *root, path);
            files.push(SourceFile { root: *root as u32, rest, stamp: *stamp, barren: false, notices: Vec::new() });
            files.len() as u32 - 1
        });
        if let Some(f) = files.get_mut(file as usize) {
            f.barren = false;
        }
        let slot = job.shelf.slot(k.id).filter(|s| k.found && end.is_some_and(|e| s.start + u64::from(s.len) <= e));
        places.insert(k.id, articles.len());
        articles.push(Article {
            file,
            entry: spot.place.entry.as_deref().map(str::to_owned),
            packed: spot.packed,
            extent: spot.extent.map(|e| (e.start, e.len)),
            key: *k.key.bytes(),
            source: k.source.to_string(),
            said: k.said,
            slot: slot.map(|s| (s.start, s.len, s.sum)),
            card: (*k.card).clone(),
        });
    }
    let sources = job.shelf.sources().into_iter();
    let sources = sources.map(|(name, r)| Source { name, articles: r.articles() as u64, lines: r.telling() }).collect();
    let made = job.stories.as_ref().map(|(of, order, stories)| {
        let place = |i: usize| places.get(order.get(i)?).copied();
        Made { of: *of, stories: stories.renumbered(&place) }
    });
    let head = Head {
        generation: job.shelf.generation(),
        findings: end.unwrap_or(0),
        articles: articles.len() as u64,
        files,
        sources,
    };
    Index { head, articles, made }
}

/// The part of a path below the path given, in the bytes of the system.
fn rest(roots: &[PathBuf], root: usize, path: &Path) -> Vec<u8> {
    let rest = roots.get(root).and_then(|r| path.strip_prefix(r).ok()).unwrap_or(path);
    rest.as_os_str().as_encoded_bytes().to_vec()
}
