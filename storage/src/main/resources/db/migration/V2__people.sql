create table account (
  name varchar(64) primary key,
  display_name varchar(200) not null,
  password_hash varchar(255) not null,
  role varchar(16) not null
);

create table sign_in (
  token_hash varchar(64) primary key,
  account varchar(64) not null references account (name),
  until_at timestamp with time zone not null
);
create index sign_in_account on sign_in (account);
