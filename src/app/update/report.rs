//! Reports of background work; those under an old ticket change nothing.

use super::{article, decision, export, fetch, gather, list, morning, names, overlays, stories};
use crate::app::effect::Effect;
use crate::app::library::Merging;
use crate::app::model::Model;
use crate::app::session::Session;
use crate::app::state::list::Sources;
use crate::app::state::overlay::Overlay;
use crate::corpus::DocId;
use crate::job::{Kind, Purpose, Report, Ticket};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;

/// Background work reports.
pub(super) fn report(model: &mut Model, ticket: Ticket, report: Report) -> Vec<Effect> {
    if !model.is_current(ticket) {
        return Vec::new();
    }
    match report {
        Report::Known(known) => gather::known(model, *known),
        Report::Loaded { documents, moved, gone, notices, files } => {
            gather::loaded(model, documents, moved, gone, notices, files)
        }
        Report::Opened(opened) => {
            fetch::opened(model, opened);
            Vec::new()
        }
        Report::Lost(ids) => {
            if model.library.lost(&ids) {
                gather::study(model)
            } else {
                Vec::new()
            }
        }
        Report::Kept => Vec::new(),
        Report::Adjusted(documents) => {
            model.goals.made_of = None;
            decision::adjusted(model, documents);
            list::filter(model)
        }
        Report::Analysed(studies) => {
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
                article::fill_entities(model);
            }
            gather::keep_some(model)
        }
        Report::Grouped(order, stories) => {
            stories::grouped(model, order, stories);
            rebuild_list(model);
            if !model.touched && !model.restored {
                first_document(model);
            }
            Vec::new()
        }
        Report::Compared(result) => {
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
        Report::Found(mut hits) => {
            for (id, document) in std::mem::take(&mut Arc::make_mut(&mut hits).texts) {
                model.library.keep_text(id, document);
            }
            if let Some(r) = &mut model.results {
                r.set_hits(hits);
            }
            Vec::new()
        }
        Report::Matched(query, results) => {
            if let Some(Overlay::GoTo(g)) = model.overlays.last_mut() {
                g.cursor = 0;
                g.answered = query;
                g.results = Some(results);
            }
            Vec::new()
        }
        Report::Versus(id, rows) => {
            if let Some(Overlay::Versus { reference, found, .. }) = model.overlays.last_mut()
                && *reference == id
            {
                *found = Some(Arc::new(rows));
            }
            Vec::new()
        }
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
        Report::Passing(Purpose::Queue, ids) => morning::fill_queue(model, ids),
        Report::Names(catalogue) => {
            model.library.catalogue = catalogue;
            model.library.merging = Merging::Done;
            let mut effects = overlays::prepare_goals(model);
            effects.extend(names::arrived(model));
            effects
        }
        Report::Name(page) => {
            model.name.set_page(page);
            Vec::new()
        }
        Report::Goals(finder) => overlays::goals_ready(model, finder),
        Report::HandedOver(outcome) => export::handed(model, outcome),
        Report::Failed(notice) => {
            if ticket.kind == Kind::Open {
                fetch::failed(model, &notice);
            }
            model.warn(crate::app::told::notice(model.lang(), &notice));
            model.note([notice]);
            done(model, ticket.kind)
        }
        Report::Done => done(model, ticket.kind),
    }
}

/// What follows when work of a kind is done.
fn done(model: &mut Model, kind: Kind) -> Vec<Effect> {
    match kind {
        Kind::Load => gather::all_read(model),
        Kind::Adjust => gather::study(model),
        Kind::Analyse => gather::studied(model),
        Kind::Group => {
            model.loading.grouped = true;
            gather::keep(model)
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
        | Kind::Name
        | Kind::Keep => Vec::new(),
    }
}

/// Puts the cursor on the first document of the list.
pub(super) fn first_document(model: &mut Model) {
    model.list.cursor = 0;
    model.list.top = 0;
    if let Some(id) = model.list.neighbour(None, true) {
        model.list.go_to(id);
        article::show(model, id);
    }
}

/// Goes back to where the reader was, as soon as that document is there.
pub(super) fn restore(model: &mut Model) {
    let Some(Session { document: Some(key), .. }) = &model.wanted else { return };
    let Some(id) = model.library.corpus.by_key(key) else { return };
    model.wanted = None;
    if model.touched {
        return;
    }
    model.restored = true;
    model.list.go_to(id);
    article::show(model, id);
}

/// The reader's day, for relative dates in queries.
pub(super) fn today(model: &Model) -> Option<Date> {
    let now = jiff::Timestamp::from_millisecond(model.now).ok()?;
    Some(now.to_zoned(jiff::tz::TimeZone::UTC).date())
}

/// Rebuilds groups and rows from the corpus, the stories, the verdicts and
/// the filter.
pub(crate) fn rebuild_list(model: &mut Model) {
    let mut tally = crate::triage::Tally::default();
    let keys = model.library.corpus.ids().filter_map(|id| model.library.keys.get(id.index()));
    keys.for_each(|k| tally.add(model.triage.status(k)));
    model.tally = tally;
    model.board.made_of = None;
    let (library, triage, filter) = (&model.library, &model.triage, &model.filter);
    let story = |id: DocId| library.story(id).map(|s| (s.id.as_str(), s.title.as_str()));
    let passes = |id: DocId| library.corpus.has(id) && filter.as_ref().is_none_or(|f| f.passing.contains(&id));
    let status = |key: &crate::corpus::DocKey| {
        let s = triage.status(key);
        (s.state, s.read)
    };
    let reprints = library.stories.iter().flat_map(|s| s.reprints.iter().enumerate());
    let documents = |(text, indices)| {
        let indices: &Vec<usize> = indices;
        indices.iter().filter_map(move |&i| Some((*library.story_order.get(i)?, text as u32)))
    };
    let texts: HashMap<DocId, u32> = reprints.flat_map(documents).collect();
    let text = |id: DocId| texts.get(&id).copied();
    let sources = Sources {
        text: &text,
        cards: &library.cards,
        keys: &library.keys,
        story: &story,
        status: &status,
        passes: &passes,
        lang: model.choices.lang,
    };
    model.list.rebuild(&sources);
}
