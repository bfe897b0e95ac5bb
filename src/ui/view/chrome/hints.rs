//! Which actions the footer names in a context, and by which word.

use crate::app::action::{Action, Context};
use crate::words::Lang;

/// Actions hinted in a context, most useful first.
pub(super) fn hinted(context: Context) -> &'static [Action] {
    use Action as A;
    match context {
        Context::List => &[A::Open, A::Tick, A::Keep, A::Drop, A::Compare, A::GroupNext, A::Undo, A::GoTo, A::NextPane],
        Context::Article => &[
            A::PageOn,
            A::CycleView,
            A::PutBack,
            A::Find,
            A::NextArticle,
            A::Keep,
            A::Drop,
            A::SelectText,
            A::Note,
            A::Compare,
            A::Undo,
            A::NextPane,
        ],
        Context::Entities => &[
            A::Open,
            A::EntityPage,
            A::FilterEntity,
            A::FocusRight,
            A::WordUnderCursor,
            A::MergeName,
            A::SplitName,
            A::HideName,
            A::NextPane,
            A::Undo,
        ],
        Context::Compare => &[
            A::Next,
            A::LayerQuotes,
            A::Open,
            A::SwapSides,
            A::LinkScroll,
            A::ComparePresentation,
            A::Reference,
            A::Note,
            A::Export,
            A::FoldCommon,
            A::Close,
        ],
        Context::Results => &[A::Open, A::Next, A::Find, A::SearchComments, A::SearchRemoved, A::Close],
        Context::Selection => &[A::SelectText, A::Note, A::CopySelection, A::GrowWord, A::OtherEnd, A::Peel],
        Context::Notes => &[A::Open, A::Note, A::EditNote, A::DeleteNote, A::Find, A::Export, A::Undo, A::Close],
        Context::Journal => &[A::TakeBack, A::TakeBackTo, A::Open, A::Down, A::Close],
        Context::Board => &[A::Open, A::Tick, A::Follow, A::Keep, A::Drop, A::FocusRight, A::Note, A::Undo, A::Close],
        Context::Name => {
            &[A::ToggleSpelling, A::Open, A::MergeName, A::FilterEntity, A::HideName, A::NextPane, A::Undo, A::Close]
        }
        Context::Matrix => &[
            A::Open,
            A::FactsAlone,
            A::FactsOmitted,
            A::FactsDiffering,
            A::Compare,
            A::Next,
            A::StoryTimeline,
            A::Export,
            A::Close,
        ],
        Context::Timeline => {
            &[A::Open, A::FocusRight, A::Next, A::Compare, A::WhoSaysWhat, A::NextArticle, A::Export, A::Close]
        }
        Context::Everywhere => &[],
    }
}

/// The word of a hint where the table has none for this context.
pub(super) fn hint_word(context: Context, action: Action, lang: Lang) -> &'static str {
    match (context, action) {
        (Context::Selection, Action::SelectText) => lang.pick("étendre", "extend"),
        (Context::Selection, Action::GrowWord) => lang.pick("mot de plus", "one word more"),
        (Context::Selection, Action::Peel) => lang.pick("laisser", "let go"),
        (Context::Notes, Action::Note) => lang.pick("récrire", "rewrite"),
        (Context::Board, Action::FocusRight) => lang.pick("colonne", "column"),
        (Context::Board, Action::Keep) => lang.pick("retenir", "keep"),
        (Context::Board | Context::Journal | Context::Name, Action::Open) => lang.pick("ouvrir", "open"),
        (Context::Board | Context::Journal | Context::Notes | Context::Name, Action::Close) => {
            lang.pick("fermer", "close")
        }
        (Context::Matrix | Context::Timeline, Action::Open) => lang.pick("ouvrir", "open"),
        (Context::Matrix | Context::Timeline, Action::Close) => lang.pick("fermer", "close"),
        (Context::Matrix, Action::Next) => lang.pick("≠ suivant", "next ≠"),
        (Context::Timeline, Action::Next) => lang.pick("suivant", "next"),
        (Context::Timeline, Action::FocusRight) => lang.pick("déplier", "unfold"),
        (Context::Timeline, Action::NextArticle) => lang.pick("histoire ±", "story ±"),
        (Context::List | Context::Notes, Action::Open) | (Context::Results, Action::Open) => {
            lang.pick("ouvrir", "open")
        }
        (Context::Entities, Action::Open) => lang.pick("mention suivante", "next mention"),
        (Context::Entities, Action::FocusRight) => lang.pick("formes", "spellings"),
        (Context::Entities, Action::WordUnderCursor) => lang.pick("tout le corpus", "whole corpus"),
        (Context::Compare, Action::Open) => lang.pick("aligner", "align"),
        (Context::Compare, Action::Close) | (Context::Results, Action::Close) => lang.pick("fermer", "close"),
        (Context::List | Context::Article, Action::Keep) => lang.pick("retenir", "keep"),
        _ => {
            let [fr, en] = action.info().hint;
            lang.pick(fr, en)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Keymap;

    #[test]
    fn the_footer_names_no_unbound_key() {
        let keymap = Keymap::default();
        for context in Context::ALL {
            for action in hinted(context) {
                assert!(!keymap.keys_of(context, *action).is_empty(), "{context:?} {}", action.info().name);
            }
        }
    }
}
