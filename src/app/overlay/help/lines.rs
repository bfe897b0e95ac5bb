//! The keys of every context, as lines.

use crate::app::action::{ACTIONS, Action, Context, Info};
use crate::app::key::{self, Key};
use crate::app::keymap::{Bound, KeyEffect, Keymap};
use crate::app::overlay::help::legend::{legend, queries};
use crate::app::overlay::prompt::edit::editing_keys;
use crate::text::fold;
use crate::words::{Lang, msg};
use std::collections::HashSet;

/// One line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Heading of a context.
    Context(Context),
    /// Heading of what is left of a context whose first keys stand above.
    Rest(Context),
    /// Heading of the signs.
    Signs,
    /// Heading of what a query is made of.
    Queries,
    /// Keys and what they do.
    Keys(String, String),
}

/// What is used most wherever one is: few enough that the keys of the place still
/// begin on the first page of a small terminal.
const MOST_USED: [Action; 9] = [
    Action::Down,
    Action::Open,
    Action::Close,
    Action::Dismiss,
    Action::NextPane,
    Action::Find,
    Action::Next,
    Action::Undo,
    Action::Palette,
];

/// The help: what is used most and works everywhere, then the place where the reader
/// is, then the rest of what works everywhere, the signs, the forms of queries, and the other places; what
/// stands above already is not told again.
pub fn help_lines(keymap: &Keymap, context: Context, filter: &str, lang: Lang) -> Vec<HelpLine> {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    let holds = |row: &str| {
        let haystack = fold(row);
        words.iter().all(|w| haystack.contains(w))
    };
    let rows = |c: Context| {
        let mut rows = keys_of_context(keymap, c, lang);
        rows.retain(|row| holds(&format!("{} {} {}", row.keys.join(" "), row.label, row.other_words)));
        rows.sort_by_key(|r| r.rank);
        rows
    };
    let place = |row: &KeyRow| MOST_USED.iter().position(|a| row.action == Some(*a));
    let (mut first, rest): (Vec<KeyRow>, Vec<KeyRow>) =
        rows(Context::Everywhere).into_iter().partition(|row| place(row).is_some());
    first.sort_by_key(place);
    let (mut out, mut told) = (Vec::new(), HashSet::new());
    let mut section = |out: &mut Vec<HelpLine>, head: HelpLine, mut rows: Vec<KeyRow>| {
        rows.retain(|row| told.insert((few(&row.keys), row.label.clone())));
        if !rows.is_empty() {
            out.push(head);
            out.extend(rows.into_iter().map(|r| HelpLine::Keys(few(&r.keys), r.label)));
        }
    };
    section(&mut out, HelpLine::Context(Context::Everywhere), first);
    if context != Context::Everywhere {
        section(&mut out, HelpLine::Context(context), rows(context));
    }
    section(&mut out, HelpLine::Rest(Context::Everywhere), rest);
    let other_words = lang.text(msg::LEGEND_SYNONYMS);
    let signs = legend(lang).into_iter().filter(|(sign, label)| holds(&format!("{sign} {label} {other_words}")));
    let signs: Vec<HelpLine> = signs.map(|(s, label)| HelpLine::Keys(s.to_owned(), label.to_owned())).collect();
    if !signs.is_empty() {
        out.push(HelpLine::Signs);
        out.extend(signs);
    }
    let other_words = lang.text(msg::QUERY_SYNONYMS);
    let forms = queries(lang).into_iter().filter(|(form, label)| holds(&format!("{form} {label} {other_words}")));
    let forms: Vec<HelpLine> = forms.map(|(f, label)| HelpLine::Keys(f.to_owned(), label.to_owned())).collect();
    if !forms.is_empty() {
        out.push(HelpLine::Queries);
        out.extend(forms);
    }
    for c in Context::ALL.into_iter().filter(|c| ![Context::Everywhere, context].contains(c)) {
        section(&mut out, HelpLine::Context(c), rows(c));
    }
    out
}

/// The keys of a row: the first two, and of a run of digits its ends.
fn few(keys: &[String]) -> String {
    let is_digit = |k: &String| k.len() == 1 && k.bytes().all(|b| b.is_ascii_digit());
    match keys {
        [first, .., last] if keys.len() > 2 && keys.iter().all(is_digit) => format!("{first} … {last}"),
        _ => keys.iter().take(2).map(String::as_str).collect::<Vec<_>>().join("  "),
    }
}

