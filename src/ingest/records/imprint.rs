//! Printed articles of archives whose head is the imprint of the paper: its name, and
//! below it or beside it the day with the number of the issue or of the page. So print
//! Swissdox and Europresse, each below running lines of its own.

use super::draft::{Draft, Export};
use super::europresse::outlet;
use super::headed::paper_and_day;
use super::layout::{HEADLINE, Line, PROSE, blocks, is_copyright, is_date};
use crate::corpus::LineKind;
use crate::corpus::date::find_dates;
use crate::ingest::desk_words::{DeskWord, is_desk_word};
use crate::ingest::mapping::Role;
use crate::ingest::people::names_persons;
use crate::text::ending::is_closed_or_goes_on;
use crate::text::{Span, fold};
use std::collections::HashMap;

/// Cheap signs without which no text is looked at: whose the rights are, in one of the
/// forms that archives print.
pub(super) fn has_signs(text: &[u8]) -> bool {
    ["©", "(c)", "(C)", "Copyright"].iter().any(|sign| memchr::memmem::find(text, sign.as_bytes()).is_some())
}

/// Words of the line of a day and a page, and of the name of a paper.
const IMPRINT: usize = 16;
const PAPER: usize = 9;
/// True for `S. 13`, `Ausgaben-Nr. 264`, `page 4`.
fn is_number(part: &str) -> bool {
    let folded = fold(part.trim());
    let Some((word, number)) = folded.rsplit_once([' ', '.']) else { return false };
    let word = word.trim_matches(['.', ' ']);
    let number = number.trim();
    is_desk_word(DeskWord::Numbered, word)
        && number.starts_with(|c: char| c.is_ascii_alphanumeric())
        && number.ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_alphabetic())
        && number.bytes().any(|b| b.is_ascii_digit())
}

/// The day of a line that gives it with the number of an issue or of a page.
fn imprint(text: &str) -> Option<&str> {
    if text.len() > 160 || text.split_whitespace().count() > IMPRINT {
        return None;
    }
    text.split([',', ';', '|', '•', '·']).any(is_number).then_some(())?;
    let found = find_dates(text, Span::new(0, text.len()));
    Some(found.iter().find(|d| d.full().is_some())?.whole.of(text))
}

/// The next line that says something; paragraphs of a document have a blank line between
/// them.
fn below(lines: &[Line], at: usize) -> Option<usize> {
    (at + 1..lines.len().min(at + 3)).find(|&i| !lines[i].is_blank())
}

/// The head of an article: the line of the paper, and the day.
fn head(lines: &[Line], at: usize) -> Option<&str> {
    let (paper, below) = (&lines[at], &lines[below(lines, at)?]);
    let named = (1..=PAPER).contains(&paper.words())
        && paper.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !paper.text.ends_with(['.', ';', ':'])
        && imprint(&paper.text).is_none();
    let apart = at == 0 || lines[at - 1].is_blank();
    (named && apart).then(|| imprint(&below.text))?
}

/// The paper and the day of a head in one line above a headline: `Der Seebote, 04.03.2025, Nr. 52`.
fn line_of_head(lines: &[Line], at: usize) -> Option<(String, String)> {
    let apart = at == 0 || lines[at - 1].is_blank();
    let headline = |l: &Line| HEADLINE.contains(&l.words()) && imprint(&l.text).is_none();
    let above = apart && below(lines, at).is_some_and(|i| headline(&lines[i]));
    imprint(&lines[at].text).filter(|_| above)?;
    paper_and_day(&lines[at].text)
}

/// A line without the number at its end, by which the same line is known on every page.
fn running(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '/')
}

/// Times that a line stands at least in a text which runs through its pages: more often
/// than there are articles, so that the title of a column is none.
const RUNS: usize = 3;

/// The articles of a text.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let lines = without_running(lines);
    let lines = lines.as_slice();
    let mut starts: Vec<usize> = (0..lines.len()).filter(|&i| head(lines, i).is_some()).collect();
    let short = starts.is_empty();
    if short {
        starts = (0..lines.len()).filter(|&i| line_of_head(lines, i).is_some()).collect();
    }
    let first = *starts.first()?;
    let mut export = Export { outside: lines[..first].iter().filter(|l| !l.is_blank()).count(), ..Export::default() };
    let mut signed = 0;
    for (k, &start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(lines.len());
        let own = &lines[start..end];
        signed += usize::from(own.iter().any(|l| is_copyright(&l.text)));
        let draft = if short { below_line(own) } else { article(own) };
        export.drafts.extend(draft.has_text().then_some(draft));
    }
    // An archive says of each article whose it is; below the head of a page a sentence goes on.
    let titled = export.drafts.iter().all(|draft| draft.has(Role::Title));
    (titled && !export.drafts.is_empty() && signed >= export.drafts.len()).then_some(export)
}

