//! What is said above the footer is so.

use crate::support::{demo, folder, frame, press, setup};
use kiosque::app::Msg;
use kiosque::app::key::{self, Key};
use kiosque::app::panes::Screen;
use kiosque::app::screen::main::article::view::View;
use kiosque::job::{Input, Progress};
use kiosque::shell::{Harness, Setup, tour};
use kiosque::triage::State;
use kiosque::words::Lang;
use std::fs;

/// Articles of three outlets, two of which print one text.
fn with_a_copy(name: &str) -> Harness {
    let dir = folder(&format!("said-{name}"));
    fs::create_dir_all(&dir).unwrap();
    let ferry = "Le bac de Sarvenne a transporté deux mille voyageurs samedi, selon la mairie du port. Les marins demandent \
                 un second bateau pour la saison, et le conseil municipal en débattra jeudi soir.";
    let bees = "Les apiculteurs de la vallée de l'Orne ont perdu un tiers de leurs ruches cet hiver. Le syndicat attend des \
                aides, que la région a promises pour le printemps.";
    let texts = [("Le Cap", ferry), ("La Digue", ferry), ("L'Orne", bees)];
    for (i, (source, text)) in texts.iter().enumerate() {
        let record =
            serde_json::json!({ "title": if i < 2 { "Le bac" } else { "Les ruches" }, "text": text, "source": source });
        fs::write(dir.join(format!("{i}.jsonl")), format!("{record}\n")).unwrap();
    }
    Harness::new(Setup { inputs: vec![Input::Path(dir)], ..setup(120, 40, Lang::FR) })
}

fn said(h: &Harness) -> String {
    h.model.message.as_ref().map(|m| m.text.clone()).unwrap_or_default()
}

#[test]
fn a_verdict_on_a_text_and_its_copy_counts_both_and_calls_neither_judged_before() {
    let mut h = with_a_copy("said-copy");
    press(&mut h, "gg/bac<enter>sk");
    assert!(said(&h).starts_with("2 articles, dont une copie : retenu"), "{}", frame(&h));
    assert_eq!(h.model.counts.of(State::Keep), 2);
    press(&mut h, "u");
    assert!(said(&h).starts_with("Annulé : retenu, 2 articles"), "{}", said(&h));
    press(&mut h, "<c-a>sk");
    assert!(said(&h).starts_with("3 articles, dont une copie : retenu"), "{}", said(&h));
}

#[test]
fn a_block_that_is_put_back_is_learnt_for_its_source_and_no_article_is_counted_when_it_is_undone() {
    let mut h = demo(120, 40);
    press(&mut h, "<enter>cnp");
    assert!(said(&h).starts_with("Bloc remis") && said(&h).contains("appris pour"), "{}", said(&h));
    press(&mut h, "u");
    assert!(said(&h).starts_with("Annulé : bloc remis —"), "{}", said(&h));
}

#[test]
fn every_view_is_reached_after_a_hit_in_what_was_taken_out_and_other_articles_keep_the_readers_own() {
    let mut h = demo(120, 40);
    press(&mut h, "g/spot_img<enter>b<enter>");
    assert_eq!((h.model.screen, h.model.article.view), (Screen::Main, View::Marked), "{}", frame(&h));
    let hit = h.model.article.document;
    assert!(frame(&h).contains("c brut") && frame(&h).contains("p remettre"), "{}", frame(&h));
    press(&mut h, "c");
    assert_eq!(h.model.article.view, View::Raw);
    assert!(frame(&h).contains("c nettoyé") && !frame(&h).contains("p remettre"), "{}", frame(&h));
    press(&mut h, "c");
    assert_eq!(h.model.article.view, View::Clean);
    assert!(frame(&h).contains("c marqué"), "{}", frame(&h));
    let mut h = demo(120, 40);
    press(&mut h, "g/spot_img<enter>b<enter><c-p>inondations brivonne<enter>");
    assert_ne!(h.model.article.document, hit);
    assert_eq!(h.model.article.view, View::Clean);
}

#[test]
fn the_tour_is_opened_again_by_an_action_and_shows_no_marks_of_its_file() {
    let mut h = Harness::new(Setup { tour: Some(tour(Lang::FR)), ..setup(120, 40, Lang::FR) });
    press(&mut h, ":visite<enter>");
    let shown = frame(&h);
    assert!(shown.contains("Visite :") && shown.contains("nettoyé › marqué › brut") && !shown.contains('`'), "{shown}");
    press(&mut h, "<enter>:visite<enter>");
    assert!(frame(&h).contains("Visite :"));
    let mut h = demo(120, 40);
    press(&mut h, ":visite<enter>");
    assert!(said(&h).contains("kiosque demo"), "{}", said(&h));
}

