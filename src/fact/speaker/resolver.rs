//! Reads a text sentence by sentence, and keeps in mind who was mentioned, who
//! spoke and who was called what.

use super::candidate::Candidate;
use super::weight::{BEHIND, FLOOR, NOBODY, STATED};
use crate::fact::cue::Shape;
use crate::fact::frame::Frame;
use crate::fact::lexicon::WordClass;
use crate::fact::mention::{Gender, Mention, What, Who, uncontracted};
use crate::fact::quote::Quote;
use crate::fact::sentence::Item;
use crate::lang::{self, DescriptionWord, Tags};
use crate::text::fold;
use std::collections::BTreeMap;

/// Descriptions remembered for `le ministre` after `le ministre X`.
pub(super) const MEMORY: usize = 96;

/// Antecedents remembered for pronouns.
pub(super) const RECENT: usize = 48;

/// Persons whom a pronoun can mean that are kept.
const OTHERS: usize = 4;

/// A description and whom it was seen to mean.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) head: String,
    pub(super) details: Vec<String>,
    pub(super) plural: bool,
    pub(super) who: Who,
}

/// Somebody mentioned a moment ago.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) who: Who,
    pub(super) mention: usize,
    pub(super) sentence: usize,
    pub(super) subject: bool,
}

/// How a description was read as somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// By what stood beside a name.
    Described,
    /// By who was near, or whom the text is about.
    Renamed,
    /// By who is named soon after.
    Soon,
}

pub(super) struct Resolver<'f, 'a, 'd> {
    pub(super) frame: &'f Frame<'a, 'd>,
    /// Whom each mention means, as far as read.
    pub(super) who: Vec<Option<Who>>,
    /// How descriptions were read, where in one of these ways.
    pub(super) reading: BTreeMap<usize, Reading>,
    pub(super) known: Vec<Known>,
    pub(super) recent: Vec<Seen>,
    /// Speaker of the last quotation and its sentence.
    pub(super) last: Option<(Who, usize, usize)>,
    /// Subject of the last verb of saying and its sentence.
    pub(super) told: Option<(Who, usize, usize)>,
    /// Who sent the last message that the text quotes from.
    pub(super) sender: Option<Who>,
    /// The one person whom the text names, more than once.
    pub(super) only: Option<Who>,
    /// Sum of the chosen candidate of each quotation.
    pub(super) score: Vec<i32>,
    /// Chosen candidate of each quotation, for the quotations after it.
    pub(super) chosen: Vec<Option<Who>>,
    /// Who may have said each quotation, with the rules that say so.
    pub(super) lists: Vec<Vec<Candidate>>,
    /// Whom else a pronoun, or a description that no name was found for, can
    /// mean, likeliest first.
    pub(super) others: BTreeMap<usize, Vec<(i32, Who)>>,
    /// For each name the head nouns that stand beside it somewhere.
    pub(super) given: Vec<Vec<String>>,
    /// The gender of each name, where known.
    pub(super) genders: Vec<Option<Gender>>,
    /// The person of each gender whom the text names far more than others.
    pub(super) heroes: [Option<Who>; 2],
}

