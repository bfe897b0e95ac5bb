//! A story seen through its reports: who says what, the timeline, reprints as
//! one text. Keys in, screen out.

use crate::support::{demo, frame, press, setup};
use kiosque::app::area::Size;
use kiosque::app::overlay::state::Overlay;
use kiosque::app::panes::Pane;
use kiosque::app::panes::Screen;
use kiosque::app::screen::compare::hunks::Layer;
use kiosque::app::screen::compare::rows::{Cell, Column};
use kiosque::app::screen::coverage::state::{Coverage, Line};
use kiosque::app::screen::main::list::state::ListRow;
use kiosque::shell::Harness;
use kiosque::story::coverage::Show;
use kiosque::story::matrix::State;
use kiosque::words::Lang;

/// The story of the bridge: five articles, two of which are one text.
fn bridge(width: u16, height: u16, keys: &str) -> Harness {
    let mut h = demo(width, height);
    press(&mut h, keys);
    h
}

fn coverage(h: &Harness) -> &Coverage {
    h.model.coverage.as_ref().expect("the screen is open")
}

/// The same with the cursor in the first column: a screen begins at the text that
/// was open.
fn first_column(width: u16, height: u16, keys: &str) -> Harness {
    let mut h = bridge(width, height, keys);
    let column = coverage(&h).column;
    press(&mut h, &"h".repeat(column));
    h
}

#[test]
fn who_says_what_is_a_screen_with_origins_signs_and_the_words_under_the_cursor() {
    let h = bridge(120, 40, "gm");
    assert_eq!(h.model.screen, Screen::Matrix);
    let f = frame(&h);
    for words in ["Qui dit quoi", "origines · fait", "● dit", "origine", "tri : origines"] {
        assert!(f.contains(words), "{words} in\n{f}");
    }
    let c = coverage(&h);
    let rows = &c.result.as_ref().unwrap().coverage.matrix.rows;
    let origins: Vec<usize> = c.rows.iter().map(|r| rows[*r].origins.len()).collect();
    assert!(origins.windows(2).all(|w| w[0] >= w[1]) && origins[0] > 1, "{origins:?}");
}

#[test]
fn one_text_in_two_outlets_is_one_column_and_one_origin() {
    let h = bridge(120, 40, "gm");
    let c = coverage(&h);
    let result = c.result.as_ref().unwrap();
    let printed: Vec<usize> = c.reports().iter().map(kiosque::story::coverage::Report::printed).collect();
    assert_eq!((printed.len(), printed.iter().sum::<usize>(), printed.iter().max()), (4, 5, Some(&2)), "{printed:?}");
    assert!(result.coverage.matrix.rows.iter().all(|r| r.origins.len() <= 4));
    let f = frame(&h);
    assert!(f.contains("×2") && f.contains("4 textes dans 5 articles"), "{f}");
}

#[test]
fn filters_leave_what_one_text_says_or_leaves_out_and_escape_takes_them_off() {
    let mut h = first_column(120, 40, "gm");
    let all = coverage(&h).rows.len();
    press(&mut h, "o");
    let rows = |h: &Harness| {
        let c = coverage(h);
        let m = &c.result.as_ref().unwrap().coverage.matrix;
        c.rows.iter().map(|r| m.rows[*r].clone()).collect::<Vec<_>>()
    };
    assert!(!rows(&h).is_empty() && rows(&h).iter().all(|r| r.documents() == 1));
    assert!(frame(&h).contains("filtre : un seul texte le dit"));
    press(&mut h, "Ol");
    let column = coverage(&h).column;
    assert_eq!((column, coverage(&h).show), (1, Show::Omitted(1)));
    assert!(rows(&h).iter().all(|r| r.cells[column].state == State::Absent));
    press(&mut h, "<esc>");
    assert_eq!((coverage(&h).rows.len(), h.model.screen), (all, Screen::Matrix));
    press(&mut h, "<esc>");
    assert_eq!(h.model.screen, Screen::Main);
}

