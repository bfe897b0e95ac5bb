//! Pages that show pictures one after the other and have their text below them: where hardly
//! anything else is one, the words below the pictures are the article.

use super::label::Label;
use super::measure::Measures;
use super::page::{Page, around};
use super::sums::plain_prose;
use crate::corpus::LineKind;

/// Pictures with a paragraph below them, and characters of all of these.
const SLIDES: usize = 3;
const CHARS: f32 = 300.0;
/// Share of them that other paragraphs may have.
const OTHERS: f32 = 0.34;

/// Labels the words below pictures as the text.
pub(super) fn label(page: &Page, measures: &Measures, labels: &mut [Label]) {
    let prose = |i: usize| plain_prose(&measures.blocks[i]);
    let below = |i: usize| {
        let block = &page.blocks[i];
        let outer = page.nodes[block.node as usize].around | block.around;
        outer & around::FIGCAPTION != 0 && outer & around::HIDDEN == 0 && labels[i].0 == LineKind::Caption
    };
    let captions: Vec<usize> = (0..labels.len()).filter(|&i| below(i)).collect();
    let slides = captions.iter().filter(|&&i| prose(i) > 0.0).count();
    let told: f32 = captions.iter().map(|&i| prose(i)).sum();
    let kept: f32 = (0..labels.len()).filter(|&i| labels[i].0 == LineKind::Body).map(prose).sum();
    if slides < SLIDES || told < CHARS || kept > told * OTHERS {
        return;
    }
    for i in captions {
        let heading = page.nodes[page.blocks[i].node as usize].tag.is_heading();
        match prose(i) > 0.0 {
            true => labels[i] = (LineKind::Body, RULE),
            false if heading => labels[i] = (LineKind::Subheading, RULE),
            false => {}
        }
    }
}

/// The rule of such a paragraph.
const RULE: &str = "html.gallery";
