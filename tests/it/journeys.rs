//! Keys in, screen out: the morning of a reader, on the sample corpus.

use crate::support::{demo, folder, frame, kept_in, press, setup};
use kiosque::app::action::{Action, Context, hinted};
use kiosque::app::keymap::Keymap;
use kiosque::app::overlay::picker::items::PickerItem;
use kiosque::app::overlay::state::Overlay;
use kiosque::app::panes::Pane;
use kiosque::app::panes::Screen;
use kiosque::app::rebind::{Rebinding, RebindingTable};
use kiosque::app::screen::main::list::order::Grouping;
use kiosque::app::screen::main::list::state::ListRow;
use kiosque::corpus::DocId;
use kiosque::shell::{Harness, Request, Setup};
use kiosque::triage::State;
use kiosque::words::Lang;

fn title(h: &Harness) -> String {
    h.model.article.document.and_then(|d| h.model.library.card(d)).map_or(String::new(), |c| c.title.clone())
}

fn state(h: &Harness) -> State {
    let id = h.model.article.document.expect("an article is open");
    h.model.triage.status(&h.model.library.key(id).unwrap()).state
}

#[test]
fn the_opening_view_shows_stories_largest_first_with_the_first_article_beside() {
    let h = demo(120, 40);
    assert_eq!(h.model.list.grouping, Grouping::Story);
    let sizes: Vec<usize> =
        h.model.list.groups.iter().filter(|g| g.story().is_some()).map(|g| g.documents().len()).collect();
    assert!(sizes.len() >= 3 && sizes.windows(2).all(|w| w[0] >= w[1]), "{sizes:?}");
    assert!(matches!(h.model.list.rows.get(h.model.list.cursor), Some(ListRow::Document(..))));
    assert!(frame(&h).contains("¶1"));
}

#[test]
fn reading_is_enter_and_space_and_marks_as_read() {
    let mut h = demo(120, 40);
    let unread = |h: &Harness| h.model.list.groups.iter().map(|g| g.left()).sum::<usize>();
    let before = unread(&h);
    press(&mut h, "<enter>");
    assert_eq!(h.model.focus, Pane::Article);
    assert_eq!(unread(&h), before - 1);
    press(&mut h, "<space>");
    assert!(h.model.article.top > 0);
    press(&mut h, "gg");
    assert_eq!(h.model.article.top, 0);
}

#[test]
fn the_marked_view_names_the_kind_and_the_reason_of_what_was_taken_out() {
    let mut h = demo(120, 40);
    press(&mut h, "<enter>cn");
    let f = frame(&h);
    assert!(f.contains('−'), "{f}");
    let said = h.model.message.as_ref().map(|m| m.text.clone()).unwrap_or_default();
    // The reason in words, not the name of the rule.
    assert!(said.starts_with("1/4 · ") && said.matches(" · ").count() == 3, "{said}");
    let rule = said.rsplit(" · ").next().unwrap_or_default();
    assert!(rule.contains(' ') && !rule.contains('.') && !rule.contains('_'), "{said}");
    press(&mut h, "c");
    assert!(frame(&h).contains("brut"));
    press(&mut h, "c");
    assert!(!frame(&h).contains("marqué ·"));
}

#[test]
fn the_place_in_the_text_survives_another_width() {
    let mut h = demo(160, 30);
    press(&mut h, "<enter><space>");
    let anchor = h.model.article.anchor;
    assert!(anchor > 0);
    for width in [60, 200, 45, 160] {
        h.resize(kiosque::app::area::Size { width, height: 30 });
        let layout = h.model.article.rows().expect("laid out").clone();
        let row = layout.row_of(anchor);
        let seen = h.model.article.top..h.model.article.top + h.model.article.height.max(1);
        assert!(seen.contains(&row), "{width}: row {row} in {seen:?}");
    }
}

#[test]
fn a_verdict_advances_and_undo_brings_it_back() {
    let mut h = demo(120, 40);
    let first = title(&h);
    press(&mut h, "d");
    assert_ne!(title(&h), first);
    assert!(frame(&h).contains("u annule"));
    press(&mut h, "u");
    assert_eq!(title(&h), first);
    assert_eq!(state(&h), State::ToRead);
    press(&mut h, "U");
    assert_eq!(state(&h), State::Drop);
}

