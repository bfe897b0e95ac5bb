//! Who the elements of a page say wrote it: those that call themselves an
//! author, links to the page of one, and those whose class speaks of one.

use super::label::Label;
use super::page::{AuthorSign, Stated};
use crate::corpus::LineKind;
use crate::ingest::people::{is_agency, opens_byline};
use crate::ingest::raw::{Field, Fields};
use crate::ingest::tidy::tidy;

/// Rules by the sign, beside the article and elsewhere.
const RULES: [(AuthorSign, &str, &str); 3] = [
    (AuthorSign::Stated, "html.author", "html.author.apart"),
    (AuthorSign::Linked, "html.author.link", "html.author.link.apart"),
    (AuthorSign::Class, "html.author.class", "html.author.class.apart"),
];

/// Blocks above the title and below the body in which an author is the article's.
const NEAR: usize = 8;
/// Values of the elements beyond which no more are kept.
const VALUES: usize = 24;
/// Blocks between two authors of one article.
const BESIDE: usize = 2;

/// Adds what the elements say, strongest first: those beside the article before
/// those of teasers, boxes and readers' comments.
pub(super) fn add(stated: &[Stated], labels: &[Label], fields: &mut Fields) {
    let first = labels.iter().position(|l| l.0.is_body() || l.0 == LineKind::Title).unwrap_or(0);
    let last = labels.iter().rposition(|l| l.0.is_body()).unwrap_or(labels.len());
    let is_near = |block: usize| (first.saturating_sub(NEAR)..=last + NEAR).contains(&block);
    // Elsewhere several authors are those of several articles.
    let mut apart: Vec<&str> = Vec::new();
    for s in stated {
        if let Stated::Author { value, block, apart: away, .. } = s
            && (*away || !is_near(*block))
            && !apart.contains(&value.trim())
        {
            apart.push(value.trim());
        }
    }
    for near in [true, false].into_iter().filter(|near| *near || apart.len() == 1) {
        for (sign, beside, apart_rule) in RULES {
            // Several authors stand one behind the other.
            let mut open: Option<(String, usize)> = None;
            let rule = if near { beside } else { apart_rule };
            for s in stated {
                let Stated::Author { value, sign: of, block, apart } = s else { continue };
                if *of != sign || (is_near(*block) && !apart) != near {
                    continue;
                }
                let value = tidy(value);
                if sign == AuthorSign::Class && is_command(&value) {
                    continue;
                }
                // The picture beside a name may link to the same page, with `by` before it.
                let last = |s: &str| s.rsplit(' ').next().unwrap_or_default().to_owned();
                if open.as_ref().is_some_and(|(names, at)| at + BESIDE >= *block && last(names) == last(&value)) {
                    continue;
                }
                open = match open.take() {
                    Some((names, at)) if sign != AuthorSign::Class && at + BESIDE >= *block && near => {
                        let known = names.split(", ").any(|n| n == value);
                        Some((if known { names } else { format!("{names}, {value}") }, *block))
                    }
                    before => {
                        before.into_iter().for_each(|(names, _)| put(&mut fields.author, names, rule));
                        Some((value, *block))
                    }
                };
            }
            open.into_iter().for_each(|(names, _)| put(&mut fields.author, names, rule));
        }
    }
}

/// Words of the shortest line that is a sentence and no name.
const SENTENCE: usize = 3;

/// True for what stands in a box about an author and asks for something, as in `Écrire à l'auteur`:
/// several words of which only the first has a capital, and no desk among them.
pub(super) fn is_command(value: &str) -> bool {
    let words: Vec<&str> = value.split_whitespace().collect();
    let small = |w: &&str| w.chars().any(char::is_lowercase) && !w.chars().any(char::is_uppercase);
    let first = words.first().is_some_and(|w| w.chars().any(char::is_uppercase));
    let counted = value.contains(|c: char| c.is_ascii_digit());
    words.len() >= SENTENCE
        && first
        && words.iter().skip(1).all(small)
        && !counted
        && !is_agency(value)
        && !opens_byline(value)
}

fn put(list: &mut Vec<Field>, value: String, rule: &'static str) {
    if !value.is_empty() && list.len() < VALUES && !list.iter().any(|f| f.value == value && f.rule == rule) {
        list.push(Field { value, rule });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_asks_for_something_is_told_from_names_in_any_script() {
        assert!(is_command("Écrire à l'auteur"));
        for name in ["محمد علي حسن", "Ana Roz Kermadec", "by ana roz"] {
            assert!(!is_command(name), "{name}");
        }
    }
}
