//! Which texts the screen needs: those that are not in memory are asked for,
//! those not needed any more may go.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::act as overlays;
use crate::app::panes::Screen;
use crate::app::screen::main::article::view::View;
use crate::app::screen::main::article::view::shows;
use crate::app::screen::notes::state::Row as NoteRow;
use crate::app::screen::results::state::Row;
use crate::app::told;
use crate::app::update::start;
use crate::corpus::DocId;
use crate::job::{Analysed, Job};
use crate::notice::Notice;
use crate::triage::Target;

/// Texts of a story that are shown beside one another at most.
const SIDES: usize = 200;

/// Asks for the texts that the screen needs and that are not in memory.
pub(crate) fn needed(model: &mut Model) -> Vec<Effect> {
    let wanted = wanted(model);
    model.library.forget_all_but(&wanted);
    let missing: Vec<DocId> = wanted
        .into_iter()
        .filter(|id| model.library.corpus.has(*id) && model.library.analysis(*id).is_none())
        .filter(|id| !model.library.troubles.contains_key(id))
        .collect();
    if missing.iter().all(|id| model.opening.contains(id)) {
        return Vec::new();
    }
    model.opening = missing.clone();
    let desk = model.desk();
    vec![start(model, Job::Open(desk, missing))]
}

/// The texts that the screen needs, the one read first, then those near it.
fn wanted(model: &Model) -> Vec<DocId> {
    let mut wanted: Vec<DocId> = model.article.document.into_iter().chain(model.subject()).collect();
    if let Some(c) = model.compare.as_ref().filter(|_| model.screen == Screen::Compare) {
        wanted.extend([c.a, c.b]);
    }
    let rows = usize::from(model.size.height);
    match model.screen {
        Screen::Main => {
            let here = model.article.document;
            let queue = model.queue.as_ref().zip(here);
            let next = |forward| match queue {
                Some((queue, here)) => queue.neighbour(here, forward),
                None => model.list.neighbour(here, forward),
            };
            wanted.extend([true, false].into_iter().filter_map(next));
        }
        Screen::Results => {
            if let Some(r) = &model.results {
                let documents = r.hits.as_ref().map_or(&[][..], |h| &h.documents);
                let near = r.rows_from(r.cursor.saturating_sub(rows)).take(2 * rows);
                wanted.extend(near.filter_map(|(_, row)| match row {
                    Row::Document(id, _) => Some(id),
                    Row::Hit(d, _) => documents.get(d).map(|d| d.id),
                }));
            }
        }
        Screen::Notes => {
            let items =
                model.notes.rows.iter().skip(model.notes.cursor.saturating_sub(rows)).take(2 * rows).filter_map(
                    |row| match row {
                        NoteRow::Target(i) | NoteRow::Note(i) | NoteRow::Passage(i, _) => model.notes.items.get(*i),
                    },
                );
            let keys = items.flat_map(|i| {
                i.note.anchors.iter().map(|a| a.document).chain(match &i.target {
                    Target::Document(k) => Some(*k),
                    _ => None,
                })
            });
            wanted.extend(keys.filter_map(|k| model.library.by_key(&k)));
        }
        Screen::Matrix | Screen::Timeline => {
            wanted.extend(model.coverage.iter().flat_map(|c| (0..SIDES).map_while(|i| c.document(i))));
        }
        Screen::Compare | Screen::Journal | Screen::Board | Screen::Name => {}
    }
    let mut seen = std::collections::HashSet::new();
    wanted.retain(|id| seen.insert(*id));
    wanted
}

/// What was asked for cannot be shown; it is not asked for again.
pub(crate) fn failed(model: &mut Model, notice: &Notice) {
    for id in std::mem::take(&mut model.opening) {
        let said = told::notice(model.lang(), notice);
        model.library.troubles.insert(id, said);
    }
}

/// Takes the texts that were asked for.
pub(crate) fn opened(model: &mut Model, all: Vec<(DocId, Result<Analysed, Notice>)>) {
    for (id, opened) in all {
        model.opening.retain(|o| *o != id);
        let here = model.article.document == Some(id);
        match opened {
            Ok(opened) => {
                let document = opened.document.clone();
                model.library.hold(opened);
                if here {
                    model.article.layout = None;
                    crate::app::screen::main::article::act::fill_entities(model);
                    // What was to be shown may stand in what is taken out.
                    if model.article.reveal.is_some_and(|span| !shows(&document, model.article.view, span)) {
                        model.article.view = View::Marked;
                    }
                    if let Some((_, name)) = model.name_to_show.take_if(|(of, _)| *of == id) {
                        overlays::land(model, id, &name);
                    }
                }
            }
            Err(notice) => {
                let said = told::notice(model.lang(), &notice);
                if here {
                    model.warn(said.clone());
                }
                model.library.troubles.insert(id, said);
            }
        }
        if model.screen == Screen::Notes {
            model.notes.made_of = None;
        }
    }
}
