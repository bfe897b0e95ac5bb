//! What the journal says about names, in the terms of [`crate::entity`].

use super::{Decision, Target, Triage};
use crate::entity::EntityKind;
use crate::entity::merge::{Decisions, NameKey};
use crate::text::fold;

impl Triage {
    /// The reader's decisions about names: a spelling is joined, parted or
    /// hidden whatever its kind.
    pub fn name_decisions(&self) -> Decisions {
        let mut out = Decisions::default();
        for decision in &self.status_of(&Target::Corpus).decisions {
            let pair = |a: &str, b: &str| EntityKind::ALL.map(|k| (NameKey::new(k, a), NameKey::new(k, b)));
            match decision {
                Decision::NotAName { form } => out.hidden.extend(EntityKind::ALL.map(|k| NameKey::new(k, form))),
                Decision::SameName { form, name } => out.merged.extend(pair(form, name)),
                Decision::OtherName { form, name } => out.split.extend(pair(form, name)),
                Decision::NameKind { name, kind } => {
                    if let Some(kind) = EntityKind::from_name(kind) {
                        out.kinds.insert(fold(name).trim().to_owned(), kind);
                    }
                }
                _ => {}
            }
        }
        out
    }
}
