//! Stories when a few documents came or went: these are put into the stories
//! that there are, and the rest stays as it is. What grouping all of them
//! anew finds may differ, so that is done when enough have strayed.

use super::executor::Executor;
use super::grouper::{Grouper, Like};
use super::index::{WINDOW, day};
use super::membership::{ALONE, identity, outside, why};
use super::signature::Signature;
use super::stories::{Member, Near, Stories, Story, in_order};
use crate::words::msg;
use std::collections::{HashMap, HashSet};

/// Documents below which all are grouped anew: that takes half a second.
const FEWEST: usize = 3_000;
/// One in so many may have strayed before all are grouped anew.
const STRAYED: usize = 20;

/// The days of documents that can have a part in where others belong: what
/// they may be like, and what that in turn may be like.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    any: bool,
    days: Option<(i32, i32)>,
}

impl Reach {
    /// Around these documents.
    pub fn around<'s>(new: impl IntoIterator<Item = &'s Signature>) -> Self {
        let mut out = Self { any: false, days: None };
        for s in new {
            match (day(s), &mut out.days) {
                (None, _) => out.any = true,
                (Some(d), Some((from, to))) => (*from, *to) = ((*from).min(d), (*to).max(d)),
                (Some(d), none) => *none = Some((d, d)),
            }
        }
        let far = 2 * WINDOW as i32;
        out.days = out.days.map(|(from, to)| (from.saturating_sub(far), to.saturating_add(far)));
        out
    }

    /// True when the document is to be looked at.
    pub fn holds(&self, s: &Signature) -> bool {
        self.any || self.days.is_some_and(|(from, to)| day(s).is_none_or(|d| (from..=to).contains(&d)))
    }
}

/// True when documents that came or went may be put into stories of so many
/// documents, of which some have strayed before.
pub fn may_be_extended(documents: usize, strayed: usize, came_or_went: usize) -> bool {
    documents >= FEWEST && (strayed + came_or_went) * STRAYED <= documents
}

impl Stories {
    /// The stories with other numbers for their documents; one without a
    /// number has gone.
    pub fn renumbered(&self, number: &dyn Fn(usize) -> Option<usize>) -> Self {
        let story = |s: &Story| {
            let members = s.members.iter().filter_map(|m| Some(Member { index: number(m.index)?, ..m.clone() }));
            let near = s.near.iter().filter_map(|n| Some(Near { index: number(n.index)?, ..n.clone() }));
            let mut out = Story { members: members.collect(), near: near.collect(), ..s.clone() };
            if let ([one], true) = (&mut out.members[..], s.members.len() > 1) {
                one.reason = ALONE.into();
            }
            (!out.members.is_empty()).then_some(out)
        };
        let reprints = self.reprints.iter().map(|g| g.iter().filter_map(|i| number(*i)).collect::<Vec<_>>());
        let mut out = Self {
            stories: self.stories.iter().filter_map(story).collect(),
            duplicates: self.duplicates.iter().filter_map(|(i, j)| Some((number(*i)?, number(*j)?))).collect(),
            reprints: reprints.filter(|g| g.len() > 1).collect(),
            strayed: self.strayed,
        };
        let members = |s: &Self| s.stories.iter().map(|s| s.members.len()).sum::<usize>();
        out.strayed += members(self) - members(&out);
        in_order(&mut out.stories);
        out
    }

    /// Numbers of the documents whose signatures are needed beside `some`:
    /// whoever shares a story with one of those.
    pub fn companions(&self, some: &HashSet<usize>) -> Vec<usize> {
        let touched = self.stories.iter().filter(|s| s.members.iter().any(|m| some.contains(&m.index)));
        touched.flat_map(|s| &s.members).map(|m| m.index).filter(|i| !some.contains(i)).collect()
    }

    /// The stories with new documents, each with its number. `known` are those
    /// of the others that are in reach and their companions.
    pub fn extended(
        &self,
        known: Vec<(usize, Signature)>,
        new: Vec<(usize, Signature)>,
        executor: &dyn Executor,
    ) -> Self {
        let mut new = new;
        new.sort_by_key(|(_, s)| (s.day(), s.key));
        let place: HashMap<usize, usize> = known.iter().enumerate().map(|(k, (i, _))| (*i, k)).collect();
        let (mut numbers, known): (Vec<usize>, Vec<Signature>) = known.into_iter().unzip();
        let mut out = self.clone();
        let (mut touched, mut members) = (Vec::new(), Vec::new());
        for (s, story) in self.stories.iter().enumerate() {
            let inside: Vec<usize> = story.members.iter().filter_map(|m| place.get(&m.index).copied()).collect();
            if !inside.is_empty() {
                touched.push(s);
                members.push(inside);
            }
        }
        let mut grouper = Grouper::resumed(known, members, executor);
        for (number, signature) in new {
            numbers.push(number);
            let placed = grouper.add(signature);
            let own = grouper.document(placed.document);
            let reason = |l: &Like| why(own, grouper.document(l.most.0), l.most.1);
            match (touched.get(placed.story), &placed.like) {
                (Some(&s), Some(like)) => {
                    let story = &mut out.stories[s];
                    if let [other] = &mut story.members[..] {
                        let first = grouper.document(like.most.0);
                        other.reason = why(first, own, like.most.1);
                        story.id = identity(first, own);
                    }
                    story.members.push(Member { index: number, reason: reason(like) });
                }
                (_, close) => {
                    if let Some((s, like)) = close.as_ref().and_then(|l| Some((*touched.get(l.story)?, l))) {
                        let days = day(grouper.document(like.most.0)).map(|d| (d, d));
                        let reason = msg::reason_and(reason(like), outside(like.mean, own, days, false));
                        out.stories[s].near.push(Near { index: number, reason });
                    }
                    touched.push(out.stories.len());
                    out.stories.push(Story {
                        id: identity(own, own),
                        title: own.title.to_string(),
                        members: vec![Member { index: number, reason: ALONE.into() }],
                        near: Vec::new(),
                        first: None,
                        last: None,
                        arc: None,
                    });
                }
            }
            if let Some(copy) = placed.copy_of {
                out.copied(numbers[copy], number);
            }
        }
        let place: HashMap<usize, usize> = numbers.iter().enumerate().map(|(k, i)| (*i, k)).collect();
        let signature = |i: usize| place.get(&i).map(|k| grouper.document(*k));
        for s in touched {
            let story = &mut out.stories[s];
            story.members.sort_by_key(|m| signature(m.index).map(|s| (s.day(), s.key)));
            let days = || story.members.iter().filter_map(|m| signature(m.index)?.published);
            (story.first, story.last) = (days().min(), days().max());
        }
        out.strayed += numbers.len() - grouper.settled_documents();
        in_order(&mut out.stories);
        out
    }

    /// Takes note that a new document is a copy of another.
    fn copied(&mut self, of: usize, new: usize) {
        self.duplicates.push((of.min(new), of.max(new)));
        match self.reprints.iter_mut().find(|g| g.contains(&of)) {
            Some(group) => group.push(new),
            None => self.reprints.push(vec![of, new]),
        }
    }
}
