//! Small words that join what a name is to the name.

use crate::lang::{Grammar, Set};

/// `de`, `du`, `des`.
pub(super) const OF: Set<Grammar> = Grammar::Genitive.set().or(Grammar::ContractedGenitive.set());

/// The same, and articles: `de la`.
pub(super) const LINK: Set<Grammar> = OF.or(Grammar::Article.set());

/// Articles of both kinds.
pub(super) const ARTICLE: Set<Grammar> = Grammar::Article.set().or(Grammar::IndefiniteArticle.set());
