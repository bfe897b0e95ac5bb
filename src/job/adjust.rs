//! Documents after what the reader said of cleaning and claims.

use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::{DocId, Document};
use crate::notice::Notice;
use crate::store::catalogue::Text;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Settles documents anew after what the reader said.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjust {
    /// In which light they are read.
    pub texts: TextOptions,
    /// Which.
    pub ids: Vec<DocId>,
}

impl Task for Adjust {
    /// Documents in the form that follows from what the reader said.
    type Report = Vec<(DocId, Arc<Document>)>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Self::Report)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        let work = |id: DocId, text: Result<Text, Notice>| Some((id, texts.finalize(id, text).ok()?));
        let _ = texts.store.each(&self.ids, &|| stop.is_set(), &work, &mut |some| {
            out(some.into_iter().flatten().collect());
            ControlFlow::Continue(())
        });
        Ok(())
    }
}
