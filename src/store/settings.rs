//! Settings: read from a TOML file, never written. What is unknown or wrong
//! is said with its line, and the default is used.
//!
//! Has never heard of screens: themes, actions and keys are words here.

use crate::corpus::Language;
use crate::entity::{EntityKind, Names};
use crate::notice::Notice;
use crate::triage::State;
use crate::words::msg;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The settings with their defaults explained, as `kiosque config --default`
/// prints them.
pub const DEFAULT: &str = include_str!("default_settings.toml");

/// What happens after a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum After {
    /// The cursor stays.
    Stay,
    /// The cursor moves to the next article.
    #[default]
    Next,
    /// The cursor moves to the next unread article.
    NextUnread,
}

/// One rule on load, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RuleSetting {
    /// Its name.
    pub name: String,
    /// What it finds.
    pub query: String,
    /// Tags it puts on.
    pub tags: Vec<String>,
    /// The state it gives.
    pub state: Option<State>,
    /// True when it marks as read.
    pub read: bool,
    /// Line in the settings file.
    pub line: usize,
}

/// All settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Language of the interface; `None` follows the locale.
    pub lang: Option<Language>,
    /// Name of the theme.
    pub theme: String,
    /// Columns of text in the article.
    pub width: u16,
    /// Wheel and clicks are taken.
    pub mouse: bool,
    /// `always`, `learn` or `off`.
    pub hints: String,
    /// Milliseconds before a prefix menu opens; negative: never.
    pub menu_delay: i64,
    /// Name under verdicts; empty: the user name.
    pub name: String,
    /// What happens after a verdict.
    pub after: After,
    /// Filter of the queue.
    pub queue: String,
    /// Opening marks as read.
    pub read_on_open: bool,
    /// What is known of a corpus is kept in the cache folder.
    pub cache: bool,
    /// Path of the journal; empty: the data folder.
    pub journal: String,
    /// Layers searched by default, by name.
    pub layers: Vec<String>,
    /// An accent typed is an accent asked for.
    pub smart_accents: bool,
    /// Folder of exports; empty: the current one.
    pub export_folder: String,
    /// The user's own export templates.
    pub templates: BTreeMap<String, String>,
    /// Key overrides: context, keys, actions.
    pub keys: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// The user's own names, by kind.
    pub entities: BTreeMap<String, Vec<String>>,
    /// Rules on load, in the order of the file.
    pub rules: Vec<RuleSetting>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            theme: "auto".into(),
            width: 72,
            mouse: true,
            hints: "always".into(),
            menu_delay: 300,
            name: String::new(),
            after: After::Next,
            queue: "-state:drop -state:done".into(),
            read_on_open: true,
            cache: true,
            journal: String::new(),
            layers: vec!["text".into(), "titles".into()],
            smart_accents: false,
            export_folder: String::new(),
            templates: BTreeMap::new(),
            keys: BTreeMap::new(),
            entities: BTreeMap::new(),
            rules: Vec::new(),
        }
    }
}

impl Settings {
    /// The names that the settings list, ready to be looked for; a kind that
    /// is none was said when the settings were read.
    pub fn names(&self) -> Names {
        let kinds = self.entities.iter().filter_map(|(kind, names)| Some((EntityKind::parse(kind)?, names)));
        Names::new(kinds.flat_map(|(kind, names)| names.iter().map(move |n| (kind, n.clone()))))
    }
}

/// Reads the settings file; a missing file gives the defaults.
pub fn load(path: &Path) -> (Settings, Vec<Notice>) {
    let place = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => parse(&place, &text),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => (Settings::default(), Vec::new()),
        Err(e) => {
            let notice = Notice::warning(place, msg::store_settings_unreadable(e.to_string()));
            (Settings::default(), vec![notice])
        }
    }
}

/// Reads settings from a text; `place` names the file in the notices.
pub fn parse(place: &str, text: &str) -> (Settings, Vec<Notice>) {
    let mut reader = Reader { place, text, notices: Vec::new() };
    let mut settings = Settings::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    for e in errors {
        let line = reader.line(e.span().map_or(0, |s| s.start));
        let sentence = format!("{}; the line was skipped.", e.message());
        reader.notices.push(Notice::warning(format!("{place}:{line}"), msg::verbatim(sentence)));
    }
    reader.root(&mut settings, table.get_ref());
    (settings, reader.notices)
}

type Value<'i> = Spanned<DeValue<'i>>;

struct Reader<'t> {
    place: &'t str,
    text: &'t str,
    notices: Vec<Notice>,
}

