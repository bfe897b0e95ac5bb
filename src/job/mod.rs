//! Background work as plain data: a [`Job`] goes out under a [`Ticket`],
//! [`Report`]s come back under the same ticket. Of each [`Kind`] the newest
//! job wins: starting one stops the one before it, and a report under an old
//! ticket changes nothing. Knows the core and the store; has never heard of
//! panes.

mod candidates;
mod cores;
mod desk;
pub mod export;
mod index;
mod inline;
pub mod keep;
mod load;
mod name;
mod pool;
mod run;
mod seek;
mod sheet;
mod stories;
mod story_list;
mod storybook;
mod table;

pub use candidates::Candidates;
pub use cores::Cores;
pub use desk::Desk;
pub use inline::Inline;
pub use name::{InArticle, NamePage, Near, Passage, name_page};
pub use pool::Pool;
pub use run::{analysis_of, compare, in_place, names_in, who_says};
pub use seek::{LookedUp, look_up, passing, search, search_one};
pub use sheet::sheet;
pub use story_list::{StoryList, StoryRef};
pub use storybook::StoryBook;
pub use table::{chronology, days, what_is_said};

use crate::corpus::{Card, DocId, DocKey, Document, Place};
use crate::entity::Entity;
use crate::entity::merge::{Catalogue, Decisions, NameKey};
use crate::fact::Facts;
use crate::ingest;
use crate::notice::Notice;
use crate::search::fuzzy::{Finder, Results};
use crate::search::{Grade, Hit, Layers, NotSearched, Query};
use crate::store::catalogue::Home;
pub use crate::store::catalogue::{Base, Register, Shelf, Spot};
pub use crate::store::fulltext::FEWEST as FEWEST_INDEXED;
use crate::story::{self, Comparison, GroupOptions, Options, Signature};
use crate::triage::Status;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Stories, and the documents that came or went since they were made.
#[derive(Clone, Debug)]
pub struct Extension {
    /// The stories.
    pub book: StoryBook,
    /// Which of their documents went.
    pub gone: HashSet<DocId>,
    /// Which came.
    pub new: Vec<DocId>,
}

/// What is found in one document beyond its lines.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// Names.
    pub entities: Vec<Entity>,
    /// Quotations, figures, dates, attributions.
    pub facts: Facts,
    /// What grouping needs.
    pub signature: Signature,
}

/// A document with what was found in it.
#[derive(Clone, Debug)]
pub struct Analysed {
    /// Index in the corpus.
    pub id: DocId,
    /// The document.
    pub document: Arc<Document>,
    /// What was found.
    pub analysis: Arc<Analysis>,
}

/// A document that a job looks at, with what is known about it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Index in the corpus.
    pub id: DocId,
    /// For ever.
    pub key: DocKey,
    /// The document, where it is in memory.
    pub document: Option<Arc<Document>>,
    /// What was found, where it is in memory.
    pub analysis: Option<Arc<Analysis>>,
    /// What the reader said of it.
    pub status: Status,
}

/// What is loaded.
#[derive(Clone, Debug)]
pub struct Loading {
    /// What to read.
    pub inputs: Vec<Input>,
    /// How formats are read.
    pub options: ingest::Options,
    /// Where the catalogue is; `None` keeps nothing.
    pub home: Option<Home>,
    /// The shelf of this run, when it is there: what changed since is looked
    /// for.
    pub shelf: Option<Arc<Shelf>>,
}

/// What the full-text index is to hold.
#[derive(Clone, Debug)]
pub struct Indexing {
    /// Where the texts are.
    pub desk: Desk,
    /// The articles.
    pub articles: Arc<[DocId]>,
    /// Articles from which there is an index.
    pub fewest: usize,
    /// False when it is only read.
    pub writes: bool,
}

/// What the catalogue knew.
#[derive(Clone, Debug)]
pub struct Known {
    /// The way to the texts.
    pub shelf: Arc<Shelf>,
    /// The articles, in the order of the corpus; `None` when nothing was known.
    pub base: Option<Arc<Base>>,
    /// Their stories.
    pub stories: Option<KnownStories>,
    /// What there is to say.
    pub notices: Vec<Notice>,
}

