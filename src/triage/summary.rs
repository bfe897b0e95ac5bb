//! Entries said in words.
//!
//! One line an entry: what it was about, an arrow or a sign, what was done:
//! `12 articles → drop`, `Le titre +#une`.

use crate::entity::EntityKind;
use crate::triage::change::{Change, ClaimField, CleaningPlace, Decision, State, Target};
use crate::triage::held::{ChangesRef, EntryRef, WhatRef};
use crate::triage::ledger::Triage;
use crate::words::{Message, Plain, msg};
use std::collections::BTreeSet;

/// The short name of a target, such as the title of an article.
pub type Naming<'n> = dyn Fn(&Target) -> Option<String> + 'n;

/// A state in words.
pub fn state_name(state: State) -> Plain {
    match state {
        State::ToRead => msg::TRIAGE_STATE_TO_READ,
        State::Follow => msg::TRIAGE_STATE_FOLLOW,
        State::Keep => msg::TRIAGE_STATE_KEEP,
        State::Drop => msg::TRIAGE_STATE_DROP,
        State::Done => msg::TRIAGE_STATE_DONE,
    }
}

/// A claim in words.
pub fn claim_name(field: ClaimField) -> Plain {
    match field {
        ClaimField::Title => msg::TRIAGE_CLAIM_TITLE,
        ClaimField::Source => msg::TRIAGE_CLAIM_SOURCE,
        ClaimField::Author => msg::TRIAGE_CLAIM_AUTHOR,
        ClaimField::Agencies => msg::TRIAGE_CLAIM_AGENCIES,
        ClaimField::Published => msg::TRIAGE_CLAIM_PUBLISHED,
        ClaimField::EventDate => msg::TRIAGE_CLAIM_EVENT_DATE,
        ClaimField::Language => msg::TRIAGE_CLAIM_LANGUAGE,
        ClaimField::Url => msg::TRIAGE_CLAIM_URL,
    }
}

/// What a name of a kind is, in words.
pub fn name_kind(kind: EntityKind) -> Plain {
    match kind {
        EntityKind::Person => msg::VIEW_PERSON,
        EntityKind::Place => msg::VIEW_PLACE,
        EntityKind::Organisation => msg::VIEW_ORGANISATION,
        EntityKind::Misc => msg::VIEW_OTHER_NAME,
    }
}

/// Characters of a note or a title that a summary shows.
const SHOWN: usize = 60;

/// Kinds of change that one act says; the rest is only counted.
const KINDS: usize = 4;

/// One line for an entry; where a target has no name, the targets are counted.
pub fn sentence<'e>(entry: impl Into<EntryRef<'e>>, triage: &Triage, name: &Naming<'_>) -> Message {
    let undone = |act| triage.entry(act).map_or(msg::TRIAGE_ACT_UNKNOWN.into(), |e| act_words(e.changes(), name));
    match entry.into().what {
        WhatRef::Act(changes) => act_words(changes, name),
        WhatRef::Undo(act) => msg::triage_undone(undone(act)),
        WhatRef::Redo(act) => msg::triage_redone(undone(act)),
    }
}

fn act_words(changes: ChangesRef<'_>, name: &Naming<'_>) -> Message {
    let mut kinds: Vec<(Message, BTreeSet<&Target>)> = Vec::new();
    // Of a story, all that were put into it: also the one that the others joined.
    let joining = changes.iter().filter_map(|(_, change)| match change {
        Change::Decide(Decision::SameStory { with }) => Some(Target::Document(*with)),
        _ => None,
    });
    let joining: Vec<Target> = joining.collect();
    let mut with = joining.iter();
    for (target, change) in changes.iter() {
        let words = change_words(change);
        let known = kinds.iter().position(|(w, _)| *w == words);
        let place = known.unwrap_or_else(|| {
            match kinds.len() {
                ..KINDS => kinds.push((words, BTreeSet::new())),
                KINDS => kinds.push((msg::verbatim("…"), BTreeSet::new())),
                _ => {}
            }
            kinds.len() - 1
        });
        kinds[place].1.insert(target);
        if let Change::Decide(Decision::SameStory { .. }) = change {
            kinds[place].1.extend(with.next());
        }
    }
    let one = |(words, targets): (Message, BTreeSet<&Target>)| msg::triage_did(subject(&targets, name), words);
    joined(kinds.into_iter().map(one), msg::triage_and)
}

