//! Exports of Factiva as text, RTF, Word or a page: each field behind a code of
//! two or three letters, or, without codes, in a fixed order above the text.

use super::draft::{Draft, Export};
use super::europresse::outlet;
use super::labels::{ExportLabel, coded as label_of};
use super::layout::{COLUMN, Line, is_copyright, is_date};
use crate::ingest::mapping::Role;
use crate::ingest::people::{names_persons, opens_byline};
use crate::text::ending::is_closed;
use std::collections::BTreeSet;

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(bytes: &[u8]) -> bool {
    let alone = |code: &str| {
        memchr::memmem::find_iter(bytes, code.as_bytes()).any(|i| {
            let apart = |at: Option<&u8>| at.is_none_or(|b| !b.is_ascii_alphanumeric());
            apart(i.checked_sub(1).and_then(|i| bytes.get(i))) && apart(bytes.get(i + code.len()))
        })
    };
    let coded = alone("HD") && (alone("SN") || alone("PD")) && (alone("LP") || alone("TD"));
    coded || memchr::memmem::find_iter(bytes, b"ument ").any(|i| is_number(&bytes[i + 6..]))
}

/// How far a value stands behind its code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spaced {
    /// On a line of its own, or behind a tabulator or several spaces.
    Apart,
    /// One space behind it, as where the columns of a page were copied.
    Once,
}

/// The code at the head of a line and what stands behind it.
fn code(text: &str, spaced: Spaced) -> Option<(ExportLabel, &str)> {
    let end = text.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(text.len());
    let (code, rest) = text.split_at(end);
    if !(2..=3).contains(&code.len()) {
        return None;
    }
    // A code stands alone, or before a tabulator or several spaces.
    let apart = rest.is_empty() || rest.starts_with(['\t', '\u{a0}']) || rest.starts_with("  ");
    let apart = apart || rest.starts_with(' ') && spaced == Spaced::Once;
    let label = label_of("factiva", code)?;
    apart.then(|| (label, rest.trim_start()))
}

/// Codes of one article, of which some are needed to believe that they are codes.
const CODES: usize = 5;

/// Codes that may follow the text of an article. A line of it that begins with a short word in
/// capitals, such as `LA`, is a line of the text.
const BEHIND_TEXT: [&str; 11] = [
    "factiva.TD",
    "factiva.CO",
    "factiva.IN",
    "factiva.NS",
    "factiva.RE",
    "factiva.PUB",
    "factiva.AN",
    "factiva.CT",
    "factiva.IPC",
    "factiva.IPD",
    "factiva.RF",
];

/// The articles of an export with codes.
pub(super) fn coded(lines: &[Line]) -> Option<Export> {
    coded_by(lines, Spaced::Apart).or_else(|| coded_by(lines, Spaced::Once))
}

fn coded_by(lines: &[Line], spaced: Spaced) -> Option<Export> {
    let codes: BTreeSet<&str> = lines.iter().filter_map(|l| Some(code(&l.text, spaced)?.0.rule)).collect();
    let has = |code: &str| codes.contains(code);
    let text = has("factiva.LP") || has("factiva.TD");
    if codes.len() < CODES || !has("factiva.HD") || !(has("factiva.SN") || has("factiva.PD")) || !text {
        return None;
    }
    let mut export = Export::default();
    let mut seen: Vec<&str> = Vec::new();
    let mut draft = Draft::default();
    let mut field: Option<(ExportLabel, Vec<&str>)> = None;
    for line in lines {
        let in_text = matches!(&field, Some((label, _)) if matches!(label.rule, "factiva.LP" | "factiva.TD"));
        let known =
            |(label, _): &(ExportLabel, &str)| spaced == Spaced::Apart || !in_text || BEHIND_TEXT.contains(&label.rule);
        let Some((label, value)) = code(&line.text, spaced).filter(known) else {
            match &mut field {
                Some((_, value)) => value.push(&line.text),
                None => export.outside += usize::from(!line.is_blank()),
            }
            continue;
        };
        close(&mut draft, field.take(), &mut export.outside);
        // Each code stands once in an article: one that comes again opens the next.
        if seen.contains(&label.rule) || seen.last() == Some(&"factiva.AN") {
            end(&mut draft, &mut export);
            seen.clear();
        }
        seen.push(label.rule);
        field = Some((label, vec![value]));
    }
    close(&mut draft, field.take(), &mut export.outside);
    end(&mut draft, &mut export);
    Some(export)
}

