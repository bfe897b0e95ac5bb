//! Rendering for other programs, and handing over: a file that never takes
//! the place of another, a command that reads it. The texts are the core's.

use super::candidate::Candidate;
use super::child::{self, ChildEnd};
use super::compare::{How, compare};
use super::matrix::who_says;
use super::name::NamePage;
use super::quotations::quotations;
use super::resources::Resources;
use super::sheet::{Reach, sheet};
use super::stop::Stop;
use super::table::{chronology, what_is_said};
use super::task::Task;
use super::text_access::{TextAccess, TextOptions};
use crate::corpus::{DocKey, Document};
use crate::notice::Notice;
use crate::story::coverage::{Order, Show};
use crate::text::Span;
use crate::text::sanitise::sanitise;
use crate::triage::export::quotations::Quotations;
use crate::triage::export::{self, Contents, Format, Item, Record};
use crate::triage::{Note, Target};
use crate::words::{Lang, Message, msg};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// Notes on something that is no article.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesOn {
    /// What they are about.
    pub target: Target,
    /// Its name.
    pub title: String,
    /// The notes.
    pub notes: Vec<Arc<Note>>,
}

/// What is handed over.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// Whole articles.
    Articles(Vec<Candidate>),
    /// Titles and links.
    Titles(Vec<Candidate>),
    /// A story: what was noted on it, then its articles.
    Story(NotesOn, Vec<Candidate>),
    /// The sheet of two articles, with what was noted on the two.
    Comparison(Candidate, Candidate, Vec<Arc<Note>>, How),
    /// Notes of articles, of stories and of comparisons.
    Notes(Vec<Candidate>, Vec<NotesOn>),
    /// Passages with what is needed to cite them.
    Citations(Vec<(Candidate, Vec<Span>)>),
    /// Who says what in the articles of a story: these facts, in this order.
    WhoSays(Vec<Candidate>, Order, Show),
    /// Its reports in order of time, and what each is the first to say.
    Chronology(Vec<Candidate>),
    /// What a name says in the articles that were read for its page, in this order.
    Quotations(String, Arc<NamePage>, Vec<Candidate>),
    /// Words made before.
    Text(String),
}

/// Renders for other programs, and hands over.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// In which light texts are read that are not in memory.
    pub texts: TextOptions,
    /// What, and how.
    pub rendering: Rendering,
    /// Where it goes.
    pub output: Output,
}

impl Task for Export {
    /// What became of it; a sentence when it was refused.
    type Report = Result<Handed, Message>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Self::Report)) -> Result<(), Notice> {
        if let Some(handed) = hand_over(&self.rendering, &self.output, &with.texts(self.texts), stop).transpose() {
            out(handed);
        }
        Ok(())
    }
}

/// What is rendered, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendering {
    /// What.
    pub subject: Subject,
    /// How it is written.
    pub format: Format,
    /// The reader's own template takes the place of the format.
    pub template: Option<String>,
    /// Language of headings.
    pub lang: Lang,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Into a new file; where one of that name is, a number is added.
    File(PathBuf),
    /// Into the clipboard; a file keeps a copy.
    Clipboard(Option<PathBuf>),
    /// Into the reader's editor, as a new file.
    Editor(PathBuf),
    /// Into a command of the shell.
    Pipe(String),
}

/// What became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Handed {
    /// In that file.
    File {
        /// Where.
        path: PathBuf,
        /// The name that was asked for was taken.
        renamed: bool,
    },
    /// To be put on the clipboard; the copy's place or why there is none.
    Clipboard {
        /// The text.
        text: String,
        /// Where the copy is.
        copy: Result<PathBuf, Message>,
    },
    /// To be opened in the editor.
    Editor {
        /// The name that is asked for.
        path: PathBuf,
        /// The text.
        text: String,
    },
    /// A command read it.
    Pipe {
        /// The command.
        command: String,
        /// What it printed, at most [`PRINTED`](super::PRINTED) bytes.
        printed: String,
        /// It ended well.
        well: bool,
    },
}

/// Renders; `None` when it was stopped.
///
/// # Errors
/// What is wrong with the template, or which article cannot be read.
pub fn render(r: &Rendering, texts: &TextAccess, stop: &Stop) -> Result<Option<String>, Message> {
    match rendered(r, texts, stop) {
        // What others wrote into the journal comes from outside as the articles do.
        Ok(text) => Ok(Some(sanitise(text).0)),
        Err(Unmade::Stopped) => Ok(None),
        Err(Unmade::Refused(why)) => Err(why),
    }
}

