-- Keys are random; what is stored is their SHA-256.
create table api_key (
    id uuid primary key,
    name text not null unique,
    hash text not null unique,
    roles text[] not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);

create table session (
    hash text primary key,
    key_id uuid not null references api_key,
    expires_at timestamptz not null
);

create index session_expires_at on session (expires_at);
