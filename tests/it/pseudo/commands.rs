//! The text that commands print, in the language of the test.

use super::{CODE, Known, NO_WORDS_OF_THE_PROGRAM, lang};
use kiosque::app::action::{ACTIONS, Context as ActionContext};
use kiosque::app::keymap::Keymap;
use kiosque::cli::{self, Context};
use kiosque::store::settings::{self, ROWS};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Every command that prints text, and errors of each kind; but for findings
/// of a comparison (`compare`, `brief`), which are English sentences still, and
/// HTML, which is markup. `A` and `B` stand
/// for two articles, `D` for their folder, `S` for a settings file with slips.
const COMMANDS: &[&str] = &[
    "list D",
    "list --filter greve D",
    "list nowhere",
    "list --filter date:x D",
    "list --lang yy",
    "list --bogus D",
    "lsit",
    "show A",
    "show --view marked A",
    "clean A",
    "clean --explain A",
    "names D",
    "names --of Ostrand D",
    "names --of Nobody D",
    "compare A",
    "compare A B",
    "compare --format md A B",
    "brief D",
    "brief --format md D",
    "stories D",
    "stories --format md D",
    "matrix A B",
    "matrix --format md A B",
    "matrix --omitted Nobody A B",
    "timeline A B",
    "timeline --days A B",
    "search greve D",
    "search --in removed greve D",
    "search ( D",
    "search D",
    "index D",
    "index --no-cache D",
    "journal",
    "journal --check",
    "journal --compact",
    "journal --merge S",
    "journal --rules --config S D",
    "notes",
    "notes --format md",
    "export --format md A",
    "export --format text A",
    "export --what comparison A B",
    "export --what comparison A",
    "export --template {x} A",
    "config --default",
    "config --check",
    "config --check --config S",
    "doctor",
    "doctor --config S",
    "cache",
    "cache --clear",
    "versions D",
    "watch",
    "watch --once nowhere",
    "keys",
    "man",
    "help",
    "help nothing",
    "frame --size 0x0",
    "frame --keys <nokey>",
    "--version",
    "--now x list D",
];

/// Those that have nothing to say without articles or entries.
const QUIET: [&str; 3] = ["journal", "notes", "versions D"];

/// A settings file with a slip of every kind.
const SLIPS: &str = "theme = \"drak\"\nwidth = 7\nmouse = 3\nwidht = 80\nhints = 2\nlang = \"yy\"\n[search]\nlayers = [\"txt\"]\n\
     [keys.list]\n\"zz\" = \"nonsense\"\n\"g\" = \"keep\"\n\"<entr>\" = \"drop\"\n[keys.articel]\nx = \"keep\"\n[entities]\nanimal = \"x\"\n\
     [[rule]]\nname = \"sport\"\ntag = \"s\"\n[[rule]]\nname = \"ferry\"\nquery = \"ferry\"\nstate = \"drop\"\n[export]\ntemplates = 1\n\
     [triage]\nqueue = \"(\"\n";

fn folder() -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pseudo");
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    fs::write(dir.join("slips.toml"), SLIPS).unwrap();
    dir
}

/// What a command prints, on both streams.
fn printed(dir: &Path, line: &str) -> String {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    let place = |name: &str| match name {
        "A" => demo.join("ouest-rade/port-vautier-le-pont-de-la-roseliere-ferme-pour-au-moins-six-semaines.txt"),
        "B" => demo.join("ouest-rade/port-vautier-le-pont-de-la-roseliere-de-nouveau-ferme.txt"),
        "D" => demo.clone(),
        "S" => dir.join("slips.toml"),
        other => PathBuf::from(other),
    };
    let mut args: Vec<OsString> = vec!["kiosque".into()];
    args.extend(line.split(' ').map(|word| place(word).into()));
    args.extend(["--state-dir".into(), dir.join("state").into(), "--name".into(), "anne".into()]);
    if !line.contains("--config") {
        args.extend(["--config".into(), dir.join("none.toml").into()]);
    }
    if !line.contains("--lang") {
        args.extend(["--lang".into(), CODE.into()]);
    }
    let (mut out, mut err) = (Vec::new(), Vec::new());
    cli::run(args, &mut Context::new(&mut out, &mut err, lang()));
    out.extend(err);
    String::from_utf8(out).unwrap()
}

/// Names of commands, options, values, settings and actions, which are the
/// same in every language.
fn known(dir: &Path) -> Known {
    let mut known = Known::corpus();
    for file in ["slips.toml", "none.toml", "state/cache/catalogues"] {
        known.add(&dir.join(file).display().to_string());
    }
    known.add(SLIPS);
    let root = cli::command(lang());
    for command in [&root].into_iter().chain(root.get_subcommands()) {
        known.add(&format!("kiosque {}", command.get_name()));
        for arg in command.get_arguments() {
            known.add(arg.get_long().unwrap_or_default());
            arg.get_possible_values().iter().for_each(|v| known.add(v.get_name()));
        }
    }
    for row in ROWS {
        known.add(row.key);
        known.add(row.example);
        settings::values(row.key).into_iter().for_each(|v| known.add(v));
    }
    ACTIONS.iter().for_each(|action| known.add(action.name));
    known.add_keys(&Keymap::new(lang()));
    ActionContext::ALL.iter().for_each(|c| known.add(c.name()));
    kiosque::clean::rules::RULES.iter().for_each(|(rule, _)| known.add(rule));
    for (name, value) in std::env::vars() {
        known.add(&name);
        known.add(&value);
    }
    NO_WORDS_OF_THE_PROGRAM.iter().for_each(|(words, _)| known.add(words));
    known
}

/// A line of the manual without its roff; others as they are.
fn unformatted(shown: &str, command: &str) -> Option<String> {
    if command != "man" {
        return Some(shown.to_owned());
    }
    let shown = shown.strip_prefix(".SH ").or(shown.strip_prefix(".SS ")).unwrap_or(shown);
    let plain =
        ["\\fB", "\\fI", "\\fR", "\\(aq", "\\*(Aq"].iter().fold(shown.to_owned(), |s, font| s.replace(font, ""));
    (!plain.starts_with('.')).then_some(plain)
}

#[test]
fn no_command_prints_a_word_of_the_program_that_is_not_in_the_word_files() {
    let dir = folder();
    let mut known = known(&dir);
    COMMANDS.iter().for_each(|line| known.add(line));
    let root = cli::command(lang());
    let helps = root.get_subcommands().map(|c| format!("help {}", c.get_name()));
    let mut wrong = BTreeMap::new();
    for line in COMMANDS.iter().map(|l| (*l).to_owned()).chain(helps) {
        let text = printed(&dir, &line);
        assert!(!text.is_empty() || QUIET.contains(&line.as_str()), "{line}");
        for shown in text.lines().filter_map(|l| unformatted(l, &line)) {
            for stranger in known.strangers(&shown) {
                wrong.entry(stranger).or_insert_with(|| format!("{line:24} {}", shown.trim()));
            }
        }
    }
    let told: Vec<String> = wrong.iter().map(|(stranger, line)| format!("{stranger:24} {line}")).collect();
    assert!(told.is_empty(), "{} not through a message:\n{}", told.len(), told.join("\n"));
}
