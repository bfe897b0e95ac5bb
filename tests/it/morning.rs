//! The editor's morning: ten jobs on 600 articles of 60 stories, made here,
//! with every key press counted; and what the jobs stand on, one by one.

use crate::support::{MORNING, folder, frame, kept_in, press, setup};
use kiosque::app::Msg;
use kiosque::app::area::Size;
use kiosque::app::key;
use kiosque::app::panes::Screen;
use kiosque::job::Input;
use kiosque::shell::{Harness, Request, Setup};
use kiosque::store::paths::Paths;
use kiosque::triage::{Change, Entry, State, Target, What};
use kiosque::words::Lang;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const ONSETS: [&str; 12] = ["Val", "Ker", "Mon", "Bré", "Sau", "Vil", "Lor", "Cas", "Roq", "Est", "Mal", "Fon"];
const CODAS: [&str; 15] = [
    "ombre", "larec", "tausel", "cigny", "ternay", "ledoré", "ligné", "telbrun", "uevaire", "rablin", "icorne",
    "tarel", "quérel", "gouvic", "ssande",
];
const FIRST: [&str; 10] =
    ["Odile", "Marc", "Yasmina", "Pierrick", "Louise", "Anton", "Clara", "Hugo", "Inès", "Basile"];
const OUTLETS: [&str; 10] = [
    "La Dépêche d'Orle",
    "Le Matin bleu",
    "Radio Lagune",
    "L'Éclaireur",
    "Le Quotidien du Canal",
    "Ouest-Lumière",
    "La Gazette d'Estrac",
    "Tribune des Vallées",
    "Le Journal du Gave",
    "Presse-Rivage",
];

/// A name that only one story has.
fn name(story: usize, which: usize) -> String {
    let n = story * 3 + which;
    format!("{}{}", ONSETS[n % 12], CODAS[(n / 12 + which * 4 + n % 12) % 15])
}

/// What the story is about: a thing, what befell it, what somebody says of it,
/// what it costs.
fn event(story: usize) -> (&'static str, &'static str, &'static str, &'static str) {
    const EVENTS: [(&str, &str, &str, &str); 12] = [
        ("l'écluse", "une vanne a cédé", "L'eau est montée d'un mètre en dix minutes", "la réparation du radier"),
        (
            "le viaduc",
            "un camion-grue a heurté le tablier",
            "Personne ne roulera dessus avant les essais de charge",
            "les nouveaux appuis",
        ),
        (
            "la halle",
            "la charpente a brûlé",
            "Nos maraîchers vendront sous la pluie s'il le faut",
            "la reconstruction du toit",
        ),
        (
            "le lycée",
            "un plafond s'est effondré",
            "Les épreuves se tiendront ailleurs, aucune ne sera annulée",
            "le désamiantage",
        ),
        ("la digue", "la houle a ouvert une brèche", "Nous dormons avec les bottes au pied du lit", "l'enrochement"),
        (
            "l'hôpital",
            "les groupes électrogènes ont lâché",
            "Chaque couveuse a tenu sur batterie",
            "le remplacement des onduleurs",
        ),
        (
            "le stade",
            "une tribune a été interdite au public",
            "La finale aura lieu, même à huis clos",
            "le renfort des gradins",
        ),
        ("la gare", "les aiguillages ont gelé", "Six rames attendent en pleine voie", "le chauffage des rails"),
        (
            "l'usine",
            "les salariés ont voté la grève",
            "Trois dimanches sur quatre, ce n'est plus une vie",
            "la prime promise",
        ),
        ("le phare", "la lanterne s'est éteinte", "Les caseyeurs sont rentrés au sondeur", "une optique neuve"),
        (
            "le cinéma",
            "l'exploitant a déposé le bilan",
            "On ne remplace pas quatre écrans par un parking",
            "la reprise du bail",
        ),
        (
            "la bibliothèque",
            "des archives ont été retrouvées dans un mur",
            "Ces lettres réécrivent notre histoire",
            "la numérisation du fonds",
        ),
    ];
    EVENTS[story % 12]
}

