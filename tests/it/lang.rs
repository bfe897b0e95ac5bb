//! The rules for dates, names, facts and comparisons hold no word of any language: words
//! stand in `assets/lang`, and rules ask for their classes.

use crate::support::sources;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Folders of the core whose rules hold no word; the list only grows.
const WITHOUT_WORDS: &[&str] = &["corpus", "entity", "fact", "story"];

/// Files that still hold words, and how many; the list only shrinks.
const LEFT: &[(&str, usize)] = &[("story/event.rs", 1), ("story/lexicon.rs", 11)];

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
    (
        "corpus/language.rs",
        "names and codes of languages",
        &[
            "fra",
            "eng",
            "deu",
            "spa",
            "ita",
            "nld",
            "por",
            "french",
            "français",
            "francais",
            "fre",
            "english",
            "anglais",
            "german",
            "deutsch",
            "allemand",
            "ger",
            "spanish",
            "español",
            "castellano",
            "espagnol",
            "italian",
            "italiano",
            "italien",
            "dutch",
            "nederlands",
            "néerlandais",
            "dut",
            "portuguese",
            "português",
            "portugais",
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
    ("fact/lexicon.rs", "values in the lists", &["exact"]),
    ("story/findings/draft.rs", "one of the two texts", &["A"]),
    (
        "story/model.rs",
        "names of numbers of the model, and of its bars",
        &[
            "cosine",
            "soft",
            "letters",
            "contained",
            "rare",
            "names",
            "figures",
            "values",
            "quoted",
            "ordinary",
            "words",
            "lengths",
            "neighbours",
            "beaten",
            "either",
            "covered",
            "mass",
            "named",
            "unnamed",
            "elsewhere",
            "uncounted",
            "the embedded weights are well formed",
            "sure",
            "likely",
            "perhaps",
            "bias",
        ],
    ),
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

/// The string literals of a file, without comments, attributes and the names that an
/// `enumerated!` gives its values in machine output; one over several lines is one.
fn literals(code: &str) -> Vec<String> {
    let literal = Regex::new(r#""((?:[^"\\]|\\.)*)""#).unwrap();
    let goes_on = Regex::new(r"\\\n\s*").unwrap();
    let named = Regex::new(r#"^\s+[A-Z]\w* => "[^"]*",$"#).unwrap();
    let code = goes_on.replace_all(code, "");
    let lines = code.lines().filter(|l| !l.trim_start().starts_with(['#', '/']) && !named.is_match(l));
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
    let mut left: BTreeMap<String, Vec<String>> = BTreeMap::new();
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
                    None if is_word && LEFT.iter().any(|(file, _)| file == path) => {
                        left.entry(path.clone()).or_default().push(literal);
                    }
                    None if is_word => wrong.push(format!("{path}: {literal}")),
                    None => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "words of a language:\n{}", wrong.join("\n"));
    let counted: Vec<(&str, usize)> = left.iter().map(|(file, words)| (file.as_str(), words.len())).collect();
    assert_eq!(counted, LEFT, "{left:#?}");
    for (row, (file, why, words)) in ALLOWED.iter().enumerate() {
        for word in *words {
            assert!(met.contains(&(row, (*word).to_owned())), "{file} has no {word} any more ({why})");
        }
    }
}
