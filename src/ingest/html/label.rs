//! Which blocks of a page are the article.
//!
//! The container is the element for which its paragraphs speak most, as in
//! Arc90's Readability; then every block in it is judged by its own signs,
//! and signs of wrappers that hold most of the container are not believed.

use super::beginnings::Beginnings;
use super::class::Signs;
use super::measure::{APART, FOREIGN, Measures, holders, is_text_element};
use super::page::{Block, Page, around};
use super::phrases;
use super::tag::Tag;
use crate::corpus::LineKind;
use std::collections::BTreeMap;

/// The kind of a block and the rule that gave it.
pub(super) type Label = (LineKind, &'static str);

/// Words of the longest line that says where an item of a feed appeared first.
const SYNDICATED: u32 = 60;

/// Words of the longest line that says when an article was put on a page.
const DATED: u32 = 24;

/// Signs that speak against a block of the container.
const AGAINST: Signs = Signs(
    FOREIGN.0
        | Signs::AD.0
        | Signs::TAGS.0
        | Signs::BIO.0
        | Signs::CAPTION.0
        | Signs::CREDIT.0
        | Signs::SKIP.0
        | Signs::PAYWALL.0
        | Signs::BYLINE.0
        | Signs::DATE.0
        | Signs::MEDIA.0
        | Signs::META.0,
);

/// Signs that speak against a quoted post of a social network.
const AGAINST_QUOTED: Signs = Signs(Signs::COMMENT.0 | Signs::RELATED.0 | Signs::SKIP.0);

/// What the page states of its article, lower case.
pub(super) struct PageStatements {
    /// Its titles, one a line.
    pub(super) title: String,
    /// Its descriptions.
    pub(super) descriptions: Vec<String>,
}

/// A judge of the blocks of a page, before it judged any.
pub(super) fn judge<'p>(page: &'p Page, measures: &'p Measures, known: &'p PageStatements) -> Judge<'p> {
    Judge::new(page, measures, container(page, measures), known)
}

/// The element that holds the article.
fn container(page: &Page, m: &Measures) -> usize {
    let worth = |x: usize| {
        let body = if page.nodes[x].around & around::BODY_PROP != 0 { 1.3 } else { 1.0 };
        m.score[x] * (1.0 - 0.5 * m.link[x]) * body
    };
    let mut top = 0;
    for x in 1..page.nodes.len() {
        if worth(x) > worth(top) {
            top = x;
        }
    }
    let holds = holders(page);
    // An article in several sections: up to the element that holds them all,
    // as long as paragraphs of the same sort come in and not a whole page.
    let mut y = top;
    while y != 0 {
        let p = page.nodes[y].parent as usize;
        if page.nodes[p].tag == Tag::Html {
            break;
        }
        let more = m.prose[p] >= m.prose[top] * 1.15 && m.paragraphs[p] >= m.paragraphs[top] * 1.15;
        let too_much = m.prose[p] > m.prose[top] * 3.0 || m.paragraphs[p] > (m.paragraphs[top] * 3.0).max(1.0);
        // Columns between advertisements are one body where the page says so.
        let marked = holds[p] && page.nodes[p].around & around::BODY_PROP != 0;
        if more && (!too_much || marked) && page.nodes[p].depth >= 2 {
            top = p;
        }
        y = p;
        if page.nodes[top].depth > page.nodes[y].depth + 5 {
            break;
        }
    }
    top
}

/// The shape of a paragraph's place, by which paragraphs of one article are
/// alike: tag and signs of its element and of the one around it, and depth.
type NodeShape = (Tag, Tag, u16, u32, u32);

/// The shape of the place of each block, as numbers in the order of the page.
fn shapes(page: &Page) -> Vec<u32> {
    let mut numbers: BTreeMap<NodeShape, u32> = BTreeMap::new();
    let mut last = (u32::MAX, 0);
    let number = |b: &Block| {
        if b.node != last.0 {
            let node = page.nodes[b.node as usize];
            let parent = page.nodes[node.parent as usize];
            let shape = (node.tag, parent.tag, node.depth, node.own.0, parent.own.0);
            let next = numbers.len() as u32;
            last = (b.node, *numbers.entry(shape).or_insert(next));
        }
        last.1
    };
    page.blocks.iter().map(number).collect()
}

