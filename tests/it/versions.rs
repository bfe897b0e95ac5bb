//! Versions of one article are one article: the newest stands for it, what it takes
//! back is taken back, and what was judged before it came says so.

use crate::commands::run;
use crate::support::{folder, frame, press, setup};
use kiosque::job::Input;
use kiosque::shell::{Harness, Setup};
use kiosque::store::paths::Paths;
use kiosque::words::Lang;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of articles, and one that the program keeps its state in.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let desk = Self(folder(&format!("versions-{name}")));
        fs::create_dir_all(desk.press()).unwrap();
        desk
    }

    fn press(&self) -> PathBuf {
        self.0.join("press")
    }

    fn state(&self) -> PathBuf {
        self.0.join("state")
    }

    /// A version of an item of an agency, in a file of its own.
    fn item(&self, file: &str, version: u32, status: &str, passengers: u32) {
        let item = format!(
            "<?xml version='1.0'?><newsItem guid='urn:newsml:avx:bac-de-sarvenne' version='{version}'><itemMeta><provider literal='AVX'/>\
             <pubStatus qcode='stat:{status}'/></itemMeta><contentMeta><headline>Le bac de Sarvenne à quai</headline></contentMeta>\
             <contentSet><inlineXML><html><body><p>Le bac de Sarvenne a transporté {passengers} voyageurs samedi, selon la mairie du \
             port. Les marins demandent un second bateau pour la saison.</p></body></html></inlineXML></contentSet></newsItem>"
        );
        fs::write(self.press().join(file), item).unwrap();
    }

    /// What stood at an address, in a file of its own.
    fn page(&self, file: &str, address: &str, passengers: u32) {
        let text = format!(
            "Le bac de Lindal a transporté {passengers} voyageurs samedi, selon la mairie du port. Les marins demandent un second \
             bateau pour la saison. Le maire a promis une réponse avant la fin du mois de juin."
        );
        let record =
            serde_json::json!({ "title": "Le bac de Lindal", "text": text, "url": address, "source": "Le Cap" });
        fs::write(self.press().join(file), format!("{record}\n")).unwrap();
    }

    fn start(&self) -> Harness {
        let paths = Paths::find(Some(&self.state()), None).unwrap();
        let inputs = vec![Input::Path(self.press())];
        Harness::new(Setup { inputs, paths: Some(paths), name: String::new(), ..setup(120, 40, Lang::EN) })
    }

    fn run(&self, args: &[&str]) -> String {
        let press = self.press();
        let args: Vec<&str> = args.iter().copied().chain([path(&press)]).collect();
        run(&self.state(), Lang::EN, &args).out
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Rows of the list that have some words.
fn rows(h: &Harness, words: &str) -> Vec<String> {
    frame(h).lines().map(|l| l.chars().take(60).collect::<String>()).filter(|l| l.contains(words)).collect()
}

#[test]
fn an_item_that_a_later_file_withdraws_is_withdrawn_everywhere() {
    let desk = Desk::new("versions-withdrawn");
    desk.item("1.xml", 1, "usable", 120);
    desk.item("2.xml", 2, "usable", 130);
    assert!(!frame(&desk.start()).contains("WITHDRAWN"));
    desk.item("0-kill.xml", 3, "canceled", 130);
    // Once as it is read, once as the catalogue knows it.
    for _ in 0..2 {
        let mut h = desk.start();
        assert!(rows(&h, "●  WITHDRAWN Le bac").len() == 1, "{}", frame(&h));
        assert!(frame(&h).contains("v3"), "{}", frame(&h));
        let first = h.model.library.corpus.ids().find(|id| h.model.library.version(*id).unwrap().number == 1);
        h.model.list.go_to(first.unwrap());
        press(&mut h, "<enter>");
        let shown = frame(&h);
        assert!(shown.contains("WITHDRAWN · AVX") && shown.contains("a newer one is at hand"), "{shown}");
    }
    assert_eq!(desk.run(&["list"]).matches("[WITHDRAWN]").count(), 3);
    let json = desk.run(&["list", "--format", "json"]);
    assert_eq!(json.matches("\"standing\":\"withdrawn\"").count(), 3, "{json}");
    assert!(json.contains("\"version\":{\"number\":1,\"of\":3,\"withdrawn\":true}"), "{json}");
    assert_eq!(desk.run(&["list", "--filter", "is:withdrawn"]).lines().count(), 3);
    assert_eq!(desk.run(&["list", "--filter", "is:withdrawn is:updated"]).lines().count(), 1);
    assert_eq!(desk.run(&["export", "--format", "md"]).matches("withdrawn, AVX").count(), 3);
    // What was taken back is sent again.
    desk.item("3.xml", 4, "usable", 140);
    assert_eq!(rows(&desk.start(), "●  WITHDRAWN").len(), 0, "{}", frame(&desk.start()));
}

#[test]
fn an_article_that_was_changed_since_it_was_judged_says_so_until_the_newer_version_is_judged() {
    let desk = Desk::new("versions-changed");
    desk.page("a.jsonl", "https://cap.example/bac", 120);
    let mut h = desk.start();
    let judged = h.model.library.corpus.ids().next().unwrap();
    h.model.list.go_to(judged);
    press(&mut h, "sk");
    drop(h);
    assert_eq!(desk.run(&["list", "--filter", "is:changed"]), "");
    desk.page("b.jsonl", "http://www.cap.example/bac/?utm_source=x", 140);
    let newer = |h: &Harness| {
        let library = &h.model.library;
        library.corpus.ids().find(|id| library.version(*id).is_some_and(|v| v.is_newest())).unwrap()
    };
    for _ in 0..2 {
        let h = desk.start();
        assert_eq!(rows(&h, "●Δ Le bac").len(), 1, "{}", frame(&h));
    }
    assert_eq!(desk.run(&["list", "--filter", "is:changed"]).lines().count(), 2);
    assert_eq!(desk.run(&["list", "--filter", "is:changed -state:keep"]).lines().count(), 1);
    let mut h = desk.start();
    press(&mut h, "Fis:changed<enter>");
    assert_eq!(h.model.list.shown, 2, "{}", frame(&h));
    let id = newer(&h);
    h.model.list.go_to(id);
    press(&mut h, "sd");
    assert_eq!(rows(&h, "Δ").len(), 0, "{}", frame(&h));
    press(&mut h, "u");
    assert_eq!(rows(&h, "●Δ Le bac").len(), 1, "{}", frame(&h));
    press(&mut h, "sd");
    drop(h);
    assert_eq!(desk.run(&["list", "--filter", "is:changed"]), "");
}

#[test]
fn versions_are_folded_under_the_newest_and_come_apart_when_it_goes() {
    let desk = Desk::new("versions-folded");
    desk.page("a.jsonl", "https://cap.example/bac", 120);
    desk.page("b.jsonl", "https://cap.example/bac", 140);
    let mut h = desk.start();
    assert_eq!(rows(&h, "●  Le bac de Lindal").len(), 1, "{}", frame(&h));
    assert!(frame(&h).contains("v2"));
    fs::remove_file(desk.press().join("b.jsonl")).unwrap();
    press(&mut h, "R");
    assert!(!frame(&h).contains("v2"), "{}", frame(&h));
    let library = &h.model.library;
    let alone = |id| library.version(id).is_none() && library.corpus.get(id).is_none_or(|d| d.meta.version.is_none());
    assert!(library.corpus.ids().all(alone), "{}", frame(&h));
}

#[test]
fn one_key_lists_the_versions_of_an_article_with_what_was_changed_and_enter_compares_two() {
    let desk = Desk::new("versions-listed");
    desk.page("a.jsonl", "https://cap.example/bac", 120);
    desk.page("b.jsonl", "https://cap.example/bac", 140);
    desk.page("c.jsonl", "https://cap.example/bac", 150);
    let mut h = desk.start();
    press(&mut h, "gv");
    let shown = frame(&h);
    let row = |words: &str| shown.lines().find(|l| l.contains(words)).unwrap_or_else(|| panic!("{shown}")).to_owned();
    assert!(shown.contains("3 versions") && row("▌v3").contains("c.jsonl") && row("▌v3").contains("~1"), "{shown}");
    assert!(row(" v1 ").contains("a.jsonl") && !row(" v1 ").contains('~'), "the first has none before it: {shown}");
    press(&mut h, "j<enter>");
    let compared = h.model.compare.as_ref().map(|c| [c.a, c.b].map(|id| h.model.library.version(id).unwrap().number));
    assert_eq!(compared, Some([1, 2]), "{}", frame(&h));
    press(&mut h, "q");
    desk.page("alone.jsonl", "https://cap.example/seul", 5);
    let mut h = desk.start();
    let alone = h.model.library.corpus.ids().find(|id| h.model.library.version(*id).is_none());
    h.model.list.go_to(alone.unwrap());
    press(&mut h, "gv<enter>");
    assert!(h.model.compare.is_none() && h.model.overlays.is_empty(), "{}", frame(&h));
}

#[test]
fn files_that_are_named_know_which_versions_they_are_and_the_hour_where_the_day_is_one() {
    let desk = Desk::new("versions-named");
    let of = |hour: &str, passengers: u32| {
        let text =
            format!("Le bac de Lindal a transporté {passengers} voyageurs samedi, selon la mairie du port du nord.");
        let record = serde_json::json!({ "title": "Le bac de Lindal", "text": text, "url": "https://cap.example/bac",
            "date": "2026-03-13", "updated": format!("2026-03-14T{hour}:00+01:00") });
        format!("{record}\n")
    };
    // The files stand in the other order than the versions.
    fs::write(desk.press().join("a.json"), of("18:30", 140)).unwrap();
    fs::write(desk.press().join("b.json"), of("09:15", 120)).unwrap();
    let (a, b) = (desk.press().join("a.json"), desk.press().join("b.json"));
    let shown = run(&desk.state(), Lang::EN, &["show", path(&a), path(&b)]).out;
    let at = |words: &str| shown.find(words).unwrap_or_else(|| panic!("{words}: {shown}"));
    assert!(at("version 2") < at("version 1"), "{shown}");
    let compared = run(&desk.state(), Lang::EN, &["compare", path(&a), path(&b)]).out;
    assert!(compared.contains("Versions of one article"), "{compared}");
    let told = run(&desk.state(), Lang::EN, &["versions", path(&desk.press())]).out;
    assert!(told.contains("08:15 UTC") && told.contains("17:30 UTC"), "{told}");
    let mut h = desk.start();
    press(&mut h, "gv");
    let rows = frame(&h);
    assert!(rows.contains("08:15") && rows.contains("17:30"), "{rows}");
}
