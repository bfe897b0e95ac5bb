//! [`Shell`]: carries out what [`crate::app::update`] asks of the world, and
//! hands on what only a terminal can do.

use super::configure::{Outside, SettingsFile};
use super::desk::DeskLink;
use crate::app::msg::{DeskState, Saving};
use crate::app::overlay::prompt::state::About;
use crate::app::session::Session;
use crate::app::update::update;
use crate::app::{Effect, Model, Msg};
use crate::job::{self, Runner};
use crate::notice::{Notice, reason};
use crate::store::files;
use crate::store::journal::{Journal, SaveState, rescue};
use crate::store::session as stored;
use crate::triage::Entry;
use crate::words::{Message, msg};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

/// What only a terminal can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Open a file in the reader's editor, at a line; `None` where an article
    /// has no file.
    Edit(Option<PathBuf>, usize),
    /// Let the reader write a note in the editor, starting from a text.
    Compose(Box<About>, String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Keep a text in a new file and open it in the editor.
    EditNew(PathBuf, String),
    /// Open an address in the reader's browser.
    Browse(String),
    /// Draw in the theme of this name, which may stand beside the settings file.
    Theme(String, Option<PathBuf>),
    /// Give the mouse to the program or back to the terminal.
    Mouse(bool),
    /// Stop until the shell continues.
    Suspend,
    /// Paint every cell anew.
    Redraw,
    /// Leave.
    Quit,
    /// Leave, and hand nothing over.
    Abort,
}

/// Carries out effects.
pub struct Shell<R> {
    /// Who runs jobs.
    pub runner: R,
    journal: Option<Journal>,
    desk: DeskLink,
    session: Option<PathBuf>,
    /// The place that is being written.
    placing: Option<JoinHandle<()>>,
    settings: SettingsFile,
    notices: Vec<Notice>,
    /// What was done at once and the model has not heard of yet.
    answer: Option<Msg>,
}

impl<R: Runner> Shell<R> {
    /// Without `journal` and `session`, nothing leaves a trace.
    pub(super) fn new(
        runner: R,
        journal: Option<Journal>,
        desk: DeskLink,
        session: Option<PathBuf>,
        settings: SettingsFile,
    ) -> Self {
        Self { runner, journal, desk, session, placing: None, settings, notices: Vec::new(), answer: None }
    }

    /// Changes the model by one message, and by those that answer what it asks
    /// for at once; returns what only a terminal can do, in order. `heard` is
    /// told of each message before it changes anything.
    pub fn update(&mut self, model: &mut Model, msg: Msg, heard: &mut dyn FnMut(&Msg)) -> Vec<Request> {
        let mut requests = Vec::new();
        let mut next = Some(msg);
        while let Some(msg) = next {
            heard(&msg);
            for effect in update(model, msg) {
                requests.extend(self.carry_out(effect));
            }
            next = self.answer.take();
        }
        requests
    }

    /// Does what an effect asks; returns what only a terminal can do.
    pub fn carry_out(&mut self, effect: Effect) -> Option<Request> {
        match effect {
            Effect::Append(entry) => {
                if let Some(journal) = &self.journal {
                    // A failure is kept by the journal, retried, and shown.
                    let _ = journal.append(&entry);
                    self.desk.appended();
                }
                None
            }
            Effect::TakeIn(intake) => {
                self.answer = Some(Msg::TakenIn(job::take_in(&self.runner.resources().store(), intake)));
                None
            }
            Effect::Start(ticket, job) => {
                self.runner.start(ticket, job);
                None
            }
            Effect::Stop(kind) => {
                self.runner.stop(kind);
                None
            }
            Effect::Save(session) => {
                self.save(&session);
                None
            }
            Effect::Configure(what) => {
                let (answer, request) = self.settings.configure(what);
                self.answer = answer.map(|told| Msg::Configured(Box::new(told)));
                request.map(|outside| match outside {
                    Outside::Edit(file, line) => Request::Edit(Some(file), line),
                    Outside::Theme(name, settings) => Request::Theme(name, settings),
                })
            }
            Effect::Edit(id, line) => Some(Request::Edit(self.runner.resources().store().file_of(id), line)),
            Effect::Compose { about, text } => Some(Request::Compose(about, text)),
            Effect::Copy(text) => Some(Request::Copy(text)),
            Effect::EditNew { path, text } => Some(Request::EditNew(path, text)),
            Effect::Browse(url) => Some(Request::Browse(url)),
            Effect::Mouse(on) => Some(Request::Mouse(on)),
            Effect::Suspend => Some(Request::Suspend),
            Effect::Redraw => Some(Request::Redraw),
            Effect::Quit => Some(Request::Quit),
            Effect::Abort => Some(Request::Abort),
        }
    }

