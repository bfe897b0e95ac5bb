//! The page of a name: its spellings, which the reader joins and parts, and
//! what the corpus says of it.

use crate::app::library::Merging;
use crate::app::model::Model;
use crate::app::words::{Lang, short_date};
use crate::corpus::DocId;
use crate::entity::merge::{Merged, NameKey};
use crate::job::{NamePage, Passage};
use crate::text::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;
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
}

/// A row of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// What the rows below are.
    Head(&'static str),
    /// A spelling (index).
    Spelling(usize),
    /// A day: its label, its share of the fullest day, mentions.
    Day(String, f64, usize),
    /// A thing and how often.
    Count(String, String),
    /// Words of an article.
    Passage(DocId, Passage),
    /// Where the words above stand.
    Source(String),
    /// A sentence of the program.
    Said(String),
    /// Air.
    Blank,
}

impl Row {
    fn is_stop(&self) -> bool {
        matches!(self, Self::Spelling(_) | Self::Passage(..))
    }
}

/// From how many columns on the page has two columns.
pub const TWO_COLUMNS: u16 = 76;

/// Articles read for a page.
pub const ARTICLES: usize = 60;

/// One column of the page.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Rows.
    pub rows: Vec<Row>,
    /// Row under the cursor.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
}

impl Column {
    fn set(&mut self, rows: Vec<Row>) {
        self.rows = rows;
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        self.settle(true);
    }

    fn settle(&mut self, forward: bool) {
        if self.rows.get(self.cursor).is_some_and(Row::is_stop) {
            return;
        }
        let after = (self.cursor..self.rows.len()).find(|&i| self.rows[i].is_stop());
        let before = (0..self.cursor.min(self.rows.len())).rev().find(|&i| self.rows[i].is_stop());
        self.cursor = if forward { after.or(before) } else { before.or(after) }.unwrap_or(0);
    }

    fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        if by == isize::MAX || by == isize::MIN {
            self.cursor = if by > 0 { last } else { 0 };
            return self.settle(by < 0);
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
        let first = self.rows.iter().position(Row::is_stop).unwrap_or(0);
        let last = self.rows.iter().rposition(Row::is_stop).unwrap_or(0);
        let low = if self.cursor == first { 0 } else { self.cursor };
        let high = if self.cursor == last { self.rows.len().saturating_sub(1) } else { self.cursor + 1 };
        self.top = self.top.max((high + 1).saturating_sub(height)).min(low);
        self.top = self.top.min(self.rows.len().saturating_sub(height)).min(self.cursor);
        self.top = self.top.max((self.cursor + 1).saturating_sub(height));
    }
}

/// State of the page.
#[derive(Clone, Debug, Default)]
pub struct Name {
    /// Whose page it is.
    pub key: Option<NameKey>,
    /// What was found; `None` while it is looked for.
    pub page: Option<Arc<NamePage>>,
    /// Spellings and near names.
    pub spellings: Vec<Spelling>,
    /// Left and right; a narrow page has the left one only.
    pub columns: [Column; 2],
    /// The column that has the cursor.
    pub column: usize,
    /// What the rows were made from.
    made_of: Option<(NameKey, usize, usize, Lang, bool)>,
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

    /// The spelling under the cursor.
    pub fn spelling(&self) -> Option<&Spelling> {
        let c = &self.columns[self.column];
        match c.rows.get(c.cursor)? {
            Row::Spelling(i) => self.spellings.get(*i),
            _ => None,
        }
    }

