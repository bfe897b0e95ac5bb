//! `kiosque import`: brings files into an archive.

use super::load;
use super::outcome::{Context, Exit, Failure, Outcome};
use crate::store::archive::{self, ImportEvent, PIECE, SCHEMA, Share};
use crate::store::settings::Address;
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// The arguments.
pub fn command(lang: Lang) -> Command {
    let command = Command::new("import")
        .about(lang.text(msg::CLI_IMPORT_ABOUT))
        .after_help(lang.text(msg::CLI_IMPORT_AFTER_HELP))
        .arg(
            Arg::new("archive").value_name(lang.text(msg::CLI_VALUE_ADDRESS)).help(lang.text(msg::CLI_IMPORT_ARCHIVE)),
        );
    load::arguments(command, lang)
        .arg(
            Arg::new("workers")
                .long("workers")
                .value_name(lang.text(msg::CLI_VALUE_N))
                .value_parser(load::number(lang, 1))
                .help(lang.text(msg::CLI_IMPORT_WORKERS)),
        )
        .arg(Arg::new("schema").long("schema").action(ArgAction::SetTrue).help(lang.text(msg::CLI_IMPORT_SCHEMA)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    if args.get_flag("schema") {
        context.out.write_all(SCHEMA.as_bytes())?;
        return Ok(Exit::Done);
    }
    let named = args.get_one::<String>("archive").and_then(|text| Address::parse(text)).filter(|a| !a.is_none());
    let address = named.ok_or(msg::CLI_IMPORT_NO_ARCHIVE)?;
    let named = args.contains_id("paths") || args.contains_id("files-from");
    let paths = if named { load::paths(args)? } else { Vec::new() };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let workers = args.get_one::<usize>("workers").copied().unwrap_or(cores);
    let progress = context.progress.clone();
    let (mut missing, mut lost) = (false, None);
    let share = Share { workers, piece: PIECE };
    let done = archive::import(&address, &paths, &load::options(args), share, &mut |event| match event {
        ImportEvent::Problem(notice) => match context.complain(&[notice]) {
            Ok(one) => missing |= one,
            Err(e) => lost = Some(e),
        },
        ImportEvent::Progress { done, files, read } => progress.tell(done as usize, files as usize, || {
            msg::cli_progress_importing(done.to_string(), files.to_string(), msg::article_count(read as usize))
        }),
    });
    progress.clear();
    if let Some(e) = lost {
        return Err(e.into());
    }
    let done = done.map_err(|t| Failure::from(msg::cli_import_failed(address.to_string(), t.reason())))?;
    let (read, new) = (msg::article_count(done.read as usize), msg::article_count(done.new as usize));
    context.say(msg::cli_import_done(address.to_string(), read, new))?;
    if done.left > 0 {
        context.say(msg::cli_import_left(done.left as usize))?;
    }
    Ok(if missing { Exit::Partial } else { Exit::Done })
}
