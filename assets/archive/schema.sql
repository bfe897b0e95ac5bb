-- The archive of kiosque: articles of many years, month by month.
-- For PostgreSQL 14 or newer, in a database whose encoding is UTF8. Running it
-- again changes nothing. Whoever runs it owns the tables, brings articles in, and
-- needs the right to create a role; then: grant kiosque_reader to paul;

begin;

create schema if not exists kiosque_archive;

-- One row. A program that knows another version does not go on.
create table if not exists kiosque_archive.version (
  version integer not null,
  one boolean primary key default true check (one)
);
insert into kiosque_archive.version (version) values (1) on conflict do nothing;

-- Which texts are here, over all months: what makes each stand here once.
create table if not exists kiosque_archive.content (
  key bytea primary key check (octet_length(key) = 16)
);

create table if not exists kiosque_archive.article (
  key bytea not null,
  -- The first day of the month of publication; none where no day is known.
  month date,
  -- The order in which articles were brought in: file by file.
  position bigint not null,
  published date,
  path text not null,
  entry text,
  title text,
  source text,
  -- What habits of its source are remembered under, and its lines by their hashes.
  habit text not null,
  lines bigint[] not null,
  -- What is read: the cleaned text.
  body text not null,
  claims jsonb not null,
  names jsonb not null,
  -- Texts that share one of these are perhaps copies of each other.
  story bigint[] not null,
  -- Claims, names and signature as the program keeps them.
  findings bytea not null,
  -- The text as it was decoded, with all that its format said, packed by zstd.
  raw bytea not null,
  words tsvector not null
) partition by list (month);

-- The months that there are; a month may be a table on another server.
create or replace view kiosque_archive.part as
select c.oid::regclass::text as name,
       substring(pg_get_expr(c.relpartbound, c.oid) from '\d{4}-\d{2}-\d{2}')::date as month,
       c.relkind = 'f' as is_foreign
from pg_inherits i join pg_class c on c.oid = i.inhrelid
where i.inhparent = 'kiosque_archive.article'::regclass;

create or replace function kiosque_archive.open_month(wanted date) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  made text := coalesce('article_' || to_char(wanted, 'YYYY_MM'), 'article_undated');
begin
  perform pg_advisory_xact_lock(hashtext('kiosque_archive.open_month'));
  if exists (select from kiosque_archive.part p where p.month is not distinct from wanted) then
    return;
  end if;
  execute format('create table kiosque_archive.%I partition of kiosque_archive.article for values in (%L)', made, wanted);
  execute format('create unique index on kiosque_archive.%I (key)', made);
  execute format('create unique index on kiosque_archive.%I (position)', made);
  execute format('create index on kiosque_archive.%I (published)', made);
  execute format('create index on kiosque_archive.%I using gin (words)', made);
  execute format('create index on kiosque_archive.%I using gin (story)', made);
end
$$;

-- The same on another server, which has an archive of its own with that month open,
-- and to which postgres_fdw is set up under this name.
create or replace function kiosque_archive.open_month_at(wanted date, server name) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  made text := coalesce('article_' || to_char(wanted, 'YYYY_MM'), 'article_undated');
begin
  execute format('create foreign table kiosque_archive.%I partition of kiosque_archive.article for values in (%L) '
    'server %I options (schema_name %L, table_name %L)', made, wanted, server, 'kiosque_archive', made);
end
$$;

-- Which lines recur in a source, counted over all of its articles.
create table if not exists kiosque_archive.habit (
  source text primary key,
  articles bigint not null,
  lines bigint[] not null,
  counts bigint[] not null
);
-- Sources that got articles since they were counted.
create table if not exists kiosque_archive.stale (source text not null);

-- Files to bring in. Who works on one holds its row until it is done or the
-- connection breaks, so that any number of workers never have the same.
create table if not exists kiosque_archive.task (
  id bigint generated always as identity primary key,
  path bytea not null unique,
  -- Size and time of the file; another one is to be read again.
  stamp text not null,
  done boolean not null default false
);
-- How many articles of a file are here for good; apart, as the row is held.
create table if not exists kiosque_archive.progress (
  task bigint primary key,
  read bigint not null
);

do $$
begin
  if not exists (select from pg_roles where rolname = 'kiosque_reader') then
    create role kiosque_reader nologin;
  end if;
end
$$;
grant usage on schema kiosque_archive to kiosque_reader;
grant select on all tables in schema kiosque_archive to kiosque_reader;
alter default privileges in schema kiosque_archive grant select on tables to kiosque_reader;

commit;
