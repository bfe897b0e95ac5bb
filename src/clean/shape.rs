//! Shapes that a line takes whatever its words: a bare date, a name, a
//! picture credit, the head of a reader's comment. Decides nothing.

use super::page::{Page, Row};
use super::phrases::{Family, Marks};
use super::words::token_hash;
use crate::corpus::date::{find_dates, month_names, weekday_names};
use crate::ingest::{PageWord, page_words};
use crate::text::Span;
use aho_corasick::AhoCorasick;
use std::sync::OnceLock;

/// What a row looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shape {
    /// A day stands in it.
    pub date: bool,
    /// A time of day, or so many hours ago.
    pub time: bool,
    /// Nothing stands in it but a date or a time.
    pub only_date: bool,
    /// Starts as a byline does: `par`, `by`, `von` and a name.
    pub byline: bool,
    /// A name or two, nothing else.
    pub name: bool,
    /// Ends in a picture credit: `(X / AFP)`, `© X`.
    pub credit: bool,
    /// Starts with a sign that picture credits start with.
    pub credit_only: bool,
    /// The head of a reader's comment.
    pub comment_head: bool,
    /// A heading about the author or the firm.
    pub about: bool,
    /// All letters are upper case.
    pub shouting: bool,
}

/// Words for months beside the names that the calendar has. The model of lines learnt with
/// these: another word wants it trained anew.
const MONTHS: &str = "jan feb mar apr jun jul aug sep sept oct nov dec janv fevr avr juil dez okt";

/// Words for days of the week beside the names that the calendar has; the model depends on
/// them too.
const DAYS: &str = "mon tue tues wed thu thurs fri sat sun lun mar mer jeu ven sam dim mo di mi do fr sa so \
    segunda terca quarta quinta sexta feira";
const GLUE: &str = "0 le la a at on the of h min mn gmt cet cest et est edt utc pm am uhr um de del alle ore il y \
    il hours hour ago minutes mins minute days day heures heure jours jour th st nd rd an ans mis mise jour maj publie \
    publiee modifie modifiee actualise actualisee edite editee updated published posted date and en ist pst pdt bst";

struct Words {
    months: Vec<u32>,
    days: Vec<u32>,
    glue: Vec<u32>,
    zero: u32,
    il_y_a: u32,
    ago: [u32; 4],
    by: Vec<u32>,
    about: Vec<u32>,
    join: Vec<u32>,
    clock: Vec<u32>,
    le: u32,
}

fn hashes(list: &'static str) -> Vec<u32> {
    hashes_of(list.split_whitespace())
}

fn hashes_of(words: impl Iterator<Item = impl AsRef<str>>) -> Vec<u32> {
    let mut v: Vec<u32> = words.map(|w| token_hash(w.as_ref().as_bytes())).collect();
    v.sort_unstable();
    v.dedup();
    v
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words {
        months: hashes_of(month_names().chain(MONTHS.split_whitespace().map(str::to_owned))),
        days: hashes_of(weekday_names().chain(DAYS.split_whitespace().map(str::to_owned))),
        glue: hashes(GLUE),
        zero: token_hash(b"0"),
        il_y_a: token_hash(b"y"),
        ago: [token_hash(b"ago"), token_hash(b"vor"), token_hash(b"hace"), token_hash(b"ya")],
        by: hashes("par by von di por door"),
        join: hashes(JOIN),
        clock: hashes("0h0 0h 0min 0pm 0am 0th 0st 0nd 0rd 1er 0er 0d 0m"),
        about: hashes("about sobre uber propos over chi"),
        le: token_hash(b"le"),
    })
}