#[test]
fn orders_of_facts_are_those_of_time_and_of_a_text() {
    let mut h = first_column(120, 40, "gm,d");
    let first = |h: &Harness| {
        let c = coverage(h);
        let m = &c.result.as_ref().unwrap().coverage.matrix;
        let first = |r: &usize| m.rows[*r].cells.iter().position(|c| c.state != State::Absent).unwrap();
        c.rows.iter().map(first).collect::<Vec<_>>()
    };
    assert!(first(&h).windows(2).all(|w| w[0] <= w[1]));
    press(&mut h, "ll,t");
    let c = coverage(&h);
    let places: Vec<_> = c.rows.iter().filter_map(|r| c.place(*r, 2)).map(|p| p.1).collect();
    assert!(places.len() > 3 && places.windows(2).all(|w| w[0] <= w[1]), "{places:?}");
}

#[test]
fn enter_opens_the_passage_and_jumping_back_comes_back_to_the_cell() {
    let mut h = first_column(120, 40, "gmjj");
    let c = coverage(&h);
    let column = (0..4).find(|&k| c.place(c.fact().unwrap(), k).is_some()).unwrap();
    let (id, span) = c.place(c.fact().unwrap(), column).unwrap();
    press(&mut h, &"l".repeat(column));
    press(&mut h, "<enter>");
    assert_eq!(
        (h.model.screen, h.model.article.document, h.model.article.highlighted),
        (Screen::Main, Some(id), Some(span))
    );
    press(&mut h, "H");
    assert_eq!((h.model.screen, coverage(&h).cursor, coverage(&h).column), (Screen::Matrix, 2, column));
    press(&mut h, "L");
    assert_eq!((h.model.screen, h.model.article.document), (Screen::Main, Some(id)));
}

#[test]
fn a_cell_that_differs_says_in_what_and_enter_goes_to_that_place_of_the_comparison() {
    let mut h = bridge(120, 40, "gmn");
    let c = coverage(&h);
    let (fact, column) = (c.fact().expect("a fact differs"), c.column);
    let d = (*c.differences(fact, column).first().expect("the cursor is on the text that differs")).clone();
    let said = d.said.clone().map(|m| Lang::FR.say(m));
    let pair = d.columns.map(|o| c.document(o).unwrap());
    let shown = frame(&h).split_whitespace().collect::<Vec<_>>().join(" ");
    for words in &said {
        let first: Vec<&str> = words.split_whitespace().take(3).collect();
        assert!(shown.contains(&first.join(" ")), "{words} in\n{}", frame(&h));
    }
    press(&mut h, "<enter>");
    assert_eq!(h.model.screen, Screen::Compare);
    let compare = h.model.compare.as_ref().unwrap();
    assert_eq!([compare.a, compare.b], pair);
    let rows = compare.rows().unwrap();
    let on_screen = rows.rows.iter().skip(compare.top).take(compare.height);
    let here = |cell: &Cell, span: kiosque::text::Span| matches!(cell, Cell::Text(s) if s.touches(span));
    assert!(on_screen.into_iter().any(|r| here(&r.a, d.spans[0]) || here(&r.b, d.spans[1])), "{}", frame(&h));
    press(&mut h, "q");
    assert_eq!((h.model.screen, coverage(&h).fact(), coverage(&h).column), (Screen::Matrix, Some(fact), column));
}

#[test]
fn an_empty_cell_says_that_nothing_was_found_and_opens_nothing() {
    let mut h = bridge(120, 40, "gmO<enter>");
    assert_eq!(h.model.screen, Screen::Matrix);
    assert!(frame(&h).contains("pas trouvé dans cet article par cette méthode"));
    press(&mut h, "q");
    assert_eq!(h.model.screen, Screen::Main);
}

#[test]
fn a_cell_is_compared_with_the_text_that_tells_it_best_and_closing_comes_back() {
    let mut h = first_column(120, 40, "gm");
    // One that differs is compared with the text from which it differs.
    let c = coverage(&h);
    let rows = &c.result.as_ref().unwrap().coverage.matrix.rows;
    let alike = |r: &usize| {
        let cell = &rows[*r].cells[0];
        rows[*r].document != 0 && !matches!(cell.state, State::Differs | State::Absent)
    };
    let down = c.rows.iter().position(alike).expect("a fact that another text tells best");
    press(&mut h, &"j".repeat(down));
    press(&mut h, "=");
    assert_eq!(h.model.screen, Screen::Compare);
    let (a, b) = h.model.compare.as_ref().map(|c| (c.a, c.b)).unwrap();
    assert!(a != b && (coverage(&h).document(0) == Some(b)));
    press(&mut h, "q");
    assert_eq!(h.model.screen, Screen::Matrix);
}

