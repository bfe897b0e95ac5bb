//! Files, folders and archives; settings; the journal on disk.

pub mod files;
