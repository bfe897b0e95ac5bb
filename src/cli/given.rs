//! The articles of what a command was given: files, folders, an archive, or what of
//! them answers a query.

use super::load::{self, number};
use super::outcome::{Context, Failure};
use super::places::Places;
use super::progress::Progress;
use super::reading::{self, BATCH, Loaded, nothing, progress_of_reading};
use super::surroundings::Surroundings;
use crate::app::verb::decide::memory;
use crate::clean::Memory;
use crate::corpus::edition::tell_versions;
use crate::corpus::{DocId, Document};
use crate::ingest::Options;
use crate::job::{self, ArchiveInput, Input, Stop};
use crate::notice::Notice;
use crate::search::Query;
use crate::shell::{CatalogueUse, Corpus};
use crate::store::archive::{self, MOST, Picked, Pull, Pulled};
use crate::store::catalogue::Text;
use crate::store::files;
use crate::store::live;
use crate::store::settings::Address;
use crate::triage::Triage;
use crate::words::{Lang, msg};
use clap::{Arg, ArgMatches, Command};
use rayon::prelude::*;
use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Adds `PATH…` with what belongs to it, `--filter`, and how an archive is asked.
pub(super) fn arguments(command: Command, lang: Lang) -> Command {
    pulling(load::arguments(command, lang), lang).arg(
        Arg::new("filter")
            .long("filter")
            .alias("query")
            .value_name(lang.text(msg::CLI_VALUE_QUERY))
            .help(lang.text(msg::CLI_LIST_FILTER)),
    )
}

/// `--pull` and `--deadline`, for commands that ask archives.
pub(super) fn pulling(command: Command, lang: Lang) -> Command {
    command
        .arg(
            Arg::new("pull")
                .long("pull")
                .value_name(lang.text(msg::CLI_VALUE_N))
                .value_parser(number(lang, 1))
                .help(lang.say(msg::cli_load_pull(MOST.to_string()))),
        )
        .arg(
            Arg::new("deadline")
                .long("deadline")
                .value_name(lang.text(msg::CLI_VALUE_SECONDS))
                .value_parser(number(lang, 1))
                .help(lang.text(msg::CLI_LOAD_DEADLINE)),
        )
}

/// What a command was given.
pub(super) struct Given<'a> {
    paths: Vec<PathBuf>,
    options: Options,
    /// How an archive is asked.
    pull: Pull,
    asked: Option<Asked<'a>>,
    /// What the reader corrected of articles.
    memory: Memory,
    /// Which part of an archive answered, once it was asked.
    pulled: RefCell<Option<Pulled>>,
}

/// A query that articles have to answer, with what it is read by.
struct Asked<'a> {
    query: Query,
    args: &'a ArgMatches,
    around: Surroundings,
    triage: Triage,
}

impl<'a> Given<'a> {
    /// What [`arguments`] got.
    ///
    /// # Errors
    /// Nothing was given, an archive beside other sources, or a query that cannot be read.
    pub(super) fn of(args: &'a ArgMatches, context: &mut Context<'_>) -> Result<Self, Failure> {
        let asked = match args.try_get_one::<String>("filter").ok().flatten() {
            None => None,
            Some(raw) => {
                let (around, triage) = Surroundings::with_triage(args, context)?;
                let query = query(raw, &around, &triage)?;
                Some(Asked { query, args, around, triage })
            }
        };
        let pull = pull(args, &[], &Triage::default());
        Self { options: load::options(args), pull, asked, ..Self::paths(load::sources(args)?)? }
            .corrected(args, context)
    }

    /// Paths alone.
    ///
    /// # Errors
    /// An archive beside other sources.
    pub(super) fn paths(paths: Vec<PathBuf>) -> Result<Self, Failure> {
        let (options, pull, pulled) = (Options::default(), Pull::default(), RefCell::default());
        Self { paths, options, pull, asked: None, memory: Memory::default(), pulled }.checked()
    }

