-- Certificates and contracts as they were registered. A correction is a new row; the row it supersedes only learns by which.
create table instrument (
    sequence bigint generated always as identity primary key,
    instrument_id text not null,
    revision integer not null,
    kind text not null,
    market text not null,
    technology text not null,
    plant text,
    commissioned date,
    vintage_start date not null,
    vintage_end date not null check (vintage_start < vintage_end),
    quantity numeric not null check (quantity > 0),
    unit text not null,
    energy_kwh numeric not null check (energy_kwh > 0),
    tracking_system text,
    price numeric,
    currency text,
    evidence text,
    renewable boolean,
    kg_co2e_per_kwh numeric check (kg_co2e_per_kwh >= 0),
    attributes text,
    certificate_id text,
    carbon_credit_issued boolean,
    expires_on date,
    status text not null,
    supersedes text,
    superseded_by bigint references instrument,
    stored_by text not null,
    stored_at timestamptz not null default now(),
    unique (instrument_id, revision)
);

create index instrument_of_certificate on instrument (certificate_id)
    where certificate_id is not null and superseded_by is null;

-- Energy that can be claimed once. A contract and the certificate that belongs to it share one. Who allocates, retires,
-- releases or corrects holds its row; the sums are those of the allocations and steps, and the database itself refuses
-- what would claim a kilowatt-hour twice.
create table claim_pool (
    pool_id text primary key,
    energy_kwh numeric not null default 0,
    bought boolean not null default false,
    provisional_kwh numeric not null default 0 check (provisional_kwh >= 0),
    retired_kwh numeric not null default 0 check (retired_kwh >= 0),
    expired_kwh numeric not null default 0 check (expired_kwh >= 0),
    transferred_kwh numeric not null default 0 check (transferred_kwh >= 0),
    constraint claimed_once check (provisional_kwh + retired_kwh + expired_kwh + transferred_kwh <= energy_kwh)
);

create table claim_pool_member (
    instrument_id text primary key,
    pool_id text not null references claim_pool
);

create index claim_pool_members on claim_pool_member (pool_id);

create table instrument_allocation (
    sequence bigint generated always as identity primary key,
    allocation_id uuid not null unique,
    instrument_id text not null references claim_pool_member,
    site_id text not null references site,
    period_start date not null,
    period_end date not null check (period_start < period_end),
    quantity numeric not null check (quantity > 0),
    unit text not null,
    energy_kwh numeric not null check (energy_kwh > 0),
    effect text not null,
    -- the last of its steps, so that what counts is found without walking through them
    status text not null,
    retired_on date,
    retirement_evidence text,
    -- what was last told of it
    version bigint not null default 0,
    told text not null default '',
    stored_by text not null,
    stored_at timestamptz not null default now()
);

create index instrument_allocation_of_instrument on instrument_allocation (instrument_id);
create index instrument_allocation_of_site on instrument_allocation (site_id, period_start);
create index instrument_allocation_of_period on instrument_allocation (period_start, period_end);

-- What happened to an instrument, each step a fact of its own that is never changed.
create table instrument_step (
    sequence bigint generated always as identity primary key,
    instrument_id text not null references claim_pool_member,
    step text not null,
    allocation_id uuid references instrument_allocation (allocation_id),
    energy_kwh numeric not null check (energy_kwh >= 0),
    on_day date not null,
    note text,
    stored_by text not null,
    stored_at timestamptz not null default now()
);

create index instrument_step_of_instrument on instrument_step (instrument_id, sequence);
