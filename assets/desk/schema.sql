-- The desk of kiosque: what several readers decided, in one place.
-- For PostgreSQL 14 or newer, in a database whose encoding is UTF8. Running it
-- again changes nothing. Whoever runs it owns the tables and needs the right to
-- create roles; then: grant kiosque_editor to anne; grant kiosque_reader to paul;

begin;

create schema if not exists kiosque;

-- One row. A program that knows only older versions does not go on.
create table if not exists kiosque.version (
  version integer not null,
  one boolean primary key default true check (one)
);
insert into kiosque.version (version) values (1) on conflict do nothing;

-- A set of acts, each a line of a journal as it stands in a file. Rows come and
-- never change: to undo is one act more.
create table if not exists kiosque.entry (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  line text not null check (octet_length(line) <= 67108864),
  -- Told by the server and not by who writes.
  login name not null default session_user,
  arrived timestamptz not null default clock_timestamp(),
  -- A number of arrival would not do: who takes one first may come to an end last.
  act xid8 not null default pg_current_xact_id()
);
create index if not exists entry_act on kiosque.entry (act);

create or replace function kiosque.tell() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('kiosque', '');
  return null;
end
$$;
create or replace trigger tell after insert on kiosque.entry
  for each statement execute function kiosque.tell();

do $$
begin
  if not exists (select from pg_roles where rolname = 'kiosque_reader') then
    create role kiosque_reader nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'kiosque_editor') then
    create role kiosque_editor nologin;
  end if;
end
$$;
grant usage on schema kiosque to kiosque_reader, kiosque_editor;
grant select on kiosque.version, kiosque.entry to kiosque_reader, kiosque_editor;
grant insert (id, line) on kiosque.entry to kiosque_editor;

commit;
