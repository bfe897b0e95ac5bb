//! What a key means in each context.

use crate::app::action::Context;
use crate::app::key::Key;
use crate::app::keymap::{Keymap, Lookup};
use crate::app::overlay::prompt::edit::is_for_line;
use crate::words::{Lang, msg};

/// The contexts in which keys, one behind the other, mean something by themselves,
/// those of every screen first, and what that is.
pub fn meanings(keymap: &Keymap, keys: &[Key], lang: Lang) -> Vec<(Context, String)> {
    let first = [Context::Everywhere].into_iter();
    let contexts = first.chain(Context::ALL.into_iter().filter(|c| *c != Context::Everywhere));
    contexts.filter_map(|context| Some((context, meaning(keymap, context, keys, lang)?))).collect()
}

fn meaning(keymap: &Keymap, context: Context, keys: &[Key], lang: Lang) -> Option<String> {
    match keymap.lookup_in(context, keys) {
        Lookup::Exact(_) | Lookup::Command(_) => keymap.bound(context, keys).map(|b| b.label(lang)),
        Lookup::Prefix => {
            let ways = keymap.ways_on(context, keys);
            Some(lang.say(msg::what_key_begins(ways.len(), ways.join(" "))))
        }
        Lookup::None => {
            let line = matches!(context, Context::Prompt | Context::Picker | Context::Help);
            let [key] = keys else { return None };
            (line && is_for_line(*key)).then(|| lang.text(msg::WHAT_KEY_EDITS).to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key;

    fn told(notation: &str) -> Vec<(Context, String)> {
        let keys = key::parse(notation).expect("keys of a test");
        meanings(&Keymap::default(), &keys, Lang::EN)
    }

    #[test]
    fn each_context_tells_its_own_meaning_once() {
        let r = told("r");
        let of = |c| r.iter().filter(|(x, _)| *x == c).map(|(_, m)| m.as_str()).collect::<Vec<_>>();
        assert_eq!(of(Context::Searches), ["rename the kept search"]);
        assert_eq!(of(Context::List).len(), 1);
        assert!(of(Context::Everywhere).is_empty() && of(Context::Prompt) == ["goes into the line"]);
    }

    #[test]
    fn the_beginning_of_a_sequence_says_how_many_it_begins() {
        let g = told("g");
        assert!(g.iter().any(|(c, m)| *c == Context::Everywhere && m.contains("begins")), "{g:?}");
        let s = told("s");
        assert!(s.iter().any(|(c, m)| *c == Context::List && m.contains(" k")), "{s:?}");
    }

    #[test]
    fn a_sequence_is_told_as_a_key_is() {
        let keep = told("sk");
        assert!(keep.iter().any(|(c, m)| *c == Context::List && m == "keep"), "{keep:?}");
        assert_eq!(told("sq"), []);
    }

    #[test]
    fn a_key_that_nothing_is_bound_to_means_nothing() {
        assert_eq!(told("<f9>"), []);
    }
}
