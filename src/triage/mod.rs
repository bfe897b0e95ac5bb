//! Verdicts, tags and notes as a list of journal entries.
