//! Commands of the reader's own, as written.

use super::kind::{Kind, Known, Takes, Written, one_or_more};
use crate::enumerated::Enumerated;
use crate::text::sanitise::one_line;
use crate::toml_reader::{TomlReader, Value};
use crate::triage::export::{Argument, CommandInput, CommandOutput, UserCommand};
use crate::words::msg;
use serde::Serialize;
use serde_json::{Value as Json, json};

/// Seconds that a command has where the settings do not say.
const SECONDS: u64 = 60;

/// Most seconds that a command can have: a day.
const MOST_SECONDS: i64 = 24 * 60 * 60;

/// One command, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommandSetting {
    /// What is run, and how.
    #[serde(flatten)]
    pub command: UserCommand,
    /// Its keys; none: it is in the menu and in the palette alone.
    #[serde(rename = "key")]
    pub keys: Vec<String>,
    /// Names of the contexts where the keys count.
    #[serde(rename = "context")]
    pub contexts: Vec<String>,
    /// File and line.
    #[serde(skip)]
    pub place: String,
}

/// Keys of a command.
const COMMAND: [&str; 7] = ["name", "key", "context", "run", "input", "output", "seconds"];

/// Commands of the reader's own.
pub(super) struct CommandList;

impl Kind<Vec<CommandSetting>> for CommandList {
    fn takes(&self) -> Takes {
        Takes::Tables
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<Vec<CommandSetting>> {
        let Some(list) = value.get_ref().as_array() else {
            reader.wrong(key, value, msg::SETTINGS_WANTED_COMMANDS);
            return None;
        };
        let mut commands = Vec::new();
        for item in list.iter() {
            let command = read_command(reader, item);
            let program = command.command.run.first();
            if command.command.name.trim().is_empty() || program.is_none_or(|p| p.written().is_empty()) {
                reader.warn(item.span().start, msg::SETTINGS_COMMAND_WITHOUT_PROGRAM);
            } else if program.is_some_and(Argument::has_field) {
                reader.warn(item.span().start, msg::SETTINGS_COMMAND_FIELD_FOR_PROGRAM);
            } else if let Some(code) = command.command.field_in_code() {
                let code = one_line(code.written());
                reader.warn(item.span().start, msg::settings_command_field_in_code(code));
            } else {
                commands.push(command);
            }
        }
        Some(commands)
    }

    fn written(&self, value: &Vec<CommandSetting>) -> Written {
        Written::List(value.len())
    }

    fn schema(&self, known: &Known<'_>) -> Json {
        let text = json!({ "type": "string" });
        json!({ "type": "array", "items": {
            "type": "object",
            "properties": {
                "name": text,
                "key": one_or_more(&text),
                "context": one_or_more(&json!({ "enum": known.contexts })),
                "run": { "type": "array", "items": text, "minItems": 1 },
                "input": { "enum": words::<CommandInput>() },
                "output": { "enum": words::<CommandOutput>() },
                "seconds": { "type": "integer", "minimum": 1, "maximum": MOST_SECONDS },
            },
            "required": ["name", "run"],
            "additionalProperties": false,
        } })
    }
}

fn words<T: Enumerated>() -> Vec<&'static str> {
    T::VALUES.iter().map(|v| v.word()).collect()
}

fn read_command(reader: &mut TomlReader<'_>, item: &Value<'_>) -> CommandSetting {
    let command = UserCommand {
        name: String::new(),
        run: Vec::new(),
        input: CommandInput::default(),
        output: CommandOutput::default(),
        seconds: SECONDS,
    };
    let place = reader.place(item.span().start);
    let mut read = CommandSetting { command, keys: Vec::new(), contexts: vec!["everywhere".to_owned()], place };
    let c = &mut read.command;
    for (key, v) in reader.table("command", item) {
        match key.get_ref().as_ref() {
            "name" => c.name = reader.string("name", v).unwrap_or_default(),
            "key" => read.keys = reader.strings("key", v).unwrap_or_default(),
            "context" => read.contexts = reader.strings("context", v).unwrap_or(read.contexts),
            "run" => c.run = arguments(reader, v).unwrap_or_default(),
            "input" => {
                let word = reader.one_of("input", v, &words::<CommandInput>());
                c.input = word.and_then(CommandInput::from_name).unwrap_or(c.input);
            }
            "output" => {
                let word = reader.one_of("output", v, &words::<CommandOutput>());
                c.output = word.and_then(CommandOutput::from_name).unwrap_or(c.output);
            }
            "seconds" => {
                let seconds = reader.integer("seconds", v, 1..=MOST_SECONDS);
                c.seconds = seconds.map_or(c.seconds, i64::unsigned_abs);
            }
            _ => reader.unknown(key, msg::SETTINGS_A_PART_OF_A_COMMAND, &COMMAND),
        }
    }
    read
}

/// The program and its arguments; a command with one that cannot be understood is
/// none.
fn arguments(reader: &mut TomlReader<'_>, value: &Value<'_>) -> Option<Vec<Argument>> {
    let mut arguments = Vec::new();
    for written in reader.strings("run", value)? {
        match Argument::parse(&written) {
            Ok(argument) => arguments.push(argument),
            Err(why) => {
                reader.warn(value.span().start, msg::settings_command_argument(why));
                return None;
            }
        }
    }
    Some(arguments)
}
