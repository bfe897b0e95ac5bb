//! A story seen through its reports: who says what, as facts against texts,
//! and the reports in order of time.

use crate::app::scroll::follow;
use crate::corpus::DocId;
use crate::job::WhoSays;
use crate::story::coverage::{Order, Report, Show};
use crate::story::differences::Difference;
use crate::story::matrix::State;
use crate::text::Span;
use std::sync::Arc;

/// In which of the two ways the story is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Facts against texts.
    Matrix,
    /// Reports in order of time.
    Timeline,
}

/// One row of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// So many days without a report.
    Gap(i64),
    /// A report.
    Report(usize),
    /// Its headline.
    Title(usize),
    /// Outlets that print the text too.
    Also(usize),
    /// A fact that it is the first to have (index into its facts).
    First(usize, usize),
    /// So many facts more that are folded.
    More(usize, usize),
    /// Whom it names.
    Cites(usize),
    /// Air.
    Blank,
}

/// Facts of a report that are listed before it is unfolded.
const FIRST_FACTS: usize = 3;

/// State of the two screens.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Lasting identity of the story.
    pub story: String,
    /// Its title.
    pub title: String,
    /// What was found out, once it was.
    pub result: Option<Arc<WhoSays>>,
    /// Order of the facts.
    pub order: Order,
    /// Which facts are shown.
    pub show: Show,
    /// The facts shown, in order.
    pub rows: Vec<usize>,
    /// Fact under the cursor.
    pub cursor: usize,
    /// First fact on the screen.
    pub top: usize,
    /// Text under the cursor.
    pub column: usize,
    /// First text on the screen.
    pub left: usize,
    /// Rows of the timeline.
    pub lines: Vec<Line>,
    /// Row of the timeline under the cursor.
    pub line: usize,
    /// First row of the timeline on the screen.
    pub line_top: usize,
    /// The report whose facts are all listed.
    pub unfolded: Option<usize>,
    /// First row of the passages beside the table.
    pub detail_top: usize,
    /// The document to put the cursor on once the result is there.
    pub wanted: Option<DocId>,
}

impl Coverage {
    /// A screen for a story, before anything is known of it.
    pub fn new(story: String, title: String, wanted: Option<DocId>) -> Self {
        Self {
            story,
            title,
            result: None,
            order: Order::Origins,
            show: Show::All,
            rows: Vec::new(),
            cursor: 0,
            top: 0,
            column: 0,
            left: 0,
            lines: Vec::new(),
            line: 0,
            line_top: 0,
            unfolded: None,
            detail_top: 0,
            wanted,
        }
    }

    /// Takes what was found out.
    pub fn set_result(&mut self, result: Arc<WhoSays>) {
        self.result = Some(result);
        self.lay_lines();
        if let Some(c) = self.wanted.take().and_then(|id| self.column_of(id)) {
            self.column = c.min(self.columns().saturating_sub(1));
            self.line = self.lines.iter().position(|l| *l == Line::Report(c)).unwrap_or(0);
        }
        self.snap_to_stop(true);
        self.lay_rows(None);
    }

    fn column_of(&self, id: DocId) -> Option<usize> {
        let result = self.result.as_ref()?;
        let at = result.documents.iter().position(|d| d.id == id)?;
        result.coverage.reports.iter().position(|r| r.shown == at || r.also.contains(&at))
    }

    /// The texts, in the order of the columns.
    pub fn reports(&self) -> &[Report] {
        self.result.as_ref().map_or(&[], |r| &r.coverage.reports)
    }

    /// The fact under the cursor of the matrix.
    pub fn fact(&self) -> Option<usize> {
        self.rows.get(self.cursor).copied()
    }

    /// Lays the facts out; the cursor goes to a fact, or stays on its own.
    fn lay_rows(&mut self, fact: Option<usize>) {
        let kept = fact.or_else(|| self.fact());
        let Some(result) = &self.result else { return };
        self.rows = result.coverage.rows(self.order, self.show);
        self.cursor = kept.and_then(|f| self.rows.iter().position(|r| *r == f)).unwrap_or(0);
        self.detail_top = 0;
    }

    /// Chooses an order; the cursor stays on its fact.
    pub fn set_order(&mut self, order: Order) {
        self.order = order;
        self.lay_rows(None);
    }

    /// Chooses which facts are shown; asked for again, all are.
    pub fn toggle(&mut self, show: Show) {
        self.show = if self.show == show { Show::All } else { show };
        self.lay_rows(None);
    }

    /// How many texts are compared: the columns of the matrix.
    pub fn columns(&self) -> usize {
        self.result.as_ref().map_or(0, |r| r.coverage.compared())
    }

