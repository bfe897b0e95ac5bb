//! Texts with lines of labels above each article, as people and tools write them:
//! `Titre : …`, `Source : …`, `Date : …`, then the text. The labels are the names of
//! fields that lists have.

use super::draft::{Draft, Export};
use super::layout::{HEADLINE, Line, PROSE, is_copyright, is_date, is_of_service};
use super::parted::is_ruler;
use crate::ingest::mapping::{Mapping, Role};

/// Lines at the beginning of a text among which the first label stands.
const FIRST: usize = 6;
/// Letters and words of the longest label.
const LABEL: usize = 40;
const LABEL_WORDS: usize = 4;
/// Lines of the longest run of labels.
const LINES: usize = 60;
/// Different things that the labels above an article say at least.
const ROLES: usize = 3;

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    let lines = text.split(|&b| b == b'\n').filter(|l| !l.trim_ascii().is_empty()).take(FIRST);
    lines.filter(|l| l.len() < 2048).any(|l| field(String::from_utf8_lossy(l).trim()).is_some())
}

/// What a line with a label is for, and its value.
pub(super) fn field(line: &str) -> Option<(Role, &str)> {
    let (name, value) = label(line)?;
    Some((role_of(name, value)?, value))
}

/// What a label is for; whom a text comes from is its paper, where that is no address.
fn role_of(name: &str, value: &str) -> Option<Role> {
    if name.eq_ignore_ascii_case("from") {
        return (!value.is_empty() && !value.contains('@')).then_some(Role::Source);
    }
    Mapping::default().role(name)
}

/// The label of a line and its value.
fn label(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '-' | '•' | '>' | '_'));
    let value = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    let short = name.len() <= LABEL && name.split_whitespace().count() <= LABEL_WORDS;
    (short && name.starts_with(char::is_uppercase) && !value.starts_with("//")).then_some((name, value))
}

/// The lines of labels that begin at a line, blank ones between them included, where
/// they say enough for an article.
fn block(lines: &[Line], from: usize) -> Option<std::ops::Range<usize>> {
    field(&lines[from].text)?;
    let mut roles: Vec<Role> = Vec::new();
    let mut end = from;
    let (mut blank, mut labels) = (0, 0);
    for (i, line) in lines.iter().enumerate().skip(from).take(LINES) {
        blank = if line.is_blank() { blank + 1 } else { 0 };
        if line.is_blank() && blank < 2 {
            continue;
        }
        let Some((role, value)) = label(&line.text).map(|(name, value)| (role_of(name, value), value)) else {
            break;
        };
        // Behind a blank line only a known label is one of these.
        if role.is_none() && i > end && end > from && lines[i - 1].is_blank() {
            break;
        }
        let opens_text = role == Some(Role::Text);
        if let Some(role) = role.filter(|r| !roles.contains(r) && (!value.is_empty() || opens_text)) {
            roles.push(role);
        }
        end = i + 1;
        labels += 1;
        if opens_text {
            break;
        }
    }
    let tells = roles.contains(&Role::Title) || roles.contains(&Role::Source) || roles.contains(&Role::Author);
    let dated = roles.contains(&Role::Published) || roles.contains(&Role::Title) && roles.contains(&Role::Source);
    let enough = roles.len() >= ROLES && tells && dated;
    // Less is enough below a headline: paper and day, or both above it.
    let title = above(lines, 0, &(from..end));
    let both = roles.contains(&Role::Source) && roles.contains(&Role::Published);
    let below = title.is_some_and(|title| both || dated_above(lines, 0, title).is_some());
    (enough || labels > 1 && !roles.is_empty() && below).then_some(from..end)
}

fn is_headline(line: &Line) -> bool {
    HEADLINE.contains(&line.words()) && !line.text.ends_with(['.', ',', ';', ':']) && !is_ruler(&line.text)
}

/// The articles of a text.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let mut filled = lines.iter().filter(|l| !l.is_blank()).take(FIRST);
    if !filled.any(|l| field(&l.text).is_some()) {
        return None;
    }
    let mut blocks: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match block(lines, at) {
            Some(found) => {
                at = found.end;
                blocks.push(found);
            }
            None => at += 1,
        }
    }
    let mut export = Export::default();
    let mut from = 0;
    for (n, labels) in blocks.iter().enumerate() {
        let title = above(lines, from, labels);
        let day = title.and_then(|t| dated_above(lines, from, t));
        let start = day.or(title).unwrap_or(labels.start);
        export.outside += lines[from..start].iter().filter(|l| !l.is_blank()).count();
        let next = blocks.get(n + 1);
        let end = next.map_or(lines.len(), |next| {
            let title = above(lines, labels.end, next);
            title.and_then(|t| dated_above(lines, labels.end, t)).or(title).unwrap_or(next.start)
        });
        let mut draft = article(title.map(|t| &lines[t]), &lines[labels.clone()], &lines[labels.end..end]);
        if let (Some(day), Some(title)) = (day, title) {
            for line in lines[day..title].iter().filter(|l| !l.is_blank()) {
                let role = if is_date(&line.text) { Role::Published } else { Role::Source };
                draft.state(role, rule(role), &line.text);
            }
        }
        from = end;
        export.drafts.extend(draft.is_readable().then_some(draft));
    }
    (export.drafts.iter().any(Draft::has_text)).then_some(export)
}

