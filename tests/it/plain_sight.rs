//! What is done is to be seen: ticks on what is folded, names that follow their
//! text, what a search was perhaps meant to be, what waits on disk, why there is
//! nothing.

use crate::commands::run;
use crate::support::{demo, folder, frame, press, setup};
use kiosque::app::Msg;
use kiosque::app::overlay::help::lines::{HelpLine, help_lines};
use kiosque::app::panes::{Pane, Screen};
use kiosque::corpus::DocId;
use kiosque::job::Input;
use kiosque::shell::{Harness, Request, Setup};
use kiosque::store::paths::Paths;
use kiosque::words::Lang;
use std::collections::BTreeSet;
use std::fs;

/// The row of the frame that holds some words.
fn row<'f>(frame: &'f str, words: &str) -> &'f str {
    frame.lines().find(|l| l.contains(words)).unwrap_or_else(|| panic!("no {words} in\n{frame}"))
}

fn on(paths: &[&std::path::Path], width: u16, height: u16) -> Harness {
    let inputs = paths.iter().map(|p| Input::Path(p.to_path_buf())).collect();
    Harness::new(Setup { inputs, ..setup(width, height, Lang::FR) })
}

#[test]
fn the_head_of_a_folded_story_says_how_many_of_its_texts_are_ticked() {
    let mut h = demo(120, 40);
    press(&mut h, "zMgg");
    let (label, n, first) = {
        let group = h.model.list.groups.get(0).expect("a story");
        (group.label(Lang::FR).into_owned(), group.documents().len(), group.documents()[0])
    };
    let start: String = label.chars().take(20).collect();
    press(&mut h, "<space>gg");
    let shown = frame(&h);
    let at = shown.lines().position(|l| l.contains(&start)).expect("the story");
    let about: String = shown.lines().skip(at).take(3).collect();
    assert!(row(&shown, &start).contains("▸+") && about.contains(&format!("+{n}")), "{shown}");
    h.model.list.ticked.remove(&first);
    h.send(Msg::Due);
    let shown = frame(&h);
    let about: String = shown.lines().skip(at).take(3).collect();
    assert!(!row(&shown, &start).contains("▸+") && about.contains(&format!("+{}", n - 1)), "{shown}");
}

#[test]
fn ticks_that_a_filter_hides_are_counted_in_the_top_row() {
    let mut h = demo(160, 40);
    press(&mut h, "<c-a>");
    let all = h.model.list.ticked.len();
    press(&mut h, "Fnavette<enter>");
    let hidden = all - h.model.list.shown;
    assert!(hidden > 0);
    let told = format!("{all} cochés, dont {hidden} hors de la liste");
    assert!(frame(&h).lines().next().is_some_and(|top| top.contains(&told)), "{}", frame(&h));
}

#[test]
fn the_cursor_stays_on_a_name_that_changes_its_kind_and_undo_says_which() {
    let mut h = demo(120, 40);
    press(&mut h, "<tab><tab>");
    h.model.entities.select(0);
    let name = h.model.entities.name().expect("a name").clone();
    press(&mut h, "ik");
    let now = h.model.entities.name().expect("a name").clone();
    assert_eq!((&now.name, now.kind == name.kind), (&name.name, false), "{}", frame(&h));
    press(&mut h, "ik");
    assert_eq!(h.model.entities.name().map(|e| e.name.clone()), Some(name.name.clone()), "{}", frame(&h));
    press(&mut h, "u");
    let said = h.model.message.as_ref().map(|m| m.text.clone()).unwrap_or_default();
    assert!(said.starts_with("Annulé :") && said.contains(&name.name), "{said}");
    assert!(["personne", "lieu", "organisation", "autre nom"].iter().any(|k| said.contains(k)), "{said}");
}

#[test]
fn names_stand_beside_a_text_whatever_brought_it() {
    let mut h = demo(120, 40);
    let id = h.model.article.document.expect("an article");
    assert!(h.model.library.analysis(id).is_some());
    // As after a comparison that read it, while no reading for the screen was under way.
    h.model.entities.reset();
    h.send(Msg::Due);
    assert!(h.model.entities.names.is_some());
    assert!(!frame(&h).contains("recherche…"), "{}", frame(&h));
}

