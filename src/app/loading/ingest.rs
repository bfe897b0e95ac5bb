//! Taking articles in: what the catalogue knew, what was read since, what
//! changed on disk while the reader works.

use crate::app::effect::Effect;
use crate::app::library::Merging;
use crate::app::loading::names;
use crate::app::loading::state::Incoming;
use crate::app::loading::stories;
use crate::app::model::Model;
use crate::app::saved::count;
use crate::app::verb::{carry, decide};
use crate::app::{listing, navigate};
use crate::corpus::DocId;
use crate::job::{Analyse, CachedState, Effort, FEWEST_INDEXED, Input, Intake, Reading, TakenIn};
use crate::notice::{Notice, Severity};
use crate::words::msg;

/// The list is made anew when it grew by one article in so many: made with
/// every batch it would cost more than the reading, the more the longer it is.
const GROWTH: usize = 16;

/// Milliseconds from one writing of the catalogue to the next while articles are looked
/// at, at least.
const KEPT_EVERY: i64 = 2_000;

/// Writing the catalogue takes one part in so many of the time that articles are looked at.
const KEPT_PART: i64 = 20;

/// Milliseconds until the catalogue is written again where it could not be.
const KEPT_AFTER_FAULT: i64 = 300_000;

/// What the catalogue knew is shown at once.
pub(crate) fn known(model: &mut Model, known: CachedState) -> Vec<Effect> {
    model.note(known.notices.iter().cloned());
    for n in &known.notices {
        if n.severity > crate::notice::Severity::Info {
            model.warn(n.said(model.lang()));
        }
    }
    let memory = decide::memory(&model.triage);
    model.library.remember(memory);
    let any = known.snapshot.is_some();
    model.library.begin(known);
    if !any {
        return Vec::new();
    }
    model.loading.known = true;
    model.loading.loaded = true;
    model.loading.analysed = true;
    // Who left before stories were made has none yet.
    model.loading.grouped = model.library.stories.is_some();
    let names = model.triage.name_decisions();
    model.library.decide(names);
    // As long as nothing on disk has changed, there is nothing to find or keep.
    model.loading.caught_up = model.library.unanalysed().is_empty() && stories::are_current(model);
    let mut effects = index(model, Effort::Read);
    effects.extend(shown(model, true));
    effects
}

/// What was read: taken in at once, or held back where the list shows what the
/// catalogue knew and the reader is at work in it.
pub(crate) fn read(model: &mut Model, reading: Reading) -> Vec<Effect> {
    let Reading { documents, moved, gone, notices, files, .. } = reading;
    model.loading.files = files;
    if model.loading.known {
        // What is as it was is not told twice.
        model.loading.noted.extend(notices.iter().cloned());
        let new: Vec<Notice> = notices.into_iter().filter(|n| !model.notices.contains(n)).collect();
        model.note(new);
    } else {
        model.note(notices);
    }
    model.loading.caught_up &= moved.is_empty();
    for d in &documents {
        model.note(d.document.notices.iter().cloned());
    }
    if model.loading.known && model.touched {
        model.incoming.documents.extend(documents);
        model.incoming.gone.extend(gone);
        if moved.is_empty() {
            return Vec::new();
        }
        return vec![Effect::TakeIn(Intake { moved, ..Intake::default() })];
    }
    vec![Effect::TakeIn(Intake { documents, moved, gone, asked: false })]
}

/// The store took articles in and gave them their numbers.
pub(crate) fn taken_in(model: &mut Model, taken: TakenIn) -> Vec<Effect> {
    let TakenIn { documents, moved, gone, rewritten, asked } = taken;
    let first = model.library.corpus.is_empty();
    let (more, less) = (!documents.is_empty(), !gone.is_empty());
    let said = asked.then(|| change(model, documents.len(), gone.len()));
    // Who reads an article goes on in what its file holds now.
    let now = |id: Option<DocId>| rewritten.iter().find(|(before, _)| Some(*before) == id).map(|(_, now)| *now);
    let (under, open) = (now(model.list.document()), now(model.article.document));
    model.loading.caught_up &= !more && !less;
    if !rewritten.is_empty() {
        // As many articles as before, and others among them.
        model.picker.made_of = None;
    }
    for (id, name) in moved {
        model.library.moved(id, name);
    }
    let held = carry::held(model, &rewritten);
    for id in gone {
        model.library.remove(id);
        model.list.forget(id);
    }
    for article in documents {
        model.library.insert(article);
    }
    carry::hold(model, &held);
    let (mut effects, carried) = carry::carry(model, &rewritten);
    if let Some(said) = said {
        effects.extend(brought_in(model, &said));
        if let Some(id) = under {
            model.list.go_to(id);
        }
        if let Some(id) = open.or(under) {
            navigate::show(model, id);
        }
        carry::say(model, carried);
        return effects;
    }
    carry::say(model, carried);
    let grown = model.library.corpus.len().saturating_sub(model.loading.listed);
    let waits = model.loading.known && model.touched && !more && !less;
    if waits || !first && !less && grown < model.library.corpus.len() / GROWTH {
        return effects;
    }
    effects.extend(shown(model, first));
    effects
}

