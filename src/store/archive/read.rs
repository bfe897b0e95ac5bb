//! Reading an archive: each month gives what may answer, in the order in which
//! articles were brought in, a page at a time; the months are merged.

use super::database::{ANY_WORD, ArchiveTables, ArchivedRow, Part};
use super::kept;
use super::pull::{Picked, Pull, Pulled, SilentMonth};
use crate::clean::recurring::Recurring;
use crate::corpus::DocKey;
use crate::ingest::Item;
use crate::notice::{Notice, reason};
use crate::search::Sieve;
use crate::store::postgres::{Trouble, runtime};
use crate::store::settings::Address;
use crate::words::{Message, msg};
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Articles of one month that are asked for at once, first and later.
const PAGES: (i64, i64) = (40, 200);

/// Share of a month from which on what may answer is so common that a few are found at
/// once in its order. Among 83,333 articles a word of three of them took a second so and
/// 2 ms by its index, one of 31,000 took 2 ms so and 165.
const COMMON: f64 = 0.03;

/// How long the server itself is waited for.
const LONG_PATIENCE: Duration = Duration::from_secs(120);

/// Rows that another program wrote that are named; the rest is counted.
const NAMED: usize = 20;

/// What is still to come of a month.
struct MonthStream {
    part: Arc<Part>,
    /// A connection of its own where the month is on another server: one that falls
    /// silent holds up no other.
    own: Option<Arc<ArchiveTables>>,
    rows: VecDeque<ArchivedRow>,
    /// Where all that is still to come stands; `None` where it is read in its order.
    ahead: Option<VecDeque<i64>>,
    last: i64,
    pages: usize,
    ended: bool,
    silent: Option<Message>,
}

/// Reads what may answer; `habits` gets what recurs in the sources first.
///
/// # Errors
/// Why the archive cannot be read.
pub(super) fn read(
    address: &Address,
    pull: &Pull,
    stop: &dyn Fn() -> bool,
    habits: &mut dyn FnMut(Vec<(String, Recurring)>),
    take: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> Result<Pulled, Trouble> {
    let runtime = runtime().map_err(|e| Trouble::Unfit(reason(&e)))?;
    let tables = Arc::new(runtime.block_on(ArchiveTables::connect(address))?);
    habits(runtime.block_on(tables.habits())?);
    let parts = runtime.block_on(tables.parts())?;
    // Of a few that are named it need not be asked what they may answer.
    let (condition, said, looks_up) = match &pull.only[..] {
        [] => (condition(&pull.sieve), &pull.said[..], narrows(&pull.sieve)),
        only => (alone(only), &[][..], false),
    };
    if looks_up {
        runtime.block_on(tables.look_up_first())?;
    }
    let most = looks_up.then(|| i64::try_from(pull.most).unwrap_or(i64::MAX).saturating_add(1));
    let condition: Arc<str> = condition.into();
    let said: Arc<[Vec<u8>]> = said.iter().map(|k| k.bytes().to_vec()).collect();
    let mut months: Vec<MonthStream> = parts.into_iter().map(MonthStream::new).collect();
    let (mut taken, mut aside, mut more) = (0, 0, false);
    loop {
        if stop() {
            break;
        }
        let ask =
            PageRequest { address, tables: &tables, condition: &condition, said: &said, most, deadline: pull.deadline };
        runtime.block_on(ask.fill(&mut months))?;
        let heads = months.iter().enumerate().filter_map(|(i, m)| Some((m.rows.front()?.position, i)));
        let Some((_, next)) = heads.min() else { break };
        if taken == pull.most {
            more = true;
            break;
        }
        let Some(row) = months[next].rows.pop_front() else { break };
        match kept::unpack(&row.raw).filter(|raw| DocKey::of_text(&raw.text).bytes()[..] == row.key[..]) {
            Some(raw) => {
                taken += 1;
                if take(Item::Document(Box::new(raw))).is_break() {
                    break;
                }
            }
            None => {
                aside += 1;
                let said = Notice::warning(address.to_string(), msg::store_archive_row_aside(row.position.to_string()));
                if aside <= NAMED && take(Item::Notice(said)).is_break() {
                    break;
                }
            }
        }
    }
    if aside > NAMED {
        // Nothing comes behind it.
        let said = Notice::warning(address.to_string(), msg::store_archive_more_aside(aside - NAMED));
        let _ = take(Item::Notice(said));
    }
    let silent = months
        .iter()
        .filter_map(|m| m.silent.clone().map(|reason| SilentMonth { month: m.part.month.clone(), reason }));
    Ok(Pulled { months: months.len(), silent: silent.collect(), more })
}

impl MonthStream {
    fn new(part: Part) -> Self {
        Self {
            part: Arc::new(part),
            own: None,
            rows: VecDeque::new(),
            ahead: None,
            last: 0,
            pages: 0,
            ended: false,
            silent: None,
        }
    }
}

/// Who is asked for what.
struct PageRequest<'a> {
    address: &'a Address,
    tables: &'a Arc<ArchiveTables>,
    condition: &'a Arc<str>,
    said: &'a Arc<[Vec<u8>]>,
    /// How many articles may be wanted of a month, where their words are looked up.
    most: Option<i64>,
    deadline: Duration,
}

