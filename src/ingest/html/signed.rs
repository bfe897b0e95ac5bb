//! Who signs below the last paragraph: a name alone on its line, with nothing
//! but an address of mail behind it.

use super::label::Label;
use super::page::Page;
use crate::corpus::LineKind;
use crate::ingest::people::is_person;

/// Paragraphs and characters that an article has at least above its signature.
const PARAGRAPHS: usize = 3;
const CHARS: usize = 400;

/// Words of the longest signature.
const WORDS: usize = 4;

/// Labels the signature. Where other lines of the body are names too, it is
/// one of a list or of a dialogue.
pub(super) fn label(page: &Page, labels: &mut [Label]) {
    let body: Vec<usize> = (0..labels.len()).filter(|&i| labels[i].0 == LineKind::Body).collect();
    let text = |i: usize| page.blocks[i].text.trim().trim_end_matches('.');
    let is_mail = |i: usize| text(i).contains('@') && !text(i).contains(' ');
    let signs = |i: usize| text(i).split_whitespace().count() <= WORDS && is_person(text(i));
    let (body, mail) = match body.as_slice() {
        [rest @ .., last] if is_mail(*last) => (rest, Some(*last)),
        all => (all, None),
    };
    let [rest @ .., last] = body else { return };
    let ended = |i: &usize| !page.blocks[*i].text.trim_end().ends_with(char::is_alphanumeric);
    let chars: usize = rest.iter().map(|&i| page.blocks[i].text.chars().count()).sum();
    let closed = rest.len() >= PARAGRAPHS && chars >= CHARS && rest.last().is_some_and(ended);
    if !closed || !signs(*last) || rest.iter().any(|&i| signs(i)) {
        return;
    }
    labels[*last] = (LineKind::Byline, RULE);
    mail.into_iter().for_each(|i| labels[i] = (LineKind::Nav, RULE));
}

/// The rule of such a line.
const RULE: &str = "html.signed";
