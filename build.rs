//! Makes Rust items of the word files, so that a message that does not exist,
//! or one without an argument, does not compile; and lists the files of
//! `assets/words`, `assets/themes` and `assets/lang`, so that a language of the
//! interface is one file, a theme is one, and a language of the texts a folder.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey};
use fluent_syntax::parser;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language that the others are compared with.
const REFERENCE: &str = "en";

/// A variable of a message: its name, and whether a form is chosen by it.
#[derive(Debug)]
struct Variable {
    name: String,
    number: bool,
}

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo gives the folder of the manifest"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo gives a folder for what is made"));
    let folder = root.join("assets/words");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", folder.display());
    let languages = listed(&folder, "ftl");
    let folder = root.join("assets/themes");
    println!("cargo::rerun-if-changed={}", folder.display());
    let themes = listed(&folder, "toml");
    let folder = root.join("assets/lang");
    println!("cargo::rerun-if-changed={}", folder.display());
    let lexicons =
        folders(&folder).into_iter().map(|(code, folder)| (code, listed(&folder, "tsv"))).collect::<Vec<_>>();
    for (_, path) in languages.iter().chain(&themes).chain(lexicons.iter().flat_map(|(_, files)| files)) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    let (_, reference) = languages.iter().find(|(code, _)| code == REFERENCE).expect("assets/words/en.ftl");
    let source = fs::read_to_string(reference).expect("en.ftl can be read");
    let resource = parsed(&source, reference);
    let messages = messages_of(&resource);
    fs::write(out.join("messages.rs"), items(&messages)).expect("the folder can be written");
    fs::write(out.join("languages.rs"), table(&languages, &messages)).expect("the folder can be written");
    fs::write(out.join("themes.rs"), theme_table(&themes)).expect("the folder can be written");
    fs::write(out.join("lexicons.rs"), lexicon_table(&lexicons)).expect("the folder can be written");
}

/// Stem and path of every file of a folder with this extension, by stem.
fn listed(folder: &Path, extension: &str) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).expect("the folders of assets can be listed");
    let mut found: Vec<(String, PathBuf)> = entries
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.extension().is_some_and(|e| e == extension))
        .filter_map(|p| Some((p.file_stem()?.to_str()?.to_owned(), p.clone())))
        .collect();
    found.sort();
    found
}

/// Name and path of every folder in a folder, by name.
fn folders(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).expect("the folders of assets can be listed");
    let mut found: Vec<(String, PathBuf)> = entries
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.is_dir())
        .filter_map(|p| Some((p.file_name()?.to_str()?.to_owned(), p.clone())))
        .collect();
    found.sort();
    found
}

/// The table of languages, and a constant for each.
fn table(languages: &[(String, PathBuf)], messages: &[&Message<&str>]) -> String {
    let mut rust = String::new();
    let count = languages.len();
    let _ = writeln!(rust, "/// The words of every language that the program carries.");
    let _ = writeln!(rust, "pub(super) static CARRIED: [WordFile; {count}] = [");
    for (code, path) in languages {
        let source = fs::read_to_string(path).expect("the word files can be read");
        let places = places(&source, path);
        let place = |m: &&Message<&str>| places.get(m.id.name).copied().unwrap_or_default();
        let places: Vec<(usize, usize)> = messages.iter().map(place).collect();
        let path = path.display().to_string();
        let _ = writeln!(rust, "    WordFile {{ code: {code:?}, text: include_str!({path:?}), places: {places:?} }},");
    }
    let _ = writeln!(rust, "];\n\nimpl Lang {{");
    for (at, (code, _)) in languages.iter().enumerate() {
        let _ = writeln!(rust, "    /// The language of `assets/words/{code}.ftl`.");
        let _ = writeln!(rust, "    pub const {}: Self = Self({at});", code.to_uppercase().replace('-', "_"));
    }
    rust.push_str("}\n");
    rust
}

/// The table of themes.
fn theme_table(themes: &[(String, PathBuf)]) -> String {
    let mut rust = String::new();
    let count = themes.len();
    let _ = writeln!(rust, "/// Names and texts of the built-in themes.");
    let _ = writeln!(rust, "static BUILT_IN: [(&str, &str); {count}] = [");
    for (name, path) in themes {
        let _ = writeln!(rust, "    ({name:?}, include_str!({:?})),", path.display().to_string());
    }
    rust.push_str("];\n");
    rust
}

/// The table of word lists.
fn lexicon_table(lexicons: &[(String, Vec<(String, PathBuf)>)]) -> String {
    let mut rust = String::new();
    let count: usize = lexicons.iter().map(|(_, files)| files.len()).sum();
    let _ = writeln!(rust, "/// Language, topic and text of every word list.");
    let _ = writeln!(rust, "static LEXICONS: [(&str, &str, &str); {count}] = [");
    for (code, files) in lexicons {
        for (topic, path) in files {
            let path = path.display().to_string();
            let _ = writeln!(rust, "    ({code:?}, {topic:?}, include_str!({path:?})),");
        }
    }
    rust.push_str("];\n");
    rust
}

