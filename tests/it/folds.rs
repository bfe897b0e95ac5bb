//! The opening view of a large morning: stories folded, headlines whole.

use crate::morning::corpus;
use crate::support::{folder, frame, press, setup};
use kiosque::app::panes::{Pane, Screen};
use kiosque::app::screen::main::list::state::ListRow;
use kiosque::job::Input;
use kiosque::shell::{Harness, Setup};
use kiosque::store::paths::Paths;
use kiosque::triage::State;
use kiosque::words::Lang;
use std::path::{Path, PathBuf};

/// 600 articles of 60 stories, as they are first seen.
fn opened(dir: &Path, width: u16, height: u16) -> Harness {
    corpus(dir);
    Harness::new(Setup { inputs: vec![Input::Path(dir.to_owned())], ..setup(width, height, Lang::FR) })
}

fn on_head(h: &Harness) -> bool {
    matches!(h.model.list.rows.get(h.model.list.cursor), Some(ListRow::Group(_)))
}

#[test]
fn many_stories_open_folded_with_what_is_to_be_told_of_each_and_its_first_article_beside() {
    let dir = folder("folds-folded");
    let h = opened(&dir, 120, 40);
    let list = &h.model.list;
    assert!(list.groups.iter().all(|g| list.folds.is_folded(g)));
    assert_eq!((list.cursor, list.top, list.rows.len()), (0, 0, list.groups.len()));
    let first = list.groups.get(0).unwrap().documents()[0];
    assert_eq!(h.model.article.document, Some(first));
    let f = frame(&h);
    let about: Vec<&str> = f.lines().filter(|l| l.contains(" textes ") && l.contains(" médias · ")).collect();
    assert!(about.len() >= 10 && about[0].contains('●'), "{f}");
    assert!(f.contains("¶1") && f.contains("reste 600"), "{f}");
}

#[test]
fn what_a_step_among_folded_stories_shows_is_read_before_the_step() {
    let dir = folder("folds-steps");
    let mut h = opened(&dir, 120, 40);
    press(&mut h, "jj");
    for row in [1, 3] {
        let shown = h.model.list.groups.get(row).unwrap().documents()[0];
        assert!(h.model.library.analysis(shown).is_some(), "row {row}");
    }
}

#[test]
fn enter_on_a_folded_story_unfolds_it_with_the_cursor_on_its_head_and_reads_nothing() {
    let dir = folder("folds-enter");
    let mut h = opened(&dir, 120, 40);
    let first = h.model.list.groups.documents()[0];
    press(&mut h, "<enter>");
    assert_eq!((h.model.list.cursor, on_head(&h), h.model.focus), (0, true, Pane::List));
    assert!(!h.model.list.on_folded_group() && frame(&h).contains("reste 600"), "{}", frame(&h));
    press(&mut h, "<enter>");
    assert!(h.model.list.on_folded_group());
    // The first article is one row below the head.
    press(&mut h, "<enter>j<enter>");
    assert_eq!((h.model.article.document, h.model.focus), (Some(first), Pane::Article));
    assert!(frame(&h).contains("reste 599"), "{}", frame(&h));
}

#[test]
fn the_next_articles_follow_through_the_end_of_a_story_into_one_that_is_folded() {
    let dir = folder("folds-follow");
    let mut h = opened(&dir, 120, 40);
    let documents = h.model.list.groups.documents().to_vec();
    press(&mut h, "<tab>");
    assert_eq!((h.model.article.document, frame(&h).contains("reste 599")), (Some(documents[0]), true));
    let members = h.model.list.groups.get(0).unwrap().documents().len();
    let rows = h.model.list.groups.get(0).unwrap().texts();
    press(&mut h, &"J".repeat(rows));
    assert_eq!(h.model.article.document, Some(documents[members]));
    assert!(!h.model.list.folds.is_folded(h.model.list.groups.get(1).unwrap()));
}

#[test]
fn all_of_a_story_is_read_at_once_and_what_is_unread_is_gone_to_round_the_end() {
    let dir = folder("folds-unread");
    let mut h = opened(&dir, 120, 40);
    let groups: Vec<Vec<_>> = h.model.list.groups.iter().map(|g| g.documents().to_vec()).collect();
    press(&mut h, "C");
    assert!(frame(&h).contains(&format!("reste {}", 600 - groups[0].len())), "{}", frame(&h));
    assert_eq!((h.model.list.cursor, on_head(&h)), (1, true));
    // From a head the first of its own; from an article the next one.
    press(&mut h, "gu");
    assert_eq!(h.model.list.document(), Some(groups[1][0]));
    press(&mut h, "<enter>C");
    assert!(frame(&h).contains(&format!("reste {}", 600 - groups[0].len() - groups[1].len())), "{}", frame(&h));
    press(&mut h, "gu");
    assert_eq!((h.model.article.document, h.model.focus), (Some(groups[2][0]), Pane::Article));
    press(&mut h, "gU");
    let last = *groups.last().unwrap().last().unwrap();
    let last = h.model.list.folded_under(last).unwrap_or(last);
    assert_eq!(h.model.article.document, Some(last));
}