#[test]
fn words_that_no_title_has_lead_to_the_search_in_texts() {
    let mut h = demo(120, 40);
    press(&mut h, "/zzqqzz<enter>");
    assert!(said(&h).contains("g/"), "{}", said(&h));
}

#[test]
fn the_footer_tells_what_enter_does_on_the_head_of_a_group() {
    let mut h = demo(120, 40);
    press(&mut h, "gg");
    assert!(frame(&h).contains("Entrée replier"), "{}", frame(&h));
    press(&mut h, "<enter>");
    assert!(h.model.list.on_folded_group() && frame(&h).contains("Entrée ouvrir"), "{}", frame(&h));
}

#[test]
fn an_order_by_date_tells_how_many_articles_have_none() {
    let mut h = with_a_copy("said-undated");
    press(&mut h, ",d");
    assert!(said(&h).ends_with("3 articles sont sans date."), "{}", said(&h));
    press(&mut h, ",t");
    assert!(!said(&h).contains("sans date"), "{}", said(&h));
}

#[test]
fn a_query_between_quotation_marks_gets_no_second_pair() {
    let mut h = demo(120, 40);
    press(&mut h, "g/\"navette\"<enter>");
    let shown = frame(&h);
    assert!(shown.contains("«\u{a0}navette\u{a0}»") && !shown.contains("«\u{a0}\""), "{shown}");
}

#[test]
fn a_comparison_without_differences_says_so_when_n_steps() {
    let mut h = with_a_copy("said-same");
    press(&mut h, "gg/bac<enter>");
    let id = h.model.list.document().expect("an article is under the cursor");
    let other = h.model.list.under(id).into_iter().find(|d| *d != id).expect("it has a copy");
    h.model.pin = Some(other);
    press(&mut h, "=");
    assert_eq!(h.model.screen, Screen::Compare);
    press(&mut h, "n");
    assert!(said(&h).ends_with("rien à parcourir."), "{}", frame(&h));
}

#[test]
fn work_is_told_where_its_view_is_shown_and_its_last_step_has_no_count() {
    let mut h = demo(120, 40);
    press(&mut h, "<enter>");
    for k in key::parse("gm").expect("keys of a test") {
        h.send(Msg::Key(k));
    }
    assert_eq!(h.model.screen, Screen::Matrix, "{}", frame(&h));
    let now = h.model.now;
    h.send(Msg::Time(now + 3000));
    assert!(frame(&h).contains("confrontation des articles"), "{}", frame(&h));
    let kind = h.model.awaited().expect("it is told").kind;
    h.model.waiting.advance(kind, Progress { done: 31, all: 31 });
    assert!(frame(&h).contains("dernière étape") && !frame(&h).contains("31 sur 31"), "{}", frame(&h));
    h.send(Msg::Key(Key::char('q')));
    assert!(!frame(&h).contains("confrontation des articles"), "{}", frame(&h));
}

#[test]
fn a_text_without_outlet_is_gone_to_by_the_name_of_its_file_and_a_person_has_the_keys() {
    let dir = folder("said-files");
    fs::create_dir_all(&dir).unwrap();
    for (name, what) in [("pile0042", "Le bac de Sarvenne"), ("pile0043", "Le phare de Lindal")] {
        let text = format!(
            "{what} reste fermé jusqu'à lundi. La mairie attend le rapport des experts, et les riverains aussi."
        );
        fs::write(dir.join(format!("{name}.txt")), text).unwrap();
    }
    let mut h = Harness::new(Setup { inputs: vec![Input::Path(dir)], ..setup(120, 40, Lang::FR) });
    press(&mut h, "<c-p>pile0043");
    assert!(frame(&h).contains("phare") && !frame(&h).contains("Rien n'a ces mots"), "{}", frame(&h));
    press(&mut h, "<enter>");
    let open = h.model.article.document.and_then(|id| h.model.library.card(id)).map(|c| c.name.clone());
    assert_eq!(open.as_deref(), Some("pile0043.txt"));
    let mut h = demo(80, 24);
    press(&mut h, "<c-p>thevenoux<enter>");
    assert!(h.model.entities.name().is_some_and(|e| e.name.contains("Thévenoux")), "{}", frame(&h));
    press(&mut h, "ge");
    assert_eq!(h.model.screen, Screen::Name, "{}", frame(&h));
}
