//! The table of settings.

use super::address::Database;
use super::commands::{CommandList, CommandSetting};
use super::kind::{EntityNames, Flag, FreeText, Kind, Known, LangOrAuto, ListOf, Number, OneOf, QueryText, Templates};
use super::kind::{Few, Takes, ThemeName, Written};
use super::lists::{KeyTables, Keys, RuleList, RuleSetting};
use crate::enumerated::enumerated;
use crate::search::Layer;
use crate::store::address::Address;
use crate::theme::Choice;
use crate::toml_reader::{TomlReader, Value};
use crate::triage::After;
use crate::words::{Lang, Plain, msg};
use serde::Serialize;
use std::collections::BTreeMap;

enumerated! {
    /// When footer hints are shown.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Hints {
        /// Always.
        Always => "always",
        /// Those in use give way to others.
        Learn => "learn",
        /// Never.
        Off => "off",
    }
}

impl Few for Hints {}

enumerated! {
    /// The keys that the program ships.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum ShippedKeys {
        /// Those of the table, near to vim and less.
        Vim => "vim",
        /// Those of Emacs where it has any.
        Emacs => "emacs",
    }
}

impl Few for ShippedKeys {}

/// One setting.
pub struct SettingRow {
    /// Its place in the file: `width`, `triage.after`.
    pub key: &'static str,
    /// What it does, for the default file and the schema.
    pub words: Plain,
    /// Lines to copy, where the words are not enough.
    pub example: &'static str,
    /// Reads a value into the settings; false when it was wrong.
    pub(super) read: fn(&mut Settings, &mut TomlReader<'_>, &Value<'_>) -> bool,
    /// The value as the file has it.
    pub(super) written: fn(&Settings) -> Written,
    /// What values there may be.
    pub(super) schema: fn(&Known<'_>) -> serde_json::Value,
    /// The words that it takes, where it takes only some.
    pub(super) values: fn() -> Vec<&'static str>,
    takes: fn() -> Takes,
    /// A change counts from the next start on.
    pub later: bool,
}

impl SettingRow {
    /// The table that it stands in; `None` for the top of the file.
    pub fn group(&self) -> Option<&'static str> {
        self.key.split_once('.').map(|(group, _)| group)
    }

    /// What it takes.
    pub fn takes(&self) -> Takes {
        (self.takes)()
    }

    /// Its name inside its table.
    pub fn name(&self) -> &'static str {
        self.key.split_once('.').map_or(self.key, |(_, name)| name)
    }
}

/// Makes the struct, its defaults and the rows: the doc comment, the field and
/// its type, the default, the key, from when on a change counts, the kind of value, the
/// words for the reader and the example.
macro_rules! settings {
    (@later now) => { false };
    (@later later) => { true };
    ($( #[doc = $doc:literal] $field:ident: $type:ty = $default:expr,
        $key:literal $when:ident, $kind:expr, $words:ident, $example:literal; )*) => {
        /// All settings.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        pub struct Settings {
            $( #[doc = $doc] pub $field: $type, )*
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $( $field: $default, )* }
            }
        }

        /// The rows, in the order of the file.
        pub const ROWS: &[SettingRow] = &[
            $( SettingRow {
                key: $key,
                words: msg::$words,
                example: $example,
                read: |settings, reader, value| {
                    let name = $key.split_once('.').map_or($key, |(_, name)| name);
                    let read = Kind::<$type>::read(&$kind, reader, name, value);
                    read.map(|v| settings.$field = v).is_some()
                },
                written: |settings| Kind::<$type>::written(&$kind, &settings.$field),
                schema: |known| Kind::<$type>::schema(&$kind, known),
                values: || Kind::<$type>::values(&$kind),
                takes: || Kind::<$type>::takes(&$kind),
                later: settings!(@later $when),
            }, )*
        ];
    };
}

