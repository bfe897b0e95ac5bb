//! Notes: written in one line or in the reader's editor, on the article, a
//! passage, the story or a difference; rewritten, removed, gone to. Each is an
//! entry of the journal.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::act as overlays;
use crate::app::overlay::prompt::state::{About, Ask, Prompt};
use crate::app::overlay::state::Overlay;
use crate::app::panes::Pane;
use crate::app::panes::Screen;
use crate::app::screen::compare::act as compare;
use crate::app::screen::compare::rows::SideName;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::article::sentences::sentence_around;
use crate::app::screen::main::list::act as list;
use crate::app::screen::main::list::groups::GroupKey;
use crate::app::screen::main::list::state::Row;
use crate::app::verb::judge as verdict;
use crate::corpus::{DocId, Document};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::text::width::ellipsis;
use crate::triage::note::Found;
use crate::triage::{Anchor, Change, NoteId, Target};
use tui_input::Input;

/// Longest excerpt of a difference that is widened to its sentence.
const SHORT: usize = 60;

/// Asks for a note on what is under the reader's eyes; Tab chooses among the
/// things that may be meant.
pub(crate) fn write(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    if model.screen == Screen::Notes {
        let Some(item) = model.notes.item() else { return Vec::new() };
        let about = About::Note { target: item.target.clone(), id: item.note.id };
        let text = one_line(&item.note.text);
        return ask(model, vec![about], &text);
    }
    let about = match model.screen {
        Screen::Compare => of_comparison(model),
        _ => of_main(model),
    };
    if about.is_empty() {
        model.say(lang.pick("Rien à noter ici.", "Nothing to note here."));
        return Vec::new();
    }
    ask(model, about, "")
}

fn ask(model: &mut Model, about: Vec<About>, text: &str) -> Vec<Effect> {
    let input = Input::new(text.to_owned());
    model.overlays.push(Overlay::Prompt(Prompt { about, ..Prompt::new(Ask::Note, input) }));
    Vec::new()
}

fn of_comparison(model: &Model) -> Vec<About> {
    let Some(c) = &model.compare else { return Vec::new() };
    let Some(result) = &c.result else { return vec![About::Pair(c.a, c.b)] };
    let item = c.item();
    let result = item.and_then(|i| c.result_of(i)).unwrap_or(result);
    let item = item.map(|i| (i.a, i.b));
    let at = if c.side == SideName::A { c.top } else { c.top_b() };
    let here = || c.rows()?.pair_at(at).and_then(|p| result.pairs.get(p)).map(|p| (p.a, p.b));
    let wide = |d: &Document, s: Span| if s.len() < SHORT { sentence_around(d, s) } else { s };
    let mut about = Vec::new();
    if let Some((a, b)) = item.or_else(here).filter(|(a, b)| a.is_some() || b.is_some()) {
        let a = a.map(|s| wide(&result.a.document, s));
        let b = b.map(|s| wide(&result.b.document, s));
        about.push(About::Difference { a: (c.a, a), b: (result.b.id, b) });
    }
    about.push(About::Pair(c.a, result.b.id));
    about
}

fn of_main(model: &Model) -> Vec<About> {
    let mut about = Vec::new();
    let on_list = model.focus == Pane::List;
    let mut story = None;
    if on_list && let Some(Row::Group(g)) = model.list.rows.get(model.list.cursor) {
        let group = model.list.groups.get(*g as usize).filter(|_| model.list.ticked.is_empty());
        if let Some(group) = group {
            return vec![match group.story() {
                Some(id) => About::Story(id.to_owned()),
                None => About::Articles(group.documents().to_vec()),
            }];
        }
    }
    if let Some(id) = model.subject() {
        if !on_list
            && let Some(document) = model.library.corpus.get(id)
            && let Some(span) = model.article.passage(document)
        {
            about.push(About::Passage(id, span));
        }
        story = model.library.story(id).map(|s| s.id.to_owned());
        if model.list.ticked.len() < 2 {
            about.push(About::Articles(vec![id]));
        }
    }
    if model.list.ticked.len() > 1 {
        let ticked = About::Articles(model.list.ticked.iter().copied().collect());
        about.insert(usize::from(!about.is_empty()), ticked);
    }
    about.extend(story.map(About::Story));
    about
}

/// Opens the editor with the text typed so far.
pub(crate) fn compose(about: About, text: &str) -> Vec<Effect> {
    vec![Effect::Compose { about: Box::new(about), text: text.to_owned() }]
}

/// The editor was left with this text.
pub(crate) fn composed(model: &mut Model, about: &About, text: &str) -> Vec<Effect> {
    keep(model, about, text)
}

