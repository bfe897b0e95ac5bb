//! French.

use super::language::{Language, VerbForm};

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

/// What a hyphen joins to a name without being part of it.
const PREFIXES: &[&str] = &["ex", "anti", "pro", "non", "post"];

/// Endings of adjectives that say what something is of or for, and follow their noun.
const RELATIONAL: &[&str] = &[
    "al", "ale", "aux", "aire", "iste", "ique", "ien", "ienne", "ain", "aine", "if", "ive", "ais", "aise", "ois",
    "oise", "éen", "éenne",
];

/// The same of several, and one that participles have.
const RELATIONAL_PLURALS: &[&str] = &["ales", "aires", "istes", "iques", "ants"];

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
const PAST_PARTICIPLES: &[&str] = &["é", "ée", "és", "ées"];

/// Endings of other past participles, which nouns have too.
const PARTICIPLES: &[&str] = &["unis", "unies"];

/// Endings of adverbs in *-ment*, which few nouns in the singular have.
const MANNER: &[&str] = &[
    "amment",
    "emment",
    "uellement",
    "nellement",
    "iellement",
    "urellement",
    "ialement",
    "galement",
    "ivement",
    "iquement",
    "eusement",
    "ablement",
    "iblement",
    "ainement",
    "ièrement",
    "ièvement",
    "seulement",
];

/// Endings of verbs of several.
const PLURAL_VERBS: &[&str] = &["ent", "ont"];

/// Endings that finite verbs of the third person and participles have.
const VERBS: &[&str] = &["e", "es", "a", "ont", "t", "d", "ds", "é", "és", "ées", "is", "u", "us"];

/// Endings of the future.
const FUTURE: &[&str] = &["era", "ira", "dra", "rra", "ura", "ront"];

/// Endings of other adjectives that follow their noun.
const POSTPOSED: &[&str] = &["el", "elle", "eux", "euse", "able", "ible", "ol", "ole"];

/// Endings of nouns for who does something, folded.
const AGENTS: &[&str] = &[
    "ateur", "atrice", "iteur", "itrice", "isseur", "ienne", "icien", "iste", "istes", "logue", "logues", "ateurs",
    "iciens", "crate",
];

/// Endings of gender, folded.
const GENDERS: &[&str] =
    &["trice", "teur", "euse", "eure", "eur", "ienne", "ien", "iere", "ier", "ere", "er", "ee", "e"];

/// Pronouns behind their verb.
const INVERTED: &[&str] = &["il", "elle", "on", "ils", "elles", "je", "nous", "vous", "ce"];

