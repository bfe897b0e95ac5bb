//! Several texts in one file, parted by lines of one sign or by their headlines alone:
//! what somebody gathered into one document. Each stands below a head that says when it
//! came out or who wrote it.

use super::layout::{HEADLINE, Line, PROSE, Styled, is_date};
use crate::corpus::date::find_dates;
use crate::ingest::people::opens_byline;
use crate::text::Span;
use crate::text::ending::is_closed_or_goes_on;

/// Cheap signs without which no text is looked at: a line of signs, or a year in two
/// short lines.
pub(super) fn has_signs(text: &[u8]) -> bool {
    let ruler = |line: &[u8]| line.len() < RULER && is_ruler(&String::from_utf8_lossy(line));
    let year = |line: &[u8]| {
        line.len() < DATED
            && line.windows(4).any(|w| matches!(&w[..2], b"19" | b"20") && w.iter().all(u8::is_ascii_digit))
    };
    let mut dated = 0;
    text.split(|&b| b == b'\n').any(|line| {
        dated += usize::from(year(line));
        dated > 1 || ruler(line)
    })
}

/// Bytes of the longest line with a paper and a day.
const DATED: usize = 120;

/// Signs of the shortest such line, and letters of the longest.
const SIGNS: usize = 3;
const RULER: usize = 200;

/// Lines of a head, and words of one with a day.
const HEAD: usize = 6;
const STATING: usize = 14;

/// True for a line of one sign again and again, with a number inside at most: `* * *`, `---- 2/7 ----`.
pub(super) fn is_ruler(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let Some(sign) = signs.next().filter(|c| "-=_*#~+•—–═─".contains(*c)) else { return false };
    let rest: Vec<char> = signs.filter(|&c| c != sign).collect();
    let count = line.chars().filter(|&c| c == sign).count();
    count >= SIGNS && rest.len() * 2 <= count && rest.iter().all(|c| c.is_ascii_digit() || *c == '/')
}

fn is_prose(line: &Line) -> bool {
    line.words() >= PROSE && is_closed_or_goes_on(&line.text)
}

/// True where lines begin with a headline, a day or a name beside it, and running text.
fn begins_article(lines: &[Line]) -> bool {
    let mut filled = lines.iter().take_while(|l| !is_ruler(&l.text)).filter(|l| !l.is_blank()).take(HEAD + 1);
    let head: Vec<&Line> = filled.by_ref().take_while(|l| !is_prose(l)).collect();
    let headline = |l: &&Line| HEADLINE.contains(&l.words()) && !l.text.ends_with(['.', ',', ';']);
    let states = |l: &&Line| l.words() <= STATING && (dated(&l.text) || opens_byline(&l.text));
    let prose = lines.iter().filter(|l| !l.is_blank()).take(HEAD + 1).any(is_prose);
    let stated = head.iter().filter(|l| states(l)).count();
    prose && stated > 0 && head.iter().filter(|l| headline(l)).count() > usize::from(stated == head.len())
}

/// True for a line with a day at its beginning or behind the name of a paper.
fn dated(text: &str) -> bool {
    is_date(text)
        || text
            .match_indices([',', '-', '–', '—', '|', '·', '('])
            .any(|(at, sign)| is_date(text[at + sign.len()..].trim()))
}

/// Lines above the first text that may be sentences, as of somebody who hands it over.
const COVER: usize = 2;
/// Words of the name of a paper.
const PAPER: usize = 8;

/// The name of a paper before a day, with a sign between, and the day: `Le Quai (5 mars 2024)`.
pub(super) fn paper_and_day(text: &str) -> Option<(&str, &str)> {
    text.match_indices([',', '-', '–', '—', '|', '·', '(']).find_map(|(at, sign)| {
        let name = text[..at].trim_end();
        let day = text[at + sign.len()..].trim().trim_end_matches(')');
        let named = name.starts_with(char::is_uppercase) && (1..=PAPER).contains(&name.split_whitespace().count());
        (named && is_date(day) && !is_date(name)).then_some((name, day))
    })
}

/// True for the name of a paper before a day, with a sign between.
fn names_paper_and_day(text: &str) -> bool {
    let found = find_dates(text, Span::new(0, text.len()));
    let Some(day) = found.iter().find(|d| d.full().is_some()) else { return false };
    let before = text[..day.span.start].trim_end();
    let before = before.strip_suffix("le").map_or(before, str::trim_end);
    let name = before.trim_end_matches([',', '-', '–', '—', '|', '·', '(', '/']);
    let words = name.split_whitespace().count();
    name.len() < before.len() && name.starts_with(char::is_uppercase) && (1..=PAPER).contains(&words)
}

/// True for a headline apart from what stands above it, with the paper and its day
/// right below.
fn is_listed(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let set = line.strong || line.styled != Styled::Text;
    let apart = set || at.checked_sub(1).is_none_or(|above| lines[above].is_blank());
    let below = lines[at + 1..].iter().take(2).find(|l| !l.is_blank());
    let paper = below.is_some_and(|l| l.words() <= STATING && names_paper_and_day(&l.text));
    apart && paper && HEADLINE.contains(&line.words()) && !names_paper_and_day(&line.text)
}

/// The texts, without the lines between them and without their numbers; `None` for one
/// text. Lines of signs inside an article part nothing.
pub(super) fn split(lines: &[Line]) -> Option<Vec<Vec<Line>>> {
    let opened = lines.iter().position(|l| !l.is_blank() && !is_ruler(&l.text))?;
    let parted = |i: usize| i == opened || i > opened && is_ruler(&lines[i - 1].text);
    let mut starts: Vec<usize> = (opened..lines.len()).filter(|&i| parted(i) && begins_article(&lines[i..])).collect();
    if starts.len() < 2 {
        starts = (opened..lines.len()).filter(|&i| is_listed(lines, i) && begins_article(&lines[i..])).collect();
        let cover = lines[..starts.first().copied()?].iter().filter(|l| is_prose(l)).count();
        // Below an article others are only listed.
        if cover > COVER {
            return None;
        }
    }
    if starts.len() < 2 {
        return None;
    }
    let numbered = starts.iter().all(|&at| unnumbered(&lines[at].text).is_some());
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let parts = starts.iter().zip(ends).map(|(&from, to)| {
        let part = &lines[from..to];
        let end = part.iter().rposition(|l| !l.is_blank() && !is_ruler(&l.text)).map_or(part.len(), |i| i + 1);
        let mut part = part[..end].to_vec();
        if let Some(text) = part.first().filter(|_| numbered).and_then(|l| unnumbered(&l.text)).map(str::to_owned) {
            part[0].text = text;
        }
        part
    });
    Some(parts.collect())
}

/// A headline behind its number: `2. Le pont`.
fn unnumbered(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix(['.', ')', '-', '/'])?.trim_start();
    ((1..=3).contains(&digits) && rest.starts_with(|c: char| !c.is_ascii_digit())).then_some(rest)
}
