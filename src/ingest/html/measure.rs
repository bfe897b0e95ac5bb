//! Numbers about the blocks and elements of a page, each in one pass.
//!
//! Counts; decides nothing.

use super::class::Signs;
use super::page::{Block, Page, around};
use super::tag::Tag;
use std::collections::HashSet;

/// Parts of a page that hold no article.
pub(super) const APART: u32 =
    around::NAV | around::FOOTER | around::ASIDE | around::FORM | around::BUTTON | around::FIGCAPTION;

/// Signs of text that is prose but not of the article.
pub(super) const FOREIGN: Signs = Signs(
    Signs::COMMENT.0
        | Signs::RELATED.0
        | Signs::NAV.0
        | Signs::FOOTER.0
        | Signs::SIDE.0
        | Signs::LEGAL.0
        | Signs::NEWSLETTER.0
        | Signs::SHARE.0,
);

/// What is known about a block.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measure {
    /// Characters.
    pub(super) chars: u32,
    /// Words.
    pub(super) words: u32,
    /// Share of its bytes inside links.
    pub(super) link: f32,
    /// Ends like a sentence.
    pub(super) ends: bool,
    /// How much prose it is: characters, less for links and bad company.
    pub(super) prose: f32,
}

/// Numbers of a page; the vectors go by block or by element.
#[derive(Debug, Default)]
pub(super) struct Measures {
    pub(super) blocks: Vec<Measure>,
    /// Prose below the element.
    pub(super) prose: Vec<f32>,
    /// Prose below it in paragraphs of their own that carry no foreign sign.
    pub(super) paragraphs: Vec<f32>,
    /// How well it does as the container of the article.
    pub(super) score: Vec<f32>,
    /// Share of its text inside links.
    pub(super) link: Vec<f32>,
}

/// True when a line ends like a sentence, also inside closing marks.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['\'', '"', '”', '’', '»', ')', ']', '“', '\u{a0}', '\u{202f}', ' ']);
    text.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？'])
}

/// Counts everything.
pub(super) fn measure(page: &Page) -> Measures {
    let n = page.nodes.len();
    let mut m = Measures { blocks: counts(&page.blocks), ..Measures::default() };
    m.prose = vec![0.0; n];
    m.paragraphs = vec![0.0; n];
    m.score = vec![0.0; n];
    weigh(page, &mut m);
    pass_over_copies(page, &mut m);
    let near = signs_of_parts(page, &m.blocks);
    let (mut linked, mut all) = (vec![0.0_f32; n], vec![0.0_f32; n]);
    for (block, measure) in page.blocks.iter().zip(&mut m.blocks) {
        let at = block.node as usize;
        let node = page.nodes[at];
        let signs = near[at].and(block.inline);
        if signs.has(Signs::COMMENT) {
            measure.prose *= 0.1;
        } else if signs.has(FOREIGN) {
            measure.prose *= 0.3;
        }
        if signs.has(Signs::CONTENT) {
            measure.prose *= 1.2;
        }
        m.prose[at] += measure.prose;
        linked[at] += measure.link * block.text.len() as f32;
        all[at] += block.text.len() as f32;
        if measure.link < 0.3
            && !near[at].has(FOREIGN)
            && matches!(node.tag, Tag::P | Tag::Pre | Tag::Blockquote | Tag::Div | Tag::Td)
        {
            m.paragraphs[at] += measure.prose;
        }
        spread(page, at, measure.prose, &mut m.score);
    }
    for x in (1..n).rev() {
        let p = page.nodes[x].parent as usize;
        m.prose[p] += m.prose[x];
        m.paragraphs[p] += m.paragraphs[x];
        linked[p] += linked[x];
        all[p] += all[x];
    }
    m.link = linked.iter().zip(&all).map(|(l, a)| if *a > 0.0 { (l / a).min(1.0) } else { 0.0 }).collect();
    m
}

/// What each block is by itself.
fn counts(blocks: &[Block]) -> Vec<Measure> {
    blocks
        .iter()
        .map(|b| Measure {
            chars: b.text.chars().count() as u32,
            words: b.text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count() as u32,
            link: (b.link as f32 / b.text.len().max(1) as f32).min(1.0),
            ends: ends_sentence(&b.text),
            prose: 0.0,
        })
        .collect()
}

