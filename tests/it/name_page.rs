//! The page of a name: what it says, read on, stopped and handed over.

use crate::commands::{corpus, run};
use crate::support::{demo, folder, frame, press};
use kiosque::app::Msg;
use kiosque::app::effect::Effect;
use kiosque::app::panes::Screen;
use kiosque::job::{self, Report};
use kiosque::shell::Harness;
use kiosque::words::Lang;
use std::sync::Arc;

/// The page of a name that is quoted.
fn page() -> Harness {
    let mut h = demo(120, 40);
    press(&mut h, "Frouvrelle<enter><tab><tab>");
    for _ in 0..20 {
        press(&mut h, "ge");
        if h.model.name.page.as_ref().is_some_and(|p| p.articles.iter().any(|a| !a.said.is_empty())) {
            return h;
        }
        press(&mut h, "qj");
    }
    panic!("nobody is quoted: {}", frame(&h));
}

/// The page as if some of its articles were still being read.
fn half_read(h: &mut Harness) {
    let mut page = (**h.model.name.page.as_ref().unwrap()).clone();
    page.left_out = 840;
    let corpus_names = h.model.library.corpus_names.clone();
    let (texts, decisions) = (Default::default(), Default::default());
    let job = job::Name {
        texts,
        key: page.id.clone(),
        corpus_names,
        decisions,
        so_far: None,
        first: 0,
        documents: Vec::new(),
    };
    let Effect::Start(ticket, _) = h.model.start(job) else { panic!("it is started") };
    h.send(Msg::Report(ticket, Report::Name(Some(Arc::new(page)))));
    let now = h.model.now;
    h.send(Msg::Time(now + 2000));
}

#[test]
fn escape_while_a_page_is_read_keeps_what_was_read_and_enter_reads_on() {
    let mut h = page();
    half_read(&mut h);
    let shown = frame(&h);
    assert!(shown.contains("Lu jusqu'ici"), "{shown}");
    press(&mut h, "<esc>");
    assert_eq!(h.model.screen, Screen::Name);
    assert!(h.model.name.stopped && h.model.name.page.is_some());
    let shown = frame(&h);
    assert!(shown.contains("Entrée lit la suite"), "{shown}");
    press(&mut h, "<tab>gg<enter>");
    assert!(!h.model.name.stopped);
}

#[test]
fn the_quotations_of_a_name_are_handed_over_from_its_page_with_their_articles() {
    let folder = folder("name-page-quotations");
    let mut h = page();
    h.model.choices.export_folder = folder.clone();
    press(&mut h, "Eu");
    press(&mut h, "v<enter>");
    let file = std::fs::read_dir(&folder).unwrap().next().expect("a file is made").unwrap();
    let csv = std::fs::read_to_string(file.path()).unwrap();
    assert!(csv.starts_with("number,quote,doubtful,printed,date,"), "{csv}");
    let said = h.model.name.page.as_ref().map(|p| p.articles.iter().map(|a| a.said.len()).sum::<usize>());
    assert_eq!(Some(csv.lines().count() - 1), said, "a row for each place: {csv}");
}

#[test]
fn what_a_name_says_is_printed_in_each_format_and_is_nothing_without_a_name() {
    let (state, here) = (folder("name-page-quotations-state"), corpus("quotations-corpus"));
    let here = here.to_str().unwrap();
    for format in ["text", "md", "csv", "html", "json", "jsonl"] {
        let ran = run(&state, Lang::FR, &["names", here, "--of", "Paul Kerdal", "--quotations", "--format", format]);
        assert!(ran.code == 0 && ran.out.contains("Nous attendons une réponse"), "{format}: {}", ran.err);
    }
    for wrong in [
        &["names", here, "--quotations"][..],
        &["names", here, "--format", "csv"],
        &["names", here, "--of", "x", "--quotations", "--format", "svg"],
    ] {
        let ran = run(&state, Lang::FR, wrong);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{wrong:?}: {}", ran.err);
        assert!(!ran.err.is_empty(), "{wrong:?}");
    }
}

/// Articles that write one name in several ways.
fn spelled(folder: &std::path::Path) -> Harness {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    let texts = ["Jean-Luc Morvandel", "Jean Luc Morvandel", "Jean-Luc Morvandel", "JEAN-LUC MORVANDEL"];
    for (i, name) in texts.iter().enumerate() {
        let text = format!(
            "Le port numéro {i} rouvre\n\nLe maire {name} a rouvert mardi le quai numéro {i} aux pêcheurs de la ville. « Nous \
             attendions ce jour », a déclaré {name} devant les marins.\n\nLes travaux avaient duré {i} mois, selon la \
             préfecture.\n"
        );
        std::fs::write(folder.join(format!("{i}.txt")), text).unwrap();
    }
    let inputs = vec![kiosque::job::Input::Path(folder.to_owned())];
    Harness::new(kiosque::shell::Setup { inputs, ..crate::support::setup(120, 40, Lang::FR) })
}

