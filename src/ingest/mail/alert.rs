//! Alerts: messages that list articles of several papers, each with its headline, the
//! paper and some words on lines of their own, and the address below. They are what was
//! published; whoever sends or forwards the list wrote none of it.

use crate::ingest::mapping::Role;
use crate::ingest::records::{Draft, Export};
use crate::ingest::typed::{host, redirected};

/// Blocks with an address that make a list, and of how many words of the text.
const ITEMS: usize = 2;
const SHARE: usize = 2;
/// Words of a headline, of the name of a paper, and of what stands before an address.
const HEADLINE: std::ops::RangeInclusive<usize> = 3..=32;
const PAPER: usize = 6;
const LABEL: usize = 6;

/// A block of lines without a blank one between.
#[derive(Default)]
struct ListBlock<'t> {
    lines: Vec<&'t str>,
    addresses: Vec<&'t str>,
    /// Lines that say what an address is for.
    labels: Vec<&'t str>,
}

/// The articles that a text lists; `None` for any other.
pub(super) fn split(text: &str, sent: Option<String>) -> Option<Export> {
    if !text.contains("://") {
        return None;
    }
    let blocks = blocks(text);
    let items: Vec<&ListBlock<'_>> = blocks.iter().filter(|b| is_item(b)).collect();
    let is_word = |w: &&str| w.contains(char::is_alphanumeric);
    let words =
        |b: &&ListBlock<'_>| b.lines.iter().map(|l| l.split_whitespace().filter(is_word).count()).sum::<usize>();
    let all: usize = blocks.iter().map(|b| words(&b)).sum();
    let passed_on = items.iter().all(|b| b.addresses.first().is_some_and(|a| redirected(a).is_some()));
    let enough = items.len() >= ITEMS || items.len() == 1 && passed_on;
    if !enough || items.iter().map(words).sum::<usize>() * SHARE < all {
        return None;
    }
    let outside = blocks.iter().filter(|b| !is_item(b)).map(|b| b.lines.len() + b.labels.len()).sum();
    let drafts = items.into_iter().map(|b| draft(b, sent.as_deref())).collect();
    Some(Export { drafts, outside })
}

/// The blocks of a text, with the addresses in them apart; one may go over several lines.
fn blocks(text: &str) -> Vec<ListBlock<'_>> {
    let mut out = vec![ListBlock::default()];
    let mut open = false;
    for line in text.lines().map(|l| l.trim_start_matches(['>', ' ', '\u{a0}']).trim()) {
        let Some(last) = out.last_mut() else { break };
        if open {
            open = !line.contains('>');
            continue;
        }
        if line.is_empty() {
            out.push(ListBlock::default());
            continue;
        }
        let at = line.find("http://").or_else(|| line.find("https://"));
        let Some(at) = at else {
            last.lines.push(line);
            continue;
        };
        let label = line[..at].trim_end_matches(['<', '(', '[', ' ', ':']);
        let address = line[at..].split(['>', ' ', ')', ']']).next().unwrap_or_default();
        open = line[..at].ends_with('<') && !line[at..].contains('>');
        match label.split_whitespace().count() {
            0 => last.addresses.push(address),
            1..=LABEL => last.labels.push(line),
            _ => last.lines.push(line),
        }
    }
    out.retain(|b| !b.lines.is_empty() || !b.labels.is_empty() || !b.addresses.is_empty());
    out
}

fn is_item(block: &ListBlock<'_>) -> bool {
    let [title, paper, text @ ..] = block.lines.as_slice() else { return false };
    let words = |l: &str| l.split_whitespace().count();
    let named = words(paper) <= PAPER && !paper.ends_with(['.', '!', '?', ':', ',']) && opens(paper);
    let headline = HEADLINE.contains(&words(title)) && !title.ends_with([':', ',']) && opens(title);
    let several = !text.is_empty() && text.iter().map(|l| words(l)).sum::<usize>() >= PAPER;
    !block.addresses.is_empty() && headline && named && several
}

fn opens(line: &str) -> bool {
    line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "«\"“„‘'’[".contains(c))
}

fn draft(block: &ListBlock<'_>, sent: Option<&str>) -> Draft {
    let mut draft = Draft::default();
    let address = block.addresses.first().copied().unwrap_or_default();
    let address = redirected(address).unwrap_or_else(|| address.to_owned());
    draft.state(Role::Title, "mail.alert.title", block.lines[0]);
    draft.state(Role::Source, "mail.alert.source", block.lines[1]);
    draft.state(Role::Url, "mail.alert.url", &address);
    draft.state(Role::Host, "mail.alert.url", host(&address).unwrap_or_default());
    sent.into_iter().for_each(|day| draft.state(Role::Seen, "mail.date", day));
    draft.paragraph(&block.lines[2..].join(" "));
    block.labels.iter().for_each(|l| draft.leave(l));
    draft
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    const HEAD: &str = "From: Ana Roz <ana@x.example>\nSubject: Fwd: Alerte : pont\nDate: Sat, 9 Mar 2024 09:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n";

    #[test]
    fn an_alert_is_the_articles_that_it_lists() {
        let item = |title: &str, paper: &str, at: &str| {
            format!(
                "{title}\n{paper}\nLe conseil a voté mardi la fermeture du pont, que\ndes experts jugent ...\n<https://www.search.example/url?sa=t&url=https%3A%2F%2F{at}%2Fpont&ct=ga>\nSans intérêt : <https://www.search.example/feedback?1>\n\n"
            )
        };
        let one = item("Le pont de Gorzé ferme", "Le Quai", "quai.example");
        let two = item("Gorzé : un pont de moins", "Radio Môle", "mole.example");
        let mail =
            format!("{HEAD}=== 2 résultats ===\n\n{one}{two}Se désabonner :\n<https://www.search.example/remove>\n");
        let got = read(&Place::file("a.eml"), mail.as_bytes());
        let told: Vec<_> = got
            .documents
            .iter()
            .map(|d| {
                let f = &d.fields;
                (
                    f.title[0].value.as_str(),
                    f.source[0].value.as_str(),
                    f.url[0].value.as_str(),
                    f.author.len() + f.published.len(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("Le pont de Gorzé ferme", "Le Quai", "https://quai.example/pont", 0),
                ("Gorzé : un pont de moins", "Radio Môle", "https://mole.example/pont", 0)
            ]
        );
    }

    #[test]
    fn a_letter_with_addresses_is_itself() {
        let letter = "Le pont de Gorzé ferme\n\nLe conseil a voté mardi la fermeture du pont, que des experts jugent dangereux.\nhttps://quai.example/pont\n\nLes travaux doivent durer dix-huit mois.\nhttps://quai.example/travaux\n";
        assert_eq!(read(&Place::file("a.eml"), format!("{HEAD}{letter}").as_bytes()).documents.len(), 1);
    }
}
