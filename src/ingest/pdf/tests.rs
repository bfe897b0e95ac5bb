use crate::corpus::{Place, SourceFormat};
use crate::ingest::{Ingested, Options, read, read_with};

/// A PDF of pages with these drawings, in one font.
fn pdf(pages: &[String]) -> Vec<u8> {
    pdf_with(pages, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", "")
}

/// The same with a font of that dictionary and a fifth object.
fn pdf_with(pages: &[String], font: &str, fifth: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 10 + 2 * i)).collect();
    let mut objects = vec![
        (1, "<< /Type /Catalog /Pages 2 0 R >>".to_owned()),
        (2, format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" "))),
        (3, font.to_owned()),
    ];
    for (i, page) in pages.iter().enumerate() {
        let n = 10 + 2 * i;
        objects.push((n, format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> /XObject << /X 4 0 R >> >> /Contents {} 0 R >>", n + 1)));
        objects.push((n + 1, format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len())));
    }
    // A form that draws itself.
    objects.push((4, "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream".to_owned()));
    objects.extend((!fifth.is_empty()).then(|| (5, fifth.to_owned())));
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (n, body) in &objects {
        places.push((*n, out.len()));
        out.extend_from_slice(format!("{n} 0 obj\n{body}\nendobj\n").as_bytes());
    }
    let at = out.len();
    out.extend_from_slice(b"xref\n0 1\n0000000000 65535 f \n");
    for (n, place) in &places {
        out.extend_from_slice(format!("{n} 1\n{place:010} 00000 n \n").as_bytes());
    }
    let last = places.iter().map(|p| p.0).max().unwrap_or(0) + 1;
    out.extend_from_slice(format!("trailer\n<< /Size {last} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n").as_bytes());
    out
}

fn lines(x: i32, from: i32, lines: &[&str]) -> String {
    let draw = |(i, l): (usize, &&str)| format!("BT /F1 10 Tf {x} {} Td ({l}) Tj ET\n", from - 12 * i as i32);
    lines.iter().enumerate().map(draw).collect()
}

fn text(got: &Ingested) -> Vec<&str> {
    got.documents.iter().flat_map(|d| d.text.split("\n\n")).collect()
}

#[test]
fn lines_are_joined_to_paragraphs_and_broken_words_healed() {
    let page = lines(
        50,
        700,
        &["La digue de Sarvenne a tenu toute la nuit malgr\\351 la cr\\374e, assure l'ing\\351-", "nieur du canton."],
    ) + &lines(50, 660, &["Une seconde crue est attendue jeudi."]);
    let got = read(&Place::file("a.pdf"), &pdf(&[page]));
    assert_eq!(got.notices, []);
    assert_eq!(
        text(&got),
        [
            "La digue de Sarvenne a tenu toute la nuit malgré la crüe, assure l'ingénieur du canton.",
            "Une seconde crue est attendue jeudi."
        ]
    );
    assert_eq!(got.documents[0].format, SourceFormat::Pdf);
}

#[test]
fn columns_are_read_one_after_the_other_below_what_stands_across_them() {
    let left = [
        "Le premier rang est a gauche",
        "et il descend jusqu'en bas",
        "sans jamais passer a droite",
        "car la colonne est haute.",
    ];
    let right =
        ["Le second rang vient apres", "quand la gauche est finie", "et il descend lui aussi", "pour finir la page."];
    let mut page = lines(50, 740, &["Un titre qui court au-dessus des deux colonnes de la page et au-dela encore"]);
    for i in 0..4 {
        let y = 700 - 12 * i as i32;
        page += &lines(50, y, &left[i..=i]);
        page += &lines(320, y, &right[i..=i]);
    }
    let got = read(&Place::file("a.pdf"), &pdf(&[page]));
    let all = text(&got).join(" ");
    assert!(all.find("colonne est haute").unwrap() < all.find("Le second rang").unwrap(), "{all}");
    assert!(all.starts_with("Un titre"), "{all}");
}

#[test]
fn what_returns_on_every_page_is_left_out_and_said() {
    let said = ["La digue tient.", "La crue monte encore.", "Le canton attend."];
    let page = |i: usize| {
        lines(50, 780, &["Le Quai de Sarvenne"])
            + &lines(50, 600, &said[i..=i])
            + &lines(300, 20, &[&(i + 1).to_string()])
    };
    let got = read(&Place::file("a.pdf"), &pdf(&[page(0), page(1), page(2)]));
    assert_eq!(text(&got), said);
    assert!(got.notices[0].to_string().contains("6 lines"), "{:?}", got.notices);
    let got = read(&Place::file("a.pdf"), &pdf(&[page(0), page(1)]));
    assert_eq!(text(&got), said[..2]);
}

