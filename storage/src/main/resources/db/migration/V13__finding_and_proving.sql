-- Whoever gave this e-mail or phone, for agents who look for a customer's other conversation.
create index contact_email on contact (email);
create index contact_phone on contact (phone);

-- Digits that were sent to an address, one for each asker: only their hashes are kept, for minutes.
create table join_pin (
  line varchar(64) not null,
  external_id varchar(255) not null,
  hash varchar(64) not null,
  address varchar(320) not null,
  until timestamp with time zone not null,
  attempts integer not null,
  primary key (line, external_id)
);
create index join_pin_until on join_pin (until);
