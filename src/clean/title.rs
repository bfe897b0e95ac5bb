//! The line that is the title: named like the body, set apart, above it.

use super::page_features::PageFeatures;
use super::phrases::Family;
use super::signer::is_signed_and_dated;
use super::vocabulary::Vocabulary;
use crate::corpus::date::find_dates;
use crate::text::Span;

/// Paragraphs that tell the words of a text, and words of a line of a narrow column.
const FEW: usize = 3;
const NARROW: u32 = 3;
/// Rows above the body that are looked at.
const REACH: usize = 40;
/// What a title must score at least.
const ENOUGH: f32 = 1.0;

/// The row that holds the title, above the first body row.
pub(crate) fn find(page: &PageFeatures<'_>, first: usize) -> Option<usize> {
    let from = first.saturating_sub(REACH);
    let mut body = Vocabulary::new(4000);
    let below = || first..page.len().min(first + 60);
    let prose: Vec<usize> = below().filter(|&i| page.is_prose(i)).collect();
    // Lines that were broken to fit a narrow column are too short for prose.
    let narrow = || below().filter(|&i| page.row(i).words >= NARROW).collect();
    let prose = if prose.len() < FEW { narrow() } else { prose };
    prose.into_iter().flat_map(|i| page.measured.tokens(page.row(i))).take(4000).for_each(|&t| body.add(t, 0));
    let openings = openings(page);
    let owners = owners(page, first);
    let named =
        |i: &usize| owners.iter().any(|name| page.measured.folded(page.row(*i)).trim_ascii() == name.trim_ascii());
    let best = (from..first)
        .filter(|i| !named(i))
        .map(|i| (score(page, i, first, &body) + again(page, i, &openings), i))
        .filter(|(s, _)| *s >= ENOUGH)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
    // Of equal titles the one next to the body is set by the article itself.
    let row = page.row(best.1);
    let title = (from..first).rev().find(|&i| page.row(i).hash == row.hash)?;
    Some(bare(page, title, first))
}

/// Words of the longest line of rights, and such lines that are looked at.
const RIGHTS: u32 = 40;
const OWNERS: usize = 4;

/// Who a line below the text says owns the page, folded: `© Le Quai 2024 - Mentions légales`. The
/// same name alone above the text is its head and no headline.
fn owners(page: &PageFeatures<'_>, first: usize) -> Vec<Vec<u8>> {
    let behind = |content: &str| {
        let rest =
            content.split_once('©').map(|(before, rest)| (before.trim(), rest)).filter(|(b, _)| b.len() <= 10)?.1;
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '-' | '–'));
        let end = rest.find(['·', '|', '/', '•', '–', '—', ',', '.', '(', ';', '[']).unwrap_or(rest.len());
        let name = rest[..end].split(" - ").next()?;
        let name = name.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit());
        name.starts_with(char::is_uppercase).then(|| super::page::fold(name))
    };
    let rows = (first..page.len()).filter(|&i| page.row(i).words <= RIGHTS);
    rows.filter_map(|i| behind(page.content(i))).take(OWNERS).collect()
}

/// Words of what the head of a page says beside the headline.
const SITE: u32 = 8;

/// The row below that is the headline alone, where the title is one with the name of the
/// site beside it.
fn bare(page: &PageFeatures<'_>, title: usize, first: usize) -> usize {
    let whole = page.content(title);
    let parted = |rest: &str| {
        let mut around = rest.trim().chars();
        let sign = |c: Option<char>| c.is_some_and(|c| "|-–—:·•»".contains(c));
        sign(around.next()) || sign(around.next_back())
    };
    let alone = |&i: &usize| {
        let content = page.content(i);
        let beside = whole.strip_prefix(content).or_else(|| whole.strip_suffix(content));
        let short = page.row(i).words >= 3 && page.row(title).words <= page.row(i).words + SITE;
        short && beside.is_some_and(parted)
    };
    (title + 1..first).rev().find(alone).unwrap_or(title)
}

/// Characters of the longest line of a text that was broken to fit a width.
const WIDTH: u32 = 110;
/// Rows and words of a row of the longest headline that goes over several.
const ROWS: usize = 4;
const ROW: u32 = 14;

