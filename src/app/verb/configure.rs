//! What changes at once when the reader changes a setting.

use crate::app::effect::Effect;
use crate::app::listing;
use crate::app::model::Model;
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::prompt::state::{Ask, Prompt};
use crate::app::overlay::state::Overlay;
use crate::app::settings::{Changed, Configured};
use crate::words::msg;
use std::sync::Arc;

/// Takes the answer: what was changed counts at once.
pub(crate) fn configured(model: &mut Model, told: Configured) -> Vec<Effect> {
    model.settings = Arc::new(told.sheet);
    match told.change {
        None => Vec::new(),
        Some(Ok(changed)) => {
            model.typed_setting = None;
            take(model, changed)
        }
        Some(Err(why)) => {
            let lang = model.lang();
            model.warn(lang.say(msg::settings_refused(why)));
            // What was typed stays to be mended.
            if let Some(words) = model.typed_setting.take() {
                model.overlays.push(Overlay::Prompt(Prompt::new(Ask::Setting, InputLine::new(words))));
            }
            Vec::new()
        }
    }
}

/// Follows what changed between two sets of choices, and leaves what the reader chose by keys.
macro_rules! follow {
    ($to:expr, $before:expr, $after:expr, $( $($field:ident).+ ),* $(,)?) => {
        $( if $before.$($field).+ != $after.$($field).+ {
            $to.$($field).+ = $after.$($field).+.clone();
        } )*
    };
}

fn take(model: &mut Model, changed: Changed) -> Vec<Effect> {
    let Changed { key, before, after, keymap, notices } = changed;
    follow!(
        model.choices,
        before,
        after,
        lang,
        measure,
        typography.hyphens,
        typography.justified,
        typography.focus_line,
        typography.footnotes,
        after,
        read_on_open,
        menu_delay,
        hints,
        hints_give_way,
        mouse,
        links,
        person,
        accents,
        queue,
        export_folder,
    );
    model.keymap = keymap;
    if before.lang != after.lang {
        model.article.layout = None;
        listing::rebuild(model);
        if let Some(compare) = &mut model.compare {
            compare.layout = None;
            let third = compare.third_result().cloned();
            compare.find_items(third.as_deref(), after.lang);
        }
    }
    say(model, key);
    // What was said of them at the start is not said again.
    if let Some(first) = model.note_new(notices) {
        model.warn(first.said(model.lang()));
    }
    if before.mouse == after.mouse { Vec::new() } else { vec![Effect::Mouse(model.choices.mouse)] }
}

/// Says what the setting is now, and from when on.
fn say(model: &mut Model, key: &str) {
    let lang = model.lang();
    let sheet = Arc::clone(&model.settings);
    let Some(setting) = sheet.settings.iter().find(|s| s.key == key) else { return };
    let now = format!("{key} = {}", setting.value);
    model.say(match (&sheet.file, setting.later) {
        (None, _) => lang.say(msg::settings_not_kept(now)),
        (Some(_), true) => lang.say(msg::settings_kept_for_later(now)),
        (Some(_), false) => lang.say(msg::settings_kept(now)),
    });
}
