//! Speech, fragment or scare quotes; and the same words quoted twice.

use super::weight::{self, FLOOR, NOBODY, STATED};
use crate::entity::{Entity, EntityKind};
use crate::fact::frame::Frame;
use crate::fact::lexicon::WordClass;
use crate::fact::prose::{Kind, Prose, Token};
use crate::fact::quote::{Quote, QuoteKind, Reason};
use crate::fact::sentence::Item;
use crate::lang::{self, ClauseWord, DescriptionWord, Grammar, Tags};
use crate::text::ending::is_ended;
use crate::text::{Folded, Span, fold};

/// Quotations compared with each other: a fixed number, so that a text of
/// nothing but quotations costs no more for each.
const COMPARED: usize = 160;

/// Quotations whose weak speaker is outweighed by one stated elsewhere for
/// the same words. At most a fixed number of comparisons.
pub(super) fn same_words(quotes: &mut [Quote], score: &mut [i32], text: &str) {
    let folded: Vec<String> = quotes.iter().take(COMPARED).map(|q| bare(q.span.of(text))).collect();
    for q in 0..folded.len() {
        // A name said elsewhere is better than `les deux dirigeants` here.
        let nameless = quotes[q].entity.is_none();
        if score[q] >= STATED && !nameless || folded[q].len() < 4 || quotes[q].reason == Some(NOBODY) {
            continue;
        }
        let same = (0..folded.len())
            .filter(|&o| {
                o != q && score[o] >= STATED && quotes[o].entity.is_some() && quotes[o].kind != QuoteKind::Scare
            })
            .find(|&o| {
                let (short, long) = if folded[q].len() <= folded[o].len() {
                    (&folded[q], &folded[o])
                } else {
                    (&folded[o], &folded[q])
                };
                // Whom the text states gives way to the same words only.
                let contained = score[q] < STATED || quotes[q].entity.is_some();
                short == long || contained && short.len() >= 8 && holds_words(long, short)
            });
        let Some(o) = same else { continue };
        let (name, points) = weight::SAME_WORDS;
        let (speaker, entity, words) = (quotes[o].speaker.clone(), quotes[o].entity, quotes[o].speaker_words);
        score[q] = score[q].max(0) + points;
        let quote = &mut quotes[q];
        (quote.speaker, quote.entity, quote.speaker_words, quote.reason) = (speaker, entity, words, Some(name));
        quote.weighed.push(Reason { feature: name, tenths: points });
        quote.doubtful = true;
    }
}

/// Sentences that nobody is said to have spoken, in a text that quotes one
/// person only.
pub(super) fn only_speaker(quotes: &mut [Quote], score: &mut [i32]) {
    let mut spoken = quotes.iter().filter(|q| q.speaker.is_some() && q.kind == QuoteKind::Speech);
    let Some(first) = spoken.next().cloned().filter(|q| q.entity.is_some()) else { return };
    let (mut others, mut count) = (false, 1);
    for q in spoken {
        others |= q.entity != first.entity;
        count += 1;
    }
    if others || count < 2 {
        return;
    }
    let (name, points) = weight::ONLY;
    for (q, score) in quotes.iter_mut().zip(score).filter(|(q, _)| q.speaker.is_none() && q.reason != Some(NOBODY)) {
        if q.kind == QuoteKind::Speech {
            (q.speaker, q.entity, q.reason, q.doubtful) = (first.speaker.clone(), first.entity, Some(name), true);
            q.weighed.push(Reason { feature: name, tenths: points });
            *score = points;
        }
    }
}

