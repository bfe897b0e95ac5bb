//! Ten times the input is about ten times the work, for every reader and every
//! stage behind it, on what is worst for each. Work is the time that the
//! processor spent on the thread, which other programs do not change; what grows
//! with the square takes a hundred times as much and is told from what does not
//! by a wide margin.

use crate::support::{folder, press, setup};
use kiosque::clean::clean;
use kiosque::corpus::date::find_dates;
use kiosque::corpus::{self, Document, Place};
use kiosque::ingest::{self, RawDocument};
use kiosque::job::Input;
use kiosque::search::Query;
use kiosque::shell::{Harness, Setup};
use kiosque::story::{self, Side};
use kiosque::text::{Span, sanitise, segment, wrap};
use kiosque::words::Lang;
use kiosque::{entity, fact, triage};
use std::hint::black_box;

/// Bytes of the small input; the large one has ten times as many.
const SMALL: usize = 12_000;

/// The same for lists of records: each is read and cleaned as an article, and
/// forty pieces took two minutes; thousands of records are in the large input
/// all the same.
const RECORDS_SMALL: usize = 4_000;

/// The same for what reads closely, which takes longer.
const CLOSE_SMALL: usize = 2_000;

/// The same for words that stand in another order on the other side.
const ALIGNED_SMALL: usize = 20_000;

/// How many times the work of the small input the large one may take.
const MOST: f64 = 35.0;

/// Nanoseconds that the processor spent on this thread so far.
fn spent() -> u64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells what a thread used");
    stat.split(' ').next().and_then(|n| n.parse().ok()).expect("a number of nanoseconds")
}

/// The least of some tries, in nanoseconds, and never less than a clock can tell.
fn work(tries: usize, input: &str, of: &dyn Fn(&str)) -> f64 {
    const TELLS: u64 = 4_000_000;
    let once = || {
        let before = spent();
        of(input);
        spent() - before
    };
    (0..tries).map(|_| once()).min().unwrap_or(0).max(TELLS) as f64
}

/// How many times as much work ten times a piece is.
fn growth(size: usize, piece: &str, of: &dyn Fn(&str)) -> f64 {
    let filled = |bytes: usize| piece.repeat(bytes / piece.len() + 1);
    let (small, large) = (filled(size), filled(10 * size));
    let ratio = |tries| work(tries, &large, of) / work(tries, &small, of);
    // Most are told by one look.
    let first = ratio(1);
    if first <= MOST { first } else { ratio(3) }
}

fn all_grow_with_their_input(stage: &str, pieces: &[&str], of: &dyn Fn(&str)) {
    all_grow(SMALL, stage, pieces, of);
}

fn all_grow(size: usize, stage: &str, pieces: &[&str], of: &dyn Fn(&str)) {
    // Word lists and models are read once.
    of(pieces[0]);
    let steep: Vec<String> = pieces
        .iter()
        .map(|piece| (piece, growth(size, piece, of)))
        .filter(|(_, ratio)| *ratio > MOST)
        .map(|(piece, ratio)| format!("{stage}: {piece:?} × 10 is {ratio:.0} times the work"))
        .collect();
    assert!(steep.is_empty(), "{steep:#?}");
}

/// Reads and cleans what begins with `head`, under a name.
fn reading<'n>(name: &'n str, head: &'n str) -> impl Fn(&str) + 'n {
    move |body| {
        for raw in ingest::read(&Place::file(name), format!("{head}{body}").as_bytes()).documents {
            black_box(clean(raw));
        }
    }
}

#[test]
fn the_work_of_reading_and_cleaning_text_grows_with_it() {
    let pieces = [
        "x\n",
        "\n",
        " \n\n",
        "mot ",
        "a.B",
        "x. ",
        "« ",
        "»",
        "(À lire aussi ",
        "(À lire aussi : un pont\n",
        "le 5 mars 2024 ",
        "5/3/2024\n",
        "Par Ana Roz\n",
        "a@b.fr ",
        "12 ",
        "e\u{301}\u{301}",
        "\u{202e}",
        "Le pont de la ville est fermé depuis mardi, a dit le maire aux habitants.\n",
        "12 commentaires\n",
        "- a\n",
        "\"",
        "Ã©",
        "{",
        "a.b(",
        "a(\n",
        "a{b:1;} ",
        "{\"a\":",
        "<script>",
        "---\n",
        "---\n\n",
        "Titre : a\n",
        "Le Quai, 5 mars 2024\n",
        "a,",
        "© Le Quai de Gorzé\n",
        "Gorzé ville     12 400      13 100     14 222\n",
        "Le Quai, [05.03.2024 18:05]\n",
    ];
    all_grow_with_their_input("byline", &["AnaRoz"], &reading("a.txt", "Un titre\n\nPar "));
    all_grow_with_their_input("text", &pieces, &reading("a.txt", "Un titre\n\n"));
    all_grow_with_their_input(
        "markdown",
        &["# a\n", "> ", "[a](b) ", "*a* ", "- - "],
        &reading("a.md", "# Un titre\n\n"),
    );
}

