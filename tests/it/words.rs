//! The words of the program: every message is said somewhere, no code says
//! words of its own, and a count is told in the right number.

use crate::support::sources;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use kiosque::app::action::Action;
use kiosque::app::keymap::Keymap;
use kiosque::words::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn word_file(code: &str) -> String {
    fs::read_to_string(root().join(format!("assets/words/{code}.ftl"))).unwrap()
}

/// The words of every message, by name.
fn messages(source: &str) -> BTreeMap<String, Pattern<&str>> {
    let resource = parser::parse(source).unwrap();
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(m) => Some((m.id.name.to_owned(), m.value.unwrap())),
        _ => None,
    });
    messages.collect()
}

#[test]
fn every_message_is_said_somewhere() {
    let mut said = BTreeSet::new();
    for source in sources("") {
        if source.path != "words/messages.rs" {
            said.extend(source.code.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()).map(str::to_owned));
        }
    }
    let source = word_file("en");
    let names: Vec<String> = messages(&source).into_keys().collect();
    let unsaid: Vec<&String> = names
        .iter()
        .filter(|name| {
            let item = name.replace('-', "_");
            !said.contains(&item) && !said.contains(&item.to_uppercase())
        })
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:#?}");
}

/// Texts in quotation marks that may hold prose, by file, with the reason.
const PROSE: &[(&str, &str)] = &[
    ("src/app/action.rs", "the documentation of groups of actions, for whoever reads the code"),
    ("src/cli/help.rs", "the name of the program before that of a command"),
    ("src/cli/frame.rs", "the title of a picture: the name of the program, its size, the keys"),
    ("src/cli/man.rs", "requests of roff"),
    ("src/store/catalogue/sections.rs", "the first bytes of a file of the program"),
    ("src/store/archive/database.rs", "questions in SQL"),
    ("src/store/archive/facets.rs", "questions in SQL"),
    ("src/store/archive/read.rs", "conditions in SQL"),
    ("src/store/desk/server.rs", "questions in SQL"),
    ("src/store/live/opml.rs", "markup"),
    ("src/store/settings/table.rs", "lines to copy into the settings file, with names of people"),
    ("src/ui/svg.rs", "markup"),
];

/// What stands before a text that only whoever works on the code sees.
const UNSEEN: &[&str] = &["expect(", "panic!(", "unreachable!(", "assert!(", "reason = ", "allow("];

/// The texts in quotation marks of a source, each with what stands before it.
fn literals(source: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if let Some(hashes) = raw(source, at) {
            let open = rest.find('"').unwrap() + 1;
            let close = format!("\"{}", "#".repeat(hashes));
            let length = rest[open..].find(&close).unwrap();
            found.push((&source[..at], &rest[open..open + length]));
            at += open + length + close.len();
        } else if rest.starts_with('"') {
            let mut end = 1;
            while !rest[end..].starts_with('"') {
                end += if rest[end..].starts_with('\\') { 2 } else { rest[end..].chars().next().unwrap().len_utf8() };
            }
            found.push((&source[..at], &rest[1..end]));
            at += end + 1;
        } else if rest.starts_with("'\"'") {
            at += 3;
        } else if rest.starts_with("'\\\"'") {
            at += 4;
        } else {
            at += rest.chars().next().unwrap().len_utf8();
        }
    }
    found
}

/// The signs around a raw text that begins here.
fn raw(source: &str, at: usize) -> Option<usize> {
    let rest = source[at..].strip_prefix('r')?;
    let inside = source[..at].ends_with(|c: char| c == '_' || c.is_alphanumeric()) && !source[..at].ends_with('b');
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    (!inside && rest[hashes..].starts_with('"')).then_some(hashes)
}

