//! Exports of Nexis and Lexis. The older layout parts its articles by a line
//! that counts them (`2 of 14 DOCUMENTS`), the newer one ends each with a line
//! that says so; in both, fields are labelled and in the language of the reader.

use super::draft::{Draft, Export};
use super::labels::{ExportLabel, Part, labelled};
use super::layout::{COLUMN, Line, blocks, is_copyright, is_date};
use crate::corpus::LineKind;
use crate::ingest::mapping::Role;
use crate::text::ending::is_closed;
use crate::text::fold;
use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::OnceLock;

/// Lines that end an article, folded.
const ENDS: &[&str] = &[
    "end of document",
    "fin du document",
    "fin de document",
    "ende des dokuments",
    "fin del documento",
    "fine del documento",
    "einde van document",
    "fim do documento",
];

/// Words that count articles, folded.
const COUNTED: &[&str] =
    &["document", "documents", "dokument", "dokumente", "dokumenten", "documento", "documentos", "documenti"];

/// Longest line that parts articles.
const PART: usize = 60;

/// Words of lines that part articles, as the products write them.
const SIGNS: &[&str] = &[
    "DOCUMENT",
    "DOKUMENT",
    "Document 1 ",
    "Dokument 1 ",
    "End of Document",
    "Fin du document",
    "Fin de document",
    "Ende des Dokuments",
    "Fin del documento",
    "Fine del documento",
    "Einde van document",
    "Fim do documento",
];

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    static SIGN: OnceLock<AhoCorasick> = OnceLock::new();
    let build = || AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(SIGNS);
    SIGN.get_or_init(|| build().expect("the signs are few and short")).is_match(text)
}

/// The number and the total of a line that counts articles.
fn counter(line: &str) -> Option<(u64, u64)> {
    let line = line.trim();
    if line.len() > PART || !line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let folded = fold(line);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let words = match words.as_slice() {
        [first, rest @ ..] if COUNTED.contains(first) => rest,
        [rest @ .., last] if COUNTED.contains(last) => rest,
        _ => return None,
    };
    let [n, of, total] = words else { return None };
    let said = matches!(*of, "of" | "de" | "von" | "di" | "sur" | "van" | "/");
    said.then_some(())?;
    Some((n.parse().ok()?, total.parse().ok()?))
}

fn is_end(line: &str) -> bool {
    line.len() <= PART && ENDS.contains(&fold(line.trim()).as_str())
}

/// A block that begins with a label: the label, its letters, and the value.
fn field(text: &str) -> Option<(Option<ExportLabel>, &str, &str)> {
    let (name, value) = text.split_once(':')?;
    let label = labelled("nexis", name.trim());
    let known = label.is_some() && (name.starts_with(char::is_uppercase));
    // Labels that the table does not know are in capitals.
    let capitals = name.chars().count() >= 4
        && name.chars().count() <= 30
        && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-'));
    (known || capitals).then_some((label.filter(|_| known), &text[..=name.len()], value.trim()))
}

/// A block that is a label alone.
fn heading(text: &str) -> Option<ExportLabel> {
    labelled("nexis", text.trim_end_matches(':')).filter(|l| matches!(l.part, Part::Body | Part::Tail | Part::Caption))
}

/// How an export parts its articles, and their lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// A line counts each article.
    Counted,
    /// A line ends each article.
    Ended,
    /// The same, and no line is broken to fit a column.
    Unbroken,
}

/// The articles of an export.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    counted(lines).or_else(|| ended(lines))
}

/// The older layout: what follows each counting line is an article.
fn counted(lines: &[Line]) -> Option<Export> {
    let mut starts: Vec<usize> = Vec::new();
    let mut last: Option<(u64, u64)> = None;
    for (i, line) in lines.iter().enumerate() {
        if let Some((n, total)) = counter(&line.text)
            && n <= total
            && last.is_none_or(|(before, all)| n > before && total == all)
        {
            starts.push(i);
            last = Some((n, total));
        }
    }
    let first = *starts.first()?;
    let mut export = Export { outside: filled(&lines[..first]), ..Export::default() };
    let mut any = false;
    for (k, &start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(lines.len());
        any |= article(&lines[start + 1..end], Layout::Counted, &mut export);
    }
    any.then_some(export)
}

/// The newer layout: each article ends with a line that says so.
fn ended(lines: &[Line]) -> Option<Export> {
    let mut export = Export::default();
    let (mut start, mut any) = (0, false);
    let unbroken = lines.iter().any(|l| l.text.chars().count() > COLUMN);
    let layout = if unbroken { Layout::Unbroken } else { Layout::Ended };
    for end in (0..lines.len()).filter(|&i| is_end(&lines[i].text)) {
        any |= article(&lines[start..end], layout, &mut export);
        start = end + 1;
    }
    export.outside += filled(&lines[start..]);
    any.then_some(export)
}

