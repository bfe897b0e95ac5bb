//! The full-text index says what a scan says: the same articles, counts and
//! order for every query, and nothing that happens to its files shows
//! anything wrong.

use kiosque::ingest::Options;
use kiosque::job::{self, Candidates, Hits, Stop, TextAccess, TextOptions};
use kiosque::search::query::{Options as QueryOptions, QueryError};
use kiosque::search::{Layer, Layers, Query};
use kiosque::shell::{CatalogueUse, Corpus};
use kiosque::store::catalogue::dir;
use kiosque::store::paths::Paths;
use kiosque::store::settings::Settings;
use kiosque::triage::Triage;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A corpus and a state folder in a folder of their own.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("kiosque-fulltext-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(dir.join("press")).unwrap();
        Self(dir)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join("press").join(name), text).unwrap();
    }

    fn read(&self, catalogue: CatalogueUse) -> Corpus {
        let paths = Paths::find(Some(&self.0.join("state")), None).unwrap();
        let inputs = vec![kiosque::job::Input::Path(self.0.join("press"))];
        Corpus::read(
            inputs,
            &Options::default(),
            &Settings::default(),
            &paths,
            &Triage::new(),
            catalogue,
            &mut |_, _| {},
        )
    }

    /// Reads, keeps and indexes; what the index holds at the end.
    fn index(&self) -> (Corpus, usize) {
        let mut corpus = self.read(CatalogueUse::Writes);
        assert!(corpus.keep());
        let mut held = 0;
        corpus.index(0, &mut |n, _| held = n);
        (corpus, held)
    }

    fn words(&self) -> PathBuf {
        let all = dir::folder(&Paths::find(Some(&self.0.join("state")), None).unwrap().cache);
        fs::read_dir(all).unwrap().next().unwrap().unwrap().path().join("words")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The same sequence every time.
struct Seed(u64);

impl Seed {
    fn next(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.next(list.len())]
    }
}

const WORDS: &[&str] = &[
    "l’usine",
    "grève",
    "Grève",
    "greve",
    "budget",
    "rendez-vous",
    "aujourd’hui",
    "presqu'île",
    "Saint-Éloi",
    "œuvre",
    "cœur",
    "d’armes",
    "vente",
    "ventes",
    "de",
    "la",
    "le",
    "les",
    "non",
    "maire",
    "Maire,",
    "port",
    "porte",
    "portes",
    "3,5",
    "12:30",
    "17 %",
    "M. Brandt",
    "Corée",
    "Coree",
    "du Nord",
    "n'a",
    "pas",
    "été",
    "ete",
    "tramway",
    "trawmay",
    "ministère",
    "ministere",
    "« oui »",
    "(non)",
    "AT&T",
    "2024.",
    "prix/qualité",
    "東京",
    "é\u{301}tat",
];

fn sentence(seed: &mut Seed, n: usize) -> String {
    let words: Vec<&str> = (0..n).map(|_| seed.pick(WORDS)).collect();
    format!("{}{}", words.join(" "), seed.pick(&[".", " !", ".", " ?", "…"]))
}

fn article(seed: &mut Seed) -> String {
    let mut text = format!("{}\n\n", sentence(seed, 6));
    if seed.next(3) == 0 {
        text += "Accueil > Politique\nAbonnez-vous à la newsletter\nPartager sur Facebook\n\n";
    }
    for _ in 0..2 + seed.next(4) {
        let n = 15 + seed.next(30);
        text += &sentence(seed, n);
        text += if seed.next(4) == 0 { "\n" } else { "\n\n" };
        if seed.next(6) == 0 {
            text += &format!("Lire aussi : {}\n\n", sentence(seed, 7));
        }
    }
    if seed.next(2) == 0 {
        text += &format!("Commentaires (2)\n\nJean, il y a 2 heures\n{}\n\nRépondre\n", sentence(seed, 12));
    }
    text
}

