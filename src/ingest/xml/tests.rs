use super::*;

#[test]
fn faults_are_forgiven_and_counted() {
    let tree = Tree::parse("<a x=1 y='R & D'><b>Roz & fils &eacute;t&eacute; &lt;i></c><d/>a < b</a>");
    let a = tree.root().expect("a root");
    assert_eq!(a.attribute("y"), Some("R & D"));
    assert_eq!(a.text(), "Roz & fils été <i>a < b");
    assert!(tree.faults >= 4 && !tree.cut);
    assert_eq!(a.find("d").map(Element::name), Some("d"));
}

#[test]
fn a_document_that_breaks_off_keeps_what_it_has() {
    let tree = Tree::parse("<r><i><t>Un</t></i><i><t>Deux</t><d>2024");
    let titles: Vec<String> = tree.root().expect("a root").all("t").into_iter().map(Element::text).collect();
    assert_eq!(titles, ["Un", "Deux"]);
    assert!(tree.cut);
}

#[test]
fn depth_and_entities_cost_nothing() {
    let deep = "<a>".repeat(100_000);
    assert!(Tree::parse(&deep).cut);
    let bomb = "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
    assert_eq!(Tree::parse(bomb).root().map(Element::text).as_deref(), Some("&c;"));
    assert!(Tree::parse("<").root().is_none());
    assert!(Tree::parse("<a b=").root().is_some());
}

#[test]
fn markup_is_written_without_prefixes_and_well_formed() {
    let tree = Tree::parse("<r><x:t a=\"1\" href=\"/?a&amp;b\">Roz & fils<br>\u{1}un</x:t></r>");
    let root = tree.root().expect("a root");
    assert_eq!(root.markup(), "<t href=\"/?a&amp;b\">Roz &amp; fils<br>un</t>");
}

#[test]
fn only_one_type_is_declared_and_only_before_the_document() {
    let tree = Tree::parse("<!DOCTYPE a [<!ENTITY b ']'> ] ><a>Un<!x[>deux]></a>");
    assert_eq!(tree.root().map(Element::text).as_deref(), Some("Undeux]>"));
}

#[test]
fn an_element_has_as_many_attributes_as_are_read() {
    let many: String = (0..1000).map(|n| format!(" a{n}='{n}'")).collect();
    let tree = Tree::parse(&format!("<a{many}>Un</a>"));
    let a = tree.root().expect("a root");
    assert_eq!((a.attribute("a255"), a.attribute("a256"), a.text().as_str()), (Some("255"), None, "Un"));
}

#[test]
fn a_document_with_too_many_elements_does_not_break_off() {
    let tree = Tree::parse(&format!("<a>{}</a>", "<b/>".repeat(1_000_000)));
    assert!(tree.full && !tree.cut);
}

#[test]
fn an_element_of_html_without_end_is_empty_and_one_with_an_end_is_not() {
    let tree = Tree::parse("<a><img src='x'>Un<br>deux<br></br><img>trois</img></a>");
    let a = tree.root().expect("a root");
    let images: Vec<String> = a.all("img").into_iter().map(Element::text).collect();
    assert_eq!((images, tree.faults), (vec![String::new(), "trois".to_owned()], 0));
    assert_eq!(a.words(), "Undeux");
}
