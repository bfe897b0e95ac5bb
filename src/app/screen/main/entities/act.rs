//! The sidebar of names.

use crate::app::action::Naming;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::panes::{Pane, THREE_FROM};
use crate::app::screen::name::act as page;
use crate::app::verb::name::{self, Named};
use crate::app::verb::search;
use crate::corpus::DocId;
use crate::entity::merge::NameKey;
use crate::text::fold;
use crate::words::msg;

/// The name under the cursor, with all its spellings.
pub(crate) fn named(model: &Model) -> Option<Named> {
    let e = model.entities.name()?;
    let mut forms: Vec<String> = e.forms.iter().map(|f| f.surface.clone()).collect();
    if let Some(m) = model.library.corpus_names.get(&NameKey::new(e.kind, &e.name)) {
        forms.extend(m.forms.iter().map(|f| f.surface.clone()));
    }
    Some(Named { name: e.name.clone(), kind: e.kind, forms, near: Vec::new() })
}

/// Decides about the name under the cursor.
pub(crate) fn decide(model: &mut Model, action: Naming) -> Vec<Effect> {
    let Some(named) = named(model) else {
        let lang = model.lang();
        model.say(lang.text(msg::ENTITIES_NO_NAME_HERE));
        return Vec::new();
    };
    match action {
        // Spellings are joined here by agreeing to a doubtful one.
        Naming::MergeName | Naming::ToggleSpelling => merge(model, &named),
        Naming::SplitName => split(model, &named),
        Naming::NameKind => name::next_kind(model, &named),
        Naming::CallName => name::ask_called(model, &named),
        Naming::EntityPage => page::open(model, NameKey::new(named.kind, &named.name)),
        Naming::HideName => name::hide(model, &named),
        Naming::FilterEntity => name::filter(model, &named),
    }
}

/// Agrees to the doubtful spelling under the cursor, or asks which name is the
/// same.
fn merge(model: &mut Model, named: &Named) -> Vec<Effect> {
    match model.entities.form().filter(|f| f.doubtful).map(|f| f.surface.clone()) {
        Some(form) => name::join(model, named, &form, &[]),
        None => name::ask_same(model, named),
    }
}

/// Takes the spelling under the cursor off its name.
fn split(model: &mut Model, named: &Named) -> Vec<Effect> {
    if let Some(form) = model.entities.form().map(|f| f.surface.clone()) {
        return name::part(model, named, &form);
    }
    let lang = model.lang();
    model.say(lang.text(msg::ENTITIES_PART_L_UNFOLDS_SPELLINGS_X));
    Vec::new()
}

/// Spellings of one name that a search asks for at most, the most mentioned first.
const SPELLINGS: usize = 40;

/// Searches the corpus for the name under the sidebar's cursor, under all its
/// spellings.
pub(crate) fn name_over_corpus(model: &mut Model) -> Vec<Effect> {
    let Some(named) = named(model) else { return Vec::new() };
    let mut asked: Vec<String> = Vec::new();
    for form in std::iter::once(&named.name).chain(&named.forms) {
        let form = form.replace('"', " ");
        if asked.len() < SPELLINGS && !asked.iter().any(|a| fold(a) == fold(&form)) {
            asked.push(form);
        }
    }
    let asked: Vec<String> = asked.into_iter().map(|form| format!("\"{form}\"")).collect();
    search::search(model, &asked.join(" OR "))
}

/// Goes to the next or previous mention of the name under the sidebar's
/// cursor, round the end.
pub(crate) fn mention(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    if model.entities.names.is_none() {
        model.say(lang.text(msg::ENTITIES_NAMES_ARTICLE_NOT_KNOWN_YET));
        return Vec::new();
    }
    let Some(entity) = model.entities.name() else {
        model.say(lang.text(msg::ENTITIES_NO_NAME_ARTICLE));
        return Vec::new();
    };
    let n = entity.mentions.len();
    let next = match (model.entities.mention, forward) {
        (Some(m), true) => (m + 1) % n.max(1),
        (Some(m), false) => (m + n.max(1) - 1) % n.max(1),
        (None, true) => 0,
        (None, false) => n.saturating_sub(1),
    };
    let Some(span) = entity.mentions.get(next).map(|m| m.span) else { return Vec::new() };
    let name = entity.name.clone();
    model.entities.mention = Some(next);
    model.article.highlighted = Some(span);
    model.article.show(span);
    model.say(format!("{name} · {}/{n}", next + 1));
    Vec::new()
}

/// Goes to the first name that has these words.
pub(crate) fn find(model: &mut Model, words: &str) -> Vec<Effect> {
    if !words.trim().is_empty() && !model.entities.find(words) {
        let lang = model.lang();
        model.say(lang.say(msg::entities_none_has(words)));
    }
    Vec::new()
}

/// Folds out the spellings of the name under the cursor.
pub(crate) fn toggle_forms(model: &mut Model) -> Vec<Effect> {
    let selected = model.entities.selected();
    model.entities.unfolded = if model.entities.unfolded == selected { None } else { selected };
    navigate::fill_entities(model);
    if let Some(i) = selected {
        model.entities.select(i);
    }
    Vec::new()
}

/// Goes to the first mention of a name: in the open article when it has one,
/// else in the article that names it most. Its row in the sidebar is under the cursor.
pub(crate) fn go_to(model: &mut Model, name: &NameKey) -> Vec<Effect> {
    let Some(merged) = model.library.corpus_names.get(name).cloned() else { return Vec::new() };
    let here = model.article.document.filter(|d| merged.documents.iter().any(|o| o.id == *d));
    let most = merged.documents.iter().max_by_key(|o| (o.count, std::cmp::Reverse(o.id))).map(|o| o.id);
    let Some(id) = here.or(most) else { return Vec::new() };
    let effects = navigate::open_revealed(model, id);
    // Where the sidebar has no room beside the article the name would not be seen: it was
    // gone to, so it has the keys.
    if model.size.width < THREE_FROM {
        model.focus = Pane::Entities;
    }
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
    let Some(merged) = model.library.corpus_names.get(name).cloned() else { return };
    let Some(names) = model.library.names_in(id) else { return };
    let forms: Vec<&str> = merged.forms.iter().map(|f| f.surface.as_str()).collect();
    let index =
        names.iter().position(|e| e.kind == merged.kind && e.forms.iter().any(|f| forms.contains(&f.surface.as_str())));
    let Some(index) = index else { return };
    let Some(mention) = names[index].mentions.first().map(|m| m.span) else { return };
    let said = (merged.name.clone(), merged.count, merged.documents.len());
    navigate::light(model, id, mention);
    model.entities.select(index);
    model.entities.mention = Some(0);
    let lang = model.lang();
    let (name, n, of) = said;
    let mentions = lang.say(msg::ui_mentions(n));
    let articles = lang.articles(of);
    model.say(lang.say(msg::entities_e_next_ie_filters(&name, &mentions, &articles)));
}
