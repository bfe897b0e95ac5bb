//! The page of a name: its spellings, which the reader joins and parts, and
//! what the corpus says of it.

use crate::corpus::DocId;
use crate::entity::merge::NameKey;
use crate::job::{InArticle, NamePage, Passage};
use crate::text::Span;
use crate::words::Lang;
use jiff::civil::Date;
use std::sync::Arc;

/// How a spelling stands to the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the name.
    Joined,
    /// It may be; not counted until the reader agrees.
    Doubtful,
    /// It is another name.
    Apart,
}

/// A spelling of the name, or a name near to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// Its key.
    pub key: NameKey,
    /// As it is written.
    pub surface: String,
    /// Mentions in the corpus.
    pub count: usize,
    /// How it stands to the name.
    pub standing: Standing,
    /// Why, in words.
    pub reason: String,
    /// The ways in which it is written, where there are several.
    pub written: Vec<(String, usize)>,
}

/// A row of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum NameRow {
    /// What the rows below are.
    Head(&'static str),
    /// A spelling (index).
    Spelling(usize),
    /// A way in which the spelling above is written, and how often.
    Written(String, usize),
    /// A day: its label, its share of the fullest day, mentions.
    Day(String, f64, usize),
    /// A thing and how often.
    Count(String, String),
    /// Words of an article.
    Passage(DocId, Passage),
    /// A sentence of the program that Enter answers: the others are read.
    GoOn(String),
    /// Where the words above stand.
    Source(String),
    /// A sentence of the program.
    Said(String),
    /// Air.
    Blank,
}

impl NameRow {
    /// True where the cursor can stand.
    pub fn is_stop(&self) -> bool {
        matches!(self, Self::Spelling(_) | Self::Passage(..) | Self::GoOn(_))
    }
}

/// From how many columns on the page has two columns.
pub const TWO_COLUMNS: u16 = 76;

/// Columns of the left column on a page of this width; `None` where there is one
/// column only.
pub fn left_column(width: u16) -> Option<u16> {
    (width >= TWO_COLUMNS).then(|| (width * 2 / 5).clamp(36, 64))
}

/// Most articles that are read for a page. 1,551 of a pile took thirteen seconds on two
/// cores, and what they say is 1.4 MB as JSON.
pub const ARTICLES: usize = 5000;

/// One column of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameColumn {
    /// Rows.
    pub rows: Vec<NameRow>,
    /// NameRow under the cursor.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
}

impl NameColumn {
    /// Takes the rows anew; the cursor stays on its spelling or its words, and on its
    /// line of the screen, else near where it is.
    pub(crate) fn set(&mut self, rows: Vec<NameRow>, spelling: Option<usize>) {
        let before = self.cursor;
        let words = match self.rows.get(before) {
            Some(NameRow::Passage(_, p)) => Some(&p.words),
            _ => None,
        };
        let same = |row: &NameRow| matches!(row, NameRow::Passage(_, p) if Some(&p.words) == words);
        let there = words.is_some().then(|| {
            let rows = rows.iter().enumerate().filter(|(_, row)| same(row));
            rows.map(|(i, _)| i).min_by_key(|i| i.abs_diff(before))
        });
        let spelled = spelling.and_then(|i| rows.iter().position(|row| *row == NameRow::Spelling(i)));
        self.cursor = there.flatten().or(spelled).unwrap_or(before).min(rows.len().saturating_sub(1));
        self.rows = rows;
        self.snap_to_stop(true);
        self.top = (self.top + self.cursor).saturating_sub(before);
    }

    /// The spelling under the cursor (index).
    pub(crate) fn spelling(&self) -> Option<usize> {
        match self.rows.get(self.cursor)? {
            NameRow::Spelling(i) => Some(*i),
            _ => None,
        }
    }

    fn snap_to_stop(&mut self, forward: bool) {
        if self.rows.get(self.cursor).is_some_and(NameRow::is_stop) {
            return;
        }
        let after = (self.cursor..self.rows.len()).find(|&i| self.rows[i].is_stop());
        let before = (0..self.cursor.min(self.rows.len())).rev().find(|&i| self.rows[i].is_stop());
        self.cursor = if forward { after.or(before) } else { before.or(after) }.unwrap_or(0);
    }

