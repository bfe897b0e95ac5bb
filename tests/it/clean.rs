//! The cleaner on its case files, and what holds for any text.
//!
//! A case file starts with `#` lines that say what it shows; every other line
//! is `kind rule | text`, or blank. `# cut: TEXT` names a stretch cut out of
//! a body line, `# put back: TEXT` a line that the reader puts back before,
//! `# recurring` says that the lines of the rule `recurring.source` also
//! stand in other articles of the source.

use kiosque::clean::memory::source_key;
use kiosque::clean::rules::RULES;
use kiosque::clean::{Memory, clean, clean_with, explain, ledger, recurring};
use kiosque::corpus::{Document, LineKind, Place};
use kiosque::ingest::RawDocument;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

fn raw(text: &str) -> RawDocument {
    RawDocument { place: Place::file("cases/a.txt"), text: text.to_owned(), ..RawDocument::default() }
}

struct Case {
    name: String,
    text: String,
    /// Per line kind and rule; `None` for blank lines.
    labels: Vec<Option<(String, String)>>,
    cuts: Vec<String>,
    put_back: Vec<String>,
    recurring: bool,
}

fn cases() -> Vec<Case> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/clean");
    let mut paths: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|p| parse(&p.file_name().unwrap().to_string_lossy(), &std::fs::read_to_string(p).unwrap()))
        .collect()
}

fn parse(name: &str, file: &str) -> Case {
    let mut case = Case {
        name: name.to_owned(),
        text: String::new(),
        labels: Vec::new(),
        cuts: Vec::new(),
        put_back: Vec::new(),
        recurring: false,
    };
    let mut lines = Vec::new();
    for line in file.lines() {
        if let Some(note) = line.strip_prefix("# ") {
            case.cuts.extend(note.strip_prefix("cut: ").map(str::to_owned));
            case.put_back.extend(note.strip_prefix("put back: ").map(str::to_owned));
            case.recurring |= note == "recurring";
        } else if line.is_empty() {
            lines.push("");
            case.labels.push(None);
        } else {
            let (margin, text) = line.split_once(" | ").expect("a margin and a text");
            let (kind, rule) = margin.trim().split_once(' ').expect("a kind and a rule");
            lines.push(text);
            case.labels.push(Some((kind.to_owned(), rule.trim().to_owned())));
        }
    }
    case.text = lines.join("\n");
    case
}

fn run(case: &Case) -> Document {
    let mut memory = Memory::default();
    let first = clean(raw(&case.text));
    for line in &case.put_back {
        let block = ledger(&first).taken_out.into_iter().find(|b| b.span.of(&first.text).contains(line.as_str()));
        memory.put_back(&first, &block.expect("the line was taken out"));
    }
    let mut document = clean_with(raw(&case.text), &memory);
    if case.recurring {
        let again: Vec<&str> = case
            .text
            .lines()
            .zip(&case.labels)
            .filter(|(_, l)| l.as_ref().is_some_and(|(_, rule)| rule == "recurring.source"))
            .map(|(t, _)| t)
            .collect();
        let others: Vec<Document> = (0..5)
            .map(|i| {
                clean(raw(&format!("Un autre article, numéro {i}, qui ne dit rien du port.\n{}\n", again.join("\n"))))
            })
            .collect();
        recurring::find(others.iter().chain([&document])).apply(&mut document);
    }
    document
}

