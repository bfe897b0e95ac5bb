//! Raw documents become documents: every line gets a kind and the rule that
//! gave it; nothing is deleted. Knows newspapers; has never heard of formats.
//!
//! The stages, in order: measure the lines (`page`), find phrases and
//! shapes, score every row, join rows to stretches of body (`stretch`),
//! name the rest (`kinds`), cut teasers glued into body lines, collect the
//! claims. Labels depend on nothing but the text, the hints of its format
//! and what the reader said of its source.

mod claims;
mod cuts;
mod explain;
mod features;
mod hinted;
mod kinds;
pub mod ledger;
pub mod memory;
mod model;
mod page;
pub mod phrases;
pub mod recurring;
pub mod rules;
mod shape;
mod sheet;
mod stretch;
mod title;
pub mod train;
mod vocabulary;
mod words;

pub use explain::explain;
pub use ledger::ledger;
pub use memory::{Correction, Memory, folded_lines, source_key};
pub use model::Model;

use crate::corpus::{DocKey, Document, LineKind};
use crate::ingest::RawDocument;
use crate::notice::Notice;
use phrases::Family;
use sheet::{Label, Sheet};
use stretch::Item;

/// Labels the lines of a raw document and collects its claims.
pub fn clean(raw: RawDocument) -> Document {
    clean_with(raw, &Memory::default())
}

/// Like [`clean`], heeding what the reader corrected or put back.
pub fn clean_with(raw: RawDocument, memory: &Memory) -> Document {
    clean_by(raw, memory, Model::embedded())
}

/// The same document under what its source's articles have in common and
/// what the reader said; `None` when nothing changes.
pub fn adjust(document: &Document, recurring: Option<&recurring::Recurring>, memory: &Memory) -> Option<Document> {
    let mut adjusted = document.clone();
    if let Some(recurring) = recurring {
        recurring.apply(&mut adjusted);
    }
    memory.apply(&mut adjusted);
    (adjusted != *document).then_some(adjusted)
}

/// Like [`clean_with`], by a model other than the embedded one.
pub fn clean_by(raw: RawDocument, memory: &Memory, model: &Model) -> Document {
    let mut lines = page::lines(&raw.text);
    let sheet = Sheet::new(&raw.text, &lines);
    let mut notices = raw.notices.clone();
    let hints = hinted::rows(&sheet, &raw);
    let body = match &hints {
        Some(hints) => hinted::body(hints),
        None => body_rows(&sheet, model, &raw, &mut notices),
    };
    let mut kinds = kinds::label(&sheet, body, &[]);
    if let Some(hints) = &hints {
        hinted::settle(hints, &mut kinds.labels);
    }
    for (row, label) in sheet.page.rows.iter().zip(&kinds.labels) {
        if let Some(line) = lines.get_mut(row.line) {
            line.kind = label.kind;
            line.rule = label.rule;
            line.reason.clone_from(&label.reason);
            line.repeats = label.repeats.map(|i| sheet.row(i).line);
        }
    }
    never_empty(&raw, &mut lines, &mut notices);
    let cuts = cuts::find(&sheet, &kinds.labels);
    let meta = claims::collect(&sheet, &kinds, &raw);
    let mut document = Document {
        key: DocKey::of_text(&raw.text),
        place: raw.place,
        format: raw.format,
        text: raw.text.into(),
        lines,
        cuts,
        meta,
        notices,
    };
    memory.apply(&mut document);
    document
}

/// A text with letters has a body: where every line was taken for something
/// else, the one with most letters is shown.
fn never_empty(raw: &RawDocument, lines: &mut [crate::corpus::Line], notices: &mut Vec<Notice>) {
    if lines.iter().any(|l| l.is_body()) {
        return;
    }
    let letters = |l: &crate::corpus::Line| l.span.of(&raw.text).chars().filter(|c| c.is_alphabetic()).count();
    let most = lines.iter().enumerate().map(|(i, l)| (letters(l), std::cmp::Reverse(i))).max();
    if let Some((1.., std::cmp::Reverse(i))) = most {
        lines[i].kind = LineKind::Body;
        lines[i].rule = "body.densest";
        lines[i].reason = None;
        lines[i].repeats = None;
        notices.push(Notice::warning(
            raw.place.to_string(),
            "no line reads like an article, so the line with most letters is shown as the body.",
        ));
    }
}

/// The rows of the body, each with its label: the best stretch by weight,
/// and in it the rows that nothing speaks clearly against.
fn body_rows(sheet: &Sheet<'_>, model: &Model, raw: &RawDocument, notices: &mut Vec<Notice>) -> Vec<Option<Label>> {
    let weights = model.weigh(&features::table(sheet));
    let items: Vec<Item> = weights.iter().enumerate().map(|(i, &w)| item(sheet, i, w)).collect();
    let mut body: Vec<Option<Label>> = vec![None; sheet.len()];
    if let Some((a, b)) = stretch::best(&items).map(|best| below_title(sheet, &items, best)) {
        for i in a..=b {
            if weights[i] > DOUBT && sheet.row(i).words > 0 && !is_known_noise(sheet, i, weights[i]) {
                let rule = if weights[i] > CLEAR { "body.stretch" } else { "body.doubtful" };
                body[i] = Some(Label::new(LineKind::Body, rule));
            }
        }
        if let Some(opening) = opening_above(sheet, &weights, a) {
            for i in opening..a {
                if sheet.is_prose(i) && !sheet.marks[i].is_strong() {
                    body[i] = Some(
                        Label::new(LineKind::Body, "body.bridge").because("running text above a form of the site"),
                    );
                }
            }
        }
    } else if let Some((a, b)) = stretch::densest(&items) {
        for slot in &mut body[a..=b] {
            *slot = Some(Label::new(LineKind::Body, "body.densest"));
        }
        notices.push(Notice::warning(
            raw.place.to_string(),
            "no line reads like an article, so the densest stretch is shown as the body.",
        ));
    }
    body
}

