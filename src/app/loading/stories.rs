//! Stories made by hand: ticked articles become one, others leave theirs.
//! Remembered in the journal as pairs of articles, obeyed by grouping, undone
//! like any act.

use crate::app::effect::Effect;
use crate::app::library::Library;
use crate::app::model::Model;
use crate::app::update::start;
use crate::app::verb::judge as verdict;
use crate::corpus::{DocId, DocKey};
use crate::job::{Extension, Job, StoryBook, StoryList};
use crate::story::{GroupOptions, edit, may_be_extended};
use crate::triage::{Change, Decision, StoryPairs, Target, Triage};
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// What the journal says about stories, and which there are now: they keep
/// their identity.
fn options(triage: &Triage, library: &Library) -> GroupOptions {
    let StoryPairs { together, apart } = triage.story_pairs();
    let list = library.story_list();
    let keys = |n: usize| list.members_of(n).unwrap_or_default().iter().filter_map(|id| library.key(*id)).collect();
    let before = list.iter().enumerate().map(|(n, s)| (s.id.to_owned(), keys(n))).collect();
    GroupOptions { together, apart, before }
}

/// Groups the corpus under what the journal says.
pub(crate) fn group(model: &mut Model) -> Effect {
    let options = options(&model.triage, &model.library);
    model.library.stories_coming = number(model);
    let (shelf, ids) = (model.library.shelf().clone(), model.library.studied());
    start(model, Job::Group(shelf, ids, options))
}

/// Brings the stories up to date with the articles that there are: a few that
/// came or went are put into those that there are or taken out of them, else
/// all are grouped anew.
pub(crate) fn follow(model: &mut Model) -> Effect {
    let Some(extension) = strayed(model) else { return group(model) };
    model.library.stories_coming = number(model);
    let shelf = model.library.shelf().clone();
    start(model, Job::Extend(shelf, extension))
}

/// What came and went since the stories were made, when that is all that
/// changed, and little.
fn strayed(model: &Model) -> Option<Extension> {
    let library = &model.library;
    let book = library.stories.clone()?;
    let before: HashSet<DocId> = book.order().into_iter().collect();
    let new: Vec<DocId> = library.corpus.ids().filter(|id| !before.contains(id)).collect();
    let documents = before.len();
    let gone: HashSet<DocId> = before.into_iter().filter(|id| !library.corpus.has(*id)).collect();
    if !may_be_extended(documents, book.strayed(), new.len() + gone.len()) {
        return None;
    }
    let register = library.register();
    let expected = library.stories_of.wrapping_add(register.marks_of(&new)).wrapping_sub(register.marks_of(&gone));
    (expected == number(model)).then_some(Extension { book, gone, new })
}

/// Takes new stories.
pub(crate) fn grouped(model: &mut Model, book: StoryBook, list: Arc<StoryList>) {
    model.library.set_stories(book, list);
    model.library.stories_of = model.library.stories_coming;
}

/// True when the stories are those of the articles that there are, under what
/// the journal says now.
pub(crate) fn are_current(model: &Model) -> bool {
    model.library.stories.is_some() && model.library.stories_of == number(model)
}

/// What stories would be made of now, in one number that does not depend on
/// the order of the articles; an article more adds its [`mark`] to it.
fn number(model: &Model) -> u64 {
    let StoryPairs { together, apart } = model.triage.story_pairs();
    let mut said = DefaultHasher::new();
    (together, apart).hash(&mut said);
    model.library.register().marks().wrapping_add(said.finish())
}

fn key(library: &Library, id: DocId) -> Option<DocKey> {
    library.key(id)
}

/// The articles of a document's story, in the order of the corpus; it alone
/// when it shares none.
fn members(model: &Model, id: DocId) -> Vec<DocKey> {
    let ids = model.library.story(id).map_or_else(|| vec![id], |s| model.library.members(s.id));
    ids.into_iter().filter_map(|d| key(&model.library, d)).collect()
}

