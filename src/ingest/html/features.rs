//! Numbers per block for the model of blocks: what the block is, what stands
//! around it, where it stands to the article as the rules find it, and what
//! they say of it. Trainer and reader share this function.

use super::class::Signs;
use super::label::{Judge, Label};
use super::measure::{APART, FOREIGN};
use super::model::FEATURES;
use super::page::around;
use super::phrases;
use super::sums::{Said, Sums, meet, plain_prose};
use super::tag::Tag;
use crate::corpus::LineKind;
use crate::trees::Table;
use std::collections::BTreeMap;

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
    sums: Sums,
    said: Said,
    chars: RunningSum,
    linked: RunningSum,
    prose: RunningSum,
    kept: RunningSum,
}

/// The features of every block.
pub(super) fn table(judge: &Judge<'_>, labels: &[Label]) -> Table {
    let (page, m) = (judge.page, &judge.m.blocks);
    let n = page.blocks.len();
    let body: Vec<bool> = labels.iter().map(|l| l.0.is_body()).collect();
    let c = Context {
        judge,
        labels,
        sums: Sums::new(page, m),
        said: Said::new(page, &body, &judge.known.title),
        chars: RunningSum::new(n, |i| m[i].chars as f32),
        linked: RunningSum::new(n, |i| m[i].chars as f32 * m[i].link),
        prose: RunningSum::new(n, |i| plain_prose(&m[i])),
        kept: RunningSum::new(n, |i| if labels[i].0.is_body() { m[i].chars as f32 } else { 0.0 }),
    };
    let mut t = Table::new(n, FEATURES);
    own(&c, &mut t);
    elements(&c, &mut t);
    place(&c, &mut t);
    shape(&c, &mut t);
    branch(&c, &mut t);
    neighbours(&c, &mut t);
    last_seen(&c, &mut t);
    rules(&c, &mut t);
    debug_assert!(n == 0 || t.columns() == FEATURES);
    t
}

/// Adds columns that are counted together, row by row.
fn push_rows<const N: usize>(t: &mut Table, row: impl FnMut(usize) -> [f32; N]) {
    let rows: Vec<[f32; N]> = (0..t.rows).map(row).collect();
    for k in 0..N {
        t.push(|i| rows[i][k]);
    }
}

/// The text of the block alone.
fn own(c: &Context<'_>, t: &mut Table) {
    push_rows(t, |i| {
        let (b, m) = (&c.judge.page.blocks[i], c.judge.m.blocks[i]);
        let (mut digits, mut upper, mut letters, mut commas, mut stops, mut capitals, mut words) =
            (0, 0, 0, 0, 0, 0, 0);
        let mut space = true;
        for c in b.text.chars() {
            if c.is_alphabetic() {
                letters += 1;
                upper += u32::from(c.is_uppercase());
                capitals += u32::from(space && c.is_uppercase());
            }
            digits += u32::from(c.is_ascii_digit());
            commas += u32::from(matches!(c, ',' | ';' | '،' | '、'));
            stops += u32::from(matches!(c, '.' | '!' | '?' | '。' | '।'));
            words += u32::from(space && !c.is_whitespace());
            space = c.is_whitespace();
        }
        let of = |a: u32, b: u32| a as f32 / b.max(1) as f32;
        let first = b.text.chars().next().unwrap_or(' ');
        [
            m.chars.min(2000) as f32,
            m.words.min(300) as f32,
            m.link,
            flag(m.ends),
            of(b.bold, b.text.len() as u32),
            flag(b.continues),
            of(digits, m.chars),
            of(upper, letters),
            of(capitals, words),
            commas.min(20) as f32,
            stops.min(20) as f32,
            flag(first.is_lowercase()),
            flag(!first.is_alphanumeric()),
            flag(b.text.contains(['|', '›', '»', '©', '@', '#', '{', '\\'])),
            flag(b.text.contains("http") || b.text.contains("www.")),
        ]
    });
}

