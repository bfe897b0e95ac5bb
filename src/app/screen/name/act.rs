//! The page of a name, and what the reader decides about names: spellings
//! joined and parted, kinds, names hidden. Remembered in the journal for the
//! whole corpus, undone like any act.

use crate::app::effect::Effect;
use crate::app::library::Merging;
use crate::app::loading::ingest as gather;
use crate::app::model::Model;
use crate::app::overlay::act as overlays;
use crate::app::overlay::prompt::state::Ask;
use crate::app::overlay::state::Overlay;
use crate::app::panes::Screen;
use crate::app::screen::compare::act as compare;
use crate::app::screen::main::article::act as article;
use crate::app::screen::name::state as name;
use crate::app::screen::name::state::Standing;
use crate::app::update::{cover, start};
use crate::app::verb::{decide as decision, judge as verdict};
use crate::app::view::entity_kind_one;
use crate::entity::EntityKind;
use crate::entity::merge::NameKey;
use crate::job::Job;
use crate::triage::{Change, Decision, Target};

/// A name with its kind and all its spellings.
struct Subject {
    name: String,
    kind: EntityKind,
    forms: Vec<String>,
}

/// The name that a key is about: that of the page, or the sidebar's.
fn subject(model: &Model) -> Option<Subject> {
    if model.screen == Screen::Name {
        let m = name::merged(model)?;
        let forms = m.forms.iter().map(|f| f.surface.clone()).collect();
        return Some(Subject { name: m.name.clone(), kind: m.kind, forms });
    }
    let e = model.entities.name()?;
    let mut forms: Vec<String> = e.forms.iter().map(|f| f.surface.clone()).collect();
    if let Some(m) = model.library.catalogue.get(&NameKey::new(e.kind, &e.name)) {
        forms.extend(m.forms.iter().map(|f| f.surface.clone()));
    }
    Some(Subject { name: e.name.clone(), kind: e.kind, forms })
}

/// Opens the page of the name under the sidebar's cursor.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(key) = model.entities.name().map(|e| NameKey::new(e.kind, &e.name)) else {
        model.say(lang.pick("Aucun nom ici.", "No name here."));
        return Vec::new();
    };
    let mut effects = gather::names_wanted(model);
    article::remember(model);
    cover(model, Screen::Name);
    model.name.open(key);
    effects.extend(read(model));
    effects
}

/// Reads the articles of the page's name again, when the page is shown.
pub(crate) fn read(model: &mut Model) -> Vec<Effect> {
    if model.screen != Screen::Name {
        return Vec::new();
    }
    let Some(merged) = name::merged(model) else {
        model.name.set_page(None);
        return Vec::new();
    };
    let key = merged.id.clone();
    let mut documents: Vec<_> = merged.documents.iter().collect();
    documents.sort_by_key(|o| (std::cmp::Reverse(o.count), o.id));
    documents.truncate(name::ARTICLES);
    let day = |id| model.library.card(id).and_then(|c| c.date);
    documents.sort_by_key(|o| (day(o.id), o.id));
    let read = documents.iter().filter_map(|o| compare::candidate(model, o.id)).collect();
    let (catalogue, decisions) = (model.library.catalogue.clone(), model.library.decisions().clone());
    let desk = model.desk();
    vec![start(model, Job::Name(key, catalogue, decisions, read, desk))]
}

/// Goes to what the cursor of the page is on.
pub(crate) fn go(model: &mut Model) -> Vec<Effect> {
    if let Some((id, span)) = model.name.place() {
        model.screen = Screen::Main;
        overlays::reveal(model, id);
        return article::open_at(model, id, span);
    }
    let Some(spelling) = model.name.spelling().cloned() else { return Vec::new() };
    if spelling.standing == Standing::Apart {
        // A name of its own has a page of its own.
        model.name.open(spelling.key);
        return read(model);
    }
    let place = model.name.page.as_ref().and_then(|p| p.places.get(&spelling.key)).copied();
    let Some((id, span)) = place else {
        let lang = model.lang();
        model.say(lang.pick(
            "Cette forme n'est pas dans les articles relus ici.",
            "This spelling is not in the articles read here.",
        ));
        return Vec::new();
    };
    model.screen = Screen::Main;
    overlays::reveal(model, id);
    article::open_at(model, id, span)
}

