//! Where a text says that somebody says: verbs of saying with their subject,
//! *selon X*, a colon before a quotation. Has never heard of scores.

mod origin;
mod subject;

use super::lexicon::WordClass;
use super::mention::{Mention, What};
use super::prose::{Kind, Prose};
use super::sentence::Sentence;
use crate::lang::{self, ClauseWord, Grammar, Set, Tags, Topic};
use crate::text::Span;

/// How a cue names its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `X a déclaré`.
    Direct,
    /// `a déclaré X`, `a-t-il dit`.
    Inverted,
    /// `ajoutant que`, `en promettant`, `de dire`.
    Dependent,
    /// `selon X`, `d’après X`, `pour X,`.
    Accordance,
    /// `X : « … »`.
    Colon,
    /// `dénoncé comme « … » par X`.
    Agent,
}

/// One place where the text says who says.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) shape: Shape,
    /// Items of the verb group or of the preposition.
    pub(super) items: std::ops::Range<usize>,
    pub(super) verb: Span,
    pub(super) class: WordClass,
    /// Index into the mentions.
    pub(super) subject: Option<usize>,
    /// `que` or a colon follows.
    pub(super) governs: bool,
    /// A negation stands with the verb.
    pub(super) negated: bool,
    /// The verb stands in the conditional or behind *devrait*, *pourrait*.
    pub(super) conditional: bool,
    /// A reflexive pronoun of the third person stands with the verb.
    pub(super) reflexive: bool,
    /// Its speaker is a guess: a participle right behind a noun that may be its own
    /// subject, `pour` before a group.
    pub(super) loose: bool,
}

impl Cue {
    /// True when its verb has the ending of several who act.
    pub(super) fn is_of_several(&self, s: &Sentence, prose: &Prose) -> bool {
        let token = |k: usize| s.token(prose, k);
        let acts = |k: &usize| token(*k).is_some_and(|t| t.class.is(WordClass::AUX) || t.class.verb(WordClass::FINITE));
        let verb = self.items.clone().find(acts).and_then(token);
        verb.is_some_and(|t| lang::any(|l| l.is_plural_verb(t.span.of(prose.text))))
    }
}

/// Reads the cues of one sentence.
pub(super) struct Reader<'r, 'd> {
    pub(super) prose: &'r Prose<'d>,
    /// The mentions of the text so far.
    pub(super) mentions: &'r [Mention],
    pub(super) s: &'r Sentence,
    /// Those of the sentence among them.
    pub(super) range: std::ops::Range<usize>,
}

/// Tokens between an auxiliary and its participle.
const GROUP: usize = 9;

impl Reader<'_, '_> {
    fn class(&self, i: usize) -> WordClass {
        self.s.token(self.prose, i).map_or(WordClass::default(), |t| t.class)
    }

    fn word(&self, i: usize) -> &str {
        self.s.token(self.prose, i).map_or("", |t| t.span.of(self.prose.text))
    }

    /// True when the word at `i`, as it is written, can be of one of the classes.
    fn is<C: Topic>(&self, i: usize, classes: impl Into<Set<C>>) -> bool {
        Tags::of(self.word(i)).is(classes)
    }

    /// The same of the word as it is written inside a sentence.
    fn is_inside<C: Topic>(&self, i: usize, classes: impl Into<Set<C>>) -> bool {
        Tags::of(&self.word(i).to_lowercase()).is(classes)
    }

    fn mark(&self, i: usize) -> Option<char> {
        self.s.mark(self.prose, i)
    }

    fn span(&self, from: usize, to: usize) -> Span {
        let start = self.s.token(self.prose, from).map_or(0, |t| t.span.start);
        let end = self.s.token(self.prose, to.saturating_sub(1)).map_or(start, |t| t.span.end);
        Span::new(start, end)
    }

    fn mention(&self, m: usize) -> &Mention {
        &self.mentions[m]
    }

