//! [`Role`]: what a stretch of the screen is for. A theme gives each role its
//! look; views never mention colours.

use crate::enumerated::enumerated;

enumerated! {
    /// What a stretch of the screen is for; the word stands for it in a theme
    /// file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Role {
        /// What is read.
        Text => "text",
        /// What describes it.
        Dim => "dim",
        /// Hairlines.
        Rule => "rule",
        /// Focus, keys, the current thing.
        Accent => "accent",
        /// Headlines, names of groups.
        Strong => "strong",
        /// Standfirst.
        Standfirst => "standfirst",
        /// Captions.
        Caption => "caption",
        /// Row under the cursor in the pane in focus.
        Selection => "selection",
        /// Row under the cursor elsewhere.
        SelectionIdle => "selection-idle",
        /// Unread.
        Unread => "unread",
        /// Dropped.
        Dropped => "dropped",
        /// Followed.
        Followed => "followed",
        /// Kept.
        Kept => "kept",
        /// Done.
        Done => "done",
        /// Name of a person.
        Person => "person",
        /// Name of a place.
        Place => "place",
        /// Name of an organisation.
        Organisation => "organisation",
        /// Other name.
        Other => "other",
        /// A hit.
        Hit => "hit",
        /// The current hit.
        HitCurrent => "hit-current",
        /// The stretch just jumped to.
        Highlighted => "highlighted",
        /// Words that only A has; the side's name.
        SideA => "side-a",
        /// Words that only B has; the side's name.
        SideB => "side-b",
        /// A figure, quote or date that differs.
        Differs => "differs",
        /// What cleaning took out, where it is shown.
        Noise => "noise",
        /// What is wrong.
        Problem => "problem",
        /// The page behind an overlay.
        Behind => "behind",
        /// Letters that a fuzzy query stands on.
        Letter => "letter",
        /// A passage with a note.
        Noted => "noted",
        /// A note.
        Note => "note",
        /// The passage being chosen.
        Picked => "picked",
    }
}
