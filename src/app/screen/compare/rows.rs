//! A comparison in rows: both columns from one list of pairs.

use crate::corpus::Document;
use crate::enumerated::enumerated;
use crate::story::three::{Beside, three};
use crate::story::{Comparison, Relation, percent};
use crate::text::{Span, wrap};
use crate::words::Lang;
use crate::words::msg;

/// The texts that stand beside the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Column {
    /// The second text.
    #[default]
    B,
    /// The third text.
    C,
}

impl Column {
    /// Its name on the screen.
    pub fn letter(self) -> &'static str {
        match self {
            Self::B => "B",
            Self::C => "C",
        }
    }
}

enumerated! {
    /// How the two texts stand.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
    pub enum Presentation {
        /// In the order of A, the counterpart pulled opposite.
        #[default]
        Facing,
        /// Both texts whole, each in its own order, linked by numbers.
        Whole,
        /// Two columns, counterparts in the order of both texts opposite.
        Columns,
        /// One above the other, block by block.
        Stacked,
        /// Quotes, figures and names as a table.
        Table,
    }
}

impl Presentation {
    /// Its name for the reader.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Facing => lang.text(msg::COMPARE_FACING),
            Self::Whole => lang.text(msg::COMPARE_WHOLE),
            Self::Columns => lang.text(msg::COMPARE_SIDE_BY_SIDE),
            Self::Stacked => lang.text(msg::COMPARE_STACKED),
            Self::Table => lang.text(msg::COMPARE_TABLE),
        }
    }
}

/// In which order rows stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// In that of A, counterparts opposite.
    Facing,
    /// Each side in its own, without regard to the other.
    Whole,
    /// Each side in its own, counterparts opposite where both orders allow.
    Columns,
}

/// What is folded to one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Folded {
    /// Nothing.
    Nothing,
    /// What only one text has, where the order is that of A.
    #[default]
    Alone,
    /// That, and what both have word for word.
    Common,
}

impl Folded {
    /// A step towards more or less.
    #[must_use]
    pub fn step(self, more: bool) -> Self {
        match (self, more) {
            (Self::Nothing, true) | (Self::Common, false) => Self::Alone,
            (Self::Alone | Self::Common, true) => Self::Common,
            (Self::Alone | Self::Nothing, false) => Self::Nothing,
        }
    }
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SideName {
    /// Left.
    A,
    /// Right.
    B,
}

/// What stands in one cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing: the block is longer on the other side.
    #[default]
    Empty,
    /// Text of the side's document.
    Text(Span),
    /// Says that the side has nothing here; drawn as a dim dotted row.
    Absent,
    /// Says where the counterpart of a moved passage stands.
    Elsewhere(usize),
    /// Says that what is common was folded: so many passages.
    Folded(usize),
    /// What has no counterpart, folded to its first words.
    Alone(Span),
    /// The first words of what is read in another place.
    Opening(Span),
    /// Says that what only the other text has begins: so many sentences.
    Rest(usize),
}

/// One row of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Left column, or the only one when stacked.
    pub a: Cell,
    /// Right column.
    pub b: Cell,
    /// Third column.
    pub c: Cell,
    /// The pair of the third column (index into its comparison's pairs).
    pub pair_c: Option<usize>,
    /// The pair it belongs to (index into the pairs); `None`: a blank row.
    pub pair: Option<usize>,
    /// The pair of the right column, which is another where each text stands
    /// in its own order.
    pub pair_b: Option<usize>,
    /// First row of its pair.
    pub first: bool,
    /// The same in the right column.
    pub first_b: bool,
    /// The pair whose sign stands here.
    pub sign: Option<usize>,
}

/// A comparison laid out for a width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareLayout {
    /// Rows from top to bottom.
    pub rows: Vec<Row>,
    /// First row of every pair.
    pub row_of_pair: Vec<usize>,
    /// The same in the right column, where it stands apart.
    pub row_of_pair_b: Vec<usize>,
    /// The same for the pairs of the third column.
    pub row_of_pair_c: Vec<usize>,
}

