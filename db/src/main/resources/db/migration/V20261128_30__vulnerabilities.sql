-- What publishers say of vulnerabilities, and what follows for packages. A finding belongs to a package, not to an image (docs/adr/015):
-- a new advisory is a comparison of the versions of one name, and a join.

create table feeds (
    id             int generated always as identity primary key,
    name           text not null unique,
    format         text not null,
    source         text not null,                        -- an address, or the name of a file that somebody brought
    state          text not null,                        -- OK, STALE, REFUSED, FAILED
    reason         text not null,                        -- empty while it is OK
    entries        int not null,                         -- advisories, scores or exploited ones that are in use
    unreadable     int not null,                         -- entries of the last file that could not be read
    problems       text not null,                        -- the first of them, one a line
    newest_at      timestamptz,                          -- of the newest entry, null = none is dated
    as_of          timestamptz,                          -- of when its entries are, null = they were never taken
    loaded_at      timestamptz,                          -- when the entries in use were taken, null = never
    checked_at     timestamptz not null,                 -- the last attempt
    etag           text not null,
    last_modified  text not null
);

-- Which ecosystems a feed speaks for: a package of another is unknown, not sound.
create table feed_ecosystems (
    feed_id        int not null references feeds on delete cascade,
    ecosystem      text not null,
    advisories     int not null,
    primary key (feed_id, ecosystem)
);

create table vulnerabilities (
    id             int generated always as identity primary key,
    name           text not null unique,                 -- the CVE where there is one, else the first id
    aliases        text[] not null,                      -- all other ids, sorted
    severity       smallint not null,                    -- the gravest that a publisher gives; platform.Severities
    cvss           double precision,                                 -- the highest base score
    cvss_vector    text not null,
    nvd_cvss       double precision,
    epss           double precision,                                 -- probability of exploitation within 30 days, null = no score
    epss_percentile double precision,
    kev_since      date,                                 -- null = not known to be exploited
    kev_detail     text not null,
    published_at   timestamptz,
    modified_at    timestamptz,
    withdrawn      boolean not null,                     -- nobody stands by it any more
    disputed       boolean not null,
    summary        text not null
);

create table vulnerability_aliases (
    alias          text primary key,                     -- the name itself, too
    vulnerability_id int not null references vulnerabilities on delete cascade
);
create index vulnerability_aliases_named on vulnerability_aliases (lower(alias));
create index vulnerability_aliases_of on vulnerability_aliases (vulnerability_id);

create table advisories (
    id             int generated always as identity primary key,
    feed_id        int not null references feeds on delete cascade,
    name           text not null,                        -- the publisher's id
    aliases        text[] not null,
    mends          text[] not null,                      -- of an erratum that mends several
    opinion        boolean not null,                     -- it speaks of no package
    publisher      text not null,
    severity       smallint not null,
    severity_word  text not null,
    cvss           double precision,
    cvss_vector    text not null,
    published_at   timestamptz,
    modified_at    timestamptz,
    withdrawn_at   timestamptz,
    disputed       boolean not null,
    summary        text not null,
    fingerprint    bytea not null,                       -- 16 bytes of the document before compression
    document       bytea not null,                       -- engine.vulnerability.Advisory, zstd of JSON
    unique (feed_id, name)
);
create index advisories_named on advisories (lower(name));
alter table advisories alter column document set storage external;

-- Of what an advisory speaks: an erratum speaks of all that it mends.
create table advisory_vulnerabilities (
    vulnerability_id int not null references vulnerabilities on delete cascade,
    advisory_id    int not null references advisories on delete cascade,
    primary key (vulnerability_id, advisory_id)
);
create index advisory_vulnerabilities_of on advisory_vulnerabilities (advisory_id);

-- By what a package is found: an advisory speaks of a name within an ecosystem. What it says of its versions is kept beside it, so
-- that matching reads no document.
create table advisory_packages (
    ecosystem      text not null,
    name           text not null,
    advisory_id    int not null references advisories on delete cascade,
    affected       text not null,                        -- JSON of engine.vulnerability.Affected
    primary key (ecosystem, name, advisory_id)
);
create index advisory_packages_of on advisory_packages (advisory_id);

-- Under which names advisories would speak of a package.
create table package_keys (
    ecosystem      text not null,
    name           text not null,
    package_id     int not null references packages on delete cascade,
    primary key (ecosystem, name, package_id)
);
create index package_keys_of on package_keys (package_id, ecosystem);

create table package_findings (
    package_id     int not null references packages on delete cascade,
    vulnerability_id int not null references vulnerabilities on delete cascade,
    severity       smallint not null,
    severity_word  text not null,                        -- the publisher's own
    cvss           double precision,
    fixed_version  text not null,                        -- empty = none known
    fix_state      text not null,                        -- engine.vulnerability.FixState
    undecided      text not null,                        -- why nobody can say whether it is affected, empty = it is
    advisory_id    int,                                  -- which decided
    first_seen_at  timestamptz not null,
    fix_seen_at    timestamptz,                          -- since when a fix is known here
    primary key (package_id, vulnerability_id)
);
create index package_findings_of on package_findings (vulnerability_id, package_id) include (severity, fix_state);

-- Why what is said of a package changed; that a new content has other packages is not in here.
create table finding_changes (
    id             bigint generated always as identity primary key,
    at             timestamptz not null,
    package_id     int not null references packages on delete cascade,
    vulnerability_id int not null references vulnerabilities on delete cascade,
    change         text not null,                        -- APPEARED, DISAPPEARED, CHANGED
    cause          text not null                         -- in words
);
create index finding_changes_of on finding_changes (package_id, at desc);
create index finding_changes_vulnerability on finding_changes (vulnerability_id, at desc);
create index finding_changes_at on finding_changes (at);

