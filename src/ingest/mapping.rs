//! Which field of a record is the title, the text, and so on.
//!
//! The names that feeds, scrapers and news services use are a table,
//! `assets/ingest/fields.tsv`; reads no record.

mod words;

use crate::enumerated::enumerated;
use crate::words::{Arg, Message, msg};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

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
        /// The host that published it, from which its outlet may be told.
        Host => "host",
        /// Author.
        Author => "author",
        /// Publication date.
        Published => "date",
        /// Date of the last change.
        Updated => "updated",
        /// Date on which somebody saved, crawled or indexed it.
        Seen => "seen",
        /// Moment at which a service that watches the press found it.
        Watched => "watched",
        /// Address.
        Url => "url",
        /// Language code.
        Language => "language",
        /// The publisher's identifier.
        Identifier => "id",
    }
}

/// The form in which a field states its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldType {
    /// Words.
    Text,
    /// Words with or without tags.
    Html,
    /// A date in any form, or the time since 1970.
    Date,
    /// An address of the web.
    Address,
    /// The name of an outlet.
    Outlet,
    /// A host, or an address that has one.
    Host,
    /// One or several persons.
    People,
    /// A code, such as that of a language.
    Code,
}

impl FieldType {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "text" => Self::Text,
            "html" => Self::Html,
            "date" => Self::Date,
            "address" => Self::Address,
            "outlet" => Self::Outlet,
            "host" => Self::Host,
            "people" => Self::People,
            "code" => Self::Code,
            _ => return None,
        })
    }

    /// The form that a field has which the reader named for a role.
    pub(super) const fn of(role: Role) -> Self {
        match role {
            Role::Title | Role::Standfirst => Self::Text,
            Role::Text => Self::Html,
            Role::Source => Self::Outlet,
            Role::Host => Self::Host,
            Role::Author => Self::People,
            Role::Published | Role::Updated | Role::Seen | Role::Watched => Self::Date,
            Role::Url => Self::Address,
            Role::Language | Role::Identifier => Self::Code,
        }
    }
}

/// How a field is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FieldUse {
    /// What it is for.
    pub role: Role,
    /// Its rank in that role; 0 is strongest.
    pub rank: usize,
    /// The form of its value.
    pub form: FieldType,
}

/// What a line of the table says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// A field of a record.
    Field(FieldUse),
    /// It holds records; the rank orders several of one object.
    List(usize),
    /// An object whose fields are those of the record.
    Inside,
    /// None of these.
    Nothing,
}

/// A line of the table.
struct TableLine {
    meaning: Meaning,
    /// A field that has to stand in the same record, folded.
    beside: Option<&'static str>,
}

/// The table of names, in the order of its lines for each name.
fn known() -> &'static HashMap<&'static str, Vec<TableLine>> {
    static TABLE: OnceLock<HashMap<&'static str, Vec<TableLine>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<&str, Vec<TableLine>> = HashMap::new();
        let lines = include_str!("../../assets/ingest/fields.tsv").lines();
        for (rank, line) in lines.filter(|l| !l.starts_with('#')).enumerate() {
            let mut cells = line.split('\t');
            let (Some(role), Some(name), Some(form)) = (cells.next(), cells.next(), cells.next()) else { continue };
            let meaning = match (role, Role::from_name(role), FieldType::from_name(form)) {
                ("list", ..) => Meaning::List(rank),
                ("inside", ..) => Meaning::Inside,
                (_, Some(role), Some(form)) => Meaning::Field(FieldUse { role, rank: rank + NAMED, form }),
                _ => Meaning::Nothing,
            };
            table.entry(name).or_default().push(TableLine { meaning, beside: cells.next() });
        }
        // What asks for a neighbour is asked first.
        table.values_mut().for_each(|lines| lines.sort_by_key(|l| l.beside.is_none()));
        table
    })
}

/// Ranks kept for the fields that the reader named.
const NAMED: usize = 100;
/// Rank of a field that is told by the words of its name, below those of the table.
const BY_WORDS: usize = 5_000;

/// Which fields are which: those that the reader named, then the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Folded names, the strongest first.
    named: Vec<(Role, String)>,
}

