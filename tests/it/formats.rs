//! One sample of every format that holds articles with fields of their own or
//! belongs to an office: each opens as the right articles with their claims.

use kiosque::clean::clean;
use kiosque::corpus::{Document, Mark, Place};
use kiosque::ingest::{Ingested, Item, Options, read, read_with, stream_among};
use kiosque::store::archives;
use kiosque::store::files::WalkItem;
use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

/// What a sample is to open as.
struct Article {
    title: &'static str,
    source: &'static str,
    date: &'static str,
    author: &'static str,
    /// The first and the last words of the body.
    body: (&'static str, &'static str),
}

fn opened(name: &str) -> Ingested {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/formats").join(name);
    read(&Place::file(name), &fs::read(path).unwrap())
}

fn said<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// The body of an article as it is read by default.
fn body(d: &Document) -> String {
    let lines: Vec<&str> = d.lines.iter().filter(|l| l.is_body()).map(|l| l.content(&d.text).of(&d.text)).collect();
    lines.join("\n")
}

fn check(name: &str, expected: &[Article]) {
    check_opened(name, opened(name), expected);
}

fn check_opened(name: &str, got: Ingested, expected: &[Article]) {
    let documents: Vec<Document> = got.documents.into_iter().map(clean).collect();
    let titles: Vec<_> = documents.iter().map(|d| said(&d.meta.title.value)).collect();
    assert_eq!(titles, expected.iter().map(|a| a.title).collect::<Vec<_>>(), "{name}: {:?}", got.notices);
    for (i, (d, a)) in documents.iter().zip(expected).enumerate() {
        let claims = [said(&d.meta.source.value), said(&d.meta.published.value), said(&d.meta.author.value)];
        assert_eq!(claims, [a.source, a.date, a.author], "{name}, article {}", i + 1);
        let body = body(d);
        assert!(body.starts_with(a.body.0) && body.ends_with(a.body.1), "{name}, article {}: {body}", i + 1);
        if expected.len() > 1 {
            assert_eq!(d.place.entry.as_deref(), Some((i + 1).to_string().as_str()), "{name}");
        }
    }
}

#[test]
fn europresse_pages_old_and_new_are_their_articles() {
    check(
        "europresse-2012.html",
        &[
            Article {
                title: "La criée d'Ostrelle change de mains",
                source: "Le Phare d'Ostrelle",
                date: "2012-03-05",
                author: "Maud Kerjan",
                body: ("La criée a été vendue", "le gérant de la coopérative."),
            },
            Article {
                title: "Un second acheteur s'était présenté",
                source: "La Gazette de Brume",
                date: "2012-03-06",
                author: "",
                body: ("Un mareyeur de Brume", "sans explication."),
            },
        ],
    );
    check(
        "europresse-2022.html",
        &[
            Article {
                title: "Le musée des Salines rouvre sans ses verrières",
                source: "L'Étoile de Vaucourt",
                date: "2022-05-14",
                author: "Inès Vallot",
                body: ("Fermé depuis deux ans", "la directrice, Odile Tambourin."),
            },
            Article {
                title: "Salines : les verrières attendront",
                source: "Radio Halage",
                date: "2022-05-15",
                author: "",
                body: ("La métropole a repoussé", "à son appel d'offres."),
            },
        ],
    );
}

#[test]
fn europresse_without_a_class_for_its_author_tells_one_from_a_line_below_the_headline() {
    let expected = [
        Article {
            title: "Le musée des Salines rouvre sans ses verrières",
            source: "L'Étoile de Vaucourt",
            date: "2022-05-14",
            author: "Inès Vallot, Hugo Brémond",
            body: ("Fermé depuis deux ans", "la directrice, Odile Tambourin."),
        },
        Article {
            title: "Salines : les verrières attendront",
            source: "Radio Halage",
            date: "2022-05-15",
            author: "",
            body: ("La métropole a repoussé", "à son appel d'offres."),
        },
    ];
    check("europresse-2024.html", &expected);
    // The day on which the export was made is none of an article.
    for document in opened("europresse-2024.html").documents.into_iter().map(clean) {
        assert_eq!(document.meta.updated.value, None);
    }
}

#[test]
fn a_word_document_of_before_2007_is_its_text() {
    let article = Article {
        title: "Le bac de Trévignac reprend",
        source: "",
        date: "2024-03-05",
        author: "Ana Roz",
        body: ("Le bac de Trévignac a repris", "le samedi."),
    };
    check("word-97.doc", &[article]);
    // One that breaks off is refused with a way out.
    let whole = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/formats/word-97.doc")).unwrap();
    let got = read(&Place::file("a.doc"), &whole[..1500]);
    assert!(got.documents.is_empty() && got.notices[0].hint.is_some(), "{:?}", got.notices);
}

