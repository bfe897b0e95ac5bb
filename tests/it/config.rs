//! `kiosque config` and `kiosque doctor` on a settings file that has slips.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own with these settings and a theme of the reader's own.
fn folder(name: &str, settings: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("config-{name}"));
    let _ = fs::remove_dir_all(&dir);
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
    let dir = folder("slips", text);
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
fn check_is_content_with_a_good_file_and_doctor_says_where_settings_come_from() {
    let dir = folder("good", "width = 80\ntheme = \"mine\"\n[keys.list]\nx = \"keep\"\n");
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
    let dir = folder("theme", "");
    let out = run(&dir, &["--theme", "mien", "."]);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(2), "{said}");
    assert!(said.contains("there is no theme called mien (did you mean `mine`?)"), "{said}");
}
