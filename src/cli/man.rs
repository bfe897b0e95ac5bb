//! `kiosque man`: the manual pages, that of the program with its keys.

use super::outcome::{Context, Exit, Outcome};
use crate::app::action::{ACTIONS, Context as Keys};
use crate::app::keymap::Keymap;
use crate::words::{Lang, Plain, msg};
use clap::{Arg, ArgMatches, Command};
use std::io;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("man")
        .about(lang.text(msg::CLI_MAN_ABOUT))
        .arg(Arg::new("command").value_name(lang.text(msg::CLI_VALUE_COMMAND)).help(lang.text(msg::CLI_MAN_COMMAND)))
}

/// Headings that the renderer writes in English, and ours.
const HEADINGS: [(&str, Plain); 5] = [
    (".SH NAME", msg::CLI_MAN_NAME),
    (".SH SYNOPSIS", msg::CLI_MAN_SYNOPSIS),
    (".SH DESCRIPTION", msg::CLI_MAN_DESCRIPTION),
    (".SH EXTRA", msg::CLI_MAN_EXTRA),
    (".SH VERSION", msg::CLI_MAN_VERSION),
];

fn escape(s: &str) -> String {
    s.replace('\\', "\\\\").replace('-', "\\-").replace('\'', "\\(aq")
}

/// Prints the page of the program, every key from the table of actions included,
/// or that of one of its commands.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let lang = context.lang;
    let mut all = (context.commands)(lang);
    let Some(name) = args.get_one::<String>("command") else {
        page(all, context)?;
        return keys(context);
    };
    all.build();
    let Some(command) = all.find_subcommand(name).filter(|c| !c.is_hide_set()) else {
        let known: Vec<&str> = all.get_subcommands().filter(|c| !c.is_hide_set()).map(Command::get_name).collect();
        return Err(msg::cli_man_unknown(name, known.join(", ")).into());
    };
    page(command.clone(), context)?;
    Ok(Exit::Done)
}

/// Prints a page as the renderer makes it, with headings in the language.
fn page(command: Command, context: &mut Context<'_>) -> io::Result<()> {
    let lang = context.lang;
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    for line in String::from_utf8_lossy(&page).lines() {
        match HEADINGS.iter().find(|(english, _)| *english == line) {
            Some((_, heading)) => writeln!(context.out, ".SH {}", lang.text(*heading))?,
            // Headings of ours come as they stand in the help.
            None if line.starts_with(".SH ") => writeln!(context.out, ".SH {}", line[4..].trim().to_uppercase())?,
            None => writeln!(
                context.out,
                "{}",
                line.replace("[OPTIONS]", &format!("[{}]", lang.text(msg::CLI_VALUE_OPTIONS)))
            )?,
        }
    }
    Ok(())
}

/// Prints the keys of every place.
fn keys(context: &mut Context<'_>) -> Outcome {
    let lang = context.lang;
    let keymap = Keymap::new(lang);
    writeln!(context.out, ".SH {}", lang.text(msg::CLI_MAN_KEYS))?;
    for keys in Keys::ALL {
        writeln!(context.out, ".SS {}", keys.label(lang))?;
        for info in ACTIONS.iter().filter(|i| i.works_in(keys)) {
            let bound = keymap.keys_of(keys, info.action).join("  ");
            let bound = if bound.is_empty() { lang.text(msg::CLI_MAN_PALETTE).to_owned() } else { bound };
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
