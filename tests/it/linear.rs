//! The program as lines: every task of a morning, without a screen.

use crate::support::folder;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the program prints when these lines are typed.
fn said(dir: &Path, lang: &str, lines: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kiosque"));
    command.args(["--linear", "--lang", lang, "--now", "2026-06-12T08:00:00Z", "--state-dir"]).arg(dir);
    command.current_dir(dir).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let typed = lines.join("\n") + "\n";
    let writer = std::thread::spawn(move || drop(input.write_all(typed.as_bytes())));
    let out = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).unwrap();
    let unseen = |c: &char| c.is_control() && *c != '\n' || "│┌┐└┘─▌█".contains(*c);
    assert_eq!(text.chars().find(unseen), None, "{text}");
    text
}

#[test]
fn the_list_is_numbered_and_an_article_is_read_by_its_number() {
    let dir = folder("linear-read");
    let text = said(&dir, "en", &["zR", "2", "open", "q", "q"]);
    assert!(text.contains("2. ") && text.contains("unread"), "{text}");
    assert!(text.lines().any(|l| l.contains(" words · ")) && text.lines().any(|l| l.starts_with("¶1 ")), "{text}");
}

#[test]
fn a_long_view_is_read_in_pieces_by_empty_lines() {
    let dir = folder("linear-pieces");
    let text = said(&dir, "en", &["2", "open", "", "", "q", "q"]);
    assert!(text.contains("lines more: Enter") || text.contains("line more: Enter"), "{text}");
}

#[test]
fn judging_noting_and_taking_back_say_what_they_did_and_are_kept() {
    let dir = folder("linear-judge");
    let text = said(&dir, "en", &["2", "keep", "aask the prefecture", "tto check", "undo", "gn", "q", "q"]);
    assert!(text.contains("1 article: kept"), "{text}");
    assert!(text.contains("ask the prefecture"), "{text}");
    let journal = fs::read_to_string(dir.join("journal.jsonl")).unwrap();
    assert!(journal.contains("ask the prefecture") && journal.contains("to check"), "{journal}");
    // The next morning it is there again.
    let text = said(&dir, "en", &["gn", "q", "q"]);
    assert!(text.contains("ask the prefecture"), "{text}");
}

#[test]
fn searching_prints_hits_and_n_prints_the_words_that_were_found() {
    let dir = folder("linear-search");
    let text = said(&dir, "fr", &["g/navette", "", "open", "n", "q", "q", "q"]);
    assert!(text.contains("navette"), "{text}");
    assert!(text.lines().any(|l| l.starts_with("> > ") || l.starts_with("> ") && l.contains("navette")), "{text}");
}

#[test]
fn two_articles_are_compared_and_n_prints_both_sides_of_a_difference() {
    let dir = folder("linear-compare");
    let text = said(&dir, "en", &["zR", "2", "=", "3", "=", "p", "p", "q", "q"]);
    assert!(text.lines().any(|l| l.contains("A: ")) && text.lines().any(|l| l.contains("B: ")), "{text}");
}

#[test]
fn names_stories_and_the_export_are_reached_and_told() {
    let dir = folder("linear-views");
    let text = said(&dir, "fr", &["2", "gm", "gl", "q", "E", "m", "f", "<enter>", "<tab><tab>", "ge", "q", "q", "q"]);
    assert!(fs::read_dir(&dir).unwrap().any(|e| e.unwrap().path().extension().is_some_and(|x| x == "md")), "{text}");
    assert!(text.contains("[x]"), "{text}");
}

#[test]
fn a_word_that_actions_have_does_or_tells_them_and_is_never_typed_as_keys() {
    let dir = folder("linear-words");
    // As keys, the first would write a note, the others undo and correct a headline.
    for (lang, word) in [("fr", "aide"), ("en", "help")] {
        let text = said(&dir, lang, &[word, "q", "q"]);
        let help = if lang == "fr" { "descendre" } else { "move down" };
        assert!(text.contains(help), "{text}");
    }
    let text = said(&dir, "en", &["?", "quit", "q"]);
    assert!(!text.contains("headline: "), "{text}");
    let text = said(&dir, "fr", &["chercher", ".", "q"]);
    assert!(text.contains("chercher dans tout le corpus"), "{text}");
    let journal = fs::read_to_string(dir.join("journal.jsonl")).unwrap_or_default();
    assert!(!journal.contains("note"), "{journal}");
}

#[test]
fn a_full_stop_leaves_a_line_of_input_and_an_unknown_key_is_said() {
    let dir = folder("linear-leave");
    let text = said(&dir, "en", &["2", "a", ".", "gn", "q", "é", "q"]);
    assert!(!fs::read_to_string(dir.join("journal.jsonl")).unwrap_or_default().contains("\"note\""), "{text}");
    assert!(text.contains("does nothing here"), "{text}");
}

#[test]
fn the_end_of_the_input_is_the_end_and_keeps_the_place() {
    let dir = folder("linear-end");
    said(&dir, "en", &["3", "open"]);
    let sessions = fs::read_dir(dir.join("sessions")).map(|d| d.count()).unwrap_or_default();
    let kept = sessions > 0 || fs::read_dir(&dir).unwrap().count() > 0;
    assert!(kept);
}