/// Takes a field whose lines have all been read.
fn close(draft: &mut Draft, field: Option<(ExportLabel, Vec<&str>)>, outside: &mut usize) {
    let Some((label, mut lines)) = field else { return };
    let code = label.rule.rsplit('.').next().unwrap_or_default();
    if label.rule == "factiva.AN" {
        // It is the last of its article: what follows belongs to no article.
        let first = lines.iter().position(|l| !l.is_empty()).map_or(lines.len(), |i| i + 1);
        *outside += lines.drain(first..).filter(|l| !l.is_empty()).count();
        let number = lines.join(" ");
        draft.take(label, "", number.trim().rsplit(' ').next().unwrap_or_default());
        return;
    }
    let value = match label.rule {
        "factiva.LP" | "factiva.TD" | "factiva.ART" => paragraphs(&lines).join("\n"),
        _ => lines.join(" "),
    };
    draft.take(label, &format!("{code} "), value.trim());
}

fn end(draft: &mut Draft, export: &mut Export) {
    let draft = std::mem::take(draft);
    if draft.is_readable() {
        export.drafts.push(draft);
    }
}

/// Paragraphs of a field: parted by blank lines; where there are none, by lines
/// that end a sentence, unless the lines are longer than a column.
fn paragraphs(lines: &[&str]) -> Vec<String> {
    let lines: Vec<&str> = lines.iter().map(|l| l.trim()).collect();
    let lines = lines.trim_ascii_blank();
    let broken = lines.iter().all(|l| l.chars().count() <= COLUMN);
    let parted = lines.iter().any(|l| l.is_empty());
    let mut out: Vec<String> = Vec::new();
    let mut apart = true;
    for line in lines {
        if line.is_empty() {
            apart = true;
            continue;
        }
        match out.last_mut().filter(|_| !apart && broken) {
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None => out.push((*line).to_owned()),
        }
        apart = !broken || (!parted && is_closed(line));
    }
    out
}

/// Lines without the blank ones at both ends.
trait TrimBlank {
    fn trim_ascii_blank(&self) -> &Self;
}

impl TrimBlank for [&str] {
    fn trim_ascii_blank(&self) -> &Self {
        let from = self.iter().position(|l| !l.is_empty()).unwrap_or(self.len());
        let to = self.iter().rposition(|l| !l.is_empty()).map_or(from, |i| i + 1);
        &self[from..to]
    }
}

/// True for the number of an article: letters and digits of its source, eight
/// digits of its day, letters and digits of its own.
fn is_number(text: &[u8]) -> bool {
    let word = text.split(|b| !b.is_ascii_alphanumeric()).next().unwrap_or_default();
    let source = word.iter().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
    let digits = word[..source].iter().rev().take_while(|b| b.is_ascii_digit()).count();
    (16..=40).contains(&word.len()) && source >= 12 && digits >= 8 && source < word.len()
}

/// The number in the line that ends an article without codes.
fn ending(text: &str) -> Option<&str> {
    let (_, number) = text.strip_prefix("Document").or_else(|| text.strip_prefix("Dokument"))?.split_once(' ')?;
    let number = number.trim();
    (is_number(number.as_bytes()) && !number.contains(' ')).then_some(number)
}

/// True for `118 words`, `1.204 mots`.
fn is_word_count(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let number = words.next().is_some_and(|w| {
        w.starts_with(|c: char| c.is_ascii_digit())
            && w.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{202f}' | '\u{a0}'))
    });
    let unit = words.next().is_some_and(|w| w.chars().all(char::is_alphabetic));
    number && unit && words.next().is_none()
}

/// True for `Page 1 of 2 © 2025 Factiva, Inc. All rights reserved.`
fn is_foot(text: &str) -> bool {
    text.contains('©') && text.contains("Factiva, Inc") && text.split_whitespace().count() <= 16
}

