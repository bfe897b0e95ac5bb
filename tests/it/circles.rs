//! Files that import each other in a circle: two may, where they define one
//! thing together, more never.

use crate::support::sources;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Circles over more than two files that are still to be cut, by folder: how
/// many files each has, in falling order. The list only shrinks.
const LEFT: &[(&str, &[usize])] = &[];

/// The modules of `src`, each with the modules that it names.
struct Imports {
    /// Module path to what is imported; a path ends at the file that holds it.
    of: BTreeMap<String, BTreeSet<String>>,
}

impl Imports {
    fn read() -> Self {
        let mut modules = BTreeMap::new();
        for source in sources("") {
            let path = source.path.trim_end_matches(".rs");
            let mut parts: Vec<&str> = path.split('/').collect();
            if parts.last().is_some_and(|p| *p == "mod") {
                parts.pop();
            }
            if parts != ["lib"] && parts.last().is_some_and(|p| *p != "main") {
                modules.insert(parts.join("::"), without_comments(&source.code));
            }
        }
        let names: BTreeSet<String> = modules.keys().cloned().collect();
        let of = modules.iter().map(|(module, source)| (module.clone(), imports(module, source, &names))).collect();
        Self { of }
    }

    /// The strongly connected components of more than `most` files.
    fn circles(&self, most: usize) -> Vec<BTreeSet<&str>> {
        let reach: BTreeMap<&str, BTreeSet<&str>> = self.of.keys().map(|m| (m.as_str(), self.reach(m))).collect();
        let mut seen = BTreeSet::new();
        let mut circles = Vec::new();
        for module in self.of.keys() {
            let circle: BTreeSet<&str> =
                reach[module.as_str()].iter().copied().filter(|m| reach[m].contains(module.as_str())).collect();
            if circle.len() > most && seen.insert(circle.clone()) {
                circles.push(circle);
            }
        }
        circles.sort_by_key(|c| std::cmp::Reverse(c.len()));
        circles
    }

    fn reach(&self, from: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(module) = open.pop() {
            for next in &self.of[module] {
                if reached.insert(next.as_str()) {
                    open.push(next);
                }
            }
        }
        reached
    }

    /// Who imports whom inside a circle, for the message of the test.
    fn described(&self, circle: &BTreeSet<&str>) -> String {
        let edges = circle.iter().map(|m| {
            let inside: Vec<_> = self.of[*m].iter().filter(|n| circle.contains(n.as_str())).cloned().collect();
            format!("  {m} -> {}", inside.join(", "))
        });
        edges.collect::<Vec<_>>().join("\n")
    }
}

fn without_comments(source: &str) -> String {
    source.lines().map(|l| l.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The files that a module names in `use` declarations and in paths.
fn imports(module: &str, source: &str, names: &BTreeSet<String>) -> BTreeSet<String> {
    // Made once: there are hundreds of files.
    static DECLARATIONS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\buse\s+([^;]+);").unwrap());
    static FROM_HERE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b(?:crate|super|self)(?:::\w+)+").unwrap());
    static FROM_CHILD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:^|[^:\w])([a-z_0-9]+)::").unwrap());
    static VISIBILITY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"pub\(in [^)]*\)").unwrap());
    let mut paths = Vec::new();
    for declaration in DECLARATIONS.captures_iter(source) {
        expand(&[], &declaration[1], &mut paths);
    }
    let rest = DECLARATIONS.replace_all(source, "");
    let rest = VISIBILITY.replace_all(&rest, "pub");
    paths.extend(FROM_HERE.find_iter(&rest).map(|p| p.as_str().split("::").map(str::to_owned).collect()));
    // `labels::all()` where `labels` is a module inside this one.
    let child = |name: &str| names.contains(&format!("{module}::{name}"));
    paths.extend(FROM_CHILD.captures_iter(&rest).filter(|c| child(&c[1])).map(|c| vec![c[1].to_owned()]));
    paths.iter().filter_map(|p| resolve(module, p, names)).filter(|m| m != module).collect()
}

/// The paths of a `use` declaration, its groups taken apart.
fn expand(prefix: &[String], declaration: &str, out: &mut Vec<Vec<String>>) {
    let declaration = declaration.trim();
    let parts =
        |path: &str| path.split("::").map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).collect::<Vec<_>>();
    let Some((head, group)) = declaration.strip_suffix('}').and_then(|d| d.split_once('{')) else {
        let path = declaration.split(" as ").next().unwrap();
        if !path.is_empty() {
            out.push([prefix, &parts(path)].concat());
        }
        return;
    };
    let prefix = [prefix, &parts(head)].concat();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&prefix, &group[start..at], out);
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// The file that holds what a path names.
fn resolve(module: &str, path: &[String], names: &BTreeSet<String>) -> Option<String> {
    let here: Vec<String> = module.split("::").map(str::to_owned).collect();
    let up = path.iter().take_while(|p| *p == "super").count();
    let mut full = match path[0].as_str() {
        "crate" => path[1..].to_vec(),
        "self" => [&here, &path[1..]].concat(),
        "super" => [&here[..here.len().saturating_sub(up)], &path[up..]].concat(),
        child if names.contains(&format!("{module}::{child}")) => [&here, path].concat(),
        _ => return None,
    };
    while !full.is_empty() {
        let name = full.join("::");
        if names.contains(&name) {
            return Some(name);
        }
        full.pop();
    }
    None
}

#[test]
fn no_more_than_two_files_import_each_other_in_a_circle() {
    let imports = Imports::read();
    let circles = imports.circles(2);
    let mut sizes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for circle in &circles {
        let folder = circle.first().unwrap().split("::").next().unwrap();
        sizes.entry(folder).or_default().push(circle.len());
    }
    let left: BTreeMap<&str, Vec<usize>> = LEFT.iter().map(|(folder, sizes)| (*folder, sizes.to_vec())).collect();
    let described: Vec<String> = circles.iter().map(|c| imports.described(c)).collect();
    assert_eq!(sizes, left, "circles:\n{}", described.join("\n\n"));
}
