-- The data centres of which alone a key pushes readings; of all where there are none.
alter table api_key add column datacenters text[] not null default '{}';
