//! The screen of settings: each with its value, changed at once and in the reader's file.

use crate::support::{folder, frame, press, setup};
use kiosque::app::overlay::state::Overlay;
use kiosque::shell::{Harness, Request, Setup};
use kiosque::store::paths::Paths;
use kiosque::triage::After;
use kiosque::words::Lang;
use std::path::Path;

const FILE: &str =
    "# Réglages du desk.\nlang = \"fr\"\n\n# Large.\nwidth = 80 # colonnes\n\n[keys.list]\nx = [\"drop\"]\n";

/// The program with its settings in a file of that folder.
fn opened(dir: &Path) -> Harness {
    let config = dir.join("config.toml");
    std::fs::write(&config, FILE).unwrap();
    let settings = kiosque::store::settings::load(&config).settings;
    let paths = Paths::find(Some(dir), Some(&config)).unwrap();
    Harness::new(Setup { paths: Some(paths), settings, ..setup(120, 40, Lang::FR) })
}

fn written(dir: &Path) -> String {
    std::fs::read_to_string(dir.join("config.toml")).unwrap()
}

/// Goes to the row of a setting.
fn go_to(h: &mut Harness, key: &str) {
    let at = h.model.settings.settings.iter().position(|s| s.key == key).unwrap();
    press(h, &format!("g{}", "j".repeat(at)));
}

#[test]
fn every_setting_is_listed_with_its_value_where_it_comes_from_and_its_default() {
    let dir = folder("settings-listed");
    let mut h = opened(&dir);
    press(&mut h, "g,");
    let keys: Vec<&str> = h.model.settings.settings.iter().map(|s| s.key).collect();
    assert_eq!(keys, kiosque::store::settings::ROWS.iter().map(|r| r.key).collect::<Vec<_>>());
    go_to(&mut h, "width");
    let f = frame(&h);
    let row = f.lines().find(|l| l.contains("▌ width")).unwrap();
    assert!(row.contains("80") && row.contains("ligne 5") && f.contains("défaut : 72"), "{f}");
    assert!(f.contains("config.toml") && f.contains("\"vim\""), "{f}");
}

#[test]
fn a_change_counts_at_once_and_stands_in_the_file_among_its_comments() {
    let dir = folder("settings-changed");
    let mut h = opened(&dir);
    press(&mut h, "g,");
    go_to(&mut h, "triage.after");
    press(&mut h, "<enter>");
    assert_eq!(h.model.choices.after, After::NextUnread);
    assert_eq!(written(&dir), format!("{}\n[triage]\nafter = \"next-unread\"\n", FILE));
    press(&mut h, "h");
    assert_eq!(h.model.choices.after, After::Next);
    press(&mut h, "x");
    assert!(!written(&dir).contains("after") && written(&dir).starts_with(FILE), "{}", written(&dir));
    go_to(&mut h, "width");
    press(&mut h, "<enter><c-u>64<enter>");
    assert_eq!((h.model.choices.measure, written(&dir).contains("width = 64 # colonnes")), (64, true));
    go_to(&mut h, "lang");
    press(&mut h, "h");
    assert_eq!((h.model.choices.lang, frame(&h).contains("width of the text")), (Lang::EN, false));
    assert!(frame(&h).contains("line 2"), "{}", frame(&h));
}

#[test]
fn a_wrong_value_is_refused_and_stays_to_be_mended() {
    let dir = folder("settings-wrong");
    let mut h = opened(&dir);
    press(&mut h, "g,");
    go_to(&mut h, "width");
    press(&mut h, "<enter><c-u>7<enter>");
    assert!(frame(&h).contains("de 30 à 200"), "{}", frame(&h));
    let line = h.model.overlays.last().and_then(|o| o.line()).map(|l| l.value().to_owned());
    assert_eq!((line.as_deref(), written(&dir).as_str(), h.model.choices.measure), (Some("7"), FILE, 80));
    press(&mut h, "0<enter>");
    assert_eq!(h.model.choices.measure, 70);
    std::fs::write(dir.join("config.toml"), "= =\n").unwrap();
    press(&mut h, "<enter><c-u>90<enter>");
    assert!(frame(&h).contains("TOML"), "{}", frame(&h));
    assert_eq!(written(&dir), "= =\n");
}

