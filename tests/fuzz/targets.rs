//! What is fuzzed: each takes any bytes and says by a panic that something
//! does not hold. Shared by the driver of the tests (`tests/it/fuzz.rs`) and by
//! libFuzzer (`tests/fuzz/fuzz_targets/any.rs`). Knows nothing of who makes the
//! bytes.

use kiosque::app::key;
use kiosque::app::keymap::Keymap;
use kiosque::app::rebind::{Rebinding, RebindingTable};
use kiosque::clean::clean;
use kiosque::corpus::date::find_dates;
use kiosque::corpus::{self, Document, Place};
use kiosque::ingest::{self, Item, Options, RawDocument, encoding};
use kiosque::search::Query;
use kiosque::store::{archives, files, settings};
use kiosque::story::{self, Side};
use kiosque::text::{Span, sanitise, segment, wrap};
use kiosque::theme::Themes;
use kiosque::words::Lang;
use kiosque::{entity, fact, theme, triage};
use std::ops::ControlFlow;

/// Something that takes any bytes.
pub(crate) struct Target {
    /// The folder of its seeds.
    pub(crate) name: &'static str,
    /// Runs it once; panics when something does not hold.
    pub(crate) run: fn(&[u8]),
}

macro_rules! reading {
    ($($name:literal as $file:literal),* $(,)?) => {
        [$(Target { name: $name, run: |bytes| read($file, bytes) }),*]
    };
}

/// Readers, by the name of a file that is theirs.
const READERS: [Target; 19] = reading![
    "csv" as "a.csv",
    "epub" as "a.epub",
    "feed" as "a.xml",
    "html" as "a.html",
    "iptc" as "a.iptc",
    "json" as "a.json",
    "jsonl" as "a.jsonl",
    "mail" as "a.eml",
    "mailbox" as "a.mbox",
    "markdown" as "a.md",
    "newsml" as "b.xml",
    "office" as "a.docx",
    "pdf" as "a.pdf",
    "plain" as "a.txt",
    "references" as "a.ris",
    "rtf" as "a.rtf",
    "sheet" as "a.xlsx",
    "warc" as "a.warc",
    "word" as "a.doc",
];

/// Everything else that meets what strangers wrote.
const STAGES: [Target; 15] = [
    Target { name: "aligner", run: aligned },
    Target { name: "archives", run: unpacked },
    Target { name: "cleaner", run: cleaned },
    Target { name: "config", run: configured },
    Target { name: "dates", run: dated },
    Target { name: "encodings", run: decoded },
    Target { name: "journal", run: journal },
    Target { name: "keys", run: keyed },
    Target { name: "listing", run: listed },
    Target { name: "messages", run: worded },
    Target { name: "queries", run: queried },
    Target { name: "quotations", run: quoted },
    Target { name: "sanitiser", run: sanitised },
    Target { name: "sentences", run: parted },
    Target { name: "tagger", run: tagged },
];

/// Every target.
pub(crate) fn all() -> impl Iterator<Item = &'static Target> {
    READERS.iter().chain(&STAGES)
}

