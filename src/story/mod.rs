//! Several documents at once: comparison of two, stories over many.
