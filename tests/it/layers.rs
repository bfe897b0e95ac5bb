//! Who may import whom: a module may use what stands above it, never what
//! stands below.

use std::fs;
use std::path::Path;

/// Modules and what each may import from this crate.
const ALLOWED: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("text", &["words"]),
    ("trees", &[]),
    ("notice", &["words", "text"]),
    ("lang", &["text"]),
    ("toml_reader", &["words", "notice", "text"]),
    ("theme", &["words", "notice", "text", "toml_reader"]),
    ("corpus", &["words", "notice", "text", "lang"]),
    ("ingest", &["words", "notice", "text", "trees", "corpus"]),
    ("clean", &["words", "notice", "text", "trees", "lang", "corpus", "ingest"]),
    ("entity", &["words", "notice", "text", "lang", "corpus"]),
    ("fact", &["words", "notice", "text", "lang", "corpus", "entity"]),
    ("story", &["words", "notice", "text", "lang", "corpus", "entity", "fact"]),
    ("search", &["words", "notice", "text", "corpus", "entity", "triage"]),
    ("triage", &["words", "notice", "text", "corpus", "ingest", "entity"]),
    (
        "store",
        &[
            "words",
            "notice",
            "text",
            "toml_reader",
            "theme",
            "corpus",
            "ingest",
            "clean",
            "entity",
            "fact",
            "story",
            "search",
            "triage",
        ],
    ),
    (
        "job",
        &[
            "words", "notice", "text", "corpus", "ingest", "clean", "entity", "fact", "story", "search", "triage",
            "store",
        ],
    ),
    (
        "app",
        &["words", "notice", "text", "corpus", "ingest", "clean", "entity", "fact", "story", "search", "triage", "job"],
    ),
    (
        "shell",
        &[
            "words", "notice", "text", "corpus", "ingest", "clean", "entity", "fact", "story", "search", "triage",
            "store", "job", "app",
        ],
    ),
    (
        "ui",
        &["words", "notice", "text", "theme", "corpus", "entity", "fact", "story", "search", "triage", "job", "app"],
    ),
    (
        "term",
        &[
            "words", "notice", "text", "theme", "corpus", "ingest", "clean", "entity", "fact", "story", "search",
            "triage", "store", "job", "app", "shell", "ui",
        ],
    ),
    (
        "cli",
        &[
            "words", "notice", "text", "theme", "corpus", "ingest", "clean", "entity", "fact", "story", "search",
            "triage", "store", "job", "app", "shell", "ui", "term",
        ],
    ),
    ("train", &["text", "trees", "corpus", "ingest", "clean", "entity", "fact", "story", "cli"]),
];

pub(crate) fn rust_files(dir: &Path, out: &mut Vec<std::path::PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for p in entries {
        if p.is_dir() {
            rust_files(&p, out);
        } else if p.extension().is_some_and(|e| e == "rs") {
            out.push(p);
        }
    }
}

#[test]
fn every_module_imports_only_what_stands_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let rel = file.strip_prefix(&src).unwrap();
        let module = rel.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        let Some((_, allowed)) = ALLOWED.iter().find(|(m, _)| *m == module) else { continue };
        let source = fs::read_to_string(&file).unwrap();
        // Tests inside a file may look further.
        let source = source.split("#[cfg(test)]").next().unwrap();
        if rel.ends_with("tests.rs") {
            continue;
        }
        for line in source.lines().filter(|l| !l.trim_start().starts_with("//")) {
            for part in line.split("crate::").skip(1) {
                let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if name != module && ALLOWED.iter().any(|(m, _)| *m == name) && !allowed.contains(&name.as_str()) {
                    wrong.push(format!("{} imports {name}", rel.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_touches_no_files_no_clock_no_threads_no_terminal() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    // The program above the world is as pure as what stands before it.
    let core = ALLOWED.iter().map(|(module, _)| *module).take_while(|module| *module != "store");
    for module in core.chain(["app"]) {
        let mut files = Vec::new();
        let path = src.join(module);
        if path.is_dir() {
            rust_files(&path, &mut files)
        } else {
            files.push(path.with_extension("rs"))
        }
        for file in files.iter().filter(|f| !f.ends_with("tests.rs")) {
            let source = fs::read_to_string(file).unwrap();
            let source = source.split("#[cfg(test)]").next().unwrap();
            for word in ["std::fs", "std::env", "std::thread", "SystemTime", "Instant::now", "crossterm", "ratatui"] {
                if source.lines().any(|l| !l.trim_start().starts_with("//") && l.contains(word)) {
                    wrong.push(format!("{} mentions {word}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
