//! Overlays: the top one has the keys.

use crate::app::action::ACTIONS;
use crate::app::dispatch as perform;
use crate::app::effect::Effect;
use crate::app::key::{Code, Key};
use crate::app::loading::ingest as gather;
use crate::app::model::{Model, Repeat};
use crate::app::overlay::export::act as export;
use crate::app::overlay::help::{HelpLine, help_lines};
use crate::app::overlay::marks::act as marks;
use crate::app::overlay::picker::items::{Goal, Goals, Other};
use crate::app::overlay::picker::state::{GoTo, Palette};
use crate::app::overlay::prompt::state::{Ask, Prompt, edit};
use crate::app::overlay::state::Overlay;
use crate::app::screen::compare::act as compare;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::list::act as list;
use crate::app::screen::name::act as names;
use crate::app::screen::notes::act as notes;
use crate::app::screen::results::act as search;
use crate::app::update::start;
use crate::app::verb::{decide as decision, judge as verdict};
use crate::corpus::DocId;
use crate::entity::merge::NameKey;
use crate::job::{Job, Searched};
use crate::search::fuzzy::Finder;
use std::sync::Arc;
use tui_input::Input;

/// True when the overlay on top has a line of input.
pub(crate) fn takes_text(model: &Model) -> bool {
    !matches!(
        model.overlays.last(),
        None | Some(Overlay::Page { .. } | Overlay::Export(_) | Overlay::Marks { .. } | Overlay::Versus { .. })
    )
}

/// Opens a line of input in the status row.
pub(crate) fn prompt(model: &mut Model, ask: Ask) -> Vec<Effect> {
    let value = match ask {
        Ask::Filter => model.filter.as_ref().map_or(String::new(), |f| f.text.clone()),
        Ask::SearchCorpus => match (&model.results, model.screen) {
            (Some(r), crate::app::panes::Screen::Results) => r.query.clone(),
            _ => String::new(),
        },
        Ask::Title => model.subject().and_then(|d| model.library.card(d)).map_or(String::new(), |c| c.title.clone()),
        Ask::Source => {
            model.subject().and_then(|d| model.library.card(d)).and_then(|c| c.source.clone()).unwrap_or_default()
        }
        _ => String::new(),
    };
    let suggestions = match ask {
        Ask::Tag => {
            let mut tags = verdict::tags(model);
            // The tag used last is the one most likely wanted next.
            if let Some(Repeat::Tag(last, true)) = &model.last_act {
                tags.retain(|t| t != last);
                tags.insert(0, last.clone());
            }
            tags
        }
        Ask::Untag => {
            let key = model.subject().and_then(|d| model.library.key(d));
            key.map_or(Vec::new(), |k| model.triage.status(&k).tags.iter().cloned().collect())
        }
        Ask::Source => model.library.register().outlets().into_iter().map(str::to_owned).collect(),
        Ask::SameName => names::suggestions(model),
        _ => Vec::new(),
    };
    model.overlays.push(Overlay::Prompt(Prompt { suggestions, ..Prompt::new(ask, Input::new(value)) }));
    Vec::new()
}

/// Opens a line of input with a text in it.
pub(crate) fn prompt_with(model: &mut Model, ask: Ask, value: String) -> Vec<Effect> {
    model.overlays.push(Overlay::Prompt(Prompt::new(ask, Input::new(value))));
    Vec::new()
}

/// Opens the palette.
pub(crate) fn palette(model: &mut Model) -> Vec<Effect> {
    let mut palette = Palette::default();
    palette.rebuild(&|a| perform::refusal(model, a));
    model.overlays.push(Overlay::Palette(palette));
    Vec::new()
}

/// Opens "go to anything".
pub(crate) fn go_to(model: &mut Model) -> Vec<Effect> {
    let mut effects = gather::names_wanted(model);
    let made_of = Some((model.library.corpus.len(), model.library.catalogue.entities.len(), model.lang()));
    if model.goals.made_of != made_of {
        effects.extend(prepare_goals(model));
    }
    let goto = GoTo { goals: model.goals.ready.clone(), ..GoTo::default() };
    effects.push(start(model, Job::Find(goto.goals.finder.clone(), String::new())));
    model.overlays.push(Overlay::GoTo(goto));
    effects
}

