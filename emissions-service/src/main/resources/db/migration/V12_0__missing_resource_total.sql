-- A total of which no record is left stays with its version, so that an older one that comes later is known as such.
alter table resource_total add column missing boolean not null default false;
