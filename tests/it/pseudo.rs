//! A language made of the English word file: every letter is another one,
//! every message is bracketed and about a third longer. What stands on a
//! screen in plain letters was not said through a message, and what has a
//! bracket missing was cut.

use crate::screenshots::SCENES;
use crate::sizes::PLACES;
use crate::support::{buffer, frame, press, setup};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};
use kiosque::app::area::Size;
use kiosque::shell::Harness;
use kiosque::ui::Theme;
use kiosque::words::{Lang, msg};
use std::collections::{BTreeMap, BTreeSet};
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
        known
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
            let edge = |c: Option<&char>| c.is_none_or(|c| "…│┃▌┐┘".contains(*c));
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

/// What a reader types, without the names of keys.
fn typed(keys: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in keys.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whatever is known in a scene: the articles, what was typed, the keys.
fn known(harness: &Harness, keys: &str) -> Known {
    let mut known = Known::corpus();
    known.add(&typed(keys));
    for extra in ["kiosque", "anne", "sample corpus", "corpus d'exemple"] {
        known.add(extra);
    }
    for action in kiosque::app::action::ACTIONS {
        for context in kiosque::app::action::Context::ALL {
            for key in harness.model.keymap.keys_of(context, action.action) {
                known.add(&key);
            }
        }
    }
    known
}

#[test]
fn the_language_is_a_third_longer_and_keeps_what_is_put_in() {
    assert_eq!(disguised("search"), "şḗḗȧȧřƈħ");
    let lang = lang();
    assert_eq!(lang.articles(1200), "⟦1,200 ȧȧřŧīīƈŀḗḗş⟧");
    assert_eq!(Lang::from_code(CODE), Some(lang));
}

/// Strangers that are none: names of rules, which are data, and words of the
/// corpus that a window or the end of a row cuts. It only shrinks.
const LEFT: usize = 26;

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
            for stranger in known.strangers(line) {
                wrong.entry(stranger).or_insert_with(|| format!("{keys:20} {}", line.trim()));
            }
        }
    }
    let told: Vec<String> = wrong.iter().map(|(stranger, line)| format!("{stranger:24} {line}")).collect();
    assert!(told.len() <= LEFT, "{} not through a message:\n{}", told.len(), told.join("\n"));
}

#[test]
fn a_sentence_above_the_footer_is_whole_in_a_longer_language() {
    let sentence = lang().say(msg::term_clipboard_refused("—"));
    for width in [40, 60, 80] {
        let mut h = Harness::new(setup(width, 24, lang()));
        h.model.warn(sentence.clone());
        h.settle();
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
    let mut files = Vec::new();
    for folder in ["src/ui/view", "src/ui/widget"] {
        all_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    let mut wrong = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        for line in source.lines().filter(|l| !l.trim_start().starts_with("//")) {
            for found in literal.captures_iter(line) {
                let words = gap.replace_all(&found[1], " ");
                let letters = words.split(|c: char| !c.is_alphabetic()).any(|w| w.chars().count() > 1);
                if letters && !NO_WORDS.contains(&&found[1]) {
                    wrong.push(format!("{}: {}", file.display(), &found[1]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
