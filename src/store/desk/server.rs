//! The database of a desk, asked by one connection. Every question has a
//! deadline, so that a server that stands still is one that is away.

use crate::store::postgres::{Trouble, answer, answer_within, connect, is_about_data};
use crate::store::settings::Address;
use crate::text::sanitise::one_line;
use crate::triage::Entry;
use crate::triage::EntryId;
use crate::triage::journal::{self as format, Line};
use crate::words::msg;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio_postgres::{Client, Row};

/// What is run once on the database of a desk.
pub const SCHEMA: &str = include_str!("../../../assets/desk/schema.sql");

/// The version of the tables that this program knows.
const VERSION: i32 = 1;

/// How long the identities of all entries are waited for.
const LONG_PATIENCE: Duration = Duration::from_secs(60);

/// Lines that are asked for or sent at once.
pub(super) const BATCH: usize = 500;

/// A row of the table of entries: an entry, or the name of one that cannot be read.
pub(super) type Received = Result<Entry, String>;

/// A connection to a desk.
pub(super) struct Server {
    client: Client,
    /// False for a role that only reads.
    pub(super) may_write: bool,
    /// Transactions below this number had come to an end when rows were last asked for.
    settled: String,
}

/// Runs [`SCHEMA`], as often as one likes.
pub(super) async fn prepare(address: &Address) -> Result<(), Trouble> {
    let client = connect(address, &Arc::default()).await?;
    answer(client.batch_execute(SCHEMA)).await
}

impl Server {
    /// Connects and looks whether the tables are those that this program knows.
    pub(super) async fn connect(address: &Address, heard: &Arc<Notify>) -> Result<Self, Trouble> {
        let client = connect(address, heard).await?;
        let version = answer(client.query_opt("select version from kiosque.version", &[])).await;
        let version: i32 = match version {
            Ok(Some(row)) => row.try_get(0)?,
            Ok(None) => return Err(Trouble::Unfit(msg::STORE_DESK_NO_TABLES.into())),
            Err(Trouble::Unfit(_)) if !answer(has_tables(&client)).await? => {
                return Err(Trouble::Unfit(msg::STORE_DESK_NO_TABLES.into()));
            }
            Err(other) => return Err(other),
        };
        if version > VERSION {
            return Err(Trouble::Unfit(msg::store_desk_newer(version.to_string(), VERSION.to_string())));
        }
        let asked = "select has_column_privilege('kiosque.entry', 'id', 'insert') \
                     and has_column_privilege('kiosque.entry', 'line', 'insert')";
        let may_write = answer(client.query_one(asked, &[])).await?.try_get(0)?;
        Ok(Self { client, may_write, settled: "0".into() })
    }

    /// From now on word of every new entry wakes whoever waits.
    pub(super) async fn listen(&self) -> Result<(), Trouble> {
        answer(self.client.batch_execute("listen kiosque")).await
    }

    /// True when the connection has ended.
    pub(super) fn is_gone(&self) -> bool {
        self.client.is_closed()
    }

    /// Notes which transactions are over; rows that are asked for after it hold
    /// all that they wrote.
    async fn settle(&mut self) -> Result<String, Trouble> {
        let row = answer(self.client.query_one("select pg_snapshot_xmin(pg_current_snapshot())::text", &[])).await?;
        Ok(std::mem::replace(&mut self.settled, row.try_get(0)?))
    }

    /// The identities of all entries.
    pub(super) async fn ids(&mut self) -> Result<HashSet<String>, Trouble> {
        self.settle().await?;
        let asked = self.client.query("select id from kiosque.entry", &[]);
        let rows = answer_within(LONG_PATIENCE, asked).await?;
        Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
    }

    /// The entries of these identities.
    pub(super) async fn entries(&self, ids: &[String]) -> Result<Vec<Received>, Trouble> {
        let asked = "select id, line from kiosque.entry where id = any($1)";
        received(&answer(self.client.query(asked, &[&ids])).await?)
    }

    /// The entries that came since rows were last asked for, and perhaps some that
    /// came before.
    pub(super) async fn news(&mut self) -> Result<Vec<Received>, Trouble> {
        let since = self.settle().await?;
        let asked = "select id, line from kiosque.entry where act >= $1::text::xid8";
        received(&answer(self.client.query(asked, &[&since])).await?)
    }

    /// Adds entries that are not there yet; those that are stay as they are. True
    /// when all are there now, false when the server refuses what one of them says.
    pub(super) async fn add(&self, entries: &[&Entry]) -> Result<bool, Trouble> {
        let ids: Vec<String> = entries.iter().map(|e| e.id.to_string()).collect();
        let lines: Vec<String> = entries.iter().map(|e| format::print(e).trim_end().to_owned()).collect();
        let asked = "insert into kiosque.entry (id, line) select * from unnest($1::text[], $2::text[]) \
                     on conflict (id) do nothing";
        let added = async { Ok(self.client.execute(asked, &[&ids, &lines]).await) };
        match answer::<_, Trouble>(added).await? {
            Ok(_) => Ok(true),
            Err(e) if e.code().is_some_and(is_about_data) => Ok(false),
            Err(e) => Err(e.into()),
        }
    }
}

async fn has_tables(client: &Client) -> Result<bool, Trouble> {
    Ok(answer(client.query_one("select to_regclass('kiosque.version') is not null", &[])).await?.try_get(0)?)
}

/// Reads rows. Another program may have written them: a line has to be an entry,
/// and of the identity under which it stands.
fn received(rows: &[Row]) -> Result<Vec<Received>, Trouble> {
    let read = |row: &Row| -> Result<Received, Trouble> {
        let (id, line): (String, &str) = (row.try_get(0)?, row.try_get(1)?);
        Ok(match format::parse(line.as_bytes()) {
            Line::Entry(entry) if EntryId::parse(&id) == Some(entry.id) => Ok(entry),
            _ => Err(one_line(&id)),
        })
    };
    rows.iter().map(read).collect()
}
