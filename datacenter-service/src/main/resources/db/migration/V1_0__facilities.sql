-- Sites as energy.site tells of them: here only for their time zones.
create table site (
    site_id text primary key,
    time_zone text not null,
    version bigint not null
);

create table facility (
    datacenter_id text primary key,
    site_id text not null,
    name text,
    in_operation_since date not null,
    it_capacity_kw numeric check (it_capacity_kw > 0),
    pue_category smallint check (pue_category between 1 and 3)
);

create index facility_site on facility (site_id);

create table measuring_point (
    -- stands for the point in packed records and in every table that grows
    number integer generated always as identity primary key,
    point_id text not null unique,
    datacenter_id text not null references facility,
    role text not null,
    quantity text not null,
    unit text not null,
    maximum numeric check (maximum > 0),
    rated_power_kw numeric check (rated_power_kw > 0),
    bidirectional boolean not null,
    -- from when on the facility's energy is incomplete without this point
    declared_at timestamptz not null
);

create index measuring_point_facility on measuring_point (datacenter_id, role);
