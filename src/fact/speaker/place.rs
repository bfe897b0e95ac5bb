//! Where else a candidate stands: in the sentence before, beside a description,
//! in the title, long ago; and who else is called what it is called.

use super::evidence::{Evidence, Sign};
use super::rank::{Choice, Place};
use super::referent::stem;
use super::resolver::Resolver;
use crate::corpus::LineKind;
use crate::entity::EntityKind;
use crate::fact::lexicon::WordClass;
use crate::fact::mention::{Mention, What, Who};
use crate::fact::quote::Quote;
use crate::text::Span;

/// Mentions before a description that are looked through for its head.
const HEADS: usize = 200;

/// The most sentences that a name can be away.
const AGO: usize = 40;

impl Resolver<'_, '_, '_> {
    pub(super) fn where_else_it_stands(&self, e: &mut Evidence, c: &Choice, at: Place, quote: &Quote) {
        e.flag(Sign::Far, c.far);
        self.in_the_sentence_before(e, c, at);
        self.beside(e, c, at);
        if let Some(m) = c.mention.filter(|&m| self.mention(m).what == What::Noun) {
            self.who_else_is_called_so(e, c, m);
        }
        e.flag(Sign::TitleRubric, self.is_rubric(c, at));
        let Who::Entity(entity) = c.who else { return };
        let Some(entity) = self.frame.entities.get(entity) else { return };
        let sentences = &self.frame.sentences;
        let last = entity.mentions.iter().map(|m| m.span.start).filter(|&start| start < quote.outer.start).max();
        match last.map(|start| sentences.partition_point(|s| s.span.end <= start)) {
            Some(n) => e.set(Sign::NamedAgo, (at.sentence.saturating_sub(n).min(AGO) as f32).ln_1p()),
            None => e.flag(Sign::NotNamedYet, true),
        }
        let title = |span: Span| {
            let zones = &self.frame.prose.zones;
            let k = zones.partition_point(|z| z.span.end <= span.start);
            zones.get(k).is_some_and(|z| z.kind == LineKind::Title && z.span.start <= span.start)
        };
        let titled = entity.kind == EntityKind::Person && entity.mentions.iter().take(AGO).any(|m| title(m.span));
        e.flag(Sign::InTitle, titled);
        e.flag(Sign::TitleOfOwn, titled && title(quote.outer));
        let own = &sentences[at.sentence];
        let line = |k: Option<usize>| k.and_then(|k| sentences.get(k)).map(|s| s.line);
        let alone = own.items.len() <= 2
            && line(at.sentence.checked_sub(1)) != Some(own.line)
            && line(Some(at.sentence + 1)) != Some(own.line);
        let most = self.frame.entities.iter().filter(|o| o.kind == EntityKind::Person).map(|o| o.mentions.len()).max();
        let named_most = entity.kind == EntityKind::Person && most == Some(entity.mentions.len());
        e.flag(Sign::ParagraphOfMostNamed, alone && named_most);
    }

    /// What a title is about, before its colon.
    fn is_rubric(&self, c: &Choice, at: Place) -> bool {
        let (prose, s) = (self.frame.prose, &self.frame.sentences[at.sentence]);
        let zone = prose.zones.get(prose.zones.partition_point(|z| z.span.end <= s.span.start));
        let titled = zone.is_some_and(|z| z.kind == LineKind::Title && z.line == s.line);
        let colon = at.item.checked_sub(1).filter(|&k| s.mark(prose, k) == Some(':'));
        let before = |m: usize| Some(self.mention(m).items.end) == colon && self.mention(m).items.start <= 1;
        let here = self.frame.of_sentence[at.sentence].clone();
        titled && !self.is_somebody(c.who) && here.filter(|&m| self.who[m] == Some(c.who)).any(before)
    }

    fn in_the_sentence_before(&self, e: &mut Evidence, c: &Choice, at: Place) {
        let Some(before) = at.sentence.checked_sub(1) else { return };
        let is = |m: usize| self.who[m] == Some(c.who);
        e.flag(Sign::SubjectBefore, self.frame.main_subject(before).is_some_and(is));
        e.flag(Sign::SpeaksBefore, self.frame.cues[before].iter().filter_map(|x| x.subject).any(is));
        e.flag(Sign::StandsBefore, self.frame.of_sentence[before].clone().any(is));
    }

    /// `le forain Karl Tocquard`, `Karl Tocquard, forain`: a name and a description
    /// with a comma or nothing between.
    fn beside(&self, e: &mut Evidence, c: &Choice, at: Place) {
        let (prose, s) = (self.frame.prose, &self.frame.sentences[at.sentence]);
        let here = self.frame.of_sentence[at.sentence].clone();
        let joined = |a: &Mention, b: &Mention| {
            let (first, second) = if a.items.start <= b.items.start { (a, b) } else { (b, a) };
            let gap = second.items.start.saturating_sub(first.items.end);
            first.items.end <= second.items.start
                && (gap == 0 || gap == 1 && s.mark(prose, first.items.end) == Some(','))
        };
        let describes = |m: &Mention| m.what == What::Noun && !m.plural && m.role.is(WordClass::PERSON);
        let names = |m: &Mention| matches!(m.what, What::Name(_)) && m.who.is_some_and(|who| self.is_somebody(who));
        match c.who {
            Who::Noun(_) => {
                let own = c.mention.filter(|m| here.contains(m)).map(|m| self.mention(m)).filter(|m| describes(m));
                let named =
                    own.is_some_and(|own| here.clone().map(|o| self.mention(o)).any(|o| names(o) && joined(own, o)));
                e.flag(Sign::NamedBeside, named);
            }
            Who::Entity(_) => {
                let speaks = |m: usize| self.frame.cues[at.sentence].iter().any(|x| x.subject == Some(m));
                let described =
                    here.clone().filter(|&m| self.who[m] == Some(c.who) && names(self.mention(m))).any(|m| {
                        here.clone().any(|o| {
                            describes(self.mention(o)) && joined(self.mention(m), self.mention(o)) && speaks(o)
                        })
                    });
                e.flag(Sign::DescribedBeside, described);
            }
        }
    }

    /// Whether others were called by the head of the description `m` before it.
    fn who_else_is_called_so(&self, e: &mut Evidence, c: &Choice, m: usize) {
        let head = stem(&self.mention(m).head);
        let before = self.frame.mentions.iter().take(m).rev().take(HEADS).enumerate();
        let same = |o: &Mention| o.what == What::Noun && !o.head.is_empty() && stem(&o.head) == head;
        let mut others = before.map(|(k, o)| (m - 1 - k, o)).filter(|(_, o)| same(o));
        match c.who {
            Who::Entity(_) => {
                e.flag(Sign::HeadOfOther, others.any(|(o, _)| self.who[o].is_some_and(|who| who != c.who)));
            }
            Who::Noun(_) => e.flag(Sign::HeadIntroduced, others.any(|(o, _)| self.is_new(o))),
        }
    }
}
