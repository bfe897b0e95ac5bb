//! Who took a picture is no person of the story: `© Ana Prat / AFP`,
//! `(Photo Jean Roz)`. Nor is the name of an account (`@anaprat`) that of anybody.

use crate::entity::page::Page;
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::lang::Citation;

/// Drops people in credits, and accounts.
pub(super) fn drop(page: &mut Page<'_>) {
    for d in page.drafts() {
        if is_account(page, d.from) || d.kind == EntityKind::Person && is_credited(page, d.from, d.to) {
            page.clear(d.from);
        }
    }
}

/// `@anaprat`: the name of an account, glued to its sign.
fn is_account(page: &Page<'_>, from: usize) -> bool {
    let start = page.word(from).map_or(0, |w| w.span.start);
    page.text.get(..start).is_some_and(|t| t.ends_with('@'))
}

/// True for words that a credit gives as who took the picture.
pub(in crate::entity) fn is_credited(page: &Page<'_>, from: usize, to: usize) -> bool {
    let Some(b) = page.before(from) else { return false };
    if is_account(page, from) {
        return true;
    }
    if page.spelling(b) == "©" {
        return true;
    }
    let word = if page.spelling(b) == ":" { page.before(b) } else { Some(b) };
    // "la photo d'Ana Prat" is about her: a credit is all there is.
    let Some(word) = word.filter(|w| page.is_in_any_case(*w, Citation::Credit)) else { return false };
    let alone = page.before(word).is_none_or(|o| page.class(o) > WordClass::NumberMixed)
        || page.before(word).is_some_and(|o| page.is_in_any_case(o, Citation::Credit));
    let ends = page.after(to).is_none_or(|a| page.class(a) > WordClass::NumberMixed || page.is_capital(a));
    alone && ends
}
