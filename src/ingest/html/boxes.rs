//! What stands inside the article and is none of it as a whole: an advert under its
//! label, something that the site asks under a heading of its own, and words that
//! stand for an article behind a veil.

use super::class::Signs;
use super::label::Label;
use super::measure::Measures;
use super::page::Page;
use super::phrases;
use super::tag::Tag;
use crate::corpus::LineKind;
use crate::ingest::page_words::{PageWord, page_words};
use crate::text::fold;

/// Blocks of the largest such box, and its share of the article.
const BLOCKS: usize = 12;
const SHARE: usize = 4;
/// The same of what is offered to those who want to read on.
const OFFER: usize = 2;
/// Blocks of the largest box that offers a letter, its label included.
const LETTER: usize = 5;
/// How many times as much an article has above the line that tells how much is left as stands
/// below it.
const LEFT: usize = 6;
/// Words of the longest line that says that the rest is for subscribers.
const REST: u32 = 30;
/// Words of the longest label of an advert.
const LABEL: u32 = 8;
/// Words of the shortest paragraph of fillers, and the share of them that are such words.
const FILLERS: usize = 6;
const FILLED: f32 = 0.7;

/// Labels such blocks.
pub(super) fn label(page: &Page, measures: &Measures, labels: &mut [Label]) {
    fillers(page, labels);
    others(page, labels);
    let all: usize = (0..labels.len()).filter(|&i| labels[i].0.is_body()).map(|i| page.blocks[i].text.len()).sum();
    for i in 0..labels.len() {
        if labels[i].0.is_body() && measures.blocks[i].words <= REST && phrases::tells_copy(&page.blocks[i].text) {
            labels[i] = (LineKind::Nav, "html.lead");
        }
        let heads = labels[i].0 == LineKind::Subheading;
        let rest = measures.blocks[i].words <= REST && phrases::tells_rest(&page.blocks[i].text);
        let advert = measures.blocks[i].words <= LABEL && says_advert(&page.blocks[i].text);
        let letter = measures.blocks[i].words <= LABEL && is_one_of(&page.blocks[i].text, PageWord::LetterLabel);
        if rest {
            below_rest(page, i, labels);
        }
        if !heads && !advert && !rest && !letter {
            continue;
        }
        let Some((holder, last)) = headed(page, i) else { continue };
        let inside = || (i + 1..=last).filter(|&k| labels[k].0.is_body());
        let body: usize = inside().map(|k| page.blocks[k].text.len()).sum();
        let called = page.nodes[holder].own.has(Signs::AD) || says_sponsored(&page.blocks[i].text);
        if rest && body * OFFER < all {
            labels[i..=last].fill((LineKind::Paywall, "html.request"));
        } else if advert && called && body * SHARE < all {
            labels[i..=last].fill((LineKind::Ad, "html.advert"));
        } else if letter && body * SHARE < all && last < i + LETTER {
            labels[i..=last].fill((LineKind::Newsletter, "html.request"));
        } else if heads && body == 0 {
            let kind = labels[i + 1].0;
            labels[i] = (if kind.is_noise() { kind } else { LineKind::Related }, "html.empty-heading");
        }
    }
}

/// Labels what is taken for text below the line that tells how much of an article is left:
/// what a page goes on with there is about subscriptions, unless it is much.
fn below_rest(page: &Page, i: usize, labels: &mut [Label]) {
    let letters = |from: usize, to: usize| {
        (from..to).filter(|&k| labels[k].0.is_body()).map(|k| page.blocks[k].text.len()).sum::<usize>()
    };
    let (above, below) = (letters(0, i), letters(i + 1, labels.len()));
    if below > 0 && below * LEFT < above {
        for label in labels[i + 1..].iter_mut().filter(|l| l.0.is_body()) {
            *label = (LineKind::Paywall, "html.request");
        }
    }
}