/// Rebuilds the list over what was taken in.
fn shown(model: &mut Model, first: bool) -> Vec<Effect> {
    model.loading.listed = model.library.corpus.len();
    listing::rebuild(model);
    navigate::restore(model);
    navigate::restore_ticks(model);
    if first && !model.touched && model.article.document.is_none() {
        navigate::first_row(model);
    }
    let mut effects = listing::ask_again(model);
    effects.extend(listing::look(model));
    effects
}

/// Everything was read: what is new is looked at, and then all that follows.
pub(crate) fn all_read(model: &mut Model) -> Vec<Effect> {
    model.loading.loaded = true;
    let mut effects = Vec::new();
    if model.loading.listed != model.library.corpus.len() {
        effects = shown(model, false);
    } else if !model.loading.known {
        effects = count::all(model);
    }
    model.wanted = None;
    navigate::wait_for_no_ticks(model);
    effects.extend(followed(model));
    effects
}

/// Why one of the places that are read could not be looked through.
fn unreachable(model: &Model) -> Option<Notice> {
    let inputs = &model.loading.from.as_ref()?.inputs;
    let is_input = |place: &str| inputs.iter().any(|i| matches!(i, Input::Path(p) if p.to_string_lossy() == place));
    model.loading.noted.iter().find(|n| n.severity == Severity::Error && is_input(&n.place)).cloned()
}

/// What follows when everything was read.
fn followed(model: &mut Model) -> Vec<Effect> {
    let asked = std::mem::take(&mut model.loading.asked);
    if !model.incoming.is_empty() {
        if asked {
            return bring_in(model);
        }
        say_incoming(model);
        return Vec::new();
    }
    if asked {
        let lang = model.lang();
        match unreachable(model) {
            Some(notice) => model.warn(notice.said(lang)),
            None => model.say(lang.text(msg::INGEST_NOTHING_CHANGED_ON_DISK)),
        }
    }
    if !model.loading.caught_up {
        return analyse(model);
    }
    index(model, Effort::Fill)
}

/// Looks at what nobody has looked at; when there is nothing of the kind, goes
/// on to what follows from it.
pub(crate) fn analyse(model: &mut Model) -> Vec<Effect> {
    let rest = model.library.unanalysed();
    if rest.is_empty() && model.library.stories.is_some() {
        return studied(model);
    }
    model.loading.analysed = false;
    model.loading.grouped = false;
    model.loading.pace = Some((model.now, model.library.analysed()));
    // Of a corpus that is mostly new, words are taken along.
    let fresh = rest.len() * 2 >= model.library.corpus.len();
    let names = model.choices.names.clone();
    let index = model.library.index(&names, FEWEST_INDEXED, Effort::Update).filter(|_| fresh);
    let (texts, index) = (model.text_options(), index.map(|job| job.articles));
    let mut effects = vec![model.start(Analyse { texts, ids: rest, index })];
    effects.extend(keep(model));
    effects
}

/// Everything was looked at: names are merged, and stories made unless they
/// are known to be the same.
pub(crate) fn studied(model: &mut Model) -> Vec<Effect> {
    model.loading.analysed = true;
    model.loading.caught_up = true;
    let names = model.triage.name_decisions();
    model.library.decide(names);
    navigate::fill_entities(model);
    let mut effects = if model.library.merging == Merging::Unasked { Vec::new() } else { names::merge(model) };
    effects.extend(index(model, Effort::Update));
    if stories::are_current(model) {
        model.loading.grouped = true;
        model.corrected = None;
        listing::rebuild(model);
        effects.extend(count::all(model));
        effects.extend(keep(model));
    } else {
        effects.push(stories::follow(model));
        effects.extend(listing::ask_again(model));
    }
    effects
}

/// Reads the full-text index, and brings it up to date when it is written.
fn index(model: &mut Model, effort: Effort) -> Vec<Effect> {
    let names = model.choices.names.clone();
    let job = model.library.index(&names, FEWEST_INDEXED, effort);
    job.map(|job| model.start(job)).into_iter().collect()
}

