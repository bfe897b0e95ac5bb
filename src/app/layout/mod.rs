//! Documents and comparisons laid out in rows for a width: pure functions,
//! cached by everything they depend on.

pub mod article;
pub mod compare;
pub mod coverage;

pub use article::{ArticleLayout, Part, View};
pub use compare::{CompareLayout, Presentation};
