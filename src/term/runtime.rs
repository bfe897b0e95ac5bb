//! The loop: wait for something to happen, take everything that waits, update,
//! prepare, draw once. Nothing ticks.

use super::background::theme_from_now_on;
use super::clipboard::{self, Desktop};
use super::events::{EventQueue, LoopEvent, queue};
use super::guard::{self, Guard};
use super::input::Reader;
use super::screen::Screen;
use super::signals::{self, Signal};
use super::translate;
use super::{programs, watch};
use crate::app::effect::TERMINAL_CLIPBOARD;
use crate::app::prepare::prepare;
use crate::app::{Effect, Model, Msg};
use crate::job::{Input, Pool, Resources, Runner};
use crate::notice::{Notice, reason};
use crate::shell::{self, Request, Setup, Shell, Started};
use crate::store::{files, regular, themes};
use crate::text::address;
use crate::theme::Choice;
use crate::ui::Theme;
use crate::words::{Message, msg};
use crossterm::event::Event;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// How the loop ended.
pub enum Ended {
    /// The reader left.
    Quit,
    /// The reader left and wants nothing handed over.
    Aborted,
    /// By a signal.
    Signal(i32),
}

fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX))
}

/// Milliseconds by the system's clock, or always the same when it is given.
struct Clock(Option<i64>);

impl Clock {
    fn now(&self) -> i64 {
        self.0.unwrap_or_else(now)
    }
}

struct Loop {
    model: Model,
    shell: Shell<Pool>,
    screen: Screen,
    reader: Reader,
    events: EventQueue,
    theme: Theme,
    clock: Clock,
    desktop: Option<Desktop>,
    /// The terminal was read and the reader waits for the word to go on.
    owed: bool,
    /// When what is being handled came.
    asked: Instant,
    /// When it was last written down where the reader is.
    kept_at: Instant,
    /// The reader did something since.
    moved: bool,
}

/// How long it takes at most until it is written down where the reader is.
const PLACE: Duration = Duration::from_secs(2);

/// How long a frame waits for the text of the article that it shows.
const TEXT: Duration = Duration::from_millis(12);

/// How long work is taken in before a frame is drawn.
const FRAME: Duration = Duration::from_millis(16);

/// How long the first frame waits for the first articles.
const FIRST: Duration = Duration::from_millis(25);

/// The files and folders that the corpus is read from.
fn corpus_paths(model: &Model) -> Vec<PathBuf> {
    let inputs = model.loading.from.iter().flat_map(|l| &l.inputs);
    let path = |i: &Input| match i {
        Input::Path(p) if p.as_os_str() != files::STDIN => Some(p.clone()),
        _ => None,
    };
    inputs.filter_map(path).collect()
}