/// The body of one report. Reports of a story share its facts; each tells them
/// in an order and in words of its own, and some give another figure.
fn report(story: usize, report: usize) -> String {
    let (town, street) = (name(story, 0), name(story, 2));
    let who =
        format!("{} {}", FIRST[story % 10], if story.is_multiple_of(20) { "Choquerel".into() } else { name(story, 1) });
    let (thing, happened, said, work) = event(story);
    let hurt = 3 + story;
    let counted = if report % 4 == 1 { hurt + 5 } else { hurt };
    let homes = 120 + story * 7;
    let day = 2 + story % 9;
    let millions = 2 + story;
    let end = if report % 3 == 2 { ", croyez-moi" } else { "" };
    let mut parts = vec![
        format!(
            "À {town}, {happened} dans la nuit du {day} juin : {thing} est fermé jusqu'à nouvel ordre, a indiqué la sous-préfecture."
        ),
        format!(
            "Le bilan est de {counted} blessés légers, selon les pompiers de {town}, qui ont mis à l'abri {homes} riverains de la rue {street}."
        ),
        format!("« {said}{end} », a déclaré {who}, maire de {town}, devant {thing}."),
        format!(
            "À {town}, {work} coûterait {millions} millions d'euros, d'après un document que {who} a remis lundi au conseil."
        ),
    ];
    parts.rotate_left((report % 2) * 2);
    parts.push(match report % 5 {
        0 => format!("Une cellule d'écoute a ouvert rue {street} pour les familles."),
        1 => format!("À {town}, la ligne de bus {} est détournée depuis mardi.", story + 3),
        2 => format!("Un expert doit examiner {thing} de {town} cette semaine."),
        3 => format!("Les commerçants de la rue {street} demandent une aide."),
        _ => format!("{who} recevra les assureurs vendredi matin."),
    });
    // What each outlet adds of its own, so that the ten are ten texts.
    // The town stands in each: a line that comes back in every article of an
    // outlet is furniture.
    let own = [report, 3 * report + 1, 7 * report + 4].map(|n| OWN_WORDS[n % OWN_WORDS.len()]);
    parts.extend(own.map(|words| format!("À {town}, {words}")));
    parts.join("\n\n")
}

/// Paragraphs that outlets add; no two add the same three.
const OWN_WORDS: [&str; 10] = [
    "les riverains venus aux nouvelles avant l'aube ont partagé du café sous un auvent en attendant les techniciens.",
    "notre correspondant a compté une douzaine de camions rangés le long du quai, phares éteints, sans chauffeur visible.",
    "les anciens se souviennent d'un épisode semblable, voilà trente ans, quand la neige avait coupé toutes les routes du plateau.",
    "l'assureur fait savoir par courriel qu'aucune expertise ne sera rendue publique tant que la procédure suit son cours.",
    "devant la grille, un fleuriste a déposé des seaux de dahlias invendus ; les passants se servent et glissent une pièce.",
    "le conseil départemental promet une enveloppe d'urgence, que l'opposition juge maigre au regard des travaux déjà votés.",
    "faute de salle, la chorale répète désormais dans le gymnase voisin, entre les paniers de basket et les tapis roulés.",
    "deux lycéennes ont filmé la scène depuis leur balcon et remis l'enregistrement aux enquêteurs dès le matin.",
    "la météo annonce un vent soutenu pour la fin de semaine, ce qui pourrait retarder la pose des échafaudages.",
    "chacun a sa théorie : un court-circuit, une canalisation fatiguée, la malchance, voire un blaireau.",
];

