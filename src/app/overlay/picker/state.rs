//! Lists to choose from by typing: every action, and everything that can be
//! gone to.

use crate::app::action::{ACTIONS, Action};
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::picker::items::{PickerItem, PickerItems};
use crate::job;
use crate::search::fuzzy::Results;
use crate::text::fold;
use crate::triage::export::UserCommand;
use std::sync::Arc;

/// What the palette offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaletteItem {
    /// An action.
    Action(Action),
    /// A command of the reader's own, by its place among them.
    Command(usize),
}

/// One entry of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteEntry {
    /// What it does.
    pub does: PaletteItem,
    /// Why it cannot be done here; `None`: it can.
    pub refused: Option<String>,
}

/// The palette: every action by name, and every command of the reader's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// The line.
    pub input: InputLine,
    /// Matching actions.
    pub entries: Vec<PaletteEntry>,
    /// Index of the chosen one.
    pub cursor: usize,
}

impl Palette {
    /// Matches what was typed against labels of both languages, names and
    /// synonyms, and against the names of the reader's own commands, words in any
    /// order; what can be done here first.
    pub fn rebuild(&mut self, commands: &[UserCommand], refused: &dyn Fn(Action) -> Option<String>) {
        let query = fold(self.input.value());
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut found: Vec<(bool, usize, usize, PaletteEntry)> = Vec::new();
        let actions = ACTIONS.iter().filter(|i| i.action != Action::Palette && !i.is_of_overlays());
        let actions = actions.map(|info| (PaletteItem::Action(info.action), info.searched()));
        let commands = commands.iter().enumerate().map(|(n, c)| (PaletteItem::Command(n), c.name.clone()));
        for (i, (does, searched)) in actions.chain(commands).enumerate() {
            let label = fold(&searched);
            if !words.iter().all(|w| label.contains(w)) {
                continue;
            }
            // A word that starts a word goes before one inside a word.
            let inside = words.iter().filter(|w| !label.split_whitespace().any(|l| l.starts_with(**w))).count();
            let refused = match does {
                PaletteItem::Action(action) => refused(action),
                PaletteItem::Command(_) => None,
            };
            found.push((refused.is_some(), inside, i, PaletteEntry { does, refused }));
        }
        found.sort_by_key(|(r, inside, i, _)| (*r, *inside, *i));
        self.entries = found.into_iter().map(|(_, _, _, e)| e).collect();
        self.cursor = 0;
    }
}

/// "Go to anything".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GoTo {
    /// The line.
    pub input: InputLine,
    /// What the results answer, to light the letters.
    pub answered: String,
    /// Best results so far.
    pub results: Option<Arc<Results>>,
    /// What they are results of.
    pub items: PickerItems,
    /// What is searched now: others, once more became ready.
    searched: PickerItems,
    /// The answer to what is typed is not there yet.
    pub awaits: bool,
    /// Index of the chosen one.
    pub cursor: usize,
    /// When what stands there was first shown, in milliseconds.
    pub shown: i64,
}

/// Milliseconds after which an answer was seen: what comes later moves the row that is
/// chosen, and chooses no other.
const SEEN: i64 = 300;

impl GoTo {
    /// What answers the words that are typed, by all that is ready.
    pub(crate) fn ask(&mut self, ready: &PickerItems) -> job::Find {
        self.searched = ready.clone();
        self.awaits = true;
        job::Find { finder: ready.finder.clone(), query: self.input.value().to_owned() }
    }

    /// Takes an answer; what the reader went down to or has before the eyes among the
    /// answers to the same words stays chosen, else the best one is.
    pub(crate) fn answer(&mut self, query: String, results: Arc<Results>, now: i64) {
        let same = query == self.answered && self.results.is_some();
        let seen = same && now - self.shown >= SEEN;
        if !same {
            self.shown = now;
        }
        let old = std::mem::replace(&mut self.items, std::mem::take(&mut self.searched));
        let chosen =
            self.results.as_ref().filter(|_| same && (self.cursor > 0 || seen)).and_then(|r| r.best.get(self.cursor));
        let chosen = chosen.and_then(|b| old.get(b.index));
        let place = chosen.and_then(|c| results.best.iter().position(|b| self.items.get(b.index).as_ref() == Some(&c)));
        self.cursor = place.unwrap_or(self.cursor).min(results.best.len().saturating_sub(1));
        (self.answered, self.results, self.awaits) = (query, Some(results), false);
    }

    /// What stands in a row of the results.
    pub fn item(&self, row: usize) -> Option<PickerItem<'_>> {
        self.items.get(self.results.as_ref()?.best.get(row)?.index)
    }
}