#[test]
fn proquest_is_its_articles() {
    check(
        "proquest.txt",
        &[
            Article {
                title: "Council buys the old tannery",
                source: "Wexholm Gazette",
                date: "2021-02-17",
                author: "Rhea Dunmore",
                body: ("The council of Wexholm", "the mayor joked."),
            },
            Article {
                title: "La tannerie vendue à la ville",
                source: "Le Quai de Wex",
                date: "2021-02-18",
                author: "Jana Opitz",
                body: ("La ville a acheté", "le conseil."),
            },
        ],
    );
}

/// The two articles of the files that somebody gathered; the first ends otherwise in one.
fn gathered(end: &'static str) -> [Article; 2] {
    [
        Article {
            title: "Le bac de Trévignac reprend",
            source: "Le Quai de l'Aune",
            date: "2024-03-05",
            author: "Irma Delvaux",
            body: ("Le bac de Trévignac a repris", end),
        },
        Article {
            title: "Le lavoir rouvre ses portes",
            source: "Vallée Matin",
            date: "2024-03-06",
            author: "",
            body: ("Le conseil de Brézolles", "six ans."),
        },
    ]
}

#[test]
fn labels_above_each_text_are_its_claims() {
    check("labelled.txt", &gathered("un an."));
}

#[test]
fn texts_that_somebody_gathered_are_articles_and_a_line_of_signs_inside_one_parts_nothing() {
    for name in ["parted.txt", "gathered.md"] {
        check(name, &gathered("vingt ans."));
    }
}

#[test]
fn how_gathered_texts_were_decoded_is_said() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/formats/gathered.md");
    let text = fs::read_to_string(path).unwrap();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'-')).collect();
    for name in ["gathered.md", "gathered.txt"] {
        let got = read(&Place::file(name), &latin);
        assert_eq!(got.documents.len(), 2, "{name}");
        let said: Vec<String> = got.notices.iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|n| n.contains("1252") || n.contains("8859")), "{name}: {said:?}");
    }
}

#[test]
fn factiva_as_it_is_shown_is_its_articles() {
    check(
        "factiva-shown.html",
        &[
            Article {
                title: "Ferry line to Skarholm suspended after hull crack",
                source: "The Larnmouth Courier",
                date: "2019-06-03",
                author: "Tom Aldous",
                body: ("The ferry line to Skarholm was", "the harbour master, Gill Prentice."),
            },
            Article {
                title: "Le bac de Skarholm à quai",
                source: "Le Quai de Larne",
                date: "2019-06-04",
                author: "Ida Corval",
                body: ("Le bac ne partira pas", "la capitainerie."),
            },
        ],
    );
}

#[test]
fn factiva_with_codes_and_without_is_its_articles() {
    check(
        "factiva-codes.txt",
        &[
            Article {
                title: "Ferry line to Skarholm suspended after hull crack",
                source: "The Larnmouth Courier",
                date: "2019-06-03",
                author: "Tom Aldous",
                body: ("The ferry line to Skarholm was", "the harbour master, Gill Prentice."),
            },
            Article {
                title: "Skarholm shops count the cost",
                source: "Skarholm Post",
                date: "2019-06-04",
                author: "",
                body: ("Shops on the quay", "their association said."),
            },
        ],
    );
    check(
        "factiva-once.txt",
        &[Article {
            title: "Le bac d'Ostrelle reprend lundi",
            source: "Le Quai de Larne",
            date: "2019-06-04",
            author: "Ida Corval",
            body: ("Le bac d'Ostrelle reprend", "dit son délégué, Yann Corre."),
        }],
    );
    check(
        "factiva-words.html",
        &[
            Article {
                title: "Council buys the old tannery",
                source: "Wexholm Gazette",
                date: "2021-02-17",
                author: "Rhea Dunmore",
                body: ("The council of Wexholm", "Work starts in May."),
            },
            Article {
                title: "Tannery sale angers neighbours",
                source: "Wexholm Gazette",
                date: "2021-02-18",
                author: "",
                body: ("Neighbours of the tannery", "from the paper."),
            },
        ],
    );
    check(
        "factiva-words.rtf",
        &[Article {
            title: "La criée d'Ostrelle change de mains",
            source: "Le Phare d’Ostrelle",
            date: "2012-03-05",
            author: "Maud Kerjan",
            body: ("La criée a été vendue", "dix-neuf patrons."),
        }],
    );
}

