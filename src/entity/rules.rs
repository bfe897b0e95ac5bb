//! What a document says about its names beyond the sentence that the tagger
//! sees: rules with names ([`super::rule::RULES`]), applied in a fixed order
//! over the tagger's drafts.

use super::page::Page;

mod bracket;
mod common;
mod credit;
mod edge;
mod given;
mod grow;
mod head;
mod inhabitants;
mod known;
mod link;
mod nature;
mod nouns;
mod part;
mod place;
mod vote;
mod weight;
mod works;

pub(super) use bracket::Links;
pub(super) use credit::is_credited;
pub(super) use known::cite;

/// Applies the rules; gives the links that the text states.
///
/// Every pass sees what the passes before it left, so their order is part of
/// what they mean. First what is no name is taken away, then wrong ends are
/// set right, then names that were missed are added, and last the document is
/// asked as a whole.
pub(crate) fn apply(page: &mut Page<'_>) -> Links {
    // While the office still stands inside the draft: trimming takes titles
    // off the ends, and then nothing shows where the body ends.
    part::offices(page);
    // Before anything is looked up as a whole: known forms, votes and repeats
    // compare whole drafts.
    edge::trim(page);
    // Early, as what is known is fixed: no later pass cuts it or votes on it.
    known::place(page);
    // Behind the known names, some of which are surnames too (`(François) Hollande`).
    let bracketed = given::bracketed(page);
    // When people are whole, before their names are evidence for others.
    credit::drop(page);
    // Behind the known names, which it spares: some states and institutions
    // are spelt like their inhabitants.
    inhabitants::drop(page);
    // Behind the known names: what is fixed is one name, however many people
    // it seems to hold.
    part::split(page);
    // On people without the companies and bodies that stood beside them.
    part::partners(page);
    // When people are whole, since streets bear their full names, and before
    // new names are added: a street takes the name behind it.
    place::streets(page);
    // Now every name that was found has its ends; what is added takes only
    // words that are still free.
    head::add(page);
    // A title swallows the names inside it, those just added included.
    head::titles(page);
    // Behind the titles in quotation marks, which say where they end.
    head::plain_titles(page);
    // Titles without a noun before them, by what stands around their marks.
    works::add(page);
    // Names added by their heads go on over common words as well.
    grow::grow(page);
    // When long forms have grown to their ends: the letters of an acronym
    // must fit all of their words.
    let mut links = bracket::links(page);
    links.extend(bracketed);
    // People grow last, so that no given name is taken from a title, a street
    // or an institution: to the left by given names, …
    given::extend(page);
    // … over a particle, on either side of which a full name may stand, …
    given::join(page);
    // … to the right by a name of land, …
    given::estates(page);
    // … and by a full stop, which can only end the whole.
    given::initials(page);
    // … by a syllable that looks like an article, …
    given::syllables(page);
    // … and by the number of a ruler.
    given::rulers(page);
    // Given names that nobody took into a longer name.
    part::lone(page);
    // With all drafts there, for one spelling is of one kind.
    vote::vote(page);
    // With the kinds settled: each repeat gets that of the name it repeats.
    vote::again(page);
    // Over all occurrences; one that is cited makes the name a source.
    known::cite(page);
    links
}
