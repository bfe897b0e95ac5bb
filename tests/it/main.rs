//! The one integration binary.

mod clean;
mod layers;
