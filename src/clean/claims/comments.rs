//! How many comments the page states and how many stand in the dump.

use super::read::number;
use crate::clean::kinds::Kinds;
use crate::clean::page_features::PageFeatures;
use crate::clean::phrases::Family;
use crate::corpus::{Claim, LineKind};
use crate::words::msg;

/// The number stated in a heading of comments, and the comments present.
pub(crate) fn count(page: &PageFeatures<'_>, kinds: &Kinds) -> (Claim<u32>, u32) {
    let mut stated = Claim::unknown();
    let mut bullets = 0;
    let mut heads = 0;
    for (i, label) in kinds.labels.iter().enumerate() {
        let r = page.row(i);
        if page.marks[i].ender.has(Family::Comment)
            && r.digits > 0
            && r.words <= 6
            && !stated.is_known()
            && let Some(n) = number(page.content(i))
        {
            stated = Claim::written(n, Some(r.span), "comments.heading", msg::clean_heading(page.content(i)));
        }
        if label.kind == LineKind::Comment && page.shapes[i].comment_head {
            let bullet = r.bullet;
            bullets += u32::from(bullet);
            heads += u32::from(!bullet && !page.content(i).starts_with('@'));
        }
    }
    (stated, bullets.max(heads))
}
