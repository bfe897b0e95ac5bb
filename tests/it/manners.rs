//! Small manners: what a key comes to is said, one number means one thing, a cursor
//! stays where it was, what is ticked is ticked tomorrow.

use crate::support::{demo, folder, frame, kept_in, press, setup};
use kiosque::app::action::Context;
use kiosque::app::overlay::state::Overlay;
use kiosque::app::panes::Screen;
use kiosque::shell::Harness;
use kiosque::words::Lang;
use std::collections::BTreeSet;

pub(crate) fn said(h: &Harness) -> &str {
    h.model.message.as_ref().map_or("", |m| m.text.as_str())
}

/// Ways to each box and line that lies over a screen.
const BOXES: &[&str] =
    &["?", ":", "<c-p>", "gi", "gp", "jj<enter>gv<c-l>", "E", "g/mots", "F", "jj=j=gr", "jj<enter>a"];

#[test]
fn a_key_that_does_nothing_in_a_box_is_said_there_and_changes_nothing() {
    for (lang, words) in [(Lang::FR, "pas d'effet ici"), (Lang::EN, "does nothing here")] {
        for (width, height) in [(80, 24), (120, 40)] {
            for way in BOXES {
                let mut h = Harness::new(setup(width, height, lang));
                press(&mut h, way);
                let (on_top, behind) = (h.model.overlays.clone(), h.model.screen);
                assert!(!on_top.is_empty(), "{way}: {}", frame(&h));
                press(&mut h, "<f7>");
                assert_eq!((&h.model.overlays, h.model.screen), (&on_top, behind), "{way}");
                let f = frame(&h);
                assert!(f.contains(words) && f.contains("F7"), "{way} {width}: {f}");
                // With the next key it is gone.
                press(&mut h, "<down>");
                assert!(!frame(&h).contains("F7"), "{way}: {}", frame(&h));
            }
        }
    }
}

#[test]
fn what_cannot_be_done_in_a_box_is_said_with_its_reason() {
    let mut h = demo(100, 30);
    press(&mut h, "jj=j=grt");
    assert!(matches!(h.model.overlays.last(), Some(Overlay::OneToMany { .. })));
    assert!(frame(&h).contains("colonnes"), "{}", frame(&h));
    press(&mut h, "<esc><esc>:zzzqx<enter>");
    assert!(matches!(h.model.overlays.last(), Some(Overlay::Palette(_))), "nothing has that name: the line stays");
    assert!(frame(&h).contains("pas d'effet ici"), "{}", frame(&h));
    press(&mut h, "<esc>t<enter>");
    assert!(said(&h).contains("rien n'est fait"), "{}", said(&h));
    press(&mut h, "F<tab>");
    assert!(frame(&h).contains("rien à proposer"), "{}", frame(&h));
}

#[test]
fn keys_of_pagers_move_through_lists_and_pages_that_lie_over_a_screen() {
    let mut h = demo(80, 24);
    press(&mut h, "?");
    let top = |h: &Harness| match h.model.overlays.last() {
        Some(Overlay::Help { top, .. } | Overlay::Page { top, .. }) => *top,
        other => panic!("{other:?}"),
    };
    press(&mut h, "<c-d>");
    assert!(top(&h) > 0);
    press(&mut h, "<end>");
    let end = top(&h);
    press(&mut h, "<c-u>");
    assert!(top(&h) < end);
    press(&mut h, "<home>");
    assert_eq!(top(&h), 0);
    press(&mut h, "<esc>:<tab><tab><s-tab>");
    assert!(matches!(h.model.overlays.last(), Some(Overlay::Palette(p)) if p.cursor == 1));
    let mut h = demo(120, 40);
    press(&mut h, "jj=j=grG");
    let at = |h: &Harness| match h.model.overlays.last() {
        Some(Overlay::OneToMany { found, cursor, .. }) => (*cursor, found.as_ref().map_or(0, |f| f.len())),
        other => panic!("{other:?}"),
    };
    let (last, n) = at(&h);
    assert!(n > 1 && last == n - 1);
    press(&mut h, "g");
    assert_eq!(at(&h).0, 0);
}