/// Rows of the head of a page that may hold its title.
const PAGE_HEAD: usize = 3;
/// Rows below a title within which its article starts.
const REACH: usize = 12;
/// Share of the best stretch that what stands below the title must reach.
const ENOUGH_BELOW: f32 = 0.25;

/// Teasers above the title can outweigh a short article. The title stands in
/// the head of the page and again above the article: where enough reads like
/// an article below the second, the stretch starts there.
fn below_title(sheet: &Sheet<'_>, items: &[Item], best: (usize, usize)) -> (usize, usize) {
    let heads: Vec<u32> = (0..PAGE_HEAD.min(sheet.len())).filter_map(|i| title::opening(sheet, i)).collect();
    let again = (PAGE_HEAD..best.1.max(best.0) + 1 + sheet.len() / 2)
        .take_while(|&i| i < sheet.len())
        .find(|&i| !sheet.is_prose(i) && title::opening(sheet, i).is_some_and(|h| heads.contains(&h)));
    let headed = best.0 < PAGE_HEAD + REACH;
    let Some(title) = again.filter(|&t| t >= best.0 && !headed) else { return best };
    let rest = items.get(title + 1..).unwrap_or(&[]);
    let sum = |(a, b): (usize, usize), items: &[Item]| items[a..=b].iter().map(|i| i.score).sum::<f32>();
    match stretch::best(rest) {
        Some((a, b)) if sum((a, b), rest) >= ENOUGH_BELOW * sum(best, items) => (title + 1 + a, title + 1 + b),
        _ => best,
    }
}

/// Words of the longest line that a phrase at its start can rule out.
const TEASER: u32 = 25;
/// Weight above which such a line is body all the same.
const SURE: f32 = 4.0;

/// A line of the stretch that a phrase or a credit says is none of the body.
fn is_known_noise(sheet: &Sheet<'_>, i: usize, weight: f32) -> bool {
    let (r, m) = (sheet.row(i), &sheet.marks[i]);
    let whole = [Family::Ad, Family::Share, Family::Newsletter, Family::Paywall, Family::Comment, Family::Related];
    if r.words <= 8 && whole.into_iter().any(|f| m.line.has(f)) {
        return true;
    }
    let dated = sheet.shapes[i].only_date || m.line.has(Family::Reading) || m.start.has(Family::Reading);
    let signed = (m.start.has(Family::Date) || m.start.has(Family::Byline)) && r.words <= 8 && !r.ends;
    if r.letters == 0 || (weight < SURE && (dated || signed)) {
        return true;
    }
    let opens = [Family::Newsletter, Family::Paywall, Family::Ad, Family::Related, Family::Legal];
    weight < SURE
        && r.words <= TEASER
        && (opens.into_iter().any(|f| m.start.has(f) || m.any.has(f)) || (sheet.shapes[i].credit && r.words >= 4))
}

/// Rows that a form between the opening paragraph and the rest may have.
const FORM: usize = 16;
/// Weight below which a paragraph above a form is not taken for the opening.
const OPENING: f32 = -4.0;

/// The paragraph above `first`, when nothing but a form of the site stands
/// between: newsletter, subscription or advertising.
fn opening_above(sheet: &Sheet<'_>, weights: &[f32], first: usize) -> Option<usize> {
    let above = (first.saturating_sub(FORM + 1)..first).rev().find(|&i| {
        let m = &sheet.marks[i];
        sheet.is_prose(i) && !m.is_strong() && !sheet.shapes[i].credit
    })?;
    let form = (above + 1..first)
        .filter(|&i| [Family::Newsletter, Family::Paywall, Family::Ad].into_iter().any(|f| sheet.speaks_of(i, f)));
    let r = sheet.row(above);
    (form.count() >= 2 && r.words >= 20 && r.ends && weights[above] > OPENING).then_some(above)
}

/// Weight below which a row of the stretch is no body: a leftover line is
/// forgiven, a lost paragraph is not.
const DOUBT: f32 = -0.5;
/// Weight below which a row of the body is said to be doubtful.
const CLEAR: f32 = 0.7;
/// Weights beyond this are as good as certain.
const CERTAIN: f32 = 3.0;
/// How much less a line against the body counts than one for it, so that a
/// form between two paragraphs does not part them.
const BRIDGE: f32 = 0.5;

fn item(sheet: &Sheet<'_>, i: usize, weight: f32) -> Item {
    let r = sheet.row(i);
    let size = (r.chars as f32).powf(0.8);
    let w = weight.clamp(-CERTAIN, CERTAIN);
    let score = if w > 0.0 { w * size } else { w * BRIDGE * size.max(3.0) };
    Item { score, words: r.words }
}
