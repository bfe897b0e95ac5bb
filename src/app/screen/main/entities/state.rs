//! The entity sidebar: names of the open article by kind.

use crate::app::scroll::follow;
use crate::entity::{Entity, EntityKind, Form};
use crate::text::fold;
use std::sync::Arc;

/// A row of the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityRow {
    /// Heading of a kind.
    Kind(EntityKind),
    /// Heading of the sources and agencies cited.
    Cited,
    /// A name (index into the entities of the document).
    Name(usize),
    /// A spelling of the name above it.
    Form(usize, usize),
    /// Air between kinds.
    Blank,
}

/// State of the sidebar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entities {
    /// The names of the open article as the reader decided; `None` while they
    /// are looked for.
    pub names: Option<Arc<[Entity]>>,
    /// Rows for the open article.
    pub rows: Vec<EntityRow>,
    /// EntityRow under the cursor; always a name or a form while there is one.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
    /// The name whose spellings are unfolded.
    pub unfolded: Option<usize>,
    /// The mention jumped to last, of the name under the cursor.
    pub mention: Option<usize>,
}

impl Entities {
    /// Takes the names of the open article and lays out the rows; the cursor
    /// stays on its name where it can.
    pub fn rebuild(&mut self, names: Arc<[Entity]>, hidden: &dyn Fn(&Entity) -> bool) {
        let old = self.names.take().unwrap_or_else(|| names.clone());
        // A name that was given another kind, or joined with another one, is still
        // the one whose mentions stand where they stood.
        let find = |at: usize| {
            let before = old.get(at)?;
            let same = |e: &Entity| e.kind == before.kind && e.name == before.name;
            let first = before.mentions.first().map(|m| m.span);
            let there = |e: &Entity| first.is_some_and(|span| e.mentions.iter().any(|m| m.span == span));
            names.iter().position(same).or_else(|| names.iter().position(there))
        };
        let kept = self.selected().and_then(find);
        self.unfolded = self.unfolded.and_then(find);
        let form = match self.rows.get(self.cursor) {
            Some(EntityRow::Form(_, f)) => Some(*f),
            _ => None,
        };
        let near = self.cursor;
        let entities = &*names;
        self.rows.clear();
        let mut section = |head: EntityRow, wanted: &dyn Fn(&Entity) -> bool| {
            let mut first = true;
            for (i, e) in entities.iter().enumerate().filter(|(_, e)| wanted(e) && !hidden(e)) {
                if first {
                    if !self.rows.is_empty() {
                        self.rows.push(EntityRow::Blank);
                    }
                    self.rows.push(head);
                    first = false;
                }
                self.rows.push(EntityRow::Name(i));
                if self.unfolded == Some(i) {
                    self.rows.extend((0..e.forms.len()).map(|f| EntityRow::Form(i, f)));
                }
            }
        };
        for kind in [EntityKind::Person, EntityKind::Place, EntityKind::Organisation, EntityKind::Misc] {
            section(EntityRow::Kind(kind), &|e| e.kind == kind && !e.cited);
        }
        section(EntityRow::Cited, &|e| e.cited);
        let place = |row: EntityRow| self.rows.iter().position(|r| *r == row);
        let kept =
            kept.and_then(|k| form.and_then(|f| place(EntityRow::Form(k, f))).or_else(|| place(EntityRow::Name(k))));
        self.cursor = kept.unwrap_or(near).min(self.rows.len().saturating_sub(1));
        self.names = Some(names);
        self.snap_to_stop(true);
    }

    /// Forgets where it was: another article is open.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    fn is_stop(row: &EntityRow) -> bool {
        matches!(row, EntityRow::Name(_) | EntityRow::Form(..))
    }

    /// Moves off headings and blanks.
    fn snap_to_stop(&mut self, forward: bool) {
        let stop = |r: &EntityRow| Self::is_stop(r);
        if self.rows.get(self.cursor).is_some_and(stop) {
            return;
        }
        let after = self.rows.iter().enumerate().skip(self.cursor).find(|(_, r)| stop(r)).map(|(i, _)| i);
        let before = self.rows.iter().enumerate().take(self.cursor).rev().find(|(_, r)| stop(r)).map(|(i, _)| i);
        self.cursor = if forward { after.or(before) } else { before.or(after) }.unwrap_or(0);
    }

    /// Moves the cursor, from name to name.
    pub fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        let old = self.cursor;
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.snap_to_stop(by > 0);
        if self.cursor != old {
            self.mention = None;
        }
    }

    /// Puts the cursor on a row or the name nearest to it.
    pub fn go_to_row(&mut self, row: usize) {
        self.cursor = row.min(self.rows.len().saturating_sub(1));
        self.snap_to_stop(true);
        self.mention = None;
    }

    /// Puts the cursor on a name.
    pub fn select(&mut self, index: usize) {
        if let Some(row) = self.rows.iter().position(|r| *r == EntityRow::Name(index)) {
            self.go_to_row(row);
        }
    }

    /// Puts the cursor on the name that is spelled so, where there is one.
    pub(crate) fn select_spelled(&mut self, spelling: &str) {
        let same = |s: &str| fold(s) == fold(spelling);
        let spelled = |e: &Entity| same(&e.name) || e.forms.iter().any(|f| same(&f.surface));
        let shown = |i: usize| self.rows.contains(&EntityRow::Name(i));
        let found = self.names.as_ref().and_then(|n| (0..n.len()).find(|i| shown(*i) && spelled(&n[*i])));
        if let Some(index) = found.filter(|i| self.selected() != Some(*i)) {
            self.select(index);
        }
    }

    /// Goes to the first name that has these words in one of its spellings;
    /// false where none has.
    pub fn find(&mut self, words: &str) -> bool {
        let words: Vec<String> = fold(words).split_whitespace().map(str::to_owned).collect();
        let has = |e: &Entity| {
            let spelled = |f: &Form| {
                let folded = fold(&f.surface);
                words.iter().all(|w| folded.contains(w))
            };
            e.forms.iter().any(spelled)
        };
        let found = self.rows.iter().position(|r| match r {
            EntityRow::Name(i) => self.names.as_ref().and_then(|names| names.get(*i)).is_some_and(has),
            _ => false,
        });
        let found = found.filter(|_| !words.is_empty());
        found.into_iter().for_each(|row| self.go_to_row(row));
        found.is_some()
    }

    /// The name under the cursor.
    pub fn name(&self) -> Option<&Entity> {
        self.names.as_ref()?.get(self.selected()?)
    }

    /// The spelling under the cursor.
    pub fn form(&self) -> Option<&Form> {
        match self.rows.get(self.cursor)? {
            EntityRow::Form(e, f) => self.names.as_ref()?.get(*e)?.forms.get(*f),
            _ => None,
        }
    }

    /// Index of the name under the cursor.
    pub fn selected(&self) -> Option<usize> {
        match self.rows.get(self.cursor)? {
            EntityRow::Name(i) | EntityRow::Form(i, _) => Some(*i),
            _ => None,
        }
    }

    /// Scrolls so that the cursor is on a screen of `height` rows.
    pub fn clamp(&mut self, height: usize) {
        self.top = follow(self.top, self.cursor, height, self.rows.len());
        // The heading stays with its first name.
        if height > 1 && self.cursor == self.top && self.top > 0 {
            self.top -= 1;
        }
    }
}
