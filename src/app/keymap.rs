//! Key sequences to actions: the only place where a key means something.

use crate::app::action::{ACTIONS, Action, Context};
use crate::app::key;
use crate::app::key::Key;
use crate::words::{Lang, msg, with_keys};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What the keys typed so far mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Actions, to be done one after the other.
    Exact(Vec<Action>),
    /// A command of the reader's own, by its place among them.
    Command(usize),
    /// The beginning of one or more sequences.
    Prefix,
    /// Nothing.
    None,
}

/// What a sequence of keys does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyEffect {
    /// Actions, one after the other.
    Actions(Vec<Action>),
    /// A command of the reader's own, by its place among them.
    Command(usize),
}

/// What a sequence of keys is bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// What it does.
    pub effect: KeyEffect,
    /// What the reader calls it.
    pub description: Option<String>,
}

impl Bound {
    /// What the keys do, in words.
    pub fn label(&self, lang: Lang) -> String {
        match (&self.description, &self.effect) {
            (Some(description), _) => description.clone(),
            (None, KeyEffect::Actions(actions)) => {
                actions.iter().map(|a| a.info().label(lang)).collect::<Vec<_>>().join(lang.text(msg::LIST_SEPARATOR))
            }
            (None, KeyEffect::Command(_)) => lang.text(msg::COMMAND_OWN).to_owned(),
        }
    }

    /// The first of its actions.
    pub fn action(&self) -> Option<Action> {
        match &self.effect {
            KeyEffect::Actions(actions) => actions.first().copied(),
            KeyEffect::Command(_) => None,
        }
    }

    /// True for actions alone, which no description names.
    fn does_only(&self, action: Action) -> bool {
        matches!(&self.effect, KeyEffect::Actions(actions) if *actions == [action])
    }

    /// True when the help tells it as one of its own, beside the rows of the table.
    fn is_told_by_itself(&self) -> bool {
        self.description.is_some() || !matches!(&self.effect, KeyEffect::Actions(actions) if actions.len() == 1)
    }
}

impl From<Vec<Action>> for Bound {
    fn from(actions: Vec<Action>) -> Self {
        Self { effect: KeyEffect::Actions(actions), description: None }
    }
}

/// The bindings in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// Language of the names of keys.
    pub lang: Lang,
    pub(super) bindings: BTreeMap<(Context, Vec<Key>), Bound>,
    /// Keys that a shipped map gives an action in the place of the table's, the
    /// one to show first.
    other_keys: BTreeMap<(Context, Action), Vec<Vec<Key>>>,
}

/// The keys of those who know Emacs, over those of the table.
const EMACS: &str = include_str!("../../assets/keys/emacs.tsv");

/// The lines of a shipped map: context, action and keys.
fn shipped_lines(map: &str) -> impl Iterator<Item = (Context, Action, Vec<Vec<Key>>)> + '_ {
    map.lines().filter(|l| !l.starts_with('#')).map(|line| {
        let fields = line.split_once('\t').and_then(|(c, rest)| Some((c, rest.split_once('\t')?)));
        let (context, (action, keys)) = fields.expect("a line of a shipped map has three fields");
        let context = Context::ALL.into_iter().find(|c| c.name() == context);
        let keys = keys.split_whitespace().map(|k| key::parse(k).expect("the keys of a shipped map parse"));
        (
            context.expect("a shipped map names contexts that there are"),
            Action::by_name(action).expect("a shipped map names actions that there are"),
            keys.collect(),
        )
    })
}

impl Default for Keymap {
    fn default() -> Self {
        let mut bindings = BTreeMap::new();
        for info in ACTIONS {
            for binding in info.bindings {
                for notation in binding.keys {
                    let keys = key::parse(notation).expect("the table's notation is checked by a test");
                    for &context in binding.contexts {
                        bindings.entry((context, keys.clone())).or_insert_with(|| vec![info.action].into());
                    }
                }
            }
        }
        Self { lang: Lang::EN, bindings, other_keys: BTreeMap::new() }
    }
}