    /// Moves the cursor by facts.
    pub fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
        self.detail_top = 0;
    }

    /// Moves the cursor to the text beside it; what is shown of it follows.
    pub fn side(&mut self, right: bool) {
        let last = self.columns().saturating_sub(1);
        self.column = if right { (self.column + 1).min(last) } else { self.column.saturating_sub(1) };
        self.detail_top = 0;
        if let Show::Omitted(_) = self.show {
            self.show = Show::Omitted(self.column);
            self.lay_rows(None);
        }
    }

    /// Goes to the next or previous fact that reports give differently, round
    /// the end. False when there is none.
    pub fn step_difference(&mut self, forward: bool) -> bool {
        let Some(result) = &self.result else { return false };
        let differs = |at: &usize| {
            let row = self.rows.get(*at).and_then(|r| result.coverage.matrix.rows.get(*r));
            row.is_some_and(|r| r.cells.iter().any(|c| c.state == State::Differs))
        };
        let n = self.rows.len();
        let way = (1..=n).map(|i| (self.cursor + if forward { i } else { n - i }) % n.max(1));
        let Some(to) = way.into_iter().find(differs) else { return false };
        self.cursor = to;
        self.detail_top = 0;
        let row = &result.coverage.matrix.rows[self.rows[to]];
        if row.cells.get(self.column).is_none_or(|c| c.state != State::Differs) {
            self.column = row.cells.iter().position(|c| c.state == State::Differs).unwrap_or(self.column);
        }
        true
    }

    /// Document and place of a fact in a text.
    pub fn place(&self, fact: usize, column: usize) -> Option<(DocId, Span)> {
        let result = self.result.as_ref()?;
        let span = *result.coverage.matrix.rows.get(fact)?.cells.get(column)?.spans.first()?;
        Some((self.document(column)?, span))
    }

    /// In what a text gives a fact differently from others: what is told first.
    pub fn differences(&self, fact: usize, column: usize) -> Vec<&Difference> {
        let Some(result) = &self.result else { return Vec::new() };
        let matrix = &result.coverage.matrix;
        let cell = matrix.rows.get(fact).and_then(|r| r.cells.get(column));
        let all = cell.iter().flat_map(|c| &c.differences).filter_map(|&i| matrix.differences.get(i));
        let mut out: Vec<&Difference> = all.collect();
        out.sort_by_key(|d| d.doubtful);
        out
    }

    /// The document that stands for a text.
    pub fn document(&self, column: usize) -> Option<DocId> {
        let result = self.result.as_ref()?;
        result.documents.get(result.coverage.reports.get(column)?.shown).map(|d| d.id)
    }

    /// All documents that print a text, the one that stands for it first.
    pub fn prints(&self, column: usize) -> Vec<DocId> {
        let Some(result) = &self.result else { return Vec::new() };
        let Some(report) = result.coverage.reports.get(column) else { return Vec::new() };
        let all = std::iter::once(&report.shown).chain(&report.also);
        all.filter_map(|&i| result.documents.get(i).map(|d| d.id)).collect()
    }

    /// The text that tells a fact best, by column.
    pub fn central(&self, fact: usize) -> Option<usize> {
        self.result.as_ref()?.coverage.matrix.rows.get(fact).map(|r| r.document)
    }

    /// Scrolls so that the cursor is on a screen of so many facts and texts.
    pub fn clamp(&mut self, height: usize, columns: usize) {
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        self.top = follow(self.top, self.cursor, height, self.rows.len());
        self.left = follow(self.left, self.column, columns, self.columns());
    }

    fn lay_lines(&mut self) {
        let Some(result) = &self.result else { return };
        let mut lines = Vec::new();
        let mut before = None;
        for (c, r) in result.coverage.reports.iter().enumerate() {
            if !lines.is_empty() {
                lines.push(Line::Blank);
            }
            let days = before.zip(r.day).and_then(|(b, d): (jiff::civil::Date, _)| b.until(d).ok());
            if let Some(days) = days.map(|s| i64::from(s.get_days())).filter(|d| *d > 1) {
                lines.extend([Line::Gap(days), Line::Blank]);
            }
            before = r.day.or(before);
            lines.extend([Line::Report(c), Line::Title(c)]);
            if !r.also.is_empty() {
                lines.push(Line::Also(c));
            }
            let all = self.unfolded == Some(c) || r.first.len() <= FIRST_FACTS + 1;
            let listed = if all { r.first.len() } else { FIRST_FACTS };
            lines.extend((0..listed).map(|f| Line::First(c, f)));
            if !all {
                lines.push(Line::More(c, r.first.len() - listed));
            }
            if !r.cites.is_empty() {
                lines.push(Line::Cites(c));
            }
        }
        self.lines = lines;
    }

    /// The report of the row under the timeline's cursor.
    pub fn report_at_line(&self) -> Option<usize> {
        match *self.lines.get(self.line)? {
            Line::Report(c)
            | Line::Title(c)
            | Line::Also(c)
            | Line::First(c, _)
            | Line::More(c, _)
            | Line::Cites(c) => Some(c),
            Line::Gap(_) | Line::Blank => None,
        }
    }

    /// The fact under the timeline's cursor.
    pub fn fact_at_line(&self) -> Option<usize> {
        match *self.lines.get(self.line)? {
            Line::First(c, f) => Some(self.reports().get(c)?.first.get(f)?.row),
            _ => None,
        }
    }

    fn is_stop(line: &Line) -> bool {
        matches!(line, Line::Report(_) | Line::First(..) | Line::More(..))
    }

    /// Moves off rows that are only read.
    fn snap_to_stop(&mut self, forward: bool) {
        if self.lines.get(self.line).is_some_and(Self::is_stop) {
            return;
        }
        let after = (self.line..self.lines.len()).find(|&i| Self::is_stop(&self.lines[i]));
        let before = (0..self.line.min(self.lines.len())).rev().find(|&i| Self::is_stop(&self.lines[i]));
        self.line = if forward { after.or(before) } else { before.or(after) }.unwrap_or(0);
    }

    /// Moves the timeline's cursor, from stop to stop.
    pub fn step_line(&mut self, by: isize) {
        self.line = self.line.saturating_add_signed(by).min(self.lines.len().saturating_sub(1));
        self.snap_to_stop(by > 0);
        self.detail_top = 0;
    }

    /// Goes to the next or previous report of the timeline.
    pub fn step_report(&mut self, forward: bool) {
        let is = |l: &Line| matches!(l, Line::Report(_));
        let to = if forward {
            (self.line + 1..self.lines.len()).find(|&i| is(&self.lines[i]))
        } else {
            (0..self.line).rev().find(|&i| is(&self.lines[i]))
        };
        self.line = to.unwrap_or(self.line);
        self.detail_top = 0;
    }

    /// Lists all facts of the report under the timeline's cursor, or the first
    /// few. False when nothing changed.
    pub fn unfold(&mut self, unfold: bool) -> bool {
        let Some(c) = self.report_at_line() else { return false };
        let to = unfold.then_some(c);
        if self.unfolded == to || (!unfold && self.unfolded != Some(c)) {
            return false;
        }
        let (was, more) = (self.lines[self.line], matches!(self.lines[self.line], Line::More(..)));
        self.unfolded = to;
        self.lay_lines();
        // The first fact that was folded takes the place of the row that said so.
        let kept = if more { Line::First(c, FIRST_FACTS) } else { was };
        let at = |l: Line| self.lines.iter().position(|x| *x == l);
        self.line = at(kept).or_else(|| at(Line::Report(c))).unwrap_or(0);
        true
    }

    /// Scrolls so that the timeline's cursor is on a screen of so many rows,
    /// with the headline of its report where there is room.
    pub fn clamp_line(&mut self, height: usize) {
        self.line = self.line.min(self.lines.len().saturating_sub(1));
        // What belongs to the last stop of a report is shown with it.
        let rest =
            self.lines.iter().skip(self.line + 1).take_while(|l| !Self::is_stop(l) && **l != Line::Blank).count();
        let end = self.line + rest.min(height.saturating_sub(1));
        let top = follow(self.line_top, end, height, self.lines.len());
        self.line_top = follow(top, self.line, height, self.lines.len());
    }

    /// From the timeline to the matrix or back: the cursor stays on what it
    /// was about.
    pub fn turn_to(&mut self, face: Face) {
        self.detail_top = 0;
        match face {
            Face::Matrix => {
                if let Some(c) = self.report_at_line() {
                    self.column = c.min(self.columns().saturating_sub(1));
                }
                if let Some(f) = self.fact_at_line() {
                    if !self.rows.contains(&f) {
                        self.show = Show::All;
                    }
                    self.lay_rows(Some(f));
                }
            }
            Face::Timeline => {
                let column = self.column;
                let fact = self.fact();
                let first = self.reports().get(column).and_then(|r| r.first.iter().position(|f| Some(f.row) == fact));
                let at = |l: Line| self.lines.iter().position(|x| *x == l);
                let line = first.and_then(|f| at(Line::First(column, f))).or_else(|| at(Line::Report(column)));
                self.line = line.unwrap_or(self.line);
            }
        }
    }
}
