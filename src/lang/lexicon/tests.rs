//! What holds of every word list.

use super::*;
use crate::lang::{Cue, PersonWord};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[test]
fn a_word_is_what_its_lines_say_however_its_apostrophe_is_written() {
    assert!(Tags::of("van").is(PersonWord::NameParticle));
    assert!(!Tags::of("Van").is(PersonWord::NameParticle), "a capital is another spelling");
    assert!(Tags::of("président").is(Cue::Title | Cue::Product));
    assert!(!Tags::of("président").is(Cue::Product));
    assert!(Tags::of_folded_hash(hash_word(b"president")).is(Cue::Title));
    assert!(Tags::of("l'").is(Cue::Article) && Tags::of("l’").is(Cue::Article));
    assert!(!Tags::of("").is(Cue::Article));
}

/// Class, word and value of a line.
type Row = (&'static str, &'static str, Option<&'static str>);

/// The lines of every file, by language and topic.
fn files() -> BTreeMap<(&'static str, &'static str), Vec<Row>> {
    let rows = |text| lines(text).map(|l| (l.class, l.word, l.value)).collect();
    LEXICONS.iter().map(|&(language, topic, text)| ((language, topic), rows(text))).collect()
}

#[test]
fn lines_are_sorted_by_class_then_word_and_none_stands_twice() {
    for ((language, topic), rows) in files() {
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{language}/{topic}: {:?} before {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn every_line_has_a_known_class_and_a_source_that_is_explained() {
    let sources = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lang/SOURCES.md")).unwrap();
    for (language, topic, text) in LEXICONS {
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert!(
                matches!(fields.len(), 3 | 4) && fields.iter().all(|f| f.trim() == *f),
                "{language}/{topic}: {line}"
            );
            assert!(class::find(topic, fields[1]).is_some(), "{language}/{topic}: {line}");
            assert!(sources.contains(&format!("| {} |", fields[2])), "{language}/{topic}: {line}");
        }
    }
}

#[test]
fn no_two_classes_of_a_topic_have_the_same_words() {
    let mut words: BTreeMap<(&str, &str), BTreeSet<(&str, &str)>> = BTreeMap::new();
    for ((language, topic), rows) in files() {
        for (class, word, _) in rows {
            words.entry((topic, class)).or_default().insert((language, word));
        }
    }
    let mut seen = BTreeMap::new();
    for ((topic, class), words) in words {
        if let Some(other) = seen.insert((topic, words), class) {
            panic!("{topic}: {class} and {other} say the same");
        }
    }
}

#[test]
fn every_class_has_words_in_french_and_english_or_a_comment_that_says_why_not() {
    let files = files();
    let text = |language: &str, topic: &str| {
        LEXICONS.iter().find(|(l, t, _)| *l == language && *t == topic).map_or("", |(_, _, text)| text)
    };
    let mut wrong = Vec::new();
    for (topic, _, classes) in class::all() {
        for (class, _) in classes {
            for language in ["fr", "en"] {
                let has = files.get(&(language, topic)).is_some_and(|rows| rows.iter().any(|(c, ..)| *c == class));
                let none = format!("# none: {class} – ");
                if has == text(language, topic).lines().any(|l| l.starts_with(&none)) {
                    wrong.push(format!("{language}/{topic}: {class}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_class_is_asked_for() {
    let mut sources = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                sources.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    // The name tagger asks for the bits of all its classes at once.
    for (_, topic, classes) in class::all().into_iter().filter(|(file, ..)| *file != Cue::FILE) {
        for (_, class) in classes {
            assert!(sources.contains(&format!("{topic}::{class}")), "{topic}::{class} is used nowhere");
        }
    }
}
