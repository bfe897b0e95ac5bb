//! Who said it: candidates from cues, subjects and the sentences before, each
//! with a sum of weights that can be read. Has never heard of screens.

mod antecedent;
mod candidate;
mod described;
mod kind;
mod referent;
mod relation;
mod resolver;
mod weight;

use super::frame::Frame;
use super::mention::{Gender, Who};
use super::quote::{Quote, QuoteKind};
use crate::entity::EntityKind;
use crate::words::msg;
use kind::{Head, announced, answers, kind, only_speaker, same_words};
use resolver::Resolver;

/// Names the speaker and the kind of every quotation; gives whom each mention
/// of the frame means.
pub(super) fn assign(frame: &Frame, quotes: &mut [Quote]) -> Vec<Option<Who>> {
    let mut r = Resolver {
        frame,
        who: frame.mentions.iter().map(|m| m.who).collect(),
        known: Vec::new(),
        recent: Vec::new(),
        last: None,
        told: None,
        sender: None,
        only: only_person(frame),
        score: vec![0; quotes.len()],
        chosen: vec![None; quotes.len()],
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
    r.who
}

/// The person of a text that names one only, and more than once.
fn only_person(frame: &Frame) -> Option<Who> {
    let mut people = frame.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person);
    let (one, entity) = people.next()?;
    (people.next().is_none() && entity.mentions.len() > 1).then_some(Who::Entity(one))
}
