//! A language made of the English word file: every letter is another one,
//! every message is bracketed and about a third longer. What stands on a
//! screen in plain letters was not said through a message, and what has a
//! bracket missing was cut.

mod commands;

use crate::screenshots::SCENES;
use crate::sizes::PLACES;
use crate::support::{buffer, frame, press, setup, sources};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};
use kiosque::app::action::{ACTIONS, Context};
use kiosque::app::area::Size;
use kiosque::app::keymap::Keymap;
use kiosque::cli;
use kiosque::shell::Harness;
use kiosque::ui::Theme;
use kiosque::words::{Lang, msg};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What the program is called in the command line.
const CODE: &str = "xx";

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const OTHER: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";

/// The letter that stands for a plain one.
fn other(c: char) -> char {
    PLAIN.chars().position(|p| p == c).and_then(|at| OTHER.chars().nth(at)).unwrap_or(c)
}

fn is_other(c: char) -> bool {
    OTHER.contains(c)
}

/// Words in the other letters; vowels stand twice, which makes them about a
/// third longer.
fn disguised(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        out.push(other(c));
        if "aeiouyAEIOUY".contains(c) {
            out.push(other(c.to_ascii_lowercase()));
        }
    }
    out
}

fn disguise(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = disguised(value),
            PatternElement::Placeable { expression } => disguise_expression(expression),
        }
    }
}

fn disguise_expression(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => variants.iter_mut().for_each(|v| disguise(&mut v.value)),
        Expression::Inline(InlineExpression::Placeable { expression }) => disguise_expression(expression),
        Expression::Inline(_) => {}
    }
}

/// Messages that are no words: how numbers and days are written, and the
/// words of others.
fn is_form(id: &str) -> bool {
    id.starts_with("number-") || id.starts_with("clock-") || matches!(id, "list-separator" | "verbatim") || {
        id == "date-short" || id == "date-day"
    }
}

/// The word file of the language.
fn word_file() -> String {
    let english = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words/en.ftl")).unwrap();
    let mut resource = parser::parse(english).unwrap();
    for entry in &mut resource.body {
        let Entry::Message(message) = entry else { continue };
        if is_form(&message.id.name) {
            continue;
        }
        let Some(pattern) = &mut message.value else { continue };
        disguise(pattern);
        pattern.elements.insert(0, PatternElement::TextElement { value: "⟦".to_owned() });
        pattern.elements.push(PatternElement::TextElement { value: "⟧".to_owned() });
    }
    serializer::serialize(&resource)
}

/// The language itself.
fn lang() -> Lang {
    static LANG: OnceLock<Lang> = OnceLock::new();
    *LANG.get_or_init(|| Lang::add(CODE, &word_file()).expect("the file that was made can be read"))
}

/// Words that may stand in plain letters, because they are not the program's.
struct Known {
    words: BTreeSet<String>,
    /// Words that follow each other.
    pairs: BTreeSet<(String, String)>,
}

impl Known {
    fn new() -> Self {
        Self { words: BTreeSet::new(), pairs: BTreeSet::new() }
    }

    /// The articles of the demo, their paths and what they are called by.
    fn corpus() -> Self {
        let mut known = Self::new();
        let mut files = Vec::new();
        all_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo"), &mut files);
        for file in files {
            known.add(&file.display().to_string());
            known.add(&String::from_utf8_lossy(&fs::read(&file).unwrap()).replace("\\n", " "));
        }
        known.add_values(&read_articles());
        known
    }

    fn add_keys(&mut self, keymap: &Keymap) {
        for action in ACTIONS {
            for context in Context::ALL {
                keymap.keys_of(context, action.action).iter().for_each(|key| self.add(key));
            }
        }
    }

    /// The texts of a JSON value, without its keys. Names of files have them
    /// without marks, and lists have a title behind its source.
    fn add_values(&mut self, value: &serde_json::Value) {
        if let Some(text) = value.as_str() {
            self.add(text);
            self.add(&kiosque::text::fold(text));
        }
        if let (Some(source), Some(title)) = (value["source"].as_str(), value["title"].as_str()) {
            self.add(&format!("{source} {title}"));
        }
        value.as_array().into_iter().flatten().for_each(|v| self.add_values(v));
        value.as_object().into_iter().flatten().for_each(|(_, v)| self.add_values(v));
    }