/// The elements around it and what their classes say.
fn elements(c: &Context<'_>, t: &mut Table) {
    let page = c.judge.page;
    let node = |i: usize| page.nodes[page.blocks[i].node as usize];
    t.push(|i| element(node(i).tag));
    t.push(|i| element(page.nodes[node(i).parent as usize].tag));
    t.push(|i| f32::from(node(i).depth));
    for bit in AROUND {
        t.push(|i| {
            let all = node(i).around | page.blocks[i].around;
            flag(all & bit != 0) + flag(all & !c.judge.base & bit != 0)
        });
    }
    // How near the element stands that says so.
    for sign in SIGNS {
        t.push(|i| {
            let (node, inline) = (node(i), page.blocks[i].inline);
            let own = node.own.and(inline);
            match () {
                () if own.has(sign) => 4.0,
                () if page.nodes[node.parent as usize].own.has(sign) => 3.0,
                () if c.judge.signs[page.blocks[i].node as usize].has(sign) => 2.0,
                () if node.all.has(sign) => 1.0,
                () => 0.0,
            }
        });
    }
}

/// Where it stands to the article as the rules find it, and in the page.
fn place(c: &Context<'_>, t: &mut Table) {
    let (judge, page, n) = (c.judge, c.judge.page, t.rows);
    let total = c.prose.all().max(1.0);
    let kept_first = c.labels.iter().position(|l| l.0.is_body()).unwrap_or(n);
    let kept_last = c.labels.iter().rposition(|l| l.0.is_body()).unwrap_or(0);
    let title = c.labels.iter().rposition(|l| l.0 == LineKind::Title);
    push_rows(t, |i| {
        let at = page.blocks[i].node as usize;
        let meet = meet(page, at, judge.main).at;
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
    let mut alike: BTreeMap<_, (f32, f32, f32)> = BTreeMap::new();
    let shapes: Vec<_> = (0..t.rows).map(|i| judge.shape(i)).collect();
    for (shape, m) in shapes.iter().zip(m) {
        let s = alike.entry(shape).or_default();
        *s = (s.0 + 1.0, s.1 + m.chars as f32, s.2 + m.chars as f32 * m.link);
    }
    let mut copies: BTreeMap<&str, u32> = BTreeMap::new();
    judge.page.blocks.iter().for_each(|b| *copies.entry(b.text.as_str()).or_default() += 1);
    push_rows(t, |i| {
        let s = alike.get(&shapes[i]).copied().unwrap_or_default();
        [
            judge.shapes.get(&shapes[i]).copied().unwrap_or(0.0) / judge.total.max(1.0),
            s.0.min(100.0),
            s.1 / s.0.max(1.0),
            s.2 / s.1.max(1.0),
            flag(judge.is_placed_well(i)),
            copies.get(judge.page.blocks[i].text.as_str()).copied().unwrap_or(1).min(10) as f32,
        ]
    });
}

/// The branch of the page that it stands in, below the element around it and
/// the article, its elements, and the words that it shares with the article.
fn branch(c: &Context<'_>, t: &mut Table) {
    let (page, s) = (c.judge.page, &c.sums);
    let total = c.prose.all().max(1.0);
    let length = |x: usize| (s.chars[x] / s.blocks[x].max(1.0)).min(1000.0);
    push_rows(t, |i| {
        let met = meet(page, page.blocks[i].node as usize, c.judge.main);
        let (x, own) = (met.first, met.second);
        let (node, article) = (page.nodes[x], page.nodes[own]);
        let shared = c.said.shared(&page.blocks[i].text, c.labels[i].0.is_body());
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
        push_rows(t, |i| {
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
            push_rows(t, |i| {
                let j = if behind { i.checked_add(k) } else { i.checked_sub(k) };
                let x = j.and_then(|j| m.get(j)).copied().unwrap_or_default();
                [x.chars.min(1000) as f32, x.link, flag(x.ends)]
            });
        }
    }
    for r in [3, 8] {
        push_rows(t, |i| {
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
    push_rows(t, |i| {
        let row = seen.map(|s| s.map_or(FAR, |s| far(i, s)));
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
        row
    });
}

/// What phrases and the rules say.
fn rules(c: &Context<'_>, t: &mut Table) {
    let (judge, page) = (c.judge, c.judge.page);
    push_rows(t, |i| {
        let (b, m, label) = (&page.blocks[i], judge.m.blocks[i], c.labels[i]);
        let described = !judge.known.descriptions.is_empty() && m.chars < 600 && {
            let lower = b.text.to_lowercase();
            judge.known.descriptions.contains(&lower)
        };
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
