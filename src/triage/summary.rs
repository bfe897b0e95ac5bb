//! Entries said in words, in French and in English.
//!
//! One line an entry: what it was about, an arrow or a sign, what was done:
//! `12 articles → drop`, `Le titre +#une`.

use crate::corpus::Language;
use crate::triage::change::{Change, ClaimField, CleaningPlace, Decision, State, Target};
use crate::triage::entry::{Entry, What};
use crate::triage::ledger::Triage;
use std::collections::BTreeSet;

/// A state in words.
pub fn state_name(state: State, language: Language) -> &'static str {
    match (language, state) {
        (Language::Fr, State::ToRead) => "à lire",
        (Language::Fr, State::Follow) => "à suivre",
        (Language::Fr, State::Keep) => "retenu",
        (Language::Fr, State::Drop) => "écarté",
        (Language::Fr, State::Done) => "fait",
        (_, State::ToRead) => "to read",
        (_, State::Follow) => "follow",
        (_, State::Keep) => "keep",
        (_, State::Drop) => "drop",
        (_, State::Done) => "done",
    }
}

/// A claim in words.
pub fn claim_name(field: ClaimField, language: Language) -> &'static str {
    match (language, field) {
        (Language::Fr, ClaimField::Title) => "titre",
        (Language::Fr, ClaimField::Source) => "source",
        (Language::Fr, ClaimField::Author) => "auteur",
        (Language::Fr, ClaimField::Agencies) => "agences",
        (Language::Fr, ClaimField::Published) => "date",
        (Language::Fr, ClaimField::EventDate) => "date de l’événement",
        (Language::Fr, ClaimField::Language) => "langue",
        (Language::Fr, ClaimField::Url) => "adresse",
        (_, ClaimField::Title) => "title",
        (_, ClaimField::Source) => "source",
        (_, ClaimField::Author) => "author",
        (_, ClaimField::Agencies) => "agencies",
        (_, ClaimField::Published) => "date",
        (_, ClaimField::EventDate) => "date of the event",
        (_, ClaimField::Language) => "language",
        (_, ClaimField::Url) => "address",
    }
}

/// Characters of a note or a title that a summary shows.
const SHOWN: usize = 60;

/// One line for an entry. `name` gives the short name of a target, such as
/// the title of an article; without one the count of targets is said.
pub fn sentence(
    entry: &Entry,
    triage: &Triage,
    language: Language,
    name: &dyn Fn(&Target) -> Option<String>,
) -> String {
    let (undone, redone, unknown) = match language {
        Language::Fr => ("annulé : ", "rétabli : ", "une action inconnue ici"),
        _ => ("undone: ", "redone: ", "an act that is not known here"),
    };
    match &entry.what {
        What::Act(changes) => act(changes, language, name),
        What::Undo(id) | What::Redo(id) => {
            let head = if matches!(entry.what, What::Undo(_)) { undone } else { redone };
            let what = triage.entry(*id).map(|e| act(e.changes(), language, name));
            format!("{head}{}", what.unwrap_or_else(|| unknown.to_owned()))
        }
    }
}

fn act(changes: &[(Target, Change)], language: Language, name: &dyn Fn(&Target) -> Option<String>) -> String {
    let mut kinds: Vec<(String, BTreeSet<&Target>)> = Vec::new();
    for (target, change) in changes {
        let words = change_words(change, language);
        let known = kinds.iter().position(|(w, _)| *w == words);
        // A few kinds are said; the rest of a mixed act is only counted.
        let place = known.unwrap_or_else(|| {
            if kinds.len() < 4 {
                kinds.push((words, BTreeSet::new()));
            } else if kinds.len() == 4 {
                kinds.push(("…".to_owned(), BTreeSet::new()));
            }
            kinds.len() - 1
        });
        kinds[place].1.insert(target);
    }
    let one = |(words, targets): (String, BTreeSet<&Target>)| format!("{} {words}", subject(&targets, language, name));
    let all: Vec<String> = kinds.into_iter().map(one).collect();
    if all.is_empty() { "—".to_owned() } else { all.join(" ; ") }
}

