//! Reports of background work; those under an old ticket change nothing.

use crate::app::dispatch::perform_now;
use crate::app::effect::Effect;
use crate::app::fetch;
use crate::app::library::Merging;
use crate::app::loading::{ingest, stories};
use crate::app::model::Model;
use crate::app::overlay::picker::act as picker;
use crate::app::overlay::prompt::act as prompt;
use crate::app::overlay::state::Overlay;
use crate::app::overlay::versions;
use crate::app::saved::count;
use crate::app::screen::here;
use crate::app::screen::main::list::act as list;
use crate::app::screen::main::queue::act as queue;
use crate::app::screen::name::act as page;
use crate::app::verb::{command, decide, export, follow};
use crate::app::{keys, listing, navigate};
use crate::job::{
    Compared, Grouped, Hits, Indexed, Kind, Loaded, LookedAt, Matched, Merged, OneToManyRows, Report, Ticket, WhoSays,
};
use crate::notice::Notice;
use std::sync::Arc;

/// Background work reports; what was asked of its answer before it came is done.
pub(crate) fn report(model: &mut Model, ticket: Ticket, report: Report) -> Vec<Effect> {
    if !model.is_current(ticket) {
        return Vec::new();
    }
    let failed = matches!(report, Report::Failed(_));
    let answers = !failed && !matches!(report, Report::Progress(_) | Report::Done);
    let mut effects = take(model, ticket, report);
    let early = model.typed.early.take_if(|e| e.answer == ticket.kind && (answers || failed));
    if let Some(early) = early.filter(|e| answers && e.context == model.key_context()) {
        effects.extend(perform_now(model, early.context, early.action, early.count));
    }
    effects.extend(keys::ahead(model));
    effects
}

/// Shows new stories: from the top where the reader is nowhere yet.
fn grouped(model: &mut Model, made: Grouped) -> Vec<Effect> {
    stories::grouped(model, made);
    listing::rebuild(model);
    if !model.touched && !model.restored {
        navigate::first_row(model);
    }
    navigate::restore_head(model);
    Vec::new()
}

fn take(model: &mut Model, ticket: Ticket, report: Report) -> Vec<Effect> {
    match report {
        Report::Load(Loaded::Cached(known)) => ingest::known(model, *known),
        Report::Load(Loaded::Read(reading)) => ingest::read(model, reading),
        Report::Open(opened) => {
            fetch::opened(model, opened);
            Vec::new()
        }
        Report::SaveCatalogue(saved) => {
            model.library.saved(*saved);
            Vec::new()
        }
        Report::InList(found) => {
            list::found_in_list(model, &found);
            Vec::new()
        }
        Report::Adjust(documents) => {
            model.picker.made_of = None;
            decide::adjusted(model, documents);
            listing::ask_again(model)
        }
        Report::Analyse(looked_at) => analysed(model, looked_at),
        Report::Group(made) => grouped(model, made),
        Report::Compare(result) => compared(model, result),
        Report::Search(hits) => found(model, hits),
        Report::Find(found) => matched(model, found),
        Report::CountChanges(changes) => {
            versions::act::counted(model, changes);
            Vec::new()
        }
        Report::OneToMany(figures) => one_to_many(model, figures),
        Report::Matrix(found) => who_says(model, found),
        Report::Index(Indexed { held, all, failed }) => {
            model.note_new(failed);
            model.loading.indexed = (held < all).then_some((held, all));
            Vec::new()
        }
        Report::Filter(passed) => list::passed(model, passed),
        Report::Tick(ids) => {
            list::ticked(model, &ids);
            Vec::new()
        }
        Report::Queue(ids) => {
            model.waiting.end(Kind::Queue);
            queue::fill(model, ids, here::subject(model))
        }
        Report::Saved(answering) => {
            count::counted(model, &answering);
            Vec::new()
        }
        Report::Names(merged) => names(model, merged),
        Report::Name(page) => {
            model.name.set_page(page);
            Vec::new()
        }
        Report::PickerIndex(finder) => picker::ready(model, finder),
        Report::Command(outcome) => command::ran(model, outcome),
        Report::Follow(fetched) => follow::fetched(model, fetched),
        Report::Export(outcome) => export::handed(model, outcome),
        Report::Progress(progress) => {
            model.waiting.advance(ticket.kind, progress);
            Vec::new()
        }
        Report::Failed(notice) => failed(model, ticket.kind, notice),
        Report::Done => done(model, ticket.kind),
    }
}