/// The rows over which the headline goes that has one of them: those beside it without a blank
/// line between, in capitals like it, or going on in small letters.
pub(crate) fn rows(page: &PageFeatures<'_>, title: usize, first: usize) -> std::ops::Range<usize> {
    let fits = |i: usize| {
        let (r, s, m) = (page.row(i), &page.shapes[i], &page.marks[i]);
        let other = s.only_date
            || opens_with_day(page, i)
            || s.byline
            || s.credit
            || m.is_strong()
            || r.bullet
            || r.bars > 0
            || is_wide(page, i);
        r.words <= ROW && r.letters > 0 && !other && !page.is_prose(i)
    };
    // Only where lines were broken to fit a width does one go on in small letters.
    let small = |i: usize| page.content(i).starts_with(char::is_lowercase) && is_broken(page);
    let goes_on = |above: usize, below: usize| {
        let (a, b) = (page.row(above), page.row(below));
        let capitals = page.shapes[above].shouting && page.shapes[below].shouting;
        b.gap_before == 0 && !a.ends && fits(above) && fits(below) && (capitals || small(below))
    };
    let mut range = title..title + 1;
    while range.end < first && range.len() <= ROWS && goes_on(range.end - 1, range.end) {
        range.end += 1;
    }
    while range.start > 0 && range.len() <= ROWS && goes_on(range.start - 1, range.start) {
        range.start -= 1;
    }
    if range.len() > ROWS { title..title + 1 } else { range }
}

/// True for a row that begins with a day, as the line below the name of a paper does.
fn opens_with_day(page: &PageFeatures<'_>, i: usize) -> bool {
    let content = page.content(i);
    let day = || find_dates(content, Span::new(0, content.len())).into_iter().next();
    page.shapes[i].date && day().is_some_and(|d| d.full().is_some() && d.whole.start == 0)
}

/// True for a text whose lines were broken to fit a width, as those of print are.
pub(crate) fn is_broken(page: &PageFeatures<'_>) -> bool {
    page.measured.rows.iter().all(|r| r.chars <= WIDTH)
}

/// True for a row that sets several things apart, as the head of a printed page does.
fn is_wide(page: &PageFeatures<'_>, i: usize) -> bool {
    page.content(i).contains("   ")
}

/// Words of the longest headline.
const HEADLINE: u32 = 32;

