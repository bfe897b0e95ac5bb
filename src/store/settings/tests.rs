use super::*;
use crate::search::Layer;
use crate::triage::{After, State};
use crate::words::Lang;
use serde_json::{Value as Json, json};

fn read(text: &str) -> (Settings, Vec<String>) {
    let loaded = parse("c", text, Themes::default());
    (loaded.settings, loaded.notices.iter().map(ToString::to_string).collect())
}

#[test]
fn the_printed_default_is_the_default_in_every_language() {
    for lang in Lang::carried() {
        let text = default_file(lang);
        assert_eq!(read(&text), (Settings::default(), Vec::new()), "{text}");
        assert!(text.lines().all(|l| l.chars().count() <= 79), "{text}");
    }
}

#[test]
fn an_unknown_key_is_said_with_its_line_and_a_near_name() {
    let (s, n) = read("mouse = false\nthene = \"x\"\n[triage]\nafter = \"sideways\"\nqueu = \"\"\n");
    assert!(!s.mouse);
    assert_eq!(
        n,
        [
            "c:2: `thene` is not a setting (did you mean `theme`?); the line is ignored.",
            "c:4: `after` has to be one of stay, next, next-unread; it is not taken.",
            "c:5: `queu` is not a setting (did you mean `queue`?); the line is ignored.",
        ]
    );
}

#[test]
fn a_wrong_value_is_said_with_a_near_word_and_the_default_is_used() {
    let (s, n) = read(
        "theme = \"drak\"\nhints = \"alwais\"\nwidth = 7\nlang = 3\n[search]\nlayers = [\"titels\", \"comments\"]\n\
         [triage]\nqueue = \"(\"\n[entities]\npersn = [\"A\"]\n[export]\ntemplates = 1\n",
    );
    assert_eq!(s, Settings { layers: vec![Layer::Comments], ..Settings::default() });
    let said = n.join("\n");
    for part in [
        "c:1: `theme` has to be one of auto, ",
        " (did you mean `dark`?); it is not taken.",
        "c:2: `hints` has to be one of always, learn, off (did you mean `always`?); it is not taken.",
        "c:3: `width` has to be a number from 30 to 200; it is not taken.",
        // Other tests may have added languages.
        "c:4: `lang` has to be one of auto, en, fr",
        "c:6: `titels` in `layers` is none of text, titles, comments, removed (did you mean `titles`?); it is ignored.",
        "c:8: `queue` has to be a query (",
        "c:10: `persn` is not a kind of name (did you mean `person`?); the line is ignored.",
        "c:12: `templates` has to be a table; it is not taken.",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert_eq!(n.len(), 8, "{said}");
}

#[test]
fn a_broken_line_does_not_take_the_others_with_it() {
    let (s, n) = read("width = 90\nmouse = = 3\nhints = \"off\"\n");
    assert_eq!((s.width, s.hints), (90, Hints::Off));
    assert!(n[0].starts_with("c:2"), "{n:?}");
}

#[test]
fn rules_keys_and_names_are_read() {
    let text = "[[rule]]\nquery = \"title:sport\"\ntag = [\"s\"]\nstate = \"écarté\"\n[[rule]]\nname = \"x\"\n\
                [keys.article]\n\"g d\" = \"compare\"\n[entities]\nperson = [\"A B\"]\n";
    let (s, n) = read(text);
    assert_eq!((s.rules.len(), s.rules[0].state, s.rules[0].line), (1, Some(State::Drop), 1));
    let table = &s.keys.0[0];
    assert_eq!((table.context.as_str(), table.place.as_str()), ("article", "c:7"));
    assert_eq!((table.bindings[0].actions.clone(), table.bindings[0].place.as_str()), (vec!["compare".into()], "c:8"));
    assert_eq!(json!(s)["keys"], json!({ "article": { "g d": ["compare"] } }));
    assert_eq!(s.entities["person"], ["A B"]);
    assert_eq!(n, ["c:5: a rule without a `query` is ignored."]);
}

#[test]
fn each_setting_knows_its_line_and_a_documented_name_of_a_theme_still_holds() {
    let loaded = parse("c", "theme = \"16\"\n[triage]\nafter = \"next-unread\"\n", Themes::default());
    assert_eq!(loaded.settings.after, After::NextUnread);
    assert_eq!(loaded.lines, BTreeMap::from([("theme", 1), ("triage.after", 3)]));
    assert_eq!(loaded.notices, []);
}

/// What of JSON schema the settings use: enough to see that a value fits.
fn fits(schema: &Json, value: &Json) -> bool {
    let kind = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64(),
        Some(other) => panic!("{other} is not used"),
        None => true,
    };
    let among = |list: &Json| list.as_array().is_none_or(|l| l.contains(value));
    let any = schema["anyOf"].as_array().is_none_or(|l| l.iter().any(|s| fits(s, value)));
    let n = value.as_i64().unwrap_or_default();
    let within = schema["minimum"].as_i64().is_none_or(|m| n >= m) && schema["maximum"].as_i64().is_none_or(|m| n <= m);
    let items = value.as_array().into_iter().flatten().all(|v| schema["items"].is_null() || fits(&schema["items"], v));
    let properties = value.as_object().into_iter().flatten().all(|(k, v)| match &schema["properties"][k] {
        Json::Null => match &schema["additionalProperties"] {
            Json::Bool(allowed) => *allowed,
            Json::Null => true,
            other => fits(other, v),
        },
        known => fits(known, v),
    });
    kind && among(&schema["enum"]) && any && within && items && properties
}

fn as_json(text: &str) -> Json {
    json!(toml::from_str::<toml::Table>(text).expect("it is TOML"))
}

#[test]
fn the_schema_takes_the_default_file_and_what_the_reader_takes_and_nothing_else() {
    let names = Themes::default();
    let known = Known { themes: &names.names(), contexts: &["list"], actions: &["keep", "drop"] };
    let schema = schema(&known, Lang::EN);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["properties"]["triage"]["properties"]["after"]["default"], "next");
    assert!(fits(&schema, &as_json(&default_file(Lang::FR))));
    let good = "theme = \"light\"\n[keys.list]\nx = \"keep\"\n\"gx\" = [\"keep\", \"drop\"]\n[entities]\nperson = [\"A\"]\n\
                [[rule]]\nquery = \"a\"\ntag = \"b\"\n[export.templates]\na = \"{title}\"\n";
    assert!(fits(&schema, &as_json(good)));
    for bad in [
        "them = 1",
        "width = 7",
        "width = \"72\"",
        "theme = \"drak\"",
        "[keys.lst]\nx = \"keep\"",
        "[keys.list]\nx = \"kep\"",
        "[triage]\nafter = \"never\"",
        "[search]\nlayers = [\"x\"]",
        "[entities]\nanimal = \"x\"",
        "[[rule]]\nquery = 1",
    ] {
        assert!(!fits(&schema, &as_json(bad)), "{bad}");
    }
}
