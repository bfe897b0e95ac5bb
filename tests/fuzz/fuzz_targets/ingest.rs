//! Any bytes under any name: no panic, no control character, hints inside
//! the text.

#![no_main]

use kiosque::corpus::Place;
use kiosque::ingest::{self, Options};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 8] = ["a", "a.html", "a.jsonl", "a.csv", "a.eml", "a.xml", "a.warc", "a.epub"];

fuzz_target!(|data: &[u8]| {
    let Some((&name, bytes)) = data.split_first() else { return };
    let options = Options { document_bytes: 1 << 20, container_bytes: 1 << 20, ..Options::default() };
    let place = Place::file(NAMES[usize::from(name) % NAMES.len()]);
    for raw in ingest::read_with(&place, bytes, &options).documents {
        assert!(!raw.text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r')));
        assert!(raw.hints.iter().all(|h| raw.text.get(h.span.range()).is_some()));
        let document = kiosque::clean::clean(raw);
        assert_eq!(document.lines.last().map_or(0, |l| l.span.end), document.text.len());
    }
});