/// Runs the program on this terminal. `theme` is asked once loading has
/// begun; `fixed_now` stops the clock; `after` sees what there is when the
/// reader has left.
///
/// # Errors
/// What the terminal or the journal refused.
pub fn run(
    mut setup: Setup,
    theme: impl FnOnce() -> Theme,
    fixed_now: Option<i64>,
    after: impl FnOnce(&Model, &Resources),
) -> Result<Ended, Message> {
    let failed = |e: io::Error| msg::term_refused(reason(&e));
    let (sender, events) = queue();
    let clock = Clock(fixed_now);
    setup.size = Screen::size();
    setup.now = clock.now();
    let mouse = setup.settings.mouse;
    let for_reports = sender.clone();
    let pool = Pool::new(move |ticket, report| for_reports.report(ticket, report));
    let for_journal = sender.clone();
    let Started { mut model, mut shell, effects } =
        shell::start(setup, pool, move || for_journal.send(LoopEvent::Journal));
    for effect in effects {
        shell.carry_out(effect);
    }
    if model.choices.tour.is_some() {
        let page = crate::app::overlay::state::Page::Tour;
        model.overlays.push(crate::app::overlay::state::Overlay::Page { page, top: 0 });
    }
    let theme = theme();
    // Before the terminal is taken: no signal may leave it taken.
    let for_signals = sender.clone();
    signals::watch(move |s| for_signals.send(LoopEvent::Signal(s))).map_err(failed)?;
    let guard = Guard::take(mouse).map_err(failed)?;
    let for_hangup = sender.clone();
    signals::hangup(move |s| for_hangup.send(LoopEvent::Signal(s))).map_err(failed)?;
    // Where nothing tells of changes, others are read at the next key.
    let for_watch = sender.clone();
    let watch = shell.journal().and_then(|j| watch::file(j, move || for_watch.send(LoopEvent::Others)));
    // Large folders take a moment to be watched; the screen does not wait.
    let (for_corpus, roots) = (sender.clone(), corpus_paths(&model));
    let watching = std::thread::Builder::new()
        .name("watch".into())
        .spawn(move || watch::corpus(&roots, move || for_corpus.send(LoopEvent::Files)));
    let for_clipboard = sender.clone();
    let desktop = Desktop::find(move |why| for_clipboard.send(LoopEvent::Clipboard(why)));
    model.choices.desktop = desktop.is_some();
    model.choices.esc_told_apart = guard::tells_apart();
    let reader = Reader::start(move |event| sender.send(LoopEvent::Terminal(event))).map_err(failed)?;
    let (screen, asked) = (Screen::new(), Instant::now());
    let (owed, moved) = (false, false);
    let mut program =
        Loop { model, shell, screen, reader, events, theme, clock, desktop, owed, asked, kept_at: asked, moved };
    let ended = program.turn();
    drop((watch, watching));
    let Loop { mut model, mut shell, events, .. } = program;
    // Nobody waits for a report to be taken in any more.
    drop(events);
    let session = shell::session(&mut model);
    shell.carry_out(Effect::Save(Box::new(session)));
    if matches!(ended, Ok(Ended::Quit)) {
        after(&model, shell.runner.resources());
    }
    let finished = shell.finish();
    drop(guard);
    finished?;
    let ended = ended.map_err(failed)?;
    if let Ended::Signal(n) = ended {
        signals::die(n);
    }
    Ok(ended)
}

impl Loop {
    fn turn(&mut self) -> io::Result<Ended> {
        // The first articles are there in a moment.
        while self.model.library.corpus.is_empty()
            && let Some(left) = FIRST.checked_sub(self.asked.elapsed())
            && let Ok(event) = self.events.wait(Some(left))
        {
            if let Some(ended) = self.handle(event)? {
                return Ok(ended);
            }
        }
        self.draw()?;
        loop {
            let Some(first) = self.wait() else {
                let due = self.model.due().unwrap_or_default();
                self.tell(Msg::Time(self.model.now.max(due)));
                self.message(Msg::Due)?;
                self.draw()?;
                continue;
            };
            self.asked = Instant::now();
            let mut next = Some(first);
            let mut keyed = false;
            while let Some(event) = next {
                keyed |= event.is_key();
                if let Some(ended) = self.handle(event)? {
                    return Ok(ended);
                }
                next = self.more(keyed);
            }
            self.draw()?;
            // Who types without a pause is somewhere else all the time.
            if self.moved && self.kept_at.elapsed() >= PLACE {
                self.keep_place();
            }
        }
    }

    /// What is still to be handled before a frame is drawn: all keys; of work
    /// what comes in the time of a frame, but none between a key and its
    /// frame, unless the frame waits for the text of the article that it
    /// shows: one frame with it rather than one without and one with.
    fn more(&mut self, keyed: bool) -> Option<LoopEvent> {
        let spent = self.asked.elapsed();
        if self.model.awaits_text() {
            return TEXT.checked_sub(spent).and_then(|left| self.events.wait(Some(left)).ok());
        }
        if keyed || spent > FRAME { self.events.urgent() } else { self.events.next() }
    }

