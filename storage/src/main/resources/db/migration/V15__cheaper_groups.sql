-- What a conversation owes is looked for by the conversation: its primary key begins with it, and
-- needs no index beside it.
create table owed_by_conversation (
  conversation_id uuid not null,
  kind varchar(16) not null,
  seq bigint not null,
  line varchar(64) not null,
  due_at timestamp with time zone not null,
  attempt integer not null,
  leased_until timestamp with time zone,
  parts integer default 0 not null,
  primary key (conversation_id, kind, seq)
);
insert into owed_by_conversation (conversation_id, kind, seq, line, due_at, attempt, leased_until, parts)
  select conversation_id, kind, seq, line, due_at, attempt, leased_until, parts from owed;
drop table owed;
alter table owed_by_conversation rename to owed;
create index owed_due on owed (kind, due_at);