    /// Where the journal is.
    pub fn journal(&self) -> Option<&Path> {
        self.journal.as_ref().map(Journal::path)
    }

    /// Entries of other instances since the last time.
    pub fn poll(&self) -> Vec<Entry> {
        let others = self.journal.as_ref().map_or(Vec::new(), Journal::poll);
        if !others.is_empty() {
            // The desk reads the same file.
            self.desk.appended();
        }
        others
    }

    /// Whether the journal is on disk.
    pub fn saving(&self) -> Saving {
        match self.journal.as_ref().map(Journal::state) {
            None | Some(SaveState::Saved) => Saving::Saved,
            Some(SaveState::Saving) => Saving::Saving,
            Some(SaveState::Failed(reason)) => Saving::Failed(reason),
        }
    }

    /// Whether the desk has what the journal has.
    pub fn desk(&self) -> DeskState {
        self.desk.state()
    }

    /// What there is to say since the last time.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        let mut all = std::mem::take(&mut self.notices);
        all.extend(self.journal.as_ref().map_or(Vec::new(), Journal::take_notices));
        all.extend(self.desk.take_notices());
        all
    }

    /// Waits until the journal is on disk, and a moment for its desk.
    ///
    /// # Errors
    /// The sentence to say when it could not be written.
    pub fn finish(self) -> Result<(), Message> {
        let state = self.journal().and_then(Path::parent).map(Path::to_path_buf);
        let finished = self.journal.map(Journal::finish);
        self.desk.finish();
        match finished {
            Some(Err(unsaved)) => {
                // What the journal's disk refuses may find room elsewhere.
                let folders: Vec<PathBuf> = state.into_iter().chain([std::env::temp_dir()]).collect();
                let (n, why) = (unsaved.count, unsaved.reason);
                Err(match rescue(&folders, &unsaved.lines) {
                    Ok(file) => msg::shell_unsaved_kept(n, why, files::display(&file)),
                    Err(e) => {
                        let folder = folders.last().map_or_else(String::new, |f| files::display(f));
                        msg::shell_unsaved_lost(n, why, folder, reason(&e))
                    }
                })
            }
            _ => Ok(()),
        }
    }

    /// Keeps the session from a thread of its own, so that no key waits for the disk. One that
    /// is still being written is not waited for: the next comes soon.
    pub fn keep_aside(&mut self, session: Session) {
        let Some(path) = self.session.clone() else { return };
        if self.placing.as_ref().is_some_and(|p| !p.is_finished()) {
            return;
        }
        // What cannot be kept now is said when the program is left.
        let write = move || drop(stored::save(&path, &session));
        self.placing = std::thread::Builder::new().name("place".into()).spawn(write).ok();
    }

    fn save(&mut self, session: &Session) {
        if let Some(placing) = self.placing.take() {
            // An older place never takes the place of this one.
            drop(placing.join());
        }
        let Some(path) = &self.session else { return };
        if let Err(e) = stored::save(path, session) {
            let place = files::display(path);
            self.notices.push(Notice::warning(place, msg::shell_place_not_kept(reason(&e))));
        }
    }
}
