//! `kiosque desk`: how the journal and the desk stand, and what an
//! administrator needs to make one.

use super::outcome::{Context, Exit, Failure, Outcome};
use super::surroundings::Surroundings;
use crate::store::desk::{self, SCHEMA};
use crate::store::files;
use crate::store::postgres::Trouble;
use crate::store::settings::Address;
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// The arguments.
pub fn command(lang: Lang) -> Command {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    Command::new("desk")
        .about(lang.text(msg::CLI_DESK_ABOUT))
        .arg(flag("sync").conflicts_with_all(["init", "schema"]).help(lang.text(msg::CLI_DESK_SYNC)))
        .arg(flag("init").conflicts_with("schema").help(lang.text(msg::CLI_DESK_INIT)))
        .arg(flag("schema").help(lang.text(msg::CLI_DESK_SCHEMA)))
        .arg(
            Arg::new("url")
                .long("url")
                .value_name(lang.text(msg::CLI_VALUE_ADDRESS))
                .help(lang.text(msg::CLI_DESK_URL)),
        )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    if args.get_flag("schema") {
        context.out.write_all(SCHEMA.as_bytes())?;
        return Ok(Exit::Done);
    }
    let around = Surroundings::find(args, context)?;
    around.complain(context)?;
    let address = match args.get_one::<String>("url") {
        Some(text) => Address::parse(text).ok_or(msg::CLI_DESK_NO_ADDRESS)?,
        None => around.settings.desk.clone(),
    };
    if address.is_none() {
        return Err(msg::CLI_DESK_NONE.into());
    }
    let failed = |trouble: Trouble| Failure::from(msg::cli_desk_failed(address.to_string(), trouble.reason()));
    if args.get_flag("init") {
        desk::prepare(&address).map_err(failed)?;
        context.say(msg::cli_desk_ready(address.to_string()))?;
        return Ok(Exit::Done);
    }
    let journal = around.journal();
    if args.get_flag("sync") {
        let done = desk::synchronise(&address, &journal).map_err(failed)?;
        let (sent, received) = (msg::entry_count(done.exchanged.sent), msg::entry_count(done.exchanged.received));
        context.say(msg::cli_desk_synchronised(address.to_string(), sent, received, done.unsent))?;
        context.complain(&done.notices)?;
        let unsaved = |u: crate::store::journal::Unsaved| {
            msg::cli_journal_unsaved(files::display(&journal), msg::entry_count(u.count), u.reason)
        };
        done.saved.map_err(unsaved)?;
        return Ok(if done.unsent == 0 { Exit::Done } else { Exit::Partial });
    }
    let stock = desk::stock(&address, &journal).map_err(failed)?;
    let role = if stock.may_write { msg::CLI_DESK_EDITOR } else { msg::CLI_DESK_READER };
    let here = msg::entry_count(stock.here);
    context.say(msg::cli_desk_stock(address.to_string(), role, here, stock.not_there, stock.not_here))?;
    Ok(Exit::Done)
}
