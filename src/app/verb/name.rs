//! What the reader decides about names: spellings joined and parted, kinds, names
//! hidden. Remembered in the journal for the whole corpus, undone like any act.

use crate::app::effect::Effect;
use crate::app::library::Merging;
use crate::app::loading::names;
use crate::app::model::Model;
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::prompt::state::{Ask, Prompt};
use crate::app::overlay::state::Overlay;
use crate::app::panes::Pane;
use crate::app::verb::decide;
use crate::app::view::entity_kind_one;
use crate::app::{navigate, record};
use crate::entity::EntityKind;
use crate::entity::merge::NameKey;
use crate::triage::{Change, Decision, Target};
use crate::words::msg;

/// A name with its kind, all its spellings, and the names near to it.
pub(crate) struct Named {
    /// As it is shown.
    pub(crate) name: String,
    /// Its kind.
    pub(crate) kind: EntityKind,
    /// Its spellings.
    pub(crate) forms: Vec<String>,
    /// Names that are like it.
    pub(crate) near: Vec<String>,
}

/// Asks which other name is the same.
pub(crate) fn ask_same(model: &mut Model, named: &Named) -> Vec<Effect> {
    let effects = names::wanted(model);
    let suggestions = suggestions(model, named);
    let prompt = Prompt { suggestions, ..Prompt::new(Ask::SameName, InputLine::default()) };
    model.overlays.push(Overlay::Prompt(prompt));
    effects
}

/// Names that the line of input offers: near ones, those of the open article,
/// then the most mentioned.
pub(crate) fn suggestions(model: &Model, subject: &Named) -> Vec<String> {
    const MOST: usize = 400;
    let mut out: Vec<String> = subject.near.clone();
    let here = model.entities.names.iter().flat_map(|n| n.iter()).filter(|e| e.kind == subject.kind);
    for e in here {
        if e.name != subject.name && !out.contains(&e.name) {
            out.push(e.name.clone());
        }
    }
    let all = model.library.corpus_names.entities.iter().filter(|e| e.kind == subject.kind).take(MOST);
    for e in all {
        if e.name != subject.name && !out.contains(&e.name) {
            out.push(e.name.clone());
        }
    }
    out
}

/// The reader named another name of the same.
pub(crate) fn same(model: &mut Model, subject: &Named, other: &str) -> Vec<Effect> {
    let lang = model.lang();
    let other = other.trim();
    if other.is_empty() {
        return Vec::new();
    }
    let kinds = std::iter::once(subject.kind).chain(EntityKind::ALL);
    let found = kinds.into_iter().find_map(|k| model.library.corpus_names.get(&NameKey::new(k, other)));
    let Some(found) = found else {
        if model.library.merging != Merging::Done {
            model.say(lang.text(msg::NAME_NAMES_CORPUS_STILL_BEING_GATHERED));
            return Vec::new();
        }
        model.warn(lang.say(msg::name_no_name_corpus_tab_suggests(other)));
        return Vec::new();
    };
    if subject.forms.contains(&found.name) && found.name != other {
        model.say(lang.text(msg::NAME_SAME_NAME_ALREADY));
        return Vec::new();
    }
    let name = found.name.clone();
    let kind = Decision::NameKind { name: name.clone(), kind: subject.kind.name().to_owned() };
    let extra: Vec<Change> = if found.kind == subject.kind { Vec::new() } else { vec![Change::Decide(kind)] };
    join(model, subject, &name, &extra)
}

/// Asks what the name is to be called.
pub(crate) fn ask_called(model: &mut Model, named: &Named) -> Vec<Effect> {
    model.overlays.push(Overlay::Prompt(Prompt::new(Ask::Called, InputLine::new(named.name.clone()))));
    Vec::new()
}

/// The reader calls the name so, whether anybody writes it or not; nothing typed takes it back.
pub(crate) fn call(model: &mut Model, subject: &Named, called: &str) -> Vec<Effect> {
    let lang = model.lang();
    let called = called.trim();
    let standing = &model.triage.status_of(&Target::Corpus).decisions;
    let before = standing.iter().find_map(|d| match d {
        Decision::Called { name, called } if fold(called) == fold(&subject.name) => Some((d.clone(), name.clone())),
        _ => None,
    });
    // What is said of it is said of a spelling that there is.
    let own = before.as_ref().map_or(&subject.name, |(_, name)| name).clone();
    if called == subject.name || called.is_empty() && before.is_none() {
        return Vec::new();
    }
    if called.is_empty() || fold(called) == fold(&own) && called == own {
        let Some((decision, _)) = before else { return Vec::new() };
        let said = lang.say(msg::name_called_again(&own));
        return act(model, vec![Change::Retract(decision)], said);
    }
    let said = lang.say(msg::name_called(&subject.name, called));
    act(model, vec![Change::Decide(Decision::Called { name: own, called: called.to_owned() })], said)
}

