-- A correction is a record of its own: what it supersedes stays on file and counts no more.
alter table resource_record
    add column revision integer not null default 1,
    add column supersedes text,
    add column superseded boolean not null default false,
    drop constraint resource_record_record_id_key,
    add unique (record_id, revision);
