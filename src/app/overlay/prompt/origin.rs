//! [`Stand`]: where the reader stood before words were looked for. What is typed goes to
//! the first place that has it; without an answer one stands where one stood.

use crate::app::model::Model;
use crate::app::navigate;
use crate::app::overlay::prompt::state::{Ask, Stand};

impl Stand {
    /// Where the reader stands, for a line whose words move what is shown.
    pub(crate) fn of(model: &Model, ask: Ask) -> Option<Self> {
        match ask {
            Ask::FindInList => Some(Self::List(model.list.place())),
            Ask::FindInArticle => Some(Self::Article(model.article.document?, model.article.top)),
            Ask::FindInNames => Some(Self::Names(model.entities.cursor)),
            _ => None,
        }
    }

    /// Stands there again.
    pub(crate) fn come_back(&self, model: &mut Model) {
        match self {
            Self::List(place) => {
                if !model.list.is_at(place) {
                    model.list.come_back(place.clone());
                    navigate::preview(model);
                }
            }
            Self::Article(document, top) => {
                if model.article.document == Some(*document) {
                    model.article.reveal = None;
                    model.article.set_top(*top);
                }
            }
            Self::Names(row) => model.entities.go_to_row(*row),
        }
    }
}
