//! Messages that were forwarded: the message inside makes the claims, and what
//! the one who forwarded it wrote is a note.
//!
//! The words of mail programs are a table, `assets/ingest/forward.tsv`.

use crate::corpus::LineKind;
use crate::ingest::raw::{Hint, RawDocument};
use crate::ingest::word_table;
use crate::text::squeezed;
use crate::text::{Span, fold};
use std::sync::OnceLock;

/// Lines in which the head of the message inside begins.
const REACH: usize = 400;
/// Lines of one head.
const HEAD: usize = 40;
/// Words between two heads of which the second is that of the article: a
/// message that was forwarded again.
const AGAIN: usize = 60;

/// What the message inside says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Forwarded {
    /// Who sent it, as its head writes it.
    pub from: String,
    pub date: String,
    pub subject: String,
    /// What stands above it.
    pub note: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HeadLabel {
    From,
    Date,
    To,
    Subject,
}

/// The words of the table for one thing.
fn words(what: &str) -> impl Iterator<Item = &'static str> {
    static TABLE: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| word_table::rows(include_str!("../../../assets/ingest/forward.tsv")).collect());
    table.iter().filter(move |(w, _)| *w == what).map(|(_, word)| *word)
}

/// True for a subject that opens with a word for one thing, such as an answer.
fn opens(subject: &str, what: &str) -> bool {
    let Some((head, _)) = subject.split_once(':') else { return false };
    let head = fold(head);
    words(what).any(|w| w == head.trim())
}

/// A line without signs of quotation and of bold.
fn bare(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '\t', '\u{a0}', '*', '|']).trim_end()
}

/// The label at the head of a line, and what it says.
fn label(line: &str) -> Option<(HeadLabel, &str)> {
    let (name, value) = bare(line).split_once(':')?;
    let name = name.trim_matches(['*', ' ', '\u{a0}', '\u{202f}']);
    if name.is_empty() || name.len() > 24 {
        return None;
    }
    let name = fold(name);
    let is = |what: &str| words(what).any(|w| w == name);
    let label = match () {
        () if is("from") => HeadLabel::From,
        () if is("date") => HeadLabel::Date,
        () if is("to") => HeadLabel::To,
        () if is("subject") => HeadLabel::Subject,
        () => return None,
    };
    Some((label, value.trim_matches(['*', ' ', '\t', '\u{a0}', '\u{202f}'])))
}

/// True for a line that only parts two messages.
fn parts(line: &str) -> bool {
    (inner(line).is_empty() && bare(line).len() >= 5) || says_forwarded(line)
}

/// A line without the strokes around it.
fn inner(line: &str) -> &str {
    bare(line).trim_matches(['-', '_', ' ', ':', '='])
}

/// True for a line that says that what follows is another message.
fn says_forwarded(line: &str) -> bool {
    let inner = inner(line);
    let folded = if inner.len() < 60 { fold(inner).replace('’', "'") } else { String::new() };
    words("forwarded").any(|w| w == folded)
}

/// The head of a message in the text: its lines, and what they say.
#[derive(Debug)]
struct Head {
    /// First line, that between the messages included, and the line behind.
    lines: (usize, usize),
    said: Forwarded,
    /// The line between the messages says that one was forwarded.
    parted: bool,
    /// How many labels it has.
    labels: usize,
}

fn head_at(lines: &[&str], at: usize) -> Option<Head> {
    let mut said = Forwarded::default();
    let mut labels: Vec<HeadLabel> = Vec::new();
    let (mut end, mut blank) = (at, 0);
    for (i, line) in lines.iter().enumerate().skip(at).take(HEAD) {
        // A value that stood on the line below its label was taken with it.
        if i < end {
            continue;
        }
        match label(line) {
            Some((label, value)) if label == HeadLabel::To || !labels.contains(&label) => {
                let (value, next) = match below(lines, i).filter(|_| value.is_empty()) {
                    Some((value, next)) => (value.to_owned(), next),
                    None => (value.to_owned(), i + 1),
                };
                match label {
                    HeadLabel::From => said.from = value,
                    HeadLabel::Date => said.date = value,
                    HeadLabel::Subject => said.subject = value,
                    HeadLabel::To => {}
                }
                labels.push(label);
                (end, blank) = (next, 0);
            }
            _ if labels.is_empty() => return None,
            _ if bare(line).is_empty() && blank == 0 => blank = 1,
            // A list of addressees may go on on the next line.
            _ if labels.last() == Some(&HeadLabel::To) && blank == 0 && line.contains('@') => end = i + 1,
            _ => break,
        }
    }
    let has = |l: HeadLabel| labels.contains(&l);
    let several = labels.len() >= 3 && has(HeadLabel::From) && (has(HeadLabel::Date) || has(HeadLabel::Subject));
    let start = (at.saturating_sub(3)..at).find(|&i| parts(lines[i])).unwrap_or(at);
    let parted = lines[start..at].iter().any(|l| says_forwarded(l));
    several.then_some(Head { lines: (start, end), said, parted, labels: labels.len() })
}