#[test]
fn nexis_in_both_layouts_and_several_languages_is_its_articles() {
    const SOLD: Article = Article {
        title: "La tannerie vendue à la ville",
        source: "Le Quai de Wex",
        date: "2021-02-18",
        author: "",
        body: ("La ville a acheté", "jeudi le conseil."),
    };
    check(
        "nexis-counted.txt",
        &[
            Article {
                title: "Council buys the old tannery; Archives to move by the autumn",
                source: "Wexholm Gazette",
                date: "2021-02-17",
                author: "Rhea Dunmore",
                body: ("The council of Wexholm", "which stay with the family."),
            },
            Article {
                title: "Gerberei verkauft",
                source: "Der Kanalbote",
                date: "2021-02-18",
                author: "Jana Opitz",
                body: ("Die Stadt hat", "am Donnerstag mitteilte."),
            },
        ],
    );
    check(
        "nexis-ended.txt",
        &[
            Article {
                title: "Council buys the old tannery",
                source: "Wexholm Gazette",
                date: "2021-02-17",
                author: "Rhea Dunmore",
                body: ("The council of Wexholm", "the mayor joked."),
            },
            SOLD,
        ],
    );
    check(
        "nexis-unbroken.txt",
        &[
            Article {
                title: "Council buys the old tannery",
                source: "Wexholm Gazette",
                date: "2021-02-17",
                author: "Rhea Dunmore",
                body: ("The council of Wexholm", "which stay with the family."),
            },
            SOLD,
        ],
    );
    let cover = opened("nexis-ended.txt").notices;
    assert!(cover.iter().any(|n| n.to_string().contains("outside the articles")), "{cover:?}");
}

#[test]
fn saved_links_are_articles_of_which_the_day_of_saving_is_known() {
    let browser = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p>\
        <DT><H3 ADD_DATE=\"1712730000\">Ponts</H3><DL><p><DT><A HREF=\"https://quai.example/pont\" ADD_DATE=\"1712730720\">Le pont &amp; la ville</A>\
        <DT><A HREF=\"https://phare.example/port\" ADD_DATE=\"1712830720\">Le port</A></DL><p></DL>";
    let tool = "<html><head><title>Export</title></head><body><h1>Unread</h1><ul>\
        <li><a href=\"https://quai.example/pont\" time_added=\"1712730720\" tags=\"\">Le pont &amp; la ville</a></li>\
        <li><a href=\"https://phare.example/port\" time_added=\"1712830720\" tags=\"port\">Le port</a></li></ul></body></html>";
    for page in [browser, tool] {
        let got = read(&Place::file("a.html"), page.as_bytes());
        let found: Vec<_> = got.documents.into_iter().map(clean).map(|d| d.meta).collect();
        let told: Vec<_> = found
            .iter()
            .map(|m| (said(&m.title.value), said(&m.source.value), said(&m.published.value), said(&m.page_date.value)))
            .collect();
        let link = |title: &str, host: &str, day: &str| (title.into(), host.into(), String::new(), day.into());
        let right =
            [link("Le pont & la ville", "quai.example", "2024-04-10"), link("Le port", "phare.example", "2024-04-11")];
        assert_eq!(told, right, "{page}");
        assert_eq!(said(&found[0].url.value), "https://quai.example/pont");
    }
}

#[test]
fn references_are_articles_with_their_abstracts() {
    check(
        "references.ris",
        &[
            Article {
                title: "Ferry line to Skarholm suspended",
                source: "The Larnmouth Courier",
                date: "2019-06-03",
                author: "Tom Aldous, Gill Prentice",
                body: ("Divers found a crack", "in the hull."),
            },
            Article { title: "Une revue sans résumé", source: "", date: "", author: "", body: ("", "") },
        ],
    );
    check(
        "references.enw",
        &[Article {
            title: "La criée change de mains",
            source: "Le Phare d'Ostrelle",
            date: "2012-03-05",
            author: "Maud Kerjan",
            body: ("La criée a été vendue", "une coopérative."),
        }],
    );
}

