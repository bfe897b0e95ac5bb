//! Runs of capitalised words as candidates for names.

use super::{Entity, EntityKind, Form, Mention, token, zone};
use crate::corpus::Document;
use crate::text::{Span, fold};
use std::collections::BTreeMap;

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() > 1
}

pub(super) fn find(document: &Document) -> Vec<Entity> {
    let text = &document.text;
    let (mut tokens, mut runs) = (Vec::new(), Vec::new());
    for z in zone::zones(document) {
        tokens.clear();
        token::tokens(text, z, &mut tokens);
        let mut sentences = Vec::new();
        token::sentences(text, &tokens, &mut sentences);
        for &(from, to) in &sentences {
            let mut i = from;
            while i < to {
                let mut j = i;
                while j < to && is_capitalised(tokens[j].of(text)) && !tokens[j].of(text).ends_with(['\'', '’', '.'])
                {
                    j += 1;
                }
                if j > i + usize::from(i == from) {
                    runs.push(Span::new(tokens[i].start, tokens[j - 1].end));
                }
                i = j.max(i + 1);
            }
        }
    }
    let mut by_name: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for r in runs {
        by_name.entry(fold(r.of(text))).or_default().push(r);
    }
    let mut out: Vec<Entity> = by_name
        .into_values()
        .map(|spans| {
            let surface = spans[0].of(text).to_owned();
            let kind = if surface.contains(' ') { EntityKind::Person } else { EntityKind::Place };
            Entity {
                name: surface.split_whitespace().collect::<Vec<_>>().join(" "),
                kind,
                cited: false,
                forms: vec![Form { surface, count: spans.len(), reason: "same letters", doubtful: false }],
                mentions: spans.into_iter().map(|span| Mention { span, rule: "capitals" }).collect(),
            }
        })
        .collect();
    out.sort_by_key(|e| (std::cmp::Reverse(e.mentions.len()), e.mentions.first().map(|m| m.span)));
    out
}
