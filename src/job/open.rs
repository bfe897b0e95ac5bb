//! Documents for the screen.

use super::analysis::Analysed;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::DocId;
use crate::notice::Notice;

/// Reads documents for the screen, with what was found in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// In which light they are read.
    pub texts: TextOptions,
    /// Which, the one wanted first at the front.
    pub ids: Vec<DocId>,
}

/// A document for the screen, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Which.
    pub id: DocId,
    /// The document.
    pub opened: Result<Analysed, Notice>,
}

impl Task for Open {
    type Report = Opened;

    /// One report for each document, so that the first is there at once.
    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Opened)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        for id in self.ids {
            if stop.is_set() {
                break;
            }
            let opened = texts.document(id).map(|document| {
                let analysis = texts.analysis(id, &document);
                Analysed { id, document, analysis }
            });
            out(Opened { id, opened });
        }
        Ok(())
    }
}
