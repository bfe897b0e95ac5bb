//! `kiosque frame`: one screen of the program as text or as a picture, after
//! the keys given; the same code as the program itself, without a terminal.

use super::given;
use super::load;
use super::open;
use super::outcome::{Context, Exit, Outcome};
use super::surroundings::Surroundings;
use super::theme::{self, Wanted};
use crate::app::area::Size;
use crate::app::key::{self, Key};
use crate::shell::{self, Harness};
use crate::store::regular;
use crate::theme::{Choice, Colours, Ground, Themes};
use crate::ui::svg::Shot;
use crate::ui::{self, Theme};
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// Largest frame that is drawn.
const LARGEST: u16 = 1000;

fn parse_size(s: &str, lang: Lang) -> Result<Size, String> {
    let parsed = s.split_once(['x', '×']).and_then(|(w, h)| Some((w.trim().parse().ok()?, h.trim().parse().ok()?)));
    match parsed {
        Some((width, height)) if (1..=LARGEST).contains(&width) && (1..=LARGEST).contains(&height) => {
            Ok(Size { width, height })
        }
        _ => Err(lang.say(msg::cli_frame_not_a_size(LARGEST.to_string()))),
    }
}

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::pulling(load::arguments(Command::new("frame").about(lang.text(msg::CLI_FRAME_ABOUT)), lang), lang)
        .arg(
            Arg::new("size")
                .long("size")
                .value_name(lang.text(msg::CLI_VALUE_SIZE))
                .default_value("120x40")
                .value_parser(move |s: &str| parse_size(s, lang))
                .help(lang.text(msg::CLI_FRAME_SIZE)),
        )
        .arg(
            Arg::new("keys")
                .long("keys")
                .value_name(lang.text(msg::CLI_VALUE_KEYS))
                .default_value("")
                .help(lang.text(msg::CLI_FRAME_KEYS)),
        )
        .arg(
            Arg::new("step")
                .long("step")
                .value_name(lang.text(msg::CLI_VALUE_N))
                .value_parser(clap::value_parser!(u32).range(1..=60_000))
                .help(lang.text(msg::CLI_FRAME_STEP)),
        )
        .arg(theme::argument(lang))
        .arg(load::output(lang, lang.text(msg::CLI_FRAME_OUTPUT)))
        .arg(Arg::new("legend").long("legend").action(ArgAction::SetTrue).help(lang.text(msg::CLI_FRAME_LEGEND)))
}

/// Draws the frame. Verdicts are read from the state folder when
/// `--state-dir` names one and are never written there.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let surroundings = Surroundings::find(args, context)?;
    let given = args.get_many::<PathBuf>("paths").is_some() || args.get_one::<PathBuf>("files-from").is_some();
    let inputs = if given { given::inputs(args)? } else { shell::sample_inputs() };
    let (triage, notices) = surroundings.triage()?;
    let Wanted { choice, themes } = Wanted::find(args, Choice::Auto, &surroundings)?;
    // No terminal is asked: what is drawn is the same everywhere.
    let definition = match &choice {
        Choice::Named(name) => themes.find(name),
        Choice::Auto => None,
    };
    let automatic = || Themes::default().automatic(Colours::Truecolour, Some(Ground::Dark));
    let theme = Theme::of(&definition.unwrap_or_else(automatic));
    let mut setup = open::setup(surroundings, inputs, notices);
    setup.paths = None;
    setup.options = load::options(args);
    if !given {
        setup.name = setup.lang.text(msg::CLI_SAMPLE_CORPUS).to_owned();
    }
    setup.size = args.get_one::<Size>("size").copied().unwrap_or(setup.size);
    let size = setup.size;
    let mut harness = Harness::with_triage(setup, triage);
    let keys = args.get_one::<String>("keys").map_or("", String::as_str);
    let output = args.get_one::<PathBuf>("output");
    let as_svg = output.and_then(|p| p.extension()).is_some_and(|e| e == "svg");
    let theme = if as_svg { theme.with_ground() } else { theme };
    let title = format!("kiosque {}x{} {keys}", size.width, size.height);
    let drawn = match args.get_one::<u32>("step") {
        Some(_) if !as_svg => return Err(msg::CLI_FRAME_STEP_IS_SVG.into()),
        Some(millis) => {
            let keys = key::parse(keys).map_err(msg::cli_frame_not_a_key)?;
            ui::svg::film(&shots(&mut harness, &keys, *millis, &theme), &theme, &title)
        }
        None => {
            harness.keys(keys).map_err(msg::cli_frame_not_a_key)?;
            let buffer = drawn(&harness, &theme);
            if as_svg {
                ui::svg::svg(&buffer, &theme, &title)
            } else {
                let mut text = ui::plain::text(&buffer);
                if args.get_flag("legend") {
                    text.push_str(&ui::plain::legend(&buffer));
                }
                text
            }
        }
    };
    match output {
        Some(path) => regular::write(path, drawn.as_bytes()).map_err(|e| load::unwritable(path, &e))?,
        None => context.out.write_all(drawn.as_bytes())?,
    }
    Ok(Exit::Done)
}

fn drawn(harness: &Harness, theme: &Theme) -> Buffer {
    let Size { width, height } = harness.model.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    ui::draw(&harness.model, theme, &mut buffer);
    buffer
}

/// Keys that a caption shows at most.
const CAPTION: usize = 12;

/// The screen before the first key and after each, so many milliseconds each, the
/// last for as long as five.
pub fn shots(harness: &mut Harness, keys: &[Key], millis: u32, theme: &Theme) -> Vec<Shot> {
    let mut shots = vec![Shot { buffer: drawn(harness, theme), caption: String::new(), millis: millis * 2 }];
    for n in 0..keys.len() {
        harness.press(keys[n]);
        let last: Vec<String> = keys[(n + 1).saturating_sub(CAPTION)..=n]
            .iter()
            .map(|k| key::show(std::slice::from_ref(k), harness.model.lang()))
            .collect();
        let millis = if n + 1 == keys.len() { millis * 5 } else { millis };
        shots.push(Shot { buffer: drawn(harness, theme), caption: last.join(" "), millis });
    }
    shots
}