/// Writes 600 reports of 60 stories, ten each, with page furniture.
pub(crate) fn corpus(dir: &Path) {
    let mut lines = String::new();
    for story in 0..60 {
        for n in 0..10 {
            let (town, (thing, happened, ..)) = (name(story, 0), event(story));
            let title = match n % 3 {
                0 => format!("{town} : {happened}"),
                1 => format!("À {town}, {thing} attendra"),
                _ => format!("{town} : ce que l'on sait, {thing} reste fermé"),
            };
            let mut page = String::new();
            let outlet = OUTLETS[n];
            if n % 2 == 0 {
                let _ = writeln!(page, "Article rédigé par {outlet} avec AFP\n");
            }
            let _ = writeln!(page, "{}\n", report(story, n));
            let _ =
                writeln!(page, "Partager sur Facebook\n\nPartager sur Twitter\n\nInscrivez-vous à notre newsletter\n");
            let _ = writeln!(page, "Tous droits réservés\n\nMentions légales\n");
            let date = format!("2026-06-{:02}", 3 + story % 9);
            let line = serde_json::json!({ "title": title, "source": outlet, "date": date, "text": page });
            let _ = writeln!(lines, "{line}");
        }
    }
    std::fs::write(dir.join("night.jsonl"), lines).unwrap();
}

fn started(dir: &Path, width: u16, height: u16) -> Harness {
    let texts = dir.join("texts");
    std::fs::create_dir_all(&texts).unwrap();
    corpus(&texts);
    let paths = Paths::find(Some(&dir.join("state")), None).unwrap();
    let mut s = Setup { inputs: vec![Input::Path(texts)], paths: Some(paths), ..setup(width, height, Lang::FR) };
    s.settings.export_folder = dir.join("out").to_string_lossy().into_owned();
    Harness::new(s)
}

/// Counts keys; text that is typed is not a key.
struct Hands<'h> {
    harness: &'h mut Harness,
    keys: usize,
}

impl Hands<'_> {
    fn press(&mut self, keys: &str) {
        self.keys += key::parse(keys).unwrap().len();
        press(self.harness, keys);
    }

    fn write(&mut self, text: &str) {
        self.harness.send(Msg::Paste(text.to_owned()));
        self.harness.run_until_idle();
    }
}

