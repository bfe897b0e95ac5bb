//! Who said each quotation, of all who may have: the candidates of the rules
//! and whoever else stands near, weighed together.

use super::candidate::Candidate;
use super::clause::Syntax;
use super::evidence::{Evidence, Sign};
use super::model::Model;
use super::resolver::Resolver;
use super::unsure::{Chosen, named};
use super::weight::{self, NOBODY};
use crate::entity::EntityKind;
use crate::fact::lexicon::WordClass;
use crate::fact::mention::{What, Who};
use crate::fact::quote::{Quote, QuoteKind};
use crate::words::{Plain, msg};

/// Candidates of one quotation.
const MOST: usize = 24;

/// Sentences before a quotation whose names are candidates.
const BEFORE: usize = 2;

/// People before a quotation that are put in order, and sentences in which they
/// are looked for.
const PEOPLE: usize = 6;
const PEOPLE_WITHIN: usize = 12;

/// People whom the text names most that are candidates wherever they stand.
const MOST_NAMED: usize = 3;

/// Somebody who may have said a quotation.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(super) who: Who,
    /// The words that stand for it.
    pub(super) mention: Option<usize>,
    pub(crate) evidence: Evidence,
    /// What the rules say.
    pub(super) candidate: Option<Candidate>,
    /// For another one whom a pronoun or a description can mean.
    pub(super) alternative: Option<Alternative>,
    /// What was found out after the first reading, and its tenths.
    pub(super) late: Option<(Plain, i32)>,
    /// Named nowhere near.
    pub(super) far: bool,
}

/// How somebody stands to whom a pronoun or a description was read as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alternative {
    /// How near it is, and how much nearer the nearest.
    pub(super) near: f32,
    pub(super) nearer: f32,
    /// What the rules give the other.
    pub(super) score: i32,
}

impl Choice {
    fn new(who: Who, mention: Option<usize>) -> Self {
        Self { who, mention, evidence: Evidence::new(), candidate: None, alternative: None, late: None, far: false }
    }

    fn chosen(&self) -> Chosen<'_> {
        Chosen { who: self.who, mention: self.mention, candidate: self.candidate.as_ref() }
    }
}

/// Where a quotation stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) quote: usize,
    pub(super) sentence: usize,
    pub(super) item: usize,
}

/// Who spoke so far, as the rules say.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    pub(super) spoken: Vec<(Who, usize)>,
    pub(super) last: Option<(Who, Place)>,
    /// Who spoke last before whoever did last.
    pub(super) other: Option<Who>,
}

/// What stands around a quotation.
pub(super) struct Around<'h> {
    pub(super) history: &'h History,
    /// Where the quotation before ends.
    pub(super) since: Option<usize>,
    /// The people mentioned before it, the last first.
    pub(super) people: Vec<Who>,
    /// The grammar of its sentence.
    pub(super) syntax: Syntax,
}

/// All who may have said one quotation; the last of the evidence is that it
/// was nobody whom the text names.
#[derive(Clone, Debug)]
pub(crate) struct Ballot {
    pub(crate) quote: usize,
    pub(crate) choices: Vec<Choice>,
    pub(crate) nobody: Evidence,
    /// Whom the rules choose, by index; the one behind the last is nobody.
    pub(crate) rules: usize,
}

