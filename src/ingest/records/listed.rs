//! Mails that list articles of the web, each in an item whose properties say what its
//! title, its outlet and its first words are, as those of alerts do.

use super::draft::{Draft, Export};
use super::layout::Line;
use crate::ingest::html::markup::PROPERTY;
use crate::ingest::mapping::Role;

/// Cheap signs without which no mail is looked at.
pub(super) fn has_signs(page: &[u8]) -> bool {
    let has = |sign: &str| memchr::memmem::find(page, sign.as_bytes()).is_some();
    has("itemprop") && ["schema.org/Article", "schema.org/NewsArticle", "schema.org/BlogPosting"].iter().any(|t| has(t))
}

/// True for a line in an element with that property, whatever is around it.
fn is(line: &Line, names: &[&str]) -> bool {
    let mut said = line.classes.split_whitespace().filter_map(|c| c.strip_prefix(PROPERTY));
    said.any(|said| names.contains(&said))
}

fn is_title(line: &Line) -> bool {
    is(line, &["name", "headline"]) && !is(line, &["publisher", "author", "provider", "sourceorganization"])
}

/// The articles of a mail.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let mut export = Export::default();
    for line in lines.iter().filter(|l| !l.is_blank()) {
        if is_title(line) {
            let mut draft = Draft::default();
            draft.state(Role::Title, "item.name", &line.text);
            export.drafts.push(draft);
            continue;
        }
        let Some(draft) = export.drafts.last_mut() else {
            export.outside += 1;
            continue;
        };
        match () {
            () if is(line, &["publisher", "provider", "sourceorganization"]) => {
                draft.state(Role::Source, "item.publisher", &line.text);
            }
            () if is(line, &["author"]) => draft.state(Role::Author, "item.author", &line.text),
            () if is(line, &["datepublished"]) => draft.state(Role::Published, "item.datePublished", &line.text),
            () if is(line, &["description", "articlebody", "abstract"]) => draft.paragraph(&line.text),
            () => export.outside += 1,
        }
    }
    (export.drafts.iter().any(Draft::has_text)).then_some(export)
}
