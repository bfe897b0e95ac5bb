//! The world outside: files, folders, settings, the journal on disk.
