-- Hours of points and roles in partitions of a month (UTC). Points' hours are kept for some weeks, roles' for ever.

-- Which months of point_hour there are. A month of before is never dropped: what was told of its hours is known from
-- here alone, and a later correction of a point moves the sum of its role by the difference.
create table point_hour_month (
    month date primary key,
    of_before boolean not null
);

alter table point_hour rename to point_hour_of_before;
alter table point_hour_of_before rename constraint point_hour_pkey to point_hour_of_before_pkey;

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
    -- what of the amount fell into each quarter of the hour, summing up to it; null of hours that were told before
    -- there were quarters
    quarters numeric[],
    primary key (point, start)
) partition by range (start);

alter table role_hour rename to role_hour_of_before;
alter table role_hour_of_before rename constraint role_hour_pkey to role_hour_of_before_pkey;

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
    -- what the above is made of, and moved with each change of a point's hour: how many hours of points were summed
    -- up, their shares, how many of them have each flag, by the place of its bit, their quarters, and how many of
    -- them have none
    -- the amount stands apart, as what is shown of a locked hour stays while its sum moves
    points integer not null,
    amount_sum numeric not null,
    measured_sum numeric not null,
    covered_sum numeric not null,
    flag_points integer[] not null,
    quarters numeric[] not null,
    points_without_quarters integer not null,
    primary key (datacenter_id, start, role)
) partition by range (start);

do $$
declare
    first_day date;
    next_month date;
    partition_name text;
begin
    for first_day in select distinct date_trunc('month', start, 'UTC') at time zone 'UTC' from point_hour_of_before loop
        next_month := first_day + interval '1 month';
        partition_name := 'point_hour_' || to_char(first_day, 'YYYY_MM');
        execute format('create table %I partition of point_hour for values from (%L) to (%L)',
            partition_name, first_day || 'T00:00Z', next_month || 'T00:00Z');
        execute format('alter table %I set (fillfactor = 80)', partition_name);
        insert into point_hour_month values (first_day, true);
    end loop;
    for first_day in select distinct date_trunc('month', start, 'UTC') at time zone 'UTC' from role_hour_of_before loop
        next_month := first_day + interval '1 month';
        execute format('create table %I partition of role_hour for values from (%L) to (%L)',
            'role_hour_' || to_char(first_day, 'YYYY_MM'), first_day || 'T00:00Z', next_month || 'T00:00Z');
    end loop;
end $$;

insert into point_hour (point, start, amount, measured, covered, flags)
select point, start, amount, measured, covered, flags from point_hour_of_before;

insert into role_hour
select r.datacenter_id, r.role, r.start, r.amount, r.measured, r.covered, r.flags, r.version,
       count(h.point), r.amount, coalesce(sum(h.measured), 0), coalesce(sum(h.covered), 0),
       array[count(*) filter (where h.flags & 1 <> 0),
             count(*) filter (where h.flags & 2 <> 0),
             count(*) filter (where h.flags & 4 <> 0),
             count(*) filter (where h.flags & 8 <> 0),
             count(*) filter (where h.flags & 16 <> 0),
             count(*) filter (where h.flags & 32 <> 0),
             count(*) filter (where h.flags & 64 <> 0)]::integer[],
       '{0,0,0,0}'::numeric[], count(h.point)
from role_hour_of_before r
left join measuring_point p
    on p.datacenter_id = r.datacenter_id and p.role = r.role and p.quantity <> 'TEMPERATURE'
left join point_hour_of_before h on h.point = p.number and h.start = r.start
group by r.datacenter_id, r.role, r.start;

-- Points that were measured before they were declared, and since when.
create table point_first_hour (
    point integer primary key,
    start timestamptz not null
);

insert into point_first_hour
select h.point, min(h.start)
from point_hour_of_before h join measuring_point p on p.number = h.point
where h.start < date_trunc('hour', p.declared_at, 'UTC')
group by h.point;

-- How many points of a facility's role are in use from an hour on, that is from their declaration or first hour on.
-- Rows of the same hour add up: they are only ever added, so that nobody who declares points waits for another, and
-- drawn together now and then.
create table role_points (
    datacenter_id text not null,
    role text not null,
    from_hour timestamptz not null,
    points bigint not null
);

create index role_points_of_role on role_points (datacenter_id, role, from_hour);

insert into role_points
select p.datacenter_id, p.role, least(date_trunc('hour', p.declared_at, 'UTC'), f.start), count(*)
from measuring_point p left join point_first_hour f on f.point = p.number
where p.quantity <> 'TEMPERATURE'
group by 1, 2, 3;

create function count_points_added() returns trigger language plpgsql as $$
begin
    insert into role_points
    select p.datacenter_id, p.role, least(date_trunc('hour', p.declared_at, 'UTC'), f.start), count(*)
    from added p left join point_first_hour f on f.point = p.number
    where p.quantity <> 'TEMPERATURE'
    group by 1, 2, 3;
    return null;
end $$;

create function count_points_removed() returns trigger language plpgsql as $$
begin
    insert into role_points
    select p.datacenter_id, p.role, least(date_trunc('hour', p.declared_at, 'UTC'), f.start), -count(*)
    from removed p left join point_first_hour f on f.point = p.number
    where p.quantity <> 'TEMPERATURE'
    group by 1, 2, 3;
    return null;
end $$;

create function count_points_changed() returns trigger language plpgsql as $$
begin
    insert into role_points
    select datacenter_id, role, from_hour, sum(points)
    from (select p.datacenter_id, p.role, least(date_trunc('hour', p.declared_at, 'UTC'), f.start) as from_hour,
                 p.points
          from (select number, datacenter_id, role, quantity, declared_at, 1 as points from added
                union all
                select number, datacenter_id, role, quantity, declared_at, -1 from removed) p
          left join point_first_hour f on f.point = p.number
          where p.quantity <> 'TEMPERATURE') counted
    group by 1, 2, 3 having sum(points) <> 0;
    return null;
end $$;

create trigger points_added after insert on measuring_point
    referencing new table as added
    for each statement execute function count_points_added();
create trigger points_removed after delete on measuring_point
    referencing old table as removed
    for each statement execute function count_points_removed();
create trigger points_changed after update on measuring_point
    referencing old table as removed new table as added
    for each statement execute function count_points_changed();

drop table point_hour_of_before, role_hour_of_before;