/// Prose by the text alone and the elements around it. Lines parted by `br`
/// in one element count as one paragraph.
fn weigh(page: &Page, m: &mut Measures) {
    let mut start = 0;
    while start < page.blocks.len() {
        let node = page.blocks[start].node;
        let more = page.blocks[start + 1..].iter().take_while(|b| b.continues && b.node == node).count();
        let end = start + 1 + more;
        let chars: u32 = m.blocks[start..end].iter().map(|b| b.chars).sum();
        let ended = m.blocks[start..end].iter().any(|b| b.ends);
        for b in &mut m.blocks[start..end] {
            let prose = (b.ends && b.chars >= 40) || b.chars >= 120 || (chars >= 200 && ended);
            if b.link <= 0.5 && prose {
                b.prose = b.chars as f32 * (1.0 - b.link);
            }
            let around = page.nodes[node as usize].around;
            if around & APART != 0 {
                b.prose *= 0.1;
            }
            if around & around::HIDDEN != 0 {
                b.prose *= 0.3;
            }
        }
        start = end;
    }
}

/// What a page hides and shows as well is a copy, such as one for readers of data:
/// it speaks for no element.
fn pass_over_copies(page: &Page, m: &mut Measures) {
    let hidden = |b: &&Block| (page.nodes[b.node as usize].around | b.around) & around::HIDDEN != 0;
    if !page.blocks.iter().any(|b| hidden(&b)) {
        return;
    }
    let beginning = |b: &&'_ Block| b.text.char_indices().nth(BEGINNING).map(|(end, _)| b.text[..end].to_owned());
    let shown: HashSet<String> = page.blocks.iter().filter(|b| !hidden(b)).filter_map(|b| beginning(&b)).collect();
    for (block, measure) in page.blocks.iter().zip(&mut m.blocks) {
        if measure.prose > 0.0 && hidden(&block) && beginning(&block).is_some_and(|text| shown.contains(&text)) {
            measure.prose = 0.0;
        }
    }
}

/// Characters with which a copy begins like what it is one of.
const BEGINNING: usize = 40;

/// The elements around one that the page marks as the body of its article:
/// what they are called is the kind of the article, not of its company.
pub(super) fn holders(page: &Page) -> Vec<bool> {
    let mut holds = vec![false; page.nodes.len()];
    for x in (1..page.nodes.len()).rev() {
        let p = page.nodes[x].parent as usize;
        let marked = (page.nodes[x].around & !page.nodes[p].around) & around::BODY_PROP != 0;
        holds[x] |= marked;
        holds[p] |= holds[x];
    }
    holds
}

/// Signs of an element and those around it, without the wrappers that hold
/// most of the page: what they say holds for everything and so for nothing.
fn signs_of_parts(page: &Page, blocks: &[Measure]) -> Vec<Signs> {
    let n = page.nodes.len();
    let mut raw = vec![0.0_f32; n];
    for (b, m) in page.blocks.iter().zip(blocks) {
        raw[b.node as usize] += m.prose;
    }
    for x in (1..n).rev() {
        raw[page.nodes[x].parent as usize] += raw[x];
    }
    let total = raw.first().copied().unwrap_or(0.0).max(1.0);
    let holds = holders(page);
    let mut near = vec![Signs::default(); n];
    for x in 1..n {
        let own = if raw[x] < 0.6 * total && !holds[x] { page.nodes[x].own } else { Signs::default() };
        near[x] = near[page.nodes[x].parent as usize].and(own);
    }
    near
}

/// Elements whose text speaks for the element around them.
pub(super) fn is_text_element(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Pre | Tag::Blockquote | Tag::Li | Tag::Td | Tag::Dd)
}

/// A paragraph speaks for its parent and, less and less, for those further up.
fn spread(page: &Page, at: usize, prose: f32, score: &mut [f32]) {
    let node = page.nodes[at];
    let mut y = at;
    if is_text_element(node.tag) || node.tag.is_heading() || node.tag == Tag::Other {
        y = node.parent as usize;
    }
    // Teasers are lists; an article is one at times.
    let weight = if node.around & around::LI != 0 { 0.4 } else { 1.0 };
    for share in [1.0, 0.5, 0.25, 0.12, 0.06] {
        score[y] += prose * share * weight;
        if y == 0 {
            break;
        }
        y = page.nodes[y].parent as usize;
    }
}