/// Makes ready what can be gone to: documents, sources, actions and names.
pub(crate) fn prepare_goals(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let library = &model.library;
    let documents: Arc<Vec<DocId>> = Arc::new(library.corpus.ids().collect());
    let (mut others, mut words) = (Vec::new(), Vec::new());
    for s in library.register().outlets() {
        words.push(s.to_owned());
        others.push(Other::Source(s.to_owned()));
    }
    for info in ACTIONS {
        words.push(info.label(lang).to_owned());
        others.push(Other::Action(info.action));
    }
    let catalogue = library.catalogue.clone();
    let searched = Searched {
        register: library.register().clone(),
        articles: documents.clone(),
        unknown: lang.pick("inconnu", "unknown"),
        words,
        catalogue: catalogue.clone(),
    };
    model.goals.made_of = Some((library.corpus.len(), catalogue.entities.len(), lang));
    model.goals.coming = Goals { finder: Arc::default(), documents, others: Arc::new(others), catalogue };
    vec![start(model, Job::Goals(searched))]
}

/// What can be gone to is ready; who searches it already goes on in it.
pub(crate) fn goals_ready(model: &mut Model, finder: Arc<Finder>) -> Vec<Effect> {
    model.goals.ready = Goals { finder, ..std::mem::take(&mut model.goals.coming) };
    let Some(Overlay::GoTo(g)) = model.overlays.last_mut() else { return Vec::new() };
    g.goals = model.goals.ready.clone();
    let job = Job::Find(g.goals.finder.clone(), g.input.value().to_owned());
    vec![start(model, job)]
}

/// A key for the overlay on top.
pub(crate) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(overlay) = model.overlays.pop() else { return Vec::new() };
    let plain = |c: Code| key == Key::plain(c);
    let ctrl = |c: char| key.ctrl && key.code == Code::Char(c);
    if plain(Code::Esc) || ctrl('c') || ctrl('g') {
        return cancel(model, overlay);
    }
    let step = match () {
        () if plain(Code::Down) || ctrl('n') || ctrl('j') => 1,
        () if plain(Code::Up) || ctrl('p') => -1,
        () if plain(Code::PageDown) => 10,
        () if plain(Code::PageUp) => -10,
        () => 0isize,
    };
    match overlay {
        Overlay::Prompt(p) => prompt_key(model, p, key),
        Overlay::Export(e) => export::key(model, e, key),
        Overlay::Marks { set } => marks::key(model, set, key),
        Overlay::Palette(mut p) => {
            if plain(Code::Enter) {
                let chosen = p.entries.get(p.cursor).map(|e| e.action);
                return chosen.map_or(Vec::new(), |a| perform::perform(model, a, None));
            }
            if step != 0 {
                p.cursor = p.cursor.saturating_add_signed(step).min(p.entries.len().saturating_sub(1));
            } else if edit(&mut p.input, key) {
                p.rebuild(&|a| perform::refusal(model, a));
            }
            model.overlays.push(Overlay::Palette(p));
            Vec::new()
        }
        Overlay::GoTo(mut g) => {
            if plain(Code::Enter) {
                return choose(model, &g);
            }
            let mut effects = Vec::new();
            if step != 0 {
                let n = g.results.as_ref().map_or(0, |r| r.best.len());
                g.cursor = g.cursor.saturating_add_signed(step).min(n.saturating_sub(1));
            } else if edit(&mut g.input, key) {
                effects.push(start(model, Job::Find(g.goals.finder.clone(), g.input.value().to_owned())));
            }
            model.overlays.push(Overlay::GoTo(g));
            effects
        }
        Overlay::Help { context, mut input, mut top } => {
            let page = if key == Key::char(' ') && input.value().is_empty() { 10 } else { step };
            if plain(Code::Enter) || (key == Key::char('q') && input.value().is_empty()) {
                return Vec::new();
            }
            if page != 0 {
                let lines = help_lines(&model.keymap, context, input.value(), model.lang());
                let heads = lines.iter().filter(|l| matches!(l, HelpLine::Context(_))).count();
                top = top.saturating_add_signed(page).min((lines.len() + heads).saturating_sub(1));
            } else if !(key == Key::char('/') && input.value().is_empty()) && edit(&mut input, key) {
                top = 0;
            }
            model.overlays.push(Overlay::Help { context, input, top });
            Vec::new()
        }
        Overlay::Versus { reference, found, cursor } => {
            let last = found.as_ref().map_or(0, |f| f.len().saturating_sub(1));
            let at = found.as_ref().and_then(|f| f.get(cursor)).map(|v| v.0);
            let by = match key.code {
                Code::Char('j') => 1,
                Code::Char('k') => -1,
                Code::Char('q') => return Vec::new(),
                Code::Enter => return at.map_or(Vec::new(), |id| compare::set_right(model, id)),
                Code::Char('t') if model.size.width >= crate::app::prepare::THREE_TEXTS_FROM => {
                    let beside = |id: &DocId| model.compare.as_ref().is_some_and(|c| c.b != *id && c.result.is_some());
                    return at.filter(beside).map_or(Vec::new(), |id| compare::show_third(model, id));
                }
                _ => step,
            };
            let cursor = cursor.saturating_add_signed(by).min(last);
            model.overlays.push(Overlay::Versus { reference, found, cursor });
            Vec::new()
        }
        Overlay::Page { page, top } => {
            let by = match key.code {
                Code::Char('j') => 1,
                Code::Char('k') => -1,
                Code::Char(' ') | Code::Char('f') => 10,
                Code::Char('d') => 5,
                Code::Char('u') => -5,
                Code::Char('b') => -10,
                Code::Char('g') | Code::Home => isize::MIN / 2,
                Code::Char('G') | Code::End => isize::MAX / 2,
                Code::Char('q') | Code::Enter => return Vec::new(),
                _ => step,
            };
            // The last row is found when the page is laid out.
            model.overlays.push(Overlay::Page { page, top: top.saturating_add_signed(by) });
            Vec::new()
        }
    }
}

