//! Words and signs for values of the core, shared by all panes.

use crate::corpus::{LineKind, Mark, Meta, Standing, Version, WireTopic};
use crate::entity::EntityKind;
use crate::search::Query;
use crate::triage::State;
use crate::triage::summary::name_kind;
use crate::words::Lang;
use crate::words::{date, msg};

/// Name of a triage state.
pub fn state_name(state: State, lang: Lang) -> &'static str {
    match state {
        State::ToRead => lang.text(msg::VIEW_READ),
        State::Follow => lang.text(msg::VIEW_FOLLOW),
        State::Keep => lang.text(msg::VIEW_KEPT),
        State::Drop => lang.text(msg::VIEW_DROPPED),
        State::Done => lang.text(msg::VIEW_DONE),
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
        LineKind::Title => lang.text(msg::TRIAGE_CLAIM_TITLE),
        LineKind::Standfirst => lang.text(msg::VIEW_STANDFIRST),
        LineKind::Byline => lang.text(msg::VIEW_BYLINE),
        LineKind::Date => lang.text(msg::TRIAGE_CLAIM_PUBLISHED),
        LineKind::ReadingTime => lang.text(msg::VIEW_READ_TIME),
        LineKind::Body => lang.text(msg::UI_ORDER_TEXT),
        LineKind::Subheading => lang.text(msg::VIEW_SUBHEAD),
        LineKind::Caption => lang.text(msg::VIEW_CAPTION),
        LineKind::Credit => lang.text(msg::VIEW_CREDIT),
        LineKind::Related => lang.text(msg::VIEW_RELATED),
        LineKind::Newsletter => lang.text(msg::VIEW_NEWSLETTER),
        LineKind::Paywall => lang.text(msg::VIEW_PAYWALL),
        LineKind::Comment => lang.text(msg::VIEW_COMMENT),
        LineKind::Nav => lang.text(msg::VIEW_MENU),
        LineKind::Ad => lang.text(msg::VIEW_ADVERT),
        LineKind::Legal => lang.text(msg::VIEW_LEGAL),
        LineKind::Form => lang.text(msg::VIEW_FORM),
        LineKind::Notice => lang.text(msg::VIEW_NOTICE),
        LineKind::Code => lang.text(msg::VIEW_CODE),
        LineKind::Repeat => lang.text(msg::VIEW_REPEAT),
        LineKind::Blank => "",
    }
}

/// What a removed block is, in the row that stands for it.
pub fn block_name(kind: LineKind, lang: Lang) -> &'static str {
    match kind {
        LineKind::Related => lang.text(msg::VIEW_RELATED_LINKS),
        LineKind::Newsletter => lang.text(msg::VIEW_NEWSLETTER_FORM),
        LineKind::Paywall => lang.text(msg::VIEW_SUBSCRIPTION_NOTICE),
        LineKind::Comment => lang.text(msg::VIEW_READER_COMMENTS),
        LineKind::Nav => lang.text(msg::VIEW_MENUS_AND_SHARING),
        LineKind::Ad => lang.text(msg::VIEW_ADVERTISING),
        LineKind::Legal => lang.text(msg::VIEW_LEGAL_NOTICE),
        LineKind::Form => lang.text(msg::VIEW_FORM),
        LineKind::Notice => lang.text(msg::VIEW_NOTICE_SITE),
        other => kind_name(other, lang),
    }
}

/// Heading of a kind of names.
pub fn entity_kind_name(kind: EntityKind, lang: Lang) -> &'static str {
    match kind {
        EntityKind::Person => lang.text(msg::VIEW_PEOPLE),
        EntityKind::Place => lang.text(msg::VIEW_PLACES),
        EntityKind::Organisation => lang.text(msg::VIEW_ORGANISATIONS),
        EntityKind::Misc => lang.text(msg::VIEW_OTHER_NAMES),
    }
}

/// What a name of that kind is.
pub fn entity_kind_one(kind: EntityKind, lang: Lang) -> &'static str {
    lang.text(name_kind(kind))
}

