//! The comparison in the order of the first text: what differs, what is common,
//! the counterpart opposite. Keys in, screen out.

use crate::support::{demo, frame, press};
use kiosque::app::Msg;
use kiosque::app::msg::Pointer;
use kiosque::app::overlay::state::Overlay;
use kiosque::app::screen::compare::hunks::{Layer, told};
use kiosque::app::screen::compare::rows::{Cell, Folded, Order, Presentation};
use kiosque::app::screen::compare::state::Compare;
use kiosque::shell::Harness;
use kiosque::story::{Reason, Relation};
use kiosque::text::Span;
use kiosque::triage::Status;
use kiosque::triage::export::{Format, sheet};
use kiosque::words::Lang;

/// Two reports of the bridge, one a correction of the other.
fn compared(width: u16, height: u16, keys: &str) -> Harness {
    let mut h = demo(width, height);
    press(&mut h, "j=jj=");
    press(&mut h, keys);
    h
}

fn comparison(h: &Harness) -> &Compare {
    h.model.compare.as_ref().expect("a comparison")
}

/// Whether the end of a stretch of A or B is on the screen.
fn is_shown(h: &Harness, span: Span, is_a: bool) -> bool {
    let c = comparison(h);
    let rows = c.rows().unwrap().rows.iter().skip(c.top).take(c.height);
    rows.into_iter()
        .any(|r| matches!(if is_a { &r.a } else { &r.b }, Cell::Text(t) if t.end + 3 > span.end && t.touches(span)))
}

#[test]
fn what_differs_stands_first_and_its_number_goes_there() {
    let mut h = compared(120, 40, "");
    let f = frame(&h);
    let lines: Vec<&str> = f.lines().collect();
    assert!(lines[1].trim_start().starts_with("1 "), "{f}");
    assert!(lines.iter().take(10).any(|l| l.contains("commun : ")), "{f}");
    assert!(!f.contains("rien ici") && !f.contains("plus loin"), "{f}");
    press(&mut h, "2");
    let c = comparison(&h);
    let result = c.result.as_ref().unwrap();
    let (item, second) = (c.item().expect("a stop"), told(result)[1].clone());
    assert_eq!((item.a, item.b), (second.a, second.b));
    assert!(frame(&h).contains("▸2"), "{}", frame(&h));
    press(&mut h, "9");
    assert!(
        frame(&h).contains("Aucune différence n'a le numéro 9")
            || told(comparison(&h).result.as_ref().unwrap()).len() > 8
    );
}

#[test]
fn the_counterpart_stands_opposite_under_its_own_number() {
    let h = compared(130, 60, "");
    let c = comparison(&h);
    let result = c.result.as_ref().unwrap();
    let rows = &c.rows().unwrap().rows;
    let mut apart = 0;
    for (i, p) in result.facing.iter().enumerate() {
        let (Some(a), Some(b), true) = (p.a, p.b, p.relation.is_linked()) else { continue };
        apart += usize::from(p.apart);
        let row = &rows[c.rows().unwrap().row_of_pair[i]];
        let begins = |cell: &Cell, s: Span| matches!(cell, Cell::Text(t) if t.touches(s));
        assert!(begins(&row.a, a) && begins(&row.b, b), "{i}: {row:?}");
    }
    assert!(apart > 0, "the second report tells in another order");
    let left: Vec<Span> = rows.iter().filter_map(|r| if let Cell::Text(s) = r.a { Some(s) } else { None }).collect();
    assert!(left.windows(2).all(|w| w[0].start < w[1].start));
}

