//! The phrases of `assets/clean/phrases.txt` in one automaton over folded
//! text. Says which families a line shows; decides nothing.

use super::page::{self, Page, Row};
use crate::corpus::LineKind;
use crate::enumerated::enumerated;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Input};
use std::sync::OnceLock;

enumerated! {
    /// What a phrase speaks of.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Family {
        /// Readers' comments and their forms.
        Comment => "comment",
        /// Teasers of other articles, tags, about the author.
        Related => "related",
        /// Newsletter forms.
        Newsletter => "newsletter",
        /// Subscription and log-in.
        Paywall => "paywall",
        /// A word of the site about the article, players, browsers.
        Notice => "notice",
        /// Advertising.
        Ad => "ad",
        /// Sharing and following.
        Share => "share",
        /// Terms, privacy, cookies, rights.
        Legal => "legal",
        /// Forms other than newsletters.
        Form => "form",
        /// Menus and ways through the site.
        Nav => "nav",
        /// Who wrote it.
        Byline => "byline",
        /// When it was published.
        Date => "date",
        /// How long it takes to read.
        Reading => "reading",
        /// Pictures, films and their rights.
        Media => "media",
    }
}

impl Family {
    /// The kind of a line of this family.
    pub fn kind(self) -> LineKind {
        match self {
            Self::Comment => LineKind::Comment,
            Self::Related => LineKind::Related,
            Self::Newsletter => LineKind::Newsletter,
            Self::Paywall => LineKind::Paywall,
            Self::Notice => LineKind::Notice,
            Self::Ad => LineKind::Ad,
            Self::Share | Self::Nav => LineKind::Nav,
            Self::Legal => LineKind::Legal,
            Self::Form => LineKind::Form,
            Self::Byline => LineKind::Byline,
            Self::Date => LineKind::Date,
            Self::Reading => LineKind::ReadingTime,
            Self::Media => LineKind::Credit,
        }
    }

    /// The rule that a line of this family is labelled by.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Comment => "phrase.comment",
            Self::Related => "phrase.related",
            Self::Newsletter => "phrase.newsletter",
            Self::Paywall => "phrase.paywall",
            Self::Notice => "phrase.notice",
            Self::Ad => "phrase.ad",
            Self::Share => "phrase.share",
            Self::Legal => "phrase.legal",
            Self::Form => "phrase.form",
            Self::Nav => "phrase.nav",
            Self::Byline => "phrase.byline",
            Self::Date => "phrase.date",
            Self::Reading => "phrase.reading",
            Self::Media => "phrase.media",
        }
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Where in the line a phrase must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// It is the whole line.
    Line,
    /// The line starts with it.
    Start,
    /// Anywhere at word boundaries.
    Any,
}

/// How much a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Ends the body.
    Ender,
    /// Says what the line is.
    Strong,
    /// A weight in short lines.
    Hint,
    /// Opens a teaser glued into a paragraph.
    Inline,
}

/// One phrase of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As written in the file.
    pub text: String,
    /// What it speaks of.
    pub family: Family,
    /// Where it must stand.
    pub anchor: Anchor,
    /// How much it says.
    pub strength: Strength,
}

/// A set of families.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Families(u16);

impl Families {
    pub(crate) fn has(self, f: Family) -> bool {
        self.0 & f.bit() != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn add(&mut self, f: Family) {
        self.0 |= f.bit();
    }
}

/// What the phrases say of one row.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks {
    /// Families with an ender.
    pub ender: Families,
    /// Families whose phrase is the whole line.
    pub line: Families,
    /// Families whose strong phrase starts the line.
    pub start: Families,
    /// Families with a strong phrase anywhere.
    pub any: Families,
    /// Families with a hint.
    pub hint: Families,
    /// A teaser may be glued into it.
    pub inline: bool,
    /// Hints in all.
    pub hints: u32,
    /// The phrase that says most: its index, for the reason.
    pub best: Option<u16>,
}

