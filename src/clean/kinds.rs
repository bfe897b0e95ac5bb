//! Kinds of lines, once it is known which lines are body: the furniture above
//! it (title, standfirst, byline, dates, captions), the noise inside it, and
//! the sections below it.

use super::claims::wording::genre_of;
use super::links;
use super::page_features::{Label, PageFeatures};
use super::phrases::Family;
use super::resumed::goes_on;
use super::signer::{is_named_with_role, is_signed_and_dated, is_signed_with_role};
use super::title;
use crate::corpus::LineKind;
use crate::ingest::is_person;
use crate::words::msg;

/// Labels of all rows.
pub(crate) struct Kinds {
    /// One label a row.
    pub labels: Vec<Label>,
    /// The row that holds the title as the page sets it.
    pub title: Option<usize>,
}

/// Labels every row. `body` tells the rows of the body with their reasons, `known`
/// the title where the format knows it, `wire` that an agency closes the text.
pub(crate) fn label(page: &PageFeatures<'_>, body: Vec<Option<Label>>, known: Option<usize>, wire: bool) -> Kinds {
    let n = page.len();
    let first = body.iter().position(Option::is_some).unwrap_or(n);
    let last = body.iter().rposition(Option::is_some).unwrap_or(0);
    let title = known.or_else(|| title::find(page, first));
    let mut labels: Vec<Option<Label>> = body;
    let head = title.unwrap_or(first);
    for (i, l) in labels.iter_mut().enumerate().take(first) {
        *l = Some(if i < head && !(head < HEAD && signs(page, i)) { above(page, i) } else { furniture(page, i) });
    }
    if let Some(t) = title {
        labels[t] = Some(Label::new(LineKind::Title, "title.head"));
        title_copies(page, t, first, &mut labels);
        for i in title::rows(page, t, first).filter(|&i| known.is_none() && i != t) {
            labels[i] = Some(Label::new(LineKind::Title, WRAPPED));
        }
    }
    standfirst(page, title, first, &mut labels);
    if known.is_none() && !wire {
        set_apart(page, title, first, &mut labels);
    }
    inside(page, first, last, &mut labels);
    caption_twins(page, &mut labels);
    standfirst_copies(page, first, &mut labels);
    below(page, last, &mut labels);
    subheadings(page, &mut labels);
    let labels = labels.into_iter().map(|l| l.unwrap_or_else(|| Label::new(LineKind::Nav, "below.rest")));
    Kinds { labels: labels.collect(), title }
}

/// The rule of a row in which a headline goes on.
pub(crate) const WRAPPED: &str = "title.wrapped";

/// Rows above the title of a text without a menu.
const HEAD: usize = 6;

/// True for a row that says who wrote the article, wherever it stands in its head.
fn signs(page: &PageFeatures<'_>, i: usize) -> bool {
    let r = page.row(i);
    page.shapes[i].byline && r.words <= 8 && !r.ends || is_headed(page, i) || is_signed_with_role(page.content(i))
}

/// Words of a line that only says what kind of text it is and who wrote it.
const HEADED: u32 = 9;

/// True for `L'éditorial d'Ana Roz.`: a line that names the kind of text and who wrote it.
fn is_headed(page: &PageFeatures<'_>, i: usize) -> bool {
    let content = page.content(i);
    let named = |at: usize| is_person(content[at..].trim_end_matches('.').trim());
    page.row(i).words <= HEADED && genre_of(content).is_some_and(named)
}

/// A row above the title.
fn above(page: &PageFeatures<'_>, i: usize) -> Label {
    if page.shapes[i].only_date {
        return Label::new(LineKind::Nav, "head.page_date").because(msg::CLEAN_PAGE_DATE);
    }
    match page.by_phrase(i) {
        Some(l) if !l.kind.is_furniture() => l,
        _ => Label::new(LineKind::Nav, "head.above_title"),
    }
}

fn date_like(page: &PageFeatures<'_>, i: usize) -> bool {
    let (r, s) = (page.row(i), &page.shapes[i]);
    s.only_date || (page.speaks_of(i, Family::Date) && r.words <= 24)
}

