-- Whose signatures on images count.
create table signature_verifiers (
    id             uuid primary key,
    name           text not null,                        -- what policies name
    kind           text not null,                        -- KEY, CERTIFICATE
    pem            text not null,                        -- public keys, or certificates of authorities
    subjects       text[] not null,                      -- whom such a certificate must name, * any text; empty = anybody
    issuers        text[] not null,                      -- who must have vouched for that; likewise
    images         text[] not null,                      -- repositories that it speaks of, * any text; empty = all
    images_like    text[] not null,                      -- the same for LIKE
    note           text not null,
    version        int not null,                         -- what was verified by another one counts no more
    created_at     timestamptz not null,
    created_by     text not null,
    updated_at     timestamptz not null,
    updated_by     text not null
);
create unique index signature_verifiers_name on signature_verifiers (lower(name));

-- What the registry holds of signatures of an image, and when it was last asked.
create table image_signatures (
    target         text primary key,                     -- as in scan_jobs: the digest, or the canonical name of an image without one
    digest         text,                                 -- what was looked at; null = not looked at yet
    registry       text not null,
    source         text not null,                        -- who looked: central, or a sensor; empty = nobody yet
    looked_at      timestamptz,                          -- the last look that went well
    holds          boolean not null,                     -- whether that is young enough to rely on
    found          int not null,                         -- how many signatures there are
    signatures     bytea,                                -- FoundSignatures, packed; null = not looked at yet
    attempts       int not null,                         -- since the last look that went well
    reason         text not null,                        -- scanner.ScanFailed.Reason of the last try, empty = it went well
    last_error     text not null,
    tried_at       timestamptz,
    next_at        timestamptz not null,
    leased_until   timestamptz
);
create index image_signatures_due on image_signatures (next_at);

-- What each verifier said of what was found.
create table signature_verdicts (
    target         text not null references image_signatures on delete cascade,
    verifier_id    uuid not null references signature_verifiers on delete cascade,
    version        int not null,                         -- of the verifier
    outcome        text not null,                        -- VERIFIED, UNVERIFIED, UNKNOWN
    signers        text[] not null,
    reason         text not null,                        -- why it is not verified
    checked_at     timestamptz not null,
    since          timestamptz not null,                 -- since when it says so
    primary key (target, verifier_id)
);
create index signature_verdicts_verifier on signature_verdicts (verifier_id, version);

-- Images by what their jobs and signatures are kept under.
create index images_target on images (coalesce(digest, name));

-- What each verifier says of each image that it speaks of.
create view signatures_of_images as
    select i.id as image_id, coalesce(i.digest, i.name) as target, v.id as verifier_id, v.name as verifier, v.kind,
        case when s.holds then coalesce(d.outcome, 'UNKNOWN') else 'UNKNOWN' end as outcome,
        case when s.holds and d.target is not null then d.signers else '{}' end as signers,
        case when s.target is null and i.digest is null
                then 'Only a tag of it is known, which may name another image by now.'
            when s.target is null then 'Nobody has looked for its signatures yet.'
            when s.holds and d.target is not null then d.reason
            when s.holds then 'It was not checked with this verifier yet.'
            when s.last_error <> '' then s.last_error
            else 'Nobody has looked for its signatures yet.' end as reason,
        case when s.holds then d.checked_at end as checked_at,
        case when s.holds then d.since end as since,
        s.signatures is not null and d.target is null as pending
    from images i
    join signature_verifiers v
        on v.images_like = '{}' or lower(i.registry || '/' || i.repository) like any (v.images_like)
    left join image_signatures s on s.target = coalesce(i.digest, i.name)
    left join signature_verdicts d on d.target = s.target and d.verifier_id = v.id and d.version = v.version;
