//! Writing the catalogue: what the library shows of every article, as the
//! next start will show it.

use super::resources::Resources;
use super::stop::Stop;
use super::storybook::StoryBook;
use super::task::Task;
use crate::corpus::DocId;
use crate::notice::Notice;
use crate::store::catalogue::format::{Head, Noted, Said, Source};
use crate::store::catalogue::{
    Builder, CardIndex, CatalogueDir, CatalogueSnapshot, DocumentStore, Location, Origin, Row, Slot,
};
use crate::store::fulltext::Form;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes the catalogue: all that is saved.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveCatalogue {
    /// What is known of them.
    pub cards: CardIndex,
    /// Those that there are.
    pub articles: Vec<DocId>,
    /// Stories, and what they were made of.
    pub stories: Option<(u64, StoryBook)>,
}

/// What was written, as it can be read from now on.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedCatalogue {
    /// The catalogue as it is now.
    pub snapshot: Arc<CatalogueSnapshot>,
    /// What it was written of.
    pub of: SaveCatalogue,
}

impl Task for SaveCatalogue {
    type Report = Box<SavedCatalogue>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Box<SavedCatalogue>)) -> Result<(), Notice> {
        if let Some(saved) = save(self, &with.store(), stop)? {
            out(Box::new(saved));
        }
        Ok(())
    }
}

/// Writes the catalogue; `None` when this instance writes none, or what it
/// wrote cannot be read.
///
/// # Errors
/// What to say when it could not be written.
fn save(job: SaveCatalogue, store: &DocumentStore, stop: &Stop) -> Result<Option<SavedCatalogue>, Notice> {
    let Some(catalogue_dir) = store.writable_dir().cloned() else { return Ok(None) };
    let refused = |e: std::io::Error| catalogue_dir.refused(&e);
    if let Some(e) = store.findings().refused() {
        return Err(refused(e));
    }
    let changes = store.changes();
    let mut located: Vec<(DocId, Location)> =
        job.articles.iter().filter_map(|id| Some((*id, store.location(*id)?))).collect();
    located.retain(|(_, location)| matches!(&*location.origin, Origin::File { .. }));
    located.sort_by(|(a, s), (b, t)| order(s).cmp(&order(t)).then(a.cmp(b)));
    let is_lost = || job.cards.snapshot().is_some_and(|s| s.is_lost());
    if !is_lost() {
        compact(&job, store, &catalogue_dir, &located).map_err(refused)?;
    }
    if stop.is_set() {
        return Ok(None);
    }
    let end = store.findings().end();
    let table = table(&job, store, &located, end);
    if is_lost() {
        // What it says now lacks what could not be read.
        catalogue_dir.forget().map_err(refused)?;
        return Err(catalogue_dir.lost());
    }
    let ids: Vec<DocId> = located.into_iter().map(|(id, _)| id).collect();
    store.findings().sync().map_err(refused)?;
    let table = catalogue_dir.save(table).map_err(refused)?;
    catalogue_dir.tidy(store.generation());
    let Some(table) = table else { return Ok(None) };
    let snapshot = Arc::new(CatalogueSnapshot::new(table, store.roots()).numbered(&ids));
    store.rebase(snapshot.clone(), changes);
    Ok(Some(SavedCatalogue { snapshot, of: job }))
}

/// Articles in the order in which a walk would find them.
fn order(location: &Location) -> (usize, &Path, u64) {
    let at = location.extent.map_or(0, |e| e.start);
    match &*location.origin {
        Origin::File { root, path, .. } => (*root, path, at),
        Origin::Carried(..) | Origin::Archive | Origin::Gone => (usize::MAX, Path::new(""), at),
    }
}

