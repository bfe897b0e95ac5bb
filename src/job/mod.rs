//! Background work as plain data: a [`Job`] goes out under a [`Ticket`],
//! [`Report`]s come back under the same ticket. Of each [`Kind`] the newest
//! job wins: starting one stops the one before it, and a report under an old
//! ticket changes nothing. Knows the core and the store; has never heard of
//! panes.
//!
//! A job is a file: its input, what it reports and how it is done
//! ([`Task`]), and a row in `registry.rs`. What jobs share beside their input
//! belongs to whoever runs them ([`Resources`]).

mod adjust;
mod analyse;
mod analysis;
mod candidate;
mod child;
mod command;
mod compare;
pub mod export;
mod find;
mod follow;
mod group;
mod in_list;
mod index;
mod inline;
mod intake;
mod load;
mod matrix;
mod name;
mod names;
mod one_to_many;
mod open;
mod parallel;
mod passing;
mod picker_index;
mod plot;
mod pool;
mod quotations;
mod registry;
mod resources;
pub mod save_catalogue;
mod saved;
mod search;
mod seek;
mod sheet;
mod stop;
mod story_list;
mod storybook;
mod suggest;
mod table;
mod task;
mod text_access;
mod versions;

pub use adjust::Adjust;
pub use analyse::{Analyse, Annotated, LookedAt};
pub use analysis::{
    Analysed, Analysis, analysis, analysis_beside, names_in, or_default, signature_of, signature_or_none,
};
pub use candidate::{Candidate, Candidates};
pub use child::PRINTED;
pub use command::{CommandEnd, Ran, RunCommand};
pub use compare::{Compare, Compared, How, compare};
pub use find::{Find, Matched};
pub use follow::{Fetched, Follow, FollowChange, SourceRow, web_address};
pub use group::{Extension, Group, Grouped};
pub use in_list::InList;
pub use index::{Effort, Index, Indexed};
pub use inline::Inline;
pub use intake::{Intake, NewDocument, Taken, TakenIn, take_in};
pub use load::{ArchiveInput, CachedState, CachedStories, Input, Load, Loaded, Reading};
pub use matrix::{Matrix, WhoSays, who_says};
pub use name::{InArticle, Name, NamePage, Near, Passage, Saying, name_page, sayings};
pub use names::{Merged, Names};
pub use one_to_many::{OneToMany, OneToManyRows};
pub use open::{Open, Opened};
pub use parallel::Parallel;
pub use passing::{Filter, Passed, Passing, Queue, Tick};
pub use picker_index::PickerIndex;
pub use plot::{dispersion, overlap, volume};
pub use pool::{Pool, prepare};
pub use quotations::quotations;
pub use registry::{Job, Kind, Report, Runner, Ticket, in_place};
pub use resources::Resources;
pub use saved::Saved;
pub use search::Search;
pub use seek::{DocumentHits, Hits, LookedUp, Suggestion, look_up, passing, search, search_one};
pub use sheet::{Reach, sheet};
pub use stop::{Counter, Progress, Stop};
pub use story_list::{StoryList, StoryRef};
pub use storybook::StoryBook;
pub use suggest::suggest;
pub use table::{chronology, days, what_is_said};
pub use task::Task;
pub use text_access::{TextAccess, TextOptions};
pub use versions::{ChangedTo, CountChanges};

pub use crate::store::catalogue::{CardIndex, CatalogueSnapshot, Location};
pub use crate::store::fulltext::FEWEST as FEWEST_INDEXED;
