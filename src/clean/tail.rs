//! The lines with which an agency closes a text: the initials of its desk, the day and the
//! hour, the town and the agency, the rights. They stand at the very end; what stands
//! between them and the last paragraph is the agency's as well.

use super::claims::wording::{agency_in, is_agency, is_dated_agency, is_dateline};
use super::page_features::{Label, PageFeatures};
use super::phrases::Family;
use crate::corpus::LineKind;
use crate::corpus::date::find_dates;
use crate::ingest::is_desk_signature;
use crate::text::Span;

/// The rules of such lines.
pub(crate) const DAY: &str = "tail.day";
pub(crate) const AGENCY: &str = "tail.agency";
pub(crate) const DESK: &str = "tail.desk";
/// The rule of what stands above them.
const ABOVE: &str = "body.closed";

/// Rows of the longest tail, words of a row of it, and rows between it and the last paragraph.
const ROWS: usize = 6;
const WORDS: u32 = 14;
const BETWEEN: usize = 40;

/// What only the site around an article says.
const OF_SITE: [Family; 7] =
    [Family::Comment, Family::Related, Family::Newsletter, Family::Paywall, Family::Ad, Family::Share, Family::Nav];

/// What closes a text: its rows from the first on, each with its rule.
pub(crate) struct Tail {
    first: usize,
    rules: Vec<&'static str>,
}

/// The tail of a text that ends in one: a line that names an agency and nothing but that and
/// the place, mostly with the day beside it.
pub(crate) fn find(page: &PageFeatures<'_>) -> Option<Tail> {
    let mut rules: Vec<&'static str> = (0..page.len()).rev().take(ROWS).map_while(|i| rule(page, i)).collect();
    rules.reverse();
    let first = page.len() - rules.len();
    // Initials or a day alone say nothing, and rights alone may be those of a picture.
    let signed = |(n, rule): (usize, &&'static str)| *rule != RIGHTS && names_agency(page.content(first + n));
    (rules.iter().enumerate().any(signed) && first > 0).then_some(Tail { first, rules })
}

impl Tail {
    /// Takes the tail out of the body. Where it gives the day, what stands between it and the
    /// last paragraph, such as a list of matches, is body.
    pub(crate) fn part(&self, page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
        body[self.first..].fill(None);
        let Some(last) = body.iter().rposition(Option::is_some) else { return };
        // Below the initials of the desk stand its own notes.
        let desk = (last + 1..self.first).find(|&i| is_desk(page.content(i)));
        let between = last + 1..desk.unwrap_or(self.first);
        let strange = |i: usize| OF_SITE.into_iter().any(|f| page.speaks_of(i, f)) || page.shapes[i].comment_head;
        if between.len() > BETWEEN || !self.rules.contains(&DAY) || between.clone().any(strange) {
            return;
        }
        // Who held an interview signs it there.
        let signs = |i: usize| page.shapes[i].byline || page.marks[i].start.has(Family::Byline);
        for i in between.filter(|&i| !signs(i)) {
            body[i] = Some(Label::new(LineKind::Body, ABOVE));
        }
    }

    /// Gives its rows their labels.
    pub(crate) fn label(&self, labels: &mut [Label]) {
        for (label, rule) in labels[self.first..].iter_mut().zip(&self.rules) {
            let kind = match *rule {
                DAY => LineKind::Date,
                RIGHTS => LineKind::Credit,
                _ => LineKind::Byline,
            };
            *label = Label::new(kind, rule);
        }
    }
}

/// The rule of a line with the rights.
const RIGHTS: &str = "tail.rights";

fn rule(page: &PageFeatures<'_>, i: usize) -> Option<&'static str> {
    let (r, s, content) = (page.row(i), &page.shapes[i], page.content(i));
    if r.words > WORDS {
        return None;
    }
    if s.only_date && dated(content) || is_dated_agency(content) {
        return Some(DAY);
    }
    if content.starts_with(['©', '℗']) && is_agency(content) {
        return Some(RIGHTS);
    }
    if is_agency(content) || names_agency(content) {
        return Some(AGENCY);
    }
    is_desk(content).then_some(DESK)
}

fn names_agency(content: &str) -> bool {
    is_agency(content) || is_dated_agency(content) || is_dateline(content) && agency_in(content).is_some()
}

/// True where a full day stands.
fn dated(content: &str) -> bool {
    find_dates(content, Span::new(0, content.len())).iter().any(|d| d.full().is_some())
}

/// True for `mvo-lq/bt/ela`: initials of those who wrote, in small letters but for few, so that
/// agencies with a stroke between them are none.
fn is_desk(content: &str) -> bool {
    let small = content.bytes().filter(u8::is_ascii_lowercase).count();
    is_desk_signature(content) && small * 2 > content.len()
}

#[cfg(test)]
mod tests {
    use super::is_desk;

    #[test]
    fn initials_of_a_desk_are_told_from_words_with_a_hyphen() {
        for line in ["mvo-lq/bt/ela", "burs-kel/ro", "lq/bt", "kel-ro/MvO"] {
            assert!(is_desk(line), "{line}");
        }
        for line in ["Port-Sauvin", "rendez-vous", "le va-et-vient", "ela", "AQX/BT", "mvo lq"] {
            assert!(!is_desk(line), "{line}");
        }
    }
}
