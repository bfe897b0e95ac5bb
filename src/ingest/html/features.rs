//! Numbers per block for the model of blocks: what the block is, what stands
//! around it, where it stands to the article as the rules find it, and what
//! they say of it. Trainer and reader share this function.

use super::class::Signs;
use super::label::{Judge, Label};
use super::measure::{APART, FOREIGN};
use super::model::FEATURES;
use super::page::{Block, Page, around};
use super::phrases;
use super::sums::{Meeting, Said, Sums, meetings, plain_prose};
use super::tag::Tag;
use crate::corpus::LineKind;
use crate::trees::Table;
use memchr::memmem::Finder;
use std::sync::OnceLock;

/// Signs that are asked one by one.
const SIGNS: [Signs; 22] = [
    Signs::CONTENT,
    Signs::COMMENT,
    Signs::RELATED,
    Signs::SHARE,
    Signs::NAV,
    Signs::AD,
    Signs::NEWSLETTER,
    Signs::PAYWALL,
    Signs::LEGAL,
    Signs::BYLINE,
    Signs::DATE,
    Signs::CAPTION,
    Signs::CREDIT,
    Signs::TITLE,
    Signs::STANDFIRST,
    Signs::TAGS,
    Signs::FOOTER,
    Signs::HEADER,
    Signs::SIDE,
    Signs::BIO,
    Signs::LIST,
    Signs::MEDIA,
];

/// Elements around a block that are asked one by one.
const AROUND: [u32; 16] = [
    around::ARTICLE,
    around::MAIN,
    around::NAV,
    around::ASIDE,
    around::HEADER,
    around::FOOTER,
    around::FORM,
    around::FIGURE,
    around::LI,
    around::TABLE,
    around::QUOTE,
    around::BUTTON,
    around::BODY_PROP,
    around::HIDDEN,
    around::TIME,
    around::AUTHOR,
];

/// Rules whose answer is asked one by one; others are alike.
const RULES: [&str; 17] = [
    "html.main",
    "html.heading",
    "html.fallback",
    "html.above",
    "html.below",
    "html.links",
    "html.class",
    "html.element",
    "html.figure",
    "html.lead",
    "html.short",
    "html.ender",
    "html.after-end",
    "html.request",
    "html.link-list",
    "html.empty-heading",
    "html.outside",
];

/// Distances beyond this are alike.
const FAR: f32 = 60.0;

fn far(a: usize, b: usize) -> f32 {
    (a as f32 - b as f32).clamp(-FAR, FAR)
}

fn flag(b: bool) -> f32 {
    f32::from(u8::from(b))
}

/// Elements in an order in which a border between two means something.
fn element(tag: Tag) -> f32 {
    match tag {
        Tag::P => 0.0,
        Tag::Pre | Tag::Blockquote | Tag::Center => 1.0,
        Tag::Li | Tag::Dd => 2.0,
        Tag::Dt => 3.0,
        Tag::Td => 4.0,
        Tag::Th => 5.0,
        Tag::Div => 6.0,
        Tag::Section | Tag::Article | Tag::Main | Tag::Body => 7.0,
        Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => 10.0,
        Tag::H2 => 11.0,
        Tag::H1 => 12.0,
        _ => 8.0,
    }
}

/// Sums over the blocks before each.
struct RunningSum(Vec<f32>);

impl RunningSum {
    fn new(n: usize, value: impl Fn(usize) -> f32) -> Self {
        let mut v = Vec::with_capacity(n + 1);
        let mut sum = 0.0;
        v.push(sum);
        for i in 0..n {
            sum += value(i);
            v.push(sum);
        }
        Self(v)
    }

    fn all(&self) -> f32 {
        self.0.last().copied().unwrap_or(0.0)
    }

    fn before(&self, i: usize, reach: usize) -> f32 {
        self.0[i] - self.0[i.saturating_sub(reach)]
    }

    fn after(&self, i: usize, reach: usize) -> f32 {
        self.0[(i + reach + 1).min(self.0.len() - 1)] - self.0[i + 1]
    }

    fn around(&self, i: usize, reach: usize) -> f32 {
        self.0[(i + reach + 1).min(self.0.len() - 1)] - self.0[i.saturating_sub(reach)]
    }
}

/// What several features read.
struct Context<'j> {
    judge: &'j Judge<'j>,
    labels: &'j [Label],
    /// The blocks whose features are asked for.
    rows: &'j [usize],
    /// Where each of them meets the article.
    meetings: Vec<Meeting>,
    sums: Sums,
    said: Said,
    chars: RunningSum,
    linked: RunningSum,
    prose: RunningSum,
    kept: RunningSum,
}

