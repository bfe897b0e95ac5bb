//! Running a command of the reader's own on articles.

use super::candidate::Candidate;
use super::child::{self, ChildEnd};
use super::export::{Rendering, Subject, render};
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::{TextAccess, TextOptions};
use crate::corpus::Document;
use crate::notice::{Notice, reason};
use crate::text::address;
use crate::triage::export::{ArgumentField, CommandInput, Contents, Format, Item, Record, UserCommand};
use crate::words::{Lang, Message, msg};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

/// Runs a command of the reader's own.
#[derive(Clone, Debug, PartialEq)]
pub struct RunCommand {
    /// In which light texts are read that are not in memory.
    pub texts: TextOptions,
    /// The command.
    pub command: UserCommand,
    /// The article whose fields are meant.
    pub subject: Option<Candidate>,
    /// The articles that it is about.
    pub targets: Vec<Candidate>,
    /// The passage that is chosen.
    pub selection: Option<String>,
    /// The line of the subject's file that is read, from 1.
    pub line: usize,
    /// Language of headings.
    pub lang: Lang,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandEnd {
    /// Well.
    Well,
    /// With that code.
    Code(i32),
    /// By that signal.
    Signal(i32),
    /// Its time was over.
    TimedOut,
    /// It was stopped.
    Stopped,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Ran {
    /// The command.
    pub command: UserCommand,
    /// How it ended.
    pub end: CommandEnd,
    /// What it printed.
    pub printed: String,
    /// What it said on its standard error.
    pub complaints: String,
}

impl Task for RunCommand {
    /// What came of it; a sentence when it was not run.
    type Report = Result<Ran, Message>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Self::Report)) -> Result<(), Notice> {
        out(self.ran(with, stop));
        Ok(())
    }
}

impl RunCommand {
    fn ran(self, with: &Resources, stop: &Stop) -> Result<Ran, Message> {
        let texts = with.texts(self.texts.clone());
        let arguments = self.arguments(with, &texts)?;
        let Some((program, rest)) = arguments.split_first() else {
            return Err(msg::command_without_program(&*self.command.name));
        };
        let mut command = Command::new(program);
        command.args(rest);
        let input = self.input(&texts, stop)?;
        if stop.is_set() {
            let nothing = String::new;
            return Ok(Ran {
                command: self.command,
                end: CommandEnd::Stopped,
                printed: nothing(),
                complaints: nothing(),
            });
        }
        let limit = Some(Duration::from_secs(self.command.seconds));
        let outcome = child::run(command, input, false, limit, stop).map_err(|e| {
            let program = crate::store::files::display(&PathBuf::from(program));
            msg::command_not_started(&*self.command.name, program, reason(&e))
        })?;
        let end = match outcome.end {
            ChildEnd::Ended(status) if status.success() => CommandEnd::Well,
            ChildEnd::Ended(status) => status.code().map_or_else(|| ended_by_signal(status), CommandEnd::Code),
            ChildEnd::Stopped => CommandEnd::Stopped,
            ChildEnd::TimedOut => CommandEnd::TimedOut,
        };
        Ok(Ran { command: self.command, end, printed: outcome.printed, complaints: outcome.complaints })
    }

    /// The program and its arguments, with what they say of the articles.
    fn arguments(&self, with: &Resources, texts: &TextAccess) -> Result<Vec<OsString>, Message> {
        let document = match &self.subject {
            Some(c) => Some(self.document(c, texts)?),
            None => None,
        };
        let record = self
            .subject
            .as_ref()
            .zip(document.as_deref())
            .map(|(c, document)| Record::of(&Item { document, status: &c.status }, Contents::Titles));
        let store = with.store();
        let file = |c: &Candidate| store.file_of(c.id).and_then(|p| std::path::absolute(p).ok());
        let path = || self.subject.as_ref().and_then(file);
        let place = || {
            let entry = store.place_of(self.subject.as_ref()?.id)?.entry;
            let mut name = path()?.into_os_string();
            if let Some(entry) = entry {
                name.push("#");
                name.push(&*entry);
            }
            Some(name)
        };
        let said = |value: fn(&Record) -> Option<String>| record.as_ref().and_then(value).map(OsString::from);
        self.command.arguments(&|field| {
            let one = match field {
                ArgumentField::Paths => return self.targets.iter().filter_map(file).map(OsString::from).collect(),
                ArgumentField::Path => path().map(OsString::from),
                ArgumentField::Place => place(),
                ArgumentField::Line => path().map(|_| self.line.to_string().into()),
                ArgumentField::Title => said(|r| r.title.clone()),
                ArgumentField::Source => said(|r| r.source.clone()),
                ArgumentField::Date => said(|r| r.date.clone()),
                ArgumentField::Url => said(|r| address::web(r.url.as_deref()?)),
                ArgumentField::Id => said(|r| Some(r.key.clone())),
                ArgumentField::Language => said(|r| r.language.clone()),
                ArgumentField::Selection => self.selection.clone().map(OsString::from),
            };
            one.into_iter().collect()
        })
    }

