//! The article pane: which document, which view, where in it, what is highlighted.

use crate::app::screen::main::article::annotations::Annotations;
use crate::app::screen::main::article::row_table::Part;
use crate::app::screen::main::article::rows::ArticleLayout;
use crate::app::screen::main::article::view::{View, shows};
use crate::app::typography::Typography;
use crate::corpus::{DocId, DocKey, Document};
use crate::text::{Folded, Span};
use crate::words::Lang;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Hits of a search inside the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// As typed.
    pub query: String,
    /// Hits in the text that the view shows, in order.
    pub hits: Vec<Span>,
    /// The current one.
    pub current: usize,
    /// Hits in lines that the view does not show.
    pub hidden: usize,
    /// The hits are those of a search over the corpus, and are lit once the text is
    /// there.
    pub awaited: bool,
}

/// A passage that the reader is choosing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The passage so far.
    pub span: Span,
    /// Moving extends it; before, moving chooses another sentence.
    pub extending: bool,
    /// The end that moves is its start.
    pub at_start: bool,
}

/// What a layout depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArticleLayoutKey {
    /// Document.
    pub document: DocId,
    /// View.
    pub view: View,
    /// Columns of text.
    pub width: usize,
    /// Interface language.
    pub lang: Lang,
    /// Which state of the annotations.
    pub annotations: u64,
    /// How the text is set.
    pub typography: Typography,
}

/// State of the article pane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The open document.
    pub document: Option<DocId>,
    /// How much of the file is shown.
    pub view: View,
    /// The view that the reader chose, while another is shown for the sake of one
    /// place of this article.
    pub own_view: Option<View>,
    /// First row on the screen.
    pub top: usize,
    /// Byte of the text at the top: what stays put when the width changes.
    pub anchor: usize,
    /// Search inside the article.
    pub find: Option<Find>,
    /// The span to keep in sight after the next layout.
    pub reveal: Option<Span>,
    /// A span highlighted besides the hits: the mention or the block just jumped to.
    pub highlighted: Option<Span>,
    /// Where the reader was in other articles.
    pub positions: BTreeMap<DocKey, usize>,
    /// The layout on the screen and what it was made from.
    pub layout: Option<(ArticleLayoutKey, Arc<ArticleLayout>)>,
    /// The passage being chosen.
    pub selection: Option<Selection>,
    /// What people said of the open document.
    pub annotations: Arc<Annotations>,
    /// Grows when the annotations change.
    pub annotations_revision: u64,
    /// The document and the state of the journal that the annotations were made
    /// from.
    pub annotated: Option<(DocId, usize)>,
    /// Rows of text on the screen, known since the last layout.
    pub height: usize,
}

impl Article {
    /// Opens a document at the place where it was left.
    pub fn open(&mut self, id: DocId, key: DocKey) {
        if self.document == Some(id) {
            return;
        }
        self.document = Some(id);
        self.view = self.chosen_view();
        self.own_view = None;
        self.anchor = self.positions.get(&key).copied().unwrap_or(0);
        self.top = 0;
        self.layout = None;
        self.reveal = None;
        self.highlighted = None;
        self.find = None;
        self.selection = None;
    }

    /// Shows what was taken out, for the sake of a place in it, until another article
    /// or another view is chosen.
    pub fn show_taken_out(&mut self) {
        self.own_view.get_or_insert(self.view);
        self.view = View::Marked;
    }

    /// The view that the reader chose.
    pub fn chosen_view(&self) -> View {
        self.own_view.unwrap_or(self.view)
    }

    /// Remembers the place in the open document.
    pub fn remember(&mut self, key: DocKey) {
        if self.anchor == 0 {
            self.positions.remove(&key);
        } else {
            self.positions.insert(key, self.anchor);
        }
    }

    /// The rows laid out last.
    pub fn rows(&self) -> Option<&Arc<ArticleLayout>> {
        self.layout.as_ref().map(|(_, l)| l)
    }

    /// The last row that can stand at the top.
    fn last_top(&self) -> usize {
        self.rows().map_or(0, |l| l.rows.len().saturating_sub(self.height.max(1)))
    }

    /// Scrolls by rows, stopping at the ends. True when something moved.
    pub fn scroll(&mut self, by: isize) -> bool {
        let top = self.top.saturating_add_signed(by).min(self.last_top());
        let moved = top != self.top;
        self.set_top(top);
        moved
    }

    /// Puts a row at the top, as far as there is text below it.
    pub fn set_top(&mut self, row: usize) {
        self.top = row.min(self.last_top());
        self.anchor = match self.rows() {
            Some(_) if self.top == 0 => 0,
            Some(l) => l.offset_of(self.top),
            None => self.anchor,
        };
    }

