//! The words of one language: a Fluent bundle, and what is asked of it often.

use super::keyed;
use super::message::{Arg, Message, Plain};
use super::messages::{self, COUNT};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
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

/// A word file that the program carries.
pub(super) struct WordFile {
    /// Code of its language.
    pub(super) code: &'static str,
    /// The whole file.
    pub(super) text: &'static str,
    /// Where each message stands in it, as bytes; nowhere is an empty place.
    pub(super) places: [(u32, u32); COUNT],
}

/// Where the words of messages are.
enum Source {
    /// In the bundle: a file of the reader, of which all has to be read to say
    /// what is wrong in it.
    Bundle,
    /// In a file that the program carries. A message is read when it is first
    /// said: a run says few of them, and reading all of two languages was most of
    /// the time before the first frame.
    File(&'static WordFile, Vec<OnceLock<Option<FluentResource>>>),
}

/// The words of one language.
pub(super) struct Words {
    code: String,
    /// Where a message is told that this file lacks; none for English itself.
    english: Option<&'static Words>,
    bundle: FluentBundle<FluentResource>,
    source: Source,
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
        let mut words = Self::empty(code, english, Source::Bundle);
        for error in words.bundle.add_resource(resource).err().unwrap_or_default() {
            problems.push(Problem { line: 0, found: error.to_string() });
        }
        words.take_signs();
        (words, problems)
    }

    /// The words of a file that the program carries.
    pub(super) fn carried(file: &'static WordFile, english: Option<&'static Words>) -> Self {
        let read = (0..COUNT).map(|_| OnceLock::new()).collect();
        let mut words = Self::empty(file.code, english, Source::File(file, read));
        words.take_signs();
        words
    }

    fn empty(code: &str, english: Option<&'static Words>, source: Source) -> Self {
        let id: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around what is put in would stand as boxes on a terminal.
        bundle.set_use_isolating(false);
        // The name is free: a bundle that was just made has no function.
        let _ = bundle.add_function(keyed::FUNCTION, keyed::function);
        Self {
            code: code.to_owned(),
            english,
            bundle,
            source,
            group: GROUP,
            decimal: DECIMAL,
            separator: String::new(),
            texts: (0..COUNT).map(|_| OnceLock::new()).collect(),
        }
    }

    /// Takes the signs of numbers and lists from its messages.
    fn take_signs(&mut self) {
        let sign = |words: &Self, message| words.text(message).chars().next();
        self.group = sign(self, messages::msg::NUMBER_GROUP).unwrap_or(GROUP);
        self.decimal = sign(self, messages::msg::NUMBER_DECIMAL).unwrap_or(DECIMAL);
        self.separator = self.text(messages::msg::LIST_SEPARATOR).to_owned();
        let formatter = formatter(self);
        self.bundle.set_formatter(Some(formatter));
    }

    /// The words of the message with this number and name, before anything is put
    /// into them.
    fn pattern(&self, id: usize, name: &str) -> Option<&Pattern<&str>> {
        let Source::File(file, read) = &self.source else { return self.bundle.get_message(name)?.value() };
        let (start, end) = file.places[id];
        let place = start as usize..end as usize;
        let read = read[id].get_or_init(|| {
            let text = file.text.get(place).filter(|t| !t.is_empty())?;
            // What is wrong in a file that is carried, a test says.
            let (Ok(read) | Err((read, _))) = FluentResource::try_new(text.to_owned());
            Some(read)
        });
        match read.as_ref()?.get_entry(0)? {
            Entry::Message(message) => message.value.as_ref(),
            _ => None,
        }
    }

    /// Its code.
    pub(super) fn code(&self) -> &str {
        &self.code
    }

    /// True when the file has words for a message.
    #[cfg(test)]
    pub(super) fn has(&self, name: &str) -> bool {
        let id = messages::NAMES.iter().position(|n| *n == name);
        self.pattern(id.unwrap_or(COUNT), name).is_some()
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
        let Some(pattern) = self.pattern(message.id().into(), message.name()) else {
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