/// Keeps a note, or what became of one. An empty text keeps nothing; of a note
/// that was there it says how to remove it.
pub(crate) fn keep(model: &mut Model, about: &About, text: &str) -> Vec<Effect> {
    let lang = model.lang();
    let text = text.trim();
    if text.is_empty() {
        model.say(lang.pick("Note vide : rien n'est gardé.", "An empty note: nothing was kept."));
        return Vec::new();
    }
    let changes = changes(model, about, text);
    if changes.is_empty() {
        return Vec::new();
    }
    let n = changes.len();
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let effects = verdict::record(model, entry);
    model.article.selection = None;
    let shown = ellipsis(&one_line(text), 50).into_owned();
    let on = if n > 1 { format!(" ({})", lang.articles(n)) } else { String::new() };
    model.say(lang.pick(
        format!("Noté{on} : {shown} — gn toutes les notes, u annule"),
        format!("Noted{on}: {shown} — gn all notes, u undoes"),
    ));
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

/// Opens the screen of the notes, of all or of one article.
pub(crate) fn open(model: &mut Model, here: bool) -> Vec<Effect> {
    let lang = model.lang();
    let only = if here { model.subject().and_then(|d| model.library.key(d)) } else { None };
    if let Some(key) = only
        && model.triage.notes_in(key).next().is_none()
    {
        model.say(lang.pick("Pas de note sur cet article : a en écrit une.", "No note on this article: a writes one."));
        return Vec::new();
    }
    article::remember(model);
    crate::app::update::cover(model, Screen::Notes);
    model.notes.only = only;
    model.notes.made_of = None;
    model.notes.search("");
    model.notes.cursor = 0;
    Vec::new()
}

/// Rewrites the note under the cursor in the editor.
pub(crate) fn rewrite(model: &mut Model) -> Vec<Effect> {
    let Some(item) = model.notes.item() else { return Vec::new() };
    compose(About::Note { target: item.target.clone(), id: item.note.id }, &item.note.text)
}

/// Removes the note under the cursor.
pub(crate) fn delete(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(item) = model.notes.item().cloned() else { return Vec::new() };
    let change = Change::DeleteNote(item.note.id);
    let entry = model.triage.act(model.now, &model.choices.person, vec![(item.target, change)]);
    let effects = verdict::record(model, entry);
    model.say(lang.pick("Note ôtée — u annule", "Note removed — u undoes"));
    effects
}

/// Goes to what the note under the cursor is about.
pub(crate) fn go(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(item) = model.notes.item().cloned() else { return Vec::new() };
    let id = |k| model.library.by_key(&k);
    let absent = |model: &mut Model| {
        let words =
            lang.pick("L'article de cette note n'est pas chargé ici.", "The article of this note is not loaded here.");
        model.say(words);
        Vec::new()
    };
    match &item.target {
        Target::Document(k) => {
            let Some(id) = id(*k) else { return absent(model) };
            model.screen = Screen::Main;
            overlays::reveal(model, id);
            let found = item.note.anchors.first().and_then(|a| {
                let document = model.library.corpus.get(id)?;
                Some(a.find(&document.text))
            });
            match found {
                Some(Found::At(span)) => article::open_at(model, id, span),
                Some(Found::Orphan) => {
                    let effects = article::open(model, id);
                    model.warn(lang.pick(
                        "Le passage de cette note n'est plus dans le texte.",
                        "The passage of this note is no longer in the text.",
                    ));
                    effects
                }
                None => article::open(model, id),
            }
        }
        Target::Pair(a, b) => {
            let (Some(a), Some(b)) = (id(*a), id(*b)) else { return absent(model) };
            let place = |d: DocId| {
                let document = model.library.corpus.get(d)?;
                let anchor = item.note.anchors.iter().find(|n| n.document == document.key)?;
                if let Found::At(span) = anchor.find(&document.text) { Some(span) } else { None }
            };
            let places = (place(a), place(b));
            let effects = compare::compare(model, a, b);
            if let Some(c) = &mut model.compare {
                c.wanted = Some(places);
            }
            effects
        }
        Target::Story(story) => {
            model.screen = Screen::Main;
            if model.list.grouping != crate::app::screen::main::list::order::Grouping::Story {
                list::group_by(model, crate::app::screen::main::list::order::Grouping::Story);
            }
            model.focus = Pane::List;
            if !model.list.go_to_group(&GroupKey::Story(story.clone())) {
                model.say(lang.pick("Cette histoire n'est pas dans la liste.", "This story is not in the list."));
            }
            Vec::new()
        }
        Target::Source(_) | Target::Corpus => Vec::new(),
    }
}
