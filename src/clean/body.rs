//! Which rows are the body: from the weight of every row to the best stretch,
//! and in it the rows that nothing speaks clearly against.

use super::appeal;
use super::code::Code;
use super::features;
use super::links;
use super::lists;
use super::model::Model;
use super::page;
use super::page_features::{FIRST_REPLY, Label, PageFeatures};
use super::phrases::Family;
use super::resumed;
use super::signer::{is_initials, is_signed_with_role};
use super::stretch::{self, Item};
use super::title;
use crate::corpus::LineKind;
use crate::ingest::RawDocument;
use crate::notice::Notice;
use crate::words::msg;

/// The rows of the body, each with its label: the best stretch by weight,
/// and in it the rows that nothing speaks clearly against.
pub(crate) fn rows(
    page: &PageFeatures<'_>,
    model: &Model,
    raw: &RawDocument,
    code: &Code,
    notices: &mut Vec<Notice>,
) -> Vec<Option<Label>> {
    let mut weights = weigh(page, model);
    for (weight, _) in weights.iter_mut().zip(&code.rows).filter(|(_, code)| **code) {
        *weight = -CERTAIN;
    }
    let items: Vec<Item> = weights.iter().enumerate().map(|(i, &w)| item(page, i, w)).collect();
    let mut body: Vec<Option<Label>> = vec![None; page.len()];
    if let Some((a, b)) = stretch::best(&items).map(|best| below_title(page, &items, best)) {
        let (headed, (a, b)) = match headed(page, (a, b)) {
            Some(stretch) => (true, stretch),
            None => (false, (a, above_replies(page, (a, b)))),
        };
        for i in a..=b {
            let weight = if headed && page.is_prose(i) { weights[i].max(0.0) } else { weights[i] };
            if weight > DOUBT && page.row(i).words > 0 && !is_known_noise(page, i, weight) {
                let rule = match weight {
                    w if headed && w != weights[i] => "body.headed",
                    w if w > CLEAR => "body.stretch",
                    _ => "body.doubtful",
                };
                body[i] = Some(Label::new(LineKind::Body, rule));
            }
        }
        lists::keep(page, &mut body);
        appeal::drop(page, &mut body);
        resumed::keep(page, &mut body, &code.rows);
        for (i, slot) in body.iter_mut().enumerate().filter(|(_, slot)| slot.is_some()) {
            if links::is_link(page, i) {
                *slot = None;
            }
        }
        headline(page, &mut body);
        if let Some(opening) = opening_above(page, &weights, a) {
            for i in opening..a {
                if page.is_prose(i) && !page.marks[i].is_strong() {
                    body[i] = Some(Label::new(LineKind::Body, "body.bridge").because(msg::CLEAN_RULE_BODY_BRIDGE));
                }
            }
        }
    } else if let Some((a, b)) = stretch::densest(&items) {
        for slot in &mut body[a..=b] {
            *slot = Some(Label::new(LineKind::Body, "body.densest"));
        }
        notices.push(Notice::warning(raw.place.to_string(), msg::CLEAN_DENSEST_STRETCH));
    }
    head(page, &mut body);
    closing(page, &mut body);
    signature(page, &mut body);
    signed_off(page, &mut body);
    body
}

/// Columns by which a signature is set to the right, and its words.
const RIGHT: u32 = 20;
const SIGNATURE: std::ops::RangeInclusive<u32> = 1..=5;
/// Words above a signature that is followed by other things, and how many times as many
/// they are as those below.
const ABOVE_SIGNATURE: u32 = 60;
const FEWER: u32 = 3;

/// What stands below the name that signs a printed article, set apart in capitals or to
/// the right: the next article of the page, its imprint, an advert.
fn signed_off(page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
    // Pages of the web set headings in the middle and in capitals, too.
    if !title::is_broken(page) {
        return;
    }
    let rows: Vec<usize> = (0..page.len()).filter(|&i| body[i].is_some()).collect();
    let words = |rows: &[usize]| rows.iter().map(|&i| page.row(i).words).sum::<u32>();
    let headed = |i: usize| i < page.len() && page.row(i).words <= 4 && !page.row(i).ends;
    let signs = |i: usize| {
        let (r, s) = (page.row(i), &page.shapes[i]);
        let set = r.indent >= RIGHT && r.capitals == r.words || s.shouting && s.name && headed(i + 1);
        let apart = r.gap_before > 0 && r.gap_after > 0;
        let initials = r.last == '.' && r.letters <= 4;
        SIGNATURE.contains(&r.words) && r.digits == 0 && set && apart && (!r.ends || initials)
    };
    let ended = |i: usize| rows.iter().rev().find(|&&k| k < i).is_some_and(|&k| page.row(k).ends);
    let split = |i: usize| rows.partition_point(|&k| k < i);
    let parts = |i: &usize| {
        let (above, below) = rows.split_at(split(*i));
        signs(*i) && ended(*i) && words(above) >= ABOVE_SIGNATURE && words(below) * FEWER < words(above)
    };
    if let Some(at) = (0..page.len()).find(parts) {
        body[at..].fill(None);
    }
}

