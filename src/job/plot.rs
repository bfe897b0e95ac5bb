//! From what was found to plots. Computes nothing that is not there already.

use super::matrix::WhoSays;
use super::name::NamePage;
use super::table::outlets;
use crate::corpus::DocId;
use crate::story::matrix::State;
use crate::triage::export::{Dispersed, Plot, Plotted};
use crate::words::{Lang, msg};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Most days that are drawn one by one; of a longer time those with reports are.
const DAYS: usize = 62;

/// How many outlets reported on each day, from the first to the last.
pub fn volume(said: &WhoSays, title: &str, lang: Lang) -> Plot {
    let mut days: BTreeMap<Date, usize> = BTreeMap::new();
    let mut without = 0;
    for report in &said.coverage.reports {
        match report.day {
            Some(day) => *days.entry(day).or_default() += report.printed(),
            None => without += report.printed(),
        }
    }
    if let (Some(first), Some(last)) = (days.keys().next().copied(), days.keys().next_back().copied()) {
        let all: Vec<Date> = first.series(1.day()).take_while(|d| *d <= last).take(DAYS + 1).collect();
        if all.len() <= DAYS {
            for day in all {
                days.entry(day).or_default();
            }
        }
    }
    let bars = days.into_iter().map(|(d, n)| (d.to_string(), n)).collect();
    let note = match without {
        0 => lang.text(msg::PLOT_VOLUME_NOTE).to_owned(),
        n => lang.say(msg::plot_volume_note_without(n)),
    };
    Plot { title: lang.say(msg::plot_volume(title)), note, plotted: Plotted::Bars(bars) }
}

/// Of the facts that a report has, how many of a hundred each other one has too.
pub fn overlap(said: &WhoSays, title: &str, lang: Lang) -> Plot {
    let columns = said.coverage.compared();
    let rows = &said.coverage.matrix.rows;
    let has = |row: usize, c: usize| rows[row].cells.get(c).is_some_and(|cell| cell.state != State::Absent);
    let share = |of: usize, with: usize| {
        let own: Vec<usize> = (0..rows.len()).filter(|r| has(*r, of)).collect();
        let both = own.iter().filter(|r| has(**r, with)).count();
        (of != with && !own.is_empty()).then(|| (both * 100 / own.len()) as u8)
    };
    let shares = (0..columns).map(|of| (0..columns).map(|with| share(of, with)).collect()).collect();
    let names = (0..columns).map(|c| outlets(said, c)).collect();
    let note = lang.text(msg::PLOT_OVERLAP_NOTE).to_owned();
    Plot { title: lang.say(msg::plot_overlap(title)), note, plotted: Plotted::Shares(names, shares) }
}

/// Where a name stands in each of its articles, from the beginning to the end.
pub fn dispersion(name: &str, page: &NamePage, label: &dyn Fn(DocId) -> String, lang: Lang) -> Plot {
    let rows = page.articles.iter().map(|a| Dispersed { label: label(a.id), places: a.places.clone() }).collect();
    let note = match page.left_out {
        0 => lang.text(msg::PLOT_DISPERSION_NOTE).to_owned(),
        n => lang.say(msg::plot_dispersion_note_left(n)),
    };
    Plot { title: lang.say(msg::plot_dispersion(name)), note, plotted: Plotted::Dispersion(rows) }
}