    /// The place of the words under the cursor.
    pub fn place(&self) -> Option<(DocId, Span)> {
        let c = &self.columns[self.column];
        match c.rows.get(c.cursor)? {
            Row::Passage(id, p) => Some((*id, p.span)),
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
        if self.columns[to].rows.iter().any(Row::is_stop) {
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

/// The name of the page as it is merged now.
pub fn merged(model: &Model) -> Option<&Merged> {
    model.library.catalogue.get(model.name.key.as_ref()?)
}

/// Lays the page out, when something changed.
pub fn fill(model: &mut Model, width: u16) {
    let Some(key) = model.name.key.clone() else { return };
    let two = width >= TWO_COLUMNS;
    let entities = model.library.catalogue.entities.len();
    let of = Some((key, entities, model.triage.len(), model.lang(), two));
    if model.name.made_of == of {
        return;
    }
    let spellings = spellings(model);
    let (left, right) = rows(model, &spellings);
    let name = &mut model.name;
    name.spellings = spellings;
    name.made_of = of;
    if two {
        name.columns[0].set(left);
        name.columns[1].set(right);
    } else {
        name.column = 0;
        name.columns[0].set(left.into_iter().chain([Row::Blank]).chain(right).collect());
        name.columns[1].set(Vec::new());
    }
}

fn spellings(model: &Model) -> Vec<Spelling> {
    let lang = model.lang();
    let Some(merged) = merged(model) else { return Vec::new() };
    let of = |f: &crate::entity::merge::MergedForm| Spelling {
        key: f.key.clone(),
        surface: f.surface.clone(),
        count: f.count,
        standing: if f.doubtful { Standing::Doubtful } else { Standing::Joined },
        reason: match (f.doubtful, lang.text(f.reason)) {
            (true, why) => {
                lang.pick(format!("à confirmer, non comptée ({why})"), format!("to be confirmed, not counted ({why})"))
            }
            (false, why) => why.to_owned(),
        },
    };
    let mut out: Vec<Spelling> = merged.forms.iter().map(of).collect();
    for n in model.name.page.iter().flat_map(|p| &p.near) {
        let reason = match n.parted {
            true => lang.pick("séparé par vous", "parted by you"),
            false => lang.pick("un autre nom", "another name"),
        };
        if !out.iter().any(|s| s.key == n.key) {
            out.push(Spelling {
                key: n.key.clone(),
                surface: n.name.clone(),
                count: n.count,
                standing: Standing::Apart,
                reason: reason.to_owned(),
            });
        }
    }
    out
}

fn rows(model: &Model, spellings: &[Spelling]) -> (Vec<Row>, Vec<Row>) {
    let lang = model.lang();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let Some(merged) = merged(model) else {
        let said = match model.library.merging {
            Merging::Done => lang.pick("Ce nom n'est plus dans le corpus.", "This name is no longer in the corpus."),
            _ => lang.pick("Les noms du corpus se rassemblent…", "The names of the corpus are being gathered…"),
        };
        return (vec![Row::Said(said.to_owned())], right);
    };
    left.push(Row::Head(lang.pick("Formes", "Spellings")));
    left.extend((0..spellings.len()).map(Row::Spelling));
    let page = model.name.page.as_deref();
    if let Some(roles) = page.map(|p| &p.roles).filter(|r| !r.is_empty()) {
        left.extend([Row::Blank, Row::Head(lang.pick("Rôles écrits", "Roles as written"))]);
        left.extend(roles.iter().take(8).map(|(words, n)| Row::Count(words.clone(), n.to_string())));
    }
    let companions = model.library.catalogue.companions(&merged.id);
    if !companions.is_empty() {
        left.extend([Row::Blank, Row::Head(lang.pick("Avec", "With"))]);
        let all = merged.documents.len();
        left.extend(companions.iter().take(10).map(|(e, n)| Row::Count(e.name.clone(), format!("{n}/{all}"))));
    }
    timeline(model, merged, &mut right);
    let Some(page) = page else {
        let reading = lang.pick("Les articles sont relus…", "The articles are being read…");
        right.extend([Row::Blank, Row::Said(reading.to_owned())]);
        return (left, right);
    };
    let label = |id: DocId| model.library.card(id).map(|c| c.label(lang)).unwrap_or_default();
    let mut section = |head: &'static str, of: &dyn Fn(&crate::job::InArticle) -> Vec<Passage>| {
        let mut first = true;
        for a in &page.articles {
            let passages = of(a);
            if passages.is_empty() {
                continue;
            }
            if std::mem::take(&mut first) {
                right.extend([Row::Blank, Row::Head(head)]);
            }
            right.extend(passages.into_iter().map(|p| Row::Passage(a.id, p)));
            right.push(Row::Source(label(a.id)));
        }
    };
    section(lang.pick("Ses citations", "What it says"), &|a| a.said.clone());
    section(lang.pick("Cité à son sujet", "Quoted about it"), &|a| a.about.clone());
    section(lang.pick("Mentions", "Mentions"), &|a| a.mention.clone().into_iter().collect());
    if page.left_out > 0 {
        let n = lang.articles(page.left_out);
        let words = lang.pick(
            format!("{n} de plus, non relus ici : ie les liste"),
            format!("{n} more, not read here: ie lists them"),
        );
        right.extend([Row::Blank, Row::Said(words)]);
    }
    (left, right)
}

fn timeline(model: &Model, merged: &Merged, out: &mut Vec<Row>) {
    const DAYS: usize = 14;
    let lang = model.lang();
    let mut days: BTreeMap<Date, usize> = BTreeMap::new();
    let mut undated = 0;
    for o in &merged.documents {
        match model.library.card(o.id).and_then(|c| c.date) {
            Some(day) => *days.entry(day).or_insert(0) += o.count,
            None => undated += o.count,
        }
    }
    out.push(Row::Head(lang.pick("Chronologie", "Timeline")));
    let most = days.values().copied().max().unwrap_or(1).max(1);
    let before: usize = days.iter().rev().skip(DAYS).map(|(_, n)| n).sum();
    if before > 0 {
        out.push(Row::Day(lang.pick("plus tôt", "earlier").to_owned(), 0.0, before));
    }
    let shown = days.len().saturating_sub(DAYS);
    out.extend(days.iter().skip(shown).map(|(d, n)| Row::Day(short_date(*d), *n as f64 / most as f64, *n)));
    if undated > 0 {
        out.push(Row::Day(lang.pick("sans date", "undated").to_owned(), 0.0, undated));
    }
}
