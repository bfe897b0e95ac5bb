//! One name means one thing: in a layer no two types are called the same, so
//! that a reader of one file need not look up which `Row` it is about.

use crate::layers::rust_files;
use regex::Regex;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn a_type_has_a_name_of_its_own_in_its_layer() {
    // At the margin, or one step in where a macro makes the type; what a
    // function defines for itself is seen by nobody else.
    let definition = Regex::new(
        r"(?m)^(?:(?:pub(?:\([a-z: ]+\))? )?|    pub(?:\([a-z: ]+\))? )(?:struct|enum|trait|type|union) (\w+)",
    )
    .unwrap();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut types: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for file in files.iter().filter(|f| !f.ends_with("tests.rs")) {
        let path = file.strip_prefix(&src).unwrap();
        let layer = path.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let source = fs::read_to_string(file).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        for found in definition.captures_iter(source) {
            types.entry((layer.clone(), found[1].to_owned())).or_default().push(path.display().to_string());
        }
    }
    assert!(types.len() > 500, "types were found: {}", types.len());
    let several = types.into_iter().filter(|(_, files)| files.len() > 1);
    let several: Vec<String> =
        several.map(|((layer, name), files)| format!("{layer}: {name} in {}", files.join(", "))).collect();
    assert!(several.is_empty(), "{}", several.join("\n"));
}
