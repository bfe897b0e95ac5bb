//! Every rule that finds a name or changes one, with why it may. A debug build
//! refuses a rule that this list does not know.

/// Name of a rule and why what it finds is a name. What stands before the
/// full stop is the pass that it belongs to.
pub const RULES: &[(&str, &str)] = &[
    ("model", "the tagger saw it"),
    ("part.office", "an English office divides a body from the person who holds it"),
    ("edge.trim", "titles, articles and signs at its ends are not part of the name"),
    ("edge.two_people", "two people joined by a small word or a comma are two names"),
    ("known.form", "the lists know this form of a state, an agency or an institution"),
    ("known.branch", "a company that the lists know, and the country of its branch"),
    ("part.company", "the last word of a person's name is a company that the lists know"),
    ("part.person", "a name and, right behind it, the person who heads it"),
    ("part.partners", "a person's name that a company bears: its partners, sons or brothers are named too"),
    ("place.square", "a square, with the noun that it is named after"),
    ("place.work", "a work such as a viaduct is a place of its own beside its town"),
    ("place.street", "what follows the word for a street is its name"),
    ("place.named_after", "a street, a square or a building bears the name behind it"),
    ("head.capital", "the capital of a state, alone among small words"),
    ("head.listed", "one list holds it as a whole, and no capital stands beside it"),
    ("head.event", "the word for an event and capitals, alone in quotation marks"),
    ("head.commune", "a capital behind the word for a town or a village"),
    ("head.war", "a war, a battle or a treaty with its place or its years"),
    ("head.body", "capitals behind the word for a party, an association or a group"),
    ("head.product", "a capital behind the word for a ship or another product"),
    ("head.complement", "the word for an organisation with a capital and its complement"),
    ("head.quoted_title", "the title of a work in quotation marks behind the word for a work"),
    ("head.plain_title", "the title of a work that begins with an article in capitals behind the word for a work"),
    ("work.quoted", "a title in quotation marks beside its author, its house or its year"),
    ("grow.complement", "the name of an organisation goes on over the common words that complete it"),
    ("grow.house", "a school, a theatre or a church and the name that it bears"),
    ("grow.ministry", "a ministry with what it is responsible for"),
    ("grow.port", "a port authority with its town"),
    ("bracket.syllables", "beginnings of the words of the long form spell the short one in brackets"),
    (
        "bracket.body",
        "words behind the word for a body, some of which begin with the letters of the short form in brackets",
    ),
    ("bracket.long_form", "first letters of these words are the short form in brackets"),
    ("bracket.acronym", "first letters of the long form beside it"),
    ("given.before", "a listed given name right before a person belongs to the name"),
    ("given.bracket", "a given name in brackets and the surname right behind it"),
    ("given.particle", "a particle joins two parts of a person's name"),
    ("given.estate", "a name of land behind a full name"),
    ("given.initial", "the full stop of an initial that ends a name, where the sentence goes on"),
    ("given.syllable", "a short capital stands behind the same two words again: the second syllable of a given name"),
    ("given.ruler", "a Roman number behind a given name numbers rulers"),
    ("part.addressed", "a capital behind a form of address"),
    ("part.child", "a capital behind “the little”"),
    ("part.alone", "a listed given name alone, where the words beside it speak of a person"),
    ("vote.kind", "all occurrences of a spelling are of the kind for which they speak together"),
    ("again.name", "the same spelling was found elsewhere in the text"),
    ("again.part", "surname or given name of a person named in full in the text"),
    ("choice.name", "everything that the document says of the words together makes them a name"),
    ("choice.kind", "everything that the document says of the words together gives the name another kind"),
    ("reader.list", "listed by the reader"),
];

/// True for a rule by which the text or a list itself states what the words are: whoever
/// weighs the document as a whole leaves such names alone.
pub(super) fn is_stated(rule: &str) -> bool {
    const PASSES: [&str; 4] = ["known", "place", "grow", "bracket"];
    const RULES: [&str; 5] = ["part.office", "part.company", "part.person", "part.partners", "given.bracket"];
    RULES.contains(&rule) || rule.split_once('.').is_some_and(|(pass, _)| PASSES.contains(&pass))
}

/// True for a rule of the list.
pub(super) fn is_listed(rule: &str) -> bool {
    RULES.iter().any(|(name, _)| *name == rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rule_is_listed_twice_or_without_a_reason() {
        for (i, (name, why)) in RULES.iter().enumerate() {
            assert!(!why.is_empty() && RULES[..i].iter().all(|(n, _)| n != name), "{name}");
        }
    }
}