/// A row between the title and the body (or a short one just below it) that
/// is not body.
pub(crate) fn furniture(page: &PageFeatures<'_>, i: usize) -> Label {
    let (r, s, m) = (page.row(i), &page.shapes[i], &page.marks[i]);
    if m.line.has(Family::Reading) || m.start.has(Family::Reading) {
        return Label::new(LineKind::ReadingTime, "reading.stated");
    }
    // `Par Anne Morel (AFP)` signs the article, not a picture.
    let signed = (m.start.has(Family::Byline) || s.byline) && r.words <= 8;
    if s.credit_only && r.words <= 14 && !signed {
        return Label::new(LineKind::Credit, "credit.sign");
    }
    if s.credit && !signed {
        return Label::new(LineKind::Caption, "caption.credit").because(msg::CLEAN_RULE_CAPTION_CREDIT);
    }
    if !signed && is_signed_and_dated(page, i) {
        return Label::new(LineKind::Byline, SIGNED_AND_DATED);
    }
    if (m.start.has(Family::Byline) || s.byline || (m.any.has(Family::Byline) && r.words <= 12)) && r.words <= 24 {
        return Label::new(LineKind::Byline, "byline.written");
    }
    if is_headed(page, i) || is_signed_with_role(page.content(i)) {
        return Label::new(LineKind::Byline, "byline.written");
    }
    if date_like(page, i) {
        return Label::new(LineKind::Date, "date.stated");
    }
    if let Some(l) = page.by_phrase(i) {
        return l;
    }
    if s.name || is_named_with_role(page.content(i)) {
        return Label::new(LineKind::Byline, "byline.name");
    }
    if s.date && r.words <= 14 {
        return Label::new(LineKind::Date, "date.stated");
    }
    if page.is_prose(i) {
        return Label::new(LineKind::Standfirst, "standfirst.head");
    }
    Label::new(LineKind::Nav, "head.rest")
}

/// The rule of a line that gives a name and a day and nothing else.
pub(crate) const SIGNED_AND_DATED: &str = "byline.dated";

fn title_copies(page: &PageFeatures<'_>, title: usize, first: usize, labels: &mut [Option<Label>]) {
    for (i, l) in labels.iter_mut().enumerate().take(first) {
        if i != title && page.row(i).hash == page.row(title).hash {
            let mut copy = Label::new(LineKind::Title, "title.repeated").because(msg::CLEAN_RULE_TITLE_REPEATED);
            copy.repeats = Some(title);
            *l = Some(copy);
        }
    }
}

/// Rows between a caption and its copy.
const TWIN: usize = 2;

/// A picture often comes with its words twice: as alternative text, then as
/// caption with the credit.
fn caption_twins(page: &PageFeatures<'_>, labels: &mut [Option<Label>]) {
    let kind = |l: &Option<Label>| l.as_ref().map(|l| l.kind);
    for i in 0..labels.len() {
        if kind(&labels[i]) != Some(LineKind::Caption) {
            continue;
        }
        let caption = page.measured.tokens(page.row(i));
        for j in (i.saturating_sub(TWIN)..(i + TWIN + 1).min(labels.len())).filter(|&j| j != i) {
            let words = page.measured.tokens(page.row(j));
            let body = kind(&labels[j]).is_some_and(LineKind::is_body);
            if words.len() >= 4
                && !body
                && labels[j].as_ref().is_none_or(|l| l.repeats.is_none())
                && caption.starts_with(words)
            {
                let mut twin = Label::new(LineKind::Caption, "caption.twin");
                twin.repeats = Some(i);
                labels[j] = Some(twin);
            }
        }
    }
}

/// The standfirst once more among the rows above the body.
fn standfirst_copies(page: &PageFeatures<'_>, first: usize, labels: &mut [Option<Label>]) {
    let is = |l: &Option<Label>| l.as_ref().is_some_and(|l| l.kind == LineKind::Standfirst);
    let Some(own) = (0..labels.len()).rev().find(|&i| is(&labels[i])) else { return };
    for i in (0..first.min(labels.len())).filter(|&i| i != own) {
        if page.row(i).hash == page.row(own).hash {
            let mut copy = Label::new(LineKind::Standfirst, "standfirst.repeated");
            copy.repeats = Some(own);
            labels[i] = Some(copy);
        }
    }
}

/// Longest standfirst in words.
const STANDFIRST: u32 = 80;

