//! `kiosque-train clusters`: clusters of words from texts without labels, for
//! `kiosque-train entities --clusters`.

mod exchange;

use super::entities::{conll, gold};
use super::tools::{self, Context, Outcome};
use crate::entity::cluster::ClusterKey;
use crate::entity::gazetteer::Gazetteer;
use crate::entity::words::{WordClass, Words};
use crate::text::Span;
use clap::{Arg, ArgMatches, Command, value_parser};
use exchange::Bigrams;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Clusters that are left at the coarser cut.
const COARSE: usize = 128;

/// Rounds after which hardly a word moves.
const ROUNDS: usize = 12;

/// The arguments.
pub fn command() -> Command {
    let number = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).default_value(value).value_parser(value_parser!(usize)).help(help)
    };
    Command::new("clusters")
        .about("Learn clusters of words from texts and write them as a table")
        .arg(
            Arg::new("texts")
                .long("texts")
                .num_args(1..)
                .required(true)
                .help("Texts: JSON Lines of `file` and `text`, or two-column files (.conll)"),
        )
        .arg(
            Arg::new("without")
                .long("without")
                .num_args(1..)
                .help("Files that name the texts that nothing is learnt from"),
        )
        .arg(number("clusters", "512", "How many clusters"))
        .arg(number("least", "6", "Occurrences below which a word has no cluster"))
        .arg(Arg::new("out").long("out").required(true).value_parser(value_parser!(PathBuf)).help("The table"))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let all = |name: &str| args.get_many::<String>(name).into_iter().flatten();
    let number = |name: &str| args.get_one::<usize>(name).copied().unwrap_or_default();
    let kept = all("without").map(|p| tools::read_packed(p).map(|(t, _)| t)).collect::<Outcome<Vec<_>>>()?;
    let mut reader = TextReader::default();
    for path in all("texts") {
        if path.ends_with(".conll") {
            let (data, _) = tools::read_packed(path)?;
            conll::read(&data).iter().for_each(|s| reader.read(&s.text));
        } else {
            let texts = gold::texts(path)?;
            let free = texts.iter().filter(|(file, _)| !kept.iter().any(|k| k.contains(file.as_str())));
            free.for_each(|(_, text)| reader.read(text));
        }
    }
    let (words, sentences) = reader.finish(number("least") as u32);
    writeln!(context.err, "{} words in {} sentences", words.len(), sentences.len())?;
    let bigrams = Bigrams::new(words.len() + 1, sentences.iter().map(Vec::as_slice));
    let err = &mut *context.err;
    let (of, coarse) = exchange::learn(&bigrams, number("clusters"), ROUNDS, COARSE, |line| {
        // Progress that cannot be shown is not a reason to stop.
        let _ = writeln!(err, "{line}");
    });
    let mut table = String::from("# key, cluster, its cluster at the coarser cut, a word as it was first seen\n");
    for (w, (key, word)) in words.iter().enumerate() {
        let leaf = of[w + 1];
        writeln!(table, "{}\t{leaf}\t{}\t{word}", key.number(), coarse[usize::from(leaf)])?;
    }
    let path = args.get_one::<PathBuf>("out").ok_or("--out is missing")?;
    tools::write(path, table)
}

/// Reads the table: clusters of words, and the coarser cluster that holds each.
pub(super) fn table(path: &str, data: &str) -> Outcome<(Vec<u8>, BTreeMap<ClusterKey, u16>)> {
    let (mut above, mut words) = (Vec::new(), BTreeMap::new());
    for line in data.lines().filter(|l| !l.starts_with('#')) {
        let numbers: Vec<u32> = line.split('\t').take(3).filter_map(|n| n.parse().ok()).collect();
        let [key, leaf, coarse] = numbers[..] else {
            return Err(tools::fail(path, format!("{line}: a key and two clusters are missing")));
        };
        let at = leaf as usize;
        if above.len() <= at {
            above.resize(at + 1, 0);
        }
        above[at] = coarse as u8;
        words.insert(ClusterKey::of_number(key), leaf as u16);
    }
    Ok((above, words))
}

/// A word at the head of a sentence, which has a capital whatever it is, or another.
#[derive(Clone, Copy)]
struct TextWord {
    keys: [ClusterKey; 2],
    capital: bool,
    head: bool,
}

/// Reads texts as words.
#[derive(Default)]
struct TextReader {
    sentences: Vec<Vec<TextWord>>,
    /// How often a word stands inside sentences, and its first spelling.
    seen: HashMap<ClusterKey, (u32, String)>,
}

impl TextReader {
    fn read(&mut self, text: &str) {
        let words = Words::new(text, &[Span::new(0, text.len())], Gazetteer::none());
        for (&(from, to), caseless) in words.sentences.iter().zip(&words.caseless) {
            // Nothing is learnt where capitals say nothing.
            if *caseless {
                continue;
            }
            let mut sentence = Vec::with_capacity(to - from);
            for i in from..to {
                let w = &words.words[i];
                let spelling = w.span.of(text);
                let keys = Words::cluster_keys(spelling);
                let capital = w.class.is_capital();
                let head = i == from || words.words[i - 1].class > WordClass::NumberMixed;
                if !(head && capital) {
                    let entry = self.seen.entry(keys[usize::from(capital)]);
                    entry.or_insert_with(|| (0, spelling.to_owned())).0 += 1;
                }
                sentence.push(TextWord { keys, capital, head });
            }
            self.sentences.push(sentence);
        }
    }

    /// Words that occur often enough, the most frequent first, and the sentences as
    /// their numbers, in which 0 is every other word and the edge.
    fn finish(self, least: u32) -> (Vec<(ClusterKey, String)>, Vec<Vec<u32>>) {
        let inside = |key: ClusterKey| self.seen.get(&key).map_or(0, |s| s.0);
        // At the head of a sentence a word is what it is more often inside.
        let key = |t: &TextWord| match t.capital && !(t.head && inside(t.keys[0]) > inside(t.keys[1])) {
            true => t.keys[1],
            false => t.keys[0],
        };
        let mut counts: HashMap<ClusterKey, u32> = HashMap::new();
        self.sentences.iter().flatten().for_each(|t| *counts.entry(key(t)).or_insert(0) += 1);
        let mut frequent: Vec<(ClusterKey, u32)> = counts.into_iter().filter(|(_, n)| *n >= least).collect();
        frequent.sort_by_key(|(k, n)| (std::cmp::Reverse(*n), *k));
        frequent.truncate(usize::from(u16::MAX));
        let numbers: HashMap<ClusterKey, u32> =
            frequent.iter().enumerate().map(|(i, (k, _))| (*k, i as u32 + 1)).collect();
        let number = |t: &TextWord| numbers.get(&key(t)).copied().unwrap_or(0);
        let sentences = self.sentences.iter().map(|s| {
            let inner = s.iter().map(number);
            std::iter::once(0).chain(inner).chain(std::iter::once(0)).collect()
        });
        let sentences = sentences.collect();
        let spelling = |k: &ClusterKey| self.seen.get(k).map_or(String::new(), |s| s.1.clone());
        (frequent.iter().map(|(k, _)| (*k, spelling(k))).collect(), sentences)
    }
}
