//! What stands in one message of a chat or in one post of a channel: an article that
//! somebody passed on, with its headline, the paper and the day below it, who signed
//! it, and what the channel says of itself at its foot.

use super::draft::Draft;
use super::parted::paper_and_day;
use crate::corpus::LineKind;
use crate::ingest::mapping::Role;
use crate::ingest::page_words::has_word_of_papers;
use crate::ingest::people::{is_person, opens_byline, several_persons};
use crate::ingest::typed::host;
use crate::text::fold;

/// Words of the longest headline.
const HEADLINE: usize = 30;
/// Lines below the headline among which the paper, the day and the author stand.
const HEAD: usize = 3;
/// Words of the longest line that leads elsewhere or names a medium, and lines of the foot.
const CALL: usize = 16;
const FOOT: usize = 4;
/// Signs that make letters bold or slanted where they stand around a line.
const MARKS: [char; 3] = ['*', '_', '~'];

/// The lines of a message as claims and paragraphs; `again` tells lines that other
/// posts of the channel end with, too.
pub(super) fn read(lines: &[&str], again: impl Fn(&str) -> bool, draft: &mut Draft) {
    let filled: Vec<&str> = lines.iter().map(|l| l.trim()).filter(|l| !l.is_empty()).collect();
    let first = filled.iter().take_while(|l| is_stub(l)).count();
    filled[..first].iter().for_each(|l| draft.leave(l));
    let filled = &filled[first..];
    let foot = (filled.len() - foot(filled, &again)).max(1).min(filled.len());
    let mut head = 0;
    if let Some(line) = filled.first().filter(|_| filled.len() > 2 || foot > 1) {
        let bare = bare(line);
        let short = bare.split_whitespace().count() <= HEADLINE && !bare.ends_with(['.', ',', ':', ';']);
        if (short || marked(line)) && host(bare).is_none() {
            draft.state(Role::Title, "chat.headline", without_signs(bare));
            head = 1;
        }
    }
    for (i, line) in filled.iter().enumerate().skip(head) {
        let text = bare(line);
        let near = head > 0 && i <= head + HEAD && filled[head..i].iter().all(|l| l.split_whitespace().count() <= CALL);
        let last = i + 1 == foot;
        if is_link(line) {
            draft.state(Role::Url, "chat.link", line);
            draft.state(Role::Host, "chat.link", host(line).unwrap_or_default());
            draft.leave(line);
        } else if i >= foot || !text.chars().any(char::is_alphanumeric) {
            draft.leave(line);
        } else if let Some((paper, day)) = paper_and_day(text).filter(|_| near || last) {
            draft.state(Role::Source, "chat.paper", paper);
            draft.state(Role::Published, "chat.day", day);
            draft.push(LineKind::Date, text);
        } else if near && marked(line) && names_paper(text) {
            draft.state(Role::Source, "chat.paper", text);
            draft.push(LineKind::Nav, text);
        } else if (near && opens_byline(text) || (last || near && marked(line)) && names_only(text))
            && text.split_whitespace().count() <= CALL
        {
            draft.state(Role::Author, "chat.signature", text);
            draft.push(LineKind::Byline, text);
        } else {
            draft.paragraph(line);
        }
    }
}

/// True for what a program writes in the place of a picture: `[ Photo ]`.
fn is_stub(line: &str) -> bool {
    let inside = line.strip_prefix(['[', '<']).and_then(|l| l.strip_suffix([']', '>']));
    inside.is_some_and(|l| (1..=4).contains(&l.split_whitespace().count()))
}

/// True for an address alone.
fn is_link(line: &str) -> bool {
    line.starts_with("http") && !line.contains(' ')
}

/// A line without the signs around it that make it bold or slanted.
fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| MARKS.contains(&c) || c.is_whitespace())
}

/// True for a line that is bold or slanted as a whole.
fn marked(line: &str) -> bool {
    line.len() > 2 && MARKS.iter().any(|&m| line.starts_with(m) && line.ends_with(m))
}

/// A headline without pictures and signs before it.
fn without_signs(line: &str) -> &str {
    let opens = |c: char| c.is_alphanumeric() || "«»\"“„‘'’([¿¡#@".contains(c);
    line.find(opens).map_or(line, |at| &line[at..])
}

/// True for a name with a word of papers in it.
fn names_paper(text: &str) -> bool {
    (1..=8).contains(&text.split_whitespace().count()) && !text.ends_with('.') && has_word_of_papers(&fold(text))
}

/// True for the names of persons and nothing else, without a word of papers.
fn names_only(text: &str) -> bool {
    several_persons(text).into_iter().all(is_person) && !has_word_of_papers(&fold(text))
}

/// How many lines at the end lead elsewhere, or stand below other posts, too.
fn foot(filled: &[&str], again: &impl Fn(&str) -> bool) -> usize {
    let calls = |l: &&&str| {
        let short = l.split_whitespace().count() <= CALL;
        let sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !c.is_ascii() && !"«»“”„‘’…–—".contains(c);
        let leads = |w: &str| {
            let w = w.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
            w.starts_with('@') && w.len() > 2 || w.contains("://") || host(w).is_some_and(|h| w.len() > h.len())
        };
        let pictured = l.starts_with(sign) && !l.ends_with('.') && l.split_whitespace().any(|w| w.contains('@'));
        is_link(l) || again(l) || short && (pictured || l.split_whitespace().any(leads))
    };
    filled.iter().rev().take(FOOT).take_while(calls).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_at_the_foot_that_leads_elsewhere_is_none_of_the_article() {
        let none = |_: &str| false;
        assert_eq!(foot(&["Le pont est fermé.", "➡️ Notre canal : https://t.example/quai"], &none), 1);
        assert_eq!(foot(&["Le pont est fermé.", "📩 @le_quai"], &none), 1);
        assert_eq!(foot(&["Le pont est fermé.", "Il rouvrira en mai, dit la mairie."], &none), 0);
    }

    #[test]
    fn signs_before_a_headline_are_none_of_it() {
        assert_eq!(without_signs("🔴⚡ Le pont ferme"), "Le pont ferme");
        assert_eq!(without_signs("« Le pont ferme »"), "« Le pont ferme »");
    }
}
