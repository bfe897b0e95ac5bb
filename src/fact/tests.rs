//! Case files and properties of the whole module.

use super::*;
use crate::corpus::Claim;
use crate::entity::{EntityKind, Mention};
use crate::text::Span;
use proptest::prelude::*;

/// An entity with every occurrence of its spellings.
fn entity(text: &str, kind: EntityKind, spellings: &[&str]) -> Entity {
    let mut spans: Vec<Span> = Vec::new();
    for s in spellings {
        for (at, _) in text.match_indices(s) {
            let span = Span::new(at, at + s.len());
            if !spans.iter().any(|o| o.touches(span)) {
                spans.push(span);
            }
        }
    }
    spans.sort();
    let mentions = spans.into_iter().map(|span| Mention { span, rule: "test", doubtful: false }).collect();
    Entity { name: spellings[0].into(), kind, cited: false, forms: Vec::new(), mentions }
}

/// A case: its name, the text without notes, the entities, and for each note
/// the byte where it stood and its words.
struct Case {
    name: String,
    text: String,
    entities: Vec<Entity>,
    notes: Vec<(usize, String)>,
}

fn cases(file: &str) -> Vec<Case> {
    file.split("\n== ")
        .skip(1)
        .map(|block| {
            let mut lines = block.lines();
            let name = lines.next().unwrap_or("").to_owned();
            let mut names: Vec<(EntityKind, Vec<&str>)> = Vec::new();
            let mut body: Vec<&str> = Vec::new();
            for l in lines {
                let named = [
                    ("person: ", EntityKind::Person),
                    ("organisation: ", EntityKind::Organisation),
                    ("place: ", EntityKind::Place),
                ]
                .into_iter()
                .find_map(|(head, kind)| l.strip_prefix(head).map(|rest| (kind, rest.split(" | ").collect())));
                match named {
                    Some(n) => names.push(n),
                    None => body.push(l),
                }
            }
            let marked = body.join("\n").trim().to_owned();
            let (mut text, mut notes) = (String::new(), Vec::new());
            let mut rest = marked.as_str();
            while let Some((head, tail)) = rest.split_once('⟦') {
                text.push_str(head);
                let (note, after) = tail.split_once('⟧').expect("a note is closed");
                notes.push((text.len(), note.to_owned()));
                rest = after;
            }
            text.push_str(rest);
            let entities = names.iter().map(|(k, s)| entity(&text, *k, s)).collect();
            Case { name, text, entities, notes }
        })
        .collect()
}