fn analysed(model: &mut Model, LookedAt { documents, failed }: LookedAt) -> Vec<Effect> {
    model.note_new(failed);
    let open = model.article.document;
    let mut shown = false;
    for document in documents {
        if Some(document.id) == open {
            shown = true;
            model.article.layout = None;
        }
        model.library.annotate(document);
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

fn matched(model: &mut Model, Matched { query, results }: Matched) -> Vec<Effect> {
    if let Some(Overlay::GoTo(g)) = model.overlays.last_mut() {
        g.answer(query, results, model.now);
    }
    Vec::new()
}

fn who_says(model: &mut Model, found: Arc<WhoSays>) -> Vec<Effect> {
    if let Some(c) = &mut model.coverage {
        c.set_result(found);
    }
    Vec::new()
}

fn one_to_many(model: &mut Model, OneToManyRows { reference: id, rows }: OneToManyRows) -> Vec<Effect> {
    if let Some(Overlay::OneToMany { reference, found, .. }) = model.overlays.last_mut()
        && *reference == id
    {
        *found = Some(Arc::new(rows));
    }
    Vec::new()
}

fn names(model: &mut Model, Merged { corpus_names, lost }: Merged) -> Vec<Effect> {
    let mut effects = if model.library.lost(&lost) { ingest::analyse(model) } else { Vec::new() };
    model.library.corpus_names = corpus_names;
    model.library.merging = Merging::Done;
    effects.extend(picker::prepare(model));
    prompt::names_arrived(model);
    effects.extend(page::read(model));
    effects
}

/// Work of a kind failed.
fn failed(model: &mut Model, kind: Kind, notice: Notice) -> Vec<Effect> {
    let is_saving = kind == Kind::SaveCatalogue;
    match kind {
        Kind::Open => fetch::failed(model, &notice),
        Kind::SaveCatalogue => ingest::not_kept(model),
        _ => {}
    }
    // What goes on failing in the background is said once.
    if !(is_saving && model.notices.contains(&notice)) {
        model.warn(notice.said(model.lang()));
        model.note([notice]);
    }
    done(model, kind)
}

/// What follows when work of a kind is done.
fn done(model: &mut Model, kind: Kind) -> Vec<Effect> {
    model.waiting.end(kind);
    match kind {
        Kind::Load => ingest::all_read(model),
        Kind::Adjust => ingest::analyse(model),
        Kind::Analyse => ingest::studied(model),
        Kind::Group => {
            (model.loading.grouped, model.loading.regrouping) = (true, false);
            // Who has no story now is on its own.
            listing::rebuild(model);
            decide::regrouped(model);
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
        Kind::Command => {
            model.running = None;
            Vec::new()
        }
        Kind::Follow => follow::ended(model),
        Kind::PickerIndex => {
            model.picker.coming = None;
            Vec::new()
        }
        Kind::Saved => {
            model.saved.give_up();
            Vec::new()
        }
        Kind::Names => {
            // What came to nothing is asked for again when it is wanted.
            if model.library.merging == Merging::Underway {
                model.library.merging = Merging::Unasked;
            }
            Vec::new()
        }
        Kind::Compare
        | Kind::Search
        | Kind::Find
        | Kind::Matrix
        | Kind::OneToMany
        | Kind::CountChanges
        | Kind::Filter
        | Kind::Tick
        | Kind::Queue
        | Kind::InList
        | Kind::Name => Vec::new(),
        Kind::SaveCatalogue => {
            ingest::kept(model);
            Vec::new()
        }
    }
}