fn fill(place: &Place, seed: &mut Seed, count: usize) {
    let mut records = String::new();
    for i in 0..count {
        let text = article(seed);
        if i % 3 == 0 {
            place.write(&format!("{i}.txt"), &text);
        } else {
            let title = sentence(seed, 5);
            let record =
                serde_json::json!({ "title": title, "text": text, "source": seed.pick(&["Le Val", "L’Écho"]) });
            records += &format!("{record}\n");
        }
    }
    place.write("more.jsonl", &records);
}

fn query(seed: &mut Seed, depth: usize) -> String {
    let word = |seed: &mut Seed| seed.pick(WORDS).to_owned();
    match seed.next(if depth > 0 { 14 } else { 10 }) {
        0..=2 => word(seed),
        3 => format!("\"{} {}\"", word(seed), word(seed)),
        4 => format!("\"{} {} {}\"", word(seed), word(seed), word(seed)),
        5 => {
            let word = word(seed);
            let most = 1 + seed.next(4);
            format!("{}*", word.chars().take(most).collect::<String>())
        }
        6 => format!("{}~{}", word(seed).split(' ').next().unwrap_or("x"), 1 + seed.next(2)),
        7 => format!("\"{} {}\"*", word(seed), word(seed).chars().take(2).collect::<String>()),
        8 => seed.pick(&["/gr.ve/", "/\\d+,\\d/", "source:val", "lang:fr", "title:grève", "état:nouveau"]).to_owned(),
        9 => format!("-{}", word(seed)),
        10 => format!("({} OU {})", query(seed, depth - 1), query(seed, depth - 1)),
        11 => format!("-({})", query(seed, depth - 1)),
        _ => format!("{} {}", query(seed, depth - 1), query(seed, depth - 1)),
    }
}

/// All that a search says of the articles, without their places.
fn told(hits: &Hits) -> (Vec<String>, usize, usize, String) {
    let one = |d: &job::DocumentHits| format!("{:?} {:?} {} {}", d.id, d.grade, d.count, d.exact);
    (hits.documents.iter().map(one).collect(), hits.total, hits.exact, format!("{:?}", hits.not_searched))
}

/// A query whose accents count when one is typed.
fn parsed(raw: &str) -> Result<Query, QueryError> {
    Query::parse_with(raw, QueryOptions { accents: !raw.is_ascii(), ..QueryOptions::default() })
}

fn asked(
    raw: &str,
    layers: Layers,
    candidates: &Candidates,
    texts: &TextAccess,
) -> (Hits, Vec<kiosque::corpus::DocId>) {
    let query = Arc::new(parsed(raw).unwrap());
    let mut hits = job::search(std::slice::from_ref(&query), layers, candidates, texts, &Stop::never()).unwrap();
    let passing = job::passing(&query, candidates, texts, &Stop::never()).unwrap();
    (hits.remove(0), passing)
}

fn layers(i: usize) -> Layers {
    match i % 3 {
        0 => Layers::default(),
        1 => Layers::ALL,
        _ => Layers::NONE.with(Layer::Comments).with(Layer::Titles),
    }
}

/// Asks the index and the scan, and compares.
fn agree(corpus: &mut Corpus, queries: impl IntoIterator<Item = String>) -> usize {
    let candidates = corpus.candidates(&Triage::new());
    let with = corpus.texts(&mut |_, _| {});
    assert!(with.word_index().is_some(), "there is an index");
    let scan = TextAccess { options: TextOptions { indexed: false, ..with.options.clone() }, ..with.clone() };
    let mut answered = 0;
    for (i, raw) in queries.into_iter().enumerate() {
        if parsed(&raw).is_err() {
            continue;
        }
        let (a, pa) = asked(&raw, layers(i), &candidates, &with);
        let (b, pb) = asked(&raw, layers(i), &candidates, &scan);
        assert_eq!(told(&a), told(&b), "{raw} in {:?}", layers(i));
        assert_eq!(pa, pb, "{raw}");
        answered += usize::from(!b.documents.is_empty());
        // The places that are looked up are those that were counted.
        job::look_up(&[&a], 0..5, &with, &Stop::never(), &mut |_, i, _, found| {
            assert_eq!(found.len(), a.documents[i].count, "{raw}");
        });
    }
    answered
}

