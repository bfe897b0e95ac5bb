//! Documents from paths, for the headless commands.

use super::outcome::Failure;
use super::places::Places;
use super::progress::Progress;
use super::surroundings::Surroundings;
use crate::corpus::edition::tell_versions;
use crate::corpus::{DocId, Document};
use crate::ingest::{self, Item, Mapping, Options};
use crate::job::{ArchiveInput, Input};
use crate::notice::Notice;
use crate::search::Query;
use crate::shell::Corpus;
use crate::store::archive::{self, MOST, Pull, Pulled};
use crate::store::archives::{self, Limits};
use crate::store::catalogue::Text;
use crate::store::files::{self, WalkItem};
use crate::store::regular;
use crate::store::settings::Address;
use crate::triage::Triage;
use crate::words::{Lang, Message, msg};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use rayon::prelude::*;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Adds `PATH…`, `--files-from` and `--fields` to a command.
pub fn arguments(command: Command, lang: Lang) -> Command {
    command
        .arg(
            Arg::new("paths")
                .value_name(lang.text(msg::CLI_VALUE_PATH))
                .help(lang.text(msg::CLI_LOAD_PATHS))
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("files-from")
                .long("files-from")
                .value_name(lang.text(msg::CLI_VALUE_FILE))
                .help(lang.text(msg::CLI_LOAD_FILES_FROM))
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("fields")
                .long("fields")
                .value_name(lang.text(msg::CLI_VALUE_FIELDS))
                .help(lang.text(msg::CLI_LOAD_FIELDS))
                .value_parser(move |s: &str| Mapping::parse(s).map_err(|e| lang.say(e))),
        )
}

/// `--format` with its choices, the first of which is the default.
pub fn format<const N: usize>(choices: [&'static str; N], help: &'static str) -> Arg {
    Arg::new("format").long("format").value_parser(choices).default_value(choices[0]).help(help)
}

/// What [`format()`] got.
pub fn chosen(args: &ArgMatches) -> &str {
    args.get_one::<String>("format").map_or("text", String::as_str)
}

/// Reads whole numbers from `least` on.
pub fn number(lang: Lang, least: usize) -> impl Fn(&str) -> Result<usize, String> + Clone + Send + Sync + 'static {
    move |s| {
        let n = s.parse().ok().filter(|n| *n >= least);
        n.ok_or_else(|| lang.say(msg::cli_not_a_number(least.to_string())))
    }
}

/// `--pull` and `--deadline`, for commands that ask archives.
pub fn pulling(command: Command, lang: Lang) -> Command {
    command
        .arg(
            Arg::new("pull")
                .long("pull")
                .value_name(lang.text(msg::CLI_VALUE_N))
                .value_parser(number(lang, 1))
                .help(lang.say(msg::cli_load_pull(MOST.to_string()))),
        )
        .arg(
            Arg::new("deadline")
                .long("deadline")
                .value_name(lang.text(msg::CLI_VALUE_SECONDS))
                .value_parser(number(lang, 1))
                .help(lang.text(msg::CLI_LOAD_DEADLINE)),
        )
}

/// What is asked of an archive for some queries, by what [`pulling`] got.
pub(super) fn pull(args: &ArgMatches, queries: &[&Query], triage: &Triage) -> Pull {
    let mut pull = Pull::of(queries, triage);
    let given = |name| args.try_get_one::<usize>(name).ok().flatten().copied();
    pull.most = given("pull").unwrap_or(pull.most);
    let seconds = given("deadline").map(|s| Duration::from_secs(s as u64));
    pull.deadline = seconds.unwrap_or(pull.deadline);
    pull
}

/// The paths that [`arguments`] got, of which none is the address of an archive; no
/// path is an error.
pub fn paths(args: &ArgMatches) -> Result<Vec<PathBuf>, Failure> {
    let paths = sources(args)?;
    match paths.iter().find_map(|path| archive::named(path)) {
        Some(address) => Err(msg::cli_load_no_archive(address.to_string()).into()),
        None => Ok(paths),
    }
}

