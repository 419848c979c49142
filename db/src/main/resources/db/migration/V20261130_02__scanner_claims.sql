-- What other scanners claim is wrong with images (docs/explanation/claims.md), beside what is found here.
create table claim_reports (
    id             int generated always as identity primary key,
    content_id     int not null references image_contents on delete cascade,
    scanner        text not null,                        -- such as trivy, whatever its version: a newer report replaces the older
    program        text not null,                        -- such as trivy 0.58.1
    format         text not null,
    made_at        timestamptz not null,
    brought_at     timestamptz not null,
    unread         int not null,                         -- claims that name no vulnerability that could be one
    unique (content_id, scanner)
);

-- A claim is of a package by its name, sort and version: whoever looked, by these it is the same package.
create table image_claims (
    report_id      int not null references claim_reports on delete cascade,
    content_id     int not null,
    vulnerability_id int not null references vulnerabilities on delete cascade,
    type           text not null,
    name           text not null,
    version        text not null,
    named          text not null,                        -- the id that the scanner gives it
    severity       smallint not null,
    severity_word  text not null,
    cvss           double precision,
    fixed_version  text not null,                        -- empty = none named
    fix_state      text not null,                        -- engine.vulnerability.FixState
    primary key (report_id, vulnerability_id, type, name, version)
);
create index image_claims_of_package on image_claims (name, version, type);
create index image_claims_of_vulnerability on image_claims (vulnerability_id);
create index image_claims_of_content on image_claims (content_id);

-- Who claims what counts as found although no feed says so; empty = a feed does.
alter table package_findings add column claimed_by text not null default '';

-- The one place that says which claims count: those of packages that are in the image, where no feed is complete for their
-- ecosystem, so that our own finding nothing says nothing.
create view counted_claims as
select i.package_id, c.vulnerability_id, c.severity, c.severity_word, c.cvss, c.fixed_version, c.fix_state, r.program, r.made_at
from image_claims c join claim_reports r on r.id = c.report_id
    join packages p on p.name = c.name and p.version = c.version and p.type = c.type
    join image_packages i on i.package_id = p.id and i.content_id = c.content_id
where not exists (
    select 1 from package_keys k join covered_ecosystems e on e.ecosystem = k.ecosystem where k.package_id = p.id);

-- Which claims count changes with claims and with what is in an image: matching decides anew.
create function claims_changed() returns trigger language plpgsql as $$
begin
    insert into package_due (package_id)
    select distinct p.id from changed c join packages p on p.name = c.name and p.version = c.version and p.type = c.type
    on conflict do nothing;
    return null;
end $$;
create trigger claims_inserted after insert on image_claims referencing new table as changed
    for each statement execute function claims_changed();
create trigger claims_deleted after delete on image_claims referencing old table as changed
    for each statement execute function claims_changed();

create function claims_met() returns trigger language plpgsql as $$
begin
    if exists (select 1 from claim_reports) then
        insert into package_due (package_id)
        select distinct p.id from changed n join image_claims c on c.content_id = n.content_id
            join packages p on p.id = n.package_id and p.name = c.name and p.version = c.version and p.type = c.type
        on conflict do nothing;
    end if;
    return null;
end $$;
create trigger claims_met after insert on image_packages referencing new table as changed
    for each statement execute function claims_met();
create trigger claims_left after delete on image_packages referencing old table as changed
    for each statement execute function claims_met();
