//! [`Model`]: all that the screen shows, made of one state a pane.

use crate::app::action::{Action, Context};
use crate::app::area::Size;
use crate::app::asked::Asked;
use crate::app::choices::Choices;
use crate::app::effect::Effect;
use crate::app::following::Following;
use crate::app::grip::Grip;
use crate::app::jumps::Jumps;
use crate::app::keymap::Keymap;
use crate::app::library::Library;
use crate::app::loading::state::{Incoming, Loading};
use crate::app::msg::{DeskState, Saving};
use crate::app::overlay::export::state::To;
use crate::app::overlay::marks::state::Marks;
use crate::app::overlay::picker::items::PickerSource;
use crate::app::overlay::prompt::state::About;
use crate::app::overlay::state::Overlay;
use crate::app::panes::Screen;
use crate::app::panes::{Layout, Pane};
use crate::app::saved::state::Saved;
use crate::app::screen::board::state::Board;
use crate::app::screen::compare::state::Compare;
use crate::app::screen::coverage::state::Coverage;
use crate::app::screen::journal::state::Journal;
use crate::app::screen::main::article::state::Article;
use crate::app::screen::main::entities::state::Entities;
use crate::app::screen::main::list::filter::{Filter, ListFind};
use crate::app::screen::main::list::state::List;
use crate::app::screen::main::queue::state::Queue;
use crate::app::screen::name::state::Name;
use crate::app::screen::notes::state::Notes;
use crate::app::screen::results::state::Results;
use crate::app::settings::Sheet;
use crate::app::typed::Typed;
use crate::app::waiting::{Awaited, Waiting};
use crate::app::way::Way;
use crate::corpus::{DocId, DocKey};
use crate::job::{Job, Kind, TextOptions, Ticket};
use crate::notice::{Notice, Severity};
use crate::triage::export::Format;
use crate::triage::{EntryId, StateCounts, Triage};
use crate::words::Lang;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// An action that can be done again elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// A verb.
    Action(Action),
    /// A tag put on, or taken off.
    Tag(String, bool),
}

/// One line above the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// How much it matters.
    pub severity: Severity,
}

/// A note that was begun and not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it may be about.
    pub about: Vec<About>,
    /// What was typed.
    pub text: String,
}

/// An article of which a claim was corrected, and its story then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// Which.
    pub id: DocId,
    /// Identity and headline of its story, where it shared one.
    pub story: Option<(String, String)>,
}

/// What was ticked before all ticks were let go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unticked {
    /// The articles.
    pub ticks: BTreeSet<DocId>,
    /// The act on them that let go of them; `None` where the reader did.
    pub act: Option<EntryId>,
}

