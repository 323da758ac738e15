-- Hours of data centres as their telemetry measured them; the site may be registered later.
create table facility_interval (
    datacenter_id text not null,
    role text not null,
    start_at timestamptz not null,
    site_id text not null,
    energy_kwh numeric not null,
    completeness numeric not null,
    version bigint not null,
    primary key (datacenter_id, role, start_at)
);

create index facility_interval_of_site on facility_interval (site_id, role, start_at);
