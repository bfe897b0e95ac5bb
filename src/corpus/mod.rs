//! The domain nouns: documents, their lines, their claims, their identity.

pub mod arena;
pub mod card;
pub mod claim;
pub mod date;
pub mod document;
pub mod edition;
pub mod hour;
pub mod id;
pub mod language;
pub mod segment;
pub mod version;
pub mod wire;

pub use arena::Corpus;
pub use card::Card;
pub use claim::{Claim, Evidence, Mark};
pub use document::{CLOSELY, CLOSELY_WORDS, COMPARED, Cut, Document, Line, LineKind, Meta, Place, SourceFormat};
pub use edition::{Edition, Histories, History};
pub use hour::Hour;
pub use id::{DocId, DocKey};
pub use language::Language;
pub use version::Version;
pub use wire::{Standing, WireFact, WireTopic};
