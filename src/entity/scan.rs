//! From a document to its entities: zones, tagger, rules, aliases.

use super::crf::Model;
use super::gazetteer::Gazetteer;
use super::page::Page;
use super::{Entity, alias, rules, zone};
use crate::corpus::Document;
use std::sync::OnceLock;

const MODEL: &[u8] = include_bytes!("../../assets/entity/names.bin");

fn model() -> Option<&'static Model<'static>> {
    static OPEN: OnceLock<Option<Model<'static>>> = OnceLock::new();
    OPEN.get_or_init(|| Model::open(MODEL)).as_ref()
}

/// Entities of a document; without `knowledge` the tagger alone.
pub(super) fn find(document: &Document, knowledge: bool) -> Vec<Entity> {
    let Some(model) = model() else { return Vec::new() };
    let zones = zone::zones(document);
    let mut page = Page::new(&document.text, &zones, model, Gazetteer::embedded());
    let links = if knowledge { rules::apply(&mut page) } else { Vec::new() };
    alias::entities(&page, &links)
}
