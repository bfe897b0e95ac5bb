//! Commands of the reader's own: a program with its arguments, in which fields
//! of articles stand. No shell reads them: a field is one argument or a part of
//! one, whatever is in it.
//!
//! What an article says must not become an option of the program (CWE-88), so
//! that an argument that begins with a field may not begin with `-` or `+`
//! unless `--` stands before it; and it holds no control character.

use super::template::{TemplatePiece, pieces};
use crate::enumerated::enumerated;
use crate::text::near::did_you_mean;
use crate::text::sanitise::{one_line, one_name};
use crate::words::{Message, msg};
use serde::{Serialize, Serializer};
use std::ffi::{OsStr, OsString};

enumerated! {
    /// What a command reads on its standard input.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum CommandInput {
        /// Nothing.
        #[default]
        Nothing => "nothing",
        /// The passage that is chosen, else the texts of the articles.
        Text => "text",
        /// The articles as `kiosque export --format json` writes them.
        Json => "json",
    }
}

enumerated! {
    /// What becomes of what a command prints.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum CommandOutput {
        /// A line above the footer; a page where it is longer.
        #[default]
        Message => "message",
        /// A page to read.
        Page => "page",
        /// Nothing.
        Nothing => "nothing",
        /// Nothing; files that it changed are brought in.
        Reload => "reload",
    }
}

enumerated! {
    /// What may stand in an argument.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ArgumentField {
        /// The file of the article, from the root.
        Path => "path",
        /// The files of all articles that are meant, an argument each.
        Paths => "paths",
        /// What other commands of the program call the article: its file and,
        /// where it is one of several, which.
        Place => "place",
        /// The line of the file that is read.
        Line => "line",
        /// Headline.
        Title => "title",
        /// Outlet.
        Source => "source",
        /// Day of publication, `YYYY-MM-DD`.
        Date => "date",
        /// Address of the web.
        Url => "url",
        /// Identity.
        Id => "id",
        /// Language code.
        Language => "language",
        /// The passage that is chosen, on one line.
        Selection => "selection",
    }
}

/// Programs that run what an argument says, and the letters of the options before it. Of a
/// name the numbers of its version do not count.
const INTERPRETERS: [(&[&str], &str); 7] = [
    (&["sh", "ash", "bash", "dash", "fish", "ksh", "nu", "python", "pypy", "zsh"], "c"),
    (&["lua", "osascript", "ruby"], "e"),
    (&["perl"], "eE"),
    (&["php"], "rBRE"),
    (&["node", "bun", "deno"], "ep"),
    (&["pwsh", "powershell"], "c"),
    (&["cmd"], ""),
];

/// The same options in full, folded.
const CODE_OPTIONS: [&str; 7] = ["--command", "--eval", "--print", "-command", "-encodedcommand", "/c", "/k"];

#[derive(Clone, Debug, PartialEq, Eq)]
enum ArgumentPart {
    Words(String),
    Field(ArgumentField),
}

/// One argument, with fields in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    written: String,
    parts: Vec<ArgumentPart>,
}

impl Serialize for Argument {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.written)
    }
}

impl Argument {
    /// Reads an argument as the settings write it.
    ///
    /// # Errors
    /// A field that there is none of, a brace without its counterpart, or a list
    /// of files inside a word.
    pub fn parse(written: &str) -> Result<Self, Message> {
        let part = |piece| match piece {
            TemplatePiece::Words(words) => Ok(ArgumentPart::Words(words.to_owned())),
            TemplatePiece::Field(name) => ArgumentField::from_name(name).map(ArgumentPart::Field).ok_or_else(|| {
                let names = ArgumentField::ALL.map(ArgumentField::name);
                msg::command_field(one_line(name), did_you_mean(name, &names), names.join(", "))
            }),
        };
        let parts: Vec<ArgumentPart> = pieces(written)?.into_iter().map(part).collect::<Result<_, _>>()?;
        if parts.len() > 1 && parts.contains(&ArgumentPart::Field(ArgumentField::Paths)) {
            return Err(msg::COMMAND_PATHS_ALONE.into());
        }
        Ok(Self { written: written.to_owned(), parts })
    }

