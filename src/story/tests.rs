//! What must hold of comparisons and stories whatever the texts.

use super::*;
use crate::corpus::{Claim, Document, Place};
use crate::entity::{self, Entity};
use crate::fact::{self, Facts};
use crate::ingest::RawDocument;
use crate::text::Span;
use crate::words::{Lang, msg};
use proptest::prelude::*;

mod differing;
mod grouping;

struct Read {
    document: Document,
    entities: Vec<Entity>,
    facts: Facts,
}

fn read(text: &str) -> Read {
    let raw = RawDocument { place: Place::file("test.txt"), text: text.to_owned(), ..RawDocument::default() };
    let document = crate::clean::clean(raw);
    let entities = entity::find(&document);
    let facts = fact::find(&document, &entities);
    Read { document, entities, facts }
}

impl Read {
    fn side(&self) -> Side<'_> {
        Side { document: &self.document, entities: &self.entities, facts: &self.facts }
    }
}

fn compared(a: &Read, b: &Read) -> Comparison {
    compare(a.side(), b.side(), &Options { floor: 0.1, ..Options::default() })
}

/// The comparison seen from the other side, written out a second time.
fn mirror(c: &Comparison) -> Comparison {
    let swap = |w: &WordDiff| WordDiff { only_a: w.only_b.clone(), only_b: w.only_a.clone() };
    let mut m = c.clone();
    for p in &mut m.passages {
        std::mem::swap(&mut p.a, &mut p.b);
        p.words = swap(&p.words);
        p.links.iter_mut().for_each(|l| std::mem::swap(&mut l.a, &mut l.b));
        p.links.sort_by_key(|l| (l.a, l.b));
    }
    m.passages.sort_by_key(|p| (p.a, p.b));
    std::mem::swap(&mut m.only_a, &mut m.only_b);
    for q in &mut m.quotes.shared {
        std::mem::swap(&mut q.a, &mut q.b);
        std::mem::swap(&mut q.speaker_a, &mut q.speaker_b);
        q.words = swap(&q.words);
    }
    m.quotes.shared.sort_by_key(|q| (q.a, q.b));
    std::mem::swap(&mut m.quotes.only_a, &mut m.quotes.only_b);
    for f in m.figures.shared.iter_mut().chain(&mut m.figures.differing).chain(&mut m.figures.doubtful) {
        std::mem::swap(&mut f.a, &mut f.b);
    }
    m.figures.shared.sort_by_key(|f| (f.a, f.b));
    m.figures.differing.sort_by_key(|f| (f.a, f.b));
    m.figures.doubtful.sort_by_key(|f| (f.a, f.b));
    std::mem::swap(&mut m.entities.only_a, &mut m.entities.only_b);
    m.undecided.iter_mut().for_each(|u| std::mem::swap(&mut u.a, &mut u.b));
    m.undecided.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    std::mem::swap(&mut m.shared_a, &mut m.shared_b);
    // Sentences name the sides; their places are checked instead.
    m.findings.clear();
    m.doubtful.clear();
    m
}

const SENTENCES: &[&str] = &[
    "Le ferry du matin a heurté la digue de Port-Célan lundi, selon la préfecture.",
    "Selon la préfecture, le ferry a heurté lundi la digue de Port-Célan.",
    "Douze passagers ont été légèrement blessés dans l'accident.",
    "Quinze passagers ont été légèrement blessés dans l'accident.",
    "« Nous avons eu très peur », a déclaré Hélène Fournival, une passagère.",
    "\"Nous avons eu peur\", a raconté Hélène Fournival.",
    "La compagnie a annoncé l'ouverture d'une enquête interne.",
    "Le maire, Karim Lestrange, a invité Inès Rouvière à visiter le port.",
    "Inès Rouvière a invité le maire Karim Lestrange à Outreval.",
    "The harbour will stay closed until Thursday.",
    "Voir aussi",
    "Une réunion est prévue mercredi 12 mars 2025.",
];