/// The value of a label that stands alone, in the next line but one at most,
/// and the line behind it: a head in a table is read cell by cell.
fn below<'l>(lines: &[&'l str], at: usize) -> Option<(&'l str, usize)> {
    let reach = (at + 1..lines.len()).take(2);
    let next = reach.into_iter().find(|&i| !bare(lines[i]).is_empty())?;
    label(lines[next]).is_none().then(|| (bare(lines[next]), next + 1))
}

/// The head of the message that was forwarded, the innermost of several.
fn find(lines: &[&str]) -> Option<Head> {
    let mut found: Option<Head> = None;
    // Words behind the head that was found.
    let (mut at, mut words) = (0, 0);
    while at < lines.len().min(REACH) && (found.is_none() || words < AGAIN) {
        match head_at(lines, at) {
            Some(head) => {
                at = head.lines.1.max(at + 1);
                words = 0;
                let start = found.as_ref().map_or(head.lines.0, |first| first.lines.0);
                let parted = head.parted || found.is_some_and(|first| first.parted);
                found = Some(Head { lines: (start, head.lines.1), parted, ..head });
            }
            None => {
                words += lines[at].split_whitespace().count();
                at += 1;
            }
        }
    }
    found.filter(|head| lines[head.lines.1..].iter().any(|l| l.split_whitespace().count() > 3))
}

/// True for a text with the head of another message in it.
pub(super) fn holds(text: &str) -> bool {
    find(&text.split_inclusive('\n').collect::<Vec<_>>()).is_some()
}

/// Labels of a head that alone tell a text as a message that was passed on.
const SURE: usize = 4;

/// True for a text, not itself a message, that is one which was passed on.
pub(super) fn is_passed_on(text: &str) -> bool {
    let apart = strung_apart(text);
    let lines: Vec<&str> = apart.as_deref().unwrap_or(text).split_inclusive('\n').collect();
    find(&lines).is_some_and(|head| head.parted || head.labels >= SURE)
}

/// Labels that stand on one line, and bytes of the longest line that is such a head.
const STRUNG: usize = 3;
const HEAD_LINE: usize = 2000;
/// Bytes of the longest label.
const LABEL: usize = 24;

/// Where the labels of a head begin that stand on one line, where a program strung them together:
/// `De : Le Quai <l@quai.example>À : Ana <ana@x.example>Envoyé : 5 mars, UTC+1Objet : Le pont`.
fn labels_in(line: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    if line.len() > HEAD_LINE || !line.contains('@') {
        return starts;
    }
    for (colon, _) in line.match_indices(':') {
        let before = line[..colon].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        let capitals = before.char_indices().rev().take_while(|(i, _)| before.len() - i <= LABEL);
        let label = capitals.filter(|(_, c)| c.is_uppercase()).map(|(i, _)| i).find(|&i| {
            let name = fold(&before[i..]);
            ["from", "date", "to", "subject"].iter().any(|what| words(what).any(|w| w == name))
        });
        starts.extend(label);
    }
    starts
}

/// A text with such a head on lines of its own.
fn strung_apart(text: &str) -> Option<String> {
    let mut at = 0;
    for line in text.split_inclusive('\n').take(REACH) {
        let starts = labels_in(line);
        if starts.len() >= STRUNG {
            let mut out = text[..at].to_owned();
            let mut from = 0;
            for start in starts.into_iter().filter(|start| *start > 0) {
                out.push_str(line[from..start].trim_end());
                out.push('\n');
                from = start;
            }
            out.push_str(&text[at + from..]);
            return Some(out);
        }
        at += line.len();
    }
    None
}

