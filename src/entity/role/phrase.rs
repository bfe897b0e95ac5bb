//! Reads noun phrases with a title or the head of an organisation: article,
//! title, nationality, office.

use crate::entity::hash::hash_word;
use crate::entity::lexicon::cue;
use crate::entity::types::{Entity, EntityKind};
use crate::entity::words::{WordClass, Words};
use crate::entity::world::{self, World};
use crate::text::{Span, fold};

/// A description, as word indices and what it says.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// First word (index), the article if there is one.
    pub(super) from: usize,
    /// One past the last word.
    pub(super) to: usize,
    /// With a definite article or a demonstrative.
    pub(super) definite: bool,
    /// Hash of the title in its masculine form.
    pub(super) title: u64,
    /// Hash of the group of titles that may stand for each other.
    pub(super) group: u64,
    /// `ancien`, `ex-`.
    pub(super) former: bool,
    /// States that the description names.
    pub(super) states: Vec<u32>,
    /// Hash of the office (`de la Défense`), 0 without.
    pub(super) office: u64,
    /// True for a woman, false for a man, as far as article and title tell.
    pub(super) feminine: Option<bool>,
    /// An organisation with a complement that was not read: `le mouvement des
    /// retraités` is not the movement named elsewhere.
    pub(super) open: bool,
    organisation: bool,
}

impl Phrase {
    /// A person is described, not an organisation.
    pub(super) fn is_person(&self) -> bool {
        !self.organisation
    }
}

/// Titles that may stand for the head of a state.
const LEADERS: &[&str] = &[
    "president",
    "dirigeant",
    "leader",
    "chef d'etat",
    "roi",
    "emir",
    "souverain",
    "monarque",
    "dictateur",
    "numero un",
    "homme fort",
    "empereur",
    "maitre",
];

/// Titles that may stand for the head of a government.
const PREMIERS: &[&str] =
    &["premier ministre", "chef du gouvernement", "chef de gouvernement", "chancelier", "prime minister"];

/// Titles of several words, folded; the head is their first word.
const LONG_TITLES: &[&[&str]] = &[
    &["chef", "de", "l'", "etat"],
    &["chef", "d'", "etat"],
    &["chef", "du", "gouvernement"],
    &["chef", "de", "gouvernement"],
    &["chef", "de", "la", "diplomatie"],
    &["premier", "ministre"],
    &["secretaire", "general"],
    &["secretaire", "d'", "etat"],
    &["directeur", "general"],
    &["numero", "un"],
    &["homme", "fort"],
    &["garde", "des", "sceaux"],
    &["prime", "minister"],
    &["procureur", "general"],
    &["procureur", "de", "la", "republique"],
    &["president", "de", "la", "republique"],
];

/// Adjectives that may follow a title without changing who it is.
const PASSED: &[&str] = &[
    "sortant",
    "sortante",
    "elu",
    "elue",
    "actuel",
    "actuelle",
    "supreme",
    "socialiste",
    "conservateur",
    "republicain",
    "democrate",
];

/// A document's words with the mentions on them.
pub(super) struct Reader<'t> {
    text: &'t str,
    words: &'t Words,
    folded: Vec<String>,
    /// For each word the entity of the mention that covers it, plus one.
    entity: Vec<u32>,
    /// For each word that begins a mention, the index past its end.
    end: Vec<u32>,
    kinds: Vec<EntityKind>,
    /// Word indices of the mentions of each entity, in order.
    places: Vec<Vec<usize>>,
}

impl<'t> Reader<'t> {
    /// Lays the mentions over the words.
    pub(super) fn new(text: &'t str, words: &'t Words, entities: &[Entity]) -> Self {
        let n = words.words.len();
        let mut r = Self {
            text,
            words,
            folded: words.words.iter().map(|w| fold(w.span.of(text))).collect(),
            entity: vec![0; n],
            end: vec![0; n],
            kinds: entities.iter().map(|e| e.kind).collect(),
            places: vec![Vec::new(); entities.len()],
        };
        for (i, e) in entities.iter().enumerate() {
            for m in &e.mentions {
                let from = words.words.partition_point(|w| w.span.end <= m.span.start);
                let to = words.words.partition_point(|w| w.span.start < m.span.end);
                if from < to {
                    r.entity[from..to].fill(i as u32 + 1);
                    r.end[from] = to as u32;
                    r.places[i].push(from);
                }
            }
        }
        r
    }