    /// The next thing that happens; `None` when the time that the model
    /// waits for has come.
    fn wait(&mut self) -> Option<LoopEvent> {
        loop {
            let due =
                self.model.due().map(|due| Duration::from_millis(u64::try_from(due - self.clock.now()).unwrap_or(0)));
            let place = self.moved.then(|| PLACE.saturating_sub(self.kept_at.elapsed()));
            let Some(wait) = due.into_iter().chain(place).min() else {
                // The reader holds a sender for as long as the program runs.
                return Some(self.events.wait(None).unwrap_or(LoopEvent::Signal(Signal::End(15))));
            };
            match self.events.wait(Some(wait)) {
                Ok(event) => return Some(event),
                Err(RecvTimeoutError::Timeout) if due == Some(wait) => return None,
                Err(RecvTimeoutError::Timeout) => self.keep_place(),
                Err(RecvTimeoutError::Disconnected) => return Some(LoopEvent::Signal(Signal::End(15))),
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        prepare(&mut self.model);
        self.screen.draw(&self.model, &self.theme)?;
        if std::mem::take(&mut self.owed) {
            self.reader.go_on();
        }
        Ok(())
    }

    fn handle(&mut self, event: LoopEvent) -> io::Result<Option<Ended>> {
        self.tell(Msg::Time(self.clock.now()));
        match event {
            LoopEvent::Report(ticket, report) => self.message(Msg::Report(ticket, *report)),
            LoopEvent::Others => {
                self.others()?;
                Ok(None)
            }
            LoopEvent::Files => self.message(Msg::FilesChanged),
            LoopEvent::Clipboard(why) => {
                let said = msg::term_clipboard_refused(why);
                self.message(Msg::Notice(Notice::warning("", said)))
            }
            LoopEvent::Journal => {
                // What came of the desk is in the file.
                self.others()?;
                self.tell(Msg::Desk(self.shell.desk()));
                let saving = self.shell.saving();
                self.message(Msg::Saving(saving))
            }
            LoopEvent::Terminal(Err(e)) => Err(e),
            LoopEvent::Terminal(Ok(event)) => {
                self.others()?;
                self.moved = true;
                self.owed = true;
                let ended = match event {
                    Event::Resize(..) => self.resize()?,
                    event => match translate::message(event) {
                        Some(msg) => self.message(msg)?,
                        None => None,
                    },
                };
                // The next key may be read while this one is drawn, unless an
                // editor just had the terminal.
                if std::mem::take(&mut self.owed) && ended.is_none() {
                    self.reader.go_on();
                }
                Ok(ended)
            }
            LoopEvent::Signal(Signal::End(n)) => Ok(Some(Ended::Signal(n))),
            LoopEvent::Signal(Signal::Stop) => {
                self.suspend()?;
                Ok(None)
            }
            LoopEvent::Signal(Signal::Continue) => {
                self.screen.forget();
                Ok(None)
            }
            LoopEvent::Signal(Signal::Resize) => self.resize(),
        }
    }

    /// Takes the size that the terminal has now and paints every cell: one
    /// that went small and came back shows nothing of what it did. The signal
    /// is heard here too, as the event of a size is lost when a key comes
    /// with it.
    fn resize(&mut self) -> io::Result<Option<Ended>> {
        self.screen.forget();
        self.message(Msg::Resize(Screen::size()))
    }

    /// Writes down where the reader is: who is cut off by force comes back near to it.
    fn keep_place(&mut self) {
        (self.kept_at, self.moved) = (Instant::now(), false);
        let session = shell::session(&mut self.model);
        self.shell.keep_aside(session);
    }

    /// Takes in what other instances wrote.
    fn others(&mut self) -> io::Result<()> {
        let others = self.shell.poll();
        if !others.is_empty() {
            self.message(Msg::Entries(others))?;
        }
        Ok(())
    }

    /// Changes the model by a message that asks nothing of the terminal.
    fn tell(&mut self, msg: Msg) {
        self.shell.update(&mut self.model, msg, &mut |_| {});
    }

    fn message(&mut self, msg: Msg) -> io::Result<Option<Ended>> {
        for request in self.shell.update(&mut self.model, msg, &mut |_| {}) {
            match request {
                Request::Quit => return Ok(Some(Ended::Quit)),
                Request::Abort => return Ok(Some(Ended::Aborted)),
                Request::Mouse(on) => guard::mouse(on)?,
                Request::Theme(name, settings) => self.draw_in(&name, settings.as_deref()),
                Request::Redraw => self.screen.forget(),
                Request::Suspend => self.suspend()?,
                Request::Edit(file, line) => {
                    let said = programs::editor_at(file.as_deref(), line);
                    self.outside(said)?;
                }
                Request::Compose(about, text) => {
                    if let Some(text) = self.compose(&text)? {
                        return self.message(Msg::Composed(about, text));
                    }
                }
                Request::Copy(text) => self.copy(text)?,
                Request::EditNew(path, text) => self.edit_new(&path, &text)?,
                Request::Browse(url) => self.browse(&url),
            }
        }
        for notice in self.shell.take_notices() {
            self.tell(Msg::Notice(notice));
        }
        Ok(None)
    }

    /// Draws in another theme.
    fn draw_in(&mut self, name: &str, settings: Option<&Path>) {
        let choice = Choice::from(name);
        let own = settings.map(|file| themes::read(&themes::folder(file)).0).unwrap_or_default();
        self.theme = theme_from_now_on(&choice, &own);
        self.screen.forget();
    }

    fn copy(&mut self, text: String) -> io::Result<()> {
        if text.len() <= TERMINAL_CLIPBOARD {
            let mut out = io::stdout();
            out.write_all(&clipboard::sequence(&text))?;
            out.flush()?;
        }
        if let Some(desktop) = &self.desktop {
            desktop.put(text);
        }
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        guard::leave();
        let stopped = signals::stop();
        guard::enter(self.model.choices.mouse)?;
        if let Err(e) = stopped {
            let said = msg::term_stop_refused(reason(&e));
            self.tell(Msg::Notice(Notice::warning("", said)));
        }
        self.tell(Msg::Resize(Screen::size()));
        self.screen.forget();
        Ok(())
    }

    /// Lets the reader write a text in the editor. When that fails the text
    /// stays in its file, which is said.
    fn compose(&mut self, text: &str) -> io::Result<Option<String>> {
        let path = match programs::note_file(text) {
            Ok(path) => path,
            Err(e) => {
                let said = msg::term_note_file(reason(&e));
                self.tell(Msg::Notice(Notice::warning("", said)));
                return Ok(None);
            }
        };
        if !self.outside(programs::editor(&path, 1))? {
            return Ok(None);
        }
        match regular::read(&path, regular::OWN_BYTES) {
            Ok(bytes) => {
                // It only holds what is in the journal now.
                let _ = std::fs::remove_file(&path);
                let (text, _) = crate::text::sanitise::sanitise(String::from_utf8_lossy(&bytes).into_owned());
                Ok(Some(text))
            }
            Err(e) => {
                let said = msg::term_note_unreadable(files::display(&path), reason(&e));
                self.tell(Msg::Notice(Notice::warning("", said)));
                Ok(None)
            }
        }
    }

    /// Keeps a text in a new file and opens it in the editor.
    fn edit_new(&mut self, path: &Path, text: &str) -> io::Result<()> {
        let said = match crate::job::export::create(path, text.as_bytes()) {
            Ok(file) => {
                self.outside(programs::editor(&file, 1))?;
                Notice::info("", msg::term_exported(files::display(&file)))
            }
            Err(e) => {
                let place = files::display(path);
                Notice::warning("", msg::term_file_refused(place, reason(&e)))
            }
        };
        self.tell(Msg::Notice(said));
        Ok(())
    }

    /// Runs another program on this terminal. True when it ended well.
    fn outside(&mut self, command: Result<Command, Message>) -> io::Result<bool> {
        let said = match command {
            Ok(mut command) => {
                guard::leave();
                let status = command.status();
                guard::enter(self.model.choices.mouse)?;
                self.screen.forget();
                self.tell(Msg::Resize(Screen::size()));
                match status {
                    Ok(s) if s.success() => return Ok(true),
                    Ok(s) => msg::term_editor_ended(s.to_string()),
                    Err(e) => msg::term_editor_refused(reason(&e)),
                }
            }
            Err(said) => said,
        };
        self.tell(Msg::Notice(Notice::warning("", said)));
        Ok(false)
    }

    /// Opens an address of the web, never by a shell.
    fn browse(&mut self, url: &str) {
        let started = match address::web(url) {
            None => Err(msg::TERM_WEB_ONLY.into()),
            Some(url) => {
                programs::browser(&url).and_then(|mut c| c.spawn().map_err(|e| msg::term_browser_refused(reason(&e))))
            }
        };
        match started {
            // Somebody has to wait for it, or it stays in the table of processes.
            Ok(mut browser) => drop(std::thread::spawn(move || browser.wait())),
            Err(said) => self.tell(Msg::Notice(Notice::warning("", said))),
        }
    }
}
