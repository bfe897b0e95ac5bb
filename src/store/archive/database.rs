//! The tables of an archive, as whoever brings articles in needs them.

use super::facet::FacetCount;
use crate::clean::recurring::Recurring;
use crate::store::postgres::{Trouble, answer, answer_within, connect, is_about_data};
use crate::store::settings::Address;
use crate::words::msg;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::{Client, Row};

/// What is run once on the database of an archive.
pub const SCHEMA: &str = include_str!("../../../assets/archive/schema.sql");

/// The version of the tables that this program knows.
const VERSION: i32 = 1;

/// How long is waited for what many rows have to be written or counted for.
pub(super) const LONG_PATIENCE: Duration = Duration::from_secs(600);

/// A connection whose other end fell silent is given up by the server too, so that
/// what it holds is free.
const KEEP_ALIVE: &str = "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

/// Stands for the words of an article that has too many; no word is like it.
pub(super) const ANY_WORD: &str = "*";

/// A table of the archive that holds one month.
pub(super) struct Part {
    /// As SQL names it.
    pub(super) table: String,
    /// Such as `2026-03`; `None` where no day is known.
    pub(super) month: Option<String>,
    /// It is on another server.
    pub(super) is_foreign: bool,
}

/// An article as it came.
pub(super) struct ArchivedRow {
    pub(super) position: i64,
    pub(super) key: Vec<u8>,
    pub(super) raw: Vec<u8>,
}

/// A file to bring in, held by this connection.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) id: i64,
    /// In the bytes of the system.
    pub(super) path: Vec<u8>,
    pub(super) stamp: String,
}

/// One article on its way into the tables.
#[derive(Clone, Debug)]
pub(super) struct NewRow {
    pub(super) key: Vec<u8>,
    /// First day of the month.
    pub(super) month: Option<String>,
    pub(super) position: i64,
    pub(super) published: Option<String>,
    pub(super) path: String,
    pub(super) entry: Option<String>,
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
    pub(super) habit: String,
    /// Numbers as PostgreSQL writes arrays.
    pub(super) lines: String,
    pub(super) body: String,
    pub(super) claims: String,
    pub(super) names: String,
    /// Numbers as PostgreSQL writes arrays.
    pub(super) story: String,
    pub(super) findings: Vec<u8>,
    pub(super) raw: Vec<u8>,
    /// With a space between two.
    pub(super) words: String,
}

/// A connection to an archive.
pub(super) struct ArchiveTables {
    client: Client,
}

impl ArchiveTables {
    /// Connects and looks whether the tables are those that this program knows.
    pub(super) async fn connect(address: &Address) -> Result<Self, Trouble> {
        let this = Self { client: connect(address, &Arc::default()).await? };
        if !this.has_tables().await? {
            return Err(Trouble::Unfit(msg::STORE_ARCHIVE_NO_TABLES.into()));
        }
        let version = answer(this.client.query_opt("select version from kiosque_archive.version", &[])).await?;
        let version: i32 = version.map_or(Ok(0), |row| row.try_get(0))?;
        if version != VERSION {
            let said = msg::store_archive_other_version(version.to_string(), VERSION.to_string());
            return Err(Trouble::Unfit(said));
        }
        answer(this.client.batch_execute(KEEP_ALIVE)).await?;
        Ok(this)
    }

    async fn has_tables(&self) -> Result<bool, Trouble> {
        let asked = "select to_regclass('kiosque_archive.version') is not null";
        Ok(answer(self.client.query_one(asked, &[])).await?.try_get(0)?)
    }

    /// Makes the tables where there are none.
    pub(super) async fn prepare(address: &Address) -> Result<(), Trouble> {
        let this = Self { client: connect(address, &Arc::default()).await? };
        if this.has_tables().await? {
            return Ok(());
        }
        // Of two that make them at the same moment one waits, and changes nothing.
        let locked = "select pg_advisory_lock(hashtext('kiosque_archive.schema'))";
        answer_within(LONG_PATIENCE, this.client.batch_execute(locked)).await?;
        answer_within(LONG_PATIENCE, this.client.batch_execute(SCHEMA)).await
    }

