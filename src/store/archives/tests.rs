//! Archives that attack a reader, and honest ones.

use super::*;
use std::io::Write;

fn open(bytes: &[u8], limits: &Limits) -> (Vec<(String, String)>, Vec<String>) {
    let (mut found, mut said) = (Vec::new(), Vec::new());
    let mut sink = |f: WalkItem<'_>| {
        match f {
            WalkItem::File { place, reader, .. } => {
                let mut b = Vec::new();
                match reader.read_to_end(&mut b) {
                    Ok(_) => found.push((place.to_string(), String::from_utf8_lossy(&b).into_owned())),
                    Err(e) => said.push(e.to_string()),
                }
            }
            WalkItem::Problem(n) => said.push(n.to_string()),
        }
        ControlFlow::Continue(())
    };
    let mut reader = bytes;
    let _ = Unpacker::new(limits, &|| false, &mut sink, None).all(Place::file("x"), &mut reader, None);
    (found, said)
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut e = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    e.write_all(bytes).unwrap();
    e.finish().unwrap()
}

fn tarred(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, data) in entries {
        let mut header = tar::Header::new_ustar();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(data.len() as u64);
        header.set_entry_type(tar::EntryType::Regular);
        header.set_cksum();
        tar.append(&header, *data).unwrap();
    }
    tar.into_inner().unwrap()
}

#[test]
fn entries_keep_their_names_and_those_that_lead_out_are_refused() {
    let bytes = gz(&tarred(&[("../../a.txt", b"un"), (".hidden", b"no"), ("d/b\x1b.txt", b"deux")]));
    let (found, said) = open(&bytes, &Limits::default());
    assert_eq!(found, [("x#d/b␛.txt".into(), "deux".into())]);
    assert!(said[0].contains("leads out") && said[1].contains("1 hidden"), "{said:?}");
}

#[test]
fn a_bomb_is_refused_with_a_sentence() {
    let limits = Limits { free: 1 << 20, ..Limits::default() };
    let (found, said) = open(&gz(&vec![0; 8 << 20]), &limits);
    assert!(found.is_empty());
    assert!(said[0].contains("limit"), "{said:?}");
}

#[test]
fn archives_inside_archives_end_at_the_limit() {
    let mut bytes = b"fin".to_vec();
    for _ in 0..6 {
        bytes = gz(&bytes);
    }
    let (found, said) = open(&bytes, &Limits::default());
    assert!(found.is_empty() && said[0].contains("limit"), "{said:?}");
}

#[test]
fn entries_that_share_their_bytes_are_read_once_and_the_rest_is_counted() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("a.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"un").unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    // The record of the entry in the directory, three times.
    let start = bytes.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    let end = bytes.windows(4).position(|w| w == b"PK\x05\x06").unwrap();
    let mut record = bytes[start..end].to_vec();
    let mut many = bytes[..end].to_vec();
    for name in [b'b', b'c'] {
        let at = record.windows(5).position(|w| w.ends_with(b".txt")).unwrap();
        record[at] = name;
        many.extend_from_slice(&record);
    }
    let mut last = bytes[end..].to_vec();
    last[8..12].copy_from_slice(&[3, 0, 3, 0]);
    last[12..16].copy_from_slice(&u32::try_from(3 * (end - start)).unwrap().to_le_bytes());
    many.extend(last);
    let (found, said) = open(&many, &Limits::default());
    assert_eq!(found, [("x#a.txt".into(), "un".into())]);
    assert!(said.len() == 1 && said[0].contains("2 entries"), "{said:?}");
}

#[test]
fn twenty_notices_of_a_kind_are_told_and_the_rest_is_counted_over_all_archives_inside() {
    let up: Vec<String> = (0..15).map(|n| format!("../{n}.txt")).collect();
    let inner = tarred(&up.iter().map(|n| (n.as_str(), &b"x"[..])).collect::<Vec<_>>());
    let (_, said) = open(&tarred(&[("a.tar", &inner), ("b.tar", &inner)]), &Limits::default());
    assert_eq!(said.iter().filter(|s| s.contains("leads out")).count(), 20);
    assert!(said.len() == 21 && said[20].contains("10 more"), "{said:?}");
}

#[test]
fn entries_are_counted_over_all_archives_inside() {
    let inner = tarred(&[("a.txt", b"un"), ("b.txt", b"deux")]);
    let limits = Limits { entries: 4, ..Limits::default() };
    let (found, said) = open(&tarred(&[("a.tar", &inner), ("b.tar", &inner)]), &limits);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(said.iter().any(|s| s.contains("more than 4 entries")), "{said:?}");
}