/// Stories that were known.
#[derive(Clone, Debug)]
pub struct KnownStories {
    /// What they were made of.
    pub of: u64,
    /// What lists show of them.
    pub list: Arc<StoryList>,
    /// The rest.
    pub book: StoryBook,
}

/// An article that was read.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// The document, cleaned by itself.
    pub document: Arc<Document>,
    /// What lists show.
    pub card: Arc<Card>,
    /// What habits of its source are remembered under.
    pub source: Arc<str>,
    /// Its lines, to be counted among those of its source.
    pub lines: Vec<u64>,
    /// The way back to it.
    pub spot: Spot,
}

impl Arrival {
    /// A document that is held, as it stands in no file.
    pub fn held(document: Arc<Document>) -> Self {
        Self {
            card: Arc::new(Card::of(&document)),
            source: crate::clean::source_key(&document).into(),
            lines: crate::clean::recurring::lines(&document),
            spot: load::held(&document),
            document,
        }
    }
}

/// A document that was looked at.
#[derive(Clone, Debug)]
pub struct Study {
    /// Index in the corpus.
    pub id: DocId,
    /// The document, in the light of its source and of the reader.
    pub document: Arc<Document>,
    /// What lists show of it.
    pub card: Arc<Card>,
    /// What the reader had said of it, in one number.
    pub said: u64,
}

/// Hits in one document.
#[derive(Clone, Debug)]
pub struct DocumentHits {
    /// The document.
    pub id: DocId,
    /// How good it answers.
    pub grade: Grade,
    /// How many hits there are; none when only its claims or verdicts answer
    /// the query.
    pub count: usize,
    /// Of these, the ones in the words' own form.
    pub exact: usize,
    /// The hits in order; `None` until the text was looked at.
    pub hits: Option<Vec<Hit>>,
}

/// Hits of a search over many documents.
#[derive(Clone, Debug)]
pub struct Hits {
    /// The query.
    pub query: Arc<Query>,
    /// In which layers.
    pub layers: Layers,
    /// Documents that answer it, best first.
    pub documents: Vec<DocumentHits>,
    /// Hits in all of them.
    pub total: usize,
    /// Of these, the ones in the words' own form.
    pub exact: usize,
    /// What was not searched.
    pub not_searched: NotSearched,
    /// The texts of the first documents, in which the hits were looked up.
    pub texts: Vec<(DocId, Arc<Document>)>,
}

/// Sorts of work; one of each runs at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Reading and cleaning files.
    Load,
    /// Documents for the screen.
    Open,
    /// Writing the catalogue.
    Keep,
    /// Reading and writing the full-text index.
    Index,
    /// What the articles of a source have in common, and what the reader said.
    Adjust,
    /// Names and facts of documents.
    Analyse,
    /// Stories and near-duplicates.
    Group,
    /// Two documents.
    Compare,
    /// A query over texts.
    Search,
    /// Fuzzy search in short strings.
    Find,
    /// Handing over to other programs.
    Export,
    /// Who says what in a story.
    Matrix,
    /// A report against the others of its story.
    Versus,
    /// Which documents the list's filter lets through.
    Filter,
    /// Which documents a query ticks.
    Tick,
    /// Which documents make the queue.
    Queue,
    /// Names over the corpus.
    Names,
    /// One name over the corpus.
    Name,
    /// What can be gone to.
    Goals,
    /// Words in the rows of the list.
    InList,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 20] = [
        Self::Load,
        Self::Open,
        Self::Keep,
        Self::Index,
        Self::Adjust,
        Self::Analyse,
        Self::Group,
        Self::Compare,
        Self::Search,
        Self::Find,
        Self::Export,
        Self::Matrix,
        Self::Versus,
        Self::Filter,
        Self::Tick,
        Self::Queue,
        Self::Names,
        Self::Name,
        Self::Goals,
        Self::InList,
    ];
}