/// Why there is no text.
enum Unmade {
    /// Nobody wants it any more.
    Stopped,
    /// What is wrong.
    Refused(Message),
}

impl From<Message> for Unmade {
    fn from(why: Message) -> Self {
        Self::Refused(why)
    }
}

fn rendered(r: &Rendering, texts: &TextAccess, stop: &Stop) -> Result<String, Unmade> {
    let document = |c: &Candidate| match &c.document {
        _ if stop.is_set() => Err(Unmade::Stopped),
        Some(d) => Ok(d.clone()),
        None => Ok(texts.document(c.id).map_err(|n| n.message())?),
    };
    let items = |list: &[Candidate], what| -> Result<Vec<Record>, Unmade> {
        let counter = stop.counter(list.len());
        let one = |c: &Candidate| {
            let record = Record::of(&Item { document: &*document(c)?, status: &c.status }, what);
            counter.one();
            Ok(record)
        };
        list.par_iter().map(one).collect()
    };
    let (what, records) = match &r.subject {
        Subject::Text(text) => return Ok(text.clone()),
        Subject::Articles(list) => (Contents::Articles, items(list, Contents::Articles)?),
        Subject::Titles(list) => (Contents::Titles, items(list, Contents::Titles)?),
        Subject::Story(story, list) => {
            let mut records = Vec::new();
            if !story.notes.is_empty() {
                records.push(noted(story, &by_key(list), &document)?);
            }
            records.extend(items(list, Contents::Articles)?);
            (Contents::Articles, records)
        }
        Subject::Notes(list, others) => {
            let keys = by_key(list);
            let mut records: Vec<Record> =
                others.iter().map(|o| noted(o, &keys, &document)).collect::<Result<_, _>>()?;
            records.extend(items(list, Contents::Notes)?);
            (Contents::Notes, records)
        }
        Subject::Citations(list) => (Contents::Citations, cited(list, &document)?),
        Subject::WhoSays(list, ..) | Subject::Chronology(list) => {
            let said = who_says(list.clone(), texts, stop).map_err(|n| n.message())?.ok_or(Unmade::Stopped)?;
            let table = match &r.subject {
                Subject::WhoSays(_, order, show) => what_is_said(&said, *order, *show, r.lang),
                _ => chronology(&said, r.lang),
            };
            let records = items(list, Contents::Titles)?;
            if r.template.is_none() {
                return Ok(export::table::print(r.format, &table, &records));
            }
            (Contents::Titles, records)
        }
        Subject::Quotations(name, page, list) => {
            let said = quoted(name, page, list, &document)?;
            if r.template.is_none() {
                return Ok(export::quotations::print(r.format, &said, r.lang));
            }
            (Contents::Titles, said.records)
        }
        Subject::Comparison(a, b, notes, how) => {
            let analysed = |c: &Candidate| texts.analysed(c.clone()).map_err(|n| n.message());
            let compared = compare(analysed(a)?, analysed(b)?, how);
            let sheet = sheet(&compared, [&a.status, &b.status], notes, Reach::Differences, r.lang);
            if r.template.is_none() {
                return Ok(export::sheet::print(r.format, &sheet, r.lang));
            }
            (Contents::Titles, vec![sheet.a, sheet.b])
        }
    };
    match &r.template {
        None => Ok(export::print(what, r.format, &records)),
        Some(template) => {
            let filled: Result<Vec<String>, _> = records.iter().map(|x| export::fill(template, x)).collect();
            Ok(filled.map(|parts| parts.join("\n") + "\n").map_err(|e| e.sentence)?)
        }
    }
}

/// How a text is got.
type Texts<'t> = &'t dyn Fn(&Candidate) -> Result<Arc<Document>, Unmade>;

/// Articles by their keys; of several with one text the first.
fn by_key(list: &[Candidate]) -> HashMap<DocKey, &Candidate> {
    list.iter().rev().map(|c| (c.key, c)).collect()
}

