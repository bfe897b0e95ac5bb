//! Going back, over the graph of views: from each view to each view that the
//! table of actions opens from it, and back to where one was.

use crate::support::{demo, frame, press};
use kiosque::app::action::{ACTIONS, Action, Context, Group};
use kiosque::app::overlay::state::Overlay;
use kiosque::app::panes::{Pane, Screen};
use kiosque::app::rebind::{Rebinding, RebindingTable};
use kiosque::app::refusal::refusal_in;
use kiosque::shell::{Harness, Request};
use std::collections::BTreeSet;

/// Key that no row of the table has.
const KEY: &str = "<f12>";

/// Ways in which a view is left.
const BACK: [Action; 3] = [Action::Close, Action::Dismiss, Action::JumpBack];

/// Where the reader is: the view with its cursors and scrolls, and all that lies
/// below.
fn place(h: &Harness) -> String {
    let m = &h.model;
    let view = match m.screen {
        Screen::Main => {
            let a = &m.article;
            let filter = m.filter.as_ref().map(|f| &f.text);
            let list = (m.list.cursor, m.list.top, m.list.grouping, filter);
            let article = (a.document, a.view, a.top, a.anchor, a.find.as_ref().map(|f| (&f.query, f.current)));
            let names = (m.entities.cursor, m.entities.top, m.entities.unfolded);
            format!("{:?} {:?}", (m.focus, m.zoom, m.queue.is_some(), list), (article, names))
        }
        Screen::Compare => {
            let c = m.compare.as_ref().unwrap();
            format!("{:?}", (c.a, c.b, c.result.is_some(), c.side, c.top, c.offset, c.layer, c.current, c.presentation))
        }
        Screen::Results => {
            let r = m.results.as_ref().unwrap();
            format!("{:?}", (&r.query, r.layers, r.len(), r.cursor, r.top))
        }
        Screen::Notes => format!("{:?}", (m.notes.only, &m.notes.find, m.notes.cursor, m.notes.top)),
        Screen::Journal => format!("{:?}", (m.journal.cursor, m.journal.top)),
        Screen::Board => format!("{:?}", (m.board.column, m.board.rows, m.board.tops, m.board.left)),
        Screen::Name => {
            let columns: Vec<_> = m.name.columns.iter().map(|c| (c.cursor, c.top, c.rows.len())).collect();
            format!("{:?}", (&m.name.key, m.name.column, columns))
        }
        Screen::Matrix | Screen::Timeline => {
            let c = m.coverage.as_ref().unwrap();
            let lines = (c.line, c.line_top, c.unfolded, c.detail_top);
            format!("{:?}", (&c.story, c.result.is_some(), c.show, c.cursor, c.top, c.column, c.left, lines))
        }
    };
    format!("{:?} {view} | {:?}", m.screen, kiosque::app::path::path(m))
}

fn bind(h: &mut Harness, context: Context, action: Action) {
    let actions = [action.info().name.to_owned()];
    let bindings = vec![Rebinding { place: "", keys: KEY, actions: &actions, description: None }];
    h.model.keymap.rebind(&[RebindingTable { place: "", context: context.name(), bindings }]);
}

/// Does an action by a key, and answers what it asks.
fn act(h: &mut Harness, action: Action) {
    let context = h.model.context();
    bind(h, context, action);
    press(h, KEY);
    match h.model.overlays.last() {
        Some(Overlay::Prompt(_)) => press(h, "<c-u>navette<enter>"),
        Some(Overlay::GoTo(_)) => press(h, "pont<enter>"),
        Some(Overlay::Marks { set: false }) => press(h, "A"),
        Some(_) => h.model.overlays.clear(),
        None => {}
    }
    h.model.overlays.clear();
}

/// The view by its kind and that of the one below: enough to tell ways apart.
fn kind(h: &Harness) -> String {
    let m = &h.model;
    format!("{:?}", (m.screen, m.focus, m.queue.is_some(), m.way.below().map(|v| v.screen)))
}

/// A program with a past: a note, a verdict, a mark.
fn program() -> Harness {
    let mut h = demo(150, 30);
    press(&mut h, "jj<enter>mAaà vérifier<enter>hskjj");
    h
}

