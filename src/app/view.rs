//! Words and signs for values of the core, shared by all panes.

use crate::app::words::Lang;
use crate::corpus::{LineKind, Mark};
use crate::entity::EntityKind;
use crate::triage::State;

/// Name of a triage state.
pub fn state_name(state: State, lang: Lang) -> &'static str {
    match state {
        State::ToRead => lang.pick("À lire", "To read"),
        State::Follow => lang.pick("À suivre", "Follow"),
        State::Keep => lang.pick("Retenu", "Kept"),
        State::Drop => lang.pick("Écarté", "Dropped"),
        State::Done => lang.pick("Fait", "Done"),
    }
}

/// Sign of a triage state; read articles without a state have none.
pub fn state_sign(state: State, read: bool) -> &'static str {
    match (state, read) {
        (State::Follow, _) => "◆",
        (State::Keep, _) => "✓",
        (State::Drop, _) => "×",
        (State::Done, _) => "■",
        (State::ToRead, false) => "●",
        (State::ToRead, true) => " ",
    }
}

/// Name of a kind of line.
pub fn kind_name(kind: LineKind, lang: Lang) -> &'static str {
    match kind {
        LineKind::Title => lang.pick("titre", "title"),
        LineKind::Standfirst => lang.pick("chapô", "standfirst"),
        LineKind::Byline => lang.pick("signature", "byline"),
        LineKind::Date => lang.pick("date", "date"),
        LineKind::ReadingTime => lang.pick("durée", "read time"),
        LineKind::Body => lang.pick("texte", "text"),
        LineKind::Subheading => lang.pick("intertitre", "subhead"),
        LineKind::Caption => lang.pick("légende", "caption"),
        LineKind::Credit => lang.pick("crédit", "credit"),
        LineKind::Related => lang.pick("renvoi", "related"),
        LineKind::Newsletter => lang.pick("lettre", "newsletter"),
        LineKind::Paywall => lang.pick("abonnés", "paywall"),
        LineKind::Comment => lang.pick("réaction", "comment"),
        LineKind::Nav => lang.pick("menu", "menu"),
        LineKind::Ad => lang.pick("publicité", "advert"),
        LineKind::Legal => lang.pick("légal", "legal"),
        LineKind::Form => lang.pick("formulaire", "form"),
        LineKind::Notice => lang.pick("avis", "notice"),
        LineKind::Blank => "",
    }
}

/// What a removed block is, in the row that stands for it.
pub fn block_name(kind: LineKind, lang: Lang) -> &'static str {
    match kind {
        LineKind::Related => lang.pick("renvois", "related links"),
        LineKind::Newsletter => lang.pick("inscription à une lettre", "newsletter form"),
        LineKind::Paywall => lang.pick("avis d'abonnement", "subscription notice"),
        LineKind::Comment => lang.pick("réactions de lecteurs", "reader comments"),
        LineKind::Nav => lang.pick("menus et partage", "menus and sharing"),
        LineKind::Ad => lang.pick("publicité", "advertising"),
        LineKind::Legal => lang.pick("mentions légales", "legal notice"),
        LineKind::Form => lang.pick("formulaire", "form"),
        LineKind::Notice => lang.pick("avis du site", "notice of the site"),
        other => kind_name(other, lang),
    }
}

/// Heading of a kind of names.
pub fn entity_kind_name(kind: EntityKind, lang: Lang) -> &'static str {
    match kind {
        EntityKind::Person => lang.pick("Personnes", "People"),
        EntityKind::Place => lang.pick("Lieux", "Places"),
        EntityKind::Organisation => lang.pick("Organisations", "Organisations"),
        EntityKind::Misc => lang.pick("Autres noms", "Other names"),
    }
}

/// What a name of that kind is.
pub fn entity_kind_one(kind: EntityKind, lang: Lang) -> &'static str {
    match kind {
        EntityKind::Person => lang.pick("personne", "person"),
        EntityKind::Place => lang.pick("lieu", "place"),
        EntityKind::Organisation => lang.pick("organisation", "organisation"),
        EntityKind::Misc => lang.pick("autre nom", "other name"),
    }
}

/// Name of a mark.
pub fn mark_name(mark: Mark, lang: Lang) -> &'static str {
    match mark {
        Mark::Unknown => lang.pick("inconnu", "unknown"),
        Mark::Inferred => lang.pick("déduit", "inferred"),
        Mark::Written => lang.pick("écrit", "written"),
        Mark::Corrected => lang.pick("corrigé", "corrected"),
    }
}
