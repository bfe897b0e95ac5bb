//! Which field of a record is the title, the text, and so on.
//!
//! Knows the names that feeds, scrapers and news services use; reads nothing.

use crate::enumerated::enumerated;
use crate::words::{Arg, Message, msg};

enumerated! {
    /// What a field of a record is for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Role {
        /// Headline.
        Title => "title",
        /// Standfirst.
        Standfirst => "standfirst",
        /// The article's text or HTML.
        Text => "text",
        /// Outlet.
        Source => "source",
        /// Author.
        Author => "author",
        /// Publication date.
        Published => "date",
        /// Date of the last change.
        Updated => "updated",
        /// Address.
        Url => "url",
        /// Language code.
        Language => "language",
        /// The publisher's identifier.
        Identifier => "id",
    }
}

/// Field names per role, strongest first, folded to lower case without
/// spaces, hyphens and underscores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    names: Vec<(Role, Vec<String>)>,
}

/// Names met in the wild.
const KNOWN: &[(Role, &[&str])] = &[
    (Role::Title, &["title", "headline", "titre", "heading", "pagetitle", "titletext", "name", "subject"]),
    (
        Role::Standfirst,
        &[
            "standfirst",
            "chapo",
            "chapeau",
            "lead",
            "description",
            "summary",
            "excerpt",
            "abstract",
            "subtitle",
            "resume",
        ],
    ),
    (
        Role::Text,
        &[
            "text",
            "body",
            "content",
            "articlebody",
            "contenthtml",
            "contenttext",
            "fulltext",
            "maintext",
            "texte",
            "contenu",
            "corps",
            "bodytext",
            "article",
            "bodyhtml",
            "html",
            "rawtext",
            "rawcontent",
            "message",
        ],
    ),
    (
        Role::Source,
        &[
            "source",
            "outlet",
            "sourcename",
            "publisher",
            "publication",
            "sitename",
            "newspaper",
            "journal",
            "media",
            "domain",
            "site",
            "sourcedomain",
            "feed",
        ],
    ),
    (Role::Author, &["author", "authors", "byline", "auteur", "auteurs", "creator", "writer", "by"]),
    (
        Role::Published,
        &[
            "date",
            "published",
            "datepublished",
            "publishedat",
            "publisheddate",
            "pubdate",
            "publicationdate",
            "publishdate",
            "publishedon",
            "datepublication",
            "datetime",
            "time",
            "timestamp",
            "createdat",
            "created",
            "firstpublished",
            "publishtime",
        ],
    ),
    (
        Role::Updated,
        &[
            "updated",
            "modified",
            "datemodified",
            "updatedat",
            "modifieddate",
            "lastmodified",
            "lastupdated",
            "misajour",
        ],
    ),
    (Role::Url, &["url", "link", "permalink", "uri", "href", "lien", "sourceurl", "webpage", "canonicalurl"]),
    (Role::Language, &["language", "lang", "langue", "inlanguage", "locale"]),
    (Role::Identifier, &["id", "guid", "identifier", "articleid", "uuid", "uid"]),
];

impl Default for Mapping {
    fn default() -> Self {
        let own = |names: &[&str]| names.iter().map(|&n| n.to_owned()).collect();
        Self { names: KNOWN.iter().map(|(r, n)| (*r, own(n))).collect() }
    }
}

/// A field name as it is compared.
fn folded(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).flat_map(char::to_lowercase).take(64).collect()
}

impl Mapping {
    /// Puts `name` before the known names of a role.
    pub fn prefer(&mut self, role: Role, name: &str) {
        let name = folded(name);
        for (r, names) in &mut self.names {
            names.retain(|n| *n != name);
            if *r == role {
                names.insert(0, name.clone());
            }
        }
    }

    /// Reads `title=titre,text=contenu`; the error names what is wrong.
    pub fn parse(spec: &str) -> Result<Self, Message> {
        let mut mapping = Self::default();
        for part in spec.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            let (role, name) = part.split_once('=').ok_or_else(|| msg::ingest_mapping_form(part))?;
            let role = role.trim();
            let Some(role) = Role::from_name(role) else {
                let known = Role::ALL.into_iter().map(Role::name).collect::<Arg>();
                return Err(msg::ingest_mapping_role(role, known));
            };
            mapping.prefer(role, name);
        }
        Ok(mapping)
    }

    /// The role of a field name and its rank in that role (0 is strongest).
    pub fn role(&self, name: &str) -> Option<(Role, usize)> {
        let name = folded(name);
        self.names.iter().find_map(|(role, names)| Some((*role, names.iter().position(|n| *n == name)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_and_separators() {
        let m = Mapping::default();
        assert_eq!(m.role("Published_At").map(|(r, _)| r), Some(Role::Published));
        assert_eq!(m.role("article-body").map(|(r, _)| r), Some(Role::Text));
        assert_eq!(m.role("colour"), None);
    }

    #[test]
    fn a_named_field_outranks_the_known_ones_and_leaves_its_old_role() {
        let m = Mapping::parse("text=summary, title=Nom du sujet").expect("well-formed");
        assert_eq!(m.role("summary"), Some((Role::Text, 0)));
        assert_eq!(m.role("nom_du_sujet"), Some((Role::Title, 0)));
        assert!(Mapping::parse("colour=red").is_err_and(|e| e.to_string().contains("title")));
        assert!(Mapping::parse("title").is_err());
    }
}
