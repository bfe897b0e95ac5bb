//! All jobs: one row makes a [`Kind`], a [`Job`], a [`Report`] and the way
//! from the one to the other.

use super::resources::Resources;
use super::stop::{Progress, Stop};
use super::task::Task;
use super::{
    adjust, analyse, command, compare, export, find, follow, group, in_list, index, load, matrix, name, names,
    save_catalogue,
};
use super::{one_to_many, open, passing, picker_index, saved, search, versions};
use crate::enumerated::enumerated;
use crate::notice::Notice;
use crate::text::sanitise::one_line;
use crate::words::msg;
use std::panic::{AssertUnwindSafe, catch_unwind};

macro_rules! jobs {
    ($($(#[$doc:meta])+ $kind:ident($task:ty) => $name:literal,)+) => {
        enumerated! {
            /// Sorts of work; one of each runs at a time.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub enum Kind { $($(#[$doc])+ $kind => $name,)+ }
        }

        /// Work to do, as plain data.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Job { $($(#[$doc])+ $kind(Box<$task>),)+ }

        /// What comes back.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Report {
            $($(#[$doc])+ $kind(<$task as Task>::Report),)+
            /// How far it is.
            Progress(Progress),
            /// The job failed; it said why.
            Failed(Notice),
            /// The job is done.
            Done,
        }

        $(impl From<$task> for Job {
            fn from(task: $task) -> Self {
                Self::$kind(Box::new(task))
            }
        })+

        impl Job {
            /// Its sort.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)+ }
            }

            fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Report)) -> Result<(), Notice> {
                match self { $(Self::$kind(task) => task.run(with, stop, &mut |r| out(Report::$kind(r))),)+ }
            }
        }
    };
}

jobs! {
    /// Reading and cleaning files.
    Load(load::Load) => "load",
    /// Documents for the screen.
    Open(open::Open) => "open",
    /// Writing the catalogue.
    SaveCatalogue(save_catalogue::SaveCatalogue) => "save-catalogue",
    /// Reading and writing the full-text index.
    Index(index::Index) => "index",
    /// What the articles of a source have in common, and what the reader said.
    Adjust(adjust::Adjust) => "adjust",
    /// Names and signatures of documents.
    Analyse(analyse::Analyse) => "analyse",
    /// Stories and near-duplicates.
    Group(group::Group) => "group",
    /// Two documents.
    Compare(compare::Compare) => "compare",
    /// A query over texts.
    Search(search::Search) => "search",
    /// Fuzzy search in short strings.
    Find(find::Find) => "find",
    /// Handing over to other programs.
    Export(export::Export) => "export",
    /// A command of the reader's own.
    Command(command::RunCommand) => "command",
    /// Who says what in a story.
    Matrix(matrix::Matrix) => "matrix",
    /// A report against the others of its story.
    OneToMany(one_to_many::OneToMany) => "one-to-many",
    /// What was changed from each version of an article to the next.
    CountChanges(versions::CountChanges) => "count-changes",
    /// Which documents the list's filter lets through.
    Filter(passing::Filter) => "filter",
    /// Which documents a query ticks.
    Tick(passing::Tick) => "tick",
    /// Which documents make the queue.
    Queue(passing::Queue) => "queue",
    /// Which articles answer the searches that are kept.
    Saved(saved::Saved) => "saved",
    /// Names over the corpus.
    Names(names::Names) => "names",
    /// One name over the corpus.
    Name(name::Name) => "name",
    /// What can be gone to.
    PickerIndex(picker_index::PickerIndex) => "picker-index",
    /// Words in the rows of the list.
    InList(in_list::InList) => "in-list",
    /// Addresses that are followed.
    Follow(follow::Follow) => "follow",
}

impl Kind {
    /// Whether the reader asked for it and looks at the place where it will be shown;
    /// all else goes on beside what the reader does.
    pub fn is_awaited(self) -> bool {
        match self {
            Self::Open
            | Self::Compare
            | Self::Search
            | Self::Find
            | Self::Export
            | Self::Command
            | Self::Matrix
            | Self::OneToMany
            | Self::CountChanges
            | Self::Filter
            | Self::Tick
            | Self::Queue
            | Self::Name
            | Self::InList => true,
            Self::Load
            | Self::SaveCatalogue
            | Self::Index
            | Self::Adjust
            | Self::Analyse
            | Self::Group
            | Self::Saved
            | Self::Names
            | Self::PickerIndex
            | Self::Follow => false,
        }
    }
}

/// Names one job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket {
    /// Its sort.
    pub kind: Kind,
    /// Counts up with every job of the sort.
    pub generation: u64,
}

/// Whoever carries out jobs.
pub trait Runner {
    /// Starts a job; its reports come back under the ticket.
    fn start(&mut self, ticket: Ticket, job: Job);
    /// Stops what runs of a kind.
    fn stop(&mut self, kind: Kind);
    /// What its jobs work with.
    fn resources(&self) -> &Resources;
}

/// Runs a job; a panic becomes a notice, and a last [`Report::Done`] always
/// comes unless the job was stopped.
pub(super) fn caught(job: Job, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Report)) {
    let result = catch_unwind(AssertUnwindSafe(|| job.run(with, stop, out)));
    let failed = result.unwrap_or_else(|panic| {
        let said =
            panic.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
        Err(Notice::error("", msg::job_internal_error(one_line(&said.unwrap_or_default()))))
    });
    if let Err(notice) = failed {
        out(Report::Failed(notice));
    }
    if !stop.is_set() {
        out(Report::Done);
    }
}

/// Carries out a job here and now, for headless commands.
pub fn in_place(job: impl Into<Job>, with: &Resources, out: &mut dyn FnMut(Report)) {
    caught(job.into(), with, &Stop::never(), out);
}