impl Reader<'_> {
    fn line(&self, byte: usize) -> usize {
        let upto = self.text.as_bytes().get(..byte).unwrap_or_default();
        upto.iter().filter(|&&b| b == b'\n').count() + 1
    }

    fn warn(&mut self, byte: usize, sentence: String) {
        let place = format!("{}:{}", self.place, self.line(byte));
        self.notices.push(Notice::warning(place, msg::verbatim(sentence)));
    }

    fn wrong(&mut self, key: &str, value: &Value<'_>, wanted: &str) {
        self.warn(value.span().start, format!("`{key}` has to be {wanted}; the default is used."));
    }

    fn unknown(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str]) {
        let name = crate::text::sanitise::one_line(key.get_ref());
        let near = known.iter().find(|k| similar(k, &name));
        let hint = near.map_or(String::new(), |k| format!(" (perhaps `{k}`)"));
        self.warn(key.span().start, format!("`{name}` is not a setting{hint}; the line is ignored."));
    }

    fn string(&mut self, key: &str, value: &Value<'_>, into: &mut String) {
        match value.get_ref().as_str() {
            Some(s) => s.clone_into(into),
            None => self.wrong(key, value, "a text in quotation marks"),
        }
    }

    fn one_of(&mut self, key: &str, value: &Value<'_>, allowed: &[&str], into: &mut String) {
        match value.get_ref().as_str().filter(|s| allowed.contains(s)) {
            Some(s) => s.clone_into(into),
            None => self.wrong(key, value, &format!("one of {}", allowed.join(", "))),
        }
    }

    fn boolean(&mut self, key: &str, value: &Value<'_>, into: &mut bool) {
        match value.get_ref().as_bool() {
            Some(b) => *into = b,
            None => self.wrong(key, value, "true or false"),
        }
    }

    fn integer(&mut self, key: &str, value: &Value<'_>, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let n = value.get_ref().as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        let n = n.filter(|n| range.contains(n));
        if n.is_none() {
            self.wrong(key, value, &format!("a number from {} to {}", range.start(), range.end()));
        }
        n
    }

    /// One text, or a list of texts.
    fn strings(&mut self, key: &str, value: &Value<'_>) -> Option<Vec<String>> {
        let list = match value.get_ref() {
            DeValue::String(s) => Some(vec![s.to_string()]),
            DeValue::Array(a) => a.iter().map(|v| v.get_ref().as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        if list.is_none() {
            self.wrong(key, value, "a text or a list of texts");
        }
        list
    }

    fn table<'a, 'i>(&mut self, key: &str, value: &'a Value<'i>) -> Option<&'a DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong(key, value, "a table");
        }
        table
    }

    fn root(&mut self, s: &mut Settings, table: &DeTable<'_>) {
        const KNOWN: &[&str] = &[
            "lang",
            "theme",
            "width",
            "mouse",
            "cache",
            "hints",
            "menu-delay",
            "name",
            "triage",
            "journal",
            "search",
            "export",
            "keys",
            "entities",
            "rule",
        ];
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "lang" => {
                    let mut word = String::new();
                    self.one_of("lang", value, &["auto", "fr", "en"], &mut word);
                    s.lang = Language::from_code(&word).filter(|_| word != "auto");
                }
                "theme" => self.string("theme", value, &mut s.theme),
                "width" => {
                    if let Some(n) = self.integer("width", value, 30..=200) {
                        s.width = n as u16;
                    }
                }
                "mouse" => self.boolean("mouse", value, &mut s.mouse),
                "cache" => self.boolean("cache", value, &mut s.cache),
                "hints" => self.one_of("hints", value, &["always", "learn", "off"], &mut s.hints),
                "menu-delay" => s.menu_delay = self.integer("menu-delay", value, -1..=60_000).unwrap_or(s.menu_delay),
                "name" => self.string("name", value, &mut s.name),
                "triage" => self.triage(s, value),
                "journal" => self.group("journal", value, &["path"], |r, k, v| r.string(k, v, &mut s.journal)),
                "search" => self.group("search", value, &["layers", "smart-accents"], |r, k, v| match k {
                    "layers" => s.layers = r.strings(k, v).unwrap_or_else(|| s.layers.clone()),
                    _ => r.boolean(k, v, &mut s.smart_accents),
                }),
                "export" => self.group("export", value, &["folder", "templates"], |r, k, v| match k {
                    "folder" => r.string(k, v, &mut s.export_folder),
                    _ => {
                        for (name, text) in r.table(k, v).into_iter().flatten() {
                            let mut template = String::new();
                            r.string(name.get_ref(), text, &mut template);
                            s.templates.insert(name.get_ref().to_string(), template);
                        }
                    }
                }),
                "keys" => self.keys(s, value),
                "entities" => {
                    for (kind, names) in self.table("entities", value).into_iter().flatten() {
                        if let Some(names) = self.strings(kind.get_ref(), names) {
                            s.entities.insert(kind.get_ref().to_string(), names);
                        }
                    }
                }
                "rule" => self.rules(s, value),
                _ => self.unknown(key, KNOWN),
            }
        }
    }

    fn group(
        &mut self,
        name: &str,
        value: &Value<'_>,
        known: &[&str],
        mut read: impl FnMut(&mut Self, &str, &Value<'_>),
    ) {
        for (key, value) in self.table(name, value).into_iter().flatten() {
            if known.contains(&key.get_ref().as_ref()) {
                read(self, key.get_ref(), value);
            } else {
                self.unknown(key, known);
            }
        }
    }

    fn triage(&mut self, s: &mut Settings, value: &Value<'_>) {
        self.group("triage", value, &["after", "queue", "read-on-open"], |r, k, v| match k {
            "after" => {
                let mut word = String::new();
                r.one_of(k, v, &["stay", "next", "next-unread"], &mut word);
                s.after = match word.as_str() {
                    "stay" => After::Stay,
                    "next-unread" => After::NextUnread,
                    _ => After::Next,
                };
            }
            "queue" => r.string(k, v, &mut s.queue),
            _ => r.boolean(k, v, &mut s.read_on_open),
        });
    }

    fn keys(&mut self, s: &mut Settings, value: &Value<'_>) {
        for (context, bindings) in self.table("keys", value).into_iter().flatten() {
            for (keys, actions) in self.table(context.get_ref(), bindings).into_iter().flatten() {
                if let Some(actions) = self.strings(keys.get_ref(), actions) {
                    let context = s.keys.entry(context.get_ref().to_string()).or_default();
                    context.insert(keys.get_ref().to_string(), actions);
                }
            }
        }
    }

    fn rules(&mut self, s: &mut Settings, value: &Value<'_>) {
        let Some(list) = value.get_ref().as_array() else {
            return self.wrong("rule", value, "written as [[rule]]");
        };
        for item in list.iter() {
            let mut rule = RuleSetting { line: self.line(item.span().start), ..RuleSetting::default() };
            self.group("rule", item, &["name", "query", "tag", "state", "read"], |r, k, v| match k {
                "name" => r.string(k, v, &mut rule.name),
                "query" => r.string(k, v, &mut rule.query),
                "tag" => rule.tags = r.strings(k, v).unwrap_or_default(),
                "state" => {
                    rule.state = v.get_ref().as_str().and_then(State::parse);
                    if rule.state.is_none() {
                        r.wrong(k, v, "to_read, follow, keep, drop or done");
                    }
                }
                _ => r.boolean(k, v, &mut rule.read),
            });
            if rule.query.trim().is_empty() {
                self.warn(item.span().start, "a rule without a `query` is ignored.".into());
            } else {
                s.rules.push(rule);
            }
        }
    }
}

