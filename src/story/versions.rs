//! Versions of one article: what stood at an address, or under the identifier of an
//! agency, at different times, and what was changed from one to the next.
//!
//! Which documents are versions of each other tells [`crate::corpus::edition`].

use crate::corpus::edition::shared;
use crate::corpus::{Document, Histories};
use crate::story::types::{Comparison, PassageKind, Side};
use crate::text::Span;

/// The versions of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The address that they share, or the identifier that their agency gave them.
    pub address: String,
    /// The documents, by their place among those that were asked about, the
    /// first version first; each has another headline or body than the one before.
    pub documents: Vec<usize>,
}

/// The articles that have several versions among these documents, in the order of
/// their first.
pub fn versions<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Vec<Versions> {
    let documents: Vec<&Document> = documents.into_iter().collect();
    let histories = Histories::of_documents(documents.iter().copied());
    let mut all: Vec<Versions> = Vec::new();
    for history in histories.all() {
        let places: Vec<usize> = history.versions.iter().map(|id| id.index()).collect();
        let shared = places.first().and_then(|i| shared(documents[*i]));
        all.extend(shared.map(|address| Versions { address, documents: places }));
    }
    all.sort_by_key(|v| v.documents.iter().min().copied());
    all
}

/// What was changed from a version to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionChange {
    /// The headlines, where they differ.
    pub headline: Option<(String, String)>,
    /// True where the later version states no later change: nobody is told.
    pub silent: bool,
    /// Sentences that are gone, in A.
    pub removed: Vec<Span>,
    /// Sentences that are new, in B.
    pub added: Vec<Span>,
    /// Passages that are worded otherwise, in A and in B.
    pub reworded: Vec<(Span, Span)>,
}

/// What was changed from a version to the next, in counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangeCounts {
    /// The headlines differ.
    pub headline: bool,
    /// Nobody is told, see [`VersionChange::silent`].
    pub silent: bool,
    /// What the comparison tells of them.
    pub findings: usize,
    /// Sentences that are gone.
    pub removed: usize,
    /// Sentences that are new.
    pub added: usize,
    /// Passages that are worded otherwise.
    pub reworded: usize,
}

impl VersionChange {
    /// The same in counts; `findings` is how many the comparison has.
    pub fn counts(&self, findings: usize) -> ChangeCounts {
        ChangeCounts {
            headline: self.headline.is_some(),
            silent: self.silent,
            findings,
            removed: self.removed.len(),
            added: self.added.len(),
            reworded: self.reworded.len(),
        }
    }
}

/// Reads off a comparison of two versions what was changed; what its findings
/// tell stands there.
pub fn change(comparison: &Comparison, a: Side<'_>, b: Side<'_>) -> VersionChange {
    let (before, after) = (&a.document.meta, &b.document.meta);
    let headline = match (&before.title.value, &after.title.value) {
        (Some(a), Some(b)) if a != b => Some((a.clone(), b.clone())),
        _ => None,
    };
    let reworded = comparison.passages.iter().filter(|p| p.kind != PassageKind::Identical);
    VersionChange {
        headline,
        silent: after.updated.value.is_none() || after.updated.value == before.updated.value,
        removed: comparison.only_a.clone(),
        added: comparison.only_b.clone(),
        reworded: reworded.map(|p| (p.a, p.b)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;
    use crate::ingest;
    use crate::story::{Options, compare};
    use crate::{clean, entity, fact};

    fn document(file: &str, url: &str, text: &str) -> Document {
        let read = ingest::read(&Place::file(file), text.as_bytes());
        let mut document = clean::clean(read.documents.into_iter().next().unwrap());
        document.meta.url.value = Some(url.to_owned());
        document
    }

    const BEFORE: &str = "Le bac de Sarvenne\n\nLe bac de Sarvenne a transporté 120 voyageurs samedi, selon la mairie du port. \
        Les marins demandent un second bateau pour la saison. Le maire a promis une réponse avant la fin du mois de juin.\n";

    #[test]
    fn texts_at_one_address_are_versions_where_something_else_stands_in_them() {
        let after = BEFORE.replace("120", "140");
        let documents = [
            document("a", "https://q.example/un#top", BEFORE),
            document("b", "https://q.example/deux", BEFORE),
            document("c", "http://www.q.example/un/?utm_source=x", BEFORE),
            document("d", "https://q.example/un", &after),
        ];
        let found = versions(&documents);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].documents, [0, 3]);
    }

    fn item(file: &str, guid: &str, version: u32, status: &str) -> Document {
        let item = format!(
            "<?xml version='1.0'?><newsItem guid='{guid}' version='{version}'><itemMeta><provider literal='AVX'/>\
             <pubStatus qcode='stat:{status}'/></itemMeta><contentMeta><headline>Le bac de Sarvenne</headline></contentMeta>\
             <contentSet><inlineXML><html><body><p>{}</p></body></html></inlineXML></contentSet></newsItem>",
            BEFORE.replace("120", &version.to_string())
        );
        let read = ingest::read(&Place::file(file), item.as_bytes());
        clean::clean(read.documents.into_iter().next().unwrap())
    }

    #[test]
    fn items_of_an_agency_in_several_files_are_versions_by_their_identifier_in_the_order_of_their_numbers() {
        let documents = [
            item("3.xml", "urn:newsml:avx:bac", 10, "usable"),
            item("1.xml", "urn:newsml:avx:bac", 9, "usable"),
            item("2.xml", "urn:newsml:avx:digue", 2, "usable"),
            item("4.xml", "urn:newsml:avx:bac", 10, "canceled"),
            item("5.xml", "0017", 1, "usable"),
            item("6.xml", "0017", 2, "usable"),
        ];
        let found = versions(&documents);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].address.as_str(), &found[0].documents[..]), ("urn:newsml:avx:bac", &[1, 0, 3][..]));
    }

    #[test]
    fn what_was_changed_is_told_with_its_places_and_whether_anybody_was_told() {
        let after = BEFORE.replace("120", "140").replace(" Les marins demandent un second bateau pour la saison.", "")
            + "\nLa région a annoncé dimanche une aide de deux millions pour le port voisin de Lindal.\n";
        let (a, b) = (document("a", "https://q.example/un", BEFORE), document("b", "https://q.example/un", &after));
        let names = [entity::find(&a), entity::find(&b)];
        let facts = [fact::find(&a, &names[0]), fact::find(&b, &names[1])];
        let side = |document, i: usize| Side { document, entities: &names[i], facts: &facts[i] };
        let comparison = compare(side(&a, 0), side(&b, 1), &Options::default());
        let change = change(&comparison, side(&a, 0), side(&b, 1));
        let said = |d: &Document, spans: &[Span]| spans.iter().map(|s| s.of(&d.text).to_owned()).collect::<String>();
        assert!(said(&a, &change.removed).contains("marins"), "{change:?}");
        assert!(said(&b, &change.added).contains("Lindal"), "{change:?}");
        assert!(change.reworded.iter().any(|(x, y)| x.of(&a.text).contains("120") && y.of(&b.text).contains("140")));
        assert!(change.silent && change.headline.is_none());
    }
}