#[test]
fn the_work_of_reading_and_cleaning_pages_grows_with_them() {
    let pieces = [
        "<p>",
        "<p>x",
        "<div>",
        "<b>",
        "</p>",
        "</b>",
        "<a href=x>y",
        "<li>x",
        "<table><tr><td>x",
        "<br>x",
        "<h1>Un titre</h1>",
        "<!--",
        "&amp;",
        "&#x1b;",
        "<meta property=og:title content=a>",
        "<time datetime=2024-03-05>",
        "<script>",
        "<script type=application/ld+json>{",
        "<p class=comment>Le pont est fermé depuis mardi, a dit le maire de la ville.</p>",
        "<section><h2>x</h2><p>Le pont est fermé depuis mardi.</p>",
        "<span>x</span>",
        "<",
    ];
    all_grow_with_their_input("page", &pieces, &reading("a.html", "<html><body><article><h1>Un titre</h1>"));
}

#[test]
fn the_work_of_reading_records_grows_with_them() {
    for (name, head, pieces) in [
        ("a.json", "[", &["[", "{\"a\":", "\"\\ud800\",", "{\"title\":\"a\",\"text\":\"b\"},", "1,"][..]),
        ("a.jsonl", "", &["{\"title\":\"a\",\"text\":\"b\"}\n", "{\"title\":\"a\",\n", "[]\n", "{\"title\":\"a\"} "]),
        ("b.jsonl", "{\"title\":\"a\",\"text\":\"", &["mot ", "\\n", "\\u00e9", "<p>x", "&eacute;"]),
        ("a.csv", "title,text\n", &["a,b\n", ",", "\"", "\"\"", "a,\"b\nc\"\n", ";"]),
        (
            "a.xml",
            "<?xml version='1.0'?><rss version='2.0'><channel>",
            &["<item><title>a</title></item>", "<item>", "<a>", "&b;", "</item>", "<![CDATA["],
        ),
        (
            "b.xml",
            "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>",
            &["<entry><title>a</title></entry>", "<entry>"],
        ),
        ("c.xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b \"c\">]><a>", &["<b>", "<b>x</b>", "&b;", "<!--"]),
        ("d.xml", "<?xml version='1.0'?><nitf><body><body.content>", &["<p>x</p>", "<p>", "<block>"]),
        ("a.opml", "<opml><body>", &["<outline text='a' xmlUrl='b'/>", "<outline>"]),
        ("a.ris", "", &["TY  - JOUR\nTI  - a\nAB  - b\nER  - \n", "TY  - JOUR\n", "AB  - b\n"]),
    ] {
        all_grow(RECORDS_SMALL, name, pieces, &reading(name, head));
    }
}

#[test]
fn the_work_of_reading_messages_and_packets_grows_with_them() {
    for (name, head, pieces) in [
        (
            "a.eml",
            "From: a@b.fr\nSubject: x\nTo: c@d.fr\n\n",
            &["> x\n", "x\n", "-----Message d'origine-----\nDe : a\n", "> "][..],
        ),
        ("b.eml", "From: a@b.fr\nSubject: x\n", &["X-A: b\n", " a\n", "Received: a\n", "Subject: =?utf-8?q?a?=\n"]),
        (
            "c.eml",
            "From: a@b.fr\nSubject: x\nContent-Type: multipart/mixed; boundary=x\n\n",
            &["--x\n", "--x\n\na\n", "--x\nContent-Type: multipart/mixed; boundary=x\n\n"],
        ),
        (
            "a.mbox",
            "From a@b Tue Mar  5 08:00:00 2024\n",
            &["From a@b Tue Mar  5 08:00:00 2024\nFrom: a@b\nSubject: x\n\nx\n\n", ">From x\n"],
        ),
        (
            "a.warc",
            "",
            &[
                "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nab\r\n\r\n",
                "WARC/1.0\r\nContent-Length: 0\r\n\r\n",
            ],
        ),
        ("a.rtf", "{\\rtf1 ", &["{\\b ", "{", "}", "\\u233?", "\\par ", "\\'e9", "mot "]),
        ("a.pdf", "%PDF-1.4\n", &["1 0 obj\n", "<<", "endobj\n", "stream\n"]),
    ] {
        all_grow_with_their_input(name, pieces, &reading(name, head));
    }
}

/// Texts that are hard for what reads them closely.
const CLOSE: [&str; 22] = [
    "mot ",
    "Jean Dupont et Marie Curie vont à Paris. ",
    "Jean Dupont ",
    "Aaa Bbb Ccc ",
    "la Société des ponts (SDP) ",
    "« Le pont », dit Jean Dupont. ",
    "« ",
    "» ",
    "\" ",
    "« a » ",
    "12 ",
    "12 % de 3 millions d'euros ",
    "le 5 mars 2024, ",
    "lundi ",
    "selon le maire, ",
    "M. ",
    "A.B",
    "l'",
    "- ",
    "(",
    "(Jean Dupont ",
    "Le maire a dit que le président a dit que ",
];

