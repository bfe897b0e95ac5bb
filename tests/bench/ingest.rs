//! How fast pages and texts are read, beside dom_smoothie on the same pages,
//! and whether the time grows with the input and not faster.
//!
//! `cargo bench --bench ingest -- DIR` measures the `.html` and `.html.gz`
//! files of DIR; without it, pages that are made here.

use kiosque::corpus::Place;
use kiosque::ingest;
use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

fn page(paragraphs: usize) -> Vec<u8> {
    let mut page = String::from("<html><head><title>Le phare rallumé</title></head><body><nav><ul>");
    (0..40).for_each(|i| page += &format!("<li><a href=/r{i}>Rubrique {i}</a></li>"));
    page += "</ul></nav><article class=article-body><h1>Le phare rallumé</h1>";
    for i in 0..paragraphs {
        page += &format!(
            "<p>Le phare de Kerlan a été rallumé jeudi, a dit la <b>capitainerie</b> ({i}), après une longue panne.</p>"
        );
    }
    page +=
        "</article><aside><h3>À lire aussi</h3><ul><li><a href=/x>Un autre titre</a></li></ul></aside></body></html>";
    page.into_bytes()
}

fn pages(dir: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> = std::fs::read_dir(dir).into_iter().flatten().flatten().map(|e| e.path()).collect();
    paths.sort();
    let read = |p: &std::path::PathBuf| {
        let bytes = std::fs::read(p).ok()?;
        if p.extension().is_some_and(|e| e == "gz") {
            let mut out = Vec::new();
            flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut out).ok()?;
            return Some(out);
        }
        Some(bytes)
    };
    paths.iter().filter_map(read).collect()
}

/// The best of several rounds in seconds.
fn best(rounds: usize, mut run: impl FnMut()) -> f64 {
    let once = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    };
    (0..rounds).map(|_| once(&mut run)).fold(f64::INFINITY, f64::min)
}

#[allow(clippy::print_stdout)]
fn report(name: &str, files: usize, bytes: usize, seconds: f64) {
    let mb = bytes as f64 / 1e6;
    println!("{name:<24} {:>9.1} files/s {:>8.1} MB/s", files as f64 / seconds, mb / seconds);
}

/// How much more one of something costs in the largest input than in the first.
#[allow(clippy::print_stdout)]
fn growth(what: &str, costs: &[f64]) {
    if let (Some(first), Some(last)) = (costs.first(), costs.last()) {
        println!("growth per {what}: {:.2}", last / first);
    }
}

fn main() {
    let dir = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let pages = dir.map_or_else(|| (0..60).map(|i| page(20 + i)).collect(), |d| pages(Path::new(&d)));
    let bytes: usize = pages.iter().map(Vec::len).sum();
    let place = Place::file("page.html");
    let ours = best(5, || pages.iter().for_each(|p| drop(black_box(ingest::read(&place, p)))));
    let theirs = best(5, || {
        for p in &pages {
            let text = String::from_utf8_lossy(p);
            let parsed = dom_smoothie::Readability::new(text.as_ref(), None, None).and_then(|mut r| r.parse());
            drop(black_box(parsed));
        }
    });
    report("kiosque, html", pages.len(), bytes, ours);
    report("dom_smoothie, html", pages.len(), bytes, theirs);
    let mut per_byte = Vec::new();
    for paragraphs in [1_000, 10_000, 40_000] {
        let page = page(paragraphs);
        let seconds = best(3, || drop(black_box(ingest::read(&place, &page))));
        report(&format!("html, {paragraphs} paragraphs"), 1, page.len(), seconds);
        per_byte.push(seconds / page.len() as f64);
    }
    growth("byte of a page", &per_byte);
    per_byte.clear();
    let line = format!("{{\"title\":\"Le phare\",\"text\":\"{}\"}}\n", "Le phare de Kerlan. ".repeat(150));
    for lines in [1_000, 10_000] {
        let file = line.repeat(lines);
        let seconds = best(3, || drop(black_box(ingest::read(&Place::file("a.jsonl"), file.as_bytes()))));
        report(&format!("json lines, {lines}"), lines, file.len(), seconds);
        per_byte.push(seconds / file.len() as f64);
    }
    growth("byte of records", &per_byte);
}