pub(super) struct Judge<'p> {
    pub(super) page: &'p Page,
    pub(super) m: &'p Measures,
    pub(super) known: &'p PageStatements,
    /// True for the elements inside the container.
    pub(super) inside: Vec<bool>,
    /// Signs between the container and the element.
    pub(super) signs: Vec<Signs>,
    /// What stands around the container itself.
    pub(super) base: u32,
    /// Element that holds most of the prose directly.
    pub(super) main: usize,
    /// The shape of the place of each block, as a number.
    pub(super) shapes: Vec<u32>,
    /// Clean prose of the container by shape.
    pub(super) shaped: Vec<f32>,
    /// Beginnings that texts in the stated titles can have.
    beginnings: Beginnings,
    /// First and last block of clean prose.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Clean prose of the container.
    pub(super) total: f32,
}

impl<'p> Judge<'p> {
    fn new(page: &'p Page, m: &'p Measures, top: usize, known: &'p PageStatements) -> Self {
        let n = page.nodes.len();
        let (mut inside, mut signs) = (vec![false; n], vec![Signs::default(); n]);
        let holds = holders(page);
        for x in 0..n {
            let node = page.nodes[x];
            let p = node.parent as usize;
            inside[x] = x == top || top == 0 || (x > 0 && inside[p]);
            if x == top || x == 0 {
                continue;
            }
            let wrapper = holds[x]
                || m.prose[x] >= 0.4 * m.prose[top]
                || matches!(node.tag, Tag::Tr | Tag::Td | Tag::Th | Tag::Tbody);
            let own = if wrapper { Signs::default() } else { node.own };
            signs[x] = signs[p].and(own);
        }
        let base = page.nodes[top].around;
        let mut judge = Self {
            page,
            m,
            known,
            inside,
            signs,
            base,
            main: top,
            shapes: shapes(page),
            shaped: Vec::new(),
            beginnings: Beginnings::of(&known.title),
            first: 0,
            last: 0,
            total: 0.0,
        };
        judge.survey();
        judge
    }

    /// Where the clean prose stands.
    fn survey(&mut self) {
        let here = |i: &usize| self.inside[self.page.blocks[*i].node as usize] && self.m.blocks[*i].prose > 0.0;
        let clean = |i: &usize| {
            let b = &self.page.blocks[*i];
            let at = b.node as usize;
            !self.signs[at].and(b.inline).has(FOREIGN) && self.page.nodes[at].around & !self.base & APART == 0
        };
        let any: Vec<usize> = (0..self.page.blocks.len()).filter(here).collect();
        let mut good: Vec<usize> = any.iter().copied().filter(clean).collect();
        if good.is_empty() {
            good = any;
        }
        self.shaped = vec![0.0; self.shapes.iter().max().map_or(0, |&most| most as usize + 1)];
        let mut parents: BTreeMap<usize, f32> = BTreeMap::new();
        for &i in &good {
            let at = self.page.blocks[i].node as usize;
            let node = self.page.nodes[at];
            let holder = if is_text_element(node.tag) { node.parent as usize } else { at };
            let prose = self.m.blocks[i].prose;
            *parents.entry(holder).or_default() += prose;
            self.shaped[self.shapes[i] as usize] += prose;
            self.total += prose;
        }
        let best = parents.iter().fold(None, |best: Option<(usize, f32)>, (&x, &v)| match best {
            Some((_, most)) if most >= v => best,
            _ => Some((x, v)),
        });
        self.main = best.map_or(self.main, |b| b.0);
        self.first = good.first().copied().unwrap_or(usize::MAX);
        self.last = good.last().copied().unwrap_or(usize::MAX);
    }

    /// True for a block placed like most of the article's paragraphs.
    pub(super) fn is_placed_well(&self, i: usize) -> bool {
        let at = self.page.blocks[i].node as usize;
        at == self.main
            || self.page.nodes[at].parent as usize == self.main
            || self.shaped[self.shapes[i] as usize] > 0.3 * self.total
    }

