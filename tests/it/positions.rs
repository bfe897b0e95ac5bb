//! Positions in every JSON output are Unicode scalars of the text.

use kiosque::cli::{self, Context};
use kiosque::words::Lang;
use serde_json::Value;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

const TEXTS: [(&str, &str); 2] = [
    (
        "é-a.txt",
        "« Éléonore » reste à quai à Saint-Aubïn\n\nPar Zoé Léger\n\n12 juin 2026\n\nLe ferry « Éléonore » est resté à \
         quai jeudi à Saint-Aubïn. « Nous attendons une réponse de l’État », a déclaré Zoé Müller, la maire. Près de \
         240 passagèrs ont été bloqués. Selon la préfecture, la grève coûterait 1,5 million d’euros.\n",
    ),
    (
        "é-b.txt",
        "Grève à Saint-Aubïn : l’« Éléonore » à quai\n\n12 juin 2026\n\nLe ferry « Éléonore » est resté à quai jeudi à \
         Saint-Aubïn. Selon la mairie, 250 passagers ont été bloqués. « Nous attendons une réponse de l’État », a \
         déclaré Zoé Müller.\n",
    ),
];

fn corpus() -> PathBuf {
    // Tests run beside each other.
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let own = format!("positions-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(own);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("texts")).unwrap();
    for (file, text) in TEXTS {
        fs::write(root.join("texts").join(file), text).unwrap();
    }
    root
}

fn run(root: &Path, args: &[&str]) -> Vec<Value> {
    let mut all: Vec<OsString> = vec!["kiosque".into()];
    all.extend(args.iter().map(OsString::from));
    all.extend(["--format", "json", "--lang", "en", "--state-dir"].map(OsString::from));
    all.push(root.join("state").into());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = cli::run(all, &mut Context::new(&mut out, &mut err, Lang::EN)).code();
    assert_eq!(code, 0, "{args:?}: {}", String::from_utf8_lossy(&err));
    serde_json::Deserializer::from_slice(&out).into_iter().map(Result::unwrap).collect()
}

/// Every `{start, end}` with its text where it gives one.
fn places(value: &Value, found: &mut Vec<(usize, usize, Option<String>)>) {
    match value {
        Value::Object(map) => {
            let at = |name: &str| map.get(name).and_then(Value::as_u64).map(|n| n as usize);
            if let (Some(start), Some(end)) = (at("start"), at("end")) {
                found.push((start, end, map.get("text").and_then(Value::as_str).map(str::to_owned)));
            }
            map.values().for_each(|v| places(v, found));
        }
        Value::Array(list) => list.iter().for_each(|v| places(v, found)),
        _ => {}
    }
}

fn scalars(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn every_place_in_every_json_is_counted_in_characters() {
    let root = corpus();
    let (texts, a, b) = (root.join("texts"), root.join("texts/é-a.txt"), root.join("texts/é-b.txt"));
    let [texts, a, b] = [&texts, &a, &b].map(|p| p.to_str().unwrap());
    let commands: [&[&str]; 12] = [
        &["list", texts],
        &["show", texts],
        &["clean", a],
        &["entities", "--corpus", "--explain", texts],
        &["names", texts],
        &["names", texts, "--of", "Zoé Müller"],
        &["stories", texts],
        &["matrix", texts],
        &["timeline", texts],
        &["brief", texts],
        &["search", "Müller", texts],
        &["compare", a, b],
    ];
    for args in commands {
        let mut found = Vec::new();
        run(&root, args).iter().for_each(|v| places(v, &mut found));
        for (start, end, text) in found {
            let longest = TEXTS.iter().map(|(_, t)| t.chars().count()).max().unwrap();
            assert!(start <= end && end <= longest, "{args:?}: {start}..{end} is outside the text");
            let Some(text) = text else { continue };
            let one_line = |s: String| s.split_whitespace().collect::<Vec<_>>().join(" ");
            // The page of a name gives the sentence around each mention.
            let around = args.contains(&"--of");
            let said = |here: String| if around { text.contains(&here) } else { one_line(text.clone()) == here };
            let here = TEXTS.iter().any(|(_, t)| said(one_line(scalars(t, start, end))));
            assert!(here, "{args:?}: {start}..{end} is not {text:?}");
        }
    }
}

#[test]
fn the_evidence_of_a_claim_stands_where_it_says() {
    let root = corpus();
    let texts = root.join("texts");
    let listed = run(&root, &["list", texts.to_str().unwrap()]);
    let mut seen = 0;
    for d in listed[0]["documents"].as_array().unwrap() {
        let path = d["path"].as_str().unwrap();
        let (_, text) = TEXTS.iter().find(|(f, _)| path.ends_with(f)).unwrap();
        for claim in ["title", "author"] {
            let Some(value) = d[claim]["value"].as_str() else { continue };
            let span = &d[claim]["evidence"][0]["span"];
            let [start, end] = ["start", "end"].map(|n| span[n].as_u64().unwrap() as usize);
            assert_eq!(scalars(text, start, end).trim(), value, "{claim}");
            seen += 1;
        }
    }
    assert!(seen >= 3, "only {seen} claims have a place");
}

#[test]
fn the_number_of_a_figure_is_the_number() {
    let root = corpus();
    let texts = root.join("texts");
    let mut seen = 0;
    for d in run(&root, &["entities", "--corpus", texts.to_str().unwrap()]) {
        for f in d["figures"].as_array().unwrap() {
            let number = f["number"]["text"].as_str().unwrap();
            assert!(f["span"]["text"].as_str().unwrap().contains(number), "{f}");
            seen += 1;
        }
    }
    assert!(seen >= 2);
}