    pub(super) fn cues(&self) -> Vec<Cue> {
        let mut out: Vec<Cue> = Vec::new();
        let mut i = 0;
        while i < self.s.items.len() {
            let c = self.class(i);
            let cue = if c.is(WordClass::ACCORDANCE)
                || self.is(i, ClauseWord::Posterior) && self.is_inside(i.wrapping_sub(1), ClauseWord::ElidedGenitive)
            {
                self.accordance(i)
            } else if self.is_inside(i, ClauseWord::Opinion) {
                self.opinion(i)
            } else if self.is(i, ClauseWord::Agent) && self.is_passive(i) {
                self.agent(i)
            } else if self.mark(i) == Some(':') {
                self.colon(i, &out)
            } else if c.is(WordClass::VERB | WordClass::HALF) {
                self.verb(i, &out)
            } else if c.is(WordClass::ONE) && self.s.token(self.prose, i).is_some_and(|t| t.inverted) {
                // `pouvait-on lire`, `peut-on entendre`: nobody is named.
                let subject = self.range.clone().find(|&m| self.mention(m).items.start == i);
                let subject = self.body_behind(i + 1).or(subject);
                Some(self.cue(Shape::Inverted, i.saturating_sub(1)..i + 1, subject))
            } else {
                None
            };
            if let Some(cue) = cue {
                i = i.max(cue.items.end.saturating_sub(1));
                out.push(cue);
            }
            i += 1;
        }
        out
    }

    /// The mention that starts within `reach` items from `i`, without a
    /// comma or a verb between.
    fn mention_after(&self, i: usize, reach: usize) -> Option<usize> {
        let mut end = i;
        while end < (i + reach).min(self.s.items.len()) && self.mark(end).is_none() && self.s.quote(end).is_none() {
            end += 1;
        }
        self.range.clone().find(|&m| (i..end).contains(&self.mention(m).items.start))
    }

    /// Items between a passive participle and its *par*.
    const PASSIVE: usize = 16;

    /// A participle of saying without *avoir* before `par`.
    fn is_passive(&self, par: usize) -> bool {
        self.passive(par).is_some()
    }

    fn passive(&self, par: usize) -> Option<usize> {
        let from = par.saturating_sub(Self::PASSIVE);
        (from..par)
            .rev()
            .take_while(|&k| !matches!(self.mark(k), Some(';' | ':')))
            .find(|&k| self.class(k).verb(WordClass::PARTICIPLE | WordClass::FINITE) || is_called(self.word(k)))
            .filter(|&k| {
                is_called(self.word(k)) || self.class(k).verb(WordClass::PARTICIPLE) && self.group(k).is_none()
            })
    }

    /// `une loi dénoncée comme « … » par X`, `qualifié par X de « … »`.
    fn agent(&self, par: usize) -> Option<Cue> {
        let participle = self.passive(par)?;
        let subject = self.range.clone().find(|&m| {
            let mention = self.mention(m);
            mention.items.start == par + 1
                && (mention.what != What::Noun
                    || mention.role.is(WordClass::PERSON | WordClass::GROUP | WordClass::MEDIUM))
        })?;
        let end = self.mention(subject).items.end;
        // `qualifié par X de « … »`, not `lancé par X après « … »`.
        let joins = self.class(end).is(WordClass::OF) || self.is(end, ClauseWord::Predicative);
        let quoted = (participle..par).any(|k| self.s.quote(k).is_some()) || joins && self.s.quote(end + 1).is_some();
        quoted.then(|| {
            let mut cue = self.cue(Shape::Agent, par..par + 1, Some(subject));
            cue.class = self.class(participle);
            cue.verb = self.span(participle, participle + 1);
            cue
        })
    }

    fn cue(&self, shape: Shape, items: std::ops::Range<usize>, subject: Option<usize>) -> Cue {
        let class = self.class(items.end - 1);
        let governs = self.governs(items.end) || self.mark(items.end) == Some(':');
        let negated = (items.start.saturating_sub(2)..items.end).any(|k| self.class(k).is(WordClass::NEGATION));
        let conditional = items.clone().any(|k| is_conditional(self.word(k)));
        let reflexive =
            items.clone().any(|k| self.class(k).is(WordClass::REFLEXIVE) && !self.is(k, ClauseWord::FirstPerson));
        let verb = self.span(items.start, items.end);
        Cue { shape, verb, items, class, subject, governs, negated, conditional, reflexive, loose: false }
    }

