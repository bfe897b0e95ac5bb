//! What an agency says of an item beside the claims that every article has.

use crate::enumerated::enumerated;
use serde::{Deserialize, Serialize};

enumerated! {
    /// Whether an item may be used, by the agency that sent it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
    #[serde(rename_all = "lowercase")]
    pub enum Standing {
        /// Nothing stands against it.
        #[default]
        Usable => "usable",
        /// Not to be published yet.
        Withheld => "withheld",
        /// Taken back: killed, cancelled.
        Withdrawn => "withdrawn",
    }
}

enumerated! {
    /// What a fact of the wire is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum WireTopic {
        /// Whether it may be used, as the agency writes it.
        Standing => "standing",
        /// Until when it is not to be published.
        Embargo => "embargo",
        /// Number of this version.
        Version => "version",
        /// What it corrects or replaces.
        Corrects => "corrects",
        /// Earlier versions in the same file.
        Earlier => "earlier",
        /// Note to editors.
        Note => "note",
        /// Place and day of the report.
        Dateline => "dateline",
        /// Line of credit.
        Credit => "credit",
        /// Line by which desks know it.
        Slug => "slug",
        /// Urgency, 1 to 9.
        Urgency => "urgency",
        /// Genre.
        Genre => "genre",
        /// Who holds the rights.
        Rights => "rights",
        /// The agency's identifier.
        Identifier => "identifier",
    }
}

/// One thing that an agency says of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WireFact {
    /// What it is.
    pub topic: WireTopic,
    /// The value as written.
    pub value: String,
    /// Where it comes from, such as `newsml-g2.embargoed`.
    pub rule: &'static str,
}
