//! Key sequences to actions: the only place where a key means something.

use crate::app::action::{ACTIONS, Action, Context};
use crate::app::key;
use crate::app::key::Key;
use crate::app::words::Lang;
use crate::notice::Notice;
use crate::words::msg;
use std::collections::BTreeMap;

/// What the keys typed so far mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Actions, to be done one after the other.
    Exact(Vec<Action>),
    /// The beginning of one or more sequences.
    Prefix,
    /// Nothing.
    None,
}

/// The bindings in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// Language of the names of keys.
    pub lang: Lang,
    bindings: BTreeMap<(Context, Vec<Key>), Vec<Action>>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut bindings = BTreeMap::new();
        for info in ACTIONS {
            for notation in info.keys {
                let keys = key::parse(notation).expect("the table's notation is checked by a test");
                for &context in info.contexts {
                    bindings.entry((context, keys.clone())).or_insert_with(|| vec![info.action]);
                }
            }
        }
        Self { lang: Lang::EN, bindings }
    }
}

impl Keymap {
    /// The table's bindings, keys named in a language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, ..Self::default() }
    }

    /// Rebinds: `context` → `keys` → names of actions, done one after the
    /// other; no name unbinds. Returns what could not be understood.
    pub fn rebind(&mut self, overrides: &BTreeMap<String, BTreeMap<String, Vec<String>>>) -> Vec<Notice> {
        let mut notices = Vec::new();
        for (context, bindings) in overrides {
            let Some(context) = Context::ALL.into_iter().find(|c| c.id() == context) else {
                let names = Context::ALL.map(Context::id).join(", ");
                notices.push(
                    Notice::warning(
                        "config",
                        msg::verbatim(format!("[keys.{context}] is not a context; it was ignored.")),
                    )
                    .with_hint(msg::verbatim(format!("Contexts are {names}."))),
                );
                continue;
            };
            for (notation, names) in bindings {
                let keys = match key::parse(notation) {
                    Ok(keys) => keys,
                    Err(part) => {
                        notices.push(Notice::warning(
                            "config",
                            msg::verbatim(format!(
                                "“{part}” in [keys.{}] is not a key; the binding was ignored.",
                                context.id()
                            )),
                        ));
                        continue;
                    }
                };
                match names.iter().map(|n| Action::by_name(n).ok_or(n)).collect::<Result<Vec<_>, _>>() {
                    Ok(actions) if actions.is_empty() => {
                        self.bindings.remove(&(context, keys));
                    }
                    Ok(actions) => {
                        self.bindings.insert((context, keys), actions);
                    }
                    Err(name) => notices.push(
                        Notice::warning(
                            "config",
                            msg::verbatim(format!("“{name}” is not an action; the binding of {notation} was ignored.")),
                        )
                        .with_hint(msg::verbatim("kiosque man lists the actions.")),
                    ),
                }
            }
        }
        notices
    }

    /// What `keys` mean in `context`; the context goes before
    /// [`Context::Everywhere`].
    pub fn lookup(&self, context: Context, keys: &[Key]) -> Lookup {
        for c in [context, Context::Everywhere] {
            if let Some(a) = self.bindings.get(&(c, keys.to_vec())) {
                return Lookup::Exact(a.clone());
            }
        }
        let prefix = [context, Context::Everywhere].into_iter().any(|c| self.continuations(c, keys).next().is_some());
        if prefix { Lookup::Prefix } else { Lookup::None }
    }

    fn continuations(&self, context: Context, keys: &[Key]) -> impl Iterator<Item = (&[Key], Action)> {
        let keys = keys.to_vec();
        self.bindings
            .range((context, keys.clone())..)
            .take_while(move |((c, k), _)| *c == context && k.starts_with(&keys))
            .filter_map(|((_, k), a)| Some((k.as_slice(), *a.first()?)))
    }

    /// Every way on from a prefix, for the menu: the remaining keys and the
    /// action, contexts first.
    pub fn menu(&self, context: Context, prefix: &[Key]) -> Vec<(String, Action)> {
        let mut out: Vec<(String, Action)> = Vec::new();
        for c in [context, Context::Everywhere] {
            for (keys, action) in self.continuations(c, prefix) {
                let rest = key::show(&keys[prefix.len()..], self.lang);
                if !rest.is_empty() && !out.iter().any(|(r, _)| *r == rest) {
                    out.push((rest, action));
                }
            }
        }
        // In the order of the table, which is the order of the help.
        out.sort_by_key(|(_, a)| *a);
        out
    }

    /// The keys of an action in a context, the table's first choice first.
    pub fn keys_of(&self, context: Context, action: Action) -> Vec<String> {
        let mut found: Vec<&Vec<Key>> = [context, Context::Everywhere]
            .into_iter()
            .flat_map(|c| {
                self.bindings.iter().filter(move |((x, _), a)| *x == c && ***a == [action]).map(|((_, k), _)| k)
            })
            .collect();
        let rank =
            |k: &Vec<Key>| action.info().keys.iter().position(|n| key::parse(n).is_ok_and(|p| p == *k)).unwrap_or(0);
        found.sort_by_key(|k| rank(k));
        found.dedup();
        found.into_iter().map(|k| key::show(k, self.lang)).collect()
    }

    /// The key to show for an action, whatever the context.
    pub fn key_of(&self, context: Context, action: Action) -> Option<String> {
        self.keys_of(context, action)
            .into_iter()
            .next()
            .or_else(|| action.info().contexts.iter().find_map(|&c| self.keys_of(c, action).into_iter().next()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_key_parses_and_no_two_actions_share_one() {
        let mut seen: BTreeMap<(Context, Vec<Key>), &str> = BTreeMap::new();
        for info in ACTIONS {
            for notation in info.keys {
                let keys = key::parse(notation).unwrap();
                for &c in info.contexts {
                    let old = seen.insert((c, keys.clone()), info.name);
                    assert_eq!(old, None, "{notation} in {c:?}");
                }
            }
        }
    }

    #[test]
    fn no_sequence_hides_a_longer_one() {
        let map = Keymap::default();
        for (context, keys) in map.bindings.keys() {
            for n in 1..keys.len() {
                assert_eq!(map.lookup(*context, &keys[..n]), Lookup::Prefix, "{}", key::show(keys, Lang::EN));
            }
        }
    }

    #[test]
    fn a_context_goes_before_everywhere() {
        let map = Keymap::default();
        let gd = key::parse("gd").unwrap();
        assert_eq!(map.lookup(Context::List, &gd), Lookup::Exact(vec![Action::GroupDay]));
        assert_eq!(map.lookup(Context::Compare, &gd), Lookup::Exact(vec![Action::LayerAll]));
        assert_eq!(map.lookup(Context::List, &gd[..1]), Lookup::Prefix);
    }

    #[test]
    fn a_wrong_binding_is_said_and_the_others_hold() {
        let mut map = Keymap::default();
        let overrides = BTreeMap::from([
            (
                "list".to_owned(),
                BTreeMap::from([("é".to_owned(), vec!["keep".to_owned()]), ("x".to_owned(), vec!["fly".to_owned()])]),
            ),
            ("moon".to_owned(), BTreeMap::new()),
        ]);
        let notices = map.rebind(&overrides);
        assert_eq!(notices.len(), 2);
        assert_eq!(map.lookup(Context::List, &[Key::char('é')]), Lookup::Exact(vec![Action::Keep]));
    }
}
