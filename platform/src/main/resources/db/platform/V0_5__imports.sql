-- Imports on record: each file that was sent, how far it has got and what became of it.
create table import_record (
    import_id uuid primary key,
    kind text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    media_type text not null,
    file_sha256 text not null,
    file_bytes bigint not null,
    file_rows bigint not null,
    -- the mapping as it was when the file came, and its name
    mapping_name text,
    mapping text,
    background boolean not null,
    status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'REVERSED')),
    -- stored and noted up to this line: where an interrupted import goes on
    through_line bigint not null default 0,
    bytes_read bigint not null default 0,
    rows_read bigint not null default 0,
    accepted bigint not null default 0,
    duplicates bigint not null default 0,
    rejected_rows bigint not null default 0,
    reasons bigint not null default 0,
    started_at timestamptz,
    ended_at timestamptz,
    problem_code text,
    problem_detail text
);

create index import_record_kind on import_record (kind, import_id);
create index import_record_waiting on import_record (import_id) where status in ('QUEUED', 'RUNNING');

-- Why rows were not stored, in the order of their lines.
create table import_error (
    position bigint generated always as identity primary key,
    import_id uuid not null references import_record,
    line bigint not null,
    field text not null,
    code text not null,
    message text not null
);

create index import_error_import on import_error (import_id, position);

-- An import that counts no more.
create table import_reversal (
    import_id uuid primary key references import_record,
    reversed_at timestamptz not null,
    reversed_by text not null,
    reason text not null check (reason <> '')
);

-- How files with columns of their own are read; the last revision counts.
create table column_mapping (
    kind text not null,
    name text not null,
    revision integer not null,
    content text not null,
    stated_at timestamptz not null,
    stated_by text not null,
    primary key (kind, name, revision)
);

-- Where the first answer pointed to.
alter table idempotency add column location text;
