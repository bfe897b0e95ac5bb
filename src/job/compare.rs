//! Two documents compared.

use super::analysis::Analysed;
use super::candidate::Candidate;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::notice::Notice;
use crate::story::pins::{Pin, pinned};
use crate::story::{self, Comparison, Options, Row};
use std::sync::Arc;

/// Compares two documents; what was not found in them yet is found first.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// Left side.
    pub a: Candidate,
    /// Right side.
    pub b: Candidate,
    /// How they are compared.
    pub how: How,
}

/// How two documents are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct How {
    /// What does not count as a difference.
    pub options: Options,
    /// Places that the reader pinned together.
    pub pins: Vec<Pin>,
}

/// A comparison with its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Left side.
    pub a: Analysed,
    /// Right side.
    pub b: Analysed,
    /// What is said about the two.
    pub comparison: Comparison,
    /// The same as one list of pairs, each side in the order of its text.
    pub pairs: Vec<Row>,
    /// The same in the order of A, counterparts pulled opposite.
    pub facing: Vec<Row>,
}

impl Task for Compare {
    type Report = Arc<Compared>;

    fn run(self, with: &Resources, _: &Stop, out: &mut dyn FnMut(Arc<Compared>)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        let (a, b) = (texts.analysed(self.a)?, texts.analysed(self.b)?);
        out(Arc::new(compare(a, b, &self.how)));
        Ok(())
    }
}

/// Compares two documents and lays the result out as pairs.
pub fn compare(a: Analysed, b: Analysed, how: &How) -> Compared {
    let comparison = story::compare(a.side(), b.side(), &how.options);
    let comparison = pinned(comparison, &how.pins, a.side(), b.side(), &how.options);
    let pairs = story::rows(&comparison, &a.document, &b.document);
    let facing = story::facing(&comparison, &a.document, &b.document);
    Compared { a, b, comparison, pairs, facing }
}
