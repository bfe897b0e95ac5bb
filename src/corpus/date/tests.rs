use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn found(s: &str) -> Vec<FoundDate> {
    find_dates(s, Span::new(0, s.len()))
}

fn surfaces(s: &str) -> Vec<&str> {
    found(s).iter().map(|d| d.span.of(s)).collect()
}

fn one(s: &str) -> FoundDate {
    let all = found(s);
    assert_eq!(all.len(), 1, "{s}: {all:?}");
    all[0].clone()
}

#[test]
fn full_dates_are_read_in_every_form() {
    let day = Some(date(2023, 9, 13));
    for s in [
        "13.09.2023",
        "13/09/2023",
        "13/09/23",
        "2023-09-13",
        "2023/09/13",
        "2023-09-13T10:20:30+02:00",
        "mercredi 13 septembre 2023",
        "Publié le mercredi 13 septembre 2023 à 09h08",
        "13 sept. 2023",
        "Le 13 Sept 2023",
        "MERCREDI 13 SEPTEMBRE 2023",
        "Wednesday, September 13, 2023",
        "September 13th, 2023",
        "Sept. 13, 2023",
        "Wed, 13 Sep 2023 10:20:30 +0200",
        "13th of September 2023",
        "Mittwoch, 13. September 2023",
        "miércoles 13 de septiembre de 2023",
        "mercoledì 13 settembre 2023",
        "13-Sep-2023",
        "13 Sep, 2023",
        "13 sept de 2023",
        "septembre 13, 2023",
        "Wed Sep 13 10:20:30 CEST 2023",
        "2023 September 13",
        "13. 9. 2023",
        "2023. 9. 13.",
        "发布于2023年9月13日星期三",
        "2023년 9월 13일",
        "13 de setembro de 2023",
        "13 set 2023",
        "13 september 2023",
        "13 września 2023",
        "13 сентября 2023 г.",
        "13 вересня 2023",
        "13. září 2023",
        "2023. szeptember 13.",
        "13. syyskuuta 2023",
        "13 Eylül 2023",
        "13 septembrie 2023",
        "13 Σεπτεμβρίου 2023",
        "13 de setembre del 2023",
    ] {
        assert_eq!(one(s).full(), day, "{s}");
        assert!(one(s).weekday_fits(), "{s}");
    }
    assert_eq!(one("1er mai 2019").full(), Some(date(2019, 5, 1)));
    assert_eq!(one("le 9 déc. 2019 à 09h08").full(), Some(date(2019, 12, 9)));
}

#[test]
fn months_of_other_languages_are_read_beside_a_year_alone() {
    assert!(found("Il en a 12 mei et 14 maja, the score was 12 out.").is_empty());
    assert_eq!(one("12 maja 2019").full(), Some(date(2019, 5, 12)));
    assert_eq!(one("3 out. 2019").full(), Some(date(2019, 10, 3)));
}

#[test]
fn full_stops_put_the_day_first() {
    assert!(!one("04.05.2022").ambiguous && one("04/05/2022").ambiguous);
    assert!(found("de 3 - 2 - 1, de 3. 2. 1").is_empty());
}

#[test]
fn spans_leave_articles_and_clock_times_out() {
    assert_eq!(surfaces("Il arrive ce mardi. Publié le 9 déc. 2019 à 09h08."), ["mardi", "9 déc. 2019"]);
    let d = one("Mis à jour le 9 décembre 2019 à 9 h 08");
    assert_eq!(d.time, Some(jiff::civil::time(9, 8, 0, 0)));
    assert!(d.whole.end > d.span.end);
    assert_eq!(
        surfaces("Parti dimanche soir, revenu mercredi en début d’après-midi"),
        ["dimanche soir", "mercredi en début d’après-midi"]
    );
    assert_eq!(one("June 3, 2024 at 9:08 pm").time, Some(jiff::civil::time(21, 8, 0, 0)));
}

#[test]
fn years_need_a_context_and_counts_are_not_years() {
    assert_eq!(
        surfaces("En 2019, puis depuis 2020 (2021) et entre 2015 et 2018."),
        ["2019", "2020", "2021", "2015", "2018"]
    );
    assert_eq!(surfaces("Le budget pour 2018, la saison 2016-2017"), ["2018", "2016", "2017"]);
    for s in [
        "pour 2000 manifestants",
        "2019 personnes",
        "il y avait 2000 manifestants",
        "un budget de 2000 euros",
        "1 min",
        "24 ans",
        "12,5 %",
    ] {
        assert!(found(s).is_empty(), "{s}");
    }
}

