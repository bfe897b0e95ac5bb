//! Openings of short lines that are furniture of a page, and of headings
//! below which no article text follows.
//!
//! Knows phrases of the languages that newspapers here are read in.

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use std::sync::OnceLock;

/// Openings of lines that lead elsewhere or credit something.
const LEADS: &[&str] = &[
    "photo",
    "image",
    "picture",
    "credit",
    "source",
    "video",
    "watch",
    "read more",
    "read also",
    "read next",
    "see also",
    "see more",
    "also read",
    "related",
    "advert",
    "share this",
    "share on",
    "click here",
    "click to",
    "copyright",
    "©",
    "(image",
    "file photo",
    "published",
    "updated",
    "posted",
    "follow us",
    "follow @",
    "follow me",
    "sign up",
    "subscribe",
    "like us",
    "tags:",
    "tag:",
    "topics:",
    "topic:",
    "filed under",
    "lire aussi",
    "à lire",
    "voir aussi",
    "à voir",
    "leia",
    "veja",
    "crédit",
    "recommended",
    "more:",
    "more on",
    "download",
    "get the",
    "join us",
    "join our",
    "categor",
    "label",
    "publicité",
    "scroll",
    "continue reading",
    "story continues",
    "view gallery",
    "view this",
    "loading",
    "this video",
    "comments are",
    "comment (",
    "correction",
    "anzeige",
    "werbung",
    "publicidad",
    "pubblicità",
    "lesen sie",
    "lea también",
    "leggi anche",
    "partager",
    "regarder",
    "abonnez",
    "suivez-nous",
    "inscrivez",
    "newsletter",
    "foto:",
    "fotos:",
];

/// Headings that end an article.
const ENDERS: &[&str] = &[
    "related",
    "more from",
    "more on",
    "more stories",
    "more news",
    "more in",
    "read more",
    "read next",
    "read also",
    "see also",
    "also read",
    "you may",
    "you might",
    "recommended",
    "trending",
    "most read",
    "most popular",
    "most viewed",
    "popular",
    "comment",
    "leave a comment",
    "leave a reply",
    "share this",
    "join the",
    "sign up",
    "subscribe",
    "newsletter",
    "advertisement",
    "sponsored",
    "follow us",
    "about the author",
    "tags",
    "topics",
    "latest",
    "editor's pick",
    "editor’s pick",
    "don't miss",
    "don’t miss",
    "up next",
    "next article",
    "next story",
    "previous",
    "à lire",
    "lire aussi",
    "voir aussi",
    "sur le même",
    "les plus lus",
    "commentaire",
    "article lié",
    "articles liés",
    "articles similaires",
    "partager",
    "réagi",
    "inscri",
    "à ne pas manquer",
    "dans la même",
    "vos réactions",
    "nos dernières",
    "veja também",
    "leia mais",
    "leia também",
    "relacionad",
    "comentário",
    "comentario",
    "compartilhe",
    "mehr zum",
    "das könnte",
    "auch interessant",
    "kommentar",
    "ähnliche",
    "te puede",
    "ver también",
    "lee también",
    "leggi anche",
    "potrebbe",
    "commenti",
    "похожие",
    "комментар",
    "читайте",
    "tell us what",
    "what do you think",
    "have your say",
];

/// Words of paragraphs that ask for something at the end of an article.
const ASKS: &[&str] = &[
    "click here",
    "sign up",
    "subscri",
    "follow him",
    "follow her",
    "follow us",
    "follow me",
    "follow them",
    "newsletter",
    "delivered to",
    "delivered through",
    "contact him",
    "contact her",
    "contact us",
    "can be reached",
    "may be reached",
    "email him",
    "email her",
    "email us",
    "abonnez-vous",
    "inscrivez-vous",
    "suivez-nous",
    "pour nous contacter",
    "cliquez ici",
];

/// Words of a notice about cookies.
const COOKIES: &[&str] = &[
    "uses cookies",
    "use cookies",
    "use of cookies",
    "using cookies",
    "utilise des cookies",
    "utilisons des cookies",
    "utilisation de cookies",
    "utilisation des cookies",
    "verwendet cookies",
    "verwenden cookies",
    "nutzt cookies",
    "utiliza cookies",
    "utilizamos cookies",
    "usamos cookies",
    "utilizza cookie",
    "uso dei cookie",
    "partenaires stockent",
    "tels que les cookies",
    "telles que les cookies",
    "such as cookies",
];

/// Beginnings of lines that say how much of an article is for subscribers.
const RESTS: &[&str] = &[
    "il vous reste",
    "la suite est réservée",
    "la suite de cet article",
    "cet article est réservé",
    "pour lire la suite",
];

