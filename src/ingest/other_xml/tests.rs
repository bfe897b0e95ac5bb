use super::*;
use crate::ingest::{Ingested, read};

fn of(xml: &str) -> Ingested {
    read(&Place::file("a.xml"), format!("<?xml version='1.0'?>{xml}").as_bytes())
}

#[test]
fn references_and_bare_signs_are_read_and_faults_are_said() {
    let got = of("<news><item><headline>Roz & fils</headline><text>L'&eacute;t&eacute; &inconnu; finit.</text></item>
        <item><headline>La digue</headline><text>Elle<br/>tient.</text></item></news>");
    let texts: Vec<&str> = got.documents.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(texts, ["Roz & fils\n\nL'été &inconnu; finit.", "La digue\n\nElle tient."]);
    assert!(got.notices.iter().any(|n| n.to_string().contains("mended")), "{:?}", got.notices);
}

#[test]
fn a_link_alone_above_a_text_is_none_of_it() {
    let got = of("<text title='Le pont' source='Le Quai' date='2024-03-05'><ref target='https://q.example/1'>Original</ref><lb/><lb/>
        Il est <ref target='https://q.example/2'>fermé</ref>.<lb/>Pour un an.</text>");
    let raw = &got.documents[0];
    let body: Vec<&str> = raw.hints.iter().filter(|h| h.kind.is_body()).map(|h| h.span.of(&raw.text)).collect();
    assert_eq!(body.join(" "), "Il est fermé. Pour un an.", "{}", raw.text);
}

#[test]
fn headlines_with_a_summary_each_are_articles() {
    let got = of("<articles><article><title>Le pont</title><description>Il est fermé.</description></article>
        <article><title>La digue</title><description>Elle tient.</description></article></articles>");
    let texts: Vec<&str> = got.documents.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(texts, ["Le pont\n\nIl est fermé.", "La digue\n\nElle tient."]);
    assert!(got.documents[0].hints.iter().any(|h| h.kind.is_body()));
}

#[test]
fn a_headline_that_begins_in_italics_is_one_and_a_day_in_parts_too() {
    let got =
        of("<news><item><headline><i>Radio Quai</i> se tait</headline><text><b>Chapô.</b><p>Un.</p><p>Deux.</p></text>
        <pubdate><day>5</day><month>3</month><year>2024</year></pubdate></item></news>");
    let raw = &got.documents[0];
    assert_eq!((&*raw.fields.title[0].value, &*raw.fields.published[0].value), ("Radio Quai se tait", "2024-03-05"));
    assert_eq!(raw.text, "Radio Quai se tait\n\nChapô.\n\nUn.\n\nDeux.");
}

#[test]
fn a_sign_that_grows_when_it_is_made_visible_moves_no_title() {
    let got = of("<a><b><title>Un\u{1e}</title><c>Le bac de Trévignac a repris lundi.</c></b></a>");
    let raw = &got.documents[0];
    let title = raw.hints.iter().find(|h| h.rule == "xml.title").map(|h| h.span.of(&raw.text));
    assert_eq!(title, Some("Un␞"));
}

#[test]
fn names_that_many_use_are_no_evidence_of_one_archive() {
    let item = "<item><headline>Le pont</headline><byline>Ana Roz</byline><text>Il est fermé.</text>
        <source>https://www.quai.example/</source></item>";
    let got = of(&format!("<news>{item}</news>"));
    let f = &got.documents[0].fields;
    assert_eq!((f.title[0].rule, f.author[0].rule), ("xml.title", "xml.author"));
    assert_eq!((f.source.len(), f.host[0].value.as_str()), (0, "quai.example"));
    let got = of(&format!("<news>{}</news>", item.replace("text>", "leadParagraph>")));
    assert_eq!(got.documents[0].fields.title[0].rule, "factiva.headline");
}

#[test]
fn an_element_whose_attributes_describe_an_article_is_one() {
    let got = of(
        "<doc sitename='Le Quai' title='Le pont' author='Ana Roz' date='2024-03-05' source='https://quai.example/1'>
        <main><p>Il est <hi>fermé</hi>.</p><p>Pour un an.</p></main><comments><p>Enfin !</p></comments></doc>",
    );
    let f = &got.documents[0].fields;
    let first = |list: &[crate::ingest::Field]| list.first().map_or(String::new(), |f| f.value.clone());
    assert_eq!([first(&f.title), first(&f.source), first(&f.author)], ["Le pont", "Le Quai", "Ana Roz"]);
    assert_eq!([first(&f.published), first(&f.url)], ["2024-03-05", "https://quai.example/1"]);
    let raw = &got.documents[0];
    let body = raw.hints.iter().filter(|h| h.kind.is_body()).map(|h| h.span.of(&raw.text)).collect::<Vec<_>>();
    assert_eq!(body, ["Il est fermé.", "Pour un an."]);
}

#[test]
fn documents_put_one_behind_the_other_are_all_read() {
    let one = |title: &str| format!("<item><headline>{title}</headline><text>Un texte.</text></item>");
    let got = of(&format!("{}{}", one("Le pont"), one("La digue")));
    let titles: Vec<&str> = got.documents.iter().map(|d| d.fields.title[0].value.as_str()).collect();
    assert_eq!(titles, ["Le pont", "La digue"]);
}