/// Answers of an interview, whole paragraphs in marks, each behind a question
/// in a paragraph of its own: whoever the text is about gives them, or whom it
/// names last before the first. Two of them make an interview.
pub(super) fn answers(frame: &Frame, quotes: &mut [Quote], score: &mut [i32], hero: Option<usize>) {
    let text = frame.prose.text;
    let is_answer = |q: &Quote| {
        let (before, after) = (text[..q.outer.start].trim_end_matches([' ', '\u{a0}']), &text[q.outer.end..]);
        q.kind == QuoteKind::Speech
            && before.ends_with('\n')
            && before.trim_end().ends_with('?')
            && after.trim_start_matches([' ', '\u{a0}', '.']).chars().next().is_none_or(|c| c == '\n')
    };
    let found: Vec<usize> = (0..quotes.len()).filter(|&q| is_answer(&quotes[q])).collect();
    let Some(first) = found.first().filter(|_| found.len() > 1).map(|&q| quotes[q].outer.start) else { return };
    let named = || {
        let people = frame.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person);
        let last = |e: &Entity| e.mentions.iter().map(|m| m.span.end).filter(|&end| end <= first).max();
        people.filter_map(|(i, e)| Some((last(e)?, i))).max().map(|x| x.1)
    };
    let Some(entity) = hero.or_else(named) else { return };
    let (name, points) = weight::INTERVIEW;
    for q in found {
        if score[q] >= STATED {
            continue;
        }
        let quote = &mut quotes[q];
        (quote.speaker, quote.entity) = (frame.entities.get(entity).map(|e| e.name.clone()), Some(entity));
        (quote.speaker_words, quote.verb, quote.reason, quote.doubtful) = (None, None, Some(name), true);
        quote.weighed.push(Reason { feature: name, tenths: points });
        score[q] = points;
    }
}

/// A quotation that stands alone, as a heading does: whoever is quoted next
/// said it, when the text says who that is.
pub(super) fn announced(frame: &Frame, quotes: &mut [Quote], score: &mut [i32]) {
    let (name, points) = weight::HEADING;
    for s in &frame.sentences {
        let lone = s.items.iter().all(|it| match it {
            Item::Quote(_) => true,
            Item::Token(t) => frame.prose.tokens.get(*t).is_some_and(|t| t.kind != Kind::Word),
        });
        let mut own = (0..s.items.len()).filter_map(|i| s.quote(i));
        let (Some(q), None) = (own.next(), own.next()) else { continue };
        if !lone || !quotes[q].closed || score.get(q).is_none_or(|s| *s > 0) || quotes[q].reason == Some(NOBODY) {
            continue;
        }
        let near = |next: &&Quote| next.outer.start.saturating_sub(quotes[q].outer.end) < 900;
        let Some(next) = quotes.get(q + 1).filter(near).filter(|_| score[q + 1] >= STATED).cloned() else { continue };
        let quote = &mut quotes[q];
        (quote.speaker, quote.entity, quote.speaker_words) = (next.speaker, next.entity, next.speaker_words);
        (quote.reason, quote.doubtful) = (Some(name), true);
        quote.weighed.push(Reason { feature: name, tenths: points });
        score[q] = points;
    }
}

/// Words that the sentence may use for what it tells of, whoever is quoted near:
/// what somebody is charged with (`jugé pour « … »`), a title (`du film « … »`), a
/// few words behind an article or behind an article and an adjective (`cette «
/// carence »`, `la fameuse « marée »`). Behind a verb of saying they are what is said:
/// `dénonce un « scandale »`.
pub(in crate::fact) fn is_named(frame: &Frame, quote: &Quote) -> bool {
    const FEW: usize = 3;
    const NEAR: usize = 48;
    let prose = frame.prose;
    let first = prose.token_at(quote.outer.start);
    let before = |k: usize| first.checked_sub(k).and_then(|i| prose.tokens.get(i)).filter(|t| t.kind == Kind::Word);
    let from = prose.token_at(quote.span.start);
    let inside = prose.tokens.get(from..prose.token_at(quote.span.end)).unwrap_or(&[]);
    let words = inside.iter().filter(|t| t.kind == Kind::Word).count();
    let clause = inside.iter().any(|t| t.class.is(WordClass::AUX | WordClass::NEGATION | WordClass::FIRST));
    let capital = inside.first().is_some_and(|t| t.capital);
    let Some(last) = before(1) else { return false };
    if clause {
        return false;
    }
    let word = Tags::of(&last.span.of(prose.text).to_lowercase());
    if word.is(ClauseWord::Opinion) || last.class.is(WordClass::NAMED) && capital {
        return true;
    }
    let article = |t: &Token| t.class.is(WordClass::DETERMINER);
    let adjective = last.class.0 == 0 && !last.capital;
    let article = match before(2) {
        _ if article(last) => 1,
        Some(t) if adjective && article(t) => 2,
        _ => return false,
    };
    // `dénonce un « scandale »`, `parle d'un « scandale »`.
    let said = (1..=2)
        .filter_map(|k| before(article + k))
        .any(|t| t.class.is(WordClass::VERB) || quote.verb.is_some_and(|v| v.contains(t.span)));
    // Words that the text has elsewhere too are a label, whoever takes them up.
    let own = quote.span.of(prose.text);
    let again = head(prose.text).match_indices(own).any(|(at, _)| at != quote.span.start);
    // `a dénoncé sur les ondes des « calculs »`.
    let near = |verb: Span| verb.end <= quote.outer.start && quote.outer.start - verb.end < NEAR;
    let told = said || quote.reason == Some(weight::BEFORE_NEAR.0) && quote.verb.is_some_and(near);
    words <= FEW && (again || !told)
}

