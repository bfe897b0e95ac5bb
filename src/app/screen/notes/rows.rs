//! All notes, with what their rows say.

use crate::app::model::Model;
use crate::app::screen::notes::state::{NoteItem, Passage};
use crate::app::verb::note::name;
use crate::text::fold;
use crate::text::sanitise::one_line;
use crate::triage::export::paragraph_at;
use crate::triage::note::Found;
use crate::triage::{Anchor, Note, Target};
use crate::words::date;
use std::sync::Arc;

/// Every note with what its rows say; what was noted last stands first.
pub(crate) fn items(model: &Model) -> Vec<NoteItem> {
    let mut groups: Vec<(i64, Vec<NoteItem>)> = Vec::new();
    for (target, notes) in model.triage.noted() {
        let (label, title) = name(model, target);
        let one = |note: &Arc<Note>| {
            let passages: Vec<Passage> = note.anchors.iter().map(|a| passage(model, target, a)).collect();
            let quotes: Vec<&str> = passages.iter().map(|p| p.quote.as_str()).collect();
            let folded = fold(&format!("{} {} {label} {title} {}", note.text, note.by, quotes.join(" ")));
            let when = date::clock(note.edited.unwrap_or(note.at), model.now, &model.choices.zone, model.lang());
            let (label, title) = (label.clone(), title.clone());
            NoteItem { target: target.clone(), label, title, note: note.clone(), when, passages, folded }
        };
        let newest = notes.iter().map(|n| n.at).max().unwrap_or(0);
        groups.push((newest, notes.iter().map(one).collect()));
    }
    groups.sort_by_key(|(newest, _)| std::cmp::Reverse(*newest));
    groups.into_iter().flat_map(|(_, items)| items).collect()
}

fn passage(model: &Model, target: &Target, anchor: &Anchor) -> Passage {
    let document = model.library.by_key(&anchor.document).and_then(|d| model.library.corpus.get(d));
    let found = document.map(|d| (d, anchor.find(&d.text)));
    let side = match target {
        Target::Pair(..) => {
            let id = model.library.by_key(&anchor.document);
            id.and_then(|d| model.library.card(d)).map_or(String::new(), |c| c.source_label(model.lang()).to_owned())
        }
        _ => String::new(),
    };
    let paragraph = match found {
        Some((d, Found::At(s))) => paragraph_at(d, s.start),
        _ => None,
    };
    Passage { quote: one_line(&anchor.quote), side, paragraph, lost: matches!(found, Some((_, Found::Orphan))) }
}
