//! Appeals to the reader at the foot of an article: `Vous voulez agir ?` and
//! a sentence above the button of a gift, a subscription or a newsletter.

use super::page_features::{Label, PageFeatures};
use super::phrases::Family;
use super::words::token_hash;
use std::sync::OnceLock;

/// Rows of the foot that an appeal may take.
const ROWS: usize = 3;
/// Words of the longest question, and of the longest sentence below it.
const WORDS: u32 = 25;
/// Rows below the body in which the button stands.
const BUTTON: usize = 2;

/// Words that speak to the reader.
fn speaks_to_reader(token: u32) -> bool {
    static WORDS: OnceLock<Vec<u32>> = OnceLock::new();
    WORDS
        .get_or_init(|| {
            "vous votre vos you your sie ihr ihre usted su tu vuoi voi"
                .split(' ')
                .map(|w| token_hash(w.as_bytes()))
                .collect()
        })
        .contains(&token)
}

/// Takes an appeal off the foot of the body.
pub(crate) fn drop(page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
    let Some(last) = body.iter().rposition(Option::is_some) else { return };
    let buttons = [Family::Paywall, Family::Newsletter];
    let button = (last + 1..(last + 1 + BUTTON).min(page.len()))
        .any(|i| buttons.into_iter().any(|f| page.speaks_of(i, f)) && page.row(i).words <= WORDS);
    if !button {
        return;
    }
    let rows = (last + 1).saturating_sub(ROWS)..last + 1;
    let short = |i: usize| page.row(i).words <= WORDS;
    let question = rows.clone().find(|&i| {
        let r = page.row(i);
        r.last == '?'
            && r.sentences <= 1
            && page.measured.tokens(r).iter().any(|&t| speaks_to_reader(t))
            && (i..=last).all(short)
            && body[..i].iter().any(Option::is_some)
    });
    if let Some(from) = question {
        body[from..=last].fill(None);
    }
}