/// The head of a text, in which a label shows itself.
fn head(text: &str) -> &str {
    text.char_indices().nth(Head::BYTES).map_or(text, |(end, _)| &text[..end])
}

/// An article or a number stands right before the quotation.
fn is_led(prose: &Prose, quote: &Quote) -> bool {
    let from = prose.token_at(quote.outer.start);
    from.checked_sub(1)
        .and_then(|k| prose.tokens.get(k))
        .is_some_and(|t| t.class.is(WordClass::DETERMINER | WordClass::OF) || t.kind == Kind::Number)
}

/// *des*, *les*, *ces* right before the quotation: words for many.
fn is_led_plural(prose: &Prose, quote: &Quote) -> bool {
    let from = prose.token_at(quote.outer.start);
    from.checked_sub(1).is_some_and(|k| Tags::of(&prose.word(k).to_lowercase()).is(DescriptionWord::Plural))
}

pub(super) fn bare(s: &str) -> String {
    fold(s.trim_matches(|c: char| !c.is_alphanumeric()))
}

pub(super) fn holds_words(long: &str, short: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    long.find(short)
        .is_some_and(|i| edge(long[..i].chars().next_back()) && edge(long[i + short.len()..].chars().next()))
}

/// The head of the text, folded, to see which quoted words also stand in it
/// without marks. A label shows itself early; reading on would cost time.
pub(super) struct Head<'f> {
    zones: Vec<(usize, Folded)>,
    quotes: &'f [Quote],
    /// The first quotations, folded, to see which come back.
    texts: Vec<String>,
    /// For each of them whether an article stands before it.
    led: Vec<bool>,
}

impl<'f> Head<'f> {
    const BYTES: usize = 8000;

    pub(super) fn new(frame: &Frame, quotes: &'f [Quote]) -> Self {
        let mut zones = Vec::new();
        let mut left = Self::BYTES;
        for zone in &frame.prose.zones {
            let text = zone.span.of(frame.prose.text);
            let part = text.char_indices().nth(left).map_or(text, |(end, _)| &text[..end]);
            left = left.saturating_sub(part.len());
            zones.push((zone.span.start, Folded::new(part)));
            if left == 0 {
                break;
            }
        }
        let nested = quotes.iter().take(COMPARED).flat_map(|q| q.nested.iter().copied().take(4));
        let texts = quotes.iter().take(COMPARED).map(|q| q.span).chain(nested);
        let texts = texts.map(|span| bare(span.of(frame.prose.text))).collect();
        let led = quotes.iter().take(COMPARED).map(|q| is_led(frame.prose, q)).collect();
        Self { zones, quotes, texts, led }
    }

    /// How often the words stand in marks behind an article.
    fn labels(&self, words: &str) -> usize {
        self.texts.iter().zip(&self.led).filter(|(t, led)| **led && *t == words).count()
    }

    pub(super) fn unquoted(&self, words: &str) -> bool {
        self.zones.iter().any(|(start, folded)| {
            folded.find_all(words).any(|hit| {
                let hit = hit.shift(*start);
                let k = self.quotes.partition_point(|q| q.outer.end <= hit.start);
                self.quotes.get(k).is_none_or(|q| !q.outer.touches(hit))
            })
        })
    }
}

/// The least weight that ties a quotation to a verb of saying.
const CUED: i32 = 30;