fn article() -> impl Strategy<Value = String> {
    proptest::collection::vec((0..SENTENCES.len(), any::<bool>()), 0..14).prop_map(|picks| {
        picks.into_iter().map(|(i, line)| format!("{}{}", SENTENCES[i], if line { "\n" } else { " " })).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn swapping_the_sides_mirrors_the_comparison(x in article(), y in article()) {
        let (a, b) = (read(&x), read(&y));
        let (there, back) = (compared(&a, &b), compared(&b, &a));
        if a.document.key != b.document.key {
            let all = |c: &Comparison| [c.findings.clone(), c.doubtful.clone()].concat();
            let places = |c: &Comparison| all(c).iter().map(|f| (f.kind, f.a, f.b, f.again)).collect::<Vec<_>>();
            let mut swapped: Vec<_> = places(&back).into_iter().map(|(k, x, y, again)| (k, y, x, again)).collect();
            let mut straight = places(&there);
            swapped.sort();
            straight.sort();
            prop_assert_eq!(straight, swapped);
            let mut back = back;
            back.findings.clear();
            back.doubtful.clear();
            prop_assert_eq!(mirror(&there), back);
        } else {
            prop_assert!(there.only_a.is_empty() && there.only_b.is_empty());
        }
    }

    #[test]
    fn spans_lie_inside_their_documents_and_rows_show_every_sentence_once(x in article(), y in article()) {
        let (a, b) = (read(&x), read(&y));
        let c = compared(&a, &b);
        let (ta, tb) = (&*a.document.text, &*b.document.text);
        let good = |t: &str, s: Span| t.get(s.range()).is_some_and(|x| !x.is_empty());
        for p in &c.passages {
            prop_assert!(good(ta, p.a) && good(tb, p.b));
            prop_assert!(p.words.only_a.iter().all(|&s| good(ta, s)) && p.words.only_b.iter().all(|&s| good(tb, s)));
        }
        for q in &c.quotes.shared {
            prop_assert!(good(ta, q.a) && good(tb, q.b));
        }
        let rows = rows(&c, &a.document, &b.document);
        for (document, column) in [
            (&a.document, rows.iter().filter_map(|r| r.a).collect::<Vec<_>>()),
            (&b.document, rows.iter().filter_map(|r| r.b).collect::<Vec<_>>()),
        ] {
            prop_assert!(column.windows(2).all(|w| w[0].end <= w[1].start), "the column is in the order of the text");
            for s in prepare::sentences(document) {
                prop_assert_eq!(column.iter().filter(|c| c.contains(s.span)).count(), 1);
            }
        }
    }

    #[test]
    fn stories_do_not_depend_on_the_order_of_loading(
        texts in proptest::collection::vec(article(), 1..12),
        seed in any::<u64>(),
    ) {
        let signatures: Vec<Signature> = texts.iter().map(|t| signature(&read(t).document)).collect();
        let mut order: Vec<usize> = (0..signatures.len()).collect();
        order.sort_by_key(|&i| (i as u64 ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let told = |order: &[usize]| {
            let inputs: Vec<StoryInput<'_>> = order.iter().map(|&i| StoryInput { signature: &signatures[i] }).collect();
            let s = group(&inputs, &GroupOptions::default());
            let mut all: Vec<(String, Vec<String>)> = s
                .stories
                .iter()
                .map(|s| {
                    let mut keys: Vec<String> =
                        s.members.iter().map(|m| signatures[order[m.index]].key.to_string()).collect();
                    keys.sort();
                    (s.id.clone(), keys)
                })
                .collect();
            all.sort();
            all
        };
        let straight: Vec<usize> = (0..signatures.len()).collect();
        prop_assert_eq!(told(&straight), told(&order));
    }
}

#[test]
fn an_article_compared_with_itself_is_identical_throughout() {
    let a = read(&SENTENCES.join("\n"));
    let c = compared(&a, &a);
    assert!(c.only_a.is_empty() && c.only_b.is_empty() && c.undecided.is_empty());
    assert!(c.passages.iter().all(|p| p.kind == PassageKind::Identical && !p.moved));
    assert!((c.similarity - 1.0).abs() < 1e-9);
}

#[test]
fn an_empty_article_shares_nothing() {
    let (a, b) = (read(""), read(SENTENCES[0]));
    let c = compared(&a, &b);
    assert!(c.passages.is_empty());
    assert_eq!(c.only_b.len(), 1);
    assert_eq!((c.shared_a, c.similarity), (0.0, 0.0));
}

#[test]
fn another_figure_in_the_same_sentence_is_named() {
    let a = read(&[SENTENCES[0], SENTENCES[2], SENTENCES[6]].join(" "));
    let b = read(&[SENTENCES[1], SENTENCES[3], SENTENCES[6]].join(" "));
    let c = compared(&a, &b);
    let differing: Vec<_> =
        c.figures.differing.iter().map(|f| (f.a.of(&a.document.text), f.b.of(&b.document.text))).collect();
    assert_eq!(differing, [("Douze", "Quinze")]);
    assert!(c.findings.iter().any(|f| f.kind == FindingKind::Figure));
}

#[test]
fn names_of_a_list_in_another_order_are_no_exchanged_parts_of_names() {
    let exchanged = |a: &str, b: &str| {
        let (a, b) = (read(a), read(b));
        let found = compared(&a, &b).findings;
        found.iter().any(|f| Lang::EN.say(&f.sentence).starts_with(Lang::EN.text(msg::FINDING_NAMES_EXCHANGED)))
    };
    assert!(!exchanged(
        "La taxe vise Valmora, Kestrane, Orivelle et Dunamo, selon le ministre des Finances.",
        "Selon le ministre des Finances, la taxe vise Valmora, Orivelle, Kestrane, Dunamo.",
    ));
    assert!(exchanged(
        "Le débat a réuni hier soir Irène Tascher et Lucien Morvan à la mairie de Sarvenne.",
        "Le débat a réuni hier soir Irène Morvan et Lucien Tascher à la mairie de Sarvenne.",
    ));
}

#[test]
fn typography_case_and_accents_are_ignored_unless_asked() {
    let a = read("« L’État paiera », a dit le maire de Port-Célan lundi soir.");
    let b = read("\"L'Etat paiera\", a dit le MAIRE de Port-Célan lundi soir.");
    let c = compared(&a, &b);
    assert_eq!(c.passages.len(), 1);
    assert_eq!(c.passages[0].words, WordDiff::default());
    let strict =
        compare(a.side(), b.side(), &Options { ignore_accents: false, ignore_case: false, ..Options::default() });
    let only: Vec<_> = strict.passages[0].words.only_a.iter().map(|s| s.of(&a.document.text)).collect();
    assert_eq!(only, ["État", "maire"]);
}

#[test]
fn an_act_with_its_roles_exchanged_is_no_link_but_a_finding() {
    let (a, b) = (read(SENTENCES[7]), read(SENTENCES[8]));
    let c = compared(&a, &b);
    assert!(c.reversed);
    assert!(c.passages.is_empty());
    assert!(c.findings.iter().any(|f| f.kind == FindingKind::Direction));
    assert!(c.events.differs());
}

#[test]
fn the_same_sentence_many_times_is_paired_in_order() {
    let (a, b) = (read(&format!("{}\n", SENTENCES[2]).repeat(5_000)), read(SENTENCES[2]));
    let c = compare(a.side(), b.side(), &Options::default());
    assert!(c.only_b.is_empty());
}

#[test]
fn pairs_decided_by_hand_are_kept_together_and_apart() {
    let texts = [SENTENCES[..6].join(" "), SENTENCES[..5].join(" "), SENTENCES[9].to_owned()];
    let s: Vec<Signature> = texts.iter().map(|t| signature(&read(t).document)).collect();
    let inputs: Vec<StoryInput<'_>> = s.iter().map(|signature| StoryInput { signature }).collect();
    let sizes = |o: &GroupOptions| {
        let mut n: Vec<usize> = group(&inputs, o).stories.iter().map(|s| s.members.len()).collect();
        n.sort_unstable();
        n
    };
    assert_eq!(sizes(&GroupOptions::default()), [1, 2]);
    assert_eq!(sizes(&GroupOptions { apart: vec![(s[0].key, s[1].key)], ..GroupOptions::default() }), [1, 1, 1]);
    assert_eq!(sizes(&GroupOptions { together: vec![(s[0].key, s[2].key)], ..GroupOptions::default() }), [3]);
}

#[test]
fn a_text_printed_by_several_is_shown_once() {
    let texts = edit::texts(&[4, 1, 7, 2], &[vec![1, 2, 4], vec![8, 9]]);
    assert_eq!(texts, [edit::Text { shown: 4, also: vec![1, 2] }, edit::Text { shown: 7, also: vec![] }]);
}

#[test]
fn one_sentence_finds_its_like_among_ten_thousand() {
    let many: String = (0..5_000)
        .map(|i| format!("Le lot {i} du quai {} part pour Outreval avec la caisse {}. ", i % 97, i * 7))
        .collect();
    let one = SENTENCES[0];
    let long = read(&format!("{many}{one} {many}"));
    let c = compared(&read(one), &long);
    assert_eq!(c.passages.len(), 1);
    assert_eq!(c.passages[0].b.of(&long.document.text), one);
}

#[test]
fn two_languages_share_what_is_written_alike_and_nothing_else() {
    let c = compared(&read(&SENTENCES[..3].join(" ")), &read(SENTENCES[9]));
    assert!(c.passages.is_empty());
    assert_eq!((c.shared_a, c.shared_b), (0.0, 0.0));
}

#[test]
fn eight_threads_compare_and_group_as_one_does() {
    let texts: Vec<Read> = (0..8).map(|i| read(&SENTENCES[i % 3..4 + i].join("\n"))).collect();
    let run = || {
        let c = compared(&texts[3], &texts[7]);
        let s: Vec<Signature> = texts.iter().map(|t| signature(&t.document)).collect();
        let inputs: Vec<StoryInput<'_>> = s.iter().map(|signature| StoryInput { signature }).collect();
        (format!("{c:?}"), serde_json::to_string(&group(&inputs, &GroupOptions::default())).unwrap())
    };
    let one = run();
    std::thread::scope(|s| {
        let all: Vec<_> = (0..8).map(|_| s.spawn(run)).collect();
        all.into_iter().for_each(|t| assert_eq!(t.join().unwrap(), one));
    });
}

#[test]
fn agency_copy_counts_as_one_origin_however_often_it_is_printed() {
    assert_eq!(origins_of_copy(&[Some("Le Fanal"), Some("La Vigie"), Some("Ouest-Rade")]), (3, 1));
}

/// Three reports that have sentences in common: how many reports have a fact,
/// at most, and how many origins it has.
fn origins_of_copy(outlets: &[Option<&str>; 3]) -> (usize, usize) {
    let copy = [SENTENCES[0], SENTENCES[2], SENTENCES[4]].join("\n");
    let texts = [copy.clone(), format!("{copy}\n{}", SENTENCES[6]), format!("{copy}\n{}", SENTENCES[9])];
    let m = matrix_of(texts.iter().map(String::as_str).zip(outlets.iter().copied()));
    let row = m.rows.iter().max_by_key(|r| r.documents()).expect("the copy is in the matrix");
    (row.documents(), row.origins.len())
}

fn matrix_of<'t>(reports: impl Iterator<Item = (&'t str, Option<&'t str>)>) -> matrix::Matrix {
    let reads: Vec<Read> = reports
        .map(|(text, outlet)| {
            let mut read = read(text);
            if let Some(outlet) = outlet {
                read.document.meta.source = Claim::written(outlet.to_owned(), None, "test", msg::verbatim(""));
            }
            read
        })
        .collect();
    matrix::matrix(&reads.iter().map(Read::side).collect::<Vec<_>>(), &executor::Sequential)
}

#[test]
fn a_report_of_no_known_outlet_is_no_origin() {
    assert_eq!(origins_of_copy(&[None, None, None]), (3, 0));
    assert_eq!(origins_of_copy(&[None, Some("Le Fanal"), None]), (3, 1));
}

#[test]
fn reports_of_unknown_origin_are_counted_with_no_known_one() {
    let reworded = |outlets: [Option<&'static str>; 2]| {
        let m = matrix_of([PARAPHRASED[0], PARAPHRASED[1]].into_iter().zip(outlets));
        let row = m.rows.into_iter().find(|r| r.documents() == 2).expect("both have it");
        (row.origins.len(), row.unknown, row.count(), Lang::EN.say(row.origins_in_words()))
    };
    let (known, unknown, count, said) = reworded([Some("Le Fanal"), None]);
    assert_eq!((known, unknown, &*count), (1, 1, "1+"));
    assert!(said.contains("1 known origin: Le Fanal") && said.contains("1 report of unknown origin"), "{said}");
    let (known, unknown, count, said) = reworded([None, None]);
    assert_eq!((known, unknown, &*count), (0, 2, "?"));
    assert_eq!(said, "2 reports of unknown origin");
    let (known, unknown, count, _) = reworded([Some("Le Fanal"), Some("La Vigie")]);
    assert_eq!((known, unknown, &*count), (2, 0, "2"));
}

#[test]
fn two_reports_of_one_outlet_are_one_origin_however_it_is_written() {
    let origins = |outlets: [&'static str; 2]| {
        let texts = [PARAPHRASED[0], PARAPHRASED[1]];
        let m = matrix_of(texts.into_iter().zip(outlets.map(Some)));
        m.rows.iter().filter(|r| r.documents() == 2).map(|r| r.origins.len()).max()
    };
    assert_eq!(origins(["Le Fanal", "LE FANAL"]), Some(1));
    assert_eq!(origins(["Le Fanal", "La Vigie"]), Some(2));
}

/// One fact in other words.
const PARAPHRASED: [&str; 2] = [
    "Le maire de Saint-Arvel, Octave Meslin, a annoncé lundi la fermeture du pont jusqu'au 12 mars, pour 4,8 millions \
     d'euros de travaux.",
    "Pour des travaux de 4,8 millions d'euros, le pont de Saint-Arvel ferme jusqu'au 12 mars, selon le maire Octave Meslin.",
];

#[test]
fn one_word_in_marks_is_a_quotation_only_where_somebody_says_it() {
    let shared = |a: &str, b: &str| {
        let (a, b) = (read(a), read(b));
        compare(a.side(), b.side(), &Options::default()).quotes.shared.len()
    };
    let named = "Les sénateurs examinent mardi la loi « anticasseurs » à Port-Célan.\n";
    assert_eq!(shared(named, "Le texte « anticasseurs » revient devant les sénateurs mardi.\n"), 0);
    let said = "La maire Inès Rouvière juge la loi du port « anticasseurs ».\n";
    assert_eq!(shared(said, "« Anticasseurs », a dit la maire Inès Rouvière de cette loi.\n"), 1);
}

#[test]
fn a_doubtful_speaker_bears_a_question_mark() {
    let teller = |doubtful| Teller { name: "Inès\nRouvière".to_owned(), doubtful };
    assert_eq!((teller(true).shown(), teller(true).sure()), ("? Inès Rouvière".to_owned(), None));
    assert_eq!((teller(false).shown(), teller(false).sure()), ("Inès Rouvière".to_owned(), Some("Inès\nRouvière")));
}

#[test]
fn many_likes_of_one_sentence_are_compared_in_bounded_time() {
    let alike = |from: u32| -> String {
        (from..from + 2_000)
            .map(|i| format!("Douze passagers du quai {i} ont été blessés dans l'accident.\n"))
            .collect()
    };
    let (a, b) = (read(&alike(0)), read(&alike(10_000)));
    let c = compare(a.side(), b.side(), &Options::default());
    assert!(c.passages.iter().map(|p| p.links.len()).sum::<usize>() <= 2_000 * 40);
}

/// What a case file says must hold; see `tests/cases/compare/README.md`.
fn check(name: &str, case: &str) {
    let part =
        |mark: &str| case.split(mark).nth(1).unwrap_or("").split("\n--- ").next().unwrap_or("").trim().to_owned();
    let (a, b, expected) = (part("--- A\n"), part("--- B\n"), part("--- EXPECTED\n"));
    let (a, b) = (read(&a), read(&b));
    let c = compare(a.side(), b.side(), &Options::default());
    let (ta, tb) = (&*a.document.text, &*b.document.text);
    let holds = |s: Span, t: &str, words: &str| t.find(words).is_some_and(|i| s.touches(Span::new(i, i + words.len())));
    assert!(!expected.is_empty(), "{name} expects nothing");
    for line in expected.lines() {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let good = match fields[..] {
            ["none"] => c.passages.is_empty(),
            ["reversed"] => c.reversed,
            ["only_a", words] => c.only_a.iter().any(|&s| holds(s, ta, words)),
            ["only_b", words] => c.only_b.iter().any(|&s| holds(s, tb, words)),
            ["figure", x, y] => c.figures.differing.iter().any(|f| f.a.of(ta) == x && f.b.of(tb) == y),
            [told] if told.contains("finding ") || told.contains("doubtful ") => {
                let (denied, told) = told.strip_prefix("no ").map_or((false, told), |rest| (true, rest));
                let list = if told.starts_with("finding ") { &c.findings } else { &c.doubtful };
                list.iter().any(|f| told.split_once(' ').is_some_and(|(_, kind)| kind == f.kind.name())) != denied
            }
            [link, x, y] if link.starts_with("link ") => c
                .passages
                .iter()
                .any(|p| Some(p.kind.name()) == link.strip_prefix("link ") && holds(p.a, ta, x) && holds(p.b, tb, y)),
            _ => panic!("{name}: “{line}” is not a statement"),
        };
        assert!(
            good,
            "{name}: {line}\n{:#?}",
            c.passages.iter().map(|p| (p.kind, p.a.of(ta), p.b.of(tb))).collect::<Vec<_>>()
        );
    }
}

#[test]
fn every_case_file_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/compare");
    let mut names: Vec<_> =
        std::fs::read_dir(folder).expect("the folder is part of the project").flatten().map(|e| e.path()).collect();
    names.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    names.sort();
    assert!(names.len() >= 4);
    for path in names {
        check(&path.display().to_string(), &std::fs::read_to_string(&path).expect("a case is readable text"));
    }
}

#[test]
fn words_that_a_reporter_only_joins_otherwise_get_no_sign_of_a_difference() {
    let report = |quoted: &str| {
        read(&format!(
            "Le pont de Sarvenne fermé\n\nLe pont de Sarvenne a fermé lundi.\n\n« {quoted} », a déclaré la maire Odile Varance.\n"
        ))
    };
    let a = report("Nous voulons rendre hommage aux ouvriers pour leur courage pendant les travaux du pont");
    let b = report("Nous voulons rendre hommage aux ouvriers de leur courage durant les travaux du pont");
    let c = report("Nous voulons rendre hommage aux ouvriers pour leur colère pendant les travaux du pont");
    let (near, other) = (compared(&a, &b), compared(&a, &c));
    let signs = |c: &Comparison| c.quotes.shared.iter().map(|q| (q.relation, c.words_differ(q))).collect::<Vec<_>>();
    assert_eq!(signs(&near), [(QuoteRelation::Variant, false)]);
    assert_eq!(signs(&other), [(QuoteRelation::Variant, true)]);
    assert_eq!((near.quotes_told(), other.quotes_told()), ((0, 0), (0, 1)));
}

#[test]
fn a_share_of_words_in_the_other_is_all_only_where_no_word_differs() {
    let text = |word: &str| {
        read(&format!(
            "La passerelle de Sarvenne\n\nLe conseil de Sarvenne a voté lundi soir la fermeture du pont.\n\nUne passerelle {word} sera \
             posée en mai par les services du département.\n\nLes travaux dureront dix-huit mois, selon la maire Odile Varance.\n"
        ))
    };
    let (a, b) = (text("provisoire"), text("temporaire"));
    let said = |x: &Read, y: &Read| {
        let c = compared(x, y);
        let version = c.findings.iter().chain(&c.doubtful).find(|f| f.kind == FindingKind::Update).expect("a version");
        crate::words::Lang::EN.say(&version.sentence)
    };
    assert!(!said(&a, &b).contains("100"), "{}", said(&a, &b));
    assert_eq!(compared(&a, &a).shared_a, 1.0);
}
