//! Stories made by hand: articles become one story, others leave theirs.
//! Remembered in the journal as pairs of articles, obeyed by grouping, undone
//! like any act.

use crate::app::effect::Effect;
use crate::app::loading::stories;
use crate::app::model::Model;
use crate::app::panes::Pane;
use crate::app::screen::here;
use crate::app::{navigate, record};
use crate::corpus::{DocId, DocKey};
use crate::story::edit;
use crate::triage::{Change, Decision, Target};
use crate::words::msg;
use std::collections::BTreeSet;

/// Documents by the story that they are in, each story once however many of them it
/// has, and those that share none.
struct PickedStories {
    stories: BTreeSet<String>,
    alone: Vec<DocId>,
}

impl PickedStories {
    fn of(model: &Model, ids: &[DocId]) -> Self {
        let (mut stories, mut alone) = (BTreeSet::new(), Vec::new());
        for id in ids {
            match model.library.story(*id) {
                Some(story) if !stories.contains(story.id) => {
                    stories.insert(story.id.to_owned());
                }
                Some(_) => {}
                None => alone.push(*id),
            }
        }
        Self { stories, alone }
    }

    /// All articles of those stories and those that are alone, each once, in order.
    fn articles(&self, model: &Model) -> BTreeSet<DocKey> {
        let shared = self.stories.iter().flat_map(|story| model.library.members(story));
        shared.chain(self.alone.iter().copied()).filter_map(|id| model.library.key(id)).collect()
    }
}

/// Makes one story of the ticked articles and of the stories that they are in. What
/// is under the cursor alone is never meant: of a group it would be all of it.
pub(crate) fn merge(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    if model.list.ticked.is_empty()
        && let Some(n) = group_here(model)
    {
        model.say(lang.say(msg::story_nothing_ticked(lang.articles(n))));
        return Vec::new();
    }
    let ids: Vec<DocId> = model.list.ticked.iter().copied().collect();
    let chosen = PickedStories::of(model, &ids);
    if chosen.stories.len() + chosen.alone.len() < 2 {
        model.say(lang.text(msg::STORY_MERGE_TICK_SPACE_ARTICLES_AT));
        return Vec::new();
    }
    let all = chosen.articles(model);
    let standing = model.triage.story_pairs();
    let crossed = standing.apart.into_iter().filter(|(a, b)| all.contains(a) && all.contains(b));
    let pairs: Vec<_> = edit::merge(&all).into_iter().chain(crossed).collect();
    let effects = decide(model, pairs, Vec::new());
    // Several articles may have one text.
    let n = record::articles(model, &all);
    // What was made is what the reader wants to see.
    let stands = model.list.document().is_some_and(|id| model.list.ticked.contains(&id));
    model.list.ticked.clear();
    if model.focus == Pane::List
        && !stands
        && let Some(first) = ids.first()
    {
        model.list.go_to(*first);
    }
    model.say(lang.say(msg::story_articles_one_story_u_undoes(n)));
    effects
}

/// How many articles the group under the cursor has, where it is none by story.
fn group_here(model: &Model) -> Option<usize> {
    let group = here::of(model).group(model).filter(|g| g.story().is_none())?;
    Some(group.documents().len())
}

/// Takes the ticked articles, or the one at hand, out of their story; several
/// of one story leave it together. The cursor stays in the story.
pub(crate) fn split(model: &mut Model, ids: &[DocId]) -> Vec<Effect> {
    let lang = model.lang();
    if model.list.ticked.is_empty()
        && let Some(n) = group_here(model)
    {
        model.say(lang.say(msg::story_nothing_ticked(lang.articles(n))));
        return Vec::new();
    }
    let out: BTreeSet<DocKey> = ids.iter().filter_map(|d| model.library.key(*d)).collect();
    let stories = PickedStories::of(model, ids).stories;
    let standing = model.triage.story_pairs();
    let (mut together, mut apart) = (Vec::new(), Vec::new());
    for story in &stories {
        let members = model.library.members(story);
        let members: BTreeSet<DocKey> = members.into_iter().filter_map(|d| model.library.key(d)).collect();
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
        model.say(lang.text(msg::STORY_SPLIT_ARTICLE_SHARES_NO_STORY));
        return Vec::new();
    }
    let mut effects = decide(model, together, apart);
    if model.focus == Pane::List
        && let Some(stays) = beside(model, ids)
    {
        model.list.go_to(stays);
        effects.extend(navigate::preview(model));
    }
    model.list.ticked.clear();
    let n = lang.articles(out.len());
    model.say(lang.say(msg::story_out_story_u_undoes(&n)));
    effects
}

/// The article of the story under the cursor that stays in it: the next of the group,
/// else the one before. Nothing where the cursor is on none that leaves.
fn beside(model: &Model, leaving: &[DocId]) -> Option<DocId> {
    let leaving: BTreeSet<&DocId> = leaving.iter().collect();
    let here = model.list.document().filter(|id| leaving.contains(id))?;
    let group = model.list.group_at_cursor().filter(|g| g.story().is_some())?.documents();
    let at = group.iter().position(|id| *id == here)?;
    let stays = |id: &&DocId| !leaving.contains(id);
    group[at..].iter().find(stays).or_else(|| group[..at].iter().rev().find(stays)).copied()
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
    let mut effects = record::record(model, entry);
    effects.push(stories::group(model));
    effects
}