/// Names one job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket {
    /// Its sort.
    pub kind: Kind,
    /// Counts up with every job of the sort.
    pub generation: u64,
}

/// Something to load.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file or a folder; `-` for standard input.
    Path(PathBuf),
    /// A file that the program carries.
    Bytes(Place, &'static [u8]),
}

/// What the documents that answer a query are wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The list shows them.
    Filter,
    /// They are ticked.
    Tick,
    /// They make the queue.
    Queue,
}

/// What a reader can go to by a few letters.
#[derive(Clone, Debug)]
pub struct Searched {
    /// What is known of articles.
    pub register: Register,
    /// The articles.
    pub articles: Arc<Vec<DocId>>,
    /// What an article without a source is said to be from.
    pub unknown: &'static str,
    /// Other short strings.
    pub words: Vec<String>,
    /// Names; those mentioned often come before those mentioned once.
    pub catalogue: Arc<Catalogue>,
}

/// Work to do.
#[derive(Clone, Debug)]
pub enum Job {
    /// Says what is known of the inputs, then reads and cleans what is new in
    /// them, in order.
    Load(Loading),
    /// Reads documents for the screen, with what was found in them.
    Open(Desk, Vec<DocId>),
    /// Settles documents anew after what the reader said.
    Adjust(Desk, Vec<DocId>),
    /// Finds names and facts.
    Analyse(Desk, Vec<DocId>),
    /// Groups documents into stories.
    Group(Arc<Shelf>, Vec<DocId>, GroupOptions),
    /// Puts documents that came into the stories that there are, and takes out
    /// of them what went.
    Extend(Arc<Shelf>, Extension),
    /// Writes the catalogue.
    Keep(Box<keep::Keep>),
    /// Reads the full-text index and adds what it does not hold.
    Index(Indexing),
    /// Compares two documents; what was not found in them yet is found first.
    Compare(Candidate, Candidate, How, Desk),
    /// Compares a document with others, in figures.
    Versus(Candidate, Vec<Candidate>, Options, Desk),
    /// Searches the texts of documents, in these layers.
    Search(Arc<Query>, Layers, Candidates, Desk),
    /// Searches short strings.
    Find(Arc<Finder>, String),
    /// Finds out who says what in the documents of a story.
    Matrix(Vec<Candidate>, Desk),
    /// Finds out which documents answer a query.
    Passing(Purpose, Arc<Query>, Candidates, Desk),
    /// Merges the names of documents under the reader's decisions.
    Names(Arc<Shelf>, Vec<(DocId, DocKey)>, Decisions),
    /// Reads what the documents say of a name.
    Name(NameKey, Arc<Catalogue>, Decisions, Vec<Candidate>, Desk),
    /// Makes short strings ready for being searched.
    Goals(Searched),
    /// Looks for folded words in the headlines, outlets and file names of
    /// articles.
    InList(Register, Vec<DocId>, Vec<String>),
    /// Renders for other programs and hands over.
    Export(Box<export::Rendering>, export::Output),
}

impl Job {
    /// Its sort.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Load(..) => Kind::Load,
            Self::Open(..) => Kind::Open,
            Self::Keep(..) => Kind::Keep,
            Self::Index(..) => Kind::Index,
            Self::Adjust(..) => Kind::Adjust,
            Self::Analyse(..) => Kind::Analyse,
            Self::Group(..) | Self::Extend(..) => Kind::Group,
            Self::Compare(..) => Kind::Compare,
            Self::Search(..) => Kind::Search,
            Self::Find(..) => Kind::Find,
            Self::Export(..) => Kind::Export,
            Self::Matrix(..) => Kind::Matrix,
            Self::Versus(..) => Kind::Versus,
            Self::Passing(Purpose::Filter, ..) => Kind::Filter,
            Self::Passing(Purpose::Tick, ..) => Kind::Tick,
            Self::Passing(Purpose::Queue, ..) => Kind::Queue,
            Self::Names(..) => Kind::Names,
            Self::Name(..) => Kind::Name,
            Self::Goals(..) => Kind::Goals,
            Self::InList(..) => Kind::InList,
        }
    }
}