#[test]
fn from_each_view_to_each_view_it_opens_and_back_nothing_moved() {
    let mut h = program();
    let (mut seen, mut waiting) = (BTreeSet::from([kind(&h)]), vec![h.model.clone()]);
    for way in ["<tab>", "<tab><tab>"] {
        let root = h.model.clone();
        press(&mut h, way);
        seen.insert(kind(&h));
        waiting.push(h.model.clone());
        h.model = root;
    }
    let (mut edges, mut screens) = (0, BTreeSet::new());
    while let Some(view) = waiting.pop() {
        for first in ["", "jjj", "G"] {
            h.model = view.clone();
            press(&mut h, first);
            press(&mut h, "<c-l>");
            let here = h.model.clone();
            for info in ACTIONS.iter().filter(|i| !i.is_of_overlays()) {
                let leaves = matches!(info.action.group(), Group::Leaving(_) | Group::Process(_) | Group::Places(_));
                let skipped = leaves && info.action != Action::GoToMark;
                h.model = here.clone();
                let before = place(&h);
                let depth = h.model.way.under.len();
                let context = h.model.context();
                if skipped || refusal_in(&h.model, context, info.action).is_some() {
                    continue;
                }
                act(&mut h, info.action);
                if h.model.way.under.len() != depth + 1 {
                    continue;
                }
                edges += 1;
                screens.insert(format!("{:?}", h.model.screen));
                // What is said takes a row of the screen, here and not later.
                press(&mut h, "<c-l>");
                let opened = h.model.clone();
                for back in BACK {
                    h.model = opened.clone();
                    act(&mut h, back);
                    // A filter that came with the view is a layer of its own.
                    if back == Action::Dismiss && h.model.way.under.len() > depth {
                        act(&mut h, back);
                    }
                    press(&mut h, "<c-l>");
                    let way = format!("{} from {}, then {}", info.name, kind(&h), back.info().name);
                    assert_eq!(place(&h), before, "{way}");
                    // And ahead again.
                    if back == Action::Close {
                        let was = std::mem::replace(&mut h.model, opened.clone());
                        let there = place(&h);
                        h.model = was;
                        act(&mut h, Action::JumpForward);
                        press(&mut h, "<c-l>");
                        assert_eq!(place(&h), there, "{way}, and ahead again");
                    }
                }
                h.model = opened;
                if h.model.way.under.len() < 3 && seen.insert(kind(&h)) {
                    waiting.push(h.model.clone());
                }
            }
        }
    }
    assert_eq!(screens.len(), 9, "{screens:?}");
    assert!(edges > 100, "{edges}");
}

#[test]
fn a_long_way_is_gone_back_step_by_step() {
    let steps = [
        "gm",
        "<enter>",
        "=j",
        "g/navette<enter>",
        "jj",
        "<enter>",
        "gl",
        "wb",
        "gj",
        "gn",
        "g/pont<enter>",
        "<enter>",
        "gm",
    ];
    let mut h = program();
    let mut places = Vec::new();
    // Twice: what lies far down is found again when it is come back to.
    for keys in steps.into_iter().chain(steps) {
        let (before, depth) = (place(&h), h.model.way.under.len());
        press(&mut h, keys);
        if h.model.way.under.len() > depth {
            places.push(before);
        }
    }
    assert!(places.len() >= 16, "{}", places.len());
    for expected in places.iter().rev() {
        press(&mut h, "q");
        assert_eq!(&place(&h), expected);
    }
    assert!(h.model.way.under.is_empty());
}

#[test]
fn a_story_told_twice_on_the_way_keeps_both_its_states() {
    let mut h = program();
    press(&mut h, "gmjjjl");
    let first = place(&h);
    press(&mut h, "<enter>gm");
    press(&mut h, "G");
    assert_ne!(place(&h), first);
    press(&mut h, "q<esc>");
    assert_eq!(place(&h), first);
}