fn cancel(model: &mut Model, overlay: Overlay) -> Vec<Effect> {
    if let Overlay::Marks { .. } = overlay {
        model.menu = false;
        model.menu_due = None;
    }
    if let Overlay::Prompt(p) = overlay {
        match p.ask {
            Ask::FindInArticle => model.article.find = None,
            Ask::FindInList => model.list_find = None,
            Ask::FindInNotes => model.notes.search(""),
            _ => {}
        }
    }
    Vec::new()
}

fn prompt_key(model: &mut Model, mut p: Prompt, key: Key) -> Vec<Effect> {
    if key == Key::plain(Code::Enter) {
        return answer(model, &p);
    }
    if p.ask == Ask::Note && key == Key::plain(Code::Tab) {
        p.chosen = (p.chosen + 1) % p.about.len().max(1);
        model.overlays.push(Overlay::Prompt(p));
        return Vec::new();
    }
    if p.ask == Ask::Note && key.ctrl && key.code == Code::Char('x') {
        return p.about.get(p.chosen).map_or(Vec::new(), |a| notes::compose(a.clone(), p.input.value()));
    }
    if key == Key::plain(Code::Tab) {
        let typed = p.input.value().to_owned();
        // Tab goes round what begins as typed.
        let fitting: Vec<&String> = p.fitting().collect();
        let at = fitting.iter().position(|s| **s == typed);
        let next = match at {
            Some(_) => {
                let i = p.suggestions.iter().position(|s| *s == typed).unwrap_or(0);
                p.suggestions.get((i + 1) % p.suggestions.len().max(1)).cloned()
            }
            None => fitting.first().map(|s| (*s).clone()),
        };
        if let Some(next) = next {
            p.input = Input::new(next);
        }
        model.overlays.push(Overlay::Prompt(p));
        return Vec::new();
    }
    if key == Key::plain(Code::Backspace) && p.input.value().is_empty() {
        return cancel(model, Overlay::Prompt(p));
    }
    let edited = edit(&mut p.input, key);
    let (ask, value) = (p.ask, p.input.value().to_owned());
    model.overlays.push(Overlay::Prompt(p));
    if edited {
        // Words are lit while they are typed.
        match ask {
            Ask::FindInArticle => find_in_article(model, &value),
            Ask::FindInList => return list::find(model, &value),
            Ask::FindInNotes => model.notes.search(&value),
            _ => {}
        }
    }
    Vec::new()
}

fn find_in_article(model: &mut Model, value: &str) {
    let document = model.article.document.and_then(|d| model.library.corpus.get(d)).cloned();
    if let Some(document) = document {
        model.article.search(&document, value);
    }
}

