//! No file over 500 lines and no function over 80, unless a comment at its
//! head begins with "Long because" and says why.

use crate::support::rust_files;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const FILE: usize = 500;
const FUNCTION: usize = 80;

/// Files and functions that are still to be split, by folder. The list only
/// shrinks.
const LEFT: &[(&str, usize, usize)] = &[("tests", 5, 1)];

/// Functions over the limit, by name and length. `cargo fmt` sees to it that
/// a function ends at the first closing brace that is indented as its head.
fn long_functions(source: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = source.lines().collect();
    let mut long = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let Some((head, rest)) = code.split_once("fn ") else { continue };
        let is_head = head.split_whitespace().all(|w| ["async", "const", "pub"].contains(&w) || w.starts_with("pub("));
        if !is_head || code.ends_with('}') || code.ends_with(';') {
            continue;
        }
        let closing = format!("{}}}", &line[..line.len() - code.len()]);
        let length = lines[at..].iter().position(|l| *l == closing).map_or(1, |n| n + 1);
        let above = lines[..at].iter().rev().take_while(|l| l.trim_start().starts_with(['/', '#']));
        if length > FUNCTION && !above.clone().any(|l| l.contains("// Long because")) {
            let name = rest.split(['(', '<']).next().unwrap();
            long.push((name.to_owned(), length));
        }
    }
    long
}

#[test]
fn files_and_functions_are_short_or_say_why_not() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests"] {
        rust_files(&root.join(folder), &mut files);
    }
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut described = Vec::new();
    for file in files {
        let name = file.strip_prefix(root).unwrap();
        let mut parts = name.iter().map(|part| part.to_string_lossy().into_owned());
        let folder = parts.find(|part| part != "src").unwrap();
        let source = fs::read_to_string(&file).unwrap();
        let excused = source.lines().take_while(|l| l.starts_with("//!")).any(|l| l.contains("Long because"));
        let length = source.lines().count();
        if length > FILE && !excused {
            found.entry(folder.clone()).or_default().0 += 1;
            described.push(format!("{} has {length} lines", name.display()));
        }
        for (function, length) in long_functions(&source) {
            found.entry(folder.clone()).or_default().1 += 1;
            described.push(format!("{function} in {} has {length} lines", name.display()));
        }
    }
    let left: BTreeMap<String, _> = LEFT.iter().map(|(f, files, fns)| ((*f).to_owned(), (*files, *fns))).collect();
    assert_eq!(found, left, "\n{}", described.join("\n"));
}
