-- A feed that is complete by its own count may be a part of one: how much of an ecosystem's family it has, and how much there usually is.
alter table feed_ecosystems
    add column family_advisories int not null default 0,     -- of the ecosystem's family (Debian of Debian:12) in the feed
    add column usual             int not null default 0,     -- there usually are more than so many, 0 = nobody says
    add column small             boolean not null default false; -- it is far smaller: feeds.UsualSize

-- Until each is taken again, by what is known of them.
update feed_ecosystems e set family_advisories = f.most, usual = coalesce(u.usual, 0), small = 4 * f.most < coalesce(u.usual, 0)
from (select feed_id, split_part(ecosystem, ':', 1) as family, max(advisories) as most from feed_ecosystems group by 1, 2) f
    left join (values ('npm', 10000), ('pypi', 5000), ('maven', 4000), ('go', 3000), ('packagist', 3000), ('crates.io', 900),
        ('rubygems', 800), ('nuget', 500), ('bitnami', 5000), ('debian', 10000), ('ubuntu', 5000), ('alpine', 2000), ('wolfi', 1000),
        ('chainguard', 1000), ('red hat', 3000), ('almalinux', 2000), ('rocky linux', 1000), ('oracle linux', 2000),
        ('amazon linux', 1000), ('suse', 2000), ('opensuse', 2000)) u(family, usual) on u.family = lower(f.family)
where f.feed_id = e.feed_id and f.family = split_part(e.ecosystem, ':', 1);

-- The one place that says what is covered, whether by something that is not too old, and whether by something that is as large as such
-- feeds are. What is being removed covers nothing any more.
create or replace view covered_ecosystems as
select e.ecosystem, bool_or(f.state <> 'STALE') as fresh, bool_or(not e.small) as plausible
from feed_ecosystems e join feeds f on f.id = e.feed_id
where e.complete and f.loaded_at is not null and f.state <> 'REMOVING' group by e.ecosystem;

-- The one place that says which claims count: those of packages that are in the image, where no feed of a plausible size is complete
-- for their ecosystem, so that our own finding nothing says nothing.
create or replace view counted_claims as
select i.package_id, c.vulnerability_id, c.severity, c.severity_word, c.cvss, c.fixed_version, c.fix_state, r.program, r.made_at
from image_claims c join claim_reports r on r.id = c.report_id
    join packages p on p.name = c.name and p.version = c.version and p.type = c.type
    join image_packages i on i.package_id = p.id and i.content_id = c.content_id
where not exists (
    select 1 from package_keys k join covered_ecosystems e on e.ecosystem = k.ecosystem and e.plausible where k.package_id = p.id);

-- Which claims count changed with it.
insert into package_due (package_id, kind, cause)
select distinct p.id, 'FEED', 'what a feed is complete for is held against how much there usually is'
from image_claims c join packages p on p.name = c.name and p.version = c.version and p.type = c.type
on conflict do nothing;
