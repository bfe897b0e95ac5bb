//! Why the model kept or left a line, as messages.

use super::features::{self, FEATURES};
use super::model::Model;
use super::page;
use super::page_features::PageFeatures;
use crate::corpus::Document;
use crate::trees::Table;
use crate::words::{Arg, Message, msg};

/// Features that are named.
const NAMED: usize = 3;
/// Weights below this are not worth a word.
const WORTH: f32 = 0.05;

/// A document weighed again, to say why its lines were kept or left.
pub struct Explained<'d> {
    page: PageFeatures<'d>,
    table: Table,
    weights: Vec<f32>,
}

/// Weighs the lines of a document again.
pub fn explain(document: &Document) -> Explained<'_> {
    let lines = page::lines(&document.text);
    let page = PageFeatures::new(&document.text, &lines);
    let table = features::table(&page);
    let weights = Model::embedded().weigh(&table);
    Explained { page, table, weights }
}

impl Explained<'_> {
    /// The weight that the model gives to a line of the text (positive speaks
    /// for body) and its strongest reasons, such as `+2.1: words in common with
    /// the main stretch (much) +0.9, dates in it (little or none) +0.4`. `None`
    /// for blank lines.
    pub fn line(&self, line: usize) -> Option<Message> {
        let i = self.page.measured.rows.binary_search_by_key(&line, |row| row.line).ok()?;
        let reasons: Arg = Model::embedded()
            .explain(&self.table, i)
            .into_iter()
            .filter(|r| r.weight.abs() >= WORTH)
            .take(NAMED)
            .map(|r| {
                let say = if r.much > 0.0 { msg::clean_weight_much } else { msg::clean_weight_little };
                say(FEATURES[r.feature].1, format!("{:+.1}", r.weight))
            })
            .collect();
        Some(msg::clean_weight(format!("{:+.1}", self.weights[i]), reasons))
    }
}