    fn add(&mut self, text: &str) {
        let mut before: Option<String> = None;
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
            let word = word.to_lowercase();
            if let Some(before) = before.replace(word.clone()) {
                self.pairs.insert((before, word.clone()));
            }
            self.words.insert(word);
        }
    }

    /// True for a word, or for one that an ellipsis or an edge cut.
    fn has(&self, word: &str, cut_behind: bool, cut_before: bool) -> bool {
        let word = word.to_lowercase();
        word.chars().count() == 1
            || self.words.contains(&word)
            || cut_behind && self.words.range(word.clone()..).next().is_some_and(|w| w.starts_with(&word))
            || cut_before && self.words.iter().any(|w| w.ends_with(&word))
    }

    fn has_pair(&self, first: &str, second: &str) -> bool {
        self.pairs.contains(&(first.to_lowercase(), second.to_lowercase()))
    }

    /// Words of a line that are the program's and not in the other letters.
    fn strangers(&self, line: &str) -> Vec<String> {
        let chars: Vec<char> = line.chars().collect();
        let mut strangers = Vec::new();
        let mut before: Option<(usize, String, bool)> = None;
        let mut at = 0;
        while at < chars.len() {
            if !chars[at].is_alphabetic() {
                at += 1;
                continue;
            }
            let from = at;
            while at < chars.len() && chars[at].is_alphabetic() {
                at += 1;
            }
            let word: String = chars[from..at].iter().collect();
            if word.chars().any(is_other) {
                before = None;
                continue;
            }
            let edge = |c: Option<&char>| c.is_none_or(|c| "…│┃▌┐┘┌└─".contains(*c));
            let cut_behind = edge(chars.get(at)) || chars.get(at) == Some(&' ') && edge(chars.get(at + 1));
            let behind_edge = |n: usize| from >= n && edge(chars.get(from - n));
            let cut_before = from == 0 || behind_edge(1) || chars[from - 1] == ' ' && behind_edge(2);
            if !self.has(&word, cut_behind, cut_before) {
                strangers.push(word.clone());
            } else if let Some((end, first, first_cut)) = &before
                && !cut_behind
                && !first_cut
                && chars[*end..from].iter().collect::<String>() == " "
                && word.chars().count() > 1
                && first.chars().count() > 1
                && !self.has_pair(first, &word)
            {
                strangers.push(format!("{first} {word}"));
            }
            before = Some((at, word, cut_before));
        }
        strangers
    }
}

fn all_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all_files(&path, out) } else { out.push(path) }
    }
}

/// The articles of the demo as the program reads them: decoded, without markup.
fn read_articles() -> serde_json::Value {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    let state = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pseudo-read");
    let args = ["kiosque", "export", "--format", "json"].map(OsString::from);
    let args = args.into_iter().chain([demo.into(), "--state-dir".into(), state.into()]);
    cli::run(args.collect(), &mut cli::Context::new(&mut out, &mut err, Lang::EN));
    serde_json::from_slice(&out).unwrap()
}

/// What a reader types, without the names of keys. Where the keys end that
/// ask for a line of input and its text begins is not known.
fn typed(keys: &str) -> Vec<&str> {
    let lines = keys.split('<').map(|part| part.split_once('>').map_or(part, |(_, typed)| typed));
    lines.flat_map(|line| (0..8).filter_map(move |n| line.get(line.char_indices().nth(n)?.0..))).collect()
}

/// A line without the identities of rules, such as `author.byline`, which are
/// data.
fn without_rules(line: &str) -> String {
    static RULE: OnceLock<regex::Regex> = OnceLock::new();
    RULE.get_or_init(|| regex::Regex::new(r"\b[a-z]+\.[a-z_]+\b").unwrap()).replace_all(line, "").into_owned()
}

