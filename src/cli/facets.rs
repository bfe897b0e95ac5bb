//! `kiosque facets`: how many articles each outlet, day, name or story has.

use super::given::{self, Given};
use super::load;
use super::outcome::{Context, Exit, Failure, Outcome};
use super::printing::months;
use super::reading::{self, Loaded};
use super::sides;
use super::surroundings::Surroundings;
use crate::app::verb::decide::memory;
use crate::app::view::entity_kind_one;
use crate::clean::{self, Memory};
use crate::corpus::Document;
use crate::entity::{EntityKind, Names};
use crate::job::{self, Parallel};
use crate::notice::Notice;
use crate::search::Sieve;
use crate::store::archive::{self, Facet, Pull, Pulled};
use crate::store::settings::Address;
use crate::story::{self, Signature, StoryInput};
use crate::text::sanitise::one_line;
use crate::words::{Lang, msg};
use clap::{Arg, ArgMatches, Command};
use serde_json::json;
use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// Values that are printed on a terminal when nobody says how many.
const ON_TERMINAL: usize = 30;

/// What articles are counted by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Source,
    Day,
    Month,
    Name,
    Story,
}

/// Names of these in arguments and in JSON.
const BY: [(&str, By); 5] =
    [("source", By::Source), ("day", By::Day), ("month", By::Month), ("name", By::Name), ("story", By::Story)];

/// A value, and what tells it apart from others that read the same: the kind of a name,
/// the identity of a story.
type Value = (Option<String>, Option<String>);

/// How many articles have each value.
#[derive(Default)]
struct Tally {
    counts: BTreeMap<Value, u64>,
    problems: Vec<Notice>,
    /// Which part of an archive was counted, where one was asked.
    pulled: Option<Pulled>,
}

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(Command::new("facets").about(lang.text(msg::CLI_FACETS_ABOUT)), lang)
        .after_help(lang.text(msg::CLI_FACETS_AFTER_HELP))
        .arg(
            Arg::new("by")
                .long("by")
                .value_parser(BY.map(|(name, _)| name))
                .default_value(BY[0].0)
                .help(lang.text(msg::CLI_FACETS_BY)),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name(lang.text(msg::CLI_VALUE_N))
                .value_parser(load::number(lang, 1))
                .help(lang.say(msg::cli_facets_limit(ON_TERMINAL.to_string()))),
        )
        .arg(load::format(["text", "json", "csv"], lang.text(msg::CLI_FORMAT)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let name = args.get_one::<String>("by").map_or(BY[0].0, String::as_str);
    let by = BY.into_iter().find(|(n, _)| *n == name).map_or(By::Source, |(_, by)| by);
    let (around, triage) = Surroundings::with_triage(args, context)?;
    let (memory, names) = (memory(&triage), around.settings.names());
    let asked = CountedBy { by, names: &names };
    let given = Given::of(args, context)?;
    let tally = match (given.whole_archive(), facet(by)) {
        (Some((address, pull)), Some(facet)) => in_archive(&address, pull, asked, facet, &memory, context),
        _ if by == By::Story => by_story(&given, args, context)?,
        _ => one_by_one(&given, asked, context),
    };
    let missing = context.complain(&tally.problems)?;
    let any = !tally.counts.is_empty();
    print(tally, name, by, args, context)?;
    Ok(Exit::of(usize::from(any), missing, any))
}

/// What servers count of themselves.
fn facet(by: By) -> Option<Facet> {
    match by {
        By::Source => Some(Facet::Source),
        By::Day | By::Month => Some(Facet::Day),
        By::Name => Some(Facet::Name),
        By::Story => None,
    }
}

/// The month of a day.
fn month(day: &str) -> String {
    day.rsplit_once('-').map_or(day, |(month, _)| month).to_owned()
}

/// What articles are counted by, and the names that the settings give.
#[derive(Clone, Copy)]
struct CountedBy<'n> {
    by: By,
    names: &'n Names,
}

/// What an article is counted under.
///
/// # Errors
/// That its names could not be found.
fn values(document: &Document, CountedBy { by, names }: CountedBy<'_>) -> Result<Vec<Value>, Notice> {
    let meta = &document.meta;
    let day = || meta.published.value.map(|day| day.to_string());
    Ok(match by {
        By::Source => vec![(meta.source.value.clone(), None)],
        By::Day => vec![(day(), None)],
        By::Month => vec![(day().map(|day| month(&day)), None)],
        By::Name => {
            let found = job::names_in(document, names)?;
            found.into_iter().map(|e| (Some(e.name), Some(e.kind.name().to_owned()))).collect()
        }
        By::Story => Vec::new(),
    })
}