/// The whole program.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Choices of the reader.
    pub choices: Choices,
    /// Bindings.
    pub keymap: Keymap,
    /// The screen's size.
    pub size: Size,
    /// Milliseconds since 1970, given with each message.
    pub now: i64,
    /// Documents and what was found in them.
    pub library: Library,
    /// How far loading has come.
    pub loading: Loading,
    /// Texts that were asked for and are not there yet.
    pub opening: Vec<DocId>,
    /// A name to be shown in an article once its text is there.
    pub name_to_show: Option<(DocId, crate::entity::merge::NameKey)>,
    /// What changed on disk and is not brought in yet.
    pub incoming: Incoming,
    /// Verdicts, tags, notes.
    pub triage: Triage,
    /// Whether the journal is on disk.
    pub saving: Saving,
    /// Whether the desk has the journal; as if it had where there is none.
    pub desk: DeskState,
    /// The screen shown.
    pub screen: Screen,
    /// The pane that has the keys on the main screen.
    pub focus: Pane,
    /// Only the pane in focus is shown.
    pub zoom: bool,
    /// The sidebar is wanted.
    pub show_entities: bool,
    /// Columns added to the list's default width.
    pub list_delta: i16,
    /// Columns added to the sidebar's default width.
    pub names_delta: i16,
    /// What the pressed button of the mouse holds.
    pub grip: Option<Grip>,
    /// Source list.
    pub list: List,
    /// Article pane.
    pub article: Article,
    /// Entity sidebar.
    pub entities: Entities,
    /// Comparison screen.
    pub compare: Option<Compare>,
    /// Results screen.
    pub results: Option<Results>,
    /// Notes screen.
    pub notes: Notes,
    /// Journal screen.
    pub journal: Journal,
    /// What can be gone to.
    pub picker: PickerSource,
    /// Board.
    pub board: Board,
    /// Page of a name.
    pub name: Name,
    /// The queue, while the articles are gone through one at a time.
    pub queue: Option<Queue>,
    /// Articles of the corpus by state.
    pub counts: StateCounts,
    /// Marks.
    pub marks: Marks,
    /// How often keys were used that hints tell, by the name of the action.
    pub used: BTreeMap<String, u32>,
    /// What was searched, to be searched again.
    pub asked: Asked,
    /// What was done last, to be done again.
    pub last_act: Option<Repeat>,
    /// The views to come back to, and those ahead.
    pub way: Way,
    /// A view was come back to whose work was dropped: it asks again.
    pub returned: bool,
    /// Keys for which the question whether to quit still counts.
    pub quit_asked: u8,
    /// A note that was begun and not kept.
    pub draft: Option<Draft>,
    /// Ticks that were let go last.
    pub unticked: Option<Unticked>,
    /// The article that was corrected last, until stories follow.
    pub corrected: Option<Corrected>,
    /// Overlays, the top one last.
    pub overlays: Vec<Overlay>,
    /// The searches that the reader keeps.
    pub saved: Saved,
    /// The list's filter.
    pub filter: Option<Filter>,
    /// Words looked for in the list.
    pub list_find: Option<ListFind>,
    /// Side A of the next comparison.
    pub pin: Option<DocId>,
    /// What was typed and is not an action yet.
    pub typed: Typed,
    /// Work that the reader waits for.
    pub waiting: Waiting,
    /// Something is being handed over.
    pub handing: bool,
    /// The command of the reader's own that runs, by its name.
    pub running: Option<String>,
    /// Format and place of the last export.
    pub export_last: (Format, To),
    /// The story seen through its reports.
    pub coverage: Option<Coverage>,
    /// The last command and what it printed.
    pub printed: Option<(String, Arc<str>)>,
    /// What was said last.
    pub message: Option<Message>,
    /// An address that was shown for an article, to be opened by the same key
    /// again.
    pub asked_link: Option<(DocId, String)>,
    /// The settings, once their screen was opened.
    pub settings: Arc<Sheet>,
    /// What was typed for a setting and is not taken yet.
    pub typed_setting: Option<String>,
    /// Addresses that are followed.
    pub following: Following,
    /// All that was said about inputs, settings and the journal.
    pub notices: Vec<Notice>,
    /// How many of them say that something could not be read.
    pub unreadable: usize,
    /// Places to jump back to.
    pub jumps: Jumps,
    /// The session to come back to is still to be applied when its document
    /// arrives.
    pub wanted: Option<crate::app::session::Session>,
    /// What was ticked when the program was left, as far as it is not read yet; all of
    /// it where ticks are what is handed over: these are others.
    pub ticks_to_come: BTreeSet<DocKey>,
    /// The article whose story is to be folded with the cursor on its head, once it is there.
    pub head_wanted: Option<DocId>,
    /// The article of the last session was opened again.
    pub restored: bool,
    /// The reader has moved or acted: data may no longer move the cursor.
    pub touched: bool,
    tickets: HashMap<Kind, u64>,
}

/// Uses of a key from which its hint may give way.
const KNOWN_FROM: u32 = 5;

impl Model {
    /// An empty program.
    pub fn new(choices: Choices, size: Size, now: i64) -> Self {
        Self {
            keymap: Keymap::new(choices.lang),
            choices,
            size,
            now,
            library: Library::default(),
            loading: Loading { since: now, ..Loading::default() },
            opening: Vec::new(),
            name_to_show: None,
            incoming: Incoming::default(),
            triage: Triage::new(),
            saving: Saving::default(),
            desk: DeskState::default(),
            screen: Screen::default(),
            focus: Pane::List,
            zoom: false,
            show_entities: true,
            list_delta: 0,
            names_delta: 0,
            grip: None,
            list: List::default(),
            article: Article::default(),
            entities: Entities::default(),
            compare: None,
            results: None,
            notes: Notes::default(),
            journal: Journal::default(),
            picker: PickerSource::default(),
            board: Board::default(),
            name: Name::default(),
            queue: None,
            counts: StateCounts::default(),
            marks: Marks::default(),
            used: BTreeMap::new(),
            asked: Asked::default(),
            last_act: None,
            way: Way::default(),
            returned: false,
            quit_asked: 0,
            draft: None,
            unticked: None,
            corrected: None,
            overlays: Vec::new(),
            saved: Saved::default(),
            filter: None,
            list_find: None,
            pin: None,
            typed: Typed::default(),
            waiting: Waiting::default(),
            handing: false,
            running: None,
            export_last: (Format::Markdown, To::File),
            coverage: None,
            printed: None,
            message: None,
            asked_link: None,
            settings: Arc::default(),
            typed_setting: None,
            following: Following::default(),
            notices: Vec::new(),
            unreadable: 0,
            jumps: Jumps::default(),
            wanted: None,
            ticks_to_come: BTreeSet::new(),
            head_wanted: None,
            restored: false,
            touched: false,
            tickets: HashMap::new(),
        }
    }

    /// The work waited for longest, where the view that it is for is shown.
    pub fn awaited(&self) -> Option<Awaited> {
        self.waiting.told(self.now, |kind| match kind {
            Kind::Matrix => matches!(self.screen, Screen::Matrix | Screen::Timeline),
            Kind::Search => self.screen == Screen::Results,
            Kind::Compare => self.screen == Screen::Compare,
            Kind::Name => self.screen == Screen::Name,
            _ => true,
        })
    }