#[test]
fn a_search_with_a_slip_names_the_word_that_the_texts_have_and_one_key_searches_it() {
    let mut h = demo(120, 40);
    press(&mut h, "g/navete<enter>");
    let meant = h.model.results.as_ref().and_then(|r| r.suggestion()).expect("a word is near").clone();
    assert!(meant.query == "navette" && meant.hits > 0, "{meant:?}");
    let told = row(&frame(&h), "Vouliez-vous dire").to_owned();
    assert!(told.contains("« navette »") && told.contains(&meant.hits.to_string()), "{told}");
    press(&mut h, "<enter>");
    assert_eq!(h.model.screen, Screen::Results);
    let found = h.model.results.as_ref().expect("results");
    assert_eq!((found.query.as_str(), found.hits.as_ref().map(|f| f.total)), ("navette", Some(meant.hits)));
    press(&mut h, "q");
    assert_eq!((h.model.screen, h.model.focus), (Screen::Main, Pane::List), "no empty view is left below");
    press(&mut h, "g/zzyzxqwv<enter>");
    assert!(frame(&h).contains("Rien trouvé") && !frame(&h).contains("Vouliez-vous"), "{}", frame(&h));
}

#[test]
fn the_command_suggests_the_word_too_and_heads_untitled_texts_with_their_first_words() {
    let (root, state) = (folder("plain-sight-near"), folder("plain-sight-near-state"));
    let file = root.join("textes.jsonl");
    let text = "Le phare de Sarvenne a été rallumé jeudi soir, après trois ans de travaux et deux hivers sans lumière.";
    fs::write(&file, format!("{{\"text\":\"{text}\"}}\n{{\"text\":\"{}\"}}\n", text.replace("jeudi", "samedi")))
        .unwrap();
    let path = file.to_str().unwrap();
    let listed = run(&state, Lang::FR, &["list", path]);
    assert!(listed.out.contains("Le phare de Sarvenne a été rallumé"), "{}", listed.out);
    let found = run(&state, Lang::FR, &["search", "rallumé", path]);
    let heads = found.out.lines().filter(|l| l.contains(": Le phare de Sarvenne")).count();
    assert_eq!(heads, 2, "{}", found.out);
    let none = run(&state, Lang::FR, &["search", "sarvene", path]);
    assert!(none.code == 1 && none.out.contains("« Sarvenne » (2 occurrences)"), "{}{}", none.code, none.out);
    let json = run(&state, Lang::EN, &["search", "sarvene", path, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["suggestion"], serde_json::json!({ "hits": 2, "query": "Sarvenne" }));
}

#[test]
fn kinds_of_names_and_faults_of_json_are_told_in_the_language_of_the_interface() {
    let (root, state) = (folder("plain-sight-language"), folder("plain-sight-language-state"));
    let file = root.join("textes.jsonl");
    let text =
        "Le maire de Sarvenne, Paul Kerdal, a reçu jeudi les marins. Paul Kerdal a dit qu'il attendait une réponse.";
    fs::write(&file, format!("{{\"text\":\"{text}\"}}\n{{\"text\":\n")).unwrap();
    let path = file.to_str().unwrap();
    let facets = run(&state, Lang::FR, &["facets", "--by", "name", path]);
    assert!(facets.out.contains("Paul Kerdal  (personne)"), "{}", facets.out);
    assert!(facets.err.contains("la valeur n'est pas finie") && !facets.err.contains("EOF"), "{}", facets.err);
}

#[test]
fn a_pile_without_an_article_says_so_and_why_even_below_kept_searches() {
    let root = folder("plain-sight-nothing");
    let file = root.join("a.txt");
    fs::write(&file, "").unwrap();
    let mut h = on(&[&file], 120, 40);
    press(&mut h, "Fferry<c-s><enter><c-u><enter>");
    assert_eq!(h.model.saved.searches.len(), 1);
    let shown = frame(&h);
    assert!(shown.contains("Recherches gardées") && shown.contains("Aucun article ici."), "{shown}");
    assert!(shown.contains("vide"), "{shown}");
}

#[test]
fn kept_searches_that_find_nothing_in_this_pile_stand_folded_and_those_that_do_stand_open() {
    let root = folder("plain-sight-other-pile");
    let file = root.join("phare.txt");
    fs::write(&file, "Le phare\n\nLe phare de Sarvenne a été rallumé jeudi soir, après trois ans de travaux.\n")
        .unwrap();
    let open = |query: &str| {
        let state = folder(&format!("plain-sight-other-pile-{query}"));
        let paths = || Some(Paths::find(Some(&state), None).expect("a folder was named"));
        let inputs = || vec![Input::Path(file.clone())];
        let mut h = Harness::new(Setup { inputs: inputs(), paths: paths(), ..setup(120, 40, Lang::FR) });
        press(&mut h, &format!("F{query}<c-s><enter><c-u><enter>"));
        h.finish().expect("it is written");
        let h = Harness::new(Setup { inputs: inputs(), paths: paths(), ..setup(120, 40, Lang::FR) });
        assert_eq!(h.model.saved.searches.len(), 1);
        frame(&h)
    };
    let (none, one) = (open("ferry"), open("phare"));
    assert!(none.contains("▸ Recherches gardées") && !none.contains("/ ferry"), "{none}");
    assert!(one.contains("▾ Recherches gardées") && one.contains("/ phare"), "{one}");
}

#[test]
fn the_help_has_a_legend_of_signs_and_tells_a_key_once() {
    let mut h = demo(120, 40);
    press(&mut h, "?légende");
    let shown = frame(&h);
    assert!(shown.contains("Signes") && row(&shown, "×3").contains("trois articles"), "{shown}");
    let all = help_lines(&h.model.keymap, h.model.context(), "", Lang::FR);
    let rows: Vec<_> = all.iter().filter(|l| matches!(l, HelpLine::Keys(..))).map(|l| format!("{l:?}")).collect();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "a row stands twice");
    press(&mut h, "<c-u>zzyzx");
    assert!(frame(&h).contains("Rien n'a ces mots."), "{}", frame(&h));
    press(&mut h, "<esc><esc>:zzyzx");
    assert!(frame(&h).contains("Rien n'a ces mots."), "{}", frame(&h));
}

