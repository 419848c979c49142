-- What each feed says of exploitation, by feed: bringing one anew, or removing it, leaves what the others say. Readers use what counts
-- of it, epss_scores and known_exploited, which is resolved from these whenever one changes.
create table feed_epss_scores (
    cve            text not null,
    feed_id        int not null references feeds on delete cascade,
    score          double precision not null,
    percentile     double precision not null,
    primary key (cve, feed_id)
);
create index feed_epss_scores_of_feed on feed_epss_scores (feed_id);

create table feed_known_exploited (
    cve            text not null,
    feed_id        int not null references feeds on delete cascade,
    since          date not null,
    detail         text not null,
    primary key (cve, feed_id)
);
create index feed_known_exploited_of_feed on feed_known_exploited (feed_id);

-- What is in use is of the feed of its kind that was taken last: each took the place of all others.
insert into feed_epss_scores (cve, feed_id, score, percentile)
select e.cve, f.id, e.score, e.percentile from epss_scores e cross join (
    select id from feeds where format in ('EPSS', 'MIXED') and loaded_at is not null order by format, loaded_at desc, id desc limit 1) f;
insert into feed_known_exploited (cve, feed_id, since, detail)
select k.cve, f.id, k.since, k.detail from known_exploited k cross join (
    select id from feeds where format in ('KEV', 'MIXED') and loaded_at is not null order by format, loaded_at desc, id desc limit 1) f;

-- Of the others nothing is left, although they were shown as in use. They are asked for anew, or have to be brought anew.
update feeds f set state = 'FAILED', entries = 0, loaded_at = null, as_of = null, etag = '', last_modified = '',
    reason = 'What was taken of it was lost when another feed of its kind was taken. Bring it anew.'
where f.loaded_at is not null and (
    f.format = 'EPSS' and not exists (select 1 from feed_epss_scores s where s.feed_id = f.id)
    or f.format = 'KEV' and not exists (select 1 from feed_known_exploited s where s.feed_id = f.id));