impl Keymap {
    /// The table's bindings, keys named in a language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, ..Self::default() }
    }

    /// The keys of Emacs where it has any, else those of the table; named in a
    /// language.
    pub fn emacs(lang: Lang) -> Self {
        let mut keymap = Self::new(lang);
        keymap.lay_over(EMACS);
        keymap
    }

    /// Gives actions other keys than the table does.
    fn lay_over(&mut self, map: &str) {
        let lines: Vec<_> = shipped_lines(map).collect();
        // What one line frees another may take.
        for (context, action, _) in &lines {
            self.bindings.retain(|(c, _), a| c != context || !a.does_only(*action));
        }
        for (context, action, keys) in lines {
            self.bindings.extend(keys.iter().map(|k| ((context, k.clone()), vec![action].into())));
            self.other_keys.insert((context, action), keys);
        }
    }

    /// What `keys` mean in `context`; the context goes before
    /// [`Context::Everywhere`].
    pub fn lookup(&self, context: Context, keys: &[Key]) -> Lookup {
        for &c in context.reach() {
            if let Some(bound) = self.bindings.get(&(c, keys.to_vec())) {
                return Self::found(bound);
            }
        }
        let prefix = context.reach().iter().any(|&c| self.continuations(c, keys).next().is_some());
        if prefix { Lookup::Prefix } else { Lookup::None }
    }

    /// What `keys` mean in `context` by itself, whatever it reaches.
    pub fn lookup_in(&self, context: Context, keys: &[Key]) -> Lookup {
        match self.bindings.get(&(context, keys.to_vec())) {
            Some(bound) => Self::found(bound),
            None if self.continuations(context, keys).any(|(k, _)| k.len() > keys.len()) => Lookup::Prefix,
            None => Lookup::None,
        }
    }

    fn found(bound: &Bound) -> Lookup {
        match &bound.effect {
            KeyEffect::Actions(actions) => Lookup::Exact(actions.clone()),
            KeyEffect::Command(n) => Lookup::Command(*n),
        }
    }

    /// What `keys` are bound to in `context` by itself.
    pub fn bound(&self, context: Context, keys: &[Key]) -> Option<&Bound> {
        self.bindings.get(&(context, keys.to_vec()))
    }

    /// What the help of a context tells besides the rows of the table: commands of
    /// the reader's own, keys with a description and keys with several actions.
    pub fn own(&self, context: Context) -> impl Iterator<Item = (&[Key], &Bound)> {
        let of_context = self.bindings.iter().filter(move |((c, _), b)| *c == context && b.is_told_by_itself());
        of_context.map(|((_, keys), bound)| (keys.as_slice(), bound))
    }

    /// The key of a command of the reader's own: that of the context, else any.
    pub fn key_of_command(&self, context: Context, command: usize) -> Option<String> {
        let all = || self.bindings.iter().filter(|(_, b)| b.effect == KeyEffect::Command(command));
        let here = all().find(|((c, _), _)| context.reach().contains(c));
        here.or_else(|| all().next()).map(|((_, keys), _)| key::show(keys, self.lang))
    }

    /// What goes on from keys to longer sequences in `context` by itself.
    pub fn ways_on(&self, context: Context, keys: &[Key]) -> Vec<String> {
        let longer = self.continuations(context, keys).filter(|(k, _)| k.len() > keys.len());
        longer.map(|(k, _)| key::show(&k[keys.len()..], self.lang)).collect()
    }

    fn continuations(&self, context: Context, keys: &[Key]) -> impl Iterator<Item = (&[Key], &Bound)> {
        let keys = keys.to_vec();
        self.bindings
            .range((context, keys.clone())..)
            .take_while(move |((c, k), _)| *c == context && k.starts_with(&keys))
            .map(|((_, k), bound)| (k.as_slice(), bound))
    }

    /// Every way on from a prefix, for the menu: the remaining keys and the
    /// what they do, contexts first.
    pub fn menu(&self, context: Context, prefix: &[Key]) -> Vec<(String, &Bound)> {
        let mut out: Vec<(String, &Bound)> = Vec::new();
        for &c in context.reach() {
            for (keys, bound) in self.continuations(c, prefix) {
                let rest = key::show(&keys[prefix.len()..], self.lang);
                if !rest.is_empty() && !out.iter().any(|(r, _)| *r == rest) {
                    out.push((rest, bound));
                }
            }
        }
        // In the order of the table, which is the order of the help; commands last.
        out.sort_by_key(|(_, b)| (b.action().is_none(), b.action()));
        out
    }

    /// The keys of an action in a context, the table's first choice first.
    pub fn keys_of(&self, context: Context, action: Action) -> Vec<String> {
        let mut found: Vec<&Vec<Key>> = context
            .reach()
            .iter()
            .flat_map(|&c| {
                // Those of one context follow each other; every frame asks for a dozen.
                let here = self.bindings.range((c, Vec::new())..).take_while(move |((x, _), _)| *x == c);
                here.filter(move |(_, bound)| bound.does_only(action)).map(|((_, keys), _)| keys)
            })
            .collect();
        let shipped = |c: Context| match self.other_keys.get(&(c, action)) {
            Some(keys) => keys.clone(),
            None => action.info().keys_in(c).iter().filter_map(|n| key::parse(n).ok()).collect(),
        };
        let shipped: Vec<Vec<Key>> = context.reach().iter().flat_map(|&c| shipped(c)).collect();
        let rank = |k: &Vec<Key>| shipped.iter().position(|s| s == k).unwrap_or(0);
        found.sort_by_key(|k| rank(k));
        found.dedup();
        found.into_iter().map(|k| key::show(k, self.lang)).collect()
    }

    /// A sentence with the keys of the actions that it names; an action that has none
    /// is named as the palette knows it.
    pub fn put_in<'t>(&self, context: Context, text: &'t str) -> Cow<'t, str> {
        with_keys(text, |name| {
            let key = Action::by_name(name).and_then(|action| self.key_of(context, action));
            key.unwrap_or_else(|| format!(":{name}"))
        })
    }

    /// The key to show for an action, whatever the context.
    pub fn key_of(&self, context: Context, action: Action) -> Option<String> {
        self.keys_of(context, action)
            .into_iter()
            .next()
            .or_else(|| action.info().contexts().find_map(|c| self.keys_of(c, action).into_iter().next()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_key_parses_and_no_two_actions_share_one() {
        let mut seen: BTreeMap<(Context, Vec<Key>), &str> = BTreeMap::new();
        for info in ACTIONS {
            for binding in info.bindings {
                for notation in binding.keys {
                    let keys = key::parse(notation).unwrap();
                    for &c in binding.contexts {
                        let old = seen.insert((c, keys.clone()), info.name);
                        assert_eq!(old, None, "{notation} in {c:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_sequence_of_a_shipped_map_hides_a_longer_one() {
        for map in [Keymap::new(Lang::EN), Keymap::emacs(Lang::EN)] {
            // Where a sequence counts, in its own context and in those that reach it.
            let reaches = |at: &Context, c: Context| at.reach().contains(&c);
            for (context, keys) in map.bindings.keys() {
                for at in Context::ALL.into_iter().filter(|at| reaches(at, *context)) {
                    for n in 1..keys.len() {
                        let found = map.lookup(at, &keys[..n]);
                        assert_eq!(found, Lookup::Prefix, "{} in {at:?}", key::show(keys, Lang::EN));
                    }
                }
            }
        }
    }

    #[test]
    fn a_shipped_map_names_no_key_twice_in_a_context_and_loses_no_action() {
        let mut seen = BTreeMap::new();
        for (context, action, keys) in shipped_lines(EMACS) {
            assert!(action.info().works_in(context), "{} in {context:?}", action.info().name);
            for keys in keys {
                let old = seen.insert((context, keys.clone()), action);
                assert_eq!(old, None, "{} in {context:?}", key::show(&keys, Lang::EN));
            }
        }
        let (vim, emacs) = (Keymap::new(Lang::EN), Keymap::emacs(Lang::EN));
        for ((context, keys), actions) in &vim.bindings {
            if let Some(other) = emacs.bindings.get(&(*context, keys.clone()))
                && other != actions
            {
                assert_eq!(seen.get(&(*context, keys.clone())).copied(), other.action(), "only a line takes a key");
            }
        }
        let unbound = [Action::HalfDown, Action::HalfUp];
        for info in ACTIONS.iter().filter(|i| !unbound.contains(&i.action)) {
            for context in info.contexts() {
                let kept =
                    vim.keys_of(context, info.action).is_empty() || !emacs.keys_of(context, info.action).is_empty();
                assert!(kept, "{} in {context:?}", info.name);
            }
        }
    }

    #[test]
    fn the_first_key_of_a_shipped_map_is_the_one_that_is_shown() {
        let map = Keymap::emacs(Lang::EN);
        assert_eq!(map.key_of(Context::List, Action::Palette).as_deref(), Some("Alt-x"));
        assert_eq!(map.key_of(Context::List, Action::Down).as_deref(), Some("Ctrl-n"));
        assert_eq!(map.key_of(Context::List, Action::Keep).as_deref(), Some("sk"));
    }

    #[test]
    fn a_context_goes_before_everywhere() {
        let map = Keymap::default();
        let gd = key::parse("gd").unwrap();
        assert_eq!(map.lookup(Context::List, &gd), Lookup::Exact(vec![Action::GroupDay]));
        assert_eq!(map.lookup(Context::Compare, &gd), Lookup::Exact(vec![Action::LayerAll]));
        assert_eq!(map.lookup(Context::List, &gd[..1]), Lookup::Prefix);
    }
}