#[test]
fn every_case_gets_the_labels_in_its_margin() {
    let mut wrong = Vec::new();
    for case in cases() {
        let document = run(&case);
        for (i, (line, label)) in document.lines.iter().zip(&case.labels).enumerate() {
            let Some((kind, rule)) = label else { continue };
            if line.kind.name() != kind || line.rule != rule {
                wrong.push(format!(
                    "{}:{} wants {kind} {rule}, got {} {}",
                    case.name,
                    i + 1,
                    line.kind.name(),
                    line.rule
                ));
            }
        }
        let cuts: Vec<&str> = document.cuts.iter().map(|c| c.span.of(&document.text)).collect();
        if cuts != case.cuts {
            wrong.push(format!("{} cuts {cuts:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_and_every_kind_has_a_case() {
    let (mut rules, mut kinds) = (BTreeSet::from(["line.blank".to_owned()]), BTreeSet::from(["blank".to_owned()]));
    for case in cases() {
        rules.extend(run(&case).cuts.iter().map(|cut| cut.rule.to_owned()));
        for (kind, rule) in case.labels.into_iter().flatten() {
            rules.insert(rule);
            kinds.insert(kind);
        }
    }
    let missing: Vec<&str> = RULES.iter().map(|(name, _)| *name).filter(|r| !rules.contains(*r)).collect();
    assert!(missing.is_empty(), "rules without a case: {missing:?}");
    let known: BTreeSet<&str> = RULES.iter().map(|(name, _)| *name).collect();
    let unknown: Vec<&String> = rules.iter().filter(|r| !known.contains(r.as_str())).collect();
    assert!(unknown.is_empty(), "rules without words: {unknown:?}");
    let missing: Vec<&str> = LineKind::ALL.iter().map(|k| k.name()).filter(|k| !kinds.contains(*k)).collect();
    assert!(missing.is_empty(), "kinds without a case: {missing:?}");
}

#[test]
fn a_block_put_back_is_remembered_for_its_source_only() {
    let case = cases().into_iter().find(|c| !c.put_back.is_empty()).unwrap();
    let document = clean(raw(&case.text));
    let block = ledger(&document).taken_out.into_iter().next().unwrap();
    let mut memory = Memory::default();
    memory.put_back(&document, &block);
    let back = |place: &str| {
        let raw = RawDocument { place: Place::file(place), ..raw(&case.text) };
        clean_with(raw, &memory).lines.iter().any(|l| l.rule == "reader.put_back")
    };
    assert_eq!(source_key(&document), "cases");
    assert!(back("cases/b.txt"));
    assert!(!back("elsewhere/b.txt"));
    memory.take_out(&document, &block);
    assert!(memory.is_empty());
}

#[test]
fn the_ledger_accounts_for_every_word_outside_body_and_furniture() {
    for case in cases() {
        let document = clean(raw(&case.text));
        let account = ledger(&document);
        let furniture: usize = document
            .lines
            .iter()
            .filter(|l| l.kind.is_furniture() && l.repeats.is_none())
            .map(|l| l.content(&document.text).of(&document.text).split_whitespace().count())
            .sum();
        let out: usize = account.taken_out.iter().map(|b| b.words).sum();
        let sum = account.kept_words + furniture + out;
        // A word glued to a cut counts on both sides.
        assert!(sum >= account.words && sum <= account.words + account.taken_out.len(), "{}: {sum}", case.name);
        assert!(account.taken_out.iter().all(|b| !b.reason.to_string().is_empty()), "{}", case.name);
    }
}

/// Texts made of the lines that dumps are made of.
fn dump() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just(String::new()),
        Just("Publicité".to_owned()),
        Just("Commentaires (3)".to_owned()),
        Just("À lire aussi".to_owned()),
        Just("Votre adresse e-mail ne sera pas publiée".to_owned()),
        Just("Par Jeanne Morel avec AFP".to_owned()),
        Just("Publié le 12/03/2024 à 10h05".to_owned()),
        Just("Le conseil a voté mardi, après trois heures de débat, un budget de douze millions. À LIRE AUSSI La criéeIl part.".to_owned()),
        "[A-Za-zéàœ «»’,.:!?-]{1,160}",
        "\\PC{0,40}",
    ];
    proptest::collection::vec(line, 0..40).prop_map(|l| l.join("\n"))
}

fn check(text: &str) {
    let document = clean(raw(text));
    let joined: String = document.lines.iter().map(|l| l.span.of(&document.text)).collect();
    assert_eq!(joined, text, "lines partition the text");
    for l in &document.lines {
        assert_eq!(l.kind == LineKind::Blank, l.span.of(text).trim().is_empty(), "blank lines and only they are blank");
    }
    for pair in document.cuts.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "cuts do not overlap");
    }
    for c in &document.cuts {
        assert!(document.line_at(c.span.start).is_some_and(|l| l.is_body() && l.span.contains(c.span)));
    }
    let again = clean(raw(&document.text));
    assert_eq!(again, document, "labels depend on the text alone");
    if text.chars().any(char::is_alphabetic) {
        assert!(document.lines.iter().any(|l| l.is_body()), "never empty");
    }
    let explained = explain(&document);
    for (i, l) in document.lines.iter().enumerate() {
        assert_eq!(
            explained.line(i).is_some(),
            l.kind != LineKind::Blank,
            "every line that says something is explained"
        );
    }
    let _ = ledger(&document);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn lines_partition_any_text_and_labels_depend_on_it_alone(text in dump()) {
        check(&text);
    }

    #[test]
    fn any_characters_are_survived(text in any::<String>()) {
        check(&text);
    }
}

#[test]
fn hostile_shapes_are_survived() {
    check("");
    check("\n\n\n");
    check("Σ𜴀𐕼 A 𞸤©ೝ:");
    check(&"a".repeat(200_000));
    check(&"Accueil\n".repeat(20_000));
    check(&"« ».\u{a0}".repeat(20_000));
    check(&"e\u{301}\u{301}".repeat(20_000));
    check(&format!("{}\n", "À LIRE AUSSI ".repeat(5_000)));
    check(&"(".repeat(50_000));
}

#[test]
fn the_manifest_tells_the_hash_of_the_embedded_model() {
    use sha2::{Digest, Sha256};
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/clean");
    let model = std::fs::read(dir.join("lines.model")).unwrap();
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(dir.join("manifest.json")).unwrap()).unwrap();
    let hash: String = Sha256::digest(&model).iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(manifest["model_sha256"], hash);
    assert!(kiosque::clean::Model::from_bytes(&model).is_some(), "the model has the features of this build");
}