#[test]
fn the_timeline_is_in_order_of_time_and_no_fact_is_new_twice() {
    let mut h = bridge(120, 40, "gl");
    assert_eq!(h.model.screen, Screen::Timeline);
    let c = coverage(&h);
    let days: Vec<_> = c.reports().iter().map(|r| (r.day.is_none(), r.day)).collect();
    assert!(days.is_sorted() && days.len() > 2, "{days:?}");
    let mut firsts: Vec<usize> = c.reports().iter().flat_map(|r| r.first.iter().map(|f| f.row)).collect();
    let n = firsts.len();
    firsts.sort_unstable();
    firsts.dedup();
    assert!(n > 5 && firsts.len() == n);
    let f = frame(&h);
    for words in ["Chronologie", "×2", "Le même texte", "cite ", "+ "] {
        assert!(f.contains(words), "{words} in\n{f}");
    }
    press(&mut h, "j");
    assert!(matches!(coverage(&h).lines[coverage(&h).line], Line::First(..) | Line::More(..)));
    let at = coverage(&h).fact_at_line();
    press(&mut h, "gm");
    assert_eq!((h.model.screen, coverage(&h).fact()), (Screen::Matrix, at));
    press(&mut h, "<tab><enter>");
    assert_eq!(h.model.screen, Screen::Main);
    assert!(h.model.article.highlighted.is_some());
}

#[test]
fn a_report_of_the_timeline_unfolds_what_it_says_first() {
    let mut h = bridge(120, 40, "gl");
    let before = coverage(&h).lines.len();
    let more = coverage(&h).lines.iter().position(|l| matches!(l, Line::More(..))).expect("one says much");
    let Line::More(c, n) = coverage(&h).lines[more] else { unreachable!() };
    press(&mut h, "gg");
    while coverage(&h).line < more {
        press(&mut h, "j");
    }
    press(&mut h, "l");
    assert_eq!(coverage(&h).lines.len(), before + n - 1);
    assert!(matches!(coverage(&h).lines[coverage(&h).line], Line::First(r, _) if r == c));
    press(&mut h, "h");
    assert_eq!(coverage(&h).lines.len(), before);
}

#[test]
fn many_outlets_scroll_sideways_and_the_column_under_the_cursor_is_seen() {
    let mut h = bridge(80, 24, "gm");
    for width in [30, 40, 60, 80] {
        h.resize(Size { width, height: 24 });
        for _ in 0..4 {
            press(&mut h, "l");
            let c = coverage(&h);
            let shown = kiosque::app::screen::coverage::areas::columns(width, c.reports().len()).shown;
            assert!((c.left..c.left + shown).contains(&c.column), "{width}: {} {}", c.left, c.column);
        }
        press(&mut h, "hhhh");
    }
}

#[test]
fn both_screens_are_handed_over_as_tables() {
    let mut h = bridge(120, 40, "gmE");
    let Some(Overlay::Export(e)) = h.model.overlays.last() else { panic!("the menu is open") };
    assert!(matches!(e.chosen(), Some(kiosque::app::overlay::export::state::Goods::WhoSays(..))));
    assert!(frame(&h).contains("qui dit quoi") && frame(&h).contains("chronologie"));
    press(&mut h, "<esc>");
}

#[test]
fn the_next_story_follows_and_an_article_on_its_own_has_none() {
    let mut h = bridge(120, 40, "gm");
    let first = coverage(&h).story.clone();
    press(&mut h, "J");
    assert!(coverage(&h).story != first && coverage(&h).result.is_some());
    press(&mut h, "KK");
    assert_eq!(coverage(&h).story, first);
    press(&mut h, "qGgm");
    assert_eq!(h.model.screen, Screen::Main);
    assert!(frame(&h).contains("seul de son histoire"));
}

#[test]
fn the_two_screens_speak_english() {
    let mut h = Harness::new(setup(120, 40, Lang::EN));
    for (keys, words) in [("gm", "Who says what"), ("gl", "Timeline")] {
        press(&mut h, keys);
        let f = frame(&h);
        assert!(f.contains(words), "{f}");
        for french in ["origines", "textes dans", "pas trouvé", "d'après", "cite "] {
            assert!(!f.contains(french), "{french} in\n{f}");
        }
    }
}

