//! A seeded generator of inputs that nobody would want: cut, spliced,
//! mis-encoded, packed, enormous, nested. Whatever comes in, what goes out is
//! labelled, sanitised and explained in sentences.
//!
//! `KIOSQUE_HOSTILE_ROUNDS` makes it try longer.

use crate::support::folder;
use kiosque::clean::clean;
use kiosque::cli::{Context, list, show};
use kiosque::corpus::{Document, Place};
use kiosque::ingest::{self, Fields, Options};
use kiosque::notice::Notice;
use kiosque::words::Lang;
use std::fs;
use std::io::Write;
use std::path::Path;

/// A small generator with a fixed seed (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, n: usize) -> usize {
        self.next() as usize % n.max(1)
    }

    fn pick<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.below(list.len())]
    }
}

const PROSE: &str = "Le phare de Kerlan a été rallumé jeudi soir, après trois mois de panne, a indiqué la capitainerie. \
« Nous avons attendu une pièce », dit Maël Le Goff, gardien depuis 2009. La facture s'élève à 41 000 euros.\n\n";

/// Pieces that break programs.
const PIECES: &[&str] = &[
    PROSE,
    "\u{1b}[2J\u{1b}]0;titre\u{7}",
    "\u{9b}31m",
    "\u{202e}elitnegnu\u{2066}",
    "e\u{301}\u{301}\u{301}",
    "\r",
    "\r\n",
    "\0",
    "\u{2028}",
    "\u{feff}",
    "<p>",
    "</div>",
    "<script>",
    "<!--",
    "-->",
    "<b><i>",
    "&#27;",
    "&#0;",
    "&bogus;",
    "<table><tr><td>",
    "<title>",
    "<article class=comments>",
    "{\"title\":",
    "{\"text\":\"",
    "\"}",
    "[[[[",
    "]]",
    "\\ud800",
    "title,text\n",
    "\"",
    ";",
    "\t",
    "From a@b\n",
    "From: a@b\nSubject: x\nTo: y\n\n",
    "Content-Type: multipart/mixed; boundary=x\n",
    "--x\n",
    "WARC/1.0\r\n",
    "Content-Length: 99999999\r\n",
    "WARC-Type: response\r\n",
    "HTTP/1.1 200 OK\r\n",
    "Content-Type: text/html\r\n\r\n",
    "<?xml version='1.0'?>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "<rss><channel><item>",
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry>",
    "<opml><outline text='a' xmlUrl='b'/>",
    "---\n",
    "# ",
    "👩\u{200d}👧",
    "新聞",
    "https://a.example/",
    "12 commentaires\n",
    "Publié le 31/02/2024\n",
    "\n\n\n\n",
    "   ",
    "PK\u{3}\u{4}",
    "\u{1f}",
    "%PDF-",
];

/// Names that break programs.
const NAMES: &[&str] =
    &["a.txt", "b.html", "c.jsonl", "d.json", "e.csv", "f.xml", "g.eml", "h.warc", "i.md", "j.epub", "k"];

fn bytes(dice: &mut Dice) -> Vec<u8> {
    let mut out = Vec::new();
    for _ in 0..dice.below(40) {
        let piece = dice.pick(PIECES);
        let times = if dice.below(30) == 0 { 2000 } else { 1 + dice.below(3) };
        for _ in 0..times {
            out.extend_from_slice(piece.as_bytes());
        }
    }
    match dice.below(9) {
        0 => out.truncate(dice.below(out.len() + 1)),
        1 => out = encoding_rs::WINDOWS_1252.encode(&String::from_utf8_lossy(&out)).0.into_owned(),
        2 => out = String::from_utf8_lossy(&out).encode_utf16().flat_map(u16::to_le_bytes).collect(),
        3 => {
            for _ in 0..=dice.below(20) {
                let at = dice.below(out.len() + 1);
                out.insert(at, dice.below(256) as u8);
            }
        }
        4 => {
            let at = dice.below(out.len() + 1);
            out.rotate_left(at);
        }
        5 => out.extend(std::iter::repeat_with(|| dice.below(256) as u8).take(500)),
        _ => {}
    }
    out
}

fn is_clean(what: &str, s: &str) {
    let bad = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!s.contains(bad), "{what} holds a control character: {:?}", s.chars().find(|c| bad(*c)));
}

