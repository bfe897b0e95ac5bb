//! What one article says of one name: what it is called, what it says, what
//! is said about it in quotations, and where it stands.

use super::Facts;
use crate::corpus::Document;
use crate::entity::{self, Entity};
use crate::text::Span;

/// One name in one article; spans in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityProfile {
    /// Every mention.
    pub mentions: Vec<Span>,
    /// Descriptions as written, such as `le ministre danois`.
    pub roles: Vec<Span>,
    /// Quotations that are given to it, with their marks, and whether that is
    /// doubtful.
    pub said: Vec<(Span, bool)>,
    /// Quotations of others that name it, with their marks.
    pub about: Vec<Span>,
}

/// The profile of the names that `is` picks out of the document's.
pub fn entity_profile(
    document: &Document,
    entities: &[Entity],
    facts: &Facts,
    is: &dyn Fn(&Entity) -> bool,
) -> EntityProfile {
    let mine: Vec<bool> = entities.iter().map(is).collect();
    let own = |i: usize| mine.get(i).copied().unwrap_or(false);
    let chosen = || entities.iter().enumerate().filter(|(i, _)| own(*i)).map(|(_, e)| e);
    let mut mentions: Vec<Span> = chosen().flat_map(|e| e.mentions.iter().map(|m| m.span)).collect();
    mentions.sort_unstable();
    let roles = entity::roles(document, entities).iter().filter(|r| own(r.entity)).map(|r| r.span).collect();
    let (mut said, mut about) = (Vec::new(), Vec::new());
    for q in &facts.quotes {
        let named = || {
            let i = mentions.partition_point(|m| m.start < q.span.start);
            mentions.get(i).is_some_and(|m| m.end <= q.span.end)
        };
        let speaks = q.entity.is_some_and(own) || q.speaker.as_ref().is_some_and(|s| chosen().any(|e| e.name == *s));
        if speaks {
            said.push((q.outer, q.doubtful));
        } else if named() {
            about.push(q.outer);
        }
    }
    EntityProfile { mentions, roles, said, about }
}
