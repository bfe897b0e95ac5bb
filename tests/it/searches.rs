//! Searches that are kept: made from the line where a query is typed, counted,
//! moved, renamed, given up, kept over a restart, named by other queries.

use crate::support::{demo, folder, frame, kept_in, press};
use kiosque::app::Msg;
use kiosque::app::action::Context;
use kiosque::app::key;
use kiosque::app::saved::state::Count;
use kiosque::cli;
use kiosque::shell::{Harness, Request};
use kiosque::words::Lang;

fn names(h: &Harness) -> Vec<&str> {
    h.model.saved.searches.iter().map(|s| s.name.as_str()).collect()
}

fn number(h: &Harness, search: usize) -> usize {
    match h.model.saved.count(search) {
        Count::Known(n) => n,
        other => panic!("search {search} is {other:?}"),
    }
}

/// Keeps a filter under a name and takes the filter off.
fn keep(h: &mut Harness, query: &str, name: &str) {
    press(h, &format!("F{query}<c-s><c-u>{name}<enter><c-u><enter>"));
}

#[test]
fn one_key_keeps_what_is_typed_into_a_line_for_queries_and_the_line_stays() {
    let mut h = demo(120, 40);
    press(&mut h, "Fstate:drop<c-s>");
    assert_eq!(h.model.overlays.len(), 2);
    press(&mut h, "<enter>");
    assert_eq!(names(&h), ["state:drop"]);
    assert_eq!(h.model.overlays.len(), 1, "the line for the filter is still there");
    press(&mut h, "<esc>g/navette<c-s><c-u>La navette<enter><enter>W");
    assert_eq!(names(&h), ["state:drop", "La navette"]);
    assert!(frame(&h).contains("La navette"), "the name under which these results are kept is offered");
}

#[test]
fn a_kept_search_is_a_row_whose_number_is_that_of_its_filter() {
    let mut h = demo(120, 40);
    keep(&mut h, "navette", "La navette");
    let counted = number(&h, 0);
    press(&mut h, "gg");
    assert_eq!(h.model.context(), Context::Searches);
    press(&mut h, "j<enter>");
    assert_eq!((h.model.filter.as_ref().map(|f| f.text.as_str()), h.model.list.shown), (Some("navette"), counted));
    assert!(counted > 0);
    press(&mut h, "<enter>");
    assert!(h.model.filter.is_none(), "what narrows the list already is taken off");
}

#[test]
fn numbers_follow_verdicts_and_their_undoing() {
    let mut h = demo(120, 40);
    keep(&mut h, "state:drop", "Écartés");
    keep(&mut h, "-is:read", "À lire");
    let (dropped, unread) = (number(&h, 0), number(&h, 1));
    press(&mut h, "Gd");
    assert!(number(&h, 0) > dropped);
    press(&mut h, "u");
    assert_eq!(number(&h, 0), dropped);
    press(&mut h, "<c-a>r<esc>");
    assert_ne!(number(&h, 1), unread);
}

#[test]
fn a_search_is_moved_renamed_and_given_up_and_undo_brings_it_back() {
    let mut h = demo(120, 40);
    for name in ["un", "deux", "trois"] {
        keep(&mut h, &format!("mot-{name}"), name);
    }
    press(&mut h, "ggj<a-down>");
    assert_eq!(names(&h), ["deux", "un", "trois"]);
    assert_eq!(h.model.list.search(), Some(1), "the cursor stays on what is moved");
    press(&mut h, "r<c-u>premier<enter>");
    assert_eq!(names(&h), ["deux", "premier", "trois"]);
    press(&mut h, "x");
    assert_eq!(names(&h), ["deux", "trois"]);
    press(&mut h, "u");
    assert_eq!(names(&h), ["deux", "premier", "trois"]);
    press(&mut h, "uuU");
    assert_eq!(names(&h), ["deux", "un", "trois"]);
}

#[test]
fn two_searches_never_bear_one_name() {
    let mut h = demo(120, 40);
    keep(&mut h, "a", "Météo");
    keep(&mut h, "b", "meteo");
    assert_eq!(names(&h), ["meteo"]);
    keep(&mut h, "c", "autre");
    press(&mut h, "ggjjr<c-u>METEO<enter>");
    assert_eq!(names(&h), ["meteo", "autre"]);
}

#[test]
fn verbs_on_the_row_of_a_search_touch_no_article() {
    let mut h = demo(120, 40);
    keep(&mut h, "navette", "La navette");
    press(&mut h, "ggj");
    let before = h.model.triage.len();
    press(&mut h, "dsktx<esc>");
    assert!(h.model.triage.articles().all(|(_, s)| s.tags.is_empty()));
    assert_eq!(names(&h), [""; 0], "x gives the search up");
    assert_eq!(h.model.triage.len(), before + 1);
}

#[test]
fn the_section_folds_and_the_cursor_stays_on_its_article() {
    let mut h = demo(80, 24);
    press(&mut h, "Gk");
    let (on, line) = (h.model.list.document(), h.model.list.cursor - h.model.list.top);
    keep(&mut h, "navette", "La navette");
    assert_eq!((h.model.list.document(), h.model.list.cursor - h.model.list.top), (on, line));
    press(&mut h, "ggza");
    assert!(h.model.list.searches_folded && h.model.list.on_searches());
    press(&mut h, "l");
    assert!(!h.model.list.searches_folded);
}