    /// Where a description stands.
    pub(super) fn span(&self, p: &Phrase) -> Span {
        self.words.words[p.from].span.join(self.words.words[p.to - 1].span)
    }

    /// Last mention of an entity before a word, counted from 1; 0 for none.
    pub(super) fn last_mention(&self, entity: usize, before: usize) -> usize {
        let places = self.places.get(entity).map_or(&[][..], Vec::as_slice);
        places.partition_point(|p| *p < before).checked_sub(1).map_or(0, |i| places[i] + 1)
    }

    fn word(&self, i: usize) -> &str {
        self.folded.get(i).map_or("", String::as_str)
    }

    fn cues(&self, i: usize) -> u8 {
        self.words.words.get(i).map_or(0, |w| w.cues)
    }

    fn covered(&self, i: usize) -> bool {
        self.entity.get(i).is_some_and(|e| *e > 0)
    }

    /// Every description of the text.
    pub(super) fn phrases(&self) -> Vec<Phrase> {
        let mut out: Vec<Phrase> = Vec::new();
        for &(from, to) in &self.words.sentences {
            let mut i = from;
            while i < to {
                match self.phrase(i, from, to) {
                    Some(p) => {
                        i = p.to;
                        out.push(p);
                    }
                    None => i += 1,
                }
            }
        }
        out
    }

    /// The description whose title is the word `head`.
    fn phrase(&self, head: usize, from: usize, end: usize) -> Option<Phrase> {
        if self.covered(head) || self.words.words[head].class > WordClass::SmallMixed {
            return None;
        }
        let former_word = self.word(head).starts_with("ex ");
        let long = LONG_TITLES
            .iter()
            .find(|t| t.iter().enumerate().all(|(k, w)| head + k < end && masculine(self.word(head + k)) == *w));
        let organisation = self.cues(head) & cue::ORG != 0 && self.cues(head) & cue::TITLE == 0;
        let titled = self.cues(head) & cue::TITLE != 0 && self.word(head).len() > 3;
        if long.is_none() && !titled && !organisation && !former_word {
            return None;
        }
        let mut to = head + long.map_or(1, |t| t.len());
        let title = long
            .map_or_else(|| masculine(self.word(head).trim_start_matches("ex ")), |t| t.join(" ").replace("' ", "'"));
        let title = match title.as_str() {
            "chef de l'etat" => "chef d'etat".to_owned(),
            "president de la republique" => "president".to_owned(),
            "procureur de la republique" => "procureur".to_owned(),
            _ => title,
        };
        let (start, definite, former) = self.opening(head, from);
        let mut p = Phrase {
            from: start,
            to,
            definite,
            group: group(&title),
            title: hash_word(title.as_bytes()),
            former: former || former_word,
            states: Vec::new(),
            office: 0,
            feminine: self.feminine(head, start, &title),
            open: false,
            organisation,
        };
        if title == "chef de la diplomatie" {
            p.title = hash_word(b"ministre");
            p.group = group("ministre");
            p.office = hash_word(b"affaires etrangeres");
        }
        while to < end && to < head + 12 {
            let next = self.modifier(&mut p, to, end);
            if next == to {
                break;
            }
            to = next;
        }
        p.to = to;
        p.open = organisation && matches!(self.word(to), "de" | "du" | "des" | "d'");
        Some(p)
    }

    /// What the article and the form of the title say about the gender.
    fn feminine(&self, head: usize, start: usize, title: &str) -> Option<bool> {
        let article = if start < head { self.word(start) } else { self.word(head.wrapping_sub(1)) };
        match article {
            "la" | "cette" | "une" | "ma" | "sa" => Some(true),
            "le" | "ce" | "cet" | "un" | "du" | "au" | "mon" => Some(false),
            _ => (masculine(self.word(head)) != self.word(head) && !title.contains(' ')).then_some(true),
        }
    }

    /// Article and adjectives before the title.
    fn opening(&self, head: usize, from: usize) -> (usize, bool, bool) {
        let (mut at, mut former) = (head, false);
        while at > from
            && matches!(
                self.word(at - 1),
                "ancien"
                    | "ancienne"
                    | "nouveau"
                    | "nouvel"
                    | "nouvelle"
                    | "futur"
                    | "future"
                    | "actuel"
                    | "actuelle"
                    | "jeune"
                    | "former"
                    | "vice"
            )
        {
            at -= 1;
            former |= matches!(self.word(at), "ancien" | "ancienne" | "former");
        }
        let article = at > from && matches!(self.word(at - 1), "le" | "la" | "l'" | "ce" | "cet" | "cette" | "the");
        if article { (at - 1, true, former) } else { (at, false, former) }
    }