fn document(text: &str) -> Document {
    let text = format!("Un titre de journal\n\n{text}");
    clean(RawDocument { place: Place::file("a.txt"), text, ..RawDocument::default() })
}

#[test]
fn the_work_of_finding_names_and_facts_grows_with_the_text() {
    all_grow(CLOSE_SMALL, "names and facts", &CLOSE, &|text| {
        let document = document(text);
        let names = entity::find(&document);
        black_box((entity::references(&document, &names), fact::find(&document, &names)));
    });
}

#[test]
fn the_work_of_comparing_grows_with_the_texts() {
    let options = story::Options::default();
    let compared = |a: &Document, b: &Document| {
        let (names, more) = (entity::find(a), entity::find(b));
        let facts = [fact::find(a, &names), fact::find(b, &more)];
        let a = Side { document: a, entities: &names, facts: &facts[0] };
        let b = Side { document: b, entities: &more, facts: &facts[1] };
        black_box(story::compare(a, b, &options));
    };
    all_grow(CLOSE_SMALL, "comparing with nearly the same", &CLOSE, &|text| {
        compared(&document(text), &document(&format!("{text}fin")));
    });
    // The same words in another order, without a stop: up to the words that are aligned one by
    // one the work is that of their product, so that the small input has as many.
    all_grow(ALIGNED_SMALL, "comparing with the same words", &CLOSE[..6], &|text| {
        let turned: Vec<&str> = text.split(' ').rev().collect();
        compared(&document(text), &document(&turned.join(" ")));
    });
}

#[test]
fn the_work_of_the_small_readers_grows_with_what_they_read() {
    let whole = |text: &str| Span::new(0, text.len());
    all_grow_with_their_input("sentences", &["a.A", "x. ", ". ", "« ", "...", "\n", "M. ", "a "], &|text| {
        black_box(corpus::segment::sentences(text, whole(text)));
        black_box(segment::words(text, whole(text)).count());
    });
    all_grow_with_their_input("dates", &["5 mars ", "5/", "2024-", "lundi ", "1er ", "à 5 h ", "12"], &|text| {
        black_box(find_dates(text, whole(text)));
    });
    all_grow_with_their_input("rows", &["mot ", "x", "新聞", "« ", " ", "e\u{301}"], &|text| {
        black_box(wrap::rows(text, whole(text), 40));
    });
    all_grow_with_their_input("signs", &["\u{1b}[", "e\u{301}", "\u{202e}", "\r"], &|text| {
        black_box(sanitise::sanitise(text.to_owned()));
    });
    all_grow_with_their_input(
        "queries",
        &["a ", "\"", "(", "-a ", "titre:a ", "a OR ", "/a/ ", "a* ", "date:2024"],
        &|text| {
            let _ = black_box(Query::parse(text));
        },
    );
    let torn = ["{\"crc\":\"00000000\",\"id\":1}\n", "{\"crc\":\"", "\n", "{", "\0"];
    all_grow_with_their_input("journal", &torn, &|text| {
        black_box(triage::journal::read("a", 1, text.as_bytes()));
    });
}

/// Nanoseconds of a key where all articles of a story made by hand and one more text are ticked.
fn work_on_a_story(articles: usize, keys: &str) -> f64 {
    let line = |n: usize| format!("{{\"title\": \"Le viaduc {n}\", \"text\": \"Le viaduc {n} a fermé.\"}}\n");
    let folder = folder(&format!("growth-story-{articles}"));
    let file = folder.join("a.jsonl");
    std::fs::write(&file, (0..=articles).map(line).collect::<String>()).expect("a file");
    let mut h = Harness::new(Setup { inputs: vec![Input::Path(file)], ..setup(120, 40, Lang::FR) });
    let ids: Vec<_> = h.model.library.corpus.ids().collect();
    h.model.list.ticked.extend(&ids[1..]);
    press(&mut h, "A");
    assert_eq!(h.model.library.story(ids[1]).map(|s| s.size), Some(articles), "one story");
    h.model.list.ticked.extend(&ids);
    let before = spent();
    press(&mut h, keys);
    let taken = spent() - before;
    let _ = std::fs::remove_dir_all(folder);
    taken.max(4_000_000) as f64
}

#[test]
fn the_work_of_making_and_parting_a_story_grows_with_its_articles() {
    for keys in ["A", "X"] {
        let growth = work_on_a_story(3_000, keys) / work_on_a_story(300, keys);
        assert!(growth <= MOST, "{keys} on ten times the articles is {growth:.0} times the work");
    }
}
