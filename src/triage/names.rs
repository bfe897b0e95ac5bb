//! What the journal says about names, in the terms of [`crate::entity`].

use super::{Decision, Target, Triage};
use crate::entity::EntityKind;
use crate::entity::merge::{Decisions, NameKey};
use crate::text::fold;
use std::collections::BTreeMap;

impl Triage {
    /// The reader's decisions about names: a spelling is joined, parted or
    /// hidden whatever its kind.
    pub fn name_decisions(&self) -> Decisions {
        let mut out = Decisions::default();
        let decisions = &self.status_of(&Target::Corpus).decisions;
        for decision in decisions {
            if let Decision::Called { name, called } = decision {
                out.called.insert(fold(name).trim().to_owned(), called.clone());
            }
        }
        // What is said of a name by what it is called is said of the name.
        let own = |written: &str| {
            let folded = fold(written).trim().to_owned();
            let named = out.called.iter().find(|(_, called)| fold(called).trim() == folded);
            named.map_or(folded.clone(), |(name, _)| name.clone())
        };
        let keys = |written: &str| {
            let folded = own(written);
            EntityKind::ALL.map(|kind| NameKey { kind, folded: folded.clone() })
        };
        let (mut hidden, mut merged, mut split, mut kinds) = (Vec::new(), Vec::new(), Vec::new(), BTreeMap::new());
        for decision in decisions {
            let pair = |a: &str, b: &str| keys(a).into_iter().zip(keys(b));
            match decision {
                Decision::NotAName { form } => {
                    hidden.extend(keys(form));
                    // Of a document it may be asked by what it is called.
                    let called = out.called.get(&own(form)).map_or(form.as_str(), String::as_str);
                    hidden.extend(EntityKind::ALL.map(|kind| NameKey::new(kind, called)));
                }
                Decision::SameName { form, name } => merged.extend(pair(form, name)),
                Decision::OtherName { form, name } => split.extend(pair(form, name)),
                Decision::NameKind { name, kind } => {
                    if let Some(kind) = EntityKind::from_name(kind) {
                        kinds.insert(own(name), kind);
                    }
                }
                _ => {}
            }
        }
        (out.hidden, out.merged, out.split, out.kinds) = (hidden, merged, split, kinds);
        out
    }
}
