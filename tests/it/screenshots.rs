//! The pictures of the README and the manual, drawn by the program and compared byte for
//! byte. `KIOSQUE_BLESS=1 cargo test` draws them anew.

use crate::support::{buffer, press, setup};
use kiosque::app::key;
use kiosque::shell::Harness;
use kiosque::ui::{Theme, svg};
use kiosque::words::Lang;
use std::collections::BTreeSet;
use std::path::Path;

pub(crate) struct Scene {
    name: &'static str,
    title: &'static str,
    pub(crate) keys: &'static str,
    pub(crate) width: u16,
    pub(crate) height: u16,
    theme: &'static str,
    lang: Lang,
}

const fn scene(name: &'static str, title: &'static str, keys: &'static str) -> Scene {
    Scene { name, title, keys, width: 120, height: 40, theme: "dark", lang: Lang::FR }
}

pub(crate) const SCENES: &[Scene] = &[
    scene("main", "Stories, the article, its names", "jj<enter>"),
    scene("marked", "Every line with its kind, and the rule of a removed block", "jj<enter>cn"),
    scene("raw", "The file as it is", "jj<enter>cc"),
    scene("search", "A search over the corpus, in context", "g/navette<enter>"),
    scene("go-to", "Going to anything by a few letters", "<c-p>roseliere"),
    scene("comparison", "Two reports side by side", "jj=j=n"),
    scene("quotes", "The same comparison, stepping through quotes", "jj=j=gqn"),
    scene("facts", "Quotes, figures and names of two reports as a table", "jj=j=cccc"),
    scene("who-says-what", "Who says what: facts against texts, and how many independent origins", "gmj"),
    scene("timeline", "The reports of a story in order of time, and what each is the first to say", "gljj"),
    scene("name", "A name over the corpus: spellings, roles, days, quotations, mentions", "<tab><tab>ge"),
    scene("stories", "What is claimed about an article, with its evidence", "jjgi"),
    scene("triage", "Articles by state", "skdjfjjdgt"),
    scene("note", "A note under the passage it is about", "jj<enter>vjjaà vérifier auprès de la préfecture<enter>"),
    scene(
        "notes",
        "All notes, with their passages",
        "jj<enter>vjjaà vérifier auprès de la préfecture<enter><esc>=j=naune date ou l'autre ?<enter>gn",
    ),
    scene("export", "Handing over: what, in which format, where to", "jj=j=E"),
    scene("board", "The morning as a board", "skdjfjjdjjskwb"),
    scene("queue", "One article at a time, and how far the morning is", "skdjfwt"),
    scene("journal", "What was decided, by whom, and what was taken back", "skdjf<c-a>tà relire<enter><esc>uu<esc>gj"),
    scene("help", "The keys of this place, from the table of actions", "?"),
    scene("palette", "Every action by name, in both languages", ":tri"),
    Scene { width: 80, height: 24, ..scene("narrow", "Two panes in 80 columns", "jj<enter>") },
    Scene { theme: "light", ..scene("light", "On a light ground", "jj<enter>") },
    Scene { theme: "mono", ..scene("monochrome", "Without any colour", "jj=j=n") },
    Scene { lang: Lang::EN, width: 200, height: 50, ..scene("wide", "Three columns in 200, in English", "jj=j=n") },
];

fn draw(scene: &Scene) -> String {
    let mut h = Harness::new(setup(scene.width, scene.height, scene.lang));
    press(&mut h, scene.keys);
    let theme = Theme::named(scene.theme).expect("a theme").with_ground();
    svg::svg(&buffer(&h, &theme), &theme, scene.title)
}

/// A minute of work: read, see what was taken out, compare, ask who says what, search,
/// judge and take back.
const MINUTE: &str = "jj<enter>cnncc)q=j=nnnq gmjjjq g/navette<enter>jjq skdu<c-p>roseliere<enter>qq";
/// How long a key is shown, in milliseconds.
const STEP: u32 = 850;

/// The file of the minute.
const FILM: &str = "minute.svg";

