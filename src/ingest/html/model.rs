//! The model of blocks: a sum of decision trees over the features of a block,
//! which mends what the rules say where the page speaks against them.

use super::features;
use super::label::{Judge, Label, furniture};
use super::measure::APART;
use super::page::around;
use super::tag::Tag;
use crate::corpus::LineKind;
use crate::trees::{Table, Trees};
use std::sync::OnceLock;

/// How many numbers there are for each block.
pub(crate) const FEATURES: usize = 141;

const MAGIC: &[u8; 8] = b"kiosqbm1";

/// Log odds below which a block that the rules keep is none of the article: a
/// leftover line is forgiven, a lost paragraph is not.
const DOUBT: f32 = -1.2;
/// Log odds above which a block that the rules leave out is of the article.
const LIKE: f32 = 0.0;
/// The same for furniture, which stays what it is when in doubt.
const FURNITURE: f32 = 0.85;

/// The model that the program was built with.
fn embedded() -> &'static Trees {
    static MODEL: OnceLock<Trees> = OnceLock::new();
    MODEL.get_or_init(|| {
        from_bytes(include_bytes!("../../../assets/ingest/blocks.model"))
            .expect("a test reads the embedded model with the features of this build")
    })
}

/// As written to `assets/ingest/blocks.model`.
#[cfg(feature = "train")]
pub(crate) fn to_bytes(trees: &Trees) -> Vec<u8> {
    trees.to_bytes(MAGIC, FEATURES)
}

/// Reads what [`to_bytes`] wrote; `None` for anything else.
pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Trees> {
    Trees::from_bytes(bytes, MAGIC, FEATURES)
}

/// Mends the labels that the rules gave, by a model other than the embedded
/// one where it is given.
pub(super) fn mend(judge: &Judge<'_>, labels: &mut [Label], model: Option<&Trees>) {
    let end = marked_end(judge, labels);
    let open: Vec<usize> = (0..labels.len()).filter(|&i| is_open(judge, labels[i].0, i, end)).collect();
    let table: Table = features::table(judge, labels, &open);
    let weights = model.unwrap_or_else(|| embedded()).weigh(&table);
    let title = labels.iter().position(|l| l.0 == LineKind::Title).unwrap_or(0);
    let mut short = Vec::new();
    for (i, weight) in open.into_iter().zip(weights) {
        let b = &judge.page.blocks[i];
        let node = judge.page.nodes[b.node as usize];
        let kind = labels[i].0;
        if kind.is_body() {
            if weight < DOUBT {
                let kind = furniture(node.around | b.around, node.own.and(b.inline), "html.unlike").0;
                labels[i] = (if kind.is_noise() { kind } else { LineKind::Related }, "html.unlike");
            }
            continue;
        }
        let bar = if kind.is_furniture() { FURNITURE } else { LIKE };
        // What stands above the title and is no sentence belongs to its head.
        let of_head = i < title && !judge.m.blocks[i].ends;
        if weight > bar && !of_head {
            if judge.m.blocks[i].words < FEW && !judge.m.blocks[i].ends {
                short.push(i);
            } else {
                labels[i] = promoted(node.tag);
            }
        }
    }
    // A few words read like anything: they want company.
    for i in short {
        let near = i.saturating_sub(ABOVE)..(i + BELOW + 1).min(labels.len());
        if labels[near].iter().any(|l| l.0.is_body()) {
            labels[i] = promoted(judge.page.nodes[judge.page.blocks[i].node as usize].tag);
        }
    }
}

/// True for a block whose label the model may change: what a page hides, sets
/// apart or calls comments is no part of the article, whatever it reads like.
fn is_open(judge: &Judge<'_>, kind: LineKind, i: usize, end: usize) -> bool {
    let b = &judge.page.blocks[i];
    let around = judge.page.nodes[b.node as usize].around | b.around;
    let apart = around & !judge.base & (APART | around::HIDDEN) != 0;
    kind.is_body() || (!apart && !matches!(kind, LineKind::Comment | LineKind::Title) && i <= end)
}

/// Words below which a block is of the article only beside other blocks of it.
const FEW: u32 = 6;
/// Blocks above and below in which such company must stand.
const ABOVE: usize = 3;
const BELOW: usize = 2;

fn promoted(tag: Tag) -> Label {
    (if tag.is_heading() { LineKind::Subheading } else { LineKind::Body }, "html.like")
}

/// Share of the article in an element marked as its body by which that mark
/// is believed.
const MARKED: f32 = 0.8;

/// The last block that can be of the article: where the page marks its body
/// and the rules find most of the article there, what stands below is none.
fn marked_end(judge: &Judge<'_>, labels: &[Label]) -> usize {
    let blocks = &judge.page.blocks;
    let marked = |i: usize| judge.page.nodes[blocks[i].node as usize].around & around::BODY_PROP != 0;
    let (mut all, mut inside) = (0.0_f32, 0.0_f32);
    for i in (0..blocks.len()).filter(|&i| labels[i].0.is_body()) {
        let chars = judge.m.blocks[i].chars as f32;
        all += chars;
        inside += if marked(i) { chars } else { 0.0 };
    }
    let last = (0..blocks.len()).rev().find(|&i| marked(i));
    last.filter(|_| inside > MARKED * all).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_is_one_of_the_features_of_this_build() {
        assert!(!embedded().trees.is_empty());
    }
}
