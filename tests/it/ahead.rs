//! Keys that come before the answer that they are for.

use crate::support::{demo, press};
use kiosque::app::Msg;
use kiosque::app::key;
use kiosque::app::overlay::state::Overlay;
use kiosque::shell::Harness;
use kiosque::triage::State;

/// Presses keys in one burst: no work is done before the last of them was pressed.
fn burst(h: &mut Harness, keys: &str) {
    for k in key::parse(keys).expect("keys of a test") {
        h.send(Msg::Key(k));
    }
}

fn title(h: &Harness) -> String {
    h.model.article.document.and_then(|d| h.model.library.card(d)).map_or(String::new(), |c| c.title.clone())
}

fn read(h: &Harness) -> usize {
    h.model.library.keys().filter(|k| h.model.triage.status(k).read).count()
}

#[test]
fn enter_in_go_to_anything_acts_on_the_answer_to_what_is_typed() {
    let mut waiting = demo(120, 40);
    press(&mut waiting, "<c-p>thevenoux<enter>");
    let mut h = demo(120, 40);
    let before = read(&h);
    press(&mut h, "<c-p>");
    burst(&mut h, "thevenoux<enter>");
    assert!(matches!(h.model.overlays.last(), Some(Overlay::GoTo(_))), "nothing is opened before the answer");
    assert_eq!(read(&h), before);
    h.run_until_idle();
    assert!(h.model.overlays.is_empty());
    assert_eq!((h.model.screen, title(&h), read(&h)), (waiting.model.screen, title(&waiting), read(&waiting)));
}

#[test]
fn a_row_chosen_ahead_of_the_answer_stays_that_row() {
    let mut waiting = demo(120, 40);
    press(&mut waiting, "<c-p><esc><c-p>pont<down><enter>");
    let mut h = demo(120, 40);
    press(&mut h, "<c-p><esc>");
    burst(&mut h, "<c-p>pont<down><enter>");
    h.run_until_idle();
    assert!(h.model.overlays.is_empty());
    assert_eq!((h.model.screen, title(&h)), (waiting.model.screen, title(&waiting)));
}

#[test]
fn another_key_takes_an_early_enter_back_and_enter_on_nothing_leaves_the_list_open() {
    let mut h = demo(120, 40);
    let before = title(&h);
    press(&mut h, "<c-p>");
    burst(&mut h, "pont<enter>x");
    h.run_until_idle();
    assert!(matches!(h.model.overlays.last(), Some(Overlay::GoTo(_))));
    press(&mut h, "qqqqzzzz<enter>");
    assert!(matches!(h.model.overlays.last(), Some(Overlay::GoTo(_))));
    assert_eq!(title(&h), before);
}

#[test]
fn enter_opens_from_the_rows_that_a_search_or_a_filter_is_about_to_give() {
    for keys in ["g/navette<enter><enter>", "Fnavette<enter><enter>", "/budget<enter><enter>"] {
        let mut waiting = demo(120, 40);
        press(&mut waiting, keys);
        let mut h = demo(120, 40);
        burst(&mut h, keys);
        h.run_until_idle();
        let place = |h: &Harness| (h.model.screen, h.model.focus, h.model.list.cursor, title(h));
        assert_eq!(place(&h), place(&waiting), "{keys}");
        assert_eq!(read(&h), read(&waiting), "{keys}");
    }
}

#[test]
fn a_verdict_on_what_a_query_is_about_to_tick_waits_for_the_ticks() {
    let dropped = |h: &Harness| {
        let is = |k: &_| h.model.triage.status(k).state == State::Drop;
        h.model.library.keys().filter(is).collect::<Vec<_>>()
    };
    let mut waiting = demo(120, 40);
    press(&mut waiting, "Vnavette<enter>d");
    assert!(!dropped(&waiting).is_empty());
    let mut h = demo(120, 40);
    burst(&mut h, "Vnavette<enter>d");
    h.run_until_idle();
    assert_eq!(dropped(&h), dropped(&waiting));
}

#[test]
fn keys_typed_before_the_queue_is_there_act_on_its_articles_each_as_what_it_is_there() {
    let judged = |h: &Harness| {
        let of = |state: State| h.model.library.keys().filter(|k| h.model.triage.status(k).state == state).count();
        ([State::Drop, State::Keep].map(of), title(h), h.model.queue.clone(), h.model.screen)
    };
    for keys in ["wtd", "wtdkd", "wt<space>d", "Jwtdk", "Fnavette<enter>wtdd"] {
        let mut waiting = demo(120, 40);
        press(&mut waiting, keys);
        assert!(waiting.model.queue.is_some());
        let mut h = demo(120, 40);
        burst(&mut h, keys);
        h.run_until_idle();
        assert_eq!(judged(&h), judged(&waiting), "{keys}");
    }
}

#[test]
fn escape_takes_back_a_queue_that_is_not_there_yet_with_the_keys_for_it() {
    let mut h = demo(120, 40);
    burst(&mut h, "wtd<esc>");
    h.run_until_idle();
    assert!(h.model.queue.is_none());
    let dropped = |k: &_| h.model.triage.status(k).state == State::Drop;
    assert_eq!(h.model.library.keys().filter(dropped).count(), 0);
}