/// Keys of a context that do one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The keys, the one to show first.
    pub keys: Vec<String>,
    /// What they do.
    pub label: String,
    /// The action, where it is one of the table.
    pub action: Option<Action>,
    /// Other words by which it may be looked for.
    pub other_words: String,
    /// Where it stands in the help of the context: what its footer tells comes
    /// first, then what is its own, then what works in most places.
    pub rank: (u8, u8),
}

/// The keys of a context and what they do: what the reader bound by a description
/// or to several actions and commands of the reader's own, then the rows of the
/// table; of a line of input also those that edit it.
pub fn keys_of_context(keymap: &Keymap, context: Context, lang: Lang) -> Vec<KeyRow> {
    let own: Vec<KeyRow> = keymap.own(context).map(|(keys, bound)| own_row(keymap, keys, bound, lang)).collect();
    let bound = |info: &'static Info| {
        let mut keys = keymap.keys_of(context, info.action);
        keys.retain(|k| !own.iter().any(|row: &KeyRow| row.keys.contains(k)));
        let other_words = info.searched();
        let rank = match info.hint(context) {
            Some(hint) => (0, hint.rank),
            None => (1 + u8::from(info.contexts().nth(1).is_some()), 0),
        };
        (!keys.is_empty()).then(|| KeyRow {
            keys,
            label: info.label(lang).to_owned(),
            action: Some(info.action),
            other_words,
            rank,
        })
    };
    let rows: Vec<KeyRow> = ACTIONS.iter().filter(|i| i.works_in(context)).filter_map(bound).collect();
    let mut all = own.clone();
    all.extend(rows);
    if context == Context::Prompt {
        let edits = editing_keys(lang);
        all.extend(edits.map(|(keys, label)| KeyRow {
            keys,
            label: label.to_owned(),
            action: None,
            other_words: String::new(),
            rank: (1, 0),
        }));
    }
    all
}

fn own_row(keymap: &Keymap, keys: &[Key], bound: &Bound, lang: Lang) -> KeyRow {
    let other_words = match &bound.effect {
        KeyEffect::Actions(actions) => actions.iter().map(|a| a.info().searched()).collect::<Vec<_>>().join(" "),
        KeyEffect::Command(_) => String::new(),
    };
    KeyRow {
        keys: vec![key::show(keys, keymap.lang)],
        label: bound.label(lang),
        action: None,
        other_words,
        rank: (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_begins_with_what_is_used_most_everywhere_and_then_with_the_footer_of_the_place() {
        for keymap in [Keymap::new(Lang::EN), Keymap::emacs(Lang::EN)] {
            let lines = help_lines(&keymap, Context::Compare, "", Lang::EN);
            let head = |wanted: &HelpLine| lines.iter().position(|l| l == wanted).expect("a heading");
            let (everywhere, here, rest) = (
                head(&HelpLine::Context(Context::Everywhere)),
                head(&HelpLine::Context(Context::Compare)),
                head(&HelpLine::Rest(Context::Everywhere)),
            );
            assert_eq!((everywhere, here), (0, MOST_USED.len() + 1), "{lines:?}");
            assert!(here < rest);
            let at = |wanted: &str| lines.iter().position(|l| matches!(l, HelpLine::Keys(keys, _) if keys == wanted));
            let (passage, findings) = (at("p").expect("passage"), at("1 … 9").expect("digits"));
            assert!(passage == here + 1 && passage < findings && findings < rest, "{lines:?}");
        }
    }

    #[test]
    fn every_key_of_the_help_stands_once() {
        let (keymap, lang) = (Keymap::default(), Lang::EN);
        let rows =
            |wanted: Context| keys_of_context(&keymap, wanted, lang).into_iter().map(|row| (few(&row.keys), row.label));
        let distinct: HashSet<(String, String)> = Context::ALL.into_iter().flat_map(rows).collect();
        let lines = help_lines(&keymap, Context::List, "", lang);
        let keys = lines.iter().filter(|l| matches!(l, HelpLine::Keys(..))).count();
        assert_eq!(keys, distinct.len() + queries(lang).len() + legend(lang).len());
    }
}
