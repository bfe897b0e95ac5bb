//! What a reader can go to by a few letters.

use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use crate::corpus::DocId;
use crate::entity::merge::CorpusNames;
use crate::notice::Notice;
use crate::search::fuzzy::Finder;
use crate::store::catalogue::CardIndex;
use crate::words::{Lang, Plain};
use std::sync::Arc;

/// What a name mentioned very often gains in a fuzzy search at most.
const MOST_WEIGHT: u8 = 36;

/// Makes short strings ready for being searched.
#[derive(Clone, Debug, PartialEq)]
pub struct PickerIndex {
    /// What is known of articles.
    pub cards: CardIndex,
    /// The articles.
    pub articles: Arc<Vec<DocId>>,
    /// What an article without a source is said to be from.
    pub unknown: Plain,
    /// The language in which the reader looks for it.
    pub lang: Lang,
    /// Other short strings.
    pub words: Vec<String>,
    /// Names; those mentioned often come before those mentioned once.
    pub corpus_names: Arc<CorpusNames>,
    /// Articles that lists tell by their file, as nobody knows their outlet: so the reader
    /// types its name.
    pub told_by_file: Arc<Vec<DocId>>,
}

impl Task for PickerIndex {
    /// The strings, ready, in the order given.
    type Report = Arc<Finder>;

    fn run(self, _: &Resources, stop: &Stop, out: &mut dyn FnMut(Arc<Finder>)) -> Result<(), Notice> {
        let (mut finder, cards) = (Finder::default(), self.cards.in_bulk());
        let mut line = String::new();
        for &id in self.articles.iter() {
            line.clear();
            line.push_str(&cards.title(id));
            line.push(' ');
            line.push_str(cards.outlet(id).unwrap_or(self.lang.text(self.unknown)));
            finder.push(&line);
            if stop.is_set() {
                return Ok(());
            }
        }
        self.words.iter().for_each(|w| finder.push(w));
        for e in &self.corpus_names.entities {
            // Three points of the scorer for every doubling: what is mentioned a
            // hundred times gains about what the start of a word is worth.
            let weight = 3 * e.count.max(1).ilog2();
            finder.push_weighted(&e.name, u8::try_from(weight).unwrap_or(u8::MAX).min(MOST_WEIGHT));
        }
        self.told_by_file.iter().for_each(|id| finder.push(&cards.file_name(*id)));
        out(Arc::new(finder));
        Ok(())
    }
}
