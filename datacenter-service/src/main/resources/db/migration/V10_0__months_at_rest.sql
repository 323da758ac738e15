-- Since when the hours of a month have not changed, so that it is summed up before it is asked for.
alter table month_sums add column changed_at timestamptz not null default now();

-- Hours that are older than this table were never counted as changes.
insert into month_sums (datacenter_id, month, changes)
select distinct datacenter_id, date_trunc('month', start at time zone 'UTC')::date, 1 from role_hour
on conflict do nothing;