/// The address of an archive, where that is the only source.
///
/// # Errors
/// It stands beside other sources.
pub(super) fn archive(sources: &[PathBuf]) -> Result<Option<Address>, Failure> {
    match sources.iter().find_map(|path| archive::named(path)) {
        Some(address) if sources.len() > 1 => Err(msg::cli_load_archive_alone(address.to_string()).into()),
        address => Ok(address),
    }
}

/// The paths that [`arguments`] got, or the address of an archive; none is an error.
pub(super) fn sources(args: &ArgMatches) -> Result<Vec<PathBuf>, Failure> {
    let mut paths: Vec<PathBuf> = args.get_many("paths").into_iter().flatten().cloned().collect();
    if let Some(list) = args.get_one::<PathBuf>("files-from") {
        let more = if list.as_os_str() == files::STDIN {
            regular::all(io::stdin().lock(), regular::OWN_BYTES)
        } else {
            regular::read_list(list)
        };
        paths.extend(files::listed(&more.map_err(|e| unreadable(list, &e))?));
    }
    if paths.is_empty() {
        return Err(msg::CLI_LOAD_NO_PATH.into());
    }
    Ok(paths)
}

/// Says that a file could not be read.
pub fn unreadable(path: &std::path::Path, e: &io::Error) -> Failure {
    msg::cli_unreadable(files::display(path), crate::notice::reason(e)).into()
}

/// Says that a file could not be written.
pub fn unwritable(path: &std::path::Path, e: &io::Error) -> Failure {
    msg::cli_unwritable(files::display(path), crate::notice::reason(e)).into()
}

/// The reading options that [`arguments`] got.
pub fn options(args: &ArgMatches) -> Options {
    let mut options = Options::default();
    if let Some(mapping) = args.get_one::<Mapping>("fields") {
        options.mapping = mapping.clone();
    }
    options
}

/// `--output FILE`.
pub fn output(lang: Lang, help: &'static str) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name(lang.text(msg::CLI_VALUE_FILE))
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

/// Cleaned documents and problems of the given paths, as they come.
pub fn each(
    paths: &[PathBuf],
    options: &Options,
    progress: &Progress,
    take: &mut dyn FnMut(Loaded) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let places = Places::of(paths);
    let mut reading = Reading::new(&places.paths, progress);
    archives::visit(&places.paths, &Limits::default(), &|| false, &mut |found| match found {
        WalkItem::Problem(notice) => take(Loaded::Problem(notice)),
        WalkItem::File { place, reader, told, .. } => {
            reading.file(&place.path);
            ingest::stream_among(&place, reader, options, told, &mut |item| match item {
                Item::Document(raw) if !places.mean(&raw.place) => ControlFlow::Continue(()),
                Item::Notice(notice) if !places.concern(&notice) => ControlFlow::Continue(()),
                Item::Document(raw) => {
                    reading.articles(1);
                    take(Loaded::Document(Box::new(crate::clean::clean(*raw))))
                }
                Item::Notice(notice) => take(Loaded::Problem(notice)),
            })
        }
    })?;
    if reading.articles > 0 {
        return ControlFlow::Continue(());
    }
    take(Loaded::Problem(nothing(paths)))
}

/// Cleaned documents and problems of all of an archive, as they come.
pub(super) fn each_archived(
    address: &Address,
    pull: &Pull,
    progress: &Progress,
    take: &mut dyn FnMut(Loaded) -> ControlFlow<()>,
) -> Option<Pulled> {
    let mut read = 0;
    let mut taken = |item| {
        take(match item {
            Item::Document(raw) => {
                read += 1;
                progress.tell(0, 0, || progress_of_reading(1, 0, read));
                Loaded::Document(Box::new(crate::clean::clean(*raw)))
            }
            Item::Notice(notice) => Loaded::Problem(notice),
        })
    };
    let pulled = archive::pull(address, pull, &|| false, &mut |_| (), &mut taken);
    progress.clear();
    let (notices, pulled) = match pulled {
        Ok(pulled) => (pulled.notices(address, pull.most), Some(pulled)),
        Err(reason) => (vec![Notice::error(address.to_string(), msg::store_archive_away(reason))], None),
    };
    let _ = notices.into_iter().try_for_each(|notice| take(Loaded::Problem(notice)));
    pulled
}

/// How far reading is.
struct Reading<'p> {
    progress: &'p Progress,
    /// Files there are, 0 when nobody knows or asks.
    all: usize,
    files: usize,
    /// The file that is being read: an archive has many entries.
    last: String,
    articles: usize,
}