#[test]
fn one_verb_acts_on_all_ticked_and_one_undo_takes_all_back() {
    let mut h = demo(120, 40);
    press(&mut h, "<c-a>sk");
    let all = h.model.library.corpus.len();
    let kept = |h: &Harness| h.model.library.keys().filter(|k| h.model.triage.status(k).state == State::Keep).count();
    assert_eq!(kept(&h), all);
    assert!(frame(&h).contains(&format!("{all} articles")));
    press(&mut h, "u");
    assert_eq!(kept(&h), 0);
}

#[test]
fn a_verb_on_a_folded_group_means_all_of_it_and_says_how_many() {
    let mut h = demo(120, 40);
    press(&mut h, "gg");
    assert!(matches!(h.model.list.rows.first(), Some(ListRow::Group(_))));
    let n = h.model.list.groups.get(0).unwrap().documents().len();
    press(&mut h, "hd");
    let dropped = h.model.library.keys().filter(|k| h.model.triage.status(k).state == State::Drop).count();
    assert_eq!(dropped, n);
    assert!(frame(&h).contains(&format!("{n} articles")));
}

#[test]
fn verdicts_undo_and_the_place_survive_a_restart() {
    let dir = folder("journeys-restart");
    let mut h = kept_in(&dir, 120, 40);
    press(&mut h, "jjsk<enter><space>");
    let (open, anchor) = (title(&h), h.model.article.anchor);
    h.finish().expect("journal and session are written");
    let mut h = kept_in(&dir, 120, 40);
    assert_eq!(title(&h), open);
    assert_eq!(h.model.article.anchor, anchor);
    assert_eq!(h.model.focus, Pane::Article);
    let kept = |h: &Harness| h.model.library.keys().filter(|k| h.model.triage.status(k).state == State::Keep).count();
    assert_eq!(kept(&h), 1);
    press(&mut h, "u");
    assert_eq!(kept(&h), 0);
    h.finish().expect("journal and session are written");
    let _ = std::fs::remove_dir_all(dir);
}

#[test]
fn comparing_is_pin_move_compare_and_the_sides_are_always_named() {
    let mut h = demo(120, 40);
    press(&mut h, "=j=");
    assert_eq!(h.model.screen, Screen::Compare);
    let f = frame(&h);
    let (a, b) = {
        let c = h.model.compare.as_ref().expect("a comparison");
        (h.model.library.card(c.a).unwrap().label(Lang::FR), h.model.library.card(c.b).unwrap().label(Lang::FR))
    };
    let head = f.lines().next().unwrap_or_default();
    assert!(head.contains(&a) && head.contains(&b), "{head}");
    press(&mut h, "p");
    assert!(h.model.compare.as_ref().is_some_and(|c| c.current == Some(0)));
    press(&mut h, "x");
    let head = frame(&h).lines().next().unwrap_or_default().to_owned();
    assert!(head.find(&b) < head.find(&a), "{head}");
    press(&mut h, "q");
    assert_eq!(h.model.screen, Screen::Main);
}

#[test]
fn both_columns_of_a_comparison_hold_all_of_both_bodies_once() {
    let mut h = demo(120, 40);
    press(&mut h, "=j=");
    let c = h.model.compare.as_ref().expect("a comparison");
    let result = c.result.as_ref().expect("jobs run in place");
    for (side, document) in [(true, &result.a.document), (false, &result.b.document)] {
        let spans: Vec<_> = result.pairs.iter().filter_map(|p| if side { p.a } else { p.b }).collect();
        for w in spans.windows(2) {
            assert!(w[0].end <= w[1].start, "in order, without overlap");
        }
        for word in document.body() {
            assert!(spans.iter().any(|s| s.overlap(word) > 0), "{:?}", word.of(&document.text));
        }
    }
}

#[test]
fn a_pair_of_different_events_is_said_loudly() {
    let mut h = demo(120, 40);
    let find = |h: &Harness, needle: &str| {
        let named = |id: &DocId| h.model.library.card(*id).is_some_and(|c| c.name.contains(needle));
        let found = h.model.library.corpus.ids().find(named);
        found.unwrap_or_else(|| panic!("{needle} is in the sample corpus"))
    };
    let april = find(&h, "ferme-pour-au-moins-six-semaines");
    let august = find(&h, "de-nouveau-ferme");
    h.model.list.ticked.extend([april, august]);
    press(&mut h, "=");
    assert!(frame(&h).contains("ÉVÉNEMENTS DIFFÉRENTS"), "{}", frame(&h));
}