/// What comes back.
#[derive(Clone, Debug)]
pub enum Report {
    /// What was known before a file was opened; always the first.
    Known(Box<Known>),
    /// Some documents more, in the order of the inputs.
    Loaded {
        /// The documents.
        documents: Vec<Arrival>,
        /// The same articles from a file that changed elsewhere.
        moved: Vec<(DocId, Spot)>,
        /// Articles that are there no more.
        gone: Vec<DocId>,
        /// What could not be read, and other problems of files.
        notices: Vec<Notice>,
        /// Files read so far.
        files: usize,
    },
    /// Documents for the screen, or why there are none.
    Opened(Vec<(DocId, Result<Analysed, Notice>)>),
    /// Documents in the form that follows from what the reader said.
    Adjusted(Vec<(DocId, Arc<Document>)>),
    /// Names and facts of some documents more.
    Analysed(Vec<Study>),
    /// What was kept of these documents cannot be read any more.
    Lost(Vec<DocId>),
    /// The catalogue is written, and can be read.
    Kept(Box<keep::Kept>),
    /// Articles of the list in which words were looked for: those that have
    /// them.
    InList(Vec<DocId>),
    /// So many of so many articles are in the full-text index.
    Indexed(usize, usize),
    /// Stories, and what lists show of them.
    Grouped(StoryBook, Arc<StoryList>),
    /// Two documents compared.
    Compared(Arc<Compared>),
    /// Hits of a search.
    Found(Arc<Hits>),
    /// Results of a fuzzy search for that query.
    Matched(String, Arc<Results>),
    /// Who says what in these documents.
    Matrix(Arc<WhoSays>),
    /// A document against others.
    Versus(DocId, Vec<(DocId, story::versus::Versus)>),
    /// Documents that answer the query, in the order given.
    Passing(Purpose, Vec<DocId>),
    /// Names over the corpus.
    Names(Arc<Catalogue>),
    /// One name over the corpus; `None` when there is no such name.
    Name(Option<Arc<NamePage>>),
    /// The strings, ready, in the order given.
    Goals(Arc<Finder>),
    /// What became of what was handed over; a sentence when it was refused.
    HandedOver(Result<export::Handed, String>),
    /// The job failed; it said why.
    Failed(Notice),
    /// The job is done.
    Done,
}

/// Who says what, with the documents of its columns.
#[derive(Clone, Debug)]
pub struct WhoSays {
    /// The documents of the story.
    pub documents: Vec<Analysed>,
    /// Its texts in order of time, and facts against them; indices are those
    /// of `documents`.
    pub coverage: story::coverage::Coverage,
}

/// How two documents are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct How {
    /// What does not count as a difference.
    pub options: Options,
    /// Places that the reader pinned together.
    pub pins: Vec<story::pins::Pin>,
}

/// A comparison with its rows.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Left side.
    pub a: Analysed,
    /// Right side.
    pub b: Analysed,
    /// What is said about the two.
    pub comparison: Comparison,
    /// The same as one list of pairs in display order.
    pub pairs: Vec<story::Row>,
}

/// Tells a job whether it is still wanted.
#[derive(Clone, Debug)]
pub struct Stop {
    current: Arc<AtomicU64>,
    mine: u64,
}

impl Stop {
    /// A flag for generation `mine`; the job stops when `current` moves on.
    pub fn new(current: Arc<AtomicU64>, mine: u64) -> Self {
        Self { current, mine }
    }

    /// A flag that nobody sets.
    pub fn never() -> Self {
        Self::new(Arc::default(), 0)
    }

    /// True when a newer job of the same kind was started or all were stopped.
    pub fn is_set(&self) -> bool {
        self.current.load(Ordering::Relaxed) != self.mine
    }
}

/// Whoever carries out jobs.
pub trait Runner {
    /// Starts a job; its reports come back under the ticket.
    fn start(&mut self, ticket: Ticket, job: Job);
    /// Stops what runs of a kind.
    fn stop(&mut self, kind: Kind);
}
