//! The settings file for the screen that shows and changes it.

use super::chosen::{keymap, language, of_settings};
use crate::app::settings::{Changed, Changing, Configure, Configured, Origin, Setting, Sheet};
use crate::notice::reason;
use crate::store::settings::{self, Loaded, ROWS, SettingRow, Settings, Takes};
use crate::store::{atomic, files, regular};
use crate::words::{Message, msg};
use std::path::PathBuf;

/// The setting that only a terminal can change at once.
const THEME: &str = "theme";

/// What only a terminal can do for a setting.
pub(super) enum Outside {
    /// Open the file at a line.
    Edit(PathBuf, usize),
    /// Draw in the theme of that name.
    Theme(String, Option<PathBuf>),
}

/// The settings of a run.
pub(super) struct SettingsFile {
    /// The file; `None` where nothing is kept.
    file: Option<PathBuf>,
    /// What it would hold where there is none.
    held: String,
    /// What the command line says, by setting, as the file has values.
    options: Vec<(&'static str, String)>,
}

impl SettingsFile {
    pub(super) fn new(file: Option<PathBuf>, options: Vec<(&'static str, String)>) -> Self {
        Self { file, held: String::new(), options }
    }

    /// Does what is asked, and what only a terminal can do for it.
    pub(super) fn configure(&mut self, what: Configure) -> (Option<Configured>, Option<Outside>) {
        match what {
            Configure::Tell => (Some(self.told(None)), None),
            Configure::Set(key, value) => self.change(key, |_| value),
            Configure::Type(key, words) => self.change(key, |row| Some(settings::typed(row, &words))),
            Configure::Edit(key) => {
                let line = self.loaded().lines.get(key).copied().unwrap_or(1);
                (None, self.file.clone().map(|file| Outside::Edit(file, line)))
            }
        }
    }

    /// What the file says now.
    fn loaded(&self) -> Loaded {
        match &self.file {
            Some(file) => settings::load(file),
            None => settings::parse("", &self.held, Default::default()),
        }
    }

    fn change(
        &mut self,
        key: &'static str,
        value: impl FnOnce(&SettingRow) -> Option<String>,
    ) -> (Option<Configured>, Option<Outside>) {
        match self.changed(key, value) {
            Ok(changed) => {
                // What the reader sets now goes before what the command line said.
                self.options.retain(|(option, _)| *option != key);
                let told = self.told(Some(Ok(changed)));
                let theme = told.sheet.settings.iter().find(|s| s.key == THEME && key == THEME);
                let theme = theme.map(|s| Outside::Theme(s.value.trim_matches('"').to_owned(), self.file.clone()));
                (Some(told), theme)
            }
            Err(why) => (Some(self.told(Some(Err(why)))), None),
        }
    }

    fn changed(
        &mut self,
        key: &'static str,
        value: impl FnOnce(&SettingRow) -> Option<String>,
    ) -> Result<Changed, Message> {
        let row = settings::row(key).ok_or_else(|| msg::settings_file_broken(key))?;
        let text = match &self.file {
            None => self.held.clone(),
            Some(file) => match regular::read_text(file) {
                Ok(text) => text,
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => String::new(),
                Err(e) => return Err(msg::settings_file_refused(files::display(file), reason(&e))),
            },
        };
        let before = self.loaded();
        let place = self.file.as_ref().map_or_else(String::new, |f| f.display().to_string());
        let (text, after) = settings::changed(&place, &text, &before.themes, row, value(row).as_deref())?;
        match &self.file {
            None => self.held = text,
            Some(file) => atomic::replace(file, text.as_bytes())
                .map_err(|e| msg::settings_file_refused(files::display(file), reason(&e)))?,
        }
        let lang = language(&after.settings);
        let (keymap, notices) = keymap(&after.settings, lang);
        Ok(Changed { key, before: of_settings(&before.settings), after: of_settings(&after.settings), keymap, notices })
    }

    fn told(&self, change: Option<Result<Changed, Message>>) -> Configured {
        let loaded = self.loaded();
        let defaults = Settings::default();
        let one = |row: &SettingRow| {
            let option = self.options.iter().find(|(key, _)| *key == row.key);
            let origin = match (option, loaded.lines.get(row.key), &self.file) {
                (Some(_), ..) => Origin::Option,
                (None, Some(_), None) => Origin::Now,
                (None, Some(line), Some(_)) => Origin::Line(*line),
                (None, None, _) => Origin::Default,
            };
            let changing = match row.takes() {
                Takes::Flag | Takes::Few => Changing::Among(settings::few(row, &loaded.themes)),
                Takes::Number | Takes::Text | Takes::List => Changing::Typed,
                Takes::Tables => Changing::InFile,
            };
            Setting {
                key: row.key,
                value: option.map_or_else(|| settings::shown(row, &loaded.settings), |(_, value)| value.clone()),
                default: settings::shown(row, &defaults),
                origin,
                words: row.words,
                changing,
                later: row.later,
            }
        };
        let sheet =
            Sheet { file: self.file.as_ref().map(|f| files::display(f)), settings: ROWS.iter().map(one).collect() };
        Configured { sheet, change }
    }
}
