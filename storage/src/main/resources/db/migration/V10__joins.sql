-- What made two addresses one customer. `gone` is whose everything was before, null for an address
-- that nobody had written from.
create table contact_join (
  id uuid primary key,
  kept uuid not null references contact (id),
  gone uuid references contact (id),
  proof varchar(16) not null,
  decided_by varchar(64),
  at timestamp with time zone not null,
  parted_at timestamp with time zone
);
create index contact_join_kept on contact_join (kept);

-- The join that brought an address or a conversation to its contact, null for the first one.
alter table contact_point add column came_by uuid;
alter table contact_point add column since timestamp with time zone;
alter table conversation add column came_by uuid;
create index contact_point_came on contact_point (came_by);
create index conversation_came on conversation (came_by);

-- Secrets by which a customer brings another address: only their hashes are kept.
create table join_code (
  hash varchar(64) primary key,
  line varchar(64) not null,
  external_id varchar(255) not null,
  until timestamp with time zone not null,
  used_line varchar(64),
  used_id varchar(255)
);
create index join_code_until on join_code (until);
