-- Corrections are records of their own: what they supersede stays on file and counts no more.
alter table activity_record
    add column revision integer not null default 1,
    add column supersedes text,
    add column superseded boolean not null default false,
    drop constraint activity_record_pkey,
    add primary key (activity_id, revision);

alter table driver_value
    add column revision integer not null default 1,
    add column supersedes text,
    add column superseded boolean not null default false,
    drop constraint driver_value_pkey,
    add primary key (driver, period, revision);

alter table driver_value drop column version;

alter table published_figure
    add column revision integer not null default 1,
    add column supersedes text,
    add column superseded boolean not null default false,
    drop constraint published_figure_pkey,
    add primary key (figure, period, revision);