/// The first body row stands above the byline, the date or the picture, or is
/// one short sentence above long paragraphs: then it is the standfirst; a name
/// and a day are none.
fn standfirst(page: &PageFeatures<'_>, title: Option<usize>, first: usize, labels: &mut [Option<Label>]) {
    let Some(title) = title else { return };
    let is_body = |l: &Option<Label>| l.as_ref().is_some_and(|l| l.kind == LineKind::Body);
    let Some(next) = (first + 1..labels.len()).find(|&i| is_body(&labels[i])) else { return };
    let r = page.row(first);
    if first > title && is_signed_and_dated(page, first) {
        for (i, l) in labels.iter_mut().enumerate().take(next).skip(first) {
            *l = Some(furniture(page, i));
        }
        return;
    }
    if r.words > STANDFIRST || r.words < 5 {
        return;
    }
    let furniture_below = (first + 1..next).any(|i| {
        let (m, s) = (&page.marks[i], &page.shapes[i]);
        m.start.has(Family::Byline)
            || s.byline
            || date_like(page, i)
            || m.line.has(Family::Reading)
            || m.start.has(Family::Reading)
    });
    let short = r.sentences <= 1 && r.words <= 22 && page.row(next).words >= 3 * r.words && first > title;
    let more = labels.iter().filter(|l| is_body(l)).count();
    if more >= 2 && (furniture_below || short) {
        let why = if furniture_below { msg::CLEAN_ABOVE_BYLINE } else { msg::CLEAN_ONE_SENTENCE };
        labels[first] = Some(Label::new(LineKind::Standfirst, "standfirst.head").because(why));
        for (i, l) in labels.iter_mut().enumerate().take(next).skip(first + 1) {
            *l = Some(furniture(page, i));
        }
    }
}

/// The rule of a standfirst that is told by nothing but its length.
pub(crate) const SET_APART: &str = "standfirst.apart";

/// Words of such a standfirst.
const APART: std::ops::RangeInclusive<u32> = 8..=60;
/// How much longer the paragraphs below are, in fifths and thirds: several of them in the
/// middle, or the only one.
const LONGER: (u32, u32) = (3, 5);
const ONLY: u32 = 3;

/// A text that begins with its title and a paragraph much shorter than those below: set in
/// print or on a page, that is the standfirst. A dump shows no more of it than its length,
/// and agencies open with a short paragraph as well.
fn set_apart(page: &PageFeatures<'_>, title: Option<usize>, first: usize, labels: &mut [Option<Label>]) {
    if title != Some(0) || first != 1 || first >= page.len() {
        return;
    }
    let body = |l: &Option<Label>| l.as_ref().is_some_and(|l| l.kind == LineKind::Body);
    let mut below: Vec<u32> =
        (2..labels.len()).filter(|&i| body(&labels[i]) && page.is_prose(i)).map(|i| page.row(i).words).collect();
    below.sort_unstable();
    let r = page.row(first);
    let longer = match below.as_slice() {
        [] => false,
        [only] => *only >= ONLY * r.words,
        more => more[more.len() / 2] * LONGER.0 >= r.words * LONGER.1,
    };
    let sentence = r.ends && r.last != ':' && APART.contains(&r.words) && !page.marks[first].is_strong();
    if longer && sentence && body(&labels[first]) && !goes_on(page, 2) {
        let label = Label::new(LineKind::Standfirst, SET_APART).because(msg::CLEAN_RULE_STANDFIRST_APART);
        labels[first] = Some(label);
    }
}

/// Rows between the first and the last body row that are no body.
fn inside(page: &PageFeatures<'_>, first: usize, last: usize, labels: &mut [Option<Label>]) {
    let mut i = first;
    while i < last.min(labels.len()) {
        if labels[i].is_some() {
            i += 1;
            continue;
        }
        let end = (i..=last).find(|&j| labels[j].is_some()).unwrap_or(last);
        let form = (i..end).any(|j| page.speaks_of(j, Family::Newsletter));
        for (j, label) in labels.iter_mut().enumerate().take(end).skip(i) {
            *label = Some(noise(page, j, form, LineKind::Related));
        }
        i = end;
    }
}

/// The rule of a line that leads elsewhere by how it is written.
const LINK: &str = "link.line";