fn filled(lines: &[Line]) -> usize {
    lines.iter().filter(|l| !l.is_blank()).count()
}

/// Reads one article; false where it has no field at all: a text of which no
/// article has one only counts something and is no export.
fn article(lines: &[Line], layout: Layout, export: &mut Export) -> bool {
    let newer = layout != Layout::Counted;
    let whole = layout == Layout::Unbroken;
    let printed = if newer { as_printed(lines) } else { None };
    let lines = printed.as_deref().unwrap_or(lines);
    let blocks = blocks(lines, |text| whole || field(text).is_some_and(|f| f.0.is_some()));
    let mut draft = Draft::default();
    let Some(head) = blocks.iter().position(|b| is_field(&b.text)) else {
        blocks.iter().for_each(|b| draft.paragraph(&b.text));
        export.drafts.extend(draft.is_readable().then_some(draft));
        return false;
    };
    let body = head_of(&blocks, head, newer, &mut draft, &mut export.outside);
    let at = fields_of(&blocks, body, &mut draft);
    let end = tail_at(&blocks, at);
    blocks[at..end].iter().for_each(|b| draft.paragraph(&b.text));
    tail_of(&blocks[end..], &mut draft);
    if draft.is_readable() {
        export.drafts.push(draft);
    }
    true
}

/// True for a line that counts the pages of an article: `Page 2 of 3`.
fn is_page(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let [page, n, of, total] = words.as_slice() else { return false };
    matches!(fold(page).as_str(), "page" | "pagina" | "seite")
        && matches!(*of, "of" | "de" | "sur" | "von" | "di" | "van" | "/")
        && digits(n)
        && digits(total)
}

/// The lines of an article as it is printed, where its headline, the paper and the day stand below
/// each other without a blank line: each apart, and without what is printed on every page.
/// `None` where nothing is printed so.
fn as_printed(lines: &[Line]) -> Option<Vec<Line>> {
    let head = lines.iter().position(|l| is_field(&l.text)).unwrap_or(lines.len());
    let day = (0..head).rfind(|&i| is_date(&lines[i].text)).filter(|&day| day >= 2);
    let whole = |day: &usize| lines[day - 2..*day].iter().all(|l| !l.is_blank());
    let day = day.filter(whole);
    if day.is_none() && !lines.iter().any(|l| is_page(&l.text)) {
        return None;
    }
    let mut out: Vec<Line> = Vec::new();
    // Whether the last line that is not blank closes a sentence.
    let mut ended = false;
    let first = day.map(|day| lines[..day].iter().rposition(Line::is_blank).map_or(0, |at| at + 1));
    let title = first.zip(day).map(|(first, day)| &lines[first..day - 1]).unwrap_or_default();
    let title = title.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ");
    let mut at = 0;
    while at < lines.len() {
        if let Some(day) = day.filter(|_| Some(at) == first) {
            let strong = lines[at].strong;
            let headline = Line { strong, ..Line::plain(&title) };
            for line in [headline, lines[day - 1].clone(), lines[day].clone()] {
                out.extend([line, Line::default()]);
            }
            at = day + 1;
            continue;
        }
        if is_page(&lines[at].text) {
            at += 1;
            // The headline runs on above the next page, and the sentence goes on below it.
            let next = (at..lines.len()).find(|&i| !lines[i].is_blank());
            if let Some(next) = next.filter(|&i| !title.is_empty() && title.starts_with(lines[i].text.as_str())) {
                at = next + 1;
            }
            while !ended && lines.get(at).is_some_and(Line::is_blank) {
                at += 1;
            }
            continue;
        }
        if !lines[at].is_blank() {
            ended = is_closed(&lines[at].text);
        }
        out.push(lines[at].clone());
        at += 1;
    }
    Some(out)
}

fn is_field(text: &str) -> bool {
    field(text).is_some_and(|f| f.0.is_some()) || heading(text).is_some()
}