/// The features of some blocks, in rising order, one row each.
pub(super) fn table(judge: &Judge<'_>, labels: &[Label], rows: &[usize]) -> Table {
    let (page, m) = (judge.page, &judge.m.blocks);
    let n = page.blocks.len();
    let c = Context {
        judge,
        labels,
        rows,
        meetings: meetings(page, rows.iter().map(|&i| page.blocks[i].node as usize), judge.main),
        sums: Sums::new(page, m),
        said: Said::new(
            rows.iter().map(|&i| (page.blocks[i].text.as_str(), labels[i].0.is_body())),
            &judge.known.title,
        ),
        chars: RunningSum::new(n, |i| m[i].chars as f32),
        linked: RunningSum::new(n, |i| m[i].chars as f32 * m[i].link),
        prose: RunningSum::new(n, |i| plain_prose(&m[i])),
        kept: RunningSum::new(n, |i| if labels[i].0.is_body() { m[i].chars as f32 } else { 0.0 }),
    };
    let mut t = Table::new(rows.len(), FEATURES);
    own(&c, &mut t);
    elements(&c, &mut t);
    place(&c, &mut t);
    shape(&c, &mut t);
    branch(&c, &mut t);
    neighbours(&c, &mut t);
    last_seen(&c, &mut t);
    rules(&c, &mut t);
    debug_assert!(rows.is_empty() || t.columns() == FEATURES);
    t
}

/// Adds columns that are counted together, row by row, from the blocks.
fn push_rows<const N: usize>(c: &Context<'_>, t: &mut Table, row: impl FnMut(usize) -> [f32; N]) {
    let rows: Vec<[f32; N]> = c.rows.iter().copied().map(row).collect();
    push_made(t, &rows);
}

/// Adds the columns of rows.
fn push_made<const N: usize>(t: &mut Table, rows: &[[f32; N]]) {
    for k in 0..N {
        t.push(|i| rows[i][k]);
    }
}

/// What stands in a text, counted.
#[derive(Default)]
struct Letters {
    digits: u32,
    letters: u32,
    upper: u32,
    /// Words, and those that begin with a capital.
    words: u32,
    capitals: u32,
    commas: u32,
    stops: u32,
    /// Signs that prose does not have.
    signs: u32,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut n = Self::default();
        let mut space = true;
        for c in text.chars() {
            let ascii = c.is_ascii();
            if if ascii { c.is_ascii_alphabetic() } else { c.is_alphabetic() } {
                let upper = if ascii { c.is_ascii_uppercase() } else { c.is_uppercase() };
                n.letters += 1;
                n.upper += u32::from(upper);
                n.capitals += u32::from(space && upper);
                n.words += u32::from(space);
                space = false;
                continue;
            }
            let white = c.is_whitespace();
            n.words += u32::from(space && !white);
            space = white;
            match c {
                '0'..='9' => n.digits += 1,
                ',' | ';' | '،' | '、' => n.commas += 1,
                '.' | '!' | '?' | '。' | '।' => n.stops += 1,
                '|' | '›' | '»' | '©' | '@' | '#' | '{' | '\\' => n.signs += 1,
                _ => {}
            }
        }
        n
    }
}

