//! Keys of the reader's own: actions bound anew, and commands.

use crate::app::action::{ACTIONS, Action, Context};
use crate::app::key;
use crate::app::key::Key;
use crate::app::keymap::{Bound, KeyEffect, Keymap};
use crate::notice::Notice;
use crate::text::near::did_you_mean;
use crate::text::sanitise::one_line;
use crate::words::{Arg, Message, msg};
use std::collections::BTreeSet;

/// A binding of the reader's own, as written.
#[derive(Clone, Debug)]
pub struct Rebinding<'a> {
    /// File and line, for notices.
    pub place: &'a str,
    /// The keys.
    pub keys: &'a str,
    /// Names of actions, done one after the other; none unbinds.
    pub actions: &'a [String],
    /// What the reader calls it.
    pub description: Option<&'a str>,
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

/// The keys of a command of the reader's own.
#[derive(Clone, Debug)]
pub struct CommandKeys<'a> {
    /// File and line, for notices.
    pub place: &'a str,
    /// What the reader calls the command.
    pub name: &'a str,
    /// The keys.
    pub keys: &'a [String],
    /// Names of the contexts where they count.
    pub contexts: &'a [String],
}

/// The context of that name; says which there are when there is none.
fn context_of(name: &str, place: &str, wrong: fn(String, Arg) -> Message) -> Result<Context, Notice> {
    Context::ALL.into_iter().find(|c| c.name() == name).ok_or_else(|| {
        let names = Context::ALL.map(Context::name);
        let hint = msg::keys_contexts(names.join(", "));
        Notice::warning(place, wrong(one_line(name), did_you_mean(name, &names))).with_hint(hint)
    })
}

