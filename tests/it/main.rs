//! The one integration binary.

mod hostile;
mod journal;
mod layers;
