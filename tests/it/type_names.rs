//! One name means one thing: in a layer no two types are called the same, so
//! that a reader of one file need not look up which `Row` it is about.

use crate::support::sources;
use regex::Regex;
use std::collections::BTreeMap;

#[test]
fn a_type_has_a_name_of_its_own_in_its_layer() {
    // At the margin, or one step in where a macro makes the type; what a
    // function defines for itself is seen by nobody else.
    let definition = Regex::new(
        r"(?m)^(?:(?:pub(?:\([a-z: ]+\))? )?|    pub(?:\([a-z: ]+\))? )(?:struct|enum|trait|type|union) (\w+)",
    )
    .unwrap();
    let mut types: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for source in sources("") {
        for found in definition.captures_iter(&source.code) {
            let name = (source.layer().to_owned(), found[1].to_owned());
            types.entry(name).or_default().push(source.path.clone());
        }
    }
    assert!(types.len() > 500, "types were found: {}", types.len());
    let several = types.into_iter().filter(|(_, files)| files.len() > 1);
    let several: Vec<String> =
        several.map(|((layer, name), files)| format!("{layer}: {name} in {}", files.join(", "))).collect();
    assert!(several.is_empty(), "{}", several.join("\n"));
}
