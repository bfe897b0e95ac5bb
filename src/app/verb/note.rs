//! Notes: written in one line or in the reader's editor, on an article, a
//! passage, a story or a difference. Each is an entry of the journal.

use crate::app::effect::Effect;
use crate::app::model::{Draft, Model};
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::prompt::state::{About, Ask, Prompt};
use crate::app::overlay::state::Overlay;
use crate::app::record;
use crate::corpus::{DocId, DocKey};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::text::width::ellipsis;
use crate::triage::{Anchor, Change, NoteId, Target};
use crate::words::msg;

/// Asks for a note on one of these, with a text to begin with.
pub(crate) fn ask(model: &mut Model, about: Vec<About>, text: &str) -> Vec<Effect> {
    let begun = model.draft.take_if(|d| d.about == about).map(|d| d.text);
    let input = InputLine::new(begun.unwrap_or_else(|| text.to_owned()));
    model.overlays.push(Overlay::Prompt(Prompt { about, ..Prompt::new(Ask::Note, input) }));
    Vec::new()
}

/// Keeps what was typed of a note that is let go: asked for on the same thing,
/// it begins with that.
pub(crate) fn put_by(model: &mut Model, about: Vec<About>, text: &str) {
    let rewritten = matches!(about.as_slice(), [About::Note { .. }]);
    if text.trim().is_empty() || rewritten {
        return;
    }
    model.draft = Some(Draft { about, text: text.to_owned() });
    let lang = model.lang();
    model.say(lang.text(msg::NOTE_PUT_BY));
}

/// Opens the editor with the text typed so far.
pub(crate) fn compose(about: About, text: &str) -> Vec<Effect> {
    vec![Effect::Compose { about: Box::new(about), text: text.to_owned() }]
}

/// Keeps a note, or what became of one. An empty text keeps nothing; of a note
/// that was there it says how to remove it.
pub(crate) fn keep(model: &mut Model, about: &About, text: &str) -> Vec<Effect> {
    let lang = model.lang();
    let text = text.trim();
    if text.is_empty() {
        model.say(lang.text(msg::NOTE_EMPTY_NOTE_NOTHING_WAS_KEPT));
        return Vec::new();
    }
    let changes = changes(model, about, text);
    if changes.is_empty() {
        return Vec::new();
    }
    let n = changes.len();
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let effects = record::record(model, entry);
    model.article.selection = None;
    let shown = ellipsis(&one_line(text), 50).into_owned();
    let on = if n > 1 { format!(" ({})", lang.articles(n)) } else { String::new() };
    model.say(lang.say(msg::note_noted_gn_all_notes_u(&on, &shown)));
    effects
}

fn changes(model: &Model, about: &About, text: &str) -> Vec<(Target, Change)> {
    let key = |id: DocId| model.library.key(id);
    let at = model.triage.time(model.now);
    let new = |target: Target, anchors: Vec<Anchor>| {
        let id = NoteId::of(format!("{at} {} {target} {text}", model.choices.person).as_bytes());
        (target, Change::Note { id, text: text.to_owned(), anchors })
    };
    let anchor = |id: DocId, span: Span| {
        let document = model.library.corpus.get(id)?;
        Anchor::new(document.key, &document.text, span)
    };
    match about {
        About::Passage(id, span) => match (key(*id), anchor(*id, *span)) {
            (Some(k), a) => vec![new(k.into(), a.into_iter().collect())],
            _ => Vec::new(),
        },
        About::Articles(ids) => {
            let mut keys: Vec<_> = ids.iter().filter_map(|d| key(*d)).collect();
            keys.sort_unstable();
            keys.dedup();
            keys.into_iter().map(|k| new(k.into(), Vec::new())).collect()
        }
        About::Story(id) => vec![new(Target::Story(id.clone()), Vec::new())],
        About::Difference { a, b } => match (key(a.0), key(b.0)) {
            (Some(ka), Some(kb)) => {
                let sides = [*a, *b];
                let anchors = sides.into_iter().filter_map(|(d, s)| anchor(d, s?)).collect();
                vec![new(Target::pair(ka, kb), anchors)]
            }
            _ => Vec::new(),
        },
        About::Pair(a, b) => match (key(*a), key(*b)) {
            (Some(a), Some(b)) => vec![new(Target::pair(a, b), Vec::new())],
            _ => Vec::new(),
        },
        About::Note { target, id } => {
            let same = model.triage.status_of(target).notes.iter().any(|n| n.id == *id && n.text == text);
            if same { Vec::new() } else { vec![(target.clone(), Change::EditNote { id: *id, text: text.to_owned() })] }
        }
    }
}

/// What a target is called: which one, and its headline.
pub fn name(model: &Model, target: &Target) -> (String, String) {
    let lang = model.lang();
    let absent = || lang.text(msg::NOTE_ARTICLE_NOT_LOADED_HERE).to_owned();
    let label =
        |k: &DocKey| model.library.by_key(k).and_then(|d| model.library.card(d)).map_or_else(absent, |c| c.label(lang));
    let title = |k: &DocKey| {
        model.library.by_key(k).and_then(|d| model.library.card(d)).map_or_else(String::new, |c| c.title.clone())
    };
    match target {
        Target::Document(k) => (label(k), title(k)),
        Target::Pair(a, b) => (format!("{} ↔ {}", label(a), label(b)), title(a)),
        Target::Story(id) => {
            let stories = model.library.story_list();
            let story = stories.number(id).and_then(|n| stories.get(n));
            let title = story.map_or_else(|| one_line(id), |s| s.title.to_owned());
            (lang.text(msg::UI_CARD_STORY).to_owned(), title)
        }
        Target::Source(s) => (lang.text(msg::TRIAGE_CLAIM_SOURCE).to_owned(), one_line(s)),
        Target::Corpus => (lang.text(msg::TRIAGE_CORPUS).to_owned(), String::new()),
    }
}
