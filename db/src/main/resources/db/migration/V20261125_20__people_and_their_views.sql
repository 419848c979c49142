-- How a person likes the console, and the lists that they come back to. By name, since people also come from elsewhere
-- than the table of local accounts.
create table preferences (
    person      text primary key,
    theme       text not null,                            -- SYSTEM, LIGHT, DARK
    density     text not null,                            -- COMPACT, NORMAL, COMFORTABLE
    single_keys boolean not null,                         -- keys without Ctrl, WCAG 2.1.4
    columns     text not null,                            -- JSON: list -> keys of the columns that are seen
    updated_at  timestamptz not null,
    version     int not null
);

create table saved_views (
    id          uuid primary key,
    owner       text not null,
    list        text not null,                            -- name of the REST collection
    name        text not null,
    shared      boolean not null,                         -- seen by everybody, changed by its owner
    q           text not null,
    sort        text not null,
    columns     text not null,                            -- comma-separated keys, empty = the list's own choice
    scope       text not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     int not null,
    unique (owner, list, name)
);
create index saved_views_shared on saved_views (list) where shared;
