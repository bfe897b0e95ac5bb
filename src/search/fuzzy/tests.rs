use super::*;
use proptest::prelude::*;

fn never() -> bool {
    false
}

fn first<'n>(names: &[&'n str], query: &str) -> Vec<&'n str> {
    let finder = Finder::new(names);
    finder.query(query, 50, &never).best.iter().map(|b| names[b.index as usize]).collect()
}

/// Every name scored, nothing left out: what the tiers are measured against.
fn exhaustive(finder: &Finder, query: &str, limit: usize) -> Vec<u32> {
    let query = plain(query);
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut all: Vec<Candidate> = (0..finder.len())
        .filter_map(|i| {
            let name = finder.name(i);
            let score: Option<i64> = query.split_whitespace().map(|a| matcher.fuzzy_match(name, a)).sum();
            score.map(|score| Candidate { score, length: name.len() as u32, index: i as u32 })
        })
        .collect();
    all.sort_unstable();
    all.iter().take(limit).map(|c| c.index).collect()
}

/// Headlines made of invented words and common ones, the same every time.
fn headlines(count: usize) -> Vec<String> {
    const WORDS: &[&str] = &[
        "À",
        "l’usine",
        "grève",
        "éboueurs",
        "budget",
        "municipal",
        "hausse",
        "des",
        "loyers",
        "cyberattaque",
        "contre",
        "tramway",
        "retraites",
        "réforme",
        "sommet",
        "européen",
        "divise",
        "la",
        "le",
        "du",
        "sur",
        "ministre",
        "Corée",
        "œuvre",
        "cœur",
        "rendez-vous",
        "aujourd’hui",
        "presqu’île",
        "Saint-Éloi",
        "Marchetti",
        "Brandt",
        "pourquoi",
        "enquête",
        "port",
        "autonome",
        "sécheresse",
        "nappe",
        "maire",
        "démission",
        "relance",
        "après",
        "fermeture",
        "accord",
        "vente",
        "d’armes",
        "Noirmont",
        "Trégonnec",
        "Gorze",
        "hôpital",
        "urgences",
        "école",
        "rentrée",
    ];
    let mut seed = 7_u64;
    let mut next = move |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % n
    };
    (0..count)
        .map(|_| {
            let n = 5 + next(8);
            let mut words: Vec<&str> = (0..n).map(|_| WORDS[next(WORDS.len())]).collect();
            let number = (2000 + next(40)).to_string();
            words.push(&number);
            words.join(" ")
        })
        .collect()
}

#[test]
fn accents_case_apostrophes_hyphens_and_ligatures_do_not_matter() {
    let names = ["Corée du Nord", "Kim Jong-un", "l’œuvre", "Ça va", "Aujourd’hui"];
    for (query, expected) in [
        ("coree", "Corée du Nord"),
        ("CORÉE nord", "Corée du Nord"),
        ("kim jong un", "Kim Jong-un"),
        ("jong-un kim", "Kim Jong-un"),
        ("l'oeuvre", "l’œuvre"),
        ("œuvre", "l’œuvre"),
        ("ca", "Ça va"),
        ("aujourd hui", "Aujourd’hui"),
        ("aujourdhui", "Aujourd’hui"),
    ] {
        assert_eq!(first(&names, query).first(), Some(&expected), "{query}");
    }
}

#[test]
fn words_match_in_any_order_and_all_have_to() {
    let names = ["Grève à l’usine", "L’usine ferme", "Grève des éboueurs"];
    assert_eq!(first(&names, "usine grev"), ["Grève à l’usine"]);
    assert!(first(&names, "usine budget").is_empty());
}

#[test]
fn the_first_fifty_are_those_of_the_exhaustive_scorer() {
    let names = headlines(6000);
    let finder = Finder::new(&names);
    let mut queries: Vec<String> = Vec::new();
    for (i, name) in names.iter().step_by(61).enumerate() {
        let folded = plain(name);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let word = words[i % words.len()];
        let upto = |n: usize| word.chars().take(n).collect::<String>();
        queries.push(match i % 6 {
            0 => upto(1),
            1 => upto(3),
            2 => word.to_owned(),
            3 => format!("{} {}", upto(4), words[(i + 2) % words.len()]),
            4 => word.chars().step_by(2).collect(),
            _ => word.chars().skip(1).take(4).collect(),
        });
    }
    queries.retain(|q| !q.is_empty());
    let differs = |q: &&String| {
        let mine: Vec<u32> = finder.query(q, 50, &never).best.iter().map(|b| b.index).collect();
        mine != exhaustive(&finder, q, 50)
    };
    let different: Vec<&String> = queries.iter().filter(differs).collect();
    assert!(different.len() * 100 <= queries.len() * 5, "{} of {}: {different:?}", different.len(), queries.len());
}

