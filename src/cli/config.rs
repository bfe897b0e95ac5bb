//! `kiosque config`: the settings, their defaults, their schema, and what is
//! wrong with them.

use super::surroundings::Surroundings;
use super::{Context, Exit, Outcome, load, open};
use crate::app::action::{self, ACTIONS};
use crate::app::keymap::Keymap;
use crate::notice::Notice;
use crate::shell;
use crate::store::settings::{self, Known};
use crate::words::Lang;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    Command::new("config")
        .about("Shows the settings in force, their defaults, their schema, or what is wrong with the settings file")
        .arg(flag("default", "Prints a settings file with every default explained"))
        .arg(flag("schema", "Prints the JSON schema of the settings file, for editors that check while one types"))
        .arg(flag("check", "Says what is wrong with settings, keys and themes; exit code 1 when something is"))
        .group(clap::ArgGroup::new("what").args(["default", "schema", "check"]))
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args);
    // What is the same everywhere needs no folders and no settings.
    let lang = around.as_ref().map_or(Lang::EN, |a| open::lang(a.language));
    if args.get_flag("default") {
        context.out.write_all(settings::default_file(lang).as_bytes())?;
        return Ok(Exit::Done);
    }
    if args.get_flag("schema") {
        let themes = around.as_ref().map_or_else(|_| crate::theme::Themes::default(), |a| a.themes.clone());
        let contexts = action::Context::ALL.map(action::Context::id);
        let actions: Vec<&str> = ACTIONS.iter().map(|info| info.name).collect();
        let known = Known { themes: &themes.names(), contexts: &contexts, actions: &actions };
        serde_json::to_writer_pretty(&mut *context.out, &settings::schema(&known, lang))?;
        writeln!(context.out)?;
        return Ok(Exit::Done);
    }
    let around = around?;
    if args.get_flag("check") {
        return check(&around, context);
    }
    around.complain(context)?;
    let file = around.paths.config.display().to_string();
    let value = json!({ "schema": SCHEMA, "file": file, "settings": around.settings });
    serde_json::to_writer_pretty(&mut *context.out, &value)?;
    writeln!(context.out)?;
    Ok(Exit::Done)
}

/// Everything that is wrong with settings, keys and themes, in the order of
/// the lines; the program says the same when it starts.
pub(super) fn problems(around: &Surroundings) -> Vec<Notice> {
    let mut notices = around.notices.clone();
    notices.extend(Keymap::default().rebind(&shell::rebindings(&around.settings)));
    let line = |n: &Notice| n.place.rsplit_once(':').and_then(|(_, line)| line.parse::<usize>().ok());
    let file = |n: &Notice| n.place.rsplit_once(':').map_or_else(|| n.place.clone(), |(file, _)| file.to_owned());
    notices.sort_by_key(|n| (file(n), line(n)));
    notices
}

fn check(around: &Surroundings, context: &mut Context<'_>) -> Outcome {
    let problems = problems(around);
    load::complain(&problems, context)?;
    let file = around.paths.config.display();
    if !around.paths.config.exists() {
        writeln!(context.out, "{file}: there is no settings file; the defaults are used")?;
    } else if problems.is_empty() {
        writeln!(context.out, "{file}: fine")?;
    }
    Ok(if problems.is_empty() { Exit::Done } else { Exit::Nothing })
}
