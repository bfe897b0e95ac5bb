//! The full-text index of a corpus, in the cache folder beside its catalogue.
//!
//! It keeps the words of every article, layer by layer, folded as
//! [`mod@crate::text::fold`] folds, with their places; no bodies. It says which
//! articles answer a query and how often, or which have to be looked at; it
//! never says more than a scan would. Nothing in it is precious: made by
//! another build, broken or out of date, it is made again, and the articles
//! that it does not hold as they are now are scanned.
//!
//! Knows files and the core; has never heard of jobs or screens.

mod answer;
mod bits;
mod directory;
mod fields;
mod form;
mod lookup;
mod near;
mod segment;
mod snapshot;
#[cfg(test)]
mod tests;

pub use answer::{Asked, Decide, Found, Tally};
pub use form::Form;
pub use snapshot::Snapshot;

use super::atomic;
use crate::corpus::DocId;
use crate::search::Layered;
use crate::store::regular;
use directory::ReadDirectory;
use fields::Fields;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tantivy::merge_policy::NoMergePolicy;
use tantivy::{IndexSettings, IndexWriter};

/// Articles from which an index is worth its room.
pub const FEWEST: usize = 3000;
/// Name of the folder in the folder of the catalogue.
const FOLDER: &str = "words";
/// What says which build made the index.
const STAMP: &str = "stamp";
/// Version of the fields and of how words are written.
const VERSION: u32 = 1;
/// Threads that write, and the memory of each.
const THREADS: usize = 2;
const MEMORY: usize = 64 << 20;
/// Segments that a finished index has at most.
const SEGMENTS: usize = 4;

/// An index on disk.
pub struct Fulltext {
    index: tantivy::Index,
    fields: Fields,
    folder: PathBuf,
    writer: Option<IndexWriter>,
}

impl std::fmt::Debug for Fulltext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fulltext").field("folder", &self.folder).finish_non_exhaustive()
    }
}

fn said(e: tantivy::TantivyError) -> io::Error {
    match e {
        tantivy::TantivyError::IoError(e) => io::Error::new(e.kind(), e.to_string()),
        e => io::Error::other(e.to_string()),
    }
}

/// Most bytes of a stamp.
const STAMP_BYTES: u64 = 1 << 10;

fn stamp(build: &[u8]) -> Vec<u8> {
    [&VERSION.to_le_bytes()[..], build].concat()
}

impl Fulltext {
    /// The index at home in a folder, for reading; `None` when there is none
    /// that this build made, or it is damaged.
    pub fn open(home: &Path, build: &[u8]) -> Option<Self> {
        let folder = home.join(FOLDER);
        if regular::read(&folder.join(STAMP), STAMP_BYTES).ok()? != stamp(build) {
            return None;
        }
        let fields = Fields::new();
        let mut index = tantivy::Index::open(ReadDirectory::open(&folder).ok()?).ok()?;
        index.set_tokenizers(fields::tokenizers());
        let sound = index.schema() == fields.schema && index.validate_checksum().is_ok_and(|bad| bad.is_empty());
        sound.then_some(Self { index, fields, folder, writer: None })
    }

    /// An empty index in the place of what is there.
    ///
    /// # Errors
    /// What the disk said.
    pub fn create(home: &Path, build: &[u8]) -> io::Result<Self> {
        let folder = home.join(FOLDER);
        match fs::remove_dir_all(&folder) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
        regular::own_folder(&folder)?;
        let fields = Fields::new();
        let directory = ReadDirectory::open(&folder).map_err(|e| io::Error::other(e.to_string()))?;
        let mut index =
            tantivy::Index::create(directory, fields.schema.clone(), IndexSettings::default()).map_err(said)?;
        index.set_tokenizers(fields::tokenizers());
        // Last: without it nothing here is trusted.
        atomic::replace_own(&folder.join(STAMP), &stamp(build))?;
        Ok(Self { index, fields, folder, writer: None })
    }

    /// Adds articles; they are found once [`Fulltext::commit`] was called.
    ///
    /// # Errors
    /// What the disk said.
    pub fn add<'l>(&mut self, articles: impl IntoIterator<Item = (Form, &'l Layered)>) -> io::Result<()> {
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => {
                let writer = self.index.writer_with_num_threads(THREADS, THREADS * MEMORY).map_err(said)?;
                // Segments are joined once, at the end: joined on the way, most
                // would be written several times, and their files stay behind.
                writer.set_merge_policy(Box::new(NoMergePolicy));
                self.writer.insert(writer)
            }
        };
        for (form, layered) in articles {
            if let Some(document) = self.fields.document(form.0, layered)
                && let Err(e) = writer.add_document(document)
            {
                // A thread that gave up tells why when it is waited for.
                return Err(said(writer.commit().err().unwrap_or(e)));
            }
        }
        Ok(())
    }

    /// Makes what was added lasting.
    ///
    /// # Errors
    /// What the disk said.
    pub fn commit(&mut self) -> io::Result<()> {
        match &mut self.writer {
            Some(writer) => writer.commit().map(|_| ()).map_err(said),
            None => Ok(()),
        }
    }

    /// Makes what was added lasting, and joins small segments.
    ///
    /// # Errors
    /// What the disk said.
    pub fn compact(&mut self) -> io::Result<()> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        writer.commit().map_err(said)?;
        let mut metas = self.index.searchable_segment_metas().map_err(said)?;
        if metas.len() > SEGMENTS {
            metas.sort_by_key(|m| std::cmp::Reverse(m.max_doc()));
            let small: Vec<_> = metas.iter().skip(SEGMENTS - 1).map(|m| m.id()).collect();
            writer.merge(&small).wait().map_err(said)?;
        }
        Ok(())
    }

    /// Ends writing. Files of segments that were joined go; those that a
    /// snapshot still holds stay until the next time.
    ///
    /// # Errors
    /// What the disk said.
    pub fn close(&mut self) -> io::Result<()> {
        let Some(writer) = self.writer.take() else { return Ok(()) };
        writer.garbage_collect_files().wait().map_err(said)?;
        writer.wait_merging_threads().map_err(said)
    }

    /// The index as it stands, for articles in these forms.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn snapshot(&self, forms: &[(DocId, Form)]) -> io::Result<Snapshot> {
        Snapshot::of(&self.index, forms).map_err(said)
    }
}

/// Bytes of the index at home in a folder.
pub fn size(home: &Path) -> u64 {
    let files = fs::read_dir(home.join(FOLDER)).into_iter().flatten().flatten();
    files.filter_map(|f| f.metadata().ok()).map(|m| m.len()).sum()
}
