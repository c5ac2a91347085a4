-- Mails of a line's threads: how an answer finds its thread, its people and its subject.
create table mail (
  line varchar(64) not null,
  id varchar(255) not null,
  thread varchar(64) not null,
  kind varchar(16) not null,
  address varchar(320) not null,
  name varchar(200),
  others text not null,
  subject varchar(500) not null,
  at timestamp with time zone not null,
  primary key (line, id)
);
create index mail_thread on mail (line, thread, at);
create index mail_address on mail (line, address, at);