    /// Reads one modifier at `at`; gives where it ends.
    fn modifier(&self, p: &mut Phrase, at: usize, end: usize) -> usize {
        let world = World::get();
        if !self.covered(at) {
            let states = self.words.words[at].class.is_small().then(|| world.states_of(self.words.words[at].fold));
            if let Some(states) = states.filter(|s| !s.is_empty()) {
                p.states.extend_from_slice(states);
                return at + 1;
            }
            if PASSED.contains(&self.word(at)) {
                return at + 1;
            }
        }
        let mut j = at;
        while j < end
            && j < at + 3
            && matches!(self.word(j), "de" | "du" | "des" | "d'" | "la" | "l'" | "les" | "of" | "et")
        {
            j += 1;
        }
        if j == at || j >= end {
            return at;
        }
        if self.covered(j) {
            let id = self.entity[j] as usize - 1;
            let to = (self.end[j] as usize).max(j + 1);
            if self.kinds.get(id) == Some(&EntityKind::Person) {
                return at;
            }
            let key = world::key(self.words.words[j..to].iter().map(|w| w.fold));
            let state =
                world.form_of(key).flatten().filter(|e| world.is_state(*e)).or_else(|| world.state_of_capital(key));
            match state {
                Some(s) => p.states.push(s),
                None => p.office = hash_word(self.folded[j..to].join(" ").as_bytes()),
            }
            return to;
        }
        if self.word(j) == "republique" {
            return j + 1;
        }
        let office = matches!(self.word(at), "de" | "du" | "des" | "d'")
            && !p.organisation
            && p.office == 0
            && self.words.words[j].class <= WordClass::SmallMixed
            && self.word(j).chars().count() > 3;
        if !office {
            return at;
        }
        let mut to = j + 1;
        // "des Affaires étrangères", "de l’Action publique".
        if to < end
            && self.words.words[j].class.is_capital()
            && self.words.words[to].class == WordClass::Small
            && self.word(to).ends_with('s')
            && self.word(j).ends_with('s')
        {
            to += 1;
        }
        p.office = hash_word(self.folded[j..to].join(" ").as_bytes());
        to
    }

    /// The name that a description stands beside: behind it, or before it
    /// with a comma.
    pub(super) fn name_beside(&self, p: &Phrase) -> Option<usize> {
        let fits = |i: usize| {
            let id = (*self.entity.get(i)?).checked_sub(1)? as usize;
            let kind = *self.kinds.get(id)?;
            let good = if p.organisation { kind == EntityKind::Organisation } else { kind == EntityKind::Person };
            good.then_some(id)
        };
        let begins = |i: usize| self.end.get(i).is_some_and(|e| *e > 0);
        let sign = |i: usize| self.text_of(i);
        if begins(p.to)
            && let Some(id) = fits(p.to)
        {
            return Some(id);
        }
        // `le collectif « La Mer en colère »`.
        if matches!(sign(p.to), "«" | "“" | "\"")
            && begins(p.to + 1)
            && let Some(id) = fits(p.to + 1)
        {
            return Some(id);
        }
        if sign(p.to) == "," && begins(p.to + 1) {
            let after = self.end[p.to + 1] as usize;
            if matches!(sign(after), "," | ")" | "." | "")
                && let Some(id) = fits(p.to + 1)
            {
                return Some(id);
            }
        }
        let before = p.from.checked_sub(1)?;
        if matches!(sign(before), "," | "(") {
            return fits(before.checked_sub(1)?);
        }
        None
    }

    fn text_of(&self, i: usize) -> &'t str {
        self.words.words.get(i).map_or("", |w| w.span.of(self.text))
    }
}

fn group(title: &str) -> u64 {
    let name = if LEADERS.contains(&title) {
        "leader"
    } else if PREMIERS.contains(&title) {
        "premier"
    } else {
        title
    };
    hash_word(name.as_bytes())
}

/// The masculine form of a folded title, as far as its ending tells.
fn masculine(word: &str) -> String {
    const ENDINGS: &[(&str, &str)] = &[
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
    ENDINGS
        .iter()
        .find_map(|(f, m)| word.strip_suffix(f).map(|stem| format!("{stem}{m}")))
        .unwrap_or_else(|| word.to_owned())
}
