//! Teasers glued into a body line: `… Ukraine. À LIRE AUSSI Other titleNext
//! sentence`, what a service counts instead of giving it: `… [+1204 chars]`, and code.
//! The line stays body; the rest becomes a cut.

use super::code::Code;
use super::page_features::{Label, PageFeatures};
use super::phrases::lexicon;
use super::words::{stop_words, token_hash};
use crate::corpus::{Cut, LineKind};
use crate::text::ending::is_closed;
use crate::text::{Folded, Span, fold};

/// Longest teaser in bytes.
const LONGEST: usize = 220;

/// Every teaser inside a body row, beside what is known to be `again` in one.
pub(crate) fn find(page: &PageFeatures<'_>, labels: &[Label], code: &Code, again: Vec<Cut>) -> Vec<Cut> {
    let mut out: Vec<Cut> = Vec::new();
    for (i, _) in labels.iter().enumerate().filter(|(_, label)| label.kind.is_body()) {
        if page.marks[i].inline {
            in_row(page, i, &mut out);
        }
        if let Some(span) = counted(page.content(i)) {
            let span = span.shift(page.row(i).span.start);
            out.push(Cut { span, kind: LineKind::Notice, rule: "cut.counted" });
        }
    }
    for (i, span) in code.stretches.iter().filter(|(i, _)| labels[*i].kind.is_body()) {
        let span = span.shift(page.row(*i).span.start);
        if !out.iter().any(|cut| cut.span.start < span.end && span.start < cut.span.end) {
            out.push(Cut { span, kind: LineKind::Code, rule: "cut.code" });
        }
    }
    // What is there again goes as a whole, with the teasers in it.
    out.retain(|cut| !again.iter().any(|a| a.span.touches(cut.span)));
    out.extend(again);
    out.sort_by_key(|cut| cut.span.start);
    out
}

/// `[+1204 chars]` at the end of a line, with the dots before it.
fn counted(content: &str) -> Option<Span> {
    let head = content.trim_end().strip_suffix(" chars]")?;
    let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let head = head[..head.len() - digits].strip_suffix("[+").filter(|_| digits > 0)?;
    let start = head.trim_end().trim_end_matches(['.', '…']).trim_end().len();
    Some(Span::new(start, content.trim_end().len()))
}

fn in_row(page: &PageFeatures<'_>, i: usize, out: &mut Vec<Cut>) {
    let row = page.row(i);
    let content = page.content(i);
    let folded = Folded::new(content);
    let openings: Vec<String> = lexicon().inline().map(fold).collect();
    let mut starts: Vec<Span> = openings.iter().flat_map(|o| folded.find_all(o)).collect();
    starts.sort_unstable_by_key(|s| (s.start, usize::MAX - s.end));
    let mut done = 0;
    for s in starts {
        if s.start < done {
            continue;
        }
        if let Some(span) = teaser(content, s) {
            done = span.end;
            out.push(Cut { span: span.shift(row.span.start), kind: LineKind::Related, rule: "cut.teaser" });
        }
    }
}

/// The extent of a teaser that opens at `opening`, when it is one.
fn teaser(content: &str, opening: Span) -> Option<Span> {
    let before = content[..opening.start].trim_end();
    let words = opening.of(content);
    let bracket = before.chars().next_back().filter(|c| matches!(c, '(' | '['));
    if let Some(open) = bracket {
        let close = if open == '(' { ')' } else { ']' };
        // No further than a teaser goes: a bracket may never be closed.
        let end = content[opening.end..].char_indices().take(LONGEST).find(|(_, c)| *c == close)?.0 + opening.end + 1;
        let start = before.len() - open.len_utf8();
        return (end - start <= LONGEST).then(|| Span::new(start, end));
    }
    let shouted = words.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let starts = words.chars().next().is_some_and(char::is_uppercase);
    let after_sentence = before.is_empty() || is_closed(before) || before.ends_with(')');
    let colon = content[opening.end..].trim_start().starts_with([':', '>', '|', '–', '-', '»']);
    if !(shouted || (starts && after_sentence && colon)) {
        return None;
    }
    // An arrow before it belongs to the teaser.
    let arrow = before.strip_suffix('»').filter(|head| shouted && head.ends_with(char::is_whitespace));
    let start = arrow.map_or(opening.start, str::len);
    let again = starts_again(content, opening.end).filter(|_| shouted);
    let end = glue(content, opening.end).into_iter().chain(again).min()?;
    (end - opening.start <= LONGEST).then(|| Span::new(start, end))
}

/// Words of the shortest headline.
const HEADLINE: usize = 4;

/// Where a sentence starts behind a headline that a space parts from it: a word of grammar in
/// capitals behind one without a stop, such as `… ferme le pont Le maire`. Names open with
/// an article as well, and a capital behind it.
fn starts_again(content: &str, from: usize) -> Option<usize> {
    let mut at = from;
    let mut words: Vec<(usize, &str)> = Vec::new();
    for piece in content[from..].split_inclusive(char::is_whitespace) {
        if piece.contains(char::is_alphanumeric) {
            words.push((at, piece.trim()));
        }
        at += piece.len();
        if at - from > LONGEST {
            break;
        }
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let opens = |w: &[(usize, &str)]| {
        let [(_, before), (_, word), (_, next)] = w else { return false };
        let grammar = || stop_words().get(token_hash(fold(word).as_bytes())) != 0;
        let small = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let ended = before.ends_with(['?', '!', '…']);
        capital(word) && (ended || before.ends_with(char::is_alphanumeric) && small && grammar())
    };
    let found = words.windows(3).enumerate().find(|(i, w)| i + 1 >= HEADLINE && opens(w));
    found.map(|(_, w)| w[0].0 + w[0].1.len())
}

/// Where the next sentence is glued on: a lower-case letter, a digit or a
/// closing mark followed by an upper-case letter without a space; the end of
/// the line when nothing is glued and little is left.
fn glue(content: &str, from: usize) -> Option<usize> {
    let mut previous = ' ';
    for (i, c) in content[from..].char_indices() {
        let seam = previous.is_lowercase()
            || matches!(previous, '»' | '”' | '"' | '?' | '!' | ')' | '.' | '…')
            || previous.is_ascii_digit();
        if i > 0 && seam && c.is_uppercase() {
            return Some(from + i);
        }
        if i > LONGEST {
            return None;
        }
        previous = c;
    }
    let rest = &content[from..];
    (!rest.contains(". ")).then_some(content.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_service_counts_instead_of_giving_it_is_cut_off() {
        let cut = |text: &str| counted(text).map(|span| span.of(text).to_owned());
        assert_eq!(cut("Le pont est fermé… [+1204 chars]").as_deref(), Some("… [+1204 chars]"));
        assert_eq!(cut("Le pont est fermé [+ chars]"), None);
        assert_eq!(cut("Le pont [+12 chars] est fermé"), None);
    }
}
