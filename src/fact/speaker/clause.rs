//! The clause that a quotation stands in: the subject of the verb before it,
//! whatever verb that is, who stands behind it and a verb, whose opinion the
//! sentence opens with. Knows no weights.

use super::resolver::Resolver;
use crate::fact::cue::Shape;
use crate::fact::lexicon::WordClass;
use crate::fact::mention::What;
use crate::fact::prose::{Kind, Prose};
use crate::fact::sentence::Sentence;
use crate::lang::{self, ClauseWord, Tags};

/// Items of an aside between a subject and its verb.
const ASIDE: usize = 26;

/// Items between a quotation and whoever stands behind it and a verb.
const BEHIND: usize = 12;

/// How a subject and its verb stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// `X a dénoncé`.
    Direct,
    /// `X, qui a dénoncé`.
    Relative,
    /// `X, porte-parole, a dénoncé`.
    Apposed,
}

/// A phrase and its verb before a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// Index into the mentions.
    pub(super) subject: usize,
    /// Item of the verb.
    pub(super) verb: usize,
    pub(super) join: Join,
}

/// A phrase behind a quotation and a verb: `« … », a réagi le présentateur`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Behind {
    pub(super) subject: usize,
    /// Items between the marks and the phrase.
    pub(super) gap: usize,
    /// One of them is a verb of saying.
    pub(super) says: bool,
}

/// What the grammar of the sentence says of a quotation in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Syntax {
    /// By their verbs, the nearest to the quotation last.
    pub(super) clauses: Vec<Clause>,
    pub(super) behind: Option<Behind>,
    /// With whose opinion the sentence opens: `Pour X, …`.
    pub(super) opening: Option<usize>,
    /// The same of a sentence before, and how many before.
    pub(super) opened: Option<(usize, usize)>,
    /// A colon stands right before the quotation.
    pub(super) colon: bool,
}

/// The items of one sentence.
pub(super) struct Items<'r, 'd> {
    prose: &'r Prose<'d>,
    s: &'r Sentence,
}

impl Items<'_, '_> {
    pub(super) fn class(&self, k: usize) -> WordClass {
        self.s.token(self.prose, k).map_or(WordClass::default(), |t| t.class)
    }

    fn word(&self, k: usize) -> &str {
        self.s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text))
    }

    fn tags(&self, k: usize) -> Tags {
        Tags::of(&self.word(k).to_lowercase())
    }

    pub(super) fn mark(&self, k: usize) -> Option<char> {
        self.s.mark(self.prose, k)
    }

    /// A finite verb can stand here: one that is listed, or a small word that no
    /// list knows and whose ending a verb has.
    fn is_verb(&self, k: usize) -> bool {
        self.s.token(self.prose, k).is_some_and(|t| {
            let unknown = || t.class.0 == 0 && lang::any(|l| l.ends_like_verb(t.span.of(self.prose.text)));
            t.kind == Kind::Word && !t.capital && (t.class.is(WordClass::AUX | WordClass::FINITE) || unknown())
        })
    }

    /// The item behind the small words before a verb.
    fn past_clitics(&self, from: usize, limit: usize) -> usize {
        let small = |k: usize| {
            let c = self.class(k);
            c.is(WordClass::NEGATION | WordClass::CLITIC | WordClass::ADVERB)
                && !c.is(WordClass::AUX | WordClass::FINITE)
        };
        (from..limit).find(|&k| !small(k)).unwrap_or(limit)
    }

    /// The verb at `from` or behind small words.
    fn verb_at(&self, from: usize, limit: usize) -> Option<usize> {
        let v = self.past_clitics(from, limit);
        (v < limit && self.is_verb(v)).then_some(v)
    }

    /// The verb of the phrase `start..end`, before item `limit`.
    fn verb_of(&self, start: usize, end: usize, limit: usize) -> Option<(usize, Join)> {
        if end >= limit {
            return None;
        }
        if let Some(v) = self.verb_at(end, limit) {
            return Some((v, Join::Direct));
        }
        let relative = |who: usize| {
            let found = self.class(who).is(WordClass::WHO).then(|| self.verb_at(who + 1, limit)).flatten();
            found.map(|v| (v, Join::Relative))
        };
        if let Some(found) = relative(self.past_clitics(end, limit)) {
            return Some(found);
        }
        let open = self.mark(end).filter(|m| matches!(m, ',' | '(' | '–' | '—' | '-'))?;
        if let Some(found) = relative(end + 1) {
            return Some(found);
        }
        let close = if open == '(' { ')' } else { open };
        // `Le président de l'Union, X, n'y va pas`: the name closes the aside.
        let closes = open == ',' && start > 0 && self.mark(start - 1) == Some(',');
        let aside = closes.then(|| self.verb_at(end + 1, limit)).flatten();
        let aside = aside.or_else(|| {
            (end + 1..limit.min(end + ASIDE))
                .filter(|&k| self.mark(k) == Some(close))
                .find_map(|k| self.verb_at(k + 1, limit))
        });
        aside.map(|v| (v, Join::Apposed))
    }
}

