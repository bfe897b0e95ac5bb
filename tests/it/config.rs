//! `kiosque config` and `kiosque doctor` on a settings file that has slips.

use crate::support::folder;
use kiosque::words::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own with these settings and a theme of the reader's own.
fn settled(name: &str, settings: &str) -> PathBuf {
    let dir = folder(&format!("config-{name}"));
    fs::create_dir_all(dir.join("themes")).unwrap();
    fs::write(dir.join("themes/mine.toml"), "like = \"dark\"\n[roles]\nhit = \"bright-blue bold\"\n").unwrap();
    fs::write(dir.join("config.toml"), settings).unwrap();
    dir
}

fn run(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kiosque"));
    command.args(args).arg("--state-dir").arg(dir.join("state")).arg("--config").arg(dir.join("config.toml"));
    command.env("LC_ALL", "C").env_remove("NO_COLOR").output().unwrap()
}

#[test]
fn check_finds_every_slip_with_its_line_and_ends_with_1() {
    let text = "theme = \"mien\"\nwidht = 80\n[keys.list]\n\"zz\" = \"nonsense\"\n\"g\" = \"keep\"\n\"<entr>\" = \"drop\"\n\
                [keys.articel]\nx = \"keep\"\n[search]\nlayers = [\"txt\"]\n";
    let dir = settled("slips", text);
    let out = run(&dir, &["config", "--check"]);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(1), "{said}");
    let place = |line: usize| format!("config.toml:{line}: ");
    for (line, part) in [
        (1, "`mine`"),
        (2, "`width`"),
        (4, "“nonsense” is not an action"),
        (5, "g in [keys.list] hides "),
        (6, "`<enter>`"),
        (7, "`article`"),
        (10, "`text`"),
    ] {
        assert!(said.lines().any(|l| l.contains(&place(line)) && l.contains(part)), "{line} {part}\n{said}");
    }
}

#[test]
fn a_language_of_the_reader_is_spoken_and_checked_like_the_others() {
    let dir = settled("words", "lang = \"xx\"\n");
    fs::create_dir_all(dir.join("words")).unwrap();
    fs::write(dir.join("words/xx.ftl"), "ui-help = Hilfe\ncli-config-fine = { $file } ist gut\n").unwrap();
    let said = |args: &[&str]| {
        let out = run(&dir, args);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (out.status.code(), text(&out.stdout), text(&out.stderr))
    };
    let (code, out, err) = said(&["config", "--check"]);
    assert!(code == Some(0) && out.ends_with("config.toml ist gut\n") && err.is_empty(), "{out}{err}");
    let (_, out, _) = said(&["config", "--schema"]);
    assert!(out.contains("\"xx\""), "{out}");
    let (_, out, _) = said(&["--lang", "fr", "config", "--check"]);
    assert!(!out.contains("ist gut"), "{out}");
    let (_, out, _) = said(&["list", "--help"]);
    assert!(out.contains("xx"), "{out}");
    #[cfg(feature = "draw")]
    for args in [&["frame", "--keys", "?"][..], &["frame", "--lang", "xx", "--keys", "?"]] {
        let (_, out, _) = said(args);
        assert!(out.contains("Hilfe") && out.contains("move down"), "{out}");
    }
    // A file with a mistake is no language.
    fs::write(dir.join("words/xx.ftl"), "ui-help = Hilfe\n?? x\n").unwrap();
    let (code, _, err) = said(&["config", "--check"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("words/xx.ftl:2: cannot be read: ?? x"), "{err}");
    let carried: Vec<&str> = Lang::carried().map(Lang::code).collect();
    let wanted = format!("config.toml:1: `lang` has to be one of auto, {};", carried.join(", "));
    assert!(err.contains(&wanted), "{err}");
    assert_eq!(said(&["--lang", "xx", "list"]).0, Some(2));
}

#[test]
fn check_is_content_with_a_good_file_and_doctor_says_where_settings_come_from() {
    let dir = settled("good", "width = 80\ntheme = \"mine\"\n[keys.list]\nx = \"keep\"\n");
    let out = run(&dir, &["config", "--check"]);
    assert_eq!((out.status.code(), String::from_utf8_lossy(&out.stderr).as_ref()), (Some(0), ""));
    let out = run(&dir, &["doctor", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(value["theme"]["name"], "mine");
    assert!(value["theme"]["file"].as_str().unwrap().ends_with("mine.toml"));
    let from = |key: &str| {
        let settings = value["settings"].as_array().unwrap();
        let setting = settings.iter().find(|s| s["key"] == key).unwrap();
        (setting["value"].clone(), setting["from"].as_str().unwrap().to_owned())
    };
    assert_eq!(from("width").0, 80);
    assert!(from("width").1.ends_with("config.toml:1"));
    assert_eq!(from("triage.after"), ("next".into(), "default".to_owned()));
}

#[test]
fn a_theme_that_is_not_there_is_said_before_anything_is_drawn() {
    let dir = settled("theme", "");
    let out = run(&dir, &["--theme", "mien", "."]);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(2), "{said}");
    assert!(said.contains("there is no theme called mien (did you mean `mine`?)"), "{said}");
}
