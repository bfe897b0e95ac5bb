use super::*;
use crate::corpus::{Card, DocId, Place, Standing};
use crate::ingest::{self, Item};
use crate::store::archives::{self, Limits};
use crate::store::files::{self, WalkItem};
use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn folder(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("kiosque-store-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

/// Puts every article of a file into a store; the texts in order.
fn take_in(store: &DocumentStore, path: &Path) -> Vec<String> {
    let stamp = Stamp::of(&fs::metadata(path).unwrap());
    let origin = Arc::new(Origin::File { root: 0, path: path.to_path_buf(), stamp });
    let mut texts = Vec::new();
    let _ = archives::file(path, &Limits::default(), &|| false, &mut |found| {
        let WalkItem::File { place, reader, file, .. } = found else { return ControlFlow::Continue(()) };
        ingest::stream(&place, reader, &ingest::Options::default(), &mut |item| {
            if let Item::Document(raw) = item {
                let key = crate::corpus::DocKey::of_text(&raw.text);
                let extent = raw.extent.filter(|_| file.is_some());
                let (origin, packed) = (origin.clone(), file.is_none());
                store.push(Location { origin, place: raw.place, packed, extent, key, held: None }, "source".into());
                texts.push(raw.text);
            }
            ControlFlow::Continue(())
        })
    });
    texts
}

fn read_back(store: &DocumentStore, ids: &[DocId]) -> Vec<String> {
    let mut texts = Vec::new();
    let work = |_, text: Result<Text, crate::notice::Notice>| match text {
        Ok(Text::Raw(raw)) => raw.text,
        Ok(Text::Held(d)) => d.text.to_string(),
        Err(notice) => notice.to_string(),
    };
    let _ = store.each(ids, &|| false, &work, &mut |some| {
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
    let store = DocumentStore::default();
    let mut texts = Vec::new();
    for name in ["a.txt", "b.jsonl", "c.csv", "d.jsonl.gz", "e.txt.gz", "f.tar"] {
        texts.extend(take_in(&store, &dir.join(name)));
    }
    assert_eq!(texts.len(), 1 + 600 + 2 + 5 + 1 + 5);
    let ids: Vec<DocId> = (0..texts.len() as u32).map(DocId).collect();
    let mut back = read_back(&store, &ids);
    back.sort();
    let mut all = texts.clone();
    all.sort();
    assert_eq!(back, all);
    for (i, text) in texts.iter().enumerate() {
        let one = store.open(DocId(i as u32)).unwrap_or_else(|n| panic!("{i}: {n}"));
        assert_eq!(one.key(), crate::corpus::DocKey::of_text(text));
    }
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn what_was_passed_in_a_compressed_file_is_read_no_second_time_and_never_after_the_file_changed() {
    let dir = folder("passed");
    let path = dir.join("a.jsonl.gz");
    let write = |n: usize| {
        let mut gz = flate2::write::GzEncoder::new(fs::File::create(&path).unwrap(), flate2::Compression::fast());
        gz.write_all(records(n).as_bytes()).unwrap();
        gz.finish().unwrap();
    };
    write(5);
    let store = DocumentStore::default();
    let texts = take_in(&store, &path);
    let passed = |n: u32| store.location(DocId(n)).and_then(|l| store.passed(&l)).map(|raw| raw.text);
    assert_eq!(passed(1), None);
    store.open(DocId(3)).unwrap();
    let held: Vec<bool> = (0..5).map(|n| passed(n) == Some(texts[n as usize].clone())).collect();
    assert_eq!(held, [true; 5], "a small file is read to its end");
    write(2);
    assert_eq!(passed(1), None);
    assert!(store.open(DocId(3)).is_err());
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn what_was_written_over_or_removed_is_said_and_never_shown() {
    let dir = folder("changed");
    let (a, b) = (dir.join("a.txt"), dir.join("b.jsonl"));
    fs::write(&a, "Un texte seul.\n").unwrap();
    fs::write(&b, records(3)).unwrap();
    let store = DocumentStore::default();
    take_in(&store, &a);
    take_in(&store, &b);
    fs::write(&b, records(3).replace("Titre 1", "Titre I")).unwrap();
    assert!(store.open(DocId(2)).unwrap_err().to_string().contains("changed on disk"));
    assert!(store.open(DocId(1)).is_ok() && store.open(DocId(3)).is_ok());
    fs::remove_file(&a).unwrap();
    assert!(store.open(DocId(0)).unwrap_err().to_string().contains("cannot be read any more"));
    assert!(store.open(DocId(99)).is_err());
    assert!(read_back(&store, &[DocId(0), DocId(1)])[0].contains("cannot be read"));
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn one_instance_writes_at_home_and_what_it_wrote_opens_again() {
    let dir = folder("catalogue");
    let catalogue_dir = CatalogueDir::of(&dir, std::slice::from_ref(&dir), "");
    let first = catalogue_dir.open();
    assert!(first.lock.is_some() && first.table.is_none());
    let second = catalogue_dir.open();
    assert!(second.lock.is_none() && second.table.is_none() && second.findings.end().is_none());
    let slots = first.findings.append([&b"one"[..]]);
    let head = format::Head { generation: first.generation, findings: 3, ..format::Head::default() };
    assert!(catalogue_dir.save(Builder::new(head)).unwrap().is_some_and(|t| t.is_empty()));
    drop(first);
    let again = catalogue_dir.open();
    assert_eq!(again.findings.read(slots[0]).as_deref(), Some(&b"one"[..]));
    assert_eq!(again.findings.end(), Some(3));
    assert!(CatalogueDir::of(&dir, std::slice::from_ref(&dir), "other settings").open().table.is_none());
    assert_eq!(dir::size(&dir).0, 1);
    assert_eq!(dir::clear(&dir).unwrap(), (0, 1), "it is in use");
    drop((again, second));
    assert_eq!(dir::clear(&dir).unwrap(), (1, 0));
    assert_eq!(dir::size(&dir), (0, 0));
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_place_names_what_it_stands_in() {
    let store = DocumentStore::default();
    assert!(store.is_empty() && store.writable_dir().is_none());
    let place = Place::file("a").at("b").at(3);
    assert_eq!(place.to_string(), "a#b#3");
}

/// A document of its own text, with a card.
fn document(text: &str) -> Arc<crate::corpus::Document> {
    let raw = ingest::RawDocument { place: Place::file("a.txt"), text: text.to_owned(), ..Default::default() };
    Arc::new(crate::clean::clean(raw))
}

fn card(n: usize) -> Card {
    let title = format!("Le titre numéro {n}, é");
    Card {
        title,
        source: (!n.is_multiple_of(3)).then(|| format!("Journal {}", n % 3)),
        standing: Standing::default(),
        words: 10 * n,
        ..Card::of(&document("Un texte."))
    }
}

/// A store of two files of three articles each, with their cards.
fn filled(dir: &Path) -> (DocumentStore, CardIndex) {
    let store = DocumentStore::default().on(vec![dir.to_path_buf()]);
    let mut cards = CardIndex::default();
    for n in 0..6 {
        let path = dir.join(if n < 3 { "a.jsonl" } else { "b.jsonl" });
        let stamp = Stamp { size: 9, modified: 4 };
        let origin = Arc::new(Origin::File { root: 0, path: path.clone(), stamp });
        let place = Place::file(files::display(&path)).at(n % 3 + 1);
        // The fourth text is the first again.
        let key = crate::corpus::DocKey::of_text(&(n % 4).to_string());
        let extent = Some(crate::ingest::Extent { start: 10 * n as u64, len: 9 });
        let id = store.push(
            Location { origin, place: place.clone(), packed: n == 5, extent, key, held: None },
            "le source".into(),
        );
        let card = Card { name: Card::name_at(&place), ..card(n) };
        cards.insert(id, key, Arc::new(card), "le source".into());
    }
    (store, cards)
}

/// Writes what a store and an index of cards have, in this order.
fn written(
    catalogue_dir: &CatalogueDir,
    store: &DocumentStore,
    cards: &CardIndex,
    order: &[DocId],
) -> CatalogueSnapshot {
    let mut builder = Builder::new(format::Head { generation: 1, ..format::Head::default() });
    let mut file = None;
    for id in order {
        let location = store.location(*id).unwrap();
        let Origin::File { root, path, stamp } = &*location.origin else { panic!("all are files") };
        if file.as_ref() != Some(path) {
            builder.file(*root as u32, path.strip_prefix(&store.roots()[0]).unwrap(), *stamp);
            file = Some(path.clone());
        }
        builder.article(&Row {
            entry: location.place.entry.as_deref(),
            packed: location.packed,
            extent: location.extent,
            place: crate::store::fulltext::Form::place(&location, store.roots()).unwrap(),
            key: location.key,
            source: cards.source(*id).unwrap(),
            found: cards.reader_state(*id).zip(store.slot(*id)),
            card: &cards.card(*id).unwrap(),
        });
    }
    CatalogueSnapshot::new(catalogue_dir.save(builder).unwrap().expect("it reads back"), store.roots()).numbered(order)
}

fn told(cards: &CardIndex) -> Vec<impl PartialEq + std::fmt::Debug + use<>> {
    let one = |id| {
        let card = cards.card(id).map(|c| (*c).clone());
        let (key, said) = (cards.key(id), cards.reader_state(id));
        (card, key, cards.source(id).map(str::to_owned), said, cards.title(id).into_owned())
    };
    (0..cards.len() as u32).map(DocId).map(one).collect()
}

#[test]
fn a_table_tells_what_the_register_and_the_shelf_told() {
    let dir = folder("table");
    let catalogue_dir = CatalogueDir::of(&dir.join("cache"), std::slice::from_ref(&dir), "");
    let (store, mut cards) = filled(&dir);
    let slot = |n: u64| Slot { start: n, len: 2, sum: 3 };
    for n in [0, 2, 4] {
        cards.set_reader_state(DocId(n), Some(u64::from(n)));
    }
    store.turn_over(1, Findings::default(), &[(DocId(0), slot(0)), (DocId(4), slot(4))]);
    for order in [[0, 1, 2, 3, 4, 5], [3, 5, 4, 2, 0, 1]] {
        let order = order.map(DocId);
        let snapshot = Arc::new(written(&catalogue_dir, &store, &cards, &order));
        for id in &order {
            let (here, there) = (store.location(*id).unwrap(), snapshot.location(*id).unwrap());
            assert_eq!(
                (here.place, here.packed, here.extent, here.key),
                (there.place, there.packed, there.extent, there.key)
            );
            assert_eq!(cards.card(*id).as_deref(), snapshot.card(*id).as_ref());
            assert_eq!(store.slot(*id), snapshot.slot(*id));
        }
        let key = crate::corpus::DocKey::of_text("0");
        let mut twins: Vec<DocId> = snapshot.by_key(&key).collect();
        twins.sort_unstable();
        assert_eq!(twins, [DocId(0), DocId(4)]);
        assert_eq!(snapshot.by_key(&crate::corpus::DocKey::of_text("x")).next(), None);
        // What was found in the third cannot be read again.
        assert_eq!((snapshot.table().head().found, snapshot.table().head().spoken), (2, 1));
        let mut rebased = cards.clone();
        rebased.rebase(snapshot, &cards);
        assert_eq!(told(&rebased), told(&cards));
        assert_eq!((rebased.found(), rebased.marks()), (cards.found(), cards.marks()));
    }
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn what_changes_over_a_catalogue_is_kept_and_what_went_is_not_counted() {
    let dir = folder("over");
    let catalogue_dir = CatalogueDir::of(&dir.join("cache"), std::slice::from_ref(&dir), "");
    let (store, cards) = filled(&dir);
    let order: Vec<DocId> = (0..6).map(DocId).collect();
    let snapshot = Arc::new(written(&catalogue_dir, &store, &cards, &order));
    let mut over = CardIndex::new(snapshot.clone());
    assert_eq!((over.len(), over.found(), over.marks()), (6, 0, cards.marks()));
    assert_eq!(told(&over), told(&cards));
    assert_eq!(told(&over.in_bulk()), told(&cards));
    let kept = over.clone();
    over.set_reader_state(DocId(1), Some(7));
    over.set_card(DocId(2), Arc::new(card(40)));
    over.remove(DocId(3));
    let new = DocId(6);
    over.insert(new, crate::corpus::DocKey::of_text("1"), Arc::new(card(9)), "other".into());
    assert_eq!((over.len(), over.found(), &*over.title(DocId(2))), (7, 1, "Le titre numéro 40, é"));
    assert_eq!(over.by_key(&crate::corpus::DocKey::of_text("1")).collect::<Vec<_>>(), [DocId(1), DocId(5), new]);
    assert_eq!(kept.reader_state(DocId(1)), None, "a copy stays as it was");
    assert_eq!(over.outlets().into_iter().collect::<Vec<_>>(), ["Journal 1", "Journal 2"]);
    // The next catalogue is written of less than what is known by then.
    let before = told(&over);
    let less: Vec<DocId> = [0, 1, 2, 4, 5].map(DocId).to_vec();
    let next = Arc::new(written(&catalogue_dir, &store, &kept, &less));
    let marks = over.marks();
    over.rebase(next, &kept);
    assert_eq!(told(&over), before);
    assert_eq!((over.marks(), over.by_key(&crate::corpus::DocKey::of_text("3")).next()), (marks, Some(DocId(3))));
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_walk_strikes_off_known_files_and_the_rest_is_lost() {
    let dir = folder("known");
    let catalogue_dir = CatalogueDir::of(&dir.join("cache"), std::slice::from_ref(&dir), "");
    let (store, cards) = filled(&dir);
    let order: Vec<DocId> = (0..6).map(DocId).collect();
    let snapshot = Arc::new(written(&catalogue_dir, &store, &cards, &order));
    let stamp = Stamp { size: 9, modified: 4 };
    for store in [store, DocumentStore::default().on(vec![dir.clone()]).over(snapshot)] {
        let (a, b) = (dir.join("a.jsonl"), dir.join("b.jsonl"));
        let mut known = store.files();
        assert_eq!(known.take(0, &b), Some((stamp, vec![DocId(3), DocId(4), DocId(5)])), "in any order");
        assert_eq!((known.take(0, &b), known.take(0, &dir.join("c"))), (None, None));
        assert_eq!(known.lost(), [DocId(0), DocId(1), DocId(2)]);
        let mut known = store.files();
        known.spare(&dir);
        assert_eq!(known.lost(), []);
        // One went, one is in a file that was touched.
        store.remove(DocId(4));
        let later = Stamp { size: 9, modified: 5 };
        let location = store.location(DocId(5)).unwrap();
        let origin = Arc::new(Origin::File { root: 0, path: b.clone(), stamp: later });
        store.moved(DocId(5), Location { origin, ..location });
        store.remove(DocId(3));
        let mut known = store.files();
        assert_eq!(known.take(0, &a).map(|f| f.1.len()), Some(3));
        assert_eq!(known.take(0, &b), Some((later, vec![DocId(5)])));
        assert_eq!(known.lost(), []);
        // A file that all has gone from is unknown: it may be there again.
        store.remove(DocId(5));
        assert_eq!(store.files().take(0, &b), None);
    }
    fs::remove_dir_all(dir).unwrap();
}
