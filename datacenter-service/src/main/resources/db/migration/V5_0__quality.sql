-- Hours of points that show something a finding is made of; an hour that does not is not here.
create table flagged_hour (
    point integer not null,
    start timestamptz not null,
    datacenter_id text not null,
    -- kWh; L for water
    amount numeric not null,
    measured numeric not null,
    covered numeric not null,
    -- bits of HourFlag
    flags integer not null,
    primary key (point, start)
);

create index flagged_hour_facility on flagged_hour (datacenter_id, start);

-- Hours in which a facility's meters contradict each other.
create table unbalanced_hour (
    datacenter_id text not null,
    start timestamptz not null,
    -- facility input and on-site generation, kWh
    main_kwh numeric not null,
    -- everything measured behind them
    sub_kwh numeric not null,
    input_kwh numeric not null,
    -- absent unless the hour is whole
    it_kwh numeric,
    primary key (datacenter_id, start)
);

-- Months, counted in UTC, whose findings have to be looked for anew; noted in the transaction of
-- what changed.
create table finding_due (
    datacenter_id text not null,
    -- the first day
    month date not null,
    noted bigint not null default 1,
    primary key (datacenter_id, month)
);

create table finding (
    id bigint generated always as identity primary key,
    code text not null,
    severity text not null,
    datacenter_id text not null,
    -- the point or the role it is about; both absent when it is the facility
    point_id text,
    role text,
    month date not null,
    start timestamptz not null,
    until timestamptz not null,
    hours integer not null,
    message text not null,
    first_seen timestamptz not null,
    -- when the hours no longer showed it
    closed_at timestamptz,
    acknowledged_by text,
    acknowledged_at timestamptz,
    note text
);

create index finding_facility on finding (datacenter_id, month);
create index finding_open on finding (datacenter_id, code) where closed_at is null;

-- Which years are locked, as emissions.inventory tells.
create table inventory_year (
    year integer primary key,
    status text not null,
    version bigint not null
);

-- What late readings would make of hours in locked years: kept apart from role_hour.
create table quarantined_hour (
    datacenter_id text not null,
    role text not null,
    start timestamptz not null,
    amount numeric not null,
    measured numeric not null,
    covered numeric not null,
    flags integer not null,
    -- what stands in role_hour; absent when nothing does
    reported numeric,
    first_seen timestamptz not null,
    -- OPEN, RELEASED or DISMISSED
    state text not null,
    decided_by text,
    decided_at timestamptz,
    note text,
    primary key (datacenter_id, start, role)
);
