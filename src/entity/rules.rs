//! What a document says about its names beyond the sentence that the tagger
//! sees: rules with names, applied in a fixed order over the tagger's drafts.

use super::page::Page;

mod bracket;
mod edge;
mod given;
mod grow;
mod head;
mod headline;
mod known;
mod nature;
mod part;
mod place;
mod vote;

/// Links between forms that the text itself states, `(long, short)` as word
/// ranges: `Union européenne (UE)`.
pub(crate) type Links = Vec<((usize, usize), (usize, usize))>;

/// Applies the rules; gives the links that the text states.
pub(crate) fn apply(page: &mut Page<'_>) -> Links {
    headline::quieten(page);
    part::offices(page);
    edge::trim(page);
    known::place(page);
    edge::drop_inhabitants(page);
    part::split(page);
    part::partners(page);
    place::streets(page);
    head::add(page);
    head::titles(page);
    head::plain_titles(page);
    grow::grow(page);
    let links = bracket::links(page);
    given::extend(page);
    given::join(page);
    given::estates(page);
    given::initials(page);
    part::lone(page);
    vote::vote(page);
    vote::again(page);
    known::cite(page);
    links
}
