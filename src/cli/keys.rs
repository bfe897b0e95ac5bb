//! `kiosque keys`: every key of every place in the program.

use super::outcome::{Context, Exit, Outcome};
use super::surroundings::Surroundings;
use crate::app::action::Context as Place;
use crate::app::keymap::Keymap;
use crate::app::overlay::help::lines::keys_of_context;
use crate::shell;
use crate::words::{Lang, msg};
use clap::{Arg, ArgMatches, Command};

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("keys").about(lang.text(msg::CLI_KEYS_ABOUT)).arg(
        Arg::new("format")
            .long("format")
            .value_parser(["text", "md"])
            .default_value("text")
            .help(lang.text(msg::CLI_KEYS_FORMAT)),
    )
}

/// The keys of every place as Markdown tables, as they stand in the manual.
pub fn markdown(keymap: &Keymap, lang: Lang) -> String {
    let mut out = String::new();
    for place in Place::ALL {
        out += &format!("**{}**\n\n| | |\n|---|---|\n", place.label(lang));
        for row in keys_of_context(keymap, place, lang) {
            let keys: Vec<String> = row.keys.iter().map(|k| format!("`{}`", k.replace('|', "\\|"))).collect();
            out += &format!("| {} | {} |\n", keys.join(" "), row.label);
        }
        out += "\n";
    }
    out
}

/// Prints the keys.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args, context)?;
    around.complain(context)?;
    let lang = around.lang;
    // What is wrong with a binding is said where settings are checked.
    let (keymap, _) = shell::keymap(&around.settings, lang);
    if args.get_one::<String>("format").is_some_and(|f| f == "md") {
        write!(context.out, "{}", markdown(&keymap, lang))?;
        return Ok(Exit::Done);
    }
    for place in Place::ALL {
        writeln!(context.out, "{}", place.label(lang))?;
        for row in keys_of_context(&keymap, place, lang) {
            writeln!(context.out, "  {:<24} {}", row.keys.join("  "), row.label)?;
        }
    }
    Ok(Exit::Done)
}
