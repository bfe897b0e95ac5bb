//! What speaks for a speaker, and how much: weights in tenths. Each is a reason
//! that can be shown.

use crate::words::{Plain, msg};

pub(super) const BEHIND: (Plain, i32) = (msg::SPEAKER_BEHIND, 80);
pub(super) const AGENT: (Plain, i32) = (msg::SPEAKER_AGENT, 72);
pub(super) const ASIDE: (Plain, i32) = (msg::SPEAKER_ASIDE, 70);
pub(super) const JOINED: (Plain, i32) = (msg::SPEAKER_JOINED, 44);
pub(super) const PASSIVE: (Plain, i32) = (msg::SPEAKER_PASSIVE, 26);
pub(super) const INSIDE: (Plain, i32) = (msg::SPEAKER_INSIDE, 74);
pub(super) const SOURCE: (Plain, i32) = (msg::SPEAKER_SOURCE, 56);
pub(super) const CLOSING: (Plain, i32) = (msg::SPEAKER_CLOSING, 66);
pub(super) const BEHIND_FAR: (Plain, i32) = (msg::SPEAKER_BEHIND_FAR, 52);
pub(super) const BEHIND_DIRECT: (Plain, i32) = (msg::SPEAKER_BEHIND_DIRECT, 70);
pub(super) const BEHIND_OTHER: (Plain, i32) = (msg::SPEAKER_BEHIND_OTHER, 12);
pub(super) const BEFORE_NEAR: (Plain, i32) = (msg::SPEAKER_BEFORE_NEAR, 62);
pub(super) const BEFORE_FAR: (Plain, i32) = (msg::SPEAKER_BEFORE_FAR, 45);
pub(super) const BETWEEN: (Plain, i32) = (msg::SPEAKER_BETWEEN, 46);
pub(super) const ACCORDANCE_NEAR: (Plain, i32) = (msg::SPEAKER_ACCORDANCE_NEAR, 64);
pub(super) const ACCORDANCE: (Plain, i32) = (msg::SPEAKER_ACCORDANCE, 40);
pub(super) const COLON: (Plain, i32) = (msg::SPEAKER_COLON, 56);
pub(super) const SUBJECT: (Plain, i32) = (msg::SPEAKER_SUBJECT, 22);
pub(super) const QUOTED_VERB: (Plain, i32) = (msg::SPEAKER_QUOTED_VERB, 38);
pub(super) const CLAUSE: (Plain, i32) = (msg::SPEAKER_CLAUSE, 8);
pub(super) const CONTINUES: (Plain, i32) = (msg::SPEAKER_CONTINUES, 34);
pub(super) const SUBJECT_BEFORE: (Plain, i32) = (msg::SPEAKER_SUBJECT_BEFORE, 16);
pub(super) const COLON_BEFORE: (Plain, i32) = (msg::SPEAKER_COLON_BEFORE, 50);
pub(super) const REPORTED: (Plain, i32) = (msg::SPEAKER_REPORTED, 14);
pub(super) const SAME_WORDS: (Plain, i32) = (msg::SPEAKER_SAME_WORDS, 30);
pub(super) const HEADING: (Plain, i32) = (msg::SPEAKER_HEADING, 24);
pub(super) const INTERVIEW: (Plain, i32) = (msg::SPEAKER_INTERVIEW, 24);
pub(super) const ONLY: (Plain, i32) = (msg::SPEAKER_ONLY, 20);
pub(super) const PERSON: (Plain, i32) = (msg::SPEAKER_PERSON, 6);
pub(super) const ORGANISATION: (Plain, i32) = (msg::SPEAKER_ORGANISATION, 2);
pub(super) const PLACE: (Plain, i32) = (msg::SPEAKER_PLACE, -6);
pub(super) const THING: (Plain, i32) = (msg::SPEAKER_THING, -14);
pub(super) const DOCUMENT: (Plain, i32) = (msg::SPEAKER_DOCUMENT, -12);
pub(super) const MESSAGE: (Plain, i32) = (msg::SPEAKER_MESSAGE, -22);
pub(super) const GOVERNED: (Plain, i32) = (msg::SPEAKER_GOVERNED, -14);
pub(super) const NEARER: (Plain, i32) = (msg::SPEAKER_NEARER, -22);

/// `pouvait-on lire`: said by nobody that the text names.
pub(super) const NOBODY: Plain = msg::SPEAKER_NOBODY;

/// The least sum that names a speaker.
pub(super) const FLOOR: i32 = 18;

/// The least sum of a speaker that the text states.
pub(super) const STATED: i32 = 40;
