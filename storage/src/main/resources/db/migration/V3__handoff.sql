-- Where the bot last let go: the brief of an agent begins there, however long the history is.
alter table conversation add column last_handoff bigint default 0 not null;