fn is_sentence(n: &Notice) {
    let sentence = n.sentence.to_string();
    is_clean("a notice", &sentence);
    is_clean("a place", &n.place);
    assert!(!n.place.contains('\n') && !sentence.contains('\n'), "{n:?}");
    assert!(sentence.ends_with('.') && sentence.contains(' '), "no sentence: {n:?}");
}

fn values(f: &Fields) -> impl Iterator<Item = &ingest::Field> {
    [&f.title, &f.standfirst, &f.source, &f.author, &f.published, &f.updated, &f.url, &f.language, &f.identifier]
        .into_iter()
        .flatten()
}

fn holds(document: &Document) {
    let joined: String = document.lines.iter().map(|l| l.span.of(&document.text)).collect();
    assert_eq!(joined, *document.text, "lines partition the text");
    document.notices.iter().for_each(is_sentence);
    is_clean("the text", &document.text);
    for value in [&document.meta.title, &document.meta.source, &document.meta.author, &document.meta.url] {
        is_clean("a claim", value.value.as_deref().unwrap_or(""));
    }
}

#[test]
fn anything_at_all_gives_labelled_text_or_a_sentence() {
    let rounds = std::env::var("KIOSQUE_HOSTILE_ROUNDS").ok().and_then(|r| r.parse().ok()).unwrap_or(400);
    let options = Options { document_bytes: 200_000, container_bytes: 400_000, ..Options::default() };
    let mut dice = Dice(3);
    for round in 0..rounds {
        let input = bytes(&mut dice);
        let place = Place::file(dice.pick(NAMES));
        let got = ingest::read_with(&place, &input, &options);
        got.notices.iter().for_each(is_sentence);
        assert!(!got.documents.is_empty() || !got.notices.is_empty(), "round {round}: nothing and no word about it");
        for raw in got.documents {
            assert!(raw.text.len() <= 2 * options.document_bytes, "round {round}");
            values(&raw.fields).for_each(|f| is_clean(f.rule, &f.value));
            is_clean("a place", &raw.place.to_string());
            let spans = raw.hints.iter().map(|h| h.span);
            assert!(spans.clone().all(|s| raw.text.get(s.range()).is_some()), "round {round}: a hint outside the text");
            assert!(
                spans.clone().zip(spans.skip(1)).all(|(a, b)| a.end <= b.start),
                "round {round}: hints out of order"
            );
            holds(&clean(raw));
        }
    }
}

#[test]
fn the_same_bytes_give_the_same_documents_in_any_portions() {
    /// Gives one byte at a time.
    struct Drip<'b>(&'b [u8]);
    impl std::io::Read for Drip<'_> {
        fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
            let n = self.0.len().min(buf.len()).min(1);
            buf[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }
    let mut dice = Dice(11);
    for _ in 0..60 {
        let input = bytes(&mut dice);
        let place = Place::file(dice.pick(NAMES));
        let whole = ingest::read(&place, &input);
        let mut dripped = ingest::Ingested::default();
        let mut reader = std::io::BufReader::with_capacity(7, Drip(&input));
        let _ = ingest::stream(&place, &mut reader, &Options::default(), &mut |item| {
            match item {
                ingest::Item::Document(d) => dripped.documents.push(*d),
                ingest::Item::Notice(n) => dripped.notices.push(n),
            }
            std::ops::ControlFlow::Continue(())
        });
        assert_eq!(whole.documents, dripped.documents);
    }
}

