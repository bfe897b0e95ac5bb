//! One setting changed in the text of the reader's file: what stands around it, comments
//! and order, stays as it is.

use super::kind::Takes;
use super::table::{ROWS, SettingRow};
use super::{Loaded, parse, values};
use crate::theme::Themes;
use crate::words::{Message, msg};
use toml_edit::{Document, DocumentMut, Item, TableLike, Value};

/// The values of a setting that takes one of a few, as the file has them.
pub fn few(row: &SettingRow, themes: &Themes) -> Vec<String> {
    match row.takes() {
        Takes::Flag => vec!["false".to_owned(), "true".to_owned()],
        _ if row.key == THEME => themes.names().iter().map(|name| text(name)).collect(),
        _ => values(row.key).into_iter().map(text).collect(),
    }
}

/// The setting of which there are more values than its row knows.
const THEME: &str = "theme";

/// A text as the file has it.
fn text(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

/// What was typed for a setting, as the file has it.
pub fn typed(row: &SettingRow, words: &str) -> String {
    match row.takes() {
        Takes::Flag | Takes::Number | Takes::Tables => words.trim().to_owned(),
        Takes::Few | Takes::Text => text(words.trim()),
        Takes::List => {
            let parts = words.split([',', ' ']).filter(|w| !w.is_empty());
            format!("[{}]", parts.map(text).collect::<Vec<_>>().join(", "))
        }
    }
}

/// The file with a setting of this value, or without the setting, so that its default counts; and
/// what is read of it. `place` names the file.
///
/// # Errors
/// The file is no TOML, or the value is not one of the setting.
pub fn changed(
    place: &str,
    before: &str,
    themes: &Themes,
    row: &SettingRow,
    value: Option<&str>,
) -> Result<(String, Loaded), Message> {
    let broken = |e: toml_edit::TomlError| msg::settings_file_broken(e.message());
    let mut file: DocumentMut = before.parse().map_err(broken)?;
    let after = match value {
        None => line_out(before, row).unwrap_or_else(|| {
            take_out(&mut file, row);
            file.to_string()
        }),
        Some(value) => {
            put_in(&mut file, row, value.parse().map_err(broken)?);
            file.to_string()
        }
    };
    let loaded = parse(place, &after, themes.clone());
    if value.is_some() && !loaded.lines.contains_key(row.key) {
        let known = parse(place, before, themes.clone()).notices;
        let new = loaded.notices.iter().find(|n| known.iter().all(|k| k.sentence != n.sentence));
        return Err(new.map_or_else(|| msg::settings_wrong(row.name(), row.key), |n| n.sentence.clone()));
    }
    Ok((after, loaded))
}

/// The table of a row, made where there is none.
fn table<'d>(file: &'d mut DocumentMut, row: &SettingRow) -> Option<&'d mut dyn TableLike> {
    match row.group() {
        None => Some(file.as_table_mut()),
        Some(group) => file.entry(group).or_insert(toml_edit::table()).as_table_like_mut(),
    }
}

