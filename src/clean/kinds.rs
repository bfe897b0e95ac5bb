//! Kinds of lines, once it is known which lines are body: the furniture above
//! it (title, standfirst, byline, dates, captions), the noise inside it, and
//! the sections below it.

use super::page_features::{Label, PageFeatures};
use super::phrases::Family;
use super::title;
use super::words::{stop_words, token_hash};
use crate::corpus::LineKind;
use crate::corpus::date::find_dates;
use crate::text::Span;
use crate::words::msg;

/// Labels of all rows.
pub(crate) struct Kinds {
    /// One label a row.
    pub labels: Vec<Label>,
    /// The row that holds the title as the page sets it.
    pub title: Option<usize>,
}

/// Labels every row. `body` tells the rows of the body with their reasons, `known`
/// the title where the format knows it.
pub(crate) fn label(page: &PageFeatures<'_>, body: Vec<Option<Label>>, known: Option<usize>) -> Kinds {
    let n = page.len();
    let first = body.iter().position(Option::is_some).unwrap_or(n);
    let last = body.iter().rposition(Option::is_some).unwrap_or(0);
    let title = known.or_else(|| title::find(page, first));
    let mut labels: Vec<Option<Label>> = body;
    let head = title.unwrap_or(first);
    for (i, l) in labels.iter_mut().enumerate().take(first) {
        *l = Some(if i < head { above(page, i) } else { furniture(page, i) });
    }
    if let Some(t) = title {
        labels[t] = Some(Label::new(LineKind::Title, "title.head"));
        title_copies(page, t, first, &mut labels);
    }
    standfirst(page, title, first, &mut labels);
    inside(page, first, last, &mut labels);
    caption_twins(page, &mut labels);
    standfirst_copies(page, first, &mut labels);
    below(page, last, &mut labels);
    subheadings(page, &mut labels);
    let labels = labels.into_iter().map(|l| l.unwrap_or_else(|| Label::new(LineKind::Nav, "below.rest")));
    Kinds { labels: labels.collect(), title }
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
        return Label::new(LineKind::Byline, "byline.dated");
    }
    if (m.start.has(Family::Byline) || s.byline || (m.any.has(Family::Byline) && r.words <= 12)) && r.words <= 24 {
        return Label::new(LineKind::Byline, "byline.written");
    }
    if date_like(page, i) {
        return Label::new(LineKind::Date, "date.stated");
    }
    if let Some(l) = page.by_phrase(i) {
        return l;
    }
    if s.name {
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

fn is_signed_and_dated(page: &PageFeatures<'_>, i: usize) -> bool {
    let r = page.row(i);
    (3..=16).contains(&r.words) && r.digits > 0 && signed_and_dated(page.content(i))
}

/// True for a name and a day and nothing else.
fn signed_and_dated(line: &str) -> bool {
    signer(line).is_some()
}

/// Signs that part a name from the day beside it.
const PARTING: [char; 8] = [',', '-', '–', '—', '|', '·', '•', '/'];

/// The name in a line that gives a name and a day and nothing else: `Ana Roz
/// (avec AFP), le 5 mars 2024 à 8 h`, `05.03.2024 | Ana Roz`, `Par Ana Roz, à
/// Gorzé, 5 mars 2024`.
pub(crate) fn signer(line: &str) -> Option<&str> {
    let found = find_dates(line, Span::new(0, line.len()));
    let [day] = found.as_slice() else { return None };
    day.full()?;
    let (head, tail) = (&line[..day.span.start], &line[day.whole.end..]);
    let bare = |s: &str| s.trim_matches(|c: char| c.is_whitespace() || PARTING.contains(&c) || c == ':').is_empty();
    if is_clock(tail)
        && let Some(name) = before_day(head)
    {
        return Some(name);
    }
    // Behind the day and its hour: `Publié le 5 mars 2024 par Ana Roz`.
    let words: Vec<&str> = head.split_whitespace().collect();
    let said = words.len() <= SAID && words.iter().skip(1).all(|w| !w.starts_with(char::is_uppercase));
    if !said || !bare(head) && words.last().is_some_and(|w| w.chars().count() > 3) {
        return None;
    }
    // A hyphen inside a name parts nothing.
    let inside =
        |at: usize| tail[..at].ends_with(char::is_alphanumeric) && tail[at + 1..].starts_with(char::is_alphanumeric);
    let parting = tail.rmatch_indices(PARTING.as_slice()).find(|(at, sign)| *sign != "-" || !inside(*at));
    let at = parting.map_or(0, |(at, sign)| at + sign.len());
    let (clock, name) = tail.split_at(at);
    let clock = clock.trim_end_matches(|c: char| c.is_whitespace() || PARTING.contains(&c));
    is_clock(clock).then(|| person(unopened(name)))?
}

/// The name before a day. What stands between the two are small words, or who
/// the person is, parted from the day by a sign.
fn before_day(head: &str) -> Option<&str> {
    let mut pieces = pieces(head);
    let name = pieces.next()?;
    let rest: Vec<&str> = pieces.filter(|p| !p.is_empty()).collect();
    let (last, roles) = rest.split_last().map_or(("", rest.as_slice()), |(last, roles)| (*last, roles));
    // `le`, `publié le`, `Publié le`; a role is followed by a sign.
    let tail = last.split_whitespace().skip(1).all(|w| !w.starts_with(char::is_uppercase));
    let shut = head.trim_end().ends_with(PARTING);
    let role = |r: &&str| r.starts_with(char::is_lowercase) && r.split_whitespace().count() <= ROLE;
    let said = tail && last.split_whitespace().count() <= SAID || shut && role(&last);
    let name = if rest.is_empty() { without_small(name) } else { name };
    (said && roles.iter().all(role)).then(|| person(unopened(name)))?
}

/// What signs part in a line, without the signs.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let dashes = [" - ", " – ", " — "];
    line.split([',', '|', '·', '•'])
        .flat_map(move |p| {
            let at = dashes.iter().find_map(|d| p.split_once(d));
            at.map_or(vec![p], |(a, b)| vec![a, b])
        })
        .map(|p| p.trim_matches(|c: char| c.is_whitespace() || PARTING.contains(&c) || c == ':'))
}

