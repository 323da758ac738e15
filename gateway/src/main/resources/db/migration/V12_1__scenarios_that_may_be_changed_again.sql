-- Who let a frozen scenario be changed again, and when; who had frozen it stays beside it.
alter table scenario add column thawed_at timestamptz;
alter table scenario add column thawed_by text;