/// Whatever is known in a scene: the articles, what was typed, the keys.
fn known(harness: &Harness, keys: &str) -> Known {
    let mut known = Known::corpus();
    typed(keys).into_iter().for_each(|line| known.add(line));
    known.add(&harness.model.loading.name);
    NO_WORDS_OF_THE_PROGRAM.iter().for_each(|(words, _)| known.add(words));
    known.add_keys(&harness.model.keymap);
    known
}

#[test]
fn the_language_is_a_third_longer_and_keeps_what_is_put_in() {
    assert_eq!(disguised("search"), "şḗḗȧȧřƈħ");
    let lang = lang();
    assert_eq!(lang.articles(1200), "⟦1,200 ȧȧřŧīīƈŀḗḗş⟧");
    assert_eq!(Lang::from_code(CODE), Some(lang));
}

/// What stands in plain letters and is no word of the program, with the reason.
const NO_WORDS_OF_THE_PROGRAM: &[(&str, &str)] = &[
    ("kiosque", "the name of the program"),
    ("anne", "the name of the reader"),
    ("windows", "the name of an encoding"),
    ("linux macos windows x86_64 aarch64", "the system"),
    ("draw tui live postgres", "features of the program"),
    ("No such file or directory", "what the system says"),
    ("true false", "values of TOML"),
    ("language path key tags", "fields of a template"),
    ("aariis", "the end of a word of the language in the name of a file, which has no marks"),
];

#[test]
fn no_screen_shows_a_word_of_the_program_that_is_not_in_the_word_files() {
    let theme = Theme::named("dark").expect("dark is a theme");
    let mut wrong = BTreeMap::new();
    let scenes = SCENES.iter().map(|s| (s.keys, s.width, s.height));
    let places = PLACES.iter().map(|keys| (*keys, 120, 40));
    for (keys, width, height) in scenes.chain(places) {
        let mut h = Harness::new(setup(width, height, lang()));
        press(&mut h, keys);
        let known = known(&h, keys);
        let shown = frame(&h);
        for (width, height) in [(1, 1), (20, 5), (40, 12), (72, 20), (250, 3)] {
            h.resize(Size { width, height });
            let drawn = buffer(&h, &theme).area;
            assert_eq!((drawn.width, drawn.height), (width, height), "{keys}");
        }
        for line in shown.lines() {
            for stranger in known.strangers(&without_rules(line)) {
                wrong.entry(stranger).or_insert_with(|| format!("{keys:20} {}", line.trim()));
            }
        }
    }
    let told: Vec<String> = wrong.iter().map(|(stranger, line)| format!("{stranger:24} {line}")).collect();
    assert!(told.is_empty(), "{} not through a message:\n{}", told.len(), told.join("\n"));
}

#[test]
fn a_sentence_above_the_footer_is_whole_in_a_longer_language() {
    let sentence = lang().say(msg::term_clipboard_refused("—"));
    for width in [40, 60, 80] {
        let mut h = Harness::new(setup(width, 24, lang()));
        h.model.warn(sentence.clone());
        h.run_until_idle();
        let shown = frame(&h);
        let missing: Vec<&str> = sentence.split_whitespace().filter(|w| !shown.contains(w)).collect();
        assert!(missing.is_empty(), "{width}: {missing:?} in\n{shown}");
    }
}

/// What stands in words in the code of drawing and is none: the program's
/// name, articles before the names of newspapers.
const NO_WORDS: &[&str] = &["kiosque", "(auto)", "Le ", "La ", "Les ", "The ", "le ", "la ", "les ", "the "];

#[test]
fn no_file_of_drawing_holds_words_of_its_own() {
    let gap = regex::Regex::new(r"\{[^}]*\}").unwrap();
    let literal = regex::Regex::new(r#""((?:[^"\\]|\\.)*)""#).unwrap();
    let mut wrong = Vec::new();
    for source in ["ui/view", "ui/widget"].into_iter().flat_map(sources) {
        for line in source.lines() {
            for found in literal.captures_iter(line) {
                let words = gap.replace_all(&found[1], " ");
                let letters = words.split(|c: char| !c.is_alphabetic()).any(|w| w.chars().count() > 1);
                if letters && !NO_WORDS.contains(&&found[1]) {
                    wrong.push(format!("{}: {}", source.path, &found[1]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