fn run(
    command: clap::Command,
    run: fn(&clap::ArgMatches, &mut Context<'_>) -> kiosque::cli::Outcome,
    root: &Path,
    more: &[&str],
) -> (u8, String, String) {
    let state = root.with_extension("state");
    let command = kiosque::cli::surroundings::arguments(command, Lang::EN);
    let mut args = vec!["kiosque".into(), "--state-dir".into(), state.into_os_string(), root.as_os_str().to_owned()];
    args.extend(more.iter().map(|m| (*m).into()));
    let matches = command.try_get_matches_from(args).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(&matches, &mut Context::new(&mut out, &mut err, Lang::EN)).unwrap();
    (exit.code(), String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn a_folder_of_traps_is_walked_and_said() {
    let root = folder("hostile-traps");
    fs::write(root.join("bon.txt"), PROSE).unwrap();
    fs::write(root.join("vide.txt"), "").unwrap();
    fs::write(root.join("image"), b"\x89PNG\r\n\x1a\n\0\0\0\0").unwrap();
    fs::write(root.join(".cache"), PROSE).unwrap();
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gz.write_all(&vec![0; 64 << 20]).unwrap();
    fs::write(root.join("bombe.txt.gz"), gz.finish().unwrap()).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&root, root.join("boucle")).unwrap();
        std::os::unix::fs::symlink("soi", root.join("soi")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", root.join("zero.txt")).unwrap();
        fs::write(root.join("esc\u{1b}[2J\n.txt"), PROSE).unwrap();
    }
    let (code, out, err) = run(list::command(Lang::EN), list::run, &root, &["--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    let documents = answer["documents"].as_array().unwrap().len();
    assert_eq!(documents, if cfg!(unix) { 2 } else { 1 }, "{out}");
    assert_eq!(code, 3, "some inputs were unreadable");
    assert!(err.lines().count() >= 4, "{err}");
    is_clean("standard output", &out);
    is_clean("standard error", &err);
    let (_, out, err) = run(show::command(Lang::EN), show::run, &root, &[]);
    assert!(out.contains("Le phare de Kerlan"));
    is_clean("standard output", &out);
    is_clean("standard error", &err);
}

#[test]
fn a_folder_without_articles_says_so() {
    let (code, out, err) = run(list::command(Lang::EN), list::run, &folder("hostile-nothing"), &["--format", "json"]);
    assert_eq!(code, 1);
    assert!(out.contains("\"documents\":[") && err.contains("no article"), "{out} {err}");
}

/// What the program prints on standard error, and how it ended; one that waits
/// for a pipe is ended and fails the test.
#[cfg(unix)]
#[track_caller]
fn ends(state: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    use std::process::{Command, Stdio};
    let child = Command::new(env!("CARGO_BIN_EXE_kiosque"))
        .args(arguments)
        .current_dir(state)
        .env("KIOSQUE_STATE_DIR", state)
        .env("LANG", "en_GB.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let id = child.id().to_string();
    let (send, ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || send.send(child.wait_with_output()));
    // Nothing takes as long; only a failure waits for it.
    let Ok(output) = ended.recv_timeout(std::time::Duration::from_secs(60)) else {
        let _ = Command::new("kill").arg(id).status();
        panic!("{arguments:?} waits for ever");
    };
    let output = output.unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_any_file_of_the_program_is_said_and_nothing_waits() {
    let pipe = |path: &Path| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    let state = folder("hostile-pipes");
    fs::create_dir_all(state.join("texts")).unwrap();
    fs::write(state.join("texts/a.txt"), format!("Un titre\n\n{PROSE}")).unwrap();
    let places = ["config/config.toml", "config/themes/a.toml", "config/words/qa.ftl", "list", "terms"];
    places.iter().for_each(|p| pipe(&state.join(p)));
    let said = "no file (a pipe, socket or device)";
    let (code, err) = ends(&state, &["list", "texts", "--config", "config/config.toml"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(err.contains("config.toml") && err.contains("a.toml") && err.contains("qa.ftl"), "{err}");
    assert_eq!(err.matches(said).count(), 3, "{err}");
    for arguments in [&["list", "--files-from", "list"][..], &["search", "--terms", "terms", "texts"]] {
        let (code, err) = ends(&state, arguments);
        assert!(code == Some(2) && err.contains(said), "{arguments:?}: {code:?} {err}");
    }
    // What the program keeps: a journal that cannot be read is said, the rest
    // is as if it were not there.
    pipe(&state.join("journal.jsonl"));
    let (_, err) = ends(&state, &["list", "texts"]);
    assert!(err.contains(said), "{err}");
    fs::remove_file(state.join("journal.jsonl")).unwrap();
    assert_eq!(ends(&state, &["index", "texts"]).0, Some(0));
    let kept = fs::read_dir(state.join("cache/catalogues")).unwrap().next().unwrap().unwrap().path();
    for name in ["lock", "index", "findings-1"] {
        let _ = fs::remove_file(kept.join(name));
        pipe(&kept.join(name));
        let (code, err) = ends(&state, &["list", "texts"]);
        assert_eq!(code, Some(0), "{name}: {err}");
        fs::remove_file(kept.join(name)).unwrap();
    }
}
