//! What the reader says about cleaning and claims: sources, dates and titles
//! corrected, and what follows from that. Each is an entry of the journal,
//! remembered for the source, and can be undone.

use crate::app::effect::Effect;
use crate::app::library::Merging;
use crate::app::loading::{names, stories};
use crate::app::model::{Corrected, Model};
use crate::app::verb::{compare, save_search};
use crate::app::{candidates, listing, navigate, record};
use crate::clean::{Correction, Memory};
use crate::corpus::{DocId, Document, Language};
use crate::job::Adjust;
use crate::triage::{Change, ClaimField, CleaningPlace, Decision, Entry, Status, Target, Triage, What};
use crate::words::msg;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the journal says about cleaning and claims.
pub fn memory(triage: &Triage) -> Memory {
    let mut memory = Memory::default();
    for (target, status) in triage.targets() {
        match target {
            Target::Source(source) => {
                for decision in &status.decisions {
                    if let Decision::PutBack { place: CleaningPlace::Line(line) } = decision {
                        memory.put_back_line(source, line);
                    }
                }
                if let Some(name) = status.claims.get(&ClaimField::Source) {
                    memory.call(source, name);
                }
            }
            Target::Document(key) => corrections(status).for_each(|c| memory.correct_document(*key, c)),
            _ => {}
        }
    }
    memory
}

/// The corrected claims of a document; a value that does not read as one is
/// left out.
fn corrections(status: &Status) -> impl Iterator<Item = Correction> + '_ {
    status.claims.iter().filter_map(|(field, value)| {
        Some(match field {
            ClaimField::Title => Correction::Title(value.clone()),
            ClaimField::Source => Correction::Source(value.clone()),
            ClaimField::Author => Correction::Author(value.clone()),
            ClaimField::Published => Correction::Published(value.parse().ok()?),
            ClaimField::EventDate => Correction::Event(value.parse().ok()?),
            ClaimField::Language => Correction::Language(Language::from_code(value)?),
            ClaimField::Agencies | ClaimField::Url => return None,
        })
    })
}

/// Asks for the form of documents that follows from what the reader said; the
/// open one first.
fn adjust(model: &mut Model, mut ids: Vec<DocId>) -> Vec<Effect> {
    let memory = memory(&model.triage);
    model.library.remember(memory);
    let open = model.article.document;
    ids.sort_by_key(|id| Some(*id) != open);
    let texts = model.text_options();
    vec![model.start(Adjust { texts, ids })]
}

/// Takes the adjusted forms; the place in the open article stays.
pub(crate) fn adjusted(model: &mut Model, documents: Vec<(DocId, Arc<Document>)>) {
    let mut changed = false;
    for (id, document) in documents {
        if model.library.replace(id, document) {
            changed = true;
            if model.article.document == Some(id) {
                model.article.layout = None;
            }
        }
    }
    if changed {
        listing::rebuild(model);
    }
}

/// Adjusts again what an act, done or undone, was about.
pub(crate) fn follow(model: &mut Model, entry: &Entry) -> Vec<Effect> {
    let What::Act(changes) = &entry.what else { return Vec::new() };
    let mut effects = Vec::new();
    let grouped = |c: &Change| {
        let (Change::Decide(d) | Change::Retract(d)) = c else { return false };
        matches!(d, Decision::SameStory { .. } | Decision::OtherStory { .. })
    };
    if model.loading.grouped && changes.iter().any(|(_, c)| grouped(c)) {
        effects.push(stories::group(model));
    }
    let pinned = |c: &Change| matches!(c, Change::Decide(Decision::Pin { .. }) | Change::Retract(Decision::Pin { .. }));
    if changes.iter().any(|(_, c)| pinned(c)) {
        effects.extend(compare::pinned(model));
    }
    let kept =
        |c: &Change| matches!(c, Change::Decide(Decision::Search { .. }) | Change::Retract(Decision::Search { .. }));
    if changes.iter().any(|(_, c)| kept(c)) {
        effects.extend(save_search::follow(model));
    }
    let followed = |c: &Change| {
        matches!(c, Change::Decide(Decision::Following { .. }) | Change::Retract(Decision::Following { .. }))
    };
    let about = |c: &Change| {
        !kept(c)
            && !followed(c)
            && !grouped(c)
            && matches!(c, Change::Claim { .. } | Change::Decide(_) | Change::Retract(_))
    };
    if !changes.iter().any(|(_, c)| about(c)) {
        return effects;
    }
    if changes.iter().any(|(t, _)| *t == Target::Corpus) {
        let names = model.triage.name_decisions();
        if model.library.decide(names) && model.library.merging != Merging::Unasked {
            effects.extend(names::merge(model));
        }
        navigate::fill_entities(model);
    }
    let library = &model.library;
    let mut ids: BTreeSet<DocId> = BTreeSet::new();
    for (target, _) in changes {
        match target {
            Target::Document(key) => ids.extend(library.all_by_key(key)),
            Target::Source(source) => {
                ids.extend(library.corpus.ids().filter(|id| library.source(*id) == Some(source.as_str())));
            }
            _ => {}
        }
    }
    let ids: Vec<DocId> = ids.into_iter().collect();
    if !ids.is_empty() {
        effects.extend(adjust(model, ids));
    }
    effects
}