#[test]
fn months_that_are_other_words_stay_other_words() {
    for s in ["You may go", "They march on", "la planète Mars", "April Jones spoke", "de la mayo", "mar. et dim."] {
        assert!(found(s).is_empty(), "{s}");
    }
    assert_eq!(surfaces("en avril 2019, mi-décembre, in May 2020"), ["avril 2019", "mi-décembre", "May 2020"]);
}

#[test]
fn versions_addresses_and_scores_are_not_dates() {
    for s in
        ["192.168.10.12", "version 10.12.14.15", "3-2-1", "45.13.2020", "99/99/2020", "le 32 mai", "30 février 2020"]
    {
        assert!(found(s).iter().all(|d| d.full().is_none() && d.day.is_none()), "{s}: {:?}", found(s));
    }
}

#[test]
fn listed_days_borrow_the_month() {
    let all = found("les 17 et 18 novembre 2018");
    assert_eq!(
        all.iter().map(FoundDate::full).collect::<Vec<_>>(),
        [Some(date(2018, 11, 17)), Some(date(2018, 11, 18))]
    );
}

#[test]
fn a_weekday_that_does_not_fit_is_seen() {
    assert!(!one("jeudi 10 décembre 2019").weekday_fits());
    assert!(one("mardi 10 décembre 2019").weekday_fits());
}

#[test]
fn partial_dates_resolve_against_the_anchor() {
    let wednesday = date(2023, 9, 13);
    for (s, day) in [
        ("mercredi", Some(date(2023, 9, 13))),
        ("mardi", Some(date(2023, 9, 12))),
        ("jeudi", Some(date(2023, 9, 14))),
        ("dimanche soir", Some(date(2023, 9, 10))),
        ("mardi prochain", Some(date(2023, 9, 19))),
        ("mercredi dernier", Some(date(2023, 9, 6))),
        ("hier", Some(date(2023, 9, 12))),
        ("après-demain", Some(date(2023, 9, 15))),
        ("aujourd’hui", Some(wednesday)),
        ("last Tuesday", Some(date(2023, 9, 12))),
        ("1er janvier", Some(date(2024, 1, 1))),
        ("31 décembre dernier", Some(date(2022, 12, 31))),
        ("mardi 19", Some(date(2023, 9, 19))),
        ("tous les mardis", None),
        ("2019", None),
    ] {
        assert_eq!(found(s).first().and_then(|d| resolve(d, wednesday)), day, "{s}");
    }
    let future = resolve_in(&one("samedi"), wednesday, Tense::Future);
    assert_eq!(future, Some(date(2023, 9, 16)));
    assert_eq!(resolve_in(&one("samedi"), wednesday, Tense::Past), Some(date(2023, 9, 9)));
}

#[test]
fn periods_cover_weeks_months_and_years() {
    let a = Some(date(2023, 9, 13));
    assert_eq!(period(&one("la semaine dernière"), a, Tense::Unknown), Some((date(2023, 9, 4), date(2023, 9, 10))));
    assert_eq!(period(&one("ce week-end"), a, Tense::Unknown), Some((date(2023, 9, 16), date(2023, 9, 17))));
    assert_eq!(period(&one("en avril 2019"), None, Tense::Unknown), Some((date(2019, 4, 1), date(2019, 4, 30))));
    assert_eq!(period(&one("en 2019"), None, Tense::Unknown), Some((date(2019, 1, 1), date(2019, 12, 31))));
    assert_eq!(period(&one("l’an dernier"), a, Tense::Unknown), Some((date(2022, 1, 1), date(2022, 12, 31))));
    assert_eq!(period(&one("en décembre"), a, Tense::Unknown), Some((date(2023, 12, 1), date(2023, 12, 31))));
}

#[test]
fn machine_dates_are_read_in_their_own_offset() {
    for s in
        ["2024-06-19T23:59:00-05:00", "20240619", "20240619T101010Z", "Wed, 19 Jun 2024 10:00:00 GMT", "2024-06-19"]
    {
        assert_eq!(parse_machine(s), Some(date(2024, 6, 19)), "{s}");
    }
    assert_eq!(parse_machine("not a date"), None);
}