    /// With what the journal says of articles; what was wrong with the journal is said by
    /// commands that read it for more.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub(super) fn corrected(mut self, args: &ArgMatches, context: &mut Context<'_>) -> Result<Self, Failure> {
        self.memory = memory(&Surroundings::find(args, context)?.triage()?.0);
        self.checked()
    }

    /// As the articles came: without what the reader corrected.
    pub(super) fn uncorrected(mut self) -> Self {
        self.memory = Memory::default();
        self
    }

    /// Of an archive only what may answer a query, which the command asks of it itself.
    pub(super) fn asking(mut self, query: &Query, args: &ArgMatches, triage: &Triage) -> Self {
        self.pull = Pull { only: std::mem::take(&mut self.pull.only), ..pull(args, &[query], triage) };
        self
    }

    fn checked(mut self) -> Result<Self, Failure> {
        if let Some((_, only)) = archive(&self.paths)? {
            self.pull.only = only;
        }
        Ok(self)
    }

    /// Which part of an archive answered, where one was asked.
    pub(super) fn pulled(&self) -> Option<Pulled> {
        self.pulled.borrow().clone()
    }

    /// The archive that was given, and how it is asked, where all of it is meant.
    pub(super) fn whole_archive(&self) -> Option<(Address, &Pull)> {
        let (address, _) = archive::named(self.paths.first()?)?;
        (self.asked.is_none() && self.pull.only.is_empty()).then_some((address, &self.pull))
    }

    /// Cleaned documents and problems, as they come.
    pub(super) fn each(&self, progress: &Progress, take: &mut dyn FnMut(Loaded) -> ControlFlow<()>) -> ControlFlow<()> {
        // What answered a query did so in the light of what was corrected.
        let memory = if self.asked.is_some() { &Memory::default() } else { &self.memory };
        self.each_read(progress, &mut |loaded| take(adjusted(loaded, memory)))
    }

    fn each_read(&self, progress: &Progress, take: &mut dyn FnMut(Loaded) -> ControlFlow<()>) -> ControlFlow<()> {
        if let Some(Asked { query, args, around, triage }) = &self.asked {
            let request = CorpusRequest { paths: &self.paths, queries: &[query], catalogue: CatalogueUse::Looks };
            let corpus = corpus(request, args, around, triage, progress);
            self.pulled.replace(corpus.pulled.clone());
            return each_answering(query, corpus, triage, progress, take);
        }
        if let Some((address, _)) = self.paths.first().and_then(|path| archive::named(path)) {
            let mut articles = 0;
            let pulled = reading::each_archived(&address, &self.pull, progress, &mut |loaded| {
                articles += usize::from(matches!(loaded, Loaded::Document(_)));
                take(loaded)
            });
            let missing = articles == 0 && pulled.as_ref().is_some_and(|p| p.silent.is_empty());
            self.pulled.replace(pulled);
            return if missing { take(Loaded::Problem(nothing(&self.paths))) } else { ControlFlow::Continue(()) };
        }
        reading::each(&self.paths, &self.options, progress, take)
    }

    /// The same, where each article knows which version it is of one that has several.
    pub(super) fn each_version(
        &self,
        args: &ArgMatches,
        around: &Surroundings,
        progress: &Progress,
        take: &mut dyn FnMut(Loaded) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let is_archive = self.paths.first().is_some_and(|path| archive::named(path).is_some());
        // A record of a file is read alone: its versions may be any of the others.
        if self.asked.is_some() || is_archive || Places::of(&self.paths).choose() {
            return self.each(progress, take);
        }
        let mut take = |loaded| take(adjusted(loaded, &self.memory));
        each_version(&self.paths, args, around, &Triage::default(), progress, &mut take)
    }

    /// What `work` makes of every article, and problems, in the order in which they are
    /// read; only a few articles are in memory at a time.
    pub(super) fn each_worked<T: Send>(
        &self,
        progress: &Progress,
        work: &(dyn Fn(Document) -> T + Sync),
        take: &mut dyn FnMut(Result<T, Notice>),
    ) {
        let is_archive = self.paths.first().is_some_and(|path| archive::named(path).is_some());
        if self.asked.is_none() && !is_archive {
            let memory = &self.memory;
            let work = |mut document: Document| {
                memory.apply(&mut document);
                work(document)
            };
            return reading::each_worked(&self.paths, &self.options, progress, &work, take);
        }
        let mut done = |batch: Vec<Loaded>| {
            let worked = batch.into_par_iter().map(|loaded| match loaded {
                Loaded::Document(document) => Ok(work(*document)),
                Loaded::Problem(notice) => Err(notice),
            });
            worked.collect::<Vec<_>>().into_iter().for_each(&mut *take);
        };
        let mut batch = Vec::with_capacity(BATCH);
        let _ = self.each(progress, &mut |loaded| {
            batch.push(loaded);
            if batch.len() == BATCH {
                done(std::mem::take(&mut batch));
            }
            ControlFlow::Continue(())
        });
        done(batch);
        progress.clear();
    }

    /// All documents and problems at once; each document knows which version of its
    /// article it is among them.
    pub(super) fn documents(&self, progress: &Progress) -> (Vec<Document>, Vec<Notice>) {
        let (mut documents, mut notices) = (Vec::new(), Vec::new());
        let _ = self.each(progress, &mut |loaded| {
            match loaded {
                Loaded::Document(d) => documents.push(*d),
                Loaded::Problem(n) => notices.push(n),
            }
            ControlFlow::Continue(())
        });
        progress.clear();
        tell_versions(&mut documents);
        (documents, notices)
    }
}

