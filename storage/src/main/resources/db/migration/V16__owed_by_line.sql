-- Each line looks for its own, and does not read through what another one that is paused still owes.
create index owed_due_by_line on owed (kind, line, due_at);
drop index owed_due;
