//! The model drawn into a buffer. Knows ratatui, no terminal.
