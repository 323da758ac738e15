-- What the energy service told of contractual instruments: the newest version of each allocation.
create table instrument_allocation (
    allocation_id text primary key,
    instrument_id text not null,
    kind text not null,
    renewable boolean not null,
    effect text not null,
    site_id text not null,
    period text not null,
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    energy_kwh numeric not null check (energy_kwh >= 0),
    kg_co2e_per_kwh numeric not null check (kg_co2e_per_kwh >= 0),
    status text not null,
    -- what the quality criteria of the Scope 2 Guidance say, and why
    verdict text not null,
    reasons text[] not null,
    evidence text,
    version bigint not null
);

create index instrument_allocation_starts_on on instrument_allocation (starts_on);