/// Corrects a claim of these articles, and of no other: that one of a source is
/// another's says nothing of the rest.
pub(crate) fn correct(model: &mut Model, ids: &[DocId], field: ClaimField, value: &str) -> Vec<Effect> {
    let lang = model.lang();
    let value = value.trim();
    let keys = record::keys(model, ids);
    if keys.is_empty() {
        return Vec::new();
    }
    let value = match field {
        ClaimField::Published if !value.is_empty() => match read_day(value) {
            Some(day) => day.to_string(),
            None => {
                model.warn(lang.say(msg::decide_not_date_write_2026_06(value)));
                return Vec::new();
            }
        },
        _ => value.to_owned(),
    };
    let value = (!value.is_empty()).then_some(value);
    let change = Change::Claim { field, value: value.clone() };
    let changes = keys.iter().map(|key| (Target::Document(*key), change.clone())).collect();
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let mut effects = record::record(model, entry.clone());
    effects.extend(follow(model, &entry));
    model.corrected = match ids {
        [id] => Some(Corrected { id: *id, story: story_of(model, *id) }),
        _ => None,
    };
    let said = value.unwrap_or_else(|| lang.text(msg::DECIDE_CORRECTION_REMOVED).to_owned());
    let n = record::articles(model, &keys);
    model.say(if n == 1 {
        lang.say(msg::decide_corrected_u_undoes(&said))
    } else {
        lang.say(msg::decide_corrected_in_u_undoes(&said, lang.articles(n)))
    });
    navigate::preview(model);
    effects
}

fn story_of(model: &Model, id: DocId) -> Option<(String, String)> {
    model.library.story(id).map(|story| (story.id.to_owned(), story.title.to_owned()))
}

/// Stories were made anew: says whether the article that was corrected is in another one.
/// A story whose headline alone is another is the same.
pub(crate) fn regrouped(model: &mut Model) {
    let Some(Corrected { id, story }) = model.corrected.take() else { return };
    let now = story_of(model, id);
    if now.as_ref().map(|s| &s.0) == story.as_ref().map(|s| &s.0) {
        return;
    }
    let lang = model.lang();
    let label = model.library.card(id).map(|c| c.label(lang)).unwrap_or_default();
    model.say(match (story, now) {
        (_, Some((_, now))) => lang.say(msg::decide_joined_story(label, now)),
        (Some((_, story)), None) => lang.say(msg::decide_left_story(label, story)),
        (None, None) => return,
    });
}

/// True for what can be read as a day.
pub(crate) fn is_day(value: &str) -> bool {
    read_day(value.trim()).is_some()
}

/// The first year in which a newspaper was printed, as far as anybody knows.
const FIRST_NEWSPAPER: i16 = 1605;

/// The day that a value stands for, where no article can have it: it is to come, or before
/// all newspapers.
pub(crate) fn unlikely_day(model: &Model, value: &str) -> Option<jiff::civil::Date> {
    // Where the reader is it may be tomorrow already.
    let tomorrow = candidates::today(model).and_then(|day| day.tomorrow().ok());
    let day = read_day(value.trim())?;
    (day.year() < FIRST_NEWSPAPER || tomorrow.is_some_and(|t| day > t)).then_some(day)
}

fn read_day(value: &str) -> Option<jiff::civil::Date> {
    value.parse().ok().or_else(|| {
        let span = crate::text::Span::new(0, value.len());
        crate::corpus::date::find_dates(value, span).first().and_then(crate::corpus::date::FoundDate::full)
    })
}