    /// Puts the cursor on a row; false where it cannot stand there.
    pub(crate) fn go_to_row(&mut self, row: usize) -> bool {
        let stands = self.rows.get(row).is_some_and(NameRow::is_stop);
        if stands {
            self.cursor = row;
        }
        stands
    }

    fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        if by == isize::MAX || by == isize::MIN {
            self.cursor = if by > 0 { last } else { 0 };
            return self.snap_to_stop(by < 0);
        }
        for _ in 0..by.unsigned_abs().min(self.rows.len()) {
            let next = if by > 0 {
                (self.cursor + 1..self.rows.len()).find(|&i| self.rows[i].is_stop())
            } else {
                (0..self.cursor).rev().find(|&i| self.rows[i].is_stop())
            };
            let Some(next) = next else { break };
            self.cursor = next;
        }
    }

    fn clamp(&mut self, height: usize) {
        let height = height.max(1);
        // The first stop shows what stands above it, the last what is below.
        let first = self.rows.iter().position(NameRow::is_stop).unwrap_or(0);
        let last = self.rows.iter().rposition(NameRow::is_stop).unwrap_or(0);
        let low = if self.cursor == first { 0 } else { self.cursor };
        let high = if self.cursor == last { self.rows.len().saturating_sub(1) } else { self.cursor + 1 };
        self.top = self.top.max((high + 1).saturating_sub(height)).min(low);
        self.top = self.top.min(self.rows.len().saturating_sub(height)).min(self.cursor);
        self.top = self.top.max((self.cursor + 1).saturating_sub(height));
    }
}

/// State of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Name {
    /// Whose page it is.
    pub key: Option<NameKey>,
    /// What was found; `None` while it is looked for.
    pub page: Option<Arc<NamePage>>,
    /// The reader stopped the reading of its articles.
    pub stopped: bool,
    /// Spellings and near names.
    pub spellings: Vec<Spelling>,
    /// The spelling that was parted last: it stays a row until the names near to this
    /// one are known again.
    pub(crate) parted: Option<Spelling>,
    /// Left and right; a narrow page has the left one only.
    pub columns: [NameColumn; 2],
    /// The column that has the cursor.
    pub column: usize,
    /// What the rows were made from.
    pub(crate) made_of: Option<(NameKey, usize, usize, Lang, [bool; 2])>,
}

impl Name {
    /// Opens the page of a name.
    pub fn open(&mut self, key: NameKey) {
        *self = Self { key: Some(key), ..Self::default() };
    }

    /// Takes what was found; the cursor stays.
    pub fn set_page(&mut self, page: Option<Arc<NamePage>>) {
        self.page = page;
        self.made_of = None;
    }

    /// The articles that were read, by day.
    pub fn in_order(&self, day: impl Fn(DocId) -> Option<Date>) -> Vec<&InArticle> {
        let mut articles: Vec<&InArticle> = self.page.iter().flat_map(|p| &p.articles).collect();
        articles.sort_by_key(|a| (day(a.id), a.id));
        articles
    }

    /// The cursor is where the other articles are to be read.
    pub fn on_go_on(&self) -> bool {
        let c = &self.columns[self.column];
        matches!(c.rows.get(c.cursor), Some(NameRow::GoOn(_)))
    }

    /// The spelling under the cursor.
    pub fn spelling(&self) -> Option<&Spelling> {
        self.spellings.get(self.columns[self.column].spelling()?)
    }

    /// The place of the words under the cursor.
    pub fn place(&self) -> Option<(DocId, Span)> {
        let c = &self.columns[self.column];
        match c.rows.get(c.cursor)? {
            NameRow::Passage(id, p) => Some((*id, p.span)),
            _ => None,
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        self.columns[self.column].step(by);
    }

    /// Goes to the other column, when it has something to choose.
    pub fn side(&mut self, right: bool) {
        let to = usize::from(right);
        if self.columns[to].rows.iter().any(NameRow::is_stop) {
            self.column = to;
        }
    }

    /// Scrolls so that the cursor is on a screen of `height` rows.
    pub fn clamp(&mut self, height: usize) {
        for c in &mut self.columns {
            c.clamp(height);
        }
    }
}
