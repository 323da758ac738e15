-- A revoked point is no longer in use: it counts from its declaration or first hour on, and against that again from the
-- first hour on that begins after it was revoked. Temperatures and flows are summed up nowhere.
create function in_use(declared_at timestamptz, first_hour timestamptz, revoked_at timestamptz)
returns table (from_hour timestamptz, points integer) language sql stable as $$
    select least(date_trunc('hour', declared_at, 'UTC'), first_hour), 1
    union all
    select greatest(least(date_trunc('hour', declared_at, 'UTC'), first_hour),
                    date_trunc('hour', revoked_at - interval '1 microsecond', 'UTC') + interval '1 hour'), -1
    where revoked_at is not null
$$;

create or replace function count_points_added() returns trigger language plpgsql as $$
begin
    insert into role_points
    select p.datacenter_id, p.role, u.from_hour, sum(u.points)
    from added p
    left join point_first_hour f on f.point = p.number
    cross join lateral in_use(p.declared_at, f.start, p.revoked_at) u
    where p.quantity not in ('TEMPERATURE', 'FLOW')
    group by 1, 2, 3;
    return null;
end $$;

create or replace function count_points_removed() returns trigger language plpgsql as $$
begin
    insert into role_points
    select p.datacenter_id, p.role, u.from_hour, -sum(u.points)
    from removed p
    left join point_first_hour f on f.point = p.number
    cross join lateral in_use(p.declared_at, f.start, p.revoked_at) u
    where p.quantity not in ('TEMPERATURE', 'FLOW')
    group by 1, 2, 3;
    return null;
end $$;

create or replace function count_points_changed() returns trigger language plpgsql as $$
begin
    insert into role_points
    select p.datacenter_id, p.role, u.from_hour, sum(p.sign * u.points)
    from (select number, datacenter_id, role, quantity, declared_at, revoked_at, 1 as sign from added
          union all
          select number, datacenter_id, role, quantity, declared_at, revoked_at, -1 from removed) p
    left join point_first_hour f on f.point = p.number
    cross join lateral in_use(p.declared_at, f.start, p.revoked_at) u
    where p.quantity not in ('TEMPERATURE', 'FLOW')
    group by 1, 2, 3 having sum(p.sign * u.points) <> 0;
    return null;
end $$;
