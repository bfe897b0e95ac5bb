//! Texts as lines that keep what their layout says: blank lines, bold, and the
//! classes of a page.

use crate::corpus::date::{FoundDate, find_dates};
use crate::ingest::desk_words::{DeskWord, desk_words};
use crate::text::{Span, fold};

/// What the style of a paragraph calls it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) enum Styled {
    /// Text, or nothing.
    #[default]
    Text,
    /// The title of the document.
    Title,
    /// A heading of the first level.
    Heading,
}

/// A line of a text, or a block of a page; blank lines part blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Line {
    /// Without white space at its ends.
    pub text: String,
    /// True when all of it is bold or a heading.
    pub strong: bool,
    /// What its style says.
    pub styled: Styled,
    /// The level of a heading, 0 for other lines.
    pub level: u8,
    /// True when all of it is a link.
    pub linked: bool,
    /// Lower-case classes and identifiers of the elements around it, nearest first.
    pub classes: String,
}

impl Line {
    /// A line without a look of its own.
    pub(in crate::ingest) fn plain(text: &str) -> Self {
        Self { text: text.trim().to_owned(), ..Self::default() }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

/// Words of a headline.
pub(super) const HEADLINE: std::ops::RangeInclusive<usize> = 3..=32;
/// Words of the shortest line of running text.
pub(super) const PROSE: usize = 12;

/// The lines of a text. A form feed parts like a blank line.
pub(in crate::ingest) fn lines_of(text: &str) -> Vec<Line> {
    text.lines().flat_map(|l| l.split('\u{c}')).map(|l| Line::plain(l.trim_matches('\u{feff}'))).collect()
}

/// Consecutive lines without a blank one between, joined: what was broken to
/// fit a column. `opens` tells a line that begins a block of its own.
pub(super) fn blocks(lines: &[Line], opens: impl Fn(&str) -> bool) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut apart = true;
    for line in lines {
        if line.is_blank() {
            apart = true;
            continue;
        }
        match out.last_mut().filter(|_| !apart && !opens(&line.text)) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(&line.text);
                last.strong &= line.strong;
            }
            None => out.push(line.clone()),
        }
        apart = false;
    }
    out
}

/// Longest line of a text that was broken to fit a column.
pub(super) const COLUMN: usize = 100;

/// Words of a line that is a date and little else.
const DATE_WORDS: usize = 9;
/// Letters before the date, as of a weekday and an article.
const BEFORE: usize = 16;

/// True for a line that gives a full date and little else.
pub(super) fn is_date(text: &str) -> bool {
    text.len() < 120
        && text.split_whitespace().count() <= DATE_WORDS
        && find_dates(text, Span::new(0, text.len()))
            .iter()
            .any(|d: &FoundDate| d.full().is_some() && d.whole.start <= BEFORE)
}

/// True for a line that says whose the rights are.
pub(super) fn is_copyright(text: &str) -> bool {
    let low: String = text.chars().take(24).collect::<String>().to_lowercase();
    ["copyright", "©", "(c)", "tous droits réservés", "all rights reserved", "alle rechte vorbehalten"]
        .iter()
        .any(|sign| low.starts_with(sign))
}

/// True for a line in which a service speaks of itself.
pub(super) fn is_of_service(text: &str) -> bool {
    let folded = fold(text);
    text.len() < 600 && desk_words(DeskWord::Service).iter().any(|sign| folded.contains(sign))
}