impl Keymap {
    /// Binds keys to other actions; no action unbinds. Returns what could not
    /// be understood, and which keys can no longer be reached.
    pub fn rebind(&mut self, tables: &[RebindingTable<'_>]) -> Vec<Notice> {
        let (mut notices, mut bound) = (Vec::new(), Vec::new());
        for table in tables {
            let context = match context_of(table.context, table.place, msg::keys_context) {
                Ok(context) => context,
                Err(notice) => {
                    notices.push(notice);
                    continue;
                }
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
            let description = binding.description.map(one_line);
            self.bindings.insert((context, keys.clone()), Bound { effect: KeyEffect::Actions(actions), description });
        }
        Ok(keys)
    }

    /// Says it when a binding takes the beginning of longer ones, which
    /// nothing reaches any more, or begins with a shorter one that is in its
    /// way.
    fn hidden(&self, context: Context, keys: &[Key], place: &str) -> Option<Notice> {
        self.bound(context, keys)?;
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
        let info = self.bound(context, keys)?.action()?.info();
        let counts = |at: &Context| at.reach().contains(&context);
        let works = |at: Context| at.reach().iter().any(|c| info.works_in(*c));
        if Context::ALL.into_iter().filter(counts).any(works) {
            return None;
        }
        let contexts = info.contexts().map(Context::name).collect::<Arg>();
        let sentence = msg::keys_idle(info.name, context.name(), key::show(keys, self.lang));
        Some(Notice::warning(place, sentence).with_hint(msg::keys_idle_contexts(contexts)))
    }

    /// Binds keys to commands, which are told by their places in the list. Returns
    /// what could not be understood, and which keys do something else already.
    pub fn bind_commands(&mut self, commands: &[CommandKeys<'_>], bound_before: &[RebindingTable<'_>]) -> Vec<Notice> {
        let (mut notices, mut bound) = (Vec::new(), Vec::new());
        let before = bound_before.iter().flat_map(|t| t.bindings.iter().map(|b| (t.context, b.keys)));
        let mut taken: BTreeSet<(String, Vec<Key>)> =
            before.filter_map(|(c, k)| Some((c.to_owned(), key::parse(k).ok()?))).collect();
        for (n, command) in commands.iter().enumerate() {
            for (context, keys) in command.contexts.iter().flat_map(|c| command.keys.iter().map(move |k| (c, k))) {
                match self.bind_command(n, command, context, keys, &mut taken) {
                    Ok((context, keys)) => bound.push((context, keys, command.place)),
                    Err(notice) => notices.push(notice),
                }
            }
        }
        notices.extend(bound.iter().filter_map(|(context, keys, place)| self.hidden(*context, keys, place)));
        notices
    }

    fn bind_command(
        &mut self,
        n: usize,
        command: &CommandKeys<'_>,
        context: &str,
        keys: &str,
        taken: &mut BTreeSet<(String, Vec<Key>)>,
    ) -> Result<(Context, Vec<Key>), Notice> {
        let wrong = |sentence: Message| Notice::warning(command.place, sentence);
        let place = context_of(context, command.place, msg::keys_command_context)?;
        if place.is_overlay() {
            return Err(wrong(msg::keys_command_overlay(one_line(command.name), place.name())));
        }
        let parsed = key::parse(keys).map_err(|part| {
            let meant = did_you_mean(&part, &key::names());
            wrong(msg::keys_command_key(one_line(&part), one_line(command.name), meant))
        })?;
        if parsed.is_empty() {
            return Err(wrong(msg::keys_command_none(one_line(command.name))));
        }
        if !taken.insert((context.to_owned(), parsed.clone())) {
            let shown = key::show(&parsed, self.lang);
            return Err(wrong(msg::keys_twice(shown, place.name(), one_line(command.name))));
        }
        let bound = Bound { effect: KeyEffect::Command(n), description: Some(one_line(command.name)) };
        self.bindings.insert((place, parsed.clone()), bound);
        Ok((place, parsed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Lookup;

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
            bindings: vec![Rebinding { place: "c:2", keys, actions, description: None }],
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

    fn commands(map: &mut Keymap, lines: &[(&str, &[&str], &[&str])]) -> Vec<String> {
        let owned = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let lines: Vec<_> = lines.iter().map(|(n, k, c)| (*n, owned(k), owned(c))).collect();
        let keys: Vec<CommandKeys<'_>> =
            lines.iter().map(|(name, keys, contexts)| CommandKeys { place: "c:3", name, keys, contexts }).collect();
        map.bind_commands(&keys, &[]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_command_has_its_keys_in_its_contexts_and_is_told_by_its_name() {
        let map = &mut Keymap::default();
        let said =
            commands(map, &[("first", &["yz", "<f6>"], &["list", "article"]), ("second", &["<f7>"], &["everywhere"])]);
        assert_eq!(said, [""; 0]);
        let keys = |k| key::parse(k).unwrap();
        assert_eq!(map.lookup(Context::List, &keys("<f6>")), Lookup::Command(0));
        assert_eq!(map.lookup(Context::Compare, &keys("<f7>")), Lookup::Command(1));
        assert_eq!(map.lookup(Context::Compare, &keys("<f6>")), Lookup::None);
        assert_eq!(map.bound(Context::List, &keys("yz")).map(|b| b.label(map.lang)).as_deref(), Some("first"));
        assert!(map.menu(Context::List, &keys("y")).iter().any(|(k, b)| k == "z" && b.action().is_none()));
        assert_eq!(map.key_of_command(Context::Compare, 1).as_deref(), Some("F7"));
    }

    #[test]
    fn keys_that_two_commands_want_and_those_that_hide_others_are_said() {
        let map = &mut Keymap::default();
        let said = commands(
            map,
            &[("first", &["<f6>"], &["list"]), ("second", &["<f6>", "g"], &["list"]), ("third", &["x"], &["prompt"])],
        );
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].contains("F6") && said[0].contains("second"), "{said:?}");
        assert!(said[1].contains("third") && said[1].contains("prompt"), "{said:?}");
        assert!(said[2].contains("hides"), "{said:?}");
    }

    #[test]
    fn a_description_is_what_the_keys_are_called() {
        let map = &mut Keymap::default();
        let actions = ["keep".to_owned(), "next-article".to_owned()];
        let binding = Rebinding { place: "c:2", keys: "é", actions: &actions, description: Some("garder, suivant") };
        assert!(map.rebind(&[RebindingTable { place: "c:1", context: "list", bindings: vec![binding] }]).is_empty());
        let own: Vec<String> = map.own(Context::List).map(|(_, b)| b.label(map.lang)).collect();
        assert_eq!(own, ["garder, suivant"]);
    }
}