    /// *que* behind a verb that ends before item `end`: `a déclaré mardi à
    /// Bruxelles qu’il`.
    fn governs(&self, end: usize) -> bool {
        for k in end..end + 8 {
            let c = self.class(k);
            if c.is(WordClass::THAT) {
                return k == end || !self.is(k - 1, ClauseWord::Comparison);
            }
            let stop = self.s.quote(k).is_some()
                || self.mark(k).is_some_and(|m| m != ',')
                || c.is(WordClass::AUX | WordClass::WHO | WordClass::WHERE)
                || c.verb(WordClass::FINITE);
            if stop {
                return false;
            }
        }
        false
    }

    /// The first item of the verb group that ends at `v`: auxiliary, clitics,
    /// negation, adverbs. `None` when the word is no verb here.
    fn group(&self, v: usize) -> Option<usize> {
        let class = self.class(v);
        let mut start = v;
        let mut auxiliary = None;
        let mut reflexive = false;
        let mut k = v;
        while k > 0 && v - k < GROUP {
            k -= 1;
            let c = self.class(k);
            let inverted = self.s.token(self.prose, k).is_some_and(|t| t.inverted);
            if inverted {
                continue;
            }
            if c.is(WordClass::AUX) {
                if auxiliary.is_none() {
                    auxiliary = Some(k);
                }
                start = k;
                continue;
            }
            if c.is(WordClass::NEGATION) || c.is(WordClass::CLITIC) && (start < v || class.is(WordClass::FINITE)) {
                reflexive |= c.is(WordClass::REFLEXIVE);
                start = k;
                continue;
            }
            if c.is(WordClass::ADVERB) && !c.is(WordClass::VERB) {
                continue;
            }
            // `a de son côté déclaré`, `a, quant à lui, dit`.
            if class.is(WordClass::PARTICIPLE)
                && !class.is(WordClass::FINITE)
                && auxiliary.is_none()
                && self.filler(k, v)
            {
                continue;
            }
            break;
        }
        if class.is(WordClass::FINITE) && auxiliary.is_none() {
            let before = v.checked_sub(1).map_or(WordClass::default(), |k| self.class(k));
            // `certains dénoncent`: the determiner is the subject.
            let several = v.checked_sub(1).is_some_and(|k| self.is_inside(k, ClauseWord::Several))
                && lang::any(|l| l.is_plural_verb(self.word(v)));
            let article = before.is(WordClass::DETERMINER | WordClass::OF) && !before.is(WordClass::WHO) && !several;
            let led = v.checked_sub(2).is_some_and(|k| {
                self.is_inside(k, ClauseWord::Predicative) || self.class(k).is(WordClass::WHO | WordClass::PRONOUN)
            });
            // `X, directrice, le constate : « … »`
            let governs = self.mark(v + 1) == Some(':') || self.s.quote(v + 1).is_some();
            let clitic = v.checked_sub(1).is_some_and(|k| self.class(k).is(WordClass::CLITIC));
            let led = led || clitic && governs && v >= 2 && self.mark(v - 2) == Some(',');
            // `à titre provisoire`, `sous réserve`, `#tempête`: a noun.
            let noun =
                v.checked_sub(1).is_some_and(|k| self.is(k, ClauseWord::NounMarker) || self.mark(k) == Some('#'));
            if article && !led || noun {
                return None;
            }
            return Some(start.min(v));
        }
        if class.is(WordClass::PARTICIPLE) {
            let aux = auxiliary?;
            // A form of *être* makes a passive unless it is reflexive.
            if self.class(aux).is(WordClass::BE) && !reflexive {
                return None;
            }
            return Some(start.min(v));
        }
        None
    }

