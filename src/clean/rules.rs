//! Every rule that labels a line, with what it says in words. A test refuses
//! a rule that the cleaner uses and this list does not know.

use crate::words::{Message, Plain, msg};

/// Name of a rule and its meaning.
pub const RULES: &[(&str, Plain)] = &[
    ("line.blank", msg::CLEAN_RULE_LINE_BLANK),
    ("body.stretch", msg::CLEAN_RULE_BODY_STRETCH),
    ("body.doubtful", msg::CLEAN_RULE_BODY_DOUBTFUL),
    ("body.bridge", msg::CLEAN_RULE_BODY_BRIDGE),
    ("body.headed", msg::CLEAN_RULE_BODY_HEADED),
    ("body.list", msg::CLEAN_RULE_BODY_LIST),
    ("body.densest", msg::CLEAN_RULE_BODY_DENSEST),
    ("subheading.short", msg::CLEAN_RULE_SUBHEADING_SHORT),
    ("title.head", msg::CLEAN_RULE_TITLE_HEAD),
    ("title.repeated", msg::CLEAN_RULE_TITLE_REPEATED),
    ("standfirst.head", msg::CLEAN_RULE_STANDFIRST_HEAD),
    ("standfirst.repeated", msg::CLEAN_RULE_STANDFIRST_REPEATED),
    ("byline.written", msg::CLEAN_RULE_BYLINE_WRITTEN),
    ("byline.dated", msg::CLEAN_RULE_BYLINE_DATED),
    ("byline.name", msg::CLEAN_RULE_BYLINE_NAME),
    ("date.stated", msg::CLEAN_RULE_DATE_STATED),
    ("reading.stated", msg::CLEAN_RULE_READING_STATED),
    ("caption.credit", msg::CLEAN_RULE_CAPTION_CREDIT),
    ("caption.twin", msg::CLEAN_RULE_CAPTION_TWIN),
    ("credit.sign", msg::CLEAN_RULE_CREDIT_SIGN),
    ("head.page_date", msg::CLEAN_RULE_HEAD_PAGE_DATE),
    ("head.above_title", msg::CLEAN_RULE_HEAD_ABOVE_TITLE),
    ("head.rest", msg::CLEAN_RULE_HEAD_REST),
    ("inside.rest", msg::CLEAN_RULE_INSIDE_REST),
    ("below.rest", msg::CLEAN_RULE_BELOW_REST),
    ("comment.section", msg::CLEAN_RULE_COMMENT_SECTION),
    ("newsletter.block", msg::CLEAN_RULE_NEWSLETTER_BLOCK),
    ("phrase.comment", msg::CLEAN_RULE_PHRASE_COMMENT),
    ("phrase.related", msg::CLEAN_RULE_PHRASE_RELATED),
    ("phrase.newsletter", msg::CLEAN_RULE_PHRASE_NEWSLETTER),
    ("phrase.paywall", msg::CLEAN_RULE_PHRASE_PAYWALL),
    ("phrase.notice", msg::CLEAN_RULE_PHRASE_NOTICE),
    ("phrase.ad", msg::CLEAN_RULE_PHRASE_AD),
    ("phrase.share", msg::CLEAN_RULE_PHRASE_SHARE),
    ("phrase.legal", msg::CLEAN_RULE_PHRASE_LEGAL),
    ("phrase.form", msg::CLEAN_RULE_PHRASE_FORM),
    ("phrase.nav", msg::CLEAN_RULE_PHRASE_NAV),
    ("phrase.byline", msg::CLEAN_RULE_PHRASE_BYLINE),
    ("phrase.date", msg::CLEAN_RULE_PHRASE_DATE),
    ("phrase.reading", msg::CLEAN_RULE_PHRASE_READING),
    ("phrase.media", msg::CLEAN_RULE_PHRASE_MEDIA),
    ("cut.teaser", msg::CLEAN_RULE_CUT_TEASER),
    ("cut.counted", msg::CLEAN_RULE_CUT_COUNTED),
    ("recurring.source", msg::CLEAN_RULE_RECURRING_SOURCE),
    ("reader.put_back", msg::CLEAN_RULE_READER_PUT_BACK),
];

/// Rules by which the elements of a page are told apart, and their meaning.
const PAGE_RULES: &[(&str, Plain)] = &[
    ("html.above", msg::CLEAN_RULE_HTML_ABOVE),
    ("html.after-end", msg::CLEAN_RULE_HTML_AFTER_END),
    ("html.author", msg::CLEAN_RULE_HTML_AUTHOR),
    ("html.below", msg::CLEAN_RULE_HTML_BELOW),
    ("html.class", msg::CLEAN_RULE_HTML_CLASS),
    ("html.cookies", msg::CLEAN_RULE_HTML_COOKIES),
    ("html.description", msg::CLEAN_RULE_HTML_DESCRIPTION),
    ("html.element", msg::CLEAN_RULE_HTML_ELEMENT),
    ("html.empty-heading", msg::CLEAN_RULE_HTML_EMPTY_HEADING),
    ("html.ender", msg::CLEAN_RULE_HTML_ENDER),
    ("html.fallback", msg::CLEAN_RULE_HTML_FALLBACK),
    ("html.figure", msg::CLEAN_RULE_HTML_FIGURE),
    ("html.h1", msg::CLEAN_RULE_HTML_H1),
    ("html.heading", msg::CLEAN_RULE_HTML_HEADING),
    ("html.ld.body", msg::CLEAN_RULE_HTML_LD_BODY),
    ("html.lead", msg::CLEAN_RULE_HTML_LEAD),
    ("html.like", msg::CLEAN_RULE_HTML_LIKE),
    ("html.link-list", msg::CLEAN_RULE_HTML_LINK_LIST),
    ("html.links", msg::CLEAN_RULE_HTML_LINKS),
    ("html.main", msg::CLEAN_RULE_HTML_MAIN),
    ("html.outside", msg::CLEAN_RULE_HTML_OUTSIDE),
    ("html.replies", msg::CLEAN_RULE_HTML_REPLIES),
    ("html.advert", msg::CLEAN_RULE_HTML_ADVERT),
    ("html.filler", msg::CLEAN_RULE_HTML_FILLER),
    ("html.request", msg::CLEAN_RULE_HTML_REQUEST),
    ("html.short", msg::CLEAN_RULE_HTML_SHORT),
    ("html.signed", msg::CLEAN_RULE_HTML_SIGNED),
    ("html.time", msg::CLEAN_RULE_HTML_TIME),
    ("html.title", msg::CLEAN_RULE_HTML_TITLE),
    ("html.unlike", msg::CLEAN_RULE_HTML_UNLIKE),
];

/// What a rule says; the name itself for rules of other formats.
pub fn words(rule: &'static str) -> Message {
    let known = RULES.iter().chain(PAGE_RULES).find(|(name, _)| *name == rule);
    known.map_or_else(|| msg::verbatim(rule), |(_, words)| (*words).into())
}
