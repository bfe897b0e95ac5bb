//! What a key says and does is of what is here and of what was meant: one article is
//! one, a verdict stands, another folder is left alone, what is folded is found.

use crate::support::{demo, folder, frame, press, setup};
use kiosque::corpus::DocId;
use kiosque::job::Input;
use kiosque::shell::{Harness, Setup};
use kiosque::store::paths::Paths;
use kiosque::triage::State;
use kiosque::words::Lang;
use std::path::{Path, PathBuf};

/// What the articles tell, one unlike the other.
const BODIES: &[&str] = &[
    "Le conseil du port a voté mardi les travaux que les pêcheurs du quai demandaient.\n\nLes ouvriers commenceront par le \
     môle, puis par la cale, a dit l'ingénieur chargé du chantier.",
    "Les gardiens sont partis dimanche soir avec la dernière vedette.\n\nUne lampe automatique, réglée depuis la capitale, \
     remplace désormais le feu tournant que trois familles avaient entretenu.",
    "Aucun passager n'a traversé la rivière depuis jeudi matin.\n\nLe moteur attend une pièce commandée à l'étranger ; la \
     mairie loue une barque aux écoliers et promet un remboursement des cartes.",
    "Des biologistes comptent les oiseaux chaque printemps entre les roseaux.\n\nIls en ont vu moins que l'an passé, et \
     accusent la sécheresse, les canaux curés trop tôt et les chiens sans laisse.",
];

/// Articles of which no outlet and no day is known.
fn texts(name: &str, titles: &[&str]) -> PathBuf {
    let dir = folder(&format!("here-only-{name}"));
    for (i, (title, body)) in titles.iter().zip(BODIES).enumerate() {
        std::fs::write(dir.join(format!("{i}.txt")), format!("{title}\n\n{body}\n")).unwrap();
    }
    dir
}

fn opened(dir: &Path, state: Option<&Path>, lang: Lang, width: u16, height: u16) -> Harness {
    let paths = state.map(|s| Paths::find(Some(s), None).expect("a folder was named"));
    Harness::new(Setup { inputs: vec![Input::Path(dir.to_owned())], paths, ..setup(width, height, lang) })
}

fn states(h: &Harness) -> Vec<State> {
    h.model
        .library
        .corpus
        .ids()
        .filter_map(|id| h.model.library.key(id))
        .map(|k| h.model.triage.status(&k).state)
        .collect()
}

fn first_story(h: &Harness) -> Vec<DocId> {
    h.model.list.groups.iter().find(|g| g.story().is_some()).map(|g| g.documents().to_vec()).expect("a story")
}

const PORTS: &[&str] =
    &["La jetée de Karn rouvre", "Un phare éteint à Lisle", "Le bac de Morée en panne", "Les marais de Vaux"];

#[test]
fn a_source_corrected_on_one_article_is_of_that_article_alone_and_undo_counts_one() {
    for (lang, one) in [(Lang::FR, "1 article"), (Lang::EN, "1 article")] {
        let dir = texts(&format!("one-source-{}", lang.code()), PORTS);
        let mut h = opened(&dir, None, lang, 80, 24);
        let called = |h: &Harness| {
            h.model.library.corpus.ids().filter(|id| h.model.library.cards().outlet(*id) == Some("Belga")).count()
        };
        press(&mut h, "is<c-u>Belga<enter>");
        assert_eq!(called(&h), 1, "{}", frame(&h));
        press(&mut h, "u");
        assert_eq!(called(&h), 0);
        assert!(frame(&h).contains(one), "{}", frame(&h));
        // Several are asked for by ticks, and their number is said before and after.
        press(&mut h, "<c-a>is");
        assert!(frame(&h).contains("4 articles"), "{}", frame(&h));
        press(&mut h, "<c-u>Belga<enter>");
        assert_eq!(called(&h), 4);
        assert!(frame(&h).contains("4 articles"), "{}", frame(&h));
        let _ = std::fs::remove_dir_all(dir);
    }
}

#[test]
fn a_corrected_headline_is_not_told_as_opening_words() {
    let dir = folder("here-only-headline");
    std::fs::write(dir.join("a.txt"), BODIES.join(" ")).unwrap();
    let mut h = opened(&dir, None, Lang::EN, 120, 40);
    assert!(frame(&h).contains("no headline"), "{}", frame(&h));
    press(&mut h, "it<c-u>Night over Karn<enter>");
    let f = frame(&h);
    assert!(f.contains("Night over Karn") && !f.contains("no headline"), "{f}");
    let _ = std::fs::remove_dir_all(dir);
}

