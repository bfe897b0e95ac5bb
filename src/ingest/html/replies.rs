//! Comments of readers that no class and no heading calls so: below each of
//! them stands a link to answer it.

use super::label::Label;
use super::page::Page;
use super::phrases;
use crate::corpus::LineKind;

/// Characters that it has at most.
const LINK: usize = 24;

/// Share of the article in the element that holds the first two of these links
/// up to which it is one of comments.
const ARTICLE: f32 = 0.5;

/// Labels what stands in that element.
pub(super) fn label(page: &Page, labels: &mut [Label]) {
    let Some(first) = labels.iter().position(|l| l.0.is_body()) else { return };
    let answers = |text: &str| text.len() <= 4 * LINK && text.chars().count() <= LINK && phrases::answers(text);
    let mut links = page.blocks.iter().skip(first).filter(|b| answers(&b.text)).map(|b| b.node as usize);
    let (Some(one), Some(other)) = (links.next(), links.next()) else { return };
    let around: Vec<usize> = page.above(one).collect();
    let Some(holder) = page.above(other).find(|x| around.contains(x)) else { return };
    let holds: Vec<bool> = page.blocks.iter().map(|b| page.above(b.node as usize).any(|x| x == holder)).collect();
    let (mut all, mut inside) = (0.0, 0.0);
    for ((block, label), holds) in page.blocks.iter().zip(labels.iter()).zip(&holds) {
        let chars = if label.0.is_body() { block.text.len() as f32 } else { 0.0 };
        all += chars;
        inside += if *holds { chars } else { 0.0 };
    }
    if inside > ARTICLE * all {
        return;
    }
    for (label, _) in labels.iter_mut().zip(&holds).filter(|(_, holds)| **holds) {
        *label = (LineKind::Comment, "html.replies");
    }
}
