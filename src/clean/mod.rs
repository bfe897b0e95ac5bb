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
mod features;
mod kinds;
mod memory;
mod model;
mod page;
pub mod phrases;
mod shape;
mod sheet;
mod stretch;
mod title;
pub mod train;
mod words;

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
pub fn clean_by(raw: RawDocument, _memory: &Memory, model: &Model) -> Document {
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

/// The rows of the body, each with its label.
fn body_rows(sheet: &Sheet<'_>, model: &Model, raw: &RawDocument, notices: &mut Vec<Notice>) -> Vec<Option<Label>> {
    let table = features::table(sheet);
    let weights = model.weigh(&table);
    let env = |k: &str, d: f32| std::env::var(k).ok().and_then(|v| v.parse().ok()).unwrap_or(d);
    let (lim, bias, neg, pw, th, thin) =
        (env("LIM", 3.0), env("BIAS", 0.0), env("NEG", 1.0), env("PW", 0.5), env("TH", 0.0), env("THIN", 0.0));
    let items: Vec<Item> = (0..sheet.len())
        .map(|i| {
            let r = sheet.row(i);
            let w = (weights[i] + bias).clamp(-lim, lim);
            let size = (r.chars as f32).powf(pw);
            Item {
                score: if w > 0.0 { w * size } else { w * neg * size.max(env("MIN", 3.0)) },
                words: r.words,
                noise: false,
                ender: false,
            }
        })
        .collect();
    let mut body: Vec<Option<Label>> = vec![None; sheet.len()];
    let best = stretch::best(&items);
    for (i, slot) in body.iter_mut().enumerate() {
        let inside = best.is_some_and(|(a, b)| a <= i && i <= b);
        if weights[i] > (if inside { thin } else { th }) && sheet.row(i).words > 0 {
            *slot = Some(Label::new(LineKind::Body, "body.stretch"));
        }
    }
    if body.iter().all(Option::is_none)
        && let Some((a, b)) = stretch::densest(&items)
    {
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