/// An article as the reader corrected it.
pub(super) fn adjusted(loaded: Loaded, memory: &Memory) -> Loaded {
    match loaded {
        Loaded::Document(mut document) => {
            memory.apply(&mut document);
            Loaded::Document(document)
        }
        problem @ Loaded::Problem(_) => problem,
    }
}

/// A query in the light of what the reader kept.
pub(super) fn query(raw: &str, around: &Surroundings, triage: &Triage) -> Result<Query, Failure> {
    let saved = triage.searches();
    Query::parse_with(raw, around.query_options(&saved)).map_err(|e| Failure::Said(e.sentence))
}

/// What is asked of an archive for some queries, by what [`pulling`] got.
pub(super) fn pull(args: &ArgMatches, queries: &[&Query], triage: &Triage) -> Pull {
    let mut pull = Pull::of(queries, triage);
    let given = |name| args.try_get_one::<usize>(name).ok().flatten().copied();
    pull.most = given("pull").unwrap_or(pull.most);
    let seconds = given("deadline").map(|s| Duration::from_secs(s as u64));
    pull.deadline = seconds.unwrap_or(pull.deadline);
    pull
}

/// The address of an archive, where that is the only source, and the articles of it that
/// are meant alone; none for all of it.
///
/// # Errors
/// It stands beside other sources.
pub(super) fn archive(sources: &[PathBuf]) -> Result<Option<(Address, Vec<Picked>)>, Failure> {
    let mut all = sources.iter().map(|path| archive::named(path));
    let Some((address, _)) = sources.iter().find_map(|path| archive::named(path)) else { return Ok(None) };
    let is_alone = all.all(|named| named.is_some_and(|(other, _)| other == address));
    if !is_alone {
        return Err(msg::cli_load_archive_alone(address.to_string()).into());
    }
    let picked: Option<Vec<Picked>> = sources.iter().map(|path| archive::named(path)?.1).collect();
    Ok(Some((address, picked.unwrap_or_default())))
}

/// The articles that answer a query.
pub(super) fn each_answering(
    query: &Query,
    mut corpus: Corpus,
    triage: &Triage,
    progress: &Progress,
    take: &mut dyn FnMut(Loaded) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let texts = corpus.texts(&mut indexing(progress));
    progress.clear();
    let passing = job::passing(query, &corpus.candidates(triage), &texts, &Stop::never()).expect("nobody stops it");
    corpus.notices.into_iter().try_for_each(|n| take(Loaded::Problem(n)))?;
    let work = |id: DocId, text: Result<Text, Notice>| match texts.finalize(id, text) {
        Ok(document) => Loaded::Document(Box::new((*document).clone())),
        Err(notice) => Loaded::Problem(notice),
    };
    texts.store.each(&passing, &|| false, &work, &mut |some| some.into_iter().try_for_each(&mut *take))
}

/// What a drawn screen is to load of what was given.
#[cfg(feature = "draw")]
pub(super) fn inputs(args: &ArgMatches) -> Result<Vec<Input>, Failure> {
    let sources = load::sources(args)?;
    archive(&sources)?;
    Ok(as_inputs(&sources, pull(args, &[], &Triage::default())))
}

fn as_inputs(sources: &[PathBuf], pull: Pull) -> Vec<Input> {
    match archive(sources) {
        Ok(Some((address, only))) => {
            vec![Input::Archive(ArchiveInput { address, query: String::new(), pull: Pull { only, ..pull } })]
        }
        _ => sources.iter().cloned().map(Input::Path).collect(),
    }
}