#[test]
fn the_ten_jobs_of_the_morning_take_at_most_26_keys_and_the_text() {
    let dir = folder("morning-ten");
    let mut h = started(&dir, 120, 40);
    let mut hands = Hands { harness: &mut h, keys: 0 };

    // 1. What happened, by event, biggest first: the opening view.
    let m = &hands.harness.model;
    assert_eq!(m.library.corpus.len(), 600);
    let stories = m.library.story_count();
    // Twelve sorts of events in sixty towns: some towns may be taken for one.
    assert!((45..=70).contains(&stories), "{stories} stories");
    let sizes: Vec<usize> = m.list.groups.iter().map(|g| g.documents().len()).collect();
    assert!(sizes[..30].windows(2).all(|w| w[0] >= w[1]) && sizes[0] >= 8, "{sizes:?}");
    assert!(frame(hands.harness).contains("¶1"));

    // 2. The lead piece without furniture.
    hands.press("<tab><space>");
    let f = frame(hands.harness);
    assert!(!f.contains("Partager sur"), "{f}");

    // 3. Nothing essential was cut.
    hands.press("cn");
    let f = frame(hands.harness);
    assert!(f.contains('−') && f.contains("1/"), "{f}");

    // 4. Two outlets side by side.
    hands.press("=J=");
    assert_eq!(hands.harness.model.screen, Screen::Compare);
    assert!(hands.harness.model.compare.as_ref().unwrap().result.is_some());

    // 5. Which quotes are not word for word the same.
    hands.press("gq");
    let words = |h: &Harness| h.model.compare.as_ref().unwrap().item().map(|i| i.words.clone());
    assert!(words(hands.harness).is_some());

    // 6. Which figures disagree.
    hands.press("gf");
    let difference = words(hands.harness);

    // 7. Who runs agency copy, who alone says what.
    hands.press("gm");
    assert_eq!(hands.harness.model.screen, Screen::Matrix);
    let f = frame(hands.harness);
    assert!(f.contains("●") && f.contains("AFP"), "{f}");
    hands.press("<esc>");

    // 8. Everything about somebody, wherever.
    hands.press("<c-p>cho<enter>");
    let highlighted = hands.harness.model.article.highlighted.expect("lands on the mention");
    let id = hands.harness.model.article.document.unwrap();
    let text = hands.harness.model.library.corpus.get(id).unwrap().text.clone();
    assert!(highlighted.of(&text).contains("Choquerel"), "{}", highlighted.of(&text));

    // 9. Keep this one, drop the rest of its story; change my mind.
    hands.press("D");
    let dropped = |h: &Harness| h.model.counts.of(State::Drop);
    assert!(dropped(hands.harness) >= 7, "{}", dropped(hands.harness));
    hands.press("u");
    assert_eq!(dropped(hands.harness), 0);

    // 10. Back to the comparison; note the discrepancy; hand over the sheet.
    hands.press("H");
    assert_eq!(hands.harness.model.screen, Screen::Compare);
    assert_eq!(words(hands.harness), difference);
    hands.press("a");
    hands.write("bilan à vérifier auprès des pompiers");
    hands.press("<enter>E<enter>");
    let written: Vec<PathBuf> = std::fs::read_dir(dir.join("out")).unwrap().map(|e| e.unwrap().path()).collect();
    let sheet = std::fs::read_to_string(&written[0]).unwrap();
    assert_eq!(written.len(), 1);
    assert!(sheet.contains("bilan à vérifier auprès des pompiers") && sheet.contains("(¶"), "{sheet}");
    let keys = hands.keys;
    assert!(keys <= 26, "{keys} keys");
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_note_is_lit_listed_found_gone_to_rewritten_and_undone() {
    let dir = folder("morning-notes");
    let mut h = kept_in(&dir, 120, 40);
    press(&mut h, "jj<enter>vj");
    let picked = h.model.article.selection.expect("a sentence is chosen").span;
    press(&mut h, "a");
    assert!(frame(&h).contains("note sur «"));
    press(&mut h, "à recouper<enter>");
    let f = frame(&h);
    assert!(f.contains("✎ à recouper") && f.contains("Noté"), "{f}");
    assert_eq!(h.model.article.annotations.notes[0].spans, [picked]);
    press(&mut h, "F<c-u>note:recouper<enter>");
    assert_eq!(h.model.list.shown, 1);
    press(&mut h, "<esc>gn");
    assert_eq!((h.model.screen, h.model.notes.shown), (Screen::Notes, 1));
    press(&mut h, "/zzz<enter>");
    assert_eq!(h.model.notes.shown, 0);
    press(&mut h, "<esc>/recoup<enter>");
    assert_eq!(h.model.notes.shown, 1);
    press(&mut h, "a<c-u>à recouper deux fois<enter>");
    assert!(frame(&h).contains("à recouper deux fois"));
    press(&mut h, "<enter>");
    assert_eq!((h.model.screen, h.model.article.highlighted), (Screen::Main, Some(picked)));
    press(&mut h, "gnx");
    assert_eq!(h.model.notes.shown, 0);
    press(&mut h, "u");
    assert_eq!(h.model.notes.shown, 1);
    h.finish().unwrap();
    let h = kept_in(&dir, 120, 40);
    assert_eq!(h.model.triage.noted().count(), 1);
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_note_whose_passage_is_gone_is_shown_as_lost_and_nowhere_else() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    let key = h.model.library.keys().nth(3).unwrap();
    let anchor = kiosque::triage::Anchor {
        document: key,
        quote: "des mots que personne n'a écrits".into(),
        before: String::new(),
        after: String::new(),
        offset: 12,
    };
    let id = kiosque::triage::NoteId::of(b"lost");
    let change = Change::Note { id, text: "perdue".into(), anchors: vec![anchor] };
    let entry = Entry::new(MORNING, "anne", What::Act(vec![(Target::Document(key), change)]));
    h.send(Msg::Entries(vec![entry]));
    press(&mut h, "gn");
    assert!(frame(&h).contains("introuvable"), "{}", frame(&h));
    press(&mut h, "<enter>");
    let f = frame(&h);
    assert!(f.contains("passage introuvable") && f.contains("n'est plus dans le texte"), "{f}");
    assert!(h.model.article.annotations.notes[0].spans.is_empty());
}

#[test]
fn a_note_on_a_difference_keeps_both_excerpts_and_comes_back_to_it() {
    let mut h = Harness::new(setup(120, 40, Lang::EN));
    press(&mut h, "jj=j=n");
    let item = h.model.compare.as_ref().unwrap().item().cloned().expect("a difference");
    press(&mut h, "aask both<enter>");
    let (target, notes) = h.model.triage.noted().next().map(|(t, n)| (t.clone(), n.to_vec())).unwrap();
    assert!(matches!(target, Target::Pair(..)));
    assert_eq!(notes[0].anchors.len(), usize::from(item.a.is_some()) + usize::from(item.b.is_some()));
    press(&mut h, "q<esc>gn<enter>");
    assert_eq!(h.model.screen, Screen::Compare);
    assert_eq!(h.model.compare.as_ref().unwrap().item(), Some(&item));
}

#[test]
fn a_note_on_a_story_stands_at_its_head_and_over_its_articles() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    press(&mut h, "ggasuivre jusqu'à vendredi<enter>");
    let f = frame(&h);
    assert!(f.contains("✎ Port-Vautier"), "{f}");
    press(&mut h, "j<enter>");
    assert!(frame(&h).contains("histoire : suivre jusqu'à vendredi"), "{}", frame(&h));
    press(&mut h, "gn<enter>");
    assert_eq!(h.model.list.cursor, 0);
}