fn subject(targets: &BTreeSet<&Target>, language: Language, name: &dyn Fn(&Target) -> Option<String>) -> String {
    if let [one] = targets.iter().copied().collect::<Vec<_>>().as_slice() {
        return name(one).map_or_else(|| unnamed(one, language), |n| shorten(&n));
    }
    let count = |f: fn(&Target) -> bool| targets.iter().filter(|t| f(t)).count();
    let articles = count(|t| matches!(t, Target::Document(_)));
    let stories = count(|t| matches!(t, Target::Story(_)));
    let other = targets.len() - articles - stories;
    let mut parts = Vec::new();
    let story = |n: usize| match (language, n) {
        (Language::Fr, 1) => "1 sujet".to_owned(),
        (Language::Fr, n) => format!("{n} sujets"),
        (_, 1) => "1 story".to_owned(),
        (_, n) => format!("{n} stories"),
    };
    if articles > 0 {
        parts.push(format!("{articles} article{}", if articles == 1 { "" } else { "s" }));
    }
    if stories > 0 {
        parts.push(story(stories));
    }
    if other > 0 {
        parts.push(match language {
            Language::Fr => format!("{other} autres"),
            _ => format!("{other} others"),
        });
    }
    parts.join(" + ")
}

fn unnamed(target: &Target, language: Language) -> String {
    let french = language == Language::Fr;
    match target {
        Target::Document(k) => format!("article {}", k.to_string().get(..8).unwrap_or_default()),
        Target::Story(s) if french => format!("sujet {s}"),
        Target::Story(s) => format!("story {s}"),
        Target::Pair(..) if french => "une comparaison".to_owned(),
        Target::Pair(..) => "a comparison".to_owned(),
        Target::Source(s) => shorten(s),
        Target::Corpus => "corpus".to_owned(),
    }
}

/// What a change does, after the arrow or the sign.
pub fn change_words(change: &Change, language: Language) -> String {
    let french = language == Language::Fr;
    let pick = |fr: &str, en: &str| if french { fr.to_owned() } else { en.to_owned() };
    match change {
        Change::State(s) => format!("→ {}", state_name(*s, language)),
        Change::Read(true) => pick("→ lu", "→ read"),
        Change::Read(false) => pick("→ non lu", "→ unread"),
        Change::Tag(t) => format!("+#{}", shorten(t)),
        Change::Untag(t) => format!("−#{}", shorten(t)),
        Change::Note { text, .. } => format!("+ note “{}”", shorten(text)),
        Change::EditNote { text, .. } => format!("{} “{}”", pick("note réécrite", "note rewritten"), shorten(text)),
        Change::MoveNote { .. } => pick("note déplacée", "note moved"),
        Change::DeleteNote(_) => pick("− note", "− note"),
        Change::Claim { field, value: Some(v) } => format!("{} = {}", claim_name(*field, language), shorten(v)),
        Change::Claim { field, value: None } => {
            format!("{} {}", claim_name(*field, language), pick("sans correction", "no longer corrected"))
        }
        Change::Decide(d) => decision(d, language),
        Change::Retract(d) => format!("− ({})", decision(d, language)),
    }
}

fn decision(d: &Decision, language: Language) -> String {
    let french = language == Language::Fr;
    let place = |p: &CleaningPlace| match p {
        CleaningPlace::Span(s) => format!("{}–{}", s.start, s.end),
        CleaningPlace::Rule(words) | CleaningPlace::Line(words) => shorten(words),
    };
    match d {
        Decision::SameName { form, name } => format!("{} = {}", shorten(form), shorten(name)),
        Decision::OtherName { form, name } => format!("{} ≠ {}", shorten(form), shorten(name)),
        Decision::NameKind { name, kind } => format!("{} : {}", shorten(name), shorten(kind)),
        Decision::NotAName { form } if french => format!("{} n’est pas un nom", shorten(form)),
        Decision::NotAName { form } => format!("{} is not a name", shorten(form)),
        Decision::SameStory { .. } if french => "rejoint un sujet".to_owned(),
        Decision::SameStory { .. } => "joins a story".to_owned(),
        Decision::OtherStory { .. } if french => "quitte un sujet".to_owned(),
        Decision::OtherStory { .. } => "leaves a story".to_owned(),
        Decision::PutBack { place: p } if french => format!("bloc remis ({})", place(p)),
        Decision::PutBack { place: p } => format!("block put back ({})", place(p)),
        Decision::TakeOut { place: p } if french => format!("bloc ôté ({})", place(p)),
        Decision::TakeOut { place: p } => format!("block taken out ({})", place(p)),
        Decision::Pin { .. } if french => "passages épinglés".to_owned(),
        Decision::Pin { .. } => "passages pinned".to_owned(),
        Decision::Search { name, query } => format!("“{}” = {}", shorten(name), shorten(query)),
    }
}

fn shorten(s: &str) -> String {
    let s = crate::text::sanitise::one_line(s);
    match s.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", s[..cut].trim_end()),
        None => s,
    }
}
