//! What is wrong with the arguments, in the reader's language: clap tells the
//! kind and the words concerned, the sentences are ours.

use crate::words::{Lang, Message, msg};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::error::Error as _;

/// The sentence of an error with what was probably meant, the usage, and
/// where to read more.
pub(super) fn sentence(error: &Error, lang: Lang) -> String {
    let mut lines = vec![lang.say(what(error))];
    if let Some(choices) = list(error, ContextKind::ValidValue).filter(|c| !c.is_empty()) {
        lines.push(format!("  [{}]", lang.say(msg::cli_choices(choices))));
    }
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    if let Some(meant) = meant.into_iter().find_map(|k| list(error, k)).filter(|m| !m.is_empty()) {
        lines.push(format!("  {}", lang.say(msg::cli_meant(meant))));
    } else if error.kind() == ErrorKind::UnknownArgument
        && let Some(argument) = list(error, ContextKind::InvalidArg).filter(|a| a.starts_with('-'))
    {
        lines.push(format!("  {}", lang.say(msg::cli_behind_dashes(argument))));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim().to_owned();
        lines.push(format!("\n{}\n    {usage}", lang.text(msg::CLI_HEADING_USAGE)));
    }
    lines.push(format!("\n{}", lang.text(msg::CLI_TRY_HELP)));
    lines.join("\n")
}

fn what(error: &Error) -> Message {
    let argument = list(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = list(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => msg::cli_word_too_many(argument),
        ErrorKind::UnknownArgument => msg::cli_unknown_argument(argument),
        ErrorKind::InvalidValue if value.is_empty() => msg::cli_value_missing(argument),
        ErrorKind::InvalidValue => msg::cli_value_wrong(value, argument),
        ErrorKind::ValueValidation => match error.source() {
            Some(reason) => msg::cli_value_refused(value, argument, reason.to_string()),
            None => msg::cli_value_wrong(value, argument),
        },
        // The signs around a name are those of the usage below, not what is typed.
        ErrorKind::MissingRequiredArgument => {
            msg::cli_argument_missing(argument.replace(['<', '>'], "").replace("...", ""))
        }
        ErrorKind::ArgumentConflict => match list(error, ContextKind::PriorArg).filter(|p| *p != argument) {
            Some(other) => msg::cli_arguments_conflict(argument, other),
            None => msg::cli_argument_twice(argument),
        },
        ErrorKind::TooManyValues => msg::cli_value_too_many(value, argument),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => msg::cli_values_count(argument),
        ErrorKind::InvalidUtf8 => msg::CLI_NOT_UTF8.into(),
        // Kinds that the commands give no cause for.
        _ => msg::verbatim(error.kind().to_string()),
    }
}

/// The words that an error is about.
fn list(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) => Some(words.join(", ")),
        _ => None,
    }
}
