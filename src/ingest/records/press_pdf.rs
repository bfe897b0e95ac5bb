//! What Europresse (Eureka) writes as PDF or text: each article has a line with
//! its outlet and the number of its words, beside it a list of what the outlet
//! is, and below it whose the rights are and for whom the copy was made.

use super::draft::{Draft, Export};
use super::europresse::outlet;
use super::layout::{Line, is_copyright, is_date, is_of_service};
use crate::corpus::LineKind;
use crate::ingest::mapping::Role;
use crate::ingest::people::names_persons;
use crate::text::ending::is_closed_or_goes_on;
use crate::text::fold;

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"Certificat").is_some() && memchr::memmem::find(text, b"news").is_some()
}

/// Labels of the list about an outlet, folded; each stands on a line of its own
/// above its value.
const LABELS: &[&str] = &[
    "nom de la source",
    "type de source",
    "periodicite",
    "couverture geographique",
    "provenance",
    "source name",
    "source type",
    "periodicity",
    "geographical coverage",
    "origin",
];

/// The longest line that is no text: a label, a head.
const SHORT: usize = 160;
/// Lines around the head in which the date stands.
const NEAR: usize = 3;
/// Lines of what is said of rights and of the copy.
const RIGHTS: usize = 6;
/// Values of one label that stand on lines of their own.
const VALUES: usize = 2;

/// The outlet in the head of an article: `Le Quai • p. 3 • 312 mots`.
fn head(text: &str) -> Option<&str> {
    if text.len() > SHORT {
        return None;
    }
    let parts: Vec<&str> = text.split(['•', '·']).map(str::trim).collect();
    let [first, .., last] = parts.as_slice() else { return None };
    let mut words = last.split_whitespace().rev();
    let counted = words.next().is_some_and(|w| matches!(fold(w).as_str(), "mots" | "mot" | "words" | "word"));
    let mut digits = words.peekable();
    let number = digits.peek().is_some() && digits.all(|w| w.bytes().all(|b| b.is_ascii_digit() || b == b','));
    (counted && number && !first.is_empty()).then_some(*first)
}

/// True for the number under which an article is kept: `news·20240410·LQ·0012`.
fn is_number(text: &str) -> bool {
    let mut parts = text.trim().split(['·', '•', '.']);
    parts.next() == Some("news") && parts.next().is_some_and(|d| d.len() == 8 && d.bytes().all(|b| b.is_ascii_digit()))
}

fn is_certificate(text: &str) -> bool {
    text.starts_with("Certificat ") || text.starts_with("Certificate ")
}

/// What a line is that is no text of an article.
fn aside(lines: &[Line]) -> Vec<bool> {
    let mut aside = vec![false; lines.len()];
    let mut i = 0;
    while i < lines.len() {
        let text = lines[i].text.as_str();
        let end = match () {
            () if is_number(text) => i + 1,
            () if is_copyright(text) => through(lines, i, is_certificate).unwrap_or(i + 1),
            () if is_certificate(text) => through(lines, i, is_number).map_or(i + 1, |n| n + 1),
            () if text.len() <= SHORT && LABELS.contains(&fold(text).as_str()) => i + 1 + values(&lines[i + 1..]),
            () => {
                i += 1;
                continue;
            }
        };
        aside[i..end].fill(true);
        i = end;
    }
    aside
}

/// The first of the next lines that is this.
fn through(lines: &[Line], from: usize, is: impl Fn(&str) -> bool) -> Option<usize> {
    let to = lines.len().min(from + 1 + RIGHTS);
    (from + 1..to).find(|&i| is(&lines[i].text))
}

/// How many lines hold the value of a label: up to a blank one or the next label.
fn values(lines: &[Line]) -> usize {
    let ends = |l: &Line| {
        l.is_blank() || is_copyright(&l.text) || is_certificate(&l.text) || LABELS.contains(&fold(&l.text).as_str())
    };
    let blank = lines.iter().take_while(|l| l.is_blank()).count().min(1);
    blank + lines[blank..].iter().take(VALUES).take_while(|l| !ends(l) && l.text.len() <= SHORT).count()
}

/// The articles of a text.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    if !lines.iter().any(|l| is_certificate(&l.text)) || !lines.iter().any(|l| is_number(&l.text)) {
        return None;
    }
    let aside = aside(lines);
    let heads: Vec<usize> = (0..lines.len()).filter(|&i| !aside[i] && head(&lines[i].text).is_some()).collect();
    // The date stands right above its head, else right below it.
    let filled = |i: usize| !lines[i].is_blank() && !aside[i];
    let dated = |i: &usize| is_date(&lines[*i].text);
    let dates: Vec<Option<usize>> = heads
        .iter()
        .map(|&at| {
            let above = (0..at).rev().filter(|&i| filled(i)).take(NEAR).find(dated);
            above.or_else(|| (at + 1..lines.len()).filter(|&i| filled(i)).take(NEAR).find(dated))
        })
        .collect();
    let starts: Vec<usize> = heads.iter().zip(&dates).map(|(&h, d)| d.map_or(h, |d| d.min(h))).collect();
    let first = *starts.first()?;
    let mut export = Export { outside: (0..first).filter(|&i| filled(i)).count(), ..Export::default() };
    for (k, &at) in heads.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(lines.len());
        let mut draft = Draft::default();
        draft.state(Role::Source, "europresse.DocPublicationName", outlet(head(&lines[at].text).unwrap_or_default()));
        if let Some(date) = dates[k] {
            draft.state(Role::Published, "europresse.DocHeader", &lines[date].text);
        }
        let body: Vec<usize> = (starts[k]..end).filter(|&i| i != at && Some(i) != dates[k]).collect();
        body.iter().filter(|&&i| aside[i]).for_each(|&i| draft.leave(&lines[i].text));
        let text: Vec<&Line> = body.iter().filter(|&&i| filled(i)).map(|&i| &lines[i]).collect();
        article(&text, &mut draft);
        export.drafts.extend(draft.is_readable().then_some(draft));
    }
    (!export.drafts.is_empty()).then_some(export)
}

