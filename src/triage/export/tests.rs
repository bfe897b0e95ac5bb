use super::*;
use crate::corpus::{Claim, DocKey, Document, Language, Line, LineKind, Meta, Place, SourceFormat};
use crate::text::Span;
use crate::triage::{Anchor, Change, ClaimField, Status, Target, Triage};
use jiff::civil::Date;

const TEXT: &str =
    "=Prix & «\u{a0}marges\u{a0}» {50 %}\nIls ont parlé <deux heures>, \"dit-on\".\n\n- Puis rien_du_tout.\n";

fn document() -> Document {
    let mut at = 0;
    let kinds = [LineKind::Title, LineKind::Body, LineKind::Blank, LineKind::Body];
    let lines = TEXT
        .split_inclusive('\n')
        .zip(kinds)
        .map(|(l, kind)| {
            at += l.len();
            Line { span: Span::new(at - l.len(), at), kind, rule: "t", reason: None, repeats: None }
        })
        .collect();
    let meta = Meta {
        title: Claim::written(TEXT.lines().next().unwrap().to_owned(), None, "t", crate::words::msg::verbatim("")),
        source: Claim::written("Le Phare, édition".to_owned(), None, "t", crate::words::msg::verbatim("")),
        published: Claim::inferred(Date::constant(2023, 9, 13), None, "t", crate::words::msg::verbatim("")),
        url: Claim::written("https://phare.example/a?b=1&c=2".to_owned(), None, "t", crate::words::msg::verbatim("")),
        ..Meta::default()
    };
    Document {
        key: DocKey::of_text(TEXT),
        place: Place::file("dossier/a.txt"),
        format: SourceFormat::Plain,
        text: TEXT.into(),
        original: None,
        lines,
        cuts: Vec::new(),
        meta,
        notices: Vec::new(),
    }
}

fn status(d: &Document) -> Status {
    let mut t = Triage::new();
    let at = TEXT.find("deux").unwrap();
    let anchor = Anchor::new(d.key, TEXT, Span::new(at, at + 11)).unwrap();
    let note =
        Change::Note { id: crate::triage::NoteId::of(b"n"), text: "+ à vérifier".into(), anchors: vec![anchor] };
    let e = t.act(5, "Élise", vec![(Target::Document(d.key), note), (d.key.into(), Change::Tag("une".into()))]);
    t.apply(&e);
    t.status(&d.key).clone()
}

fn exported(what: Contents, format: Format) -> String {
    let d = document();
    let s = status(&d);
    export(what, format, &[Item { document: &d, status: &s }])
}

#[test]
fn a_csv_reader_reads_what_is_written_and_no_cell_is_a_formula() {
    for what in [Contents::Articles, Contents::Titles, Contents::Notes, Contents::Citations] {
        let text = exported(what, Format::Csv);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = reader.headers().unwrap().len();
        for row in reader.records().map(Result::unwrap) {
            assert_eq!(row.len(), columns);
            assert!(row.iter().all(|c| !c.starts_with(['=', '+', '@']) || c.len() == 1), "{row:?}");
        }
    }
    assert!(exported(Contents::Notes, Format::Csv).contains("deux heures (¶1)"));
}

#[test]
fn json_and_csl_are_read_by_a_parser() {
    let json: serde_json::Value = serde_json::from_str(&exported(Contents::Articles, Format::Json)).unwrap();
    assert_eq!(json["articles"][0]["notes"][0]["passages"][0]["paragraph"], 1);
    let lines = exported(Contents::Titles, Format::JsonLines);
    let values: Vec<serde_json::Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(values.len(), 1);
    let csl: serde_json::Value = serde_json::from_str(&exported(Contents::Titles, Format::Csl)).unwrap();
    assert_eq!(csl[0]["type"], "article-newspaper");
    assert_eq!(csl[0]["issued"]["date-parts"][0], serde_json::json!([2023, 9, 13]));
    assert_eq!(csl[0]["container-title"], "Le Phare, édition");
}

#[test]
fn a_page_shows_the_words_and_runs_nothing() {
    let html = exported(Contents::Articles, Format::Html);
    assert!(html.contains("&lt;deux heures&gt;") && !html.contains("<deux"));
    assert!(html.contains("href=\"https://phare.example/a?b=1&amp;c=2\""));
    let open = html.matches("<p").count() - html.matches("<p>").count() - html.matches("<p class").count();
    assert_eq!((open, html.matches("<article>").count()), (0, html.matches("</article>").count()));
    let mut d = document();
    d.meta.url = Claim::written("javascript:alert(1)".to_owned(), None, "t", crate::words::msg::verbatim(""));
    let page = export(Contents::Titles, Format::Html, &[Item { document: &d, status: &Status::default() }]);
    assert!(!page.contains("javascript"));
    for format in [Format::Bib, Format::Csl, Format::Ris, Format::Markdown] {
        let page = export(Contents::Titles, format, &[Item { document: &d, status: &Status::default() }]);
        assert!(!page.contains("javascript"), "{page}");
    }
}

#[test]
fn a_file_is_named_after_whole_words_without_accents_or_signs() {
    assert_eq!(file_name("L’Écho / ../étrange: œuvre", Format::Csl), "l-echo-etrange-oeuvre.csl.json");
    assert_eq!(file_name("—", Format::Markdown), "export.md");
    let long = file_name(&"mot ".repeat(40), Format::Csv);
    assert!(long.len() <= 52 && long.ends_with("mot.csv"), "{long}");
}

#[test]
fn a_bibliography_has_balanced_braces_and_escaped_signs() {
    let bib = exported(Contents::Titles, Format::Bib);
    assert!(bib.starts_with("@article{lephareedition2023-"), "{bib}");
    assert!(bib.contains("\\{50 \\%\\}") && bib.contains("Prix \\& «"));
    let bare = bib.replace("\\{", "").replace("\\}", "");
    assert_eq!(bare.matches('{').count(), bare.matches('}').count());
}

