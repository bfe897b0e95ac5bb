use super::*;
use crate::triage::{SavedSearch, State};
use crate::words::{Lang, msg};

fn sentence(q: &str) -> String {
    Query::parse(q).map(|q| format!("{:?}", q.expr)).unwrap_or_else(|e| format!("{}-{}: {e}", e.span.start, e.span.end))
}

#[test]
fn words_phrases_and_fields_side_by_side_all_have_to_hold() {
    let q = Query::parse("kim -choigou \"vente d’armes\" étiquette:une état:retenu lang:fr").unwrap();
    let Expr::All(list) = &q.expr else { panic!("{q:?}") };
    assert_eq!(list.len(), 6);
    assert!(matches!(&list[1], Expr::Not(_)));
    assert!(matches!(&list[2], Expr::Term(Term::Text(w)) if w.folded == "vente d'armes"));
    assert!(matches!(&list[3], Expr::Term(Term::Tag(w)) if w.folded == "une"));
    assert!(matches!(&list[4], Expr::Term(Term::State(State::Keep))));
}

#[test]
fn an_error_shows_no_sign_that_a_terminal_obeys() {
    for q in ["date:2\u{1b}[2J", "state:k\u{9b}", "lang:\u{12}x", "fi\u{7}eld:a"] {
        let said = sentence(q);
        assert!(!said.contains(char::is_control), "{said:?}");
    }
}

#[test]
fn every_language_names_the_states_as_a_query_takes_them() {
    for lang in Lang::carried() {
        let states = lang.text(msg::SEARCH_STATES).split(", ").map(State::parse).collect::<Vec<_>>();
        assert_eq!(states, State::ALL.map(Some), "{lang:?}");
    }
    let error = Query::parse_with("etat:gardien", Options::default()).unwrap_err();
    assert!(Lang::FR.say(&error.sentence).contains("retenu"));
}

#[test]
fn errors_say_what_and_where() {
    for (q, expected) in [
        ("kim \"vente", "4-10: this quotation mark is never closed."),
        ("(a b", "0-4: this parenthesis is never closed."),
        ("a)", "1-2: this closing parenthesis has no opening one."),
        ("tag:", "0-4: `tag:` needs a value after the colon."),
        (
            "date:soon",
            "5-9: “soon” is not a date; write 2023, 2023-09, 2023-09-13, >2023-09-13 or 2023-09-01..2023-09-30.",
        ),
        ("date:2024-03..2023-03", "5-21: “2024-03..2023-03” ends before it begins: no day lies in it."),
        ("a OR ", "2-5: OR needs something on both sides."),
        ("/a", "0-2: this regular expression has no closing slash."),
    ] {
        assert_eq!(sentence(q), expected);
    }
}

#[test]
fn a_date_may_be_a_year_a_month_a_day_or_a_range() {
    let day = |y, m, d| Date::new(y, m, d).unwrap();
    let r = |s| DateRange::parse(s, Some(day(2026, 11, 21))).unwrap();
    assert!(r("2023-09").holds(day(2023, 9, 30)) && !r("2023-09").holds(day(2023, 10, 1)));
    assert_eq!(r("13/09/2023"), r("2023-09-13"));
    assert!(!r(">2023-09").holds(day(2023, 9, 30)) && r(">2023-09").holds(day(2023, 10, 1)));
    assert!(r("2023-09-01..2023-09-15").holds(day(2023, 9, 15)));
    assert!(r("..2023").holds(day(1999, 1, 1)) && r("hier").holds(day(2026, 11, 20)));
    assert_eq!(DateRange::parse("2023-13", None), None);
}

#[test]
fn operators_of_other_languages_are_told_where_they_stand_between_words() {
    let taken = |raw: &str| {
        let query = Query::parse(raw).unwrap();
        query.taken_for_words().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(taken("bac NEAR port"), ["NEAR"]);
    assert_eq!(taken("(\"le bac\" W/3 port) OU (grève ADJ quai)"), ["W/3", "ADJ"]);
    for none in [
        "near bac port",
        "bac \"ADJ\" port",
        "NEAR bac",
        "bac port NEAR",
        "bac N8 port",
        "CGT RATP grève",
        "N bac W port",
        "a W b",
        "bac N7 port",
    ] {
        assert_eq!(taken(none), [""; 0], "{none}");
    }
}

#[test]
fn prefix_typo_and_either_or() {
    assert!(sentence("retrai*").contains("Prefix"));
    assert!(sentence("retraite~").contains("Typo(1)"));
    assert!(sentence("a OU b").starts_with("Any"));
    assert!(sentence("12:30").contains("12:30"));
    assert!(Query::parse("").unwrap().is_empty());
    let q = Query::parse_with("core", Options { typing: true, ..Options::default() }).unwrap();
    assert!(format!("{q:?}").contains("Prefix"));
}

proptest::proptest! {
    #[test]
    fn no_query_panics_and_every_error_lies_inside_it(q in "[-a-zé \"«»()/:*~|0-9]{0,40}") {
        if let Err(e) = Query::parse(&q) {
            proptest::prop_assert!(e.span.end <= q.len(), "{e:?}");
            proptest::prop_assert!(q.is_char_boundary(e.span.start) && q.is_char_boundary(e.span.end));
        }
    }
}

fn kept(all: &[(&str, &str)]) -> Vec<SavedSearch> {
    all.iter().map(|(name, query)| SavedSearch { name: (*name).to_owned(), query: (*query).to_owned() }).collect()
}

fn read(query: &str, saved: &[SavedSearch]) -> Result<Expr, String> {
    let options = Options { saved: Saved::Known(saved), ..Options::default() };
    Query::parse_with(query, options).map(|q| q.expr).map_err(|e| e.to_string())
}

#[test]
fn a_saved_search_stands_for_its_query_in_parentheses() {
    let saved = kept(&[("Météo", "pluie OR neige"), ("Le Sud", "saved:météo source:Vigie")]);
    assert_eq!(read("budget saved:meteo", &saved), read("budget (pluie OR neige)", &saved));
    assert_eq!(read("-recherche:\"le sud\" budget", &saved), read("-((pluie OR neige) source:Vigie) budget", &saved));
    assert_eq!(read("gardée:Météo", &saved), read("pluie OR neige", &saved));
}

#[test]
fn a_name_that_is_not_kept_or_that_leads_to_itself_is_said() {
    let saved = kept(&[("meteo", "pluie"), ("a", "saved:b"), ("b", "saved:a"), ("broken", "(")]);
    assert_eq!(
        read("saved:metoe", &saved),
        Err("no search is kept under the name “metoe” (did you mean `meteo`?).".to_owned())
    );
    assert!(read("saved:a", &saved).is_err_and(|e| e.contains("names itself")));
    assert!(read("x saved:broken", &saved).is_err_and(|e| e.starts_with("in the kept search “broken”")));
    assert!(read("saved:", &saved).is_err_and(|e| e.contains("needs a value")));
}

#[test]
fn names_of_names_do_not_grow_without_end() {
    let names: Vec<String> = (0..40).map(|n| format!("n{n}")).collect();
    let twice: Vec<String> = (0..40).map(|n| format!("saved:n{} saved:n{}", n + 1, n + 1)).collect();
    let saved = kept(&names.iter().zip(&twice).map(|(n, q)| (n.as_str(), q.as_str())).collect::<Vec<_>>());
    assert!(read("saved:n0", &saved).is_err());
}
