//! The export menu: what, in which format, where to.

use crate::app::action::Action;
use crate::corpus::DocId;
use crate::enumerated::enumerated;
use crate::text::Span;
use crate::triage::export::Format;
use crate::words::{Lang, Plain, msg};

/// What can be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goods {
    /// One article.
    Article(DocId),
    /// The ticked articles.
    Ticked(Vec<DocId>),
    /// A story by its lasting id, its title, its articles.
    Story(String, String, Vec<DocId>),
    /// The sheet of two articles.
    Comparison(DocId, DocId),
    /// Who says what in a story: its identity, its title.
    WhoSays(String, String),
    /// The reports of a story in order of time: its identity, its title.
    Chronology(String, String),
    /// What the name of this page says.
    Quotations(String),
    /// Every note.
    Notes,
    /// Titles and links of these.
    Titles(Vec<DocId>),
    /// A passage, cited.
    Citation(DocId, Span),
}

impl Goods {
    /// The action that chooses it in the menu.
    pub fn action(&self) -> Action {
        match self {
            Self::Article(_) => Action::ExportArticle,
            Self::Ticked(_) => Action::ExportTicked,
            Self::Story(..) => Action::ExportStory,
            Self::Comparison(..) => Action::ExportComparison,
            Self::WhoSays(..) => Action::ExportMatrix,
            Self::Chronology(..) => Action::ExportTimeline,
            Self::Quotations(_) => Action::ExportQuotations,
            Self::Notes => Action::ExportNotes,
            Self::Titles(_) => Action::ExportTitles,
            Self::Citation(..) => Action::ExportCitation,
        }
    }

    /// Its name in the menu.
    pub fn label(&self, lang: Lang) -> String {
        match self {
            Self::Article(_) => lang.text(msg::EXPORT_ARTICLE).to_owned(),
            Self::Ticked(ids) => lang.say(msg::ui_ticked(ids.len())),
            Self::Story(_, _, ids) => {
                let n = ids.len();
                lang.say(msg::export_story(n))
            }
            Self::Comparison(..) => lang.text(msg::EXPORT_COMPARISON_SHEET).to_owned(),
            Self::WhoSays(..) => lang.text(msg::EXPORT_WHO_SAYS_WHAT).to_owned(),
            Self::Chronology(..) => lang.text(msg::EXPORT_TIMELINE).to_owned(),
            Self::Quotations(_) => lang.text(msg::EXPORT_QUOTATIONS).to_owned(),
            Self::Notes => lang.text(msg::EXPORT_ALL_NOTES).to_owned(),
            Self::Titles(ids) => {
                let n = lang.number(ids.len());
                lang.say(msg::export_titles_and_links(&n))
            }
            Self::Citation(..) => lang.text(msg::EXPORT_CITED_SENTENCE).to_owned(),
        }
    }
}

enumerated! {
    /// Where it goes.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
    pub enum To {
        /// A new file.
        #[default]
        File,
        /// The clipboard.
        Clipboard,
        /// A command of the shell.
        Pipe,
        /// A new file, opened in the reader's editor.
        Editor,
    }
}

impl To {
    /// The action that chooses it in the menu.
    pub fn action(self) -> Action {
        match self {
            Self::File => Action::ToFile,
            Self::Clipboard => Action::ToClipboard,
            Self::Pipe => Action::ToPipe,
            Self::Editor => Action::ToEditor,
        }
    }

    /// Its name in the menu.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::File => lang.text(msg::UI_FILE),
            Self::Clipboard => lang.text(msg::EXPORT_CLIPBOARD),
            Self::Pipe => lang.text(msg::UI_EXPORT_COMMAND),
            Self::Editor => lang.text(msg::EXPORT_EDITOR),
        }
    }
}

/// A format with the action that chooses it and its name in the menu.
pub const FORMATS: [(Action, Format, Plain); 9] = [
    (Action::AsMarkdown, Format::Markdown, msg::FORMAT_MARKDOWN),
    (Action::AsPlain, Format::Plain, msg::FORMAT_PLAIN_TEXT),
    (Action::AsHtml, Format::Html, msg::FORMAT_HTML),
    (Action::AsCsv, Format::Csv, msg::FORMAT_CSV),
    (Action::AsJson, Format::Json, msg::FORMAT_JSON),
    (Action::AsJsonLines, Format::JsonLines, msg::FORMAT_JSON_LINES),
    (Action::AsBibtex, Format::Bib, msg::FORMAT_BIBTEX),
    (Action::AsCsl, Format::Csl, msg::FORMAT_CSL_JSON),
    (Action::AsRis, Format::Ris, msg::FORMAT_RIS),
];

/// State of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// What can be handed over here.
    pub goods: Vec<Goods>,
    /// Which of these.
    pub what: usize,
    /// In which format.
    pub format: Format,
    /// Name of the template that takes the place of the format.
    pub template: Option<String>,
    /// Where to.
    pub to: To,
    /// The file's name as typed; `None`: the one that is proposed.
    pub name: Option<String>,
}

impl Export {
    /// What is chosen.
    pub fn chosen(&self) -> Option<&Goods> {
        self.goods.get(self.what)
    }
}
