use super::*;
use crate::ingest::{Ingested, read as ingest};
use std::io::Write;

/// Where the letters of the documents below begin.
const LETTERS: usize = 1024;

/// A piece as it is written: its bytes, and whether a character is one.
enum Written<'a> {
    Narrow(&'a [u8]),
    Wide(&'a str),
}

/// A document of these pieces; the properties are of the first so many bytes.
fn streams(pieces: &[Written<'_>], look: Option<(usize, &[u8])>) -> (Vec<u8>, Vec<u8>) {
    let mut document = vec![0; LETTERS];
    let (mut places, mut ends, mut chars) = (Vec::new(), vec![0_u32], 0);
    for piece in pieces {
        let (bytes, count, narrow) = match piece {
            Written::Narrow(b) => (b.to_vec(), b.len(), true),
            Written::Wide(s) => {
                (s.encode_utf16().flat_map(u16::to_le_bytes).collect(), s.encode_utf16().count(), false)
            }
        };
        let at = document.len() as u32;
        places.push(if narrow { (at * 2) | NARROW } else { at });
        document.extend(bytes);
        chars += count as u32;
        ends.push(chars);
    }
    let mut table = vec![2];
    table.extend((4 * ends.len() as u32 + 8 * places.len() as u32).to_le_bytes());
    ends.iter().for_each(|e| table.extend(e.to_le_bytes()));
    for place in places {
        table.extend([0, 0]);
        table.extend(place.to_le_bytes());
        table.extend([0, 0]);
    }
    let mut put = |at: usize, value: u32| document[at..at + 4].copy_from_slice(&value.to_le_bytes());
    put(0, u32::from(IDENT) | u32::from(WORD_97) << 16);
    put(LENGTH, chars);
    put(PIECES, 0);
    put(PIECES + 4, table.len() as u32);
    if let Some((bytes, properties)) = look {
        // One page of one run, behind the header.
        let (start, end) = (LETTERS as u32, (LETTERS + bytes) as u32);
        put(PAGE, start);
        put(PAGE + 4, end);
        document[PAGE + 8] = 100;
        document[PAGE + 200] = properties.len() as u8;
        document[PAGE + 201..PAGE + 201 + properties.len()].copy_from_slice(properties);
        document[2 * PAGE - 1] = 1;
        let mut put = |at: usize, value: u32| document[at..at + 4].copy_from_slice(&value.to_le_bytes());
        put(CHARACTER_RUNS, table.len() as u32);
        put(CHARACTER_RUNS + 4, 12);
        [start, end, 1].iter().for_each(|v| table.extend(v.to_le_bytes()));
    }
    (document, table)
}

fn file(document: &[u8], table: &[u8]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in [(DOCUMENT, document), ("0Table", table)] {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.into_inner().into_inner()
}

fn opened(pieces: &[Written<'_>]) -> Ingested {
    let (document, table) = streams(pieces, None);
    ingest(&Place::file("a.doc"), &file(&document, &table))
}

#[test]
fn pieces_of_one_and_of_two_bytes_are_one_text_in_their_order() {
    let got =
        opened(&[Written::Narrow(b"L\x92\xe9cluse \x80\r"), Written::Wide("Łódź 😀\r"), Written::Narrow(b"Fin\r")]);
    assert_eq!(got.notices, []);
    assert_eq!(got.documents[0].text, "L’écluse €\n\nŁódź 😀\n\nFin");
}

#[test]
fn of_a_field_its_result_is_read_and_signs_without_letters_are_not() {
    let text = b"Lire \x13 HYPERLINK \x13 NEST \x14x\x15 \x14la suite\x15 ici\x02.\rUn\x1fe non\x1edite\x0bligne\rAvant \x13 PAGE\rapr\xe8s\r";
    let got = opened(&[Written::Narrow(text)]);
    assert_eq!(got.documents[0].text, "Lire la suite ici.\n\nUne non\u{2011}dite\n\nligne\n\nAvant\n\naprès");
}

#[test]
fn cells_are_paragraphs_and_a_short_label_stands_before_what_it_names() {
    let got = opened(&[Written::Narrow(b"HD\x07Le bac reprend\x07\x07Une cellule longue\x07Une autre\x07\x07Fin\r")]);
    assert_eq!(got.documents[0].text, "HD\tLe bac reprend\n\nUne cellule longue\n\nUne autre\n\nFin");
}

#[test]
fn hidden_and_deleted_letters_are_not_read_and_bold_paragraphs_are_strong() {
    let pieces = [Written::Narrow(b"Titre\rCorps\r")];
    let read = |properties: &[u8]| {
        let (document, table) = streams(&pieces, Some((5, properties)));
        let text = paragraphs(&file(&document, &table), usize::MAX).ok().unwrap();
        text.lines.into_iter().filter(|l| !l.text.is_empty()).map(|l| (l.text, l.strong)).collect::<Vec<_>>()
    };
    let corps = ("Corps".to_owned(), false);
    assert_eq!(read(&[0x35, 0x08, 1]), [("Titre".to_owned(), true), corps.clone()]);
    assert_eq!(read(&[0x43, 0x4a, 24, 0, 0x35, 0x08, 0]), [("Titre".to_owned(), false), corps.clone()]);
    assert_eq!(read(&[0x3c, 0x08, 1]), std::slice::from_ref(&corps));
    assert_eq!(read(&[0x00, 0x08, 1]), [corps]);
}

#[test]
fn notes_and_headers_behind_the_text_are_none_of_it() {
    let (mut document, table) = streams(&[Written::Narrow(b"Texte\rEn-t\xeate\r")], None);
    document[LENGTH] = 6;
    let got = ingest(&Place::file("a.doc"), &file(&document, &table));
    assert_eq!(got.documents[0].text, "Texte");
}

#[test]
fn locked_and_older_documents_are_named_with_a_way_out() {
    let (document, table) = streams(&[Written::Narrow(b"Texte\r")], None);
    let said = |at: usize, value: u8| {
        let mut document = document.clone();
        document[at] = value;
        let got = ingest(&Place::file("a.doc"), &file(&document, &table));
        assert!(got.documents.is_empty() && got.notices[0].hint.is_some(), "{:?}", got.notices);
        got.notices[0].to_string()
    };
    assert!(said(FLAGS + 1, 1).contains("password"));
    assert!(said(0, 0xdc).contains("Word 95"));
    assert!(said(2, 0x65).contains("Word 95"));
}

#[test]
fn counts_that_lie_ask_for_no_more_than_the_file_has() {
    let (document, table) = streams(&[Written::Narrow(b"Texte\r")], None);
    let lying = |at: usize, value: u32| {
        let mut document = document.clone();
        document[at..at + 4].copy_from_slice(&value.to_le_bytes());
        ingest(&Place::file("a.doc"), &file(&document, &table))
    };
    assert_eq!(lying(LENGTH, u32::MAX).documents[0].text, "Texte");
    assert_eq!(lying(PIECES + 4, u32::MAX).documents[0].text, "Texte");
    assert!(lying(PIECES, u32::MAX).documents.is_empty());
    // Pieces of all that a number can say, each the whole text.
    let mut table = vec![2, 0xff, 0xff, 0xff, 0xff];
    (0..3_u32).for_each(|i| table.extend((i * 0x7fff_ffff).to_le_bytes()));
    for _ in 0..2 {
        table.extend([0, 0]);
        table.extend(((LETTERS as u32 * 2) | NARROW).to_le_bytes());
        table.extend([0, 0]);
    }
    let mut many = document.clone();
    many[PIECES + 4..PIECES + 8].copy_from_slice(&(table.len() as u32).to_le_bytes());
    many[LENGTH..LENGTH + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    let got = ingest(&Place::file("a.doc"), &file(&many, &table));
    assert!(got.documents[0].text.starts_with("Texte") && got.documents[0].text.len() <= many.len());
    assert!(got.notices.iter().any(|n| n.to_string().contains("breaks off")), "{:?}", got.notices);
}

#[test]
fn a_list_of_sectors_that_names_one_again_and_again_ends_the_reading() {
    let mut bytes = vec![7; 600 * 512];
    bytes[..8].copy_from_slice(sniff::OLD_OFFICE);
    // Version 3, sectors of 512 bytes, a list of lists of sectors from the first one on.
    for (at, value) in [(24, 0x3e), (26, 3), (28, 0xfffe), (30, 9), (32, 6)] {
        bytes[at..at + 2].copy_from_slice(&(value as u16).to_le_bytes());
    }
    bytes[34..76].fill(0);
    bytes[56..60].copy_from_slice(&4096_u32.to_le_bytes());
    bytes[68..72].copy_from_slice(&0_u32.to_le_bytes());
    bytes[76..512].chunks_exact_mut(4).for_each(|entry| entry.copy_from_slice(&550_u32.to_le_bytes()));
    for sector in 0..500_usize {
        let at = (sector + 1) * 512;
        for entry in 0..127 {
            bytes[at + 4 * entry..at + 4 * entry + 4].copy_from_slice(&550_u32.to_le_bytes());
        }
        bytes[at + 508..at + 512]
            .copy_from_slice(&(if sector < 499 { sector as u32 + 1 } else { 0xffff_fffe }).to_le_bytes());
    }
    let mut file = Rationed::new(&bytes);
    assert!(CompoundFile::open(&mut file).is_err());
    assert!(file.left < 512, "the library asked for no more than it had");
    let got = ingest(&Place::file("a.doc"), &bytes);
    assert!(got.documents.is_empty() && got.notices[0].hint.is_some(), "{:?}", got.notices);
}

#[test]
fn a_document_cut_or_changed_anywhere_is_read_or_refused_with_a_sentence() {
    let (document, table) =
        streams(&[Written::Narrow(b"Le bac reprend.\r"), Written::Wide("Łódź\r")], Some((6, &[0x35, 8, 1])));
    let whole = file(&document, &table);
    let check = |bytes: &[u8]| {
        let got = ingest(&Place::file("a.doc"), bytes);
        assert!(!got.documents.is_empty() || !got.notices.is_empty());
    };
    (8..whole.len()).step_by(97).for_each(|end| check(&whole[..end]));
    for at in (8..whole.len()).step_by(13) {
        let mut changed = whole.clone();
        changed[at] ^= 0xff;
        check(&changed);
    }
}
