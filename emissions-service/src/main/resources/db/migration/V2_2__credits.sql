-- Carbon credits, beside the inventory and never taken from it.
create table carbon_credit (
    credit_id text primary key,
    standard text not null,
    project text,
    vintage integer not null,
    kind text not null check (kind in ('REDUCTION', 'REMOVAL')),
    kg_co2e numeric not null check (kg_co2e > 0),
    unit text not null,
    retired_on date,
    evidence text,
    recorded_at timestamptz not null,
    recorded_by text not null
);