/// The pairs of a comparison in display order, with the other row of a moved
/// passage.
pub type Pairs = [crate::story::Row];

impl CompareLayout {
    /// Lays the pairs out in two columns of `width` each. With `fold`, runs of
    /// identical passages become one row.
    pub fn new(a: &Document, b: &Document, pairs: &Pairs, width: usize, fold: bool) -> Self {
        let mut out = Self::default();
        let mut i = 0;
        while i < pairs.len() {
            let pair = &pairs[i];
            if fold && pair.relation == Relation::Same {
                let n = pairs[i..].iter().take_while(|p| p.relation == Relation::Same).count();
                for _ in 0..n {
                    out.row_of_pair.push(out.rows.len());
                }
                out.rows.push(Row {
                    a: Cell::Folded(n),
                    b: Cell::Folded(n),
                    pair: Some(i),
                    pair_b: Some(i),
                    first: true,
                    first_b: true,
                    sign: Some(i),
                    ..Row::default()
                });
                out.blank();
                i += n;
                continue;
            }
            out.row_of_pair.push(out.rows.len());
            let cells = |doc: &Document, span: Option<Span>, absent: Cell| match span {
                Some(s) => shown(doc, s)
                    .into_iter()
                    .flat_map(|s| wrap::rows(&doc.text, s, width))
                    .map(Cell::Text)
                    .collect::<Vec<_>>(),
                None => vec![absent],
            };
            let elsewhere = |relation| match (relation, pair.passage) {
                (Relation::Moved, Some(p)) => Cell::Elsewhere(p),
                _ => Cell::Absent,
            };
            let left = cells(a, pair.a, elsewhere(pair.relation));
            let right = cells(b, pair.b, elsewhere(pair.relation));
            out.pair(i, left, right);
            out.blank();
            i += 1;
        }
        out.ended()
    }

    /// Without blank rows at its end.
    pub(super) fn ended(mut self) -> Self {
        while self.rows.last().is_some_and(|r| r.pair.is_none() && r.pair_b.is_none()) {
            self.rows.pop();
        }
        self
    }

    /// Where each pair stands in the right column.
    pub fn row_of_b(&self) -> &[usize] {
        if self.row_of_pair_b.is_empty() { &self.row_of_pair } else { &self.row_of_pair_b }
    }

    /// First row of every pair of the text in a column with the reference.
    pub fn row_of(&self, column: Column) -> &[usize] {
        match column {
            Column::B => &self.row_of_pair,
            Column::C => &self.row_of_pair_c,
        }
    }

    /// Lays a reference and two others out in three columns of `width` each.
    /// Pairs are those of the reference with the first of the others.
    pub fn three(documents: [&Document; 3], pairs: &Pairs, pairs_c: &Pairs, width: usize) -> Self {
        let mut out =
            Self { row_of_pair: vec![0; pairs.len()], row_of_pair_c: vec![0; pairs_c.len()], ..Self::default() };
        let cells = |d: &Document, s: Span| -> Vec<Cell> {
            shown(d, s).into_iter().flat_map(|s| wrap::rows(&d.text, s, width)).map(Cell::Text).collect()
        };
        let beside = |d: &Document, b: Option<Beside>| match b {
            Some(Beside { span: Some(s), .. }) => cells(d, s),
            Some(Beside { relation: Relation::Moved, row, .. }) => vec![Cell::Elsewhere(row)],
            Some(_) => vec![Cell::Absent],
            None => Vec::new(),
        };
        let [a, b, c] = documents;
        for row in three(pairs, pairs_c) {
            let left = row.a.map_or_else(Vec::new, |s| cells(a, s));
            let (middle, right) = (beside(b, row.b), beside(c, row.c));
            let height = left.len().max(middle.len()).max(right.len());
            if let Some(at) = row.b.and_then(|b| out.row_of_pair.get_mut(b.row)) {
                *at = out.rows.len();
            }
            if let Some(at) = row.c.and_then(|c| out.row_of_pair_c.get_mut(c.row)) {
                *at = out.rows.len();
            }
            let (mut left, mut middle, mut right) = (left.into_iter(), middle.into_iter(), right.into_iter());
            out.rows.extend((0..height).map(|n| Row {
                a: left.next().unwrap_or_default(),
                b: middle.next().unwrap_or_default(),
                c: right.next().unwrap_or_default(),
                pair: row.b.map(|b| b.row),
                pair_b: row.b.map(|b| b.row),
                pair_c: row.c.map(|c| c.row).filter(|_| n == 0),
                first: n == 0,
                first_b: n == 0,
                sign: row.b.map(|b| b.row).filter(|_| n == 0),
            }));
            out.blank();
        }
        out.rows.pop();
        out
    }

