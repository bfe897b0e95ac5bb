//! `kiosque config`: the settings, their defaults, their schema, and what is
//! wrong with them.

use super::outcome::{Context, Exit, Outcome};
use super::surroundings::Surroundings;
use crate::app::action::{self, ACTIONS};
use crate::notice::Notice;
use crate::shell;
use crate::store::settings::{self, Known};
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("config")
        .about(lang.text(msg::CLI_CONFIG_ABOUT))
        .arg(flag("default", lang.text(msg::CLI_CONFIG_DEFAULT)))
        .arg(flag("schema", lang.text(msg::CLI_CONFIG_SCHEMA)))
        .arg(flag("check", lang.text(msg::CLI_CONFIG_CHECK)))
        .group(clap::ArgGroup::new("what").args(["default", "schema", "check"]))
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args, context);
    // What is the same everywhere needs no folders and no settings.
    let lang = context.lang;
    if args.get_flag("default") {
        context.out.write_all(settings::default_file(lang).as_bytes())?;
        return Ok(Exit::Done);
    }
    if args.get_flag("schema") {
        let themes = around.as_ref().map_or_else(|_| crate::theme::Themes::default(), |a| a.themes.clone());
        let contexts = action::Context::ALL.map(action::Context::name);
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
    notices.extend(shell::keymap(&around.settings, around.lang).1);
    let line = |n: &Notice| n.place.rsplit_once(':').and_then(|(_, line)| line.parse::<usize>().ok());
    let file = |n: &Notice| n.place.rsplit_once(':').map_or_else(|| n.place.clone(), |(file, _)| file.to_owned());
    notices.sort_by_key(|n| (file(n), line(n)));
    notices
}

fn check(around: &Surroundings, context: &mut Context<'_>) -> Outcome {
    let problems = problems(around);
    context.complain(&problems)?;
    let file = around.paths.config.display().to_string();
    if !around.paths.config.exists() {
        context.say(msg::cli_config_none(file))?;
    } else if problems.is_empty() {
        context.say(msg::cli_config_fine(file))?;
    }
    Ok(if problems.is_empty() { Exit::Done } else { Exit::Nothing })
}
