create table users (
    id            uuid primary key,
    username      text not null unique,
    password_hash text not null,
    role          text not null,                          -- ADMIN, ANALYST
    enabled       boolean not null,
    created_at    timestamptz not null,
    last_login_at timestamptz,
    version       int not null
);

create table api_tokens (
    id           uuid primary key,
    name         text not null,
    token_hash   bytea not null unique,                   -- SHA-256
    role         text not null,
    created_by   text not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    version      int not null
);

create table audit_log (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    actor       text not null,
    channel     text not null,                            -- CONSOLE, API, SYSTEM
    action      text not null,
    object_type text not null,
    object_id   text not null,
    object_name text not null,
    before      jsonb,
    after       jsonb,
    source_ip   text not null,
    request_id  text not null
);
create index audit_log_object on audit_log (object_type, object_id, id desc);

create table settings (
    key        text primary key,
    value      jsonb not null,
    version    int not null,
    updated_at timestamptz not null,
    updated_by text not null
);
