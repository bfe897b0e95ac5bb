//! Names and signatures of documents that nobody has looked at yet.

use super::analysis::names_in;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::{Card, DocId, Document};
use crate::entity::Entity;
use crate::notice::Notice;
use crate::store::catalogue::Text;
use crate::story::{self, Signature};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Looks at documents for what the whole corpus needs of each, and keeps it.
/// Facts are found when a document is opened: they are about half the work,
/// and nothing over the corpus asks for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Analyse {
    /// In which light they are read.
    pub texts: TextOptions,
    /// Which.
    pub ids: Vec<DocId>,
}

/// A document that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotated {
    /// Index in the corpus.
    pub id: DocId,
    /// The document, in the light of its source and of the reader.
    pub document: Arc<Document>,
    /// What lists show of it.
    pub card: Arc<Card>,
    /// What the reader had said of it, in one number.
    pub reader_state: u64,
}

impl Task for Analyse {
    type Report = Vec<Annotated>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Vec<Annotated>)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        let work = |id: DocId, text: Result<Text, Notice>| {
            if stop.is_set() {
                return None;
            }
            let (document, reader_state) = texts.finalize_with_state(text).ok()?;
            // One that hurts is set aside; the others go on.
            let entities = names_in(&document, &texts.options.names);
            let signature = catch_unwind(AssertUnwindSafe(|| story::signature(&document))).ok()?;
            let card = Arc::new(Card::of(&document));
            Some((Annotated { id, document, card, reader_state }, entities, signature))
        };
        let _ = texts.store.each(&self.ids, &|| stop.is_set(), &work, &mut |some| {
            let found: Vec<(Annotated, Vec<Entity>, Signature)> = some.into_iter().flatten().collect();
            let kept: Vec<_> = found.iter().map(|(s, names, sig)| (s.id, &*s.document, &names[..], sig)).collect();
            texts.store.keep(&kept);
            out(found.into_iter().map(|(s, ..)| s).collect());
            ControlFlow::Continue(())
        });
        Ok(())
    }
}