/// Words of a line between the headline and the text.
const BELOW: usize = 12;

/// Reads headline, author and text.
fn article(lines: &[&Line], draft: &mut Draft) {
    let Some((first, mut rest)) = lines.split_first() else { return };
    let mut title = first.text.clone();
    // A headline in large letters may take several lines.
    while let Some((next, behind)) = rest.split_first().filter(|(next, _)| first.strong && next.strong) {
        title.push(' ');
        title.push_str(&next.text);
        rest = behind;
    }
    draft.state(Role::Title, "europresse.titreArticle", &title);
    for (i, line) in rest.iter().enumerate() {
        let text = line.text.as_str();
        let short = text.split_whitespace().count() <= BELOW && !is_closed_or_goes_on(text);
        match () {
            () if is_running(text) => draft.leave(text),
            () if i < 2 && short && names_persons(text) && !draft.has(Role::Author) => {
                draft.state(Role::Author, "europresse.author", text);
            }
            () if i == 0 && short => draft.push(LineKind::Standfirst, text),
            () => draft.paragraph(text),
        }
    }
}

/// True for a line that the product writes on every page.
fn is_running(text: &str) -> bool {
    let folded = if text.len() <= SHORT { fold(text) } else { String::new() };
    let heads =
        ["documents sauvegardes", "document sauvegarde", "saved documents", "ce document est reserve a l'usage"];
    heads.iter().any(|s| folded.starts_with(s)) || is_of_service(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::records::layout::lines_of;

    #[test]
    fn each_article_of_a_copy_is_one_wherever_the_list_about_its_outlet_stands() {
        let list = "Nom de la source\nLe Quai\nType de source\nPresse • Journaux\nProvenance\nGorzé, France\n\n";
        let rights = "© 2024 Le Quai. Tous droits réservés.\n\nCertificat émis le 24 avril 2024 à X.\n\nnews·20240410·LQ·0012\n\n";
        let inside = format!(
            "Sommaire\n\nMercredi 10 avril 2024\n\nLe Quai • p. 3 • 1 312 mots\n\n{list}Le pont fermé\n\nAna Roz\n\nLe pont est fermé.\n\n{rights}\
            Jeudi 11 avril 2024\n\nLe Môle (site web) • 90 mots\n\n{list}La digue tient\n\nElle tient.\n\n{rights}"
        );
        let before = format!(
            "{list}{rights}Mercredi 10 avril 2024\n\nLe Quai • 312 mots\n\nLe pont fermé\n\nAna Roz\n\nLe pont est fermé.\n\n\
            {list}{rights}Jeudi 11 avril 2024\n\nLe Môle (site web) • 90 mots\n\nLa digue tient\n\nElle tient.\n"
        );
        for text in [inside, before] {
            let export = split(&lines_of(&text)).expect(&text);
            assert_eq!(export.drafts.len(), 2, "{text}");
            let place = crate::corpus::Place::file("a");
            let told: Vec<String> = export
                .drafts
                .into_iter()
                .map(|d| d.document(place.clone(), &crate::ingest::Options::default()))
                .map(|d| {
                    let first = |list: &[crate::ingest::Field]| list.first().map_or(String::new(), |f| f.value.clone());
                    let body = d.hints.iter().filter(|h| h.kind.is_body()).map(|h| h.span.of(&d.text));
                    let f = &d.fields;
                    let claims = [first(&f.title), first(&f.source), first(&f.published), first(&f.author)];
                    format!("{} | {}", claims.join(" | "), body.collect::<Vec<_>>().join("/"))
                })
                .collect();
            assert_eq!(
                told,
                [
                    "Le pont fermé | Le Quai | Mercredi 10 avril 2024 | Ana Roz | Le pont est fermé.",
                    "La digue tient | Le Môle | Jeudi 11 avril 2024 |  | Elle tient.",
                ]
            );
        }
    }

    #[test]
    fn a_text_that_only_counts_its_words_is_none() {
        assert!(split(&lines_of("Le Quai • 312 mots\n\nLe pont est fermé.\n")).is_none());
        assert_eq!(head("Le pont • fermé"), None);
        assert_eq!(head("Le Quai • p. 3 • 1 312 mots"), Some("Le Quai"));
    }
}
