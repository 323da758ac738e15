-- A correction is a figure of its own: what it supersedes stays on file and counts no more.
alter table stated_indicator
    add column revision integer not null default 1,
    add column supersedes text,
    add column superseded boolean not null default false,
    drop constraint stated_indicator_pkey,
    add primary key (subject, indicator, period, revision);