#[test]
fn going_to_anything_needs_neither_accents_nor_hyphens_nor_order() {
    let mut h = demo(120, 40);
    press(&mut h, "<c-p>roseliere fissures");
    assert!(frame(&h).contains("Roselière"));
    press(&mut h, "<enter>");
    assert_eq!(h.model.focus, Pane::Article);
    press(&mut h, "<c-p>thevenoux<enter>");
    assert!(h.model.message.as_ref().is_some_and(|m| m.text.contains("Thévenoux")), "{:?}", h.model.message);
}

#[test]
fn a_search_over_the_corpus_opens_on_the_match_lit() {
    let mut h = demo(120, 40);
    press(&mut h, "g/navette<enter>");
    assert_eq!(h.model.screen, Screen::Results);
    let f = frame(&h);
    assert!(f.to_lowercase().contains("non fouillés") || f.contains("occurrences"), "{f}");
    press(&mut h, "<enter>");
    assert_eq!(h.model.screen, Screen::Main);
    let find = h.model.article.find.as_ref().expect("hits are highlighted");
    let document = h.model.library.corpus.get(h.model.article.document.unwrap()).unwrap();
    let hit = find.hits[find.current].of(&document.text).to_lowercase();
    assert!(hit.starts_with("navette"), "{hit}");
}

#[test]
fn searching_in_the_article_lights_and_counts_and_says_what_is_hidden() {
    let mut h = demo(120, 40);
    press(&mut h, "<enter>/PONT<enter>");
    let said = h.model.message.as_ref().map(|m| m.text.clone()).unwrap_or_default();
    assert!(said.contains(" sur "), "{said}");
    let first = h.model.article.find.as_ref().unwrap().current;
    press(&mut h, "n");
    assert_ne!(h.model.article.find.as_ref().unwrap().current, first);
    press(&mut h, "<esc>");
    assert!(h.model.article.find.is_none());
}

#[test]
fn filtering_by_a_name_keeps_only_articles_that_have_it() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>");
    assert_eq!(h.model.focus, Pane::Entities);
    let all = h.model.list.shown;
    press(&mut h, "ie");
    assert!(h.model.list.shown >= 1 && h.model.list.shown < all);
    press(&mut h, "<esc>");
    assert_eq!(h.model.list.shown, all);
}

#[test]
fn a_line_of_input_has_its_own_keys_below_it_and_a_block_is_told_without_the_name_of_its_rule() {
    let mut h = demo(120, 40);
    press(&mut h, "/pont");
    let below = frame(&h).lines().last().unwrap().to_owned();
    assert!(below.contains("valider") && !below.contains("cocher"), "{below}");
    press(&mut h, "<esc>cn");
    let said = h.model.message.as_ref().map(|m| m.text.clone()).unwrap_or_default();
    assert!(said.starts_with("1/") && !said.contains('.') && !said.contains('_'), "{said}");
}

#[test]
fn words_looked_for_in_the_pane_of_names_go_to_a_name() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>");
    let names = h.model.entities.names.clone().unwrap();
    let last = h.model.entities.rows.iter().rev().find_map(|r| match r {
        kiosque::app::screen::main::entities::state::EntityRow::Name(i) => names.get(*i),
        _ => None,
    });
    let last = last.unwrap().name.clone();
    assert_ne!(h.model.entities.name().map(|e| &e.name), Some(&last));
    press(&mut h, &format!("/{}<enter>", last.to_uppercase()));
    assert_eq!(h.model.entities.name().map(|e| &e.name), Some(&last), "{}", frame(&h));
    assert!(h.model.list_find.is_none());
    press(&mut h, "/zzzz<enter>");
    assert!(frame(&h).contains("zzzz"), "{}", frame(&h));
    assert_eq!(h.model.entities.name().map(|e| &e.name), Some(&last));
}

/// The page on top, read to its end.
fn whole_page(h: &mut Harness) -> String {
    (0..60).fold(String::new(), |read, _| {
        let read = read + &frame(h);
        press(h, "j");
        read
    })
}

