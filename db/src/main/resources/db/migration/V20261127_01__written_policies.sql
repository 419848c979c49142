-- Policies that people write: where each comes from, why it was changed, and its versions also when it is gone.
alter table policies
    add column origin text not null default 'console',    -- of people's own: console, or what it is applied from as code
    add column source_document jsonb;                      -- as its source gave it last: the release, or whoever applied it
update policies set source_document = document where built_in;
alter table policies
    add column differs boolean generated always as (source_document is not null and source_document <> document) stored;

-- Several may change their names in one change of the set.
alter table policies drop constraint policies_name_key;
alter table policies add constraint policies_name_key unique (name) deferrable initially deferred;

alter table policy_versions drop constraint policy_versions_policy_id_fkey;
alter table policy_versions
    add column reason text not null default '',
    add column origin text not null default 'console';
create index policy_versions_at on policy_versions (updated_at);