impl Resolver<'_, '_, '_> {
    pub(super) fn mention(&self, m: usize) -> &Mention {
        &self.frame.mentions[m]
    }

    pub(super) fn sentence(&mut self, n: usize, quotes: &mut [Quote]) {
        let frame = self.frame;
        let subject = self.subject_of(n);
        let inside = frame.sentences[n].items.iter().filter_map(|it| match it {
            Item::Quote(q) => frame.inside[*q].map(|(m, _)| m),
            Item::Token(_) => None,
        });
        for m in frame.of_sentence[n].clone().chain(inside) {
            let pointed = self.pointed(m);
            if pointed.is_some() {
                self.who[m] = pointed;
            } else if self.who[m].is_none() {
                let (who, reading) = self.resolve(m, n);
                self.who[m] = who;
                self.reading.extend(reading.map(|r| (m, r)));
                self.note_others(m, n);
            }
            self.note(m, n, subject == Some(m));
        }
        let s = &frame.sentences[n];
        for i in 0..s.items.len() {
            let Some(q) = s.quote(i) else { continue };
            // A quotation that ran over paragraphs was weighed at its head.
            if quotes[q].speaker.is_some() && self.score[q] >= STATED {
                continue;
            }
            let nobody = frame.cues[n].iter().any(|c| {
                c.subject
                    .is_some_and(|m| self.mention(m).role.is(WordClass::ONE) && self.relation(s, i, c, m).1 >= BEHIND.1)
            });
            if nobody {
                quotes[q].reason = Some(NOBODY);
                continue;
            }
            let mut all = self.candidates(n, i, q, quotes);
            all.sort_by(|a, b| b.score.cmp(&a.score).then(a.mention.cmp(&b.mention)));
            let best = all.first().filter(|c| c.score >= FLOOR && c.score > self.score[q]).cloned();
            if self.lists[q].is_empty() || best.is_some() {
                self.lists[q].clone_from(&all);
            }
            let Some(best) = best else { continue };
            let second = all.iter().find(|c| c.who != best.who).map_or(i32::MIN, |c| c.score);
            self.last = Some((best.who, n, s.line));
            self.score[q] = best.score;
            self.chosen[q] = Some(best.who);
            let quote = &mut quotes[q];
            quote.doubtful = second.saturating_add(8) >= best.score || best.score < STATED;
            quote.verb = best.cue;
            quote.speaker_words = Some(self.mention(best.mention).span);
            quote.reason = best.reasons.iter().max_by_key(|r| r.tenths).map(|r| r.feature);
            quote.weighed = best.reasons;
            (quote.speaker, quote.entity) = self.name(best.who);
        }
        // `Faut-il un fichier, comme le réclame X ?`: who is asked about has
        // not spoken.
        let asks = s.items.len().checked_sub(1).and_then(|k| s.mark(frame.prose, k)) == Some('?');
        if let Some(who) =
            frame.cues[n].iter().rev().find_map(|c| c.subject).and_then(|m| self.who[m]).filter(|_| !asks)
        {
            self.told = Some((who, n, s.line));
            let message = |i: usize| {
                s.token(frame.prose, i)
                    .is_some_and(|t| t.class.is(WordClass::DOCUMENT) && is_message(&fold(t.span.of(frame.prose.text))))
            };
            let named = !matches!(who, Who::Noun(m) if is_message(&self.mention(m).head));
            if named && (0..s.items.len()).any(message) {
                self.sender = Some(who);
            }
        }
    }

    /// Keeps whom else a mention can mean.
    fn note_others(&mut self, m: usize, n: usize) {
        let mention = self.mention(m);
        // Of a description that stands beside a name there is no doubt.
        let read = mention.what == What::Noun
            && mention.who.is_none()
            && mention.role.is(WordClass::PERSON)
            && !mention.plural
            && !self.is_new(m);
        if mention.what == What::Pronoun || read {
            let mut others = self.antecedents(m, n);
            others.truncate(OTHERS);
            if read {
                // Whoever the text calls so, and whom it is about.
                let head = lang::stem(&mention.head);
                let called = self.known.iter().filter(|k| !k.plural && lang::stem(&k.head) == head).map(|k| k.who);
                let agrees = |who: Who| mention.gender.zip(self.gender(who)).is_none_or(|(a, b)| a == b);
                let named = |who: &Who| matches!(who, Who::Entity(_)) && self.is_somebody(*who) && agrees(*who);
                for who in called.chain(self.heroes.into_iter().flatten()).filter(named) {
                    if others.len() < 2 * OTHERS && !others.iter().any(|o| o.1 == who) {
                        others.push((0, who));
                    }
                }
            }
            self.others.insert(m, others);
        }
    }

    pub(super) fn name(&self, who: Who) -> (Option<String>, Option<usize>) {
        match who {
            Who::Entity(e) => (self.frame.entities.get(e).map(|e| e.name.clone()), Some(e)),
            Who::Noun(m) => {
                // `revendications du syndicat`, but `des enseignants racontent`.
                let words = self.mention(m).span.of(self.frame.prose.text);
                (Some(if self.mention(m).governed { uncontracted(words) } else { words.to_owned() }), None)
            }
        }
    }

    /// Subject for the sentences behind: that of the last verb of saying, or
    /// the grammatical one.
    fn subject_of(&self, n: usize) -> Option<usize> {
        let cues = &self.frame.cues[n];
        let said = cues.iter().find(|c| matches!(c.shape, Shape::Direct | Shape::Inverted));
        let inverted = said.is_some_and(|c| c.shape == Shape::Inverted);
        let said = said.and_then(|c| c.subject);
        let main = self.frame.main_subject(n).filter(|&m| self.mention(m).what != What::Pronoun || said.is_none());
        if inverted { said.or(main) } else { main.or(said) }
    }
}

/// Nouns for what somebody sends: it speaks for the sender.
pub(super) fn is_message(head: &str) -> bool {
    Tags::of_folded(head).is(DescriptionWord::Message)
}
