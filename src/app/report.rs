//! Reports of background work; those under an old ticket change nothing.

use crate::app::effect::Effect;
use crate::app::fetch;
use crate::app::library::Merging;
use crate::app::loading::{ingest as gather, stories};
use crate::app::model::Model;
use crate::app::overlay::act as overlays;
use crate::app::overlay::export::act as export;
use crate::app::overlay::state::Overlay;
use crate::app::screen::board::act as morning;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::list::act as list;
use crate::app::screen::main::list::groups::{ByDocument, Sources};
use crate::app::screen::name::act as names;
use crate::app::session::Session;
use crate::app::verb::decide as decision;
use crate::corpus::{DocId, DocKey};
use crate::job::{Kind, Purpose, Report, Ticket};
use crate::triage::{State, Status, Tally};
use jiff::civil::Date;
use std::sync::Arc;

/// Background work reports.
pub(crate) fn report(model: &mut Model, ticket: Ticket, report: Report) -> Vec<Effect> {
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
        Report::Kept(kept) => {
            model.library.kept(*kept);
            Vec::new()
        }
        Report::InList(found) => {
            list::found_in_list(model, &found);
            Vec::new()
        }
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
        Report::Grouped(book, list) => {
            stories::grouped(model, book, list);
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
        | Kind::InList
        | Kind::Name
        | Kind::Keep => Vec::new(),
    }
}

/// Puts the cursor on the first document of the list.
pub(crate) fn first_document(model: &mut Model) {
    model.list.cursor = 0;
    model.list.top = 0;
    if let Some(id) = model.list.neighbour(None, true) {
        model.list.go_to(id);
        article::show(model, id);
    }
}

/// Goes back to where the reader was, as soon as that document is there.
pub(crate) fn restore(model: &mut Model) {
    let Some(Session { document: Some(key), .. }) = &model.wanted else { return };
    let Some(id) = model.library.by_key(key) else { return };
    model.wanted = None;
    if model.touched {
        return;
    }
    model.restored = true;
    model.list.go_to(id);
    article::show(model, id);
}

/// The reader's day, for relative dates in queries.
pub(crate) fn today(model: &Model) -> Option<Date> {
    let now = jiff::Timestamp::from_millisecond(model.now).ok()?;
    Some(now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date())
}

/// Rebuilds groups and rows from the corpus, the stories, the verdicts and
/// the filter.
pub(crate) fn rebuild_list(model: &mut Model) {
    let statuses = statuses(model);
    let mut tally = Tally::untouched(model.library.corpus.len() - statuses.len());
    statuses.values().for_each(|s| tally.add(*s));
    model.tally = tally;
    model.board.made_of = None;
    let (library, filter) = (&model.library, &model.filter);
    let passes = |id: DocId| library.corpus.has(id) && filter.as_ref().is_none_or(|f| f.passing.contains(&id));
    let given = library.register().len();
    let texts = library.stories.as_ref().map_or_else(Vec::new, |book| book.texts(given));
    let sources = Sources {
        texts: &texts,
        register: library.register(),
        stories: library.story_list(),
        statuses: &statuses,
        passes: &passes,
    };
    model.list.rebuild(&sources);
}

/// State and read flag of the articles of which something was said.
fn statuses(model: &Model) -> ByDocument<(State, bool)> {
    let (library, triage) = (&model.library, &model.triage);
    let judged = triage.articles().count();
    // Looking up a key costs more than asking what was said of one.
    if judged * 8 < library.corpus.len() {
        let each = |(key, s): (&DocKey, &Status)| {
            let said = (s.state, s.read);
            library.all_by_key(key).map(|id| (id, said)).collect::<Vec<_>>()
        };
        return triage.articles().flat_map(each).collect();
    }
    let said = |id: DocId| {
        let status = triage.status(&library.key(id)?);
        Some((id, (status.state, status.read))).filter(|(_, s)| *s != Default::default())
    };
    library.corpus.ids().filter_map(said).collect()
}