    /// True while it is being found out what the filter lets through.
    pub fn filter_counts(&self) -> bool {
        self.filter.as_ref().is_some_and(|f| !f.known)
    }

    /// In which light jobs read texts.
    pub fn text_options(&self) -> TextOptions {
        self.library.text_options(&self.choices.names)
    }

    /// True when the open article was asked for and is about to be there.
    pub fn awaits_text(&self) -> bool {
        self.article.document.is_some_and(|id| self.opening.contains(&id))
    }

    /// Language of the interface.
    pub fn lang(&self) -> Lang {
        self.choices.lang
    }

    /// A new ticket; reports under older ones of its kind are dropped.
    pub fn ticket(&mut self, kind: Kind) -> Ticket {
        let generation = self.tickets.entry(kind).or_insert(0);
        *generation += 1;
        Ticket { kind, generation: *generation }
    }

    /// True when no newer job of the kind was started.
    pub fn is_current(&self, ticket: Ticket) -> bool {
        self.tickets.get(&ticket.kind) == Some(&ticket.generation)
    }

    /// Forgets the current job of a kind: its reports are dropped.
    pub fn forget(&mut self, kind: Kind) {
        *self.tickets.entry(kind).or_insert(0) += 1;
        self.waiting.end(kind);
    }

    /// When the model wants to hear the time, whatever happens until then.
    pub fn due(&self) -> Option<i64> {
        let due = self.typed.menu_due.into_iter().chain(self.waiting.due(self.now));
        due.chain(self.following.next).min()
    }

    /// Counts the use of actions by their keys, where hints are to give way.
    pub(crate) fn use_hints(&mut self, actions: &[Action]) {
        if self.choices.hints_give_way {
            for action in actions {
                let count = self.used.entry(action.info().name.to_owned()).or_default();
                *count = (*count + 1).min(KNOWN_FROM);
            }
        }
    }

    /// True when the reader knows the key of an action: its hint gives way.
    pub fn knows(&self, action: Action) -> bool {
        self.choices.hints_give_way && self.used.get(action.info().name).is_some_and(|n| *n >= KNOWN_FROM)
    }

    /// The context of keys on the screen (overlays aside).
    pub fn context(&self) -> Context {
        match (self.screen, self.focus) {
            (Screen::Compare, _) => Context::Compare,
            (Screen::Results, _) => Context::Results,
            (Screen::Notes, _) => Context::Notes,
            (Screen::Journal, _) => Context::Journal,
            (Screen::Board, _) => Context::Board,
            (Screen::Name, _) => Context::Name,
            (Screen::Matrix, _) => Context::Matrix,
            (Screen::Timeline, _) => Context::Timeline,
            (Screen::Main, Pane::Article) if self.article.selection.is_some() => Context::Selection,
            (Screen::Main, Pane::List) if self.list.on_searches() => Context::Searches,
            (Screen::Main, Pane::List) => Context::List,
            (Screen::Main, Pane::Article) => Context::Article,
            (Screen::Main, Pane::Entities) => Context::Entities,
        }
    }

    /// The context of the next key: that of the overlay on top, else that of the
    /// screen.
    pub fn key_context(&self) -> Context {
        self.overlays.last().map_or_else(|| self.context(), Overlay::context)
    }

    /// Starts a job under a fresh ticket.
    pub fn start(&mut self, job: impl Into<Job>) -> Effect {
        let job = job.into();
        self.waiting.begin(job.kind(), self.now);
        Effect::Start(self.ticket(job.kind()), job)
    }

    /// The choices that the main screen's geometry depends on.
    pub fn layout(&self) -> Layout {
        Layout {
            focus: self.focus,
            zoom: self.zoom || self.queue.is_some(),
            entities: self.show_entities,
            list_delta: self.list_delta,
            names_delta: self.names_delta,
            status: self.status_rows(),
        }
    }

    /// Keeps what was said.
    pub fn note(&mut self, notices: impl IntoIterator<Item = Notice>) {
        for n in notices {
            self.unreadable += usize::from(n.severity == Severity::Error);
            self.notices.push(n);
        }
    }

    /// Keeps what was said and is not known yet: what is looked at again fails again.
    /// The first that is new is given back.
    pub fn note_new(&mut self, notices: Vec<Notice>) -> Option<Notice> {
        let mut first = None;
        for notice in notices {
            if !self.notices.contains(&notice) {
                first.get_or_insert_with(|| notice.clone());
                self.note([notice]);
            }
        }
        first
    }

    /// A sentence with the reader's own keys for the actions that it names.
    pub fn with_keys<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.keymap.put_in(self.context(), text)
    }

    /// Says something above the footer.
    pub fn say(&mut self, text: impl AsRef<str>) {
        let text = self.with_keys(text.as_ref()).into_owned();
        self.message = Some(Message { text, severity: Severity::Info });
    }

    /// Says that something is wrong.
    pub fn warn(&mut self, text: impl AsRef<str>) {
        let text = self.with_keys(text.as_ref()).into_owned();
        self.message = Some(Message { text, severity: Severity::Warning });
    }
}
