-- How carbon-intensive a zone of the grid was, hour by hour. Rows are only ever added: the last revision counts.
create table grid_hour (
    zone text not null,
    start_at timestamptz not null,
    revision smallint not null,
    intensity_g_per_kwh numeric not null check (intensity_g_per_kwh >= 0),
    -- whether it is of carbon dioxide alone
    co2_only boolean not null,
    -- generation by source in MWh, as name=value;name=value
    mix text,
    evidence text,
    supersedes text,
    stored_by text not null,
    stored_at timestamptz not null default now(),
    primary key (zone, start_at, revision)
);
