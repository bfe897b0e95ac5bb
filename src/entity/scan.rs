//! From a document to its entities: zones, tagger, rules, aliases.

use super::crf::Model;
use super::gazetteer::Gazetteer;
use super::memo::Memo;
use super::page::Page;
use super::types::Entity;
use super::{alias, packed, rules, zone};
use crate::corpus::{Document, Language};
use std::cell::RefCell;
use std::sync::OnceLock;

const FRENCH: &[u8] = include_bytes!("../../assets/entity/names.bin.zst");
const OTHER: &[u8] = include_bytes!("../../assets/entity/names-en.bin.zst");

/// Words that a thread remembers with each model: about a megabyte.
const REMEMBERED: usize = 4096;

thread_local! {
    static MEMOS: [RefCell<Memo>; 2] = [REMEMBERED; 2].map(|size| RefCell::new(Memo::new(size)));
}

/// Which model a language has: one for French, one learnt from English and
/// French for the others.
fn number(language: Option<Language>) -> usize {
    usize::from(!matches!(language, None | Some(Language::Fr)))
}

fn model(number: usize) -> Option<&'static Model<'static>> {
    static BYTES: [OnceLock<Vec<u8>>; 2] = [OnceLock::new(), OnceLock::new()];
    static OPEN: [OnceLock<Option<Model<'static>>>; 2] = [OnceLock::new(), OnceLock::new()];
    let bytes = || BYTES[number].get_or_init(|| packed::unpack([FRENCH, OTHER][number]).unwrap_or_default());
    OPEN[number].get_or_init(|| Model::open(bytes())).as_ref()
}

/// Makes ready what the first document would have to wait for.
pub(super) fn prepare() {
    crate::lang::prepare();
    super::world::World::get();
    super::lexicon::cues(0);
    model(number(None));
}

/// Entities of a document; without `knowledge` the tagger alone.
pub(super) fn find(document: &Document, knowledge: bool) -> Vec<Entity> {
    let number = number(document.meta.language.value);
    let Some(model) = model(number) else { return Vec::new() };
    MEMOS.with(|memos| {
        find_remembering(document, model, Gazetteer::embedded(), knowledge, &mut memos[number].borrow_mut())
    })
}

/// The same with a model and lists of one's own.
#[cfg(feature = "train")]
pub(crate) fn find_with(
    document: &Document,
    model: &Model<'_>,
    gazetteer: Gazetteer<'_>,
    knowledge: bool,
) -> Vec<Entity> {
    find_remembering(document, model, gazetteer, knowledge, &mut Memo::none())
}

fn find_remembering(
    document: &Document,
    model: &Model<'_>,
    gazetteer: Gazetteer<'_>,
    knowledge: bool,
    memo: &mut Memo,
) -> Vec<Entity> {
    let zones = zone::zones(document);
    let mut page = Page::new(&document.text, &zones, model, gazetteer, memo);
    let links = if knowledge { rules::apply(&mut page) } else { Vec::new() };
    let mut entities = alias::entities(&page, &links);
    // What a model says of a language that it was not made for is a guess.
    if !matches!(document.meta.language.value, Some(Language::Fr | Language::En)) {
        entities.iter_mut().flat_map(|e| &mut e.mentions).for_each(|m| m.doubtful = true);
    }
    entities
}