/// Prepositions with their article, and the article.
const CONTRACTED: &[(&str, &str)] =
    &[("du ", "le "), ("des ", "les "), ("de la ", "la "), ("de l’", "l’"), ("de l'", "l'"), ("au ", "le ")];

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

    fn prefix(&self, word: &str) -> Option<usize> {
        let (prefix, name) = word.split_once('-')?;
        (PREFIXES.contains(&prefix) && name.starts_with(char::is_uppercase)).then_some(prefix.len() + 1)
    }

    fn is_adjective(&self, word: &str) -> bool {
        word.chars().count() >= 4
            && (ends(word, RELATIONAL) || ends(word, RELATIONAL_PLURALS) || ends(word, ADJECTIVES))
    }

    fn is_relational_adjective(&self, word: &str) -> bool {
        ends(word, RELATIONAL) || ends(word, RELATIONAL_PLURALS) || ends(word, PARTICIPIAL)
    }

    fn is_participle(&self, word: &str) -> bool {
        self.is_past_participle(word) || ends(word, PARTICIPLES)
    }

    fn is_past_participle(&self, word: &str) -> bool {
        ends(word, PAST_PARTICIPLES)
    }

    fn is_present_participle(&self, word: &str) -> bool {
        word.ends_with("ant")
    }

    fn is_plural_verb(&self, verb: &str) -> bool {
        ends(verb, PLURAL_VERBS)
    }

    fn ends_like_verb(&self, word: &str) -> bool {
        ends(word, VERBS)
    }

    fn is_future(&self, verb: &str) -> bool {
        ends(verb, FUTURE)
    }

    fn is_imperfect(&self, verb: &str) -> bool {
        let ends = ends(verb, &["ait", "aient"]) && !ends(verb, &["rait", "raient"]);
        ends && verb.starts_with(char::is_lowercase) && verb.chars().count() >= 5
    }

    fn is_postposed_adjective(&self, word: &str) -> bool {
        ends(word, RELATIONAL) || ends(word, POSTPOSED)
    }

    fn names_bearer(&self, word: &str) -> bool {
        word.ends_with("iste") || word.ends_with("istes") || word.ends_with("naire")
    }

    fn is_manner(&self, word: &str) -> bool {
        ends(word, MANNER)
    }

    fn is_agent_noun(&self, word: &str) -> bool {
        ends(word, AGENTS)
    }

    fn inversion(&self, word: &str) -> Option<(usize, usize)> {
        let (verb, pronoun) = word.rsplit_once('-')?;
        if !INVERTED.contains(&pronoun) {
            return None;
        }
        let verb = verb.strip_suffix("-t").unwrap_or(verb);
        (!verb.is_empty()).then_some((verb.len(), pronoun.len()))
    }

    fn stem<'t>(&self, noun: &'t str) -> &'t str {
        let noun = noun.trim_end_matches(['s', 'x']);
        // What is left must still be a word.
        let stems = GENDERS.iter().filter_map(|ending| noun.strip_suffix(ending));
        stems.into_iter().find(|stem| stem.len() >= 3).unwrap_or(noun)
    }

    fn lemma(&self, noun: &str) -> Option<String> {
        if noun.len() <= 3 {
            return None;
        }
        Some(match noun.strip_suffix("aux") {
            Some(stem) if stem.ends_with('e') => format!("{stem}au"),
            Some(stem) => format!("{stem}al"),
            None => noun.trim_end_matches(['s', 'x']).to_owned(),
        })
    }

    fn conjugate(&self, infinitive: &str, conjugation: &str) -> Vec<(String, VerbForm)> {
        let mut forms = Vec::new();
        let mut add = |stem: &str, endings: &[&str], form: VerbForm| {
            forms.extend(endings.iter().map(|ending| (format!("{stem}{ending}"), form)));
        };
        if conjugation == "second-group" {
            let stem = infinitive.strip_suffix('r').unwrap_or(infinitive);
            add(stem, &["t", "ssent", "ssait", "ssaient", "ra", "ront", "rent"], VerbForm::Finite);
            add(stem, &["", "e", "s", "es"], VerbForm::Participle);
            add(stem, &["ssant"], VerbForm::Gerund);
            add(stem, &["r"], VerbForm::Infinitive);
            return forms;
        }
        let stem = infinitive.strip_suffix("er").unwrap_or(infinitive);
        // `exigeait`: a soft consonant stays soft.
        let soft = if stem.ends_with('g') { format!("{stem}e") } else { stem.to_owned() };
        add(stem, &["e", "ent", "èrent", "era", "eront", "erait", "eraient"], VerbForm::Finite);
        add(&soft, &["a", "ait", "aient"], VerbForm::Finite);
        add(&soft, &["ant"], VerbForm::Gerund);
        add(stem, &["er"], VerbForm::Infinitive);
        add(stem, PAST_PARTICIPLES, VerbForm::Participle);
        // `rappelle`, `essaie`.
        if stem.ends_with("el") || stem.ends_with("et") {
            let double = format!("{stem}{}", &stem[stem.len() - 1..]);
            add(&double, &["e", "ent", "era", "eront", "erait"], VerbForm::Finite);
        }
        if let Some(stem) = stem.strip_suffix('y') {
            add(stem, &["ie", "ient"], VerbForm::Finite);
        }
        forms
    }

    fn plural(&self, noun: &str) -> Option<String> {
        (!self.is_plural(noun)).then(|| format!("{noun}s"))
    }

    fn uncontracted(&self, phrase: &str) -> Option<String> {
        let (rest, article) = CONTRACTED.iter().find_map(|(long, short)| Some((phrase.strip_prefix(long)?, short)))?;
        Some(format!("{article}{rest}"))
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