    async fn run(&self, command: &str) -> Result<(), Trouble> {
        answer_within(LONG_PATIENCE, self.client.batch_execute(command)).await
    }

    /// Names files to be brought in, in this order. Those that are known and as they
    /// were stay done; another that nobody holds is to be read again.
    pub(super) async fn name(&self, files: &[(Vec<u8>, String)]) -> Result<(), Trouble> {
        let (paths, stamps): (Vec<&[u8]>, Vec<&str>) = files.iter().map(|(p, s)| (&p[..], s.as_str())).unzip();
        let new = "insert into kiosque_archive.task (path, stamp) \
                   select path, stamp from unnest($1::bytea[], $2::text[]) with ordinality as f (path, stamp, n) \
                   order by n on conflict (path) do nothing";
        answer_within(LONG_PATIENCE, self.client.execute(new, &[&paths, &stamps])).await?;
        let again = "with changed as ( \
                       select t.id, f.stamp from kiosque_archive.task t \
                       join unnest($1::bytea[], $2::text[]) as f (path, stamp) on f.path = t.path \
                       where f.stamp <> t.stamp for update of t skip locked), \
                     forgotten as (delete from kiosque_archive.progress where task in (select id from changed)) \
                     update kiosque_archive.task t set id = default, stamp = c.stamp, done = false \
                     from changed c where c.id = t.id";
        answer_within(LONG_PATIENCE, self.client.execute(again, &[&paths, &stamps])).await?;
        Ok(())
    }

    /// Takes a file that nobody has, and holds it until [`Self::done`] or
    /// [`Self::give_back`], or the end of the connection.
    pub(super) async fn take(&self, but: &[i64]) -> Result<Option<Task>, Trouble> {
        self.run("begin").await?;
        let asked = "select id, path, stamp from kiosque_archive.task where not done and id <> all($1::bigint[]) \
                     order by id limit 1 for update skip locked";
        match answer_within(LONG_PATIENCE, self.client.query_opt(asked, &[&but])).await? {
            Some(row) => Ok(Some(Task { id: row.try_get(0)?, path: row.try_get(1)?, stamp: row.try_get(2)? })),
            None => {
                self.run("rollback").await?;
                Ok(None)
            }
        }
    }

    /// The file that is held was brought in as a whole, as it was by this stamp.
    pub(super) async fn done(&self, task: &Task) -> Result<(), Trouble> {
        let asked = "update kiosque_archive.task set done = true, stamp = $2 where id = $1";
        answer_within(LONG_PATIENCE, self.client.execute(asked, &[&task.id, &task.stamp])).await?;
        self.run("commit").await
    }

    /// The piece of a file that is held is none any more.
    pub(super) async fn forget(&self, task: &Task) -> Result<(), Trouble> {
        let asked = "delete from kiosque_archive.task where id = $1";
        answer_within(LONG_PATIENCE, self.client.execute(asked, &[&task.id])).await?;
        self.run("commit").await
    }

    /// Forgets tasks that a file was before, as a whole or in other pieces, but those
    /// that somebody holds.
    pub(super) async fn forget_pieces(&self, path: &[u8], pieces: &[Vec<u8>]) -> Result<(), Trouble> {
        let asked = "delete from kiosque_archive.task where id in ( \
                       select id from kiosque_archive.task where path >= $1 and path < $1 || '\\x01'::bytea \
                       and path <> all($2::bytea[]) and substring(path from octet_length($1) + 1 for 1) in ('', '\\x00') \
                       for update skip locked)";
        answer_within(LONG_PATIENCE, self.client.execute(asked, &[&path, &pieces])).await?;
        Ok(())
    }

    /// Lets others have the file that is held.
    pub(super) async fn give_back(&self) -> Result<(), Trouble> {
        self.run("rollback").await
    }

    /// How many files are done, of how many.
    pub(super) async fn standing(&self) -> Result<(u64, u64), Trouble> {
        let asked = "select count(*) filter (where done), count(*) from kiosque_archive.task";
        let row = answer_within(LONG_PATIENCE, self.client.query_one(asked, &[])).await?;
        Ok((row.try_get::<_, i64>(0)?.unsigned_abs(), row.try_get::<_, i64>(1)?.unsigned_abs()))
    }

