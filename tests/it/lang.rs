//! The rules for names and facts hold no word of any language: words stand in
//! `assets/lang`, and rules ask for their classes.

use crate::support::sources;
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Folders of the core whose rules hold no word; the list only grows.
const WITHOUT_WORDS: &[&str] = &["entity", "fact"];

/// Literals that look like words and are none: file, why, and which.
const ALLOWED: &[(&str, &str, &[&str])] = &[
    (
        "entity/name.rs",
        "sounds of any language",
        &[
            "tch", "tsch", "sch", "ch", "sh", "kh", "gh", "ph", "th", "dj", "ou", "oo", "ck", "qu", "ts", "tz", "ks",
            "ee", "ei", "ai", "ey", "ay", "iy", "yi", "ii", "yy", "ij", "c", "s", "h", "g", "f", "t", "j", "u", "k",
            "x", "i", "e",
        ],
    ),
    ("entity/page.rs", "a rule", &["model"]),
    ("entity/rules/known.rs", "a rule", &["model"]),
    (
        "entity/token.rs",
        "parts of addresses",
        &[
            "http", "https", "www", "fr", "com", "org", "net", "info", "be", "ch", "ca", "bf", "eu", "tv", "io", "uk",
            "de", "es", "it", "ru", "cn", "lu", "ma", "tn", "dz", "sn", "ml", "ci", "us", "ai", "gouv", "paris", "bzh",
        ],
    ),
    ("entity/types.rs", "kinds of names in machine output", &["person", "place", "organisation", "misc"]),
    (
        "fact/attribution.rs",
        "what a source does, in machine output",
        &["according", "says", "thinks", "reports", "confirms", "promises", "asks", "hopes", "fears", "denies"],
    ),
    ("fact/figure.rs", "units of time in machine output", &["s", "day"]),
    (
        "fact/figure/around.rs",
        "signs of units, and the unit of a number sign",
        &["m", "M", "km", "km/h", "h", "numero"],
    ),
    ("fact/figure/clock.rs", "units in machine output, and the letter of hours", &["clock", "s"]),
    ("fact/figure/range.rs", "units in machine output", &["s", "day", "month"]),
    ("fact/lexicon.rs", "a network whose name is a verb in small letters", &["Twitter"]),
    ("fact/figure/form.rs", "units in machine output", &["month"]),
    (
        "fact/figure/phrase.rs",
        "codes of currencies and a unit in machine output",
        &["usd", "eur", "gbp", "degree", "month"],
    ),
    ("fact/figure/share.rs", "units in machine output", &["m", "s"]),
    (
        "fact/figure/types.rs",
        "kinds of figures in machine output",
        &["count", "percent", "money", "duration", "age", "measure", "clock", "rank", "score", "label"],
    ),
    ("fact/hedge.rs", "steps in machine output", &["expected", "possible", "hoped", "feared", "denied"]),
    ("fact/lexicon.rs", "values in the lists", &["masculine", "feminine", "epicene", "exact"]),
    ("fact/quote.rs", "kinds of quotations in machine output", &["speech", "fragment", "scare"]),
    ("entity/world.rs", "sections of the list of known names", &["agency", "place", "misc"]),
];

/// Files with sentences of the program.
const SENTENCES: &[&str] = &["entity/rule.rs"];

/// Every word of the lexicon in small letters.
fn lexicon() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lang");
    let languages = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir());
    let files = languages.flat_map(|l| fs::read_dir(l).unwrap().map(|e| e.unwrap().path()).collect::<Vec<_>>());
    let mut words = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        let rows = text.lines().filter(|l| !l.starts_with('#'));
        words.extend(rows.filter_map(|l| Some(l.split('\t').next()?.to_lowercase())));
    }
    words
}

/// The string literals of a file, without comments and attributes.
fn literals(code: &str) -> Vec<String> {
    let literal = Regex::new(r#""((?:[^"\\]|\\.)*)""#).unwrap();
    let lines = code.lines().filter(|l| !l.trim_start().starts_with(['#', '/']));
    let mut found = Vec::new();
    for line in lines {
        let line = line.split(" // ").next().unwrap();
        found.extend(literal.captures_iter(line).map(|c| c[1].to_owned()));
    }
    found
}

#[test]
fn the_core_holds_no_word_of_any_language() {
    let lexicon = lexicon();
    assert!(lexicon.len() > 1500, "words were found: {}", lexicon.len());
    let small = Regex::new(r"^\p{Ll}[\p{Ll}'’ -]*$").unwrap();
    let (mut wrong, mut met) = (Vec::new(), BTreeSet::new());
    for folder in WITHOUT_WORDS {
        for source in sources(folder).iter().filter(|s| !SENTENCES.contains(&s.path.as_str())) {
            let path = &source.path;
            for literal in literals(&source.code) {
                let is_word = literal.contains(char::is_alphabetic)
                    && (small.is_match(&literal) || lexicon.contains(&literal.to_lowercase()));
                let row = ALLOWED.iter().position(|(f, _, words)| f == path && words.contains(&literal.as_str()));
                match row {
                    Some(row) => {
                        met.insert((row, literal));
                    }
                    None if is_word => wrong.push(format!("{path}: {literal}")),
                    None => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "words of a language:\n{}", wrong.join("\n"));
    for (row, (file, why, words)) in ALLOWED.iter().enumerate() {
        for word in *words {
            assert!(met.contains(&(row, (*word).to_owned())), "{file} has no {word} any more ({why})");
        }
    }
}