    /// Labels every block by rules.
    pub(super) fn run(&mut self) -> Vec<Label> {
        let blocks = &self.page.blocks;
        let mut labels = Vec::with_capacity(blocks.len());
        let (mut seen, mut stopped) = (0.0, false);
        for (i, block) in blocks.iter().enumerate() {
            let mut label = self.judge(i);
            if label.0.is_body() {
                if stopped && !self.is_placed_well(i) {
                    label = (LineKind::Related, "html.after-end");
                } else {
                    seen += self.m.blocks[i].prose;
                }
            }
            let heading = self.page.nodes[block.node as usize].tag.is_heading()
                || u64::from(block.bold) * 2 > block.text.len() as u64;
            stopped |= label.1 == "html.ender" && heading && seen > 0.6 * self.total;
            labels.push(label);
        }
        self.never_empty(&mut labels);
        self.trim_requests(&mut labels);
        self.trim_link_list(&mut labels);
        self.headings_need_text(&mut labels);
        labels
    }

    /// True for a link of several words of which only the first has a capital:
    /// whatever its class says, it asks for something and names nobody.
    pub(super) fn is_command(&self, i: usize) -> bool {
        let text = self.page.blocks[i].text.as_str();
        let mut words = text.split_whitespace();
        let first = words.next().is_some_and(|w| w.starts_with(char::is_uppercase));
        let (mut count, mut small) = (1, true);
        for word in words {
            count += 1;
            small &= word.starts_with(char::is_lowercase);
        }
        first && small && count >= 3 && self.m.blocks[i].link > 0.9
    }

    fn judge(&self, i: usize) -> Label {
        let b = &self.page.blocks[i];
        let m = self.m.blocks[i];
        let at = b.node as usize;
        let node = self.page.nodes[at];
        let tag = node.tag;
        let around = (node.around | b.around) & !self.base;
        let signs = self.signs[at].and(b.inline);
        if !self.inside[at] {
            return self.outside(i);
        }
        let quoted = signs.has(Signs::EMBED) && around & around::QUOTE != 0;
        let against = if quoted { AGAINST_QUOTED } else { AGAINST };
        let early = i < self.first;
        if around & (APART | around::HIDDEN) != 0 {
            return furniture(around, signs, "html.element");
        }
        if around & around::FIGURE != 0 && around & around::TABLE == 0 {
            return (LineKind::Caption, "html.figure");
        }
        // `paywall` marks the paid part of an article, too.
        // What is kept from readers that listen to a page is a dummy behind a veil.
        let shown = signs.has(Signs::PAYWALL) && !signs.has(Signs::HIDDEN);
        let paid = shown && m.ends && m.chars >= 40 && m.link < 0.2 && !phrases::asks(&b.text);
        let against = if paid { Signs(against.0 & !Signs::PAYWALL.0) } else { against };
        if signs.has(against) {
            return furniture(around, signs, "html.class");
        }
        if around & around::HEADLINE != 0 || (tag == Tag::H1 && (early || self.is_in_title(&b.text))) {
            return (LineKind::Title, "html.h1");
        }
        if early {
            let sentence = matches!(tag, Tag::P | Tag::Li) && m.ends;
            let paragraph =
                matches!(tag, Tag::P | Tag::Li | Tag::Pre) && node.parent as usize == self.main && m.words > 2;
            if !sentence && !paragraph {
                return self.header(i);
            }
        }
        let text_element = matches!(tag, Tag::P | Tag::Li | Tag::Td | Tag::Blockquote);
        let full_sentence = m.words > 16 && m.link < 0.3 && m.ends;
        let plain = matches!(tag, Tag::Div | Tag::Section | Tag::Other | Tag::Article | Tag::Main | Tag::Body);
        if self.last != usize::MAX && i > self.last && !text_element {
            return self.noise(i, "html.below");
        }
        if m.link > 0.7 {
            return (LineKind::Related, "html.links");
        }
        if i <= self.first && tag != Tag::P && self.known.descriptions.contains(&b.text.to_lowercase()) {
            return (LineKind::Standfirst, "html.description");
        }
        if m.words < 100 && phrases::is_cookie_notice(&b.text) && !self.known.title.contains("cookie") {
            return (LineKind::Legal, "html.cookies");
        }
        if m.words <= SYNDICATED && m.link > 0.0 && phrases::appeared(&b.text) {
            return (LineKind::Related, "html.appeared");
        }
        if m.words <= DATED && !m.ends && phrases::puts(&b.text) {
            return (LineKind::Date, "html.lead");
        }
        if m.chars < 250 && !full_sentence && phrases::leads_away(&b.text) {
            return lead(&b.text);
        }
        if plain && m.words <= 6 && !m.ends && !b.continues {
            return self.noise(i, "html.short");
        }
        if m.words <= 10 && !m.ends && phrases::ends_article(&b.text) {
            return (LineKind::Related, "html.ender");
        }
        if tag.is_heading() { (LineKind::Subheading, "html.heading") } else { (LineKind::Body, "html.main") }
    }