#[test]
fn every_quotation_of_the_cases_has_its_kind_and_its_speaker() {
    let mut wrong = Vec::new();
    for case in cases(include_str!("../../tests/cases/facts/quotes.txt")) {
        let facts = find(&Document::of_paragraphs(&case.text), &case.entities);
        let got: Vec<String> = facts
            .quotes
            .iter()
            .map(|q| match q.kind {
                QuoteKind::Scare => "scare".into(),
                k => format!("{}: {}", k.name(), q.speaker.as_deref().unwrap_or("-")),
            })
            .collect();
        let expected: Vec<String> = case.notes.iter().map(|(_, n)| n.clone()).collect();
        let placed = facts.quotes.iter().zip(&case.notes).all(|(q, (at, _))| q.outer.end == *at);
        if got != expected || !placed {
            let why: Vec<_> = facts.quotes.iter().map(|q| (q.outer.of(&case.text), q.reason)).collect();
            wrong.push(format!("{}\n  expected {expected:?}\n  found    {got:?}\n  {why:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_speaker_is_doubtful_where_the_words_hold_the_name_or_name_something() {
    let cases = [
        ("Karl Brandt a salué « les petits casseurs de Karl Brandt ».", true),
        ("Karl Brandt a salué « les petits casseurs de la digue ».", false),
        ("« Un grand bluff »Karl Brandt a dit « non à la digue ». Karl Brandt rit.", true),
        ("« La digue est belle », a dit Karl Brandt.", false),
        ("Karl Brandt est poursuivi pour « vol de barque en bande », « recel de barque volée ».", true),
    ];
    for (text, doubtful) in cases {
        let names = [entity(text, EntityKind::Person, &["Karl Brandt"])];
        let quotes = find(&Document::of_paragraphs(text), &names).quotes;
        let told = quotes.iter().filter_map(Quote::sure_speaker).count();
        assert_eq!(told == 0 || doubtful && told < quotes.len(), doubtful, "{text}: {quotes:?}");
    }
}

/// The lines `left => right` of a case file.
fn pairs(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once("=>")).map(|(a, b)| (a.trim(), b.trim()))
}

fn first_figure(text: &str) -> Option<Figure> {
    find(&Document::of_paragraphs(text), &[]).figures.into_iter().next()
}

#[test]
fn figures_of_the_cases_are_read_with_unit_bound_and_noun() {
    let mut wrong = Vec::new();
    for (text, expected) in pairs(include_str!("../../tests/cases/facts/figures.txt")) {
        let got = match first_figure(text) {
            None => "//".to_owned(),
            Some(f) => {
                let bound = format!("{:?}", f.bound).to_lowercase();
                let (unit, noun) = (f.unit.as_deref().unwrap_or("-"), f.noun.as_deref().unwrap_or("-"));
                format!("{} {} {} {bound} {unit} {noun}", f.kind.name(), f.low, f.high)
            }
        };
        if got != expected {
            wrong.push(format!("{text}: expected {expected}, found {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn figures_of_the_cases_agree_or_differ() {
    let mut wrong = Vec::new();
    for (texts, expected) in pairs(include_str!("../../tests/cases/facts/agreement.txt")) {
        let (a, b) = texts.split_once(" | ").expect("two phrases");
        let (Some(x), Some(y)) = (first_figure(a), first_figure(b)) else {
            wrong.push(format!("{texts}: a figure is missing"));
            continue;
        };
        let got = format!("{:?}", compare(&x, &y)).to_lowercase();
        if got != expected || compare(&y, &x) != compare(&x, &y) {
            wrong.push(format!("{texts}: expected {expected}, found {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_of_the_cases_resolve_against_the_day_of_the_article() {
    let mut wrong = Vec::new();
    for (text, expected) in pairs(include_str!("../../tests/cases/facts/dates.txt")) {
        let mut d = Document::of_paragraphs(text);
        d.meta.published =
            Claim::written(jiff::civil::date(2023, 9, 13), None, "test", crate::words::msg::verbatim(""));
        let got: Vec<String> = find(&d, &[])
            .dates
            .iter()
            .map(|m| {
                let head = if m.named { "" } else { "~" };
                let tail = if m.conflict.is_some() { "!" } else { "" };
                format!("{head}{}:{}{tail}", m.span.of(text), m.iso.as_deref().unwrap_or("-"))
            })
            .collect();
        if got.join(" ") != expected {
            wrong.push(format!("{text}: expected {expected}, found {}", got.join(" ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_of_a_charge_a_label_or_a_title_are_never_surely_somebodys() {
    for text in [
        "Karl Brandt a été mis en cause jeudi pour « entrave au départ des navires ». Il a dénoncé la grève.",
        "Karl Brandt a parlé longtemps devant les dockers du nouveau « quai rouge » de la ville.",
        "Karl Brandt, invité mardi du « Midi-Le Littoral », a salué les dockers.",
    ] {
        let named = [entity(text, EntityKind::Person, &["Karl Brandt"])];
        let facts = find(&Document::of_paragraphs(text), &named);
        assert!(!facts.quotes.is_empty() && facts.quotes.iter().all(|q| q.sure_speaker().is_none()), "{text}");
    }
    let text = "Karl Brandt a dénoncé un « scandale » devant les dockers.";
    let facts = find(&Document::of_paragraphs(text), &[entity(text, EntityKind::Person, &["Karl Brandt"])]);
    assert_eq!(facts.quotes[0].speaker.as_deref(), Some("Karl Brandt"));
}

#[test]
fn a_subject_with_another_clause_before_its_verb_is_doubtful() {
    let told = |text: &str| {
        let named = [entity(text, EntityKind::Organisation, &["Union des ponts"])];
        let facts = find(&Document::of_paragraphs(text), &named);
        facts.attributions.iter().map(|a| (a.name.clone(), a.doubtful)).collect::<Vec<_>>()
    };
    let name = || "Union des ponts".to_owned();
    assert_eq!(told("Union des ponts a annoncé que le quai ferme."), [(name(), false)]);
    assert_eq!(told("Union des ponts, qui a été fondée en mai, a annoncé que le quai ferme."), [(name(), false)]);
    let far = told("Union des ponts a déposé un préavis tandis que la marée du nord a annoncé qu'elle attend.");
    assert!(far.iter().all(|(_, doubtful)| *doubtful), "{far:?}");
}

#[test]
fn hedges_of_the_cases_have_their_step() {
    for (text, expected) in pairs(include_str!("../../tests/cases/facts/hedges.txt")) {
        let got: Vec<String> = find(&Document::of_paragraphs(text), &[])
            .hedges
            .iter()
            .map(|h| format!("{}:{}", h.span.of(text), h.step.name()))
            .collect();
        assert_eq!(got.join(" "), expected, "{text}");
    }
}

#[test]
fn attributions_of_the_cases_have_their_source() {
    for (marked, expected) in pairs(include_str!("../../tests/cases/facts/attributions.txt")) {
        let text = marked.replace(['{', '}'], "");
        let names: Vec<&str> = marked.split('{').skip(1).filter_map(|p| p.split_once('}')).map(|p| p.0).collect();
        let kind = |n: &str| if n.starts_with("Agence") { EntityKind::Organisation } else { EntityKind::Person };
        let entities: Vec<Entity> = names.iter().map(|n| entity(&text, kind(n), &[n])).collect();
        let got: Vec<String> = find(&Document::of_paragraphs(&text), &entities)
            .attributions
            .iter()
            .map(|a| format!("{}:{}", a.name, a.kind.name()))
            .collect();
        assert_eq!(got.join(" "), expected, "{text}");
    }
}

#[test]
fn a_source_that_only_a_pronoun_names_is_doubtful() {
    let text = "Karl Brandt a démenti la vente du port. Il craint une fermeture du quai, a-t-on appris.\n\n\
                Selon Karl Brandt, le port est fermé. Le fleuriste estime que le port est sûr.";
    let entities = [entity(text, EntityKind::Person, &["Karl Brandt"])];
    let got: Vec<(String, bool)> = find(&Document::of_paragraphs(text), &entities)
        .attributions
        .into_iter()
        .map(|a| (a.source.of(text).to_owned(), a.doubtful))
        .collect();
    let doubtful = |words: &str| got.iter().find(|(source, _)| source == words).map(|(_, doubtful)| *doubtful);
    assert_eq!(doubtful("Karl Brandt"), Some(false), "{got:?}");
    assert_eq!(doubtful("Il"), Some(true), "{got:?}");
}

#[test]
fn a_source_among_several_or_behind_a_noun_is_doubtful() {
    let doubtful = |text: &str, names: &[&str]| {
        let entities: Vec<Entity> = names.iter().map(|n| entity(text, EntityKind::Person, &[n])).collect();
        let all = find(&Document::of_paragraphs(text), &entities).attributions;
        all.iter().map(|a| a.doubtful).collect::<Vec<bool>>()
    };
    let all = ["Karl Brandt", "Otto Lenz", "Anna Roz"];
    assert_eq!(doubtful("Karl Brandt, Otto Lenz, Anna Roz ont promis que le port rouvrira.", &all), [true]);
    assert_eq!(doubtful("Karl Brandt a promis que le port rouvrira.", &all[..1]), [false]);
    let behind = doubtful("Karl Brandt a lancé un appel demandant la réouverture du port.", &all[..1]);
    assert_eq!(behind.last(), Some(&true));
    assert_eq!(doubtful("Karl Brandt a répondu, déplorant son absence.", &all[..1])[1..], [false]);
    assert_eq!(doubtful("Pour les agriculteurs, il existe un fonds.", &[]), [true]);
}

#[test]
fn an_attribution_says_of_a_quotation_what_the_quotation_says() {
    let text = "Karl Brandt a reçu Otto Lenz. « Le port rouvrira en mai », a-t-il promis.";
    let entities =
        [entity(text, EntityKind::Person, &["Karl Brandt"]), entity(text, EntityKind::Person, &["Otto Lenz"])];
    let facts = find(&Document::of_paragraphs(text), &entities);
    let (quote, told) = (&facts.quotes[0], &facts.attributions);
    let own = told.iter().find(|a| Some(a.cue) == quote.verb).expect("the verb of the quotation has a source");
    assert_eq!((Some(own.name.as_str()), own.doubtful), (quote.speaker.as_deref(), quote.doubtful), "{told:?}");
}

#[test]
fn a_quotation_over_paragraphs_is_one() {
    let text = "« Nous partons demain.\n\n« Nous reviendrons au printemps. »\n\nFin du discours.";
    let quotes = find(&Document::of_paragraphs(text), &[]).quotes;
    assert_eq!(quotes.len(), 1, "{quotes:?}");
    assert!(quotes[0].span.of(text).ends_with("printemps."));
}

#[test]
fn nested_marks_belong_to_the_outer_quotation() {
    let text = "« Il m'a dit “jamais de la vie” en partant », raconte-t-il.";
    let quotes = find(&Document::of_paragraphs(text), &[]).quotes;
    assert_eq!(quotes.len(), 1);
    assert_eq!(quotes[0].nested.iter().map(|s| s.of(text)).collect::<Vec<_>>(), ["jamais de la vie"]);
}

#[test]
fn apostrophes_and_inches_open_nothing() {
    for text in
        ["L'eau n'a pas monté, dit-on aujourd'hui.", "Un écran de 27\" et un de 32\".", "the workers' union's plan"]
    {
        assert!(find(&Document::of_paragraphs(text), &[]).quotes.is_empty(), "{text}");
    }
}

#[test]
fn a_dialogue_with_dashes_is_speech_and_a_list_is_not() {
    let talk = "— Vous partez quand ?\n— Demain matin, si tout va bien.\n";
    assert_eq!(find(&Document::of_paragraphs(talk), &[]).quotes.len(), 2);
    let list = "– Un pont fermé\n– Une route barrée\n";
    assert!(find(&Document::of_paragraphs(list), &[]).quotes.is_empty());
}

#[test]
fn one_endless_paragraph_is_read_in_linear_time_and_memory() {
    // A million bytes of marks, verbs and names without a full stop: a
    // quadratic step would take minutes.
    let piece = "« oui » a dit Anna Morel, qui assure que 12 bateaux, selon lui, « non ";
    let text = piece.repeat(1_000_000 / piece.len());
    let names = [entity(&text[..piece.len()], EntityKind::Person, &["Anna Morel"])];
    let facts = find(&Document::of_paragraphs(&text), &names);
    assert!(facts.figures.len() > 1000);
}

fn holds(facts: &Facts, text: &str) -> bool {
    let fits = |s: Span| s.end <= text.len() && text.get(s.range()).is_some();
    facts.quotes.iter().all(|q| fits(q.span) && fits(q.outer) && q.outer.contains(q.span) && !q.span.is_empty())
        && facts.quotes.windows(2).all(|w| w[0].outer.end <= w[1].outer.start)
        && facts.quotes.iter().flat_map(|q| q.nested.iter().map(move |n| (q, n))).all(|(q, n)| q.span.contains(*n))
        && facts.quotes.iter().filter_map(|q| q.speaker_words).all(fits)
        && facts.figures.iter().all(|f| fits(f.span) && fits(f.number) && f.span.contains(f.number))
        && facts.figures.windows(2).all(|w| w[0].span.start <= w[1].span.start)
        && facts.dates.iter().all(|d| fits(d.span))
        && facts.attributions.iter().all(|a| fits(a.span) && fits(a.cue) && fits(a.source))
        && facts.hedges.iter().all(|h| fits(h.span))
}

proptest! {
    #[test]
    fn any_text_gives_facts_inside_it_and_always_the_same(s in "\\PC{0,160}") {
        let d = Document::of_paragraphs(&s);
        let facts = find(&d, &[]);
        prop_assert!(holds(&facts, &s));
        prop_assert_eq!(find(&d, &[]), facts);
    }

    #[test]
    fn newspaper_words_in_any_order_never_panic(
        words in proptest::collection::vec(prop_oneof![
            Just("«"), Just("»"), Just("\""), Just("“"), Just("”"), Just("'"), Just("’"), Just("''"), Just("a"),
            Just("déclaré"), Just("Anna Morel"), Just("selon"), Just("que"), Just("qui"), Just(","), Just("."), Just(":"),
            Just("il"), Just("dit-il"), Just("a-t-elle"), Just("le ministre"), Just("du port"), Just("1 000"),
            Just("entre"), Just("et"), Just("12 %"), Just("une vingtaine"), Just("mardi"), Just("\n"), Just("—"),
            Just("(2014)"), Just("ajoutant"), Just("s'est"), Just("pour"), Just("Oui"), Just("craint"), Just("18h30"),
            Just("deux cent"), Just("à"), Just("3-1"), Just("l'"), Just("cette dernière"), Just("en garde"), Just("met"),
        ], 0..60),
        glue in any::<bool>(),
    ) {
        let s = words.join(if glue { "" } else { " " });
        let names = [entity(&s, EntityKind::Person, &["Anna Morel"])];
        prop_assert!(holds(&find(&Document::of_paragraphs(&s), &names), &s));
    }

    #[test]
    fn agreement_does_not_depend_on_the_order(a in 0u32..5000, b in 0u32..5000, about in any::<bool>()) {
        let head = if about { "environ " } else { "" };
        let (x, y) = (format!("{head}{a} bateaux"), format!("{b} bateaux"));
        if let (Some(x), Some(y)) = (first_figure(&x), first_figure(&y)) {
            prop_assert_eq!(compare(&x, &y), compare(&y, &x));
            prop_assert_ne!(compare(&x, &x), Agreement::Differs);
        }
    }
}

#[test]
fn a_figure_has_the_time_and_the_place_that_its_own_clause_names() {
    let mut wrong = Vec::new();
    for (line, expected) in pairs(include_str!("../../tests/cases/facts/located.txt")) {
        let (text, names) = line.split_once(" // ").unwrap_or((line, ""));
        let places: Vec<Entity> =
            names.split(" | ").filter(|n| !n.is_empty()).map(|n| entity(text, EntityKind::Place, &[n])).collect();
        let figures = find(&Document::of_paragraphs(text), &places).figures;
        let said = |s: Option<Span>| s.map_or("-", |s| s.of(text));
        let got: Vec<String> = figures.iter().map(|f| format!("{}, {}", said(f.time), said(f.place))).collect();
        let got = got.join("; ");
        if got != expected {
            wrong.push(format!("{text}: expected {expected}, found {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_figure_is_doubtful_where_its_kind_its_bound_or_its_noun_is_guessed() {
    for text in [
        "Le bistrot 14 est plein.",
        "Les prix vont augmenter de 3 à 5 %.",
        "Un inconnu de 33 ans est venu.",
        "L'âge a été porté à 15 ans.",
        "à peine la trentaine",
        "ça ne fait pas six semaines",
        "La liste (12) suit.",
        "Le coût monte à 3 milliards.",
        "La cote monte : + 4 chez les dockers.",
        "Une digue à deux vitesses est bâtie.",
        "Il a une carte de marin de 10 ans.",
        "La pièce « 14 marins perdus » est finie.",
    ] {
        assert!(first_figure(text).is_some_and(|f| f.doubtful), "{text}");
    }
    for text in [
        "300 policiers ont défilé.",
        "Un homme de 33 ans est venu.",
        "L'article 14 est clair.",
        "Une hausse de 3 %.",
        "Il a fallu 8 jours.",
        "2 300 à Lille.",
        "Corvain en a 14, contre 1500 hier.",
        "L'eau a coûté la vie à quatre marins.",
        "12 CRS ont chargé.",
        "Some 300 people came.",
        "Il a eu « quatre doigts arrachés » hier.",
    ] {
        assert!(first_figure(text).is_some_and(|f| !f.doubtful), "{text}");
    }
}

#[test]
fn a_sum_without_its_currency_has_that_of_the_text() {
    let figures =
        find(&Document::of_paragraphs("Le port vaut 2 milliards d'euros, contre 1,7 milliard hier."), &[]).figures;
    assert_eq!(figures.iter().map(|f| f.unit.as_deref()).collect::<Vec<_>>(), [Some("eur"); 2]);
}

#[test]
fn the_ages_of_a_row_are_ages() {
    let figures =
        find(&Document::of_paragraphs("Ce sont deux frères âgés de 24, 32 et 47 ans, au large."), &[]).figures;
    let ages = figures.iter().filter(|f| f.kind == FigureKind::Age).map(|f| f.low / 12.0);
    assert_eq!(ages.collect::<Vec<_>>(), [24.0, 32.0, 47.0]);
}

#[test]
fn a_minus_sign_is_no_hyphen_and_no_dash() {
    let negative = |text: &str| first_figure(text).map(|f| f.negative);
    for text in ["La cote tombe (-6).", "Un recul (- 35 %) des ventes.", "il fait -4 degrés", "un solde de −12 euros"]
    {
        assert_eq!(negative(text), Some(true), "{text}");
    }
    for text in ["– 35 % des élèves", "le bloc A - 35 % des lots", "(35 %)"] {
        assert_eq!(negative(text), Some(false), "{text}");
    }
}

#[test]
fn a_number_inside_a_name_counts_nothing() {
    let text = "Le club Studio 5 Lunes a vendu 80 billets.";
    let names = [entity(text, EntityKind::Organisation, &["Studio 5 Lunes"])];
    let figures = find(&Document::of_paragraphs(text), &names).figures;
    assert_eq!(figures.iter().map(|f| f.low).collect::<Vec<_>>(), [80.0]);
}
