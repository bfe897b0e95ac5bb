//! `kiosque keys`: every key of every place in the program.

use super::open::lang;
use super::surroundings::Surroundings;
use super::{Context, Exit, Outcome};
use crate::app::action::Context as Place;
use crate::app::keymap::Keymap;
use crate::app::overlay::help::lines::keys_of_context;
use crate::shell;
use crate::words::Lang;
use clap::{Arg, ArgMatches, Command};

/// The arguments.
pub fn command() -> Command {
    Command::new("keys")
        .about("Prints the keys of every place in the program, as they are bound now")
        .arg(Arg::new("format").long("format").value_parser(["text", "md"]).default_value("text").help("How to print"))
}

/// The keys of every place as Markdown tables, as they stand in the README.
pub fn markdown(keymap: &Keymap, lang: Lang) -> String {
    let mut out = String::new();
    for place in Place::ALL {
        out += &format!("**{}**\n\n| | |\n|---|---|\n", place.name(lang));
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
    let around = Surroundings::find(args)?;
    around.complain(context)?;
    let lang = lang(around.language);
    let mut keymap = Keymap::new(lang);
    // What is wrong with a binding is said where settings are checked.
    let _ = keymap.rebind(&shell::rebindings(&around.settings));
    if args.get_one::<String>("format").is_some_and(|f| f == "md") {
        write!(context.out, "{}", markdown(&keymap, lang))?;
        return Ok(Exit::Done);
    }
    for place in Place::ALL {
        writeln!(context.out, "{}", place.name(lang))?;
        for row in keys_of_context(&keymap, place, lang) {
            writeln!(context.out, "  {:<24} {}", row.keys.join("  "), row.label)?;
        }
    }
    Ok(Exit::Done)
}
