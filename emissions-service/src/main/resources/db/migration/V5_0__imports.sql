-- The import a record came with, and whether that was taken back: a reversed record is marked superseded too, so that it
-- counts no more, but as far as its id goes it is as if it had never been sent.
alter table activity_record
    add column import_id uuid,
    add column reversed boolean not null default false;

create index activity_record_import on activity_record (import_id) where import_id is not null;
create index activity_record_supersedes on activity_record (supersedes) where supersedes is not null;
