//! What a stranger stumbles over in the first minutes: a place that is lost, a row that hides
//! what it is for.

use crate::support::{demo, frame, press, setup};
use jiff::tz::{Offset, TimeZone};
use kiosque::app::screen::main::list::order::Grouping;
use kiosque::app::zone::Zone;
use kiosque::corpus::Place;
use kiosque::job::Input;
use kiosque::shell::Harness;
use kiosque::words::Lang;

/// Where the reader stands in the list, and in the article beside it.
fn place(h: &Harness) -> (usize, usize, Option<kiosque::corpus::DocId>, usize) {
    (h.model.list.cursor, h.model.list.top, h.model.article.document, h.model.article.top)
}

/// The words behind a sign in the row that the cursor is on.
fn row_at_cursor(f: &str) -> &str {
    f.lines().skip(2).find(|l| l.starts_with('▌')).unwrap_or_default()
}

#[test]
fn words_that_are_given_up_or_that_nothing_has_leave_the_reader_where_they_stood() {
    for start in ["", "jjj", "zMj", "<enter><space>"] {
        let mut h = demo(80, 24);
        press(&mut h, start);
        let before = place(&h);
        press(&mut h, "/heures<esc>");
        assert_eq!(place(&h), before, "{start}: given up");
        press(&mut h, "/z<bs>");
        assert_eq!(place(&h), before, "{start}: taken back");
        press(&mut h, "<esc>/zzzz<enter>");
        assert_eq!(place(&h), before, "{start}: nothing has them");
    }
}

#[test]
fn words_are_looked_for_from_where_the_reader_stood_as_they_are_typed() {
    let typed = |keys: &str| {
        let mut h = demo(80, 24);
        press(&mut h, keys);
        place(&h)
    };
    // The first letter alone would have gone to another row, or farther down the text.
    assert_eq!(typed("/crue<enter>"), typed("/c<bs>crue<enter>"));
    assert_eq!(typed("<enter>/heures<enter>"), typed("<enter>/heuresx<bs><enter>"));
    assert_ne!(typed("/crue<enter>"), typed(""));
}

#[test]
fn the_journal_says_what_was_done_in_any_width() {
    for width in [40, 60, 80, 100, 120, 200] {
        let mut h = demo(width, 12);
        press(&mut h, "skgj");
        assert!(row_at_cursor(&frame(&h)).contains("→ retenu"), "{width}: {}", frame(&h));
    }
}

#[test]
fn one_outlet_in_two_spellings_of_an_apostrophe_is_one_group() {
    let mut h = demo(120, 40);
    press(&mut h, "gs");
    assert_eq!(h.model.list.grouping, Grouping::Source);
    let labels: Vec<String> = h.model.list.groups.iter().map(|g| g.label(Lang::FR).replace('’', "'")).collect();
    let mut once = labels.clone();
    once.sort();
    once.dedup();
    assert_eq!(labels.len(), once.len(), "{labels:?}");
    assert!(labels.iter().any(|l| l.contains('\'')), "the sample has such an outlet: {labels:?}");
}

#[test]
fn articles_that_a_number_steps_over_are_not_read() {
    let mut h = demo(120, 40);
    press(&mut h, "<enter>");
    let read = |h: &Harness| h.model.library.keys().filter(|k| h.model.triage.status(k).read).count();
    let before = read(&h);
    press(&mut h, "5J");
    assert_eq!(read(&h), before + 1);
    let at = h.model.article.document;
    press(&mut h, "5KJJJJJ");
    assert_eq!(h.model.article.document, at, "five at once lead to the same as five times one");
}

#[test]
fn today_is_the_day_on_the_readers_clocks() {
    let article = r#"{"title": "Le bac d’Ouestrande", "date": "2026-04-02", "text": "Le bac d’Ouestrande est resté à quai jeudi."}"#;
    let mut setup = setup(80, 24, Lang::FR);
    setup.inputs = vec![Input::Bytes(Place::file("a.json"), article.as_bytes())];
    let mut h = Harness::new(setup);
    let late: jiff::Timestamp = "2026-04-01T22:30:00Z".parse().expect("a moment");
    for (zone, found) in [(Zone::default(), 0), (Zone::found_by(|| TimeZone::fixed(Offset::constant(2))), 1)] {
        h.model.choices.zone = zone;
        h.model.now = late.as_millisecond();
        press(&mut h, "Fdate:today<enter>");
        assert_eq!(h.model.list.groups.documents().len(), found);
        press(&mut h, "<esc>");
    }
}
