//! The gender of a name, by its title, its given name and the words beside it.

use super::types::Gender;
use crate::entity::{Entity, EntityKind};
use crate::fact::lexicon::{self, WordClass};
use crate::fact::prose::Prose;
use crate::lang::{DescriptionWord, Tags};

/// What the given name at a token says; of `Jean-Marc` its first part.
fn given(prose: &Prose, at: usize) -> WordClass {
    let Some(token) = prose.tokens.get(at) else { return WordClass::default() };
    if token.class.is(WordClass::GIVEN_M | WordClass::GIVEN_F) {
        return token.class;
    }
    match prose.word(at).split_once('-') {
        Some((head, _)) => lexicon::class(head, &mut String::new()),
        None => token.class,
    }
}

/// Gender of a person by title, given name, or the words beside the name.
pub(super) fn gender_of_name(prose: &Prose, entity: &Entity) -> Option<Gender> {
    if entity.kind == EntityKind::Misc {
        return None;
    }
    let mut score = 0i32;
    for m in entity.mentions.iter().take(12) {
        let at = prose.token_at(m.span.start);
        let class = |i: usize| prose.tokens.get(i).map_or(WordClass::default(), |t| t.class);
        for k in 1..=3 {
            let Some(i) = at.checked_sub(k) else { break };
            let c = class(i);
            if c.is(WordClass::TITLE_M) {
                score += 8;
            }
            if c.is(WordClass::TITLE_F) {
                score -= 8;
            }
            if c.is(WordClass::PERSON) && c.is(WordClass::MASCULINE) != c.is(WordClass::FEMININE) {
                score += if c.is(WordClass::MASCULINE) { 3 } else { -3 };
            }
        }
        if entity.kind == EntityKind::Person {
            let first = given(prose, at);
            if first.is(WordClass::GIVEN_M) != first.is(WordClass::GIVEN_F) {
                score += if first.is(WordClass::GIVEN_M) { 6 } else { -6 };
            }
        } else if let Some(i) = at.checked_sub(1) {
            let article = Tags::of(&prose.word(i).to_lowercase());
            if article.is(DescriptionWord::Definite | DescriptionWord::Contracted) {
                score += match (article.is(DescriptionWord::Masculine), article.is(DescriptionWord::Feminine)) {
                    (true, _) => 2,
                    (_, true) => -2,
                    _ => 0,
                };
            }
        }
    }
    match score {
        1.. => Some(Gender::Masculine),
        0 => None,
        _ => Some(Gender::Feminine),
    }
}