#[test]
fn names_of_persons_are_family_and_given_and_others_stand_as_they_are() {
    let mut d = document();
    d.meta.author =
        Claim::written("Claire de Roz, Léo KIM et Agence Quai".to_owned(), None, "t", crate::words::msg::verbatim(""));
    let s = status(&d);
    let printed = |format| export(Contents::Titles, format, &[Item { document: &d, status: &s }]);
    let bib = printed(Format::Bib);
    assert!(bib.contains("  author = {de Roz, Claire and KIM, Léo and {Agence Quai}},"), "{bib}");
    let csl: serde_json::Value = serde_json::from_str(&printed(Format::Csl)).unwrap();
    let expected = serde_json::json!([{ "family": "de Roz", "given": "Claire" }, { "family": "KIM", "given": "Léo" },
        { "literal": "Agence Quai" }]);
    assert_eq!(csl[0]["author"], expected);
    let ris = printed(Format::Ris);
    let lines: Vec<&str> = ris.split_terminator("\r\n").collect();
    assert_eq!((lines[0], lines.last()), ("TY  - NEWS", Some(&"ER  - ")));
    let of = |tag: &str| lines.iter().filter_map(|l| l.strip_prefix(&format!("{tag}  - "))).collect::<Vec<_>>();
    assert_eq!(of("AU"), ["de Roz, Claire", "KIM, Léo", "Agence Quai"]);
    assert_eq!((of("T2"), of("DA"), of("PY")), (vec!["Le Phare, édition"], vec!["2023/09/13/"], vec!["2023"]));
    assert_eq!((of("KW"), of("UR")), (vec!["une"], vec!["https://phare.example/a?b=1&c=2"]));
    assert_eq!(of("TI"), ["=Prix & « marges » {50 %}"]);
}

#[test]
fn markdown_shows_its_own_signs_as_words() {
    let md = exported(Contents::Articles, Format::Markdown);
    assert!(md.contains("¶2 - Puis rien\\_du\\_tout."), "{md}");
    assert!(md.contains("> deux heures (¶1)"));
    let titles = exported(Contents::Titles, Format::Markdown);
    assert!(titles.contains("](https://phare.example/a?b=1&c=2) — Le Phare, édition, 2023-09-13~"), "{titles}");
}

#[test]
fn a_citation_names_source_marked_date_and_paragraph() {
    let d = document();
    let at = TEXT.find("Ils").unwrap();
    let c = cite(&Item { document: &d, status: &Status::default() }, Span::new(at, at + "Ils ont parlé".len()));
    assert_eq!(
        c.to_string(),
        "“Ils ont parlé” — Le Phare, édition, “=Prix & «\u{a0}marges\u{a0}» {50 %}”, 2023-09-13~, ¶1, https://phare.example/a?b=1&c=2"
    );
}

#[test]
fn a_citation_of_a_french_text_has_french_marks() {
    let mut d = document();
    d.meta.language = Claim::inferred(Language::Fr, None, "t", crate::words::msg::verbatim(""));
    let at = TEXT.find("Ils").unwrap();
    let c = cite(&Item { document: &d, status: &Status::default() }, Span::new(at, at + "Ils ont parlé".len()));
    let c = c.to_string();
    assert!(c.starts_with("«\u{a0}Ils ont parlé\u{a0}» — Le Phare, édition, «\u{a0}=Prix"), "{c}");
}

#[test]
fn markdown_numbers_paragraphs_only_for_notes_and_says_where_a_text_without_address_is() {
    let mut d = document();
    d.meta.url = Claim::unknown();
    let md = export(Contents::Articles, Format::Markdown, &[Item { document: &d, status: &Status::default() }]);
    assert!(!md.contains('¶') && md.contains("\n\\- Puis rien\\_du\\_tout."), "{md}");
    assert!(md.contains(&format!("dossier/a.txt · {}", d.key)), "{md}");
    let csv = exported(Contents::Articles, Format::Csv);
    assert!(
        csv.lines().next().is_some_and(|head| head.ends_with(",text,notes")) && csv.contains("à vérifier"),
        "{csv}"
    );
}

#[test]
fn a_template_takes_fields_and_says_which_it_does_not_know() {
    let d = document();
    let r = Record::of(&Item { document: &d, status: &status(&d) }, Contents::Articles);
    assert_eq!(fill("{{{source}}} {tags}: {notes}", &r).unwrap(), "{Le Phare, édition} une: + à vérifier");
    assert!(
        fill("{colour}", &r)
            .unwrap_err()
            .sentence
            .to_string()
            .starts_with("{colour} is not a field; the fields are title,")
    );
    assert!(fill("{title", &r).is_err());
}

#[test]
fn a_correction_of_the_reader_is_what_is_exported() {
    let d = document();
    let mut s = Status::default();
    s.claims.insert(ClaimField::Published, "2023-09-12".into());
    let r = Record::of(&Item { document: &d, status: &s }, Contents::Titles);
    assert_eq!((r.date.as_deref(), r.date_mark), (Some("2023-09-12"), '!'));
}

#[test]
fn a_language_or_a_day_that_somebody_corrected_opens_no_field_of_its_own() {
    let (d, mut s) = (document(), Status::default());
    for field in [ClaimField::Language, ClaimField::Published] {
        s.claims.insert(field, "fr},\n  note = {http://evil.example".into());
    }
    let bib = export(Contents::Titles, Format::Bib, &[Item { document: &d, status: &s }]);
    assert!(!bib.contains("evil"), "{bib}");
}
