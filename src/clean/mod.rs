//! Raw documents become documents: every line gets a kind and the rule that
//! gave it; nothing is deleted. Knows newspapers; has never heard of formats.
//!
//! The stages, in order: measure the lines ([`page`]), find phrases and
//! shapes, score every row, join rows to stretches of body ([`stretch`]),
//! name the rest ([`kinds`]), cut teasers glued into body lines, collect the
//! claims. Labels depend on nothing but the text, the hints of its format
//! and what the reader said of its source.

mod claims;
mod cuts;
mod explain;
mod features;
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
pub use memory::Memory;
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

/// Like [`clean_with`], by a model other than the embedded one.
pub fn clean_by(raw: RawDocument, memory: &Memory, model: &Model) -> Document {
    let mut lines = page::lines(&raw.text);
    let sheet = Sheet::new(&raw.text, &lines);
    let mut notices = raw.notices.clone();
    let body = body_rows(&sheet, model, &raw, &mut notices);
    let kinds = kinds::label(&sheet, body, &[]);
    for (row, label) in sheet.page.rows.iter().zip(&kinds.labels) {
        if let Some(line) = lines.get_mut(row.line) {
            line.kind = label.kind;
            line.rule = label.rule;
            line.reason.clone_from(&label.reason);
            line.repeats = label.repeats.map(|i| sheet.row(i).line);
        }
    }
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

/// The rows of the body, each with its label: the best stretch by weight,
/// and in it the rows that nothing speaks clearly against.
fn body_rows(sheet: &Sheet<'_>, model: &Model, raw: &RawDocument, notices: &mut Vec<Notice>) -> Vec<Option<Label>> {
    let weights = model.weigh(&features::table(sheet));
    let items: Vec<Item> = weights.iter().enumerate().map(|(i, &w)| item(sheet, i, w)).collect();
    let mut body: Vec<Option<Label>> = vec![None; sheet.len()];
    if let Some((a, b)) = stretch::best(&items) {
        for i in a..=b {
            if weights[i] > DOUBT && sheet.row(i).words > 0 {
                let rule = if weights[i] > 0.0 { "body.stretch" } else { "body.doubtful" };
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
