//! Every row of the table of actions, done in each of its contexts: something has
//! to come of it.

use crate::support::{press, setup};
use kiosque::app::Msg;
use kiosque::app::action::{ACTIONS, Action, Context};
use kiosque::app::keymap::Keymap;
use kiosque::app::rebind::{Rebinding, RebindingTable};
use kiosque::app::refusal::refusal_in;
use kiosque::corpus::Place;
use kiosque::job::Input;
use kiosque::shell::Harness;
use kiosque::triage::export::{Argument, CommandInput, CommandOutput, UserCommand};
use kiosque::words::Lang;
use std::fmt::Write;
use std::hash::{BuildHasher, Hasher};

/// Keys by which a reader comes to a context, by more ways than one where they
/// offer different things.
fn ways_to(context: Context) -> &'static [&'static str] {
    match context {
        Context::Everywhere => &[],
        Context::List => &["", "Fnavette<enter>"],
        Context::Searches => &["FB<c-s><enter><esc>FA<c-s><enter><esc>FC<c-s><enter><esc>ggjjxu"],
        Context::Article => &["<enter>", "jjjj<enter>", "G<enter>", "GK<enter>", "Fnavette<enter><enter>"],
        Context::Entities => {
            &["<tab><tab>", "jjjj<tab><tab>", "G<tab><tab>", "GK<tab><tab>", "Fnavette<enter><tab><tab>"]
        }
        Context::Compare => &["jj=j=n"],
        Context::Results => &["g/navette<enter>"],
        Context::Selection => &["<enter>v"],
        Context::Notes => {
            &["<enter>aà vérifier<enter>aà citer<enter>gn", "<enter>aà vérifier<enter>aà citer<enter>ugn"]
        }
        Context::Journal => &["gj"],
        Context::Board => &["wb", "Fnavette<enter>wb"],
        Context::Name => &["<tab><tab>ge"],
        Context::Matrix => &["gm"],
        Context::Timeline => &["gl"],
        Context::Prompt => &["F", "t", "<enter>a"],
        Context::Picker => &[":"],
        Context::Help => &["?"],
        Context::Page => &["gp"],
        Context::OneToMany => &["jj=j=gr"],
        Context::Versions => &["Fouestrande<enter>gv", "Fouestrande<enter>jgv"],
        Context::Nearest => &["jj=j=ccGv", "jj=j=Gv", "jj=j=<tab>Gv"],
        Context::Export => &[
            "E",
            "Frouvrelle<enter><tab><tab>geE",
            "jj=j=E",
            "gmE",
            "<space>E",
            "<enter>vE",
            "<enter>aà vérifier<enter>E",
        ],
        Context::Commands => &["g!"],
        Context::Settings => &["g,"],
        Context::Marks => &["m", "'"],
        Context::WhatKey => &["g?"],
    }
}

/// What may have to be done first: nothing, a few steps, a choice.
const FIRST: &[&str] = &[
    "", "j", "jj", "jjjj", "G", "GK", "gg", "n", "l", "lj", "c", "cn", "<tab>", "<down>", "<up>", "<space>", "<c-a>",
    "w>", "H", "MM", "-", "p", "y", "J", "<pgdn>", "<tab>j", "<a-j>", "hjj", "hhhjj",
];

/// An article of which there are two versions.
const VERSIONS: &str = concat!(
    r#"{"title": "Le phare d’Ouestrande", "url": "https://cap.example/phare", "text": "Le phare d’Ouestrande a été éteint lundi pour 12 jours."}"#,
    "\n",
    r#"{"title": "Le phare d’Ouestrande", "url": "https://cap.example/phare", "text": "Le phare d’Ouestrande a été éteint lundi pour 20 jours."}"#,
);

/// Key that no row of the table has.
const KEY: &str = "<f12>";

fn come_to_rest(h: &mut Harness) {
    let size = h.model.size;
    h.model.message = None;
    for _ in 0..3 {
        h.send(Msg::Resize(size));
        h.run_until_idle();
    }
    h.model.touched = true;
}

/// The model in a form that can be compared.
fn form(h: &Harness) -> String {
    format!("{:?}", h.model)
}

/// The same in a few bytes, for what is asked thousands of times.
fn digest(h: &Harness) -> u64 {
    struct Written<H>(H);
    impl<H: Hasher> Write for Written<H> {
        fn write_str(&mut self, s: &str) -> std::fmt::Result {
            self.0.write(s.as_bytes());
            Ok(())
        }
    }
    let mut written = Written(foldhash::fast::FixedState::default().build_hasher());
    write!(written, "{:?}", h.model).expect("a hasher takes everything");
    written.0.finish()
}

/// Binds the key of these tests.
fn bind(h: &mut Harness, context: Context, actions: &[String]) {
    let bindings = vec![Rebinding { place: "", keys: KEY, actions, description: None }];
    let notices = h.model.keymap.rebind(&[RebindingTable { place: "", context: context.name(), bindings }]);
    assert!(notices.is_empty(), "{notices:?}");
}

/// Does an action by a key; true when the model, a message or a request to the
/// terminal came of it.
fn comes_of(h: &mut Harness, context: Context, action: Option<Action>) -> bool {
    let names: Vec<String> = action.map(|a| a.info().name.to_owned()).into_iter().collect();
    bind(h, context, &names);
    come_to_rest(h);
    if action.is_some_and(|a| refusal_in(&h.model, context, a).is_some()) {
        return false;
    }
    let (before, requests) = (digest(h), h.requests.len());
    press(h, KEY);
    digest(h) != before || h.requests.len() > requests
}