/// The weight of every row. A table that is drawn is weighed by nobody: the model never saw one,
/// and what stands around it is weighed as if it were not there.
fn weigh(page: &PageFeatures<'_>, model: &Model) -> Vec<f32> {
    let drawn: Vec<bool> = (0..page.len()).map(|i| lists::is_drawn(page, i)).collect();
    if !drawn.contains(&true) {
        return weigh_all(page, model);
    }
    let shown = |line: &&str| !line.trim_start().starts_with(lists::DRAWN);
    let text: String = page.text.split_inclusive('\n').filter(shown).collect();
    let bare = PageFeatures::new(&text, &page::lines(&text));
    let mut weights = weigh_all(&bare, model).into_iter();
    let mut weight = |drawn: &bool| if *drawn { 0.0 } else { weights.next().unwrap_or(-CERTAIN) };
    drawn.iter().map(&mut weight).collect()
}

fn weigh_all(page: &PageFeatures<'_>, model: &Model) -> Vec<f32> {
    features::pieces(page).flat_map(|piece| model.weigh(&piece)).collect()
}

/// Rows below the last paragraph that may go on with it, and words of a sentence.
const CLOSING: usize = 3;
const SENTENCE: u32 = 4;

/// The last sentences of a text below which nothing else stands: they are too short to
/// weigh anything, and where a page goes on there is more than sentences.
fn closing(page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
    let plain = |&i: &usize| {
        let (r, s, m) = (page.row(i), &page.shapes[i], &page.marks[i]);
        let other = s.credit || s.credit_only || s.byline || s.only_date || s.comment_head || s.about || r.address;
        r.words >= SENTENCE && r.ends && r.last != ':' && !other && !m.is_strong() && !r.bullet
    };
    let Some(last) = body.iter().rposition(Option::is_some) else { return };
    let rest: Vec<usize> = (last + 1..body.len()).filter(|&i| page.row(i).words > 0).collect();
    let signed = rest.last().is_some_and(|&i| page.shapes[i].name);
    let rest = &rest[..rest.len() - usize::from(signed)];
    if rest.len() <= CLOSING && rest.iter().all(plain) {
        rest.iter().for_each(|&i| body[i] = Some(Label::new(LineKind::Body, "body.doubtful")));
    }
}

/// Sentences above a signature, and words of a line below it that says who that is.
const SIGNED: u32 = 2;
const ROLE: u32 = 14;

/// A name or initials alone on the last line of a text, below its last sentence, sign it.
fn signature(page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
    let signs = |i: usize| {
        let content = page.content(i);
        let initial = content.strip_suffix('.').and_then(|c| c.rsplit([' ', '.']).next());
        let short = initial.is_some_and(|last| last.chars().count() == 1 && last.starts_with(char::is_uppercase));
        let name = page.shapes[i].name && content.starts_with(char::is_alphabetic);
        name && (!page.row(i).ends || short) || is_initials(content)
    };
    // Who that is may stand below.
    let Some(last) = page.len().checked_sub(1) else { return };
    let role = body[last].is_none() && !page.row(last).ends && page.row(last).words <= ROLE;
    let found = if signs(last) { Some(last) } else { last.checked_sub(1).filter(|&i| role && signs(i)) };
    let Some(at) = found.filter(|&at| at > 0 && body[at].is_some()) else { return };
    let prose = (0..at).filter(|&i| body[i].is_some() && page.is_prose(i));
    if prose.map(|i| page.row(i).sentences).sum::<u32>() >= SIGNED && page.is_prose(at - 1) {
        body[at] = None;
    }
}

/// Rows of the longest head of a text that begins with it, and words of a row that
/// says in it when or by whom an article was written, and of the longest other row.
const HEAD: usize = 8;
const STATING: u32 = 14;
const HEAD_ROW: u32 = 32;

