use super::*;
use crate::corpus::{DocId, Place};
use crate::ingest::{self, Item};
use crate::store::archives::{self, Limits};
use crate::store::files::Found;
use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn folder(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("kiosque-shelf-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

/// Puts every article of a file on a shelf; the texts in order.
fn shelve(shelf: &Shelf, path: &Path) -> Vec<String> {
    let stamp = Stamp::of(&fs::metadata(path).unwrap());
    let origin = Arc::new(Origin::File { root: 0, path: path.to_path_buf(), stamp });
    let mut texts = Vec::new();
    let _ = archives::file(path, &Limits::default(), &|| false, &mut |found| {
        let Found::File { place, reader, file } = found else { return ControlFlow::Continue(()) };
        ingest::stream(&place, reader, &ingest::Options::default(), &mut |item| {
            if let Item::Document(raw) = item {
                let key = crate::corpus::DocKey::of_text(&raw.text);
                let extent = raw.extent.filter(|_| file.is_some());
                let (origin, packed) = (origin.clone(), file.is_none());
                shelf.push(Spot { origin, place: raw.place, packed, extent, key, held: None }, None);
                texts.push(raw.text);
            }
            ControlFlow::Continue(())
        })
    });
    texts
}

fn read_back(shelf: &Shelf, ids: &[DocId]) -> Vec<String> {
    let mut texts = Vec::new();
    let work = |_, text: Result<Text, crate::notice::Notice>| match text {
        Ok(Text::Raw(raw)) => raw.text,
        Ok(Text::Held(d)) => d.text.to_string(),
        Err(notice) => notice.to_string(),
    };
    let _ = shelf.each(ids, &|| false, &work, &mut |some| {
        texts.extend(some);
        ControlFlow::Continue(())
    });
    texts
}

fn records(n: usize) -> String {
    let record = |i: usize| format!("{{\"title\": \"Titre {i}\", \"text\": \"Le texte numéro {i}, é.\"}}");
    let mut lines: Vec<String> = (0..n).map(record).collect();
    lines.insert(1, String::new());
    lines.insert(2, "no JSON".to_owned());
    lines.join("\r\n") + "\r\n"
}

#[test]
fn articles_of_every_kind_of_file_are_read_again_as_they_were() {
    let dir = folder("kinds");
    fs::write(dir.join("a.txt"), "Un texte seul.\n\nEt sa suite.\n").unwrap();
    fs::write(dir.join("b.jsonl"), format!("\u{feff}{}", records(600))).unwrap();
    fs::write(dir.join("c.csv"), "title,text\nUn,Le premier texte.\nDeux,\"Le second,\nsur deux lignes.\"\n").unwrap();
    let mut gz =
        flate2::write::GzEncoder::new(fs::File::create(dir.join("d.jsonl.gz")).unwrap(), flate2::Compression::fast());
    gz.write_all(records(5).as_bytes()).unwrap();
    gz.finish().unwrap();
    let mut gz =
        flate2::write::GzEncoder::new(fs::File::create(dir.join("e.txt.gz")).unwrap(), flate2::Compression::fast());
    gz.write_all(b"Un texte empaquete.\n").unwrap();
    gz.finish().unwrap();
    let mut tar = tar::Builder::new(fs::File::create(dir.join("f.tar")).unwrap());
    for (name, text) in [("x/1.txt", "Un."), ("x/2.jsonl", &*records(3)), ("y#z.txt", "Deux.")] {
        let mut header = tar::Header::new_ustar();
        header.set_size(text.len() as u64);
        tar.append_data(&mut header, name, text.as_bytes()).unwrap();
    }
    tar.finish().unwrap();
    let shelf = Shelf::default();
    let mut texts = Vec::new();
    for name in ["a.txt", "b.jsonl", "c.csv", "d.jsonl.gz", "e.txt.gz", "f.tar"] {
        texts.extend(shelve(&shelf, &dir.join(name)));
    }
    assert_eq!(texts.len(), 1 + 600 + 2 + 5 + 1 + 5);
    let ids: Vec<DocId> = (0..texts.len() as u32).map(DocId).collect();
    let mut back = read_back(&shelf, &ids);
    back.sort();
    let mut all = texts.clone();
    all.sort();
    assert_eq!(back, all);
    for (i, text) in texts.iter().enumerate() {
        let one = shelf.open(DocId(i as u32)).unwrap_or_else(|n| panic!("{i}: {n}"));
        assert_eq!(one.key(), crate::corpus::DocKey::of_text(text));
    }
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn what_was_written_over_or_removed_is_said_and_never_shown() {
    let dir = folder("changed");
    let (a, b) = (dir.join("a.txt"), dir.join("b.jsonl"));
    fs::write(&a, "Un texte seul.\n").unwrap();
    fs::write(&b, records(3)).unwrap();
    let shelf = Shelf::default();
    shelve(&shelf, &a);
    shelve(&shelf, &b);
    fs::write(&b, records(3).replace("Titre 1", "Titre I")).unwrap();
    assert!(shelf.open(DocId(2)).unwrap_err().sentence.contains("changed on disk"));
    assert!(shelf.open(DocId(1)).is_ok() && shelf.open(DocId(3)).is_ok());
    fs::remove_file(&a).unwrap();
    assert!(shelf.open(DocId(0)).unwrap_err().sentence.contains("cannot be read any more"));
    assert!(shelf.open(DocId(99)).is_err());
    assert!(read_back(&shelf, &[DocId(0), DocId(1)])[0].contains("cannot be read"));
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn one_instance_writes_at_home_and_what_it_wrote_opens_again() {
    let dir = folder("home");
    let home = Home::of(&dir, std::slice::from_ref(&dir), "");
    let first = home.open();
    assert!(first.lock.is_some() && first.index.is_none());
    let second = home.open();
    assert!(second.lock.is_none() && second.index.is_none() && second.findings.end().is_none());
    let slots = first.findings.append(&[b"one".to_vec()]);
    let head = index::Head { generation: first.generation, findings: 3, ..index::Head::default() };
    home.save(&Index { head, ..Index::default() }).unwrap();
    drop(first);
    let again = home.open();
    assert_eq!(again.findings.read(slots[0]).as_deref(), Some(&b"one"[..]));
    assert_eq!(again.findings.end(), Some(3));
    assert!(Home::of(&dir, std::slice::from_ref(&dir), "other settings").open().index.is_none());
    assert_eq!(home::size(&dir).0, 1);
    assert_eq!(home::clear(&dir).unwrap(), (0, 1), "it is in use");
    drop((again, second));
    assert_eq!(home::clear(&dir).unwrap(), (1, 0));
    assert_eq!(home::size(&dir), (0, 0));
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_place_names_what_it_stands_in() {
    let shelf = Shelf::default();
    assert!(shelf.is_empty() && shelf.home().is_none());
    let place = Place::file("a").at("b").at(3);
    assert_eq!(place.to_string(), "a#b#3");
}
