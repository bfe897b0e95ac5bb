//! A report against the others of its story.

use super::analysis::Analysed;
use super::candidate::Candidate;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::DocId;
use crate::notice::Notice;
use crate::story::one_to_many::{AgainstReference, one_to_many};
use crate::story::{Options, Side};

/// Compares a document with others, in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct OneToMany {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The document.
    pub reference: Candidate,
    /// The others.
    pub others: Vec<Candidate>,
    /// What does not count as a difference.
    pub options: Options,
}

/// A document against others.
#[derive(Clone, Debug, PartialEq)]
pub struct OneToManyRows {
    /// The document.
    pub reference: DocId,
    /// Each of the others, and what is said of the two.
    pub rows: Vec<(DocId, AgainstReference)>,
}

/// Articles that are held at once, beside the one that all are compared with.
const PART: usize = 32;

impl Task for OneToMany {
    type Report = OneToManyRows;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(OneToManyRows)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        let reference = texts.analysed(self.reference)?;
        let counter = stop.counter(self.others.len());
        let mut rows = Vec::with_capacity(self.others.len());
        for part in self.others.chunks(PART) {
            let Some(read) = texts.all_counted(part.to_vec(), &counter, stop) else { return Ok(()) };
            let read: Vec<Analysed> = read.into_iter().collect::<Result<_, _>>()?;
            let sides: Vec<Side<'_>> = [&reference].into_iter().chain(&read).map(Analysed::side).collect();
            let found = one_to_many(&sides, 0, &self.options);
            rows.extend(found.into_iter().zip(&read).map(|(told, other)| (other.id, told)));
        }
        out(OneToManyRows { reference: reference.id, rows });
        Ok(())
    }
}
