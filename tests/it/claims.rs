//! What is claimed of a text: what nothing says stays unknown.

use kiosque::clean::clean;
use kiosque::corpus::{Document, Language, Place};
use kiosque::ingest::RawDocument;

fn document(text: &str) -> Document {
    clean(RawDocument { place: Place::file("claims/a.txt"), text: text.to_owned(), ..RawDocument::default() })
}

/// Two paragraphs without a day, a name or a quotation mark at their ends.
const BODY: &str = "La mairie de Sarvenne expose dans son hall les cahiers retrouvés dans un grenier de la rue du Port. \
    Deux cents visiteurs viennent les voir chaque jour, et la salle des mariages leur est ouverte.\n\
    Les cahiers resteront à la mairie jusque dans l’hiver, puis ils iront aux archives, qui les garderont au sec.\n";

#[test]
fn a_dateline_is_neither_author_nor_outlet() {
    for (line, agency) in [("Lindal (AFP) -", Some("AFP")), ("SARVENNE – Reuters", Some("Reuters"))] {
        let d = document(&format!("Les cahiers du grenier de Sarvenne\n\n{line}\n\n12 juin 2026\n\n{BODY}"));
        assert_eq!((&d.meta.author.value, &d.meta.source.value), (&None, &None), "{line}");
        let agencies = d.meta.agencies.value.unwrap_or_default();
        assert_eq!(agencies.first().map(String::as_str), agency, "{line}");
    }
}

#[test]
fn what_closes_an_agencys_text_says_the_day_and_the_agency_and_nobody() {
    for (tail, agencies, day) in [
        ("mvo-lq/bt/ela\n05/03/2025 18:21:48 -\nLindal (AFP) -\n© 2025 AFP", vec!["AFP"], true),
        ("05/03/2025 18:21:48\nLindal (France) (Belga)", vec!["Belga"], true),
        ("Lindal, 5 mars 2025 (ANSA) -", vec!["ANSA"], true),
        ("mvo/bt\n5 mars 2025\n(Reuters)", vec!["Reuters"], true),
        ("05.03.2025 18:21 - Lindal (ATS) - © 2025 ATS", vec!["ATS"], true),
        ("Avec l'Agence France-Presse", vec!["AFP"], false),
        ("EFE", vec!["EFE"], false),
        ("© 2025 AP", vec![], false),
        ("Source : dpa/AFP", vec!["AFP"], false),
        ("Sid", vec![], false),
    ] {
        let d = document(&format!("Les cahiers du grenier de Sarvenne\n\n{BODY}{tail}\n"));
        let m = &d.meta;
        let said: Vec<&str> = m.agencies.value.iter().flatten().map(String::as_str).collect();
        let published = m.published.value.map(|d| d.to_string());
        assert_eq!((said, published.as_deref()), (agencies, day.then_some("2025-03-05")), "{tail}");
        assert_eq!((&m.author.value, &m.source.value), (&None, &None), "{tail}");
    }
}

#[test]
fn the_day_of_a_post_that_an_article_shows_is_not_that_of_the_article() {
    for post in [
        "Une publication partagée par Ana Roz (@ana_roz) le 4 Mars 2025 à 8 :54 PST",
        "A post shared by Ana Roz (@ana_roz) on Mar 4, 2025 at 8:54am PST",
        "— Ana Roz (@ana_roz) 4 mars 2025",
        "Le hall est plein ! pic.twitter.com/Ab12cd\n4 mars 2025",
    ] {
        let d = document(&format!("Les cahiers du grenier de Sarvenne\n\n{BODY}{post}\n\n{BODY}"));
        assert_eq!((d.meta.published.value, d.meta.updated.value), (None, None), "{post}");
    }
    let d = document(&format!("Les cahiers du grenier de Sarvenne\n\nPar Ana Roz (@ana_roz), 4 mars 2025\n\n{BODY}"));
    assert_eq!(d.meta.published.value.map(|d| d.to_string()).as_deref(), Some("2025-03-04"));
}

#[test]
fn who_signs_below_the_text_in_a_title_or_with_a_role_wrote_it() {
    let head = "Les cahiers du grenier de Sarvenne";
    for (text, author) in [
        (format!("{head}\n\n{BODY}R. B.\n"), Some("R. B.")),
        (format!("{head}\n\n{BODY}ANNE MOREL\n"), Some("ANNE MOREL")),
        (format!("{head}\n\n{BODY}Anne Morel\nHistorienne\n"), Some("Anne Morel")),
        (format!("L'éditorial d'Anne Morel. Les cahiers\n\n{BODY}"), Some("Anne Morel")),
        (format!("{BODY}\nEntretien réalisé par Anne Morel\n"), Some("Anne Morel")),
        (format!("{head}\n\n{BODY}Anne Morel/SIPA\n"), None),
        (format!("La tribune d'Anne Morel, parue hier, fâche\n\n{BODY}"), None),
    ] {
        assert_eq!(document(&text).meta.author.value.as_deref(), author, "{text}");
    }
}

#[test]
fn a_person_with_an_agency_stays_the_author() {
    for (line, author) in [
        ("Par Anne Morel (AFP)", "Anne Morel (AFP)"),
        ("L'éditorial de Paul Lantier", "Paul Lantier"),
        ("Par Anne Morel avec AFP", "Anne Morel avec AFP"),
    ] {
        let d = document(&format!("Les cahiers du grenier de Sarvenne\n\n{line}\n\n12 juin 2026\n\n{BODY}"));
        assert_eq!(d.meta.author.value.as_deref(), Some(author), "{line}");
    }
}

