-- The first answer to each write that came with an idempotency key.
create table idempotency (
    subject text not null,
    key text not null,
    request text not null,
    taken_at timestamptz not null default now(),
    status int,
    media_type text,
    body text,
    primary key (subject, key)
);

create index idempotency_taken_at on idempotency (taken_at);
