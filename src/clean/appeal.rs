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

/// Words and sentences of the longest row at the foot that only asks something of the reader.
const ASKING: std::ops::RangeInclusive<u32> = 3..=40;
const SENTENCES: u32 = 3;
/// Words of a row that only leads somewhere.
const LINK: u32 = 8;
/// Rows of running text above such a foot.
const TEXT: usize = 2;

/// True for a row that asks the reader to subscribe, to follow or to join, or that says
/// whose the rights are. What somebody says in quotation marks asks nothing, and what gives a
/// day or a number is of use.
fn asks(page: &PageFeatures<'_>, i: usize) -> bool {
    let (r, m) = (page.row(i), &page.marks[i]);
    if !ASKING.contains(&r.words) || r.sentences > SENTENCES || r.quotes > 0 {
        return false;
    }
    // `Lire la suite sur le site`, `Se désinscrire de cette liste`: links, and no sentences.
    let link = r.words <= LINK && r.digits == 0 && !r.ends;
    let leads = m.start.has(Family::Related) || m.line.has(Family::Related);
    let leaves = m.any.has(Family::Newsletter) || m.start.has(Family::Newsletter) || m.hint.has(Family::Newsletter);
    if link && (leads || leaves) {
        return true;
    }
    let owned = m.start.has(Family::Legal) && (r.odd || r.words <= WORDS);
    let of = [Family::Newsletter, Family::Paywall, Family::Share];
    let speaks = of.into_iter().any(|f| m.any.has(f) || m.start.has(f) || m.line.has(f) || m.hint.has(f));
    let reader = page.measured.tokens(r).iter().any(|&t| speaks_to_reader(t));
    owned || r.digits == 0 && speaks && (reader || memchr::memchr(b'?', page.measured.folded(r)).is_some())
}

/// The rows at the foot of a body that ask something of the reader: those that go.
pub(crate) fn foot(page: &PageFeatures<'_>, is_body: impl Fn(usize) -> bool) -> Vec<usize> {
    let rows: Vec<usize> = (0..page.len()).filter(|&i| is_body(i)).collect();
    let asking = rows.iter().rev().take(ROWS).take_while(|&&i| asks(page, i)).count();
    let (text, foot) = rows.split_at(rows.len() - asking);
    let enough = text.iter().filter(|&&i| page.is_prose(i)).count() >= TEXT;
    if enough { foot.to_vec() } else { Vec::new() }
}

/// Takes an appeal off the foot of the body.
pub(crate) fn drop(page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
    foot(page, |i| body[i].is_some()).into_iter().for_each(|i| body[i] = None);
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
