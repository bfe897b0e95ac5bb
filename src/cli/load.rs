//! Documents from paths, for the headless commands.

use super::{Context, Exit, Failure};
use crate::corpus::Document;
use crate::ingest::{self, Item, Mapping, Options};
use crate::notice::{Notice, Severity};
use crate::store::archives::{self, Limits};
use crate::store::files::{self, Found};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use rayon::prelude::*;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Adds `PATH…`, `--files-from` and `--fields` to a command.
pub fn arguments(command: Command) -> Command {
    command
        .arg(
            Arg::new("paths")
                .value_name("PATH")
                .help("Files, folders and archives; - for standard input")
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("files-from")
                .long("files-from")
                .value_name("FILE")
                .help("Reads more paths from FILE, one per line or separated by NUL; - for standard input")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("fields")
                .long("fields")
                .value_name("ROLE=FIELD,…")
                .help("Says which fields of JSON and CSV records are which, such as title=titre,text=contenu")
                .value_parser(|s: &str| Mapping::parse(s)),
        )
}

/// The paths that [`arguments`] got; none is an error.
pub fn paths(args: &ArgMatches) -> Result<Vec<PathBuf>, Failure> {
    let mut paths: Vec<PathBuf> = args.get_many("paths").into_iter().flatten().cloned().collect();
    if let Some(list) = args.get_one::<PathBuf>("files-from") {
        let said =
            |e: io::Error| Failure::Said(format!("{}: could not be read: {}", files::display(list), files::reason(&e)));
        let more = if list.as_os_str() == files::STDIN {
            files::listed(&mut io::stdin().lock())
        } else {
            std::fs::File::open(list).and_then(|mut f| files::listed(&mut f))
        };
        paths.extend(more.map_err(said)?);
    }
    if paths.is_empty() {
        return Err(Failure::Said("no path was given; name files or folders, or - for standard input".into()));
    }
    Ok(paths)
}

/// The reading options that [`arguments`] got.
pub fn options(args: &ArgMatches) -> Options {
    let mut options = Options::default();
    if let Some(mapping) = args.get_one::<Mapping>("fields") {
        options.mapping = mapping.clone();
    }
    options
}

/// Cleaned documents and problems of the given paths, as they come.
pub fn each(paths: &[PathBuf], options: &Options, take: &mut dyn FnMut(Loaded) -> ControlFlow<()>) -> ControlFlow<()> {
    let mut any = false;
    archives::visit(paths, &Limits::default(), &|| false, &mut |found| match found {
        Found::Problem(notice) => take(Loaded::Problem(notice)),
        Found::File { place, reader, .. } => ingest::stream(&place, reader, options, &mut |item| match item {
            Item::Document(raw) => {
                any = true;
                take(Loaded::Document(Box::new(crate::clean::clean(*raw))))
            }
            Item::Notice(notice) => take(Loaded::Problem(notice)),
        }),
    })?;
    if any {
        return ControlFlow::Continue(());
    }
    take(Loaded::Problem(nothing(paths)))
}

/// What [`each`] gives.
pub enum Loaded {
    /// An article.
    Document(Box<Document>),
    /// What could not be read, or could only be read with a repair.
    Problem(Notice),
}

/// Articles on their way to be worked on at once.
const BATCH: usize = 256;

/// What `work` makes of every article of the given paths, and their problems,
/// in the order in which they are read: one thread reads while the others
/// work, and only a few articles are in memory at a time.
pub fn each_worked<T: Send>(
    paths: &[PathBuf],
    options: &Options,
    work: &(dyn Fn(Document) -> T + Sync),
    take: &mut dyn FnMut(Result<T, Notice>),
) {
    let (send, receive) = std::sync::mpsc::sync_channel::<Vec<Item>>(2);
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut batch: Vec<Item> = Vec::with_capacity(BATCH);
            let mut push = |item: Item| -> ControlFlow<()> {
                batch.push(item);
                if batch.len() < BATCH {
                    return ControlFlow::Continue(());
                }
                let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
                if send.send(full).is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let _ = archives::visit(paths, &Limits::default(), &|| false, &mut |found| match found {
                Found::Problem(notice) => push(Item::Notice(notice)),
                Found::File { place, reader, .. } => ingest::stream(&place, reader, options, &mut push),
            });
            // Nobody waits for the last batch when the reader has gone.
            let _ = send.send(batch);
        });
        let mut any = false;
        for batch in receive {
            let worked: Vec<Result<T, Notice>> = batch
                .into_par_iter()
                .map(|item| match item {
                    Item::Document(raw) => Ok(work(crate::clean::clean(*raw))),
                    Item::Notice(notice) => Err(notice),
                })
                .collect();
            any |= worked.iter().any(Result::is_ok);
            worked.into_iter().for_each(&mut *take);
        }
        if !any {
            take(Err(nothing(paths)));
        }
    });
}

/// What to say when paths hold no article.
pub(super) fn nothing(paths: &[PathBuf]) -> Notice {
    let given: Vec<_> = paths.iter().take(3).map(|p| files::display(p)).collect();
    Notice::warning(given.join(", "), crate::words::msg::verbatim("no article was found there."))
}

/// All documents and problems of the given paths at once.
pub fn documents(paths: &[PathBuf]) -> (Vec<Document>, Vec<Notice>) {
    let (mut documents, mut notices) = (Vec::new(), Vec::new());
    let _ = each(paths, &Options::default(), &mut |loaded| {
        match loaded {
            Loaded::Document(d) => documents.push(*d),
            Loaded::Problem(n) => notices.push(n),
        }
        ControlFlow::Continue(())
    });
    (documents, notices)
}

/// Says problems on standard error; true when something is missing for them.
pub fn complain(notices: &[Notice], context: &mut Context<'_>) -> io::Result<bool> {
    for n in notices {
        writeln!(context.err, "kiosque: {n}")?;
        if let Some(hint) = &n.hint {
            writeln!(context.err, "  {hint}")?;
        }
    }
    Ok(notices.iter().any(|n| n.severity == Severity::Error))
}

/// How a command that read `count` documents ends, `missing` telling that
/// some input could not be read.
pub fn exit(missing: bool, count: usize) -> Exit {
    match (missing, count) {
        (true, 0) => Exit::Failure,
        (true, _) => Exit::Partial,
        (false, 0) => Exit::Nothing,
        (false, _) => Exit::Done,
    }
}
