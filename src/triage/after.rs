//! What happens after a verdict.

use serde::Serialize;

/// Where the cursor goes after a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum After {
    /// It stays.
    Stay,
    /// To the next article.
    #[default]
    Next,
    /// To the next unread article.
    NextUnread,
}
