//! Articles, titles, notes and citations as texts for other programs.
//!
//! Every format is printed from the same [`Record`]s. Knows documents and
//! what was said of them; has never heard of files, clipboards or screens.

mod cite;
mod command;
mod format;
mod plot;
pub mod quotations;
mod record;
pub mod sheet;
pub mod table;
mod template;
#[cfg(test)]
mod tests;

pub use cite::cite;
pub use command::{Argument, ArgumentField, CommandInput, CommandOutput, UserCommand};
pub use plot::{Dispersed, Plot, PlotSigns, Plotted};
pub use record::{Citation, Contents, Item, NoteRecord, Paragraph, Passage, Record};
pub use record::{note_across, paragraph_at, paragraphs, passage};
pub use template::{TemplateError, fill};

use crate::enumerated::enumerated;

enumerated! {
    /// How it is written; the word is its name and the extension of its files,
    /// except for CSL-JSON.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Format {
        /// Markdown.
        Markdown => "md",
        /// Plain text.
        Plain => "txt",
        /// One JSON object with a schema version.
        Json => "json",
        /// One JSON object a line.
        JsonLines => "jsonl",
        /// Comma-separated values with a heading.
        Csv => "csv",
        /// A page that stands alone.
        Html => "html",
        /// BibLaTeX.
        Bib => "bib",
        /// CSL-JSON, for reference managers.
        Csl => "csl",
        /// RIS, for reference managers and archives.
        Ris => "ris",
    }
}

impl Format {
    /// What its files end with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csl => "csl.json",
            other => other.name(),
        }
    }
}

/// A name for a file, from words: lower case, without accents, dashes for the
/// rest, whole words of at most 48 characters together.
pub fn file_name(words: &str, format: Format) -> String {
    let folded = crate::text::fold(words);
    let mut name = String::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        if name.len() + word.len() > 48 && !name.is_empty() {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().take(48));
    }
    let name = if name.is_empty() { "export" } else { &name };
    format!("{name}.{}", format.extension())
}

/// Prints articles.
pub fn export(what: Contents, format: Format, items: &[Item<'_>]) -> String {
    let records: Vec<Record> = items.iter().map(|i| Record::of(i, what)).collect();
    print(what, format, &records)
}

/// Prints records made before.
pub fn print(what: Contents, format: Format, records: &[Record]) -> String {
    let records: Vec<&Record> = records
        .iter()
        .filter(|r| match what {
            Contents::Notes => !r.notes.is_empty(),
            Contents::Citations => !r.citations.is_empty(),
            _ => true,
        })
        .collect();
    match format {
        Format::Markdown => format::markdown(what, &records),
        Format::Plain => format::plain(what, &records),
        Format::Json => format::json(&records),
        Format::JsonLines => format::json_lines(&records),
        Format::Csv => format::csv(what, &records),
        Format::Html => format::html(what, &records),
        Format::Bib => format::bib(&records),
        Format::Csl => format::csl(&records),
        Format::Ris => format::ris(&records),
    }
}