/// The row of a text that several outlets print.
fn to_the_folded_text(h: &mut Harness) -> usize {
    let rows = &h.model.list.rows;
    let folded = |r: &ListRow| matches!(r, ListRow::Document(d, _) if h.model.list.under(*d).len() > 1);
    let row = rows.iter().position(folded).expect("a text is printed twice");
    h.model.list.go_to_row(row);
    row
}

#[test]
fn a_text_in_two_outlets_is_one_row_that_unfolds_and_folds() {
    let mut h = demo(120, 40);
    let rows = h.model.list.rows.len();
    let group = h.model.list.groups.get(0).unwrap();
    assert_eq!((group.documents().len(), group.texts()), (5, 4));
    let f = frame(&h);
    assert!(f.contains("×2"), "{f}");
    h.resize(Size { width: 160, height: 40 });
    assert!(frame(&h).contains("4 textes sur 5"), "{}", frame(&h));
    let row = to_the_folded_text(&mut h);
    press(&mut h, "l");
    assert_eq!((h.model.list.rows.len(), h.model.focus), (rows + 1, Pane::List));
    assert!(frame(&h).contains("└ "));
    press(&mut h, "j");
    assert_eq!(h.model.list.position(), Some(row + 1));
    press(&mut h, "h");
    assert_eq!((h.model.list.rows.len(), h.model.list.cursor), (rows, row));
    press(&mut h, "l<enter>");
    assert_eq!(h.model.focus, Pane::Article);
}

#[test]
fn a_verdict_on_a_folded_text_is_on_all_its_copies_says_so_and_is_undone_as_one() {
    let mut h = demo(120, 40);
    let row = to_the_folded_text(&mut h);
    assert!(frame(&h).contains("2 articles ›"));
    press(&mut h, "sk");
    let kept = |h: &Harness| h.model.counts.of(kiosque::triage::State::Keep);
    assert_eq!((kept(&h), h.model.list.cursor), (2, row + 1), "{:?}", h.model.message);
    assert!(h.model.message.as_ref().unwrap().text.starts_with("2 articles"));
    press(&mut h, "u");
    assert_eq!(kept(&h), 0);
    to_the_folded_text(&mut h);
    press(&mut h, "lsk");
    assert_eq!(kept(&h), 1);
}

#[test]
fn the_queue_brings_a_text_once_and_a_verdict_there_is_on_all_its_copies() {
    let mut h = demo(120, 40);
    let texts: usize = h.model.list.groups.iter().map(|g| g.texts()).sum();
    to_the_folded_text(&mut h);
    press(&mut h, "wt");
    assert_eq!(h.model.queue.as_ref().expect("the queue is open").documents.len(), texts);
    press(&mut h, "d");
    assert_eq!(h.model.counts.of(kiosque::triage::State::Drop), 2, "{:?}", h.model.message);
}

#[test]
fn verdicts_are_given_where_a_text_is_looked_at_and_shown_there() {
    let dropped = |h: &Harness| h.model.counts.of(kiosque::triage::State::Drop);
    // Who says what: the text of the column, with the outlet that prints it too.
    let mut h = first_column(120, 40, "gm");
    let twice = (0..).find(|k| coverage(&h).prints(*k).len() == 2).expect("a text in two outlets");
    press(&mut h, &"l".repeat(twice));
    assert!(frame(&h).contains("2 articles ›"), "{}", frame(&h));
    press(&mut h, "d");
    assert_eq!((dropped(&h), h.model.screen), (2, Screen::Matrix));
    assert!(frame(&h).contains(" ×\n") || frame(&h).contains(" × "), "{}", frame(&h));
    // The timeline: the report under the cursor.
    press(&mut h, "ugl");
    assert_eq!(dropped(&h), 0);
    press(&mut h, "sd");
    assert!(dropped(&h) >= 1);
    // The comparison: the side of the cursor; keeping it drops the others.
    let mut h = bridge(120, 40, "=J=");
    press(&mut h, "D");
    assert_eq!((dropped(&h), h.model.screen), (4, Screen::Compare));
    assert!(frame(&h).contains(" ✓"), "{}", frame(&h));
    press(&mut h, "u");
    assert_eq!(dropped(&h), 0);
    // A hit of a search.
    press(&mut h, "<esc>g/Sarvenne<enter>d");
    assert_eq!((dropped(&h), h.model.screen), (1, Screen::Results));
}

