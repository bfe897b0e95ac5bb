use super::*;

#[test]
fn numbers_and_plurals_follow_the_language() {
    assert_eq!(Lang::FR.say(msg::article_count(0)), "0 article");
    assert_eq!(Lang::EN.say(msg::article_count(0)), "0 articles");
    assert_eq!(Lang::EN.say(msg::article_count(1)), "1 article");
    assert_eq!(Lang::FR.say(msg::word_count(1200)), "1\u{202f}200 mots");
    assert_eq!(Lang::EN.number(1_234_567), "1,234,567");
    assert_eq!(Lang::FR.say(msg::verbatim(Number::decimal(-1234.56, 1))), "−1\u{202f}234,6");
}

/// The file of a language that the program carries.
fn carried(lang: Lang) -> &'static bundle::WordFile {
    lang::CARRIED.iter().find(|file| file.code == lang.code()).unwrap()
}

#[test]
fn a_message_that_is_read_by_itself_says_what_it_says_in_its_whole_file() {
    for lang in Lang::carried() {
        let file = carried(lang);
        let (whole, _) = bundle::Words::read(file.code, file.text, None);
        let apart = bundle::Words::carried(file, None);
        for (id, names) in messages::ARGUMENTS.iter().enumerate() {
            for n in [0.0, 1.0, 2.0, 1000.0] {
                let args = names.iter().map(|_| Arg::Number(Number { value: n, decimals: 0 })).collect();
                let message = Message::with(id as u16, args);
                let said = apart.say(&message);
                assert_eq!(said, whole.say(&message), "{lang:?}: {}", message.name());
                assert_ne!(said, message.name(), "{lang:?}: it has no words");
            }
        }
    }
}

#[test]
fn every_language_has_every_message_with_the_same_arguments_and_nothing_else() {
    for lang in Lang::carried() {
        let source = carried(lang).text;
        let (words, problems) = bundle::Words::read(lang.code(), source, None);
        assert_eq!(problems, [], "{lang:?}");
        let resource = fluent_syntax::parser::parse(source).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for entry in &resource.body {
            let fluent_syntax::ast::Entry::Message(message) = entry else { continue };
            assert!(seen.insert(message.id.name), "{lang:?}: {} stands twice", message.id.name);
            let at = messages::NAMES.iter().position(|n| *n == message.id.name);
            let at = at.unwrap_or_else(|| panic!("{lang:?}: {} is not in en.ftl", message.id.name));
            let text = format!("{:?}", message.value);
            for argument in messages::ARGUMENTS[at] {
                let named = format!("VariableReference {{ id: Identifier {{ name: {argument:?} }} }}");
                assert!(text.contains(&named), "{lang:?}: {} does not say ${argument}", message.id.name);
            }
            let known = |id: &str| messages::ARGUMENTS[at].contains(&id);
            for part in text.split("VariableReference { id: Identifier { name: \"").skip(1) {
                let id = part.split('"').next().unwrap();
                assert!(known(id), "{lang:?}: {} has no ${id} in English", message.id.name);
            }
        }
        for name in messages::NAMES {
            assert!(words.has(name), "{lang:?} lacks {name}");
        }
    }
}

#[test]
fn a_language_of_the_reader_tells_what_it_lacks_in_english_and_what_is_wrong_in_it() {
    let lang = Lang::add("xx", "article-count = ⟦{ $n }⟧\n").unwrap();
    assert_eq!(lang.say(msg::article_count(2000)), "⟦2,000⟧");
    assert_eq!(lang.text(msg::MONTH_5), "May");
    let wrong = Lang::add("xy", "article-count = ⟦{ $n }⟧\n??\n");
    assert_eq!(wrong, Err(vec![Problem { line: 2, found: "??".into() }]));
    assert_eq!(Lang::from_code("xy"), None);
    assert_eq!(Lang::from_code("xx_YY.UTF-8"), Some(lang));
    assert_eq!(Lang::from_code("fr_FR.UTF-8"), Some(Lang::FR));
    assert_eq!(Lang::from_code("C"), None);
}

#[test]
fn a_message_is_english_in_json_and_itself_in_bytes() {
    let message = msg::date_medium("3", msg::MONTH_2, "2026");
    assert_eq!(serde_json::to_string(&message).unwrap(), "\"3 February 2026\"");
    let bytes = postcard::to_allocvec(&message).unwrap();
    let back: Message = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back, message);
    assert_eq!(Lang::FR.say(back), "3 février 2026");
}

#[test]
fn dates_are_told_in_the_language() {
    let date = jiff::civil::date(2026, 5, 12);
    assert_eq!(Lang::FR.say(date::long(date)), "mardi 12 mai 2026");
    assert_eq!(Lang::EN.say(date::long(date)), "Tuesday 12 May 2026");
    assert_eq!(date::short(date, Lang::FR), "12.05.26");
    assert_eq!(date::day(date, Lang::FR), "12.05");
    assert_eq!(date::short(date, Lang::EN), "12 May 26");
    assert_eq!(date::day(jiff::civil::date(2026, 2, 5), Lang::EN), "5 Feb");
}