#[test]
fn the_stops_of_a_comparison_have_the_numbers_that_stand_before_what_is_told() {
    let mut h = demo(120, 40);
    press(&mut h, "j=jj=");
    assert_eq!(h.model.screen, Screen::Compare, "{}", frame(&h));
    press(&mut h, "n");
    let said = h.model.message.as_ref().map(|m| m.text.clone()).unwrap_or_default();
    let shown = frame(&h);
    assert!(said.starts_with("différences 1/") && said.contains("4,2"), "{said}");
    assert!(shown.contains("▸1") && row(&shown, "▸1").contains("4,2"), "{shown}");
}

#[test]
fn a_list_that_was_not_shown_for_a_while_stands_where_it_stood() {
    let mut h = demo(80, 24);
    press(&mut h, "zRgg8j");
    let (top, cursor) = (h.model.list.top, h.model.list.cursor);
    press(&mut h, "<tab><tab><tab>");
    assert_eq!((h.model.list.top, h.model.list.cursor), (top, cursor), "{}", frame(&h));
}

#[test]
fn quotations_are_copied_one_after_the_other_to_the_last() {
    let mut h = demo(120, 40);
    let quotes = |h: &Harness, id: DocId| h.model.library.analysis(id).map_or(0, |a| a.facts.quotes.len());
    let all: Vec<DocId> = h.model.list.documents().collect();
    let several = all.into_iter().find(|id| {
        h.model.focus = Pane::List;
        h.model.list.go_to(*id);
        press(&mut h, "<enter>");
        quotes(&h, *id) >= 3
    });
    let id = several.expect("an article with three quotations");
    press(&mut h, "gg");
    h.requests.clear();
    let from = h.model.article.first_seen().expect("there is text");
    let facts = h.model.library.analysis(id).expect("it is open").facts.clone();
    let below: Vec<_> = facts.quotes.iter().map(|q| q.outer).filter(|s| s.end > from).collect();
    let n = below.len();
    for _ in 0..n {
        press(&mut h, "yq");
    }
    let mut copied: Vec<&String> =
        h.requests.iter().filter_map(|r| if let Request::Copy(t) = r { Some(t) } else { None }).collect();
    assert_eq!(copied.len(), n);
    copied.dedup();
    assert_eq!(copied.len(), n, "each another one");
    let last = below[n - 1];
    assert_eq!(h.model.article.highlighted, Some(last), "the one copied is lit");
    press(&mut h, "yq");
    assert!(frame(&h).contains("citation"), "{}", frame(&h));
}

#[test]
fn an_article_just_opened_is_at_its_first_paragraph_and_at_nothing_of_it() {
    let mut h = demo(120, 20);
    press(&mut h, "<enter>");
    assert!(frame(&h).contains("¶1/") && frame(&h).contains("· 0\u{a0}%"), "{}", frame(&h));
    press(&mut h, "G");
    let all = h.model.article.rows().expect("laid out").paragraphs.len();
    assert!(frame(&h).contains(&format!("¶{all}/{all} · fin")), "{}", frame(&h));
}