/// What is asked of a corpus.
#[derive(Clone, Copy)]
pub(super) struct CorpusRequest<'a> {
    /// Where its articles stand.
    pub(super) paths: &'a [PathBuf],
    /// Of an archive, what may answer one of these; none: all of it.
    pub(super) queries: &'a [&'a Query],
    /// Single articles of a file have no catalogue that could be written.
    pub(super) catalogue: CatalogueUse,
}

/// The articles of paths as the program has them: what the catalogue knows is
/// not read again.
pub(super) fn corpus(
    request: CorpusRequest<'_>,
    args: &ArgMatches,
    around: &Surroundings,
    triage: &Triage,
    progress: &Progress,
) -> Corpus {
    let CorpusRequest { paths, queries, catalogue } = request;
    let writes = catalogue == CatalogueUse::Writes;
    let mut heard = |files: usize, articles: usize| progress.tell(0, 0, || progress_of_reading(files, 0, articles));
    let Surroundings { settings, paths: kept, .. } = around;
    let places = if writes { Places::default() } else { Places::of(paths) };
    let read = if writes { paths } else { &places.paths };
    let inputs = as_inputs(read, pull(args, queries, triage));
    let mut corpus = Corpus::read(inputs, &load::options(args), settings, kept, triage, catalogue, &mut heard);
    if places.choose() {
        corpus.retain(|place| places.mean(place));
        corpus.notices.retain(|notice| places.concern(notice));
    }
    if corpus.library.corpus.is_empty() && corpus.pulled.is_none() {
        corpus.notices.push(nothing(paths));
    }
    progress.clear();
    corpus
}

/// The same as [`each`], where each article knows which version of one that has
/// several it is; what is read for that is not read or cleaned again. Nothing is
/// told where standard input is among the paths, which can be read once.
pub(super) fn each_version(
    paths: &[PathBuf],
    args: &ArgMatches,
    around: &Surroundings,
    triage: &Triage,
    progress: &Progress,
    take: &mut dyn FnMut(Loaded) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let places = Places::of(paths);
    if places.paths.iter().any(|p| p.as_os_str() == files::STDIN) {
        return reading::each(paths, &load::options(args), progress, take);
    }
    // Versions of one that is named may stand beside it.
    let beside: Vec<PathBuf> = places.paths.iter().flat_map(|path| live::versions_beside(path)).collect();
    let others: HashSet<String> = beside.iter().map(|path| files::display(path)).collect();
    let others: HashSet<String> = places.paths.iter().fold(others, |mut others, path| {
        others.remove(&files::display(path));
        others
    });
    let named = |path: &PathBuf| places.paths.contains(path);
    let read: Vec<PathBuf> = places.paths.iter().cloned().chain(beside.iter().filter(|p| !named(p)).cloned()).collect();
    let request = CorpusRequest { paths: &read, queries: &[], catalogue: CatalogueUse::Looks };
    let mut corpus = corpus(request, args, around, triage, progress);
    corpus.notices.retain(|notice| places.concern(notice));
    let notices = std::mem::take(&mut corpus.notices);
    notices.into_iter().try_for_each(|n| take(Loaded::Problem(n)))?;
    let (histories, store) = (corpus.library.cards().histories(), corpus.resources().store());
    let meant =
        |id: &DocId| store.place_of(*id).is_some_and(|place| places.mean(&place) && !others.contains(&*place.path));
    let ids: Vec<DocId> = corpus.library.corpus.ids().filter(meant).collect();
    // Where nothing was read at all, that was said.
    if ids.is_empty() && corpus.library.corpus.ids().next().is_some() {
        return take(Loaded::Problem(nothing(paths)));
    }
    let work = |id: DocId, text: Result<Text, Notice>| match text.and_then(Text::clean) {
        Ok(document) => {
            let mut document = Box::new(Arc::unwrap_or_clone(document));
            document.meta.version = histories.version(id);
            Loaded::Document(document)
        }
        Err(notice) => Loaded::Problem(notice),
    };
    store.each(&ids, &|| false, &work, &mut |some| some.into_iter().try_for_each(&mut *take))
}

/// Says how far the full-text index is.
pub(super) fn indexing(progress: &Progress) -> impl FnMut(usize, usize) + '_ {
    |done, all| progress.tell(done, all, || msg::cli_progress_indexing(done, msg::article_count(all)))
}