/// What a fetched list names is bounded, each address once.
fn listed(bytes: &[u8]) {
    let Some(listing) = ingest::listing(bytes) else { return };
    is_clean(&listing.title.unwrap_or_default());
    let articles: Vec<String> = listing.articles.into_iter().map(|article| article.address).collect();
    for addresses in [&articles, &listing.lists] {
        assert!(addresses.len() <= 1000, "addresses of a list are bounded");
        let once: std::collections::BTreeSet<_> = addresses.iter().collect();
        assert!(once.len() == addresses.len() && addresses.iter().all(|a| !a.trim().is_empty()));
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn is_clean(s: &str) {
    let bad = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    assert!(!s.contains(bad), "a control character gets out: {s:?}");
}

fn lies_within(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} is no place of the text");
}

fn document(bytes: &[u8]) -> Document {
    let (text, _) = sanitise::sanitise(text(bytes));
    clean(RawDocument { place: Place::file("a.txt"), text, ..RawDocument::default() })
}

fn holds(document: &Document) {
    let joined: String = document.lines.iter().map(|l| l.span.of(&document.text)).collect();
    assert!(joined == *document.text, "lines partition the text");
    document.body().for_each(|s| lies_within(&document.text, s));
    is_clean(&document.text);
    for notice in &document.notices {
        is_clean(&notice.to_string());
    }
}

fn small() -> Options {
    Options { document_bytes: 1 << 18, container_bytes: 1 << 19, ..Options::default() }
}

fn take(item: Item) -> ControlFlow<()> {
    match item {
        Item::Document(raw) => {
            assert!(raw.hints.iter().all(|h| raw.text.get(h.span.range()).is_some()), "a hint outside the text");
            holds(&clean(*raw));
        }
        Item::Notice(notice) => is_clean(&notice.to_string()),
    }
    ControlFlow::Continue(())
}

fn read(name: &str, bytes: &[u8]) {
    let _ = ingest::stream(&Place::file(name), &mut &*bytes, &small(), &mut take);
}

fn unpacked(bytes: &[u8]) {
    let _ = archives::opened(Place::file("a"), &mut &*bytes, &|| false, &mut |found| match found {
        files::WalkItem::File { place, reader, told, .. } => {
            is_clean(&place.to_string());
            ingest::stream_among(&place, reader, &small(), told, &mut take)
        }
        files::WalkItem::Problem(notice) => take(Item::Notice(notice)),
    });
}

fn cleaned(bytes: &[u8]) {
    let document = document(bytes);
    holds(&document);
    let ledger = kiosque::clean::ledger(&document);
    assert!(ledger.kept_words <= ledger.words);
    assert!(ledger.taken_out.windows(2).all(|w| w[0].span.start <= w[1].span.start));
}

fn configured(bytes: &[u8]) {
    let text = text(bytes);
    let loaded = settings::parse("a", &text, Themes::default());
    loaded.notices.iter().for_each(|n| is_clean(&n.to_string()));
    let (_, notices) = theme::parse("a", "a", &text);
    notices.iter().for_each(|n| is_clean(&n.to_string()));
}

fn dated(bytes: &[u8]) {
    let text = text(bytes);
    for date in find_dates(&text, Span::new(0, text.len())) {
        lies_within(&text, date.span);
        lies_within(&text, date.whole);
    }
}

fn decoded(bytes: &[u8]) {
    let decoded = encoding::decode(bytes, encoding::declared(bytes));
    let (text, _) = sanitise::sanitise(decoded.text);
    is_clean(&text);
    encoding::shape(bytes);
    encoding::is_binary(bytes);
}

fn journal(bytes: &[u8]) {
    let (entries, notices) = triage::journal::read("a", 1, bytes);
    notices.iter().for_each(|n| is_clean(&n.to_string()));
    for entry in &entries {
        let line = triage::journal::print(entry);
        assert_eq!(triage::journal::parse(line.as_bytes()), triage::journal::Line::Entry(entry.clone()));
    }
    let state = triage::Triage::of(entries.clone());
    let mut again = triage::Triage::of(entries.iter().rev().cloned().collect());
    again.extend(entries);
    assert!(state.targets() == again.targets(), "the state is that of the set of entries");
}

fn keyed(bytes: &[u8]) {
    let text = text(bytes);
    let (keys, action) = text.split_once('=').unwrap_or((&text, ""));
    if let Ok(parsed) = key::parse(keys) {
        assert!(parsed.is_empty() || !key::show(&parsed, Lang::EN).is_empty());
    }
    let actions = [action.trim().to_owned()];
    let bindings = vec![Rebinding { keys, actions: &actions, place: "a", description: None }];
    for notice in Keymap::new(Lang::EN).rebind(&[RebindingTable { context: "list", bindings, place: "a" }]) {
        is_clean(&notice.to_string());
    }
}

fn worded(bytes: &[u8]) {
    if let Ok(lang) = Lang::add("qz", &text(bytes)) {
        lang.articles(3);
        lang.number(1234);
    }
}

fn queried(bytes: &[u8]) {
    let text = text(bytes);
    let _ = Query::parse(&text).map_err(|e| is_clean(&Lang::EN.say(e.sentence)));
    Query::literal(&text);
}

fn quoted(bytes: &[u8]) {
    let document = document(bytes);
    let names = entity::find(&document);
    let facts = fact::find(&document, &names);
    let of = |s: Span| lies_within(&document.text, s);
    facts.quotes.iter().for_each(|q| (of(q.span), of(q.outer)).1);
    facts.figures.iter().for_each(|f| (of(f.span), of(f.number)).1);
    facts.dates.iter().for_each(|d| of(d.span));
    facts.hedges.iter().for_each(|h| of(h.span));
    facts.attributions.iter().for_each(|a| (of(a.source), of(a.cue)).1);
}

fn tagged(bytes: &[u8]) {
    let document = document(bytes);
    for name in entity::find(&document) {
        assert!(!name.mentions.is_empty(), "a name that stands nowhere: {}", name.name);
        name.mentions.iter().for_each(|m| lies_within(&document.text, m.span));
    }
}

fn sanitised(bytes: &[u8]) {
    let before = text(bytes);
    let (after, _) = sanitise::sanitise(before.clone());
    is_clean(&after);
    assert_eq!(before.chars().count(), after.chars().count());
    assert_eq!(sanitise::sanitise(after.clone()), (after.clone(), 0));
    for row in wrap::rows(&after, Span::new(0, after.len()), 30) {
        lies_within(&after, row);
    }
}

fn parted(bytes: &[u8]) {
    let text = text(bytes);
    let whole = Span::new(0, text.len());
    for split in [corpus::segment::sentences, corpus::segment::flowing, corpus::segment::unparted] {
        let mut end = 0;
        for s in split(&text, whole) {
            lies_within(&text, s);
            assert!(s.start >= end && !s.is_empty());
            end = s.end;
        }
    }
    segment::words(&text, whole).for_each(|w| lies_within(&text, w));
}

/// Two texts, parted by a line of equals signs.
fn aligned(bytes: &[u8]) {
    let text = text(bytes);
    let (a, b) = text.split_once("\n===\n").unwrap_or((&text, &text));
    let (a, b) = (document(a.as_bytes()), document(b.as_bytes()));
    let (names_a, names_b) = (entity::find(&a), entity::find(&b));
    let (facts_a, facts_b) = (fact::find(&a, &names_a), fact::find(&b, &names_b));
    let side_a = Side { document: &a, entities: &names_a, facts: &facts_a };
    let side_b = Side { document: &b, entities: &names_b, facts: &facts_b };
    let options = story::Options::default();
    let (c, d) = (story::compare(side_a, side_b, &options), story::compare(side_b, side_a, &options));
    assert_eq!(c.passages.len(), d.passages.len(), "the other way round is the mirror");
    for p in &c.passages {
        lies_within(&a.text, p.a);
        lies_within(&b.text, p.b);
        p.words.only_a.iter().for_each(|s| lies_within(&a.text, *s));
        p.words.only_b.iter().for_each(|s| lies_within(&b.text, *s));
    }
    story::facing(&c, &a, &b);
    story::rows(&c, &a, &b);
}