settings! {
    /// Language of the interface; `None` follows the locale.
    lang: Option<Lang> = None, "lang" now, LangOrAuto, SETTING_LANG, "";
    /// The theme.
    theme: Choice = Choice::Auto, "theme" now, ThemeName, SETTING_THEME, "";
    /// Columns of text in the article.
    width: u16 = 72, "width" now, Number(30..=200), SETTING_WIDTH, "";
    /// Words are parted at the end of a row.
    hyphens: bool = false, "hyphens" now, Flag, SETTING_HYPHENS, "";
    /// Rows end where the column does.
    justified: bool = false, "justified" now, Flag, SETTING_JUSTIFIED, "";
    /// The row that is read is lit.
    focus_line: bool = false, "focus-line" now, Flag, SETTING_FOCUS_LINE, "";
    /// What was taken out is told below the text.
    footnotes: bool = false, "footnotes" now, Flag, SETTING_FOOTNOTES, "";
    /// Wheel and clicks are taken.
    mouse: bool = true, "mouse" now, Flag, SETTING_MOUSE, "";
    /// The terminal is told of addresses.
    links: bool = true, "links" now, Flag, SETTING_LINKS, "";
    /// What is known of a corpus is kept in the cache folder.
    cache: bool = true, "cache" later, Flag, SETTING_CACHE, "";
    /// When footer hints are shown.
    hints: Hints = Hints::Always, "hints" now, OneOf, SETTING_HINTS, "";
    /// Milliseconds before a prefix menu opens; negative: never.
    menu_delay: i64 = 300, "menu-delay" now, Number(-1..=60_000), SETTING_MENU_DELAY, "";
    /// The keys that overrides stand over.
    keymap: ShippedKeys = ShippedKeys::Vim, "keymap" now, OneOf, SETTING_KEYMAP, "";
    /// Name under verdicts; empty: the user name.
    name: String = String::new(), "name" now, FreeText, SETTING_NAME, "";
    /// What happens after a verdict.
    after: After = After::Next, "triage.after" now, OneOf, SETTING_TRIAGE_AFTER, "";
    /// Filter of the queue.
    queue: String = "is:left".into(), "triage.queue" now, QueryText, SETTING_TRIAGE_QUEUE, "";
    /// Opening marks as read.
    read_on_open: bool = true, "triage.read-on-open" now, Flag, SETTING_TRIAGE_READ_ON_OPEN, "";
    /// Path of the journal; empty: the data folder.
    journal: String = String::new(), "journal.path" later, FreeText, SETTING_JOURNAL_PATH, "";
    /// The desk through which the journal is shared; by default there is none.
    desk: Address = Address::default(), "journal.url" later, Database, SETTING_JOURNAL_URL,
        "url = \"postgres://anne@desk.example.org/newsroom\"";
    /// Layers searched by default.
    layers: Vec<Layer> = vec![Layer::Text, Layer::Titles], "search.layers" later, ListOf, SETTING_SEARCH_LAYERS, "";
    /// An accent typed is an accent asked for.
    smart_accents: bool = false, "search.smart-accents" now, Flag, SETTING_SEARCH_SMART_ACCENTS, "";
    /// Folder of exports; empty: the current one.
    export_folder: String = String::new(), "export.folder" now, FreeText, SETTING_EXPORT_FOLDER, "";
    /// The user's own export templates.
    templates: BTreeMap<String, String> = BTreeMap::new(), "export.templates" later, Templates, SETTING_EXPORT_TEMPLATES, "";
    /// Key overrides.
    keys: Keys = Keys::default(), "keys" later, KeyTables, SETTING_KEYS,
        "[keys.article]\n\"gd\" = [\"compare\"]";
    /// The user's own commands, in the order of the file.
    commands: Vec<CommandSetting> = Vec::new(), "command" later, CommandList, SETTING_COMMAND,
        "[[command]]\nname = \"Archive\"\nkey = \"gz\"\nrun = [\"archive\", \"--day={date}\", \"--\", \"{title}\"]\ninput = \"text\"\noutput = \"page\"";
    /// The user's own names, by kind.
    entities: BTreeMap<String, Vec<String>> = BTreeMap::new(), "entities" later, EntityNames, SETTING_ENTITIES,
        "[entities]\nperson = [\"Élise Marchetti\", \"Tomas Brandt\"]\norganisation = [\"Port autonome\"]";
    /// Rules on load, in the order of the file.
    rules: Vec<RuleSetting> = Vec::new(), "rule" later, RuleList, SETTING_RULE,
        "[[rule]]\nname = \"horoscopes\"\nquery = \"title:horoscope*\"\nstate = \"drop\"";
}
