//! [`CatalogueSnapshot`]: a [`Table`] under the numbers that its articles have in this run.

use super::findings::Slot;
use super::format::NONE;
use super::origin::{Location, Origin};
use super::table::{Record, Table};
use crate::corpus::{Card, DocId, DocKey, Place};
use crate::store::files;
use std::path::PathBuf;
use std::sync::Arc;

/// A table, and which number of this run stands in which row.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogueSnapshot {
    table: Table,
    /// The paths given.
    roots: Arc<[PathBuf]>,
    /// Rows by number and numbers by row; `None` where both are the same.
    numbers: Option<Box<(Vec<u32>, Vec<u32>)>>,
}

impl CatalogueSnapshot {
    /// A table that was there before anything was numbered.
    pub fn new(table: Table, roots: &[PathBuf]) -> Self {
        Self { table, roots: roots.into(), numbers: None }
    }

    /// A table written in this run: the numbers of its rows, in order.
    #[must_use]
    pub fn numbered(self, ids: &[DocId]) -> Self {
        if ids.iter().enumerate().all(|(row, id)| id.index() == row) {
            return Self { numbers: None, ..self };
        }
        let mut rows = vec![NONE; ids.iter().map(|id| id.index() + 1).max().unwrap_or(0)];
        ids.iter().enumerate().for_each(|(row, id)| rows[id.index()] = row as u32);
        Self { numbers: Some(Box::new((rows, ids.iter().map(|id| id.0).collect()))), ..self }
    }

    /// The same for whoever goes through all rows and then lets it go.
    pub(super) fn in_bulk(&self) -> Self {
        Self { table: self.table.in_bulk(), ..self.clone() }
    }

    /// True when all of it is as it was written, which takes a look at all of it.
    pub fn is_whole(&self) -> bool {
        self.table.is_whole()
    }

    /// True when a part of it could not be read since it was opened.
    pub fn is_lost(&self) -> bool {
        self.table.is_lost()
    }

    /// What the rows say.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The row of an article, when it has one.
    pub fn row(&self, id: DocId) -> Option<usize> {
        match &self.numbers {
            None => (id.index() < self.table.len()).then_some(id.index()),
            Some(n) => n.0.get(id.index()).filter(|r| **r != NONE).map(|r| *r as usize),
        }
    }

    /// The number of the article in a row.
    pub fn id(&self, row: usize) -> Option<DocId> {
        match &self.numbers {
            None => (row < self.table.len()).then_some(DocId(row as u32)),
            Some(n) => n.1.get(row).map(|id| DocId(*id)),
        }
    }

    /// The articles of all rows, in their order.
    pub fn ids(&self) -> impl Iterator<Item = DocId> + '_ {
        (0..self.table.len()).filter_map(|row| self.id(row))
    }

    /// The articles of a key, in the order of their rows.
    pub fn by_key(&self, key: &DocKey) -> impl Iterator<Item = DocId> + '_ {
        self.table.by_key(key).filter_map(|row| self.id(row))
    }

    fn place(&self, record: &Record<'_>) -> Place {
        let path = self.table.file(record.file()).path(&self.roots);
        Place { path: files::display(&path).into(), entry: record.entry().map(|e| e.into()) }
    }

    /// The name of the file or record of an article.
    pub fn file_name(&self, id: DocId) -> Option<String> {
        Some(Card::name_at(&self.place(&self.table.record(self.row(id)?)?)))
    }

    /// What lists show of an article.
    pub fn card(&self, id: DocId) -> Option<Card> {
        let record = self.table.record(self.row(id)?)?;
        Some(record.card(Card::name_at(&self.place(&record))))
    }

    /// The way to an article.
    pub fn location(&self, id: DocId) -> Option<Location> {
        let row = self.row(id)?;
        let record = self.table.record(row)?;
        let file = self.table.file(record.file());
        let origin = Origin::File { root: file.root as usize, path: file.path(&self.roots), stamp: file.stamp };
        Some(Location {
            origin: Arc::new(origin),
            place: self.place(&record),
            packed: record.is_packed(),
            extent: record.extent(),
            key: self.table.key(row),
            held: None,
        })
    }

    /// Where the findings of an article stand.
    pub fn slot(&self, id: DocId) -> Option<Slot> {
        self.table.record(self.row(id)?)?.slot()
    }
}