    fn document(&self, c: &Candidate, texts: &TextAccess) -> Result<Arc<Document>, Message> {
        match &c.document {
            Some(document) => Ok(document.clone()),
            None => texts.document(c.id).map_err(|n| n.message()),
        }
    }

    /// What goes into its standard input.
    fn input(&self, texts: &TextAccess, stop: &Stop) -> Result<Option<String>, Message> {
        let format = match self.command.input {
            CommandInput::Nothing => return Ok(None),
            CommandInput::Text => Format::Plain,
            CommandInput::Json => Format::Json,
        };
        let subject = match &self.selection {
            Some(words) if format == Format::Plain => Subject::Text(words.clone()),
            _ => Subject::Articles(self.targets.clone()),
        };
        render(&Rendering { subject, format, template: None, lang: self.lang }, texts, stop)
    }
}

#[cfg(unix)]
fn ended_by_signal(status: std::process::ExitStatus) -> CommandEnd {
    CommandEnd::Signal(std::os::unix::process::ExitStatusExt::signal(&status).unwrap_or_default())
}

#[cfg(not(unix))]
fn ended_by_signal(_: std::process::ExitStatus) -> CommandEnd {
    CommandEnd::Signal(0)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::triage::export::{Argument, CommandOutput};
    use std::sync::atomic::AtomicU64;

    fn ran(run: &[&str], input: CommandInput, seconds: u64, stop: &Stop) -> Result<Ran, Message> {
        let run = run.iter().map(|a| Argument::parse(a).expect("an argument of a test")).collect();
        let command = UserCommand { name: "essai".into(), run, input, output: CommandOutput::Message, seconds };
        let (subject, targets, selection) = (None, Vec::new(), Some("deux mots\net un retour".to_owned()));
        let texts = TextOptions::default();
        RunCommand { texts, command, subject, targets, selection, line: 1, lang: Lang::EN }
            .ran(&Resources::default(), stop)
    }

    #[test]
    fn what_it_prints_what_it_complains_of_and_its_code_come_back_apart() {
        let ran = ran(&["sh", "-c", "cat; echo oups >&2; exit 3"], CommandInput::Text, 60, &Stop::never()).unwrap();
        assert_eq!((ran.end, ran.printed.as_str()), (CommandEnd::Code(3), "deux mots\net un retour"));
        assert_eq!(ran.complaints, "oups\n");
    }

    #[test]
    fn no_shell_reads_a_field() {
        let ran = ran(&["printf", "%s", "--", "$(id) {selection}"], CommandInput::Nothing, 60, &Stop::never()).unwrap();
        assert_eq!(ran.printed, "--$(id) deux mots et un retour");
    }

    #[test]
    fn it_ends_when_its_time_is_over_and_when_it_is_stopped() {
        let late = ran(&["sleep", "600"], CommandInput::Nothing, 0, &Stop::never()).unwrap();
        assert_eq!(late.end, CommandEnd::TimedOut);
        let stopped = Stop::new(Arc::new(AtomicU64::new(2)), 1);
        assert_eq!(ran(&["sleep", "600"], CommandInput::Nothing, 60, &stopped).unwrap().end, CommandEnd::Stopped);
    }

    #[test]
    fn a_program_that_there_is_none_of_is_said() {
        let said = ran(&["kiosque-no-such-program"], CommandInput::Nothing, 5, &Stop::never()).unwrap_err();
        assert!(Lang::EN.say(said).contains("kiosque-no-such-program"));
    }
}
