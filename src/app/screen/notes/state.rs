//! All notes, as rows grouped by what they are about.

use crate::corpus::DocKey;
use crate::text::fold;
use crate::triage::{Note, NoteId, Target};
use std::sync::Arc;

/// A passage of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its words.
    pub quote: String,
    /// Which side of a difference it is; empty elsewhere.
    pub side: String,
    /// Body paragraph, when it is in the body.
    pub paragraph: Option<usize>,
    /// The words are no longer there.
    pub lost: bool,
}

/// A note with all that its rows say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteItem {
    /// What it is about.
    pub target: Target,
    /// That, in words.
    pub label: String,
    /// The headline, or that of the story.
    pub title: String,
    /// The note.
    pub note: Arc<Note>,
    /// When, in words.
    pub when: String,
    /// Its passages.
    pub passages: Vec<Passage>,
    /// All of it, folded, for searching.
    pub(crate) folded: String,
}

/// A row of the screen (indices of items and their passages).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteRow {
    /// What the notes below it are about.
    Target(usize),
    /// A note.
    Note(usize),
    /// A passage of a note.
    Passage(usize, usize),
}

/// State of the notes screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// Only those of one article.
    pub only: Option<DocKey>,
    /// Words that a note must have.
    pub find: String,
    /// All notes, newest target first.
    pub items: Vec<NoteItem>,
    /// Rows in order.
    pub rows: Vec<NoteRow>,
    /// NoteRow under the cursor, always a note.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
    /// How many notes are shown.
    pub shown: usize,
    /// How many articles and entries of the journal the items were made from.
    pub made_of: Option<(usize, usize)>,
}

impl Notes {
    /// Takes the notes anew; the cursor stays on its note.
    pub fn set_items(&mut self, items: Vec<NoteItem>) {
        let at = self.item().map(|i| i.note.id);
        self.items = items;
        self.lay_rows(at);
    }

    /// Lets go what is made again when the screen is come back to; where one was in it stays.
    pub fn let_go(&mut self) {
        (self.items, self.rows, self.made_of) = (Vec::new(), Vec::new(), None);
    }

    /// Shows only what has these words.
    pub fn search(&mut self, words: &str) {
        let at = self.item().map(|i| i.note.id);
        words.clone_into(&mut self.find);
        self.lay_rows(at);
    }

    /// Lays the rows out, with the cursor on a note.
    fn lay_rows(&mut self, at: Option<NoteId>) {
        let folded = fold(&self.find);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut last: Option<&Target> = None;
        self.rows.clear();
        self.shown = 0;
        for (i, item) in self.items.iter().enumerate() {
            let here = |k: DocKey| match &item.target {
                Target::Document(d) => *d == k,
                Target::Pair(a, b) => *a == k || *b == k,
                _ => false,
            };
            if !self.only.is_none_or(here) || !words.iter().all(|w| item.folded.contains(w)) {
                continue;
            }
            if last != Some(&item.target) {
                self.rows.push(NoteRow::Target(i));
            }
            last = Some(&item.target);
            self.rows.push(NoteRow::Note(i));
            self.rows.extend((0..item.passages.len()).map(|p| NoteRow::Passage(i, p)));
            self.shown += 1;
        }
        let place = |id| self.rows.iter().position(|r| matches!(r, NoteRow::Note(i) if self.items[*i].note.id == id));
        let near = self.cursor.min(self.rows.len().saturating_sub(1));
        self.cursor = at.and_then(place).unwrap_or(near);
        if !matches!(self.rows.get(self.cursor), Some(NoteRow::Note(_))) {
            self.step(1);
            self.step(0);
        }
    }

    /// The note under the cursor.
    pub fn item(&self) -> Option<&NoteItem> {
        match self.rows.get(self.cursor)? {
            NoteRow::Note(i) | NoteRow::Target(i) | NoteRow::Passage(i, _) => self.items.get(*i),
        }
    }

    /// Moves the cursor by notes.
    pub fn step(&mut self, by: isize) {
        let notes: Vec<usize> =
            (0..self.rows.len()).filter(|&r| matches!(self.rows.get(r), Some(NoteRow::Note(_)))).collect();
        let Some(last) = notes.len().checked_sub(1) else {
            self.cursor = 0;
            return;
        };
        let at = notes.partition_point(|&r| r <= self.cursor).saturating_sub(1);
        self.cursor = notes[at.saturating_add_signed(by).min(last)];
    }

    /// Moves the cursor to the note that a row belongs to.
    pub fn go_to_row(&mut self, row: usize) {
        let is_note = |r: &usize| matches!(self.rows.get(*r), Some(NoteRow::Note(_)));
        let after = (row..self.rows.len()).find(is_note);
        let before = (0..=row).rev().find(is_note);
        // What a note is about stands above it, its passages below.
        let heads = matches!(self.rows.get(row), Some(NoteRow::Target(_)));
        self.cursor = if heads { after.or(before) } else { before.or(after) }.unwrap_or(self.cursor);
    }

    /// Scrolls so that the note under the cursor is on a screen of `height`
    /// rows, with its passages as far as they fit.
    pub fn clamp(&mut self, height: usize) {
        let height = height.max(1);
        let passages = self.item().map_or(0, |i| i.passages.len());
        let end = self.cursor + passages.min(height.saturating_sub(1));
        if end >= self.top + height {
            self.top = end + 1 - height;
        }
        // The name of what a note is about stays with its first note.
        let head = matches!(self.cursor.checked_sub(1).and_then(|r| self.rows.get(r)), Some(NoteRow::Target(_)));
        let first = self.cursor - usize::from(head && height > 1 + passages);
        self.top = self.top.min(first).min(self.rows.len().saturating_sub(height));
    }
}
