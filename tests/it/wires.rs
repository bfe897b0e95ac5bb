//! One sample of every format of the wire opens with what it claims.

use kiosque::corpus::{Document, Place, SourceFormat, Standing, WireTopic};
use kiosque::{clean, ingest};

fn open(name: &str) -> Document {
    let path = format!("{}/tests/cases/wires/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).expect("the sample is there");
    let mut got = ingest::read(&Place::file(name), &bytes);
    assert_eq!(got.documents.len(), 1, "{name}: {:?}", got.notices);
    clean::clean(got.documents.remove(0))
}

#[test]
fn every_format_of_the_wire_opens_with_its_claims() {
    for (name, format, source, author, standing) in [
        ("newsml-g2.xml", SourceFormat::NewsMl, "Agence Rade", Some("Jeanne Kermadec"), Standing::Withdrawn),
        ("newsml-1.xml", SourceFormat::NewsMl, "RDE", Some("Jeanne Kermadec"), Standing::Usable),
        ("nitf.xml", SourceFormat::Nitf, "Agence Rade", Some("Jeanne Kermadec"), Standing::Withheld),
        ("ninjs.json", SourceFormat::Ninjs, "Agence Rade", Some("Jeanne Kermadec"), Standing::Usable),
        ("iptc7901.txt", SourceFormat::Iptc7901, "RDE", None, Standing::Usable),
    ] {
        let d = open(name);
        let m = &d.meta;
        assert_eq!(d.format, format, "{name}");
        assert_eq!(m.title.value.as_deref(), Some("Saint-Aubin : douze millions pour le port"), "{name}");
        assert_eq!(m.source.value.as_deref(), Some(source), "{name}");
        assert_eq!(m.author.value.as_deref(), author, "{name}");
        assert_eq!(m.published.value.map(|d| d.to_string()).as_deref(), Some("2024-03-12"), "{name}");
        assert_eq!(m.standing, standing, "{name}");
        let body: Vec<&str> = d.body().map(|s| s.of(&d.text)).collect();
        assert_eq!(body.len(), 2, "{name}: {body:?}");
        assert!(body[1].starts_with("L’opposition dénonce"), "{name}: {body:?}");
    }
}

#[test]
fn a_withdrawn_item_an_embargo_and_an_earlier_version_are_said() {
    let d = open("newsml-g2.xml");
    let fact = |d: &Document, topic| d.meta.wire.iter().find(|f| f.topic == topic).map(|f| f.value.clone());
    assert_eq!(fact(&d, WireTopic::Earlier).as_deref().map(|f| f.starts_with("1 · 2024-03-12")), Some(true));
    assert!(d.text.contains("dix millions") && !d.body().any(|s| s.of(&d.text).contains("dix millions")));
    assert!(d.notices.iter().any(|n| n.to_string().contains("withdrawn")), "{:?}", d.notices);
    let d = open("nitf.xml");
    assert!(d.notices.iter().any(|n| n.to_string().contains("20310101")), "{:?}", d.notices);
}

/// What an item says of itself: title, source, author, day and its body.
type Told = (String, String, String, String, Vec<String>);

fn told(name: &str) -> Vec<Told> {
    let path = format!("{}/tests/cases/wires/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).expect("the sample is there");
    let said = |value: &Option<String>| value.clone().unwrap_or_default();
    let documents = ingest::read(&Place::file(name), &bytes).documents.into_iter().map(clean::clean);
    documents
        .map(|d| {
            let day = d.meta.published.value.map(|day| day.to_string()).unwrap_or_default();
            let body = d.body().map(|s| s.of(&d.text).to_owned()).collect();
            (said(&d.meta.title.value), said(&d.meta.source.value), said(&d.meta.author.value), day, body)
        })
        .collect()
}

fn item(title: &str, author: &str, body: &[&str]) -> Told {
    let body = body.iter().map(|line| (*line).to_owned()).collect();
    (title.to_owned(), "Agence Rade".to_owned(), author.to_owned(), "2024-03-12".to_owned(), body)
}

const PORT: &str = "Saint-Aubin : douze millions pour le port";
const VOTE: &str = "Le conseil a voté lundi soir douze millions pour le port.";
const AGAINST: &str = "L’opposition dénonce un chantier sans étude.";

#[test]
fn what_lists_the_items_of_a_message_is_no_article_and_each_is_told_by_its_local_day() {
    let first = [
        "(RDE) - Le conseil a voté lundi soir douze millions pour le port.",
        "L’opposition dénonce un chantier sans étude. « Rien n’est chiffré », dit-elle.",
    ];
    let second = ["La criée n’ouvrira pas avant l’été.", "Les pêcheurs vendront à Port-Rhu."];
    let expected = [item(PORT, "Jeanne Kermadec", &first), item("La criée attendra", "", &second)];
    assert_eq!(told("newsml-g2-package.xml"), expected);
    let expected = [item(PORT, "Jeanne Kermadec", &[VOTE, AGAINST]), item("La criée attendra", "", &second)];
    assert_eq!(told("ninjs-list.json"), expected);
}

#[test]
fn what_desks_and_their_programs_leave_among_the_paragraphs_is_no_text() {
    assert_eq!(told("nitf-desk.xml"), [item(PORT, "Jeanne Kermadec", &[VOTE, AGAINST])]);
}
