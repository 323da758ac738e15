create table resource_record (
    sequence bigint generated always as identity primary key,
    record_id text not null unique,
    site_id text not null references site,
    resource text not null,
    quantity numeric not null check (quantity >= 0),
    unit text not null,
    -- in the unit the resource is accounted in
    accounted numeric not null,
    local_start date not null,
    local_end date not null check (local_start < local_end),
    period_start date not null,
    period_end date not null,
    provenance text not null,
    evidence text,
    stored_by text not null,
    stored_at timestamptz not null default now()
);

create index resource_record_of_period on resource_record (site_id, resource, period_start, period_end);

-- The sums of the records, which are also what was last told of them; who changes one holds its row.
create table resource_total (
    site_id text not null references site,
    resource text not null,
    period_start date not null,
    period_end date not null,
    quantity numeric not null,
    provenance text not null,
    version bigint not null,
    primary key (site_id, resource, period_start, period_end)
);