#[test]
fn a_note_on_a_story_is_found_on_each_of_its_articles() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    let members = h.model.list.groups.get(0).unwrap().documents().len();
    press(&mut h, "ggasuivre jusqu'à vendredi<enter>Fnote:vendredi<enter>");
    assert_eq!(h.model.list.shown, members, "{}", frame(&h));
}

#[test]
fn what_was_written_in_the_editor_becomes_the_note() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    press(&mut h, "<enter>adébut<c-x>");
    let Some(Request::Compose(about, text)) = h.requests.pop() else { panic!("{:?}", h.requests) };
    assert_eq!(text, "début");
    h.send(Msg::Composed(about, "Première ligne.\nDeuxième ligne.\n".into()));
    let note = h.model.triage.noted().next().unwrap().1[0].clone();
    assert_eq!(note.text, "Première ligne.\nDeuxième ligne.");
    press(&mut h, "gnO");
    assert!(matches!(h.requests.pop(), Some(Request::Compose(_, t)) if t.contains('\n')));
}

#[test]
fn copying_sends_the_sentence_with_its_citation_and_keeps_a_copy() {
    let dir = folder("morning-copy");
    let mut h = kept_in(&dir, 120, 40);
    press(&mut h, "j<enter>vjjy");
    let Some(Request::Copy(text)) = h.requests.pop() else { panic!("{:?}", h.requests) };
    assert!(text.contains(" — Ouest-Rade") && text.contains("¶"), "{text}");
    assert_eq!(std::fs::read_to_string(dir.join("clipboard.txt")).unwrap(), text);
    for keys in ["yp", "yq", "yt", "yu", "yi"] {
        press(&mut h, keys);
        assert!(matches!(h.requests.pop(), Some(Request::Copy(_))), "{keys}");
    }
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn what_is_too_long_for_the_clipboard_is_only_kept_and_said() {
    let dir = folder("morning-long");
    let mut h = kept_in(&dir, 120, 40);
    press(&mut h, "<c-a>Etyj<enter>");
    let said = h.model.message.as_ref().unwrap().text.clone();
    let sent = h.requests.iter().any(|r| matches!(r, Request::Copy(_)));
    assert!(!sent && said.contains("trop long") && said.contains("clipboard.txt"), "{said}");
    std::fs::remove_dir_all(dir).unwrap();
}

#[cfg(unix)]
#[test]
fn a_command_reads_the_article_and_its_answer_is_shown() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    press(&mut h, "<enter>!grep -c .<enter>");
    let said = h.model.message.as_ref().unwrap().text.clone();
    assert!(said.starts_with("grep -c . : "), "{said}");
    press(&mut h, "!cat<enter>");
    assert!(frame(&h).contains("Réponse de la commande"), "{}", frame(&h));
    assert!(!h.model.handing);
}

