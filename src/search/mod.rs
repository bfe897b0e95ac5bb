//! Exact search in folded texts, fuzzy search in short strings.
//!
//! * [`query`]: the language: words, phrases, fields, exclusions.
//! * [`text`]: where a query's words stand in a document, layer by layer.
//! * [`filter`]: whether an article answers a query.
//! * [`corpus`]: a query over many articles, best answers first.
//! * [`layered`]: the words of a document as an index keeps them.
//! * [`rules`]: what queries do to articles on load.
//! * [`fuzzy`]: anything with a short name, found by a few of its letters.
//!
//! Bodies are searched exactly, never fuzzily: six rare words would be found
//! in every article. Has never heard of files, indexes or screens.

mod accents;
pub mod corpus;
pub mod filter;
pub mod fuzzy;
pub mod layered;
pub mod query;
pub mod rules;
pub mod sieve;
pub mod text;

pub use corpus::{Answer, Grade, Hits, Scope, join, run};
pub use filter::{Article, matches, matches_scanned, matches_told, may_answer, told_by_status};
pub use fuzzy::{FIND_LIMIT, Finder, light};
pub use layered::{Layered, Probe};
pub use query::{Expr, Query, QueryError, Term, Word};
pub use sieve::{Heard, Sieve, lexemes};
pub use text::{Found, Hit, Layer, Layers, NotSearched};
