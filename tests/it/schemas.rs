//! What the commands print as JSON has the form that `assets/schema` publishes.

use crate::commands::{corpus, run};
use crate::support::folder;
use jsonschema::Validator;
use kiosque::cli;
use kiosque::words::Lang;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema")
}

/// The schemas by name.
fn schemas() -> BTreeMap<String, Validator> {
    let files = fs::read_dir(assets()).unwrap().map(|f| f.unwrap().path());
    let read = |path: PathBuf| {
        let schema: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), validator)
    };
    files.map(read).collect()
}

/// A printed value, or one a line.
fn values(printed: &str) -> Vec<Value> {
    match serde_json::from_str(printed) {
        Ok(value) => vec![value],
        Err(_) => printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
    }
}

#[test]
fn every_command_that_prints_json_has_a_schema() {
    let prints = |command: &&clap::Command| {
        let formats = command.get_arguments().find(|a| a.get_id() == "format");
        formats.is_some_and(|a| a.get_possible_values().iter().any(|v| v.get_name() == "json"))
    };
    let root = cli::command(Lang::EN);
    let mut printing: BTreeSet<String> =
        root.get_subcommands().filter(prints).map(|c| c.get_name().to_owned()).collect();
    // Prints the records of list; and the settings are nothing but JSON.
    assert!(printing.remove("pick"));
    printing.insert("config".to_owned());
    let published: BTreeSet<String> = schemas().into_keys().collect();
    assert_eq!(published, printing);
}

#[test]
fn what_commands_print_has_the_form_that_is_published() {
    let (state, root) = (folder("schemas-state"), corpus("schema"));
    let (a, b, c) = (root.join("a.txt"), root.join("b.txt"), root.join("c.txt"));
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let path = |p: &Path| p.to_str().unwrap().to_owned();
    let (all, a, b, c) = (path(&root), path(&a), path(&b), path(&c));
    let (wires, pages) = (path(&cases.join("wires")), path(&cases.join("pages")));
    let journal = path(&cases.join("journal/version-1.6-0.jsonl"));
    let terms = folder("schemas-terms").join("terms.txt");
    fs::write(&terms, "ferry\nmarché\nrien\n").unwrap();
    let terms = path(&terms);
    assert_eq!(run(&state, Lang::EN, &["journal", "--merge", &journal]).code, 0);
    let followed = folder("schemas-followed");
    fs::create_dir(followed.join(".kiosque-live")).unwrap();
    let known = r#"{"sources":[{"address":"https://q.example/f","named":true,"every":600000}]}"#;
    fs::write(followed.join(".kiosque-live/state.json"), known).unwrap();
    let changed = folder("schemas-versions");
    for (file, n) in [("a.json", 120), ("b.json", 140)] {
        let text = format!(
            "Le bac a transporté {n} voyageurs samedi, selon la mairie. Les marins attendent le second bateau."
        );
        let article = format!(r#"{{"title":"Le bac","url":"https://q.example/un","text":"{text}"}}"#);
        fs::write(changed.join(file), article).unwrap();
    }
    let (followed, changed) = (path(&followed), path(&changed));
    let runs: Vec<Vec<&str>> = vec![
        vec!["watch", "--list", "--format", "json", &followed],
        vec!["versions", "--format", "json", &changed],
        vec!["list", "--format", "json", &all, &wires, &pages],
        vec!["show", "--format", "json", &all, &wires, &pages],
        vec!["clean", "--format", "json", &a],
        vec!["clean", "--format", "json", "--explain", &a],
        vec!["entities", &a],
        vec!["entities", "--explain", "--corpus", &all],
        vec!["prepare", &all, &wires],
        vec!["names", "--format", "json", &all],
        vec!["names", "--format", "json", "--of", "Sarvenne", &all],
        vec!["names", "--format", "json", "--quotations", "--of", "Sarvenne", &all],
        vec!["facets", "--format", "json", &all],
        vec!["facets", "--format", "json", "--by", "name", "--limit", "2", &all],
        vec!["facets", "--format", "json", "--by", "story", &all],
        vec!["compare", "--format", "json", "--floor", "0", &a, &b],
        vec!["compare", "--format", "json", &a, &b, &c],
        vec!["stories", "--format", "json", &all],
        vec!["matrix", "--format", "json", &a, &b, &c],
        vec!["timeline", "--format", "json", &a, &b, &c],
        vec!["brief", "--format", "json", &all],
        vec!["search", "--format", "json", "--in", "all", "ferry OR marche~1", &all],
        vec!["search", "--format", "json", "--terms", &terms, &all],
        vec!["index", "--format", "json", &all],
        vec!["journal", "--format", "json"],
        vec!["saved", "--format", "json"],
        vec!["notes", "--format", "json"],
        vec!["notes", "--format", "json", &all],
        vec!["export", "--format", "json", &all],
        vec!["export", "--format", "json", "--what", "titles", &all],
        vec!["export", "--format", "json", "--what", "citations", "--query", "ferry", &all],
        vec!["export", "--format", "json", "--what", "comparison", &a, &b],
        vec!["doctor", "--format", "json"],
        vec!["config"],
        vec!["cache", "--format", "json"],
        vec!["cache", "--format", "json", "--clear"],
    ];
    let schemas = schemas();
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for args in &runs {
        let ran = run(&state, Lang::EN, args);
        used.insert(args[0].to_owned());
        let printed = values(&ran.out);
        assert!(!printed.is_empty(), "{args:?} printed nothing: {}", ran.err);
        for value in &printed {
            let faults = schemas[args[0]].iter_errors(value);
            wrong.extend(faults.map(|fault| format!("{args:?} at {}: {fault}", fault.instance_path())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n").chars().take(4000).collect::<String>());
    assert_eq!(used, schemas.into_keys().collect(), "every schema is tried");
}

#[test]
fn a_schema_refuses_what_no_command_prints() {
    let schemas = schemas();
    for (name, schema) in &schemas {
        for wrong in ["{}", "[]", "{\"schema\":0}"] {
            assert!(!schema.is_valid(&serde_json::from_str(wrong).unwrap()), "{name} takes {wrong}");
        }
    }
}