/// True for words in marks that name something whatever is said around them:
/// a sign without letters, a nickname inside a name, what *intitulé* or
/// *baptisé* introduces, an English title of a work.
fn is_label(frame: &Frame, head: &Head, q: usize, tokens: &[Token]) -> bool {
    let prose = frame.prose;
    let quote = &head.quotes[q];
    let text = quote.span.of(prose.text);
    let words: Vec<&Token> = tokens.iter().filter(|t| t.kind == Kind::Word).collect();
    if text.chars().filter(|c| c.is_alphabetic()).count() <= 1 {
        return true;
    }
    let first = prose.token_at(quote.outer.start);
    let before =
        |k: usize| first.checked_sub(k).and_then(|i| prose.tokens.get(i)).filter(|t| t.span.end <= quote.outer.start);
    let after = prose.tokens.get(prose.token_at(quote.outer.end));
    // `l’ex-« plume »`
    if before(1).is_some_and(|t| t.glued && t.kind == Kind::Mark('-')) {
        return true;
    }
    // `Supatra "Nat" Sasuphan`
    let name = |t: Option<&Token>| t.is_some_and(|t| t.kind == Kind::Word && t.capital && t.class.0 == 0);
    if words.len() <= 2 && name(before(1)) && name(after) && first > 0 && words.iter().all(|t| t.capital) {
        return true;
    }
    let word = |t: Option<&Token>| t.map_or(String::new(), |t| fold(t.span.of(prose.text)));
    let named = Tags::of_folded(&word(before(1)));
    if named.is(ClauseWord::Namer | ClauseWord::SoCalled) {
        return true;
    }
    // `son étude « La Mer en hiver »`, `un festival « Tout va bien ! »`
    let text_of = named.is(ClauseWord::Text);
    let year = before(1).is_some_and(|t| matches!(t.kind, Kind::Mark(',')))
        && before(2).is_some_and(|t| t.kind == Kind::Number && t.span.len() == 4);
    let announced = [weight::COLON, weight::BEHIND, weight::COLON_BEFORE].iter().any(|w| quote.reason == Some(w.0));
    if (text_of || year) && words.len() >= 2 && words[0].capital && !announced {
        return true;
    }
    // `sous le nom de « … »`, `du nom de`.
    let de = named.is(Grammar::Genitive);
    if de && Tags::of_folded(&word(before(2))).is(ClauseWord::Appellation) {
        return true;
    }
    // `the show "Face the Nation"`, `his book, "A Long Way,"`.
    let small = |t: &&&Token| t.span.len() > 3;
    let title = !words.is_empty() && words[0].capital && words.iter().filter(small).all(|t| t.capital);
    let comma = matches!(before(1).map(|t| t.kind), Some(Kind::Mark(',')));
    let work = |t: Option<&Token>| t.is_some_and(|t| t.class.is(WordClass::NAMED));
    let led = work(before(1)) || comma && work(before(2));
    let possessive =
        |word: &str| word.rsplit_once('\'').is_some_and(|(_, ending)| lang::any(|l| l.is_possessive(ending)));
    let on = named.is(ClauseWord::Airing) || possessive(&word(before(1)));
    let ended = is_ended(text);
    if title && words.len() >= 2 && (led || on && !ended) || title && led && words.len() == 1 {
        return true;
    }
    // `« RTL Matin »`, `« L’Heure des pros »`: capitals inside, no verb, nobody said to speak.
    let said = quote.weighed.iter().any(|r| r.tenths >= CUED);
    let capitals = words.iter().filter(|t| t.capital).count();
    if title && !said && words.len() >= 2 && words.len() <= 5 && capitals >= 2 && !ended {
        return true;
    }
    // `la forme « a » plutôt que « b »`: one label and then another.
    let Some(last) = q.checked_sub(1).and_then(|p| head.quotes.get(p)) else { return false };
    let gap = prose.text.get(last.outer.end..quote.outer.start).unwrap_or("").trim();
    let between = gap.trim_matches([',', '«', ' ']);
    let joined = gap == "," || Tags::of(between).is(ClauseWord::ListJoint);
    joined && words.len() <= 4 && last.kind == QuoteKind::Scare && !said && last.speaker.is_none()
}

