//! The commands as they are called: options in any place, one exit code for
//! one situation, one language throughout.

use crate::support::folder;
use kiosque::cli::{self, Context};
use kiosque::words::Lang;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Three short reports of one story, one of which is none of it.
pub(crate) fn corpus(name: &str) -> PathBuf {
    let root = folder(&format!("commands-{name}"));
    let texts = [
        (
            "a.txt",
            "Le ferry reste à quai\n\nPar Anne Morel\n\n12 juin 2026\n\nLe ferry de Sarvenne est resté à quai jeudi matin. \
                   « Nous attendons une réponse », a déclaré Paul Kerdal, le maire de Sarvenne. La grève touche 240 passagers.\n",
        ),
        (
            "b.txt",
            "Grève au port de Sarvenne\n\n12 juin 2026\n\nLe ferry de Sarvenne est resté à quai jeudi matin. Selon la mairie, \
                   la grève touche 250 passagers. « Nous attendons une réponse », a déclaré Paul Kerdal.\n",
        ),
        (
            "c.txt",
            "Le marché de Lindal rouvre\n\n3 mai 2025\n\nLe marché couvert de Lindal rouvre samedi après deux ans de travaux, \
                   a annoncé Anna Berg. Les commerçants y vendront du poisson et des fleurs.\n",
        ),
    ];
    for (file, text) in texts {
        fs::write(root.join(file), text).unwrap();
    }
    root
}