/// A field name as it is compared: at most 64 characters of it, without the
/// prefix of its vocabulary, as in `dc:creator`.
fn folded(name: &str) -> String {
    // Of a list that was laid flat into columns the first: `authors/0`, `authors.0.name`.
    let first = ["/0", ".0", "[0]"].iter().find_map(|at| name.split_once(at));
    let flat = first.filter(|(_, rest)| matches!(*rest, "" | "/name" | ".name")).map_or(name, |(list, _)| list);
    let head: String = bare(flat).chars().take(64).collect();
    crate::text::fold(&head).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A field name without the prefix of its vocabulary.
fn bare(name: &str) -> &str {
    name.split_once(':').map(|(_, rest)| rest).filter(|rest| !rest.trim().is_empty()).unwrap_or(name)
}

impl Mapping {
    /// Puts `name` before the known names of a role.
    pub fn prefer(&mut self, role: Role, name: &str) {
        let name = folded(name);
        self.named.retain(|(_, n)| *n != name);
        self.named.insert(0, (role, name));
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

    /// How the field of that name is read in a record that has these fields;
    /// nothing for one that is none of a document.
    pub(super) fn field(&self, name: &str, record: &Neighbours<'_>) -> Option<FieldUse> {
        let written = name;
        let name = folded(name);
        if let Some(rank) = self.named.iter().position(|(_, n)| *n == name) {
            let role = self.named[rank].0;
            return Some(FieldUse { role, rank, form: FieldType::of(role) });
        }
        if !known().contains_key(name.as_str()) {
            return words::told(bare(written)).map(|(role, form)| FieldUse { role, rank: BY_WORDS, form });
        }
        match meaning(&name, record)? {
            Meaning::Field(field) => Some(field),
            // An object under a name that lists have, too: `feed`, `source`.
            Meaning::List(_) => known().get(name.as_str())?.iter().find_map(|line| match line.meaning {
                Meaning::Field(field) if record.stands(line) => Some(field),
                _ => None,
            }),
            _ => None,
        }
    }

    /// The same for a field whose neighbours are not looked at.
    pub(super) fn role(&self, name: &str) -> Option<Role> {
        self.field(name, &Neighbours::default()).map(|field| field.role)
    }

    /// The order of a field that holds records.
    pub(super) fn list(&self, name: &str) -> Option<usize> {
        match meaning(&folded(name), &Neighbours::default())? {
            Meaning::List(rank) => Some(rank),
            _ => None,
        }
    }

    /// True for an object whose fields are those of the record around it.
    pub(super) fn is_inside(&self, name: &str, record: &Neighbours<'_>) -> bool {
        let lines = known().get(folded(name).as_str());
        let inside = |l: &TableLine| l.meaning == Meaning::Inside && record.stands(l);
        lines.is_some_and(|lines| lines.iter().any(inside))
    }
}

/// What the table says of a folded name, where its neighbours are these.
fn meaning(name: &str, record: &Neighbours<'_>) -> Option<Meaning> {
    let lines = known().get(name)?;
    lines.iter().find(|l| l.meaning != Meaning::Inside && record.stands(l)).map(|l| l.meaning)
}

/// The names of the fields that stand in a record or a header, folded when one
/// is first asked for.
#[derive(Default)]
pub(super) struct Neighbours<'n> {
    names: Vec<&'n str>,
    folded: OnceCell<HashSet<String>>,
}

impl<'n> Neighbours<'n> {
    /// Of a record that has these fields.
    pub(super) fn of(names: impl Iterator<Item = &'n str>) -> Self {
        Self { names: names.collect(), folded: OnceCell::new() }
    }

    /// True when the neighbour stands there that a line asks for.
    fn stands(&self, line: &TableLine) -> bool {
        let all = || self.folded.get_or_init(|| self.names.iter().map(|name| folded(name)).collect());
        line.beside.is_none_or(|beside| all().contains(beside))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_has_a_role_a_folded_name_and_a_form() {
        let mut seen = std::collections::HashSet::new();
        for line in include_str!("../../assets/ingest/fields.tsv").lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let role = matches!(cells[0], "list" | "inside" | "-") || Role::from_name(cells[0]).is_some();
            assert!(role && FieldType::from_name(cells[2]).is_some(), "{line}");
            assert!(cells[1] == folded(cells[1]) && cells.get(3).is_none_or(|b| *b == folded(b)), "{line}");
            let what = if cells[0] == "list" || cells[0] == "inside" { cells[0] } else { "field" };
            assert!(seen.insert((what, cells[1], cells.get(3).copied())), "twice: {line}");
        }
    }

    #[test]
    fn names_are_compared_without_case_separators_and_accents() {
        let m = Mapping::default();
        assert_eq!(m.role("Published_At"), Some(Role::Published));
        assert_eq!(m.role("article-body"), Some(Role::Text));
        assert_eq!(m.role("source.name"), Some(Role::Source));
        assert_eq!(m.role("Résumé"), Some(Role::Standfirst));
        assert_eq!(m.role("colour"), None);
        assert_eq!((m.role("author/0"), m.role("authors.0.name")), (Some(Role::Author), Some(Role::Author)));
        assert_eq!(m.role("links/0/text"), None);
    }

    #[test]
    fn a_name_may_mean_something_else_beside_another_field() {
        let m = Mapping::default();
        let role = |name: &str, record: &[&str]| m.field(name, &Neighbours::of(record.iter().copied())).map(|f| f.role);
        assert_eq!(role("Timestamp", &["URL", "Title", "Timestamp"]), Some(Role::Published));
        assert_eq!(role("Timestamp", &["URL", "Title", "Folder", "Timestamp"]), Some(Role::Seen));
        assert_eq!(role("updatedAt", &["savedAt", "updatedAt"]), None);
    }

    #[test]
    fn a_named_field_outranks_the_known_ones_and_leaves_its_old_role() {
        let m = Mapping::parse("text=summary, title=Nom du sujet").expect("well-formed");
        let field = |name: &str| m.field(name, &Neighbours::default()).expect("it is known");
        assert_eq!(field("summary").role, Role::Text);
        assert_eq!(field("nom_du_sujet").role, Role::Title);
        assert!(field("nom_du_sujet").rank < field("title").rank);
        assert!(Mapping::parse("colour=red").is_err_and(|e| e.to_string().contains("title")));
        assert!(Mapping::parse("title").is_err());
    }
}
