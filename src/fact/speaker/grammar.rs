//! What the grammar of a sentence says of a candidate, and what a description
//! says of the name that it was read as.

use super::clause::{Join, Syntax};
use super::evidence::{Evidence, Sign};
use super::rank::{Choice, Place};
use super::referent::{opening, stem};
use super::resolver::{Reading, Resolver};
use crate::fact::lexicon::WordClass;
use crate::fact::mention::{Mention, What, Who};
use crate::fact::quote::Quote;
use crate::lang::{ClauseWord, DescriptionWord, Tags};

/// Bytes under which quoted words are a few.
const FEW: usize = 50;

/// Items of a verb group.
const GROUP: usize = 5;

/// Items between a verb that stands behind a quotation and whoever does it.
const NEAR: usize = 3;

/// Mentions before a description that are looked through for its head.
const HEADS: usize = 200;

/// Sentences before a pronoun in which its name is looked for.
const AGO: usize = 3;

impl Resolver<'_, '_, '_> {
    /// Whether the words of mention `m` stand for the candidate.
    fn stands_for(&self, m: usize, c: &Choice) -> bool {
        self.who[m] == Some(c.who) || Some(m) == c.mention
    }

    pub(super) fn what_grammar_says(&self, e: &mut Evidence, c: &Choice, at: Place, quote: &Quote, syntax: &Syntax) {
        self.in_the_clause(e, c, at, quote, syntax);
        if let Some(behind) = syntax.behind.filter(|b| self.stands_for(b.subject, c)) {
            e.flag(Sign::VerbBehind, true);
            e.flag(Sign::VerbBehindNear, behind.gap <= NEAR);
            e.flag(Sign::VerbBehindUnlisted, !behind.says);
        }
        self.as_agent(e, c, at);
        let here = self.frame.mentions.len();
        // `Pour l'historien Karl Tocquard, …`: the name behind the words too.
        let opens = |m: usize| {
            let next = (m + 1..here).take(2).find(|&o| self.mention(o).items.start == self.mention(m).items.end);
            self.stands_for(m, c) || next.is_some_and(|o| self.stands_for(o, c))
        };
        e.flag(Sign::Opening, syntax.opening.is_some_and(opens));
        let opened = |back: usize| syntax.opened.is_some_and(|(m, b)| b == back && opens(m));
        e.flag(Sign::OpeningBefore1, opened(1));
        e.flag(Sign::OpeningBefore2, opened(2));
    }

    /// Who is the subject of the verb before the quotation, and of one before that.
    fn in_the_clause(&self, e: &mut Evidence, c: &Choice, at: Place, quote: &Quote, syntax: &Syntax) {
        let Some((nearest, others)) = syntax.clauses.split_last() else { return };
        let items = self.items_of(at.sentence);
        let that = |from: usize| (from..at.item).any(|k| items.class(k).is(WordClass::THAT));
        if self.stands_for(nearest.subject, c) {
            let verb = nearest.verb;
            let says = items.class(verb).is(WordClass::VERB)
                || (verb..at.item.min(verb + GROUP)).any(|k| items.class(k).verb(WordClass::PARTICIPLE));
            e.flag(Sign::ClauseSays, says);
            e.flag(Sign::ClauseActs, !says);
            e.flag(Sign::ClauseRelative, nearest.join == Join::Relative);
            e.flag(Sign::ClauseApposed, nearest.join == Join::Apposed);
            e.flag(Sign::ClauseFragment, quote.span.len() < FEW);
            e.flag(Sign::ClauseCueless, !self.frame.cues[at.sentence].iter().any(|c| c.subject.is_some()));
            e.flag(Sign::ClauseThat, that(verb));
            let start = self.mention(nearest.subject).items.start;
            e.flag(Sign::ClauseInThat, start > 0 && items.class(start - 1).is(WordClass::THAT));
            e.flag(Sign::ClauseComma, (verb..at.item).any(|k| matches!(items.mark(k), Some(',' | ';'))));
            e.set(Sign::ClauseDistance, ((at.item - verb) as f32).ln_1p().min(3.0));
            e.flag(Sign::ColonClause, syntax.colon);
        } else if let Some(outer) = others.iter().rfind(|o| self.stands_for(o.subject, c)) {
            e.flag(Sign::Outer, true);
            e.flag(Sign::OuterThat, that(outer.verb));
            e.flag(Sign::OuterSays, items.class(outer.verb).is(WordClass::VERB));
        }
        let main = self.frame.main_subject(at.sentence).is_some_and(|m| self.stands_for(m, c));
        e.flag(Sign::ColonMain, syntax.colon && main && !self.stands_for(nearest.subject, c));
    }

    /// `jugé « … » par X`, `jugé par X « … »`, whatever the verb.
    fn as_agent(&self, e: &mut Evidence, c: &Choice, at: Place) {
        const BEHIND: usize = 6;
        const BEFORE: usize = 3;
        let (prose, s) = (self.frame.prose, &self.frame.sentences[at.sentence]);
        let by = |k: usize| {
            let word = s.token(prose, k).map_or("", |t| t.span.of(prose.text));
            Tags::of(&word.to_lowercase()).is(ClauseWord::Agent)
        };
        for m in self.frame.of_sentence[at.sentence].clone().filter(|&m| self.stands_for(m, c)) {
            let items = &self.mention(m).items;
            if items.start > 0 && by(items.start - 1) {
                e.flag(Sign::AgentBehind, items.start > at.item && items.start - at.item <= BEHIND);
                e.flag(Sign::AgentBefore, items.end <= at.item && at.item - items.end <= BEFORE);
            }
        }
    }

    /// What the words that stand for a candidate say of whether they mean it.
    pub(super) fn what_is_called_so(&self, e: &mut Evidence, c: &Choice, m: usize) {
        let mention = self.mention(m);
        match mention.what {
            What::Name(_) => {}
            What::Pronoun => {
                let n = self.frame.of_sentence.partition_point(|r| r.end <= m);
                let from = self.frame.of_sentence.get(n.saturating_sub(AGO)).map_or(0, |r| r.start);
                let named = |o: usize| self.mention(o).what != What::Pronoun && self.who[o] == Some(c.who);
                e.flag(Sign::PronounFar, !(from.min(m)..m).any(named));
            }
            What::Noun => self.what_is_described_so(e, c, m),
        }
    }

    fn what_is_described_so(&self, e: &mut Evidence, c: &Choice, m: usize) {
        let mention = self.mention(m);
        let words = mention.span.of(self.frame.prose.text);
        let article = opening(words);
        let owned = article.is(ClauseWord::Possessive | ClauseWord::PluralPossessive);
        let short = words.split_whitespace().count() <= 2;
        let head = stem(&mention.head);
        let same = |o: &Mention| o.what == What::Noun && !o.head.is_empty() && stem(&o.head) == head;
        let (mut nameless, mut several, mut own) = (false, false, false);
        for o in (0..m).rev().take(HEADS).filter(|&o| same(self.mention(o))) {
            nameless |= self.who[o] != Some(c.who) && matches!(self.who[o], Some(Who::Noun(_)));
            several |= self.mention(o).plural && !mention.plural;
            own |= self.who[o] == Some(c.who);
        }
        if matches!(c.who, Who::Noun(_)) {
            e.flag(Sign::NounShort, short);
            e.flag(Sign::NounOwned, owned);
            e.flag(Sign::NounHeadOfNameless, nameless);
            e.flag(Sign::NounHeadOfSeveral, several);
            return;
        }
        e.flag(Sign::AsNounShort, short);
        e.flag(Sign::AsNounOwned, owned);
        e.flag(Sign::AsNounPointing, article.is(DescriptionWord::Pointing));
        e.flag(Sign::AsNounNoPerson, !mention.role.is(WordClass::PERSON));
        e.flag(Sign::AsNounLinked, mention.who.is_some());
        e.flag(Sign::AsNounHeadOfNameless, nameless);
        e.flag(Sign::AsNounHeadOfSeveral, several);
        e.flag(Sign::AsNounHeadOfOwn, own);
        let read = |how: Reading| self.who[m] == Some(c.who) && self.reading.get(&m) == Some(&how);
        e.flag(Sign::ReadDescribed, read(Reading::Described));
        e.flag(Sign::ReadRenamed, read(Reading::Renamed));
        e.flag(Sign::ReadSoon, read(Reading::Soon));
    }
}
