-- Readings of settled hours: they were acknowledged and change nothing any more. One row per point and month (UTC).
create table late_readings (
    point integer not null,
    -- the first day
    month date not null,
    -- all of them lie from the first to the last of these hours
    first_hour timestamptz not null,
    last_hour timestamptz not null,
    primary key (point, month)
);

create index late_readings_month on late_readings (month);
