//! From a document to its entities: zones, tagger, rules, aliases.

use super::choice::{self, ChoiceModel};
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
const CHOICE: &[u8] = include_bytes!("../../assets/entity/choice.bin.zst");

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

/// What chooses among the names of French texts; nothing was learnt for others.
fn choice(number: usize) -> Option<&'static ChoiceModel<'static>> {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    static OPEN: OnceLock<Option<ChoiceModel<'static>>> = OnceLock::new();
    let bytes = || BYTES.get_or_init(|| packed::unpack(CHOICE).unwrap_or_default());
    (number == 0).then(|| OPEN.get_or_init(|| ChoiceModel::open(bytes())).as_ref()).flatten()
}

/// Makes ready what the first document would have to wait for.
pub(super) fn prepare() {
    crate::lang::prepare();
    super::world::World::get();
    super::lexicon::cues(0);
    model(number(None));
    choice(number(None));
}

/// Entities of a document; without `knowledge` the tagger alone.
pub(super) fn find(document: &Document, knowledge: bool) -> Vec<Entity> {
    let number = number(document.meta.language.value);
    let Some(model) = model(number) else { return Vec::new() };
    let steps = if knowledge { Steps::All(choice(number)) } else { Steps::Tagger };
    MEMOS
        .with(|memos| find_remembering(document, model, Gazetteer::embedded(), &steps, &mut memos[number].borrow_mut()))
}

/// What is asked of a text behind the tagger.
pub(crate) enum Steps<'m> {
    /// Nothing.
    Tagger,
    /// The rules, and then what was learnt to choose among their names, if anything.
    All(Option<&'m ChoiceModel<'m>>),
}

/// The same with a model and lists of one's own.
#[cfg(feature = "train")]
pub(crate) fn find_with(
    document: &Document,
    model: &Model<'_>,
    gazetteer: Gazetteer<'_>,
    steps: &Steps<'_>,
) -> Vec<Entity> {
    find_remembering(document, model, gazetteer, steps, &mut Memo::none())
}

fn find_remembering(
    document: &Document,
    model: &Model<'_>,
    gazetteer: Gazetteer<'_>,
    steps: &Steps<'_>,
    memo: &mut Memo,
) -> Vec<Entity> {
    let zones = zone::zones(document);
    let mut page = Page::new(&document.text, &zones, model, gazetteer, memo);
    let before = page.drafts();
    let links = match steps {
        Steps::Tagger => Vec::new(),
        Steps::All(choice) => {
            let links = rules::apply(&mut page);
            if let Some(choice) = choice {
                choice::choose(&mut page, model, &before, choice);
            }
            links
        }
    };
    let mut entities = alias::entities(&page, &links);
    // What a model says of a language that it was not made for is a guess.
    if !matches!(document.meta.language.value, Some(Language::Fr | Language::En)) {
        entities.iter_mut().flat_map(|e| &mut e.mentions).for_each(|m| m.doubtful = true);
    }
    entities
}