/// True when the first row of the body heads it, as the first line of a dump
/// without menus does. Headlines end in a quotation, a question or nothing at
/// all, and such an end alone makes no paragraph of them; one that ends in a
/// full stop is a sentence. `next` is the row below.
pub(crate) fn opens(page: &PageFeatures<'_>, i: usize, next: usize) -> bool {
    let (r, m, s) = (page.row(i), &page.marks[i], &page.shapes[i]);
    let content = page.content(i);
    let bare = content.trim_end_matches(['»', '"', '”', '’', ')', ' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let stopped = bare.ends_with('.') && !bare.ends_with("...") || bare.ends_with([',', ';', ':']);
    let fits = (3..=HEADLINE).contains(&r.words) && r.sentences <= 2 && !r.bullet && r.bars <= 1;
    if stopped || !fits || m.is_strong() || s.only_date || s.credit || s.byline {
        return false;
    }
    // Lines cut to one width go on below.
    let below = page.content(next).trim_start_matches(|c: char| !c.is_alphanumeric());
    let goes_on = below.starts_with(char::is_lowercase);
    let apart = r.ends || page.row(next).gap_before > 0 || page.is_prose(next);
    !goes_on && apart && find(page, next) == Some(i)
}

/// Words by which two lines are taken to start alike.
const ALIKE: usize = 4;

/// Hash of the first words of a row that has enough of them.
pub(crate) fn opening(page: &PageFeatures<'_>, i: usize) -> Option<u32> {
    let tokens = page.measured.tokens(page.row(i)).get(..ALIKE)?;
    Some(tokens.iter().fold(0, |h: u32, t| h.rotate_left(7) ^ t))
}

/// Rows of the head of a page that may name its article.
const PAGE_HEAD: usize = 2;
/// Share of the words of a title line that the head of the page has.
const NAMED: f32 = 0.75;
/// Share of the words of the head, the name of the site among them, that a
/// title line has.
const NAMING: f32 = 0.4;

/// The telling words of a row, sorted, each once.
fn telling(page: &PageFeatures<'_>, i: usize) -> Vec<u32> {
    let stops = super::words::stop_words();
    let mut words: Vec<u32> =
        page.measured.tokens(page.row(i)).iter().copied().filter(|&h| stops.get(h) == 0).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Share of the telling words of a title that some rows take up.
pub(crate) fn taken_up(page: &PageFeatures<'_>, title: usize, (a, b): (usize, usize)) -> f32 {
    let words = telling(page, title);
    let mut seen = vec![false; words.len()];
    for i in a..=b {
        for token in page.measured.tokens(page.row(i)) {
            if let Ok(k) = words.binary_search(token) {
                seen[k] = true;
            }
        }
    }
    seen.iter().filter(|&&s| s).count() as f32 / words.len().max(1) as f32
}

/// The rows below the head of the page that say the title again.
pub(crate) fn heads(page: &PageFeatures<'_>) -> Vec<usize> {
    let titles: Vec<Vec<u32>> =
        (0..PAGE_HEAD.min(page.len())).map(|i| telling(page, i)).filter(|w| (3..=40).contains(&w.len())).collect();
    if titles.is_empty() {
        return Vec::new();
    }
    (1..page.len())
        .filter(|&i| (2..=45).contains(&page.row(i).words))
        .filter(|&i| {
            // Most rows have no word of a title: they cost no list of words.
            let tokens = page.measured.tokens(page.row(i));
            let shared = |title: &Vec<u32>| tokens.iter().filter(|t| title.binary_search(t).is_ok()).nth(1).is_some();
            if !titles.iter().any(shared) {
                return false;
            }
            let words = telling(page, i);
            titles.iter().any(|title| {
                let shared = words.iter().filter(|w| title.binary_search(w).is_ok()).count() as f32;
                shared >= 2.0 && shared >= NAMED * words.len() as f32 && shared >= NAMING * title.len() as f32
            })
        })
        .collect()
}

/// How many rows start with the same words, by their hash.
fn openings(page: &PageFeatures<'_>) -> Vocabulary {
    let mut out = Vocabulary::new(page.len());
    (0..page.len()).filter_map(|i| Some((i, opening(page, i)?))).for_each(|(i, h)| out.add(h, i as u32));
    out
}

/// A title stands twice: in the head of the page (with the name of the site
/// behind it) and above the article; what stands everywhere is a menu.
fn again(page: &PageFeatures<'_>, i: usize, openings: &Vocabulary) -> f32 {
    match opening(page, i).map_or(1, |h| openings.rows(h)) {
        0 | 1 => 0.0,
        2..=4 => 1.2,
        _ => 0.3,
    }
}

/// Parts and words of the line by which an agency knows a report.
const PARTS: usize = 3;
const SLUG: usize = 3;

/// True for such a line: a word of several parts, and how often it was sent.
fn is_slug(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let parts: Vec<&str> = words.next().unwrap_or_default().split('-').collect();
    let rest: Vec<&str> = words.collect();
    let small = |part: &&str| part.chars().count() > 2 && part.chars().skip(1).all(char::is_lowercase);
    let lead = |word: &&str| word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    parts.len() >= PARTS && parts.iter().all(small) && rest.len() < SLUG && rest.iter().all(lead)
}

fn score(page: &PageFeatures<'_>, i: usize, first: usize, body: &Vocabulary) -> f32 {
    let (r, s, m) = (page.row(i), &page.shapes[i], &page.marks[i]);
    if r.words < 2 || r.words > 45 || s.only_date || s.credit_only || r.letters < 6 {
        return f32::MIN;
    }
    // `https://…` and `Social-industrie-papier 1ERE LEAD` are what others call it by.
    let opening = page.content(i).split_whitespace().next().unwrap_or_default();
    if r.words <= 1 && r.address || opening.contains("://") || is_slug(page.content(i)) {
        return f32::MIN;
    }
    let stops = super::words::stop_words();
    let named: Vec<u32> = page.measured.tokens(r).iter().copied().filter(|&t| stops.get(t) == 0).collect();
    let shared = named.iter().filter(|t| body.rows(**t) > 0).count() as f32 / named.len().max(1) as f32;
    let mut score = 3.0 * shared;
    score += match r.copies {
        1 => 0.0,
        2..=4 => 0.5,
        _ => -0.5,
    };
    if s.date && r.words <= 16 || s.time && r.words <= 10 || is_signed_and_dated(page, i) {
        score -= 3.0;
    }
    score += match r.words {
        5..=24 => 1.0,
        3..=4 | 25..=32 => 0.0,
        _ => -1.0,
    };
    score -= (first - i) as f32 * 0.06;
    // A dump that starts with its title has nothing above it.
    score += if i < 2 { 0.7 } else { 0.0 };
    if r.last == '.' {
        score -= 1.5;
    }
    score -= r.sentences.saturating_sub(1) as f32 * 0.8;
    if m.is_strong() {
        score -= 2.0;
    }
    score -= m.hints.min(3) as f32 * 0.4;
    if s.credit || s.byline || m.any.has(Family::Byline) {
        score -= 2.0;
    }
    // A headline of print goes over several lines in capitals.
    let shouted = s.shouting && rows(page, i, first).len() > 1;
    if s.name && r.copies == 1 && !shouted {
        score -= 0.7;
    }
    score += if shouted { 2.0 } else { 0.0 };
    if r.bullet || r.bars > 1 {
        score -= 1.5;
    }
    if is_wide(page, i) {
        score -= 3.0;
    }
    let dated = (i + 1..first.min(i + 6)).any(|j| page.shapes[j].only_date || page.shapes[j].byline);
    score + if dated { 0.5 } else { 0.0 }
}
