//! Overlays: a stack of them lies over the screen; the top one has the keys.

use crate::app::action::Context;
use crate::app::key::Key;
use crate::app::overlay::export::state::Export;
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::picker::state::{GoTo, Palette};
use crate::app::overlay::prompt::state::Prompt;
use crate::app::overlay::versions::state::VersionList;
use crate::app::screen::compare::nearest::Nearest;
use crate::corpus::DocId;
use crate::story::one_to_many::AgainstReference;
use std::sync::Arc;

/// A page of generated text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Claims of the open article with their evidence.
    Card,
    /// Problems and messages.
    Problems,
    /// Addresses that are followed.
    Followed,
    /// What the screen tells, as plots.
    Plots,
    /// The tour of the sample corpus.
    Tour,
    /// What a command of the shell printed.
    Printed,
}

/// An overlay.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// A line of input.
    Prompt(Prompt),
    /// Every action.
    Palette(Palette),
    /// Documents, sources, names, actions.
    GoTo(GoTo),
    /// What to hand over, how and where to.
    Export(Export),
    /// Commands of the reader's own.
    Commands {
        /// Row under the cursor.
        cursor: usize,
    },
    /// The settings.
    Settings {
        /// Row under the cursor.
        cursor: usize,
    },
    /// Waits for the letter of a mark.
    Marks {
        /// To set it; else to go there.
        set: bool,
    },
    /// Keys of a context, filtered by what is typed.
    Help {
        /// Whose keys come first.
        context: Context,
        /// The filter.
        input: InputLine,
        /// First row on the screen.
        top: usize,
    },
    /// A report against the others of its story.
    OneToMany {
        /// The report.
        reference: DocId,
        /// What was found, once it was.
        found: Option<Arc<Vec<(DocId, AgainstReference)>>>,
        /// Row under the cursor.
        cursor: usize,
    },
    /// The versions of one article.
    Versions(VersionList),
    /// Places that may say the same as one of a comparison.
    Nearest {
        /// The place and its candidates.
        nearest: Nearest,
        /// Row under the cursor.
        cursor: usize,
    },
    /// What keys do.
    WhatKey {
        /// The keys that were pressed last and go together.
        pressed: Vec<Key>,
    },
    /// A page to scroll.
    Page {
        /// Which.
        page: Page,
        /// First row on the screen.
        top: usize,
    },
}

impl Overlay {
    /// The context of its keys.
    pub fn context(&self) -> Context {
        match self {
            Self::Prompt(_) => Context::Prompt,
            Self::Palette(_) | Self::GoTo(_) => Context::Picker,
            Self::Export(_) => Context::Export,
            Self::Commands { .. } => Context::Commands,
            Self::Settings { .. } => Context::Settings,
            Self::Marks { .. } => Context::Marks,
            Self::Help { .. } => Context::Help,
            Self::OneToMany { .. } => Context::OneToMany,
            Self::Versions(_) => Context::Versions,
            Self::Nearest { .. } => Context::Nearest,
            Self::Page { .. } => Context::Page,
            Self::WhatKey { .. } => Context::WhatKey,
        }
    }

    /// Its line of input, when it has one.
    pub fn line(&self) -> Option<&InputLine> {
        match self {
            Self::Prompt(p) => Some(&p.input),
            Self::Palette(p) => Some(&p.input),
            Self::GoTo(g) => Some(&g.input),
            Self::Help { input, .. } => Some(input),
            Self::Export(_)
            | Self::Commands { .. }
            | Self::Settings { .. }
            | Self::Marks { .. }
            | Self::OneToMany { .. }
            | Self::Versions(_)
            | Self::Nearest { .. }
            | Self::WhatKey { .. }
            | Self::Page { .. } => None,
        }
    }
}
