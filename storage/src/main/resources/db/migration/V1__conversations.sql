create table contact (
  id uuid primary key,
  name varchar(200),
  email varchar(320),
  phone varchar(40),
  language varchar(16),
  since timestamp with time zone not null,
  latest uuid
);

create table contact_point (
  line varchar(64) not null,
  external_id varchar(255) not null,
  contact_id uuid not null references contact (id),
  primary key (line, external_id)
);
create index contact_point_contact on contact_point (contact_id);

-- open_contact is the contact while the conversation is open: at most one is.
create table conversation (
  id uuid primary key,
  contact_id uuid not null references contact (id),
  open_contact uuid unique,
  line varchar(64) not null,
  stage varchar(16) not null,
  stage_data text not null,
  ordered_by timestamp with time zone not null,
  epoch bigint not null,
  last_seq bigint not null,
  last_shown bigint not null,
  last_turn bigint not null,
  answered bigint not null,
  opened_at timestamp with time zone not null,
  touched_at timestamp with time zone not null
);
create index conversation_stage on conversation (stage, ordered_by);
create index conversation_contact on conversation (contact_id, id);

create table event (
  conversation_id uuid not null,
  seq bigint not null,
  prev_shown bigint not null,
  type varchar(32) not null,
  at timestamp with time zone not null,
  payload text not null,
  primary key (conversation_id, seq)
);

-- What was received or appended under a sender's own id: the same (source, external_id) counts once.
create table received (
  source varchar(80) not null,
  external_id varchar(255) not null,
  conversation_id uuid not null,
  seq bigint not null,
  primary key (source, external_id)
);

create table owed (
  kind varchar(16) not null,
  conversation_id uuid not null,
  seq bigint not null,
  line varchar(64) not null,
  due_at timestamp with time zone not null,
  attempt integer not null,
  leased_until timestamp with time zone,
  primary key (kind, conversation_id, seq)
);
create index owed_due on owed (kind, due_at);
create index owed_conversation on owed (conversation_id);

create table sent (
  conversation_id uuid not null,
  seq bigint not null,
  line varchar(64) not null,
  external_id varchar(255) not null,
  at timestamp with time zone not null,
  primary key (conversation_id, seq)
);

create table receipt (
  conversation_id uuid not null,
  side varchar(16) not null,
  delivered bigint not null,
  read_to bigint not null,
  primary key (conversation_id, side)
);
