//! What archives, services of press reviews, agencies and press offices hand over: each
//! opens as the right articles with their claims, and what the product says of itself
//! is no text.

use kiosque::clean::clean;
use kiosque::corpus::{Document, Place};
use kiosque::ingest::read;
use std::fs;
use std::path::Path;

/// Title, source, day and author of an article, the last words of its body, and the
/// first of them.
type Told = (&'static str, &'static str, &'static str, &'static str, [&'static str; 2]);

fn check(name: &str, expected: &[Told]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let got = read(&Place::file(name), &fs::read(path).unwrap());
    let documents: Vec<Document> = got.documents.into_iter().map(clean).collect();
    let titles: Vec<_> = documents.iter().map(|d| d.meta.title.value.clone().unwrap_or_default()).collect();
    assert_eq!(titles, expected.iter().map(|a| a.0).collect::<Vec<_>>(), "{name}: {:?}", got.notices);
    for (d, (title, source, day, author, [first, last])) in documents.iter().zip(expected) {
        let m = &d.meta;
        let agency = || m.agencies.value.as_ref().and_then(|all| all.first().cloned());
        let claims = [
            m.source.value.clone().or_else(agency).unwrap_or_default(),
            m.published.value.map(|d| d.to_string()).unwrap_or_default(),
            m.author.value.clone().unwrap_or_default(),
        ];
        assert_eq!(claims, [*source, *day, *author], "{name}, {title}");
        let body: Vec<&str> = d.body().map(|s| s.of(&d.text)).collect();
        let body = body.join("\n");
        assert!(body.starts_with(first) && body.ends_with(last), "{name}, {title}: {body}");
    }
}

#[test]
fn the_section_above_a_headline_is_none_of_it() {
    let title = "Le quai aux Huîtres rouvre aux piétons";
    let body = ["Le quai aux Huîtres a rouvert", "a précisé la ville."];
    check("formats/europresse-section.html", &[(title, "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body)]);
}

#[test]
fn an_export_in_another_language_tells_its_day_by_its_number_too() {
    let body = ["La drague de Brume a quitté", "a dit la capitaine."];
    let other = ["Deux plongeurs ont compté", "à l'automne."];
    check(
        "formats/europresse-english.html",
        &[
            ("La drague repart vers le large", "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body),
            ("Les pieux de la jetée sont comptés", "La Semaine d'Ostrelle", "2025-03-06", "", other),
        ],
    );
}

#[test]
fn a_document_whose_fields_have_codes_and_values_in_attributes_is_read_by_them() {
    let body = ["Le toit de la criée", "tendront des bâches."];
    let other = ["Le remorqueur du port", "vissée dimanche."];
    check(
        "formats/factiva-values.xml",
        &[
            ("La criée attendra son toit", "La Vigie du Rhu", "2025-03-04", "Maud Kerjan", body),
            ("Le remorqueur change de nom", "Le Courrier de la Rade", "2025-03-06", "Goulven Abiven", other),
        ],
    );
}

#[test]
fn an_agency_that_a_byline_names_in_full_is_called_so() {
    let title = "La criée d'Orlach reste fermée un mois";
    let body = ["Orlach (aqp) - La criée", "la fin du chantier."];
    check("formats/dispatch-drop.txt", &[(title, "Agence Quai Presse", "2025-03-04", "Ada Brandt", body)]);
}

#[test]
fn a_delivery_an_export_of_a_site_and_a_library_are_their_articles_and_nothing_beside_them() {
    let title = "Le phare de Brume perd sa lampe";
    let body = ["La lampe du phare de Brume", "la trouvent pâle."];
    check("formats/lexis-delivery.xml", &[(title, "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body)]);
    let title = "Le bac passera à l'heure";
    let body = ["Le bac de Brume passera", "venu d'Orlach."];
    check("formats/wordpress.xml", &[(title, "Le Fanal de Brume", "2025-03-05", "Ninon Tallec", body)]);
    let title = "La lampe du phare est au musée";
    let body = ["La lampe du phare de Brume", "de la rue."];
    check("formats/zotero.rdf", &[(title, "Le Fanal de Brume", "2025-03-04", "Ninon Tallec, Maud Kerjan", body)]);
}

#[test]
fn columns_and_trees_of_services_give_all_that_they_state() {
    let body = ["Le quai aux Huîtres a perdu", "a dit l'adjoint."];
    check(
        "formats/meltwater.csv",
        &[("Le quai perd ses pavés", "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body)],
    );
    let body = ["Le four à chaux de Brume", "quarante marches."];
    check(
        "formats/swissdox.tsv",
        &[("Le four à chaux se visite", "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body)],
    );
    let body = ["Le marché couvert de Brume", "onze étals."];
    check(
        "formats/fundus.json",
        &[("Le marché couvert rouvre", "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body)],
    );
    let body = ["La mer était samedi", "au large."];
    check(
        "formats/one-behind-the-other.xml",
        &[("La mer chauffe devant Brume", "", "2025-03-04", "Ninon Tallec", body)],
    );
}

#[test]
fn a_page_of_a_program_for_texts_is_a_text_and_not_what_its_head_says() {
    let title = "Le canot de sauvetage a cent ans";
    let body = ["Le canot de sauvetage de Brume a fêté", "livre le suivant."];
    check("formats/word.htm", &[(title, "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body)]);
}

#[test]
fn a_paper_of_a_library_is_the_outlet_of_what_a_machine_read_in_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/formats/gallica.txt");
    let got = read(&Place::file("gallica.txt"), &fs::read(path).unwrap());
    let d = clean(got.documents.into_iter().next().unwrap());
    let claims = (d.meta.source.value.as_deref(), d.meta.published.value.map(|d| d.to_string()));
    assert_eq!(claims, (Some("Le Fanal de Brume"), Some("1897-03-04".to_owned())));
    let body: Vec<&str> = d.body().map(|s| s.of(&d.text)).collect();
    let body = body.join("\n");
    assert!(body.contains("sur les rochers de la pointe. Les marins"), "{body}");
    assert!(body.contains("Un seul manque.\nLe canot"), "{body}");
    assert!(!body.contains("mise en ligne") && !body.contains("OCR"), "{body}");
}

#[test]
fn a_dispatch_is_known_by_the_codes_above_it_or_by_its_day_and_its_signature() {
    let title = "Le bac d'Orlach immobilisé par une chaîne rompue";
    let body = ["Orlach (olg) La chaîne", "dans la soirée."];
    check("formats/dispatch-ats.txt", &[(title, "olg", "2025-03-05", "", body)]);
    let title = "Ponte sul fiume chiuso a Orlach, duecento evacuati";
    let body = ["(OLG) - ORLACH, 05 MAR", "quindici giorni."];
    check("formats/dispatch-zczc.txt", &[(title, "OLG", "2025-03-05", "", body)]);
    let title = "La sardine revient dans la baie";
    let body = ["BRUME-SUR-MER, 4 mars 2025", "deux lignes sur trois."];
    check("formats/dispatch-day.txt", &[(title, "Agence du Large", "2025-03-04", "", body)]);
}

#[test]
fn a_printed_copy_is_its_articles_and_a_paragraph_goes_on_over_the_end_of_a_page() {
    let body = ["Le quai aux Huîtres a rouvert", "a précisé la ville."];
    let other = ["L'urbaniste Ana Roz", "et le disent."];
    check(
        "formats/europresse-saved.txt",
        &[
            ("Le quai aux Huîtres rouvre aux piétons", "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body),
            ("« Un quai n'est pas un parking »", "La Semaine d'Ostrelle", "2025-03-06", "Goulven Abiven", other),
        ],
    );
    let body = ["Seit Montag dreht", "der Fischer Beat Wyrsch."];
    let other = ["Der Verein Orlacher Ufer", "nach Ostern."];
    check(
        "formats/imprint.txt",
        &[
            ("Der Leuchtturm von Orlach bleibt dunkel", "Der Seebote", "2025-03-04", "Selina Amrein", body),
            ("Ein Verein kauft die Lampe", "Der Seebote", "2025-03-06", "", other),
        ],
    );
}

#[test]
fn articles_below_headings_of_a_page_know_their_paper_and_day_from_the_lines_around() {
    let body = ["Orlach. Nach sieben Wochen", "elf Tonnen."];
    let other = ["Die Überfahrt soll", "wird im April."];
    check(
        "formats/documents.html",
        &[
            ("Die Fähre nach Orlach fährt wieder", "Orlacher Kurier", "2025-03-05", "Lene Wichmann", body),
            ("Kreistag streitet über Fahrpreise", "Orlacher Kurier", "2025-03-07", "", other),
        ],
    );
    let body = ["Le quai aux Huîtres a rouvert", "attendront octobre."];
    let other = ["L'urbaniste explique", "pour juin."];
    check(
        "formats/panorama.html",
        &[
            ("Le quai rouvre aux piétons", "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body),
            ("L'invitée : Ana Roz", "Radio Brume", "2025-03-06", "", other),
        ],
    );
    let body = ["The chain of the Orlach ferry", "ordered a new chain."];
    let title = "Ferry chain snaps for the third time";
    check("formats/archive-document.html", &[(title, "Orlach Evening Post", "2025-03-05", "Ada Brandt", body)]);
}

#[test]
fn what_products_send_by_mail_are_articles_and_the_mail_claims_nothing() {
    let body = ["La chaîne du bac d'Orlach a cédé", "Personne n'a été blessé."];
    check(
        "formats/record.eml",
        &[("La chaîne du bac cède encore", "Le Fanal de Brume", "2025-03-05", "Ninon TALLEC", body)],
    );
    let body = ["Le quai a rouvert lundi", "deux tempêtes..."];
    let other = ["Une semaine après", "avis partagés..."];
    check(
        "formats/alert.eml",
        &[
            ("Le quai aux Huîtres rouvre", "Le Fanal de Brume", "", "", body),
            ("Les commerçants du quai comptent", "La Semaine d'Ostrelle", "", "", other),
        ],
    );
}

#[test]
fn a_mail_that_lists_articles_below_their_links_is_these() {
    let row = |title: &str, about: &str, text: &str| {
        format!(
            "<tr><td><a href='https://x.example/'>{title}</a></td></tr><tr><td>{about}</td></tr><tr><td>{text}</td></tr>"
        )
    };
    let rows = [
        row(
            "Ferry chain snaps for the third time",
            "Orlach Evening Post | Mar 5, 2025 | Reach: 31k",
            "The chain of the Orlach ferry snapped on Tuesday for the third time this winter, leaving two tractors midstream...",
        ),
        row(
            "County orders an eleven-ton chain",
            "Shore Gazette, Thursday 6 March 2025",
            "A new chain of eleven tons will be delivered on Friday, the county said, and the ferry will sail again...",
        ),
    ];
    let mail = format!(
        "From: Monitor <a@monitor.example>\nTo: b@b.example\nSubject: Daily digest\nContent-Type: text/html; charset=utf-8\n\n\
        <html><body><table>{}<tr><td><a href='#'>View all of the results</a></td></tr></table></body></html>\n",
        rows.concat()
    );
    let got = read(&Place::file("a.eml"), mail.as_bytes());
    let told: Vec<_> =
        got.documents.into_iter().map(clean).map(|d| (d.meta.source.value, d.meta.published.value)).collect();
    let day = |day: i8| jiff::civil::Date::new(2025, 3, day).ok();
    assert_eq!(told, [(Some("Orlach Evening Post".to_owned()), day(5)), (Some("Shore Gazette".to_owned()), day(6))]);
}

#[test]
fn what_a_service_says_below_a_clipping_is_no_text_and_a_mark_for_nobody_no_author() {
    let body = ["Le quai aux Huîtres a rouvert", "attendront octobre."];
    let other = ["Depuis la passe", "dit un pêcheur."];
    check(
        "formats/clips.txt",
        &[
            ("Le quai aux Huîtres rouvre aux piétons", "Le Fanal de Brume", "2025-03-04", "Ninon Tallec", body),
            ("Le quai vu du large", "Radio Brume (site web)", "2025-03-06", "", other),
        ],
    );
}

#[test]
fn a_release_is_known_by_its_headline_and_day_and_not_by_what_it_calls_itself() {
    let body = ["La Ville de Brume rouvre", "le mois d'octobre."];
    check("formats/release.txt", &[("Le quai aux Huîtres rouvre aux piétons", "", "2025-03-03", "", body)]);
}

#[test]
fn a_dispatch_in_plain_text_claims_what_desks_write_above_and_below_it() {
    let body = ["ORLACH, March 5 (Agenta) - ", "fell 9%."];
    let title = "UPDATE 1-Orlach Ferries sinks to a loss";
    check("formats/dispatch-terminal.txt", &[(title, "Agenta", "2025-03-05", "Ada Brandt", body)]);
    let body = ["Orlach (kdn) - Nach sieben Wochen", "elf Tonnen."];
    let title = "Fähre nach Orlach fährt wieder";
    check("formats/dispatch-notes.txt", &[(title, "kdn", "2025-03-05", "Lene Wichmann", body)]);
    let body = ["ORLACH 05/03 (AGENTA) = La chaîne", "jusqu'à vendredi."];
    let title = "Orlach: la chaîne du bac cède pour la troisième fois";
    check("formats/dispatch.eml", &[(title, "AGENTA", "2025-03-05", "Ninon Tallec", body)]);
}

#[test]
fn a_message_of_an_agency_gives_its_reports_without_pictures_and_notes_for_desks() {
    let body = ["La chaîne du bac d'Orlach", "fois de l'hiver."];
    let other = ["Une chaîne neuve", "annoncé le département."];
    check(
        "wires/newsml-g2-message.xml",
        &[
            ("La chaîne du bac cède", "Agenta", "2025-03-05", "", body),
            ("Le département commande une chaîne neuve", "Agenta", "2025-03-05", "", other),
        ],
    );
}

#[test]
fn pages_of_sites_and_plain_reports_stay_one_article() {
    let page = "<html><head><meta property=\"og:title\" content=\"x\"></head><body><h2>Le pont est fermé</h2><p>Le Quai</p><p>4 mars 2025</p>\
        <p>Le conseil de Gorzé a voté mardi la fermeture du pont, que des experts jugent dangereux.</p><h2>La digue tient bon</h2><p>Le Quai</p>\
        <p>5 mars 2025</p><p>La digue a tenu, selon le maire, qui l'a inspectée mercredi avec deux ingénieurs du département.</p></body></html>";
    assert_eq!(read(&Place::file("a.html"), page.as_bytes()).documents.len(), 1);
    let text = "Le pont\n\nGORZÉ (AFP) - Le pont est fermé depuis mardi, a indiqué la mairie.\n\nLa digue tient.\n";
    let got = read(&Place::file("a.txt"), text.as_bytes());
    assert!(got.documents[0].place.entry.is_none() && got.documents[0].text.contains("Le pont\n\nGORZÉ"));
}

#[test]
fn a_corpus_with_starred_variables_is_its_texts_with_what_the_variables_state() {
    let first = ["Le bac d'Ostrelle reprend", "du port, Yane Corre."];
    let second = ["La chaîne neuve", "d'une forge de Vernois."];
    check(
        "formats/starred.txt",
        &[("", "Le Quai", "2025-03-04", "Ana Roz", first), ("", "Le Quai", "2025-03-05", "", second)],
    );
}

#[test]
fn a_dispatch_whose_lines_a_wire_marks_with_carets_is_read_without_them() {
    let body = ["ORLACH, Norway (Agenta) _ The ferry", "the harbor master, Gill Prentice."];
    let title = "Ferry line to Skarholm suspended";
    let authors = "TOM ALDOUS, ADA BRANDT";
    check("formats/dispatch-caret.txt", &[(title, "Agenta", "2024-03-12", authors, body)]);
}