    /// As the settings write it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// True when a field stands in it.
    pub fn has_field(&self) -> bool {
        self.parts.iter().any(|p| matches!(p, ArgumentPart::Field(_)))
    }
}

/// A command of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UserCommand {
    /// What the reader calls it.
    pub name: String,
    /// The program and its arguments; the program has no field.
    pub run: Vec<Argument>,
    /// What it reads.
    pub input: CommandInput,
    /// What becomes of what it prints.
    pub output: CommandOutput,
    /// Seconds after which it is stopped.
    pub seconds: u64,
}

impl UserCommand {
    /// The argument that a shell or another interpreter would read as a program, when
    /// a field stands in it: what an article says would be run (CWE-78).
    pub fn field_in_code(&self) -> Option<&Argument> {
        let mut interpreter: Option<&str> = None;
        let mut awaited = false;
        for argument in &self.run {
            let word = argument.written();
            let name = word.rsplit(['/', '\\']).next().unwrap_or(word).to_ascii_lowercase();
            let name = name.strip_suffix(".exe").unwrap_or(&name);
            let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
            if let Some((_, letters)) = INTERPRETERS.iter().find(|(names, _)| names.contains(&name)) {
                interpreter = Some(*letters);
            }
            // Short options may stand together, as in `-lc`, and before the program itself: `-ecode`.
            let short = word.strip_prefix('-').filter(|rest| !rest.starts_with('-'));
            let takes_code = |letters: &str| {
                short.is_some_and(|rest| rest.contains(|c| letters.contains(c)))
                    || CODE_OPTIONS.contains(&word.to_ascii_lowercase().split('=').next().unwrap_or_default())
            };
            let option = interpreter.is_some_and(takes_code);
            if argument.has_field() && (option || awaited) {
                return Some(argument);
            }
            awaited = option || awaited && word.starts_with('-');
        }
        None
    }

    /// The program and its arguments as the settings write them, on one line.
    pub fn written(&self) -> String {
        let words: Vec<String> = self.run.iter().map(|a| one_line(a.written())).collect();
        words.join(" ")
    }

    /// The arguments with the fields that `values` gives: none where the article
    /// does not say, several for a list of files.
    ///
    /// # Errors
    /// Why it must not be run so: a field without a value, one that would be
    /// read as an option, a name of a file with a control character.
    pub fn arguments(&self, values: &dyn Fn(ArgumentField) -> Vec<OsString>) -> Result<Vec<OsString>, Message> {
        let mut all: Vec<OsString> = Vec::new();
        let mut options_are_over = false;
        for argument in &self.run {
            let mut made = vec![OsString::new()];
            for part in &argument.parts {
                match part {
                    ArgumentPart::Words(words) => made.iter_mut().for_each(|m| m.push(words)),
                    ArgumentPart::Field(field) => {
                        let values = values(*field);
                        if values.is_empty() || values.iter().any(|v| v.is_empty()) {
                            return Err(msg::command_no_value(&*self.name, field.name()));
                        }
                        let shown: Vec<OsString> = values.iter().map(|v| shown(v, *field)).collect::<Result<_, _>>()?;
                        made = made.iter().flat_map(|m| shown.iter().map(|v| joined(m, v))).collect();
                    }
                }
            }
            if matches!(argument.parts.first(), Some(ArgumentPart::Field(_))) && !options_are_over {
                let option = made.iter().find(|m| matches!(m.as_encoded_bytes().first(), Some(b'-' | b'+')));
                if let Some(option) = option {
                    return Err(msg::command_option(
                        &*self.name,
                        &*argument.written,
                        one_name(&option.to_string_lossy()),
                    ));
                }
            }
            options_are_over |= argument.written == "--";
            all.extend(made);
        }
        Ok(all)
    }
}

fn joined(before: &OsStr, value: &OsStr) -> OsString {
    let mut joined = before.to_owned();
    joined.push(value);
    joined
}

