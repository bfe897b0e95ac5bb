//! `kiosque watch`: follows addresses into a folder.

use super::load;
use super::outcome::{Context, Exit, Failure, Outcome};
use super::surroundings::{Surroundings, clock};
use crate::ingest::{ListKind, listing};
use crate::store::live::{
    self, Asking, Event, FollowedFolder, FollowedSource, Happening, LiveState, Pace, SystemClock, state,
};
use crate::store::{files, regular};
use crate::words::{Lang, Message, msg};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;
/// Least time between two rounds, in milliseconds.
const PAUSE: i64 = 30_000;
/// Longest time between two questions to a source.
const SELDOM: i64 = 30 * 24 * 3_600_000;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("watch")
        .about(lang.text(msg::CLI_WATCH_ABOUT))
        .after_help(lang.text(msg::CLI_WATCH_AFTER_HELP))
        .arg(
            Arg::new("sources")
                .value_name(lang.text(msg::CLI_VALUE_ADDRESS))
                .help(lang.text(msg::CLI_WATCH_SOURCES))
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("into")
                .long("into")
                .value_name(lang.text(msg::CLI_VALUE_DIR))
                .help(lang.text(msg::CLI_WATCH_INTO))
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("every")
                .long("every")
                .value_name(lang.text(msg::CLI_VALUE_TIME))
                .help(lang.text(msg::CLI_WATCH_EVERY))
                .value_parser(move |s: &str| every(s).ok_or_else(|| lang.text(msg::CLI_WATCH_NO_TIME))),
        )
        .arg(flag("once", lang.text(msg::CLI_WATCH_ONCE)))
        .arg(flag("list", lang.text(msg::CLI_WATCH_LIST)))
        .arg(flag("opml", lang.text(msg::CLI_WATCH_OPML)))
        .arg(
            Arg::new("stop")
                .long("stop")
                .value_name(lang.text(msg::CLI_VALUE_ADDRESS))
                .help(lang.text(msg::CLI_WATCH_STOP)),
        )
        .arg(load::format(["text", "json"], lang.text(msg::CLI_FORMAT)))
}

/// Milliseconds of a time such as `10m`.
fn every(text: &str) -> Option<i64> {
    let time: jiff::SignedDuration = text.trim().parse().ok()?;
    let millis = i64::try_from(time.as_millis()).ok()?;
    (state::OFTEN..=SELDOM).contains(&millis).then_some(millis)
}

/// What the reader named, told apart.
#[derive(Debug, Default)]
struct Sources {
    addresses: Vec<String>,
    folder: Option<PathBuf>,
}

/// Tells apart addresses, lists of feeds and a folder.
fn sources(args: &ArgMatches) -> Result<Sources, Failure> {
    let mut sources = Sources { folder: args.get_one::<PathBuf>("into").cloned(), ..Sources::default() };
    for given in args.get_many::<PathBuf>("sources").into_iter().flatten() {
        match given.to_str().filter(|s| s.contains("://")) {
            Some(address) => sources.addresses.push(live::parse(address)?.into()),
            None if given.is_dir() => {
                if sources.folder.replace(given.clone()).is_some_and(|before| before != *given) {
                    return Err(msg::CLI_WATCH_SEVERAL_FOLDERS.into());
                }
            }
            None => {
                let shown = files::display(given);
                let read = regular::read(given, regular::OWN_BYTES);
                let bytes = read.map_err(|e| load::unreadable(given, &e))?;
                let list = listing(&bytes).filter(|l| l.kind == ListKind::Opml);
                let list = list.ok_or_else(|| msg::cli_watch_no_list(&shown))?;
                for address in list.lists {
                    sources.addresses.push(live::parse(&address)?.into());
                }
            }
        }
    }
    Ok(sources)
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args, context)?;
    around.complain(context)?;
    let Sources { addresses, folder } = sources(args)?;
    let folder = folder.unwrap_or_else(|| around.paths.live());
    if args.get_flag("list") || args.get_flag("opml") {
        return print_followed(args, &folder, context);
    }
    if addresses.is_empty() && !folder.join(files::STATE_FOLDER).is_dir() {
        return Err(msg::CLI_WATCH_NOTHING.into());
    }
    let folder = FollowedFolder::open(&folder)?;
    let (mut state, damaged) = folder.state();
    context.complain(damaged.as_slice())?;
    if let Some(address) = args.get_one::<String>("stop") {
        let known = live::parse(address).is_ok_and(|url| state.leave(url.as_str()));
        if !known {
            return Err(msg::cli_watch_stop_unknown(address).into());
        }
        folder.save(&state)?;
        return Ok(Exit::Done);
    }
    let every = args.get_one::<i64>("every").copied();
    for address in &addresses {
        state.follow(address, every);
    }
    if state.followed().next().is_none() {
        return Err(msg::CLI_WATCH_NOTHING.into());
    }
    follow(args, &folder, &mut state, context)
}

