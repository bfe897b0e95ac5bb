//! The names of one text while the rules are at work on them: words, scores
//! and drafts, with quick answers to who covers which word.

use super::crf::{self, Model, Scores};
use super::gazetteer::{Gazetteer, extend, list, start};
use super::hash::hash_word;
use super::memo::Memo;
use super::types::EntityKind;
use super::words::{Word, WordClass, Words};
use super::{rule, world};
use crate::lang::{self, Grammar, Set, Topic};
use crate::text::Span;

/// A name that may still change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft {
    /// First word (index).
    pub(crate) from: usize,
    /// One past the last word.
    pub(crate) to: usize,
    /// What it names.
    pub(crate) kind: EntityKind,
    /// What found it or changed it last.
    pub(super) rule: &'static str,
    /// Entry of the world knowledge.
    pub(super) entry: Option<u32>,
    /// Rules that vote leave the kind alone.
    pub(super) fixed: bool,
    /// Cited as a source.
    pub(super) cited: bool,
}

/// A text under work.
pub(crate) struct Page<'t> {
    gazetteer: Gazetteer<'t>,
    /// The text.
    pub(super) text: &'t str,
    /// Its words.
    pub(super) words: Words,
    scores: Vec<Scores>,
    sentence: Vec<u32>,
    drafts: Vec<Option<Draft>>,
    /// For each word the draft that covers it, plus one.
    cover: Vec<u32>,
    /// For each first word of a name that was chosen, whether without a doubt; empty before any was.
    told: Vec<Option<bool>>,
}

impl<'t> Page<'t> {
    /// Reads the zones of a text with a model; what is remembered of words is of
    /// that model and these lists.
    pub(crate) fn new(
        text: &'t str,
        zones: &[Span],
        model: &Model<'_>,
        gazetteer: Gazetteer<'t>,
        memo: &mut Memo,
    ) -> Self {
        let words = Words::remembered(text, zones, gazetteer, memo);
        let scores = model.scores(&words, memo);
        let mut sentence = vec![0; words.words.len()];
        for (n, &(from, to)) in words.sentences.iter().enumerate() {
            sentence[from..to].fill(n as u32);
        }
        let found = model.decode(&words, &scores);
        let cover = vec![0; words.words.len()];
        let mut page = Self { gazetteer, text, words, scores, sentence, drafts: Vec::new(), cover, told: Vec::new() };
        for f in found {
            page.put(f.from, f.to, f.kind, "model");
        }
        if page.words.caseless.contains(&true) {
            let Self { words, cover, .. } = &mut page;
            words.restore_case(|i| cover[i] != 0);
        }
        page
    }

    /// How many words.
    pub(super) fn len(&self) -> usize {
        self.words.words.len()
    }

    /// A word; beyond the ends the last one's neighbours do not exist.
    pub(super) fn word(&self, i: usize) -> Option<&Word> {
        self.words.words.get(i)
    }