/// The smallest element that begins with a block and holds more, and its last block.
fn headed(page: &Page, i: usize) -> Option<(usize, usize)> {
    let node = |k: usize| page.blocks.get(k).map(|b| b.node as usize);
    let holder = common(page, node(i)?, node(i + 1)?);
    let holds = |k: usize| node(k).is_some_and(|x| common(page, holder, x) == holder);
    let begins = i == 0 || !holds(i - 1);
    let last = (i + 1..=i + BLOCKS).take_while(|&k| holds(k)).last()?;
    (begins && !holds(last + 1)).then_some((holder, last))
}

/// The innermost element around two: one around another has the smaller number.
fn common(page: &Page, one: usize, other: usize) -> usize {
    let (mut one, mut other) = (one, other);
    while one != other {
        let outer = if one > other { &mut one } else { &mut other };
        *outer = page.nodes[*outer].parent as usize;
    }
    one
}

/// Characters of an article in an element of its own.
const OWN: usize = 150;

/// Labels articles that were loaded below the one of the title: each stands in an
/// element of its own, under a heading of its own.
fn others(page: &Page, labels: &mut [Label]) {
    let node = |i: usize| page.blocks[i].node as usize;
    let article = |i: usize| page.above(node(i)).filter(|&x| page.nodes[x].tag == Tag::Article).last();
    let Some(title) = labels.iter().position(|l| l.0 == LineKind::Title) else { return };
    let Some(own) = article(title) else { return };
    let mut chars = 0;
    let mut other: Option<(usize, bool)> = None;
    for i in title + 1..labels.len() {
        match article(i) {
            Some(x) if x == own => chars += if labels[i].0.is_body() { page.blocks[i].text.len() } else { 0 },
            Some(x) => {
                if other.is_none_or(|(known, _)| known != x) {
                    let heads = page.nodes[node(i)].tag.is_heading();
                    other = Some((x, heads));
                }
                if chars >= OWN && other.is_some_and(|(_, heads)| heads) && !matches!(labels[i].0, LineKind::Comment) {
                    labels[i] = (LineKind::Related, "html.after-end");
                }
            }
            None => {}
        }
    }
}

fn is_one_of(text: &str, what: PageWord) -> bool {
    let folded = fold(text.trim_matches(|c: char| !c.is_alphanumeric()));
    page_words(what).contains(&folded.as_str())
}

/// True for a line that only says that an advert follows.
fn says_advert(text: &str) -> bool {
    is_one_of(text, PageWord::AdLabel) || says_sponsored(text)
}

/// The same, where it speaks of words that somebody paid for.
fn says_sponsored(text: &str) -> bool {
    let folded = fold(text);
    let opens = |o: &&str| folded.strip_prefix(*o).is_some_and(|rest| rest.starts_with([' ', ':']));
    is_one_of(text, PageWord::SponsoredLabel) || page_words(PageWord::SponsoredOpening).iter().any(opens)
}

/// Labels paragraphs of words that stand for a text; a page of hardly anything else
/// keeps them.
fn fillers(page: &Page, labels: &mut [Label]) {
    let filled: Vec<usize> =
        (0..labels.len()).filter(|&i| labels[i].0.is_body() && is_filler(&page.blocks[i].text)).collect();
    let letters = |of: &[usize]| of.iter().map(|&i| page.blocks[i].text.len()).sum::<usize>();
    let all: Vec<usize> = (0..labels.len()).filter(|&i| labels[i].0.is_body()).collect();
    if 2 * letters(&filled) < letters(&all) {
        filled.into_iter().for_each(|i| labels[i] = (LineKind::Paywall, "html.filler"));
    }
}

fn is_filler(text: &str) -> bool {
    // Most paragraphs are told apart by their first words.
    let is_word = |w: &str| page_words(PageWord::Filler).contains(&fold(w).as_str());
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    if words().take(FILLERS).filter(|w| is_word(w)).count() * 2 < FILLERS {
        return false;
    }
    let all = words().count();
    all >= FILLERS && words().filter(|w| is_word(w)).count() as f32 >= FILLED * all as f32
}
