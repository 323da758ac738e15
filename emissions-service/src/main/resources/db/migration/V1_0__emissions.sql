-- The reporting company: one row.
create table organization (
    id smallint primary key check (id = 1),
    name text not null,
    consolidation_approach text not null,
    base_year integer not null,
    currency text not null,
    gwp_set text not null
);

-- Factor sets, each loaded once per version and never changed.
create table factor_set (
    version text primary key,
    content_sha256 text not null,
    loaded_at timestamptz not null default now()
);

create table emission_factor (
    set_version text not null references factor_set,
    factor_id text not null,
    activity text not null,
    name text not null,
    purpose text not null,
    region text not null,
    valid_from date not null,
    valid_to date,
    publisher text not null check (publisher <> ''),
    source text not null check (source <> ''),
    published date not null,
    licence text not null,
    confidence text not null check (confidence <> '' and confidence not like '%memory%'),
    notes text not null,
    primary key (set_version, factor_id)
);

create table factor_gas (
    set_version text not null,
    factor_id text not null,
    gas text not null,
    gwp_set text,
    value numeric not null check (value >= 0),
    unit text not null,
    per text not null,
    primary key (set_version, factor_id, gas),
    foreign key (set_version, factor_id) references emission_factor
);

create table global_warming_potential (
    set_version text not null references factor_set,
    gas text not null,
    gwp_set text not null,
    value numeric not null check (value >= 0),
    source text not null,
    primary key (set_version, gas, gwp_set)
);

create table density (
    set_version text not null references factor_set,
    density_id text not null,
    activity text not null,
    value numeric not null check (value > 0),
    unit text not null,
    per text not null,
    provenance text not null,
    source text not null,
    primary key (set_version, density_id)
);

create table grid_region (
    set_version text not null references factor_set,
    province text not null,
    region text not null,
    primary key (set_version, province)
);

create table activity_name (
    set_version text not null references factor_set,
    alias text not null,
    activity text not null,
    primary key (set_version, alias)
);

-- Activity data, never updated in place.
create table activity_record (
    activity_id text primary key,
    scope text,
    category text,
    activity text not null,
    value numeric not null check (value >= 0),
    unit text not null,
    site_id text,
    region text,
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    method text,
    factor_id text,
    provenance text not null,
    evidence text,
    recorded_at timestamptz not null,
    recorded_by text not null
);

create index activity_record_starts_on on activity_record (starts_on);

-- What the energy service told: the newest version of each fact.
create table site (
    site_id text primary key,
    name text not null,
    kind text not null,
    country text not null,
    province text,
    grid_zone text,
    time_zone text not null,
    version bigint not null
);

create table energy_total (
    total_key text primary key,
    site_id text not null,
    site_kind text not null,
    country text not null,
    province text,
    grid_zone text,
    carrier text not null,
    source text not null,
    period text not null,
    starts_on date not null,
    ends_on date not null,
    energy_kwh numeric,
    provenance text not null,
    record_count integer not null,
    version bigint not null
);

create index energy_total_starts_on on energy_total (starts_on);

create table energy_quantity (
    total_key text not null references energy_total,
    unit text not null,
    value numeric not null,
    primary key (total_key, unit)
);

create table resource_total (
    total_key text primary key,
    site_id text not null,
    resource text not null,
    period text not null,
    year integer not null,
    value numeric not null,
    unit text not null,
    version bigint not null
);

create index resource_total_year on resource_total (year);

-- What the data-centre service told.
create table indicator (
    subject text not null,
    period text not null,
    provenance text not null,
    pue numeric,
    version bigint not null,
    primary key (subject, period)
);

-- Quantities that drive emissions, and figures a report printed.
create table driver_value (
    driver text not null,
    period text not null,
    value numeric not null,
    unit text not null,
    evidence text,
    version bigint not null,
    primary key (driver, period)
);

create table published_figure (
    figure text not null,
    period text not null,
    value numeric not null,
    unit text not null,
    evidence text,
    primary key (figure, period)
);

-- Years with records; dirty ones wait to be calculated again.
create table inventory_year (
    year integer primary key,
    dirty boolean not null,
    version bigint not null default 0,
    published text
);
