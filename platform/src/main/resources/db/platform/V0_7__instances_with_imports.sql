-- When the instance with a folder of imports was last there, by the clock of the database.
create table import_folder (
    folder text primary key,
    seen_at timestamptz not null
);

insert into import_folder (folder, seen_at)
select distinct folder, now() from import_record where folder is not null and status in ('QUEUED', 'RUNNING');