#[test]
fn stories_are_gone_to_folded_and_opened_by_the_keys_of_vim() {
    let dir = folder("folds-keys");
    let mut h = opened(&dir, 120, 40);
    press(&mut h, "))");
    assert_eq!((h.model.list.cursor, on_head(&h)), (2, true));
    press(&mut h, "zoj");
    let article = h.model.list.document();
    assert!(article.is_some());
    press(&mut h, "zR");
    assert_eq!(h.model.list.document(), article);
    let texts: usize = h.model.list.groups.iter().map(|g| g.texts()).sum();
    assert_eq!(h.model.list.rows.len(), h.model.list.groups.len() + texts);
    press(&mut h, "zM");
    assert_eq!((h.model.list.cursor, h.model.list.rows.len()), (2, h.model.list.groups.len()));
    press(&mut h, "za");
    assert!(!h.model.list.on_folded_group());
    press(&mut h, "zc(");
    assert_eq!(h.model.list.cursor, 1);
}

#[test]
fn a_verdict_on_a_folded_story_is_one_on_all_of_it_and_leaves_what_is_left_to_do() {
    let dir = folder("folds-verdict");
    let mut h = opened(&dir, 120, 40);
    let members = h.model.list.groups.get(0).unwrap().documents().to_vec();
    press(&mut h, "d");
    for id in &members {
        let key = h.model.library.key(*id).unwrap();
        assert_eq!(h.model.triage.status(&key).state, State::Drop);
    }
    assert_eq!((h.model.list.cursor, on_head(&h)), (1, true));
    assert!(frame(&h).contains(&format!("reste {}", 600 - members.len())), "{}", frame(&h));
    press(&mut h, "u");
    assert!(frame(&h).contains("reste 600"), "{}", frame(&h));
}

#[test]
fn a_headline_shows_forty_signs_at_80_columns_and_sixty_at_120() {
    let dir = folder("folds-headlines");
    let title = "Après la rupture de la digue du Ponant, les trois communes de l'estuaire demandent à la région de \
                 payer la reconstruction du port avant l'hiver";
    let line = serde_json::json!({ "title": title, "source": "Le Courrier de la Sarvenne et du Ponant",
        "date": "2026-06-02", "text": "La digue a cédé lundi soir. Les communes ont écrit à la région mardi." });
    std::fs::write(dir.join("a.jsonl"), line.to_string()).unwrap();
    for (width, least) in [(80, 40), (120, 60), (200, 100)] {
        let inputs = vec![Input::Path(dir.clone())];
        let h = Harness::new(Setup { inputs, ..setup(width, 40, Lang::FR) });
        let f = frame(&h);
        let list: Vec<&str> = f.lines().filter_map(|l| l.split('│').next()).collect();
        let at = list.iter().position(|l| l.contains("Après la rupture")).unwrap();
        let shown = |line: &str| line.chars().skip(4).collect::<String>();
        let both = format!("{} {}", shown(list[at]), shown(list[at + 1]));
        let both = both.split_whitespace().collect::<Vec<_>>().join(" ");
        let seen = both.chars().zip(title.chars()).take_while(|(a, b)| a == b).count();
        assert!(seen >= least, "{width}: {seen}\n{f}");
        assert!(list[at + 1].contains("Le C") && list[at + 1].contains("02.06"), "{f}");
    }
}

#[test]
fn an_article_of_which_no_source_and_no_day_is_known_has_no_columns_for_them() {
    let dir = folder("folds-unknown");
    std::fs::write(dir.join("a.txt"), "La digue a cédé\n\nElle a cédé lundi soir, dit la commune.\n").unwrap();
    let h = Harness::new(Setup { inputs: vec![Input::Path(dir)], ..setup(120, 40, Lang::FR) });
    let f = frame(&h);
    let list: Vec<&str> = f.lines().skip(2).filter_map(|l| Some(l.split_once('│')?.0)).collect();
    assert!(!list.iter().any(|l| l.contains("inconnu") || l.contains('?')), "{f}");
}

