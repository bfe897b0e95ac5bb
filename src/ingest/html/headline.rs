//! Which of what a page states is its headline, where its parts disagree.

use super::class::Signs;
use super::label::Label;
use super::measure::APART;
use super::page::{Block, Page, around};
use super::tag::Tag;
use crate::corpus::LineKind;
use crate::ingest::page_words::{PageWord, has_word_of_papers, page_words};
use crate::ingest::raw::{Field, Fields};
use crate::ingest::tidy::tidy;
use crate::ingest::typed::host;
use crate::text::fold;

/// Where headline, heading and title of a page disagree, the two that agree
/// win; its only heading outweighs a title that names the site, one that is the
/// same whatever is shown, and any where it is called the headline.
pub(super) fn agreeing(page: &Page, fields: &mut Fields) {
    let heading = |b: &&Block| {
        let node = page.nodes[b.node as usize];
        node.tag == Tag::H1 && (node.around | b.around) & (APART | around::HIDDEN) == 0
    };
    let vague = fields.title.first().is_some_and(|f| OF_WINDOWS.contains(&f.rule) && is_vague(&f.value));
    let mut headings = page.blocks.iter().filter(heading);
    let h1 = match (headings.next(), headings.next()) {
        (Some(h1), None) => h1,
        (None, _) if vague => {
            let Some(bold) = bold_line(page) else { return };
            return put_first(fields, bold, "html.bold");
        }
        _ => return,
    };
    // `itemprop="headline"`
    let called = (page.nodes[h1.node as usize].around | h1.around) & around::HEADLINE != 0;
    let h1 = tidy(&h1.text);
    let words = h1.split_whitespace().count();
    let Some(first) = fields.title.first().filter(|_| HEADLINE.contains(&words)) else { return };
    let (folded, stated) = (fold(&h1), fold(&first.value));
    // A heading that shares no word with the title may be that of the site.
    let mut long = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() >= 5);
    let only = OF_WINDOWS.contains(&first.rule) && long.any(|w| stated.contains(w));
    let agrees = fields.title.iter().skip(1).any(|f| fold(&f.value).starts_with(&folded));
    if stated != folded && (only || agrees || vague || called) {
        put_first(fields, h1, "html.h1");
    }
}

/// True for the title of a window that is called the same whatever it shows: `Détail | Site`,
/// `Site - Article`.
fn is_vague(title: &str) -> bool {
    /// Words of what may stand beside it: the site.
    const NAME: usize = 5;
    let parts = title.split(PARTS).map(str::trim).filter(|part| !part.is_empty());
    let said = |part: &&str| page_words(PageWord::Window).contains(&fold(part).as_str());
    let (vague, others): (Vec<&str>, Vec<&str>) = parts.partition(said);
    !vague.is_empty() && others.len() <= 1 && others.iter().all(|name| name.split_whitespace().count() <= NAME)
}

/// The first line that is all in bold on a page without a heading, as pages for the printer
/// have their headline.
fn bold_line(page: &Page) -> Option<String> {
    let around = |b: &Block| page.nodes[b.node as usize].around | b.around;
    let apart = |b: &&Block| around(b) & (APART | around::HIDDEN) == 0;
    let headed = page.blocks.iter().filter(apart).any(|b| page.nodes[b.node as usize].tag.is_heading());
    let bold =
        |b: &&Block| b.bold as usize * 10 > b.text.len() * 9 && HEADLINE.contains(&b.text.split_whitespace().count());
    let line = page.blocks.iter().filter(apart).find(bold).filter(|_| !headed)?;
    Some(tidy(&line.text))
}

/// What states the title of a window, which a page shares with its site.
const OF_WINDOWS: [&str; 2] = ["html.title", "markdown.head"];

/// Words of the longest name of a site, and of headlines.
const SITE: usize = 8;
const HEADLINE: std::ops::RangeInclusive<usize> = 3..=40;
/// Signs between the name of a site and a headline.
const PARTS: [char; 8] = ['|', '-', '–', '—', ':', '·', '»', '•'];