/// True for a text with an address in it.
fn has_address(text: &str) -> bool {
    static ADDRESSES: OnceLock<[Finder<'_>; 2]> = OnceLock::new();
    let addresses = ADDRESSES.get_or_init(|| [Finder::new("http"), Finder::new("www.")]);
    addresses.iter().any(|a| a.find(text.as_bytes()).is_some())
}

/// The text of the block alone.
fn own(c: &Context<'_>, t: &mut Table) {
    push_rows(c, t, |i| {
        let (b, m) = (&c.judge.page.blocks[i], c.judge.m.blocks[i]);
        let n = Letters::of(&b.text);
        let of = |a: u32, b: u32| a as f32 / b.max(1) as f32;
        let first = b.text.chars().next().unwrap_or(' ');
        [
            m.chars.min(2000) as f32,
            m.words.min(300) as f32,
            m.link,
            flag(m.ends),
            of(b.bold, b.text.len() as u32),
            flag(b.continues),
            of(n.digits, m.chars),
            of(n.upper, n.letters),
            of(n.capitals, n.words),
            n.commas.min(20) as f32,
            n.stops.min(20) as f32,
            flag(first.is_lowercase()),
            flag(!first.is_alphanumeric()),
            flag(n.signs > 0),
            flag(has_address(&b.text)),
        ]
    });
}

/// The elements around it and what their classes say.
fn elements(c: &Context<'_>, t: &mut Table) {
    let page = c.judge.page;
    let node = |i: usize| page.nodes[page.blocks[i].node as usize];
    push_rows(c, t, |i| {
        let node = node(i);
        [element(node.tag), element(page.nodes[node.parent as usize].tag), f32::from(node.depth)]
    });
    push_rows(c, t, |i| {
        let all = node(i).around | page.blocks[i].around;
        AROUND.map(|bit| flag(all & bit != 0) + flag(all & !c.judge.base & bit != 0))
    });
    // How near the element stands that says so.
    push_rows(c, t, |i| {
        let node = node(i);
        let near = [
            node.all,
            c.judge.signs[page.blocks[i].node as usize],
            page.nodes[node.parent as usize].own,
            node.own.and(page.blocks[i].inline),
        ];
        SIGNS.map(|sign| near.iter().rposition(|n| n.has(sign)).map_or(0.0, |k| (k + 1) as f32))
    });
}

/// Where it stands to the article as the rules find it, and in the page.
fn place(c: &Context<'_>, t: &mut Table) {
    let (judge, page, n) = (c.judge, c.judge.page, c.labels.len());
    let total = c.prose.all().max(1.0);
    let kept_first = c.labels.iter().position(|l| l.0.is_body()).unwrap_or(n);
    let kept_last = c.labels.iter().rposition(|l| l.0.is_body()).unwrap_or(0);
    let title = c.labels.iter().rposition(|l| l.0 == LineKind::Title);
    let mut meetings = c.meetings.iter();
    push_rows(c, t, |i| {
        let at = page.blocks[i].node as usize;
        let meet = meetings.next().map_or(0, |m| m.at);
        let below = |x: usize| (f32::from(page.nodes[x].depth) - f32::from(page.nodes[meet].depth)).min(20.0);
        [
            flag(judge.inside[at]),
            c.sums.prose[meet] / total,
            c.sums.link[meet],
            below(at),
            below(judge.main),
            far(i, judge.first.min(n)),
            if judge.last == usize::MAX { FAR } else { far(i, judge.last) },
            far(i, kept_first),
            far(i, kept_last),
            title.map_or(FAR, |t| far(i, t)),
            i as f32 / n as f32,
            n.min(1000) as f32,
            c.prose.0[i] / total,
            total.min(30_000.0),
            judge.total / total,
        ]
    });
}

/// The blocks that are placed alike.
fn shape(c: &Context<'_>, t: &mut Table) {
    let (judge, m) = (c.judge, &c.judge.m.blocks);
    let mut alike = vec![(0.0_f32, 0.0_f32, 0.0_f32); judge.shaped.len()];
    for (&shape, m) in judge.shapes.iter().zip(m) {
        let s = &mut alike[shape as usize];
        *s = (s.0 + 1.0, s.1 + m.chars as f32, s.2 + m.chars as f32 * m.link);
    }
    let copies = copies(judge.page);
    push_rows(c, t, |i| {
        let shape = judge.shapes[i] as usize;
        let s = alike[shape];
        [
            judge.shaped[shape] / judge.total.max(1.0),
            s.0.min(100.0),
            s.1 / s.0.max(1.0),
            s.2 / s.1.max(1.0),
            flag(judge.is_placed_well(i)),
            copies[i].min(10) as f32,
        ]
    });
}

/// How often the text of each block stands in the page.
fn copies(page: &Page) -> Vec<u32> {
    // What differs in length or at the beginning is told apart without a look
    // at the rest.
    let key = |b: &'_ Block| {
        let mut first = [0; 8];
        first.iter_mut().zip(b.text.as_bytes()).for_each(|(f, b)| *f = *b);
        (b.text.len(), u64::from_be_bytes(first))
    };
    let keys: Vec<(usize, u64)> = page.blocks.iter().map(key).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_unstable_by(|&a, &b| keys[a].cmp(&keys[b]).then_with(|| page.blocks[a].text.cmp(&page.blocks[b].text)));
    let mut copies = vec![0; keys.len()];
    for same in order.chunk_by(|&a, &b| keys[a] == keys[b] && page.blocks[a].text == page.blocks[b].text) {
        same.iter().for_each(|&i| copies[i] = same.len() as u32);
    }
    copies
}

