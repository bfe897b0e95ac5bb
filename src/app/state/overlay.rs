//! Overlays: a stack of them lies over the screen; the top one has the keys.

use crate::app::action::{ACTIONS, Action, Context};
use crate::app::key::{Code, Key};
use crate::app::keymap::Keymap;
use crate::app::state::export::Export;
use crate::app::state::goals::Goals;
use crate::app::words::Lang;
use crate::corpus::DocId;
use crate::search::fuzzy::Results;
use crate::story::versus::Versus;
use crate::text::{Span, fold};
use crate::triage::{NoteId, Target};
use std::sync::Arc;
use tui_input::{Input, InputRequest};

/// What is being typed into the status row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Words to find in the open article.
    FindInArticle,
    /// Words to find in the list.
    FindInList,
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

/// One line of input in the status row.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What for.
    pub ask: Ask,
    /// The line.
    pub input: Input,
    /// Offered by Tab, best first.
    pub suggestions: Vec<String>,
    /// What a note may be about; Tab goes round.
    pub about: Vec<About>,
    /// Which of these.
    pub chosen: usize,
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

    /// A line of input without suggestions.
    pub fn new(ask: Ask, input: Input) -> Self {
        Self { ask, input, suggestions: Vec::new(), about: Vec::new(), chosen: 0 }
    }
}

/// One entry of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteEntry {
    /// The action.
    pub action: Action,
    /// Why it cannot be done here; `None`: it can.
    pub refused: Option<String>,
}

/// The palette: every action by name.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// The line.
    pub input: Input,
    /// Matching actions.
    pub entries: Vec<PaletteEntry>,
    /// Index of the chosen one.
    pub cursor: usize,
}

/// "Go to anything".
#[derive(Clone, Debug, Default)]
pub struct GoTo {
    /// The line.
    pub input: Input,
    /// What the results answer, to light the letters.
    pub answered: String,
    /// Best results so far.
    pub results: Option<Arc<Results>>,
    /// What is searched.
    pub goals: Goals,
    /// Index of the chosen one.
    pub cursor: usize,
}

/// A page of generated text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Claims of the open article with their evidence.
    Card,
    /// Problems and messages.
    Problems,
    /// The tour of the sample corpus.
    Tour,
    /// What a command of the shell printed.
    Printed,
}

/// An overlay.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A line of input.
    Prompt(Prompt),
    /// Every action.
    Palette(Palette),
    /// Documents, sources, names, actions.
    GoTo(GoTo),
    /// What to hand over, how and where to.
    Export(Export),
    /// Waits for the letter of a mark.
    Marks {
        /// To set it; else to go there.
        set: bool,
    },
    /// Keys of a context, filtered by what is typed.
    Help {
        /// Whose keys come first.
        context: Context,
        /// The filter.
        input: Input,
        /// First row on the screen.
        top: usize,
    },
    /// A report against the others of its story.
    Versus {
        /// The report.
        reference: DocId,
        /// What was found, once it was.
        found: Option<Arc<Vec<(DocId, Versus)>>>,
        /// Row under the cursor.
        cursor: usize,
    },
    /// A page to scroll.
    Page {
        /// Which.
        page: Page,
        /// First row on the screen.
        top: usize,
    },
}

/// Feeds a key into a line of input. True when it was one for the line.
pub fn edit(input: &mut Input, key: Key) -> bool {
    let request = match (key.code, key.ctrl, key.alt) {
        (Code::Char(c), false, false) => InputRequest::InsertChar(c),
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => InputRequest::DeletePrevChar,
        (Code::Delete, ..) | (Code::Char('d'), true, false) => InputRequest::DeleteNextChar,
        (Code::Backspace, ..) | (Code::Char('w'), true, false) => InputRequest::DeletePrevWord,
        (Code::Char('u'), true, false) => InputRequest::DeleteLine,
        (Code::Char('k'), true, false) => InputRequest::DeleteTillEnd,
        (Code::Char('a'), true, false) | (Code::Home, ..) => InputRequest::GoToStart,
        (Code::Char('e'), true, false) | (Code::End, ..) => InputRequest::GoToEnd,
        (Code::Left, false, false) | (Code::Char('b'), true, false) => InputRequest::GoToPrevChar,
        (Code::Right, false, false) | (Code::Char('f'), true, false) => InputRequest::GoToNextChar,
        (Code::Left, ..) => InputRequest::GoToPrevWord,
        (Code::Right, ..) => InputRequest::GoToNextWord,
        _ => return false,
    };
    input.handle(request);
    true
}

impl Palette {
    /// Matches what was typed against labels of both languages, names and
    /// synonyms, words in any order; what can be done here first.
    pub fn rebuild(&mut self, refused: &dyn Fn(Action) -> Option<String>) {
        let query = fold(self.input.value());
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut found: Vec<(bool, usize, usize, PaletteEntry)> = Vec::new();
        for (i, info) in ACTIONS.iter().enumerate() {
            if info.action == Action::Palette {
                continue;
            }
            let label = fold(&format!("{} {} {} {}", info.fr, info.en, info.name, info.synonyms));
            if !words.iter().all(|w| label.contains(w)) {
                continue;
            }
            // A word that starts a word goes before one inside a word.
            let inside = words.iter().filter(|w| !label.split_whitespace().any(|l| l.starts_with(**w))).count();
            let refused = refused(info.action);
            found.push((refused.is_some(), inside, i, PaletteEntry { action: info.action, refused }));
        }
        found.sort_by_key(|(r, inside, i, _)| (*r, *inside, *i));
        self.entries = found.into_iter().map(|(_, _, _, e)| e).collect();
        self.cursor = 0;
    }
}

/// One line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Heading of a context.
    Context(Context),
    /// Keys and what they do.
    Keys(String, &'static str),
}

/// The help: the context first, then everywhere, then the others.
pub fn help_lines(keymap: &Keymap, context: Context, filter: &str, lang: Lang) -> Vec<HelpLine> {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    let mut order = vec![context, Context::Everywhere];
    order.extend(Context::ALL.into_iter().filter(|c| !matches!(c, Context::Everywhere) && *c != context));
    order.dedup();
    let mut out = Vec::new();
    for c in order {
        let mut lines = Vec::new();
        for info in ACTIONS.iter().filter(|i| i.contexts.contains(&c)) {
            let keys: Vec<String> = keymap.keys_of(c, info.action).into_iter().take(3).collect();
            if keys.is_empty() {
                continue;
            }
            let keys = keys.join("  ");
            let label = info.label(lang);
            let haystack = fold(&format!("{keys} {} {} {}", info.fr, info.en, info.synonyms));
            if words.iter().all(|w| haystack.contains(w)) {
                lines.push(HelpLine::Keys(keys, label));
            }
        }
        if !lines.is_empty() {
            out.push(HelpLine::Context(c));
            out.extend(lines);
        }
    }
    out
}
