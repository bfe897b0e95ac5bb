//! Names and signatures of documents that nobody has looked at yet, and in the
//! same visit their words for the full-text index.

use super::analysis::{names_in, or_default, signature_or_none};
use super::index::Filling;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::{TextAccess, TextOptions};
use crate::corpus::{Card, DocId, Document};
use crate::notice::Notice;
use crate::search::Layered;
use crate::store::catalogue::{Text, attempt, findings_of};
use crate::store::fulltext::Form;
use crate::words::msg;
use std::ops::ControlFlow;
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
    /// The articles that the full-text index is to hold, when their words are
    /// wanted too: so that a corpus that is opened for the first time is not
    /// read once more for the index alone. Whatever keeps the index from taking
    /// them, [`super::Index`] finds again and says.
    pub index: Option<Arc<[DocId]>>,
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

/// Documents that were looked at, and what is said of those that make it fail.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LookedAt {
    /// The documents.
    pub documents: Vec<Annotated>,
    /// What could not be found in some of them, and why; of these nothing is kept, so that
    /// they are looked at again the next time.
    pub failed: Vec<Notice>,
}

/// What was found in a document, on its way to where it is kept.
struct Seen {
    told: Annotated,
    findings: Vec<u8>,
    words: Option<(Form, Layered)>,
}

impl Task for Analyse {
    type Report = LookedAt;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(LookedAt)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        let store = &texts.store;
        let mut filling = self.index.as_ref().and_then(|articles| filling(articles, &texts));
        let forms = filling.as_ref().map(Filling::forms).unwrap_or_default();
        let work = |id: DocId, text: Result<Text, Notice>| {
            let mut failed = Vec::new();
            let form = forms.get(&id).copied();
            let seen = if stop.is_set() { None } else { look(&texts, id, text, form, &mut failed) };
            (id, seen, failed)
        };
        let _ = store.each(&self.ids, &|| stop.is_set(), &work, &mut |some| {
            let (mut told, mut findings, mut words) = (LookedAt::default(), Vec::new(), Vec::new());
            let looked_at: Vec<DocId> = some.iter().map(|(id, ..)| *id).collect();
            for (_, seen, failed) in some {
                let whole = failed.is_empty();
                told.failed.extend(failed);
                let Some(seen) = seen else { continue };
                // What failed is looked for again at the next start.
                if whole {
                    findings.push((seen.told.id, seen.findings));
                }
                told.documents.push(seen.told);
                words.extend(seen.words);
            }
            store.keep(&findings);
            // An index that takes no more is left to who finds it incomplete.
            filling = filling.take().and_then(|mut filling| {
                let added = filling.add(words.iter().map(|(form, layered)| (*form, layered)));
                if added.is_ok() { Some(filling) } else { filling.end(added).ok().and(None) }
            });
            if !stop.is_set() {
                store.release(looked_at);
            }
            out(told);
            ControlFlow::Continue(())
        });
        let _ = filling.map(|filling| filling.end(Ok(())));
        Ok(())
    }
}

/// The full-text index, ready to be given these articles; `None` when it
/// cannot be written now.
fn filling<'t>(articles: &Arc<[DocId]>, texts: &'t TextAccess) -> Option<Filling<'t>> {
    let mut filling = Filling::of(articles, texts, texts.store.writable_dir()?).ok()?;
    filling.begin().ok()?;
    Some(filling)
}

/// Looks at a document; its words are wanted in `form`. Nothing where it cannot be read
/// any more: whoever opens it hears why. Stages that it makes `failed` are told; the others
/// go on.
fn look(
    texts: &TextAccess,
    id: DocId,
    text: Result<Text, Notice>,
    form: Option<Form>,
    failed: &mut Vec<Notice>,
) -> Option<Seen> {
    let (document, reader_state) = texts.finalize_with_state(id, text).ok()?;
    let entities = or_default(names_in(&document, &texts.options.names), failed);
    let signature = signature_or_none(&document, failed);
    let layered = || attempt(&document.place, msg::JOB_WORDS_FAILED, || Layered::of(&document));
    let words = form.and_then(|form| or_default(layered().map(|words| Some((form, words))), failed));
    let findings = findings_of(&document, &entities, &signature);
    let card = Arc::new(Card::of(&document));
    Some(Seen { told: Annotated { id, document, card, reader_state }, findings, words })
}