/// True for a row that says the day or who wrote it, and is no sentence.
fn states(page: &PageFeatures<'_>, i: usize) -> bool {
    let (r, s, m) = (page.row(i), &page.shapes[i], &page.marks[i]);
    let short = r.words <= STATING && (!r.ends || r.words <= 8);
    short && (s.date || s.byline || m.start.has(Family::Date) && r.digits > 2 || m.start.has(Family::Byline))
}

/// The head of a text that begins with it: the rows above its first sentences, where one
/// of them says the day or who wrote it. A short article weighs so little that the
/// rows of its head are taken for more of it.
fn head(page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
    let stated = |i: usize| i < page.len() && states(page, i);
    let broken = title::is_broken(page);
    let prose = |&i: &usize| {
        (page.is_prose(i) || broken && resumed::broken_paragraph(page, i).is_some())
            && !stated(i)
            && !stated(i + 1)
            && !stated(i + 2)
    };
    let Some(end) = (0..page.len().min(HEAD)).find(prose) else { return };
    let short = (0..end).all(|i| page.row(i).words <= HEAD_ROW && (i == 0 || !page.is_prose(i)));
    // A title at least stands beside what is said of the day.
    if end >= 2 && short && (0..end).any(stated) {
        body[..end].fill(None);
    }
}

/// Words that must stand below a line for each word of it to make it a title.
const BELOW: u32 = 3;

/// A dump that starts with its title, and a title that reads like a sentence:
/// the line leaves the body, where no other line above is a title.
fn headline(page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
    let mut rows = (0..body.len()).filter(|&i| body[i].is_some());
    let (Some(first), Some(next)) = (rows.next(), rows.next()) else { return };
    let below: u32 = page.row(next).words + rows.map(|i| page.row(i).words).sum::<u32>();
    let long = below >= BELOW * page.row(first).words;
    if long && title::find(page, first).is_none() && title::opens(page, first, next) {
        body[first] = None;
    }
}

/// Rows of the head of a page that may hold its title.
const TOP_ROWS: usize = 3;
/// Rows below a title within which its article starts.
const NEAR_TOP: usize = 12;
/// Share of the best stretch that what stands below the title must reach.
const ENOUGH_BELOW: f32 = 0.25;

/// Teasers above the title can outweigh a short article. The title stands in
/// the head of the page and again above the article: where enough reads like
/// an article below the second, the stretch starts there.
fn below_title(page: &PageFeatures<'_>, items: &[Item], best: (usize, usize)) -> (usize, usize) {
    let heads: Vec<u32> = (0..TOP_ROWS.min(page.len())).filter_map(|i| title::opening(page, i)).collect();
    let again = (TOP_ROWS..best.1.max(best.0) + 1 + page.len() / 2)
        .take_while(|&i| i < page.len())
        .find(|&i| !page.is_prose(i) && title::opening(page, i).is_some_and(|h| heads.contains(&h)));
    let headed = best.0 < TOP_ROWS + NEAR_TOP;
    let Some(title) = again.filter(|&t| t >= best.0 && !headed) else { return best };
    let rest = items.get(title + 1..).unwrap_or(&[]);
    let sum = |(a, b): (usize, usize), items: &[Item]| items[a..=b].iter().map(|i| i.score).sum::<f32>();
    match stretch::best(rest) {
        Some((a, b)) if sum((a, b), rest) >= ENOUGH_BELOW * sum(best, items) => (title + 1 + a, title + 1 + b),
        _ => best,
    }
}

/// Places of a title that are asked what stands below them: what stands more
/// often is a refrain, and each is held against all that stands above it.
const HEADS: usize = 40;

/// Words of running text that make an article of what a title heads.
const ARTICLE: f32 = 60.0;

/// The running text below the title, where the best stretch starts above it
/// and speaks of other things: menus full of teasers outweigh a short
/// article. The title stands in the head of the page and again above a date
/// or a byline.
fn headed(page: &PageFeatures<'_>, best: (usize, usize)) -> Option<(usize, usize)> {
    let heads = title::heads(page);
    if heads.is_empty() || heads.iter().any(|&t| t >= TOP_ROWS && t <= best.0) {
        return None;
    }
    let items: Vec<Item> = (0..page.len()).map(|i| features::plain_item(page, i, true)).collect();
    heads.into_iter().filter(|&t| t > best.0).take(HEADS).find_map(|t| {
        let (words, a, b) = stretch::leading(&items[t + 1..])?;
        let rows = (t + 1 + a, t + 1 + b);
        let signed = (t + 1..rows.0).any(|i| page.shapes[i].date || page.shapes[i].byline);
        let above = (best.0, best.1.min(t - 1));
        let speaks = title::taken_up(page, t, rows) >= 2.0 * title::taken_up(page, t, above).max(0.2);
        (words >= ARTICLE && signed && speaks).then_some(rows)
    })
}

