-- The file that goes with an attestation, as it was brought: never opened here, handed out as it is.
create table compliance_attestation_files (
    attestation_id uuid primary key references compliance_attestations on delete cascade,
    name           text not null,
    media_type     text not null,                        -- as whoever brought it said; shown as text, never acted on
    size           int not null,
    sha256         text not null,                        -- of the content, in hex
    content        bytea not null
);
alter table compliance_attestation_files alter column content set storage external;
