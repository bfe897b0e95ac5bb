//! A long day: random keys, sizes and changes of files, for as long as asked.
//! Nothing panics, memory stays what it was, and the journal says what the
//! program shows.
//!
//! `KIOSQUE_SOAK_SECONDS=600 cargo test --release --test it soak -- --ignored --nocapture`

use crate::support::{buffer, setup};
use kiosque::app::Msg;
use kiosque::app::area::Size;
use kiosque::app::key::{self, Code, Key};
use kiosque::app::overlay::prompt::state::Ask;
use kiosque::app::overlay::state::Overlay;
use kiosque::job::Input;
use kiosque::shell::{Harness, Setup};
use kiosque::store::journal;
use kiosque::store::paths::Paths;
use kiosque::triage::Triage;
use kiosque::ui::Theme;
use kiosque::words::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Articles of the corpus, and of one story.
const ARTICLES: usize = 10_000;
const STORY: usize = 12;

/// Keys beside all letters, digits and signs, and those that have a name: what
/// leaves and what opens is pressed more often.
const KEYS: &str = "<enter><esc><esc><c-d><c-u><c-p><c-z><c-o><c-w><c-f><c-b>";

/// What is pressed.
fn keys() -> Vec<Key> {
    let mut keys: Vec<Key> = (' '..='~').map(|c| Key::plain(Code::Char(c))).collect();
    keys.extend(key::parse(&key::names().concat()).unwrap());
    keys.extend(key::parse(KEYS).unwrap());
    keys
}

#[test]
fn the_keys_of_a_long_day_are_keys() {
    assert!(keys().contains(&Key::plain(Code::BackTab)));
}

/// Bytes that memory grows by before the place is told.
const STEP: u64 = 64 << 20;

/// A small generator (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

fn article(dice: &mut Dice, story: usize) -> String {
    const PLACES: [&str; 12] = [
        "Valmorin",
        "Orlange",
        "Brigneux",
        "Sauvières",
        "Marqueville",
        "Tarnac-le-Haut",
        "Lorquin",
        "Estrac",
        "Vilgrain",
        "Fontbrune",
        "Castelnoir",
        "Roquebelle",
    ];
    const THINGS: [&str; 9] = [
        "le viaduc",
        "l'écluse",
        "le lycée",
        "la piscine",
        "le marché",
        "la gare",
        "le théâtre",
        "la digue",
        "le stade",
    ];
    const ACTS: [&str; 6] = ["a fermé", "a rouvert", "sera reconstruit", "a pris feu", "change de mains", "est vendu"];
    let (place, thing, act) = (PLACES[story % 12], THINGS[story / 12 % 9], ACTS[story / 108 % 6]);
    let mut text = format!("{thing} de {place} {act}\n\nPar Ana Roz\n\nLe {} mars 2026\n\n", 1 + story % 28);
    for _ in 0..3 + dice.below(6) {
        let (n, who) = (dice.below(9000), ["le maire", "la préfète", "Odile Marsan", "un ingénieur"][dice.below(4)]);
        let line = match dice.below(4) {
            0 => format!("{thing} de {place} {act} lundi, a indiqué {who} dans la soirée."),
            1 => format!("Les travaux coûteront {n} euros à la commune de {place}, selon {who}."),
            2 => format!(
                "« Nous attendions cela depuis {} ans », a dit {who} aux habitants réunis sur la place.",
                n % 30
            ),
            _ => format!("Une réunion publique aura lieu à {place} le {} mars, dans la salle des fêtes.", 1 + n % 28),
        };
        text.push_str(&line);
        text.push_str("\n\n");
    }
    text
}

fn write(folder: &Path, dice: &mut Dice, n: usize) {
    let text = article(dice, n / STORY);
    fs::write(folder.join(format!("{n:05}.txt")), text).unwrap();
}

/// Bytes of the program that are in memory.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    status.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096
}

/// A key that runs nothing outside of the program.
fn pressed(h: &mut Harness, keys: &[Key], dice: &mut Dice) {
    let key = keys[dice.below(keys.len())];
    let pipes = h.model.overlays.iter().any(|o| matches!(o, Overlay::Prompt(p) if p.ask == Ask::Pipe));
    h.press(if pipes { Key::plain(Code::Esc) } else { key });
    h.requests.clear();
}

#[test]
#[ignore = "it takes as long as it is asked to"]
fn a_long_day_of_random_keys_takes_no_more_memory_and_its_journal_says_what_is_shown() {
    let long = std::env::var("KIOSQUE_SOAK_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(600);
    let root: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("soak");
    let _ = fs::remove_dir_all(&root);
    let press = root.join("press");
    fs::create_dir_all(&press).unwrap();
    // What is exported without a place of its own goes where the program runs.
    std::env::set_current_dir(&root).unwrap();
    let mut dice = Dice(5);
    (0..ARTICLES).for_each(|n| write(&press, &mut dice, n));
    let paths = Paths::find(Some(&root.join("state")), None).unwrap();
    let journal_file = paths.journal();
    let inputs = vec![Input::Path(press.clone())];
    let mut h = Harness::new(Setup { inputs, paths: Some(paths), ..setup(120, 40, Lang::FR) });
    let keys = keys();
    let theme = Theme::named("dark").unwrap();
    let (begun, whole) = (Instant::now(), Duration::from_secs(long));
    let (mut most, mut pressed_keys, mut highest) = ([0_u64; 4], 0_usize, resident());
    while begun.elapsed() < whole {
        for _ in 0..50 {
            pressed(&mut h, &keys, &mut dice);
            pressed_keys += 1;
        }
        h.resize(Size { width: 1 + dice.below(220) as u16, height: 1 + dice.below(70) as u16 });
        buffer(&h, &theme);
        if dice.below(20) == 0 {
            for _ in 0..=dice.below(5) {
                let n = dice.below(ARTICLES);
                if dice.below(3) == 0 {
                    let _ = fs::remove_file(press.join(format!("{n:05}.txt")));
                } else {
                    write(&press, &mut dice, n);
                }
            }
            h.send(Msg::FilesChanged);
            h.run_until_idle();
            h.poll_saving();
        }
        let quarter = (4 * begun.elapsed().as_millis() / whole.as_millis()).min(3) as usize;
        let now = resident();
        most[quarter] = most[quarter].max(now);
        // Where a step of memory comes from is looked for there.
        if now > highest + STEP {
            let on_top = h.model.overlays.last();
            println!("{pressed_keys} keys: {} MB on {:?} under {on_top:?}", now >> 20, h.model.screen);
            highest = now;
        }
    }
    let shown = h.model.triage.clone();
    h.finish().unwrap();
    let (entries, notices) = journal::read(&journal_file).unwrap();
    println!("{pressed_keys} keys, {} acts, megabytes by quarter: {:?}", entries.len(), most.map(|m| m >> 20));
    assert_eq!(notices, []);
    let kept = Triage::of(entries);
    assert!(kept.targets() == shown.targets(), "the journal says what is shown");
    assert!(most[3] as f64 <= 1.05 * most[1] as f64, "memory grows: {most:?}");
    fs::remove_dir_all(root).unwrap();
}