/// A row that is no body, between body rows or below them.
fn noise(page: &PageFeatures<'_>, i: usize, form: bool, other: LineKind) -> Label {
    let (r, s) = (page.row(i), &page.shapes[i]);
    if s.credit_only {
        return Label::new(LineKind::Credit, "credit.sign");
    }
    if s.credit {
        return Label::new(LineKind::Caption, "caption.credit").because(msg::CLEAN_RULE_CAPTION_CREDIT);
    }
    let strong = page.by_phrase(i);
    if other == LineKind::Related && strong.is_none() && links::is_link(page, i) {
        return Label::new(other, LINK);
    }
    if form {
        return match strong {
            Some(l) if matches!(l.kind, LineKind::Newsletter | LineKind::Legal) => l,
            _ => Label::new(LineKind::Newsletter, "newsletter.block").because(msg::CLEAN_RULE_NEWSLETTER_BLOCK),
        };
    }
    if let Some(l) = strong {
        return if l.kind == LineKind::Credit && r.words > 14 { Label { kind: LineKind::Caption, ..l } } else { l };
    }
    match other {
        LineKind::Related => Label::new(other, "inside.rest"),
        LineKind::Comment => Label::new(other, "comment.section").because(msg::CLEAN_RULE_COMMENT_SECTION),
        _ => Label::new(other, "below.rest"),
    }
}

/// Rows below the body: each section heading changes what follows.
fn below(page: &PageFeatures<'_>, last: usize, labels: &mut [Option<Label>]) {
    let n = labels.len();
    if last + 1 >= n {
        return;
    }
    // A signature, a date or a credit may close the article.
    let mut i = last + 1;
    while i < n.min(last + 4) {
        let l = furniture(page, i);
        let closes = matches!(l.kind, LineKind::Byline | LineKind::Date | LineKind::Caption | LineKind::Credit)
            && !page.shapes[i].comment_head
            && page.row(i).words <= 30;
        if !closes {
            break;
        }
        labels[i] = Some(l);
        i += 1;
    }
    let named = |l: &Option<Label>| l.as_ref().is_some_and(|l| l.rule == "byline.name");
    if i + 1 == n && i > last + 1 && named(&labels[i - 1]) && is_role(page, i) {
        labels[i] = Some(Label::new(LineKind::Byline, ROLE));
        return;
    }
    let mut section = LineKind::Related;
    for j in i..n {
        let m = &page.marks[j];
        let enders = m.ender;
        // A bullet and a few words may be a heading of the article.
        if enders.has(Family::Comment) || page.shapes[j].comment_head && !page.row(j).bullet {
            section = LineKind::Comment;
        } else if enders.has(Family::Related) {
            section = LineKind::Related;
        } else if (m.line.has(Family::Nav) || m.line.has(Family::Legal)) && section != LineKind::Comment {
            section = LineKind::Nav;
        }
        let by_phrase = page.by_phrase(j).filter(|l| !l.kind.is_furniture());
        labels[j] = Some(match (section, by_phrase) {
            (LineKind::Comment, Some(l)) if page.row(j).words <= 25 && l.kind != LineKind::Notice => l,
            (LineKind::Comment, _) => noise(page, j, false, LineKind::Comment),
            (_, Some(l)) => l,
            (LineKind::Related, None) if links::is_link(page, j) => Label::new(LineKind::Related, LINK),
            (kind, None) => Label::new(kind, "below.rest"),
        });
    }
}

/// The rule of a line that says who a person is that signed above.
pub(crate) const ROLE: &str = "byline.role";
/// Words of such a line.
const ROLE_WORDS: u32 = 14;

/// True for the last line of a text that is no sentence and gives nothing but words.
fn is_role(page: &PageFeatures<'_>, i: usize) -> bool {
    let r = page.row(i);
    let other = page.marks[i].is_strong() || r.address || r.bars > 0 || page.shapes[i].date || page.shapes[i].credit;
    r.words <= ROLE_WORDS && !r.ends && !other && !r.bullet && r.letters > 3
}

/// Short body rows without an end mark between longer ones.
fn subheadings(page: &PageFeatures<'_>, labels: &mut [Option<Label>]) {
    let is_body = |l: Option<&Option<Label>>| l.is_some_and(|l| l.as_ref().is_some_and(|l| l.kind == LineKind::Body));
    for i in 0..labels.len() {
        if !is_body(labels.get(i)) {
            continue;
        }
        let r = page.row(i);
        let longer = |j: usize| j < page.len() && page.row(j).words > r.words.max(10);
        let plain = !r.ends || matches!(r.last, '?' | '!' | '»' | '"' | '”');
        if r.words <= 16
            && plain
            && !r.bullet
            && r.last != ','
            && r.last != ':'
            && r.last != ';'
            && longer(i + 1)
            && !goes_on(page, i + 1)
            && i > 0
        {
            let reason = labels[i].as_ref().and_then(|l| l.reason.clone());
            labels[i] = Some(Label { reason, ..Label::new(LineKind::Subheading, "subheading.short") });
        }
    }
}