/// Where the stated title only names the site, or names it before or behind a
/// heading that stands right above the article, that heading is the headline.
/// The site is named by the outlet that the page states and by the words of
/// links to its first page.
pub(super) fn below_site_name(page: &Page, labels: &mut [Label], fields: &mut Fields) {
    let Some(title) = fields.title.first().map(|f| f.value.clone()) else { return };
    let stated = fold(&title);
    let Some(first) = labels.iter().position(|l| l.0 == LineKind::Body) else { return };
    let around = |b: &Block| page.nodes[b.node as usize].around | b.around;
    let linked = |b: &&Block| around(b) & around::HOME != 0 && b.link as usize * 10 > b.text.len() * 9;
    let links = page.blocks.iter().filter(linked).map(|b| b.text.as_str());
    let is_site = |name: &str| name.split_whitespace().count() <= SITE && fold(&tidy(name)) == stated;
    let names_site = links.chain(fields.source.iter().map(|f| f.value.as_str())).any(is_site);
    let is_heading = |b: &Block| {
        matches!(page.nodes[b.node as usize].tag, Tag::H1 | Tag::H2 | Tag::H3)
            && around(b) & (APART | around::HIDDEN | around::HOME) == 0
            && HEADLINE.contains(&b.text.split_whitespace().count())
    };
    let Some(at) = (0..first).rev().find(|&i| is_heading(&page.blocks[i])) else { return };
    let heading = tidy(&page.blocks[at].text);
    let folded = fold(&heading);
    let parted = |rest: &str| {
        let rest = rest.trim();
        let name = rest.trim_matches(|c: char| c.is_whitespace() || PARTS.contains(&c));
        // A rubric or a day beside it is none of a site.
        let one = ![" | ", " - ", " – ", " • "].iter().any(|joint| name.contains(joint))
            && !name.contains(|c: char| c.is_ascii_digit());
        one && (rest.starts_with(PARTS) || rest.ends_with(PARTS))
    };
    let (whole, part) = (plain(&title), plain(&heading));
    let beside = whole.strip_suffix(&part).or_else(|| whole.strip_prefix(&part)).is_some_and(parted);
    if stated == folded || !names_site && !beside {
        return;
    }
    put_first(fields, heading, "html.heading");
    labels[at] = (LineKind::Title, "html.title");
}

/// Where a page states no title, what stands above the body under a class that calls
/// it one, as texts of an office do that are saved as pages.
pub(super) fn called(page: &Page, labels: &mut [Label], fields: &mut Fields) {
    if !fields.title.is_empty() {
        return;
    }
    let first = labels.iter().position(|l| l.0 == LineKind::Body).unwrap_or(0);
    let is_title = |b: &Block| {
        let node = page.nodes[b.node as usize];
        node.own.has(Signs::TITLE)
            && (node.around | b.around) & (APART | around::HIDDEN) == 0
            && HEADLINE.contains(&b.text.split_whitespace().count())
    };
    // The title itself may have been taken for the first paragraph.
    let at = page.blocks.iter().zip(0..=first).position(|(b, _)| is_title(b));
    if let Some(at) = at.filter(|at| *at < labels.len()) {
        put_first(fields, tidy(&page.blocks[at].text), "html.class.title");
        labels[at] = (LineKind::Title, "html.title");
    }
}