#[test]
fn the_card_weighs_a_date_against_the_other_reports_of_the_story() {
    let mut h = demo(120, 40);
    press(&mut h, "gi");
    let card = whole_page(&mut h);
    assert!(card.contains("autres articles de l'histoire : mardi 14 avril 2026"), "{card}");
    assert!(!card.contains("loin des leurs"), "{card}");
    press(&mut h, "<esc>id<c-u>2026-04-05<enter>gi");
    assert!(whole_page(&mut h).contains("loin des leurs"), "{}", frame(&h));
}

#[test]
fn stories_are_merged_and_split_by_hand_and_undo_takes_it_back() {
    let mut h = demo(120, 40);
    let story = |h: &Harness, d| h.model.library.story(d).map(|s| (s.id.to_owned(), s.size));
    let groups: Vec<Vec<_>> = h.model.list.groups.iter().map(|g| g.documents().to_vec()).collect();
    let (a, b) = (groups[0][0], groups[1][0]);
    let before = h.model.library.story_count();
    assert_ne!(story(&h, a), story(&h, b));
    press(&mut h, "A");
    assert!(frame(&h).contains("cochez"), "one article is no merge: {}", frame(&h));
    h.model.list.ticked.extend([a, b]);
    press(&mut h, "A");
    assert_eq!(h.model.library.story_count(), before - 1);
    assert_eq!(story(&h, a).map(|s| s.1), Some(groups[0].len() + groups[1].len()));
    assert_eq!(story(&h, a), story(&h, b));
    assert!(h.model.list.ticked.is_empty());
    // One of them leaves; the others stay together.
    h.model.list.ticked.insert(b);
    press(&mut h, "X");
    assert_eq!(story(&h, b), None);
    assert_eq!(story(&h, a).map(|s| s.1), Some(groups[0].len() + groups[1].len() - 1));
    press(&mut h, "uu");
    assert_eq!(h.model.library.story_count(), before);
    assert_eq!(story(&h, a).map(|s| s.1), Some(groups[0].len()));
    assert_eq!(story(&h, b).map(|s| s.1), Some(groups[1].len()));
    // Alone of its story, and once more: nothing to leave.
    h.model.list.ticked.insert(a);
    press(&mut h, "X");
    h.model.list.ticked.insert(a);
    press(&mut h, "X");
    assert!(frame(&h).contains("ne partage pas"), "{}", frame(&h));
}