/// True for an address alone in brackets, as programs write a picture of a message.
fn is_picture(line: &str) -> bool {
    let line = bare(line);
    let inner = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
    inner.is_some_and(|l| l.starts_with("http") && !l.contains(char::is_whitespace))
}

/// Reads a message as one that was forwarded, when it is: its text loses the
/// signs of quotation, and its head and the note above it are labelled.
/// Without a subject it is known to be one.
pub(super) fn read(raw: &mut RawDocument, subject: Option<&str>) -> Option<Forwarded> {
    if subject.is_some_and(|subject| opens(subject, "reply")) {
        return None;
    }
    let apart = if raw.hints.is_empty() { strung_apart(&raw.text) } else { None };
    let lines: Vec<&str> = apart.as_deref().unwrap_or(&raw.text).split_inclusive('\n').collect();
    let head = find(&lines).filter(|head| head.parted || subject.is_none_or(|subject| opens(subject, "forward")))?;
    let quoted = raw.hints.is_empty();
    let mut text = String::with_capacity(raw.text.len());
    let mut marks: Vec<Hint> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let start = text.len();
        let inside = i >= head.lines.0;
        text.push_str(if quoted && inside { unquoted(line) } else { line });
        let span = Span::new(start, text.len()).trim(&text);
        if i >= head.lines.1 && quoted && is_picture(line) {
            marks.push(Hint { span, kind: LineKind::Notice, rule: "mail.picture" });
        }
        if i >= head.lines.1 || span.is_empty() {
            continue;
        }
        let (kind, rule) = match label(line) {
            _ if i < head.lines.0 => (LineKind::Notice, "mail.forwarded.note"),
            Some((HeadLabel::From, _)) => (LineKind::Byline, "mail.forwarded.from"),
            Some((HeadLabel::Date, _)) => (LineKind::Date, "mail.forwarded.date"),
            _ => (LineKind::Notice, "mail.forwarded.head"),
        };
        marks.push(Hint { span, kind, rule });
    }
    let note: String = lines[..head.lines.0].concat();
    let note = squeezed(&note);
    let said = Forwarded { note, ..head.said };
    let covered = marks.last().map_or(0, |m| m.span.end);
    let rest = raw.hints.drain(..).filter(|h| h.span.start >= covered);
    let hints = marks.into_iter().chain(rest).collect();
    raw.hints = hints;
    raw.text = text;
    Some(said)
}

