//! The words of one language: a Fluent bundle, and what is asked of it often.

use super::message::{Arg, Message, Plain};
use super::messages::{self, COUNT};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// Places for arguments inside each other that are read: the reader of Fluent
/// goes some calls deeper for each.
const DEPTH: usize = 20;
/// Characters that are shown of a line that is not read.
const SHOWN: usize = 80;

/// A word file up to the line in which places stand inside each other deeper than
/// they are read.
pub(super) fn shallow(source: &str) -> &str {
    let mut depth = 0_usize;
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        // A message begins where a line does.
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '#')) {
            depth = 0;
        }
        for sign in line.bytes() {
            match sign {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEPTH {
                return &source[..start];
            }
        }
        start += line.len();
    }
    source
}

/// What is wrong with a word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line of the file, from 1; 0 for the whole file.
    pub line: usize,
    /// What stands there.
    pub found: String,
}

/// The words of one language.
pub(super) struct Words {
    code: String,
    /// Where a message is told that this file lacks; none for English itself.
    english: Option<&'static Words>,
    bundle: FluentBundle<FluentResource>,
    group: char,
    decimal: char,
    separator: String,
    texts: Vec<OnceLock<Box<str>>>,
}

impl Words {
    /// Reads a Fluent file; what cannot be read of it is left out.
    pub(super) fn read(code: &str, source: &str, english: Option<&'static Words>) -> (Self, Vec<Problem>) {
        let line = |at: usize| source.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
        let whole = source;
        let source = shallow(source);
        let (resource, mut problems) = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => {
                let problem = |e: fluent_syntax::parser::ParserError| {
                    let at = e.slice.as_ref().map_or(e.pos.start, |s| s.start);
                    let found = source.get(at..).and_then(|s| s.lines().next()).unwrap_or_default();
                    Problem { line: line(at), found: found.to_owned() }
                };
                (resource, errors.into_iter().map(problem).collect())
            }
        };
        if let Some(found) = whole.get(source.len()..).and_then(|rest| rest.lines().next()) {
            problems.push(Problem { line: line(source.len()), found: found.chars().take(SHOWN).collect() });
        }
        let id: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around what is put in would stand as boxes on a terminal.
        bundle.set_use_isolating(false);
        for error in bundle.add_resource(resource).err().unwrap_or_default() {
            problems.push(Problem { line: 0, found: error.to_string() });
        }
        let mut words = Self {
            code: code.to_owned(),
            english,
            bundle,
            group: GROUP,
            decimal: DECIMAL,
            separator: String::new(),
            texts: (0..COUNT).map(|_| OnceLock::new()).collect(),
        };
        let sign = |words: &Self, message| words.text(message).chars().next();
        words.group = sign(&words, messages::msg::NUMBER_GROUP).unwrap_or(GROUP);
        words.decimal = sign(&words, messages::msg::NUMBER_DECIMAL).unwrap_or(DECIMAL);
        words.separator = words.text(messages::msg::LIST_SEPARATOR).to_owned();
        let formatter = formatter(&words);
        words.bundle.set_formatter(Some(formatter));
        (words, problems)
    }

    /// Its code.
    pub(super) fn code(&self) -> &str {
        &self.code
    }

    /// True when the file has words for a message.
    #[cfg(test)]
    pub(super) fn has(&self, name: &str) -> bool {
        self.bundle.get_message(name).is_some_and(|m| m.value().is_some())
    }

    /// The words of a message without arguments, found once.
    pub(super) fn text(&self, plain: Plain) -> &str {
        self.texts[usize::from(plain.0)].get_or_init(|| self.say(&plain.into()).into())
    }

    /// The words of a message; English where the file has none.
    pub(super) fn say(&self, message: &Message) -> String {
        if message.args().is_empty()
            && let Some(known) = self.texts[usize::from(message.id())].get()
        {
            return known.to_string();
        }
        let Some(pattern) = self.bundle.get_message(message.name()).and_then(|m| m.value()) else {
            // English has every message: what is not in it does not compile.
            return self.english.map_or_else(|| message.name().into(), |english| english.say(message));
        };
        let mut args = FluentArgs::with_capacity(message.args().len());
        for (name, arg) in message.argument_names().iter().zip(message.args()) {
            match arg {
                Arg::Number(n) => {
                    let options = FluentNumberOptions {
                        minimum_fraction_digits: Some(n.decimals.into()),
                        ..FluentNumberOptions::default()
                    };
                    args.set(*name, FluentValue::Number(FluentNumber::new(n.value, options)));
                }
                other => args.set(*name, self.arg(other)),
            }
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    fn arg(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(n) => self.number(n.value, n.decimals),
            Arg::Message(message) => self.say(message),
            Arg::List(items) => items.iter().map(|i| self.arg(i)).collect::<Vec<_>>().join(&self.separator),
        }
    }

    /// A number as the language writes it.
    pub(super) fn number(&self, value: f64, decimals: u8) -> String {
        written(value, decimals.into(), self.group, self.decimal)
    }
}

/// What stands between groups of three digits when a file says nothing else.
const GROUP: char = ',';

/// What stands before the fraction when a file says nothing else.
const DECIMAL: char = '.';

/// Every way to write numbers: the bundle takes a bare function for it, which
/// cannot carry the signs of its language, so there is one for each pair.
macro_rules! formatters {
    ($words:expr; $($group:literal $decimal:literal)*) => {
        match ($words.group, $words.decimal) {
            $( ($group, $decimal) => formatted::<$group, $decimal>, )*
            _ => formatted::<GROUP, DECIMAL>,
        }
    };
}

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

fn formatter(words: &Words) -> Formatter {
    formatters!(words;
        '\u{202f}' ',' '\u{202f}' '.' '\u{a0}' ',' '\u{a0}' '.' ' ' ',' ' ' '.'
        ',' '.' '.' ',' '’' '.' '’' ',' '\'' '.' '\'' ','
    )
}

fn formatted<const GROUP: char, const DECIMAL: char>(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    Some(written(n.value, n.options.minimum_fraction_digits.unwrap_or(0), GROUP, DECIMAL))
}

fn written(value: f64, decimals: usize, group: char, decimal: char) -> String {
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    if value < 0.0 {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(decimal);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_places_too_deep_is_read_up_to_there_and_says_so() {
        let deep = format!("number-group = .\nlist-separator = {}x\nafter = y\n", "{".repeat(100_000));
        let (words, problems) = Words::read("qx", &deep, None);
        assert!(words.has("number-group") && !words.has("after"));
        let last = problems.last().unwrap();
        assert_eq!((last.line, last.found.starts_with("list-separator")), (2, true));
        assert!(last.found.chars().count() <= SHOWN);
        assert!(crate::words::Lang::add("qx", &deep).is_err());
    }
}