/// One letter more, less, other or two swapped.
fn similar(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (x, y) = (a.len() - head - tail, b.len() - head - tail);
    (x <= 1 && y <= 1) || (x == 2 && y == 2 && a[head] == b[head + 1] && a[head + 1] == b[head])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_default_is_the_default() {
        assert_eq!(parse("d", DEFAULT), (Settings::default(), Vec::new()));
    }

    #[test]
    fn an_unknown_key_is_said_with_its_line_and_a_near_name() {
        let (s, n) = parse("c", "mouse = false\nthene = \"x\"\n[triage]\nafter = \"sideways\"\n");
        assert!(!s.mouse);
        assert_eq!(n[0].to_string(), "c:2: `thene` is not a setting (perhaps `theme`); the line is ignored.");
        assert_eq!(n[1].to_string(), "c:4: `after` has to be one of stay, next, next-unread; the default is used.");
    }

    #[test]
    fn a_broken_line_does_not_take_the_others_with_it() {
        let (s, n) = parse("c", "width = 90\nmouse = = 3\nhints = \"off\"\n");
        assert_eq!((s.width, s.hints.as_str()), (90, "off"));
        assert!(n[0].place.starts_with("c:2"), "{n:?}");
    }

    #[test]
    fn rules_keys_and_names_are_read() {
        let text = "[[rule]]\nquery = \"title:sport\"\ntag = [\"s\"]\nstate = \"écarté\"\n[[rule]]\nname = \"x\"\n\
                    [keys.article]\n\"g d\" = \"compare\"\n[entities]\nperson = [\"A B\"]\n";
        let (s, n) = parse("c", text);
        assert_eq!((s.rules.len(), s.rules[0].state, s.rules[0].line), (1, Some(State::Drop), 1));
        assert_eq!(s.keys["article"]["g d"], ["compare"]);
        assert_eq!(s.entities["person"], ["A B"]);
        assert_eq!(n.len(), 1);
    }
}
