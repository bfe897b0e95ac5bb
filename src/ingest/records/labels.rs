//! The table of the fields of exports, `assets/ingest/exports.tsv`.

use crate::ingest::mapping::Role;
use crate::text::fold;
use std::sync::OnceLock;

/// What a field of an export is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A claim, or a piece of the text.
    Role(Role),
    /// The hour of the day of [`Role::Published`].
    Time,
    /// Opens the text.
    Body,
    /// Stands behind the text.
    Tail,
    /// Words of the pictures.
    Caption,
    /// Nothing that is claimed.
    Other,
}

/// A field of a layout.
#[derive(Clone, Copy, Debug)]
pub(super) struct ExportLabel {
    /// The layout and the field, such as `factiva.HD`.
    pub rule: &'static str,
    /// What it is for.
    pub part: Part,
    /// Where it stands among those of its rule; 0 is strongest.
    pub rank: usize,
    name: &'static str,
}

fn table() -> &'static [ExportLabel] {
    static TABLE: OnceLock<Vec<ExportLabel>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("../../../assets/ingest/exports.tsv").lines().filter(|l| !l.starts_with('#'));
        lines.flat_map(row).collect()
    })
}

/// The labels of a row of the table.
fn row(line: &'static str) -> Vec<ExportLabel> {
    let mut cells = line.split('\t');
    let (Some(rule), Some(names), Some(part)) = (cells.next(), cells.next(), cells.next().and_then(part)) else {
        return Vec::new();
    };
    names.split(';').enumerate().map(|(rank, name)| ExportLabel { rule, part, rank, name }).collect()
}

fn part(name: &str) -> Option<Part> {
    Some(match name {
        "time" => Part::Time,
        "body" => Part::Body,
        "tail" => Part::Tail,
        "caption" => Part::Caption,
        "-" => Part::Other,
        name => Part::Role(Role::from_name(name)?),
    })
}

/// The field of a layout with that code.
pub(super) fn coded(layout: &str, code: &str) -> Option<ExportLabel> {
    find(layout, code)
}

/// The field of a layout with that label, in any letters.
pub(super) fn labelled(layout: &str, label: &str) -> Option<ExportLabel> {
    if label.len() > 40 { None } else { find(layout, &fold(label)) }
}

/// Letters of the longest code.
const CODE: usize = 3;

/// What a field of a layout is claimed for, with its rule; the inner `None` for
/// one that claims nothing, the outer for one that the layout does not know.
pub(in crate::ingest) fn field_of(layout: &str, name: &str) -> Option<Option<(Role, &'static str)>> {
    let code = || coded(layout, &name.to_ascii_uppercase()).filter(|_| name.len() <= CODE);
    Some(match labelled(layout, name).or_else(code)? {
        ExportLabel { part: Part::Role(role), rule, .. } => Some((role, rule)),
        _ => None,
    })
}

fn find(layout: &str, name: &str) -> Option<ExportLabel> {
    let of = |l: &&ExportLabel| l.rule.strip_prefix(layout).is_some_and(|rest| rest.starts_with('.'));
    table().iter().filter(of).find(|l| l.name == name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = include_str!("../../../assets/ingest/exports.tsv").lines().filter(|l| !l.starts_with('#'));
        for line in rows {
            assert!(!row(line).is_empty(), "{line}");
        }
        assert_eq!(labelled("nexis", "Rubrique").map(|l| l.part), Some(Part::Other));
        assert_eq!(coded("ris", "hd").map(|l| l.rule), None);
    }
}
