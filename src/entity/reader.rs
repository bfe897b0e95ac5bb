//! Names that the reader's settings list: found wherever they stand, whatever
//! the tagger thinks. Has never heard of settings files.

use super::types::{Entity, EntityKind, Form, Mention};
use super::zone;
use crate::corpus::Document;
use crate::text::{Folded, Span, fold};
use crate::words::msg;
use aho_corasick::{AhoCorasick, MatchKind};

/// The reader's names, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Names {
    names: Vec<(EntityKind, String)>,
    automaton: Option<AhoCorasick>,
}

/// The automaton is made of the names.
impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.names == other.names
    }
}

/// What found a name of the reader's list.
const RULE: &str = "reader.list";

impl Names {
    /// Names with their kinds; empty ones are left out, the first of two that
    /// read alike wins.
    pub fn new(names: impl IntoIterator<Item = (EntityKind, String)>) -> Self {
        let mut kept: Vec<(EntityKind, String)> = Vec::new();
        let mut folded: Vec<String> = Vec::new();
        for (kind, name) in names {
            let f = fold(&name).trim().to_owned();
            if !f.is_empty() && !folded.contains(&f) {
                folded.push(f);
                kept.push((kind, name.trim().to_owned()));
            }
        }
        if kept.is_empty() {
            return Self::default();
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&folded).ok();
        Self { names: kept, automaton }
    }

    /// True when the reader lists no name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Puts the reader's names over what was found: a mention that overlaps
    /// one of them gives way, and a name that has no mention left goes.
    pub fn impose(&self, document: &Document, mut entities: Vec<Entity>) -> Vec<Entity> {
        let found = self.find(document);
        if found.is_empty() {
            return entities;
        }
        let mut taken: Vec<Span> = found.iter().flat_map(|(_, spans)| spans.iter().copied()).collect();
        taken.sort_unstable();
        for e in &mut entities {
            e.mentions.retain(|m| {
                let i = taken.partition_point(|t| t.end <= m.span.start);
                taken.get(i).is_none_or(|t| !t.touches(m.span))
            });
        }
        entities.retain(|e| !e.mentions.is_empty());
        for (name, spans) in found {
            let (kind, name) = &self.names[name];
            let mentions = spans.iter().map(|&span| Mention { span, rule: RULE, doubtful: false });
            match entities.iter_mut().find(|e| e.kind == *kind && fold(&e.name) == fold(name)) {
                Some(e) => {
                    e.mentions.extend(mentions);
                    e.mentions.sort_by_key(|m| m.span);
                }
                None => entities.push(Entity {
                    name: name.clone(),
                    kind: *kind,
                    cited: false,
                    forms: Vec::new(),
                    mentions: mentions.collect(),
                }),
            }
        }
        for e in &mut entities {
            recount(document, e);
        }
        entities.sort_by_key(|e| (std::cmp::Reverse(e.mentions.len()), e.mentions[0].span.start));
        entities
    }

    /// Where each name stands as whole words, in the zones where names are
    /// looked for.
    fn find(&self, document: &Document) -> Vec<(usize, Vec<Span>)> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut by_name: std::collections::BTreeMap<usize, Vec<Span>> = std::collections::BTreeMap::new();
        for zone in zone::zones(document) {
            let folded = Folded::new(zone.of(&document.text));
            let edge = |at: Option<char>| at.is_none_or(|c| !c.is_alphanumeric());
            for hit in automaton.find_iter(&folded.text) {
                let whole = edge(folded.text[..hit.start()].chars().next_back())
                    && edge(folded.text[hit.end()..].chars().next());
                if whole {
                    let span = folded.original(hit.start(), hit.end()).shift(zone.start);
                    by_name.entry(hit.pattern().as_usize()).or_default().push(span.trim(&document.text));
                }
            }
        }
        by_name.into_iter().collect()
    }
}

/// Spellings and their counts from the mentions that are left.
fn recount(document: &Document, entity: &mut Entity) {
    let mut forms: Vec<Form> = Vec::new();
    for m in &entity.mentions {
        let surface = m.span.of(&document.text);
        match forms.iter_mut().find(|f| f.surface == surface) {
            Some(f) => f.count += 1,
            None => {
                let old = entity.forms.iter().find(|f| f.surface == surface);
                let reason = old.map_or(msg::ENTITY_LISTED_BY_READER, |f| f.reason);
                let doubtful = old.is_some_and(|f| f.doubtful) && m.rule != RULE;
                forms.push(Form { surface: surface.to_owned(), count: 1, reason, doubtful });
            }
        }
    }
    forms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.surface.cmp(&b.surface)));
    entity.forms = forms;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{DocKey, Line, LineKind, Meta, Place, SourceFormat};

    fn document(text: &str) -> Document {
        Document {
            key: DocKey::of_text(text),
            place: Place::default(),
            format: SourceFormat::Plain,
            text: text.into(),
            original: None,
            lines: vec![Line {
                span: Span::new(0, text.len()),
                kind: LineKind::Body,
                rule: "test",
                reason: None,
                repeats: None,
            }],
            cuts: Vec::new(),
            meta: Meta::default(),
            notices: Vec::new(),
        }
    }

    #[test]
    fn a_listed_name_is_found_whatever_its_spelling_and_takes_the_place_of_another() {
        let d = document("Le Port-Autonome ferme. Au port autonome, le portier autonome attend.");
        let wrong = Entity {
            name: "Port-Autonome".into(),
            kind: EntityKind::Place,
            cited: false,
            forms: Vec::new(),
            mentions: vec![Mention { span: Span::new(3, 16), rule: "model", doubtful: false }],
        };
        let names = Names::new([(EntityKind::Organisation, "Port autonome".to_owned())]);
        let found = names.impose(&d, vec![wrong]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].kind, EntityKind::Organisation);
        let surfaces: Vec<&str> = found[0].mentions.iter().map(|m| m.span.of(&d.text)).collect();
        assert_eq!(surfaces, ["Port-Autonome", "port autonome"]);
    }
}