#[test]
fn every_kind_and_format_can_be_handed_over_and_read_by_its_program() {
    let dir = folder("morning-formats");
    let mut s = setup(120, 40, Lang::FR);
    s.settings.export_folder = dir.to_string_lossy().into_owned();
    s.settings.templates.insert("ligne".into(), "{source} / {title}".into());
    let mut h = Harness::new(s);
    press(&mut h, "<enter>vjaà voir<enter><esc><space><space>");
    let read = |h: &Harness| {
        let said = h.model.message.as_ref().map(|m| m.text.clone()).unwrap_or_default();
        let path = said.split_once("dans ").unwrap_or_else(|| panic!("{said}")).1.to_owned();
        std::fs::read_to_string(path).unwrap()
    };
    let mut seen = 0;
    for what in "atslnd".chars() {
        if what == 'd' {
            press(&mut h, "<esc><esc>=j=");
        }
        for format in "mphvjJbk".chars() {
            press(&mut h, &format!("E{what}{format}f<enter>"));
            let text = read(&h);
            assert!(!text.trim().is_empty(), "{what}{format}");
            seen += 1;
            match format {
                'v' => {
                    let mut reader = csv::Reader::from_reader(text.as_bytes());
                    let columns = reader.headers().unwrap().len();
                    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
                    assert!(!rows.is_empty() && rows.iter().all(|r| r.len() == columns), "{what}");
                }
                'j' => assert!(serde_json::from_str::<serde_json::Value>(&text).unwrap().is_object(), "{what}"),
                'J' => assert!(text.lines().all(|l| serde_json::from_str::<serde_json::Value>(l).is_ok()), "{what}"),
                'k' => {
                    let list: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
                    assert!(list.iter().all(|i| i["type"] == "article-newspaper" && i["title"].is_string()));
                }
                'h' => {
                    let parsed = dom_smoothie::Readability::new(text.clone(), None, None);
                    assert!(parsed.is_ok() && balanced(&text), "{what}: {text}");
                }
                'b' => assert!(text.starts_with("@article{"), "{what}"),
                _ => {}
            }
        }
    }
    assert_eq!(seen, 48);
    press(&mut h, "q<esc>El1f<enter>");
    assert!(read(&h).contains(" / "), "{}", read(&h));
    std::fs::remove_dir_all(dir).unwrap();
}

/// Every element that is opened is closed, in order.
fn balanced(html: &str) -> bool {
    let mut open: Vec<String> = Vec::new();
    for part in html.split('<').skip(1) {
        let Some((tag, _)) = part.split_once('>') else { return false };
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        match (tag.starts_with(['!']), name.as_str(), tag.starts_with('/')) {
            (true, ..) | (_, "meta" | "br", _) => {}
            (_, _, true) => {
                if open.pop() != Some(name) {
                    return false;
                }
            }
            _ => open.push(name),
        }
    }
    open.is_empty()
}

