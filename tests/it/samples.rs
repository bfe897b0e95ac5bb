//! The catalogue of formats: each has a small sample that opens as itself, with its
//! text. A format without one does not compile.

use kiosque::clean::clean;
use kiosque::corpus::{Place, SourceFormat};
use kiosque::ingest::read;
use std::fs;
use std::path::Path;

/// A sample in the text, or a file of `tests`.
enum Sample {
    Text(&'static str),
    File(&'static str),
}
use Sample::{File, Text};

const DUMP: &str = "Le bac repart\n\nLe bac d'Orlach a repris lundi ses traversées, après sept semaines de pause et une chaîne neuve.\n\n\
    Deux tracteurs et un facteur étaient à bord, et le passeur n'a pas changé ses tarifs.\n";
const PAGE: &str = "<html><head><title>Le bac repart</title></head><body><article><h1>Le bac repart</h1><p>Le bac d'Orlach a repris \
    lundi ses traversées, après sept semaines de pause et une chaîne neuve.</p></article></body></html>";
const RECORDS: &str = r#"[{"title":"Le bac repart","text":"Le bac d'Orlach a repris lundi.","source":"Le Fanal"},
{"title":"Le quai rouvre","text":"Le quai aux Huîtres a rouvert mardi.","source":"Le Fanal"}]"#;
const LINES: &str = "{\"title\":\"Le bac repart\",\"text\":\"Le bac d'Orlach a repris lundi.\"}\n{\"title\":\"Le quai rouvre\",\"text\":\"Le quai a rouvert.\"}\n";
const FEED: &str = "<?xml version='1.0'?><rss version='2.0'><channel><title>Le Fanal</title><item><title>Le bac repart</title>\
    <description>Le bac d'Orlach a repris lundi ses traversées.</description></item></channel></rss>";
const MAIL: &str =
    "From: Le Fanal <f@fanal.example>\nTo: a@b.example\nSubject: Le bac repart\n\nLe bac d'Orlach a repris lundi.\n";
const FEEDS: &str = "<?xml version='1.0'?><opml version='2.0'><body><outline text='Le Fanal' xmlUrl='https://fanal.example/flux'/></body></opml>";

/// The name of a file of each format, what it holds, and how many articles that are.
fn sample(format: SourceFormat) -> (&'static str, Sample, usize) {
    match format {
        SourceFormat::Plain => ("a.txt", Text(DUMP), 1),
        SourceFormat::Markdown => ("a.md", Text("# Le bac repart\n\nLe bac d'Orlach a *repris* lundi.\n"), 1),
        SourceFormat::Html => ("a.html", Text(PAGE), 1),
        SourceFormat::Json => ("a.json", Text(RECORDS), 2),
        SourceFormat::JsonLines => ("a.jsonl", Text(LINES), 2),
        SourceFormat::Csv => ("a.csv", Text("title;text;date\nLe bac repart;Le bac a repris lundi.;2025-03-04\n"), 1),
        SourceFormat::Feed => ("a.xml", Text(FEED), 1),
        SourceFormat::NewsMl => ("a.xml", File("cases/wires/newsml-g2-message.xml"), 2),
        SourceFormat::Nitf => ("a.xml", File("cases/wires/nitf.xml"), 1),
        SourceFormat::Ninjs => ("a.json", File("cases/wires/ninjs.json"), 1),
        SourceFormat::Iptc7901 => ("a.txt", File("cases/wires/iptc7901.txt"), 1),
        SourceFormat::Opml => ("a.opml", Text(FEEDS), 1),
        SourceFormat::Mail => ("a.eml", Text(MAIL), 1),
        SourceFormat::Epub => ("a.epub", File("fuzz/seeds/epub/book"), 1),
        SourceFormat::Warc => ("a.warc", File("fuzz/seeds/warc/three"), 1),
        SourceFormat::References => ("a.ris", File("cases/formats/references.ris"), 2),
        SourceFormat::Rtf => ("a.rtf", File("cases/formats/factiva-words.rtf"), 1),
        SourceFormat::Office => ("a.docx", File("fuzz/seeds/office/docx"), 1),
        SourceFormat::Pdf => ("a.pdf", File("fuzz/seeds/pdf/page"), 1),
        SourceFormat::Xml => ("a.xml", File("cases/formats/records.xml"), 2),
    }
}

/// Other forms in which files of these formats come.
const FORMS: [(&str, &str, SourceFormat, usize); 5] = [
    ("a.xml", "cases/formats/mods.xml", SourceFormat::References, 2),
    ("a.fodt", "cases/formats/flat.fodt", SourceFormat::Office, 1),
    ("a.html", "cases/formats/proquest.html", SourceFormat::Html, 2),
    ("a.txt", "cases/formats/passed-on.txt", SourceFormat::Mail, 1),
    ("a.webarchive", "cases/formats/page.webarchive", SourceFormat::Html, 1),
];

#[test]
fn other_forms_of_files_open_as_their_format() {
    for (name, path, format, articles) in FORMS {
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)).unwrap();
        let got = read(&Place::file(name), &bytes);
        assert_eq!(got.documents.len(), articles, "{path}: {:?}", got.notices);
        assert!(got.documents.iter().all(|d| d.format == format), "{path}");
    }
}

#[test]
fn a_sample_of_every_format_of_the_catalogue_opens_as_itself() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for format in SourceFormat::ALL {
        let (name, sample, articles) = sample(format);
        let bytes = match sample {
            Text(text) => text.as_bytes().to_vec(),
            File(path) => fs::read(tests.join(path)).unwrap(),
        };
        let got = read(&Place::file(name), &bytes);
        let format = format.name();
        assert!(got.documents.len() >= articles, "{format}: {:?}", got.notices);
        let documents: Vec<_> = got.documents.into_iter().map(clean).collect();
        assert!(documents.iter().all(|d| d.format.name() == format && !d.text.trim().is_empty()), "{format}");
        let reads = documents.iter().any(|d| d.body().any(|s| !s.of(&d.text).trim().is_empty()));
        assert!(reads, "{format}: {:?}", documents.iter().map(|d| d.text.to_string()).collect::<Vec<_>>());
    }
}
