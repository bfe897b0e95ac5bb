//! The articles of paths as the program has them, for headless commands: what
//! the catalogue knows is not read again, and the full-text index answers
//! where there is one.

use super::start::catalogue_dir;
use crate::app::library::Library;
use crate::app::verb::decide::memory;
use crate::corpus::Place;
use crate::ingest;
use crate::job::{
    self, Candidates, Effort, FEWEST_INDEXED, Indexed, Input, Intake, Load, Loaded, Reading, Report, Resources,
    TextAccess, TextOptions,
};
use crate::notice::Notice;
use crate::store::archive::Pulled;
use crate::store::catalogue::CatalogueDir;
use crate::store::paths::Paths;
use crate::store::settings::Settings;
use crate::triage::Triage;
use std::sync::Arc;

/// What a run does with the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueUse {
    /// It asks for the right to write it.
    Writes,
    /// It only looks.
    Looks,
}

/// Articles that were read, or known.
#[derive(Debug, Default)]
pub struct Corpus {
    /// What is known about them.
    pub library: Library,
    /// What could not be read, and other problems.
    pub notices: Vec<Notice>,
    /// Which part of an archive answered, where one was asked.
    pub pulled: Option<Pulled>,
    names: Arc<crate::entity::Names>,
    resources: Resources,
}

impl Corpus {
    /// Reads the articles of some inputs. `heard` is told how many files were read and how
    /// many articles there are.
    pub fn read(
        inputs: Vec<Input>,
        options: &ingest::Options,
        settings: &Settings,
        kept: &Paths,
        triage: &Triage,
        catalogue: CatalogueUse,
        heard: &mut dyn FnMut(usize, usize),
    ) -> Self {
        let catalogue_dir = catalogue_dir(&inputs, options, settings, Some(kept));
        let catalogue_dir = match catalogue {
            CatalogueUse::Writes => catalogue_dir,
            CatalogueUse::Looks => catalogue_dir.map(CatalogueDir::only_reading),
        };
        let mut corpus = Self { names: Arc::new(settings.names()), ..Self::default() };
        corpus.library.remember(memory(triage));
        let resources = Resources::default();
        let load = Load { inputs, options: options.clone(), catalogue_dir };
        let mut read = 0;
        job::in_place(load, &resources, &mut |report| {
            if let Report::Load(Loaded::Read(Reading { files, .. })) = &report {
                read = *files;
            }
            corpus.take(report, &resources);
            heard(read, corpus.library.corpus.len());
        });
        Self { resources, ..corpus }
    }

    /// Keeps the articles at some places only.
    pub fn retain(&mut self, meant: impl Fn(&Place) -> bool) {
        let store = self.resources.store();
        let ids: Vec<_> = self.library.corpus.ids().collect();
        for id in ids {
            if !store.place_of(id).is_some_and(|place| meant(&place)) {
                self.library.remove(id);
            }
        }
    }

    fn take(&mut self, report: Report, resources: &Resources) {
        match report {
            Report::Load(Loaded::Cached(mut known)) => {
                self.notices.append(&mut known.notices);
                self.library.begin(*known);
            }
            Report::Load(Loaded::Read(Reading { documents, moved, gone, notices, pulled, .. })) => {
                self.pulled = pulled.or(self.pulled.take());
                self.notices.extend(notices);
                for new_document in &documents {
                    self.notices.extend(new_document.document.notices.iter().cloned());
                }
                let intake = Intake { documents, moved, gone, asked: false };
                let taken = job::take_in(&resources.store(), intake);
                taken.moved.into_iter().for_each(|(id, name)| self.library.moved(id, name));
                taken.gone.into_iter().for_each(|id| self.library.remove(id));
                taken.documents.into_iter().for_each(|article| self.library.insert(article));
            }
            Report::Failed(notice) => self.notices.push(notice),
            _ => {}
        }
    }

    /// Reads the full-text index, and brings it up to date when it may be
    /// written; `fewest` are the articles from which there is one. `told`
    /// hears how many articles it holds of how many.
    pub fn index(&mut self, fewest: usize, told: &mut dyn FnMut(usize, usize)) {
        let Some(job) = self.library.index(&self.names, fewest, Effort::Update) else { return };
        let notices = &mut self.notices;
        job::in_place(job, &self.resources, &mut |report| match report {
            Report::Index(Indexed { held, all, failed }) => {
                notices.extend(failed);
                told(held, all);
            }
            Report::Failed(notice) => notices.push(notice),
            _ => {}
        });
    }

    /// Writes the catalogue; false when that is not for this run to do.
    pub fn keep(&mut self) -> bool {
        let Some(job) = self.library.save() else { return false };
        let (mut kept, notices) = (None, &mut self.notices);
        job::in_place(job, &self.resources, &mut |report| match report {
            Report::SaveCatalogue(k) => kept = Some(k),
            Report::Failed(notice) => notices.push(notice),
            _ => {}
        });
        let done = kept.is_some();
        kept.into_iter().for_each(|k| self.library.saved(*k));
        done
    }

    /// What queries over the articles need; the index is asked where there is
    /// one. `told` hears how far it is when it is read.
    pub fn texts(&mut self, told: &mut dyn FnMut(usize, usize)) -> TextAccess {
        if self.library.corpus.len() >= FEWEST_INDEXED && self.resources.store().word_index().is_none() {
            self.index(FEWEST_INDEXED, told);
        }
        self.resources.texts(TextOptions { thorough: true, ..self.library.text_options(&self.names) })
    }

    /// What jobs over the articles work with.
    pub fn resources(&self) -> &Resources {
        &self.resources
    }

    /// All articles, with what was said of them.
    pub fn candidates(&self, triage: &Triage) -> Candidates {
        self.library.candidates(self.library.corpus.ids().collect(), Some(triage))
    }
}
