//! Reading comfort: words parted, rows justified, a row lit, the column made wider,
//! what was taken out told below; and what is said while work goes on.

use crate::support::{demo, frame, press};
use kiosque::app::Msg;
use kiosque::app::panes::{Panes, article_text};
use kiosque::app::screen::main::article::row_table::{ArticleRow, Part};
use kiosque::job::{Kind, Progress, Report, Ticket};
use kiosque::shell::Harness;
use kiosque::text::width::width;

fn prose(h: &Harness) -> Vec<ArticleRow<'_>> {
    let layout = h.model.article.rows().expect("an article is laid out");
    layout.rows.iter().filter(|r| matches!(r.part, Part::Paragraph(_))).collect()
}

fn opened(width: u16) -> Harness {
    let mut h = demo(width, 40);
    press(&mut h, "jj<enter>");
    h
}

fn text(h: &Harness) -> std::sync::Arc<kiosque::corpus::Document> {
    h.model.library.corpus.get(h.model.article.document.unwrap()).unwrap().clone()
}

#[test]
fn words_are_parted_only_when_asked_and_a_place_in_the_text_stays() {
    let mut h = opened(80);
    assert!(prose(&h).iter().all(|r| !r.hyphen));
    press(&mut h, "10j");
    let anchor = h.model.article.anchor;
    press(&mut h, "wh");
    let rows = prose(&h);
    assert!(rows.iter().any(|r| r.hyphen), "no word was parted");
    let document = text(&h);
    for row in rows.iter().filter(|r| r.hyphen) {
        let behind = document.text[row.span.end..].chars().next();
        assert!(behind.is_some_and(char::is_alphabetic));
    }
    assert_eq!(h.model.article.anchor, anchor);
    assert!(frame(&h).lines().any(|l| l.contains("- ") || l.trim_end().ends_with('-')), "{}", frame(&h));
    press(&mut h, "wh");
    assert!(prose(&h).iter().all(|r| !r.hyphen));
}

#[test]
fn justified_rows_end_where_the_column_does_and_last_rows_do_not() {
    let mut h = opened(120);
    press(&mut h, "wj");
    let pane = Panes::of(h.model.size, h.model.layout()).article;
    let (x, columns) = article_text(h.model.article.view, pane.width, h.model.choices.measure);
    let layout = h.model.article.rows().unwrap().clone();
    let document = text(&h);
    let shown = frame(&h);
    let mut filled = 0;
    for (i, row) in layout.rows.iter().enumerate().skip(h.model.article.top).take(h.model.article.height) {
        let Part::Paragraph(_) = row.part else { continue };
        let line: String = shown.lines().nth(usize::from(pane.y) + 1 + i - h.model.article.top).unwrap().to_owned();
        let cells: String = line.chars().skip(usize::from(pane.x + x)).take(columns.into()).collect();
        let words: Vec<&str> = cells.split_whitespace().collect();
        let own = row.span.of(&document.text);
        assert_eq!(words, own.split_whitespace().collect::<Vec<_>>(), "{cells}");
        filled += usize::from(width(cells.trim_end()) == usize::from(columns));
    }
    assert!(filled > 3, "{shown}");
}

#[test]
fn the_column_of_text_is_made_wider_and_narrower_by_keys() {
    let mut h = opened(200);
    let widest = |h: &Harness| prose(h).iter().map(|r| width(r.span.of(&text(h).text))).max().unwrap();
    let before = widest(&h);
    press(&mut h, "w,w,w,");
    assert!(widest(&h) < before && h.model.choices.measure == 60);
    press(&mut h, "w.w.w.w.");
    assert!(h.model.choices.measure == 76 && frame(&h).contains("76"));
}

#[test]
fn what_was_taken_out_is_told_below_with_its_number_in_its_place() {
    let mut h = demo(120, 40);
    let mut seen = 0;
    for _ in 0..20 {
        press(&mut h, "J");
        let Some(layout) = h.model.article.rows().cloned() else { continue };
        let hidden = layout.rows.iter().filter(|r| matches!(r.part, Part::Hidden(_))).count();
        if hidden == 0 {
            continue;
        }
        press(&mut h, "wn");
        let rows = h.model.article.rows().unwrap().rows.clone();
        let words = |r: ArticleRow<'_>| r.words.unwrap_or_default().to_owned();
        let notes: Vec<String> = rows.iter().filter(|r| matches!(r.part, Part::Hidden(_))).map(words).collect();
        let is_number = |n: &&String| n.len() < 6 && n.starts_with('[') && n.ends_with(']');
        let numbers: Vec<&String> = notes.iter().filter(is_number).collect();
        for number in numbers {
            assert!(notes.iter().any(|n| n.len() > number.len() && n.starts_with(number.as_str())), "{notes:?}");
            seen += 1;
        }
        press(&mut h, "wn");
    }
    assert!(seen > 0, "no article had a block taken out of its text");
}

#[test]
fn a_row_is_lit_when_asked_and_everything_fits_every_size() {
    for (width, height) in [(30, 8), (80, 24), (120, 40), (200, 60)] {
        let mut h = demo(width, height);
        press(&mut h, "jj<enter>whwjwfwn");
        frame(&h);
        press(&mut h, "cc");
        frame(&h);
    }
}

#[test]
fn waiting_says_nothing_then_a_word_then_the_time_and_esc_stops_it() {
    let mut h = demo(120, 40);
    for key in kiosque::app::key::parse("g/navette<enter>").unwrap() {
        h.send(Msg::Key(key));
    }
    let begun = h.model.now;
    let said = |h: &Harness| frame(h).lines().rev().take(3).collect::<Vec<_>>().join("\n");
    assert!(!said(&h).contains("recherche…"), "{}", said(&h));
    h.send(Msg::Time(begun + 150));
    assert!(said(&h).contains("recherche…") && !said(&h).contains(" s ·"), "{}", said(&h));
    h.send(Msg::Time(begun + 2300));
    assert!(said(&h).contains("recherche… 2 s"), "{}", said(&h));
    assert_eq!(h.model.due(), Some(begun + 3000));
    let search = (1..9).map(|generation| Ticket { kind: Kind::Search, generation }).find(|t| h.model.is_current(*t));
    h.send(Msg::Report(search.unwrap(), Report::Progress(Progress { done: 7, all: 14 })));
    assert!(said(&h).contains("recherche… 7 sur 14"), "{}", said(&h));
    let (full, empty) = ("━".repeat(15), "─".repeat(15));
    assert!(said(&h).contains(&format!("{full}{empty}")), "half of a bar: {}", said(&h));
    h.send(Msg::Key(kiosque::app::key::parse("<esc>").unwrap()[0]));
    assert!(said(&h).contains("Arrêté"), "{}", said(&h));
    assert_eq!(h.model.screen, kiosque::app::panes::Screen::Main);
    h.run_until_idle();
    assert_eq!((h.model.due(), h.model.screen), (None, kiosque::app::panes::Screen::Main));
}