/// The lines without those that run through the pages; a paragraph that they cut goes on.
fn without_running(lines: &[Line]) -> Vec<Line> {
    let heads: Vec<&str> =
        (0..lines.len()).filter(|&i| head(lines, i).is_some()).map(|i| lines[i].text.as_str()).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for line in lines.iter().filter(|l| !l.is_blank()) {
        *counts.entry(running(&line.text)).or_default() += 1;
    }
    let is_running = |l: &Line| {
        let known = running(&l.text);
        let names = || heads.contains(&l.text.as_str()) || is_copyright(&l.text) || imprint(&l.text).is_some();
        known.split_whitespace().nth(1).is_some()
            && counts.get(known).is_some_and(|n| *n >= RUNS && *n > heads.len())
            && !names()
    };
    let mut out: Vec<Line> = Vec::new();
    // Blank lines since the last that was kept, and whether one that runs stood among them.
    let (mut blank, mut cut) = (false, false);
    for line in lines {
        if line.is_blank() || is_running(line) {
            blank = true;
            cut |= !line.is_blank();
            continue;
        }
        let goes_on = cut
            && line.text.starts_with(char::is_lowercase)
            && out.last().is_some_and(|l| !is_closed_or_goes_on(&l.text));
        if blank && !out.is_empty() && !goes_on {
            out.push(Line::default());
        }
        (blank, cut) = (false, false);
        out.push(line.clone());
    }
    out
}

/// Words of a line between the headline and the text, and of one with a name.
const SHORT: usize = 12;
const NAME: usize = 8;

fn article(lines: &[Line]) -> Draft {
    let mut draft = Draft::default();
    let (Some(paper), Some(at)) = (lines.first(), below(lines, 0)) else { return draft };
    let below = &lines[at];
    draft.state(Role::Source, "imprint.paper", outlet(owned(&paper.text, lines)));
    if let Some(day) = imprint(&below.text) {
        draft.state(Role::Published, "imprint.day", day);
    }
    draft.leave(&below.text);
    text_of(&lines[at + 1..], &mut draft);
    draft
}

/// The paper in the line of its name, where the line of the rights below the text tells which
/// words of it are the name: `Archives - Le Quai`, `© Le Quai. Tous droits réservés.`
fn owned<'l>(paper: &'l str, lines: &[Line]) -> &'l str {
    let rights = lines.iter().rfind(|l| is_copyright(&l.text)).map(|l| fold(&l.text)).unwrap_or_default();
    let parts = [" - ", " – ", " — ", " : ", " | "].iter().find_map(|sign| paper.split_once(sign));
    let name = parts.map(|(_, name)| name.trim()).filter(|name| rights.contains(&fold(name)));
    name.unwrap_or(paper)
}

/// An article whose head is one line.
fn below_line(lines: &[Line]) -> Draft {
    let mut draft = Draft::default();
    if let Some((paper, day)) = line_of_head(lines, 0) {
        draft.state(Role::Source, "imprint.paper", outlet(&paper));
        draft.state(Role::Published, "imprint.day", &day);
    }
    text_of(&lines[1..], &mut draft);
    draft
}

/// Reads what stands below the head of an article.
fn text_of(rest: &[Line], draft: &mut Draft) {
    // What stands right below it says where the article stood.
    let about = rest.iter().take_while(|l| !l.is_blank() && l.words() <= SHORT * 2).count();
    // Where no blank line parts them from the text, the headline and who wrote it are among them.
    let glued = rest.get(about).is_some_and(|l| !l.is_blank());
    let headline = |l: &Line| HEADLINE.contains(&l.words()) && !is_date(&l.text) && !names_persons(&l.text);
    for line in &rest[..about] {
        match () {
            () if glued && !draft.has(Role::Title) && headline(line) => {
                draft.state(Role::Title, "imprint.headline", &line.text);
            }
            () if glued && draft.has(Role::Title) && !draft.has(Role::Author) && names_persons(&line.text) => {
                draft.state(Role::Author, "imprint.author", &line.text);
            }
            () => draft.leave(&line.text),
        }
    }
    let blocks = blocks(&rest[about..], is_copyright);
    let end = blocks.iter().position(|b| is_copyright(&b.text)).unwrap_or(blocks.len());
    let (text, tail) = blocks.split_at(end);
    let mut text = text.iter().peekable();
    let heads = |b: &Line| b.words() <= *HEADLINE.end() && !b.text.starts_with(char::is_lowercase);
    if !draft.has(Role::Title)
        && let Some(title) = text.next_if(|b| heads(b))
    {
        draft.state(Role::Title, "imprint.headline", &title.text);
    }
    let all: Vec<&Line> = text.collect();
    let names = |line: &Line| {
        (line.words() <= NAME && !line.text.ends_with('.')).then(|| signature(&line.text).map(str::to_owned))?
    };
    for (i, line) in all.iter().enumerate() {
        let prose = line.words() >= PROSE || is_closed_or_goes_on(&line.text);
        let edge = i < 2 || i + 1 == all.len();
        let author = if edge && !draft.has(Role::Author) { names(line) } else { None };
        if let Some(author) = author {
            draft.state(Role::Author, "imprint.author", &author);
        } else if !prose && i == 0 && line.words() <= SHORT && !is_date(&line.text) {
            draft.push(LineKind::Standfirst, &line.text);
        } else {
            draft.paragraph(&line.text);
        }
    }
    tail.iter().for_each(|line| draft.leave(&line.text));
}

/// The names of a line of names, or of one that says who wrote or asked.
fn signature(text: &str) -> Option<&str> {
    if names_persons(text) {
        return Some(text);
    }
    let words = [" par ", " von ", " by "];
    let behind = words.iter().find_map(|word| text.rsplit_once(word)).map(|(_, name)| name);
    behind.filter(|name| names_persons(name))
}
