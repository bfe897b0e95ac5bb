//! Counting an archive: how many articles each outlet, day or name has, counted by
//! the servers that hold them.

use super::database::{ArchiveTables, LONG_PATIENCE, Part};
use super::facet::{Facet, FacetCount, FacetCounts};
use super::pull::{Pulled, SilentMonth};
use crate::corpus::DocKey;
use crate::notice::reason;
use crate::store::postgres::{Trouble, runtime};
use crate::store::settings::Address;
use crate::words::{Message, msg};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// What is counted, of a table of articles called `a`: two columns, and what else is
/// looked through.
fn columns(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Source => ("a.source, a.habit", ""),
        Facet::Day => ("to_char(a.published, 'YYYY-MM-DD'), null::text", ""),
        Facet::Name => ("n.name ->> 'name', n.name ->> 'kind'", ", jsonb_array_elements(a.names) as n (name)"),
    }
}

/// Counts all of an archive but the articles in `but`.
///
/// # Errors
/// Why the archive cannot be read.
pub(super) fn count(
    address: &Address,
    facet: Facet,
    but: &[DocKey],
    deadline: Duration,
) -> Result<FacetCounts, Trouble> {
    let runtime = runtime().map_err(|e| Trouble::Unfit(reason(&e)))?;
    runtime.block_on(async {
        let tables = ArchiveTables::connect(address).await?;
        let parts = tables.parts().await?;
        let months = parts.len();
        let (foreign, local): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(|p| p.is_foreign);
        let but: Arc<[Vec<u8>]> = but.iter().map(|k| k.bytes().to_vec()).collect();
        // A month on another server has a connection and a deadline of its own: one that
        // falls silent holds up no other.
        let mut asked: JoinSet<CountedPart> = JoinSet::new();
        for part in foreign {
            let (address, but) = (address.clone(), but.clone());
            asked.spawn(async move {
                let counted = async { over(&ArchiveTables::connect(&address).await?, facet, &[&part], &but).await };
                let silent = || Err(Trouble::Away(msg::STORE_DATABASE_SILENT.into()));
                let counted = timeout(deadline, counted).await.unwrap_or_else(|_| silent());
                (part.month, counted)
            });
        }
        let local: Vec<&Part> = local.iter().collect();
        let mut counts = if local.is_empty() { Vec::new() } else { over(&tables, facet, &local, &but).await? };
        let mut silent: Vec<SilentMonth> = Vec::new();
        while let Some(answered) = asked.join_next().await {
            let (month, counted) = answered.map_err(|_| Trouble::Away(msg::STORE_DATABASE_SILENT.into()))?;
            match counted {
                Ok(counted) => counts.extend(counted),
                Err(trouble) => {
                    let reason: Message = trouble.reason().clone();
                    silent.push(SilentMonth { month, reason });
                }
            }
        }
        silent.sort_by(|a, b| a.month.cmp(&b.month));
        Ok(FacetCounts { counts: summed(counts), pulled: Pulled { months, silent, more: false } })
    })
}

/// Of which month counts were asked, and what came of it.
type CountedPart = (Option<String>, Result<Vec<FacetCount>, Trouble>);

async fn over(
    tables: &ArchiveTables,
    facet: Facet,
    parts: &[&Part],
    but: &[Vec<u8>],
) -> Result<Vec<FacetCount>, Trouble> {
    let (wanted, through) = columns(facet);
    // Each month is counted for itself: the server may do so on several cores.
    let one = |part: &&Part| {
        let table = &part.table;
        format!("(select {wanted}, count(*) from {table} a{through} where a.key <> all($1::bytea[]) group by 1, 2)")
    };
    let all: Vec<String> = parts.iter().map(one).collect();
    tables.counted(&all.join(" union all "), but, LONG_PATIENCE).await
}

/// One row for each value.
fn summed(counts: Vec<FacetCount>) -> Vec<FacetCount> {
    let mut sums: BTreeMap<(Option<String>, Option<String>), u64> = BTreeMap::new();
    for FacetCount { value, beside, articles } in counts {
        *sums.entry((value, beside)).or_default() += articles;
    }
    sums.into_iter().map(|((value, beside), articles)| FacetCount { value, beside, articles }).collect()
}
