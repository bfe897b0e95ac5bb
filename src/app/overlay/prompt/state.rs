//! A line of input in the status row.

use crate::app::overlay::input_line::InputLine;
use crate::app::screen::main::list::place::ListPlace;
use crate::corpus::DocId;
use crate::text::Span;
use crate::triage::{NoteId, Target};
use std::sync::Arc;

/// What is being typed into the status row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Words to find in the open article.
    FindInArticle,
    /// Words to find in the list.
    FindInList,
    /// Words to find among the names of the open article.
    FindInNames,
    /// A query over the corpus.
    SearchCorpus,
    /// A filter of the list.
    Filter,
    /// A tag to add.
    Tag,
    /// A tag to remove.
    Untag,
    /// The article's headline, corrected.
    Title,
    /// The outlet, corrected.
    Source,
    /// The day of publication, corrected.
    Date,
    /// Who wrote it, corrected.
    Author,
    /// The value of a setting.
    Setting,
    /// A note.
    Note,
    /// Words to find in the notes.
    FindInNotes,
    /// A name for an exported file.
    ExportName,
    /// A command of the shell that reads what is handed over.
    Pipe,
    /// A query whose answers are ticked.
    TickQuery,
    /// A name that is the same.
    SameName,
    /// What a name is to be called.
    Called,
    /// A name for a search that is to be kept.
    SaveSearch,
    /// Another name for a search that is kept.
    RenameSearch,
    /// An address to follow.
    FollowAddress,
    /// An address to follow no longer.
    LeaveAddress,
}

impl Ask {
    /// True when a query is typed.
    pub fn is_query(self) -> bool {
        matches!(self, Self::SearchCorpus | Self::Filter | Self::TickQuery)
    }
}

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A passage of a document.
    Passage(DocId, Span),
    /// Documents as a whole; one note each.
    Articles(Vec<DocId>),
    /// A story, by its lasting id.
    Story(String),
    /// Two documents and what is said differently in them.
    Difference {
        /// Left side and its passage.
        a: (DocId, Option<Span>),
        /// Right side and its passage.
        b: (DocId, Option<Span>),
    },
    /// Two documents side by side.
    Pair(DocId, DocId),
    /// A note that is rewritten.
    Note {
        /// What it is about.
        target: Target,
        /// Which.
        id: NoteId,
    },
}

/// Where the reader stood before words were looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Stand {
    /// In the list.
    List(ListPlace),
    /// In an article, with this row at the top.
    Article(DocId, usize),
    /// On this row of the names.
    Names(usize),
}

/// One line of input in the status row.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// What for.
    pub ask: Ask,
    /// The line.
    pub input: InputLine,
    /// What stands in the line is an offer: the first letter takes its place.
    pub offered: bool,
    /// Offered by Tab, best first.
    pub suggestions: Vec<String>,
    /// What a note may be about; Tab goes round.
    pub about: Vec<About>,
    /// Which of these.
    pub chosen: usize,
    /// Something was typed into it.
    pub edited: bool,
    /// The earlier line that stands in it, counted from the last one, and what stood
    /// there before.
    pub recalled: Option<(usize, String)>,
    /// What was asked about, and stands when it is given once more.
    pub confirms: Option<String>,
    /// Where the reader stood when it was opened, where its words move what is shown.
    pub origin: Option<Arc<Stand>>,
}

impl Prompt {
    /// The suggestions that begin as typed, or have a word that does.
    pub fn fitting(&self) -> impl Iterator<Item = &String> {
        let typed = crate::text::fold(self.input.value());
        let within = format!(" {typed}");
        self.suggestions.iter().filter(move |s| {
            let folded = crate::text::fold(s);
            folded.starts_with(&typed) || folded.contains(&within)
        })
    }

    /// Brings back the line before, or the one after: those that begin as the reader
    /// typed. Behind the last one is what was typed. True when the line is another.
    pub(crate) fn recall(&mut self, lines: &[String], before: bool) -> bool {
        let own = self.recalled.as_ref().map_or_else(|| self.input.value().to_owned(), |(_, own)| own.clone());
        let begins = if self.edited { own.as_str() } else { "" };
        let mut fitting = lines.iter().rev().filter(|l| l.starts_with(begins) && **l != own);
        let next = match (&self.recalled, before) {
            (None, true) => 0,
            (Some((at, _)), true) => at + 1,
            (Some((at, _)), false) if *at > 0 => at - 1,
            (None, false) => return false,
            (Some(_), false) => {
                self.input = InputLine::new(own);
                self.recalled = None;
                return true;
            }
        };
        let Some(line) = fitting.nth(next) else { return false };
        self.input = InputLine::new(line.clone());
        self.recalled = Some((next, own));
        true
    }

    /// A line of input without suggestions.
    pub fn new(ask: Ask, input: InputLine) -> Self {
        Self {
            ask,
            input,
            offered: false,
            suggestions: Vec::new(),
            about: Vec::new(),
            chosen: 0,
            edited: false,
            recalled: None,
            confirms: None,
            origin: None,
        }
    }
}