#[test]
fn going_to_a_copy_gives_it_a_row_and_ticking_a_folded_text_ticks_all() {
    let mut h = demo(120, 40);
    to_the_folded_text(&mut h);
    let shown = h.model.list.document().unwrap();
    let copy = h.model.list.copies(shown)[0];
    press(&mut h, "<space>");
    assert!(h.model.list.ticked.contains(&shown) && h.model.list.ticked.contains(&copy));
    assert!(h.model.list.go_to(copy));
    assert_eq!(h.model.list.document(), Some(copy));
    // Another grouping has other neighbours; the cursor stays on its article.
    press(&mut h, "gdgc");
    assert_eq!(h.model.list.document(), Some(copy));
}

#[test]
fn a_third_text_stands_beside_the_two_each_column_in_order() {
    let mut h = demo(200, 50);
    press(&mut h, "jj=j=t");
    let c = h.model.compare.as_ref().unwrap();
    let third = c.third_result().expect("the third is compared").clone();
    assert!(third.a.id == c.a && third.b.id != c.b);
    let rows = &c.rows().unwrap().rows;
    let spans = |cell: fn(&kiosque::app::screen::compare::rows::Row) -> &Cell| {
        rows.iter().filter_map(|r| if let Cell::Text(s) = cell(r) { Some(*s) } else { None }).collect::<Vec<_>>()
    };
    for column in [spans(|r| &r.a), spans(|r| &r.b), spans(|r| &r.c)] {
        assert!(column.len() > 10 && column.windows(2).all(|w| w[0].start < w[1].start));
    }
    assert!(frame(&h).contains("C "));
    // Each text has its map, and p stops at what is between A and C as well.
    let shown = frame(&h);
    let is_map = |l: &&str| l.chars().filter(|c| "█▓░↕≠".contains(*c)).count() > 40;
    let maps: Vec<&str> = shown.lines().filter(is_map).filter_map(|l| l.split_whitespace().next()).collect();
    assert_eq!(maps, ["A", "B", "C"], "{shown}");
    let all = h.model.compare.as_ref().unwrap().items_of(Layer::Passages).len();
    let mut columns = Vec::new();
    for _ in 0..all {
        press(&mut h, "p");
        let c = h.model.compare.as_ref().unwrap();
        let item = c.item().unwrap();
        columns.push(item.column);
        let row = |s: Option<kiosque::text::Span>, cell: fn(&kiosque::app::screen::compare::rows::Row) -> &Cell| {
            let shown = c.rows().unwrap().rows.iter().skip(c.top).take(c.height);
            s.is_none_or(|s| shown.into_iter().any(|r| matches!(cell(r), Cell::Text(t) if t.touches(s))))
        };
        let seen = match item.column {
            Column::B => row(item.b, |r| &r.b) || row(item.a, |r| &r.a),
            Column::C => row(item.b, |r| &r.c) || row(item.a, |r| &r.a),
        };
        assert!(seen, "{item:?} is not on the screen");
    }
    assert!(columns.contains(&Column::B) && columns.contains(&Column::C));
    press(&mut h, "ttt");
    let two = h.model.compare.as_ref().unwrap();
    assert!(two.items_of(Layer::All).len() < all && two.items_of(Layer::All).iter().all(|i| i.column == Column::B));
    h.resize(Size { width: 120, height: 40 });
    press(&mut h, "t");
    assert!(frame(&h).contains("Trois textes demandent"), "{}", frame(&h));
}

#[test]
fn texts_one_above_the_other_are_never_drawn_over_each_other() {
    let mut h = demo(40, 12);
    press(&mut h, "jj=j=");
    let all = h.model.compare.as_ref().unwrap().items_of(Layer::All).len();
    let mut moved = 0;
    for _ in 0..all {
        press(&mut h, "n");
        let c = h.model.compare.as_ref().unwrap();
        moved += usize::from(c.item().is_some_and(|i| i.a.is_some() && i.b.is_some()));
        assert_eq!(c.top_b(), c.top);
        let rows = &c.rows().unwrap().rows;
        assert!(rows.iter().all(|r| !matches!((&r.a, &r.b), (Cell::Text(_), Cell::Text(_)))));
    }
    assert!(moved > 0);
}