/// Makes one story of the ticked articles and of the stories that they are in.
pub(crate) fn merge(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let mut all: Vec<DocKey> = verdict::targets(model).into_iter().flat_map(|id| members(model, id)).collect();
    all.sort_unstable();
    all.dedup();
    let of = |id: &DocId| model.library.story(*id).map(|s| s.id.to_owned());
    let mut stories: Vec<_> = verdict::targets(model).iter().map(|id| of(id).ok_or(*id)).collect();
    stories.sort_unstable();
    stories.dedup();
    if stories.len() < 2 {
        model.say(lang.pick(
            "Fusionner : cochez (Espace) des articles d'au moins deux histoires.",
            "Merge: tick (Space) articles of at least two stories.",
        ));
        return Vec::new();
    }
    let standing = model.triage.story_pairs();
    let crossed = standing.apart.into_iter().filter(|(a, b)| all.contains(a) && all.contains(b));
    let pairs: Vec<_> = edit::merge(&all, &[]).into_iter().chain(crossed).collect();
    let effects = decide(model, pairs, Vec::new());
    let n = all.len();
    model.list.ticked.clear();
    model.say(lang.pick(
        format!("{n} articles font une seule histoire — u annule"),
        format!("{n} articles are one story — u undoes"),
    ));
    effects
}

/// Takes the ticked articles, or the one at hand, out of their story; several
/// of one story leave it together.
pub(crate) fn split(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let ids = verdict::targets(model);
    let out: Vec<DocKey> = ids.iter().filter_map(|d| key(&model.library, *d)).collect();
    let mut stories: Vec<String> = ids.iter().filter_map(|d| Some(model.library.story(*d)?.id.to_owned())).collect();
    stories.sort_unstable();
    stories.dedup();
    let standing = model.triage.story_pairs();
    let (mut together, mut apart) = (Vec::new(), Vec::new());
    for story in &stories {
        let ids = model.library.members(story);
        let members: Vec<DocKey> = ids.into_iter().filter_map(|d| key(&model.library, d)).collect();
        let split = edit::split(&members, &out);
        if !split.apart.is_empty() {
            let parted = |(a, b): &(DocKey, DocKey)| members.contains(a) && members.contains(b);
            let crosses = |(a, b): &(DocKey, DocKey)| out.contains(a) != out.contains(b);
            apart.extend(standing.together.iter().filter(|p| parted(p) && crosses(p)).copied());
            together.extend(split.together);
            apart.extend(split.apart);
        }
    }
    if apart.is_empty() {
        model.say(lang.pick(
            "Séparer : l'article ne partage pas d'histoire, ou toute l'histoire est choisie.",
            "Split: the article shares no story, or the whole story is chosen.",
        ));
        return Vec::new();
    }
    let effects = decide(model, together, apart);
    model.list.ticked.clear();
    let n = lang.articles(out.len());
    model.say(lang.pick(format!("{n} hors de l'histoire — u annule"), format!("{n} out of the story — u undoes")));
    effects
}

/// Records pairs as one act and groups anew. A pair stands at its later key,
/// so that what is said of it later takes the place of what was said before.
fn decide(model: &mut Model, together: Vec<(DocKey, DocKey)>, apart: Vec<(DocKey, DocKey)>) -> Vec<Effect> {
    let once =
        |pairs: Vec<(DocKey, DocKey)>| pairs.into_iter().map(|(a, b)| (a.max(b), a.min(b))).collect::<BTreeSet<_>>();
    let same = once(together).into_iter().map(|(at, with)| (at, Decision::SameStory { with }));
    let other = once(apart).into_iter().map(|(at, than)| (at, Decision::OtherStory { than }));
    let changes: Vec<(Target, Change)> =
        same.chain(other).map(|(key, d)| (Target::Document(key), Change::Decide(d))).collect();
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let mut effects = verdict::record(model, entry);
    effects.push(group(model));
    effects
}