#[test]
fn parts_searched_apart_give_the_same_as_the_whole() {
    let names = headlines(5000);
    let finder = Finder::new(&names);
    for query in ["g", "retr", "grève usine", "xq", "2031"] {
        let parts: Vec<Part> =
            finder.ranges(700).into_iter().rev().map(|r| finder.part(query, r, Reach::Tiered, &never)).collect();
        assert_eq!(finder.join(query, 50, Reach::Tiered, parts), finder.query(query, 50, &never), "{query}");
    }
}

#[test]
fn widening_adds_the_scattered_names() {
    let names: Vec<String> = (0..300).map(|n| format!("budget {n}")).chain([String::from("b. un dé")]).collect();
    let finder = Finder::new(&names);
    let narrow = finder.query("bud", 400, &never);
    let wide = finder.query_with("bud", 400, Reach::Wide, &never);
    assert_eq!((narrow.total, narrow.scattered_left_out, wide.total), (300, true, 301));
}

#[test]
fn a_cancelled_search_stops_at_once() {
    let finder = Finder::new(headlines(5000));
    let asked = std::cell::Cell::new(0);
    let results = finder.query("a", 50, &|| {
        asked.set(asked.get() + 1);
        asked.get() > 2
    });
    assert!(results.cancelled && asked.get() == 3);
}

#[test]
fn a_huge_name_costs_no_more_than_a_long_one() {
    let huge = "a".repeat(1 << 20);
    let finder = Finder::new([huge.as_str()]);
    assert_eq!(finder.folded.len(), CAP);
    assert_eq!(finder.query(&"a".repeat(40), 5, &never).total, 1);
    assert!(light(&"a".repeat(40), &huge).iter().all(|s| s.end <= CAP));
}

#[test]
fn the_letters_that_matched_are_lit_in_the_original() {
    let name = "L’œuvre de Kim Jong-un";
    let highlighted = |q: &str| light(q, name).iter().map(|s| s.of(name)).collect::<Vec<_>>();
    assert_eq!(highlighted("oeuvre"), ["œuvre"]);
    assert_eq!(highlighted("jong kim"), ["Kim", "Jong"]);
    assert_eq!(highlighted("jongun"), ["Jong", "un"]);
}

#[test]
fn an_empty_query_shows_the_names_in_their_order() {
    let finder = Finder::new(["bbb", "a", "cc"]);
    let results = finder.query("  ", 2, &never);
    assert_eq!((results.total, results.best.iter().map(|b| b.index).collect::<Vec<_>>()), (3, vec![0, 1]));
}

#[test]
fn a_name_mentioned_often_comes_before_a_rare_one_that_starts_with_the_word() {
    let mut finder = Finder::new(["Cabaret", "Macron Tour"]);
    finder.push_weighted("Emmanuel Macron", 27);
    let order = |query: &str| finder.query(query, 9, &never).best.iter().map(|b| b.index).collect::<Vec<_>>();
    assert_eq!(order("macron"), [2, 1]);
    assert_eq!(order("macron tour"), [1], "weight makes nothing answer that does not");
    assert_eq!(order(""), [0, 1, 2]);
}

proptest! {
    #[test]
    fn any_name_and_any_query_are_fine(names in proptest::collection::vec("\\PC{0,20}", 0..6), query in "\\PC{0,8}") {
        let finder = Finder::new(&names);
        let results = finder.query(&query, 10, &never);
        prop_assert!(results.best.len() <= results.total.max(names.len()));
        for n in &names {
            for s in light(&query, n) {
                prop_assert!(n.is_char_boundary(s.start) && n.is_char_boundary(s.end) && s.end <= n.len());
            }
        }
    }

    #[test]
    fn a_name_is_found_by_any_of_its_words(name in "[a-zé]{1,8}( [a-zé]{1,8}){0,3}") {
        let finder = Finder::new([&name]);
        for word in name.split(' ') {
            prop_assert_eq!(finder.query(word, 1, &never).total, 1);
        }
    }
}
