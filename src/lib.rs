//! kiosque: read, compare and judge a pile of news coverage in a terminal.
//!
//! The crate is layered; a module may use what stands above it in this list,
//! never what stands below (`tests/it/layers.rs` checks it).
//!
//! * [`words`]: what the program says, as data; the words of each language.
//! * [`notice`]: a problem said in one sentence.
//! * [`text`]: strings and positions; has never heard of news.
//! * `trees`: sums of decision trees over columns of numbers.
//! * `lang`: the languages of the texts, their words and their grammar.
//! * [`toml_reader`]: TOML written by people, read with a notice for each slip.
//! * [`theme`]: what a stretch of the screen is for, and how each theme shows it.
//! * [`corpus`]: the domain nouns: document, line, claim, date.
//! * [`ingest`]: bytes of any known format become raw documents.
//! * [`clean`]: raw documents become documents with labelled lines and claims.
//! * [`entity`]: names, their spellings and their merging.
//! * [`fact`]: quotations, figures, dates and attributions as typed values.
//! * [`story`]: comparison of two documents, stories over many.
//! * [`search`]: exact search in texts, fuzzy search in short strings.
//! * [`triage`]: verdicts, tags and notes as a list of journal entries.
//!
//! Everything above is pure: no files, no clock, no threads, no terminal.
//!
//! * [`store`]: files, folders, settings, the journal on disk.
//! * [`job`]: background work with tickets, newest wins.
//! * [`app`]: the program as a state machine: model, update, effects.
//! * [`shell`]: starts the program and carries out its effects.
//! * `ui` (feature `draw`): the model drawn into a buffer.
//! * `term` (feature `tui`): the only code that talks to a terminal.
//! * [`cli`]: the headless commands.
//! * `train` (feature `train`): makes the embedded models anew.

pub mod app;
pub mod clean;
pub mod cli;
pub mod corpus;
pub mod entity;
pub(crate) mod enumerated;
pub mod fact;
pub mod ingest;
pub mod job;
pub(crate) mod lang;
pub mod notice;
pub mod search;
pub mod shell;
pub mod store;
pub mod story;
#[cfg(feature = "tui")]
pub mod term;
pub mod text;
pub mod theme;
pub mod toml_reader;
#[cfg(feature = "train")]
pub mod train;
pub(crate) mod trees;
pub mod triage;
#[cfg(feature = "draw")]
pub mod ui;
pub mod words;
