//! Every rule that labels a line, with what it says in words. A test refuses
//! a rule that the cleaner uses and this list does not know.

/// Name of a rule and its meaning.
pub const RULES: &[(&str, &str)] = &[
    ("line.blank", "nothing but white space"),
    ("body.stretch", "in the main stretch, and its weight speaks for the article"),
    ("body.doubtful", "in the main stretch; little speaks for or against it, so it is kept"),
    ("body.bridge", "running text above a form of the site"),
    ("body.headed", "running text below the title that the head of the page names"),
    ("body.list", "a list of lines made alike, below a paragraph"),
    ("body.densest", "the densest stretch, as nothing reads like an article"),
    ("subheading.short", "a short line without an end mark above longer ones"),
    ("title.head", "the line above the body whose words the body takes up"),
    ("title.repeated", "the title again"),
    ("standfirst.head", "running text between the title and the body"),
    ("standfirst.repeated", "the standfirst again"),
    ("byline.written", "says who wrote it"),
    ("byline.name", "a name alone beside the head of the article"),
    ("date.stated", "a date line"),
    ("reading.stated", "a stated reading time"),
    ("caption.credit", "a sentence with a picture credit"),
    ("caption.twin", "the same words as the caption beside it"),
    ("credit.sign", "a picture credit"),
    ("head.page_date", "a date above the title is the day of the crawl"),
    ("head.above_title", "stands above the title"),
    ("head.rest", "stands between title and body and is neither"),
    ("inside.rest", "stands between paragraphs and is none"),
    ("below.rest", "stands below the article"),
    ("comment.section", "below the heading of the comments"),
    ("newsletter.block", "part of a newsletter form"),
    ("phrase.comment", "words of comment sections"),
    ("phrase.related", "words of teasers for other articles"),
    ("phrase.newsletter", "words of newsletter forms"),
    ("phrase.paywall", "words of subscription offers"),
    ("phrase.notice", "words of the site about the article"),
    ("phrase.ad", "words of advertising"),
    ("phrase.share", "words of share bars"),
    ("phrase.legal", "words of legal notices"),
    ("phrase.form", "words of forms"),
    ("phrase.nav", "words of menus"),
    ("phrase.byline", "words of bylines"),
    ("phrase.date", "words of date lines"),
    ("phrase.reading", "words of reading times"),
    ("phrase.media", "words of picture credits"),
    ("cut.teaser", "a teaser glued between two sentences"),
    ("recurring.source", "stands in many articles of the source"),
    ("reader.put_back", "put back by the reader"),
];

/// What a rule says, in words; the name itself for rules of a format.
pub fn words(rule: &'static str) -> &'static str {
    RULES.iter().find(|(name, _)| *name == rule).map_or(rule, |(_, words)| words)
}
