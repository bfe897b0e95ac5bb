//! Finding what people said of an article.

use crate::app::model::Model;
use crate::app::screen::main::article::annotations::{Annotation, Annotations};
use crate::app::view;
use crate::corpus::DocId;
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::text::width::ellipsis;
use crate::triage::note::Found;
use crate::triage::{Note, State, Target};
use crate::words::date;
use crate::words::msg;

/// Columns of a quotation that stands for a lost passage.
const QUOTE: usize = 60;

/// What people said of a document.
pub fn of(model: &Model, id: DocId) -> Annotations {
    let lang = model.lang();
    let Some(document) = model.library.corpus.get(id) else { return Annotations::default() };
    let me = &*model.choices.person;
    let by = |n: &Note| if *n.by == *me { String::new() } else { format!(" — {}", one_line(&n.by)) };
    let mut notes = Vec::new();
    for (target, note) in model.triage.notes_in(document.key) {
        let mine: Vec<_> = note.anchors.iter().filter(|a| a.document == document.key).collect();
        let spans: Vec<Span> = mine
            .iter()
            .filter_map(|a| if let Found::At(s) = a.find(&document.text) { Some(s) } else { None })
            .collect();
        let what = match target {
            Target::Pair(..) => lang.text(msg::ANNOTATE_SIGN),
            _ => "",
        };
        let lost = match mine.first() {
            Some(a) if spans.is_empty() => {
                let quote = ellipsis(&one_line(&a.quote), QUOTE).into_owned();
                lang.say(msg::annotate_passage_not_found(&quote))
            }
            _ => String::new(),
        };
        notes.push(Annotation {
            id: note.id,
            words: format!("{what}{}{}{lost}", one_line(&note.text), by(note)),
            spans,
        });
    }
    if let Some(story) = model.library.story(id) {
        let status = model.triage.status_of(&Target::Story(story.id.to_owned()));
        for n in &status.notes {
            let words = lang.say(msg::annotate_story(one_line(&n.text), by(n)));
            notes.push(Annotation { id: n.id, words, spans: Vec::new() });
        }
    }
    notes.sort_by_key(|n| n.spans.last().map(|s| s.end));
    Annotations { notes, verdicts: verdicts(model, id) }
}

/// "✓ retenu, anne 08:10 · × écarté, paul 08:12": who judged what; `None`
/// when only this reader did.
pub fn verdicts(model: &Model, id: DocId) -> Option<String> {
    let lang = model.lang();
    let status = model.triage.status(&model.library.key(id)?);
    let judged: Vec<_> = status.verdicts.iter().filter(|v| v.state != State::ToRead).collect();
    if judged.iter().all(|v| *v.by == *model.choices.person) {
        return None;
    }
    let one = |v: &&crate::triage::Verdict| {
        let (sign, name) = (view::state_sign(v.state, true), view::state_name(v.state, lang).to_lowercase());
        format!(
            "{sign} {name}, {} {}",
            one_line(&v.by),
            date::clock(v.at, model.now, &model.choices.zone, model.lang())
        )
    };
    let said: Vec<String> = judged.iter().map(one).collect();
    let mut said = said.join(" · ");
    if status.is_contested() {
        said += lang.text(msg::ANNOTATE_OPINIONS_DIFFER_LAST_ONE_COUNTS);
    }
    Some(said)
}