-- Packages that no advisory was held against yet.
create table package_due (
    package_id     int primary key references packages on delete cascade
);

-- Vulnerabilities of which publishers say something new.
create table vulnerability_due (
    vulnerability_id int primary key references vulnerabilities on delete cascade,
    cause          text not null,
    matching       boolean not null                      -- false = only what is known beside the advisories is new
);

create table epss_scores (
    cve            text primary key,
    score          double precision not null,
    percentile     double precision not null
);

create table known_exploited (
    cve            text primary key,
    since          date not null,
    detail         text not null
);

-- Which content an image has.
create view image_content as
select image_id, content_id from contents_of_images;

-- Counted beside the judgement, for lists that are sorted and filtered by it.
create table vulnerability_reach (
    vulnerability_id int primary key references vulnerabilities on delete cascade,
    severity       smallint not null,                    -- the gravest among its findings
    fixable        boolean not null,                     -- at least one finding has a fix
    images         int not null,
    running_images int not null,
    workloads      int not null,
    observed       int not null,                         -- workloads in which it counts
    deferred       int not null,
    false_positive int not null,
    first_seen_at  timestamptz not null,
    counted_at     timestamptz not null
);

create table content_counts (
    content_id     int primary key references image_contents on delete cascade,
    critical       int not null,
    high           int not null,
    medium         int not null,
    low            int not null,
    unknown        int not null,
    fixable        int not null,
    fixable_high   int not null,                         -- high or critical, with a fix
    exploited      int not null,
    epss           double precision,                     -- the highest
    unspoken       int not null,                         -- packages that no feed in use speaks for: what they have is unknown
    workloads      int not null,
    counted_at     timestamptz not null
);

create table workload_counts (
    workload_id    uuid primary key,                     -- it may be gone: then its images are counted anew without it
    contents       int[] not null,                       -- what it ran when it was counted
    critical       int not null,                         -- what counts: neither deferred nor a false positive
    high           int not null,
    medium         int not null,
    low            int not null,
    unknown        int not null,
    fixable        int not null,
    fixable_high   int not null,
    exploited      int not null,
    epss           double precision,
    deferred       int not null,
    false_positive int not null,
    counted_at     timestamptz not null
);

create index content_counts_order on content_counts (critical desc, high desc, content_id desc);
create index workload_counts_order on workload_counts (critical desc, high desc, workload_id desc);

-- Packages in which something is found.
create table package_counts (
    package_id     int primary key references packages on delete cascade,
    critical       int not null,
    high           int not null,
    medium         int not null,
    low            int not null,
    unknown        int not null,
    fixable        int not null,
    exploited      int not null,
    epss           double precision,
    images         int not null,
    counted_at     timestamptz not null
);
create index package_counts_order on package_counts (critical desc, high desc, package_id desc);

-- What has to be counted anew: CONTENT, PACKAGE, WORKLOAD, VULNERABILITY by what is found; USE = who uses a content, or its packages, changed.
create table recount_due (
    kind           text not null,
    id             text not null,
    primary key (kind, id)
);

-- Noted by the database, since workloads, their pods and scans change this in many places, and a count that misses one is wrong for long.
create function recount_workloads() returns trigger language plpgsql as $$
begin
    insert into recount_due (kind, id) select distinct 'WORKLOAD', c.workload_id::text from changed c
    on conflict do nothing;
    return null;
end $$;
create trigger recount_inserted after insert on workload_images referencing new table as changed
    for each statement execute function recount_workloads();
create trigger recount_deleted after delete on workload_images referencing old table as changed
    for each statement execute function recount_workloads();

create function recount_labelled() returns trigger language plpgsql as $$
begin
    insert into recount_due (kind, id) values ('WORKLOAD', new.id::text) on conflict do nothing;
    return null;
end $$;
create trigger recount_labelled after update of labels on workloads
    for each row when (old.labels is distinct from new.labels) execute function recount_labelled();

create function recount_contents() returns trigger language plpgsql as $$
begin
    insert into recount_due (kind, id) select distinct 'USE', c.content_id::text from changed c
    on conflict do nothing;
    return null;
end $$;
create trigger recount_inserted after insert on image_packages referencing new table as changed
    for each statement execute function recount_contents();
create function recount_lost_packages() returns trigger language plpgsql as $$
begin
    insert into recount_due (kind, id)
    select distinct 'USE', c.content_id::text from changed c
    union
    select distinct 'VULNERABILITY', f.vulnerability_id::text from changed c join package_findings f on f.package_id = c.package_id
    on conflict do nothing;
    return null;
end $$;
create trigger recount_deleted after delete on image_packages referencing old table as changed
    for each statement execute function recount_lost_packages();
create trigger recount_inserted after insert on image_content_digests referencing new table as changed
    for each statement execute function recount_contents();
create trigger recount_deleted after delete on image_content_digests referencing old table as changed
    for each statement execute function recount_contents();
create trigger recount_inserted after insert on image_content_links referencing new table as changed
    for each statement execute function recount_contents();
create trigger recount_updated after update on image_content_links referencing new table as changed
    for each statement execute function recount_contents();
create trigger recount_deleted after delete on image_content_links referencing old table as changed
    for each statement execute function recount_contents();

create index packages_named on packages (lower(name));
