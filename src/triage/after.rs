//! What happens after a verdict.

use crate::enumerated::enumerated;
use serde::Serialize;

enumerated! {
    /// Where the cursor goes after a verdict.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum After {
        /// It stays.
        Stay => "stay",
        /// To the next article.
        #[default]
        Next => "next",
        /// To the next unread article.
        NextUnread => "next-unread",
    }
}
