//! What is said above the footer is so.

use crate::commands::folder;
use crate::support::{demo, frame, press, setup};
use kiosque::job::Input;
use kiosque::shell::{Harness, Setup};
use kiosque::triage::State;
use kiosque::words::Lang;
use std::fs;

/// Articles of three outlets, two of which print one text.
fn with_a_copy(name: &str) -> Harness {
    let dir = folder(name);
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
