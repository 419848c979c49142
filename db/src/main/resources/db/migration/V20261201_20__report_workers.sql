-- When the parts that make reports last showed that they live, whichever replica it was: CLOCK looks at schedules, MAKER makes, SENDER
-- brings. One row each.
create table report_workers (
    part     text primary key,
    seen_at  timestamptz not null
);