    /// How many articles of a file are here for good.
    pub(super) async fn progress(&self, task: i64) -> Result<u64, Trouble> {
        let asked = "select read from kiosque_archive.progress where task = $1";
        let row = answer(self.client.query_opt(asked, &[&task])).await?;
        Ok(row.map_or(Ok(0), |row| row.try_get::<_, i64>(0))?.unsigned_abs())
    }

    /// The file that is held is another than the one that was named: it is read from
    /// its beginning, under a new number, so that no place in it is told twice.
    pub(super) async fn renew(&self, task: &mut Task, stamp: String) -> Result<(), Trouble> {
        let asked = "update kiosque_archive.task set id = default, stamp = $2 where id = $1 returning id";
        let row = answer_within(LONG_PATIENCE, self.client.query_one(asked, &[&task.id, &stamp])).await?;
        (task.id, task.stamp) = (row.try_get(0)?, stamp);
        Ok(())
    }

    /// Makes the partition of a month where there is none.
    pub(super) async fn open_month(&self, month: Option<&str>) -> Result<(), Trouble> {
        let asked = "select kiosque_archive.open_month($1::text::date)";
        answer_within(LONG_PATIENCE, self.client.execute(asked, &[&month])).await?;
        Ok(())
    }

    /// Adds the rows whose texts are not there yet and notes how far the file is, all
    /// or nothing; returns how many were added. `None` when the server refuses what
    /// one of them says.
    pub(super) async fn add(&self, task: i64, read: u64, rows: &[NewRow]) -> Result<Option<u64>, Trouble> {
        self.run("begin").await?;
        let tried = async {
            match self.try_to_add(task, read, rows).await {
                Err(e) if e.code().is_some_and(is_about_data) => Ok(None),
                other => other.map(Some),
            }
        };
        let added: Option<u64> = answer_within::<_, tokio_postgres::Error>(LONG_PATIENCE, tried).await?;
        self.run(if added.is_some() { "commit" } else { "rollback" }).await?;
        Ok(added)
    }

    async fn try_to_add(&self, task: i64, read: u64, rows: &[NewRow]) -> Result<u64, tokio_postgres::Error> {
        // In one order for all, so that two workers with the same texts do not wait
        // for each other.
        let keys: Vec<&[u8]> = rows.iter().map(|r| &r.key[..]).collect();
        let asked = "insert into kiosque_archive.content (key) select distinct key from unnest($1::bytea[]) as k (key) \
                     order by key on conflict do nothing returning key";
        let new = self.client.query(asked, &[&keys]).await?;
        let mut new: HashSet<Vec<u8>> = new.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
        let rows: Vec<&NewRow> = rows.iter().filter(|r| new.remove(&r.key)).collect();
        if !rows.is_empty() {
            self.insert(&rows).await?;
        }
        let habits: HashSet<&str> = rows.iter().map(|r| r.habit.as_str()).collect();
        let habits: Vec<&str> = habits.into_iter().collect();
        let asked = "insert into kiosque_archive.stale (source) select * from unnest($1::text[])";
        self.client.execute(asked, &[&habits]).await?;
        let read = i64::try_from(read).unwrap_or(i64::MAX);
        let asked = "insert into kiosque_archive.progress (task, read) values ($1, $2) \
                     on conflict (task) do update set read = excluded.read";
        self.client.execute(asked, &[&task, &read]).await?;
        Ok(rows.len() as u64)
    }

