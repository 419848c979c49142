-- What others (suppliers, mostly) say of vulnerabilities in products, brought as VEX documents. Like what people decide it stands apart from
-- findings and is laid over them (docs/adr/017).
create table vex_documents (
    id             text primary key,                     -- as the document calls itself
    format         text not null,                        -- scanner.vex.VexFormat
    author         text not null,
    version        int not null,
    written_at     timestamptz,                          -- null = the document does not say
    source         text not null,                        -- name of the file, empty = it had none
    brought_by     text not null,
    brought_at     timestamptz not null,
    statements     int not null,
    content        bytea not null                        -- as it was brought
);


-- One row for each product of a statement.
create table vex_statements (
    id             bigint generated always as identity primary key,
    document_id    text not null references vex_documents on delete cascade,
    names          text[] not null,                      -- of the vulnerability
    status         text not null,                        -- engine.vulnerability.vex.VexStatus
    justification  text not null,
    impact         text not null,
    action         text not null,
    since          timestamptz not null,                 -- never after it was brought: nothing from the future outweighs what comes later
    product        text not null,
    subcomponent   text not null,
    digest         text not null,                        -- of the image that is meant, empty = any
    package_purl   text not null,                        -- of the package that is meant, empty = any in that image
    acts           boolean not null                      -- false = it means nothing that can be found here
);
create index vex_statements_of on vex_statements (document_id);
create index vex_statements_named on vex_statements using gin (names);

-- Which packages the package URL of a statement means, of those in which its vulnerability is found.
create table vex_packages (
    statement_id   bigint not null references vex_statements on delete cascade,
    package_id     int not null references packages on delete cascade,
    primary key (statement_id, package_id)
);
create index vex_packages_of on vex_packages (package_id);

-- Whether a statement means a package of an image.
create function vex_means(s vex_statements, package int, content int) returns boolean language sql stable as $$
    select s.acts
        and (s.digest = '' or exists (select 1 from image_contents c where c.id = $3 and s.digest in (c.digest, c.config_digest)))
        and (s.package_purl = '' or exists (
            select 1 from vex_packages b where b.statement_id = s.id and b.package_id = $2))
$$;

-- Whether what was said last of a vulnerability in a package of an image is that it does not apply. Of what was said at the same time, the
-- graver counts. The one definition of the effect of statements in SQL.
create function vex_dismisses(vulnerability int, package int, content int) returns boolean language sql stable as $$
    select coalesce((
        select s.status in ('NOT_AFFECTED', 'FIXED') from vex_statements s
        where s.names && array(select a.alias from vulnerability_aliases a where a.vulnerability_id = $1) and vex_means(s, $2, $3)
        order by s.since desc, s.status in ('NOT_AFFECTED', 'FIXED') limit 1), false)
$$;

-- The vulnerabilities of which somebody says that they do not apply somewhere.
create view vex_spoken as
select distinct a.vulnerability_id from vex_statements s cross join lateral unnest(s.names) n(name)
    join vulnerability_aliases a on a.alias = n.name
where s.acts and s.status in ('NOT_AFFECTED', 'FIXED');