/// Makes a spelling the subject's, and takes back what said otherwise.
pub(crate) fn join(model: &mut Model, subject: &Named, form: &str, extra: &[Change]) -> Vec<Effect> {
    let lang = model.lang();
    let theirs = |s: &str| fold(s) == fold(form);
    let ours = |s: &str| subject.forms.iter().any(|f| fold(f) == fold(s)) || fold(s) == fold(&subject.name);
    let against = |d: &&Decision| match d {
        Decision::OtherName { form: a, name: b } => (theirs(a) && ours(b)) || (ours(a) && theirs(b)),
        Decision::NotAName { form: a } => theirs(a),
        _ => false,
    };
    let standing = &model.triage.status_of(&Target::Corpus).decisions;
    let mut changes: Vec<Change> = standing.iter().filter(against).cloned().map(Change::Retract).collect();
    changes.extend(extra.iter().cloned());
    changes.push(Change::Decide(Decision::SameName { form: form.to_owned(), name: subject.name.clone() }));
    let name = &subject.name;
    let said = lang.say(msg::name_everywhere_u_undoes(form, name));
    act(model, changes, said)
}

/// Makes a spelling of the subject a name of its own.
pub(crate) fn part(model: &mut Model, subject: &Named, form: &str) -> Vec<Effect> {
    let lang = model.lang();
    let others = subject.forms.iter().chain([&subject.name]).filter(|f| fold(f) != fold(form));
    let mut names: Vec<String> = others.cloned().collect();
    names.sort_unstable();
    names.dedup_by_key(|n| fold(n));
    if names.is_empty() {
        model.say(lang.text(msg::NAME_ONLY_SPELLING_NAME));
        return Vec::new();
    }
    let standing = &model.triage.status_of(&Target::Corpus).decisions;
    let joined = |d: &&Decision| match d {
        Decision::SameName { form: a, name: b } => {
            let is = |s: &str| fold(s) == fold(form);
            let other = |s: &str| names.iter().any(|n| fold(n) == fold(s));
            (is(a) && other(b)) || (other(a) && is(b))
        }
        _ => false,
    };
    let mut changes: Vec<Change> = standing.iter().filter(joined).cloned().map(Change::Retract).collect();
    let apart = |name: String| Change::Decide(Decision::OtherName { form: form.to_owned(), name });
    changes.extend(names.into_iter().map(apart));
    let name = &subject.name;
    let said = lang.say(msg::name_not_u_undoes(form, name));
    act(model, changes, said)
}

/// Gives the name the next kind.
pub(crate) fn next_kind(model: &mut Model, subject: &Named) -> Vec<Effect> {
    let lang = model.lang();
    let kind = kind_after(subject.kind);
    let mut others: Vec<String> = subject.forms.iter().filter(|f| fold(f) != fold(&subject.name)).cloned().collect();
    others.sort_unstable();
    others.dedup_by_key(|n| fold(n));
    let decide = |name: String| Change::Decide(Decision::NameKind { name, kind: kind.name().to_owned() });
    let words = entity_kind_one(kind, lang);
    let name = &subject.name;
    let said = lang.say(msg::name_u_undoes(name, words));
    act(model, [name.clone()].into_iter().chain(others).map(decide).collect(), said)
}

/// The next in the circle of kinds.
pub(crate) fn kind_after(kind: EntityKind) -> EntityKind {
    let at = EntityKind::ALL.iter().position(|k| *k == kind).unwrap_or(0);
    EntityKind::ALL[(at + 1) % EntityKind::ALL.len()]
}

/// Hides a name everywhere.
pub(crate) fn hide(model: &mut Model, subject: &Named) -> Vec<Effect> {
    let lang = model.lang();
    let name = subject.name.clone();
    let said = lang.say(msg::name_hidden_everywhere_u_undoes(&name));
    act(model, vec![Change::Decide(Decision::NotAName { form: name })], said)
}

/// Narrows the list to the articles that have the name.
pub(crate) fn filter(model: &mut Model, subject: &Named) -> Vec<Effect> {
    navigate::to_main(model);
    // What only the reader calls it stands in no article.
    let written = subject.forms.iter().find(|f| **f == subject.name).or(subject.forms.first());
    let term = format!("entity:\"{}\"", written.unwrap_or(&subject.name).replace('"', " "));
    // A second name narrows the first.
    let expression = match &model.filter {
        Some(f) if !f.text.contains(&term) => format!("{} {term}", f.text),
        Some(f) => f.text.clone(),
        None => term,
    };
    let effects = navigate::narrow(model, &expression);
    model.focus = Pane::List;
    effects
}

fn act(model: &mut Model, changes: Vec<Change>, said: String) -> Vec<Effect> {
    let changes = changes.into_iter().map(|c| (Target::Corpus, c)).collect();
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let mut effects = record::record(model, entry.clone());
    effects.extend(decide::follow(model, &entry));
    model.say(said);
    effects
}

fn fold(s: &str) -> String {
    crate::text::fold(s).trim().to_owned()
}