/// The number behind a sign or a word in the first row that has it.
fn number(row: &str, before: &str) -> Option<usize> {
    let behind = row.split(before).nth(1)?.trim_start();
    behind.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

#[test]
fn header_queue_and_board_tell_one_number_of_what_is_left() {
    let mut h = demo(160, 40);
    press(&mut h, "zRjjskjdjfjjr");
    let left = h.model.list.left;
    let told = |h: &Harness| number(frame(h).lines().next().unwrap(), "reste ");
    assert_eq!(told(&h), Some(left), "{}", frame(&h));
    press(&mut h, "wb");
    assert_eq!(told(&h), Some(left));
    let heads = frame(&h).lines().nth(1).unwrap().to_owned();
    let on_board: usize = heads.split('●').skip(1).filter_map(|s| number(&format!("●{s}"), "●")).sum();
    assert_eq!(on_board, left, "{heads}");
    press(&mut h, "qFis:left<enter>");
    assert_eq!(h.model.list.shown, left, "the query means the same");
    press(&mut h, "<esc>gggtwt");
    let queue = h.model.queue.as_ref().expect("a queue");
    let articles: usize = queue.documents.iter().map(|d| h.model.list.under(*d).len()).sum();
    let under: BTreeSet<_> = queue.documents.iter().flat_map(|d| h.model.list.under(*d)).collect();
    let unjudged = |id| h.model.library.key(id).is_some_and(|k| h.model.triage.status(&k).state.leaves_to_do(false));
    assert!(under.iter().all(|id| unjudged(*id)), "what was judged is in no queue");
    assert!(articles >= left, "{articles} of {left}");
    assert_eq!(h.model.list.left, left, "nobody opened the one that a queue begins with");
}

#[test]
fn a_sign_of_a_verdict_means_nothing_else_in_who_says_what_and_in_the_list() {
    use kiosque::app::view::state_sign;
    use kiosque::story::matrix::State as Cell;
    use kiosque::triage::State;
    let verdicts = [State::Follow, State::Keep, State::Drop, State::Done].map(|s| state_sign(s, true));
    for cell in Cell::ALL {
        assert!(!verdicts.contains(&cell.sign().to_string().as_str()), "{cell:?}");
    }
    let mut h = demo(120, 40);
    press(&mut h, "Fnavette<c-s><c-u>La navette<enter><enter>gg");
    let row = frame(&h).lines().find(|l| l.contains("La navette")).expect("the kept search").to_owned();
    assert!(verdicts.iter().all(|v| !row.split('│').next().unwrap().contains(v)), "{row}");
}

#[test]
fn ticks_are_there_again_after_a_restart_until_they_are_let_go() {
    let dir = folder("manners-ticks");
    let mut h = kept_in(&dir, 120, 40);
    press(&mut h, "zRjj<space>jj<space>");
    let ticked = h.model.list.ticked.clone();
    assert!(ticked.len() >= 2);
    h.finish().unwrap();
    let mut h = kept_in(&dir, 120, 40);
    assert_eq!(h.model.list.ticked, ticked);
    assert!(frame(&h).contains("coché"), "{}", frame(&h));
    press(&mut h, "<esc>");
    h.finish().unwrap();
    let h = kept_in(&dir, 120, 40);
    assert!(h.model.list.ticked.is_empty());
    drop(h);
    let _ = std::fs::remove_dir_all(dir);
}

#[test]
fn a_correction_is_of_an_article_and_not_of_a_folded_story_or_a_kept_search() {
    let mut h = demo(120, 40);
    press(&mut h, "zMgg");
    assert!(h.model.list.on_folded_group());
    for keys in ["it", "is", "id"] {
        press(&mut h, keys);
        assert!(h.model.overlays.is_empty() && said(&h).contains("dépliez"), "{keys}: {}", frame(&h));
    }
    press(&mut h, "zojit");
    assert!(matches!(h.model.overlays.last(), Some(Overlay::Prompt(_))));
    press(&mut h, "<esc>Fnavette<c-s><c-u>La navette<enter><esc>gk");
    assert_eq!(h.model.context(), Context::Searches);
    press(&mut h, "it");
    assert!(h.model.overlays.is_empty(), "{}", frame(&h));
    // Ticked articles are meant wherever the cursor is.
    press(&mut h, "jzoj<space><space>zcis");
    assert!(matches!(h.model.overlays.last(), Some(Overlay::Prompt(_))), "{}", frame(&h));
}

#[test]
fn a_name_that_was_hidden_is_under_the_cursor_again_when_that_is_undone() {
    let mut h = demo(120, 40);
    press(&mut h, "zRj<enter><tab>jj");
    let name = |h: &Harness| h.model.entities.name().map(|e| e.name.clone());
    let before = (name(&h).expect("a name"), h.model.entities.cursor);
    press(&mut h, "x");
    assert_ne!(name(&h), Some(before.0.clone()), "it is hidden");
    press(&mut h, "u");
    assert_eq!((name(&h), h.model.entities.cursor), (Some(before.0.clone()), before.1));
    // Wherever the cursor went meanwhile.
    press(&mut h, "xjjku");
    assert_eq!(name(&h), Some(before.0));
}

#[test]
fn a_search_that_was_given_up_is_under_the_cursor_again_when_that_is_undone() {
    for n in [1, 3] {
        let mut h = demo(120, 40);
        for i in 0..n {
            press(&mut h, &format!("Fmot{i}<c-s><c-u>n{i}<enter><c-u><enter>"));
        }
        press(&mut h, "ggj");
        press(&mut h, &"j".repeat(n - 1));
        let on = h.model.list.search().expect("a kept search");
        press(&mut h, "xu");
        assert_eq!(h.model.list.search(), Some(on), "{n}: {}", frame(&h));
    }
}

#[test]
fn escape_takes_the_third_text_off_before_the_comparison_is_left() {
    let mut h = demo(200, 50);
    press(&mut h, "jj=j=t");
    assert!(h.model.compare.as_ref().is_some_and(|c| c.third_result().is_some()));
    press(&mut h, "<esc>");
    assert_eq!(h.model.screen, Screen::Compare);
    let c = h.model.compare.as_ref().unwrap();
    assert!(c.third_result().is_none() && c.result.is_some(), "{}", frame(&h));
    press(&mut h, "<esc>");
    assert_eq!(h.model.screen, Screen::Main);
}

/// Keys that come at once, before any work that they start is done.
fn burst(h: &mut Harness, keys: &str) {
    for key in kiosque::app::key::parse(keys).expect("keys of a test") {
        h.send(kiosque::app::Msg::Key(key));
    }
    h.run_until_idle();
}

fn stories(h: &Harness) -> Vec<Vec<kiosque::corpus::DocId>> {
    let stories = h.model.list.groups.iter().filter(|g| g.story().is_some());
    let mut all: Vec<Vec<_>> = stories.map(|g| g.documents().to_vec()).collect();
    all.iter_mut().for_each(|s| s.sort());
    all.sort();
    all
}

#[test]
fn who_leaves_a_story_right_after_a_merge_was_undone_leaves_the_story_as_it_was() {
    let mut h = demo(120, 40);
    press(&mut h, "zR");
    let before = stories(&h);
    let (one, other) = (before[0][0], before[1][0]);
    h.model.list.ticked.extend([one, other]);
    press(&mut h, "A");
    assert_eq!(stories(&h).len(), before.len() - 1);
    h.model.list.go_to(one);
    burst(&mut h, "uX");
    let mut expected = before.clone();
    expected[0].retain(|id| *id != one);
    expected.sort();
    assert_eq!(stories(&h), expected);
}

#[test]
fn undoing_a_verdict_goes_back_to_its_text_however_many_print_it() {
    let mut h = demo(120, 40);
    press(&mut h, "wt");
    let queue = h.model.queue.as_ref().expect("a queue").documents.clone();
    let twice = *queue.iter().find(|id| h.model.list.under(**id).len() > 1).expect("a text in two outlets");
    while h.model.article.document != Some(twice) {
        press(&mut h, "J");
    }
    press(&mut h, "d");
    assert_ne!(h.model.article.document, Some(twice));
    press(&mut h, "u");
    assert_eq!(h.model.article.document, Some(twice));
    // And to the folded story that it was given to.
    let mut h = demo(120, 40);
    press(&mut h, "zMggj");
    let (row, place) = (h.model.list.cursor, h.model.list.place());
    press(&mut h, "d");
    assert_ne!(h.model.list.cursor, row);
    press(&mut h, "u");
    assert!(h.model.list.is_at(&place), "{}", frame(&h));
}

#[test]
fn undoing_over_another_view_moves_nothing_below_it() {
    let mut h = demo(120, 40);
    press(&mut h, "zRjjjdgg<enter>");
    let below = (h.model.list.cursor, h.model.article.document);
    press(&mut h, "wbu");
    assert_eq!(h.model.screen, Screen::Board);
    assert_eq!((h.model.list.cursor, h.model.article.document), below);
}

#[test]
fn escape_takes_the_filter_off_before_the_pinned_text_and_says_what_went() {
    let mut h = demo(120, 40);
    press(&mut h, "zRFnavette<enter>j=");
    assert!(h.model.pin.is_some() && h.model.filter.is_some());
    press(&mut h, "<esc>");
    assert!(h.model.pin.is_some() && h.model.filter.is_none(), "A waits for B, wherever that stands");
    press(&mut h, "<esc>");
    assert!(h.model.pin.is_none() && said(&h).contains("relâché"), "{}", said(&h));
    press(&mut h, "<space><space><esc>");
    assert!(h.model.list.ticked.is_empty() && said(&h).contains("ôtée"), "{}", said(&h));
}

#[test]
fn a_number_before_a_verdict_means_so_many_rows_and_one_undo() {
    let mut h = demo(120, 40);
    press(&mut h, "zRggj");
    let from = h.model.list.cursor;
    let rows: Vec<_> = (0..3).map(|i| h.model.list.rows[from + i]).collect();
    press(&mut h, "3d");
    let dropped = |h: &Harness| h.model.counts.of(kiosque::triage::State::Drop);
    let meant: usize = rows
        .iter()
        .filter_map(|r| match r {
            kiosque::app::screen::main::list::state::ListRow::Document(id, _) => Some(h.model.list.under(*id).len()),
            _ => None,
        })
        .sum();
    assert!(meant >= 3 && dropped(&h) == meant, "{} {meant}", dropped(&h));
    assert_eq!(h.model.list.cursor, from + 3);
    press(&mut h, "u");
    assert_eq!(dropped(&h), 0);
}

#[test]
fn a_line_that_cannot_be_read_stays_with_what_is_wrong_above_it() {
    for (width, height) in [(80, 24), (120, 40)] {
        for (keys, typed) in
            [("F", "foo:bar"), ("g/", "state:peut-être"), ("V", "date:bientôt"), ("zRjjid<c-u>", "hier")]
        {
            let mut h = demo(width, height);
            press(&mut h, &format!("{keys}{typed}<enter>"));
            let Some(Overlay::Prompt(p)) = h.model.overlays.last() else { panic!("{typed}: {}", frame(&h)) };
            assert_eq!(p.input.value(), typed);
            let f = frame(&h);
            assert!(f.contains(typed) && said(&h).len() > 10, "{f}");
            let words: Vec<&str> = said(&h).split_whitespace().collect();
            assert!(words.iter().all(|w| f.contains(w)), "{typed}: {f}");
            press(&mut h, "<c-u><esc>");
            assert!(h.model.overlays.is_empty());
        }
    }
}

#[test]
fn the_line_for_a_date_begins_with_the_day_that_is_known() {
    let mut h = demo(120, 40);
    press(&mut h, "zR");
    let day = |h: &Harness| h.model.list.document().and_then(|id| h.model.library.card(id)?.date);
    while day(&h).is_none() {
        press(&mut h, "j");
    }
    let day = day(&h).expect("a day is known");
    press(&mut h, "id");
    let Some(Overlay::Prompt(p)) = h.model.overlays.last() else { panic!("{}", frame(&h)) };
    assert_eq!(p.input.value(), day.to_string());
}

#[test]
fn what_a_sequence_of_keys_does_is_told_like_a_key() {
    let mut h = demo(120, 40);
    press(&mut h, "g?s");
    assert!(frame(&h).contains("suites"), "{}", frame(&h));
    press(&mut h, "k");
    assert!(frame(&h).contains("retenir"), "{}", frame(&h));
    press(&mut h, "gm");
    assert!(frame(&h).contains("qui dit quoi"), "{}", frame(&h));
    press(&mut h, "k<esc><esc>");
    assert!(h.model.overlays.is_empty());
}

#[test]
fn a_headline_that_was_corrected_stands_above_its_article() {
    let mut h = demo(120, 40);
    press(&mut h, "zRjj<enter>it<c-u>Le pont rouvre demain<enter>");
    let f = frame(&h);
    let pane: Vec<&str> = f.lines().filter_map(|l| l.split('│').nth(1)).collect();
    assert!(pane.iter().any(|l| l.contains("Le pont rouvre demain")), "{f}");
    assert!(f.contains("titre corrigé"), "{f}");
}

#[test]
fn the_export_menu_says_what_how_and_where_on_the_lowest_screens() {
    for (width, height) in [(40, 12), (60, 12), (60, 18), (80, 24)] {
        let mut h = demo(width, height);
        press(&mut h, "zRjjE");
        let f = frame(&h);
        for words in ["quoi", "format", "fichier", "markdown"] {
            assert!(f.to_lowercase().contains(words), "{width}x{height} {words}: {f}");
        }
    }
}

#[test]
fn an_outlet_that_is_not_known_is_found_by_the_word_that_stands_for_it() {
    let unknown = |h: &Harness| {
        let library = &h.model.library;
        library.corpus.ids().filter(|id| library.card(*id).is_some_and(|c| c.source.is_none())).count()
    };
    for word in ["inconnu", "unknown"] {
        let mut h = demo(120, 40);
        press(&mut h, &format!("Fsource:{word}<enter>"));
        assert_eq!(h.model.list.shown, unknown(&h));
    }
}

#[test]
fn opening_and_closing_a_queue_reads_nothing_and_going_on_reads_what_was_shown() {
    let mut h = demo(120, 40);
    let left = h.model.list.left;
    for _ in 0..3 {
        press(&mut h, "wtq");
    }
    assert_eq!(h.model.list.left, left);
    press(&mut h, "wtd");
    let after = h.model.list.left;
    assert!(after < left);
    press(&mut h, "u");
    assert_eq!(h.model.list.left, left, "what was dropped is left again");
    press(&mut h, "JJ");
    assert!(h.model.list.left < left, "two were gone on from");
}

#[test]
fn undo_elsewhere_names_the_article_and_the_place_that_is_left_is_come_back_to() {
    let mut h = demo(120, 24);
    press(&mut h, "zRggjd");
    let dropped = h.model.list.documents().next().expect("an article");
    let headline = h.model.library.card(dropped).expect("a card").label(Lang::FR);
    press(&mut h, "G");
    let (row, open) = (h.model.list.cursor, h.model.article.document);
    press(&mut h, "u");
    assert!(said(&h).contains(&headline), "{} without {headline}", said(&h));
    assert_ne!(h.model.list.cursor, row);
    press(&mut h, "H");
    assert_eq!((h.model.list.cursor, h.model.article.document), (row, open), "{}", frame(&h));
    // What stands before the eyes needs no name.
    press(&mut h, "ggjdu");
    assert!(!said(&h).contains(&headline), "{}", said(&h));
}

#[test]
fn on_the_page_of_a_name_undo_takes_back_what_was_done_there_first() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>ge");
    assert_eq!(h.model.screen, Screen::Name, "{}", frame(&h));
    press(&mut h, "ik");
    assert!(h.model.triage.name_decisions() != Default::default());
    h.model.now += 1_000;
    press(&mut h, "gn");
    press(&mut h, "gj");
    h.model.now += 1_000;
    let id = h.model.list.documents().next().expect("an article");
    let key = h.model.library.key(id).expect("a key");
    let me = h.model.choices.person.clone();
    let change = kiosque::triage::Change::State(kiosque::triage::State::Drop);
    let act = h.model.triage.act(h.model.now, &me, vec![(key.into(), change)]);
    h.model.triage.apply(&act);
    press(&mut h, "qq");
    assert_eq!(h.model.screen, Screen::Name);
    press(&mut h, "u");
    assert_eq!(h.model.triage.name_decisions(), Default::default(), "{}", said(&h));
    assert_eq!(h.model.triage.status(&key).state, kiosque::triage::State::Drop);
}