impl<'p> Reading<'p> {
    fn new(paths: &[PathBuf], progress: &'p Progress) -> Self {
        Self { progress, all: progress.files(paths), files: 0, last: String::new(), articles: 0 }
    }

    /// A file, or an entry of one, is read now.
    fn file(&mut self, path: &str) {
        if self.last != path {
            self.files += 1;
            path.clone_into(&mut self.last);
        }
    }

    /// More articles were read.
    fn articles(&mut self, more: usize) {
        self.articles += more;
        let (done, all) = (self.files.saturating_sub(1), self.all);
        self.progress.tell(done, all, || progress_of_reading(self.files, all, self.articles));
    }
}

/// How far reading is, in words.
fn progress_of_reading(files: usize, all: usize, articles: usize) -> Message {
    let articles = msg::article_count(articles);
    if all > 0 { msg::cli_progress_files(files, all, articles) } else { msg::cli_progress_reading(files, articles) }
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
    progress: &Progress,
    work: &(dyn Fn(Document) -> T + Sync),
    take: &mut dyn FnMut(Result<T, Notice>),
) {
    let (send, receive) = std::sync::mpsc::sync_channel::<Vec<Item>>(2);
    let places = Places::of(paths);
    let mut reading = Reading::new(&places.paths, progress);
    std::thread::scope(|scope| {
        let places = &places;
        scope.spawn(move || {
            let mut batch: Vec<Item> = Vec::with_capacity(BATCH);
            let mut push = |item: Item| -> ControlFlow<()> {
                let meant = match &item {
                    Item::Document(raw) => places.mean(&raw.place),
                    Item::Notice(notice) => places.concern(notice),
                };
                if !meant {
                    return ControlFlow::Continue(());
                }
                batch.push(item);
                if batch.len() < BATCH {
                    return ControlFlow::Continue(());
                }
                let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
                if send.send(full).is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let _ = archives::visit(&places.paths, &Limits::default(), &|| false, &mut |found| match found {
                WalkItem::Problem(notice) => push(Item::Notice(notice)),
                WalkItem::File { place, reader, told, .. } => {
                    ingest::stream_among(&place, reader, options, told, &mut push)
                }
            });
            // Nobody waits for the last batch when the reader has gone.
            let _ = send.send(batch);
        });
        for batch in receive {
            for item in &batch {
                if let Item::Document(raw) = item {
                    reading.file(&raw.place.path);
                }
            }
            let worked: Vec<Result<T, Notice>> = batch
                .into_par_iter()
                .map(|item| match item {
                    Item::Document(raw) => Ok(work(crate::clean::clean(*raw))),
                    Item::Notice(notice) => Err(notice),
                })
                .collect();
            reading.articles(worked.iter().filter(|w| w.is_ok()).count());
            worked.into_iter().for_each(&mut *take);
        }
        if reading.articles == 0 {
            take(Err(nothing(paths)));
        }
    });
    progress.clear();
}

/// What to say when paths hold no article.
pub(super) fn nothing(paths: &[PathBuf]) -> Notice {
    let given: Vec<_> = paths.iter().take(3).map(|p| files::display(p)).collect();
    Notice::warning(given.join(", "), msg::CLI_NOTHING_THERE)
}

/// All documents and problems of the given paths at once; each knows which version
/// of its article it is among them.
pub fn documents(paths: &[PathBuf], options: &Options, progress: &Progress) -> (Vec<Document>, Vec<Notice>) {
    let (mut documents, mut notices) = (Vec::new(), Vec::new());
    let _ = each(paths, options, progress, &mut |loaded| {
        match loaded {
            Loaded::Document(d) => documents.push(*d),
            Loaded::Problem(n) => notices.push(n),
        }
        ControlFlow::Continue(())
    });
    progress.clear();
    tell_versions(&mut documents);
    (documents, notices)
}

/// The articles of paths as the program has them: what the catalogue knows is
/// not read again; of an archive what may answer one of the queries. `writes` asks for the right to write it, which single
/// articles of a file have no catalogue for.
pub(super) fn corpus(
    paths: &[PathBuf],
    args: &ArgMatches,
    around: &Surroundings,
    triage: &Triage,
    queries: &[&Query],
    writes: bool,
    progress: &Progress,
) -> Corpus {
    let mut heard = |files: usize, articles: usize| progress.tell(0, 0, || progress_of_reading(files, 0, articles));
    let Surroundings { settings, paths: kept, .. } = around;
    let places = if writes { Places::default() } else { Places::of(paths) };
    let read = if writes { paths } else { &places.paths };
    let input = |path: &PathBuf| match archive::named(path) {
        Some(address) => {
            Input::Archive(ArchiveInput { address, query: String::new(), pull: pull(args, queries, triage) })
        }
        None => Input::Path(path.clone()),
    };
    let inputs = read.iter().map(input).collect();
    let mut corpus = Corpus::read(inputs, &options(args), settings, kept, triage, writes, &mut heard);
    if places.choose() {
        corpus.retain(|place| places.mean(place));
        corpus.notices.retain(|notice| places.concern(notice));
    }
    if corpus.library.corpus.is_empty() && corpus.pulled.is_none() {
        corpus.notices.push(nothing(paths));
    }
    progress.clear();
    corpus
}

/// The same as [`each`], where each article knows which version of one that has
/// several it is; what is read for that is not read or cleaned again. Nothing is
/// told where standard input is among the paths, which can be read once.
pub(super) fn each_version(
    paths: &[PathBuf],
    args: &ArgMatches,
    around: &Surroundings,
    triage: &Triage,
    progress: &Progress,
    take: &mut dyn FnMut(Loaded) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let places = Places::of(paths);
    if places.paths.iter().any(|p| p.as_os_str() == files::STDIN) {
        return each(paths, &options(args), progress, take);
    }
    // Versions of one that is named may stand beside it.
    let mut corpus = corpus(&places.paths, args, around, triage, &[], false, progress);
    corpus.notices.retain(|notice| places.concern(notice));
    let notices = std::mem::take(&mut corpus.notices);
    notices.into_iter().try_for_each(|n| take(Loaded::Problem(n)))?;
    let (histories, store) = (corpus.library.cards().histories(), corpus.resources().store());
    let meant = |id: &DocId| store.place_of(*id).is_some_and(|place| places.mean(&place));
    let ids: Vec<DocId> = corpus.library.corpus.ids().filter(meant).collect();
    let work = |id: DocId, text: Result<Text, Notice>| match text.and_then(Text::clean) {
        Ok(document) => {
            let mut document = Box::new(Arc::unwrap_or_clone(document));
            document.meta.version = histories.version(id);
            Loaded::Document(document)
        }
        Err(notice) => Loaded::Problem(notice),
    };
    store.each(&ids, &|| false, &work, &mut |some| some.into_iter().try_for_each(&mut *take))
}

/// Says how far the full-text index is.
pub(super) fn indexing(progress: &Progress) -> impl FnMut(usize, usize) + '_ {
    |done, all| progress.tell(done, all, || msg::cli_progress_indexing(done, msg::article_count(all)))
}
