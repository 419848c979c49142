-- An advisory makes one vulnerability known, and says nothing of others: only a feed that is complete for an ecosystem makes
-- "nothing found" mean something there.
alter table feed_ecosystems add column complete boolean not null default false;

-- Until each is taken again, by what is known of them: those of distributions write whole documents, and a collection is more
-- than some advisories that somebody brought.
update feed_ecosystems e set complete = true from feeds f
where f.id = e.feed_id and (f.format in ('DEBIAN_TRACKER', 'ALPINE_SECDB')
    or f.format in ('OSV', 'CSAF', 'RUSTSEC', 'FRIENDS_OF_PHP', 'MIXED') and f.entries >= 10 and 2 * e.advisories >= f.entries);

-- The one place that says what is covered, and whether by something that is not too old.
create view covered_ecosystems as
select e.ecosystem, bool_or(f.state <> 'STALE') as fresh
from feed_ecosystems e join feeds f on f.id = e.feed_id where e.complete and f.loaded_at is not null group by e.ecosystem;