/// The texts of a corpus in a folder of its own, and what opens it as often as it is asked
/// and remembers it.
fn opened_again(name: &str) -> (PathBuf, impl Fn() -> Harness) {
    let dir = folder(name);
    let texts = dir.join("texts");
    std::fs::create_dir_all(&texts).unwrap();
    corpus(&texts);
    let below = texts.clone();
    let open = move || {
        let paths = Paths::find(Some(&dir.join("state")), None).unwrap();
        let inputs = vec![Input::Path(below.clone())];
        Harness::new(Setup { inputs, paths: Some(paths), ..setup(120, 40, Lang::FR) })
    };
    (texts, open)
}

#[test]
fn what_came_since_the_corpus_was_last_opened_is_counted_as_new_in_its_story() {
    let (texts, open) = opened_again("folds-new");
    let told = |h: &Harness| h.model.list.groups.iter().map(|g| g.fresh()).sum::<usize>();
    let first = open();
    assert_eq!((told(&first), frame(&first).contains("nouveau")), (0, false));
    drop(first);
    let night = std::fs::read_to_string(texts.join("night.jsonl")).unwrap();
    let late = night.lines().next().unwrap().replacen("\"title\":\"", "\"title\":\"Dernière heure : ", 1);
    std::fs::write(texts.join("late.jsonl"), late.replace("mètre", "mètre et demi")).unwrap();
    let again = open();
    let f = frame(&again);
    assert_eq!(told(&again), 1, "{f}");
    let group = again.model.list.groups.iter().position(|g| g.fresh() > 0).unwrap();
    assert!(again.model.list.groups.get(group).unwrap().story().is_some());
    drop(again);
    assert_eq!(told(&open()), 0);
}

#[test]
fn on_the_board_headlines_have_the_room_of_outlets_that_nobody_knows() {
    let dir = folder("folds-board");
    let text = "La cour d'assises entend les témoins\n\nLa cour d'assises de Sarvenne a entendu jeudi les témoins du \
                naufrage, dont le capitaine du bac.\n";
    std::fs::write(dir.join("a.txt"), text).unwrap();
    let mut h = Harness::new(Setup { inputs: vec![Input::Path(dir)], ..setup(120, 40, Lang::FR) });
    press(&mut h, "wb");
    let f = frame(&h);
    assert!(f.contains("La cour d'assises") && !f.contains("inconnu"), "{f}");
}

#[test]
fn stories_that_were_open_and_a_cursor_on_a_head_are_so_after_a_restart() {
    let (_, open) = opened_again("folds-again");
    let mut h = open();
    press(&mut h, "jzo))");
    let open_one = h.model.list.groups.get(1).unwrap().key();
    let cursor = h.model.list.cursor;
    assert!(h.model.list.on_folded_group());
    h.finish().unwrap();
    let h = open();
    let list = &h.model.list;
    let folded: Vec<bool> = list.groups.iter().map(|g| list.folds.is_folded(g)).collect();
    assert!(list.groups.iter().all(|g| list.folds.is_folded(g) == (g.key() != open_one)), "{folded:?}");
    assert_eq!((list.cursor, list.on_folded_group(), h.model.focus), (cursor, true, Pane::List));
}

#[test]
fn a_number_before_a_verdict_in_the_queue_means_so_many_articles() {
    let dir = folder("folds-queue");
    let mut h = opened(&dir, 120, 40);
    press(&mut h, "wt");
    let queue = h.model.queue.clone().unwrap();
    let at = queue.place(h.model.article.document.unwrap()).unwrap();
    press(&mut h, "3d");
    let state = |h: &Harness, i: usize| h.model.triage.status(&h.model.library.key(queue.documents[i]).unwrap()).state;
    assert!((at..at + 3).all(|i| state(&h, i) == State::Drop) && state(&h, at + 3) == State::ToRead);
    assert_eq!(h.model.article.document, Some(queue.documents[at + 3]));
}

#[test]
fn two_ticked_articles_stay_ticked_while_they_are_compared() {
    let dir = folder("folds-ticks");
    let mut h = opened(&dir, 120, 40);
    let two = h.model.list.groups.documents()[..2].iter().copied().collect();
    h.model.list.ticked = two;
    press(&mut h, "=");
    assert_eq!(h.model.screen, Screen::Compare);
    press(&mut h, "q");
    assert_eq!(h.model.list.ticked.len(), 2);
}
