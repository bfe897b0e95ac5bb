//! Who may import whom: a module may use what stands above it, never what
//! stands below.

use crate::support::sources;

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

#[test]
fn every_module_imports_only_what_stands_above_it() {
    let mut wrong = Vec::new();
    for source in sources("") {
        let module = source.layer();
        let Some((_, allowed)) = ALLOWED.iter().find(|(m, _)| *m == module) else { continue };
        for line in source.lines() {
            for part in line.split("crate::").skip(1) {
                let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if name != module && ALLOWED.iter().any(|(m, _)| *m == name) && !allowed.contains(&name.as_str()) {
                    wrong.push(format!("{} imports {name}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_touches_no_files_no_clock_no_threads_no_terminal() {
    // The program above the world is as pure as what stands before it.
    let core = ALLOWED.iter().map(|(module, _)| *module).take_while(|module| *module != "store");
    let core: Vec<&str> = core.chain(["app"]).collect();
    let mut wrong = Vec::new();
    for source in sources("").iter().filter(|s| core.contains(&s.layer())) {
        for word in ["std::fs", "std::env", "std::thread", "SystemTime", "Instant::now", "crossterm", "ratatui"] {
            if source.lines().any(|l| l.contains(word)) {
                wrong.push(format!("{} mentions {word}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
