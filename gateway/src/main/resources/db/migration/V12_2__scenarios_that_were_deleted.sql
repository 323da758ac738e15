-- Who deleted a scenario, and when. The scenario stays beside its versions and vintages: what was projected of it
-- before comes out again.
alter table scenario add column deleted_at timestamptz;
alter table scenario add column deleted_by text;