fn put_in(file: &mut DocumentMut, row: &SettingRow, mut value: Value) {
    let Some(table) = table(file, row) else { return };
    match table.get_mut(row.name()).and_then(Item::as_value_mut) {
        Some(old) => {
            // What stands behind the value on its line stays there.
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None => {
            table.insert(row.name(), Item::Value(value));
        }
    }
}

/// The text without the lines of a setting; what is noted above them stays. `None` where it
/// stands in a line with others, or not at all.
fn line_out(text: &str, row: &SettingRow) -> Option<String> {
    let file = Document::parse(text).ok()?;
    let table = match row.group() {
        None => file.as_table(),
        Some(group) => file.get(group)?.as_table()?,
    };
    let (key, value) = table.get_key_value(row.name())?;
    let (from, to) = (key.span()?.start, value.span()?.end);
    let from = text[..from].rfind('\n').map_or(0, |at| at + 1);
    let to = text[to..].find('\n').map_or(text.len(), |at| to + at + 1);
    Some(format!("{}{}", &text[..from], &text[to..]))
}

fn take_out(file: &mut DocumentMut, row: &SettingRow) {
    let held = match row.group() {
        None => true,
        Some(group) => file.contains_key(group),
    };
    if held && let Some(table) = table(file, row) {
        table.remove(row.name());
    }
}

/// The row of a key.
pub fn row(key: &str) -> Option<&'static SettingRow> {
    ROWS.iter().find(|r| r.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Mine.\nlang = \"fr\"   # the desk reads French\n\n# Wide.\nwidth = 80\n\n[triage]\n# Quick.\nafter = \"stay\"\n\n[keys.list]\nx = [\"drop\"]\n";

    fn change(before: &str, key: &str, value: Option<&str>) -> Result<String, String> {
        let row = row(key).expect("a key of the table");
        let (text, _) = changed("f", before, &Themes::default(), row, value).map_err(|m| m.to_string())?;
        Ok(text)
    }

    #[test]
    fn a_value_changes_in_its_place_and_comments_stay() {
        assert_eq!(change(FILE, "lang", Some("\"en\"")).unwrap(), FILE.replace("\"fr\"", "\"en\""));
        assert_eq!(change(FILE, "triage.after", Some("\"next\"")).unwrap(), FILE.replace("\"stay\"", "\"next\""));
    }

    #[test]
    fn a_value_that_was_not_there_stands_in_its_table_and_reads_back() {
        for (key, value) in [("hyphens", "true"), ("triage.queue", "\"is:read\""), ("search.smart-accents", "true")] {
            for before in ["", "# Nothing yet.\n", FILE] {
                let after = change(before, key, Some(value)).unwrap();
                let read = parse("f", &after, Themes::default());
                assert!(read.notices.is_empty() && read.lines.contains_key(key), "{after}\n{:?}", read.notices);
                assert!(before.lines().all(|line| after.contains(line)), "{after}");
            }
        }
    }

    #[test]
    fn a_setting_that_is_taken_out_leaves_the_rest() {
        let after = change(FILE, "triage.after", None).unwrap();
        assert_eq!(after, FILE.replace("after = \"stay\"\n", ""));
        assert_eq!(change(FILE, "lang", None).unwrap(), FILE.replace("lang = \"fr\"   # the desk reads French\n", ""));
        let inline = change("triage = { after = \"stay\", read-on-open = false }\n", "triage.after", None).unwrap();
        assert!(!inline.contains("stay") && inline.contains("read-on-open = false"), "{inline}");
        assert_eq!(change("width = 80\n", "journal.path", None).unwrap(), "width = 80\n");
    }

    #[test]
    fn a_wrong_value_is_refused_with_what_is_wanted() {
        let said = change(FILE, "width", Some("3")).unwrap_err();
        assert!(said.contains("30") && said.contains("200"), "{said}");
        assert!(change(FILE, "theme", Some("\"no such\"")).is_err());
        assert!(change("= =\n", "width", Some("80")).unwrap_err().contains("TOML"));
    }

    #[test]
    fn what_is_typed_is_written_as_the_setting_wants_it() {
        let written = |key: &str, words: &str| typed(row(key).expect("a key"), words);
        assert_eq!(written("name", " Anne \"A\" "), "\"Anne \\\"A\\\"\"");
        assert_eq!(written("width", " 80 "), "80");
        assert_eq!(written("search.layers", "text, titles"), "[\"text\", \"titles\"]");
        assert_eq!((written("mouse", "false"), written("keymap", "emacs")), ("false".into(), "\"emacs\"".into()));
    }

    #[test]
    fn every_value_of_a_few_is_one_and_rows_tell_what_they_take() {
        let themes = Themes::default();
        for row in ROWS.iter().filter(|r| matches!(r.takes(), Takes::Flag | Takes::Few)) {
            for value in few(row, &themes) {
                change("", row.key, Some(&value)).unwrap_or_else(|why| panic!("{} = {value}: {why}", row.key));
            }
        }
        let takes = |key: &str| row(key).expect("a key").takes();
        assert_eq!([takes("mouse"), takes("width"), takes("name")], [Takes::Flag, Takes::Number, Takes::Text]);
        assert_eq!([takes("search.layers"), takes("keys"), takes("rule")], [Takes::List, Takes::Tables, Takes::Tables]);
        assert_eq!([takes("triage.after"), takes("export.templates")], [Takes::Few, Takes::Tables]);
    }
}
