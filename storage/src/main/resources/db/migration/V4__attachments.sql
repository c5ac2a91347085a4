-- Bytes of files, in rows of a bounded size so that no database has to hold one in a single value.
create table attachment (
  id uuid primary key,
  owner varchar(320) not null,
  name varchar(400) not null,
  media_type varchar(100) not null,
  size bigint not null,
  at timestamp with time zone not null
);
create index attachment_owner on attachment (owner, at);
create index attachment_at on attachment (at);

create table attachment_part (
  attachment_id uuid not null references attachment (id) on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (attachment_id, number)
);

-- Written with the message that refers to it: what stands here is never swept.
create table attachment_use (
  attachment_id uuid not null references attachment (id),
  conversation_id uuid not null,
  seq bigint not null,
  primary key (attachment_id, conversation_id, seq)
);