/// Where nothing names the outlet, the name that the title of the page has before or
/// behind the headline, if a link to the first page of the site says it too.
pub(super) fn site(page: &Page, fields: &mut Fields) {
    // The name of a host names an outlet less well than its title does.
    let is_host = |f: &Field| f.value.contains('.') && !f.value.contains(' ') && host(&f.value).is_some();
    if !fields.source.iter().all(is_host) {
        return;
    }
    let linked = |b: &&Block| {
        (page.nodes[b.node as usize].around | b.around) & around::HOME != 0 && b.link as usize * 10 > b.text.len() * 9
    };
    let long = |text: &str| text.split_whitespace().count() >= *HEADLINE.start();
    let beside = |title: &str, name: &str| {
        let parted = |rest: &str| {
            let rest = rest.trim();
            (rest.starts_with(PARTS) || rest.ends_with(PARTS)) && long(rest)
        };
        let bracketed = title.strip_prefix('[').and_then(|t| t.strip_prefix(name)).and_then(|t| t.strip_prefix(']'));
        title.strip_suffix(name).is_some_and(|rest| parted(rest) && rest.trim().ends_with(PARTS))
            || title.strip_prefix(name).is_some_and(|rest| parted(rest) && rest.trim().starts_with(PARTS))
            || bracketed.is_some_and(long)
    };
    let titles: Vec<String> = fields.title.iter().map(|f| plain(&f.value)).collect();
    let names = page.blocks.iter().filter(linked).map(|b| tidy(&b.text)).take(LINKS);
    let named = |name: &String| {
        let folded = plain(name);
        let size = (1..=SITE).contains(&name.split_whitespace().count()) && folded.len() > 2;
        size && titles.iter().any(|t| beside(t, &folded))
    };
    let name = names.into_iter().find(named).or_else(|| beside_headline(page, fields, named));
    let name = name.or_else(|| heads_site(page, fields));
    if let Some(value) = name {
        fields.source.insert(0, Field { value, rule: "html.title.site" });
    }
}

/// The heading of the first level that leads to the first page of the site, above one that is the
/// headline, as on blogs.
fn heads_site(page: &Page, fields: &Fields) -> Option<String> {
    let around = |b: &Block| page.nodes[b.node as usize].around | b.around;
    let heading = |b: &&Block| page.nodes[b.node as usize].tag == Tag::H1 && around(b) & around::HIDDEN == 0;
    let mut headings = page.blocks.iter().filter(heading);
    let (first, second) = (headings.next()?, headings.next()?);
    let title = fields.title.first().map(|f| plain(&f.value))?;
    let (name, headline) = (tidy(&first.text), plain(&tidy(&second.text)));
    let leads = around(first) & around::HOME != 0 && first.link as usize * 10 > first.text.len() * 9;
    let size = (1..=SITE).contains(&name.split_whitespace().count());
    (leads && size && title.starts_with(&headline) && plain(&name) != title).then_some(name)
}

/// The part of a title beside its headline that is called like a paper, or that stands
/// alone on a line of the page; others are rubrics.
fn beside_headline(page: &Page, fields: &Fields, named: impl Fn(&String) -> bool) -> Option<String> {
    const JOINTS: [&str; 7] = [" - ", " – ", " — ", " | ", " · ", " • ", " » "];
    let ends = |title: &str| {
        let at = |joint: &&str| [title.rsplit_once(*joint).map(|p| p.1), title.split_once(*joint).map(|p| p.0)];
        JOINTS.iter().flat_map(at).flatten().map(tidy).collect::<Vec<_>>()
    };
    let heads = |b: &Block| {
        page.nodes[b.node as usize].tag.is_heading()
            || (page.nodes[b.node as usize].around | b.around) & around::HEADING != 0
    };
    let says = |name: &str, b: &Block| b.text.len() < ALONE && plain(&tidy(&b.text)) == plain(name);
    let alone = |name: &str| {
        let headline = page.blocks.iter().any(|b| heads(b) && says(name, b));
        !headline && page.blocks.iter().any(|b| says(name, b))
    };
    let found = fields.title.iter().flat_map(|f| ends(&f.value));
    found.into_iter().find(|name| named(name) && (is_paper(name) || alone(name)))
}

/// Bytes of the longest name that stands alone.
const ALONE: usize = 120;

/// True for a name with a word of papers in it, and for one of several words in
/// capitals behind an article.
fn is_paper(name: &str) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let article = words.first().is_some_and(|w| page_words(PageWord::NameArticle).contains(w));
    let capitals = name.split_whitespace().all(|w| w.chars().count() <= 3 || w.contains(char::is_uppercase));
    capitals && (has_word_of_papers(&folded) || article && words.len() >= NAMED)
}

/// Words of a name behind its article, the article included.
const NAMED: usize = 3;

/// A text in small letters with its signs: folded letters have no dashes.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// Links to the first page of the site that are looked at.
const LINKS: usize = 20;

/// Makes a heading the first of the titles.
fn put_first(fields: &mut Fields, value: String, rule: &'static str) {
    fields.title.retain(|f| f.value != value);
    fields.title.insert(0, Field { value, rule });
}
