//! Links that the reader accepted and refused, as data to learn from.

use crate::support::{kept_in, press};
use kiosque::cli::{self, Context};
use kiosque::shell::Harness;
use kiosque::story::Relation;
use kiosque::text::{ScalarIndex, Span};
use kiosque::words::Lang;
use serde_json::Value;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("taught");
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(path.join("corpus")).unwrap();
    path
}

/// What the command prints of the articles of a folder.
fn printed(dir: &Path, part: &str) -> String {
    let args = ["kiosque", "journal", "--links", part].map(OsString::from).into_iter();
    let rest = [dir.join("corpus").into(), "--state-dir".into(), dir.join("state").into()];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = cli::run(args.chain(rest).collect(), &mut Context::new(&mut out, &mut err, Lang::EN)).code();
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

/// Goes to a linked place of A, the first from a number on, and presses keys.
fn at_link(h: &mut Harness, from: usize, keys: &str) {
    let c = h.model.compare.as_mut().expect("a comparison");
    let facing = &c.result.as_ref().expect("a result").facing;
    let linked = |r: &&kiosque::story::Row| r.passage.is_some() && r.relation != Relation::Beside && r.a.is_some();
    let place = facing.iter().filter(linked).nth(from).expect("a linked place").a;
    c.go_to((place, None));
    press(h, keys);
}

#[test]
fn what_was_accepted_and_refused_is_printed_to_learn_from_and_what_was_undone_is_not() {
    let dir = folder();
    let mut h = kept_in(&dir.join("state"), 120, 40);
    press(&mut h, "jj=j=");
    at_link(&mut h, 0, "MM");
    at_link(&mut h, 1, "M0");
    at_link(&mut h, 2, "MMu");
    let (a, b) = h.model.compare.as_ref().map(|c| (c.a, c.b)).unwrap();
    let documents = [a, b].map(|id| h.model.library.corpus.get(id).unwrap().clone());
    let mut documents: Vec<_> = documents.into_iter().collect();
    documents.sort_by_key(|d| d.key);
    let pins = h.model.triage.pins(documents[0].key, documents[1].key);
    drop(h);
    assert_eq!(pins.len(), 2, "{pins:?}");
    for d in &documents {
        fs::write(dir.join("corpus").join(format!("{}.txt", d.key)), &*d.text).unwrap();
    }
    let (gold, texts) = (printed(&dir, "gold"), printed(&dir, "texts"));
    assert_eq!((gold.lines().count(), texts.lines().count()), (1, 2));
    let read: Value = serde_json::from_str(&gold).unwrap();
    let spans: Vec<Vec<Span>> = (0..2)
        .map(|side| {
            let index = ScalarIndex::new(&documents[side].text);
            let at = |s: &Value, end: &str| index.byte(s[end].as_u64().unwrap() as usize);
            let listed = &read["documents"][side];
            assert_eq!(listed["file"], documents[side].key.to_string());
            listed["sentences"].as_array().unwrap().iter().map(|s| Span::new(at(s, "start"), at(s, "end"))).collect()
        })
        .collect();
    let links = read["pairs"][0]["alignments"].as_array().unwrap();
    let places = |l: &Value| {
        let at = |side: usize, name: &str| spans[side][l[name]["sentence"].as_u64().unwrap() as usize];
        (at(0, "a"), at(1, "b"))
    };
    let mut refused = 0;
    for pin in pins {
        match pin {
            (Some(x), Some(y)) => {
                let accepted: Vec<&Value> = links.iter().filter(|l| l["required"] == true).collect();
                assert!(!accepted.is_empty());
                assert!(accepted.iter().all(|l| places(l).0.touches(x) && places(l).1.touches(y)), "{accepted:?}");
            }
            (x, y) => {
                refused += 1;
                let about = |l: &Value| {
                    let (p, q) = places(l);
                    x.is_some_and(|x| x.contains(p)) || y.is_some_and(|y| y.contains(q))
                };
                assert!(!links.iter().any(about));
            }
        }
    }
    assert_eq!(refused, 1);
    assert!(links.iter().any(|l| l["required"] == false));
    learnt(&dir, &gold, &texts);
    fs::remove_dir_all(dir).unwrap();
}

/// The trainer reads what was printed.
#[cfg(feature = "train")]
fn learnt(dir: &Path, gold: &str, texts: &str) {
    use kiosque::train::{links, tools};
    let files = ["gold.json", "texts.jsonl", "examples.jsonl"].map(|f| dir.join(f).display().to_string());
    fs::write(&files[0], gold).unwrap();
    fs::write(&files[1], texts).unwrap();
    let args = ["links", "--set", "reader", &files[0], &files[1], "0.5", "--examples", &files[2]];
    let args = links::command().get_matches_from(args);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    links::run(&args, &mut tools::Context { out: &mut out, err: &mut err }).expect("the trainer reads it");
    assert_eq!(fs::read_to_string(&files[2]).unwrap().lines().count(), 1);
}

#[cfg(not(feature = "train"))]
fn learnt(_: &Path, _: &str, _: &str) {}