#[test]
fn the_index_answers_every_query_as_a_scan_does() {
    let mut answered = 0;
    for round in 0..4 {
        let place = Place::new(&format!("agree-{round}"));
        let mut seed = Seed(round + 11);
        fill(&place, &mut seed, 48);
        let (mut corpus, held) = place.index();
        assert_eq!(held, 48);
        let words = WORDS.iter().map(|w| (*w).to_owned());
        // An apostrophe is a space in a phrase, whichever of them was typed.
        let spaced = ["vente d armes", "d armes", "n a", "pas aujourd hui", "presqu ile", "le' maire"];
        let words = words.chain(spaced.map(|w| format!("\"{w}\"")));
        let made: Vec<String> = (0..250).map(|_| query(&mut seed, 3)).collect();
        answered += agree(&mut corpus, words.chain(made));
    }
    assert!(answered > 600, "{answered} queries found something");
}

#[test]
fn what_changed_on_disk_is_answered_before_and_after_it_is_indexed() {
    let place = Place::new("changes");
    let mut seed = Seed(5);
    fill(&place, &mut seed, 90);
    let (corpus, _) = place.index();
    drop(corpus);
    place.write("new.txt", "Un titre\n\nLe mot inconnuclair y est, dans une phrase assez longue pour être lue.\n");
    place.write("0.txt", "Un autre titre\n\nLe mot inconnuclair y est aussi, dans une phrase assez longue.\n");
    fs::remove_file(place.0.join("press/3.txt")).unwrap();
    for held in [88, 90] {
        let mut corpus = place.read(if held == 90 { CatalogueUse::Writes } else { CatalogueUse::Looks });
        let mut n = 0;
        if held == 90 {
            corpus.keep();
        }
        corpus.index(0, &mut |m, _| n = m);
        // What recurs in the source may be other lines now: then all its articles are scanned until they are indexed.
        assert_eq!(corpus.library.corpus.len(), 90);
        assert!(if held == 90 { n == 90 } else { (1..=held).contains(&n) }, "{n} are held");
        let candidates = corpus.candidates(&Triage::new());
        let (hits, _) = asked("inconnuclair", Layers::default(), &candidates, &corpus.texts(&mut |_, _| {}));
        assert_eq!((hits.documents.len(), hits.total), (2, 2));
        agree(&mut corpus, ["de", "grève -maire", "\"vente d’armes\""].map(str::to_owned));
    }
}

#[test]
fn a_broken_index_is_made_anew_and_a_second_instance_reads() {
    let place = Place::new("broken");
    fill(&place, &mut Seed(9), 80);
    let (mut first, held) = place.index();
    let mut second = place.read(CatalogueUse::Writes);
    let mut n = 0;
    second.index(0, &mut |m, _| n = m);
    assert_eq!((held, n), (80, 80), "the second reads what the first writes");
    agree(&mut second, ["maire".to_owned()]);
    agree(&mut first, ["maire".to_owned()]);
    drop((first, second));
    let damage = |f: &dyn Fn(&Path)| {
        fs::read_dir(place.words()).unwrap().for_each(|e| f(&e.unwrap().path()));
        let mut corpus = place.read(CatalogueUse::Looks);
        corpus.index(0, &mut |_, _| {});
        let words = corpus.texts(&mut |_, _| {}).word_index();
        assert!(words.is_none(), "it is not trusted");
        let candidates = corpus.candidates(&Triage::new());
        assert!(!asked("maire", Layers::default(), &candidates, &corpus.texts(&mut |_, _| {})).0.documents.is_empty());
        drop(corpus);
        let (mut corpus, held) = place.index();
        assert_eq!(held, 80);
        agree(&mut corpus, ["maire".to_owned()]);
    };
    // A byte in the middle of the largest files.
    damage(&|p| {
        let mut bytes = fs::read(p).unwrap();
        let middle = bytes.len() / 2;
        if bytes.len() > 500 {
            bytes[middle] ^= 0x40;
            fs::write(p, bytes).unwrap();
        }
    });
    damage(&|p| fs::write(p, b"").unwrap());
    damage(&|p| {
        if p.file_name().is_some_and(|n| n == "stamp") {
            fs::write(p, b"another build").unwrap();
        }
    });
}

