//! Settings: read from a TOML file, which is written only where the reader changes
//! one. What is unknown or wrong is said with its line, and the default is used.
//!
//! A setting is one row of `table`; the struct, its defaults, the reader, the
//! default file, the schema and the listing of `doctor` are made of it. Has
//! never heard of screens: actions and keys are words here, which the key map
//! checks.

mod address;
mod change;
mod commands;
mod describe;
mod kind;
mod lists;
mod table;
#[cfg(test)]
mod tests;

pub use super::address::Address;
pub use change::{changed, few, row, typed};
pub use commands::CommandSetting;
pub use describe::{default_file, schema};
pub use kind::{Known, Takes};
pub use lists::{KeyBinding, KeySection, Keys, RuleSetting};
pub use table::{Hints, ROWS, SettingRow, Settings, ShippedKeys};

use super::{languages, themes};
use crate::entity::{EntityKind, Names};
use crate::notice::Notice;
use crate::store::regular;
use crate::text::near::did_you_mean;
use crate::theme::{Choice, Themes};
use crate::toml_reader::{TomlReader, Value};
use crate::words::msg;
use kind::Written;
use std::collections::BTreeMap;
use std::path::Path;

impl Settings {
    /// The names that the settings list, ready to be looked for.
    pub fn names(&self) -> Names {
        let kinds = self.entities.iter().filter_map(|(kind, names)| Some((EntityKind::from_name(kind)?, names)));
        Names::new(kinds.flat_map(|(kind, names)| names.iter().map(move |n| (kind, n.clone()))))
    }
}

/// The settings file as read, and what stands beside it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The settings in force.
    pub settings: Settings,
    /// Line of each setting that the file gives, by key.
    pub lines: BTreeMap<&'static str, usize>,
    /// The reader's own themes.
    pub themes: Themes,
    /// What was wrong.
    pub notices: Vec<Notice>,
}

/// Reads the settings file and the languages and themes beside it; a missing
/// file gives the defaults.
pub fn load(path: &Path) -> Loaded {
    let mut notices = languages::add(&languages::folder(path));
    let (themes, wrong) = themes::read(&themes::folder(path));
    notices.extend(wrong);
    let place = path.display().to_string();
    let mut loaded = match regular::read_text(path) {
        Ok(text) => parse(&place, &text, themes),
        Err(e) => {
            if e.kind() != std::io::ErrorKind::NotFound {
                let why = crate::notice::reason(&e);
                notices.push(Notice::warning(place, msg::store_settings_unreadable(why)));
            }
            Loaded { themes, ..Loaded::default() }
        }
    };
    loaded.notices.extend(notices);
    loaded
}

/// Reads settings from a text; `place` names the file in the notices, `themes`
/// are those that may be named besides the built-in ones.
pub fn parse(place: &str, text: &str, themes: Themes) -> Loaded {
    let (mut reader, table) = TomlReader::parse(place, text);
    let mut loaded = Loaded { themes, ..Loaded::default() };
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        if let Some(row) = ROWS.iter().find(|r| r.key == name) {
            loaded.take(row, &mut reader, value);
            continue;
        }
        let group: Vec<&SettingRow> = ROWS.iter().filter(|r| r.group() == Some(name)).collect();
        if group.is_empty() {
            let mut known: Vec<&str> = ROWS.iter().map(|r| r.group().unwrap_or(r.key)).collect();
            known.dedup();
            reader.unknown(key, msg::SETTINGS_A_SETTING, &known);
            continue;
        }
        for (key, value) in reader.table(name, value) {
            match group.iter().find(|r| r.name() == key.get_ref()) {
                Some(row) => loaded.take(row, &mut reader, value),
                None => {
                    reader.unknown(key, msg::SETTINGS_A_SETTING, &group.iter().map(|r| r.name()).collect::<Vec<_>>())
                }
            }
        }
    }
    loaded.notices = reader.notices;
    loaded
}

impl Loaded {
    /// Takes the value of a row, unless it is wrong.
    fn take(&mut self, row: &SettingRow, reader: &mut TomlReader<'_>, value: &Value<'_>) {
        let before = self.settings.theme.clone();
        if (row.read)(&mut self.settings, reader, value) {
            self.lines.insert(row.key, reader.line(value.span().start));
        }
        // Which themes there are is not known to the row: the reader's own
        // stand beside the file.
        if let Choice::Named(name) = &self.settings.theme
            && self.settings.theme != before
            && self.themes.find(name).is_none()
        {
            let names = self.themes.names();
            let wanted = msg::settings_wanted_one_of(names.join(", "), did_you_mean(name, &names));
            reader.wrong(row.name(), value, wanted);
            self.settings.theme = before;
            self.lines.remove(row.key);
        }
    }
}

/// The words that a setting takes, for completion; none where it takes any.
pub fn values(key: &str) -> Vec<&'static str> {
    ROWS.iter().find(|r| r.key == key).map_or_else(Vec::new, |row| (row.values)())
}

/// The value of a setting in one line: as in the file, or how many entries a
/// table has.
pub fn shown(row: &SettingRow, settings: &Settings) -> String {
    match (row.written)(settings) {
        Written::Value(value) => value,
        Written::Table(n) | Written::List(n) => n.to_string(),
    }
}
