//! An article without the page around it. The model of lines learnt from dumps
//! of whole pages, where what stands beyond the best stretch is mostly teasers
//! and comments; in a text that shows nothing of a page it is the rest of the
//! article, so that its sentences stay, marked as doubtful.

use super::page_features::{Label, PageFeatures};
use super::phrases::Family;
use super::title;
use crate::corpus::LineKind;
use std::collections::HashSet;

/// Words of a paragraph that stays above the best stretch: what is shorter is
/// the title or the standfirst.
const PARAGRAPH: u32 = 25;
/// Words of a line of a menu, and how many of them one below the other make one.
const ENTRY: u32 = 6;
const MENU: usize = 6;
/// Words of a heading.
const HEADING: u32 = 16;
/// Words of a line that only opens a teaser: the line below names the article.
const OPENING: u32 = 3;

/// Adds to the body what goes on with it, where the text shows no page.
pub(crate) fn keep(page: &PageFeatures<'_>, body: &mut [Option<Label>], code: &[bool]) {
    let Some(first) = body.iter().position(Option::is_some) else { return };
    begun(page, first, body, code);
    if shows_page(page, code) {
        return;
    }
    let label = || Some(Label::new(LineKind::Body, "body.resumed"));
    // The lines of a paragraph that was broken to fit a width are one, and below the title.
    let rows = if title::is_broken(page) { page.len() } else { 0 };
    for i in (1..rows).filter(|&i| page.row(i).gap_before > 0) {
        let Some(end) = broken_paragraph(page, i) else { continue };
        for slot in body[i..=end].iter_mut().filter(|slot| slot.is_none()) {
            *slot = label();
        }
    }
    let first = body.iter().position(Option::is_some).unwrap_or(first);
    // Below the title stands the standfirst, which is no loss.
    let title = title::find(page, first).unwrap_or(first);
    let mut known: HashSet<u32> = (0..page.len()).filter(|&i| body[i].is_some()).map(|i| page.row(i).hash).collect();
    let mut top = first;
    for i in 0..page.len() {
        let above = i < title && page.row(i).words >= PARAGRAPH;
        let fits = body[i].is_none() && !code[i] && (i > top || above) && is_sentence(page, i);
        if fits && known.insert(page.row(i).hash) {
            body[i] = label();
            top = top.min(i);
        }
    }
    for i in (top + 1..page.len().saturating_sub(1)).rev() {
        if body[i].is_some()
            || code[i]
            || body[i + 1].is_none()
            || !is_part(page, i)
            || known.contains(&page.row(i).hash)
        {
            continue;
        }
        let r = page.row(i);
        if goes_on(page, i + 1) || r.words <= HEADING && page.is_prose(i + 1) {
            body[i] = label();
        }
    }
}

/// Adds the lines above the first one of the body that are of the same paragraph, in a text whose
/// lines were broken to fit a width.
fn begun(page: &PageFeatures<'_>, first: usize, body: &mut [Option<Label>], code: &[bool]) {
    let start = (0..=first).rev().find(|&i| page.row(i).gap_before > 0).unwrap_or(0);
    let whole = start < first && title::is_broken(page) && !code[start..first].contains(&true);
    if whole && broken_paragraph(page, start).is_some_and(|end| end >= first) {
        body[start..first].fill(Some(Label::new(LineKind::Body, "body.resumed")));
    }
}

/// Words of a paragraph whose lines were broken to fit a width, and of its first line.
const BROKEN: u32 = 10;
const FIRST: u32 = 6;
/// Lines of the longest such paragraph.
const LONGEST: usize = 60;

/// The last line of a paragraph that this line opens, goes on in the lines below and ends with a sentence, in a text whose lines
/// were broken to fit a width.
pub(crate) fn broken_paragraph(page: &PageFeatures<'_>, i: usize) -> Option<usize> {
    let (mut words, mut at) = (page.row(i).words, i);
    if words < FIRST || page.row(i).ends {
        return None;
    }
    while at + 1 < page.len() && at - i < LONGEST && page.row(at + 1).gap_before == 0 {
        at += 1;
        words += page.row(at).words;
    }
    (at > i && words >= BROKEN && page.row(at).ends).then_some(at)
}

/// True where the text shows the page that it comes from: a phrase of one, or
/// a menu.
fn shows_page(page: &PageFeatures<'_>, code: &[bool]) -> bool {
    let families = [
        Family::Comment,
        Family::Newsletter,
        Family::Paywall,
        Family::Ad,
        Family::Share,
        Family::Legal,
        Family::Form,
        Family::Nav,
    ];
    let mut entries = 0;
    for i in (0..page.len()).filter(|&i| !code[i]) {
        let (r, s) = (page.row(i), &page.shapes[i]);
        if s.credit_only || s.only_date {
            continue;
        }
        entries = if r.words <= ENTRY && !r.ends { entries + 1 } else { 0 };
        if entries >= MENU || families.into_iter().any(|f| page.speaks_of(i, f)) {
            return true;
        }
    }
    false
}

/// True for a row that nothing speaks against.
fn is_part(page: &PageFeatures<'_>, i: usize) -> bool {
    let s = &page.shapes[i];
    let named = i > 0 && page.row(i).words < PARAGRAPH && {
        let above = page.row(i - 1);
        above.words <= OPENING && page.speaks_of(i - 1, Family::Related)
    };
    !(page.marks[i].is_strong() || s.credit || s.credit_only || s.only_date || s.byline || named)
}

/// True for a sentence of running text. A short one ends in a full stop or a
/// quotation: a headline may be a question, a teaser opens with an arrow or
/// breaks off.
fn is_sentence(page: &PageFeatures<'_>, i: usize) -> bool {
    let (r, content) = (page.row(i), page.content(i));
    let ended = r.ends || i + 1 < page.len() && goes_on(page, i + 1);
    let arrow = content.starts_with(['»', '>', '›', '→', '►']);
    let short = r.words < PARAGRAPH;
    let asked = r.sentences > 1 && matches!(r.last, '?' | '!');
    let told = matches!(r.last, '.' | '»' | '”' | '"') && !content.ends_with("..") || asked;
    page.is_prose(i) && ended && !arrow && (told || !short) && is_part(page, i)
}

/// True for a row that goes on with the sentence of the row above: it starts
/// in lower case or with a mark that closes.
pub(crate) fn goes_on(page: &PageFeatures<'_>, i: usize) -> bool {
    let content = page.content(i);
    let bare = content.trim_start_matches(|c: char| matches!(c, '»' | '”') || c.is_whitespace());
    bare.is_empty() || bare.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | '.' | ')'))
}
