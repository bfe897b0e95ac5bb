//! What speaks for a speaker, and how much: weights in tenths. Each is a reason
//! that can be shown.

pub(super) const BEHIND: (&str, i32) = ("verb of saying right behind the quotation", 80);
pub(super) const AGENT: (&str, i32) = ("named with par behind the participle", 72);
pub(super) const ASIDE: (&str, i32) = ("verb of saying between commas before the quotation", 70);
pub(super) const JOINED: (&str, i32) = ("joined to the quotation before", 44);
pub(super) const PASSIVE: (&str, i32) = ("a passive verb of saying goes on with who spoke", 26);
pub(super) const INSIDE: (&str, i32) = ("verb of saying between commas inside the quotation", 74);
pub(super) const SOURCE: (&str, i32) = ("selon, at the end of the sentence", 56);
pub(super) const CLOSING: (&str, i32) = ("verb of saying that closes the sentence", 66);
pub(super) const BEHIND_FAR: (&str, i32) = ("verb of saying at the end of the sentence", 52);
pub(super) const BEHIND_DIRECT: (&str, i32) = ("subject and verb of saying behind the quotation", 70);
pub(super) const BEHIND_OTHER: (&str, i32) = ("another verb of saying behind the quotation", 12);
pub(super) const BEFORE_NEAR: (&str, i32) = ("subject of the verb of saying before the quotation", 62);
pub(super) const BEFORE_FAR: (&str, i32) = ("subject of a verb of saying earlier in the sentence", 45);
pub(super) const BETWEEN: (&str, i32) = ("speaker of the first half of the quotation", 46);
pub(super) const ACCORDANCE_NEAR: (&str, i32) = ("selon, right beside the quotation", 64);
pub(super) const ACCORDANCE: (&str, i32) = ("selon, in the same sentence", 40);
pub(super) const COLON: (&str, i32) = ("name before a colon", 56);
pub(super) const SUBJECT: (&str, i32) = ("subject of the sentence", 22);
pub(super) const QUOTED_VERB: (&str, i32) = ("subject of the verb that the quotation begins with", 38);
pub(super) const CLAUSE: (&str, i32) = ("subject of the clause around the quotation", 8);
pub(super) const CONTINUES: (&str, i32) = ("same speaker as the quotation before", 34);
pub(super) const SUBJECT_BEFORE: (&str, i32) = ("subject of the sentence before", 16);
pub(super) const COLON_BEFORE: (&str, i32) = ("announced by the paragraph before", 50);
pub(super) const REPORTED: (&str, i32) = ("speaker of the sentence before", 14);
pub(super) const SAME_WORDS: (&str, i32) = ("the same words are quoted from them elsewhere", 30);
pub(super) const HEADING: (&str, i32) = ("speaker of the quotation that follows", 24);
pub(super) const ONLY: (&str, i32) = ("the only one whom the text quotes", 20);
pub(super) const PERSON: (&str, i32) = ("a person", 6);
pub(super) const ORGANISATION: (&str, i32) = ("an organisation", 2);
pub(super) const PLACE: (&str, i32) = ("a place", -6);
pub(super) const THING: (&str, i32) = ("a thing", -14);
pub(super) const DOCUMENT: (&str, i32) = ("a document", -12);
pub(super) const MESSAGE: (&str, i32) = ("a message, sent by somebody", -22);
pub(super) const GOVERNED: (&str, i32) = ("behind a preposition", -14);
pub(super) const NEARER: (&str, i32) = ("another verb of saying stands nearer", -22);

/// `pouvait-on lire`: said by nobody that the text names.
pub(super) const NOBODY: &str = "said by nobody that the text names";

/// The least sum that names a speaker.
pub(super) const FLOOR: i32 = 18;

/// The least sum of a speaker that the text states.
pub(super) const STATED: i32 = 40;