#[test]
fn records_of_unknown_xml_are_articles_and_no_texts_are_glued() {
    check(
        "records.xml",
        &[
            Article {
                title: "Ferry line to Skarholm suspended",
                source: "The Larnmouth Courier",
                date: "2019-06-03",
                author: "Tom Aldous",
                body: ("Divers found a crack in the hull", "said Gill Prentice."),
            },
            Article {
                title: "Skarholm shops count the cost",
                source: "Skarholm Post",
                date: "2019-06-04",
                author: "",
                body: ("Shops on the quay", "without a ferry."),
            },
        ],
    );
    let other =
        b"<?xml version='1.0'?><minutes><room>Salle 4</room><said>Le quorum est <i>atteint</i>.</said></minutes>";
    let got = read(&Place::file("a.xml"), other);
    assert_eq!(got.documents[0].text, "Salle 4\n\nLe quorum est atteint.");
}

/// A package with these entries, in this order.
fn package(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, data) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(data.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn types(part: &str, kind: &str) -> String {
    format!(
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/docProps/app.xml' \
        ContentType='application/vnd.openxmlformats-officedocument.extended-properties+xml'/><Override PartName='{part}' \
        ContentType='application/vnd.openxmlformats-officedocument.{kind}.main+xml'/></Types>"
    )
}

/// What the program takes in of a file of that name with these bytes.
fn taken_in(name: &str, bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let folder = std::env::temp_dir().join(format!("kiosque-formats-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    let (mut texts, mut said) = (Vec::new(), Vec::new());
    let limits = archives::Limits::default();
    let _ = archives::visit(&[path], &limits, &|| false, &mut |found| {
        match found {
            WalkItem::Problem(n) => said.push(n.to_string()),
            WalkItem::File { place, reader, told, .. } => {
                let _ = stream_among(&place, reader, &Options::default(), told, &mut |item| {
                    match item {
                        Item::Document(d) => texts.push(d.text),
                        Item::Notice(n) => said.push(n.to_string()),
                    }
                    ControlFlow::Continue(())
                });
            }
        }
        ControlFlow::Continue(())
    });
    (texts, said)
}

#[test]
fn a_text_of_an_office_is_one_document_in_any_order_of_its_parts() {
    let body = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Les vannes</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>L&#8217;écluse </w:t></w:r>\
        <w:del><w:r><w:delText>rouvre</w:delText></w:r></w:del><w:r><w:t>ferme.</w:t></w:r></w:p></w:body></w:document>";
    let types = types("/word/document.xml", "wordprocessingml.document");
    let parts = [
        ("docProps/app.xml", "<Properties><Pages>1</Pages></Properties>"),
        ("word/document.xml", body),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>Entête</w:t></w:r></w:p></w:hdr>"),
        ("[Content_Types].xml", types.as_str()),
        ("_rels/.rels", "<Relationships/>"),
    ];
    let mut turned = parts;
    turned.reverse();
    for parts in [parts, turned] {
        let (texts, said) = taken_in("a.docx", &package(&parts));
        assert_eq!((texts, said), (vec!["Les vannes\n\nL’écluse ferme.".to_owned()], vec![]));
    }
    let bare =
        [("docProps/app.xml", "<Properties/>"), ("word/document.xml", body), ("[Content_Types].xml", "<Types/>")];
    assert_eq!(taken_in("a.docx", &package(&bare)).0, ["Les vannes\n\nL’écluse ferme."]);
    let content = "<o:document-content xmlns:o='o' xmlns:text='t'><o:body><o:text><text:h>Les vannes</text:h><text:p>L’écluse<text:s/>\
        <text:span>ferme</text:span>.</text:p></o:text></o:body></o:document-content>";
    let open = [
        ("content.xml", content),
        ("META-INF/manifest.xml", "<m/>"),
        ("mimetype", "application/vnd.oasis.opendocument.text"),
    ];
    let (texts, said) = taken_in("a.odt", &package(&open));
    assert_eq!((texts, said), (vec!["Les vannes\n\nL’écluse ferme.".to_owned()], vec![]));
}

#[test]
fn tables_of_an_office_are_read_like_any_table() {
    let sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='inlineStr'><is><t>date</t></is></c>\
        <c r='D1' t='s'><v>2</v></c></row><row r='3'><c r='A3' t='s'><v>3</v></c><c r='C3' s='1'><v>43619</v></c><c r='D3' t='str'><v>Quai &amp; Rive</v></c>\
        </row></sheetData></worksheet>";
    let types = types("/xl/workbook.xml", "spreadsheetml.sheet");
    let parts = [
        ("xl/worksheets/sheet1.xml", sheet),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>titre</t></si><si><t>texte</t></si><si><t>source</t></si><si><r><t>Le pont</t></r><r><t>, fermé</t></r></si></sst>",
        ),
        ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet name='Revue' sheetId='1' r:id='rId1'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>",
        ),
        ("[Content_Types].xml", types.as_str()),
    ];
    let got = read(&Place::file("a.xlsx"), &package(&parts));
    let d = &got.documents[0];
    assert_eq!(
        (d.fields.title[0].value.as_str(), d.fields.source[0].value.as_str()),
        ("Le pont, fermé", "Quai & Rive")
    );
    assert_eq!(d.fields.published[0].value, "2019-06-03");
    assert_eq!(d.place.entry.as_deref(), Some("Revue#3"));
    let content = "<o:document-content xmlns:o='o' xmlns:table='t' xmlns:text='x'><o:body><table:table table:name='Un'><table:table-row>\
        <table:table-cell><text:p>titre</text:p></table:table-cell><table:table-cell><text:p>date</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
        <table:table-row><table:table-cell><text:p>Le pont</text:p></table:table-cell>\
        <table:table-cell o:value-type='date' o:date-value='2019-06-03'><text:p>03/06/19</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated='1048000'/></table:table></o:body></o:document-content>";
    let got = read(
        &Place::file("a.ods"),
        &package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)]),
    );
    let d = &got.documents[0];
    assert_eq!((d.fields.title[0].value.as_str(), d.fields.published[0].value.as_str()), ("Le pont", "2019-06-03"));
    assert_eq!(d.place.entry.as_deref(), Some("Un#1048002"));
}

