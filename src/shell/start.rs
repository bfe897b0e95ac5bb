//! Starting: settings, journal and session become a model and a first job.

use super::chosen::{keymap, of_settings};
use super::configure::SettingsFile;
use super::desk::DeskLink;
use super::effects::Shell;
use crate::app::area::Size;
use crate::app::candidates;
use crate::app::choices::Choices;
use crate::app::model::Model;
use crate::app::panes::Pane;
use crate::app::saved::count;
use crate::app::screen::main::article::view::View;
use crate::app::screen::main::list::filter::Filter;
use crate::app::screen::main::list::order::Grouping;
use crate::app::session::{Session, TICKS};
use crate::app::zone::Zone;
use crate::app::{Effect, Msg, update};
use crate::corpus::DocKey;
use crate::ingest;
use crate::job::{Input, Kind, Load, Runner};
use crate::notice::Notice;
use crate::search::Query;
use crate::store::archive::Pull;
use crate::store::catalogue::CatalogueDir;
use crate::store::journal::Journal;
use crate::store::paths::Paths;
use crate::store::settings::Settings;
use crate::store::{files, session};
use crate::triage::Triage;
use crate::words::Lang;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What the program is started with.
pub struct Setup {
    /// What to load.
    pub inputs: Vec<Input>,
    /// How formats are read.
    pub options: ingest::Options,
    /// How the header names it; empty: made from the inputs.
    pub name: String,
    /// Where configuration, journal and session are; `None` leaves no trace.
    pub paths: Option<Paths>,
    /// Settings in force.
    pub settings: Settings,
    /// What the command line says in the place of settings, by their keys, as the file has values.
    pub options_given: Vec<(&'static str, String)>,
    /// Language of the interface.
    pub lang: Lang,
    /// Words of the tour, for the demonstration.
    pub tour: Option<&'static str>,
    /// Ends by handing over the ticked articles.
    pub picking: bool,
    /// The screen's size.
    pub size: Size,
    /// Milliseconds since 1970.
    pub now: i64,
    /// What there is to say already.
    pub notices: Vec<Notice>,
}

/// A started program.
pub struct Started<R> {
    /// The model, before the first report.
    pub model: Model,
    /// Who carries out its effects.
    pub shell: Shell<R>,
    /// The first effects.
    pub effects: Vec<Effect>,
}

fn choices(setup: &Setup) -> Choices {
    Choices {
        lang: setup.lang,
        tour: setup.tour.map(Arc::from),
        clipboard_file: setup.paths.as_ref().map(|p| p.state.join("clipboard.txt")),
        // What leaves no trace is the same everywhere.
        zone: setup.paths.as_ref().map_or_else(Zone::default, |_| Zone::found_by(jiff::tz::TimeZone::system)),
        picking: setup.picking,
        ..of_settings(&setup.settings)
    }
}

/// Paths of the corpus, for the name of its session file.
fn corpus_paths(inputs: &[Input]) -> Vec<PathBuf> {
    inputs
        .iter()
        .map(|i| match i {
            Input::Path(p) => p.clone(),
            Input::Bytes(place, _) => PathBuf::from(&*place.path),
            Input::Archive(a) => PathBuf::from(format!("{} {}", a.address, a.query)),
        })
        .collect()
}

fn header_name(inputs: &[Input]) -> String {
    match inputs {
        [Input::Path(p)] => {
            let last = p.file_name().map_or_else(|| p.clone(), PathBuf::from);
            files::display(&last)
        }
        [Input::Archive(a)] => a.address.to_string(),
        [Input::Path(p), ..] => format!("{}…", files::display(p)),
        _ => String::new(),
    }
}

/// Reads settings, journal and session and makes the model. `changed` is
/// called from another thread when the state of the journal on disk or of its desk
/// changes.
pub fn start<R: Runner>(setup: Setup, runner: R, changed: impl Fn() + Send + Sync + 'static) -> Started<R> {
    let mut model = Model::new(choices(&setup), setup.size, setup.now);
    model.loading.name = if setup.name.is_empty() { header_name(&setup.inputs) } else { setup.name.clone() };
    let mut notices = setup.notices;
    let (keys, wrong) = keymap(&setup.settings, setup.lang);
    model.keymap = keys;
    notices.extend(wrong);
    let (mut journal, mut desk, mut session_file) = (None, DeskLink::default(), None);
    let changed = Arc::new(changed);
    if let Some(paths) = &setup.paths {
        let journal_path =
            if setup.settings.journal.is_empty() { paths.journal() } else { PathBuf::from(&setup.settings.journal) };
        let for_journal = Arc::clone(&changed);
        let opened = Journal::open(&journal_path, move || for_journal());
        model.triage = Triage::of(opened.entries);
        count::take_over(&mut model);
        notices.extend(opened.notices);
        journal = Some(opened.journal);
        let (link, notice) = DeskLink::open(&setup.settings.desk, &journal_path, move || changed());
        desk = link;
        notices.extend(notice);
        let file = session::file(&paths.sessions(), &corpus_paths(&setup.inputs));
        let (kept, notice) = session::load::<Session>(&file);
        notices.extend(notice);
        restore(&mut model, kept);
        session_file = Some(file);
    }
    for n in notices {
        update::update(&mut model, Msg::Notice(n));
    }
    let catalogue_dir = catalogue_dir(&setup.inputs, &setup.options, &setup.settings, setup.paths.as_ref());
    let catalogue_dir = catalogue_dir.map(CatalogueDir::showing_first);
    let inputs: Vec<Input> = setup.inputs.into_iter().map(|input| asked(&mut model, input)).collect();
    let load = Load { inputs, options: setup.options, catalogue_dir };
    model.following.folder = followed_folder(&load.inputs);
    model.loading.from = Some(load.clone());
    let ticket = model.ticket(Kind::Load);
    let effects = vec![Effect::Start(ticket, load.into())];
    let settings = SettingsFile::new(setup.paths.map(|p| p.config), setup.options_given);
    Started { model, shell: Shell::new(runner, journal, desk, session_file, settings), effects }
}

/// The folder into which addresses may be fetched: the first that is opened and
/// is one already, or that is empty. Nothing is put among the reader's own files.
fn followed_folder(inputs: &[Input]) -> Option<PathBuf> {
    let folders = inputs.iter().filter_map(|i| match i {
        Input::Path(p) if p.is_dir() => Some(p),
        _ => None,
    });
    let may = |p: &&PathBuf| {
        p.join(files::STATE_FOLDER).is_dir() || std::fs::read_dir(p).is_ok_and(|mut entries| entries.next().is_none())
    };
    folders.into_iter().find(may).cloned()
}

/// Where the catalogue of the inputs is; none for what leaves no trace or
/// cannot be read again.
pub(super) fn catalogue_dir(
    inputs: &[Input],
    options: &ingest::Options,
    settings: &Settings,
    paths: Option<&Paths>,
) -> Option<CatalogueDir> {
    let path = |i: &Input| match i {
        Input::Path(p) if p.as_os_str() != files::STDIN => Some(p.clone()),
        _ => None,
    };
    let roots: Vec<PathBuf> = inputs.iter().map(path).collect::<Option<_>>()?;
    let (paths, cached) = (paths?, settings.cache);
    let settings = format!("{options:?} {:?}", settings.entities);
    cached.then(|| CatalogueDir::of(&paths.cache, &roots, &settings))
}

/// What of an archive is loaded, and the list narrowed to what answers: by the query
/// that it was opened with, in the light of what the reader said.
fn asked(model: &mut Model, input: Input) -> Input {
    let Input::Archive(mut archive) = input else { return input };
    if archive.query.is_empty() {
        return Input::Archive(archive);
    }
    match Query::parse_with(&archive.query, candidates::query_options(model)) {
        Ok(query) => {
            let Pull { most, deadline, only, .. } = archive.pull;
            archive.pull = Pull { most, deadline, only, ..Pull::of(&[&query], &model.triage) };
            model.filter = Some(Filter::new(archive.query.clone(), query));
        }
        Err(e) => {
            update::update(model, Msg::Notice(Notice::error(archive.query.clone(), e.sentence)));
        }
    }
    Input::Archive(archive)
}

/// Puts the model where the reader was; the open article follows when it
/// arrives.
fn restore(model: &mut Model, session: Session) {
    if let Some(g) = Grouping::from_name(&session.grouping) {
        model.list.grouping = g;
    }
    if let Some(folds) = session.folds.clone() {
        model.list.folds.restore(folds, model.list.grouping);
    }
    if let Some(v) = View::from_name(&session.view) {
        model.article.view = v;
    }
    model.focus = match session.focus.as_str() {
        "article" => Pane::Article,
        "entities" => Pane::Entities,
        _ => Pane::List,
    };
    model.show_entities = session.entities || session.version == 0;
    model.list_delta = session.list_delta;
    model.names_delta = session.names_delta;
    if let Ok(query) = Query::parse_with(&session.filter, candidates::query_options(model))
        && !session.filter.is_empty()
    {
        model.filter = Some(Filter::new(session.filter.clone(), query));
    }
    model.article.positions = session.positions.clone();
    model.marks = session.marks.clone();
    model.ticks_to_come.clone_from(&session.ticked);
    model.used.clone_from(&session.used);
    model.asked = session.asked.clone().bounded();
    if session.document.is_some() {
        model.wanted = Some(session);
    }
}

/// Where the reader is now, for the next start.
pub fn session(model: &mut Model) -> Session {
    let id = model.article.document;
    let key = id.and_then(|d| model.library.key(d));
    if let Some(key) = key {
        model.article.remember(key);
    }
    let ticks = model.list.ticked.iter().filter(|_| !model.choices.picking);
    let ticks = ticks.filter_map(|id| model.library.key(*id));
    let ticked: BTreeSet<DocKey> = ticks.chain(model.ticks_to_come.iter().copied()).collect();
    Session {
        version: crate::app::session::VERSION,
        document: key,
        view: model.article.chosen_view().name().to_owned(),
        positions: model.article.positions.clone(),
        grouping: model.list.grouping.name().to_owned(),
        filter: model.filter.as_ref().map_or(String::new(), |f| f.text.clone()),
        focus: match model.focus {
            Pane::List => "list",
            Pane::Article => "article",
            Pane::Entities => "entities",
        }
        .to_owned(),
        entities: model.show_entities,
        list_delta: model.list_delta,
        names_delta: model.names_delta,
        ticked: if ticked.len() > TICKS { BTreeSet::new() } else { ticked },
        marks: model.marks.clone(),
        used: model.used.clone(),
        asked: model.asked.clone(),
        folds: Some(model.list.folds.keep()),
        on_head: model.list.on_folded_group() && model.list.leading() == id,
    }
}