#[test]
fn ticks_that_were_let_go_are_ticked_again_by_undo() {
    let mut h = demo(120, 40);
    press(&mut h, "zRggj<space><space>");
    let ticked = h.model.list.ticked.clone();
    assert!(ticked.len() >= 2);
    press(&mut h, "<esc>");
    assert!(h.model.list.ticked.is_empty());
    press(&mut h, "u");
    assert_eq!(h.model.list.ticked, ticked, "{}", said(&h));
    press(&mut h, "sk");
    assert!(h.model.list.ticked.is_empty());
    press(&mut h, "u");
    assert_eq!(h.model.list.ticked, ticked, "the verdict was on them: {}", said(&h));
    // What was done since stands between.
    press(&mut h, "<esc>skuu");
    assert!(h.model.list.ticked.is_empty(), "{}", said(&h));
}

#[test]
fn a_day_that_no_article_can_have_is_asked_about_once() {
    for odd in ["2035-01-01", "1435-01-01"] {
        let mut h = demo(120, 40);
        press(&mut h, &format!("zRjjid<c-u>{odd}<enter>"));
        let id = h.model.list.document().expect("an article");
        let day = |h: &Harness| h.model.library.card(id).and_then(|c| c.date).map(|d| d.to_string());
        assert!(matches!(h.model.overlays.last(), Some(Overlay::Prompt(_))) && said(&h).contains(odd), "{}", said(&h));
        assert_ne!(day(&h).as_deref(), Some(odd));
        press(&mut h, "<enter>");
        assert_eq!((h.model.overlays.len(), day(&h).as_deref()), (0, Some(odd)), "{}", said(&h));
    }
}