/// The branch of the page that it stands in, below the element around it and
/// the article, its elements, and the words that it shares with the article.
fn branch(c: &Context<'_>, t: &mut Table) {
    let (page, s) = (c.judge.page, &c.sums);
    let total = c.prose.all().max(1.0);
    let length = |x: usize| (s.chars[x] / s.blocks[x].max(1.0)).min(1000.0);
    let mut met = c.meetings.iter().zip(c.said.shared());
    push_rows(c, t, |_| {
        let Some((met, shared)) = met.next() else { return [0.0; 17] };
        let (x, own) = (met.first, met.second);
        let (node, article) = (page.nodes[x], page.nodes[own]);
        [
            s.prose[x] / total,
            s.prose[x] / s.prose[own].max(1.0),
            s.link[x],
            s.blocks[x].min(100.0),
            length(x),
            element(node.tag),
            flag(node.tag == article.tag && node.own == article.own),
            s.tops[x].min(3.0),
            s.tops[met.at].min(3.0),
            s.headings[x].min(20.0),
            s.articles[met.at].min(5.0),
            s.articles[x].min(5.0),
            flag(node.own.has(FOREIGN)) + flag(node.own.has(Signs::CONTENT)) * 2.0,
            far(x, own).signum(),
            shared.words,
            shared.title,
            shared.runs,
        ]
    });
    for up in 0..3 {
        push_rows(c, t, |i| {
            let at = page.blocks[i].node as usize;
            let x = (0..up).fold(at, |x, _| page.nodes[x].parent as usize);
            [s.prose[x] / total, s.link[x], s.blocks[x].min(100.0), length(x)]
        });
    }
}

/// What stands before and behind it.
fn neighbours(c: &Context<'_>, t: &mut Table) {
    let m = &c.judge.m.blocks;
    for k in [1, 2] {
        for behind in [false, true] {
            push_rows(c, t, |i| {
                let j = if behind { i.checked_add(k) } else { i.checked_sub(k) };
                let x = j.and_then(|j| m.get(j)).copied().unwrap_or_default();
                [x.chars.min(1000) as f32, x.link, flag(x.ends)]
            });
        }
    }
    for r in [3, 8] {
        push_rows(c, t, |i| {
            [
                c.linked.around(i, r) / c.chars.around(i, r).max(1.0),
                c.prose.before(i, r),
                c.prose.after(i, r),
                c.kept.before(i, r) / c.chars.before(i, r).max(1.0),
                c.kept.after(i, r) / c.chars.after(i, r).max(1.0),
            ]
        });
    }
}

/// How far above it the last heading, the last heading of teasers, the last
/// prose and the last paragraph of the article stand.
fn last_seen(c: &Context<'_>, t: &mut Table) {
    let page = c.judge.page;
    let mut seen: [Option<usize>; 4] = [None; 4];
    let mut rows = Vec::with_capacity(c.rows.len());
    let mut wanted = c.rows.iter().copied().peekable();
    for i in 0..page.blocks.len() {
        if wanted.next_if_eq(&i).is_some() {
            rows.push(seen.map(|s| s.map_or(FAR, |s| far(i, s))));
        }
        let (b, m) = (&page.blocks[i], c.judge.m.blocks[i]);
        let node = page.nodes[b.node as usize];
        let apart = (node.around | b.around) & APART != 0;
        let bold = u64::from(b.bold) * 2 > b.text.len() as u64 && m.words < 20;
        let now = [
            node.tag.is_heading() || bold,
            m.words <= 10 && !apart && phrases::ends_article(&b.text),
            plain_prose(&m) > 0.0,
            c.labels[i].0.is_body(),
        ];
        seen.iter_mut().zip(now).filter(|(_, now)| *now).for_each(|(s, _)| *s = Some(i));
    }
    push_made(t, &rows);
}

/// What phrases and the rules say.
fn rules(c: &Context<'_>, t: &mut Table) {
    let (judge, page) = (c.judge, c.judge.page);
    push_rows(c, t, |i| {
        let (b, m, label) = (&page.blocks[i], judge.m.blocks[i], c.labels[i]);
        let first = b.text.chars().flat_map(char::to_lowercase).next();
        let may_describe = judge.known.descriptions.iter().any(|d| d.chars().next() == first);
        let described = m.chars < 600 && may_describe && judge.known.descriptions.contains(&b.text.to_lowercase());
        [
            flag(phrases::leads_away(&b.text)),
            flag(phrases::ends_article(&b.text)),
            flag(m.words < 60 && phrases::asks(&b.text)),
            flag(m.words < 100 && phrases::is_cookie_notice(&b.text)),
            flag(judge.is_in_title(&b.text)),
            flag(described),
            flag(label.0.is_body()),
            flag(label.0.is_furniture()),
            RULES.iter().position(|r| *r == label.1).unwrap_or(RULES.len()) as f32,
        ]
    });
}