/// True where a byline opens without the space behind its first word: `ParAna Roz`.
fn opens_glued(content: &str) -> bool {
    ["Par", "By", "Von", "Por", "Door"]
        .iter()
        .any(|w| content.strip_prefix(w).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

/// Words beyond which only the ends of a row are looked at.
const SHORT: usize = 30;

/// The shape of one row.
pub(crate) fn of(page: &Page, row: &Row, marks: &Marks, content: &str) -> Shape {
    let w = words();
    let tokens = page.tokens(row);
    let folded = page.folded(row);
    let mut s = Shape { shouting: row.letters > 3 && row.uppers == row.letters, ..Shape::default() };
    s.credit = credit(row, marks, content);
    s.credit |= row.words < 80 && folded.starts_with(b"0 of 0 ");
    s.credit_only = row.words <= 14
        && (content.starts_with(['©', '℗', '📷'])
            || folded.starts_with(b"(c)")
            || folded.starts_with(b"photo :")
            || is_picture_credit(content));
    if tokens.is_empty() || tokens.len() > SHORT {
        return s;
    }
    let has = |list: &[u32], t: u32| list.binary_search(&t).is_ok();
    let numeric = row.digits >= 4 && numeric_date(folded);
    let month =
        tokens.windows(2).any(|p| (p[0] == w.zero && has(&w.months, p[1])) || (p[1] == w.zero && has(&w.months, p[0])));
    s.date = numeric || month || row.digits >= DAY && row.words <= LINE && names_a_day(content);
    s.time = row.digits > 0 && (clock(folded) || tokens.contains(&w.ago[0]) || relative(tokens, w));
    let plain = |t: u32| t == w.zero || has(&w.months, t) || has(&w.days, t) || has(&w.glue, t) || has(&w.clock, t);
    s.only_date = (s.date || s.time) && tokens.iter().all(|&t| plain(t));
    let head = tokens.first().copied().unwrap_or(0);
    let named = content.split_whitespace().nth(1).is_some_and(|w| w.starts_with(char::is_uppercase));
    let glued = opens_glued(content);
    s.byline = (has(&w.by, head) || glued)
        && (2..=if glued { 24 } else { 16 }).contains(&row.words)
        && !is_sentence(row)
        && named;
    // `Par` alone stands above the name.
    s.byline |= row.words == 1 && row.uppers == 1 && row.letters > 1 && has(&w.by, head);
    s.name = is_name(row, tokens, &w.join, content);
    let second = tokens.get(1).copied().unwrap_or(0);
    s.about = (2..=6).contains(&row.words)
        && !row.ends
        && (has(&w.about, head) || (has(&w.about, second) && row.words > 2 && row.words < 6 && row.letters < 40));
    s.comment_head = comment_head(row, tokens, content, &s, w);
    s
}

/// Digits of the shortest full day in words, and words of a line that is read for one.
const DAY: u32 = 5;
const LINE: u32 = 14;

/// True for a line with a full day, in whatever language: `14 de março de 2019`.
fn names_a_day(line: &str) -> bool {
    find_dates(line, Span::new(0, line.len())).iter().any(|d| d.full().is_some())
}

fn is_sentence(row: &Row) -> bool {
    row.ends && row.words > 8
}

fn relative(tokens: &[u32], w: &Words) -> bool {
    tokens.windows(3).any(|p| p[0] == w.il_y_a && p[1] == w.zero)
        || tokens.windows(4).any(|p| p[1] == w.il_y_a && p[3] == w.zero)
        || tokens.windows(2).any(|p| w.ago.contains(&p[0]) && p[1] == w.zero)
}

/// `0/0/0`, `0.0.0` or `0 0 0`: digits were folded to one `0` a run.
fn numeric_date(folded: &[u8]) -> bool {
    folded
        .windows(5)
        .any(|w| w[0] == b'0' && w[2] == b'0' && w[4] == b'0' && w[1] == w[3] && matches!(w[1], b'/' | b'.' | b' '))
}

/// `0:0` or `0h0`.
fn clock(folded: &[u8]) -> bool {
    folded.windows(3).any(|w| w[0] == b'0' && w[2] == b'0' && matches!(w[1], b':' | b'h'))
}

/// Words of the longest credit of that form.
const PICTURE: usize = 10;

/// True for `Ana Roz/SIPA`: a name and, behind a stroke, an agency of pictures.
fn is_picture_credit(content: &str) -> bool {
    let Some((name, behind)) = content.rsplit_once('/') else { return false };
    let agency = crate::text::fold(behind.split(['(', '–']).next().unwrap_or(behind).trim());
    let named = name.starts_with(char::is_uppercase) && !name.contains(['.', ':', '?', '!']);
    named && content.split_whitespace().count() <= PICTURE && page_words(PageWord::Picture).contains(&agency.trim())
}

/// Names of agencies and words that stand in a credit in brackets.
const RIGHTS: &[&str] =
    &["AFP", "Reuters", "REUTERS", "Getty", "AP)", "EPA", "SIPA", "dpa", "Keystone", "ANSA", "EFE", "Photo", "©"];
/// Words that open a credit at the end of a caption.
const LABELS: &[&str] = &[
    "Crédit photo",
    "Crédits :",
    "Crédit :",
    "Photo :",
    "Photo:",
    "Foto:",
    "Bild:",
    "Photograph:",
    "Image:",
    "/Getty",
];

fn labels() -> &'static AhoCorasick {
    static AUTOMATON: OnceLock<AhoCorasick> = OnceLock::new();
    AUTOMATON.get_or_init(|| AhoCorasick::new(LABELS).expect("a dozen short words fit any automaton"))
}

fn credit(row: &Row, marks: &Marks, content: &str) -> bool {
    if row.words > 120 {
        return false;
    }
    let tail = content.trim_end_matches(['.', ' ', '*']);
    if tail.ends_with(')')
        && let Some(open) = tail.rfind('(')
    {
        let inner = &tail[open..];
        let upper = inner.chars().filter(|c| c.is_uppercase()).count();
        let rights = inner.contains('/') && upper >= 2 || RIGHTS.iter().any(|a| inner.contains(a));
        if inner.len() <= 90 && rights {
            return true;
        }
    }
    if row.odd
        && let Some(at) = content.rfind(['©', '℗'])
    {
        return row.words > 1 && content.len() - at <= 90;
    }
    let named = marks.hint.has(Family::Media) || marks.start.has(Family::Media);
    row.words < 60 && (named || row.words > 20) && labels().is_match(content)
}

/// Words that join names in a byline.
const JOIN: &str = "et and und y e de du des la le van von der di da avec with mit d l a al";

fn is_name(row: &Row, tokens: &[u32], join: &[u32], content: &str) -> bool {
    if !(2..=8).contains(&row.words) || row.digits > 0 || row.ends && !content.ends_with('.') || content.len() > 80 {
        return false;
    }
    // `Ana Roz (AQX)`: an agency behind the name.
    let agency = |inner: &str| inner.len() <= 12 && inner.chars().all(|c| c.is_uppercase() || c.is_whitespace());
    let bare = content.strip_suffix(')').and_then(|c| c.rsplit_once('(')).filter(|(_, inner)| agency(inner));
    if bare.map_or(content, |(name, _)| name).contains([':', '?', '!', '«', '"', '“', '|', '(']) {
        return false;
    }
    let joins = tokens.iter().filter(|&&t| join.binary_search(&t).is_ok()).count() as u32;
    row.capitals >= 2 && row.capitals + joins >= row.words
}

fn comment_head(row: &Row, tokens: &[u32], content: &str, s: &Shape, w: &Words) -> bool {
    if row.words > 14 {
        return false;
    }
    let by = tokens.first().is_some_and(|t| w.by.binary_search(t).is_ok());
    if by && s.date && (s.time || tokens.contains(&w.le)) {
        return true;
    }
    if content.starts_with('@') && !row.ends {
        return true;
    }
    (content.starts_with("• ") || content.starts_with("· ")) && row.words <= 5 && !row.ends && row.digits < 5
}