#[test]
fn undo_leaves_what_was_done_in_another_folder_and_says_that_it_is_elsewhere() {
    let (a, b, state) = (
        texts("here-a", PORTS),
        texts("here-b", &["Le pont de Sorgues", "La criée de Belon"]),
        folder("here-only-here-s"),
    );
    let mut h = opened(&a, Some(&state), Lang::EN, 120, 40);
    press(&mut h, "sk");
    assert!(states(&h).contains(&State::Keep));
    h.finish().expect("the journal is written");
    let mut h = opened(&b, Some(&state), Lang::EN, 120, 40);
    press(&mut h, "u");
    let f = frame(&h);
    assert!(f.contains("nothing to undo here") && f.contains("kept, 1 article"), "{f}");
    // What is done here is undone here, and nothing further.
    press(&mut h, "duu");
    assert!(states(&h).iter().all(|s| *s == State::ToRead));
    h.finish().expect("the journal is written");
    let h = opened(&a, Some(&state), Lang::EN, 120, 40);
    assert!(states(&h).contains(&State::Keep), "the other folder keeps its verdict");
    for dir in [a, b, state] {
        let _ = std::fs::remove_dir_all(dir);
    }
}

#[test]
fn dropping_the_rest_of_a_story_leaves_what_was_judged_and_says_how_many() {
    let mut h = demo(120, 40);
    let story = first_story(&h);
    assert!(story.len() > 2);
    let of = |h: &Harness, id: DocId| h.model.triage.status(&h.model.library.key(id).unwrap()).state;
    h.model.list.go_to(story[0]);
    press(&mut h, "sk");
    h.model.list.go_to(story[1]);
    press(&mut h, "D");
    assert_eq!((of(&h, story[0]), of(&h, story[1])), (State::Keep, State::Keep));
    assert!(story[2..].iter().all(|id| of(&h, *id) == State::Drop));
    assert!(frame(&h).contains("1 déjà jugé reste"), "{}", frame(&h));
    press(&mut h, "u");
    assert_eq!((of(&h, story[0]), of(&h, story[2])), (State::Keep, State::ToRead));
}

#[test]
fn a_verdict_on_several_says_how_many_had_another_and_undo_gives_each_back() {
    let mut h = demo(120, 40);
    press(&mut h, "sk");
    press(&mut h, "<c-a>d");
    assert!(frame(&h).contains("1 avait un autre avis"), "{}", frame(&h));
    press(&mut h, "u");
    assert_eq!(states(&h).iter().filter(|s| **s == State::Keep).count(), 1);
}

#[test]
fn stories_are_neither_merged_nor_parted_from_the_head_of_a_group_without_a_tick() {
    let mut h = demo(80, 24);
    let before = h.model.library.story_count();
    while !frame(&h).contains("par état") {
        press(&mut h, "b");
    }
    for key in ["A", "X"] {
        press(&mut h, "gg");
        press(&mut h, key);
        let f = frame(&h);
        assert!(f.contains("Rien n'est coché") && f.contains("articles"), "{f}");
        assert_eq!(h.model.library.story_count(), before);
    }
}

#[test]
fn who_leaves_a_story_leaves_the_cursor_in_it() {
    let mut h = demo(120, 40);
    let story = first_story(&h);
    assert!(story.len() > 2);
    h.model.list.go_to(story[0]);
    press(&mut h, "X");
    assert!(h.model.list.document().is_some_and(|id| story[1..].contains(&id)));
    assert_eq!(h.model.library.story(story[0]).map(|s| s.id), None);
}

#[test]
fn words_looked_for_in_the_list_are_found_in_stories_that_are_folded() {
    let mut h = demo(120, 40);
    let story = first_story(&h);
    let last = *story.last().unwrap();
    let title = h.model.library.card(last).unwrap().title.clone();
    press(&mut h, "zMgg");
    assert!(h.model.list.document().is_none(), "all is folded");
    press(&mut h, &format!("/{}<enter>", title.replace('<', " ")));
    let found = h.model.list.document().expect("an article is found");
    assert_eq!(h.model.library.card(found).unwrap().title, title);
    assert!(frame(&h).contains("1 sur 1"), "{}", frame(&h));
}

#[test]
fn while_stories_are_being_found_no_article_is_called_alone() {
    let words = [
        (Lang::FR, "Seuls de leur histoire", "La recherche des histoires est en cours"),
        (Lang::EN, "On their own", "Stories are still being found"),
    ];
    for (lang, alone, coming) in words {
        let dir = texts(&format!("coming-{}", lang.code()), &PORTS[..1]);
        let mut h = opened(&dir, None, lang, 80, 24);
        assert!(frame(&h).contains(alone), "{}", frame(&h));
        h.model.loading.grouped = false;
        press(&mut h, ",rgm");
        let f = frame(&h);
        assert!(!f.contains(alone) && f.contains(coming), "{f}");
        let _ = std::fs::remove_dir_all(dir);
    }
}

#[test]
fn a_folder_that_is_gone_is_said_once_however_often_it_is_looked_for() {
    let dir = texts("gone", PORTS);
    let mut h = opened(&dir, None, Lang::EN, 120, 40);
    std::fs::remove_dir_all(&dir).unwrap();
    press(&mut h, "R");
    assert!(!frame(&h).contains("Nothing changed on disk"), "{}", frame(&h));
    let once = h.model.notices.len();
    press(&mut h, "RR");
    assert_eq!(h.model.notices.len(), once);
    // It is back as it was: nothing of it is left to be told.
    texts("gone", PORTS);
    press(&mut h, "R");
    assert_eq!(h.model.unreadable, 0, "{:?}", h.model.notices);
    let _ = std::fs::remove_dir_all(dir);
}
