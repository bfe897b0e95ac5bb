//! How fast dumps are cleaned, and that the time grows with the length only.
//!
//! `cargo bench --no-default-features --bench clean`, and with `-- FOLDER` on the
//! dumps of a folder, all of them again and again.

// A benchmark prints its figures.
#![allow(clippy::print_stdout)]

use kiosque::clean::clean;
use kiosque::corpus::Place;
use kiosque::ingest::RawDocument;
use std::fmt::Write;
use std::time::Instant;

const SENTENCE: &str = "Le conseil municipal de Saint-Aubin a voté mardi, après trois heures de débat, un budget de \
    douze millions d’euros pour la rénovation du port, a indiqué la maire devant la presse réunie sur le quai. ";

/// A dump like those of the press: menus, an article of `paragraphs`
/// paragraphs with a form in it, comments.
fn dump(paragraphs: usize, menu: usize) -> String {
    let mut s = String::new();
    for i in 0..menu {
        let _ = writeln!(s, "Rubrique {i}\n");
    }
    s.push_str("Saint-Aubin : la rénovation du port coûtera douze millions\n\nPar Jeanne Morel avec AFP\n\n");
    s.push_str("Publié le 12 mars 2024 à 10h05\n\n");
    for i in 0..paragraphs {
        let _ = writeln!(s, "{}Le lot {i} est attribué.\n", SENTENCE.repeat(2 + i % 3));
        if i == 1 {
            s.push_str("La newsletter du matin\n\nTous les jours à 7h\n\nVotre adresse email n'est pas valide\n\n");
        }
    }
    s.push_str("Commentaires (2)\n\n• Gaston\n\n  Encore un budget !\n\nÀ lire aussi\n\n");
    for i in 0..menu {
        let _ = writeln!(s, "Autre titre numéro {i} de la rédaction\n");
    }
    s
}

/// Seconds for one document, best of many.
fn seconds(text: &str) -> f64 {
    let rounds = (4_000_000 / text.len().max(1)).clamp(3, 400);
    (0..rounds)
        .map(|_| {
            let raw = RawDocument { place: Place::file("bench"), text: text.to_owned(), ..RawDocument::default() };
            let start = Instant::now();
            let document = clean(raw);
            let time = start.elapsed().as_secs_f64();
            assert!(!document.lines.is_empty());
            time
        })
        .fold(f64::INFINITY, f64::min)
}

fn report(name: &str, text: &str) -> f64 {
    let s = seconds(text);
    println!("{name:<44} {:>9} bytes {:>9.3} ms {:>7.1} MB/s", text.len(), s * 1e3, text.len() as f64 / s / 1e6);
    s / text.len() as f64
}

/// Bytes per second over the files of a folder, best of several rounds.
fn folder(path: &str) {
    let texts: Vec<String> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|e| std::fs::read_to_string(e.ok()?.path()).ok())
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let best = (0..20)
        .map(|_| {
            let raws: Vec<RawDocument> = texts
                .iter()
                .map(|t| RawDocument { place: Place::file("bench"), text: t.clone(), ..RawDocument::default() })
                .collect();
            let start = Instant::now();
            let documents: Vec<_> = raws.into_iter().map(clean).collect();
            let time = start.elapsed().as_secs_f64();
            assert_eq!(documents.len(), texts.len());
            time
        })
        .fold(f64::INFINITY, f64::min);
    println!("{:<44} {bytes:>9} bytes {:>9.3} ms {:>7.1} MB/s", path, best * 1e3, bytes as f64 / best / 1e6);
}

fn main() {
    if let Some(path) = std::env::args().skip(1).find(|a| !a.starts_with('-')) {
        return folder(&path);
    }
    let start = Instant::now();
    let _ = clean(RawDocument { text: "Un.".into(), ..RawDocument::default() });
    println!("first call (tables and model) {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
    report("dump of 7 KB", &dump(12, 0));
    report("dump of 7 KB with menus", &dump(8, 40));
    let small = report("article of 100 KB", &dump(190, 20));
    let large = report("article of 1 MB", &dump(1900, 20));
    report("article of 8 MB", &dump(15_200, 20));
    report("one line of 1 MB", &SENTENCE.repeat(5_200));
    report("100,000 short lines", &"Accueil\n".repeat(100_000));
    report("100,000 different short lines", &(0..100_000).fold(String::new(), |s, i| s + &format!("Rubrique {i:x}\n")));
    println!("growth per byte from 100 KB to 1 MB: {:.2}", large / small);
}