/// `Ana Roz le`: a name without the short word behind it.
fn without_small(name: &str) -> &str {
    let small = |w: &str| w.chars().count() <= 3 && w.chars().all(char::is_lowercase);
    name.trim_end().rsplit_once(' ').filter(|(_, last)| small(last)).map_or(name, |(rest, _)| rest).trim_end()
}

/// Words that say who a person is, and words between that and the day.
const ROLE: usize = 6;
const SAID: usize = 3;

/// What stands behind a short word in front of a name, such as `par` and `De`.
fn unopened(name: &str) -> &str {
    let name = name.trim();
    match name.split_once(' ') {
        Some((first, rest))
            if first.chars().count() <= 3 && is_grammar(first) && !is_article(first) && rest.contains(' ') =>
        {
            rest.trim()
        }
        _ => name,
    }
}

/// True for an article, with which names of outlets open and none of persons.
fn is_article(word: &str) -> bool {
    ["le", "la", "les", "the", "die", "der", "das", "el", "los", "las", "il", "lo"]
        .contains(&crate::text::fold(word).as_str())
}

/// True for a word of grammar.
fn is_grammar(word: &str) -> bool {
    stop_words().get(token_hash(crate::text::fold(word).as_bytes())) != 0
}

/// A name of two to six words in capitals, but for small ones between them,
/// without what stands in brackets or `avec AQX` behind it.
fn person(name: &str) -> Option<&str> {
    let name = match name.trim().strip_suffix(')').and_then(|h| h.rsplit_once('(')) {
        Some((name, _)) => name.trim_end(),
        None => name.trim(),
    };
    let long = |w: &str| w.chars().count() > 3 && w.chars().all(char::is_lowercase) && is_grammar(w);
    let name = name
        .match_indices(' ')
        .find(|(i, _)| name[i + 1..].split(' ').next().is_some_and(long))
        .map_or(name, |(i, _)| &name[..i]);
    // `Ana Roz (texte) et Léo Kim`
    let bare: String = name.split('(').map(|p| p.split_once(')').map_or(p, |(_, rest)| rest)).collect();
    let words: Vec<&str> = bare.split_whitespace().collect();
    let named =
        |w: &&str| w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c));
    // `d’Arvor` is a name with its particle.
    let elided = |w: &&str| w.split(['\'', '’']).nth(1).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let joins = |w: &&str| w.chars().count() <= 3 && w.chars().all(char::is_lowercase);
    let capitals = words.iter().filter(|w| named(w) || elided(w)).count();
    let fits =
        (2..=6).contains(&words.len()) && capitals >= 2 && words.iter().all(|w| named(w) || elided(w) || joins(w));
    // An article opens the name of a town.
    (fits && words.first().is_some_and(|w| named(w) && !is_grammar(w))).then_some(name)
}