/// A word file as its entries.
fn parsed<'s>(source: &'s str, path: &Path) -> Resource<&'s str> {
    match parser::parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("{}: {errors:?}", path.display()),
    }
}

fn messages_of<'r, 's>(resource: &'r Resource<&'s str>) -> Vec<&'r Message<&'s str>> {
    let message = |e: &'r Entry<&'s str>| match e {
        Entry::Message(m) => Some(m),
        _ => None,
    };
    resource.body.iter().filter_map(message).collect()
}

/// First and last byte of each message of a file, by name. A message is read by
/// itself and so names no other.
fn places(source: &str, path: &Path) -> HashMap<String, (usize, usize)> {
    let resource = parsed(source, path);
    let messages = messages_of(&resource);
    let start = |m: &Message<&str>| m.id.name.as_ptr() as usize - source.as_ptr() as usize;
    let ends = messages.iter().skip(1).map(|m| start(m)).chain([source.len()]);
    messages.iter().zip(ends).map(|(m, end)| (m.id.name.to_owned(), (start(m), end))).collect()
}

/// A constant or a function for each message, and their names in order.
fn items(messages: &[&Message<&str>]) -> String {
    let mut rust = String::new();
    let _ = writeln!(rust, "/// The names of all messages; a message is its place in this list.");
    let _ = writeln!(rust, "pub(super) static NAMES: [&str; {}] = [", messages.len());
    for m in messages {
        let _ = writeln!(rust, "    {:?},", m.id.name);
    }
    rust.push_str("];\n\n/// The names of the arguments of each message, in order.\n");
    let _ = writeln!(rust, "pub(super) static ARGUMENTS: [&[&str]; {}] = [", messages.len());
    let variables: Vec<Vec<Variable>> = messages.iter().map(|m| variables(m)).collect();
    for v in &variables {
        let names: Vec<&str> = v.iter().map(|v| v.name.as_str()).collect();
        let _ = writeln!(rust, "    &{names:?},");
    }
    rust.push_str("];\n\n/// One item for each message.\npub mod msg {\n    use super::*;\n");
    for (id, (message, variables)) in messages.iter().zip(&variables).enumerate() {
        item(&mut rust, id, message, variables);
    }
    rust.push_str("}\n");
    rust
}

fn item(rust: &mut String, id: usize, message: &Message<&str>, variables: &[Variable]) {
    let name = message.id.name.replace('-', "_");
    let shown = shown(message.value.as_ref());
    let _ = writeln!(rust, "\n    #[doc = {:?}]", format!("`{}`: {shown}", message.id.name));
    if variables.is_empty() {
        let _ = writeln!(rust, "    pub const {}: Plain = Plain({id});", name.to_uppercase());
        return;
    }
    let parameter = |v: &Variable| {
        let kind = if v.number { "Number" } else { "Arg" };
        format!("{}: impl Into<{kind}>", v.name.replace('-', "_"))
    };
    let value = |v: &Variable| {
        let name = v.name.replace('-', "_");
        if v.number { format!("Arg::Number({name}.into())") } else { format!("{name}.into()") }
    };
    let parameters: Vec<String> = variables.iter().map(parameter).collect();
    let values: Vec<String> = variables.iter().map(value).collect();
    let _ = writeln!(
        rust,
        "    pub fn {name}({}) -> Message {{\n        Message::with({id}, vec![{}])\n    }}",
        parameters.join(", "),
        values.join(", ")
    );
}

/// The pattern on one line, for the documentation.
fn shown(pattern: Option<&Pattern<&str>>) -> String {
    let mut out = String::new();
    for element in pattern.iter().flat_map(|p| &p.elements) {
        match element {
            PatternElement::TextElement { value } => out.push_str(&value.replace('\n', " ")),
            PatternElement::Placeable { .. } => out.push('…'),
        }
    }
    out.replace('`', "'").replace('[', "(").replace(']', ")").replace('<', "‹").replace('>', "›")
}

/// The variables of a message in the order in which they first stand.
fn variables(message: &Message<&str>) -> Vec<Variable> {
    let mut found = Vec::new();
    message.value.iter().for_each(|p| of_pattern(p, &mut found));
    found
}

fn of_pattern(pattern: &Pattern<&str>, found: &mut Vec<Variable>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &Expression<&str>, found: &mut Vec<Variable>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, false, found),
        Expression::Select { selector, variants } => {
            let plural = ["zero", "one", "two", "few", "many"];
            let number = variants.iter().any(|v| match &v.key {
                VariantKey::Identifier { name } => plural.contains(name),
                VariantKey::NumberLiteral { .. } => true,
            });
            of_inline(selector, number, found);
            variants.iter().for_each(|v| of_pattern(&v.value, found));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, number: bool, found: &mut Vec<Variable>) {
    match inline {
        InlineExpression::VariableReference { id } => match found.iter_mut().find(|v| v.name == id.name) {
            Some(known) => known.number |= number,
            None => found.push(Variable { name: id.name.to_owned(), number }),
        },
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        _ => {}
    }
}
