//! What every command has to do with: what it writes to, and how it ends.

use super::arguments::ReadSettings;
use super::progress::Progress;
use crate::notice::{Notice, Severity};
use crate::store::settings::{self, Loaded};
use crate::words::{Lang, Message, Plain, msg};
use clap::builder::StyledStr;
use std::io::{self, Write};
use std::path::Path;

/// How a command ended: the same for the same situation, whatever the command
/// and the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done; something was found. Also when whoever reads the output has
    /// gone (a closed pipe): they have what they wanted.
    Done,
    /// 1: nothing found; with `--exit-code`, differences.
    Nothing,
    /// 2: wrong usage, or nothing that was asked for could be done or read.
    Failure,
    /// 3: done, but some inputs could not be read.
    Partial,
    /// 130: interrupted.
    Interrupted,
}

/// Remarks on files that are said; more are counted: who reads many files waits for the
/// answer, not for them.
const FEW_REMARKS: usize = 5;

impl Exit {
    /// How a command ends that read so many articles or entries. `missing`
    /// tells that some input could not be read, `found` that there was
    /// something to print.
    pub fn of(read: usize, missing: bool, found: bool) -> Self {
        match (missing, read, found) {
            (true, 0, _) => Self::Failure,
            (true, ..) => Self::Partial,
            (false, _, true) => Self::Done,
            (false, _, false) => Self::Nothing,
        }
    }

    /// The process exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Nothing => 1,
            Self::Failure => 2,
            Self::Partial => 3,
            Self::Interrupted => 130,
        }
    }
}

/// What a command writes to, and how it speaks.
pub struct Context<'w> {
    /// Standard output, buffered.
    pub out: &'w mut dyn Write,
    /// Standard error.
    pub err: &'w mut dyn Write,
    /// The language of sentences; JSON and the headings of CSV are the same in
    /// all.
    pub lang: Lang,
    /// How far long work is.
    pub progress: Progress,
    /// The settings, where they were read to find the language.
    pub(super) settings: Option<ReadSettings>,
    /// True where a reader sits before standard output, and no program.
    pub terminal: bool,
    /// True when help may be printed in colour.
    pub(super) styled: bool,
    /// Remarks on files, said or not.
    pub(super) remarks: usize,
    /// All commands with their arguments, for those that print them.
    pub(super) commands: fn(Lang) -> clap::Command,
}

impl<'w> Context<'w> {
    /// Writes to these, without a progress bar and without colours.
    pub fn new(out: &'w mut dyn Write, err: &'w mut dyn Write, lang: Lang) -> Self {
        let commands = |_| clap::Command::new("kiosque");
        Self {
            out,
            err,
            lang,
            progress: Progress::none(),
            settings: None,
            terminal: false,
            styled: false,
            remarks: 0,
            commands,
        }
    }

    /// The settings in that file; a file that was read already is not read again.
    pub(super) fn settings(&mut self, path: &Path) -> Loaded {
        match self.settings.take() {
            Some((read, loaded)) if read == path => loaded,
            _ => settings::load(path),
        }
    }

    /// Prints a help text.
    pub(super) fn print_styled(&mut self, text: &StyledStr) -> io::Result<()> {
        if self.styled { write!(self.out, "{}", text.ansi()) } else { write!(self.out, "{text}") }
    }

    /// Prints a sentence on a line of its own.
    pub(super) fn say(&mut self, message: impl Into<Message>) -> io::Result<()> {
        writeln!(self.out, "{}", self.lang.say(message.into()))
    }

    /// Says problems on standard error; true when something is missing for
    /// them.
    pub fn complain(&mut self, notices: &[Notice]) -> io::Result<bool> {
        if !notices.is_empty() {
            self.progress.clear();
        }
        for n in notices {
            self.remarks += usize::from(n.severity == Severity::Info);
            if n.severity == Severity::Info && self.remarks > FEW_REMARKS {
                continue;
            }
            writeln!(self.err, "kiosque: {}", n.said(self.lang))?;
            if let Some(hint) = &n.hint {
                writeln!(self.err, "  {}", self.lang.say(hint))?;
            }
        }
        Ok(notices.iter().any(|n| n.severity == Severity::Error))
    }

    /// Says how many remarks were not said; the command is done.
    pub(super) fn end(&mut self) {
        if let Some(more) = self.remarks.checked_sub(FEW_REMARKS).filter(|n| *n > 0) {
            // Nothing can be done about a terminal that refuses the sentence.
            let _ = writeln!(self.err, "kiosque: {}", self.lang.say(msg::cli_more_remarks(more)));
        }
    }
}

/// A failed command: the sentence for standard error, or a closed pipe.
#[derive(Debug)]
pub enum Failure {
    /// Said on standard error; exit code 2.
    Said(Message),
    /// Output could not be written; a closed pipe is quiet.
    Io(io::Error),
}

impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Self::Said(message)
    }
}

impl From<Plain> for Failure {
    fn from(message: Plain) -> Self {
        Self::Said(message.into())
    }
}

impl From<io::Error> for Failure {
    fn from(e: io::Error) -> Self {
        Self::Io(e)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(e: serde_json::Error) -> Self {
        Self::Io(e.into())
    }
}

/// A command's result.
pub type Outcome = Result<Exit, Failure>;