/// A value without a character that would do something unseen. The name of a
/// file cannot be changed, so that one with such a character is refused.
fn shown(value: &OsStr, field: ArgumentField) -> Result<OsString, Message> {
    let names_a_file = matches!(field, ArgumentField::Path | ArgumentField::Paths | ArgumentField::Place);
    let text = value.to_string_lossy();
    if !names_a_file {
        return Ok(one_line(&text).into());
    }
    let name = one_name(&text);
    if name == text { Ok(value.to_owned()) } else { Err(msg::command_unseen(name)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(run: &[&str]) -> UserCommand {
        let run = run.iter().map(|a| Argument::parse(a).expect("an argument of a test")).collect();
        let (input, output) = (CommandInput::Nothing, CommandOutput::Message);
        UserCommand { name: "essai".into(), run, input, output, seconds: 5 }
    }

    fn made(run: &[&str], value: &str) -> Result<Vec<String>, String> {
        let all = command(run).arguments(&|_| vec![value.into()]);
        let text = |a: OsString| a.to_string_lossy().into_owned();
        all.map(|a| a.into_iter().map(text).collect()).map_err(|m| crate::words::Lang::EN.say(m))
    }

    #[test]
    fn a_field_is_one_argument_whatever_is_in_it() {
        let value = "a; rm -rf $HOME `id` \"b\" 'c'";
        assert_eq!(
            made(&["prog", "--title={title}", "{title}"], value).unwrap()[1..],
            [format!("--title={value}"), value.to_owned()]
        );
        assert_eq!(made(&["prog", "{{title}}"], value).unwrap()[1], "{title}");
    }

    #[test]
    fn a_field_that_would_be_an_option_is_refused_unless_two_dashes_stand_before_it() {
        for value in ["-rf", "+cmd", "--help"] {
            assert!(made(&["prog", "{title}"], value).unwrap_err().contains(value), "{value}");
            assert!(made(&["prog", "-x", "{title} fin"], value).is_err());
            assert!(made(&["prog", "--", "{title}"], value).is_ok());
            assert!(made(&["prog", "--title={title}"], value).is_ok());
            assert!(made(&["prog", "{title}", "--"], value).is_err());
        }
    }

    #[test]
    fn a_field_is_never_a_part_of_a_program_that_an_interpreter_reads() {
        for run in [
            &["sh", "-c", "echo {title}"][..],
            &["/bin/bash", "-lc", "echo '{title}'"],
            &["env", "-i", "perl", "-e", "print '{title}'"],
            &["bash", "-ce", "echo {title}"],
            &["sh", "-c", "-e", "echo {title}"],
            &["php", "-r", "echo '{title}';"],
            &["perl", "-E", "say '{title}'"],
            &["python3.12", "-c", "print('{title}')"],
            &["node", "--eval", "console.log('{title}')"],
            &["cmd.exe", "/C", "echo {title}"],
        ] {
            assert_eq!(command(run).field_in_code().map(Argument::written), run.last().copied());
        }
        for run in
            [&["sh", "-c", "echo \"$1\"", "sh", "{title}"][..], &["grep", "-e", "{title}"], &["wc", "-c", "{path}"]]
        {
            assert_eq!(command(run).field_in_code(), None);
        }
    }

    #[test]
    fn no_control_character_reaches_an_argument_unshown() {
        assert_eq!(made(&["prog", "{title}"], "a\u{1b}[31m\nb\u{202e}").unwrap()[1], "a␛[31m b\u{fffd}");
        assert!(made(&["prog", "{path}"], "/tmp/a\u{7}").unwrap_err().contains("␇"));
    }

    #[test]
    fn a_list_of_files_is_an_argument_each_and_stands_alone() {
        let all = command(&["prog", "{paths}", "end"]).arguments(&|_| vec!["/a".into(), "/b".into()]);
        assert_eq!(all, Ok(["prog", "/a", "/b", "end"].map(OsString::from).to_vec()));
        assert!(Argument::parse("x{paths}").is_err());
    }

    #[test]
    fn what_is_not_known_runs_nothing() {
        assert!(command(&["prog", "{url}"]).arguments(&|_| Vec::new()).is_err());
        assert!(made(&["prog", "{url}"], "").is_err());
    }

    #[test]
    fn an_unknown_field_is_said_with_a_near_one() {
        let said = crate::words::Lang::EN.say(Argument::parse("{tilte}").unwrap_err());
        assert!(said.contains("tilte") && said.contains("`title`"), "{said}");
    }
}
