//! Lists of references (RIS, EndNote): each reference is an article with its
//! abstract as text.

use super::draft::{Draft, Export, hand_over};
use super::labels::{ExportLabel, Part, coded};
use crate::corpus::{Place, SourceFormat};
use crate::ingest::format::{FileFormat, FileHead, ReadAs};
use crate::ingest::mapping::Role;
use crate::ingest::raw::{Item, Options, Sink};
use crate::ingest::said;
use crate::notice::Notice;
use crate::words::msg;
use std::ops::ControlFlow;

/// Lists of references as a format of files.
pub(in crate::ingest) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::References,
    recognise: is_list,
    read: ReadAs::Text(|place, bytes, options, sink| {
        let text = said::decoded(place, bytes, None, sink)?;
        read(place, &text, options, sink)
    }),
};

/// Lines of a head that are looked at.
const LINES: usize = 40;
/// Lines above the first reference.
const PREFACE: usize = 8;
/// Tags that tell a list.
const TAGS: usize = 3;

fn is_list(head: &FileHead<'_>) -> bool {
    let text = String::from_utf8_lossy(&head.text[..head.text.len().min(8192)]);
    // A product may say of itself what it is above the first reference.
    let said = |l: &&str| tag(l).is_none() && l.split_once(": ").is_some_and(|(name, _)| !name.contains(' '));
    let mut lines = text.lines().map(str::trim_end).filter(|l| !l.trim().is_empty());
    let first = lines.by_ref().take(PREFACE).find(|l| !said(l)).unwrap_or_default();
    let more =
        |layout: &str| text.lines().take(LINES).filter(|l| tag(l).is_some_and(|t| t.0 == layout)).count() >= TAGS;
    match tag(first) {
        Some(("ris", "TY" | "PMID", _)) => more("ris"),
        Some(("enw", ..)) => more("enw"),
        _ => false,
    }
}

/// Layout, tag and value of a line: `TI  - …` or `%T …`.
fn tag(line: &str) -> Option<(&'static str, &str, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    if let Some(rest) = line.strip_prefix('%') {
        let code = rest.get(..1)?;
        let value = &rest[1..];
        return (value.is_empty() || value.starts_with(' ')).then(|| ("enw", code, value.trim()));
    }
    // Four columns for the tag, then a dash.
    let (code, rest) = (line.get(..4)?.trim_end(), line.get(4..)?);
    let mut letters = code.chars();
    let is_tag = code.len() >= 2
        && letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let value = rest.strip_prefix('-')?;
    is_tag.then(|| ("ris", code, value.trim()))
}

fn read(place: &Place, text: &str, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut export = Export::default();
    let mut draft = Draft::default();
    let mut field: Option<(Option<ExportLabel>, String, String)> = None;
    for line in text.lines() {
        let Some((layout, code, value)) = tag(line) else {
            match &mut field {
                Some((_, _, so_far)) => {
                    so_far.push('\n');
                    so_far.push_str(line.trim());
                }
                None => export.outside += usize::from(!line.trim().is_empty()),
            }
            continue;
        };
        close(&mut draft, field.take());
        // A record opens with its kind; `ER` alone cannot be relied on.
        if matches!((layout, code), ("ris", "TY" | "ER" | "PMID") | ("enw", "0")) {
            end(&mut draft, &mut export);
        }
        field = Some((coded(layout, code), format!("{code} "), value.to_owned()));
    }
    close(&mut draft, field.take());
    end(&mut draft, &mut export);
    if export.drafts.is_empty() {
        return sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_NO_REFERENCE)));
    }
    hand_over(place, export, options, sink)
}

fn close(draft: &mut Draft, field: Option<(Option<ExportLabel>, String, String)>) {
    let Some((label, code, value)) = field else { return };
    match label {
        Some(label) => match label.part {
            Part::Role(Role::Author) => draft.take(label, &code, &in_order(&value)),
            Part::Role(Role::Published) => draft.take(label, &code, &day(&value)),
            _ => draft.take(label, &code, &value),
        },
        None => draft.leave(&format!("{code}{value}")),
    }
}

fn end(draft: &mut Draft, export: &mut Export) {
    let draft = std::mem::take(draft);
    export.drafts.extend(draft.is_readable().then_some(draft));
}

/// `Osmont, Claire` as the name is said.
pub(super) fn in_order(name: &str) -> String {
    // `family=Roz, given=Ana`
    let part = |key: &str| name.split(',').find_map(|p| p.trim().strip_prefix(key)?.trim_start().strip_prefix('='));
    if let Some(family) = part("family") {
        let whole = [part("given"), part("prefix"), Some(family)].into_iter().flatten().map(str::trim);
        return whole.collect::<Vec<_>>().join(" ");
    }
    let parts: Vec<&str> = name.split(',').map(str::trim).collect();
    match parts.as_slice() {
        [last, first] if !first.is_empty() => format!("{first} {last}"),
        [last, first, after] if !first.is_empty() => format!("{first} {last} {after}").trim().to_owned(),
        _ => name.trim().to_owned(),
    }
}

/// `2024/04/10/` as a date; a year alone stays a year.
fn day(value: &str) -> String {
    let parts: Vec<&str> = value.trim().split('/').filter(|p| !p.trim().is_empty()).collect();
    let digits = |p: &str| p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [year, month, day, ..] if [year, month, day].iter().all(|p| digits(p)) => {
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        // `2024 Apr 10`
        [one] => match one.split_whitespace().collect::<Vec<_>>().as_slice() {
            [year, month, day] if digits(year) && digits(day) && year.len() == 4 => format!("{day} {month} {year}"),
            _ => value.trim().to_owned(),
        },
        _ => value.trim().to_owned(),
    }
}