#[test]
fn other_queries_name_a_kept_search_and_follow_what_it_comes_to_mean() {
    let mut h = demo(120, 40);
    keep(&mut h, "navette", "La navette");
    press(&mut h, "Fsaved:\"la navette\"<enter>");
    let shown = h.model.list.shown;
    assert_eq!(shown, number(&h, 0));
    press(&mut h, "g/état:écarté<c-s><c-u>La navette<enter><esc>");
    assert_eq!(h.model.list.shown, 0, "nothing is dropped");
    press(&mut h, "<esc>Vsaved:rien<enter>");
    assert!(h.model.message.as_ref().is_some_and(|m| m.text.contains("« rien »")), "{:?}", h.model.message);
}

#[test]
fn searches_outlive_the_program_and_the_command_line_knows_them() {
    let dir = folder("searches-kept");
    let mut h = kept_in(&dir, 120, 40);
    keep(&mut h, "navette", "La navette");
    drop(h);
    let h = kept_in(&dir, 120, 40);
    assert_eq!(names(&h), ["La navette"]);
    let counted = number(&h, 0);
    drop(h);
    let said = |args: &[&str]| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut context = cli::Context::new(&mut out, &mut err, Lang::EN);
        let state = dir.to_string_lossy().into_owned();
        let all = ["kiosque"].iter().chain(args).map(|a| (*a).to_owned()).chain(["--state-dir".to_owned(), state]);
        let exit = cli::run(all.map(Into::into).collect(), &mut context);
        (exit, String::from_utf8(out).expect("UTF-8"), String::from_utf8(err).expect("UTF-8"))
    };
    let (_, list, _) = said(&["saved", "--format", "json"]);
    assert_eq!(list, "{\"schema\":1,\"searches\":[{\"name\":\"La navette\",\"query\":\"navette\"}]}\n");
    let (_, found, err) = said(&["search", "--saved", "la navette", "assets/demo", "--format", "json"]);
    assert!(found.contains(&format!("\"answering\":{counted},")), "{found}{err}");
    let (_, _, wrong) = said(&["search", "--saved", "la navete", "assets/demo"]);
    assert!(wrong.contains("did you mean `La navette`"), "{wrong}");
    let _ = std::fs::remove_dir_all(dir);
}

#[test]
fn keeping_is_said_beside_the_line_that_stays_open_and_the_first_letter_replaces_the_name_offered() {
    let mut h = demo(120, 40);
    press(&mut h, "Fnavette<c-s><enter>");
    assert!(frame(&h).contains("Gardée sous « navette », en tête de la liste"), "{}", frame(&h));
    press(&mut h, "<esc>Fbac<c-s>Port<enter>");
    assert_eq!(names(&h), ["navette", "Port"]);
    press(&mut h, "<esc>gk<c-p><esc>r<right>s<enter>");
    assert_eq!(names(&h), ["navettes", "Port"], "who moves in the line goes on with the name that is offered");
}

#[test]
fn kept_searches_are_gone_to_by_their_name_by_an_action_and_found_in_the_help() {
    let mut h = demo(120, 40);
    keep(&mut h, "navette", "Zyx garde");
    press(&mut h, "<c-p>zyx garde<enter>");
    assert_eq!(h.model.filter.as_ref().map(|f| f.text.as_str()), Some("navette"));
    press(&mut h, "G:recherches gardées<enter>");
    assert_eq!((h.model.context(), h.model.list.search()), (Context::Searches, Some(0)));
    press(&mut h, "?gardées");
    assert!(frame(&h).contains("recherches gardées"), "{}", frame(&h));
}

#[test]
fn leaving_a_kept_search_takes_it_off_before_the_program_is_left() {
    let mut h = demo(120, 40);
    keep(&mut h, "navette", "La navette");
    press(&mut h, "gk<enter>");
    assert!(h.model.filter.is_some());
    press(&mut h, "q");
    assert!(h.model.filter.is_none() && !h.requests.contains(&Request::Quit), "{:?}", h.requests);
    press(&mut h, "q");
    assert!(h.requests.contains(&Request::Quit));
}

#[test]
fn nothing_is_said_of_how_much_a_filter_lets_through_before_it_is_known() {
    let mut h = demo(120, 40);
    for k in key::parse("Fnavette<enter>").expect("keys of a test") {
        h.send(Msg::Key(k));
    }
    let waiting = frame(&h);
    assert!(waiting.contains("filtre : navette (compte en cours)") && !waiting.contains("· reste"), "{waiting}");
    h.run_until_idle();
    let counted = frame(&h);
    assert!(!counted.contains("compte en cours") && counted.contains("· reste"), "{counted}");
}

#[test]
fn a_filter_that_is_taken_off_leaves_the_list_where_it_was() {
    for kept in [false, true] {
        let mut h = demo(120, 40);
        if kept {
            keep(&mut h, "navette", "La navette");
        }
        press(&mut h, "zRGkk<c-l>");
        let before = (h.model.list.place(), h.model.article.document, frame(&h));
        for query in ["navette", "zzzqx", "zzzqx<enter>Fnavette"] {
            press(&mut h, &format!("F<c-u>{query}<enter>"));
            if h.model.list.shown > 0 {
                assert!(!h.model.list.on_searches(), "{kept} {query}: a filter never puts the cursor on a search");
                let shown = h.model.article.document.expect("an article is shown");
                assert!(h.model.list.documents().any(|d| d == shown), "{query}: the pane shows what the list has");
            }
            press(&mut h, "<esc><c-l>");
            let after = (h.model.list.place(), h.model.article.document, frame(&h));
            assert_eq!(after, before, "{kept} {query}");
        }
    }
}

#[test]
fn a_filter_under_which_the_reader_went_on_leaves_the_cursor_where_he_is() {
    let mut h = demo(120, 40);
    keep(&mut h, "navette", "La navette");
    press(&mut h, "zRGkkF<c-u>navette<enter>G");
    let on = h.model.list.document();
    assert!(on.is_some());
    press(&mut h, "<esc>");
    assert_eq!(h.model.list.document(), on);
}
