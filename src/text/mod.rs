//! Strings and positions. Has never heard of news.
//!
//! A position is a [`Span`]: a byte range at character boundaries of one
//! immutable text. Columns exist only in [`width`] and [`wrap`].

pub mod address;
pub mod bar;
pub mod ending;
pub(crate) mod fnv;
pub mod fold;
pub mod hyphen;
pub mod justify;
pub(crate) mod little_endian;
pub mod near;
pub mod paint;
pub mod quotes;
pub mod sanitise;
pub mod scalar;
pub mod segment;
pub mod span;
mod squeezed;
mod typed;
pub(crate) mod weights;
pub mod width;
pub(crate) mod word_hash;
pub mod wrap;

pub use fold::{Folded, fold, fold_into};
pub use scalar::{ScalarIndex, Scalars};
pub use span::Span;
pub use squeezed::squeezed;
pub use typed::is_named;