#[test]
fn after_a_search_n_goes_on_across_articles_and_esc_comes_back_to_the_results() {
    let mut h = program();
    press(&mut h, "g/pont<enter>");
    let results = h.model.results.as_ref().unwrap().clone();
    let documents = results.hits.as_ref().unwrap().documents.clone();
    assert!(documents.len() > 1 && documents[0].count > 0);
    press(&mut h, "<enter>");
    assert_eq!(h.model.article.document, Some(documents[0].id));
    for n in 1..documents[0].count {
        press(&mut h, "n");
        assert_eq!(h.model.article.find.as_ref().unwrap().current, n);
        assert_eq!(h.model.article.document, Some(documents[0].id));
    }
    press(&mut h, "n");
    assert_eq!(h.model.article.document, Some(documents[1].id));
    let find = h.model.article.find.as_ref().unwrap();
    assert_eq!((find.hits.len(), find.current), (documents[1].count, 0));
    let lit = h.model.article.highlighted.unwrap();
    let text = &h.model.library.corpus.get(documents[1].id).unwrap().text;
    assert!(lit.of(text).to_lowercase().contains("pont"), "{}", lit.of(text));
    press(&mut h, "N");
    assert_eq!(h.model.article.document, Some(documents[0].id));
    assert_eq!(h.model.article.find.as_ref().unwrap().current, documents[0].count - 1);
    press(&mut h, "n");
    press(&mut h, "<esc>");
    assert_eq!(h.model.screen, Screen::Results);
    // On the hit that was read last.
    let r = h.model.results.as_ref().unwrap();
    assert_eq!(r.target().unwrap().0, documents[1].id);
    press(&mut h, "<esc>");
    assert_eq!((h.model.screen, h.model.focus), (Screen::Main, Pane::List));
}

#[test]
fn esc_takes_off_what_was_put_on_in_the_view_and_nothing_below() {
    let mut h = program();
    press(&mut h, "<space>F<c-u>pont<enter>g/pont<enter><enter>");
    press(&mut h, "/navette<enter>");
    press(&mut h, "<esc>");
    assert_eq!(h.model.screen, Screen::Main, "the search of the article goes first");
    press(&mut h, "<esc>");
    assert_eq!(h.model.screen, Screen::Results);
    press(&mut h, "<esc>");
    assert_eq!((h.model.screen, h.model.list.ticked.len()), (Screen::Main, 1));
    assert_eq!(h.model.filter.as_ref().map(|f| f.text.as_str()), Some("pont"));
    press(&mut h, "<esc><esc>");
    assert!(h.model.list.ticked.is_empty() && h.model.filter.is_none());
}

fn quits(h: &Harness) -> bool {
    h.requests.iter().any(|r| matches!(r, Request::Quit))
}

#[test]
fn quitting_is_for_the_root_and_asks_once_where_a_note_would_be_lost() {
    let mut h = program();
    press(&mut h, "<enter>gmq");
    assert!(!quits(&h) && h.model.focus == Pane::Article);
    press(&mut h, "q");
    assert!(!quits(&h) && h.model.focus == Pane::List);
    press(&mut h, "ail manque une source<esc>q");
    assert!(!quits(&h) && frame(&h).contains("une note commencée"), "{}", frame(&h));
    press(&mut h, "jq");
    assert!(!quits(&h), "another key ends the question");
    press(&mut h, "q");
    assert!(quits(&h));
    // The note is still there on the same article.
    press(&mut h, "ka");
    let Some(Overlay::Prompt(p)) = h.model.overlays.last() else { panic!("a note is asked for") };
    assert_eq!(p.input.value(), "il manque une source");
}

#[test]
fn the_path_tells_where_one_is_and_is_cut_from_the_left() {
    let mut h = program();
    assert!(!frame(&h).contains('›'));
    press(&mut h, "g/navette<enter><enter>gm");
    let head = frame(&h).lines().next().unwrap().to_owned();
    assert!(head.contains("liste › résultats «\u{a0}navette\u{a0}» › article › qui dit quoi"), "{head}");
    h.resize(kiosque::app::area::Size { width: 80, height: 24 });
    let head = frame(&h).lines().next().unwrap().to_owned();
    assert!(head.contains("… › ") && head.contains("qui dit quoi") && !head.contains("liste ›"), "{head}");
}

#[test]
fn taking_back_a_pick_asks_once_where_a_note_would_be_lost_and_hands_nothing_over() {
    let mut h = program();
    h.model.choices.picking = true;
    press(&mut h, "ail manque une source<esc><c-c>");
    assert!(h.requests.is_empty() && frame(&h).contains("une note commencée"), "{}", frame(&h));
    press(&mut h, "<c-c>");
    assert_eq!(h.requests, [Request::Abort]);
}
