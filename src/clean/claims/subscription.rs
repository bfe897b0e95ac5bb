//! Was the body cut off by a subscription notice?

use crate::clean::kinds::Kinds;
use crate::clean::page_features::PageFeatures;
use crate::clean::phrases::Family;
use crate::corpus::{Claim, LineKind};
use crate::ingest::{PageWord, page_words};
use crate::words::msg;

/// Rows below the body within which such a notice stands.
const REACH: usize = 6;

/// True when a notice that the rest is for subscribers stands in or right
/// below the body; false when the body has text and none does.
pub(crate) fn find(page: &PageFeatures<'_>, kinds: &Kinds) -> Claim<bool> {
    let body = |l: &crate::clean::page_features::Label| l.kind.is_body();
    let Some(last) = kinds.labels.iter().rposition(body) else { return Claim::unknown() };
    let first = kinds.labels.iter().position(body).unwrap_or(0);
    for i in first.saturating_sub(REACH)..page.len().min(last + 1 + REACH) {
        let m = &page.marks[i];
        let speaks = [m.line, m.start, m.any, m.hint].iter().any(|f| f.has(Family::Paywall));
        if kinds.labels[i].kind == LineKind::Comment || !speaks {
            continue;
        }
        let folded = page.measured.folded(page.row(i));
        if let Some(words) =
            page_words(PageWord::Cut).iter().find(|c| memchr::memmem::find(folded, c.as_bytes()).is_some())
        {
            return Claim::written(true, Some(page.row(i).span), "paywall.cut", msg::clean_paywall(words));
        }
    }
    Claim::inferred(false, None, "paywall.none", msg::CLEAN_NO_PAYWALL)
}
