-- Rises whenever what an account may do changes (password, role, switched off): sessions that began before end.
alter table users add column standing int not null default 0;
