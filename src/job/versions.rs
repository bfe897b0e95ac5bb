//! What was changed from each version of an article to the next.

use super::analysis::Analysed;
use super::candidate::Candidate;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::DocId;
use crate::notice::Notice;
use crate::story::versions::{ChangeCounts, change};
use crate::story::{self, Options};

/// Compares each version of an article with the next, in counts.
#[derive(Clone, Debug, PartialEq)]
pub struct CountChanges {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The versions, the first one first.
    pub versions: Vec<Candidate>,
}

/// What was changed from one version to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedTo {
    /// The later one.
    pub id: DocId,
    /// What was changed.
    pub counts: ChangeCounts,
}

impl Task for CountChanges {
    /// Each version but the first, in their order.
    type Report = Vec<ChangedTo>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Vec<ChangedTo>)) -> Result<(), Notice> {
        let Some(read) = with.texts(self.texts).all_analysed(self.versions, stop) else { return Ok(()) };
        let read: Vec<Analysed> = read.into_iter().collect::<Result<_, _>>()?;
        let changed = read.iter().zip(read.iter().skip(1)).map(|(a, b)| {
            let comparison = story::compare(a.side(), b.side(), &Options::default());
            let counts = change(&comparison, a.side(), b.side()).counts(comparison.findings.len());
            ChangedTo { id: b.id, counts }
        });
        let changed = changed.collect();
        if !stop.is_set() {
            out(changed);
        }
        Ok(())
    }
}