    /// Words that may stand between an auxiliary and its participle.
    fn filler(&self, k: usize, v: usize) -> bool {
        let word = self.word(k);
        let auxiliary = (k.saturating_sub(9)..k).rev().find(|&j| self.class(j).is(WordClass::AUX));
        let Some(auxiliary) = auxiliary else { return false };
        // `avait une nouvelle fois dénoncé`, `a mardi soir, devant la presse, estimé`.
        let mut first = auxiliary + 1;
        while self.class(first).is(WordClass::ADVERB) && first < k {
            first += 1;
        }
        let again = self.is(first, Grammar::IndefiniteArticle) && self.is(first + 2, ClauseWord::Occasion);
        let aside = self.mark(first) == Some(',') && (first + 1..v).any(|j| self.mark(j) == Some(','));
        let led = self.class(first).is(WordClass::PREPOSITION) && !self.class(first).is(WordClass::DETERMINER);
        let other = self.class(k).is(WordClass::AUX | WordClass::THAT | WordClass::WHO)
            || self.class(k).verb(WordClass::FINITE);
        if (again || aside || led) && !other && self.s.quote(k).is_none() {
            return true;
        }
        k - auxiliary <= 5 && v - k <= 5 && (Tags::of(word).is(ClauseWord::Adverbial) || self.mark(k) == Some(','))
    }

    /// `un manifestant`, `dans un sourire`: a determiner before what would be a participle
    /// or an infinitive makes a noun of it; *le*, *la*, *les* may stand for its object,
    /// but not before what is a noun as well.
    fn is_noun_behind_determiner(&self, v: usize) -> bool {
        let class = self.class(v);
        let form = class.is(WordClass::PRESENT | WordClass::INFINITIVE) && !class.is(WordClass::FINITE);
        let Some(k) = v.checked_sub(1).filter(|_| form) else { return false };
        let before = self.class(k);
        let article = before.is(WordClass::DETERMINER) && !before.is(WordClass::OF);
        article && (!before.is(WordClass::CLITIC) || class.is(WordClass::ROLE))
    }

    fn verb(&self, v: usize, before: &[Cue]) -> Option<Cue> {
        let class = self.class(v);
        if self.is_noun_behind_determiner(v) {
            return None;
        }
        let mut end = v + 1;
        if class.is(WordClass::HALF) {
            let mut at = v + 1;
            let inverted = |k: usize| self.s.token(self.prose, k).is_some_and(|t| t.inverted);
            while (self.class(at).is(WordClass::ADVERB) || inverted(at)) && at < v + 3 {
                at += 1;
            }
            let guard = self.is(at, Grammar::Locative) && self.is(at + 1, ClauseWord::Warning);
            if !(self.class(at).is(WordClass::COMPLEMENT) || guard) {
                return None;
            }
            end = if guard { at + 2 } else { at + 1 };
        }
        if self.class(v).is(WordClass::PRESENT | WordClass::INFINITIVE) && !self.class(v).is(WordClass::FINITE) {
            return self.dependent(v, end, before);
        }
        let Some(start) = self.group(v) else {
            // `« … », dixit X`, and infinitives that look like other forms.
            return if class.is(WordClass::INFINITIVE | WordClass::PRESENT) {
                self.dependent(v, end, before)
            } else {
                None
            };
        };
        // `a-t-il déclaré`, `dit-elle`: the pronoun inside or behind.
        let pronoun = (start..=end)
            .find(|&k| self.s.token(self.prose, k).is_some_and(|t| t.inverted && t.class.is(WordClass::PRONOUN)));
        if let Some(p) = pronoun {
            let subject = self.range.clone().find(|&m| self.mention(m).items.start == p);
            let end = end.max(p + 1);
            let body = if self.class(p).is(WordClass::ONE) { self.body_behind(end) } else { None };
            let mut cue = self.cue(Shape::Inverted, start..end, body.or(subject));
            cue.class = class;
            return Some(cue);
        }
        let (shape, subject) = self.subject(start, end, before);
        let mut cue = self.cue(shape, start..end, self.voice(end).or(subject));
        cue.class = class;
        Some(cue)
    }

    /// `l’opposition dénonce par la voix de X`: X speaks.
    fn voice(&self, end: usize) -> Option<usize> {
        let at = (end..end + 4).find(|&k| self.is(k, ClauseWord::Mouthpiece))?;
        let by = at >= 2 && self.is(at - 2, ClauseWord::Agent);
        if by && self.class(at + 1).is(WordClass::OF) { self.mention_after(at + 1, 5) } else { None }
    }

