//! From the page of a name to its quotations for other programs. Finds nothing:
//! every quotation is one of the page.

use super::name::{NamePage, sayings};
use crate::corpus::DocId;
use crate::text::ScalarIndex;
use crate::triage::export::quotations::{Quotation, Quotations};
use crate::triage::export::{Contents, Item, Record};
use std::collections::HashMap;

/// What a name says in these articles, in their order; each was read for its page.
/// Its name is given as it is told to the reader.
pub fn quotations(name: &str, page: &NamePage, articles: &[(DocId, Item<'_>)]) -> Quotations {
    let said: HashMap<DocId, &[_]> = page.articles.iter().map(|a| (a.id, &*a.said)).collect();
    let said = articles.iter().filter_map(|(id, _)| Some((*id, *said.get(id).filter(|said| !said.is_empty())?)));
    let said: Vec<_> = said.collect();
    let items: HashMap<DocId, &Item<'_>> = articles.iter().map(|(id, item)| (*id, item)).collect();
    let mut records: Vec<Record> = Vec::new();
    let mut known: HashMap<DocId, (usize, ScalarIndex<'_>)> = HashMap::new();
    for (id, _) in &said {
        let Some(item) = items.get(id) else { continue };
        known.insert(*id, (records.len(), ScalarIndex::new(&item.document.text)));
        records.push(Record::of(item, Contents::Titles));
    }
    let quotation = |saying: super::name::Saying<'_>| {
        let words = saying.places.first().map_or(String::new(), |(_, p)| p.words.concat());
        let at = |(id, p): &(DocId, &super::name::Passage)| {
            known.get(id).map(|(record, index)| (*record, index.span(p.span)))
        };
        Quotation { words, doubtful: saying.doubtful, printed: saying.places.iter().filter_map(at).collect() }
    };
    let quotations = sayings(said).into_iter().map(quotation).collect();
    let read = page.articles.len();
    Quotations { name: name.to_owned(), articles: read + page.left_out, read, records, quotations }
}