/// Reads outlet, date and headline, which have no labels; gives where the
/// fields begin.
fn head_of(blocks: &[Line], head: usize, newer: bool, draft: &mut Draft, outside: &mut usize) -> usize {
    let free: Vec<usize> = (0..head).filter(|&i| !is_copyright(&blocks[i].text)).collect();
    blocks[..head].iter().filter(|b| is_copyright(&b.text)).for_each(|b| draft.leave(&b.text));
    let text = |k: usize| blocks[free[k]].text.as_str();
    let dated = |k: &usize| is_date(text(*k));
    let date = if newer { (0..free.len()).rfind(dated) } else { (0..free.len()).find(dated) };
    let Some(date) = date else {
        // Without a date only the last line above the fields is told: the headline.
        if let Some(k) = free.len().checked_sub(1) {
            draft.state(Role::Title, "nexis.headline", text(k));
            *outside += k;
        }
        return head;
    };
    draft.state(Role::Published, "nexis.date", text(date));
    if let Some(outlet) = date.checked_sub(1) {
        draft.state(Role::Source, "nexis.outlet", text(outlet));
    }
    let is_edition = |k: &usize| EDITIONS.iter().any(|e| fold(text(*k)).contains(e)) && text(*k).len() < PART;
    let (editions, below): (Vec<usize>, Vec<usize>) = (date + 1..free.len()).partition(is_edition);
    editions.iter().for_each(|&k| draft.leave(text(k)));
    let labelled = blocks[head..]
        .iter()
        .any(|b| field(&b.text).and_then(|f| f.0).is_some_and(|l| l.part == Part::Role(Role::Title)));
    // The headline stands above the outlet in the newer layout, below the date in the older.
    let above = date.checked_sub(2).filter(|_| newer || below.is_empty());
    match (above, labelled) {
        (Some(k), false) => {
            draft.state(Role::Title, "nexis.headline", text(k));
            *outside += k;
            below.iter().for_each(|&k| draft.leave(text(k)));
        }
        (above, _) => {
            *outside += above.map_or(0, |k| k + 1);
            let mut below = below.into_iter();
            if let Some(k) = below.next().filter(|_| !labelled) {
                draft.state(Role::Title, "nexis.headline", text(k));
            }
            below.for_each(|k| draft.push(LineKind::Standfirst, text(k)));
        }
    }
    head
}

/// Words of a line that names an edition, folded.
const EDITIONS: &[&str] = &["edition", "ausgabe", "edicion", "edizione"];

/// Reads the fields above the text; gives where the text begins.
fn fields_of(blocks: &[Line], from: usize, draft: &mut Draft) -> usize {
    let opens = |b: &Line| heading(&b.text).is_some_and(|l| l.part == Part::Body);
    // Where a line opens the text, all above it are fields.
    let open = (from..blocks.len()).find(|&i| opens(&blocks[i]));
    let mut i = from;
    while i < open.unwrap_or(blocks.len()) {
        let text = blocks[i].text.as_str();
        match field(text) {
            Some((Some(label), _, value)) if label.part == Part::Body => {
                draft.paragraph(value);
                return i + 1;
            }
            Some((Some(label), written, value)) => draft.take(label, &format!("{written} "), value),
            None if !is_copyright(text) && open.is_none() => return i,
            _ => draft.leave(text),
        }
        i += 1;
    }
    open.map_or(i, |at| at + 1)
}

/// Blocks below the label of a picture that are its words.
const CAPTIONS: usize = 3;

/// Where what stands behind the text begins: at the first of its labels behind
/// which only labels follow, since a paragraph may begin like a label.
fn tail_at(blocks: &[Line], from: usize) -> usize {
    // The newer layout has a heading above them.
    let headed = |b: &Line| heading(&b.text).is_some_and(|l| l.part != Part::Body);
    if let Some(at) = (from..blocks.len()).find(|&i| headed(&blocks[i])) {
        return at;
    }
    let is_caption = |text: &str| {
        let label = heading(text).or_else(|| field(text).and_then(|f| f.0));
        label.is_some_and(|l| l.part == Part::Caption)
    };
    let belongs = |i: usize| {
        let text = blocks[i].text.as_str();
        let below = blocks[i.saturating_sub(CAPTIONS).max(from)..i].iter().any(|b| is_caption(&b.text));
        field(text).is_some() || heading(text).is_some() || is_copyright(text) || below
    };
    let mut only = blocks.len();
    while only > from && belongs(only - 1) {
        only -= 1;
    }
    let behind = |i: &usize| is_tail(&blocks[*i].text);
    let known = |i: &usize| field(&blocks[*i].text).and_then(|f| f.0).is_some_and(|l| l.part == Part::Tail);
    (only..blocks.len()).find(behind).or_else(|| (from..blocks.len()).find(known)).unwrap_or(blocks.len())
}

/// True for a block behind the text.
fn is_tail(text: &str) -> bool {
    let behind = |l: ExportLabel| matches!(l.part, Part::Tail | Part::Caption | Part::Role(Role::Language | Role::Url));
    heading(text).is_some_and(|l| l.part != Part::Body)
        || field(text).and_then(|f| f.0).is_some_and(behind)
        || (is_copyright(text) && text.len() < 200)
}

/// Reads what stands behind the text.
fn tail_of(blocks: &[Line], draft: &mut Draft) {
    let mut caption = false;
    for b in blocks {
        let text = b.text.as_str();
        if let Some(label) = heading(text) {
            caption = label.part == Part::Caption;
            draft.leave(text);
        } else if let Some((label, written, value)) = field(text) {
            caption = label.is_some_and(|l| l.part == Part::Caption);
            match label {
                Some(label) => draft.take(label, &format!("{written} "), value),
                None => draft.leave(text),
            }
        } else if caption && !is_copyright(text) {
            draft.push(LineKind::Caption, text);
        } else {
            draft.leave(text);
        }
    }
}
