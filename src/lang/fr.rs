//! French.

use super::language::Language;

/// The rules of French.
pub(super) struct French;

/// Words without their last vowel, before an apostrophe.
const ELIDED: &[&str] = &[
    "l", "d", "j", "m", "n", "s", "t", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu",
    "entr",
];

/// Bytes of the longest of them.
const LONGEST: usize = 8;

/// Pronouns that a hyphen joins to a verb.
const CLITICS: &[&str] = &[
    "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce", "ci", "là", "moi", "toi", "lui", "leur",
    "leurs", "y", "en", "les", "la", "le",
];

/// Words with the hyphen of a clitic and without its verb: `rendez-vous`.
const LEXICALISED: &[&str] = &["rendez", "au", "celui", "celle", "ceux", "celles", "peut"];

/// Endings of adjectives that say what something is of or for.
const RELATIONAL: &[&str] = &[
    "al", "ale", "aux", "ales", "aire", "aires", "iste", "istes", "ique", "iques", "ien", "ienne", "ain", "aine", "if",
    "ive", "ais", "aise", "ois", "oise", "éen", "éenne", "ants",
];

/// Such endings that participles have too.
const PARTICIPIAL: &[&str] = &["ême", "ant"];

/// Endings of other adjectives; some are words.
const ADJECTIVES: &[&str] = &[
    "iens",
    "ives",
    "ents",
    "ières",
    "iers",
    "ière",
    "ier",
    "enne",
    "ennes",
    "belge",
    "suisse",
    "russe",
    "libre",
    "unie",
    "unis",
    "uni",
    "citoyenne",
    "citoyen",
];

/// Endings of past participles.
const PARTICIPLES: &[&str] = &["é", "ée", "és", "ées", "unis", "unies"];

/// Endings of several inhabitants.
const INHABITANTS: &[&str] =
    &["ais", "ois", "aises", "oises", "ains", "aines", "iens", "iennes", "éens", "éennes", "ards", "istes"];

/// What joins the parts of a name of a place.
const TOPONYM_LINKS: &[&str] = &[
    "-sur-", "-en-", "-lès-", "-lez-", "-les-", "-sous-", "-aux-", "-la-", "-le-", "-du-", "-des-", "-d'", "-d’",
    "-près-", "-l'", "-l’",
];

/// Feminine endings of titles, folded, and their masculine.
const FEMININE: &[(&str, &str)] = &[
    ("trice", "teur"),
    ("euse", "eur"),
    ("ienne", "ien"),
    ("iere", "ier"),
    ("idente", "ident"),
    ("igeante", "igeant"),
    ("cheffe", "chef"),
    ("deleguee", "delegue"),
    ("deputee", "depute"),
    ("avocate", "avocat"),
    ("candidate", "candidat"),
    ("magistrate", "magistrat"),
    ("procureure", "procureur"),
    ("gouverneure", "gouverneur"),
    ("professeure", "professeur"),
    ("premiere", "premier"),
    ("opposante", "opposant"),
    ("militante", "militant"),
    ("generale", "general"),
    ("reine", "roi"),
    ("princesse", "prince"),
    ("patronne", "patron"),
    ("championne", "champion"),
    ("ingenieure", "ingenieur"),
];

impl Language for French {
    fn code(&self) -> &'static str {
        "fr"
    }

    fn is_elided(&self, head: &str, before_name: bool) -> bool {
        // `N'Djamena`, `M'Bow`: these letters begin names.
        let name = before_name && matches!(head, "N" | "M" | "T");
        !name && head.len() <= LONGEST && ELIDED.contains(&head.to_lowercase().as_str())
    }

    /// `a-t-il`, `voulez-vous`; names keep their hyphens because they begin
    /// with a capital.
    fn clitic(&self, word: &str) -> Option<usize> {
        if !word.starts_with(char::is_lowercase) {
            return None;
        }
        let (head, tail) = word.rsplit_once('-')?;
        if !CLITICS.contains(&tail) || LEXICALISED.contains(&head) {
            return None;
        }
        let head = head.strip_suffix("-t").unwrap_or(head);
        (!head.contains('-')).then_some(head.len())
    }

    fn is_adjective(&self, word: &str) -> bool {
        word.chars().count() >= 4 && (ends(word, RELATIONAL) || ends(word, ADJECTIVES))
    }

    fn is_relational_adjective(&self, word: &str) -> bool {
        ends(word, RELATIONAL) || ends(word, PARTICIPIAL)
    }

    fn is_participle(&self, word: &str) -> bool {
        ends(word, PARTICIPLES)
    }

    fn is_plural(&self, word: &str) -> bool {
        word.ends_with(['s', 'x'])
    }

    fn singular<'t>(&self, noun: &'t str) -> &'t str {
        noun.trim_end_matches('s')
    }

    fn is_inhabitants(&self, word: &str) -> bool {
        ends(word, INHABITANTS)
    }

    fn is_compound_toponym(&self, word: &str) -> bool {
        word.contains('-') && TOPONYM_LINKS.iter().any(|l| word.contains(l))
    }

    fn is_hagiotoponym(&self, word: &str) -> bool {
        word.starts_with("Saint-") || word.starts_with("Sainte-")
    }

    fn inflections(&self, adjective: &str) -> Vec<String> {
        let feminine = if let Some(stem) = adjective.strip_suffix("ien") {
            format!("{stem}ienne")
        } else if let Some(stem) = adjective.strip_suffix("éen") {
            format!("{stem}éenne")
        } else if let Some(stem) = adjective.strip_suffix("on") {
            format!("{stem}onne")
        } else if adjective.ends_with('e') {
            adjective.to_owned()
        } else {
            format!("{adjective}e")
        };
        let plural = |s: &str| if self.is_plural(s) { s.to_owned() } else { format!("{s}s") };
        vec![adjective.to_owned(), plural(adjective), plural(&feminine), feminine]
    }

    fn masculine(&self, title: &str) -> Option<String> {
        FEMININE.iter().find_map(|(f, m)| title.strip_suffix(f).map(|stem| format!("{stem}{m}")))
    }

    fn without_former<'t>(&self, title: &'t str) -> Option<&'t str> {
        title.strip_prefix("ex ")
    }
}

fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|e| word.ends_with(e))
}
