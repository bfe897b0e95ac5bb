//! [`Resources`]: what jobs share and whoever runs them owns. A job itself is
//! plain data.

use super::text_access::{TextAccess, TextOptions};
use crate::store::catalogue::DocumentStore;
use std::sync::{Arc, PoisonError, RwLock};

/// What jobs work with beside their input.
#[derive(Debug, Default)]
pub struct Resources {
    /// `None` until the first load has opened it.
    store: RwLock<Option<Arc<DocumentStore>>>,
}

impl Resources {
    /// The store that the first load opened.
    pub fn opened(&self) -> Option<Arc<DocumentStore>> {
        self.store.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The store; an empty one before the first load has opened it.
    pub fn store(&self) -> Arc<DocumentStore> {
        self.opened().unwrap_or_default()
    }

    /// Takes the store that all jobs use from now on.
    pub fn open(&self, store: Arc<DocumentStore>) {
        *self.store.write().unwrap_or_else(PoisonError::into_inner) = Some(store);
    }

    /// The texts of the store, in the light of what the reader said.
    pub fn texts(&self, options: TextOptions) -> TextAccess {
        TextAccess { store: self.store(), options }
    }
}