#[test]
fn ticks_by_query_range_and_inversion_and_the_count_stands_before_the_verb() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    press(&mut h, "Vsource:\"Ouest-Rade\"<enter>");
    let n = h.model.list.ticked.len();
    assert!(n >= 3 && frame(&h).contains(&format!("{n} articles ›")), "{}", frame(&h));
    press(&mut h, "I");
    assert_eq!(h.model.list.ticked.len(), h.model.library.corpus.len() - n);
    press(&mut h, "<esc>ggjvjjvtà relire<enter>");
    // Three rows, one of them a text that two outlets print.
    assert!(frame(&h).contains("4 articles : #à relire"), "{}", frame(&h));
    press(&mut h, "<esc>G.");
    let tagged = h.model.triage.targets().iter().filter(|(_, s)| s.tags.contains("à relire")).count();
    assert_eq!(tagged, 5);
    press(&mut h, "u");
    let tagged = h.model.triage.targets().iter().filter(|(_, s)| s.tags.contains("à relire")).count();
    assert_eq!(tagged, 4);
}

#[test]
fn the_last_verb_is_repeated_and_counts_go_before_motions() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    press(&mut h, "d3.");
    // Four rows, one of them a text that two outlets print.
    assert_eq!(h.model.counts.of(State::Drop), 5);
    press(&mut h, "gg<enter>gg");
    let here = h.model.list.document();
    press(&mut h, "h3J");
    assert_ne!(h.model.list.document(), here);
}

#[test]
fn marks_are_kept_and_gone_back_to() {
    let dir = folder("morning-marks");
    let mut h = kept_in(&dir, 120, 24);
    press(&mut h, "jj<enter><space>mAmb");
    let (document, anchor) = (h.model.article.document, h.model.article.anchor);
    assert!(anchor > 0);
    press(&mut h, "ggh5j'A");
    assert_eq!((h.model.article.document, h.model.article.anchor), (document, anchor));
    h.finish().unwrap();
    let mut h = kept_in(&dir, 120, 24);
    press(&mut h, "ghgg<esc>'A");
    assert_eq!(h.model.article.anchor, anchor);
    press(&mut h, "gg'b");
    assert_eq!(h.model.article.anchor, anchor);
    press(&mut h, "'z");
    assert!(frame(&h).contains("Pas de marque z"));
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn the_queue_shows_one_article_and_how_far_it_is() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    let n: usize = h.model.list.groups.iter().map(|g| g.texts()).sum();
    press(&mut h, "wt");
    let f = frame(&h);
    assert!(f.contains(&format!("file 1/{n}")) && f.contains('━') && !f.contains("Articles par"), "{f}");
    press(&mut h, "d");
    press(&mut h, "sk");
    let f = frame(&h);
    assert!(f.contains(&format!("file 3/{n}")) && f.contains("×\u{a0}1") && f.contains("✓\u{a0}2"), "{f}");
    press(&mut h, "K");
    assert!(frame(&h).contains(&format!("file 2/{n}")));
    press(&mut h, "q");
    assert!(h.model.queue.is_none() && frame(&h).contains("Articles par"));
    press(&mut h, "wt");
    let queue = h.model.queue.as_ref().unwrap();
    let waits = |id: &kiosque::corpus::DocId| {
        h.model.library.key(*id).is_some_and(|k| h.model.triage.status(&k).state == State::ToRead)
    };
    assert!(queue.documents.len() < n && queue.documents.iter().all(waits), "what is judged is not in the queue");
}

#[test]
fn a_verdict_moves_a_card_to_its_column_on_the_board() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut h = Harness::new(setup(width, height, Lang::FR));
        press(&mut h, "wb");
        let f = frame(&h);
        assert!(f.contains("À lire ●23 23"), "{f}");
        press(&mut h, "d");
        press(&mut h, "sk<space><space>f");
        let sizes: Vec<usize> = h.model.board.columns.iter().map(Vec::len).collect();
        assert_eq!(sizes, [19, 2, 1, 1, 0]);
        press(&mut h, "lll");
        assert_eq!(h.model.board.state(), State::Drop);
        press(&mut h, "<enter>");
        assert_eq!(h.model.screen, Screen::Main);
    }
}

