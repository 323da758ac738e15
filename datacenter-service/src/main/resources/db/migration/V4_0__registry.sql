alter table measuring_point
    -- the main meter that also counts what this one counts, of the same facility
    add column parent text references measuring_point (point_id),
    add column room text,
    -- from when on its readings are refused
    add column revoked_at timestamptz;

create index measuring_point_page on measuring_point (datacenter_id, point_id);

-- What is done with readings that are pushed for a facility.
create table facility_intake (
    datacenter_id text primary key references facility,
    collect_unknown boolean not null,
    live boolean not null
);

-- Names that readings came with and that no point has, for a facility that collects them.
create table pending_point (
    datacenter_id text not null references facility,
    point_id text not null,
    first_seen timestamptz not null,
    primary key (datacenter_id, point_id)
);

-- A counter gives way to another one: what the old one showed last and the new one first.
create table meter_exchange (
    id integer generated always as identity primary key,
    point integer not null references measuring_point,
    at timestamptz not null,
    last_reading numeric not null,
    first_reading numeric not null,
    new_maximum numeric check (new_maximum > 0),
    superseded boolean not null default false,
    noted_at timestamptz not null
);

create unique index meter_exchange_at on meter_exchange (point, at) where not superseded;

-- How what senders say of a series names its point.
create table mapping_rule (
    rule_id text primary key,
    position integer not null,
    client text,
    datacenter_id text references facility,
    measurement text,
    field text,
    -- a JSON object of tag and value
    tags text not null,
    point text not null,
    unit text,
    live boolean not null
);
