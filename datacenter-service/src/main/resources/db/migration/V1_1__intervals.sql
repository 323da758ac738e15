-- What a point measured within an hour, as telemetry.point-hour tells it.
create table point_hour (
    point integer not null,
    start timestamptz not null,
    -- kWh; L for water
    amount numeric not null,
    -- shares of the hour, 0 to 1: between close readings, and with bridged gaps
    measured numeric not null,
    covered numeric not null,
    -- bits of HourFlag
    flags integer not null,
    primary key (point, start)
);

-- How far telemetry.point-hour has been stored: moved on in the transaction that stores.
create table point_hour_position (
    partition integer primary key,
    next_offset bigint not null
);

-- Sums over the points of a facility's role within an hour; shares are means over the points in use.
create table role_hour (
    datacenter_id text not null,
    role text not null,
    start timestamptz not null,
    amount numeric not null,
    measured numeric not null,
    covered numeric not null,
    flags integer not null,
    version bigint not null,
    primary key (datacenter_id, start, role)
);