#[test]
fn any_act_is_taken_back_from_the_journal_alone_or_with_all_since() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    press(&mut h, "d");
    press(&mut h, "sk");
    press(&mut h, "f");
    press(&mut h, "gj");
    let f = frame(&h);
    assert!(f.contains("→ à suivre") && f.contains("anne"), "{f}");
    press(&mut h, "ju");
    // The second row is a text that two outlets print.
    assert_eq!(h.model.counts.states, [21, 1, 0, 1, 0]);
    assert!(frame(&h).contains("annulé"));
    press(&mut h, "Gx");
    assert_eq!(h.model.counts.states, [23, 0, 0, 0, 0]);
    press(&mut h, "q");
    assert_eq!(h.model.screen, Screen::Main);
}

#[test]
fn what_others_judge_is_shown_and_what_goes_against_it_is_said() {
    let mut h = Harness::new(setup(140, 40, Lang::FR));
    press(&mut h, "jksk");
    let key = h.model.library.key(*h.model.list.just_judged.first().unwrap()).unwrap();
    let change = vec![(Target::Document(key), Change::State(State::Drop))];
    h.send(Msg::Entries(vec![Entry::new(MORNING + 60_000, "paul", What::Act(change))]));
    let f = frame(&h);
    assert!(f.contains("paul dit « écarté », vous « retenu »"), "{f}");
    assert!(f.contains("×≠"), "{f}");
    press(&mut h, "k<enter>");
    let f = frame(&h);
    assert!(f.contains("paul 08:01") && f.contains("anne 08:00") && f.contains("avis"), "{f}");
    press(&mut h, "giG");
    assert!(frame(&h).contains("écarté · paul · 08:01"), "{}", frame(&h));
}

#[test]
fn a_refused_disk_is_said_and_no_verdict_is_forgotten() {
    let dir = folder("morning-refused");
    // Where the folder of the journal should be stands a file.
    let blocked = dir.join("state");
    std::fs::write(&blocked, "").unwrap();
    let paths = Paths::find(Some(&blocked), None).unwrap();
    let mut h = Harness::new(Setup { paths: Some(paths), ..setup(120, 40, Lang::FR) });
    press(&mut h, "d");
    press(&mut h, "jd");
    h.poll_saving();
    assert_eq!(h.model.counts.of(State::Drop), 2);
    assert!(frame(&h).contains("gardées en mémoire"), "{}", frame(&h));
    // The obstacle goes: everything is written at the end.
    std::fs::remove_file(&blocked).unwrap();
    h.finish().unwrap();
    let lines = std::fs::read_to_string(blocked.join("journal.jsonl")).unwrap();
    assert_eq!(lines.matches("drop").count(), 2, "{lines}");
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_clock_that_goes_backwards_leaves_the_order_of_acts_as_it_was() {
    let mut h = Harness::new(setup(120, 40, Lang::FR));
    press(&mut h, "jksk");
    h.model.now -= 86_400_000;
    press(&mut h, "kd");
    let states: Vec<State> = h
        .model
        .triage
        .entries()
        .filter_map(|e| match e.changes().iter().collect::<Vec<_>>()[..] {
            [(_, Change::State(s))] => Some(*s),
            _ => None,
        })
        .collect();
    assert_eq!(states, [State::Keep, State::Drop]);
    press(&mut h, "u");
    assert_eq!((h.model.counts.of(State::Keep), h.model.counts.of(State::Drop)), (1, 0));
}

#[test]
fn every_new_screen_holds_at_every_size() {
    for keys in ["<enter>vjaun mot<enter>gn", "E", "wb", "wt", "dsgj", "gm", "m", "'", "<enter>v", "<enter>a"] {
        let mut h = Harness::new(setup(120, 40, Lang::EN));
        press(&mut h, keys);
        for (width, height) in [(1, 1), (3, 3), (20, 5), (40, 12), (80, 24), (200, 60), (250, 3)] {
            h.resize(Size { width, height });
            frame(&h);
        }
    }
}