/// The candidates of all quotations, in the order of the text.
pub(super) fn ballots(r: &Resolver, quotes: &[Quote]) -> Vec<Ballot> {
    let mut seen = vec![false; quotes.len()];
    let mut history = History::default();
    let mut out = Vec::new();
    for (n, s) in r.frame.sentences.iter().enumerate() {
        for item in 0..s.items.len() {
            let Some(q) = s.quote(item) else { continue };
            if std::mem::replace(&mut seen[q], true) {
                continue;
            }
            let at = Place { quote: q, sentence: n, item };
            let people = r.people_before(at);
            let mut choices = r.choices(at, &quotes[q], &people);
            let chosen = r.told_of(&quotes[q], q);
            let rules = choices.iter().position(|c| Some(c.who) == chosen).unwrap_or(choices.len());
            let since = q.checked_sub(1).and_then(|p| quotes.get(p)).map(|p| p.outer.end);
            let around = Around { history: &history, since, people, syntax: r.syntax(n, item) };
            r.weigh(&mut choices, at, &quotes[q], rules, &around);
            let nobody = r.nobody(at, &quotes[q], &choices, &around.syntax);
            out.push(Ballot { quote: q, choices, nobody, rules });
            if let Some(who) = chosen {
                match history.spoken.iter_mut().find(|x| x.0 == who) {
                    Some(x) => x.1 += 1,
                    None => history.spoken.push((who, 1)),
                }
                if let Some((last, _)) = history.last.filter(|x| x.0 != who) {
                    history.other = Some(last);
                }
                history.last = Some((who, at));
            }
        }
    }
    out
}

/// Of words that somebody says elsewhere in the text nobody is no choice: the
/// share of nobody, which is the last, goes to the others.
fn somebody(shares: &mut [f32]) {
    let Some((nobody, others)) = shares.split_last_mut() else { return };
    let rest = 1.0 - *nobody;
    if rest > 0.0 {
        others.iter_mut().for_each(|share| *share /= rest);
        *nobody = 0.0;
    }
}

/// Gives every quotation the speaker that is likeliest, and says how likely.
pub(super) fn elect(r: &Resolver, model: &Model, ballots: &[Ballot], quotes: &mut [Quote]) {
    let named = named(r.frame, quotes);
    for ballot in ballots {
        let all = ballot.choices.iter().map(|c| &c.evidence).chain([&ballot.nobody]);
        let mut shares = model.shares(all);
        let quote = &mut quotes[ballot.quote];
        if quote.reason == Some(weight::SAME_WORDS.0) {
            somebody(&mut shares);
        }
        let (chosen, share) = Model::choose(&shares, ballot.rules);
        if quote.kind == QuoteKind::Scare {
            continue;
        }
        let choice = ballot.choices.get(chosen).filter(|_| share >= model.bars.least);
        let Some(choice) = choice else {
            let unclear = if quote.reason == Some(NOBODY) { NOBODY } else { msg::SPEAKER_UNCLEAR };
            (quote.speaker, quote.entity, quote.speaker_words, quote.verb) = (None, None, None, None);
            (quote.reason, quote.doubtful) = (Some(unclear), false);
            continue;
        };
        quote.confidence = Some((share * 100.0).round() as u8);
        let nameless = matches!(choice.who, Who::Noun(m) if r.mention(m).is_torso(r.frame.prose)
            || !r.mention(m).role.is(WordClass::ROLE));
        quote.doubtful = share < model.bars.sure || nameless || named[ballot.quote];
        if chosen == ballot.rules {
            quote.doubtful |= r.is_unsure(ballot.quote, quote, choice.chosen());
            continue;
        }
        (quote.speaker, quote.entity) = r.name(choice.who);
        quote.speaker_words = choice.mention.map(|m| r.mention(m).span);
        quote.verb = choice.candidate.as_ref().and_then(|c| c.cue);
        quote.weighed = choice.candidate.as_ref().map_or_else(Vec::new, |c| c.reasons.clone());
        let strongest = quote.weighed.iter().max_by_key(|r| r.tenths).map(|r| r.feature);
        quote.reason = match choice.alternative {
            Some(_) => Some(msg::SPEAKER_MEANT),
            None => strongest.or(Some(msg::SPEAKER_NEAR)),
        };
        quote.doubtful |= r.is_unsure(ballot.quote, quote, choice.chosen());
    }
}

