//! Showing the settings, and changing the one under the cursor.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::prompt::state::{Ask, Prompt};
use crate::app::overlay::state::Overlay;
use crate::app::settings::{Changing, Configure, Setting};
use crate::words::msg;

/// Shows the settings, once the shell has read the file.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::Settings { cursor: 0 });
    vec![Effect::Configure(Configure::Tell)]
}

/// The setting under the cursor.
pub(crate) fn chosen(model: &Model) -> Option<&Setting> {
    let cursor = model.overlays.iter().rev().find_map(|o| match o {
        Overlay::Settings { cursor } => Some(*cursor),
        _ => None,
    })?;
    model.settings.settings.get(cursor)
}

/// Gives the setting its next or previous value; what is typed is asked for.
pub(crate) fn change(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(setting) = chosen(model) else { return Vec::new() };
    let (key, value) = (setting.key, setting.value.clone());
    match &setting.changing {
        Changing::Among(values) => {
            let n = values.len().max(1);
            let at = values.iter().position(|v| *v == value);
            let next = match (at, forward) {
                (Some(at), true) => (at + 1) % n,
                (Some(at), false) => (at + n - 1) % n,
                (None, _) => 0,
            };
            let next = values.get(next).cloned();
            next.map_or_else(Vec::new, |v| vec![Effect::Configure(Configure::Set(key, Some(v)))])
        }
        Changing::Typed => {
            let words = as_typed(&value);
            model.overlays.push(Overlay::Prompt(Prompt::new(Ask::Setting, InputLine::new(words))));
            Vec::new()
        }
        Changing::InFile => {
            let said = model.with_keys(model.lang().text(msg::SETTINGS_IN_FILE_ONLY)).into_owned();
            model.say(said);
            Vec::new()
        }
    }
}

/// A value as one would type it: without the marks that the file wants.
fn as_typed(value: &str) -> String {
    let words = serde_json::from_str::<serde_json::Value>(value).ok();
    match words {
        Some(serde_json::Value::String(text)) => text,
        Some(serde_json::Value::Array(list)) => list.iter().filter_map(|w| w.as_str()).collect::<Vec<_>>().join(", "),
        Some(_) | None => value.to_owned(),
    }
}

/// A value was typed.
pub(crate) fn typed(model: &mut Model, words: &str) -> Vec<Effect> {
    let Some(key) = chosen(model).map(|s| s.key) else { return Vec::new() };
    model.typed_setting = Some(words.to_owned());
    vec![Effect::Configure(Configure::Type(key, words.to_owned()))]
}

/// Takes the setting out of the file: its default counts.
pub(crate) fn reset(model: &mut Model) -> Vec<Effect> {
    let Some(setting) = chosen(model) else { return Vec::new() };
    match setting.changing {
        Changing::InFile => {
            let said = model.with_keys(model.lang().text(msg::SETTINGS_IN_FILE_ONLY)).into_owned();
            model.say(said);
            Vec::new()
        }
        Changing::Among(_) | Changing::Typed => vec![Effect::Configure(Configure::Set(setting.key, None))],
    }
}

/// Opens the file in the reader's editor.
pub(crate) fn edit(model: &mut Model) -> Vec<Effect> {
    if model.settings.file.is_none() {
        model.say(model.lang().text(msg::SETTINGS_NO_FILE));
        return Vec::new();
    }
    chosen(model).map_or_else(Vec::new, |s| vec![Effect::Configure(Configure::Edit(s.key))])
}
