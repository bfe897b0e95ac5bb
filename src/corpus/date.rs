//! Dates as newspapers write them.
