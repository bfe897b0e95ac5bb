//! Choices of the reader that do not change while the program runs, or only by
//! a key.

use crate::app::typography::Typography;
use crate::app::zone::Zone;
use crate::entity::Names;
use crate::triage::After;
use crate::triage::export::UserCommand;
use crate::words::Lang;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Choices of the reader that do not change while the program runs, or only
/// by a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// Language of the interface.
    pub lang: Lang,
    /// Columns of prose.
    pub measure: u16,
    /// How prose is set.
    pub typography: Typography,
    /// What happens after a verdict.
    pub after: After,
    /// Opening marks as read.
    pub read_on_open: bool,
    /// Milliseconds before a prefix shows its menu; negative: never.
    pub menu_delay: i64,
    /// Footer hints are shown.
    pub hints: bool,
    /// Hints of keys in use give way to others.
    pub hints_give_way: bool,
    /// The program has the mouse.
    pub mouse: bool,
    /// The terminal is told where addresses stand.
    pub links: bool,
    /// Name in the journal.
    pub person: String,
    /// Names that the settings list.
    pub names: Arc<Names>,
    /// Words of the tour, for the demonstration.
    pub tour: Option<Arc<str>>,
    /// A letter typed with an accent asks for that accent.
    pub accents: bool,
    /// Filter of the queue.
    pub queue: String,
    /// The reader's own commands, in the order of the settings.
    pub commands: Vec<UserCommand>,
    /// The reader's own export templates, by name.
    pub templates: BTreeMap<String, String>,
    /// Folder of exported files.
    pub export_folder: PathBuf,
    /// The file that keeps what was copied last; `None` keeps no copy.
    pub clipboard_file: Option<PathBuf>,
    /// The terminal stands on a desktop that has a clipboard.
    pub desktop: bool,
    /// The terminal tells Esc and a key behind it from the key with Alt.
    pub esc_told_apart: bool,
    /// Zone of the times on the screen.
    pub zone: Zone,
    /// Ends by handing over the ticked articles.
    pub picking: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            measure: 72,
            typography: Typography::default(),
            after: After::default(),
            read_on_open: true,
            menu_delay: 300,
            hints: true,
            hints_give_way: false,
            mouse: true,
            links: true,
            person: String::from("reader"),
            names: Arc::default(),
            tour: None,
            accents: false,
            queue: String::new(),
            commands: Vec::new(),
            templates: BTreeMap::new(),
            export_folder: PathBuf::new(),
            clipboard_file: None,
            desktop: false,
            esc_told_apart: false,
            zone: Zone::default(),
            picking: false,
        }
    }
}