#[test]
fn a_presentation_is_its_slides_in_the_order_in_which_it_shows_them() {
    let shape = |kind: &str, paragraphs: &[&str]| {
        let text: String = paragraphs.iter().map(|p| format!("<a:p><a:r><a:t>{p}</a:t></a:r></a:p>")).collect();
        format!("<p:sp><p:nvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:txBody>{text}</p:txBody></p:sp>")
    };
    let slide = |title: &str, texts: &[&str]| {
        let foot = shape("type='ftr'", &["Diffusion interne"]) + &shape("type='sldNum'", &["7"]);
        format!("<p:sld>{}{}{foot}</p:sld>", shape("type='title'", &[title]), shape("idx='1'", texts))
    };
    let first = slide(
        "Le bac passera à l'heure",
        &[
            "La Vigie du Rhu – 6 mars 2025",
            "Le bac de Brume passera toutes les heures à partir de lundi, a promis la régie du port.",
        ],
    );
    let second = slide(
        "Le quai perd ses pavés",
        &[
            "Le Fanal de Brume, 4 mars 2025, par Ninon Tallec",
            "Le quai aux Huîtres a perdu deux cents pavés dans la tempête de dimanche soir à Brume.",
        ],
    );
    let expected = [
        Article {
            title: "Le quai perd ses pavés",
            source: "Le Fanal de Brume",
            date: "2025-03-04",
            author: "Ninon Tallec",
            body: ("Le quai aux Huîtres", "soir à Brume."),
        },
        Article {
            title: "Le bac passera à l'heure",
            source: "La Vigie du Rhu",
            date: "2025-03-06",
            author: "",
            body: ("Le bac de Brume", "la régie du port."),
        },
    ];
    let types = types("/ppt/presentation.xml", "presentationml.presentation");
    let parts = [
        ("[Content_Types].xml", types.as_str()),
        (
            "ppt/presentation.xml",
            "<p:presentation xmlns:r='r'><p:sldIdLst><p:sldId id='258' r:id='rId3'/><p:sldId id='256' r:id='rId2'/></p:sldIdLst></p:presentation>",
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            "<Relationships><Relationship Id='rId2' Target='slides/slide1.xml'/><Relationship Id='rId3' Target='slides/slide2.xml'/></Relationships>",
        ),
        ("ppt/slides/slide1.xml", first.as_str()),
        ("ppt/slides/slide2.xml", second.as_str()),
    ];
    check_opened("a.pptx", read(&Place::file("a.pptx"), &package(&parts)), &expected);
    let frame = |class: &str, texts: &[&str]| {
        let text: String = texts.iter().map(|p| format!("<text:p>{p}</text:p>")).collect();
        format!("<draw:frame presentation:class='{class}'><draw:text-box>{text}</draw:text-box></draw:frame>")
    };
    let page = |title: &str, texts: &[&str]| {
        let notes = "<presentation:notes><text:p>À relire</text:p></presentation:notes>";
        let foot = frame("footer", &["Diffusion interne"]);
        format!("<draw:page>{}{}{foot}{notes}</draw:page>", frame("title", &[title]), frame("outline", texts))
    };
    let pages = page(
        "Le quai perd ses pavés",
        &[
            "Le Fanal de Brume, 4 mars 2025, par Ninon Tallec",
            "Le quai aux Huîtres a perdu deux cents pavés dans la tempête de dimanche soir à Brume.",
        ],
    ) + &page(
        "Le bac passera à l'heure",
        &[
            "La Vigie du Rhu – 6 mars 2025",
            "Le bac de Brume passera toutes les heures à partir de lundi, a promis la régie du port.",
        ],
    );
    let content = format!("<office:document-content><office:body>{pages}</office:body></office:document-content>");
    let odp =
        package(&[("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", content.as_str())]);
    check_opened("a.odp", read(&Place::file("a.odp"), &odp), &expected);
}

