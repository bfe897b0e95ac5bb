//! Who said it: candidates from cues, subjects and the sentences before, each
//! with a sum of weights that can be read. Has never heard of screens.

mod antecedent;
mod candidate;
mod clause;
mod described;
mod evidence;
mod grammar;
mod kind;
mod model;
mod place;
mod rank;
mod referent;
mod relation;
mod resolver;
mod signs;
mod unsure;
mod weight;

use super::frame::Frame;
#[cfg(feature = "train")]
use super::mention::What;
use super::mention::{Gender, Who};
use super::quote::{Quote, QuoteKind};
use crate::entity::EntityKind;
#[cfg(feature = "train")]
use crate::text::Span;
use crate::words::msg;
use antecedent::genders;
pub(crate) use evidence::rule_id;
#[cfg(feature = "train")]
pub(crate) use evidence::{Evidence, INPUTS, names};
pub(super) use kind::is_named;
use kind::{Head, announced, answers, kind, only_speaker, same_words};
#[cfg(feature = "train")]
pub(crate) use model::Bars;
pub(crate) use model::Model;
use resolver::Resolver;
use std::collections::BTreeMap;

/// Names the speaker and the kind of every quotation; gives whom each mention
/// of the frame means.
pub(super) fn assign(frame: &Frame, quotes: &mut [Quote]) -> Vec<Option<Who>> {
    let r = by_rules(frame, quotes);
    let ballots = rank::ballots(&r, quotes);
    rank::elect(&r, Model::get(), &ballots, quotes);
    r.who
}

/// Whom the rules give every quotation to, and its kind.
fn by_rules<'f, 'a, 'd>(frame: &'f Frame<'a, 'd>, quotes: &mut [Quote]) -> Resolver<'f, 'a, 'd> {
    let mut r = Resolver {
        frame,
        who: frame.mentions.iter().map(|m| m.who).collect(),
        reading: BTreeMap::new(),
        known: Vec::new(),
        recent: Vec::new(),
        last: None,
        told: None,
        sender: None,
        only: only_person(frame),
        score: vec![0; quotes.len()],
        chosen: vec![None; quotes.len()],
        lists: vec![Vec::new(); quotes.len()],
        others: BTreeMap::new(),
        given: given(frame),
        genders: genders(frame),
        heroes: [None; 2],
    };
    r.heroes = [r.hero(Gender::Masculine), r.hero(Gender::Feminine)];
    r.learn_names();
    for n in 0..frame.sentences.len() {
        r.sentence(n, quotes);
    }
    let head = Head::new(frame, quotes);
    let kinds: Vec<QuoteKind> = (0..quotes.len()).map(|q| kind(frame, &head, q, r.score[q])).collect();
    for (q, kind) in quotes.iter_mut().zip(kinds) {
        q.kind = kind;
    }
    same_words(quotes, &mut r.score, frame.prose.text);
    announced(frame, quotes, &mut r.score);
    let hero = r.heroes.iter().flatten().next().filter(|_| r.heroes.iter().flatten().count() == 1);
    let hero = hero.and_then(|who| if let Who::Entity(e) = who { Some(*e) } else { None });
    answers(frame, quotes, &mut r.score, hero);
    only_speaker(quotes, &mut r.score);
    let head = Head::new(frame, quotes);
    let kinds: Vec<QuoteKind> = (0..quotes.len()).map(|q| kind(frame, &head, q, r.score[q])).collect();
    for (q, kind) in quotes.iter_mut().zip(kinds) {
        q.kind = kind;
        if q.kind == QuoteKind::Scare {
            (q.speaker, q.entity, q.speaker_words, q.verb, q.reason) =
                (None, None, None, None, Some(msg::SPEAKER_NONE));
        }
    }
    r
}

/// For each name the head nouns that stand beside it somewhere in the text.
fn given(frame: &Frame) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = vec![Vec::new(); frame.entities.len()];
    for m in &frame.mentions {
        if let (Some(Who::Entity(e)), false) = (m.who, m.head.is_empty())
            && let Some(heads) = out.get_mut(e)
            && !heads.contains(&m.head)
        {
            heads.push(m.head.clone());
        }
    }
    out
}

/// The person of a text that names one only, and more than once.
fn only_person(frame: &Frame) -> Option<Who> {
    let mut people = frame.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person);
    let (one, entity) = people.next()?;
    (people.next().is_none() && entity.mentions.len() > 1).then_some(Who::Entity(one))
}

/// What is learnt from: one quotation of a document.
#[cfg(feature = "train")]
pub(crate) struct Example {
    /// The words inside the marks.
    pub(crate) span: Span,
    /// Of each candidate where it stands: the mentions of a name, or the words
    /// of a description; and what is known of it.
    pub(crate) choices: Vec<(Vec<Span>, Evidence)>,
    /// What speaks for nobody.
    pub(crate) nobody: Evidence,
    /// Whom the rules choose, by index; the one behind the last is nobody.
    pub(crate) rules: usize,
    /// Words that the sentence may use for what it tells of: never told
    /// without a doubt.
    pub(crate) named: bool,
}

/// The quotations of a document that somebody says, with their candidates.
#[cfg(feature = "train")]
pub(crate) fn examples(frame: &Frame, quotes: &mut [Quote]) -> Vec<Example> {
    let r = by_rules(frame, quotes);
    // Whom nothing names stands wherever the description does.
    let places = |c: &rank::Choice| match c.who {
        Who::Entity(e) => frame.entities[e].mentions.iter().map(|m| m.span).collect(),
        Who::Noun(own) => {
            let beside = c.mention.map(|m| r.mention(m)).filter(|m| m.what == What::Noun);
            [Some(r.mention(own)), beside].into_iter().flatten().map(|m| m.span).collect()
        }
    };
    let named = unsure::named(frame, quotes);
    let said = |b: &rank::Ballot| quotes[b.quote].kind != QuoteKind::Scare;
    let example = |b: rank::Ballot| Example {
        span: quotes[b.quote].span,
        choices: b.choices.iter().map(|c| (places(c), c.evidence)).collect(),
        nobody: b.nobody,
        rules: b.rules,
        named: named[b.quote],
    };
    rank::ballots(&r, quotes).into_iter().filter(said).map(example).collect()
}