    async fn insert(&self, rows: &[&NewRow]) -> Result<(), tokio_postgres::Error> {
        fn column<'r, T>(rows: &[&'r NewRow], of: impl Fn(&'r NewRow) -> T) -> Vec<T> {
            rows.iter().map(|r| of(r)).collect()
        }
        // A month on another server takes a row twice when it heard of the end of a
        // transaction of which this one did not; there the key keeps it single.
        let asked = "insert into kiosque_archive.article (key, month, position, published, path, entry, title, source, \
                     habit, lines, body, claims, names, story, findings, raw, words) \
                     select key, month::date, position, published::date, path, entry, title, source, habit, \
                     lines::bigint[], body, claims::jsonb, names::jsonb, story::bigint[], findings, raw, \
                     array_to_tsvector(string_to_array(words, ' ')) \
                     from unnest($1::bytea[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], \
                     $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], \
                     $15::bytea[], $16::bytea[], $17::text[]) as r (key, month, position, published, path, entry, title, \
                     source, habit, lines, body, claims, names, story, findings, raw, words) \
                     on conflict do nothing";
        self.client
            .execute(
                asked,
                &[
                    &column(rows, |r| &r.key[..]),
                    &column(rows, |r| r.month.as_deref()),
                    &column(rows, |r| r.position),
                    &column(rows, |r| r.published.as_deref()),
                    &column(rows, |r| r.path.as_str()),
                    &column(rows, |r| r.entry.as_deref()),
                    &column(rows, |r| r.title.as_deref()),
                    &column(rows, |r| r.source.as_deref()),
                    &column(rows, |r| r.habit.as_str()),
                    &column(rows, |r| r.lines.as_str()),
                    &column(rows, |r| r.body.as_str()),
                    &column(rows, |r| r.claims.as_str()),
                    &column(rows, |r| r.names.as_str()),
                    &column(rows, |r| r.story.as_str()),
                    &column(rows, |r| &r.findings[..]),
                    &column(rows, |r| &r.raw[..]),
                    &column(rows, |r| r.words.as_str()),
                ],
            )
            .await?;
        Ok(())
    }

    /// The months that there are, in their order.
    pub(super) async fn parts(&self) -> Result<Vec<Part>, Trouble> {
        let asked = "select name, to_char(month, 'YYYY-MM'), is_foreign from kiosque_archive.part order by month";
        let rows = answer_within(LONG_PATIENCE, self.client.query(asked, &[])).await?;
        let part = |row: &Row| Ok(Part { table: row.try_get(0)?, month: row.try_get(1)?, is_foreign: row.try_get(2)? });
        rows.iter().map(part).collect::<Result<_, tokio_postgres::Error>>().map_err(Into::into)
    }

    /// The lines that recur in each source.
    pub(super) async fn habits(&self) -> Result<Vec<(String, Recurring)>, Trouble> {
        let asked = "select source, articles, lines, counts from kiosque_archive.habit";
        let rows = answer_within(LONG_PATIENCE, self.client.query(asked, &[])).await?;
        let habit = |row: &Row| {
            let (articles, lines, counts): (i64, Vec<i64>, Vec<i64>) =
                (row.try_get(1)?, row.try_get(2)?, row.try_get(3)?);
            let counts = counts.into_iter().map(|n| u32::try_from(n).unwrap_or(u32::MAX));
            let telling: Vec<(u64, u32)> = lines.into_iter().map(i64::cast_unsigned).zip(counts).collect();
            let articles = usize::try_from(articles).unwrap_or_default();
            Ok((row.try_get(0)?, Recurring::remembered(articles, &telling)))
        };
        rows.iter().map(habit).collect::<Result<_, tokio_postgres::Error>>().map_err(Into::into)
    }

    /// The next articles of a month for which the condition holds or of which the
    /// reader said something.
    pub(super) async fn page(
        &self,
        part: &Part,
        condition: &str,
        said: &[Vec<u8>],
        after: i64,
        most: i64,
    ) -> Result<Vec<ArchivedRow>, Trouble> {
        let table = &part.table;
        let asked = |condition: &str| {
            format!(
                "select position, key, raw from {table} where position > {after} and {condition} \
                 order by position limit {most}"
            )
        };
        let rows = if said.is_empty() {
            self.client.query(&asked(condition), &[]).await?
        } else {
            self.client.query(&asked(&format!("({condition} or key = any($1::bytea[]))")), &[&said]).await?
        };
        archived(&rows)
    }

    /// From now on the indexes of words and keys are asked, whatever the server thinks of
    /// reading tables as a whole: it does not know how long the words of one article are.
    pub(super) async fn look_up_first(&self) -> Result<(), Trouble> {
        self.run("set enable_seqscan = off; set jit = off").await
    }

    /// Which share of a month the server expects to answer, from 0 to 1, by what it counted
    /// last. A word that is none of the common ones it takes for one in two hundred.
    pub(super) async fn expected(&self, part: &Part, condition: &str) -> Result<f64, Trouble> {
        let table = &part.table;
        let expected = async |of: &str| -> Result<f64, Trouble> {
            let plan = self.client.query(&format!("explain select position from {table} where {of}"), &[]).await?;
            let head: &str = plan.first().map_or(Ok(""), |row| row.try_get(0))?;
            let rows = head.split("rows=").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok());
            Ok(rows.unwrap_or_default())
        };
        Ok(expected(condition).await? / expected("true").await?.max(1.0))
    }

    /// Where the first articles of a month stand for which the condition holds or of
    /// which the reader said something. The order is no reason to walk the month in it:
    /// a server that expects many of a rare word would.
    pub(super) async fn positions(
        &self,
        part: &Part,
        condition: &str,
        said: &[Vec<u8>],
        most: i64,
    ) -> Result<Vec<i64>, Trouble> {
        let table = &part.table;
        let asked = format!(
            "select position from {table} where {condition} or key = any($1::bytea[]) order by position + 0 limit {most}"
        );
        let rows = self.client.query(&asked, &[&said]).await?;
        rows.iter().map(|row| row.try_get(0)).collect::<Result<_, tokio_postgres::Error>>().map_err(Into::into)
    }

    /// The articles of a month that stand there.
    pub(super) async fn at(&self, part: &Part, positions: &[i64]) -> Result<Vec<ArchivedRow>, Trouble> {
        let table = &part.table;
        let asked =
            format!("select position, key, raw from {table} where position = any($1::bigint[]) order by position");
        archived(&self.client.query(&asked, &[&positions]).await?)
    }

    /// What a command says that counts: value, what stands beside it, articles. It gets
    /// the keys of what is not counted.
    pub(super) async fn counted(
        &self,
        asked: &str,
        but: &[Vec<u8>],
        within: Duration,
    ) -> Result<Vec<FacetCount>, Trouble> {
        let rows = answer_within(within, self.client.query(asked, &[&but])).await?;
        let count = |row: &Row| {
            let articles = row.try_get::<_, i64>(2)?.unsigned_abs();
            Ok(FacetCount { value: row.try_get(0)?, beside: row.try_get(1)?, articles })
        };
        rows.iter().map(count).collect::<Result<_, tokio_postgres::Error>>().map_err(Into::into)
    }

    /// Counts the lines of the sources that got articles; as often as one likes.
    pub(super) async fn count_habits(&self) -> Result<(), Trouble> {
        let all = "begin; \
             select pg_advisory_xact_lock(hashtext('kiosque_archive.habit')); \
             create temporary table recounted on commit drop as \
               with gone as (delete from kiosque_archive.stale returning source) select distinct source from gone; \
             analyze recounted; \
             create temporary table sized on commit drop as \
               select habit as source, count(*) as articles from kiosque_archive.article \
               where habit in (select source from recounted) group by habit; \
             delete from kiosque_archive.habit where source in (select source from recounted); \
             insert into kiosque_archive.habit (source, articles, lines, counts) \
               select s.source, s.articles, coalesce(array_agg(l.line order by l.line) filter (where l.n is not null), '{}'), \
                 coalesce(array_agg(l.n order by l.line) filter (where l.n is not null), '{}') \
               from sized s left join ( \
                 select a.habit, line, count(*) as n from kiosque_archive.article a, unnest(a.lines) as line \
                 where a.habit in (select source from recounted) group by a.habit, line) l \
               on l.habit = s.source and (s.articles < 4 or 4 * l.n >= s.articles) group by s.source, s.articles; \
             commit";
        self.run(all).await
    }
}

fn archived(rows: &[Row]) -> Result<Vec<ArchivedRow>, Trouble> {
    let row = |row: &Row| Ok(ArchivedRow { position: row.try_get(0)?, key: row.try_get(1)?, raw: row.try_get(2)? });
    rows.iter().map(row).collect::<Result<_, tokio_postgres::Error>>().map_err(Into::into)
}
