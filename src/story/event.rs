//! Whether two documents report one event, and whether an act has its roles
//! exchanged.

use super::prepare::{Sentence, Token, flag};
use super::types::{EventCheck, Side};
use super::word_hash::stem_of;
use crate::corpus::Document;
use crate::entity::EntityKind;
use crate::lang::{self, ClauseWord};
use crate::text::{Span, fold};
use crate::words::msg;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Days between two reports from which they are of different events.
const APART: i64 = 7;

/// Days of the same kind: of what the two tell, else of their publication.
/// The day of one event and the publication of another report say nothing of
/// each other.
fn like_days(a: &Document, b: &Document) -> Option<(Date, Date)> {
    let told = a.meta.event_date.value.zip(b.meta.event_date.value);
    told.or_else(|| a.meta.published.value.zip(b.meta.published.value))
}

fn days(a: Date, b: Date) -> i64 {
    a.until(b).map_or(0, |s| i64::from(s.get_days().abs()))
}

/// Verdict from dates alone; `None` when one of them is missing.
pub(crate) fn by_date(a: Side<'_>, b: Side<'_>) -> Option<EventCheck> {
    let (x, y) = like_days(a.document, b.document)?;
    let days = days(x, y);
    let (early, late) = (x.min(y), x.max(y));
    Some(if days >= APART {
        let apart = msg::story_days_apart(days);
        let reason = msg::event_days(apart, early.to_string(), late.to_string());
        EventCheck::Different { reason, days: Some(days) }
    } else {
        EventCheck::Same
    })
}

/// Places named at the beginning, folded.
fn places(side: Side<'_>, sentences: &[Sentence]) -> HashSet<String> {
    const BEGINNING: usize = 4;
    let end = sentences.iter().take(BEGINNING).next_back().map_or(0, |s| s.span.end);
    side.entities
        .iter()
        .filter(|e| e.kind == EntityKind::Place && e.mentions.iter().any(|m| m.span.end <= end))
        .map(|e| crate::text::fold(&e.name))
        .collect()
}

/// Verdict when dates do not tell: exchanged roles, or other places and
/// little common text.
pub(crate) fn by_content(
    (a, sa): (Side<'_>, &[Sentence]),
    (b, sb): (Side<'_>, &[Sentence]),
    reversed: bool,
    shared: f64,
) -> EventCheck {
    const LITTLE: f64 = 0.25;
    const MUCH: f64 = 0.35;
    if reversed && shared < LITTLE {
        return EventCheck::Different { reason: msg::EVENT_ROLES.into(), days: None };
    }
    let (pa, pb) = (places(a, sa), places(b, sb));
    if !pa.is_empty() && !pb.is_empty() && pa.is_disjoint(&pb) && shared < LITTLE / 2.0 {
        return EventCheck::Different { reason: msg::EVENT_PLACES.into(), days: None };
    }
    if shared >= MUCH { EventCheck::Same } else { EventCheck::Unknown }
}

/// Verbs whose subject and object are not the same when exchanged.
const DIRECTED: &str = "invite invitee inviter invitait accuse accuser accusait attaque attaquer attaquait frappe frapper \
    recu recevoir recoit accueilli accueille accueillir menace menacer remercie remercier critique critiquer soutient \
    soutenu soutenir appele appeler convoque convoquer felicite feliciter sanctionne sanctionner poursuivi poursuit \
    nomme nommer remplace remplacer succede succeder vendu vendre achete acheter livre livrer battu battre vaincu vaincre \
    condamne condamner defie defier trahi trahir invited invites accuse accused attacks attacked beat beats defeated \
    criticised criticized supports supported sued sues sacked replaced succeeds sells sold threatened thanks thanked";

fn directed() -> &'static HashSet<u32> {
    static SET: OnceLock<HashSet<u32>> = OnceLock::new();
    SET.get_or_init(|| DIRECTED.split_whitespace().map(stem_of).collect())
}

/// What stands before who acts behind a passive verb.
fn agents() -> &'static HashSet<u32> {
    static SET: OnceLock<HashSet<u32>> = OnceLock::new();
    SET.get_or_init(|| {
        let agents = lang::entries::<ClauseWord>().filter(|e| e.class == ClauseWord::Agent);
        agents.map(|e| stem_of(&fold(e.word))).collect()
    })
}

/// Somebody doing something to somebody.
struct Act {
    subject: Vec<u32>,
    object: Vec<u32>,
    span: Span,
}

/// Words between a verb and its subject or object, at most.
const REACH: usize = 8;

/// The acts of a text by the stem of their verb.
fn acts(sentences: &[Sentence]) -> HashMap<u32, Vec<Act>> {
    let mut out: HashMap<u32, Vec<Act>> = HashMap::new();
    for s in sentences {
        for (i, verb) in s.tokens.iter().enumerate().filter(|(_, t)| directed().contains(&t.stem)) {
            let before = name(s.tokens[..i].iter().rev().take(REACH), true);
            let after = name(s.tokens[i + 1..].iter().take(REACH), false);
            if before.is_empty() || after.is_empty() {
                continue;
            }
            let passive = s.tokens[i + 1..].iter().take(3).any(|t| agents().contains(&t.stem));
            let (subject, object) = if passive { (after, before) } else { (before, after) };
            out.entry(verb.short).or_default().push(Act { subject, object, span: s.span });
        }
    }
    out
}

/// The words of the nearest name.
fn name<'t>(tokens: impl Iterator<Item = &'t Token>, backwards: bool) -> Vec<u32> {
    let mut out: Vec<u32> = Vec::new();
    for t in tokens {
        if t.is(flag::NAME) {
            out.push(t.word);
        } else if !out.is_empty() {
            break;
        }
    }
    if backwards {
        out.reverse();
    }
    out
}

/// Places where the two texts tell the same act with its roles exchanged.
pub(crate) fn reversals(sa: &[Sentence], sb: &[Sentence]) -> Vec<(Span, Span)> {
    const MOST: usize = 20;
    let (x, y) = (acts(sa), acts(sb));
    let meets = |p: &[u32], q: &[u32]| p.iter().any(|w| q.contains(w));
    let mut out = Vec::new();
    for (verb, acts) in &x {
        for a in acts.iter().take(MOST) {
            for b in y.get(verb).into_iter().flatten().take(MOST) {
                let crossed = meets(&a.subject, &b.object) && meets(&a.object, &b.subject);
                let straight = meets(&a.subject, &b.subject) || meets(&a.object, &b.object);
                if crossed && !straight {
                    out.push((a.span, b.span));
                }
            }
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}
