//! Documents grouped into stories.

use super::signature::Signature;
use crate::corpus::DocKey;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// One document to be grouped.
#[derive(Clone, Copy, Debug)]
pub struct StoryInput<'a> {
    /// Its signature.
    pub signature: &'a Signature,
}

/// What the reader decided by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupOptions {
    /// Pairs that are one story whatever their texts say.
    pub together: Vec<(DocKey, DocKey)>,
    /// Pairs that are not one story whatever their texts say.
    pub apart: Vec<(DocKey, DocKey)>,
}

/// A document inside a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Index into the inputs.
    pub index: usize,
    /// Why it belongs.
    pub reason: String,
}

/// A document close to a story but outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Near {
    /// Index into the inputs.
    pub index: usize,
    /// Why it is close and why it stays outside.
    pub reason: String,
}

/// Reports of one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Story {
    /// Stable while its founding members stay together.
    pub id: String,
    /// Title of its central report.
    pub title: String,
    /// Members, earliest first.
    pub members: Vec<Member>,
    /// Close but outside.
    pub near: Vec<Near>,
    /// First day, when known.
    pub first: Option<Date>,
    /// Last day, when known.
    pub last: Option<Date>,
    /// The longer affair that it is part of: the identity of its first story.
    pub arc: Option<String>,
}

/// The result of grouping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stories {
    /// Every document is in exactly one story, alone if need be; latest
    /// stories first.
    pub stories: Vec<Story>,
    /// Pairs that are the same copy, by index.
    pub duplicates: Vec<(usize, usize)>,
    /// Documents that are the same copy, each list the earliest first.
    pub reprints: Vec<Vec<usize>>,
}

/// Groups documents into stories.
pub fn group(inputs: &[StoryInput<'_>], _options: &GroupOptions) -> Stories {
    let mut by_title: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, x) in inputs.iter().enumerate() {
        by_title.entry(&x.signature.title).or_default().push(i);
    }
    let stories = by_title
        .into_iter()
        .map(|(title, members)| Story {
            id: inputs[members[0]].signature.key.to_string(),
            title: title.to_owned(),
            first: members.iter().filter_map(|&i| inputs[i].signature.published).min(),
            last: members.iter().filter_map(|&i| inputs[i].signature.published).max(),
            members: members.into_iter().map(|index| Member { index, reason: "same title".into() }).collect(),
            near: Vec::new(),
            arc: None,
        })
        .collect();
    Stories { stories, duplicates: Vec::new(), reprints: Vec::new() }
}