/// What a run came to.
pub(crate) struct Ran {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn run(state: &Path, lang: Lang, args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run_to(state, args, &mut Context::new(&mut out, &mut err, lang));
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

fn run_to(state: &Path, args: &[&str], context: &mut Context<'_>) -> u8 {
    let mut all: Vec<OsString> = vec!["kiosque".into()];
    all.extend(args.iter().map(OsString::from));
    all.extend(["--state-dir".into(), state.into(), "--lang".into(), context.lang.code().into()]);
    cli::run(all, context).code()
}

/// Every command that reads articles, with what it needs beside paths, and its
/// formats.
const READING: [(&str, &[&str], &[&str]); 14] = [
    ("list", &[], &["text", "json"]),
    ("list", &["--filter", "ferry OR marché"], &["text", "json"]),
    ("show", &[], &["text", "json"]),
    ("entities", &["--corpus"], &["json"]),
    ("names", &[], &["text", "json"]),
    ("facets", &[], &["text", "csv", "json"]),
    ("stories", &["--filter", "ferry OR marché"], &["text", "md", "json"]),
    ("stories", &[], &["text", "md", "json"]),
    ("matrix", &[], &["text", "md", "csv", "json"]),
    ("timeline", &[], &["text", "md", "csv", "json"]),
    ("brief", &[], &["text", "md", "json"]),
    ("search", &["ferry"], &["text", "csv", "json"]),
    ("index", &[], &["text", "json"]),
    ("export", &[], &["md", "csv", "html", "json"]),
];

#[test]
fn one_situation_has_one_exit_code_in_every_command_and_format() {
    let state = folder("commands-codes-state");
    let (here, empty) = (corpus("codes"), folder("commands-codes-empty"));
    let (here, empty, gone) = (here.to_str().unwrap(), empty.to_str().unwrap(), "/nowhere/at/all");
    let situations: [(&str, &[&str], u8); 4] = [
        ("something found", &[here], 0),
        ("nothing found", &[empty], 1),
        ("no input can be read", &[gone], 2),
        ("an input cannot be read", &[here, gone], 3),
    ];
    let mut wrong = Vec::new();
    for (command, more, formats) in READING {
        for format in formats {
            for (situation, paths, code) in &situations {
                let args: Vec<&str> =
                    [command].iter().chain(more).chain(*paths).copied().chain(["--format", format]).collect();
                let ran = run(&state, Lang::EN, &args);
                if ran.code != *code {
                    wrong.push(format!("{situation}: {} gave {}, not {code}: {}", args.join(" "), ran.code, ran.err));
                }
            }
            let usage = run(&state, Lang::EN, &[command, here, "--format", format, "--no-such-option"]);
            if usage.code != 2 {
                wrong.push(format!("usage: {command} gave {}", usage.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Output that nobody reads any more.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

/// Output with the places at which it was handed on.
#[derive(Default)]
struct Pieces {
    all: Vec<u8>,
    handed_on: Vec<usize>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.all.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.handed_on.push(self.all.len());
        Ok(())
    }
}

#[test]
fn a_search_in_a_pipe_hands_on_the_best_articles_before_the_last_were_looked_up() {
    let (state, here) = (folder("commands-pieces-state"), folder("commands-pieces"));
    for n in 0..80 {
        let text = "Le phare de Kerlan a été rallumé jeudi, a dit la capitainerie. ".repeat(1 + n % 7);
        std::fs::write(
            here.join(format!("{n}.txt")),
            format!("Le phare rallumé\n\n{text}\n\nLe numéro {n} reste ouvert.\n"),
        )
        .unwrap();
    }
    let here = here.to_str().unwrap();
    for format in ["text", "csv"] {
        let (mut out, mut err) = (Pieces::default(), Vec::new());
        let args = ["search", "phare", here, "--format", format];
        assert_eq!(run_to(&state, &args, &mut Context::new(&mut out, &mut err, Lang::EN)), 0);
        let first = out.handed_on.iter().copied().find(|n| *n > 100).unwrap();
        let articles = |bytes: &[u8]| String::from_utf8_lossy(bytes).matches(".txt").count();
        assert_eq!((articles(&out.all[..first]), articles(&out.all)), (32, 80), "{format}");
    }
}

#[test]
fn a_closed_pipe_is_quiet_and_no_failure_in_every_command_and_format() {
    let (state, here) = (folder("commands-pipe-state"), corpus("pipe"));
    for (command, more, formats) in READING {
        for format in formats {
            let args: Vec<&str> =
                [command].iter().chain(more).copied().chain([here.to_str().unwrap(), "--format", format]).collect();
            let (mut out, mut err) = (Closed, Vec::new());
            let code = run_to(&state, &args, &mut Context::new(&mut out, &mut err, Lang::EN));
            assert_eq!((code, String::from_utf8(err).unwrap()), (0, String::new()), "{}", args.join(" "));
        }
    }
}

#[test]
fn differences_are_a_code_of_their_own_only_when_asked_for() {
    let (state, here) = (folder("commands-compare-state"), corpus("compare"));
    let path = |f: &str| here.join(f).to_str().unwrap().to_owned();
    let (a, b, c) = (path("a.txt"), path("b.txt"), path("c.txt"));
    for format in ["text", "md", "json"] {
        let code = |more: &[&str]| run(&state, Lang::EN, &[&["compare", "--format", format], more].concat()).code;
        assert_eq!(code(&[&a, &b]), 0, "{format}");
        assert_eq!(code(&[&a, &b, "--exit-code"]), 1, "{format}");
        assert_eq!(code(&[&a, &a, "--exit-code"]), 0, "{format}");
        assert_eq!(code(&[&a, &b, &c, "--exit-code"]), 1, "{format}");
        assert_eq!(code(&[&a, &a, &a, "--exit-code"]), 0, "{format}");
        assert_eq!(code(&[&a, "/nowhere"]), 2, "{format}");
        assert_eq!(code(&[&a, &b, "/nowhere"]), 3, "{format}");
    }
}

#[test]
fn options_may_stand_anywhere() {
    let (state, here) = (folder("commands-anywhere-state"), corpus("anywhere"));
    let here = here.to_str().unwrap();
    let expected = run(&state, Lang::FR, &["search", "ferry", here]);
    assert!(expected.code == 0 && expected.out.contains("exacts"), "{}{}", expected.out, expected.err);
    for args in [
        ["--lang", "fr", "search", "ferry", here],
        ["search", "--lang", "fr", "ferry", here],
        ["search", "ferry", here, "--lang", "fr"],
        ["--theme", "mono", "search", "ferry", here],
        ["--limit", "9", "search", "ferry", here],
    ] {
        let mut all: Vec<OsString> = vec!["kiosque".into(), "--state-dir".into(), state.as_os_str().into()];
        all.extend(args.iter().map(OsString::from));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = cli::run(all, &mut Context::new(&mut out, &mut err, Lang::FR)).code();
        assert_eq!((code, String::from_utf8(out).unwrap()), (0, expected.out.clone()), "{args:?}");
    }
}

#[test]
fn a_mistyped_command_is_said_and_a_file_of_that_name_opens() {
    let (state, here) = (folder("commands-mistyped-state"), folder("commands-mistyped"));
    let program = |args: &[&str]| {
        let ran = Command::new(env!("CARGO_BIN_EXE_kiosque"))
            .args(args)
            .args(["--lang", "en", "--state-dir"])
            .arg(&state)
            .current_dir(&here)
            .output()
            .unwrap();
        (ran.status.code(), String::from_utf8(ran.stderr).unwrap())
    };
    for args in
        [&["serach", "mot"][..], &["serach"], &["serach", "--format", "json"], &["--now", "2026-06-12", "serach"]]
    {
        let (code, said) = program(args);
        assert_eq!(code, Some(2), "{args:?}");
        assert!(said.contains("did you mean 'search'?"), "{args:?}: {said}");
    }
    let (code, said) = program(&["nothing-of-that-name"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("nothing-of-that-name: there is no such file or folder"), "{said}");
    fs::create_dir(here.join("serach")).unwrap();
    let (_, said) = program(&["serach"]);
    assert!(said.contains("standard output is not a terminal"), "{said}");
}

#[test]
fn json_and_csv_are_the_same_in_every_language() {
    let (state, here) = (folder("commands-same-state"), corpus("same"));
    let gone = "/nowhere";
    for (command, more, formats) in READING.into_iter().filter(|(c, ..)| *c != "index") {
        for format in formats.iter().filter(|f| matches!(**f, "json" | "csv")) {
            let args: Vec<&str> = [command]
                .iter()
                .chain(more)
                .copied()
                .chain([here.to_str().unwrap(), gone, "--format", format])
                .collect();
            let [english, french] = [Lang::EN, Lang::FR].map(|l| run(&state, l, &args).out);
            assert_eq!(english, french, "{}", args.join(" "));
        }
    }
}

#[test]
fn help_errors_and_the_manual_speak_the_language() {
    let state = folder("commands-help-state");
    let english = ["Usage:", "Options:", "Commands:", "Arguments:", "Print help", "[default", "[possible"];
    let names: Vec<String> = cli::command(Lang::FR).get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names.iter().map(String::as_str).chain([""]) {
        let asked: Vec<&str> = [name, "--help"].into_iter().filter(|a| !a.is_empty()).collect();
        let ran = run(&state, Lang::FR, &asked);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        assert!(ran.out.contains("Usage\u{a0}:"), "{name}: {}", ran.out);
        for word in english {
            assert!(!ran.out.contains(word), "{name} says {word:?}: {}", ran.out);
        }
    }
    for (args, words) in [
        (&["list", "--nope", "x"][..], "«\u{a0}--nope\u{a0}»".to_owned()),
        (&["list", "x", "--format", "xml"], "valeurs possibles".to_owned()),
        (&["list"], "aucun chemin".to_owned()),
        (&["compare"], "Il manque".to_owned()),
        (&["journal", "--apply"], "--rules".to_owned()),
        (&["list", "x", "--now", "jamais"], "écrivez un jour".to_owned()),
        (&["show", "x", "--width", "3"], "10 ou plus".to_owned()),
        (&["list", "/nowhere"], "/nowhere".to_owned()),
    ] {
        let ran = run(&state, Lang::FR, args);
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
        assert!(ran.err.contains(&words), "{args:?}: {}", ran.err);
        assert!(!ran.err.contains("Usage:") && !ran.err.contains("error"), "{args:?}: {}", ran.err);
    }
    let man = run(&state, Lang::FR, &["man"]).out;
    for heading in [".SH NOM", ".SH COMMANDES", ".SH EXEMPLES", ".SH TOUCHES"] {
        assert!(man.contains(heading), "{heading}: {}", &man[..600]);
    }
}

#[test]
fn one_article_of_a_file_is_named_as_the_list_names_it() {
    let (root, state) = (folder("commands-entries"), folder("commands-entries-state"));
    let night = root.join("night.jsonl");
    let record = |title: &str| format!("{{\"title\":\"{title}\",\"text\":\"La grève touche le port de {title}.\"}}\n");
    fs::write(&night, ["Sarvenne", "Lindal", "Orgal"].map(record).concat()).unwrap();
    let entry = |n: usize| format!("{}#{n}", night.display());
    let shown = run(&state, Lang::EN, &["show", &entry(2)]);
    assert!(shown.code == 0 && shown.out.contains("Lindal"), "{}{}", shown.out, shown.err);
    assert!(!shown.out.contains("Sarvenne") && !shown.out.contains("Orgal"), "{}", shown.out);
    let compared = run(&state, Lang::EN, &["compare", &entry(1), &entry(3)]);
    assert!(compared.out.contains("Sarvenne") && compared.out.contains("Orgal"), "{}{}", compared.out, compared.err);
    let found = run(&state, Lang::EN, &["entities", &entry(3)]);
    assert!(found.code == 0 && !found.out.contains("Lindal"), "{}", found.out);
    let none = run(&state, Lang::EN, &["show", &entry(9)]);
    assert!(none.code != 0 && none.err.contains("night.jsonl#9"), "{}", none.err);
}

#[test]
fn a_command_tells_what_it_leaves_out_and_which_name_is_whose() {
    let (state, here) = (folder("commands-told-state"), corpus("told"));
    let here = here.to_str().unwrap();
    let one = run(&state, Lang::EN, &["entities", here]);
    assert!(one.out.lines().count() == 1 && one.err.contains("--corpus"), "{}", one.err);
    let all = run(&state, Lang::EN, &["entities", "--corpus", here]);
    assert!(all.out.lines().count() == 3 && all.err.is_empty(), "{}", all.err);
    let own = run(&state, Lang::EN, &["names", "--name", "Sarvenne", here]);
    assert!(own.err.contains("--of NAME"), "{}", own.err);
    let found = run(&state, Lang::FR, &["search", "--in", "text", "marché", here]);
    assert!(
        found.out.contains("exact") && found.out.contains("les titres") && !found.out.contains("1 exacts"),
        "{}",
        found.out
    );
}

#[test]
fn one_story_of_what_is_given_is_named_by_its_title_or_its_identity() {
    let (state, here) = (folder("commands-story-state"), corpus("story"));
    let here = here.to_str().unwrap();
    let stories = run(&state, Lang::EN, &["stories", "--format", "json", here]).out;
    let stories: serde_json::Value = serde_json::from_str(&stories).unwrap();
    let told = |field: &str| stories["stories"][0][field].as_str().unwrap().to_owned();
    for command in ["matrix", "timeline"] {
        for story in [told("id"), told("title").to_uppercase()] {
            let ran = run(&state, Lang::EN, &[command, "--format", "json", "--story", &story, here]);
            let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
            assert_eq!(value["documents"].as_array().unwrap().len(), 2, "{command} {story}: {}", ran.out);
        }
        let none = run(&state, Lang::EN, &[command, "--story", "volcan", here]);
        assert!(none.code == 2 && none.err.contains("volcan"), "{}", none.err);
    }
}

#[test]
fn what_the_reader_corrected_holds_in_every_command_with_a_query_and_without() {
    use kiosque::corpus::DocKey;
    use kiosque::store::{journal::Journal, paths::Paths};
    use kiosque::triage::{Change, ClaimField, Entry, Target, What};
    let (root, state) = (corpus("corrected"), folder("commands-corrected-state"));
    let c = root.join("c.txt").display().to_string();
    let printed = |args: &[&str]| {
        let ran = run(&state, Lang::EN, args);
        assert_eq!(ran.code, 0, "{args:?} {}", ran.err);
        ran.out
    };
    let key = |listed: &str| {
        let listed: serde_json::Value = serde_json::from_str(listed).unwrap();
        DocKey::parse(listed["documents"][0]["key"].as_str().unwrap()).unwrap()
    };
    let target = Target::Document(key(&printed(&["list", &c, "--format", "json"])));
    let said = |field, value: &str| (target.clone(), Change::Claim { field, value: Some(value.to_owned()) });
    let changes = vec![said(ClaimField::Source, "Le Quai"), said(ClaimField::Published, "2026-06-13")];
    let journal = Journal::open(&Paths::find(Some(&state), None).unwrap().journal(), || {}).journal;
    journal.append(&Entry::new(1, "anne", What::Act(changes))).unwrap();
    journal.finish().unwrap();
    for args in [
        &["list", &c][..],
        &["list", &c, "--filter", "poisson"],
        &["show", &c],
        &["export", &c],
        &["timeline", &c],
        &["facets", &c, "--by", "day"],
    ] {
        let out = printed(args);
        assert!(out.contains("2026-06-13") || out.contains("13 June 2026"), "{args:?} {out}");
        assert!(!out.contains("2025-05-03"), "{args:?} {out}");
    }
    assert!(printed(&["prepare", &c]).contains("2025-05-03"), "what is prepared is as it came");
}

#[test]
fn stories_the_brief_and_the_journal_name_articles_by_their_headlines() {
    let (state, here) = (folder("commands-named-state"), corpus("named"));
    let here = here.to_str().unwrap();
    for command in ["stories", "brief"] {
        let out = run(&state, Lang::EN, &[command, here]).out;
        let named = |headline: &str, file: &str| out.lines().any(|l| l.contains(headline) && l.contains(file));
        assert!(
            named("Le ferry reste à quai", "a.txt") && named("Grève au port de Sarvenne", "b.txt"),
            "{command}: {out}"
        );
    }
    let document = kiosque::ingest::read(
        &kiosque::corpus::Place::file("a.txt"),
        &fs::read(std::path::Path::new(here).join("a.txt")).unwrap(),
    );
    let key = kiosque::clean::clean(document.documents.into_iter().next().unwrap()).key;
    let act =
        kiosque::triage::Triage::new().act(5, "Anne", vec![(key.into(), kiosque::triage::Change::Tag("une".into()))]);
    let other = folder("commands-named-journal").join("other.jsonl");
    let opened = kiosque::store::journal::Journal::open(&other, || {});
    opened.journal.append_all(&[act]).unwrap();
    opened.journal.finish().unwrap();
    assert_eq!(run(&state, Lang::EN, &["journal", "--merge", other.to_str().unwrap()]).code, 0);
    assert!(!run(&state, Lang::EN, &["journal"]).out.contains("Le ferry"));
    let told = run(&state, Lang::EN, &["journal", here]);
    assert!(told.out.contains("Le ferry reste à quai"), "{}{}", told.out, told.err);
}

#[test]
fn a_search_prints_what_a_screen_holds_on_a_terminal_and_all_in_a_pipe() {
    let root = folder("commands-limit");
    for n in 0..25 {
        let text =
            format!("Le ferry numéro {n}\n\nLe ferry de Sarvenne est resté à quai jeudi matin, pour la {n}e fois.\n");
        fs::write(root.join(format!("{n:02}.txt")), text).unwrap();
    }
    let state = folder("commands-limit-state");
    let path = root.to_str().unwrap();
    let printed = |terminal: bool, more: &[&str]| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut context = Context::new(&mut out, &mut err, Lang::EN);
        context.terminal = terminal;
        run_to(&state, &[&["search", "ferry", path], more].concat(), &mut context);
        let out = String::from_utf8(out).unwrap();
        (out.lines().filter(|l| l.starts_with(path)).count(), out.contains("--limit 25"))
    };
    assert_eq!(printed(true, &[]), (20, true));
    assert_eq!(printed(false, &[]), (25, false));
    assert_eq!(printed(true, &["--limit", "3"]), (3, false));
    assert_eq!(printed(true, &["--limit", "25"]), (25, false));
}

#[test]
fn every_command_has_a_manual_page_of_its_own_and_another_name_is_told_what_there_is() {
    let state = folder("commands-man");
    let whole = run(&state, Lang::EN, &["man"]);
    assert!(whole.out.contains(".TH kiosque 1") && whole.out.contains(".SH KEYS"));
    for (command, ..) in READING {
        let page = run(&state, Lang::EN, &["man", command]);
        assert_eq!(page.code, 0);
        assert!(page.out.contains(&format!(".TH kiosque-{command} 1")), "{command}");
        assert!(!page.out.contains(".SH KEYS"));
    }
    let none = run(&state, Lang::EN, &["man", "no-such"]);
    assert!(none.code == 2 && none.err.contains("no-such") && none.err.contains("compare"));
}