#[test]
fn what_a_terminal_alone_can_do_is_asked_of_it() {
    let dir = folder("settings-terminal");
    let mut h = opened(&dir);
    press(&mut h, "g,");
    go_to(&mut h, "theme");
    press(&mut h, "l");
    assert!(matches!(h.requests.pop(), Some(Request::Theme(name, Some(_))) if name != "auto"), "{:?}", h.requests);
    go_to(&mut h, "mouse");
    press(&mut h, " ");
    assert_eq!(h.requests.pop(), Some(Request::Mouse(false)));
    go_to(&mut h, "keys");
    press(&mut h, "<enter>O");
    let asked = h.requests.pop();
    assert!(matches!(&asked, Some(Request::Edit(Some(file), 9)) if file.ends_with("config.toml")), "{asked:?}");
    assert!(matches!(h.model.overlays.last(), Some(Overlay::Settings { .. })));
}

#[test]
fn where_nothing_is_kept_a_change_counts_for_this_time() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    press(&mut h, ":settings<enter>");
    go_to(&mut h, "hyphens");
    press(&mut h, "l");
    assert!(h.model.choices.typography.hyphens && frame(&h).contains("pour cette fois"), "{}", frame(&h));
    press(&mut h, "O");
    assert!(h.requests.is_empty() && frame(&h).contains("pas de fichier"), "{}", frame(&h));
    press(&mut h, "<esc>");
    assert!(h.model.overlays.is_empty());
}

#[test]
fn the_list_fits_a_small_screen_and_goes_with_the_cursor() {
    for (width, height) in [(40, 12), (80, 24), (200, 60)] {
        let mut h = Harness::new(setup(width, height, Lang::FR));
        press(&mut h, "g,G");
        let f = frame(&h);
        assert!(f.contains("▌ rule") && (width < 80 || f.contains("se change dans le fichier")), "{f}");
    }
}

#[test]
fn every_setting_that_counts_at_once_does() {
    use kiosque::store::settings::{self, ROWS, Takes};
    for row in ROWS.iter().filter(|r| !r.later && r.key != "theme") {
        let dir = folder(&format!("at-once-{}", row.key));
        let mut h = opened(&dir);
        let before = (h.model.choices.clone(), h.model.keymap.clone());
        press(&mut h, "g,");
        go_to(&mut h, row.key);
        match row.takes() {
            Takes::Flag | Takes::Few => press(&mut h, "l"),
            Takes::Number => press(&mut h, "<enter><c-u>44<enter>"),
            Takes::Text => press(&mut h, "<enter><c-u>est:lu<enter>"),
            Takes::List | Takes::Tables => panic!("{}: lists and tables count from the next start on", row.key),
        }
        let now = settings::load(&dir.join("config.toml")).settings;
        assert_ne!(settings::shown(row, &now), "", "{}", row.key);
        // That the locale has the language that follows it is no change.
        let same = row.key == "lang" && h.model.choices.lang == before.0.lang;
        assert!(same || (&h.model.choices, &h.model.keymap) != (&before.0, &before.1), "{} changed nothing", row.key);
        let _ = std::fs::remove_dir_all(dir);
    }
}

#[test]
fn what_another_key_map_breaks_is_said_when_it_is_chosen() {
    let dir = folder("breaks");
    let mut h = opened(&dir);
    std::fs::write(dir.join("config.toml"), "[keys.everywhere]\n\"<c-x>\" = [\"help\"]\n").unwrap();
    press(&mut h, "g,");
    go_to(&mut h, "keymap");
    let before = h.model.notices.len();
    press(&mut h, "l");
    assert!(h.model.notices.len() > before, "{}", frame(&h));
}