#[test]
fn what_a_package_holds_and_nobody_reads_is_said_in_one_sentence() {
    let types = types("/ppt/presentation.xml", "presentationml.presentation");
    let parts = [("ppt/presentation.xml", "<p/>"), ("[Content_Types].xml", types.as_str()), ("_rels/.rels", "<r/>")];
    let (texts, said) = taken_in("a.pptx", &package(&parts));
    assert!(texts.is_empty() && said.len() == 1 && said[0].contains("no text"), "{said:?}");
    let bare = [("xl/sharedStrings.xml", "<sst/>"), ("[Content_Types].xml", "<Types/>"), ("docProps/app.xml", "<p/>")];
    let (texts, said) = taken_in("a.xlsx", &package(&bare));
    assert!(texts.is_empty() && said.len() == 1 && said[0].contains("cannot be read"), "{said:?}");
    let crawl = [
        ("pages/pages.jsonl", "{\"title\": \"All Pages\"}\n"),
        ("indexes/index.cdx", "com,example)/ 2024"),
        (
            "archive/data.warc",
            "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 16\r\n\r\nLa digue a tenu.\r\n\r\n",
        ),
        ("datapackage.json", "{}"),
    ];
    let (texts, said) = taken_in("a.wacz", &package(&crawl));
    assert_eq!(texts, ["La digue a tenu."]);
    assert!(said.len() == 1 && said[0].contains("3 files of the crawl"), "{said:?}");
}

#[test]
fn packages_that_lie_break_off_or_blow_up_are_said_and_stay_within_the_limits() {
    let types = types("/word/document.xml", "wordprocessingml.document");
    let missing = [("[Content_Types].xml", types.as_str()), ("_rels/.rels", "<r/>")];
    let (texts, said) = taken_in("a.docx", &package(&missing));
    assert!(texts.is_empty() && said.len() == 1 && said[0].contains("cannot be read"), "{said:?}");
    let cut = [
        ("[Content_Types].xml", types.as_str()),
        ("word/document.xml", "<w:p><w:r><w:t>La digue tient.</w:t></w:r></w:p><w:p><w:r><w:t>Pu"),
    ];
    let got = read(&Place::file("a.docx"), &package(&cut));
    assert!(got.documents[0].text.starts_with("La digue tient."), "{:?}", got.notices);
    let bomb = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "boum ".repeat(2_000_000));
    let bomb = [("[Content_Types].xml", types.as_str()), ("word/document.xml", bomb.as_str())];
    let options = Options { container_bytes: 1 << 20, document_bytes: 1 << 20, ..Options::default() };
    let got = read_with(&Place::file("a.docx"), &package(&bomb), &options);
    assert!(got.documents.iter().all(|d| d.text.len() <= 1 << 20));
    assert!(got.notices.iter().any(|n| n.to_string().contains("larger than may be unpacked")), "{:?}", got.notices);
    let mut whole = package(&cut);
    whole.truncate(whole.len() / 2);
    assert!(read(&Place::file("a.docx"), &whole).documents.is_empty());
}

#[test]
fn a_text_that_only_looks_like_an_export_stays_one_article() {
    for text in [
        "Le comptage\n\n1 of 2 documents\n\nLe premier est perdu, dit l'archiviste.\n\n2 of 2 documents\n\nLe second aussi.\n",
        "Fin du document\n\nIl n'y en avait pas d'autre, selon le greffe.\n",
        "HD\nSN\nPD\nLP\n\nQuatre sigles que le rapport n'explique pas.\n",
    ] {
        assert_eq!(read(&Place::file("a.txt"), text.as_bytes()).documents.len(), 1, "{text}");
    }
}

