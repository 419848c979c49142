-- The keys that sign what central hands out. A retired key loses its private half and keeps its public one, so that what it signed
-- stays verifiable.
create table signing_keys (
    fingerprint   text primary key,                      -- SHA256:… of the public key
    public_key    bytea not null,                        -- SubjectPublicKeyInfo
    encrypted_key bytea,                                 -- PKCS #8 under the master key, null = retired
    created_at    timestamptz not null,
    created_by    text not null,
    reason        text not null,                         -- why it was made
    retired_at    timestamptz,
    check ((encrypted_key is null) = (retired_at is not null))
);
create unique index signing_keys_present on signing_keys ((true)) where retired_at is null;

-- What was sealed and is in no day yet, and for a while what is.
create table sealed_reports (
    id          bigint generated always as identity primary key,
    manifest    text not null,                           -- SHA-256 of the bytes that were signed
    job_id      text not null,
    name        text not null,
    fingerprint text not null references signing_keys,
    sealed_at   timestamptz not null,
    day         date                                     -- in which it is hashed, null = in none yet
);
create index sealed_reports_open on sealed_reports (id) where day is null;
create index sealed_reports_at on sealed_reports using brin (sealed_at);

-- The chain of days, appended to and never changed.
create table sealed_days (
    day           date primary key,                      -- in UTC
    previous      text not null,
    reports       text[] not null,                       -- digests of manifests, in the order of sealing
    audit_entries bigint not null,
    audit_first   bigint not null,
    audit_last    bigint not null,
    audit_sha256  text not null,
    hash          text not null unique,
    seal          bytea not null,                        -- the signature, as JSON
    closed_at     timestamptz not null
);

create function sealed_days_are_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a day of the chain is never changed or removed';
end
$$;
create trigger sealed_days_are_kept before update or delete on sealed_days
    for each row execute function sealed_days_are_kept();
