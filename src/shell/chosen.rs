//! What settings choose: the choices of the program and its keys.

use crate::app::choices::Choices;
use crate::app::keymap::Keymap;
use crate::app::rebind::{CommandKeys, Rebinding, RebindingTable};
use crate::app::typography::Typography;
use crate::notice::Notice;
use crate::store::paths;
use crate::store::settings::{Hints, KeyBinding, Settings, ShippedKeys};
use crate::words::Lang;
use std::path::PathBuf;
use std::sync::Arc;

/// The choices that settings make.
pub(super) fn of_settings(s: &Settings) -> Choices {
    Choices {
        lang: language(s),
        measure: s.width.clamp(20, 200),
        typography: Typography {
            hyphens: s.hyphens,
            justified: s.justified,
            focus_line: s.focus_line,
            footnotes: s.footnotes,
        },
        after: s.after,
        read_on_open: s.read_on_open,
        menu_delay: s.menu_delay,
        hints: s.hints != Hints::Off,
        hints_give_way: s.hints == Hints::Learn,
        mouse: s.mouse,
        links: s.links,
        person: if s.name.is_empty() { crate::store::paths::person() } else { s.name.clone() },
        names: Arc::new(s.names()),
        accents: s.smart_accents,
        queue: s.queue.clone(),
        commands: s.commands.iter().map(|c| c.command.clone()).collect(),
        templates: s.templates.clone(),
        export_folder: PathBuf::from(&s.export_folder),
        ..Choices::default()
    }
}

fn rebinding(b: &KeyBinding) -> Rebinding<'_> {
    Rebinding { place: &b.place, keys: &b.keys, actions: &b.actions, description: b.description.as_deref() }
}

/// The keys of the settings, as the key map takes them.
fn rebindings(settings: &Settings) -> Vec<RebindingTable<'_>> {
    let tables = settings.keys.0.iter().map(|table| {
        let bindings = table.bindings.iter();
        RebindingTable { place: &table.place, context: &table.context, bindings: bindings.map(rebinding).collect() }
    });
    tables.collect()
}

/// The keys in force: those that the program ships under the name that the
/// settings give, and over them those of the settings; with what is wrong in these.
pub fn keymap(settings: &Settings, lang: Lang) -> (Keymap, Vec<Notice>) {
    let mut keymap = match settings.keymap {
        ShippedKeys::Vim => Keymap::new(lang),
        ShippedKeys::Emacs => Keymap::emacs(lang),
    };
    let tables = rebindings(settings);
    let mut notices = keymap.rebind(&tables);
    let commands = settings.commands.iter();
    let commands: Vec<CommandKeys<'_>> = commands
        .map(|c| CommandKeys { place: &c.place, name: &c.command.name, keys: &c.keys, contexts: &c.contexts })
        .collect();
    notices.extend(keymap.bind_commands(&commands, &tables));
    (keymap, notices)
}

/// The language that settings ask for.
pub(super) fn language(settings: &Settings) -> Lang {
    settings.lang.unwrap_or_else(paths::lang)
}
