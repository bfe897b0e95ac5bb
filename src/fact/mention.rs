//! Who can have spoken: names, descriptions (`le ministre`) and pronouns of a
//! sentence, with what they agree with. Has never heard of quotations.

mod adjective;
mod apposition;
mod finder;
mod gender;
mod governed;
mod name;
mod noun;
mod pronoun;
mod slot;
mod types;

pub(super) use finder::MentionFinder;
pub(super) use types::{Gender, Mention, What, Who, uncontracted};