impl Marks {
    /// The strongest phrase.
    pub(crate) fn phrase(&self) -> Option<&'static Phrase> {
        self.best.map(|b| &lexicon().phrases[b as usize])
    }

    /// True when some phrase says what the line is.
    pub(crate) fn is_strong(&self) -> bool {
        !(self.ender.is_empty() && self.line.is_empty() && self.start.is_empty() && self.any.is_empty())
    }
}

/// All phrases, compiled.
pub struct Lexicon {
    /// The phrases in the order of the file.
    pub phrases: Vec<Phrase>,
    /// For every pattern of the automaton, the phrases that it stands for.
    groups: Vec<Vec<u16>>,
    automaton: AhoCorasick,
    /// The openings of glued teasers alone: all that counts in long rows.
    inline: AhoCorasick,
}

/// The phrase file.
const FILE: &str = include_str!("../../assets/clean/phrases.txt");

/// Bytes of the shortest phrase that is told without the space behind it.
const GLUED: usize = 3;
/// Words beyond which a strong phrase says nothing any more.
const LONG: u32 = 40;
/// Words beyond which a hint says nothing any more.
const HINT: u32 = 22;

fn parse(file: &str) -> Vec<Phrase> {
    let mut section = None;
    let mut out = Vec::new();
    for line in file.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            let mut parts = head.split_whitespace();
            let family = parts.next().and_then(Family::from_name);
            let anchor = match parts.next() {
                Some("line") => Some(Anchor::Line),
                Some("start") => Some(Anchor::Start),
                Some("any") => Some(Anchor::Any),
                _ => None,
            };
            let strength = match parts.next() {
                Some("ender") => Some(Strength::Ender),
                Some("strong") => Some(Strength::Strong),
                Some("hint") => Some(Strength::Hint),
                Some("inline") => Some(Strength::Inline),
                _ => None,
            };
            section = family.zip(anchor).zip(strength);
        } else if let Some(((family, anchor), strength)) = section {
            out.push(Phrase { text: line.to_owned(), family, anchor, strength });
        }
    }
    out
}

/// The phrases, compiled once.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let phrases = parse(FILE);
        let mut folded: Vec<(Vec<u8>, u16)> =
            phrases.iter().enumerate().map(|(i, p)| (trim_marks(&page::fold(&p.text)).to_vec(), i as u16)).collect();
        folded.retain(|(f, _)| !f.is_empty());
        folded.sort();
        let mut patterns: Vec<Vec<u8>> = Vec::new();
        let mut groups: Vec<Vec<u16>> = Vec::new();
        for (f, i) in folded {
            if patterns.last() == Some(&f) {
                if let Some(g) = groups.last_mut() {
                    g.push(i);
                }
            } else {
                patterns.push(f);
                groups.push(vec![i]);
            }
        }
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns)
            .expect("a few hundred short patterns fit any automaton");
        let openings = phrases.iter().filter(|p| p.strength == Strength::Inline).map(|p| page::fold(&p.text));
        let inline = AhoCorasick::new(openings.map(|f| trim_marks(&f).to_vec()))
            .expect("a few dozen short patterns fit any automaton");
        Lexicon { phrases, groups, automaton, inline }
    })
}

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 128
}

/// Without marks and spaces at the ends; numbers stay.
fn trim_marks(s: &[u8]) -> &[u8] {
    let from = s.iter().position(|&b| is_word(b) || matches!(b, b'(' | b'\xc2')).unwrap_or(s.len());
    let to = s.iter().rposition(|&b| is_word(b)).map_or(from, |i| i + 1);
    &s[from.min(to)..to]
}

/// True when nothing but marks and numbers stands there.
fn is_bare(s: &[u8]) -> bool {
    !s.iter().any(|&b| b.is_ascii_alphabetic() || b >= 128)
}