#[test]
fn a_search_that_nobody_wants_any_more_ends_without_an_answer() {
    let place = Place::new("stopped");
    fill(&place, &mut Seed(3), 80);
    let (mut corpus, _) = place.index();
    let current = Arc::new(std::sync::atomic::AtomicU64::new(2));
    let stop = Stop::new(current, 1);
    let candidates = corpus.candidates(&Triage::new());
    let query = Arc::new(Query::parse("maire").unwrap());
    assert!(
        job::search(std::slice::from_ref(&query), Layers::default(), &candidates, &corpus.texts(&mut |_, _| {}), &stop)
            .is_none()
    );
    assert!(job::passing(&query, &candidates, &corpus.texts(&mut |_, _| {}), &stop).is_none());
}

#[cfg(feature = "draw")]
#[test]
fn the_screens_of_a_large_corpus_are_the_same_with_and_without_the_index() {
    use crate::support::{frame, press, setup};
    use kiosque::app::Msg;
    use kiosque::app::key::{Code, Key};
    use kiosque::job::Input;
    use kiosque::shell::{Harness, Setup};
    use kiosque::words::Lang;
    let place = Place::new("screens");
    let mut seed = Seed(21);
    let record = |i: usize| {
        let text = format!("{}\n\n{}", sentence(&mut seed, 9), sentence(&mut seed, 9));
        format!("{}\n", serde_json::json!({ "title": format!("Titre {i}"), "text": text, "source": "Le Val" }))
    };
    place.write("all.jsonl", &(0..3050).map(record).collect::<String>());
    let start = |paths: Option<Paths>| {
        let inputs = vec![Input::Path(place.0.join("press"))];
        Harness::new(Setup { inputs, paths, name: String::new(), ..setup(120, 40, Lang::EN) })
    };
    let mut with = start(Some(Paths::find(Some(&place.0.join("state")), None).unwrap()));
    let mut without = start(None);
    let has_words = |h: &Harness| h.resources().texts(h.model.text_options()).word_index().is_some();
    assert!(has_words(&with) && !has_words(&without));
    let typed = |h: &mut Harness, open: &str, query: &str| {
        press(h, open);
        query.chars().for_each(|c| h.send(Msg::Key(Key::plain(Code::Char(c)))));
        press(h, "<enter>");
    };
    for query in ["maire", "grève -maire", "\"vente d’armes\" OU port*", "ministre~2", "Saint-Éloi tramway", "17 %"]
    {
        for h in [&mut with, &mut without] {
            typed(h, "g/<c-u>", query);
        }
        assert_eq!(frame(&with), frame(&without), "{query}");
        for h in [&mut with, &mut without] {
            press(h, "<c-d><c-d>");
        }
        assert_eq!(frame(&with), frame(&without), "{query}, further down");
        for h in [&mut with, &mut without] {
            press(h, "<esc>");
            typed(h, "F<c-u>", query);
        }
        let passing = |h: &Harness| h.model.filter.as_ref().map(|f| f.passing.clone());
        assert!(passing(&with).is_some_and(|p| !p.is_empty()));
        assert_eq!(passing(&with), passing(&without), "{query}");
        for h in [&mut with, &mut without] {
            press(h, "<esc>");
        }
    }
}
