//! Commands of the reader's own: by key, from their list and from the palette.

#![cfg(unix)]

use crate::support::{folder, frame, press, setup};
use kiosque::job::Input;
use kiosque::shell::{Harness, Setup};
use kiosque::store::settings::{Settings, parse};
use kiosque::theme::Themes;
use kiosque::words::Lang;
use std::fs;
use std::path::PathBuf;

fn settings(text: &str) -> Settings {
    let loaded = parse("c", text, Themes::default());
    assert!(loaded.notices.is_empty(), "{:?}", loaded.notices.iter().map(ToString::to_string).collect::<Vec<_>>());
    Settings { name: "anne".to_owned(), ..loaded.settings }
}

fn program(text: &str) -> Harness {
    Harness::new(Setup { settings: settings(text), ..setup(120, 40, Lang::EN) })
}

/// A folder of its own with two articles.
fn two_articles(name: &str) -> PathBuf {
    let dir = folder(&format!("own-commands-{name}"));
    fs::write(dir.join("a.txt"), "Le pont est fermé\n\nLe pont de bois est fermé depuis lundi matin.\n")
        .expect("a file");
    fs::write(dir.join("b.txt"), "Le bac reprend\n\nLe bac traverse de nouveau la rivière.\n").expect("a file");
    dir
}

const CASES: &str = r#"
[[command]]
name = "Headline in capitals"
key = "<f6>"
context = ["list", "article"]
run = ["sh", "-c", "printf %s \"$1\" | tr a-z A-Z", "sh", "{title}"]

[[command]]
name = "Count the words"
key = "yw"
run = ["wc", "-w"]
input = "text"

[[command]]
name = "Records"
run = ["cat"]
input = "json"
output = "page"

[[command]]
name = "Fails"
key = "<f8>"
run = ["sh", "-c", "echo no such archive >&2; exit 3"]
"#;

#[test]
fn a_key_runs_a_command_on_what_is_at_hand_and_what_it_prints_is_said() {
    let mut h = program(CASES);
    press(&mut h, "jj<f6>");
    let title = h.model.library.card(h.model.article.document.expect("an article")).expect("its card").title.clone();
    let shown = frame(&h);
    let capitals: String = title.chars().map(|c| c.to_ascii_uppercase()).take(20).collect();
    assert!(shown.contains(&format!("Headline in capitals: {capitals}")), "{shown}");
    press(&mut h, "yw");
    assert!(frame(&h).contains("Count the words: "), "{}", frame(&h));
    assert!(h.model.running.is_none());
}

#[test]
fn the_list_of_commands_shows_names_programs_and_keys_and_runs_one() {
    let mut h = program(CASES);
    press(&mut h, "jjg!");
    let shown = frame(&h);
    for part in ["Your commands", "Headline in capitals", "F6", "Count the words", "yw", "wc -w", "Records"] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    press(&mut h, "jj<enter>");
    let shown = frame(&h);
    assert!(shown.contains("Records") && shown.contains("\"paragraphs\""), "{shown}");
}

#[test]
fn the_palette_finds_a_command_by_its_name() {
    let mut h = program(CASES);
    press(&mut h, "jj:capit");
    assert!(frame(&h).contains("Headline in capitals"), "{}", frame(&h));
    press(&mut h, "<enter>");
    assert!(frame(&h).contains("Headline in capitals: "), "{}", frame(&h));
}

#[test]
fn help_menus_and_g_question_mark_tell_commands_and_described_keys() {
    let mut h = program(&format!(
        "{CASES}\n[keys.list]\n\"é\" = {{ actions = [\"keep\", \"next-group\"], description = \"keep it, go on\" }}\n"
    ));
    press(&mut h, "?é");
    assert!(frame(&h).contains("keep it, go on"), "{}", frame(&h));
    press(&mut h, "<c-u>capitals");
    assert!(frame(&h).contains("F6") && frame(&h).contains("Headline in capitals"), "{}", frame(&h));
    press(&mut h, "<esc>y");
    assert!(frame(&h).contains("Count the words"), "{}", frame(&h));
    press(&mut h, "<esc>g?<f6>");
    assert!(frame(&h).contains("Headline in capitals"), "{}", frame(&h));
    press(&mut h, "é");
    assert!(frame(&h).contains("keep it, go on"), "{}", frame(&h));
}

#[test]
fn a_command_that_fails_says_its_code_and_what_it_complained_of() {
    let mut h = program(CASES);
    press(&mut h, "jj<f8>");
    let shown = frame(&h);
    assert!(shown.contains("Fails ended with code 3: no such archive"), "{shown}");
    press(&mut h, "gp");
    assert!(frame(&h).contains("no such archive"), "{}", frame(&h));
}

#[test]
fn without_a_command_the_list_says_how_one_is_written() {
    let mut h = program("");
    press(&mut h, "g!");
    assert!(frame(&h).contains("[[command]]"), "{}", frame(&h));
    press(&mut h, "<enter>");
    assert!(h.model.overlays.is_empty());
}

#[test]
fn a_field_that_an_article_does_not_give_runs_nothing() {
    let mut h = program("[[command]]\nname = \"Where\"\nkey = \"<f6>\"\nrun = [\"echo\", \"{path}\"]\n");
    press(&mut h, "jj<f6>");
    // The articles of the demonstration have no files.
    assert!(frame(&h).contains("Where was not run: there is no path here."), "{}", frame(&h));
}

#[test]
fn paths_are_absolute_and_files_that_a_command_wrote_are_brought_in() {
    let dir = two_articles("reload");
    let text = "[[command]]\nname = \"Fetch\"\nkey = \"<f6>\"\noutput = \"reload\"\n\
                run = [\"sh\", \"-c\", \"printf '%s\\\\n\\\\nUn texte de plus.\\\\n' \\\"$1\\\" > \\\"$(dirname \\\"$1\\\")/c.txt\\\"\", \"sh\", \"{path}\"]\n";
    let inputs = vec![Input::Path(dir.clone())];
    let mut h = Harness::new(Setup { settings: settings(text), inputs, ..setup(120, 40, Lang::EN) });
    assert_eq!(h.model.library.corpus.len(), 2);
    press(&mut h, "gg<f6>");
    let written = fs::read_to_string(dir.join("c.txt")).expect("the command wrote a file");
    assert!(written.starts_with('/'), "{written}");
    assert_eq!(h.model.library.corpus.len(), 3, "{}", frame(&h));
    fs::remove_dir_all(dir).expect("the folder of the test");
}

#[test]
fn a_digit_that_is_bound_counts_nothing_for_what_takes_no_number() {
    let dropped = |keys: &str| {
        let mut h = program("[keys.list]\n\"0\" = [\"first\"]\n\"2\" = [\"drop\"]\n");
        press(&mut h, keys);
        (h.model.counts.of(kiosque::triage::State::Drop), h.model.list.cursor)
    };
    assert_eq!(dropped("ggjj2"), dropped("ggjjd"));
    assert_eq!(dropped("jjj0"), dropped("gg"));
}