/// Writes the catalogue every few seconds while articles are looked at, so that who leaves
/// before the end loses no more than what was found since.
pub(crate) fn keep_some(model: &mut Model) -> Vec<Effect> {
    // One that is begun would stop the one that is being written.
    if model.loading.keeping.is_some() || model.now < model.loading.keep_from {
        return Vec::new();
    }
    keep(model)
}

/// Writes the catalogue as it is now.
pub(crate) fn keep(model: &mut Model) -> Vec<Effect> {
    let Some(job) = model.library.save() else { return Vec::new() };
    model.loading.keeping = Some(model.now);
    vec![model.start(job)]
}

/// The catalogue was written. Writing it takes the longer the more articles there are, so
/// the next one waits until writing is a small part of the work.
pub(crate) fn kept(model: &mut Model) {
    let Some(begun) = model.loading.keeping.take() else { return };
    model.loading.keep_from = model.now + KEPT_EVERY.max((model.now - begun) * KEPT_PART);
}

/// The catalogue could not be written: a disk that is full stays so for a while.
pub(crate) fn not_kept(model: &mut Model) {
    model.loading.keeping = None;
    model.loading.keep_from = model.now + KEPT_AFTER_FAULT;
}

/// Looks for what changed on disk.
pub(crate) fn look_again(model: &mut Model) -> Vec<Effect> {
    let Some(from) = model.loading.from.clone() else { return Vec::new() };
    if !model.loading.loaded {
        // The first look is still under way.
        return Vec::new();
    }
    model.incoming = Incoming::default();
    model.loading.known = true;
    let before = std::mem::take(&mut model.loading.noted);
    model.notices.retain(|n| !before.contains(n));
    model.unreadable = model.notices.iter().filter(|n| n.severity == Severity::Error).count();
    vec![model.start(from)]
}

/// `R`: brings in what changed on disk; looks for it when nothing waits.
pub(crate) fn bring_in(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    if model.incoming.is_empty() {
        model.library.troubles.clear();
        model.loading.asked = true;
        model.say(lang.text(msg::INGEST_LOOKING_THROUGH_FILES));
        return look_again(model);
    }
    let Incoming { documents, gone } = std::mem::take(&mut model.incoming);
    vec![Effect::TakeIn(Intake { documents, gone, asked: true, ..Intake::default() })]
}

/// What changed on disk is in the list; `said` is how much that was.
fn brought_in(model: &mut Model, said: &str) -> Vec<Effect> {
    let lang = model.lang();
    let open = model.article.document;
    let mut effects = shown(model, false);
    if let Some(id) = open.filter(|id| !model.library.corpus.has(*id)) {
        // The open article went; what took its place in the list is shown.
        model.article.document = model.article.document.filter(|d| *d != id);
        navigate::preview(model);
    }
    model.say(lang.say(msg::ingest_list(said)));
    effects.extend(analyse(model));
    effects
}

/// What waits on disk to be brought in, "+3 −1"; `None` when nothing does.
pub fn on_disk(model: &Model) -> Option<String> {
    let incoming = &model.incoming;
    (!incoming.is_empty()).then(|| change(model, incoming.documents.len(), incoming.gone.len()))
}

/// "+3 −1".
fn change(model: &Model, new: usize, gone: usize) -> String {
    let lang = model.lang();
    let mut said = Vec::new();
    if new > 0 {
        said.push(format!("+{}", lang.number(new)));
    }
    if gone > 0 {
        said.push(format!("−{}", lang.number(gone)));
    }
    said.join(" ")
}

fn say_incoming(model: &mut Model) {
    let lang = model.lang();
    if let Some(said) = on_disk(model) {
        model.say(lang.say(msg::ingest_on_disk_r_bring(&said)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::area::Size;
    use crate::app::choices::Choices;

    #[test]
    fn the_catalogue_is_written_every_few_seconds_and_seldomer_where_that_takes_long() {
        let mut model = Model::new(Choices::default(), Size { width: 80, height: 24 }, 0);
        let writes = CachedState { snapshot: None, stories: None, is_kept: true, writes: true, notices: Vec::new() };
        model.library.begin(writes);
        let wrote_at = |model: &mut Model, now: i64| {
            model.now = now;
            !keep_some(model).is_empty()
        };
        assert!(wrote_at(&mut model, 0), "the first articles are kept at once");
        assert!(!wrote_at(&mut model, 60_000), "one is being written");
        model.now = 10;
        kept(&mut model);
        assert!(!wrote_at(&mut model, 1_900) && wrote_at(&mut model, 2_010));
        model.now = 3_010;
        kept(&mut model);
        assert!(!wrote_at(&mut model, 20_000), "a second of writing is a part of twenty");
        assert!(wrote_at(&mut model, 23_010));
    }
}