#[test]
fn stories_made_by_hand_are_those_that_the_command_prints() {
    let state = folder("journeys-by-hand");
    let printed = || {
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_kiosque"))
            .args(["stories", concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo"), "--format", "json", "--state-dir"])
            .arg(&state)
            .output()
            .expect("the command runs");
        let json: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
        let stories = json["stories"].as_array().expect("stories").clone();
        stories.iter().filter_map(|s| s["documents"].as_array()).filter(|d| d.len() > 1).count()
    };
    let before = printed();
    let mut h = kept_in(&state, 120, 40);
    assert_eq!(h.model.library.story_count(), before);
    let firsts: Vec<_> = h.model.list.groups.iter().take(2).map(|g| g.documents()[0]).collect();
    h.model.list.ticked.extend(firsts);
    press(&mut h, "A");
    assert_eq!(printed(), before - 1);
    let _ = std::fs::remove_dir_all(state);
}

fn send(h: &mut Harness, notation: &str) {
    for key in kiosque::app::key::parse(notation).expect("keys") {
        h.send(kiosque::app::Msg::Key(key));
    }
}

#[test]
fn a_filter_leaves_the_list_alone_until_its_answer_is_there() {
    let mut h = demo(120, 40);
    press(&mut h, "Fentity:Sarvenne");
    let rows = h.model.list.rows.clone();
    send(&mut h, "<enter>");
    assert_eq!(h.model.list.rows, rows, "the key did the work itself");
    h.run_until_idle();
    assert!(h.model.list.shown >= 1 && h.model.list.rows.len() < rows.len());
    // Rows are matched again when what is known of them changes.
    let shown = h.model.list.shown;
    press(&mut h, "gs");
    assert_eq!(h.model.list.shown, shown);
}

#[test]
fn a_query_ticks_what_answers_it_once_it_was_looked_at() {
    let mut h = demo(120, 40);
    press(&mut h, "VSarvenne");
    send(&mut h, "<enter>");
    assert!(h.model.list.ticked.is_empty(), "the key did the work itself");
    h.run_until_idle();
    assert!(!h.model.list.ticked.is_empty());
}

#[test]
fn going_to_anything_opens_before_its_names_are_ready_and_then_finds_them() {
    let mut h = demo(120, 40);
    // Another language has other names for the actions: all is stale.
    h.model.choices.lang = Lang::EN;
    send(&mut h, "<c-p>");
    let found = |h: &Harness| match h.model.overlays.last() {
        Some(Overlay::GoTo(g)) => {
            let first = g.results.as_ref().and_then(|r| g.items.get(r.best.first()?.index));
            first.map(|goal| matches!(goal, PickerItem::Action(Action::NextParagraph)))
        }
        other => panic!("not going anywhere: {other:?}"),
    };
    assert_eq!(found(&h), None, "the key did the work itself");
    press(&mut h, "next paragraph");
    assert_eq!(found(&h), Some(true), "{}", frame(&h));
}

#[test]
fn data_that_arrives_never_moves_the_cursor() {
    let mut h = demo(120, 40);
    press(&mut h, "jjj");
    let (at, row) = (h.model.list.document(), h.model.list.cursor - h.model.list.top);
    press(&mut h, "gs");
    assert_eq!(h.model.list.document(), at);
    let now = h.model.list.cursor - h.model.list.top;
    assert!(now == row || h.model.list.top == 0, "{row} → {now}");
}

#[test]
fn a_prefix_shows_its_menu_and_escape_takes_it_off() {
    let mut h = demo(120, 40);
    press(&mut h, "s");
    assert!(h.model.typed.menu);
    assert!(frame(&h).contains("retenir"));
    press(&mut h, "<esc>");
    assert!(!h.model.typed.menu);
    assert!(h.requests.is_empty());
}

#[test]
fn a_key_without_a_meaning_says_so_once_and_pasted_text_is_never_keys() {
    let mut h = demo(120, 40);
    press(&mut h, "µ");
    assert!(frame(&h).contains("n'a pas d'action ici"));
    h.send(kiosque::app::Msg::Paste("ddddqq".into()));
    assert!(h.requests.is_empty());
    assert!(h.model.library.keys().all(|k| h.model.triage.status(&k).state == State::ToRead));
}

#[test]
fn hints_in_use_give_way_to_others_where_the_settings_say_so() {
    use kiosque::store::settings::{Hints, Settings};
    let footer = |hints| {
        let settings = Settings { hints, ..Settings::default() };
        let mut h = Harness::new(Setup { settings, ..setup(120, 40, Lang::EN) });
        let before = frame(&h).lines().last().unwrap_or_default().to_owned();
        press(&mut h, "ddddd");
        (before, frame(&h).lines().last().unwrap_or_default().to_owned())
    };
    let (before, after) = footer(Hints::Always);
    assert!(before.contains("d drop") && after.contains("d drop"), "{before}\n{after}");
    let (before, after) = footer(Hints::Learn);
    assert!(before.contains("d drop") && !after.contains("d drop"), "{before}\n{after}");
    assert!(footer(Hints::Off).0.trim().is_empty());
}

#[test]
fn the_palette_knows_both_languages_and_says_why_something_cannot_be_done() {
    let mut h = demo(120, 40);
    press(&mut h, ":swap sides");
    let f = frame(&h);
    assert!(f.contains("échanger A et B") && f.contains("seulement dans"), "{f}");
    press(&mut h, "<esc>:quitter tout de suite<enter>");
    assert_eq!(h.requests, [Request::Quit]);
}

#[test]
fn tags_are_added_with_completion_and_can_be_undone() {
    let mut h = demo(120, 40);
    press(&mut h, "tune<enter>");
    let tags = |h: &Harness| h.model.library.keys().map(|k| h.model.triage.status(&k).tags.len()).sum::<usize>();
    assert_eq!(tags(&h), 1);
    press(&mut h, "jjtu<tab><enter>");
    assert_eq!(tags(&h), 2);
    press(&mut h, "uu");
    assert_eq!(tags(&h), 0);
}

#[test]
fn the_interface_speaks_english_too() {
    let h = Harness::new(setup(120, 40, Lang::EN));
    let f = frame(&h);
    assert!(f.contains("Articles by story") && f.contains("23 left"), "{f}");
    for french in ["reste ", "gardé", "aide"] {
        assert!(!f.contains(french), "{french} in\n{f}");
    }
}

#[test]
fn a_block_put_back_is_remembered_for_its_source_and_can_be_undone() {
    let dir = folder("journeys-putback");
    let mut h = kept_in(&dir, 120, 40);
    let words =
        |h: &Harness| -> usize { h.model.library.corpus.ids().map(|id| h.model.library.cards().word_count(id)).sum() };
    let before = words(&h);
    press(&mut h, "<enter>cn");
    press(&mut h, "p");
    let after = words(&h);
    assert!(after > before, "{before} → {after}: {:?}", h.model.message);
    h.finish().expect("journal and session are written");
    let mut h = kept_in(&dir, 120, 40);
    assert_eq!(words(&h), after);
    press(&mut h, "u");
    assert_eq!(words(&h), before);
    h.finish().expect("journal and session are written");
    let _ = std::fs::remove_dir_all(dir);
}

#[test]
fn a_corrected_source_holds_for_its_article_and_can_be_undone() {
    let mut h = demo(120, 40);
    let called = |h: &Harness, name: &str| {
        let library = &h.model.library;
        library.corpus.ids().filter(|id| library.cards().outlet(*id) == Some(name)).count()
    };
    let (id, old) = h
        .model
        .library
        .corpus
        .ids()
        .find_map(|id| Some((id, h.model.library.card(id)?.source.clone()?)))
        .expect("an outlet is known");
    let n = called(&h, &old);
    h.model.list.go_to(id);
    press(&mut h, "is<c-u>Le Témoin<enter>");
    assert_eq!(called(&h, "Le Témoin"), 1, "{:?}", h.model.message);
    assert_eq!(called(&h, &old), n - 1);
    press(&mut h, "u");
    assert_eq!(called(&h, &old), n);
    press(&mut h, "ider<enter>");
    assert!(frame(&h).contains("n'est pas une date"));
}

#[test]
fn comments_are_searched_only_on_demand() {
    let mut h = demo(120, 40);
    press(&mut h, "g/vauban<enter>");
    let total = |h: &Harness| h.model.results.as_ref().and_then(|r| r.hits.as_ref()).map_or(0, |x| x.total);
    let without = total(&h);
    press(&mut h, "c");
    assert!(total(&h) > without);
}

#[test]
fn a_wrong_name_is_hidden_everywhere_and_comes_back() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>");
    let rows = h.model.entities.rows.len();
    press(&mut h, "x");
    assert!(h.model.entities.rows.len() < rows);
    press(&mut h, "u");
    assert_eq!(h.model.entities.rows.len(), rows);
}

#[test]
fn mentions_are_walked_both_ways() {
    let mut h = demo(120, 40);
    press(&mut h, "<enter>e");
    let first = h.model.article.highlighted;
    assert!(first.is_some());
    press(&mut h, "e");
    assert!(h.model.article.highlighted != first);
    press(&mut h, "<a-e>");
    assert_eq!(h.model.article.highlighted, first);
}

#[test]
fn the_page_of_a_name_shows_its_spellings_and_goes_to_its_words() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>ge");
    assert_eq!(h.model.screen, Screen::Name);
    let name = h.model.name.key.as_ref().expect("a name").clone();
    let shown = frame(&h);
    for words in ["Formes", "[x]", "Chronologie", "Mentions"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    press(&mut h, "<tab>G");
    let (id, span) = h.model.name.place().expect("a mention");
    press(&mut h, "<enter>");
    assert_eq!((h.model.screen, h.model.article.document), (Screen::Main, Some(id)));
    let text = &h.model.library.corpus.get(id).expect("loaded").text;
    let merged = h.model.library.corpus_names.get(&name).expect("merged");
    assert!(merged.forms.iter().any(|f| f.surface == span.of(text)), "{}", span.of(text));
}

/// The names of the open article with their spellings.
fn names(h: &Harness) -> Vec<(String, usize, usize)> {
    let all = h.model.entities.names.as_ref().expect("names are known");
    all.iter().map(|e| (e.name.clone(), e.mentions.len(), e.forms.len())).collect()
}

#[test]
fn a_spelling_is_parted_joined_again_and_undone_and_the_next_run_remembers() {
    let state = folder("journeys-names");
    let mut h = kept_in(&state, 120, 40);
    press(&mut h, "<c-p><esc>");
    let several = |h: &Harness| {
        let merged = h.model.library.corpus_names.entities.iter();
        let mut merged = merged.filter(|m| m.forms.iter().filter(|f| !f.doubtful).count() > 1);
        merged.next().expect("a name with several spellings").clone()
    };
    let name = several(&h);
    press(&mut h, &format!("<c-p>{}<enter>", name.name));
    press(&mut h, "<tab>");
    assert_eq!(h.model.entities.name().map(|e| e.name.clone()), Some(name.name.clone()), "{}", frame(&h));
    let before = names(&h);
    press(&mut h, "gej");
    let off = h.model.name.spelling().expect("a spelling").clone();
    assert_ne!(off.surface, name.name);
    press(&mut h, "<space>");
    assert!(frame(&h).contains("n'est pas"), "{}", frame(&h));
    let count = |h: &Harness| h.model.library.corpus_names.get(&name.id).expect("merged").count;
    assert_eq!(count(&h), name.count - off.count);
    let alone = h.model.library.corpus_names.get(&off.key).expect("a name of its own");
    assert_ne!(alone.id, name.id);
    assert!(frame(&h).contains("séparé par vous"), "{}", frame(&h));
    // The next run knows it too.
    drop(h);
    let mut h = kept_in(&state, 120, 40);
    press(&mut h, "<c-p><esc>");
    assert_eq!(count(&h), name.count - off.count);
    press(&mut h, "u");
    assert_eq!(count(&h), name.count);
    press(&mut h, &format!("<c-p>{}<enter><tab>", name.name));
    assert_eq!(names(&h), before);
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn names_over_the_corpus_are_merged_when_they_are_first_asked_for() {
    let mut h = demo(120, 40);
    assert!(h.model.library.corpus_names.entities.is_empty(), "nobody has asked");
    press(&mut h, "<tab><tab>");
    send(&mut h, "ge");
    assert!(frame(&h).contains("se rassemblent"), "{}", frame(&h));
    h.run_until_idle();
    assert!(frame(&h).contains("Formes"), "{}", frame(&h));
    assert!(!h.model.library.corpus_names.entities.is_empty());
}

#[test]
fn two_names_are_made_one_by_naming_the_other_and_a_kind_is_corrected() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>");
    let (a, b) = {
        let all = h.model.entities.names.clone().expect("names are known");
        let kind = all[0].kind;
        let b = all.iter().skip(1).find(|e| e.kind == kind).expect("two names of a kind");
        (all[0].clone(), b.clone())
    };
    h.model.entities.select(0);
    press(&mut h, &format!("A{}<enter>", b.name));
    let one = names(&h).into_iter().find(|n| n.1 == a.mentions.len() + b.mentions.len());
    assert!(one.is_some(), "{:?}", names(&h));
    assert!(!names(&h).iter().any(|n| n.0 == b.name && n.1 == b.mentions.len()), "{:?}", names(&h));
    press(&mut h, "u");
    assert!(names(&h).iter().any(|n| n.0 == b.name), "{:?}", names(&h));
    press(&mut h, "Aun nom que personne ne porte<enter>");
    assert!(frame(&h).contains("Aucun nom"), "{}", frame(&h));
    let kind = h.model.entities.name().expect("a name").kind;
    let name = h.model.entities.name().expect("a name").name.clone();
    press(&mut h, "ik");
    let now = h.model.entities.names.iter().flat_map(|n| n.iter()).find(|e| e.name == name).map(|e| e.kind);
    assert!(now.is_some_and(|k| k != kind));
    press(&mut h, "u");
    let now = h.model.entities.names.iter().flat_map(|n| n.iter()).find(|e| e.name == name).map(|e| e.kind);
    assert_eq!(now, Some(kind));
}

#[test]
fn the_page_of_a_name_holds_at_every_size() {
    for (w, ht) in [(200, 60), (120, 40), (80, 24), (40, 12), (20, 6), (1, 1)] {
        let mut h = demo(w, ht);
        h.model.focus = Pane::Entities;
        press(&mut h, "gejjkG<tab>jjGggk<tab>");
        let _ = frame(&h);
    }
}

#[test]
fn a_message_names_the_readers_own_key_for_what_it_speaks_of() {
    let mut own = demo(120, 40);
    let actions = ["undo".to_owned()];
    let own_key = Rebinding { place: "", keys: "<f9>", actions: &actions, description: None };
    let nothing = Rebinding { place: "", keys: "u", actions: &[], description: None };
    let table = RebindingTable { place: "", context: "everywhere", bindings: vec![nothing, own_key] };
    assert!(own.model.keymap.rebind(&[table]).is_empty());
    press(&mut own, "d");
    let said = frame(&own);
    assert!(said.contains("— F9 annule") && !said.contains("— u annule"), "{said}");
    let mut emacs = demo(120, 40);
    emacs.model.keymap = Keymap::emacs(Lang::FR);
    press(&mut emacs, "Fnavette<enter>");
    let said = frame(&emacs);
    assert!(said.contains("Ctrl-g ôte le filtre"), "{said}");
    let mut vim = demo(120, 40);
    press(&mut vim, "Fnavette<enter>");
    assert!(frame(&vim).contains("Échap ôte le filtre"));
}

#[test]
fn up_in_a_query_line_brings_back_what_was_searched_and_a_restart_does_not_forget_it() {
    let folder = folder("journeys-asked");
    let line = |h: &Harness| match h.model.overlays.last() {
        Some(Overlay::Prompt(p)) => p.input.value().to_owned(),
        other => panic!("{other:?}"),
    };
    let mut first = kept_in(&folder, 120, 40);
    press(&mut first, "Fnavette<enter><esc>g/budget<enter>q");
    first.finish().expect("journal and session are written");
    let mut h = kept_in(&folder, 120, 40);
    press(&mut h, "F<up>");
    assert_eq!(line(&h), "budget", "the last first, whichever line it was typed into");
    press(&mut h, "<up>");
    assert_eq!(line(&h), "navette");
    press(&mut h, "<up>");
    assert_eq!(line(&h), "navette", "there is none before");
    press(&mut h, "<down><down>");
    assert_eq!(line(&h), "");
    press(&mut h, "na<up>");
    assert_eq!(line(&h), "navette", "those that begin as typed");
    press(&mut h, "<enter>");
    assert_eq!(h.model.filter.as_ref().map(|f| f.text.as_str()), Some("navette"));
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn a_footer_is_made_of_whole_hints_the_most_useful_first() {
    for lang in Lang::carried() {
        for keys in ["", "<enter>", "<tab><tab>", "jj=j=", "g/pont<enter>", "gm", "gl", "wb", "gj", "<tab><tab>ge"] {
            let mut h = Harness::new(setup(120, 24, lang));
            press(&mut h, keys);
            for width in [120, 100, 80, 60, 40] {
                h.resize(kiosque::app::area::Size { width, height: 24 });
                let context = h.model.context();
                let drawn = frame(&h);
                let row = drawn.lines().last().unwrap_or_default().trim();
                let key = |a: Action| h.model.keymap.key_of(context, a).unwrap_or_default();
                let here: Vec<String> = hinted(context).into_iter().map(|(a, _)| key(a)).collect();
                let tail: Vec<String> = hinted(Context::Everywhere).into_iter().map(|(a, _)| key(a)).collect();
                let told: Vec<&str> = row.split("  ").map(str::trim).filter(|s| !s.is_empty()).collect();
                for hint in &told {
                    let known = here.iter().chain(&tail).any(|k| hint.starts_with(&format!("{k} ")));
                    assert!(known, "{hint} in {row} ({keys}, {width})");
                }
                if width >= 80 {
                    assert!(told[0].starts_with(&here[0]), "{row} ({keys}, {width})");
                    let last = tail.last().map(String::as_str).unwrap_or_default();
                    assert!(told.last().is_some_and(|hint| hint.starts_with(last)), "{row} ({keys}, {width})");
                }
            }
        }
    }
}