/// Words of running text that must stand above a section of comments.
const ABOVE_REPLIES: u32 = 60;
/// Rows below the heading in which several comments are headed.
const REPLIES: usize = 40;

/// The last row of the stretch above a section of comments in it: a heading,
/// and below it names and dates, or the same short line, again and again.
fn above_replies(page: &PageFeatures<'_>, (a, b): (usize, usize)) -> usize {
    let head = |i: &usize| page.heads_reply(*i);
    let mut words = 0;
    for i in a..=b {
        let heading = page.marks[i].ender.has(Family::Comment) || page.shapes[i].comment_head;
        let heads = |rows: usize| (i + 1..(i + 1 + rows).min(page.len())).filter(head).count();
        if heading && words >= ABOVE_REPLIES && heads(FIRST_REPLY) > 0 && heads(REPLIES) >= 3 {
            return i.saturating_sub(1).max(a);
        }
        words += if page.is_prose(i) { page.row(i).words } else { 0 };
    }
    b
}

/// Words of the longest line that a phrase at its start can rule out.
const TEASER: u32 = 25;
/// Weight above which such a line is body all the same.
const SURE: f32 = 4.0;

/// A line of the stretch that a phrase or a credit says is none of the body.
fn is_known_noise(page: &PageFeatures<'_>, i: usize, weight: f32) -> bool {
    let (r, m) = (page.row(i), &page.marks[i]);
    let whole = [Family::Ad, Family::Share, Family::Newsletter, Family::Paywall, Family::Comment, Family::Related];
    if r.words <= 8 && whole.into_iter().any(|f| m.line.has(f)) {
        return true;
    }
    if is_signed_with_role(page.content(i)) {
        return true;
    }
    let handle = r.words <= 4 && r.address && !page.content(i).contains(char::is_whitespace);
    let label = r.words <= 2 && !r.ends && m.start.has(Family::Media);
    if handle || label {
        return true;
    }
    let dated = page.shapes[i].only_date || m.line.has(Family::Reading) || m.start.has(Family::Reading);
    let signed = (m.start.has(Family::Date) || m.start.has(Family::Byline)) && r.words <= 8 && !r.ends;
    if r.letters == 0 || (weight < SURE && (dated || signed)) {
        return true;
    }
    let opens = [Family::Newsletter, Family::Paywall, Family::Ad, Family::Related, Family::Legal];
    weight < SURE
        && r.words <= TEASER
        && (opens.into_iter().any(|f| m.start.has(f) || m.any.has(f)) || (page.shapes[i].credit && r.words >= 4))
}

/// Rows that a form between the opening paragraph and the rest may have.
const FORM: usize = 16;
/// Weight below which a paragraph above a form is not taken for the opening.
const OPENING: f32 = -4.0;

/// The paragraph above `first`, when nothing but a form of the site stands
/// between: newsletter, subscription or advertising.
fn opening_above(page: &PageFeatures<'_>, weights: &[f32], first: usize) -> Option<usize> {
    let above = (first.saturating_sub(FORM + 1)..first).rev().find(|&i| {
        let m = &page.marks[i];
        page.is_prose(i) && !m.is_strong() && !page.shapes[i].credit
    })?;
    let form = (above + 1..first)
        .filter(|&i| [Family::Newsletter, Family::Paywall, Family::Ad].into_iter().any(|f| page.speaks_of(i, f)));
    let r = page.row(above);
    (form.count() >= 2 && r.words >= 20 && r.ends && weights[above] > OPENING).then_some(above)
}

/// Weight below which a row of the stretch is no body: a leftover line is
/// forgiven, a lost paragraph is not.
const DOUBT: f32 = -0.5;
/// Weight below which a row of the body is said to be doubtful.
const CLEAR: f32 = 0.7;
/// Weights beyond this are as good as certain.
const CERTAIN: f32 = 3.0;
/// How much less a line against the body counts than one for it, so that a
/// form between two paragraphs does not part them.
const BRIDGE: f32 = 0.5;

fn item(page: &PageFeatures<'_>, i: usize, weight: f32) -> Item {
    let r = page.row(i);
    let size = (r.chars as f32).powf(0.8);
    let w = weight.clamp(-CERTAIN, CERTAIN);
    let score = if w > 0.0 { w * size } else { w * BRIDGE * size.max(3.0) };
    Item { score, words: r.words }
}