#[test]
fn twenty_notices_of_a_kind_are_told_of_all_entries_of_an_archive_and_the_rest_is_counted() {
    let names: Vec<String> = (0..30).map(|n| format!("{n}.txt")).collect();
    let entries: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "\u{1}\0\0\0\u{2}\0\0\0")).collect();
    let (texts, said) = taken_in("many.zip", &package(&entries));
    assert!(texts.is_empty());
    assert_eq!(said.iter().filter(|s| s.contains(".txt")).count(), 20, "{said:?}");
    assert!(said.len() == 21 && said[20].contains("10 more"), "{said:?}");
}

#[test]
fn what_each_tool_writes_opens_as_its_articles() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/formats/tools.jsonl");
    let mut wrong = Vec::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let file = case["file"].as_str().unwrap();
        let got = read(&Place::file(file), case["content"].as_str().unwrap().as_bytes());
        let documents: Vec<Document> = got.documents.into_iter().map(clean).collect();
        let expected = case["articles"].as_array().unwrap();
        if documents.len() != expected.len() {
            wrong.push(format!("{file}: {} articles, not {}", documents.len(), expected.len()));
        }
        for (d, a) in documents.iter().zip(expected) {
            let m = &d.meta;
            let told = [said(&m.title.value), said(&m.source.value), said(&m.published.value), said(&m.author.value)];
            let right = ["title", "source", "date", "author"].map(|name| a[name].as_str().unwrap());
            let text = body(d);
            let lost = a["holds"].as_array().unwrap().iter().find(|words| !text.contains(words.as_str().unwrap()));
            if told != right || lost.is_some() {
                wrong.push(format!("{file}: {told:?}, not {right:?}; {lost:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn posts_of_a_channel_and_what_is_passed_on_in_a_chat_are_articles() {
    let channel = "Le Quai de Morvane";
    check(
        "channel-posts.txt",
        &[
            Article {
                title: "Le viaduc ferme pour dix-huit mois",
                source: channel,
                date: "2024-03-05",
                author: "",
                body: ("Le conseil de Morvane a voté", "commencent en avril."),
            },
            Article {
                title: "Volley : les Loutres en finale",
                source: channel,
                date: "2024-03-05",
                author: "",
                body: ("Les Loutres de Morvane", "menées deux fois."),
            },
        ],
    );
    check(
        "chat-passed-on.txt",
        &[Article {
            title: "Morvane : les boulangers éteignent leurs fours",
            source: channel,
            date: "2024-03-05",
            author: "Solène Garrec",
            body: ("Faute de farine", "depuis quarante ans."),
        }],
    );
}

#[test]
fn an_alert_that_was_forwarded_is_what_it_lists() {
    check(
        "alert-passed-on.eml",
        &[
            Article {
                title: "Morvane : le viaduc ferme pour dix-huit mois",
                source: "Le Quai de Morvane",
                date: "",
                author: "",
                body: ("Le conseil a voté lundi", "depuis un an ..."),
            },
            Article {
                title: "Un viaduc de moins dans la vallée",
                source: "Radio Trévignac",
                date: "",
                author: "",
                body: ("La préfète a promis", "avant l'été ..."),
            },
        ],
    );
}

#[test]
fn columns_of_print_and_lines_on_one_line_are_read_as_they_were_set() {
    check(
        "columns.txt",
        &[Article {
            title: "Le viaduc de Morvane ferme en avril",
            source: "LE QUAI DE MORVANE",
            date: "2024-03-05",
            // A name in capitals above other articles of the page is not claimed.
            author: "",
            body: ("Le conseil de Morvane a voté lundi,", "plutôt hostile."),
        }],
    );
    check(
        "strung.txt",
        &[Article {
            title: "Le viaduc de Morvane ferme pour dix-huit mois",
            source: "La Gazette de Morvane",
            date: "2024-03-05",
            author: "Solène Garrec",
            body: ("Le conseil de Morvane a voté", "promet des navettes."),
        }],
    );
}

#[test]
fn what_stands_around_an_article_in_its_record_is_none_of_its_text() {
    check(
        "factiva-apart.xml",
        &[
            Article {
                title: "Le port aura douze millions",
                source: "Le Courrier de la Rade",
                date: "2024-03-12",
                author: "Jeanne Kermadec",
                body: ("Le conseil a voté", "un chantier sans étude."),
            },
            Article {
                title: "La criée attendra",
                source: "La Vigie du Rhu",
                date: "2024-03-13",
                author: "Jeanne Kermadec",
                body: ("La criée n’ouvrira pas", "vendront à Port-Rhu."),
            },
        ],
    );
}

#[test]
fn a_table_made_of_json_and_references_in_xml_state_what_their_objects_say() {
    let article = |source| Article {
        title: "La criée attendra",
        source,
        date: "2024-03-13",
        author: "Jeanne Kermadec",
        body: ("La criée n’ouvrira pas", "à Port-Rhu."),
    };
    check("cells.csv", &[article("L'Écho du Rhu")]);
    check("endnote.xml", &[article("L'Écho du Rhu")]);
}

/// Two articles of a port, as several samples hold them.
fn of_a_port(first: &'static str, body: (&'static str, &'static str), second: &'static str) -> [Article; 2] {
    [
        Article { title: first, source: "L'Écho du Rhu", date: "2024-03-13", author: "Jeanne Kermadec", body },
        Article {
            title: second,
            source: "Le Fanal",
            date: "2024-03-14",
            author: "Anouk Morvan",
            body: ("Le phare de Rhu éclaire", "six mille euros."),
        },
    ]
}

#[test]
fn references_of_libraries_have_their_paper_in_the_host() {
    let body = ("La criée n’ouvrira pas", "à Port-Rhu.");
    check(
        "mods.xml",
        &of_a_port("La criée attendra", body, "L’ancien phare des sailors’ rest rallumé: une lampe neuve"),
    );
}

#[test]
fn a_page_of_proquest_and_a_print_of_nexis_are_their_articles() {
    let body = ("La criée de Port-Rhu n'ouvrira pas", "deux millions d'euros.");
    check("proquest.html", &of_a_port("La criée attendra l'été", body, "Le phare de Rhu rallumé"));
    let title = "La criée attendra l'été et peut-être l'automne, prévient la mairie";
    check("nexis-printed.txt", &of_a_port(title, body, "Le phare de Rhu rallumé"));
    let texts: Vec<String> = opened("nexis-printed.txt").documents.into_iter().map(|d| d.text).collect();
    assert!(texts[0].contains("a dressé une tente.") && !texts[0].contains("Page 2"), "{}", texts[0]);
}

#[test]
fn a_document_in_one_file_and_a_message_that_was_copied_are_their_texts() {
    let body = ("La criée de Port-Rhu n'ouvrira pas", "deux millions d'euros.");
    let [article, _] = of_a_port("La criée attendra l'été", body, "");
    check("flat.fodt", &[article]);
    let [article, _] = of_a_port("La criée attendra l'été", body, "");
    check("passed-on.txt", &[Article { author: "", ..article }]);
}

#[test]
fn a_list_of_a_service_that_watches_the_press_dates_its_articles_with_a_doubt() {
    let documents: Vec<Document> = opened("watched.json").documents.into_iter().map(clean).collect();
    let days: Vec<_> = documents.iter().map(|d| (said(&d.meta.published.value), d.meta.published.mark)).collect();
    let expected = ["2024-03-12", "2024-03-13"].map(|day| (day.to_owned(), Mark::Inferred));
    assert_eq!(days, expected);
}

#[test]
fn the_head_of_a_text_with_broken_lines_and_a_paper_alone_in_one_are_told() {
    let of = |title, source, end| Article {
        title,
        source,
        date: "2024-03-05",
        author: "Maud Kerjan",
        body: ("La criée d", end),
    };
    let dos = of("LA CRIÉE D'OSTRELLE CHANGE DE MAINS", "Le Phare d'Ostrelle", "un recours au tribunal.");
    check("dos-850.txt", &[dos]);
    let short = "LA CRIÉE D'OSTRELLE CHANGE DE MAINS\n\nPar Maud Kerjan\nLe Phare d'Ostrelle, 5 mars 2024\n\nLa criée d'Ostrelle a été vendue mardi à une coopérative,\n\
        a dit le maire, Tanguy Morvan.\n\nLe prix, tenu secret, serait proche de 800 000 euros. « Nous voulions que le\npoisson reste ici », explique \
        la gérante.\n\nUn second acheteur s'était présenté, qui n'exclut pas\nun recours au tribunal.\n";
    let article = of("LA CRIÉE D'OSTRELLE CHANGE DE MAINS", "Le Phare d'Ostrelle", "un recours au tribunal.");
    check_opened("short.txt", read(&Place::file("short.txt"), short.as_bytes()), &[article]);
    let head = of("La criée d’Ostrelle change de mains", "L’Écho d’Ostrelle", "n’exclut pas un recours.");
    check("mojibake-head.txt", &[head]);
}