/// Says yes or no to the spelling under the page's cursor.
pub(crate) fn toggle(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let (Some(spelling), Some(subject)) = (model.name.spelling().cloned(), subject(model)) else {
        model.say(lang.pick("Espace joint ou sépare une forme.", "Space joins or parts a spelling."));
        return Vec::new();
    };
    match spelling.standing {
        Standing::Joined => part(model, &subject, &spelling.surface),
        Standing::Doubtful | Standing::Apart => join(model, &subject, &spelling.surface, &[]),
    }
}

/// Takes the spelling under the sidebar's cursor off its name.
pub(crate) fn split(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Name {
        return toggle(model);
    }
    let lang = model.lang();
    let form = model.entities.form().map(|f| f.surface.clone());
    match (form, subject(model)) {
        (Some(form), Some(subject)) => part(model, &subject, &form),
        _ => {
            model.say(lang.pick(
                "Séparer : l déplie les formes, X sur celle qui est un autre nom.",
                "Part: l unfolds the spellings, X on the one that is another name.",
            ));
            Vec::new()
        }
    }
}

/// Agrees to the doubtful spelling under the cursor, or asks which name is
/// the same.
pub(crate) fn merge(model: &mut Model) -> Vec<Effect> {
    let Some(subject) = subject(model) else { return Vec::new() };
    let doubtful = model.entities.form().filter(|f| f.doubtful && model.screen == Screen::Main);
    if let Some(form) = doubtful.map(|f| f.surface.clone()) {
        return join(model, &subject, &form, &[]);
    }
    let mut effects = gather::names_wanted(model);
    effects.extend(overlays::prompt(model, Ask::SameName));
    effects
}

/// The names of the corpus are there: what waits for them is filled.
pub(crate) fn arrived(model: &mut Model) -> Vec<Effect> {
    let offered = suggestions(model);
    if let Some(Overlay::Prompt(p)) = model.overlays.last_mut()
        && p.ask == Ask::SameName
    {
        p.suggestions = offered;
    }
    read(model)
}

/// Names that the line of input offers: near ones, those of the open article,
/// then the most mentioned.
pub(crate) fn suggestions(model: &Model) -> Vec<String> {
    const MOST: usize = 400;
    let Some(subject) = subject(model) else { return Vec::new() };
    let near = model.name.page.iter().filter(|_| model.screen == Screen::Name).flat_map(|p| &p.near);
    let mut out: Vec<String> = near.map(|n| n.name.clone()).collect();
    let here = model.entities.names.iter().flat_map(|n| n.iter()).filter(|e| e.kind == subject.kind);
    for e in here {
        if e.name != subject.name && !out.contains(&e.name) {
            out.push(e.name.clone());
        }
    }
    let all = model.library.catalogue.entities.iter().filter(|e| e.kind == subject.kind).take(MOST);
    for e in all {
        if e.name != subject.name && !out.contains(&e.name) {
            out.push(e.name.clone());
        }
    }
    out
}