#[test]
fn linked_passages_and_what_one_alone_has_are_stepped_through_apart_from_what_differs() {
    let mut h = compared(120, 40, "p");
    let here = |h: &Harness| {
        let c = comparison(h);
        (c.walked, c.item().cloned().expect("a stop"))
    };
    let (walked, first) = here(&h);
    assert!(walked == Layer::Passages && first.a.is_some() && first.b.is_some());
    press(&mut h, "p");
    assert!(here(&h).1.a > first.a);
    press(&mut h, "P");
    assert_eq!(here(&h).1, first);
    press(&mut h, "o");
    let (walked, alone) = here(&h);
    assert!(walked == Layer::Only && (alone.a.is_none() != alone.b.is_none()));
    press(&mut h, "oO");
    assert_eq!(here(&h).1, alone);
    press(&mut h, "n");
    let (walked, _) = here(&h);
    assert_eq!((walked, comparison(&h).layer), (Layer::All, Layer::All));
}

#[test]
fn what_one_alone_has_is_folded_to_its_first_words_until_it_is_the_stop_or_opened() {
    let mut h = compared(120, 40, "");
    let lone = |h: &Harness| {
        let result = comparison(h).result.clone().unwrap();
        let p = result.facing.iter().find(|p| p.relation.is_alone()).copied().expect("something is told once");
        (p.a.or(p.b).unwrap(), p.a.is_some())
    };
    let folded = |h: &Harness| {
        comparison(h)
            .rows()
            .unwrap()
            .rows
            .iter()
            .any(|r| matches!((&r.a, &r.b), (Cell::Alone(_), _) | (_, Cell::Alone(_))))
    };
    assert!(folded(&h));
    press(&mut h, "o");
    let (span, is_a) = lone(&h);
    assert!(is_shown(&h, span, is_a), "{}", frame(&h));
    // Enter folds it again, and opens it again.
    press(&mut h, "<enter>");
    assert!(!is_shown(&h, span, is_a), "{}", frame(&h));
    press(&mut h, "gg+");
    assert!(!folded(&h) && comparison(&h).folded == Folded::Nothing);
    press(&mut h, "-");
    assert!(folded(&h));
    press(&mut h, "-");
    assert_eq!(comparison(&h).folded, Folded::Common);
}

#[test]
fn the_nearest_places_are_listed_with_their_confidence_gone_to_and_pinned() {
    let mut h = demo(120, 40);
    // Of all pairs of the sample, the first that has a doubtful place.
    let ids: Vec<_> = h.model.library.corpus.ids().collect();
    let mut found = false;
    'pairs: for (i, a) in ids.iter().enumerate() {
        for b in &ids[i + 1..] {
            h.model.list.ticked.clear();
            h.model.list.ticked.extend([*a, *b]);
            press(&mut h, "=");
            let Some(c) = h.model.compare.as_ref().filter(|c| c.result.is_some()) else { continue };
            let result = c.result.as_ref().unwrap();
            let doubtful = |p: &kiosque::story::Row| p.relation == Relation::Perhaps && p.a.is_some();
            found = result.facing.first().is_some_and(doubtful) || result.facing.iter().any(doubtful);
            if found {
                break 'pairs;
            }
            press(&mut h, "q");
        }
    }
    assert!(found, "nothing of the sample is doubtful");
    let at = |h: &Harness| {
        let c = comparison(h);
        let result = c.result.as_ref().unwrap();
        result.facing[c.here().unwrap()]
    };
    for _ in 0..400 {
        if at(&h).relation == Relation::Perhaps && at(&h).a.is_some() {
            break;
        }
        press(&mut h, "j");
    }
    if at(&h).relation != Relation::Perhaps {
        // It stands on the last screen: go to it.
        let place =
            comparison(&h).result.as_ref().unwrap().facing.iter().find(|p| p.relation == Relation::Perhaps).unwrap().a;
        h.model.compare.as_mut().unwrap().go_to((place, None));
    }
    press(&mut h, "v");
    let Some(Overlay::Nearest { nearest, .. }) = h.model.overlays.last() else { panic!("listed: {}", frame(&h)) };
    assert!(nearest.found.windows(2).all(|w| w[0].score >= w[1].score));
    let first = nearest.found[0];
    let f = frame(&h);
    assert!(f.contains("Endroits les plus proches dans B") && f.contains('%'), "{f}");
    // A click goes to a candidate, and a second one chooses it as Enter does.
    let row = f.lines().position(|l| l.contains('%')).unwrap() as u16;
    let cursor = |h: &Harness| match h.model.overlays.last() {
        Some(Overlay::Nearest { cursor, .. }) => Some(*cursor),
        _ => None,
    };
    let others: &[(u16, usize)] = if nearest.found.len() > 1 { &[(row + 4, 1), (row, 0)] } else { &[] };
    for (y, at) in others {
        h.send(Msg::Pointer(Pointer::Click, 60, *y));
        assert_eq!(cursor(&h), Some(*at), "{f}");
    }
    h.send(Msg::Pointer(Pointer::Click, 60, row));
    h.run_until_idle();
    assert!(h.model.overlays.is_empty() && is_shown(&h, first.b, false), "{first:?} {}", frame(&h));
    h.model.compare.as_mut().unwrap().go_to((Some(first.a), None));
    press(&mut h, "vM");
    let by_hand = |h: &Harness| {
        let c = comparison(h).result.clone().unwrap();
        c.comparison.passages.iter().any(|p| p.reasons == [Reason::ByHand] && p.a == first.a && p.b == first.b)
    };
    assert!(by_hand(&h), "{:?}", h.model.message);
    press(&mut h, "u");
    assert!(!by_hand(&h));
}

