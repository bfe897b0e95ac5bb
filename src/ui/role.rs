//! [`Role`]: what a stretch of the screen is for. A theme gives each role its
//! look; views never mention colours.

/// What a stretch of the screen is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// What is read.
    Text,
    /// What describes it.
    Dim,
    /// Hairlines.
    Rule,
    /// Focus, keys, the current thing.
    Accent,
    /// Headlines, names of groups.
    Strong,
    /// Standfirst.
    Standfirst,
    /// Captions.
    Caption,
    /// Row under the cursor in the pane in focus.
    Selection,
    /// Row under the cursor elsewhere.
    SelectionIdle,
    /// Unread.
    Unread,
    /// Dropped.
    Dropped,
    /// Followed.
    Followed,
    /// Kept.
    Kept,
    /// Done.
    Done,
    /// Name of a person.
    Person,
    /// Name of a place.
    Place,
    /// Name of an organisation.
    Organisation,
    /// Other name.
    Other,
    /// A hit.
    Hit,
    /// The current hit.
    HitCurrent,
    /// The stretch just jumped to.
    Lit,
    /// Words that only A has; the side's name.
    SideA,
    /// Words that only B has; the side's name.
    SideB,
    /// A figure, quote or date that differs.
    Differs,
    /// What cleaning took out, where it is shown.
    Noise,
    /// What is wrong.
    Problem,
    /// The page behind an overlay.
    Behind,
    /// Letters that a fuzzy query stands on.
    Letter,
    /// A passage with a note.
    Noted,
    /// A note.
    Note,
    /// The passage being chosen.
    Picked,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 31] = [
        Self::Text,
        Self::Dim,
        Self::Rule,
        Self::Accent,
        Self::Strong,
        Self::Standfirst,
        Self::Caption,
        Self::Selection,
        Self::SelectionIdle,
        Self::Unread,
        Self::Dropped,
        Self::Followed,
        Self::Kept,
        Self::Done,
        Self::Person,
        Self::Place,
        Self::Organisation,
        Self::Other,
        Self::Hit,
        Self::HitCurrent,
        Self::Lit,
        Self::SideA,
        Self::SideB,
        Self::Differs,
        Self::Noise,
        Self::Problem,
        Self::Behind,
        Self::Letter,
        Self::Noted,
        Self::Note,
        Self::Picked,
    ];

    /// Its short name in the legend of golden frames.
    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}