/// Notes on something that is no article. Of the articles only those are read that a
/// passage of the notes stands in.
fn noted(notes: &NotesOn, list: &HashMap<DocKey, &Candidate>, document: Texts<'_>) -> Result<Record, Unmade> {
    let held: BTreeSet<DocKey> = notes.notes.iter().flat_map(|n| &n.anchors).map(|a| a.document).collect();
    let held = held.iter().filter_map(|key| list.get(key));
    let documents: Vec<Arc<Document>> = held.map(|c| document(c)).collect::<Result<_, _>>()?;
    let documents: Vec<&Document> = documents.iter().map(|d| &**d).collect();
    let records = notes.notes.iter().map(|n| export::note_across(n, &documents)).collect();
    Ok(Record::of_notes(notes.target.to_string(), notes.title.clone(), records))
}

fn cited(list: &[(Candidate, Vec<Span>)], document: Texts<'_>) -> Result<Vec<Record>, Unmade> {
    let one = |(c, spans): &(Candidate, Vec<Span>)| {
        let document = document(c)?;
        let item = Item { document: &document, status: &c.status };
        let citations = spans.iter().map(|s| export::cite(&item, *s)).collect();
        Ok(Record { citations, ..Record::of(&item, Contents::Citations) })
    };
    list.iter().map(one).collect()
}

fn quoted(name: &str, page: &NamePage, list: &[Candidate], document: Texts<'_>) -> Result<Quotations, Unmade> {
    let documents: Vec<Arc<Document>> = list.iter().map(document).collect::<Result<_, _>>()?;
    let items = documents.iter().zip(list).map(|(d, c)| (c.id, Item { document: d, status: &c.status }));
    Ok(quotations(name, page, &items.collect::<Vec<_>>()))
}

/// Renders and hands over; `None` when it was stopped before there was something to hand over.
///
/// # Errors
/// A sentence that says what was refused.
fn hand_over(r: &Rendering, output: &Output, texts: &TextAccess, stop: &Stop) -> Result<Option<Handed>, Message> {
    let Some(text) = render(r, texts, stop)? else { return Ok(None) };
    let handed = match output {
        Output::File(path) => {
            let file = create(path, text.as_bytes()).map_err(|e| refused(path, &e))?;
            Handed::File { renamed: file != *path, path: file }
        }
        Output::Editor(path) => Handed::Editor { path: path.clone(), text },
        Output::Clipboard(keep) => {
            let copy = match keep {
                Some(path) => crate::store::atomic::replace_own(path, text.as_bytes())
                    .map(|()| path.clone())
                    .map_err(|e| refused(path, &e)),
                None => Err(msg::EXPORT_NO_COPY.into()),
            };
            Handed::Clipboard { text, copy }
        }
        Output::Pipe(command) => pipe(command, text, stop)?,
    };
    Ok(Some(handed))
}

fn refused(path: &Path, e: &io::Error) -> Message {
    msg::export_refused(crate::store::files::display(path), crate::notice::reason(e))
}

