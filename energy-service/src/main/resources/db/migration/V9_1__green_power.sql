-- The paths to green power that were stated, each in place of the one before. Rows are only ever added.
create table green_power_target (
    version integer primary key,
    -- share by year, as year=share;year=share
    shares text not null,
    evidence text,
    stored_by text not null,
    stored_at timestamptz not null default now()
);

-- The meters that tell the hours of an instrument's generation, as id;id.
alter table instrument add column generation_meters text;
