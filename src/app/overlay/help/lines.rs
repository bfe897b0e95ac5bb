//! The keys of every context, as lines.

use crate::app::action::{ACTIONS, Context, Info};
use crate::app::key::{self, Key};
use crate::app::keymap::{Bound, KeyEffect, Keymap};
use crate::app::overlay::prompt::edit::editing_keys;
use crate::text::fold;
use crate::words::Lang;

/// One line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Heading of a context.
    Context(Context),
    /// Keys and what they do.
    Keys(String, String),
}

/// The help: the context first, then everywhere, then the others.
pub fn help_lines(keymap: &Keymap, context: Context, filter: &str, lang: Lang) -> Vec<HelpLine> {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    let mut order = vec![context, Context::Everywhere];
    order.extend(Context::ALL.into_iter().filter(|c| !matches!(c, Context::Everywhere) && *c != context));
    order.dedup();
    let mut out = Vec::new();
    for c in order {
        let fits = |row: &KeyRow| {
            let haystack = fold(&format!("{} {} {}", row.keys.join(" "), row.label, row.other_words));
            words.iter().all(|w| haystack.contains(w))
        };
        let mut rows = keys_of_context(keymap, c, lang);
        rows.sort_by_key(|r| r.rank);
        let lines: Vec<HelpLine> =
            rows.into_iter().filter(fits).map(|r| HelpLine::Keys(few(&r.keys), r.label)).collect();
        if !lines.is_empty() {
            out.push(HelpLine::Context(c));
            out.extend(lines);
        }
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
        (!keys.is_empty()).then(|| KeyRow { keys, label: info.label(lang).to_owned(), other_words, rank })
    };
    let rows: Vec<KeyRow> = ACTIONS.iter().filter(|i| i.works_in(context)).filter_map(bound).collect();
    let mut all = own.clone();
    all.extend(rows);
    if context == Context::Prompt {
        let edits = editing_keys(lang);
        all.extend(edits.map(|(keys, label)| KeyRow {
            keys,
            label: label.to_owned(),
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
    KeyRow { keys: vec![key::show(keys, keymap.lang)], label: bound.label(lang), other_words, rank: (0, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_of_a_place_begins_with_what_its_footer_tells_and_then_with_what_is_its_own() {
        let lines = help_lines(&Keymap::default(), Context::Compare, "", Lang::EN);
        assert_eq!(lines[0], HelpLine::Context(Context::Compare));
        let at = |wanted: &str| lines.iter().position(|l| matches!(l, HelpLine::Keys(keys, _) if keys == wanted));
        let (passage, findings, panes) =
            (at("p").expect("passage"), at("1 … 9").expect("digits"), at("h  ←").expect("panes"));
        assert!(passage == 1 && passage < findings && findings < panes, "{lines:?}");
    }
}
