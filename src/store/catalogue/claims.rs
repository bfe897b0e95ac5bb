//! The claims that filters ask for, without the text: a filter by outlet, day
//! or state reads no article.

use crate::corpus::{
    Claim, DocKey, Document, Evidence, Language, Mark, Meta, Place, SourceFormat, Standing, WireFact, WireTopic,
};
use crate::text::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Values of claims; how they came about is told by the article itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    title: Option<String>,
    /// The headline stands in the text.
    title_in_text: bool,
    source: Option<String>,
    author: Option<String>,
    agencies: Option<Vec<String>>,
    published: Option<Date>,
    event: Option<Date>,
    language: Option<Language>,
    paywalled: Option<bool>,
    standing: Standing,
    embargo: Option<String>,
}

impl Claims {
    /// The claims of a document.
    pub fn of(document: &Document) -> Self {
        let m = &document.meta;
        Self {
            title: m.title.value.clone(),
            title_in_text: m.title.evidence.iter().any(|e| e.span.is_some()),
            source: m.source.value.clone(),
            author: m.author.value.clone(),
            agencies: m.agencies.value.clone(),
            published: m.published.value,
            event: m.event_date.value,
            language: m.language.value,
            paywalled: m.paywalled.value,
            standing: m.standing,
            embargo: document.stated(WireTopic::Embargo).map(str::to_owned),
        }
    }

    /// A document without text that makes these claims.
    pub fn document(self, key: DocKey, place: Place) -> Document {
        fn claim<T>(value: Option<T>) -> Claim<T> {
            let mark = if value.is_some() { Mark::Written } else { Mark::Unknown };
            Claim { value, mark, evidence: Vec::new() }
        }
        let mut title = claim(self.title);
        if self.title_in_text {
            title.evidence.push(Evidence {
                span: Some(Span::new(0, 0)),
                rule: "catalogue",
                note: crate::words::msg::verbatim(""),
            });
        }
        let embargo = self.embargo.map(|value| WireFact { topic: WireTopic::Embargo, value, rule: "catalogue" });
        let meta = Meta {
            title,
            source: claim(self.source),
            author: claim(self.author),
            agencies: claim(self.agencies),
            published: claim(self.published),
            event_date: claim(self.event),
            language: claim(self.language),
            paywalled: claim(self.paywalled),
            standing: self.standing,
            wire: embargo.into_iter().collect(),
            ..Meta::default()
        };
        Document {
            key,
            place,
            format: SourceFormat::default(),
            text: "".into(),
            original: None,
            lines: Vec::new(),
            cuts: Vec::new(),
            meta,
            notices: Vec::new(),
        }
    }
}
