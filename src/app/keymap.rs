//! Key sequences to actions: the only place where a key means something.

use crate::app::action::{ACTIONS, Action, Context};
use crate::app::key;
use crate::app::key::Key;
use crate::notice::Notice;
use crate::text::near::did_you_mean;
use crate::text::sanitise::one_line;
use crate::words::Lang;
use crate::words::{Arg, Message, msg};
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

/// A binding of the reader's own, as written.
#[derive(Clone, Debug)]
pub struct Rebinding<'a> {
    /// File and line, for notices.
    pub place: &'a str,
    /// The keys.
    pub keys: &'a str,
    /// Names of actions, done one after the other; none unbinds.
    pub actions: &'a [String],
}

/// The reader's own bindings in one context.
#[derive(Clone, Debug)]
pub struct RebindingTable<'a> {
    /// File and line, for notices.
    pub place: &'a str,
    /// Name of the context.
    pub context: &'a str,
    /// The bindings, in the order of the file.
    pub bindings: Vec<Rebinding<'a>>,
}

/// The bindings in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// Language of the names of keys.
    pub lang: Lang,
    bindings: BTreeMap<(Context, Vec<Key>), Vec<Action>>,
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
                        bindings.entry((context, keys.clone())).or_insert_with(|| vec![info.action]);
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
            self.bindings.retain(|(c, _), a| c != context || **a != [*action]);
        }
        for (context, action, keys) in lines {
            self.bindings.extend(keys.iter().map(|k| ((context, k.clone()), vec![action])));
            self.other_keys.insert((context, action), keys);
        }
    }

    /// Binds keys to other actions; no action unbinds. Returns what could not
    /// be understood, and which keys can no longer be reached.
    pub fn rebind(&mut self, tables: &[RebindingTable<'_>]) -> Vec<Notice> {
        let (mut notices, mut bound) = (Vec::new(), Vec::new());
        for table in tables {
            let Some(context) = Context::ALL.into_iter().find(|c| c.name() == table.context) else {
                let names = Context::ALL.map(Context::name);
                let meant = did_you_mean(table.context, &names);
                let sentence = msg::keys_context(one_line(table.context), meant);
                let hint = msg::keys_contexts(names.join(", "));
                notices.push(Notice::warning(table.place, sentence).with_hint(hint));
                continue;
            };
            for binding in &table.bindings {
                match self.bind(context, binding) {
                    Ok(keys) => bound.push((context, keys, binding.place)),
                    Err(notice) => notices.push(notice),
                }
            }
        }
        // Asked once all is bound: what one line hides another may have moved.
        notices.extend(bound.iter().filter_map(|(context, keys, place)| self.hidden(*context, keys, place)));
        notices.extend(bound.iter().filter_map(|(context, keys, place)| self.idle(*context, keys, place)));
        notices
    }

    fn bind(&mut self, context: Context, binding: &Rebinding<'_>) -> Result<Vec<Key>, Notice> {
        let wrong = |sentence: Message| Notice::warning(binding.place, sentence);
        let keys = key::parse(binding.keys).map_err(|part| {
            let meant = did_you_mean(&part, &key::names());
            wrong(msg::keys_key(one_line(&part), context.name(), meant))
        })?;
        if keys.is_empty() {
            return Err(wrong(msg::keys_none(context.name())));
        }
        let mut actions = Vec::new();
        for name in binding.actions {
            actions.push(Action::by_name(name).ok_or_else(|| {
                let known: Vec<&str> = ACTIONS.iter().map(|info| info.name).collect();
                let sentence = msg::keys_action(one_line(name), did_you_mean(name, &known), one_line(binding.keys));
                wrong(sentence).with_hint(msg::KEYS_ACTIONS)
            })?);
        }
        if actions.is_empty() {
            self.bindings.remove(&(context, keys.clone()));
        } else {
            self.bindings.insert((context, keys.clone()), actions);
        }
        Ok(keys)
    }

    /// Says it when a binding takes the beginning of longer ones, which
    /// nothing reaches any more, or begins with a shorter one that is in its
    /// way.
    fn hidden(&self, context: Context, keys: &[Key], place: &str) -> Option<Notice> {
        self.bindings.get(&(context, keys.to_vec()))?;
        // Keys of one context and those of everywhere are looked up together.
        let meets = |c: Context| context.reach().contains(&c) || c.reach().contains(&context);
        let others = self.bindings.keys().filter(|(c, k)| meets(*c) && k.len() != keys.len());
        let show = |keys: &[Key]| key::show(keys, self.lang);
        let (mut longer, mut shorter) = (Vec::new(), None);
        for (_, other) in others {
            if other.starts_with(keys) {
                longer.push(show(other));
            } else if keys.starts_with(other) {
                shorter = Some(show(other));
            }
        }
        longer.sort();
        longer.dedup();
        let sentence = match (longer.is_empty(), shorter) {
            (_, Some(shorter)) => msg::keys_behind(show(keys), context.name(), shorter),
            (false, None) => msg::keys_hides(show(keys), context.name(), longer.join(", ")),
            (true, None) => return None,
        };
        Some(Notice::warning(place, sentence).with_hint(msg::KEYS_UNBIND))
    }

    /// Says it when the first of the actions does nothing wherever the keys
    /// count; those behind it may find another screen.
    fn idle(&self, context: Context, keys: &[Key], place: &str) -> Option<Notice> {
        let info = self.bindings.get(&(context, keys.to_vec()))?.first()?.info();
        let counts = |at: &Context| at.reach().contains(&context);
        let works = |at: Context| at.reach().iter().any(|c| info.works_in(*c));
        if Context::ALL.into_iter().filter(counts).any(works) {
            return None;
        }
        let contexts = info.contexts().map(Context::name).collect::<Arg>();
        let sentence = msg::keys_idle(info.name, context.name(), key::show(keys, self.lang));
        Some(Notice::warning(place, sentence).with_hint(msg::keys_idle_contexts(contexts)))
    }

    /// What `keys` mean in `context`; the context goes before
    /// [`Context::Everywhere`].
    pub fn lookup(&self, context: Context, keys: &[Key]) -> Lookup {
        for &c in context.reach() {
            if let Some(a) = self.bindings.get(&(c, keys.to_vec())) {
                return Lookup::Exact(a.clone());
            }
        }
        let prefix = context.reach().iter().any(|&c| self.continuations(c, keys).next().is_some());
        if prefix { Lookup::Prefix } else { Lookup::None }
    }

    /// What `keys` mean in `context` by itself, whatever it reaches.
    pub fn lookup_in(&self, context: Context, keys: &[Key]) -> Lookup {
        match self.bindings.get(&(context, keys.to_vec())) {
            Some(actions) => Lookup::Exact(actions.clone()),
            None if self.ways_on(context, keys) > 0 => Lookup::Prefix,
            None => Lookup::None,
        }
    }

    /// How many longer sequences begin so in `context` by itself.
    pub fn ways_on(&self, context: Context, keys: &[Key]) -> usize {
        self.continuations(context, keys).filter(|(k, _)| k.len() > keys.len()).count()
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
        for &c in context.reach() {
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
        let mut found: Vec<&Vec<Key>> = context
            .reach()
            .iter()
            .flat_map(|&c| {
                self.bindings.iter().filter(move |((x, _), a)| *x == c && ***a == [action]).map(|((_, k), _)| k)
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
                assert_eq!(seen.get(&(*context, keys.clone())), other.first(), "only a line takes a key");
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

    #[test]
    fn keys_for_an_action_that_does_nothing_there_are_said() {
        let map = &mut Keymap::default();
        let said = rebound(map, &[("article", "é", &["keep", "swap-sides"]), ("list", "é", &["swap-sides", "open"])]);
        assert_eq!(said, ["c:2: `swap-sides` does nothing in [keys.list], where it is bound to é."]);
        let said = rebound(map, &[("everywhere", "è", &["swap-sides"]), ("prompt", "è", &["keep"])]);
        assert_eq!(said, ["c:2: `keep` does nothing in [keys.prompt], where it is bound to è."]);
    }

    fn rebound(map: &mut Keymap, lines: &[(&str, &str, &[&str])]) -> Vec<String> {
        let lines: Vec<(&str, &str, Vec<String>)> =
            lines.iter().map(|(c, k, a)| (*c, *k, a.iter().map(|a| (*a).to_owned()).collect())).collect();
        let table = |(context, keys, actions)| RebindingTable {
            place: "c:1",
            context,
            bindings: vec![Rebinding { place: "c:2", keys, actions }],
        };
        let tables: Vec<_> = lines.iter().map(|(c, k, a)| table((*c, *k, a.as_slice()))).collect();
        map.rebind(&tables).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_wrong_binding_is_said_and_the_others_hold() {
        let mut map = Keymap::default();
        let said = rebound(
            &mut map,
            &[
                ("list", "é", &["keep"]),
                ("list", "x", &["kep"]),
                ("lisst", "x", &["keep"]),
                ("list", "<entr>", &["keep"]),
                ("list", "", &["keep"]),
            ],
        );
        assert_eq!(
            said,
            [
                "c:2: “kep” is not an action (did you mean `keep`?); the binding of x was ignored.",
                "c:1: [keys.lisst] is not a context (did you mean `list`?); it was ignored.",
                "c:2: “<entr>” in [keys.list] is not a key (did you mean `<enter>`?); the binding was ignored.",
                "c:2: a binding in [keys.list] has no keys; it was ignored.",
            ]
        );
        assert_eq!(map.lookup(Context::List, &[Key::char('é')]), Lookup::Exact(vec![Action::Keep]));
    }

    #[test]
    fn keys_that_are_hidden_are_said_unless_they_are_unbound() {
        let hides = rebound(&mut Keymap::default(), &[("everywhere", "Z", &["quit"]), ("list", "ZZ", &["keep"])]);
        assert_eq!(hides.len(), 2, "{hides:?}");
        assert_eq!(hides[0], "c:2: Z in [keys.everywhere] hides ZZ, which can no longer be typed.");
        assert_eq!(hides[1], "c:2: ZZ in [keys.list] can never be typed: Z does something before.");
        let moved = rebound(
            &mut Keymap::default(),
            &[("list", "ZZ", &["keep"]), ("everywhere", "Z", &["quit"]), ("list", "ZZ", &[])],
        );
        assert_eq!(moved, [""; 0]);
    }
}