#[test]
fn a_reference_is_set_against_all_others_of_its_story_and_one_of_them_chosen() {
    let mut h = demo(120, 40);
    press(&mut h, "jj=j=gr");
    let a = h.model.compare.as_ref().unwrap().a;
    let Some(Overlay::OneToMany { found: Some(found), .. }) = h.model.overlays.last() else { panic!("worked out") };
    assert!(found.len() == 4 && found.iter().all(|(id, _)| *id != a));
    let last = found[3].0;
    let f = frame(&h);
    assert!(f.contains("face aux autres") && f.contains("citations"), "{f}");
    press(&mut h, "jjj<enter>");
    let c = h.model.compare.as_ref().unwrap();
    assert_eq!((c.a, c.b, c.result.is_some()), (a, last, true));
}

#[test]
fn what_does_not_count_as_a_difference_is_said_and_switched() {
    let mut h = demo(120, 40);
    press(&mut h, "jj=j=it");
    let f = frame(&h);
    assert!(f.contains("Ignoré : casse, accents · compte : typographie"), "{f}");
    assert!(!h.model.compare.as_ref().unwrap().options.ignore_typography);
    press(&mut h, "it");
    assert!(h.model.compare.as_ref().unwrap().options.ignore_typography);
}

#[test]
fn two_places_are_pinned_together_remembered_for_the_pair_and_taken_back() {
    let mut h = demo(120, 30);
    press(&mut h, "jj=j=ccb<tab>jjjjjjjj");
    let by_hand = |h: &Harness| {
        let c = h.model.compare.as_ref().unwrap();
        let passages = &c.result.as_ref().unwrap().comparison.passages;
        passages.iter().filter(|p| p.reasons == [kiosque::story::Reason::ByHand]).count()
    };
    assert!(frame(&h).contains('▸'), "{}", frame(&h));
    press(&mut h, "MM");
    assert_eq!(by_hand(&h), 1, "{:?}", h.model.message);
    // Seen from the other side, and after the pair was left, it is the same.
    press(&mut h, "x");
    assert_eq!(by_hand(&h), 1);
    press(&mut h, "xqH");
    assert_eq!((h.model.screen, by_hand(&h)), (Screen::Compare, 1));
    press(&mut h, "u");
    assert_eq!(by_hand(&h), 0);
    press(&mut h, "U");
    assert_eq!(by_hand(&h), 1);
}

#[test]
fn a_place_is_pinned_to_nothing() {
    let mut h = demo(120, 30);
    press(&mut h, "jj=j=gpnnn");
    let linked = |h: &Harness| {
        let c = h.model.compare.as_ref().unwrap();
        c.result.as_ref().unwrap().comparison.passages.len()
    };
    let before = linked(&h);
    press(&mut h, "ggM0");
    assert!(linked(&h) < before, "{:?}", h.model.message);
    press(&mut h, "u");
    assert_eq!(linked(&h), before);
}

#[test]
fn of_two_reports_of_one_day_the_one_of_the_earlier_hour_is_first() {
    let h = bridge(120, 40, "gl");
    let c = coverage(&h);
    let f = frame(&h);
    let (morning, evening) = (f.find("09:12").expect("the hour is shown"), f.find("17:48").expect("the hour is shown"));
    assert!(morning < evening, "{f}");
    let of_day: Vec<usize> = (0..c.reports().len()).filter(|r| c.reports()[*r].day == c.reports()[0].day).collect();
    assert!(of_day.len() > 1, "{f}");
    // What both have, the evening is not told to have had first.
    let rows = &c.result.as_ref().unwrap().coverage.matrix.rows;
    let both = |row: usize| of_day.iter().all(|r| rows[row].cells[*r].state != State::Absent);
    assert!(c.reports()[of_day[1]].first.iter().all(|first| !both(first.row)), "{f}");
    assert!(c.reports()[of_day[0]].first.iter().any(|first| both(first.row)), "{f}");
}
