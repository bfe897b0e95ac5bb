//! What grouping gives: stories with their members, near-duplicates, reprints.

use crate::words::Message;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A document inside a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// Index into the inputs.
    pub index: usize,
    /// Why it belongs.
    pub reason: Message,
}

/// A document close to a story but outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Near {
    /// Index into the inputs.
    pub index: usize,
    /// Why it is close and why it stays outside.
    pub reason: Message,
}

/// Reports of one event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// Stable: made of the two members most alike, or kept from before.
    pub id: String,
    /// Title of its central report.
    pub title: String,
    /// Members, earliest first.
    pub members: Vec<Member>,
    /// Close but outside, closest first; behind them those that came since
    /// all were grouped at once.
    pub near: Vec<Near>,
    /// Day of the first publication, when known.
    pub first: Option<Date>,
    /// Day of the last publication, when known.
    pub last: Option<Date>,
    /// The longer affair that it is part of: the identity of its first story.
    pub arc: Option<String>,
}

/// The result of grouping.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stories {
    /// Every document is in exactly one story, alone if need be; the largest
    /// first.
    pub stories: Vec<Story>,
    /// Pairs that are the same copy, by index.
    pub duplicates: Vec<(usize, usize)>,
    /// Documents that are the same copy, each list the earliest first.
    pub reprints: Vec<Vec<usize>>,
    /// Documents that came or went since all were grouped at once.
    pub strayed: usize,
}

/// Puts stories into their order: the largest first, of these the latest.
pub(crate) fn in_order(stories: &mut [Story]) {
    stories.sort_by(|x, y| (y.members.len(), y.last).cmp(&(x.members.len(), x.last)).then_with(|| x.id.cmp(&y.id)));
}
