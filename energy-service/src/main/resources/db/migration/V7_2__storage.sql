-- Storage of electricity. Rows of storage_revision are only ever added; the last one is what is stated of the storage.
create table storage (
    storage_id text primary key
);

create table storage_revision (
    storage_id text not null references storage,
    revision integer not null check (revision >= 1),
    name text not null,
    site_id text not null references site,
    usable_capacity_kwh numeric not null check (usable_capacity_kwh > 0),
    charge_power_kw numeric not null check (charge_power_kw > 0),
    discharge_power_kw numeric not null check (discharge_power_kw > 0),
    commissioned date not null,
    decommissioned date check (commissioned < decommissioned),
    initial_state_kwh numeric check (initial_state_kwh >= 0),
    round_trip_efficiency numeric check (round_trip_efficiency > 0 and round_trip_efficiency <= 1),
    evidence text,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    primary key (storage_id, revision)
);

create index storage_revision_of_site on storage_revision (site_id);

-- Which storage a meter is of.
alter table meter add column storage_id text references storage;

create index meter_of_storage on meter (storage_id) where storage_id is not null;
