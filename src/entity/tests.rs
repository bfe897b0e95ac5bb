//! Names end to end, on texts written for these tests, and on hostile ones.

use super::*;
use crate::text::Span;
use proptest::prelude::*;

/// The text with each name as `[surface](kind name)`.
fn marked(text: &str) -> String {
    let entities = find(&Document::of_paragraphs(text));
    let mut all: Vec<(Span, String)> = Vec::new();
    for e in &entities {
        let kind = e.kind.name();
        all.extend(e.mentions.iter().map(|m| (m.span, format!("{kind} {}", e.name))));
    }
    all.sort();
    let (mut out, mut at) = (String::new(), 0);
    for (s, label) in all {
        out.push_str(&text[at..s.start]);
        out.push_str(&format!("[{}]({label})", s.of(text)));
        at = s.end;
    }
    out + &text[at..]
}

#[test]
fn the_cases_are_found_as_written() {
    let mut wrong = Vec::new();
    let marks = regex::Regex::new(r"\[([^\]]*)\]\([^)]*\)").expect("a fixed pattern");
    for (file, cases) in [
        ("names.txt", include_str!("../../tests/cases/entities/names.txt")),
        ("aliases.txt", include_str!("../../tests/cases/entities/aliases.txt")),
    ] {
        for case in cases.split("\n\n").map(str::trim).filter(|c| !c.is_empty() && !c.starts_with('#')) {
            let plain = marks.replace_all(case, "$1");
            let found = marked(&plain);
            if found != case {
                wrong.push(format!("{file}\n  found    {found}\n  expected {case}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_embedded_models_are_those_of_their_manifests() {
    use sha2::{Digest, Sha256};
    let sha256 = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect::<String>();
    let lists = &include_bytes!("../../assets/entity/gazetteer.bin")[..];
    for (manifest, name, model) in [
        (
            include_str!("../../assets/entity/manifest.json"),
            "names.bin.zst",
            &include_bytes!("../../assets/entity/names.bin.zst")[..],
        ),
        (
            include_str!("../../assets/entity/manifest-names-en.json"),
            "names-en.bin.zst",
            &include_bytes!("../../assets/entity/names-en.bin.zst")[..],
        ),
    ] {
        let manifest: serde_json::Value = serde_json::from_str(manifest).expect("the manifest is JSON");
        let outputs = manifest["outputs"].as_array().expect("a list of outputs");
        for (file, bytes) in [(name, model), ("gazetteer.bin", lists)] {
            let stated = outputs.iter().find(|o| o["file"] == file).expect("every file has its line");
            assert_eq!(stated["sha256"], sha256(bytes), "{file}");
        }
        assert!(crf::Model::open(&packed::unpack(model).expect("it is packed")).is_some());
    }
    let choice = &include_bytes!("../../assets/entity/choice.bin.zst")[..];
    let manifest = include_str!("../../assets/entity/choice.json");
    let manifest: serde_json::Value = serde_json::from_str(manifest).expect("the manifest is JSON");
    assert_eq!(manifest["outputs"][0]["sha256"], sha256(choice));
    assert!(choice::ChoiceModel::open(&packed::unpack(choice).expect("it is packed")).is_some());
}

#[test]
fn hostile_texts_give_something_or_nothing_and_no_panic() {
    let long = "PARIS ET LONDRES ".repeat(3000);
    let glued = "A".repeat(20_000);
    let dots = "J.".repeat(5_000);
    for text in [
        &long,
        &glued,
        &dots,
        "",
        "\u{202b}مرحبا بالعالم",
        "👩‍👩‍👧 🇫🇷 à Paris",
        "l’’’’l'",
        "(((([[[[«««« »»»»",
        "M. M. M. M.",
    ] {
        let d = Document::of_paragraphs(text);
        for e in find(&d) {
            assert!(!e.mentions.is_empty() && !e.name.is_empty());
        }
        references(&d, &find(&d));
    }
}

/// Names of a text as `kind surface`, each once.
fn found(text: &str) -> std::collections::BTreeSet<String> {
    let entities = find(&Document::of_paragraphs(text));
    let all = entities.iter().flat_map(|e| e.mentions.iter().map(|m| format!("{} {}", e.kind.name(), m.span.of(text))));
    all.collect()
}

#[test]
fn names_are_found_in_capitals_and_without_any() {
    let text = "Le président Luis Parra est arrivé mardi à Oslo. Le ministre Jonas Dahl a reçu Luis Parra à Genève.";
    let right = found(text);
    assert!(right.len() == 4 && right.contains("place Oslo"), "{right:?}");
    let folded = |names: &std::collections::BTreeSet<String>| -> std::collections::BTreeSet<String> {
        names.iter().map(|n| n.to_lowercase()).collect()
    };
    for other in [text.to_uppercase(), text.to_lowercase()] {
        assert_eq!(folded(&found(&other)), folded(&right));
    }
    let headline = "LE MINISTRE JONAS DAHL REÇOIT LUIS PARRA À OSLO\n".to_owned() + text;
    assert_eq!(folded(&found(&headline)), folded(&right));
}

#[test]
fn spoilt_letters_leave_the_other_names_where_they_are() {
    let text =
        "Le prési-\ndent Luis Parra est arrivé rnardi à Oslo , se1on I'ONU . ¦ M. Parra ren contre Jonas Dahl .~";
    let names = found(text);
    for n in ["person Luis Parra", "place Oslo", "person Jonas Dahl"] {
        assert!(names.contains(n), "{n} in {names:?}");
    }
    assert!(names.iter().all(|n| n.split(' ').count() <= 4), "{names:?}");
}

#[test]
fn a_paragraph_of_a_megabyte_gives_every_mention() {
    let sentence = "Le président Luis Parra est arrivé mardi à Oslo, a indiqué l’ONU. ";
    let times = (1 << 20) / sentence.len() + 1;
    let text = sentence.repeat(times);
    let entities = find(&Document::of_paragraphs(&text));
    let counts: Vec<(&str, usize)> = entities.iter().map(|e| (e.name.as_str(), e.mentions.len())).collect();
    assert_eq!(counts, [("Luis Parra", times), ("Oslo", times), ("ONU", times)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn mentions_lie_at_character_boundaries_in_order_and_apart(
        words in prop::collection::vec(prop::sample::select(vec![
            "Le", "président", "russe", "Vladimir", "Poutine", "Kim", "Jong-un", "(", "UE", ")", "Union", "européenne", "l’", "à",
            "Paris", ".", "«", "»", ",", "selon", "l'agence", "TASS", "M.", "É", "rue", "de", "\n", "2019", "👍", "ONU", "et", "place",
        ]), 0..60),
        noise in "\\PC{0,12}",
    ) {
        let text = words.join(" ") + &noise;
        let d = Document::of_paragraphs(&text);
        let mut spans: Vec<Span> = Vec::new();
        for e in find(&d) {
            prop_assert_eq!(e.forms.iter().map(|f| f.count).sum::<usize>(), e.mentions.len());
            // What `--explain` prints.
            prop_assert!(e.forms.iter().all(|f| !crate::words::Lang::EN.text(f.reason).is_empty()));
            for m in &e.mentions {
                prop_assert!(rule::is_listed(m.rule));
                prop_assert!(text.get(m.span.range()).is_some_and(|s| !s.is_empty() && s.trim() == s));
                spans.push(m.span);
            }
        }
        spans.sort();
        prop_assert!(spans.windows(2).all(|w| w[0].end <= w[1].start));
        let entities = find(&d);
        for r in references(&d, &entities) {
            prop_assert!(text.get(r.span.range()).is_some() && r.entity < entities.len());
        }
    }
}

#[test]
fn the_same_names_are_found_on_one_thread_and_on_eight() {
    let texts: Vec<String> = (0..16)
        .map(|i| {
            format!(
                "Le groupe Bertol{i} (GB{i}) a nommé Anna Berg, a dit Serge, retraité, à Lindal. Mme Berg dirigeait \
                 l’Office français de protection des rivières (Ofpr). Le film « La Mer{i} » sort à Paris."
            )
        })
        .collect();
    let alone: Vec<Vec<Entity>> = texts.iter().map(|t| find(&Document::of_paragraphs(t))).collect();
    let together: Vec<Vec<Entity>> = std::thread::scope(|s| {
        let running: Vec<_> = texts
            .chunks(2)
            .map(|two| s.spawn(|| two.iter().map(|t| find(&Document::of_paragraphs(t))).collect::<Vec<_>>()))
            .collect();
        running.into_iter().flat_map(|r| r.join().expect("no thread panics")).collect()
    });
    assert_eq!(alone, together);
}

#[test]
fn a_name_that_speaks_for_itself_is_sure_and_what_a_model_guesses_is_doubtful() {
    let text =
        "Le président Emmanuel Carsac a reçu mardi à Paris le maire de Lyon, Paul Vernier. Les Grumilles y étaient.";
    let of = |language| {
        let mut document = Document::of_paragraphs(text);
        document.meta.language.value = language;
        let entities = find(&document);
        let doubtful = |name: &str| entities.iter().find(|e| e.name == name).map(Entity::is_doubtful);
        ["Emmanuel Carsac", "Paris", "Paul Vernier"].map(doubtful)
    };
    assert_eq!(of(Some(crate::corpus::Language::Fr)), [Some(false); 3]);
    assert_eq!(of(None), [Some(true); 3]);
}
