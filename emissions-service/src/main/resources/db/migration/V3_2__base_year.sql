-- When the base year is recalculated; the newest revision stands.
create table base_year_policy (
    revision integer primary key,
    base_year integer not null,
    threshold_percent numeric not null check (threshold_percent > 0),
    cumulative boolean not null,
    stated_at timestamptz not null,
    stated_by text not null
);

-- Changes that may call for it; the newest revision of an id stands.
create table structural_change (
    change_id text not null,
    revision integer not null,
    kind text not null,
    happened_on date not null,
    tonnes_co2e numeric not null,
    description text not null,
    stated_at timestamptz not null,
    stated_by text not null,
    primary key (change_id, revision)
);
