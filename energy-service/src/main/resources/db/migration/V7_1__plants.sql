-- Plants. Rows of plant_revision are only ever added; the last one is what is stated of the plant.
create table plant (
    plant_id text primary key
);

create table plant_revision (
    plant_id text not null references plant,
    revision integer not null check (revision >= 1),
    name text not null,
    site_id text not null references site,
    technology text not null,
    capacity numeric not null check (capacity > 0),
    capacity_unit text not null,
    capacity_basis text,
    commissioned date not null,
    decommissioned date check (commissioned < decommissioned),
    fuel text,
    fuel_share numeric check (fuel_share > 0 and fuel_share <= 1),
    expected_kwh numeric check (expected_kwh > 0),
    expected_by_month_kwh numeric[],
    expected_source text,
    reference_electrical numeric check (reference_electrical > 0),
    reference_thermal numeric check (reference_thermal > 0),
    reference_cooling numeric check (reference_cooling > 0),
    reference_source text,
    evidence text,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    primary key (plant_id, revision)
);

create index plant_revision_of_site on plant_revision (site_id);

-- Which plant a meter is of: of its generation, its export, its curtailment, its heat.
alter table meter add column plant_id text references plant;

create index meter_of_plant on meter (plant_id) where plant_id is not null;
