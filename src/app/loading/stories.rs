//! Stories: grouped from what was found in articles and from what the reader said
//! of them.

use crate::app::effect::Effect;
use crate::app::library::Library;
use crate::app::model::Model;
use crate::corpus::DocId;
use crate::job::{Extension, Group, Grouped};
use crate::story::{GroupOptions, may_be_extended};
use crate::triage::{StoryPairs, Triage};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

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
    model.loading.regrouping = model.loading.grouped;
    let ids = model.library.studied();
    model.start(Group::Anew(ids, options))
}

/// Brings the stories up to date with the articles that there are: a few that
/// came or went are put into those that there are or taken out of them, else
/// all are grouped anew.
pub(crate) fn follow(model: &mut Model) -> Effect {
    let Some(extension) = strayed(model) else { return group(model) };
    model.library.stories_coming = number(model);
    model.start(Group::Extend(extension))
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
    let cards = library.cards();
    let expected = library.stories_of.wrapping_add(cards.marks_of(&new)).wrapping_sub(cards.marks_of(&gone));
    (expected == number(model)).then_some(Extension { book, gone, new })
}

/// Takes new stories.
pub(crate) fn grouped(model: &mut Model, Grouped { book, list }: Grouped) {
    model.library.set_stories(book, list);
    model.loading.regrouping = false;
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
    model.library.cards().marks().wrapping_add(said.finish())
}