/// True when no word is cut at either end.
fn stands_alone(text: &[u8], start: usize, end: usize) -> bool {
    let before = start == 0 || !is_word(text[start - 1]) || !is_word(text[start]);
    before && !text.get(end).is_some_and(|&b| is_word(b))
}

impl Lexicon {
    /// Folded openings of teasers glued into paragraphs.
    pub(crate) fn inline(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().filter(|p| p.strength == Strength::Inline).map(|p| p.text.as_str())
    }

    /// What the phrases say of every row of the page.
    pub(crate) fn scan(&self, page: &Page) -> Vec<Marks> {
        let mut out = vec![Marks::default(); page.rows.len()];
        let mut at = 0;
        for rows in page.rows.chunk_by(|a, b| a.words > LONG && b.words > LONG || a.words <= LONG && b.words <= LONG) {
            let marks = &mut out[at..at + rows.len()];
            at += rows.len();
            match rows {
                [first, ..] if first.words > LONG => self.scan_long(&page.folded, rows, marks),
                _ => self.scan_short(page, rows, marks),
            }
        }
        out
    }

    fn scan_short(&self, page: &Page, rows: &[Row], out: &mut [Marks]) {
        let text: &[u8] = &page.folded;
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
        let mut at = 0;
        for m in self.automaton.find_overlapping_iter(Input::new(text).span(first.folded.start..last.folded.end)) {
            let (start, end) = (m.start(), m.end());
            // `Lire aussiLe pont`: a space was lost behind the phrase.
            let glued = end - start >= GLUED
                && stands_alone(&text[..end], start, end)
                && page.glued.binary_search(&end).is_ok();
            if !glued && !stands_alone(text, start, end) {
                continue;
            }
            while rows.get(at).is_some_and(|r| r.folded.end < end) {
                at += 1;
            }
            let (Some(row), Some(marks)) = (rows.get(at), out.get_mut(at)) else { break };
            // The whole row must hold the match: phrases do not cross lines.
            if start < row.folded.start {
                continue;
            }
            let leading = is_bare(&text[row.folded.start..start]);
            let trailing = leading && is_bare(&text[end..row.folded.end]);
            for &i in &self.groups[m.pattern().as_usize()] {
                let p = &self.phrases[i as usize];
                if !glued || p.anchor == Anchor::Start && p.strength != Strength::Hint {
                    self.mark(i, row.words, leading, trailing, marks);
                }
            }
        }
    }

    /// Rows of so many words that only a glued teaser can be told by a phrase.
    fn scan_long(&self, text: &[u8], rows: &[Row], out: &mut [Marks]) {
        for (row, marks) in rows.iter().zip(out) {
            let mut hits = self.inline.find_iter(Input::new(text).span(row.folded.range()));
            marks.inline = hits.any(|m| stands_alone(text, m.start(), m.end()));
        }
    }

    fn mark(&self, i: u16, words: u32, leading: bool, trailing: bool, marks: &mut Marks) {
        let p = &self.phrases[i as usize];
        if p.strength == Strength::Inline {
            marks.inline = true;
            return;
        }
        let fits = match p.anchor {
            Anchor::Line => trailing,
            Anchor::Start => leading,
            Anchor::Any => true,
        };
        let limit = if p.strength == Strength::Hint { HINT } else { LONG };
        if !fits || words > limit {
            return;
        }
        match p.strength {
            Strength::Hint => {
                marks.hint.add(p.family);
                marks.hints += 1;
            }
            _ if p.anchor == Anchor::Line => marks.line.add(p.family),
            _ if p.anchor == Anchor::Start => marks.start.add(p.family),
            _ => marks.any.add(p.family),
        }
        if p.strength == Strength::Ender && words < 14 {
            marks.ender.add(p.family);
        }
        let rank = |i: u16| {
            let p = &self.phrases[i as usize];
            (p.strength == Strength::Hint, p.anchor, usize::MAX - p.text.len(), p.strength)
        };
        if marks.best.is_none_or(|b| rank(i) < rank(b)) {
            marks.best = Some(i);
        }
    }
}