fn film() -> String {
    let mut h = Harness::new(setup(100, 28, Lang::FR));
    let theme = Theme::named("dark").expect("a theme").with_ground();
    let keys = key::parse(&MINUTE.replace(' ', "")).expect("keys of a test");
    let shots = kiosque::cli::frame::shots(&mut h, &keys, STEP, &theme);
    svg::film(&shots, &theme, "A minute of work with the sample corpus")
}

#[test]
fn the_minute_of_work_shows_what_the_program_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots").join(FILM);
    let drawn = film();
    if std::env::var_os("KIOSQUE_BLESS").is_some() {
        std::fs::write(&path, &drawn).expect("the folder of pictures can be written");
    }
    let shown = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(shown == drawn, "drawn differently now; KIOSQUE_BLESS=1 cargo test screenshots draws it anew");
}

#[test]
fn each_moment_of_a_film_shows_the_rows_of_its_frame_and_no_others() {
    let theme = Theme::named("dark").expect("a theme").with_ground();
    let mut h = Harness::new(setup(60, 8, Lang::FR));
    let shots = kiosque::cli::frame::shots(&mut h, &key::parse("jj").expect("keys"), 100, &theme);
    let film = svg::film(&shots, &theme, "t");
    let total: u32 = shots.iter().map(|s| s.millis).sum();
    let mut at = 0;
    for shot in &shots {
        let still = svg::svg(&shot.buffer, &theme, "t");
        let texts = |s: &str| -> BTreeSet<String> {
            s.lines().filter(|l| l.starts_with("<text") && l.contains("textLength")).map(str::to_owned).collect()
        };
        assert_eq!(texts(&shown_at(&film, f64::from(at) * 100.0 / f64::from(total))), texts(&still));
        at += shot.millis;
    }
}

/// What of a film is seen when so much of a hundred has passed.
fn shown_at(film: &str, percent: f64) -> String {
    let seen = |class: &str| {
        let rule = film.split(&format!("@keyframes k{class} {{")).nth(1).expect("a rule").lines().next().unwrap();
        let steps = rule.split('}').filter_map(|step| step.split_once("% { visibility: "));
        let mut past = steps.filter(|(at, _)| at.trim().parse::<f64>().expect("a number") <= percent + 0.001);
        past.next_back().is_some_and(|(_, state)| state.trim() == "visible")
    };
    let (mut out, mut hidden) = (String::new(), false);
    for line in film.lines() {
        if let Some(class) = line.strip_prefix("<g class=\"f") {
            hidden = !seen(class.split('"').next().unwrap_or_default());
        } else if line == "</g>" {
            hidden = false;
        } else if !hidden {
            out += line;
            out.push('\n');
        }
    }
    out
}

#[test]
fn every_picture_shows_what_the_program_draws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let bless = std::env::var_os("KIOSQUE_BLESS").is_some();
    let mut stale = Vec::new();
    for scene in SCENES {
        let path = folder.join(format!("{}.svg", scene.name));
        let drawn = draw(scene);
        if bless {
            std::fs::write(&path, &drawn).expect("the folder of pictures can be written");
        }
        let shown = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if shown != drawn {
            stale.push(scene.name);
        }
    }
    assert!(
        stale.is_empty(),
        "drawn differently now: {stale:?}; KIOSQUE_BLESS=1 cargo test screenshots draws them anew"
    );
}

#[test]
fn no_picture_is_left_over_and_the_manual_shows_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names: BTreeSet<String> = SCENES.iter().map(|s| format!("{}.svg", s.name)).collect();
    names.insert(FILM.to_owned());
    let found: BTreeSet<String> = std::fs::read_dir(root.join("screenshots"))
        .expect("the folder of pictures")
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(found, names);
    let manual = std::fs::read_to_string(root.join("assets/manual.md")).expect("the manual");
    for name in &names {
        assert!(manual.contains(&format!("../screenshots/{name}")), "{name} is not in the manual");
    }
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README.md");
    for shown in readme.split("](screenshots/").skip(1) {
        let name = shown.split(')').next().unwrap_or_default();
        assert!(names.contains(name), "the README shows {name}, which nothing draws");
    }
}

#[test]
fn a_frame_is_the_same_on_every_run() {
    assert_eq!(draw(&SCENES[0]), draw(&SCENES[0]));
}
