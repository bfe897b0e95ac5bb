//! What asks the reader for something between and below the paragraphs of an
//! article, whatever it reads like: boxes to subscribe to a letter, and what a
//! site says of cookies and of the rest of its article.

use super::class::Signs;
use super::label::{Label, PageStatements};
use super::measure::Measures;
use super::page::{Block, Page, around};
use super::phrases;
use crate::corpus::LineKind;

/// Share of the article up to which an element is a box in it.
const BOX: f32 = 0.34;
/// Words of the longest notice about cookies, and of the longest line that says
/// how much of an article is left.
const NOTICE: u32 = 100;
const REST: u32 = 30;

/// Labels such blocks.
pub(super) fn label(page: &Page, measures: &Measures, known: &PageStatements, labels: &mut [Label]) {
    for (i, label) in labels.iter_mut().enumerate().filter(|(_, label)| label.0.is_body()) {
        let (text, words) = (page.blocks[i].text.as_str(), measures.blocks[i].words);
        if words <= NOTICE && phrases::is_cookie_notice(text) && !known.title.contains("cookie") {
            *label = (LineKind::Legal, "html.cookies");
        } else if words <= REST && phrases::tells_rest(text) {
            *label = (LineKind::Paywall, "html.request");
        }
    }
    letters(page, labels);
}

/// Labels boxes to subscribe to a letter: elements whose class says so, which hold
/// something to fill in or words that ask for it, and little of the article.
fn letters(page: &Page, labels: &mut [Label]) {
    let outermost = |x: usize| page.above(x).filter(|&x| page.nodes[x].own.has(Signs::NEWSLETTER)).last();
    let inside = |b: &Block| page.nodes[b.node as usize].all.has(Signs::NEWSLETTER);
    if !page.blocks.iter().any(inside) {
        return;
    }
    let boxes: Vec<Option<usize>> =
        page.blocks.iter().map(|b| inside(b).then(|| outermost(b.node as usize)).flatten()).collect();
    let all: usize =
        page.blocks.iter().zip(labels.iter()).filter(|(_, l)| l.0.is_body()).map(|(b, _)| b.text.len()).sum();
    let mut known: Option<(usize, bool)> = None;
    for i in 0..labels.len() {
        let Some(x) = boxes[i].filter(|_| labels[i].0.is_body()) else { continue };
        let asks = match known {
            Some((before, asks)) if before == x => asks,
            _ => {
                let inside = || (0..labels.len()).filter(|&k| boxes[k] == Some(x));
                let body: usize = inside().filter(|&k| labels[k].0.is_body()).map(|k| page.blocks[k].text.len()).sum();
                let asks = inside().any(|k| {
                    let b = &page.blocks[k];
                    let form = (page.nodes[b.node as usize].around | b.around) & (around::FORM | around::BUTTON) != 0;
                    form || phrases::asks(&b.text)
                });
                asks && (body as f32) < BOX * all as f32
            }
        };
        known = Some((x, asks));
        if asks {
            labels[i] = (LineKind::Newsletter, "html.request");
        }
    }
}