/// Makes a new file; where the name is taken a number is added to it.
///
/// # Errors
/// What the system refused.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    /// Names tried before giving up.
    const NAMES: usize = 1000;
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let (stem, extension) = name.split_once('.').map_or((name.as_str(), ""), |(s, e)| (s, e));
    for n in 1..=NAMES {
        let tried = match n {
            1 => path.to_path_buf(),
            n if extension.is_empty() => path.with_file_name(format!("{stem}-{n}")),
            n => path.with_file_name(format!("{stem}-{n}.{extension}")),
        };
        match std::fs::OpenOptions::new().write(true).create_new(true).open(&tried) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(e),
            Ok(mut file) => {
                return match file.write_all(bytes).and_then(|()| file.sync_all()) {
                    Ok(()) => Ok(tried),
                    Err(e) => {
                        // Half a file is worse than none.
                        let _ = std::fs::remove_file(&tried);
                        Err(e)
                    }
                };
            }
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

/// Lets a command of the shell read the text; what it prints comes back.
fn pipe(command: &str, text: String, stop: &Stop) -> Result<Handed, Message> {
    let mut shell = if cfg!(windows) { Command::new("cmd") } else { Command::new("sh") };
    shell.arg(if cfg!(windows) { "/C" } else { "-c" }).arg(command);
    let outcome = child::run(shell, Some(text), true, None, stop)
        .map_err(|e| msg::export_refused(command, crate::notice::reason(&e)))?;
    let well = matches!(outcome.end, ChildEnd::Ended(status) if status.success());
    Ok(Handed::Pipe { command: command.to_owned(), printed: outcome.printed, well })
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::job::PRINTED;
    use crate::triage::Anchor;
    use std::sync::atomic::AtomicU64;

    fn words(text: &str) -> Rendering {
        Rendering { subject: Subject::Text(text.into()), format: Format::Plain, template: None, lang: Lang::FR }
    }

    fn going() -> Stop {
        Stop::new(Arc::new(AtomicU64::new(1)), 1)
    }

    #[test]
    fn a_file_never_takes_the_place_of_another() {
        let dir = std::env::temp_dir().join(format!("kiosque-hand-over-{}", std::process::id()));
        let path = dir.join("new/fiche.csl.json");
        let first = hand_over(&words("a"), &Output::File(path.clone()), &TextAccess::default(), &going());
        let second = hand_over(&words("b"), &Output::File(path.clone()), &TextAccess::default(), &going());
        assert_eq!(first, Ok(Some(Handed::File { path: path.clone(), renamed: false })));
        assert_eq!(second, Ok(Some(Handed::File { path: dir.join("new/fiche-2.csl.json"), renamed: true })));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "a");
        assert!(
            hand_over(&words("c"), &Output::File(path.join("in-a-file.md")), &TextAccess::default(), &going()).is_err()
        );
        std::fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn what_was_stopped_before_its_first_article_makes_no_file() {
        let path = std::env::temp_dir().join(format!("kiosque-stopped-{}.csv", std::process::id()));
        let candidate = Candidate {
            id: crate::corpus::DocId(0),
            key: crate::corpus::DocKey::of_text("Un"),
            document: None,
            analysis: None,
            status: Default::default(),
        };
        let r = Rendering { subject: Subject::Articles(vec![candidate]), format: Format::Csv, ..words("") };
        let stopped = Stop::new(Arc::new(AtomicU64::new(2)), 1);
        assert_eq!(hand_over(&r, &Output::File(path.clone()), &TextAccess::default(), &stopped), Ok(None));
        assert!(!path.exists());
    }

    #[test]
    fn what_is_handed_over_holds_no_control_character_whoever_wrote_it() {
        let text = render(&words("a\u{1b}[31m\u{202e}\u{9b}b\n"), &TextAccess::default(), &Stop::never());
        let text = text.expect("a text").expect("nobody stops it");
        assert!(text.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'), "{text:?}");
    }

    #[test]
    fn of_many_articles_notes_read_those_that_they_quote() {
        let texts = ["La digue a cédé lundi.", "Le viaduc rouvre mardi.", "La gare ferme mercredi."];
        let candidate = |(n, text): (usize, &&str)| Candidate {
            id: crate::corpus::DocId(n as u32),
            key: DocKey::of_text(text),
            document: None,
            analysis: None,
            status: Default::default(),
        };
        let list: Vec<Candidate> = texts.iter().enumerate().map(candidate).collect();
        let quoted = |n: usize| Anchor::new(list[n].key, texts[n], Span::new(3, 9)).expect("words");
        let note = Note {
            id: crate::triage::EntryId::of(b"anne"),
            text: "À vérifier".to_owned(),
            anchors: vec![quoted(1), quoted(1)],
            by: "anne".into(),
            at: 0,
            edited: None,
        };
        let (target, title) = (Target::Source("Le Relais".to_owned()), String::new());
        let notes = NotesOn { target, title, notes: vec![note.into()] };
        let read = std::cell::RefCell::new(Vec::new());
        let document = |c: &Candidate| -> Result<Arc<Document>, Unmade> {
            read.borrow_mut().push(c.id.0);
            Err(Unmade::Stopped)
        };
        assert!(noted(&notes, &by_key(&list), &document).is_err());
        assert_eq!(read.into_inner(), [1]);
    }

    #[test]
    fn a_command_reads_all_and_what_it_prints_comes_back() {
        let text = "é".repeat(200_000);
        let handed = hand_over(
            &words(&text),
            &Output::Pipe("wc -c; echo oups >&2; exit 3".into()),
            &TextAccess::default(),
            &going(),
        )
        .unwrap();
        let Some(Handed::Pipe { printed, well, .. }) = handed else { panic!("{handed:?}") };
        assert!(printed.contains("400000") && printed.contains("oups") && !well, "{printed}");
        let handed = hand_over(
            &words(&text),
            &Output::Pipe("yes".into()),
            &TextAccess::default(),
            &Stop::new(Arc::new(AtomicU64::new(2)), 1),
        );
        let Ok(Some(Handed::Pipe { printed, well: false, .. })) = handed else { panic!("{handed:?}") };
        assert!(printed.len() <= PRINTED);
    }
}
