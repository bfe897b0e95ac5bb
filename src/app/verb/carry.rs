//! What this reader said of a text goes on to the text that its file holds now,
//! under the same headline: a line that a site added must not cost a verdict, and
//! the article of another day in a file of the same name gets none. It is an act
//! like any other, undone by the same key; the new text is unread.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::record;
use crate::corpus::{DocId, DocKey};
use crate::text::fold;
use crate::triage::{Change, NoteId, State, Target};
use crate::words::msg;

/// Says of each new text what was said of the one before, where nobody has said
/// anything of it yet; how many articles it was said of.
pub(crate) fn carry(model: &mut Model, rewritten: &[(DocId, DocId)]) -> (Vec<Effect>, usize) {
    let mut changes = Vec::new();
    let mut articles = 0;
    let key = |id: DocId| model.library.key(id);
    for (before, now) in rewritten.iter().filter(|(before, now)| is_one_article(model, *before, *now)) {
        let (Some(before), Some(now)) = (key(*before), key(*now)) else { continue };
        let said = said(model, before, now);
        articles += usize::from(!said.is_empty());
        changes.extend(said.into_iter().map(|change| (Target::Document(now), change)));
    }
    if changes.is_empty() {
        return (Vec::new(), 0);
    }
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    (record::record(model, entry), articles)
}

/// Tells the reader, after all else that is said of what was brought in.
pub(crate) fn say(model: &mut Model, articles: usize) {
    if articles > 0 {
        let lang = model.lang();
        model.say(lang.say(msg::ingest_verdicts_went_along(articles)));
    }
}

/// An article whose file holds another text now, and whether it was ticked.
pub(crate) struct Held {
    before: DocId,
    now: DocId,
    ticked: bool,
}

/// What the reader has in hand of the articles that were written anew.
pub(crate) fn held(model: &Model, rewritten: &[(DocId, DocId)]) -> Vec<Held> {
    let held = |&(before, now)| Held { before, now, ticked: model.list.ticked.contains(&before) };
    rewritten.iter().map(held).collect()
}

/// Puts in hand the text that each file holds now: a tick, the pin, a place in the queue.
pub(crate) fn hold(model: &mut Model, held: &[Held]) {
    for Held { before, now, ticked } in held {
        if !is_one_article(model, *before, *now) {
            continue;
        }
        if *ticked {
            model.list.ticked.insert(*now);
        }
        if model.pin == Some(*before) {
            model.pin = Some(*now);
        }
        if let Some(unticked) = &mut model.unticked
            && unticked.ticks.remove(before)
        {
            unticked.ticks.insert(*now);
        }
        if let Some(queue) = &mut model.queue {
            queue.put(*before, *now);
        }
    }
}

/// True under one headline, or the same opening words where there is none.
fn is_one_article(model: &Model, before: DocId, now: DocId) -> bool {
    let headline = |id: DocId| model.library.card(id).map(|card| fold(&card.title)).filter(|title| !title.is_empty());
    headline(before).is_some_and(|title| headline(now) == Some(title))
}

fn said(model: &Model, before: DocKey, now: DocKey) -> Vec<Change> {
    let me = &*model.choices.person;
    let (was, is) = (model.triage.status(&before), model.triage.status(&now));
    if is.verdict().is_some() || !is.notes.is_empty() || !is.tags.is_empty() {
        return Vec::new();
    }
    let state = was.verdicts.iter().find(|v| *v.by == *me).map(|v| v.state).filter(|s| *s != State::ToRead);
    let tags = was.tags.iter().cloned().map(Change::Tag);
    let notes = was.notes.iter().filter(|note| *note.by == *me).map(|note| {
        let mut anchors = note.anchors.clone();
        anchors.iter_mut().filter(|a| a.document == before).for_each(|a| a.document = now);
        Change::Note { id: NoteId::of(format!("{} {now}", note.id).as_bytes()), text: note.text.clone(), anchors }
    });
    let claims = was.claims.iter().map(|(field, value)| Change::Claim { field: *field, value: Some(value.clone()) });
    state.map(Change::State).into_iter().chain(tags).chain(notes).chain(claims).collect()
}