/// Asks, once or for ever.
fn follow(args: &ArgMatches, folder: &FollowedFolder, state: &mut LiveState, context: &mut Context<'_>) -> Outcome {
    let once = args.get_flag("once");
    let json = load::chosen(args) == "json";
    if once {
        state.wake();
    }
    loop {
        let transport = live::network()?;
        let with = Asking { transport: &*transport, clock: &SystemClock, pace: Pace::default(), stop: &|| false };
        let (mut answered, mut faults, mut lost) = (0, false, Ok(()));
        let done = live::round(folder, state, &with, &mut |event| {
            match &event.what {
                Happening::Fault(_) => faults = true,
                _ => answered += 1,
            }
            if lost.is_ok() {
                lost = print(event, folder.root(), json, context);
            }
        });
        // Whoever reads the output has what they wanted.
        lost?;
        done?;
        if once {
            return Ok(Exit::of(answered, faults, true));
        }
        let now = jiff::Timestamp::now().as_millisecond();
        let wait = state.next().map_or(PAUSE, |next| next.saturating_sub(now)).max(PAUSE);
        std::thread::sleep(Duration::from_millis(u64::try_from(wait).unwrap_or_default()));
    }
}

/// Prints what came of one question.
fn print(event: &Event, root: &Path, json: bool, context: &mut Context<'_>) -> io::Result<()> {
    let address = crate::text::sanitise::one_line(&event.address);
    if json {
        let mut line = json!({
            "schema": SCHEMA, "event": name(&event.what), "address": address, "at": time(event.at),
            "status": event.status, "next": event.next.map(time),
        });
        match &event.what {
            Happening::New(file) | Happening::Version(file) => line["file"] = json!(files::display(&root.join(file))),
            Happening::Listed { kind, found, new, left_out } => {
                line["list"] = json!(kind.name());
                line["found"] = json!(found);
                line["new"] = json!(new);
                line["left_out"] = json!(left_out);
            }
            Happening::Fault(why) => line["fault"] = json!(why),
            Happening::Same | Happening::Refused => {}
        }
        writeln!(context.out, "{line}")?;
        return context.out.flush();
    }
    if let Happening::Fault(why) = &event.what {
        return context.complain(&[crate::notice::Notice::error(address, why.clone())]).map(|_| ());
    }
    let said: Message = match &event.what {
        Happening::New(file) => msg::cli_watch_new(address, files::display(&root.join(file))),
        Happening::Version(file) => msg::cli_watch_version(address, files::display(&root.join(file))),
        Happening::Listed { new, .. } => msg::cli_watch_listed(*new, address),
        Happening::Refused => msg::cli_watch_refused(address),
        _ => msg::cli_watch_same(address),
    };
    context.say(said)?;
    context.out.flush()
}

fn name(what: &Happening) -> &'static str {
    match what {
        Happening::New(_) => "new",
        Happening::Version(_) => "version",
        Happening::Same => "same",
        Happening::Listed { .. } => "list",
        Happening::Refused => "refused",
        Happening::Fault(_) => "fault",
    }
}

fn time(at: i64) -> String {
    jiff::Timestamp::from_millisecond(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}

/// Prints what a folder follows.
fn print_followed(args: &ArgMatches, root: &Path, context: &mut Context<'_>) -> Outcome {
    let (state, damaged) = live::followed(root);
    let missing = context.complain(damaged.as_slice())?;
    let sources: Vec<&FollowedSource> = state.followed().collect();
    if args.get_flag("opml") {
        context.out.write_all(live::opml(&state, &files::display(root)).as_bytes())?;
        return Ok(Exit::of(sources.len(), missing, !sources.is_empty()));
    }
    for source in &sources {
        let visit = &source.page.visit;
        let address = crate::text::sanitise::one_line(&source.address);
        if load::chosen(args) == "json" {
            let line = json!({
                "schema": SCHEMA, "event": "followed", "address": address, "title": source.title,
                "list": source.list.map(ListKind::name), "named": source.named, "every": source.every / 1000,
                "at": visit.asked.map(time), "next": visit.asked.map(|_| time(visit.next)), "fault": visit.fault,
            });
            writeln!(context.out, "{line}")?;
            continue;
        }
        let next = clock(visit.next);
        let how: Message = match (visit.asked, &visit.fault) {
            (_, Some(fault)) => msg::cli_watch_state_fault(fault, next),
            (Some(asked), None) => msg::cli_watch_state_asked(clock(asked), next),
            (None, None) => msg::CLI_WATCH_STATE_NEW.into(),
        };
        context.say(msg::cli_watch_list_row(address, how))?;
    }
    Ok(Exit::of(sources.len(), missing, !sources.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_between_a_minute_and_a_month_are_read() {
        assert_eq!((every("10m"), every(" 1h "), every("1m")), (Some(600_000), Some(3_600_000), Some(60_000)));
        for wrong in ["", "10", "1s", "-5m", "9999h", "soon", "1y"] {
            assert_eq!(every(wrong), None, "{wrong}");
        }
    }
}
