-- Events that wait for Kafka, stored with the change they tell of.
create table outbox (
    position bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    event text not null
);

-- Ids of events that had their effect, stored with that effect.
create table inbox (
    topic text not null,
    event_id uuid not null,
    received_at timestamptz not null default now(),
    primary key (topic, event_id)
);

create index inbox_received_at on inbox (received_at);
