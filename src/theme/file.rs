//! Reading a theme file.

use super::look::{ATTRIBUTES, Colour, Look, SIXTEEN};
use super::{AUTO, BUILT_IN, Colours, Definition, Ground, Page, Role};
use crate::notice::Notice;
use crate::text::near::did_you_mean;
use crate::text::sanitise::one_line;
use crate::toml_reader::{Key, TomlReader, Value};
use crate::words::msg;
use std::collections::BTreeMap;

/// Keys of a theme file.
const KEYS: [&str; 8] = ["ground", "colours", "auto", "also", "like", "page", "palette", "roles"];

/// What a file says, before the names of its colours are looked up.
struct Draft<'a, 'i> {
    definition: Definition,
    palette: BTreeMap<String, Colour>,
    roles: Vec<(&'a Key<'i>, &'a Value<'i>)>,
}

/// Reads a theme from the text of its file; `place` names the file in the
/// notices. What is wrong is said with its line and left out; only a theme
/// with the name of the automatic choice is none.
pub fn parse(name: &str, place: &str, text: &str) -> (Option<Definition>, Vec<Notice>) {
    let (mut reader, table) = TomlReader::parse(place, text);
    let table = table.get_ref();
    if name == AUTO {
        reader.warn(0, msg::theme_called_auto(AUTO));
        return (None, reader.notices);
    }
    let mut draft = Draft { definition: plain(name), palette: BTreeMap::new(), roles: Vec::new() };
    let names: Vec<&str> = BUILT_IN.iter().map(|(n, _)| *n).collect();
    let like = table.get("like").and_then(|value| reader.one_of("like", value, &names));
    // The other theme's lines are read first, so that its looks take the
    // colours that this one gives to the same names of the palette.
    let base = BUILT_IN.iter().find(|(n, _)| Some(*n) == like).map(|(n, text)| TomlReader::parse(n, text));
    let base = base.as_ref().map(|(_, table)| table.get_ref());
    let mut silent = TomlReader::parse(place, "").0;
    for (key, value) in base.into_iter().flatten() {
        read_key(&mut silent, &mut draft, key, value);
    }
    draft.definition.also.clear();
    draft.definition.auto = false;
    let inherited = std::mem::take(&mut draft.roles);
    for (key, value) in table {
        read_key(&mut reader, &mut draft, key, value);
    }
    let own = std::mem::take(&mut draft.roles);
    for (key, value) in &inherited {
        read_role(&mut silent, &mut draft, key, value);
    }
    for (key, value) in &own {
        read_role(&mut reader, &mut draft, key, value);
    }
    let given = |role: &Role| own.iter().chain(&inherited).any(|(key, _)| key.get_ref().as_ref() == role.name());
    let missing: Vec<&str> = Role::ALL.iter().filter(|r| !given(r)).map(|r| r.name()).collect();
    if !missing.is_empty() {
        reader.warn(0, msg::theme_roles_missing(missing.join(", ")));
    }
    (Some(draft.definition), reader.notices)
}

/// A theme that draws every role as text.
pub(super) fn plain(name: &str) -> Definition {
    Definition {
        name: name.to_owned(),
        also: Vec::new(),
        ground: Ground::Any,
        colours: Colours::Truecolour,
        auto: false,
        page: Page { background: Colour::Rgb(0, 0, 0), text: Colour::Rgb(255, 255, 255), painted: false },
        looks: vec![Look::default(); Role::ALL.len()],
    }
}

fn read_key<'a, 'i>(reader: &mut TomlReader<'_>, draft: &mut Draft<'a, 'i>, key: &'a Key<'i>, value: &'a Value<'i>) {
    let theme = &mut draft.definition;
    match key.get_ref().as_ref() {
        "ground" => match reader.one_of("ground", value, &["dark", "light", "any"]) {
            Some("dark") => theme.ground = Ground::Dark,
            Some("light") => theme.ground = Ground::Light,
            Some(_) => theme.ground = Ground::Any,
            None => {}
        },
        "colours" => match reader.one_of("colours", value, &["truecolour", "16", "mono"]) {
            Some("16") => theme.colours = Colours::Sixteen,
            Some("mono") => theme.colours = Colours::Mono,
            Some(_) => theme.colours = Colours::Truecolour,
            None => {}
        },
        "auto" => theme.auto = reader.boolean("auto", value).unwrap_or(false),
        "also" => theme.also = reader.strings("also", value).unwrap_or_default(),
        "like" => {}
        "page" => {
            for (key, value) in reader.table("page", value) {
                read_page(reader, &mut theme.page, key, value);
            }
        }
        "palette" => {
            for (key, value) in reader.table("palette", value) {
                if let Some(colour) = read_colour(reader, key.get_ref(), value) {
                    draft.palette.insert(key.get_ref().to_string(), colour);
                }
            }
        }
        // Looks name colours of the palette, which may stand below them.
        "roles" => draft.roles = reader.table("roles", value).collect(),
        _ => reader.unknown(key, msg::THEME_A_PART, &KEYS),
    }
}

fn read_page(reader: &mut TomlReader<'_>, page: &mut Page, key: &Key<'_>, value: &Value<'_>) {
    match key.get_ref().as_ref() {
        "background" => page.background = read_colour(reader, "background", value).unwrap_or(page.background),
        "text" => page.text = read_colour(reader, "text", value).unwrap_or(page.text),
        "painted" => page.painted = reader.boolean("painted", value).unwrap_or(page.painted),
        _ => reader.unknown(key, msg::THEME_A_PART_OF_THE_PAGE, &["background", "text", "painted"]),
    }
}

fn read_colour(reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<Colour> {
    let written = value.get_ref().as_str();
    let colour = written.and_then(Colour::parse);
    if colour.is_none() {
        let meant = did_you_mean(written.unwrap_or_default(), &SIXTEEN);
        reader.wrong(key, value, msg::theme_wanted_colour(meant));
    }
    colour
}

fn read_role(reader: &mut TomlReader<'_>, draft: &mut Draft<'_, '_>, key: &Key<'_>, value: &Value<'_>) {
    let Some(role) = Role::from_name(key.get_ref()) else {
        let names: Vec<&str> = Role::ALL.iter().map(|r| r.name()).collect();
        return reader.unknown(key, msg::THEME_A_ROLE, &names);
    };
    let Some(written) = reader.string(role.name(), value) else { return };
    match Look::parse(&written, &draft.palette) {
        Ok(look) => draft.definition.looks[role as usize] = look,
        Err(word) => {
            let attributes = ATTRIBUTES.iter().map(|(name, _)| *name);
            let palette = draft.palette.keys().map(String::as_str);
            let known: Vec<&str> = palette.chain(attributes).chain(SIXTEEN).collect();
            let meant = did_you_mean(&word, &known);
            reader.warn(value.span().start, msg::theme_look(one_line(&word), role.name(), meant));
        }
    }
}