/// A page of a month, what is known of the rest, and the connection that it came by where
/// that is its own.
type MonthPage = Result<(Vec<ArchivedRow>, Option<VecDeque<i64>>, Option<Arc<ArchiveTables>>), Trouble>;

impl PageRequest<'_> {
    /// Asks for the next page of every month of which nothing is at hand.
    async fn fill(&self, months: &mut [MonthStream]) -> Result<(), Trouble> {
        let mut asked: JoinSet<(usize, MonthPage)> = JoinSet::new();
        for (i, month) in months.iter_mut().enumerate().filter(|(_, m)| m.rows.is_empty() && !m.ended) {
            let (part, own, tables) = (month.part.clone(), month.own.clone(), self.tables.clone());
            let (condition, said) = (self.condition.clone(), self.said.clone());
            let (last, size, deadline) = (month.last, size(month), self.deadline);
            let mut ahead = month.ahead.take();
            let most = self.most.filter(|_| month.pages == 0);
            let address = self.address.clone();
            asked.spawn(async move {
                let page = async {
                    let own = match (part.is_foreign, own) {
                        (true, None) => Some(Arc::new(ArchiveTables::connect(&address).await?)),
                        (_, own) => own,
                    };
                    let by = own.as_ref().unwrap_or(&tables);
                    if let Some(most) = most
                        && by.expected(&part, &condition).await? < COMMON
                    {
                        ahead = Some(by.positions(&part, &condition, &said, most).await?.into());
                    }
                    let rows = match &mut ahead {
                        Some(ahead) => {
                            let next: Vec<i64> = ahead.drain(..ahead.len().min(size as usize)).collect();
                            by.at(&part, &next).await?
                        }
                        None => by.page(&part, &condition, &said, last, size).await?,
                    };
                    Ok((rows, ahead, own))
                };
                let patience = if part.is_foreign { deadline } else { LONG_PATIENCE };
                let silent = || Err(Trouble::Away(msg::STORE_DATABASE_SILENT.into()));
                (i, timeout(patience, page).await.unwrap_or_else(|_| silent()))
            });
        }
        while let Some(answered) = asked.join_next().await {
            // A month that nobody can name would be missing without a word.
            let (i, page) = answered.map_err(|_| Trouble::Away(msg::STORE_DATABASE_SILENT.into()))?;
            let month = &mut months[i];
            match page {
                Ok((rows, ahead, own)) => {
                    month.ended = match &ahead {
                        Some(ahead) => ahead.is_empty(),
                        None => (rows.len() as i64) < size(month),
                    };
                    month.ahead = ahead;
                    month.last = rows.last().map_or(month.last, |r| r.position);
                    month.pages += 1;
                    month.own = own;
                    month.rows = rows.into();
                }
                Err(trouble) if month.part.is_foreign => {
                    month.silent = Some(trouble.reason().clone());
                    month.ended = true;
                }
                Err(trouble) => return Err(trouble),
            }
        }
        Ok(())
    }
}

/// Articles of the next page of a month: the first is small, so that the first
/// screen is there soon.
fn size(month: &MonthStream) -> i64 {
    if month.pages == 0 { PAGES.0 } else { PAGES.1 }
}