impl Resolver<'_, '_, '_> {
    /// Everybody who may have said the quotation.
    fn choices(&self, at: Place, quote: &Quote, people: &[Who]) -> Vec<Choice> {
        let mut all: Vec<Choice> = Vec::new();
        for c in self.lists[at.quote].iter().take(MOST) {
            all.push(Choice { candidate: Some(c.clone()), ..Choice::new(c.who, Some(c.mention)) });
        }
        let add = |all: &mut Vec<Choice>, choice: Choice| {
            if all.len() < MOST && !all.iter().any(|c| c.who == choice.who) {
                all.push(choice);
            }
        };
        let late = [weight::SAME_WORDS, weight::HEADING, weight::INTERVIEW, weight::ONLY];
        if let Some(rule) = late.into_iter().find(|rule| quote.reason == Some(rule.0))
            && let Some(who) = self.told_of(quote, at.quote)
        {
            add(&mut all, Choice::new(who, None));
            all.iter_mut().filter(|c| c.who == who).for_each(|c| c.late = Some(rule));
        }
        for c in &self.lists[at.quote] {
            let others = self.others.get(&c.mention).map_or(&[][..], |o| o);
            let top = others.first().map_or(0, |o| o.0);
            // A description that was read as a name may stand for nobody named.
            let (what, own) = (self.mention(c.mention).what, Who::Noun(c.mention));
            let open = what == What::Noun && c.who != own && self.mention(c.mention).who.is_none();
            let near = |score: i32| (score as f32 / 10.0, (top - score) as f32 / 10.0);
            let others = others.iter().map(|(score, who)| (*who, near(*score)));
            for (who, (near, nearer)) in others.chain(open.then_some((own, (0.0, 0.0)))).filter(|o| o.0 != c.who) {
                let alternative = Some(Alternative { near, nearer, score: c.score });
                let choice = Choice { alternative, candidate: Some(c.clone()), ..Choice::new(who, Some(c.mention)) };
                // What speaks for the words speaks for everybody whom they can mean.
                match all.iter_mut().find(|o| o.who == who) {
                    Some(old) if old.candidate.as_ref().is_some_and(|o| o.score < c.score) => *old = choice,
                    Some(_) => {}
                    None => add(&mut all, choice),
                }
            }
        }
        for (who, m) in self.who_stands_near(at, quote, people) {
            add(&mut all, Choice { far: m.is_none(), ..Choice::new(who, m) });
        }
        all.retain(|c| c.mention.is_none_or(|m| !self.holds(m, at.sentence, at.item)));
        all
    }

    /// Whoever stands in the sentence or near it, then whom the text is about. Of
    /// words of which the text says that one could read them, only their own
    /// sentence tells where.
    fn who_stands_near(&self, at: Place, quote: &Quote, people: &[Who]) -> Vec<(Who, Option<usize>)> {
        let frame = self.frame;
        let mut out = Vec::new();
        let nobody = quote.reason == Some(NOBODY);
        let from = if nobody { at.sentence } else { at.sentence.saturating_sub(BEFORE) };
        for n in (from..=at.sentence).rev() {
            let here = frame.of_sentence[n].clone().rev().filter(|&m| self.can_have_spoken(m));
            out.extend(here.filter_map(|m| self.who[m].map(|who| (who, Some(m)))));
        }
        if nobody {
            return out;
        }
        let behind = frame.of_sentence.get(at.sentence + 1).cloned().unwrap_or_default();
        let behind = behind.filter(|&m| matches!(self.mention(m).what, What::Name(_)) && self.can_have_spoken(m));
        out.extend(behind.filter_map(|m| self.who[m].map(|who| (who, Some(m)))));
        out.extend(people.iter().copied().chain(self.most_named()).map(|who| (who, None)));
        out
    }

    /// `les « gilets jaunes »` holds the quotation itself.
    pub(super) fn holds(&self, m: usize, sentence: usize, item: usize) -> bool {
        self.frame.of_sentence[sentence].contains(&m) && self.mention(m).items.contains(&item)
    }

    /// The people whom the text names most, more than once.
    fn most_named(&self) -> Vec<Who> {
        let people = self.frame.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person);
        let mut all: Vec<(usize, usize)> =
            people.filter(|(_, e)| e.mentions.len() > 1).map(|(i, e)| (e.mentions.len(), i)).collect();
        all.sort_by_key(|(count, i)| (std::cmp::Reverse(*count), *i));
        all.into_iter().take(MOST_NAMED).map(|(_, i)| Who::Entity(i)).collect()
    }

    /// The people mentioned before a quotation, the last first.
    fn people_before(&self, at: Place) -> Vec<Who> {
        let mut out: Vec<Who> = Vec::new();
        let from = at.sentence.saturating_sub(PEOPLE_WITHIN);
        for n in (from..=at.sentence).rev() {
            let before = |m: &usize| n < at.sentence || self.mention(*m).items.end <= at.item;
            for m in self.frame.of_sentence[n].clone().rev().filter(before) {
                if let Some(who) = self.who[m].filter(|w| self.is_somebody(*w) && !out.contains(w)) {
                    out.push(who);
                }
                if out.len() >= PEOPLE {
                    return out;
                }
            }
        }
        out
    }

    fn weigh(&self, all: &mut [Choice], at: Place, quote: &Quote, rules: usize, around: &Around) {
        let total = |c: &Choice| c.candidate.as_ref().map_or(0, |c| c.score).max(c.late.map_or(0, |rule| rule.1));
        let totals: Vec<i32> = all.iter().map(total).collect();
        let mentions: Vec<Option<usize>> = all.iter().map(|c| c.mention).collect();
        for (k, c) in all.iter_mut().enumerate() {
            let others = totals.iter().zip(&mentions).enumerate();
            let other = others.filter(|(j, (_, m))| *j != k && **m != c.mention);
            let other = other.map(|(_, (total, _))| *total).max().unwrap_or(0);
            let mut e = Evidence::new();
            e.set(Sign::Score, totals[k] as f32 / 10.0);
            e.set(Sign::Lead, ((totals[k] - other) as f32 / 10.0).clamp(-4.0, 4.0));
            e.flag(Sign::Best, k == rules);
            for reason in c.candidate.iter().flat_map(|c| &c.reasons) {
                e.rule(reason.feature);
            }
            if let Some(rule) = c.late {
                e.rule(rule.0);
            }
            self.who_it_is(&mut e, c, quote);
            self.what_stands_for_it(&mut e, c);
            self.where_it_stands(&mut e, c, at);
            self.what_is_said_of_it(&mut e, c, at);
            self.who_spoke(&mut e, c, at, around);
            self.who_was_named(&mut e, c, quote, around);
            self.where_else_it_stands(&mut e, c, at, quote);
            self.what_grammar_says(&mut e, c, at, quote, &around.syntax);
            if let Some(m) = c.mention {
                let same = mentions.iter().filter(|o| **o == Some(m)).count();
                e.set(Sign::SharedWords, (same as f32).ln());
                self.what_is_called_so(&mut e, c, m);
            }
            e.cross();
            c.evidence = e;
        }
    }

    /// Whom the rules give the quotation to.
    fn told_of(&self, quote: &Quote, q: usize) -> Option<Who> {
        quote.speaker.as_ref()?;
        let words = || {
            let words = quote.speaker_words?;
            let m = self.frame.mentions.iter().position(|m| m.span == words)?;
            self.who[m]
        };
        quote.entity.map(Who::Entity).or_else(|| self.chosen[q].filter(|w| matches!(w, Who::Noun(_)))).or_else(words)
    }

    /// A name, a noun or a pronoun for somebody who speaks.
    pub(super) fn can_have_spoken(&self, m: usize) -> bool {
        let mention = self.mention(m);
        match mention.what {
            What::Name(e) => {
                let known = self.frame.entities.get(e);
                known.is_some_and(|e| e.kind != EntityKind::Misc || mention.role.is(WordClass::PERSON))
            }
            What::Noun => mention.role.is(WordClass::ROLE),
            What::Pronoun => true,
        }
    }
}