#[test]
fn the_page_of_a_name_shows_each_way_in_which_it_is_written_with_its_number() {
    let folder = folder("name-page-written");
    let mut h = spelled(&folder);
    press(&mut h, "zRgg");
    press(&mut h, "/port numéro 0<enter><enter><tab>/morvandel<enter>ge");
    assert_eq!(h.model.screen, Screen::Name, "{}", frame(&h));
    let f = frame(&h);
    let rows: Vec<&str> = f.lines().filter_map(|l| l.split('│').next()).collect();
    for way in ["Jean-Luc Morvandel", "Jean Luc Morvandel"] {
        assert!(rows.iter().any(|r| r.trim_start().starts_with(way)), "{way}: {f}");
    }
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn a_spelling_that_is_parted_stays_under_the_cursor_so_that_the_same_key_joins_it_again() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>");
    for _ in 0..20 {
        press(&mut h, "ge");
        if h.model.name.spellings.len() > 1 {
            break;
        }
        press(&mut h, "qj");
    }
    assert!(h.model.name.spellings.len() > 1, "{}", frame(&h));
    press(&mut h, "ggj");
    let on = |h: &Harness| h.model.name.spelling().map(|s| (s.surface.clone(), s.standing));
    let before = on(&h).expect("a spelling");
    press(&mut h, "<space>");
    let between = on(&h).expect("a spelling");
    assert!(between.0 == before.0 && between.1 != before.1, "{}", frame(&h));
    press(&mut h, "<space>");
    assert_eq!(on(&h).map(|o| o.0), Some(before.0), "{}", frame(&h));
}

#[test]
fn a_name_over_the_corpus_is_asked_for_under_all_its_spellings() {
    let mut h = demo(120, 40);
    press(&mut h, "zRgg");
    for _ in 0..40 {
        press(&mut h, "<tab><tab>");
        if h.model.entities.name().is_some_and(|e| e.forms.len() > 1) {
            break;
        }
        press(&mut h, "<esc>gzj");
    }
    let forms: Vec<String> =
        h.model.entities.name().map(|e| e.forms.iter().map(|f| f.surface.clone()).collect()).unwrap_or_default();
    assert!(forms.len() > 1, "{}", frame(&h));
    press(&mut h, "*");
    assert_eq!(h.model.screen, Screen::Results, "{}", frame(&h));
    let asked = &h.model.results.as_ref().unwrap().query;
    for form in forms {
        let form = kiosque::text::fold(&form);
        assert!(kiosque::text::fold(asked).contains(&format!("\"{form}\"")), "{form}: {asked}");
    }
}

#[test]
fn a_person_is_called_as_nobody_writes_it_and_stays_one_person() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>");
    let before = h.model.entities.name().cloned().expect("a name");
    press(&mut h, "in<c-u>Ministre Tintamarre<enter>");
    assert!(frame(&h).contains("s'appelle partout « Ministre Tintamarre »"), "{}", frame(&h));
    let named = |h: &Harness, name: &str| {
        h.model.entities.names.iter().flat_map(|n| n.iter()).find(|e| e.name == name).map(|e| e.mentions.len())
    };
    assert_eq!(named(&h, "Ministre Tintamarre"), Some(before.mentions.len()));
    assert_eq!(named(&h, &before.name), None);
    // It is found under that name, filtered by, and joined to others as one.
    let key = kiosque::entity::merge::NameKey::new(before.kind, "Ministre Tintamarre");
    press(&mut h, "<c-p>tintamarre<enter>");
    assert!(h.model.library.corpus_names.get(&key).is_some_and(|m| m.forms.iter().any(|f| f.surface == before.name)));
    press(&mut h, "<tab>ie");
    assert!(h.model.list.shown >= 1, "{}", frame(&h));
    press(&mut h, "<esc>u");
    assert_eq!(named(&h, &before.name), Some(before.mentions.len()), "{}", frame(&h));
    press(&mut h, "in<c-u>Tintamarre<enter>in<c-u><enter>");
    assert_eq!(named(&h, &before.name), Some(before.mentions.len()), "{}", frame(&h));
}
