-- When the sources of feeds were last asked, by whichever replica.
create table feed_turns (
    id             smallint primary key check (id = 1),
    asked_at       timestamptz not null
);