fn contexts_of(action: Action) -> Vec<Context> {
    let info = action.info();
    if info.works_in(Context::Everywhere) {
        return Context::ALL.into_iter().filter(|c| !c.is_overlay() && *c != Context::Everywhere).collect();
    }
    info.contexts().collect()
}

/// A command that does nothing.
fn own_command(name: &str) -> UserCommand {
    let run = vec![Argument::parse("true").expect("a program without fields")];
    let (input, output) = (CommandInput::Nothing, CommandOutput::Message);
    UserCommand { name: name.to_owned(), run, input, output, seconds: 5 }
}

/// A program with a past: verdicts given and taken back, a tag, jumps, templates.
fn program() -> Harness {
    let mut setup = setup(170, 40, Lang::FR);
    setup.inputs.push(Input::Bytes(Place::file("versions.jsonl"), VERSIONS.as_bytes()));
    let mut h = Harness::new(setup);
    press(&mut h, "ggjtà relire<enter>skfu<enter>hjj<enter>hFpont<enter><esc>ggj");
    h.model.choices.templates =
        [("ligne", "{title}"), ("source", "{source}")].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
    h.model.choices.commands = ["un", "deux"].map(own_command).into();
    // What is exported on the way must not lie among the sources.
    h.model.choices.export_folder = std::env::temp_dir().join(format!("kiosque-actions-{}", std::process::id()));
    h
}

#[test]
fn every_action_does_something_in_each_of_its_contexts() {
    let mut h = program();
    let start = h.model.clone();
    let mut idle = Vec::new();
    for context in Context::ALL {
        let actions: Vec<Action> =
            ACTIONS.iter().map(|i| i.action).filter(|a| contexts_of(*a).contains(&context)).collect();
        let mut left = actions;
        for way in ways_to(context) {
            for first in FIRST {
                if left.is_empty() {
                    break;
                }
                h.model = start.clone();
                press(&mut h, way);
                press(&mut h, first);
                if h.model.key_context() != context {
                    continue;
                }
                come_to_rest(&mut h);
                let here = h.model.clone();
                left.retain(|action| {
                    if *action == Action::BringIn {
                        // What is read again is added to the store that copies of the model share.
                        let mut own = program();
                        press(&mut own, way);
                        press(&mut own, first);
                        return !comes_of(&mut own, context, Some(*action));
                    }
                    h.model = here.clone();
                    !comes_of(&mut h, context, Some(*action))
                });
            }
        }
        idle.extend(left.into_iter().map(|a| format!("{} in {}", a.info().name, context.name())));
    }
    assert!(idle.is_empty(), "nothing comes of: {}", idle.join(", "));
}

#[test]
fn of_a_key_without_an_action_nothing_comes_but_words() {
    let mut h = program();
    let start = h.model.clone();
    for context in Context::ALL.into_iter().filter(|c| *c != Context::Everywhere) {
        for way in ways_to(context) {
            h.model = start.clone();
            press(&mut h, way);
            come_to_rest(&mut h);
            let before = form(&h);
            press(&mut h, KEY);
            // What is said takes a row of the screen.
            come_to_rest(&mut h);
            let after = form(&h);
            let at = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
            let near = |s: &str| {
                let (from, to) = (s.floor_char_boundary(at.saturating_sub(90)), s.floor_char_boundary(at + 90));
                s[from..to].to_owned()
            };
            assert!(
                after == before || matches!(context, Context::Marks | Context::WhatKey),
                "{} after {way}: {} / {}",
                context.name(),
                near(&before),
                near(&after)
            );
        }
    }
}

#[test]
fn overlays_are_bound_anew_like_all_others() {
    let mut h = program();
    bind(&mut h, Context::Picker, &["next-line".to_owned()]);
    press(&mut h, ":");
    let before = form(&h);
    press(&mut h, "<f12>");
    assert_ne!(form(&h), before);
}

#[test]
fn a_key_with_alt_that_nothing_knows_is_escape_and_the_key_unless_the_terminal_tells_them_apart() {
    let place = |h: &Harness| (h.model.overlays.len(), h.model.list.position());
    let mut apart = program();
    press(&mut apart, "gg:<esc>j");
    let mut at_once = program();
    press(&mut at_once, "gg:<a-j>");
    assert_eq!(place(&at_once), place(&apart));
    let mut told = program();
    told.model.choices.esc_told_apart = true;
    press(&mut told, "gg:<a-j>");
    assert_eq!(told.model.overlays.len(), 1);
    // Alt that is bound is what it is bound to.
    let mut bound = program();
    press(&mut bound, "gg");
    let before = place(&bound);
    press(&mut bound, "<a-j>");
    assert_eq!(place(&bound), before);
}

/// The stretch of the manual that the program prints.
const MARKS: [&str; 2] = ["<!-- keys: printed by `kiosque keys --format md` -->\n", "<!-- end of keys -->"];

#[test]
fn the_manual_has_the_keys_that_the_program_prints() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/manual.md");
    let manual = std::fs::read_to_string(&path).unwrap();
    let (head, rest) = manual.split_once(MARKS[0]).expect("the manual has the first mark");
    let (keys, tail) = rest.split_once(MARKS[1]).expect("the manual has the second mark");
    let printed = format!("\n{}", kiosque::cli::keys::markdown(&Keymap::new(Lang::EN), Lang::EN));
    if std::env::var_os("KIOSQUE_BLESS").is_some() {
        std::fs::write(&path, format!("{head}{}{printed}{}{tail}", MARKS[0], MARKS[1])).unwrap();
        return;
    }
    assert_eq!(keys, printed, "KIOSQUE_BLESS=1 cargo test keys writes it anew");
}