/// The reader named another name of the same.
pub(crate) fn same(model: &mut Model, other: &str) -> Vec<Effect> {
    let lang = model.lang();
    let (Some(subject), other) = (subject(model), other.trim()) else { return Vec::new() };
    if other.is_empty() {
        return Vec::new();
    }
    let kinds = std::iter::once(subject.kind).chain(EntityKind::ALL);
    let found = kinds.into_iter().find_map(|k| model.library.catalogue.get(&NameKey::new(k, other)));
    let Some(found) = found else {
        if model.library.merging != Merging::Done {
            model.say(lang.pick(
                "Les noms du corpus se rassemblent encore : dans un instant.",
                "The names of the corpus are still being gathered: in a moment.",
            ));
            return Vec::new();
        }
        model.warn(lang.pick(
            format!("Aucun nom « {other} » dans le corpus : Tab propose."),
            format!("No name “{other}” in the corpus: Tab suggests."),
        ));
        return Vec::new();
    };
    if subject.forms.contains(&found.name) && found.name != other {
        model.say(lang.pick("C'est déjà le même nom.", "It is the same name already."));
        return Vec::new();
    }
    let name = found.name.clone();
    let kind = Decision::NameKind { name: name.clone(), kind: subject.kind.name().to_owned() };
    let extra: Vec<Change> = if found.kind == subject.kind { Vec::new() } else { vec![Change::Decide(kind)] };
    join(model, &subject, &name, &extra)
}

/// Makes a spelling the subject's, and takes back what said otherwise.
fn join(model: &mut Model, subject: &Subject, form: &str, extra: &[Change]) -> Vec<Effect> {
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
    let said = lang.pick(
        format!("« {form} » est « {name} » partout — u annule"),
        format!("“{form}” is “{name}” everywhere — u undoes"),
    );
    act(model, changes, said)
}

/// Makes a spelling of the subject a name of its own.
fn part(model: &mut Model, subject: &Subject, form: &str) -> Vec<Effect> {
    let lang = model.lang();
    let others = subject.forms.iter().chain([&subject.name]).filter(|f| fold(f) != fold(form));
    let mut names: Vec<String> = others.cloned().collect();
    names.sort_unstable();
    names.dedup_by_key(|n| fold(n));
    if names.is_empty() {
        model.say(lang.pick("C'est la seule forme de ce nom.", "It is the only spelling of this name."));
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
    let said = lang
        .pick(format!("« {form} » n'est pas « {name} » — u annule"), format!("“{form}” is not “{name}” — u undoes"));
    act(model, changes, said)
}

/// Gives the name the next kind.
pub(crate) fn next_kind(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(subject) = subject(model) else { return Vec::new() };
    let at = EntityKind::ALL.iter().position(|k| *k == subject.kind).unwrap_or(0);
    let kind = EntityKind::ALL[(at + 1) % EntityKind::ALL.len()];
    let mut forms: Vec<String> = subject.forms.iter().chain([&subject.name]).cloned().collect();
    forms.sort_unstable();
    forms.dedup_by_key(|n| fold(n));
    let decide = |name: String| Change::Decide(Decision::NameKind { name, kind: kind.name().to_owned() });
    let words = entity_kind_one(kind, lang);
    let name = &subject.name;
    let said = lang.pick(format!("« {name} » : {words} — u annule"), format!("“{name}”: {words} — u undoes"));
    let key = NameKey::new(kind, name);
    if model.screen == Screen::Name {
        model.name.key = Some(key);
    }
    act(model, forms.into_iter().map(decide).collect(), said)
}

/// Hides a name everywhere.
pub(crate) fn hide(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(Subject { name, .. }) = subject(model) else { return Vec::new() };
    let said =
        lang.pick(format!("« {name} » caché partout — u annule"), format!("“{name}” hidden everywhere — u undoes"));
    if model.screen == Screen::Name {
        model.screen = model.under;
    }
    act(model, vec![Change::Decide(Decision::NotAName { form: name })], said)
}

/// The name whose articles the list is asked for.
pub(crate) fn wanted(model: &Model) -> Option<String> {
    subject(model).map(|s| s.name)
}

fn act(model: &mut Model, changes: Vec<Change>, said: String) -> Vec<Effect> {
    let changes = changes.into_iter().map(|c| (Target::Corpus, c)).collect();
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let mut effects = verdict::record(model, entry.clone());
    effects.extend(decision::follow(model, &entry));
    model.say(said);
    effects
}

fn fold(s: &str) -> String {
    crate::text::fold(s).trim().to_owned()
}
