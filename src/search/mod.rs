//! Exact search in folded texts, fuzzy search in short strings.