#[test]
fn a_pdf_without_a_text_layer_says_so_and_what_to_do() {
    let got = read(&Place::file("a.pdf"), &pdf(&["0 0 100 100 re f".to_owned()]));
    assert!(got.documents.is_empty());
    assert_eq!(got.notices.len(), 1);
    assert!(got.notices[0].to_string().contains("no text layer") && got.notices[0].hint.is_some(), "{:?}", got.notices);
}

#[test]
fn a_drawing_that_draws_itself_ends() {
    let got = read(&Place::file("a.pdf"), &pdf(&[format!("/X Do\n{}", lines(50, 700, &["La digue tient."]))]));
    assert_eq!(text(&got), ["La digue tient."]);
}

#[test]
fn what_breaks_off_or_lies_is_said_and_never_a_panic() {
    let whole = pdf(&[lines(50, 700, &["La digue tient."])]);
    for end in (9..whole.len()).step_by(37) {
        let got = read(&Place::file("a.pdf"), &whole[..end]);
        assert!(got.documents.len() + got.notices.len() >= 1, "{end}");
    }
    for at in (9..whole.len()).step_by(11) {
        let mut lying = whole.clone();
        lying[at] = b'9';
        let got = read(&Place::file("a.pdf"), &lying);
        assert!(got.documents.len() + got.notices.len() >= 1, "{at}");
    }
}

#[test]
fn a_text_longer_than_a_document_may_be_is_cut_and_said() {
    let page = lines(50, 700, &["La digue tient toujours bon."; 50]);
    let options = Options { document_bytes: 500, ..Options::default() };
    let got = read_with(&Place::file("a.pdf"), &pdf(&vec![page; 20]), &options);
    assert!(got.documents[0].text.len() <= 600);
    assert!(got.notices.iter().any(|n| n.to_string().contains("larger than may be")), "{:?}", got.notices);
}

/// The table of a font with those lines.
fn table(lines: &str) -> String {
    let table = format!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n{lines}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    );
    format!("<< /Length {} >>\nstream\n{table}endstream", table.len())
}

#[test]
fn a_table_of_a_font_is_read_and_one_with_all_codes_there_are_is_not() {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>";
    let page = lines(50, 700, &["Cb ejgue."]);
    let small = table("1 beginbfrange\n<61> <7A> <0041>\nendbfrange");
    assert_eq!(
        text(&read(&Place::file("a.pdf"), &pdf_with(std::slice::from_ref(&page), font, &small)))[0].chars().nth(1),
        Some('B')
    );
    let huge = table("1 beginbfrange\n<00000000> <FFFFFFFF> <0041>\nendbfrange");
    for font in [font, &font.replace("WinAnsiEncoding", "Identity-H"), &font.replace("/Encoding /WinAnsiEncoding", "")]
    {
        let got = read(&Place::file("a.pdf"), &pdf_with(std::slice::from_ref(&page), font, &huge));
        assert_eq!(got.documents.len() + got.notices.len(), 1, "{font}");
        let read_by_names = font.contains("WinAnsi").then_some("Cb ejgue.");
        assert_eq!(text(&got).first().copied(), read_by_names, "{font}");
    }
}

#[test]
fn more_pieces_than_a_page_may_have_are_cut_and_said() {
    let page = format!("BT /F1 10 Tf 50 700 Td [{}] TJ ET", "(a) ".repeat(60_000));
    let got = read(&Place::file("a.pdf"), &pdf(&[page]));
    assert_eq!(got.documents[0].text.matches('a').count(), 50_000);
    assert!(got.notices.iter().any(|n| n.to_string().contains("larger than may be")), "{:?}", got.notices);
}

#[test]
fn a_figure_at_the_foot_of_pages_is_text_where_a_number_of_a_page_is_not() {
    let figures = ["2 481", "3 190", "1 027"];
    let page = |i: usize| {
        lines(50, 600, &["La crue monte."])
            + &lines(50, 300, &figures[i..=i])
            + &lines(300, 20, &[&(i + 1).to_string()])
    };
    let got = read(&Place::file("a.pdf"), &pdf(&[page(0), page(1), page(2)]));
    let all = text(&got).join(" ");
    assert!(figures.iter().all(|f| all.contains(f)), "{all}");
    assert!(!all.ends_with('3'), "{all}");
}

#[test]
fn objects_packed_together_are_counted_in_any_spelling_of_their_name() {
    assert_eq!(super::packed_objects(b"<</Type /ObjStm>> <</Type/#4fbj#53tm>> /ObjSt /Obj#"), 2);
}
