-- Points that a registered system or baseline names: their hours are kept for good.
create table watched_point (
    point integer primary key references measuring_point (number)
);

-- Hours of watched points: as in point_hour, and kept when those go.
create table kept_hour (
    point integer not null,
    start timestamptz not null,
    -- kWh; L, of flows too; °C·h for temperatures
    amount numeric not null,
    measured numeric not null,
    covered numeric not null,
    flags integer not null,
    primary key (point, start)
);

-- Outdoor temperatures of a weather station, as imported.
create table weather_value (
    series_id text not null,
    start_at timestamptz not null,
    end_at timestamptz not null check (end_at > start_at),
    -- °C, mean of the interval
    temperature numeric not null,
    evidence text,
    revision integer not null,
    supersedes text,
    superseded boolean not null default false,
    primary key (series_id, start_at, revision)
);

-- What is registered of a facility beside its points: heat recovery, tri-generation, free cooling,
-- baselines. A change is a revision of its own.
create table registration (
    datacenter_id text not null references facility,
    kind text not null,
    -- empty where a facility has one of the kind
    name text not null,
    revision integer not null,
    content text not null,
    registered_at timestamptz not null,
    primary key (datacenter_id, kind, name, revision)
);

-- Projects as reports state them: one row per figure.
create table project_figure (
    project_id text not null,
    quantity text not null,
    revision integer not null,
    name text not null,
    kind text not null,
    site_id text,
    value numeric,
    unit text,
    basis text not null,
    period text,
    effect text,
    evidence text,
    supersedes text,
    superseded boolean not null default false,
    primary key (project_id, quantity, revision)
);