/// What stands against the use of an item of an agency.
pub fn standing_name(standing: Standing, lang: Lang) -> Option<&'static str> {
    match standing {
        Standing::Usable => None,
        Standing::Withheld => Some(lang.text(msg::VIEW_WITHHELD)),
        Standing::Withdrawn => Some(lang.text(msg::VIEW_WITHDRAWN)),
    }
}

/// Name of a fact of the wire.
pub fn topic_name(topic: WireTopic, lang: Lang) -> &'static str {
    match topic {
        WireTopic::Standing => lang.text(msg::VIEW_WIRE_STANDING),
        WireTopic::Embargo => lang.text(msg::VIEW_WIRE_EMBARGO),
        WireTopic::Version => lang.text(msg::VIEW_WIRE_VERSION),
        WireTopic::Corrects => lang.text(msg::VIEW_WIRE_CORRECTS),
        WireTopic::Earlier => lang.text(msg::VIEW_WIRE_EARLIER),
        WireTopic::Note => lang.text(msg::VIEW_WIRE_NOTE),
        WireTopic::Dateline => lang.text(msg::VIEW_WIRE_DATELINE),
        WireTopic::Credit => lang.text(msg::VIEW_CREDIT),
        WireTopic::Slug => lang.text(msg::VIEW_WIRE_SLUG),
        WireTopic::Urgency => lang.text(msg::VIEW_WIRE_URGENCY),
        WireTopic::Genre => lang.text(msg::VIEW_WIRE_GENRE),
        WireTopic::Rights => lang.text(msg::VIEW_WIRE_RIGHTS),
        WireTopic::Identifier => lang.text(msg::VIEW_WIRE_IDENTIFIER),
    }
}

/// What stands against the use of an article and until when, in a line of its head.
pub fn wire_line(meta: &Meta, lang: Lang) -> Option<String> {
    let embargo = meta.wire.iter().find(|f| f.topic == WireTopic::Embargo);
    let embargo = embargo.map(|f| lang.say(msg::view_embargo_until(&f.value)));
    let standing = standing_name(meta.stands(), lang).map(str::to_owned);
    let parts: Vec<String> = standing.into_iter().chain(embargo).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Which version of its article a document is, and whether a newer one is at hand.
pub fn version_words(version: Version, lang: Lang) -> String {
    let (number, of) = (version.number as usize, version.of as usize);
    lang.say(if version.is_newest() {
        msg::view_version_newest(number, of)
    } else {
        msg::view_version_older(number, of)
    })
}

/// What stands against the use of an article, before its headline in a list: that it
/// was taken back, is withheld, or is under embargo.
pub fn use_mark(standing: Standing, embargo: Option<&str>, lang: Lang) -> Option<String> {
    let embargo = embargo.map(|until| match until.get(..10).and_then(|day| day.parse().ok()) {
        Some(day) => lang.say(msg::view_embargo_until(date::short(day, lang))),
        None => lang.text(msg::VIEW_EMBARGO).to_owned(),
    });
    match standing {
        Standing::Withdrawn => standing_name(standing, lang).map(str::to_owned),
        Standing::Withheld | Standing::Usable => embargo.or_else(|| standing_name(standing, lang).map(str::to_owned)),
    }
}

/// Name of a mark.
pub fn mark_name(mark: Mark, lang: Lang) -> &'static str {
    match mark {
        Mark::Unknown => lang.text(msg::PICKER_UNKNOWN),
        Mark::Inferred => lang.text(msg::VIEW_INFERRED),
        Mark::Written => lang.text(msg::VIEW_WRITTEN),
        Mark::Corrected => lang.text(msg::VIEW_CORRECTED),
    }
}

/// That a word of a query looks like an operator of other query languages and is looked
/// for as a word.
pub fn no_operator(query: &Query, lang: Lang) -> Option<String> {
    let taken = query.taken_for_words();
    Some(lang.say(msg::search_no_operator(*taken.first()?)))
}
