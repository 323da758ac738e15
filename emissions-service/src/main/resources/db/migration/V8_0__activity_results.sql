-- What the activity records of a year were calculated from; '' and anything that does not hold any more has to be calculated again.
create table activity_year (
    year integer primary key,
    basis text not null
);

-- Years of which something was calculated on another basis than theirs.
create table activity_year_mixed (
    position bigint generated always as identity primary key,
    year integer not null
);

-- Where the sites lay when their records were calculated.
create table activity_year_site (
    year integer not null,
    site_id text not null,
    place text not null,
    primary key (year, site_id)
);

-- A row for each result of an activity record that counts. Its trace is derived from the record when somebody asks for it.
create table activity_result (
    activity_id text collate "C" not null,
    -- A: the only one; L: by location; M: by market
    method text not null,
    year integer not null,
    accounting text not null,
    scope text not null,
    -- the number of the standard, 1 to 15; 16: a total of all of scope 3; 0: none
    category smallint not null,
    site_id text,
    activity text not null,
    starts_on date not null,
    ends_on date not null,
    since date not null,
    crosses boolean not null,
    factor_id text,
    factor_version text,
    flags text not null,
    provenance text not null,
    -- half-width of the record's amount, and the indicators of its quality
    uncertainty numeric,
    quality text,
    -- kg CO2e on each GWP set; null where a gas has no potential in it
    kg_ar4 numeric,
    kg_ar5 numeric,
    kg_ar6 numeric,
    -- OWN: the inventory's set; '': the source names none
    basis text not null,
    co2_only boolean not null,
    -- names in the scopes, a bar, names outside them; masses in the same order
    gases text not null,
    masses numeric[] not null,
    digest bigint not null,
    primary key (activity_id, method)
);

create index activity_result_listing on activity_result (year, scope, method, category, activity_id);
create index activity_result_crossing on activity_result (year, activity_id) where crosses;
create index activity_result_beside on activity_result (year, activity_id) where accounting <> 'INSIDE_INVENTORY';

-- Sums of the results inside the inventory that differ in nothing an inventory shows; kept with every row that comes or goes.
create table activity_result_total (
    year integer not null,
    scope text not null,
    method text not null,
    category smallint not null,
    site_id text not null,
    activity text not null,
    since date not null,
    crosses boolean not null,
    factor text not null,
    flags text not null,
    provenance text not null,
    width_known boolean not null,
    quality text not null,
    basis text not null,
    co2_only boolean not null,
    gases text not null,
    -- the GWP sets on which they could be calculated
    sets text not null,
    results bigint not null,
    kg_ar4 numeric not null,
    kg_ar5 numeric not null,
    kg_ar6 numeric not null,
    masses numeric[] not null,
    -- of (kg × half-width), in kg on the first of the sets
    squares numeric not null,
    digest numeric not null,
    primary key (year, scope, method, category, site_id, activity, since, crosses, factor, flags, provenance,
        width_known, quality, basis, co2_only, gases, sets)
);

-- What stands against records, on one GWP set or ('') on every one.
create table activity_finding (
    year integer not null,
    severity text not null,
    code text not null,
    activity_id text collate "C" not null,
    gwp_set text not null,
    message text not null,
    primary key (year, severity, code, activity_id, gwp_set)
);

create index activity_finding_record on activity_finding (activity_id);

-- How much is on record, in the units of the records.
create table activity_amount (
    year integer not null,
    site_id text not null,
    activity text not null,
    unit text not null,
    records bigint not null,
    value numeric not null,
    primary key (year, site_id, activity, unit)
);

insert into activity_year (year, basis)
select distinct extract(year from starts_on)::int, '' from activity_record;

insert into activity_amount (year, site_id, activity, unit, records, value)
select extract(year from starts_on)::int, coalesce(site_id, ''), activity, unit, count(*), sum(value)
from activity_record where not superseded group by 1, 2, 3, 4;

-- The results of a version are written before the version itself, whose digest is known at the end.
alter table inventory_version_result
    alter constraint inventory_version_result_year_version_fkey deferrable initially deferred;