#[test]
fn credits_are_no_outlet_however_many() {
    let credits = "© Solal Mertens\n© Solal Mertens\n© AFP\n© AFP\n";
    let d =
        document(&format!("Les cahiers du grenier de Sarvenne\n\n{credits}\n{BODY}{credits}» SUIVEZ NOTRE DIRECT\n"));
    assert_eq!(d.meta.source.value, None);
}

#[test]
fn a_title_may_end_in_any_mark_but_a_full_stop() {
    for title in [
        "Sarvenne ouvre ses cahiers : « Il faut venir les voir »",
        "À Sarvenne, les cahiers du grenier \"attirent tout le monde\"",
        "Que disent les cahiers retrouvés à la mairie de Sarvenne ?",
        "Les cahiers de Sarvenne sont enfin ouverts au public !",
        "Des cahiers au grenier de la mairie de Sarvenne…",
    ] {
        for gap in ["\n", "\n\n"] {
            let d = document(&format!("{title}{gap}{BODY}"));
            assert_eq!(d.meta.title.value.as_deref(), Some(title));
        }
    }
    let lead = "La mairie de Sarvenne expose les cahiers de son grenier.";
    assert_eq!(document(&format!("{lead}\n{BODY}")).meta.title.value, None);
}

#[test]
fn a_day_of_something_else_is_no_day_of_the_event() {
    for opening in [
        "Le 14 mars 1789, les habitants de Sarvenne écrivent leurs plaintes dans un cahier, que le notaire garde.",
        "Le greffier de Sarvenne, parti depuis le 30 mai 2014, est revenu voir les cahiers qu’il avait rangés.",
        "L’atelier que la commune avait repris le 28 décembre 2016 garde encore deux cents cahiers de la vallée.",
        "La première fête des cahiers aura lieu le 24 février 2027 dans la salle du théâtre, dit la mairie.",
    ] {
        let d = document(&format!("Les cahiers du grenier de Sarvenne\n\n{opening}\n{BODY}"));
        assert_eq!((d.meta.published.value, d.meta.event_date.value), (None, None), "{opening}");
    }
    let opening = "La salle a ouvert vendredi 12 juin 2026 devant deux cents personnes venues de toute la vallée.";
    let d = document(&format!("Les cahiers du grenier de Sarvenne\n\n{opening}\n{BODY}"));
    assert_eq!(d.meta.event_date.value.map(|d| d.to_string()).as_deref(), Some("2026-06-12"));
    assert_eq!(d.meta.published.value, None);
}

#[test]
fn a_day_without_its_weekday_is_that_of_the_event_where_the_report_is_of_the_same_week() {
    let event = |opening: &str| {
        let text = format!("Les cahiers du grenier de Sarvenne\n\nPublié le 13 juin 2026\n\n{opening}\n{BODY}");
        document(&text).meta.event_date.value.map(|d| d.to_string())
    };
    let told = event("La salle a ouvert le 12 juin 2026 devant deux cents personnes venues de toute la vallée.");
    assert_eq!(told.as_deref(), Some("2026-06-12"));
    let earlier = event("La salle a rouvert, après des travaux qui avaient commencé le 15 mai 2026 dans le grenier.");
    assert_ne!(earlier.as_deref(), Some("2026-05-15"));
}

#[test]
fn a_language_that_is_not_known_is_unknown() {
    for text in [
        "Burmistrz miasta ogłosił w poniedziałek, że most nad rzeką zostanie zamknięty na dwa tygodnie. Mieszkańcy \
         będą musieli korzystać z objazdu przez sąsiednią wieś, a autobusy pojadą inną trasą niż zwykle.",
        "Borgmesteren meddelte mandag, at broen over åen bliver lukket i to uger. Beboerne skal køre en omvej gennem \
         nabobyen, og busserne kører ad en anden rute, end de plejer at gøre om sommeren.",
        "Belediye başkanı pazartesi günü nehrin üzerindeki köprünün iki hafta boyunca kapatılacağını açıkladı. \
         Şehirde oturanlar komşu köyün içinden geçen yolu kullanmak zorunda kalacak.",
    ] {
        let language = document(text).meta.language;
        assert_eq!(language.value, None, "{text}");
        assert!(!language.evidence.is_empty(), "{text}");
    }
    assert_eq!(document(BODY).meta.language.value, Some(Language::Fr));
}

#[test]
fn stop_words_are_never_more_than_the_words_they_are_counted_in() {
    let d = document("Le maire de Sarvenne a reçu lundi une délégation de la vallée pendant deux heures.");
    let note = kiosque::words::Lang::EN.say(d.meta.language.evidence[0].note.clone());
    let numbers: Vec<u32> = note.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    assert!(numbers.len() == 2 && numbers[0] < numbers[1], "{note}");
}

#[test]
fn below_the_day_of_a_review_the_day_beside_the_paper_is_that_of_the_article() {
    let head = "REVUE DE PRESSE DU 9 JUIN 2026\n\nLE COURRIER DE SARVENNE - 08/06/2026 - p. 4";
    let d = document(&format!("{head}\nLes cahiers du grenier de Sarvenne\n\n{BODY}"));
    let day = d.meta.published.value.map(|d| d.to_string());
    assert_eq!(day.as_deref(), Some("2026-06-08"));
    assert_eq!(d.meta.source.value.as_deref(), Some("LE COURRIER DE SARVENNE"));
}

#[test]
fn the_clocks_of_a_zone_behind_an_hour_wrote_nothing() {
    let d = document(&format!(
        "Les cahiers du grenier de Sarvenne\n\nMarch 12, 2024 08:00 AM Eastern Daylight Time\n\n{BODY}"
    ));
    assert_eq!(d.meta.author.value, None);
    assert_eq!(d.meta.published.value.map(|d| d.to_string()).as_deref(), Some("2024-03-12"));
}
