-- Replays that were asked for: the hours of a facility from the readings that Kafka holds.
create table replay (
    id bigint generated always as identity primary key,
    datacenter_id text not null references facility,
    span_start timestamptz not null,
    span_end timestamptz not null,
    points integer not null,
    -- null where Kafka held all readings there ever were
    readings_held_since timestamptz,
    asked_at timestamptz not null,
    asked_by text not null,
    state text not null check (state in ('WAITING', 'READING', 'DONE', 'FAILED', 'CANCELLED')),
    -- why it failed or was cancelled, or what it waits for
    reason text,
    ended_at timestamptz
);

create index replay_of_facility on replay (datacenter_id, id);

create index replay_open on replay (id) where state in ('WAITING', 'READING');

-- How far a replay is in the partitions in which the facility has points.
create table replay_partition (
    replay_id bigint not null references replay on delete cascade,
    partition integer not null,
    -- where the topics ended when it was asked for: later readings come to the state by themselves
    reading_end bigint not null,
    history_end bigint not null,
    -- all points before it are done, and of this one the hours before the next
    next_point integer not null default 0,
    next_hour integer,
    passes bigint not null default 0,
    records bigint not null default 0,
    readings bigint not null default 0,
    found bigint not null default 0,
    done boolean not null default false,
    primary key (replay_id, partition)
);