impl Resolver<'_, '_, '_> {
    pub(super) fn items_of(&self, sentence: usize) -> Items<'_, '_> {
        Items { prose: self.frame.prose, s: &self.frame.sentences[sentence] }
    }

    /// The grammar around the quotation at an item of a sentence.
    pub(super) fn syntax(&self, sentence: usize, item: usize) -> Syntax {
        let opened = |back: usize| {
            let n = sentence.checked_sub(back)?;
            Some((self.opinion_of(n, usize::MAX)?, back))
        };
        Syntax {
            clauses: self.clauses(sentence, item),
            behind: self.behind(sentence, item),
            opening: self.opinion_of(sentence, item),
            opened: opened(1).or_else(|| opened(2)),
            colon: item > 0 && self.items_of(sentence).mark(item - 1) == Some(':'),
        }
    }

    /// The phrases of a sentence that have a verb before item `limit`.
    fn clauses(&self, sentence: usize, limit: usize) -> Vec<Clause> {
        let items = self.items_of(sentence);
        let mut out: Vec<Clause> = Vec::new();
        for m in self.frame.of_sentence[sentence].clone() {
            let mention = self.mention(m);
            if mention.governed || mention.items.end > limit {
                continue;
            }
            if let Some((verb, join)) = items.verb_of(mention.items.start, mention.items.end, limit) {
                out.push(Clause { subject: m, verb, join });
            }
        }
        // Of two phrases with one verb the shorter is the nearer.
        out.sort_by_key(|c| (c.verb, std::cmp::Reverse(self.mention(c.subject).items.len())));
        out
    }

    /// Who stands behind a quotation and a verb.
    fn behind(&self, sentence: usize, item: usize) -> Option<Behind> {
        let items = self.items_of(sentence);
        let s = &self.frame.sentences[sentence];
        let mut verb = item + 1;
        while matches!(items.mark(verb), Some(',' | '!' | '?' | '…' | '»' | '-' | '–')) {
            verb += 1;
        }
        let first = s.token(self.frame.prose, verb).filter(|t| t.kind == Kind::Word)?;
        let leads = WordClass::AUX | WordClass::FINITE | WordClass::CLITIC | WordClass::REFLEXIVE;
        if !first.class.is(leads) && (first.class.0 != 0 || first.capital) {
            return None;
        }
        let mut here = self.frame.of_sentence[sentence].clone();
        let subject = here.find(|&m| self.mention(m).items.start > verb && !self.mention(m).governed)?;
        let start = self.mention(subject).items.start;
        let clear = |k: usize| {
            s.quote(k).is_none()
                && !matches!(items.mark(k), Some('.' | ';' | ':' | '!' | '?'))
                && !items.class(k).is(WordClass::THAT | WordClass::WHO)
        };
        let says = (verb..start).any(|k| items.class(k).verb(WordClass::FINITE | WordClass::PARTICIPLE));
        let gap = start - verb;
        (gap <= BEHIND && (verb..start).all(clear)).then_some(Behind { subject, gap, says })
    }

    /// With whose opinion a sentence opens, before item `limit`: `Pour X`,
    /// `Selon X`, `D'après X`.
    fn opinion_of(&self, sentence: usize, limit: usize) -> Option<usize> {
        let items = self.items_of(sentence);
        let first = (0..3).find(|&k| items.mark(k).is_none() && !items.class(k).is(WordClass::CONJUNCTION))?;
        let tags = items.tags(first);
        let opinion = tags.is(ClauseWord::Opinion);
        let from = if opinion || items.class(first).is(WordClass::ACCORDANCE) {
            first + 1
        } else if tags.is(ClauseWord::ElidedGenitive) && items.tags(first + 1).is(ClauseWord::Posterior) {
            first + 2
        } else {
            let cue = self.frame.cues[sentence].first().filter(|c| c.shape == Shape::Accordance)?;
            return cue.subject.filter(|_| cue.items.start <= 1 && cue.items.end <= limit);
        };
        let here = self.frame.of_sentence[sentence].clone();
        let subject = here
            .filter(|&m| (from..from + 2).contains(&self.mention(m).items.start) && self.mention(m).items.end <= limit)
            .max_by_key(|&m| self.mention(m).items.end)?;
        let mention = self.mention(subject);
        // `Pour la loi, …` is nobody's opinion.
        let speaks =
            mention.what != What::Noun || mention.role.is(WordClass::PERSON | WordClass::GROUP | WordClass::MEDIUM);
        (speaks || !opinion).then_some(subject)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Document;
    use crate::fact::frame::Frame;
    use crate::fact::marks;
    use crate::fact::speaker::by_rules;

    /// The subject of the verb before the last quotation, who stands behind it
    /// and a verb, and with whose opinion its sentence opens.
    fn found(text: &str) -> [String; 3] {
        let document = Document::of_paragraphs(text);
        let prose = Prose::new(&document);
        let mut quotes = marks::find(&prose);
        let frame = Frame::new(&prose, &quotes, &[], &document);
        let r = by_rules(&frame, &mut quotes);
        let n = frame.sentences.len() - 1;
        let s = &frame.sentences[n];
        let item = (0..s.items.len()).rfind(|&i| s.quote(i).is_some()).expect("it quotes");
        let syntax = r.syntax(n, item);
        let words = |m: Option<usize>| m.map_or(String::new(), |m| r.mention(m).span.of(prose.text).to_owned());
        [
            words(syntax.clauses.last().map(|c| c.subject)),
            words(syntax.behind.map(|b| b.subject)),
            words(syntax.opening),
        ]
    }

    #[test]
    fn the_subject_of_a_verb_that_no_list_knows_is_found_before_and_behind_a_quotation() {
        assert_eq!(found("Le maire gribouille « non merci » sur la porte."), ["Le maire", "", ""]);
        assert_eq!(found("Le maire, qui gribouille « non merci »."), ["Le maire", "", ""]);
        assert_eq!(found("Le maire (un ami) gribouille « non merci »."), ["Le maire", "", ""]);
        assert_eq!(found("« Encore raté », soupira le boulanger."), ["", "le boulanger", ""]);
        assert_eq!(found("« Encore raté », car le boulanger dort."), ["", "", ""]);
    }

    #[test]
    fn a_sentence_opens_with_the_opinion_of_somebody_who_can_have_one() {
        let opens = |text: &str| found(text)[2].clone();
        assert_eq!(opens("Pour le procureur, face au silence, « tout reste ouvert »."), "le procureur");
        assert_eq!(opens("D'après le procureur, « tout reste ouvert »."), "le procureur");
        assert_eq!(opens("Pour la hache, « tout reste ouvert »."), "");
    }
}
