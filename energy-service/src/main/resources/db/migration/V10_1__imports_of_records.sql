-- The import a record came with. When it is taken back, its records count no more: an energy record is superseded by
-- itself then, and what it had superseded counts again.
alter table energy_record
    add column import_id uuid,
    add column reversed boolean not null default false;

create index energy_record_of_import on energy_record (import_id) where import_id is not null;
create index energy_record_superseding on energy_record (supersedes) where supersedes is not null;

alter table resource_record
    add column import_id uuid,
    add column reversed boolean not null default false;

create index resource_record_of_import on resource_record (import_id) where import_id is not null;
create index resource_record_superseding on resource_record (supersedes) where supersedes is not null;
