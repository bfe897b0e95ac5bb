//! What the reader decides about names, and by what a name is known for ever.

use crate::entity::types::EntityKind;
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Identity of a name for ever: its kind and its folded spelling. Decisions
/// of the reader are about these.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NameKey {
    /// What it names.
    pub kind: EntityKind,
    /// Folded spelling.
    pub folded: String,
}

impl NameKey {
    /// The key of a spelling.
    pub fn new(kind: EntityKind, name: &str) -> Self {
        Self { kind, folded: fold(name).trim().to_owned() }
    }
}

/// What the reader decided; outranks every rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// Names that are one entity.
    pub merged: Vec<(NameKey, NameKey)>,
    /// Names that are not one entity.
    pub split: Vec<(NameKey, NameKey)>,
    /// Names that are none.
    pub hidden: Vec<NameKey>,
    /// What names are, by folded spelling.
    pub kinds: BTreeMap<String, EntityKind>,
    /// What names are called, by folded spelling.
    pub called: BTreeMap<String, String>,
}

impl Decisions {
    /// True when they change no name of any document (hiding does not: it is
    /// a matter of the list).
    pub fn is_silent(&self) -> bool {
        self.merged.is_empty() && self.split.is_empty() && self.kinds.is_empty() && self.called.is_empty()
    }

    /// The kind of a spelling, as the reader says or as it was found.
    pub(super) fn kind(&self, found: EntityKind, folded: &str) -> EntityKind {
        self.kinds.get(folded).copied().unwrap_or(found)
    }

    /// What a name with these folded spellings is called, its own first; `None` where the reader
    /// says nothing.
    pub(super) fn called<'s>(&self, mut spellings: impl Iterator<Item = &'s str>) -> Option<&str> {
        if self.called.is_empty() {
            return None;
        }
        spellings.find_map(|folded| self.called.get(folded)).map(String::as_str)
    }

    /// True when the reader said that these are not one name.
    pub(super) fn parts(&self, a: &NameKey, b: &NameKey) -> bool {
        self.split.iter().any(|(x, y)| (x == a && y == b) || (x == b && y == a))
    }

    /// True when the reader said that these are one name.
    pub(super) fn joins(&self, a: &NameKey, b: &NameKey) -> bool {
        self.merged.iter().any(|(x, y)| (x == a && y == b) || (x == b && y == a))
    }
}