    /// Goes to the next or previous paragraph.
    pub fn paragraph(&mut self, forward: bool) {
        let Some(layout) = self.rows().cloned() else { return };
        let row = if forward {
            layout.paragraphs.iter().copied().find(|&p| p > self.top)
        } else {
            layout.paragraphs.iter().copied().rev().find(|&p| p < self.top).or(Some(0))
        };
        if let Some(row) = row {
            self.set_top(row);
        }
    }

    /// Goes to paragraph `n`, from 1.
    pub fn go_to_paragraph(&mut self, n: usize) {
        let Some(layout) = self.rows().cloned() else { return };
        let row = layout.paragraphs.get(n.saturating_sub(1)).or(layout.paragraphs.last());
        self.set_top(row.copied().unwrap_or(0));
    }

    /// Scrolls so that a span is on the screen, a third from the top when it
    /// was not.
    pub fn show(&mut self, span: Span) {
        let Some(layout) = self.rows().cloned() else {
            self.reveal = Some(span);
            return;
        };
        let row = layout.row_of(span.start);
        if row < self.top || row >= self.top + self.height.max(1) {
            self.set_top(row.saturating_sub(self.height / 3));
        }
    }

    /// Searches the open document; hits in lines that the view hides are only
    /// counted.
    pub fn search(&mut self, document: &Document, query: &str) {
        if query.trim().is_empty() {
            self.find = None;
            return;
        }
        let needle = crate::text::fold(query);
        let folded = Folded::new(&document.text);
        let all = folded.find_all(&needle);
        let mut hidden = 0;
        let mut seen = |hit: &Span| {
            let seen = shows(document, self.view, *hit);
            hidden += usize::from(!seen);
            seen
        };
        let hits: Vec<Span> = all.filter(&mut seen).collect();
        let current = hits.iter().position(|h| h.start >= self.anchor).unwrap_or(0);
        self.find = Some(Find { query: query.to_owned(), hits, current, hidden, awaited: false });
        if let Some(hit) = self.find.as_ref().and_then(|f| f.hits.get(f.current)).copied() {
            self.show(hit);
        }
    }

    /// A passage to begin with: the chosen one, else the sentence of what is
    /// highlighted and on the screen.
    pub fn passage(&self, document: &Document) -> Option<Span> {
        if let Some(s) = self.selection {
            return Some(s.span);
        }
        let hit = self.find.as_ref().and_then(|f| f.hits.get(f.current)).copied();
        let highlighted = self.highlighted.or(hit)?;
        let row = self.rows()?.row_of(highlighted.start);
        let seen = row >= self.top && row < self.top + self.height.max(1);
        seen.then(|| crate::app::screen::main::article::sentences::sentence_around(document, highlighted))
    }

    /// The first byte of running text on the screen.
    pub fn first_seen(&self) -> Option<usize> {
        let rows = &self.rows()?.rows;
        let prose =
            |p: Part| matches!(p, Part::Paragraph(_) | Part::Labelled(_) | Part::Numbered(_) | Part::Standfirst);
        let text = |wanted: bool| {
            let mut seen = rows.from(self.top).take(self.height.max(1));
            seen.find(|r| r.words.is_none() && !r.span.is_empty() && (!wanted || prose(r.part)))
        };
        text(true).or_else(|| text(false)).map(|r| r.span.start)
    }

    /// Goes to the next or previous hit, round the end. The hit it came to.
    pub fn next_hit(&mut self, forward: bool) -> Option<Span> {
        let find = self.find.as_mut()?;
        let n = find.hits.len();
        if n == 0 {
            return None;
        }
        find.current = if forward { (find.current + 1) % n } else { (find.current + n - 1) % n };
        let hit = find.hits[find.current];
        self.show(hit);
        Some(hit)
    }

    /// Goes to the next or previous block that was taken out (marked view).
    pub fn next_block(&mut self, forward: bool) -> Option<usize> {
        let layout = self.rows()?.clone();
        let from = self.highlighted.map_or(self.anchor, |s| s.start);
        let fresh = self.highlighted.is_none();
        let index = if forward {
            layout.blocks.iter().position(|b| b.span.start > from || (fresh && b.span.start == from))
        } else {
            layout.blocks.iter().rposition(|b| b.span.start < from)
        }?;
        let span = layout.blocks[index].span;
        self.highlighted = Some(span);
        let row = layout.row_of(span.start);
        self.set_top(row.saturating_sub(2));
        Some(index)
    }
}
