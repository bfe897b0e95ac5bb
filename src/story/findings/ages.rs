//! The age of one person, given in two ways.

use super::draft::{Draft, Input, at, text};
use crate::entity::EntityKind;
use crate::fact::{Bound, Figure, FigureKind};
use crate::lang::{FigureWord, Grammar, Tags};
use crate::story::types::FindingKind;
use crate::text::{Span, fold};
use crate::words::msg;

/// Ages looked at on one side.
const LIMIT: usize = 100;

/// A person with the age that stands right behind the name.
struct Aged<'i> {
    /// The words of the name, folded.
    name: Vec<String>,
    figure: &'i Figure,
}

/// *Bruno Odin, 35 ans,*: the age of whoever is named before it. That of another time goes on
/// behind it: *16 ans à l'époque*.
fn aged<'i>(input: &'i Input<'_>, side: usize) -> Vec<Aged<'i>> {
    let own = &input.sides[side];
    let people = own.entities.iter().filter(|e| e.kind == EntityKind::Person);
    let mut mentions: Vec<(Span, Vec<String>)> = people
        .flat_map(|e| {
            let name: Vec<String> = fold(&e.name).split(' ').map(str::to_owned).collect();
            e.mentions.iter().map(move |m| (m.span, name.clone()))
        })
        .collect();
    mentions.sort();
    let exact = own
        .facts
        .figures
        .iter()
        .filter(|f| f.kind == FigureKind::Age && f.bound == Bound::Exact && !f.doubtful && f.low == f.high);
    let stands = |f: &&'i Figure| {
        let i = mentions.partition_point(|(s, _)| s.end <= f.span.start).checked_sub(1)?;
        let (span, name) = &mentions[i];
        let (between, behind) = (Span::new(span.end, f.span.start), own.document.text.get(f.span.end..)?);
        let led = is_bare(text(input, side, between));
        let closed = behind.trim_start().starts_with([',', '.', ')', ';']);
        (name.len() > 1 && led && closed).then(|| Aged { name: name.clone(), figure: f })
    };
    exact.filter_map(|f| stands(&f)).take(LIMIT).collect()
}

/// Nothing but a sign and *âgé de* stands between a name and an age.
fn is_bare(between: &str) -> bool {
    let signs = between.trim_start().starts_with([',', '(']);
    let small = |w: &str| {
        let tags = Tags::of_folded(&fold(w));
        tags.is(FigureWord::Aged) || tags.is(Grammar::Genitive)
    };
    let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    let others = between.chars().any(|c| !(c.is_alphabetic() || c.is_whitespace() || matches!(c, ',' | '(')));
    signs && !others && words.all(small)
}

/// Two names of one person: the same last word, and first ones that begin alike, *Bart* and
/// *Barto*.
fn is_one(x: &[String], y: &[String]) -> bool {
    const LETTERS: usize = 3;
    let (Some((first, last)), Some((other, end))) = (x.first().zip(x.last()), y.first().zip(y.last())) else {
        return false;
    };
    let begins = |s: &str, t: &str| s == t || s.chars().count() >= LETTERS && t.starts_with(s);
    last == end && (begins(first, other) || begins(other, first))
}

/// Ages of one person that differ between the two texts, each person once.
pub(super) fn ages(input: &Input<'_>, out: &mut Vec<Draft>) {
    if input.events.differs() {
        return;
    }
    let (x, y) = (aged(input, 0), aged(input, 1));
    let of = |list: &[Aged<'_>], a: &Aged<'_>, age: f64| {
        list.iter().any(|o| is_one(&o.name, &a.name) && o.figure.low == age)
    };
    let mut told: Vec<&[String]> = Vec::new();
    for a in &x {
        let other = y.iter().find(|b| {
            is_one(&a.name, &b.name)
                && a.figure.low != b.figure.low
                && !of(&y, a, a.figure.low)
                && !of(&x, b, b.figure.low)
        });
        if let Some(b) = other.filter(|_| !told.iter().any(|t| is_one(t, &a.name))) {
            told.push(&a.name);
            let said = |side: usize, f: &Figure| (f.number, at(input, side, f.span));
            let (p, q) = (said(0, a.figure), said(1, b.figure));
            out.push(Draft::pair(FindingKind::Figure, msg::FINDING_AGE, p, q));
        }
    }
}
