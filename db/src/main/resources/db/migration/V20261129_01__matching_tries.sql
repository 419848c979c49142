-- What cannot be matched is set aside for a while, so that it does not hold up the rest. It stays due: not matched is unknown.
alter table package_due
    add column not_before timestamptz not null default '-infinity',
    add column failures   int not null default 0,
    add column last_error text not null default '';
alter table vulnerability_due
    add column not_before timestamptz not null default '-infinity',
    add column failures   int not null default 0,
    add column last_error text not null default '';
