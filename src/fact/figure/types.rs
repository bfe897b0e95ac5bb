//! What a figure is: its kind, how exactly it is meant, its interval.

use crate::enumerated::enumerated;
use crate::text::Span;
use serde::Serialize;

enumerated! {
    /// What a figure counts.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum FigureKind {
        /// People or things.
        Count => "count",
        /// Hundredths.
        Percent => "percent",
        /// Money, in units of its currency.
        Money => "money",
        /// A stretch of time.
        Duration => "duration",
        /// Years of a life.
        Age => "age",
        /// Metres, tonnes, degrees.
        Measure => "measure",
        /// A time of day, in minutes from midnight.
        Clock => "clock",
        /// A place in an order: `3e`, `1er`.
        Rank => "rank",
        /// Goals, points or votes of two sides: `2-1`.
        Score => "score",
        /// A number that names: `article 49`, `acte 5`.
        Label => "label",
    }
}

/// How exactly the value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// As written.
    Exact,
    /// *environ*, *une vingtaine*.
    About,
    /// *près de*, *presque*: a little less.
    Almost,
    /// *plus de*, *au moins*.
    More,
    /// *moins de*, *jusqu’à*.
    Less,
    /// *entre … et …*, *2 à 12*.
    Range,
    /// *des centaines*: an order of magnitude.
    Magnitude,
}

/// A number in a text with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The whole phrase: bound, number, unit, noun.
    pub span: Span,
    /// Only the number, as written.
    pub number: Span,
    /// What it counts.
    pub kind: FigureKind,
    /// Lowest value meant, in the base unit.
    pub low: f64,
    /// Highest value meant, in the base unit; equal to `low` for one value.
    pub high: f64,
    /// How exactly it is meant.
    pub bound: Bound,
    /// Base unit: `eur`, `%`, `s`, `day`, `month`, `m`; of a label the word
    /// that it numbers.
    pub unit: Option<String>,
    /// Head noun of a count, or that of the whole of a share, folded and
    /// singular.
    pub noun: Option<String>,
    /// A minus sign stands before it.
    pub negative: bool,
    /// The day or stretch of time that its own clause names.
    pub time: Option<Span>,
    /// The place that its own clause names.
    pub place: Option<Span>,
    /// Its kind, its bound or what it counts is guessed: no difference is told of it.
    pub doubtful: bool,
}

impl Figure {
    /// One value, as written, of nothing yet.
    pub(super) fn new(span: Span, number: Span, kind: FigureKind, value: f64) -> Self {
        Self {
            span,
            number,
            kind,
            low: value,
            high: value,
            bound: Bound::Exact,
            unit: None,
            noun: None,
            negative: false,
            time: None,
            place: None,
            doubtful: false,
        }
    }
}
