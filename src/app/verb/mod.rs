//! What can be done to articles, whatever screen they are on.

pub mod decide;
pub mod judge;