    /// True when a block is the page's stated title or a good part of it.
    pub(super) fn is_in_title(&self, text: &str) -> bool {
        if !self.beginnings.may_begin(text) {
            return false;
        }
        let head: String = text.chars().take(50).flat_map(char::to_lowercase).collect();
        let long = head.chars().count() >= 15;
        self.known.title.lines().any(|t| t == head || (long && t.contains(&head)))
    }

    /// A block of the container above the first paragraph.
    fn header(&self, i: usize) -> Label {
        let b = &self.page.blocks[i];
        let m = self.m.blocks[i];
        let node = self.page.nodes[b.node as usize];
        if self.is_in_title(&b.text) {
            return (LineKind::Title, "html.title");
        }
        if (node.around | b.around) & around::TIME != 0 {
            return (LineKind::Date, "html.time");
        }
        if (node.around | b.around) & (around::AUTHOR | around::ADDRESS) != 0 {
            return (LineKind::Byline, "html.author");
        }
        if node.all.and(b.inline).has(Signs::STANDFIRST) && m.words >= 6 {
            return (LineKind::Standfirst, "html.class");
        }
        self.noise(i, "html.above")
    }

    /// A block outside the container.
    fn outside(&self, i: usize) -> Label {
        let b = &self.page.blocks[i];
        let node = self.page.nodes[b.node as usize];
        let around = node.around | b.around;
        let signs = node.own.and(b.inline).and(self.page.nodes[node.parent as usize].own);
        if node.tag == Tag::H1 && (around & APART == 0) && self.is_in_title(&b.text) {
            return (LineKind::Title, "html.h1");
        }
        if i < self.first && around & APART == 0 {
            if around & around::TIME != 0 || (signs.has(Signs::DATE) && b.text.contains(|c: char| c.is_ascii_digit())) {
                return (LineKind::Date, "html.time");
            }
            if around & (around::AUTHOR | around::ADDRESS) != 0 || signs.has(Signs::BYLINE) {
                return (LineKind::Byline, "html.author");
            }
            if signs.has(Signs::STANDFIRST) && self.m.blocks[i].words >= 6 && self.m.blocks[i].link < 0.2 {
                return (LineKind::Standfirst, "html.class");
            }
        }
        if node.all.has(Signs::COMMENT) {
            return (LineKind::Comment, "html.class");
        }
        furniture(around, signs, "html.outside")
    }

    fn noise(&self, i: usize, rule: &'static str) -> Label {
        let b = &self.page.blocks[i];
        let node = self.page.nodes[b.node as usize];
        let kind = furniture(node.around | b.around, node.all.and(b.inline), rule).0;
        (if kind.is_noise() { kind } else { LineKind::Nav }, rule)
    }

    /// A page is never left without an article: the prose stays, whatever
    /// its company says.
    pub(super) fn never_empty(&self, labels: &mut [Label]) {
        if labels.iter().any(|l| l.0.is_body()) {
            return;
        }
        let mut any = false;
        for (i, label) in labels.iter_mut().enumerate() {
            let inside = self.inside[self.page.blocks[i].node as usize];
            if inside && self.m.blocks[i].prose > 0.0 {
                *label = (LineKind::Body, "html.fallback");
                any = true;
            }
        }
        if any {
            return;
        }
        for (i, label) in labels.iter_mut().enumerate() {
            let b = &self.page.blocks[i];
            let apart = (self.page.nodes[b.node as usize].around | b.around) & (APART | around::HEADING) != 0;
            if !apart && self.m.blocks[i].link < 0.5 && self.m.blocks[i].words > 0 {
                *label = (LineKind::Body, "html.fallback");
            }
        }
    }