/// Articles that are named, as SQL says it.
fn alone(only: &[Picked]) -> String {
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    // No sign of a name stands in the command as it is.
    let text = |text: &str| format!("convert_from('\\x{}', 'UTF8')", hex(text.as_bytes()));
    let one = |picked: &Picked| match picked {
        Picked::Key(least, most) => format!("key between '\\x{}' and '\\x{}'", hex(least), hex(most)),
        Picked::Place(place) => {
            let entry = place.entry.as_ref().map_or("entry is null".to_owned(), |e| format!("entry = {}", text(e)));
            format!("path = {} and {entry}", text(&place.path))
        }
    };
    let all: Vec<String> = only.iter().map(|p| format!("({})", one(p))).collect();
    format!("({})", all.join(" or "))
}

/// A sieve as SQL says it.
fn condition(sieve: &Sieve) -> String {
    match sieve {
        Sieve::Always => "true".to_owned(),
        Sieve::Any(list) if list.is_empty() => "false".to_owned(),
        Sieve::Published(range) => {
            let from = range.from.filter(|d| d.year() > 0).map(|d| format!("published >= '{d}'"));
            let to = range.to.map(|d| if d.year() > 0 { format!("published <= '{d}'") } else { "false".to_owned() });
            let bounds: Vec<String> = from.into_iter().chain(to).collect();
            let bounds = if bounds.is_empty() { "true".to_owned() } else { bounds.join(" and ") };
            format!("(published is null or ({bounds}))")
        }
        Sieve::All(list) => {
            // Words that all have to be there are looked up at once.
            let (words, rest): (Vec<_>, Vec<_>) = list.iter().partition(|s| in_words(s).is_some());
            let asked: Vec<String> = words.into_iter().filter_map(in_words).collect();
            let asked = (!asked.is_empty()).then(|| looked_up(&asked.join(" & ")));
            let all: Vec<String> = asked.into_iter().chain(rest.into_iter().map(condition)).collect();
            format!("({})", all.join(" and "))
        }
        _ if in_words(sieve).is_some() => looked_up(&in_words(sieve).unwrap_or_default()),
        Sieve::Any(list) => format!("({})", list.iter().map(condition).collect::<Vec<_>>().join(" or ")),
        Sieve::Word(_) | Sieve::Begins(_) => "true".to_owned(),
    }
}

/// True where an index of words says what may answer.
fn narrows(sieve: &Sieve) -> bool {
    match sieve {
        Sieve::All(list) => list.iter().any(narrows),
        Sieve::Any(list) => !list.is_empty() && list.iter().all(narrows),
        Sieve::Word(_) | Sieve::Begins(_) => in_words(sieve).is_some(),
        Sieve::Always | Sieve::Published(_) => false,
    }
}

/// A sieve of words alone as PostgreSQL asks for words.
fn in_words(sieve: &Sieve) -> Option<String> {
    let joined = |list: &[Sieve], sign: &str| {
        let list: Option<Vec<String>> = list.iter().map(in_words).collect();
        list.filter(|l| !l.is_empty()).map(|l| format!("({})", l.join(sign)))
    };
    match sieve {
        Sieve::Word(word) if is_plain(word) => Some(format!("''{word}''")),
        Sieve::Begins(word) if is_plain(word) => Some(format!("''{word}'':*")),
        Sieve::All(list) => joined(list, " & "),
        Sieve::Any(list) => joined(list, " | "),
        _ => None,
    }
}

/// True for what can be said between the marks of SQL as it is.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '=')
}

/// The words, or those of an article that has too many.
fn looked_up(words: &str) -> String {
    format!("words @@ '''{ANY_WORD}'' | ({words})'::tsquery")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_up_where_each_way_to_answer_has_one_and_else_a_month_is_read_in_its_order() {
        let word = || Sieve::Word("bac".to_owned());
        let day = || Sieve::Published(Default::default());
        for (sieve, wanted) in [
            (word(), true),
            (Sieve::Begins("ba".to_owned()), true),
            (Sieve::All(vec![day(), word()]), true),
            (Sieve::Any(vec![word(), Sieve::All(vec![Sieve::Always, word()])]), true),
            (Sieve::Any(vec![word(), Sieve::Always]), false),
            (Sieve::Any(vec![word(), day()]), false),
            (Sieve::Any(Vec::new()), false),
            (Sieve::All(vec![Sieve::Always, day()]), false),
            (Sieve::Word("l'eau".to_owned()), false),
        ] {
            assert_eq!(narrows(&sieve), wanted, "{sieve:?}");
        }
    }
}
