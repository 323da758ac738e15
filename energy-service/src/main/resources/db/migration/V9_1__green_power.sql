-- The paths to green power that were stated, each in place of the one before. Rows are only ever added.
create table green_power_target (
    version integer primary key,
    -- share by year, as year=share;year=share
    shares text not null,
    evidence text,
    stored_by text not null,
    stored_at timestamptz not null default now()
);

-- The meters that tell the hours of an instrument's generation, as id;id.
alter table instrument add column generation_meters text;

-- How a plant under contract makes its power.
alter table meter add column technology text;

-- What the hours of generation and load say of an allocation; a row takes the place of the one before.
create table instrument_allocation_hours (
    allocation_id uuid primary key references instrument_allocation (allocation_id),
    generated_kwh numeric,
    matched_kwh numeric,
    -- why they could not be compared, or never agree
    reason text,
    impossible boolean not null default false
);

-- Sites whose allocations are to be compared anew with the hours; whoever does so takes them out.
create table hourly_claim_change (
    sequence bigint generated always as identity primary key,
    site_id text not null
);

-- What the intensity of an hour is for: the average of what was generated, or the residual mix.
alter table grid_hour add column purpose text not null default 'LOCATION_BASED';
alter table grid_hour drop constraint grid_hour_pkey;
alter table grid_hour add primary key (zone, purpose, start_at, revision);