/// Words that such a line has as well.
const OF_ARTICLES: &[&str] = &["lire", "article", "abonn"];

/// Words with which a link begins that answers a comment.
const ANSWERS: &[&str] =
    &["répondre", "repondre", "reply", "antworten", "responder", "rispondi", "beantwoorden", "odpowiedz", "svar"];

fn build(words: &[&str], anchored: bool) -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .ascii_case_insensitive(true)
        .start_kind(if anchored { StartKind::Anchored } else { StartKind::Unanchored })
        .build(words)
        .expect("the phrases are few and short")
}

/// A text without what may stand before the first word.
fn opening(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '©'));
    let is_image = |t: &&str| t.chars().flat_map(char::to_lowercase).take(5).eq("image".chars());
    let text = text.strip_prefix('(').filter(|t| !is_image(t)).unwrap_or(text);
    // A number before the word, as in “12 comments”.
    text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
}

/// Phrases at the beginning of a text.
struct Openings {
    phrases: AhoCorasick,
    /// The first two bytes of each phrase, as bits: nearly every text is told
    /// apart by its own.
    starts: Box<[u64; 1024]>,
}

impl Openings {
    fn new(phrases: &[&str]) -> Self {
        let mut starts = Box::new([0; 1024]);
        for bytes in phrases.iter().filter_map(|p| p.as_bytes().first_chunk::<2>()) {
            let pair = u16::from_be_bytes(*bytes) as usize;
            starts[pair / 64] |= 1 << (pair % 64);
        }
        Self { phrases: build(phrases, true), starts }
    }

    fn begin(&self, text: &str) -> bool {
        let text = opening(text);
        let Some(bytes) = text.as_bytes().first_chunk::<2>() else { return false };
        if bytes.is_ascii() {
            let pair = u16::from_be_bytes(bytes.map(|b| b.to_ascii_lowercase())) as usize;
            if self.starts[pair / 64] & (1 << (pair % 64)) == 0 {
                return false;
            }
        }
        let lower: String = text.chars().take(40).flat_map(char::to_lowercase).collect();
        self.phrases.find(Input::new(&lower).anchored(Anchored::Yes)).is_some()
    }
}

/// True for a line that opens like a credit, a link elsewhere or an advert.
pub(super) fn leads_away(text: &str) -> bool {
    static LEAD: OnceLock<Openings> = OnceLock::new();
    LEAD.get_or_init(|| Openings::new(LEADS)).begin(text)
}

/// True for a heading below which teasers or comments follow.
pub(super) fn ends_article(text: &str) -> bool {
    static ENDER: OnceLock<Openings> = OnceLock::new();
    ENDER.get_or_init(|| Openings::new(ENDERS)).begin(text)
}

/// True for a link that answers a comment.
pub(super) fn answers(text: &str) -> bool {
    static ANSWER: OnceLock<Openings> = OnceLock::new();
    ANSWER.get_or_init(|| Openings::new(ANSWERS)).begin(text)
}

/// True for a paragraph that asks the reader to subscribe or to write.
pub(super) fn asks(text: &str) -> bool {
    static ASK: OnceLock<AhoCorasick> = OnceLock::new();
    ASK.get_or_init(|| build(ASKS, false)).is_match(text)
}

/// True for a line that says how much of an article is left to read and for whom.
pub(super) fn tells_rest(text: &str) -> bool {
    static REST: OnceLock<Openings> = OnceLock::new();
    static OF_ARTICLE: OnceLock<AhoCorasick> = OnceLock::new();
    REST.get_or_init(|| Openings::new(RESTS)).begin(text)
        && OF_ARTICLE.get_or_init(|| build(OF_ARTICLES, false)).is_match(text)
}

/// True for a notice about cookies.
pub(super) fn is_cookie_notice(text: &str) -> bool {
    static COOKIE: OnceLock<AhoCorasick> = OnceLock::new();
    // A letter of all of them that most texts do not have.
    let has_k = memchr::memchr2(b'k', b'K', text.as_bytes()).is_some();
    has_k && COOKIE.get_or_init(|| build(COOKIES, false)).is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_before_a_search_stands_in_every_phrase() {
        assert!(COOKIES.iter().all(|phrase| phrase.contains('k')));
        // Only the letters of ASCII are told whatever their case.
        assert!(ASKS.iter().chain(COOKIES).all(|phrase| phrase.is_ascii()));
        assert!(is_cookie_notice("This site USES COOKIES."));
        assert!(!is_cookie_notice("Elle a fait des biscuits."));
    }
}