/// Speech, fragment or scare quotes, by the words and by what stands around.
pub(super) fn kind(frame: &Frame, head: &Head, q: usize, score: i32) -> QuoteKind {
    let quotes = head.quotes;
    let prose = frame.prose;
    let quote = &quotes[q];
    let text = quote.span.of(prose.text);
    let from = prose.token_at(quote.span.start);
    let to = prose.token_at(quote.span.end.saturating_sub(1)) + 1;
    let tokens = prose.tokens.get(from..to.min(prose.tokens.len())).unwrap_or(&[]);
    let words = tokens.iter().filter(|t| t.kind == Kind::Word).count();
    let capital = tokens.first().is_some_and(|t| t.capital);
    let verb = tokens.iter().any(|t| t.class.is(WordClass::AUX) || t.class.is(WordClass::FIRST | WordClass::NEGATION));
    let ended = is_ended(text);
    if is_label(frame, head, q, tokens) {
        return QuoteKind::Scare;
    }
    let behind = quote.reason == Some(weight::BEHIND.0)
        || quote.reason == Some(weight::INSIDE.0)
        || quote.reason == Some(NOBODY)
        || quote.reason == Some(weight::BEHIND_DIRECT.0);
    let announced = quote.reason == Some(weight::COLON.0) || quote.reason == Some(weight::COLON_BEFORE.0);
    let mut distance = 0;
    // `dans « Un bon fils » (2014)`: a work.
    let behind_quote = prose.token_at(quote.outer.end);
    let dated = prose.word(behind_quote) == "("
        && prose.tokens.get(behind_quote + 1).is_some_and(|t| t.kind == Kind::Number && t.span.len() == 4);
    distance += if dated && capital { 3 } else { 0 };
    let before = from.checked_sub(2).and_then(|k| prose.tokens.get(k)).filter(|t| t.span.end <= quote.outer.start);
    // `l’émission dominicale « … »`: an adjective between.
    let two = from.checked_sub(3).and_then(|k| prose.tokens.get(k));
    let adjective = before.is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && !t.capital);
    distance += if capital && adjective && two.is_some_and(|t| t.class.is(WordClass::NAMED)) { 3 } else { 0 };
    if let Some(t) = before {
        distance += if t.class.is(WordClass::NAMED) { 3 } else { 0 };
        let counted = t.class.is(WordClass::DETERMINER | WordClass::OF) || t.kind == Kind::Number;
        distance += if counted && words <= 3 { 2 } else { 0 };
    }
    // Said beside the words themselves, not only by the subject around them.
    let whole = [weight::CLOSING.0, weight::BEHIND_FAR.0, weight::ACCORDANCE.0, weight::SOURCE.0];
    let stated = quote.weighed.iter().any(|r| r.tenths >= CUED && !whole.contains(&r.feature))
        || quote.weighed.iter().any(|r| r.tenths >= CUED) && !(words <= 2 && is_led_plural(prose, quote) && !capital);
    let near = quote.weighed.iter().any(|r| r.tenths >= weight::COLON.1);
    if words <= 3 && !behind && !announced {
        let bare_text = bare(text);
        let repeated = head.texts.iter().filter(|t| **t == bare_text).count();
        // A label goes on without marks, or comes back in marks.
        let label = words >= 2 && head.unquoted(&bare_text);
        distance += match repeated {
            0 | 1 => 0,
            2 => i32::from(!stated),
            _ => 4,
        };
        // `des « gilets jaunes » … un « gilet jaune »`: what they are called.
        distance += if is_led(prose, quote) && head.labels(&bare_text) >= 2 { 3 } else { 0 };
        distance += if label { 2 } else { 0 };
    }
    distance += if capital && words <= 6 && !ended && !behind && !announced { 1 } else { 0 };
    distance += if words <= 2 { 1 } else { 0 };
    distance += match (score, stated) {
        (_, true) if near => -3,
        (_, true) => -2,
        (FLOOR.., _) => 0,
        _ => 2,
    };
    distance -= if words >= 5 { 2 } else { 0 };
    distance -= if behind || announced { 4 } else { 0 };
    distance -= if quote.reason == Some(weight::SAME_WORDS.0) { 3 } else { 0 };
    if distance >= 3 {
        return QuoteKind::Scare;
    }
    let sentence = words >= 7
        || ended && words >= 2
        || verb && words >= 3
        || (behind || announced) && words >= 2 && capital
        || quote.reason == Some(weight::BETWEEN.0) && words >= 4;
    if sentence { QuoteKind::Speech } else { QuoteKind::Fragment }
}
