-- Meters. What one measures never changes once intervals refer to it.
create table meter (
    number integer generated always as identity primary key,
    meter_id text not null unique,
    site_id text not null references site,
    carrier text not null,
    source text not null,
    zone text,
    in_service_from date,
    in_service_to date check (in_service_from < in_service_to),
    in_use boolean not null default false,
    -- the first local day with an interval
    first_day date,
    -- the zone its days are counted in
    day_zone text
);

create index meter_of_series on meter (site_id, carrier, source);

-- Which import brought an interval.
create table interval_intake (
    intake integer generated always as identity primary key,
    import_id uuid not null unique,
    recorded_by text not null,
    recorded_at timestamptz not null default now()
);

-- Energy in joules, so that kWh with five and MJ with six decimals are exact. Partitions of a month (UTC) are made
-- when their first interval comes. Meters and intakes are never deleted, and a foreign key would cost more than the
-- row; so there is none.
create table meter_interval (
    start_at timestamptz not null,
    energy_j bigint not null check (energy_j >= 0),
    meter integer not null,
    intake integer not null,
    minutes smallint not null check (minutes between 1 and 60),
    quality smallint not null,
    revision smallint not null,
    primary key (meter, start_at)
) partition by range (start_at);

-- What corrections took the place of. Rows are only ever added.
create table meter_interval_superseded (
    meter integer not null,
    start_at timestamptz not null,
    revision smallint not null,
    minutes smallint not null,
    energy_j bigint not null,
    quality smallint not null,
    intake integer not null,
    superseded_by_intake integer not null,
    primary key (meter, start_at, revision)
);

-- The sums of a meter's intervals on a local day of its site.
create table meter_day (
    meter integer not null,
    day date not null,
    energy_j bigint not null,
    estimated_j bigint not null,
    minutes integer not null,
    intervals integer not null,
    primary key (meter, day)
);

-- Months of a series whose days changed, in the order they did; whoever sums a month anew takes them out.
create table metered_change (
    sequence bigint generated always as identity primary key,
    site_id text not null,
    carrier text not null,
    source text not null,
    month date not null
);

create index metered_change_of_series on metered_change (site_id, carrier, source);

-- What the meters of a series measured in a local month.
create table metered_month (
    site_id text not null,
    carrier text not null,
    source text not null,
    month date not null,
    energy_j numeric not null,
    estimated_j numeric not null,
    minutes bigint not null,
    primary key (site_id, carrier, source, month),
    foreign key (site_id, carrier, source) references energy_series
);

create index metered_month_of_period on metered_month (month);
