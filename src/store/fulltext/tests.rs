use super::*;
use crate::corpus::Place;
use crate::ingest::RawDocument;

#[test]
fn what_is_added_and_committed_is_held_the_next_time() {
    let home = std::env::temp_dir().join(format!("kiosque-words-{}", std::process::id()));
    let _ = fs::remove_dir_all(&home);
    let document = |i: u64| {
        let text = format!("Un titre {i}\n\nLe maire a dit que l’usine {i} fermerait, et rien d’autre ne fut dit.\n");
        let raw = RawDocument { place: Place::file(format!("{i}.txt")), text, ..RawDocument::default() };
        (Form(i), Layered::of(&crate::clean::clean(raw)))
    };
    let documents: Vec<_> = (0..100).map(document).collect();
    let mut index = Fulltext::create(&home, b"build").unwrap();
    index.add(documents.iter().map(|(f, l)| (*f, l))).unwrap();
    index.compact().unwrap();
    index.close().unwrap();
    let index = Fulltext::open(&home, b"build").expect("it is sound");
    let forms: Vec<(DocId, Form)> = (50..150).map(|i| (DocId(i), Form(u64::from(i)))).collect();
    let snapshot = index.snapshot(&forms).unwrap();
    assert_eq!((snapshot.len(), snapshot.dead()), (50, 50));
    assert!(snapshot.holds(DocId(60)) && !snapshot.holds(DocId(120)));
    assert!(Fulltext::open(&home, b"other").is_none());
    fs::remove_dir_all(&home).unwrap();
}