    pub(super) fn blank(&mut self) {
        self.rows.push(Row::default());
    }

    fn pair(&mut self, index: usize, left: Vec<Cell>, right: Vec<Cell>) {
        let rows = left.len().max(right.len());
        let (mut left, mut right) = (left.into_iter(), right.into_iter());
        let pair = Some(index);
        self.rows.extend((0..rows).map(|n| Row {
            a: left.next().unwrap_or_default(),
            b: right.next().unwrap_or_default(),
            pair,
            pair_b: pair,
            first: n == 0,
            first_b: n == 0,
            sign: pair.filter(|_| n == 0),
            ..Row::default()
        }));
    }

    /// The first row from `row` on that has text on a side.
    pub fn first_text(&self, row: usize, is_a: bool) -> Option<usize> {
        let text = |r: &Row| matches!(if is_a { &r.a } else { &r.b }, Cell::Text(_));
        (row..self.rows.len()).find(|&i| text(&self.rows[i]))
    }

    /// The pair of a side at or above a row.
    pub fn pair_at(&self, row: usize, side: SideName) -> Option<usize> {
        let upto = self.rows.len().min(row + 1);
        self.rows[..upto].iter().rev().find_map(|r| if side == SideName::A { r.pair } else { r.pair_b })
    }
}

/// What is read of a stretch: a passage may reach over a form or a teaser in
/// the middle of an article, which is not shown.
pub(super) fn shown(document: &Document, span: Span) -> Vec<Span> {
    let first = document.lines.partition_point(|l| l.span.end <= span.start);
    let inside = document.lines[first..].iter().take_while(|l| l.span.start < span.end);
    let read = inside.filter(|l| !l.kind.is_noise() && l.repeats.is_none());
    read.filter_map(|l| l.content(&document.text).clip(span)).flat_map(|s| document.without_cuts(s)).collect()
}

/// Words for the sign of a pair in the gutter, most telling first: the sign,
/// and its name.
pub fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "=",
        Relation::Reworded => "~",
        Relation::Moved => "↕",
        Relation::Differs => "≠",
        Relation::Perhaps => "·",
        Relation::Beside => " ",
        Relation::OnlyA => "‹",
        Relation::OnlyB => "›",
    }
}

/// Name of a relation.
pub fn relation_name(relation: Relation, lang: Lang) -> &'static str {
    match relation {
        Relation::Same => lang.text(msg::COMPARE_SAME_PASSAGE),
        Relation::Reworded => lang.text(msg::COMPARE_REWORDED),
        Relation::Moved => lang.text(msg::COMPARE_MOVED),
        Relation::Differs => lang.text(msg::UI_FACT_DIFFERS),
        Relation::Perhaps => lang.text(msg::COMPARE_PERHAPS),
        Relation::Beside => lang.text(msg::COMPARE_BESIDE),
        Relation::OnlyA => lang.text(msg::UI_FACTS_ONLY_A),
        Relation::OnlyB => lang.text(msg::UI_FACTS_ONLY_B),
    }
}

/// Shares of the two texts that passages cover, in percent.
pub fn shares(comparison: &Comparison) -> (usize, usize) {
    (percent(comparison.shared_a), percent(comparison.shared_b))
}