/// Copies the findings that are meant to a new file when most of the old one
/// is not meant any more.
fn compact(
    job: &SaveCatalogue,
    store: &DocumentStore,
    catalogue_dir: &CatalogueDir,
    located: &[(DocId, Location)],
) -> std::io::Result<()> {
    /// Bytes below which nobody minds.
    const LITTLE: u64 = 1 << 20;
    let findings = store.findings();
    let Some(end) = findings.end() else { return Ok(()) };
    let slots: Vec<(DocId, Slot)> = located.iter().filter_map(|(id, _)| Some((*id, store.slot(*id)?))).collect();
    let meant: u64 = slots.iter().map(|(_, s)| u64::from(s.len)).sum();
    // While articles are looked at, more is being appended.
    let looked_at = located.iter().all(|(id, _)| job.cards.reader_state(*id).is_some());
    if end < LITTLE || meant > end / 2 || !looked_at {
        return Ok(());
    }
    let (generation, next) = catalogue_dir.next_generation(store.generation())?;
    let mut moved = Vec::with_capacity(slots.len());
    for some in slots.chunks(1024) {
        let bytes: Vec<Option<Vec<u8>>> = some.iter().map(|(_, s)| findings.read(*s)).collect();
        let ids = some.iter().zip(&bytes).filter(|(_, b)| b.is_some()).map(|((id, _), _)| *id);
        let ids: Vec<DocId> = ids.collect();
        let bytes: Vec<Vec<u8>> = bytes.into_iter().flatten().collect();
        moved.extend(ids.into_iter().zip(next.append(bytes.iter().map(|b| &b[..]))));
        if let Some(e) = next.refused() {
            return Err(e);
        }
    }
    store.turn_over(generation, next, &moved);
    Ok(())
}

fn table(job: &SaveCatalogue, store: &DocumentStore, located: &[(DocId, Location)], end: Option<u64>) -> Builder {
    let roots = store.roots();
    let noted = store.notes().into_iter().map(|(path, note)| Noted {
        root: note.root as u32,
        rest: rest(roots, note.root, &path).as_os_str().as_encoded_bytes().to_vec(),
        stamp: note.stamp,
        notices: note.notices.iter().map(Said::from).collect(),
    });
    let sources = store.sources().into_iter();
    let sources = sources.map(|(name, r)| Source { name, articles: r.articles() as u64, lines: r.telling() });
    let mut table = Builder::new(Head {
        generation: store.generation(),
        findings: end.unwrap_or(0),
        notes: noted.collect(),
        sources: sources.collect(),
        ..Head::default()
    });
    let cards = job.cards.in_bulk();
    let mut rows: HashMap<DocId, usize> = HashMap::with_capacity(located.len());
    let mut file: Option<&Path> = None;
    for (id, location) in located {
        let Origin::File { root, path, stamp } = &*location.origin else { continue };
        let (Some(card), Some(source)) = (cards.card(*id), cards.source(*id)) else { continue };
        if file != Some(path) {
            table.file(*root as u32, rest(roots, *root, path), *stamp);
            file = Some(path);
        }
        let slot = store.slot(*id).filter(|s| end.is_some_and(|e| s.start + u64::from(s.len) <= e));
        let row = table.article(&Row {
            entry: location.place.entry.as_deref(),
            packed: location.packed,
            extent: location.extent,
            place: Form::place(location, roots).unwrap_or(0),
            key: location.key,
            source,
            found: cards.reader_state(*id).zip(slot),
            card: &card,
        });
        rows.insert(*id, row);
    }
    let row = |id: DocId| rows.get(&id).map(|row| DocId(*row as u32));
    let histories = cards.histories().all().into_iter().filter_map(|history| history.renumbered(&row));
    table.histories(histories.collect());
    if let Some((of, book)) = &job.stories
        && let Some(stories) = book.stories()
    {
        let order = book.order();
        table.stories(*of, &stories.renumbered(&|i| rows.get(order.get(i)?).copied()));
    }
    table
}

/// The part of a path below the path given.
fn rest<'p>(roots: &[PathBuf], root: usize, path: &'p Path) -> &'p Path {
    roots.get(root).and_then(|r| path.strip_prefix(r).ok()).unwrap_or(path)
}
