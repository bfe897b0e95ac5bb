//! The full-text index: read as it is, then brought up to date with the
//! articles as they stand now.

use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::{TextAccess, TextOptions};
use crate::corpus::DocId;
use crate::notice::{Notice, reason};
use crate::search::Layered;
use crate::store::catalogue::{CatalogueDir, Text, Words};
use crate::store::fulltext::{Form, Fulltext, Snapshot};
use crate::words::msg;
use std::collections::HashMap;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Articles that are added before they are made lasting.
const LASTING: usize = 25_000;
/// Dead documents below which nobody minds.
const LITTLE: usize = 2000;

/// Reads the full-text index and adds what it does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The articles that it is to hold.
    pub articles: Arc<[DocId]>,
    /// Articles from which there is an index.
    pub fewest: usize,
    /// How much is to be done.
    pub effort: Effort,
}

/// What is done with a full-text index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// It is read as it is.
    Read,
    /// It is brought up to date unless it holds as many articles as there are.
    Fill,
    /// It is brought up to date.
    Update,
}

/// How far the index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indexed {
    /// Articles that it holds.
    pub held: usize,
    /// Articles that it is to hold.
    pub all: usize,
}

impl Task for Index {
    type Report = Indexed;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Indexed)) -> Result<(), Notice> {
        let texts = with.texts(self.texts.clone());
        let store = &texts.store;
        let Some(catalogue_dir) = store.catalogue_dir().filter(|_| self.articles.len() >= self.fewest) else {
            store.set_words(None);
            return Ok(());
        };
        let held = || store.words().map_or(0, |w| w.snapshot.len());
        if self.effort == Effort::Fill && held() >= self.articles.len() {
            return Ok(());
        }
        match bring_up(&self, &texts, catalogue_dir, stop, out) {
            Err(e) if !stop.is_set() => Err(refused(catalogue_dir, &e)),
            _ => Ok(()),
        }
    }
}

/// What to say when the index cannot be read or written.
fn refused(catalogue_dir: &CatalogueDir, e: &io::Error) -> Notice {
    let sentence = msg::store_index_unwritten(reason(e));
    Notice::warning(crate::store::files::display(catalogue_dir.folder()), sentence)
}

fn bring_up(
    job: &Index,
    texts: &TextAccess,
    catalogue_dir: &CatalogueDir,
    stop: &Stop,
    out: &mut dyn FnMut(Indexed),
) -> io::Result<()> {
    let all = job.articles.len();
    let store = &texts.store;
    let counted = store.counted();
    let forms = store.forms(&job.articles, &texts.options.memory);
    let publish = |snapshot: Snapshot| {
        let (articles, memory) = (job.articles.clone(), texts.options.memory.clone());
        store.set_words(Some(Arc::new(Words { snapshot, articles, memory, counted })));
    };
    let mut missing = forms.clone();
    let mut known = 0;
    let mut fulltext = None;
    if let Some(found) = Fulltext::open(catalogue_dir.folder(), catalogue_dir.build()) {
        // A sound index that cannot be read now, such as for want of open
        // files, is not made anew.
        let snapshot = found.snapshot(&forms)?;
        let dead = snapshot.dead();
        missing.retain(|(id, _)| !snapshot.holds(*id));
        known = snapshot.len();
        // What is mostly dead is made anew.
        if dead <= LITTLE + known {
            fulltext = Some(found);
        } else {
            missing.clone_from(&forms);
        }
        publish(snapshot);
    }
    out(Indexed { held: known, all });
    if missing.is_empty() || job.effort == Effort::Read || store.writable_dir().is_none() || stop.is_set() {
        return Ok(());
    }
    let mut fulltext = match fulltext {
        Some(fulltext) => fulltext,
        None => {
            store.set_words(None);
            known = 0;
            Fulltext::create(catalogue_dir.folder(), catalogue_dir.build())?
        }
    };
    let result = add(texts, &mut fulltext, &missing, stop, &mut |fulltext, added, lasting| {
        out(Indexed { held: known + added, all });
        if lasting {
            fulltext.commit()?;
            publish(fulltext.snapshot(&forms)?);
        }
        Ok(())
    });
    // What was added stays, whether or not the rest is still wanted.
    let ended = fulltext.compact();
    if result.is_ok() && ended.is_ok() {
        publish(fulltext.snapshot(&forms)?);
    }
    result.and(ended).and(fulltext.close())
}

/// Told after each batch: the index, how many were added, and whether it is
/// time to make them lasting.
type Added<'a> = dyn FnMut(&mut Fulltext, usize, bool) -> io::Result<()> + 'a;

fn add(
    texts: &TextAccess,
    fulltext: &mut Fulltext,
    missing: &[(DocId, Form)],
    stop: &Stop,
    told: &mut Added<'_>,
) -> io::Result<()> {
    let forms: HashMap<DocId, Form> = missing.iter().copied().collect();
    let ids: Vec<DocId> = missing.iter().map(|(id, _)| *id).collect();
    let work = |id: DocId, text: Result<Text, Notice>| {
        // What cannot be read any more is not found either.
        let document = texts.finalize(text).ok().filter(|_| !stop.is_set())?;
        Some((*forms.get(&id)?, Layered::of(&document)))
    };
    let (mut added, mut fresh) = (0, 0);
    let mut result = Ok(());
    let _ = texts.store.each(&ids, &|| stop.is_set(), &work, &mut |some| {
        added += some.len();
        fresh += some.len();
        let lasting = fresh >= LASTING;
        result = fulltext.add(some.iter().flatten().map(|(form, layered)| (*form, layered)));
        if result.is_ok() {
            result = told(fulltext, added, lasting);
        }
        if lasting {
            fresh = 0;
        }
        if result.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    result
}
