//! Reports of background work; those under an old ticket change nothing.

use crate::app::effect::Effect;
use crate::app::fetch;
use crate::app::library::Merging;
use crate::app::loading::{ingest, stories};
use crate::app::model::Model;
use crate::app::overlay::picker::act as picker;
use crate::app::overlay::prompt::act as prompt;
use crate::app::overlay::state::Overlay;
use crate::app::screen::here;
use crate::app::screen::main::list::act as list;
use crate::app::screen::main::queue::act as queue;
use crate::app::screen::name::act as page;
use crate::app::told;
use crate::app::verb::{decide, export};
use crate::app::{listing, navigate};
use crate::corpus::DocId;
use crate::entity::merge::Catalogue;
use crate::job::{Compared, Hits, Kind, Purpose, Study};
use crate::job::{Report, Ticket};
use crate::search::fuzzy::Results;
use crate::story::versus::Versus;
use std::sync::Arc;

/// Background work reports.
pub(crate) fn report(model: &mut Model, ticket: Ticket, report: Report) -> Vec<Effect> {
    if !model.is_current(ticket) {
        return Vec::new();
    }
    match report {
        Report::Known(known) => ingest::known(model, *known),
        Report::Loaded { documents, moved, gone, notices, files } => {
            ingest::loaded(model, documents, moved, gone, notices, files)
        }
        Report::Opened(opened) => {
            fetch::opened(model, opened);
            Vec::new()
        }
        Report::Lost(ids) => {
            if model.library.lost(&ids) {
                ingest::study(model)
            } else {
                Vec::new()
            }
        }
        Report::Kept(kept) => {
            model.library.kept(*kept);
            Vec::new()
        }
        Report::InList(found) => {
            list::found_in_list(model, &found);
            Vec::new()
        }
        Report::Adjusted(documents) => {
            model.picker.made_of = None;
            decide::adjusted(model, documents);
            listing::refilter(model)
        }
        Report::Analysed(studies) => analysed(model, studies),
        Report::Grouped(book, list) => {
            stories::grouped(model, book, list);
            listing::rebuild(model);
            if !model.touched && !model.restored {
                navigate::first_document(model);
            }
            Vec::new()
        }
        Report::Compared(result) => compared(model, result),
        Report::Found(hits) => found(model, hits),
        Report::Matched(query, results) => matched(model, query, results),
        Report::Versus(id, rows) => one_to_many(model, id, rows),
        Report::Matrix(who_says) => {
            if let Some(c) = &mut model.coverage {
                c.set_result(who_says);
            }
            Vec::new()
        }
        Report::Indexed(held, all) => {
            model.loading.indexed = (held < all).then_some((held, all));
            Vec::new()
        }
        Report::Passing(Purpose::Filter, ids) => list::passed(model, ids),
        Report::Passing(Purpose::Tick, ids) => {
            list::ticked(model, &ids);
            Vec::new()
        }
        Report::Passing(Purpose::Queue, ids) => queue::fill(model, ids, here::subject(model)),
        Report::Names(catalogue) => names(model, catalogue),
        Report::Name(page) => {
            model.name.set_page(page);
            Vec::new()
        }
        Report::Goals(finder) => picker::ready(model, finder),
        Report::HandedOver(outcome) => export::handed(model, outcome),
        Report::Failed(notice) => {
            if ticket.kind == Kind::Open {
                fetch::failed(model, &notice);
            }
            model.warn(told::notice(model.lang(), &notice));
            model.note([notice]);
            done(model, ticket.kind)
        }
        Report::Done => done(model, ticket.kind),
    }
}

fn analysed(model: &mut Model, studies: Vec<Study>) -> Vec<Effect> {
    let open = model.article.document;
    let mut shown = false;
    for study in studies {
        if Some(study.id) == open {
            shown = true;
            model.article.layout = None;
        }
        model.library.study(study);
    }
    if shown {
        navigate::fill_entities(model);
    }
    ingest::keep_some(model)
}

fn compared(model: &mut Model, result: Arc<Compared>) -> Vec<Effect> {
    for side in [&result.a, &result.b] {
        model.library.hold(side.clone());
    }
    let lang = model.lang();
    if let Some(c) = model.compare.as_mut().filter(|c| c.a == result.a.id) {
        let third = c.third.as_ref().is_some_and(|t| t.0 == result.b.id);
        if c.b == result.b.id {
            c.set_result(result, lang);
        } else if third {
            c.third = Some((result.b.id, Some(result)));
        }
    }
    Vec::new()
}

fn found(model: &mut Model, mut hits: Arc<Hits>) -> Vec<Effect> {
    for (id, document) in std::mem::take(&mut Arc::make_mut(&mut hits).texts) {
        model.library.keep_text(id, document);
    }
    if let Some(r) = &mut model.results {
        r.set_hits(hits);
    }
    Vec::new()
}

fn matched(model: &mut Model, query: String, results: Arc<Results>) -> Vec<Effect> {
    if let Some(Overlay::GoTo(g)) = model.overlays.last_mut() {
        g.cursor = 0;
        g.answered = query;
        g.results = Some(results);
    }
    Vec::new()
}

fn one_to_many(model: &mut Model, id: DocId, rows: Vec<(DocId, Versus)>) -> Vec<Effect> {
    if let Some(Overlay::Versus { reference, found, .. }) = model.overlays.last_mut()
        && *reference == id
    {
        *found = Some(Arc::new(rows));
    }
    Vec::new()
}

fn names(model: &mut Model, catalogue: Arc<Catalogue>) -> Vec<Effect> {
    model.library.catalogue = catalogue;
    model.library.merging = Merging::Done;
    let mut effects = picker::prepare(model);
    prompt::names_arrived(model);
    effects.extend(page::read(model));
    effects
}

/// What follows when work of a kind is done.
fn done(model: &mut Model, kind: Kind) -> Vec<Effect> {
    match kind {
        Kind::Load => ingest::all_read(model),
        Kind::Adjust => ingest::study(model),
        Kind::Analyse => ingest::studied(model),
        Kind::Group => {
            model.loading.grouped = true;
            ingest::keep(model)
        }
        Kind::Index => {
            model.loading.indexed = None;
            Vec::new()
        }
        Kind::Open => {
            model.opening.clear();
            Vec::new()
        }
        Kind::Export => {
            model.handing = false;
            Vec::new()
        }
        Kind::Compare
        | Kind::Search
        | Kind::Find
        | Kind::Matrix
        | Kind::Versus
        | Kind::Filter
        | Kind::Tick
        | Kind::Queue
        | Kind::Names
        | Kind::Goals
        | Kind::InList
        | Kind::Name
        | Kind::Keep => Vec::new(),
    }
}
