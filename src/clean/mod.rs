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
mod kinds;
mod page;
pub mod phrases;
mod shape;
mod sheet;
mod stretch;
mod title;
mod words;

use crate::corpus::{DocKey, Document, LineKind};
use crate::ingest::RawDocument;
use crate::notice::Notice;
use phrases::Family;
use sheet::{Label, Sheet};
use stretch::Item;

/// Labels the lines of a raw document and collects its claims.
pub fn clean(raw: RawDocument) -> Document {
    let mut lines = page::lines(&raw.text);
    let sheet = Sheet::new(&raw.text, &lines);
    let mut notices = raw.notices.clone();
    let (body, outside) = body_rows(&sheet, &raw, &mut notices);
    let kinds = kinds::label(&sheet, body, &outside);
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
    Document {
        key: DocKey::of_text(&raw.text),
        place: raw.place,
        format: raw.format,
        text: raw.text.into(),
        lines,
        cuts,
        meta,
        notices,
    }
}

/// The rows of the body, each with its label, and the reasons of the others.
fn body_rows(
    sheet: &Sheet<'_>,
    raw: &RawDocument,
    notices: &mut Vec<Notice>,
) -> (Vec<Option<Label>>, Vec<Option<Label>>) {
    let items: Vec<Item> = (0..sheet.len()).map(|i| item(sheet, i)).collect();
    let mut body: Vec<Option<Label>> = vec![None; sheet.len()];
    if let Some((a, b)) = stretch::best(&items) {
        for (i, slot) in body.iter_mut().enumerate().take(b + 1).skip(a) {
            if !items[i].noise {
                *slot = Some(Label::new(LineKind::Body, "body.stretch"));
            }
        }
        // The opening, cut off by a form.
        let mut above = a;
        while above > 0 {
            let Some(s) = (0..above).rev().find(|&j| !items[j].noise) else { break };
            if s + 1 == above && above == a || !(items[s].score > 0.0 && sheet.row(s).words >= 20 && sheet.row(s).ends)
            {
                break;
            }
            if above - s > 16 {
                break;
            }
            body[s] = Some(Label::new(LineKind::Body, "body.bridge").because("running text above known noise"));
            above = s;
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
    (body, Vec::new())
}

fn item(sheet: &Sheet<'_>, i: usize) -> Item {
    let (r, m, s) = (sheet.row(i), &sheet.marks[i], &sheet.shapes[i]);
    let ender = !m.ender.is_empty() && r.words < 14;
    let soft = r.words < 22 && (m.is_strong() || m.hints > 1 || s.credit || s.only_date || s.byline);
    let score = if ender {
        -160.0
    } else if soft {
        -25.0
    } else if (r.words > 9 && r.ends) || r.words > 25 {
        r.words as f32
    } else {
        -10.0
    };
    let family = m.any.has(Family::Newsletter) || m.start.has(Family::Newsletter);
    Item { score, words: r.words, noise: ender || soft || family, ender }
}