#[test]
fn no_text_in_the_code_is_prose() {
    let gap = regex::Regex::new(r"\{[^{}]*\}").unwrap();
    let prose = regex::Regex::new(r"\pL{2,} \pL{2,}|§ \pL{3,}|\pL{3,} §").unwrap();
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    let folders = ["ui", "app", "cli", "shell", "job", "store", "term"];
    for source in folders.into_iter().flat_map(sources) {
        let name = format!("src/{}", source.path);
        for (before, text) in literals(&source.code) {
            let words = gap.replace_all(text, "§");
            let before = before.trim_end();
            if !prose.is_match(&words) || UNSEEN.iter().any(|u| before.ends_with(u.trim_end())) {
                continue;
            }
            match PROSE.iter().find(|(file, _)| *file == name) {
                Some((file, _)) => drop(used.insert(*file)),
                None => wrong.push(format!("{name}:{}: {text}", before.lines().count())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let unused: Vec<&str> = PROSE.iter().map(|(file, _)| *file).filter(|file| !used.contains(file)).collect();
    assert!(unused.is_empty(), "listed without need: {unused:?}");
}

/// Messages that say a number before a plural without a choice of form, with
/// the reason.
const ALWAYS_MANY: &[(&str, &str)] = &[
    ("clean-last-title", "said of several titles only"),
    ("clean-little-kept", "said of long texts only"),
    ("clean-recurring", "said of several articles only"),
    ("clean-stop-words", "said of several words only"),
    ("compare-three-texts-take-columns-there", "a width"),
    ("export-characters-too-long-for-terminal", "said of very many only"),
    ("export-more-than-articles-export-them", "a limit"),
    ("ingest-short-pages", "a limit"),
    ("link-reason-run", "a run has several words"),
    ("refusal-three-texts-take-columns", "a width"),
    ("search-too-long", "a limit"),
    ("store-archive-depth", "a limit"),
    ("store-archive-more", "a limit"),
    ("store-bomb-ratio", "a limit"),
    ("store-too-many-entries", "a limit"),
    ("story-articles-one-story-u-undoes", "one article is no story to join"),
];

/// Words in -s that are no plural.
const NO_NOUN: [&str; 7] = [" was", " does", " this", " comes", " others", " needs", " says"];

/// The words of a pattern outside its choices, and the arguments by which it
/// chooses.
fn outside(pattern: &Pattern<&str>) -> (String, BTreeSet<String>) {
    let (mut words, mut chosen) = (String::new(), BTreeSet::new());
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                words.push_str(&format!("${}", id.name));
            }
            PatternElement::Placeable {
                expression: Expression::Select { selector: InlineExpression::VariableReference { id }, .. },
            } => {
                words.push('…');
                chosen.insert(id.name.to_owned());
            }
            PatternElement::Placeable { .. } => words.push('…'),
        }
    }
    (words, chosen)
}

#[test]
fn a_count_is_told_in_a_form_that_is_chosen_by_it() {
    let source = word_file("en");
    // A number, at most two adjectives, a noun in -s.
    let counted = regex::Regex::new(r"\$([a-z0-9-]+) (?:[a-z]+ ){0,2}[a-z]{2,}s\b").unwrap();
    let mut wrong = BTreeMap::new();
    for (name, pattern) in messages(&source) {
        let (words, _) = outside(&pattern);
        for found in counted.captures_iter(&words).filter(|c| !NO_NOUN.iter().any(|verb| c[0].contains(verb))) {
            wrong.insert(name.clone(), found[0].to_owned());
        }
    }
    wrong.retain(|name, _| !ALWAYS_MANY.iter().any(|(listed, _)| listed == name));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Messages in which a language tells one and many alike; another does not.
const ALIKE: &[(&str, &str)] = &[
    ("en", "ui-ticked"),
    ("en", "ui-timeline-more"),
    ("en", "ui-left"),
    ("en", "ui-new"),
    ("fr", "cli-cache-corpora"),
    ("fr", "ui-left"),
];

/// Messages in which a word for many is not about the count.
const ABOUT_OTHERS: &[(&str, &str)] = &[("fr", "cli-compare-shares")];

/// Words for many, which no sentence about one has.
const FOR_MANY: &[&str] =
    &["their", "they", "them", "are", "were", "those", "leurs", "ils", "elles", "sont", "ont", "ces"];

#[test]
fn one_is_told_as_one_and_two_as_two_in_every_language() {
    let mut wrong = Vec::new();
    for code in ["en", "fr"] {
        let source = word_file(code);
        let resource = FluentResource::try_new(source.clone()).unwrap();
        let mut bundle = FluentBundle::new(vec![code.parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).unwrap();
        for (name, pattern) in messages(&source) {
            let (_, chosen) = outside(&pattern);
            for argument in chosen {
                let say = |n: i64| {
                    let mut args = FluentArgs::new();
                    args.set(argument.clone(), FluentValue::from(n));
                    let value = bundle.get_message(&name).and_then(|m| m.value()).unwrap();
                    bundle.format_pattern(value, Some(&args), &mut Vec::new()).into_owned()
                };
                let (one, two) = (say(1), say(2));
                let alike = one.replace('1', "2") == two;
                if alike && !ALIKE.contains(&(code, name.as_str())) {
                    wrong.push(format!("{code} {name}: {one} | {two}"));
                }
                let stray = one.split(|c: char| !c.is_alphabetic()).find(|w| FOR_MANY.contains(w));
                if let Some(word) = stray.filter(|_| !alike && !ABOUT_OTHERS.contains(&(code, name.as_str()))) {
                    wrong.push(format!("{code} {name}: “{word}” of one: {one}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Sections of the files that speak of what is typed behind the name of the program,
/// of files and of the keys themselves.
const OF_NO_SCREEN: &[&str] = &["cli-", "key-", "keys-", "setting", "linear-", "hint-", "synonyms-", "context-"];

#[test]
fn a_key_that_a_message_names_is_an_action_that_both_shipped_maps_have() {
    let named = regex::Regex::new(r#"KEY\("([^"]*)"\)"#).unwrap();
    for code in ["en", "fr"] {
        let source = word_file(code);
        assert_eq!(named.captures_iter(&source).count(), source.matches("KEY(").count(), "{code}");
        for found in named.captures_iter(&source) {
            let action = Action::by_name(&found[1]).unwrap_or_else(|| panic!("{code}: no action {}", &found[1]));
            for lang in Lang::carried() {
                for map in [Keymap::new(lang), Keymap::emacs(lang)] {
                    let context = action.info().contexts().next().unwrap();
                    let said = map.put_in(context, &format!("\u{91}{}\u{92}", &found[1])).into_owned();
                    assert_eq!(Some(said), map.key_of(context, action), "{code}");
                }
            }
        }
    }
}

#[test]
fn no_message_of_a_screen_writes_a_key_out() {
    // Names of keys, and a letter that does something.
    let keys = regex::Regex::new(
        r"\b(Ctrl|Alt|Esc|Échap|Enter|Entrée|Tab|Space|Espace)\b|(^|[^\w'’$])[a-zA-Z] (undoes|redoes|annule|rétablit|shows|montre|writes|leaves|quitte)\b|\((g?[a-z])\)",
    )
    .unwrap();
    let mut wrong = Vec::new();
    for code in ["en", "fr"] {
        for (name, pattern) in messages(&word_file(code)) {
            if OF_NO_SCREEN.iter().any(|section| name.starts_with(section)) {
                continue;
            }
            let mut all = vec![&pattern];
            while let Some(pattern) = all.pop() {
                for element in &pattern.elements {
                    match element {
                        PatternElement::TextElement { value } if keys.is_match(value) => {
                            wrong.push(format!("{code} {name}: {value}"));
                        }
                        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                            all.extend(variants.iter().map(|v| &v.value));
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
