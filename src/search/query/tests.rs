use super::*;

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