/// Found by chance once.
#[test]
fn a_month_glued_between_a_number_and_a_mark_keeps_its_span_inside_its_whole() {
    let s = "1MAi{";
    let all = found(s);
    assert_eq!(all.iter().map(|d| (d.day, d.month)).collect::<Vec<_>>(), [(Some(1), Some(5))], "{all:?}");
    for d in all {
        assert!(s.get(d.span.range()).is_some() && d.whole.contains(d.span), "{d:?}");
    }
}

proptest! {
    #[test]
    fn spans_are_ordered_and_at_boundaries(s in "\\PC{0,120}") {
        let mut end = 0;
        for d in found(&s) {
            prop_assert!(d.span.start >= end && s.get(d.span.range()).is_some() && !d.span.is_empty());
            prop_assert!(s.get(d.whole.range()).is_some() && d.whole.contains(d.span));
            end = d.whole.end;
        }
    }

    #[test]
    fn date_words_in_any_order_never_panic(
        w in proptest::collection::vec(prop_oneof![
            Just("13"), Just("1er"), Just("septembre"), Just("mardi"), Just("2023"), Just("."), Just("/"), Just("-"),
            Just("à"), Just("9h08"), Just("Sept"), Just("dernier"), Just("ce"), Just("et"), Just("le"), Just("\n"),
            Just("d’"), Just("semaine"), Just("En"), Just("May"), Just(","), Just("31"), Just("02"),
        ], 0..14),
        glue in any::<bool>(),
    ) {
        let s = w.join(if glue { "" } else { " " });
        for d in found(&s) {
            prop_assert!(s.get(d.span.range()).is_some());
            let _ = (resolve(&d, date(2023, 9, 13)), period(&d, Some(date(-9999, 1, 1)), Tense::Past), period(&d, Some(date(9999, 12, 31)), Tense::Future));
        }
    }
}

#[test]
fn months_and_weekdays_are_known_in_their_language_only() {
    for (word, language) in
        [("May", Language::En), ("tuesday", Language::En), ("août", Language::Fr), ("Dimanche", Language::Fr)]
    {
        assert!(is_month_or_weekday(word, language), "{word}");
    }
    for (word, language) in
        [("mai", Language::En), ("Tuesday", Language::Fr), ("sept", Language::Fr), ("hier", Language::Fr)]
    {
        assert!(!is_month_or_weekday(word, language), "{word}");
    }
}

#[test]
fn a_night_with_both_its_days_is_one_date() {
    for (text, night) in [
        ("Dans la nuit de samedi à dimanche, un feu a pris.", "nuit de samedi à dimanche"),
        ("Tués dans la nuit de dimanche à lundi dernier.", "nuit de dimanche à lundi dernier"),
        ("La nuit du 27 au 28 mai 2014 fut longue.", "nuit du 27 au 28 mai 2014"),
        ("dans la nuit du mardi 30 avril au mercredi 1er mai", "nuit du mardi 30 avril au mercredi 1er mai"),
    ] {
        assert_eq!(surfaces(text), [night], "{text}");
        assert_eq!(one(text).granularity(), Granularity::Night, "{text}");
    }
    let span = |text: &str, anchor| period(&one(text), Some(anchor), Tense::Past);
    let days = Some((date(2019, 3, 2), date(2019, 3, 3)));
    assert_eq!(span("dans la nuit de samedi à dimanche", date(2019, 3, 4)), days);
    assert_eq!(span("la nuit du 2 au 3 mars 2019", date(2020, 1, 1)), days);
    // Days that do not follow each other, and no night before them.
    assert_eq!(surfaces("la nuit de samedi à mardi"), ["samedi", "mardi"]);
    assert_eq!(surfaces("ouvert de samedi à dimanche"), ["samedi", "dimanche"]);
    assert_eq!(surfaces("fermé samedi. Le 24 novembre, il neige"), ["samedi", "24 novembre"]);
}

#[test]
fn a_weekday_behind_an_ordinal_is_counted() {
    for text in ["le premier samedi de mobilisation", "au huitième samedi", "leur 11e samedi", "un 2ème dimanche"] {
        assert!(one(text).recurring, "{text}");
    }
    assert!(!one("le samedi 8 décembre").recurring);
    assert!(!one("le samedi").recurring);
}