/// Enter in a line of input.
fn answer(model: &mut Model, p: &Prompt) -> Vec<Effect> {
    let value = p.input.value();
    match p.ask {
        Ask::FindInArticle => {
            find_in_article(model, value);
            article::say_hit(model);
            Vec::new()
        }
        Ask::FindInList => list::find(model, value),
        Ask::SearchCorpus => search::search(model, value),
        Ask::Filter => list::set_filter(model, value),
        Ask::Tag => verdict::tag(model, value, true),
        Ask::Untag => verdict::tag(model, value, false),
        Ask::Note => p.about.get(p.chosen).map_or(Vec::new(), |a| notes::keep(model, a, value)),
        Ask::TickQuery => list::tick_query(model, value),
        Ask::SameName => names::same(model, value),
        Ask::Pipe => export::pipe(model, value),
        Ask::ExportName => {
            export::rename(model, value);
            Vec::new()
        }
        Ask::FindInNotes => {
            model.notes.search(value);
            Vec::new()
        }
        Ask::Title | Ask::Source | Ask::Date => match decision::field(p.ask) {
            Some(field) => decision::correct(model, field, value),
            None => Vec::new(),
        },
    }
}

/// Enter in "go to anything".
fn choose(model: &mut Model, g: &GoTo) -> Vec<Effect> {
    let best = g.results.as_ref().and_then(|r| r.best.get(g.cursor));
    let Some(goal) = best.and_then(|b| g.goals.get(b.index)) else { return Vec::new() };
    if let Goal::Action(action) = goal {
        return perform::perform(model, action, None);
    }
    let compared = crate::app::screen::compare::act::place(model);
    model.screen = crate::app::panes::Screen::Main;
    let effects = match goal {
        Goal::Document(id) => {
            reveal(model, id);
            article::open(model, id)
        }
        Goal::Source(source) => list::set_filter(model, &format!("source:\"{}\"", source.replace('"', " "))),
        Goal::Name(merged) => entity(model, &merged.id),
        Goal::Action(_) => Vec::new(),
    };
    // After the article that lay under it, so that one step back comes here.
    if let Some(place) = compared {
        model.jumps.leave(place);
    }
    effects
}

/// Takes the filter off when it hides the document.
pub(crate) fn reveal(model: &mut Model, id: crate::corpus::DocId) {
    if model.filter.is_some() && !model.list.go_to(id) {
        list::set_filter(model, "");
    }
}

/// Goes to the first mention of a name: in the open article when it has one,
/// else in the article that names it most.
pub(crate) fn entity(model: &mut Model, name: &NameKey) -> Vec<Effect> {
    let Some(merged) = model.library.catalogue.get(name).cloned() else { return Vec::new() };
    let here = model.article.document.filter(|d| merged.documents.iter().any(|o| o.id == *d));
    let most = merged.documents.iter().max_by_key(|o| (o.count, std::cmp::Reverse(o.id))).map(|o| o.id);
    let Some(id) = here.or(most) else { return Vec::new() };
    reveal(model, id);
    let effects = article::open(model, id);
    if model.library.names_in(id).is_some() {
        land(model, id, name);
    } else {
        // Its text is on the way.
        model.name_to_show = Some((id, name.clone()));
    }
    effects
}

/// Lights the first mention of a name in the document that is open.
pub(crate) fn land(model: &mut Model, id: DocId, name: &NameKey) {
    let Some(merged) = model.library.catalogue.get(name).cloned() else { return };
    let Some(names) = model.library.names_in(id) else { return };
    let forms: Vec<&str> = merged.forms.iter().map(|f| f.surface.as_str()).collect();
    let index =
        names.iter().position(|e| e.kind == merged.kind && e.forms.iter().any(|f| forms.contains(&f.surface.as_str())));
    let Some(index) = index else { return };
    let Some(mention) = names[index].mentions.first().map(|m| m.span) else { return };
    let said = (merged.name.clone(), merged.count, merged.documents.len());
    article::light(model, id, mention);
    model.entities.select(index);
    model.entities.mention = Some(0);
    let lang = model.lang();
    let (name, n, of) = said;
    let mentions = lang.count(n, ["mention", "mentions"], ["mention", "mentions"]);
    let articles = lang.articles(of);
    model.say(lang.pick(
        format!("{name} : {mentions} dans {articles} — e suivante, ie filtre"),
        format!("{name}: {mentions} in {articles} — e next, ie filters"),
    ));
}
