//! What the reader asked before, line by line, to be asked again.

use crate::app::overlay::prompt::state::Ask;
use serde::{Deserialize, Serialize};

/// Lines kept of each sort.
const KEPT: usize = 200;

/// The lines that were asked, the last one last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Queries: searches, filters, what was ticked by one.
    queries: Vec<String>,
    /// Words looked for in what is shown.
    words: Vec<String>,
}

impl Asked {
    /// The lines that a line of this sort can bring back; `None` for one that is no
    /// search.
    pub fn lines(&self, ask: Ask) -> Option<&[String]> {
        match ask {
            _ if ask.is_query() => Some(&self.queries),
            Ask::FindInArticle | Ask::FindInList | Ask::FindInNames | Ask::FindInNotes => Some(&self.words),
            _ => None,
        }
    }

    /// Keeps a line that was asked; asked again it is the last one.
    pub(crate) fn keep(&mut self, ask: Ask, line: &str) {
        let line = line.trim();
        let lines = if ask.is_query() { &mut self.queries } else { &mut self.words };
        if line.is_empty() {
            return;
        }
        lines.retain(|l| l != line);
        lines.push(line.to_owned());
        let over = lines.len().saturating_sub(KEPT);
        lines.drain(..over);
    }

    /// What a session kept, cut to what is kept: the file may have been written by hand.
    pub fn bounded(mut self) -> Self {
        for lines in [&mut self.queries, &mut self.words] {
            let over = lines.len().saturating_sub(KEPT);
            lines.drain(..over);
            lines.iter_mut().for_each(|l| *l = crate::text::sanitise::one_line(l));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_kept_once_and_no_more_lines_than_are_kept() {
        let mut asked = Asked::default();
        for n in 0..KEPT + 5 {
            asked.keep(Ask::Filter, &format!("pont {n}"));
        }
        asked.keep(Ask::SearchCorpus, " pont 7 ");
        asked.keep(Ask::SearchCorpus, "  ");
        let lines = asked.lines(Ask::TickQuery).unwrap();
        assert_eq!((lines.len(), lines.last().map(String::as_str)), (KEPT, Some("pont 7")));
        assert_eq!(lines.iter().filter(|l| *l == "pont 7").count(), 1);
        assert_eq!((asked.lines(Ask::FindInList).map(<[_]>::len), asked.lines(Ask::Note)), (Some(0), None));
    }
}
