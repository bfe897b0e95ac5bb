//! `kiosque man`: the manual page, keys included.

use super::open::lang;
use super::surroundings::Surroundings;
use super::{Context, Exit, Outcome};
use crate::app::action::{ACTIONS, Context as Keys};
use crate::app::keymap::Keymap;
use clap::{ArgMatches, Command};

/// The arguments.
pub fn command() -> Command {
    Command::new("man").about("Prints the manual page (roff): kiosque man | man -l -")
}

fn escape(s: &str) -> String {
    s.replace('\\', "\\\\").replace('-', "\\-").replace('\'', "\\(aq")
}

/// Prints the page: arguments, then every key from the table of actions.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let lang = lang(Surroundings::find(args)?.language);
    let mut page = Vec::new();
    clap_mangen::Man::new(super::command()).render(&mut page)?;
    context.out.write_all(&page)?;
    let keymap = Keymap::new(lang);
    writeln!(context.out, ".SH {}", lang.pick("TOUCHES", "KEYS"))?;
    for keys in Keys::ALL {
        writeln!(context.out, ".SS {}", keys.name(lang))?;
        for info in ACTIONS.iter().filter(|i| i.works_in(keys)) {
            let bound = keymap.keys_of(keys, info.action).join("  ");
            let bound = if bound.is_empty() { lang.pick("(palette)", "(palette)").to_owned() } else { bound };
            writeln!(
                context.out,
                ".TP\n\\fB{}\\fR\n{} (\\fI{}\\fR)",
                escape(&bound),
                escape(info.label(lang)),
                escape(info.name)
            )?;
        }
    }
    Ok(Exit::Done)
}
