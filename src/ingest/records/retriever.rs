//! Texts of Retriever, a press archive of the North: articles parted by a line of
//! equals signs, each with its headline and below it the paper and the day.

use super::draft::{Draft, Export};
use super::layout::{Line, blocks, is_copyright};
use crate::corpus::date::parse_machine;
use crate::ingest::mapping::Role;

/// The beginning of a line that parts articles.
const PARTING: &str = "====================";

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    memchr::memmem::find(text, PARTING.as_bytes()).is_some()
}

/// Words of the name of a paper.
const PAPER: usize = 8;
/// Words of a line that says where or how the article came out.
const SHORT: usize = 6;
/// Letters of a day with its year first.
const DAY: usize = 10;

/// The paper and the moment of `Norrviks Tidning, 2025-10-21 09:31`.
fn paper(line: &str) -> Option<(&str, &str)> {
    let (paper, moment) = line.rsplit_once(", ")?;
    moment.get(..DAY).filter(|day| day.as_bytes()[4] == b'-' && parse_machine(day).is_some())?;
    let rest = moment[DAY..].trim();
    let clock = rest.is_empty() || rest.len() == 5 && rest.as_bytes()[2] == b':';
    let named = !paper.starts_with('>') && paper.split_whitespace().count() <= PAPER;
    (clock && named).then_some((paper, moment))
}

/// The articles of a text.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    if !lines.iter().any(|l| l.text.starts_with(PARTING)) {
        return None;
    }
    let mut export = Export::default();
    for part in lines.split(|l| l.text.starts_with(PARTING)) {
        let filled: Vec<&str> = part.iter().map(|l| l.text.as_str()).filter(|l| !l.is_empty()).collect();
        // A list of what follows may stand above the first article.
        let at = part.iter().rposition(|l| paper(&l.text).is_some()).filter(|at| *at > 0);
        let Some(at) = at.filter(|at| !part[at - 1].is_blank()) else {
            export.outside += filled.len();
            continue;
        };
        export.outside += part[..at - 1].iter().filter(|l| !l.is_blank()).count();
        let draft = article(&part[at - 1..]);
        export.drafts.extend(draft.is_readable().then_some(draft));
    }
    (!export.drafts.is_empty()).then_some(export)
}

/// Headline, paper and day, lines of how it came out, then the text in lines that
/// were broken to fit a column.
fn article(lines: &[Line]) -> Draft {
    let mut draft = Draft::default();
    draft.state(Role::Title, "retriever.headline", &lines[0].text);
    if let Some((paper, moment)) = paper(&lines[1].text) {
        draft.state(Role::Source, "retriever.paper", paper);
        draft.state(Role::Published, "retriever.day", moment);
    }
    let rest = &lines[2..];
    let head = rest.iter().take_while(|l| !l.is_blank() && l.text.split_whitespace().count() <= SHORT).count();
    rest[..head].iter().for_each(|l| draft.leave(&l.text));
    let mut ended = false;
    for block in blocks(&rest[head..], is_copyright) {
        ended |= is_copyright(&block.text);
        if ended {
            draft.leave(&block.text);
        } else {
            draft.paragraph(&block.text);
        }
    }
    draft
}
