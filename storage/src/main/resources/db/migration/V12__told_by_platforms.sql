-- Platforms name our messages by the ids that they gave them.
create index sent_external on sent (line, external_id);

-- Addresses that want nothing more from a line, until they say otherwise.
create table opt_out (
  line varchar(64) not null,
  external_id varchar(255) not null,
  at timestamp with time zone not null,
  primary key (line, external_id)
);
