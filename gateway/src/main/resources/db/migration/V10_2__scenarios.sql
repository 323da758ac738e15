-- Scenarios as their whole JSON document: they are read and replaced whole.
create table scenario (
    id text primary key,
    version bigint not null,
    document jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);
