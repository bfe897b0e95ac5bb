//! From a document to its entities: zones, tagger, rules, aliases.

use super::crf::Model;
use super::gazetteer::Gazetteer;
use super::page::Page;
use super::types::Entity;
use super::{alias, rules, zone};
use crate::corpus::{Document, Language};
use std::sync::OnceLock;

const FRENCH: &[u8] = include_bytes!("../../assets/entity/names.bin");
const OTHER: &[u8] = include_bytes!("../../assets/entity/names-en.bin");

/// The model for a language: one for French, one learnt from English and
/// French for the others.
fn model(language: Option<Language>) -> Option<&'static Model<'static>> {
    static OPEN: [OnceLock<Option<Model<'static>>>; 2] = [OnceLock::new(), OnceLock::new()];
    let (slot, bytes) = match language {
        None | Some(Language::Fr) => (&OPEN[0], FRENCH),
        _ => (&OPEN[1], OTHER),
    };
    slot.get_or_init(|| Model::open(bytes)).as_ref()
}

/// Makes ready what the first document would have to wait for.
pub(super) fn prepare() {
    crate::lang::prepare();
    super::world::World::get();
    super::lexicon::cues(0);
    model(None);
}

/// Entities of a document; without `knowledge` the tagger alone.
pub(super) fn find(document: &Document, knowledge: bool) -> Vec<Entity> {
    let Some(model) = model(document.meta.language.value) else { return Vec::new() };
    find_with(document, model, Gazetteer::embedded(), knowledge)
}

/// The same with a model and lists of one's own.
pub(crate) fn find_with(
    document: &Document,
    model: &Model<'_>,
    gazetteer: Gazetteer<'_>,
    knowledge: bool,
) -> Vec<Entity> {
    let zones = zone::zones(document);
    let mut page = Page::new(&document.text, &zones, model, gazetteer);
    let links = if knowledge { rules::apply(&mut page) } else { Vec::new() };
    let mut entities = alias::entities(&page, &links);
    // What a model says of a language that it was not made for is a guess.
    if !matches!(document.meta.language.value, Some(Language::Fr | Language::En)) {
        entities.iter_mut().flat_map(|e| &mut e.mentions).for_each(|m| m.doubtful = true);
    }
    entities
}
