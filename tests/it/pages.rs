//! Whole pages of our own writing: what is kept as the article, what is not,
//! and what is claimed.
//!
//! A case starts with a comment of lines `key: value`. `kept` and `out` are
//! stretches that the article has and has not, on as many lines as it takes;
//! `title`, `outlet`, `author` and `published` are claims, `none` for one that is not made.

use kiosque::corpus::Document;
use std::path::Path;

fn document(file: &Path) -> Document {
    let bytes = std::fs::read(file).unwrap();
    let options = kiosque::ingest::Options::default();
    let place = kiosque::corpus::Place::file(file.file_name().unwrap().to_str().unwrap());
    let read = kiosque::ingest::read_with(&place, &bytes, &options);
    kiosque::clean::clean(read.documents.into_iter().next().expect("a page is a document"))
}

#[test]
fn every_page_keeps_its_article_and_claims_what_it_says() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/pages");
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        let page = std::fs::read_to_string(file).unwrap();
        let head = page.strip_prefix("<!--").and_then(|p| p.split("-->").next()).expect("a case says what is right");
        let document = document(file);
        let body: Vec<&str> =
            document.lines.iter().filter(|l| l.is_body()).map(|l| l.span.of(&document.text)).collect();
        let (text, meta) = (body.concat(), &document.meta);
        let published = meta.published.value.map(|d| d.to_string());
        let said: Vec<_> =
            head.lines().filter(|l| !l.trim().is_empty()).map(|l| l.split_once(": ").expect("key: value")).collect();
        assert!(said.iter().any(|(key, _)| *key != "what"), "{}", file.display());
        for (key, value) in said {
            let right = match key {
                "kept" => text.contains(value),
                "out" => !text.contains(value) && page[head.len()..].contains(value),
                "what" => true,
                "title" => meta.title.value.as_deref().unwrap_or("none") == value,
                "outlet" => meta.source.value.as_deref().unwrap_or("none") == value,
                "author" => meta.author.value.as_deref().unwrap_or("none") == value,
                "published" => published.as_deref().unwrap_or("none") == value,
                _ => false,
            };
            if !right {
                wrong.push(format!("{}: {key}: {value} ({:?}, {published:?})", file.display(), meta.author.value));
            }
        }
    }
    assert!(files.len() >= 10 && wrong.is_empty(), "{}", wrong.join("\n"));
}
