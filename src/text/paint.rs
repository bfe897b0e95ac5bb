//! Filled in with the interface.