/// All in one; a dash when there are none.
fn joined(parts: impl DoubleEndedIterator<Item = Message>, join: fn(Message, Message) -> Message) -> Message {
    parts.rev().reduce(|rest, first| join(first, rest)).unwrap_or_else(|| msg::verbatim("—"))
}

fn subject(targets: &BTreeSet<&Target>, name: &Naming<'_>) -> Message {
    if let [one] = targets.iter().copied().collect::<Vec<_>>().as_slice() {
        return name(one).map_or_else(|| unnamed(one), |n| msg::verbatim(shorten(&n)));
    }
    let count = |f: fn(&Target) -> bool| targets.iter().filter(|t| f(t)).count();
    let articles = count(|t| matches!(t, Target::Document(_)));
    let stories = count(|t| matches!(t, Target::Story(_)));
    let others = targets.len() - articles - stories;
    let counted = [
        (articles, msg::article_count(articles)),
        (stories, msg::triage_stories(stories)),
        (others, msg::triage_others(others)),
    ];
    joined(counted.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| said), msg::triage_plus)
}

fn unnamed(target: &Target) -> Message {
    match target {
        Target::Document(k) => msg::triage_article(k.to_string().get(..8).unwrap_or_default()),
        Target::Story(s) => msg::triage_story(s),
        Target::Pair(..) => msg::TRIAGE_COMPARISON.into(),
        Target::Source(s) => msg::verbatim(shorten(s)),
        Target::Corpus => msg::TRIAGE_CORPUS.into(),
    }
}

/// What a change does, after the arrow or the sign.
pub fn change_words(change: &Change) -> Message {
    match change {
        Change::State(s) => msg::triage_judged(state_name(*s)),
        Change::Read(true) => msg::TRIAGE_READ.into(),
        Change::Read(false) => msg::TRIAGE_UNREAD.into(),
        Change::Tag(t) => msg::triage_tagged(shorten(t)),
        Change::Untag(t) => msg::triage_untagged(shorten(t)),
        Change::Note { text, .. } => msg::triage_note(shorten(text)),
        Change::EditNote { text, .. } => msg::triage_note_rewritten(shorten(text)),
        Change::MoveNote { .. } => msg::TRIAGE_NOTE_MOVED.into(),
        Change::DeleteNote(_) => msg::TRIAGE_NOTE_DELETED.into(),
        Change::Claim { field, value: Some(v) } => msg::triage_corrected(claim_name(*field), shorten(v)),
        Change::Claim { field, value: None } => msg::triage_uncorrected(claim_name(*field)),
        Change::Decide(d) => decision(d),
        Change::Retract(d) => msg::triage_retracted(decision(d)),
    }
}

fn decision(d: &Decision) -> Message {
    let place = |p: &CleaningPlace| match p {
        CleaningPlace::Span(s) => format!("{}–{}", s.start, s.end),
        CleaningPlace::Rule(words) | CleaningPlace::Line(words) => shorten(words),
    };
    match d {
        Decision::SameName { form, name } => msg::triage_same_name(shorten(form), shorten(name)),
        Decision::OtherName { form, name } => msg::triage_other_name(shorten(form), shorten(name)),
        Decision::NameKind { name, kind } => match EntityKind::from_name(kind) {
            Some(kind) => msg::triage_name_kind(shorten(name), name_kind(kind)),
            None => msg::triage_name_kind(shorten(name), shorten(kind)),
        },
        Decision::Called { name, called } => msg::triage_called(shorten(name), shorten(called)),
        Decision::NotAName { form } => msg::triage_not_a_name(shorten(form)),
        Decision::SameStory { .. } => msg::TRIAGE_JOINS_STORY.into(),
        Decision::OtherStory { .. } => msg::TRIAGE_LEAVES_STORY.into(),
        Decision::PutBack { place: p } => msg::triage_put_back(place(p)),
        Decision::TakeOut { place: p } => msg::triage_taken_out(place(p)),
        Decision::Pin { .. } => msg::TRIAGE_PINNED.into(),
        Decision::Search { name, query } => msg::triage_search(shorten(name), shorten(query)),
        Decision::Following { address, .. } => msg::triage_following(shorten(address)),
    }
}

fn shorten(s: &str) -> String {
    let s = crate::text::sanitise::one_line(s);
    match s.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", s[..cut].trim_end()),
        None => s,
    }
}