/// The headline that stands above labels which name none.
fn above(lines: &[Line], from: usize, labels: &std::ops::Range<usize>) -> Option<usize> {
    let titled = lines[labels.clone()].iter().any(|l| field(&l.text).is_some_and(|f| f.0 == Role::Title));
    let at = (from..labels.start).rev().find(|&i| !lines[i].is_blank())?;
    let apart = at == from || lines[at - 1].is_blank() || is_ruler(&lines[at - 1].text);
    (!titled && apart && is_headline(&lines[at])).then_some(at)
}

/// The paper on a line above a day on one, right above a headline.
fn dated_above(lines: &[Line], from: usize, title: usize) -> Option<usize> {
    let mut filled = (from..title).rev().filter(|&i| !lines[i].is_blank());
    let day = filled.next().filter(|&i| is_date(&lines[i].text))?;
    let paper = filled.next().filter(|&i| i + 1 == day && lines[i].words() <= PAPER && !is_date(&lines[i].text))?;
    lines[paper].text.starts_with(char::is_uppercase).then_some(paper)
}

/// Words of the name of a paper.
const PAPER: usize = 9;

/// True for a line below the text that is a label with its value, or says whose the
/// rights are.
fn is_tail(line: &Line) -> bool {
    let value = |value: &str| !value.is_empty() && !value.starts_with(['«', '"', '“', '-', '–', '—']);
    // What several words call is a label where an address follows.
    let named = |name: &str, said: &str| !name.contains(' ') || said.starts_with("http") || said.starts_with("www.");
    let labelled = label(&line.text).is_some_and(|(name, said)| named(name, said) && value(said));
    is_copyright(&line.text) || is_ruler(&line.text) || labelled && line.words() < 2 * PROSE
}

/// Where the text of an article ends: below it stand labels, whose the rights are, and
/// behind a line of signs or of labels what the service says of itself.
fn end_of_text(text: &[Line]) -> usize {
    let end = |lines: &[Line]| lines.iter().rposition(|l| !l.is_blank() && !is_tail(l)).map_or(0, |last| last + 1);
    let last = end(text);
    let parts = |l: &Line| is_ruler(&l.text) || is_tail(l) && l.text.contains("://");
    let Some(at) = text[..last].iter().rposition(|l| !l.is_blank() && parts(l)) else { return last };
    // Behind the last line that parts stand a number, or what the service says of itself.
    let behind: Vec<&Line> = text[at..last].iter().filter(|l| !l.is_blank()).collect();
    let serves = behind.iter().any(|l| is_of_service(&l.text))
        || behind.iter().all(|l| l.words() < PROSE / 2 && !l.text.ends_with(['.', '!', '?']));
    let before = end(&text[..at]);
    if before > 0 && serves && behind.len() <= FOOT { before } else { last }
}

/// Lines of what a service says of itself at the end.
const FOOT: usize = 8;

fn article(title: Option<&Line>, labels: &[Line], text: &[Line]) -> Draft {
    let mut draft = Draft::default();
    if let Some(line) = title {
        draft.state(Role::Title, rule(Role::Title), &line.text);
    }
    for line in labels.iter().filter(|l| !l.is_blank()) {
        match field(&line.text) {
            Some((Role::Text, value)) => draft.paragraph(value),
            Some((role, value)) => draft.state(role, rule(role), value),
            None => draft.leave(&line.text),
        }
    }
    // Below the text more labels may stand, and whose the rights are.
    let end = end_of_text(text);
    text[end..].iter().for_each(|line| draft.leave(&line.text));
    let mut filled = text[..end].iter().filter(|l| !l.is_blank() && !is_ruler(&l.text)).peekable();
    if let Some(first) = filled.next_if(|l| !draft.has(Role::Title) && is_headline(l) && l.words() < PROSE * 2) {
        draft.state(Role::Title, rule(Role::Title), &first.text);
    }
    filled.for_each(|line| draft.paragraph(&line.text));
    draft
}

/// The rule by which a label states a claim.
pub(super) fn rule(role: Role) -> &'static str {
    match role {
        Role::Title => "label.title",
        Role::Standfirst => "label.standfirst",
        Role::Source => "label.source",
        Role::Host => "label.host",
        Role::Author => "label.author",
        Role::Published => "label.date",
        Role::Updated => "label.updated",
        Role::Seen => "label.seen",
        Role::Watched => "label.watched",
        Role::Url => "label.url",
        _ => "label.other",
    }
}