    /// Where the bracket opens that ends right before item `v`: `X (PLR) assurant`.
    fn before_bracket(&self, v: usize) -> Option<usize> {
        const WORDS: usize = 5;
        let close = v.checked_sub(1).filter(|&k| self.mark(k) == Some(')'))?;
        (close.saturating_sub(WORDS)..close).rev().find(|&k| self.mark(k) == Some('('))
    }

    /// `a répondu à un fan déplorant son absence`: a participle right behind what may
    /// be its own subject, not behind a comma, *en* or another verb.
    fn is_of_noun(&self, v: usize) -> bool {
        let Some(k) = v.checked_sub(1).filter(|_| self.class(v).is(WordClass::PRESENT)) else { return false };
        let c = self.class(k);
        let closed = WordClass::AUX
            | WordClass::PREPOSITION
            | WordClass::CONJUNCTION
            | WordClass::THAT
            | WordClass::NEGATION
            | WordClass::CLITIC
            | WordClass::ADVERB;
        let word = self.s.token(self.prose, k).is_some_and(|t| t.kind == Kind::Word);
        self.s.quote(k).is_some()
            || word && !c.is(closed) && !self.is(k, ClauseWord::ClauseCoordinator) && !c.is(WordClass::VERB)
    }

    fn dependent(&self, v: usize, end: usize, before: &[Cue]) -> Option<Cue> {
        let class = self.class(v);
        // `le gouvernement assurant vouloir`, `la ministre leur répondant`: a participle with its
        // own subject right before it.
        let clitics = (0..v).rev().take_while(|&k| self.class(k).is(WordClass::CLITIC)).count();
        let at = self.before_bracket(v).unwrap_or(v - clitics);
        let own = class
            .is(WordClass::PRESENT)
            .then(|| self.range.clone().find(|&m| self.mention(m).items.end == at))
            .flatten()
            // `battu par X assurant`; of `le fils de X assurant` it is the son.
            .and_then(|m| if self.mention(m).governed { self.outermost(at - 1).or(Some(m)) } else { Some(m) });
        let subject = own;
        let subject = subject
            .or_else(|| {
                before
                    .iter()
                    .rev()
                    .find(|c| matches!(c.shape, Shape::Direct | Shape::Inverted | Shape::Dependent))
                    .and_then(|c| c.subject)
            })
            .or_else(|| self.subject_before(v));
        // `dont Y s'est fait l'écho en demandant`: a subject that came after the
        // last verb of saying is nearer.
        let last = before.last().map_or(0, |c| c.items.end);
        let nearer = self.range.clone().rfind(|&m| {
            let mention = self.mention(m);
            let end = mention.items.end;
            mention.items.start >= last
                && end <= v
                && !mention.governed
                && matches!(mention.what, What::Name(_) | What::Pronoun)
                && (end..end + 2).any(|k| {
                    self.class(k).is(WordClass::AUX | WordClass::REFLEXIVE) || self.class(k).verb(WordClass::FINITE)
                })
        });
        // `du président, qui s'en prend à la ville en affirmant`: the clause is
        // that of the relative pronoun, up to the next comma.
        let relative = (last..v)
            .rev()
            .take_while(|&k| self.mark(k).is_none() && self.s.quote(k).is_none())
            .find(|&k| self.class(k).is(WordClass::WHO))
            .filter(|_| self.class(v).is(WordClass::PRESENT))
            .and_then(|k| self.antecedent(k));
        let led = self.voice(end).or(nearer).or(relative);
        let mut cue = self.cue(Shape::Dependent, v..end, led.or(subject));
        cue.class = class;
        cue.loose = led.is_none() && own.is_none() && self.is_of_noun(v);
        // `appelle X à dire`: an infinitive far from any speech verb is weak.
        Some(cue)
    }
}

/// Participles that say something only in the passive: `traité de « … » par X`.
fn is_called(word: &str) -> bool {
    Tags::of(word).is(ClauseWord::Depicted)
}

/// Forms that put a statement in doubt.
pub(super) fn is_conditional(word: &str) -> bool {
    Tags::of(word).is(ClauseWord::Conditional)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conditional_is_a_closed_list() {
        assert!(is_conditional("pourrait") && !is_conditional("peut"));
    }
}
