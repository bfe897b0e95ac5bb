//! Why the model kept or left a line, as messages.

use super::features::{self, FEATURES};
use super::model::Model;
use super::page;
use super::page_features::PageFeatures;
use crate::corpus::Document;
use crate::words::{Arg, Message, msg};

/// Features that are named.
const NAMED: usize = 3;
/// Weights below this are not worth a word.
const WORTH: f32 = 0.05;

/// For every line of the text the weight that the model gives it (positive
/// speaks for body) and its strongest reasons, such as `+2.1: words in common
/// with the main stretch (much) +0.9, dates in it (little or none) +0.4`. `None`
/// for blank lines.
pub fn explain(document: &Document) -> Vec<Option<Message>> {
    let model = Model::embedded();
    let lines = page::lines(&document.text);
    let page = PageFeatures::new(&document.text, &lines);
    let table = features::table(&page);
    let weights = model.weigh(&table);
    let mut out = vec![None; document.lines.len()];
    for (i, row) in page.measured.rows.iter().enumerate() {
        let reasons: Arg = model
            .explain(&table, i)
            .into_iter()
            .filter(|r| r.weight.abs() >= WORTH)
            .take(NAMED)
            .map(|r| {
                let say = if r.much > 0.0 { msg::clean_weight_much } else { msg::clean_weight_little };
                say(FEATURES[r.feature].1, format!("{:+.1}", r.weight))
            })
            .collect();
        if let Some(slot) = out.get_mut(row.line) {
            *slot = Some(msg::clean_weight(format!("{:+.1}", weights[i]), reasons));
        }
    }
    out
}
