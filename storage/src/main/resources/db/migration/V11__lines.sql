-- Lines that operators set up at the console; their settings sealed under the master key.
create table kept_line (
  line varchar(64) primary key,
  channel varchar(32) not null,
  sealed text not null,
  set_up_by varchar(64) not null,
  set_up_at timestamp with time zone not null
);