    /// Spelling of a word, empty beyond the ends.
    pub(super) fn spelling(&self, i: usize) -> &'t str {
        self.word(i).map_or("", |w| w.span.of(self.text))
    }

    /// True when the word, as it is written, can be of one of the classes.
    pub(super) fn is<C: Topic>(&self, i: usize, classes: impl Into<Set<C>>) -> bool {
        self.word(i).is_some_and(|w| w.tags.is(classes))
    }

    /// True when the word is one of the classes and has a capital at its head
    /// (`Des`, not `DES`), or the capitals that the lexicon writes (`CEO`).
    pub(super) fn is_capitalised<C: Topic>(&self, i: usize, classes: impl Into<Set<C>>) -> bool {
        let head = |w: &Word| matches!(w.class, WordClass::Initial | WordClass::Capitalised | WordClass::Camel);
        let classes = classes.into();
        self.word(i).is_some_and(|w| head(w) && w.lower.is(classes) || w.class.is_capital() && w.tags.is(classes))
    }

    /// True when the word is one of the classes, whatever its capitals.
    pub(super) fn is_in_any_case<C: Topic>(&self, i: usize, classes: impl Into<Set<C>>) -> bool {
        self.word(i).is_some_and(|w| w.lower.is(classes))
    }

    /// True when the word has a capital anywhere; in a sentence whose capitals
    /// say nothing, when it is part of a name.
    pub(super) fn has_capital(&self, i: usize) -> bool {
        if self.is_caseless(i) { self.is_capital(i) } else { self.spelling(i).chars().any(char::is_uppercase) }
    }

    /// True in a sentence whose capitals say nothing.
    pub(super) fn is_caseless(&self, i: usize) -> bool {
        self.sentence.get(i).is_some_and(|s| self.words.caseless[*s as usize])
    }

    /// Class of a word.
    pub(super) fn class(&self, i: usize) -> WordClass {
        self.word(i).map_or(WordClass::Sign, |w| w.class)
    }

    /// True when the word begins with a capital.
    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.word(i).is_some_and(|w| w.class.is_capital())
    }

    /// The word before `i` in its sentence.
    pub(super) fn before(&self, i: usize) -> Option<usize> {
        let j = i.checked_sub(1)?;
        (self.sentence.get(i) == self.sentence.get(j)).then_some(j)
    }

    /// The word at `i` when it stands in the sentence of the word before it.
    pub(super) fn after(&self, i: usize) -> Option<usize> {
        let j = i.checked_sub(1)?;
        (i < self.len() && self.sentence.get(i) == self.sentence.get(j)).then_some(i)
    }

    /// True when the words belong to one sentence.
    pub(super) fn together(&self, from: usize, to: usize) -> bool {
        to > from && to <= self.len() && self.sentence.get(from) == self.sentence.get(to - 1)
    }

    /// True when the word opens its sentence, a quotation or a list item.
    pub(super) fn opens(&self, i: usize) -> bool {
        self.before(i).is_none_or(|j| self.class(j) > WordClass::NumberMixed)
    }

    /// True in a sentence of capitals.
    pub(super) fn shouted(&self, i: usize) -> bool {
        self.sentence.get(i).is_some_and(|s| self.words.shouted[*s as usize])
    }

    /// Where a range of words stands.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        match (self.word(from), self.word(to.saturating_sub(1))) {
            (Some(a), Some(b)) => a.span.join(b.span),
            _ => Span::default(),
        }
    }

    /// The text of a range of words.
    pub(super) fn surface(&self, from: usize, to: usize) -> &'t str {
        self.span(from, to).of(self.text)
    }

    /// Identity of a word: its folded spelling, its digits kept apart (`A86` is
    /// not `A13`).
    pub(super) fn id(&self, i: usize) -> u64 {
        self.word(i).map_or(0, |w| {
            let digits = matches!(
                w.class,
                WordClass::Year
                    | WordClass::Day
                    | WordClass::Number
                    | WordClass::NumberMixed
                    | WordClass::CapitalsMixed
            );
            // "M6" has the class of an initial.
            let short = w.class == WordClass::Initial && self.spelling(i).ends_with(|c: char| c.is_ascii_digit());
            if digits || short { w.exact } else { w.fold }
        })
    }

    /// Key of a range of words: the same for spellings that fold alike.
    pub(super) fn key(&self, from: usize, to: usize) -> u64 {
        world::key((from..to).map(|i| self.id(i)))
    }

    /// Key of a range of words under which hyphens and spaces are one.
    pub(super) fn loose_key(&self, from: usize, to: usize) -> u64 {
        hash_word(crate::text::fold(self.surface(from, to)).trim().as_bytes())
    }

    /// A town with the article that its name has and that stands before it, by
    /// itself or taken in by a preposition: `Le Havre` where the text has `du Havre`.
    pub(super) fn with_article(&self, from: usize, to: usize) -> Option<String> {
        let article = self.article_before(from, to)?;
        let city = |key: u64| self.gazetteer.lists(key) & list::CITY != 0;
        let key = |first: u64, rest: std::ops::Range<usize>| {
            rest.fold(start(first), |key, i| extend(key, self.word(i).map_or(0, |w| w.fold)))
        };
        let listed = city(key(hash_word(article.as_bytes()), from..to));
        let alone = city(key(self.word(from)?.fold, from + 1..to));
        if listed && !alone { self.behind_article(&article, from, to) } else { None }
    }

    /// The same of a name that is known with its article: `Le Figaro` where the text has
    /// `au Figaro`.
    pub(super) fn known_with_article(&self, from: usize, to: usize, entry: u32) -> Option<String> {
        let whole = self.behind_article(&self.article_before(from, to)?, from, to)?;
        (world::World::get().entry_of(&whole) == Some(entry)).then_some(whole)
    }

    /// The article before a name, by itself or taken in by a preposition.
    fn article_before(&self, from: usize, to: usize) -> Option<String> {
        let articles = Grammar::ContractedGenitive | Grammar::ContractedDative | Grammar::Article;
        let before = self.before(from).filter(|b| self.is_in_any_case(*b, articles))?;
        let written = self.surface(before, to).to_lowercase();
        let whole = lang::all().find_map(|l| l.uncontracted(&written)).unwrap_or(written);
        whole.split(' ').next().map(str::to_owned)
    }

    fn behind_article(&self, article: &str, from: usize, to: usize) -> Option<String> {
        let mut head = article.chars();
        let capital = head.next()?.to_uppercase();
        Some(format!("{capital}{} {}", head.as_str(), self.surface(from, to)))
    }

    /// How the model's scores speak for each kind.
    pub(super) fn support(&self, from: usize, to: usize) -> [f32; 4] {
        crf::support(&self.scores[from..to])
    }

    /// How clearly the scores speak for a draft: against no name at all, and
    /// against the best other kind, whichever is less.
    pub(super) fn margin(&self, d: Draft) -> f32 {
        let support = self.support(d.from, d.to);
        let own = support[d.kind as usize];
        let others = (0..support.len()).filter(|&k| k != d.kind as usize).map(|k| support[k]);
        others.fold(own, |margin, other| margin.min(own - other))
    }

    /// Stretches of words, in sentences whose capitals say something, that the model finds a name with at least
    /// this probability.
    pub(super) fn spans(&self, model: &Model<'_>, least: f32) -> Vec<(crf::Found, f32)> {
        model.spans(&self.words, &self.scores, least)
    }

    /// Which sentence a word stands in, from 0.
    pub(super) fn sentence_number(&self, i: usize) -> u64 {
        self.sentence.get(i).map_or(0, |s| u64::from(*s))
    }

    /// Notes that the name that begins at a word was chosen, and whether without a doubt.
    pub(super) fn tell(&mut self, from: usize, sure: bool) {
        self.told.resize(self.words.words.len(), None);
        self.told[from] = Some(sure);
    }

    /// True for a name that must be shown as doubtful: by what was chosen, else by its margin.
    pub(super) fn is_doubtful(&self, d: Draft, margin: f32) -> bool {
        let told = self.told.get(d.from).copied().flatten();
        d.entry.is_none() && told.map_or_else(|| self.margin(d) < margin, |sure| !sure)
    }

    /// The draft that covers a word.
    pub(super) fn covering(&self, i: usize) -> Option<Draft> {
        let id = self.cover.get(i)?.checked_sub(1)?;
        self.drafts[id as usize]
    }

    /// True when no draft covers any of the words.
    pub(super) fn is_free(&self, from: usize, to: usize) -> bool {
        self.cover[from..to].iter().all(|c| *c == 0)
    }

    /// Makes a draft of the words; what overlaps it is dropped.
    pub(super) fn put(&mut self, from: usize, to: usize, kind: EntityKind, rule: &'static str) {
        self.set(Draft { from, to, kind, rule, entry: None, fixed: false, cited: false });
    }

    /// Places a draft; what overlaps it is dropped.
    pub(super) fn set(&mut self, draft: Draft) {
        debug_assert!(rule::is_listed(draft.rule), "{} has no row in the list of rules", draft.rule);
        if draft.from >= draft.to || draft.to > self.len() {
            return;
        }
        for i in draft.from..draft.to {
            self.clear(i);
        }
        self.drafts.push(Some(draft));
        self.cover[draft.from..draft.to].fill(self.drafts.len() as u32);
    }

    /// Drops the draft that covers a word.
    pub(super) fn clear(&mut self, i: usize) {
        if let Some(id) = self.cover.get(i).and_then(|c| c.checked_sub(1))
            && let Some(d) = self.drafts[id as usize].take()
        {
            self.cover[d.from..d.to].fill(0);
        }
    }

    /// Changes the draft that covers a word in place, its extent excepted.
    pub(super) fn change(&mut self, i: usize, change: impl FnOnce(&mut Draft)) {
        if let Some(id) = self.cover.get(i).and_then(|c| c.checked_sub(1))
            && let Some(d) = self.drafts[id as usize].as_mut()
        {
            change(d);
        }
    }

    /// The drafts in the order of the text.
    pub(crate) fn drafts(&self) -> Vec<Draft> {
        let mut out: Vec<Draft> = self.drafts.iter().copied().flatten().collect();
        out.sort_by_key(|d| d.from);
        out
    }
}