/// Counted by the servers; of what the reader corrected a claim is counted by hand.
fn in_archive(
    address: &Address,
    pull: &Pull,
    asked: CountedBy<'_>,
    facet: Facet,
    memory: &Memory,
    context: &mut Context<'_>,
) -> Tally {
    let mut tally = Tally::default();
    // A correction changes no name.
    let corrected = if asked.by == By::Name { Vec::new() } else { memory.corrected().collect() };
    let counted = match archive::count(address, facet, &corrected, pull.deadline) {
        Ok(counted) => counted,
        Err(reason) => {
            tally.problems.push(Notice::error(address.to_string(), msg::store_archive_away(reason)));
            return tally;
        }
    };
    for count in counted.counts {
        let value = match (asked.by, count.beside) {
            (By::Source, beside) => {
                let called = beside.as_deref().and_then(|key| memory.called(key)).map(str::to_owned);
                (called.or(count.value), None)
            }
            (By::Month, _) => (count.value.as_deref().map(month), None),
            (_, beside) => (count.value, beside),
        };
        *tally.counts.entry(value).or_default() += count.articles;
    }
    tally.problems.extend(counted.pulled.notices(address, pull.most));
    tally.pulled = Some(counted.pulled);
    if !corrected.is_empty() {
        let wanted = Pull { sieve: Sieve::Any(Vec::new()), said: corrected, most: usize::MAX, ..pull.clone() };
        let Tally { counts, problems, .. } = &mut tally;
        reading::each_archived(address, &wanted, &context.progress, &mut |loaded| {
            match loaded {
                Loaded::Document(document) => {
                    let document = clean::adjust(&document, None, memory).unwrap_or(*document);
                    match values(&document, asked) {
                        Ok(values) => values.into_iter().for_each(|value| *counts.entry(value).or_default() += 1),
                        Err(notice) => problems.push(notice),
                    }
                }
                // What is silent was said.
                Loaded::Problem(notice) if problems.contains(&notice) => {}
                Loaded::Problem(notice) => problems.push(notice),
            }
            ControlFlow::Continue(())
        });
    }
    tally
}

/// Counted article by article.
fn one_by_one(given: &Given<'_>, asked: CountedBy<'_>, context: &mut Context<'_>) -> Tally {
    let mut tally = Tally::default();
    let work = |document: Document| values(&document, asked);
    given.each_worked(&context.progress, &work, &mut |worked| match worked.and_then(|values| values) {
        Ok(values) => values.into_iter().for_each(|value| *tally.counts.entry(value).or_default() += 1),
        Err(notice) => tally.problems.push(notice),
    });
    tally.pulled = given.pulled();
    tally
}

/// Grouped into stories and counted.
fn by_story(given: &Given<'_>, args: &ArgMatches, context: &mut Context<'_>) -> Result<Tally, Failure> {
    let options = sides::by_hand(args, context)?;
    let mut tally = Tally::default();
    let mut signatures: Vec<Signature> = Vec::new();
    let work = |document: Document| job::signature_of(&document);
    given.each_worked(&context.progress, &work, &mut |worked| match worked.and_then(|signature| signature) {
        Ok(signature) => signatures.push(signature),
        Err(notice) => tally.problems.push(notice),
    });
    tally.pulled = given.pulled();
    let inputs: Vec<_> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = story::group_with(&inputs, &options, &Parallel);
    let mut alone = signatures.len() as u64;
    for story in &stories.stories {
        let articles = story.members.len() as u64;
        alone = alone.saturating_sub(articles);
        tally.counts.insert((Some(story.title.to_string()), Some(story.id.to_string())), articles);
    }
    if alone > 0 {
        tally.counts.insert((None, None), alone);
    }
    Ok(tally)
}

fn print(tally: Tally, name: &str, by: By, args: &ArgMatches, context: &mut Context<'_>) -> io::Result<()> {
    let mut counts: Vec<(Value, u64)> = tally.counts.into_iter().collect();
    if !matches!(by, By::Day | By::Month) {
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
    let format = load::chosen(args);
    let unasked = if context.terminal && format == "text" { ON_TERMINAL } else { usize::MAX };
    let most = args.get_one::<usize>("limit").copied().unwrap_or(unasked);
    let left = counts.len().saturating_sub(most);
    counts.truncate(most);
    let complete = tally.pulled.as_ref().is_none_or(|p| p.silent.is_empty() && !p.more);
    match format {
        "json" => {
            let facets = counts.iter().map(|((value, beside), n)| match by {
                By::Name => json!({ "value": value, "kind": beside, "articles": n }),
                By::Story => json!({ "value": value, "story": beside, "articles": n }),
                _ => json!({ "value": value, "articles": n }),
            });
            let mut out = json!({
                "schema": SCHEMA, "by": name, "complete": complete && tally.problems.is_empty(),
                "facets": facets.collect::<Vec<_>>(), "left_out": left, "problems": tally.problems,
            });
            if let Some(pulled) = &tally.pulled {
                out["months"] = months(pulled);
            }
            writeln!(context.out, "{out}")
        }
        "csv" => {
            let mut rows = csv::Writer::from_writer(&mut *context.out);
            rows.write_record(["value", "beside", "articles"])?;
            for ((value, beside), n) in &counts {
                let text = |v: &Option<String>| v.as_deref().map_or_else(String::new, one_line);
                rows.write_record([text(value), text(beside), n.to_string()])?;
            }
            rows.flush()
        }
        _ => {
            let none = context.lang.text(msg::CLI_FACETS_NONE);
            let wide = counts.iter().map(|(_, n)| n.to_string().len()).max().unwrap_or_default();
            for ((value, beside), n) in &counts {
                let value = value.as_deref().map_or_else(|| none.to_owned(), one_line);
                let kind = beside.as_deref().filter(|_| by == By::Name).and_then(EntityKind::from_name);
                let kind = kind.map_or_else(String::new, |k| format!("  ({})", entity_kind_one(k, context.lang)));
                writeln!(context.out, "{n:>wide$}  {value}{kind}")?;
            }
            if left > 0 {
                context.say(msg::cli_facets_left(left))?;
            }
            Ok(())
        }
    }
}
