//! Words in the rows of the list.

use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use crate::corpus::DocId;
use crate::notice::Notice;
use crate::store::catalogue::CardIndex;
use crate::text::fold;
use rayon::prelude::*;

/// Looks for folded words in the headlines, outlets and file names of
/// articles.
#[derive(Clone, Debug, PartialEq)]
pub struct InList {
    /// What is known of articles.
    pub cards: CardIndex,
    /// The articles.
    pub articles: Vec<DocId>,
    /// The words; an article must have all of them.
    pub words: Vec<String>,
}

impl Task for InList {
    /// The articles that have the words, in the order given.
    type Report = Vec<DocId>;

    fn run(self, _: &Resources, stop: &Stop, out: &mut dyn FnMut(Vec<DocId>)) -> Result<(), Notice> {
        let cards = self.cards.in_bulk();
        let has = |id: &DocId| {
            if stop.is_set() {
                return None;
            }
            let mut folded = fold(&format!("{} {}", cards.title(*id), cards.outlet(*id).unwrap_or_default()));
            let all = |folded: &str| self.words.iter().all(|w| folded.contains(w));
            // The name of the file costs most to find out.
            if !all(&folded) {
                folded = format!("{folded} {}", fold(&cards.file_name(*id)));
            }
            all(&folded).then_some(*id)
        };
        let found: Vec<DocId> = self.articles.par_iter().filter_map(has).collect();
        if !stop.is_set() {
            out(found);
        }
        Ok(())
    }
}