#[test]
fn one_key_goes_round_the_presentations_and_numbers_link_two_whole_texts() {
    let mut h = compared(130, 40, "");
    let mut seen = vec![comparison(&h).presentation];
    for _ in 0..4 {
        press(&mut h, "c");
        seen.push(comparison(&h).presentation);
        if comparison(&h).presentation == Presentation::Whole {
            let c = comparison(&h);
            assert_eq!(c.layout.as_ref().unwrap().0.order, Order::Whole);
            assert!(frame(&h).contains('¶'), "{}", frame(&h));
            for side in [
                |r: &kiosque::app::screen::compare::rows::Row| r.a.clone(),
                |r: &kiosque::app::screen::compare::rows::Row| r.b.clone(),
            ] {
                let spans: Vec<Span> = c
                    .rows()
                    .unwrap()
                    .rows
                    .iter()
                    .filter_map(|r| if let Cell::Text(s) = side(r) { Some(s) } else { None })
                    .collect();
                assert!(spans.len() > 10 && spans.windows(2).all(|w| w[0].start < w[1].start));
            }
            // The counterpart is brought beside the passage at the top.
            press(&mut h, "<enter>");
        }
    }
    use Presentation::{Columns, Facing, Stacked, Table, Whole};
    assert_eq!(seen, [Facing, Whole, Columns, Stacked, Table]);
    press(&mut h, "c");
    assert_eq!(comparison(&h).presentation, Facing);
}

#[test]
fn the_sheet_on_paper_opens_with_what_differs_in_the_order_of_the_screen() {
    let h = compared(120, 40, "");
    let result = comparison(&h).result.clone().expect("a result");
    let status = Status::default();
    let paper = kiosque::job::sheet(&result, [&status, &status], &[], kiosque::job::Reach::Differences, Lang::FR);
    let said: Vec<String> = result.comparison.findings.iter().map(|f| Lang::FR.say(&f.sentence)).collect();
    let opening = paper
        .rows
        .iter()
        .take_while(|r| r.section == sheet::Section::Findings && r.a.as_ref().or(r.b.as_ref()).is_some());
    let opening: Vec<String> = opening.map(|r| r.what.clone()).filter(|w| !w.is_empty()).collect();
    assert!(!said.is_empty());
    assert_eq!(opening, said);
    for (format, heading, after) in
        [(Format::Html, "<h2>", 1), (Format::Markdown, "\n## ", 1), (Format::Plain, "\n\n", 2)]
    {
        let printed = sheet::print(format, &paper, Lang::FR);
        let first = printed.split(heading).nth(after).unwrap_or_default();
        assert!(first.starts_with("Ce qui diffère"), "{printed}");
    }
}