/// A line without its signs of quotation; its break stays.
fn unquoted(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

/// The name and the address of a sender, each empty where it does not stand.
pub(super) fn sender(from: &str) -> (&str, &str) {
    let cut = from.find(['<', '[']).unwrap_or(from.len());
    let name = from[..cut].trim().trim_matches(['"', '\'', ' ']);
    let inner = from[cut..].trim_matches(['<', '>', '[', ']', ' ']);
    let inner = inner.strip_prefix("mailto:").unwrap_or(inner).split(['>', ']']).next().unwrap_or_default().trim();
    if inner.is_empty() && name.contains('@') && !name.contains(' ') { ("", name) } else { (name, inner) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, subject: &str) -> (RawDocument, Option<Forwarded>) {
        let mut raw = RawDocument { text: text.to_owned(), ..RawDocument::default() };
        let said = read(&mut raw, Some(subject));
        (raw, said)
    }

    #[test]
    fn the_words_of_mail_programs_are_folded() {
        for word in ["from", "date", "to", "subject", "forwarded"].into_iter().flat_map(words) {
            assert_eq!(fold(word), word);
        }
    }

    #[test]
    fn heads_of_every_program_are_read() {
        for (between, head, from, date) in [
            (
                "-----Message d'origine-----",
                "De : Le Quai <l@quai.example>\nEnvoyé : mardi 5 mars 2024 08:00\nÀ : Ana Roz\nObjet : Le pont",
                "Le Quai <l@quai.example>",
                "mardi 5 mars 2024 08:00",
            ),
            (
                "---------- Forwarded message ---------",
                "From: Le Quai <l@quai.example>\nDate: Tue, 5 Mar 2024\nSubject: Le pont\nTo: <ana@x.example>",
                "Le Quai <l@quai.example>",
                "Tue, 5 Mar 2024",
            ),
            (
                "________________________________",
                "*Von:* Le Quai\n*Gesendet:* Dienstag, 5. März 2024\n*An:* Ana\n*Betreff:* Le pont",
                "Le Quai",
                "Dienstag, 5. März 2024",
            ),
            (
                "Début du message réexpédié :",
                "De: Le Quai\n\nObjet: Le pont\n\nDate: 5 mars 2024 à 08:00\n\nÀ: Ana",
                "Le Quai",
                "5 mars 2024 à 08:00",
            ),
        ] {
            let text = format!(
                "Pour dix heures. J.\n\n{between}\n{head}\n\n> Le pont est fermé depuis mardi.\n>\n> > La digue tient.\n"
            );
            let (raw, said) = of(&text, "TR: Le pont");
            let said = said.expect(between);
            assert_eq!((said.from.as_str(), said.date.as_str(), said.subject.as_str()), (from, date, "Le pont"));
            assert_eq!(said.note, "Pour dix heures. J.");
            assert!(raw.text.ends_with("\n\nLe pont est fermé depuis mardi.\n\nLa digue tient.\n"), "{}", raw.text);
            let note = &raw.hints[0];
            assert_eq!((note.span.of(&raw.text), note.kind), ("Pour dix heures. J.", LineKind::Notice));
        }
    }

    #[test]
    fn a_head_that_was_strung_on_one_line_is_read_too() {
        let text = "   ----- Message transmis ----- De : Le Quai <l@quai.example>À : \"ana@x.example\" <ana@x.example>Envoyé : mardi 5 mars 2024, \
            09:26:50 UTC+1Objet : Le pont\n Le pont est fermé depuis mardi.\n[https://quai.example/logo.png]\nLa digue tient.\n";
        assert!(is_passed_on(text));
        let (raw, said) = of(text, "Tr : Le pont");
        let said = said.expect("it is a head");
        assert_eq!(
            (said.from.as_str(), said.date.as_str(), said.subject.as_str()),
            ("Le Quai <l@quai.example>", "mardi 5 mars 2024, 09:26:50 UTC+1", "Le pont")
        );
        assert!(said.note.is_empty(), "{}", said.note);
        let notices: Vec<&str> = raw.hints.iter().map(|h| h.span.of(&raw.text)).collect();
        assert!(notices.contains(&"[https://quai.example/logo.png]"), "{notices:?}");
        assert!(!is_passed_on("De : Gorzé à Brive, écrire à a@x.example : le pont est fermé.\nDate : mardi.\n"));
    }

    #[test]
    fn a_reply_and_a_text_with_labels_are_left_as_they_are() {
        let head = "De : Le Quai\nDate : 5 mars 2024\nObjet : Le pont\n\nLe pont est fermé depuis mardi.\n";
        assert_eq!(of(head, "Le pont").1, None);
        assert_eq!(of(head, "TR: Le pont").1.map(|s| s.from).as_deref(), Some("Le Quai"));
        assert_eq!(of(head, "RE: Le pont").1, None);
        assert_eq!(
            of("De : Gorzé à Brive, le pont est fermé.\nDate : mardi.\nLe reste suit demain.", "Le pont").1,
            None
        );
    }

    #[test]
    fn of_a_message_forwarded_twice_the_inner_one_counts() {
        let head = |who: &str| format!("From: {who}\nDate: 5 March 2024\nSubject: Le pont\n\n");
        let text = head("Ana") + "Voir.\n\n" + &head("Le Quai") + "Le pont est fermé depuis mardi.\n";
        assert_eq!(of(&text, "Fwd: Le pont").1.map(|s| s.from).as_deref(), Some("Le Quai"));
    }

    #[test]
    fn a_sender_is_a_name_and_an_address() {
        assert_eq!(sender("\"Le Quai\" <l@q.example>"), ("Le Quai", "l@q.example"));
        assert_eq!(sender("Le Quai [mailto:l@q.example]"), ("Le Quai", "l@q.example"));
        assert_eq!(sender("l@q.example"), ("", "l@q.example"));
    }
}
