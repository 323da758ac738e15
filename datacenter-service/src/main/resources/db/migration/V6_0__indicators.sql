-- Where sites lie, for the factors of their electricity. Events that were heard before are heard
-- again, by another group of consumers, for the sake of these columns.
alter table site
    add column country text,
    add column province text,
    add column grid_zone text;
update site set version = 0;
delete from inbox where topic = 'energy.site';

-- The factors of electricity at a place in a year, as emissions.intensity tells them.
create table grid_factor (
    country text not null,
    -- empty where the place states none
    province text not null,
    grid_zone text not null,
    year integer not null,
    -- a JSON array, by method and first day
    factors text not null,
    version bigint not null,
    primary key (country, province, grid_zone, year)
);

-- Certificates and contracts allocated to sites, as energy.instrument tells them.
create table site_instrument (
    allocation_id uuid primary key,
    instrument_id text not null,
    site_id text not null,
    kind text not null,
    renewable boolean not null,
    sells_own_generation boolean not null,
    start_on date not null,
    end_on date not null,
    energy_kwh numeric not null,
    kg_co2e_per_kwh numeric not null,
    status text not null,
    meets_scope2 boolean not null,
    evidence text,
    version bigint not null
);

create index site_instrument_site on site_instrument (site_id, start_on);

-- What is stated of facilities for indicators and reports.
create table reporting_profile (
    datacenter_id text primary key references facility,
    profile text not null
);

-- Months of facilities, summed up from their hours. A row stands for its hours while computed is
-- as high as changes, which every change of an hour of the month moves on, and while the zone is
-- that of the site.
create table month_sums (
    datacenter_id text not null,
    month date not null,
    changes bigint not null default 0,
    computed bigint,
    zone text,
    sums text,
    primary key (datacenter_id, month)
);

-- Points of heat or cold among what enters a facility are few among millions.
create index measuring_point_heat_input on measuring_point (datacenter_id)
    where role = 'FACILITY_INPUT' and quantity = 'HEAT_COUNTER';