/// True for what may follow a day: ` à 6 h 32`, ` | 18:05 CET`, nothing.
pub(crate) fn is_clock(tail: &str) -> bool {
    let small = |w: &str| w.chars().count() <= 4 && w.chars().all(char::is_alphabetic);
    let other = |w: &str| !w.chars().any(char::is_alphabetic) || w.chars().next().is_some_and(|c| c.is_ascii_digit());
    tail.len() <= 30 && tail.split_whitespace().all(|w| other(w) || small(w))
}

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
    let mut section = LineKind::Related;
    for j in i..n {
        let m = &page.marks[j];
        let enders = m.ender;
        if enders.has(Family::Comment) || page.shapes[j].comment_head {
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
            (kind, None) => Label::new(kind, "below.rest"),
        });
    }
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
            && i > 0
        {
            let reason = labels[i].as_ref().and_then(|l| l.reason.clone());
            labels[i] = Some(Label { reason, ..Label::new(LineKind::Subheading, "subheading.short") });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::signed_and_dated;

    #[test]
    fn a_name_and_a_day_sign_and_a_town_or_a_sentence_with_a_day_does_not() {
        for line in [
            "Ana Roz, 5 mars 2024",
            "Ana Roz (avec AQX), le 1er févr. 2024 à 6 h 32",
            "Ana Roz et Léo Le Guen | 05/03/2024 | 18:05",
            "Ana Roz, publié le 5 mars 2024",
            "Ana Roz avec AQX | 1er mars 2024",
            "Publié le 5 mars 2024 par Ana Roz",
            "Ana Roz (texte) et Léo Kim (photos), le 5 mars 2024",
            "Jane Roe, 5 March 2024",
            "Par Ana Roz, le 5 mars 2024",
            "Par Ana Roz, à Gorzé, 5 mars 2024",
            "De Ana Roz, le mardi 5 mars 2024",
            "ANA ROZ - Publié le 05/03/24",
            "5 mars 2024 - Ana Roz",
            "05.03.2024, 18:05 | Ana Roz",
            "Le 5 mars 2024 à 6 h 32, par Ana Roz",
            "Léo d’Arvor-Le Guen, envoyé spécial à Gorzé, le 5 mars 2024",
        ] {
            assert!(signed_and_dated(line), "{line}");
        }
        for line in [
            "La Rochelle, le 5 mars 2024",
            "Gorzé, le 5 mars 2024",
            "Le pont fermé le 5 mars 2024",
            "Le 5 mars 2024, la maire Ana Roz a signé",
            "Ana Roz, maire de Gorzé depuis le 5 mars 2024",
            "Ana Roz",
        ] {
            assert!(!signed_and_dated(line), "{line}");
        }
    }
}
