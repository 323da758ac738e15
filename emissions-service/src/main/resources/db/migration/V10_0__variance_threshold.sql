-- The relative change against the year before beyond which an inventory notes an activity.
alter table organization add column variance_threshold numeric not null default 0.5 check (variance_threshold > 0);
