create table site (
    site_id text primary key,
    name text not null,
    kind text not null,
    country text not null,
    province text,
    grid_zone text,
    time_zone text not null,
    entity text,
    floor_area_m2 numeric check (floor_area_m2 >= 0),
    version bigint not null
);

-- What was recorded, in the order it came. Nothing measured is changed: a correction is a new row, and the row it
-- supersedes only learns by which.
create table energy_record (
    sequence bigint generated always as identity primary key,
    record_id text not null,
    revision integer not null,
    site_id text not null references site,
    carrier text not null,
    source text not null,
    quantity numeric not null check (quantity >= 0),
    unit text not null,
    start_at timestamptz not null,
    end_at timestamptz not null check (start_at < end_at),
    -- the local days of the site that it touches, half-open
    local_start date not null,
    local_end date not null,
    -- the period it is totalled in: its month, or its own days where it exceeds a month
    period_start date not null,
    period_end date not null,
    provenance text not null,
    evidence text,
    supersedes text,
    superseded_by bigint references energy_record,
    stored_by text not null,
    stored_at timestamptz not null default now(),
    unique (record_id, revision)
);

create index energy_record_of_period on energy_record (site_id, carrier, source, period_start)
    where superseded_by is null;
create index energy_record_superseded_by on energy_record (superseded_by) where superseded_by is not null;

-- Who changes what is known about a site, carrier and source holds its row.
create table energy_series (
    site_id text not null references site,
    carrier text not null,
    source text not null,
    primary key (site_id, carrier, source)
);

-- The sums of records, and of telemetry (evidence TELEMETRY), that everything else is computed from.
create table energy_item (
    site_id text not null,
    carrier text not null,
    source text not null,
    period_start date not null,
    period_end date not null,
    evidence text not null,
    unit text not null,
    quantity numeric not null,
    record_count bigint not null,
    covered datemultirange not null,
    primary key (site_id, carrier, source, period_start, period_end, evidence, unit),
    foreign key (site_id, carrier, source) references energy_series
);

create index energy_item_of_period on energy_item (period_start, period_end);

-- What was last told of a site, carrier, source and period.
create table consumption_total (
    site_id text not null,
    carrier text not null,
    source text not null,
    period_start date not null,
    period_end date not null,
    version bigint not null,
    told text not null,
    primary key (site_id, carrier, source, period_start, period_end),
    foreign key (site_id, carrier, source) references energy_series
);
