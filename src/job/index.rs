//! The full-text index: read as it is, then brought up to date with the
//! articles as they stand now.

use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::{TextAccess, TextOptions};
use crate::corpus::DocId;
use crate::notice::{Notice, reason};
use crate::search::Layered;
use crate::store::catalogue::{CatalogueDir, Text, Words, attempt};
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indexed {
    /// Articles that it holds.
    pub held: usize,
    /// Articles that it is to hold.
    pub all: usize,
    /// Of each article since the last report that makes it fail, that it does not hold it.
    pub failed: Vec<Notice>,
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
        let held = || store.word_index().map_or(0, |w| w.snapshot.len());
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
    let mut filling = Filling::of(&job.articles, texts, catalogue_dir)?;
    let all = job.articles.len();
    out(Indexed { held: filling.known, all, failed: Vec::new() });
    if filling.forms.is_empty() || job.effort == Effort::Read || texts.store.writable_dir().is_none() || stop.is_set() {
        return Ok(());
    }
    filling.begin()?;
    let forms = filling.forms();
    let ids: Vec<DocId> = job.articles.iter().copied().filter(|id| forms.contains_key(id)).collect();
    let work = |id: DocId, text: Result<Text, Notice>| {
        // What cannot be read any more is not found either.
        let document = texts.finalize(id, text).ok().filter(|_| !stop.is_set())?;
        let words = attempt(&document.place, msg::JOB_WORDS_FAILED, || Layered::of(&document));
        Some((*forms.get(&id)?, words))
    };
    let (mut done, mut result) = (filling.known, Ok(()));
    let _ = texts.store.each(&ids, &|| stop.is_set(), &work, &mut |some| {
        done += some.len();
        let held = some.iter().flatten().filter_map(|(form, words)| Some((*form, words.as_ref().ok()?)));
        result = filling.add(held);
        let failed = some.into_iter().flatten().filter_map(|(_, words)| words.err()).collect();
        out(Indexed { held: done, all, failed });
        if result.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    filling.end(result)
}

/// The full-text index on its way to holding all articles: read as it is, then
/// given the words of those that it does not hold as they are now.
pub(super) struct Filling<'t> {
    texts: &'t TextAccess,
    catalogue_dir: &'t CatalogueDir,
    articles: Arc<[DocId]>,
    /// The forms of all articles.
    all: Vec<(DocId, Form)>,
    /// The forms of those that it lacks.
    forms: Arc<HashMap<DocId, Form>>,
    counted: u64,
    known: usize,
    /// Added since what was added was last made lasting.
    fresh: usize,
    fulltext: Option<Fulltext>,
}

impl<'t> Filling<'t> {
    /// Reads the index as it is, and lets it be asked.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn of(
        articles: &Arc<[DocId]>,
        texts: &'t TextAccess,
        catalogue_dir: &'t CatalogueDir,
    ) -> io::Result<Self> {
        let counted = texts.store.counted();
        let all = texts.store.forms(articles, &texts.options.memory);
        let mut missing = all.clone();
        let (mut known, mut fulltext) = (0, None);
        if let Some(found) = Fulltext::open(catalogue_dir.folder(), catalogue_dir.build()) {
            // A sound index that cannot be read now, such as for want of open
            // files, is not made anew.
            let snapshot = found.snapshot(&all)?;
            let dead = snapshot.dead();
            missing.retain(|(id, _)| !snapshot.holds(*id));
            known = snapshot.len();
            // What is mostly dead is made anew.
            if dead <= LITTLE + known {
                fulltext = Some(found);
            } else {
                missing.clone_from(&all);
            }
            publish(texts, articles, counted, snapshot);
        }
        let forms = Arc::new(missing.into_iter().collect());
        Ok(Self { texts, catalogue_dir, articles: articles.clone(), all, forms, counted, known, fresh: 0, fulltext })
    }

    /// Makes it anew where there is none to go on with.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        if self.fulltext.is_none() {
            self.texts.store.set_words(None);
            self.known = 0;
            self.fulltext = Some(Fulltext::create(self.catalogue_dir.folder(), self.catalogue_dir.build())?);
        }
        Ok(())
    }

    /// The articles that it lacks, in the forms in which it takes them.
    pub(super) fn forms(&self) -> Arc<HashMap<DocId, Form>> {
        self.forms.clone()
    }

    /// Adds the words of some articles.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn add<'l>(&mut self, some: impl IntoIterator<Item = (Form, &'l Layered)>) -> io::Result<()> {
        let Some(fulltext) = &mut self.fulltext else { return Ok(()) };
        fulltext.add(some.into_iter().inspect(|_| self.fresh += 1))?;
        if self.fresh >= LASTING {
            self.fresh = 0;
            fulltext.commit()?;
            publish(self.texts, &self.articles, self.counted, fulltext.snapshot(&self.all)?);
        }
        Ok(())
    }

    /// Makes lasting what was added, whether or not the rest is still wanted;
    /// `result` is what came of adding.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn end(mut self, result: io::Result<()>) -> io::Result<()> {
        let Some(mut fulltext) = self.fulltext.take() else { return result };
        let ended = fulltext.compact();
        if result.is_ok() && ended.is_ok() {
            publish(self.texts, &self.articles, self.counted, fulltext.snapshot(&self.all)?);
        }
        result.and(ended).and(fulltext.close())
    }
}

/// Lets an index be asked.
fn publish(texts: &TextAccess, articles: &Arc<[DocId]>, counted: u64, snapshot: Snapshot) {
    let (articles, memory) = (articles.clone(), texts.options.memory.clone());
    texts.store.set_words(Some(Arc::new(Words { snapshot, articles, memory, counted })));
}
