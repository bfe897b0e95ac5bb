//! What the reader decided about names, carried out on the names of one
//! document: spellings that are another name stand alone, names that are one
//! stand together, kinds are as the reader says.

use super::decisions::{Decisions, NameKey};
use crate::entity::name::reason;
use crate::entity::types::{Entity, Form, Mention};
use crate::text::fold;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The key of a name under the reader's decisions.
pub(super) fn key(entity: &Entity, decisions: &Decisions) -> NameKey {
    let folded = fold(&entity.name).trim().to_owned();
    NameKey { kind: decisions.kind(entity.kind, &folded), folded }
}

/// The spellings of a name that the reader took off it, each with its key.
pub(super) fn parted<'e>(entity: &'e Entity, key: &NameKey, decisions: &Decisions) -> Vec<(NameKey, Vec<&'e Form>)> {
    let mut out: BTreeMap<NameKey, Vec<&Form>> = BTreeMap::new();
    if !decisions.split.is_empty() {
        for form in &entity.forms {
            let own = NameKey::new(key.kind, &form.surface);
            if own != *key && decisions.parts(&own, key) {
                out.entry(own).or_default().push(form);
            }
        }
    }
    out.into_iter().collect()
}

/// The names of a document as the reader decided. `text` is the document's.
pub fn decided<'e>(text: &str, entities: &'e [Entity], decisions: &Decisions) -> Cow<'e, [Entity]> {
    if decisions.is_silent() {
        return Cow::Borrowed(entities);
    }
    let mut out: Vec<(NameKey, Entity)> = Vec::new();
    for e in entities {
        let key = key(e, decisions);
        let off = parted(e, &key, decisions);
        let gone: BTreeSet<&str> = off.iter().flat_map(|(_, f)| f.iter().map(|f| f.surface.as_str())).collect();
        let (theirs, own): (Vec<Mention>, Vec<Mention>) =
            e.mentions.iter().cloned().partition(|m| gone.contains(m.span.of(text)));
        for (alone, forms) in &off {
            let mentions: Vec<Mention> =
                theirs.iter().filter(|m| forms.iter().any(|f| f.surface == m.span.of(text))).cloned().collect();
            let forms: Vec<Form> =
                forms.iter().map(|f| Form { reason: reason::NAME, doubtful: false, ..(*f).clone() }).collect();
            let Some(first) = forms.first().filter(|_| !mentions.is_empty()) else { continue };
            let entity = Entity { name: first.surface.clone(), kind: alone.kind, cited: e.cited, forms, mentions };
            out.push((alone.clone(), entity));
        }
        if own.is_empty() {
            continue;
        }
        let mut forms: Vec<Form> = e.forms.iter().filter(|f| !gone.contains(f.surface.as_str())).cloned().collect();
        for f in forms.iter_mut().filter(|f| f.doubtful) {
            if decisions.joins(&NameKey::new(key.kind, &f.surface), &key) {
                (f.doubtful, f.reason) = (false, reason::READER);
            }
        }
        let entity = Entity { name: e.name.clone(), kind: key.kind, cited: e.cited, forms, mentions: own };
        out.push((key, entity));
    }
    let mut joined = joined(out, decisions);
    for e in &mut joined {
        let own = [&e.name].into_iter().chain(e.forms.iter().filter(|f| !f.doubtful).map(|f| &f.surface));
        let folded: Vec<String> = own.map(|s| fold(s).trim().to_owned()).collect();
        if let Some(called) = decisions.called(folded.iter().map(String::as_str)) {
            called.clone_into(&mut e.name);
        }
    }
    Cow::Owned(joined)
}

/// Puts names together that the reader made one; the most mentioned leads.
fn joined(names: Vec<(NameKey, Entity)>, decisions: &Decisions) -> Vec<Entity> {
    let groups = Groups::new(decisions);
    let mut out: Vec<Entity> = Vec::new();
    let mut lead: BTreeMap<usize, usize> = BTreeMap::new();
    let mut own: BTreeMap<NameKey, usize> = BTreeMap::new();
    let mut ordered = names;
    ordered.sort_by_key(|(_, e)| (std::cmp::Reverse(e.mentions.len()), e.mentions.first().map(|m| m.span.start)));
    for (key, e) in ordered {
        let group = groups.of(&key);
        let at = group.and_then(|g| lead.get(&g)).or_else(|| own.get(&key)).copied();
        let Some(at) = at else {
            if let Some(g) = group {
                lead.insert(g, out.len());
            }
            own.insert(key, out.len());
            out.push(e);
            continue;
        };
        let into = &mut out[at];
        into.cited |= e.cited;
        into.mentions.extend(e.mentions);
        for mut f in e.forms {
            match into.forms.iter_mut().find(|g| g.surface == f.surface) {
                Some(g) => g.count += f.count,
                None => {
                    (f.reason, f.doubtful) = (reason::READER, false);
                    into.forms.push(f);
                }
            }
        }
    }
    for e in &mut out {
        e.mentions.sort_by_key(|m| m.span);
        e.forms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.surface.cmp(&b.surface)));
    }
    out.sort_by_key(|e| (std::cmp::Reverse(e.mentions.len()), e.mentions.first().map(|m| m.span.start)));
    out
}

/// Names that the reader made one, through any number of pairs.
struct Groups<'d> {
    of: BTreeMap<&'d NameKey, usize>,
}

impl<'d> Groups<'d> {
    fn new(decisions: &'d Decisions) -> Self {
        let mut of: BTreeMap<&NameKey, usize> = BTreeMap::new();
        for (n, (a, b)) in decisions.merged.iter().enumerate() {
            let (old, new) = match (of.get(a).copied(), of.get(b).copied()) {
                (Some(x), Some(y)) => (y, x),
                (Some(x), None) | (None, Some(x)) => (x, x),
                (None, None) => (n, n),
            };
            for g in of.values_mut().filter(|g| **g == old) {
                *g = new;
            }
            of.insert(a, new);
            of.insert(b, new);
        }
        Self { of }
    }

    fn of(&self, key: &NameKey) -> Option<usize> {
        self.of.get(key).copied()
    }
}