/// The articles of an export without codes.
pub(super) fn plain(lines: &[Line]) -> Option<Export> {
    let mut export = Export::default();
    let mut start = 0;
    for (end, line) in lines.iter().enumerate() {
        let Some(number) = ending(&line.text) else { continue };
        let here = &lines[start..end];
        let mut draft = Draft::default();
        // The number of words stands right above the date.
        let counted = (0..here.len()).find(|&i| {
            let next = here[i + 1..].iter().find(|l| !l.is_blank());
            is_word_count(&here[i].text) && next.is_some_and(|l| is_date(&l.text))
        });
        let counted = counted?;
        export.outside += above(&here[..counted], &mut draft, export.drafts.is_empty());
        draft.leave(&here[counted].text);
        let body = below(&here[counted + 1..], &mut draft);
        let text = here[counted + 1 + body..].iter().map(|l| l.text.as_str());
        // The foot of a page of print may stand inside the text.
        let (feet, text): (Vec<&str>, Vec<&str>) = text.partition(|l| is_foot(l));
        feet.iter().for_each(|foot| draft.leave(foot));
        paragraphs(&text).iter().for_each(|p| draft.paragraph(p));
        draft.state(Role::Identifier, "factiva.AN", number);
        export.drafts.extend(draft.is_readable().then_some(draft));
        start = end + 1;
    }
    export.outside += lines[start..].iter().filter(|l| !l.is_blank()).count();
    (!export.drafts.is_empty()).then_some(export)
}

/// Reads section, headline and byline above the number of words. Gives how many
/// lines are none of them.
fn above(lines: &[Line], draft: &mut Draft, first: bool) -> usize {
    let filled: Vec<&Line> = lines.iter().filter(|l| !l.is_blank()).collect();
    let is_strong = |l: &Line| l.strong || l.classes.contains("headline");
    let strong = filled.iter().rposition(|l| is_strong(l));
    // Without bold letters the headline is the line above the byline, else the first of
    // its article; above the first article stand others.
    let byline = filled.iter().rposition(|l| opens_byline(&l.text)).filter(|&i| i > strong.unwrap_or(0));
    let byline = byline.or_else(|| named_last(&filled).filter(|_| strong.is_none()));
    let at = strong
        .or_else(|| byline.map(|i| i - 1))
        .unwrap_or_else(|| if first { filled.len().saturating_sub(2) } else { 0 });
    let Some(headline) = filled.get(at) else { return 0 };
    let mut from = at;
    while from > 0
        && strong.is_some()
        && is_strong(filled[from - 1])
        && filled[from - 1].classes == filled[at].classes
        && at - from < 3
    {
        from -= 1;
    }
    if from == at {
        draft.state(Role::Title, "factiva.headline", &headline.text);
    } else {
        let joined: Vec<&str> = filled[from..=at].iter().map(|l| l.text.as_str()).collect();
        draft.state(Role::Title, "factiva.headline", &joined.join(" "));
    }
    // Below a bold headline stands its author, where it is one line; else a line is that
    // of an author only where it says so.
    let alone = strong.is_some() && at + 2 == filled.len();
    for (i, line) in filled.iter().enumerate().skip(at + 1) {
        match alone || byline == Some(i) {
            true => draft.state(Role::Author, "factiva.byline", &line.text),
            false => draft.leave(&line.text),
        }
    }
    if first {
        return from;
    }
    filled[..from].iter().for_each(|l| draft.leave(&l.text));
    0
}

/// Words of a headline below which a name alone is that of its author.
const HEADLINE: usize = 5;

/// The last line, where it has the form of a name and the one above it the
/// length of a headline.
fn named_last(lines: &[&Line]) -> Option<usize> {
    let [.., headline, last] = lines else { return None };
    let named = names_persons(&last.text) && last.text.split_whitespace().count() < HEADLINE;
    (named && headline.text.split_whitespace().count() >= HEADLINE).then(|| lines.len() - 1)
}

/// Lines between the date and the text, of which the line of rights is the last.
const HEAD: usize = 14;

/// Reads date, hour, outlet, codes and rights; gives where the text begins.
fn below(lines: &[Line], draft: &mut Draft) -> usize {
    let rights = lines.iter().take(HEAD).position(|l| is_copyright(&l.text));
    let mut order = 0;
    for (i, line) in lines.iter().enumerate() {
        let text = line.text.as_str();
        if line.is_blank() {
            continue;
        }
        match order {
            0 => draft.state(Role::Published, "factiva.PD", text),
            1 if is_hour(text) => {
                draft.at(text);
                continue;
            }
            1 => draft.state(Role::Source, "factiva.SN", outlet(text)),
            _ if rights.is_some_and(|end| i <= end) => draft.leave(text),
            _ if rights.is_none() && text.len() < 30 => draft.leave(text),
            _ => return i,
        }
        order += 1;
    }
    lines.len()
}

fn is_hour(text: &str) -> bool {
    let head: Vec<char> = text.chars().take(5).collect();
    text.len() < 20 && matches!(head.as_slice(), [a, ':' | 'h', ..] | [a, _, ':' | 'h', ..] if a.is_ascii_digit())
}