    /// The last paragraphs of an article may ask to subscribe or to write.
    fn trim_requests(&self, labels: &mut [Label]) {
        let kept: Vec<usize> = (0..labels.len()).filter(|&i| labels[i].0.is_body()).collect();
        if kept.len() < 4 {
            return;
        }
        for &i in kept.iter().rev().take(3) {
            if self.m.blocks[i].words >= 60 || !phrases::asks(&self.page.blocks[i].text) {
                break;
            }
            labels[i] = (LineKind::Newsletter, "html.request");
        }
    }

    /// A list below the last paragraph whose items link elsewhere.
    fn trim_link_list(&self, labels: &mut [Label]) {
        let is_item = |i: usize| self.page.nodes[self.page.blocks[i].node as usize].tag == Tag::Li;
        let body = (0..labels.len()).rev().filter(|&i| labels[i].0.is_body());
        let items: Vec<usize> = body.take_while(|&i| is_item(i)).collect();
        let linked = items.iter().filter(|&&i| self.m.blocks[i].link > 0.2).count();
        if items.len() >= 3 && linked * 2 > items.len() && labels.iter().filter(|l| l.0.is_body()).count() > items.len()
        {
            for i in items {
                labels[i] = (LineKind::Related, "html.link-list");
            }
        }
    }

    /// A heading without text of the article below it heads something else.
    pub(super) fn headings_need_text(&self, labels: &mut [Label]) {
        let mut next_body = usize::MAX;
        for i in (0..labels.len()).rev() {
            if labels[i].0 == LineKind::Subheading && (next_body == usize::MAX || next_body - i > 8) {
                labels[i] = (LineKind::Related, "html.empty-heading");
            } else if labels[i].0.is_body() {
                next_body = i;
            }
        }
    }
}

fn lead(text: &str) -> Label {
    let lower: String = text.chars().take(40).flat_map(char::to_lowercase).collect();
    let kind = match () {
        () if ["photo", "image", "picture", "(image", "foto"].iter().any(|p| lower.contains(p)) => LineKind::Caption,
        () if ["credit", "crédit", "©", "source"].iter().any(|p| lower.contains(p)) => LineKind::Credit,
        () if ["advert", "publici", "anzeige", "werbung"].iter().any(|p| lower.contains(p)) => LineKind::Ad,
        () if ["sign up", "subscri", "newsletter", "abonn", "inscri"].iter().any(|p| lower.contains(p)) => {
            LineKind::Newsletter
        }
        () if ["publish", "updated", "posted"].iter().any(|p| lower.contains(p)) => LineKind::Date,
        () => LineKind::Related,
    };
    (kind, "html.lead")
}

/// The kind that elements and signs suggest for a block that is not body.
pub(super) fn furniture(around: u32, signs: Signs, rule: &'static str) -> Label {
    let kind = match () {
        () if around & around::FIGCAPTION != 0 || signs.has(Signs::CAPTION) => LineKind::Caption,
        () if signs.has(Signs::COMMENT) => LineKind::Comment,
        () if signs.has(Signs::NEWSLETTER) => LineKind::Newsletter,
        () if signs.has(Signs::PAYWALL) => LineKind::Paywall,
        () if signs.has(Signs::RELATED) => LineKind::Related,
        () if signs.has(Signs::LEGAL) => LineKind::Legal,
        () if around & (around::FORM | around::BUTTON) != 0 => LineKind::Form,
        () if around & around::NAV != 0 || signs.has(Signs::NAV) => LineKind::Nav,
        () if signs.has(Signs::AD) => LineKind::Ad,
        () if signs.has(Signs::CREDIT) => LineKind::Credit,
        () if around & around::TIME != 0 || signs.has(Signs::DATE) => LineKind::Date,
        () if around & around::AUTHOR != 0 || signs.has(Signs::BYLINE) => LineKind::Byline,
        () if around & around::ASIDE != 0 || signs.has(Signs::SIDE) => LineKind::Related,
        () => LineKind::Nav,
    };
    (kind, rule)
}
