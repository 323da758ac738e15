-- Keys that split a site's figures among entities; the newest of a site and first day stands.
create table allocation (
    site_id text not null,
    revision integer not null,
    parts text not null,
    starts_on date,
    ends_on date check (ends_on > starts_on),
    stated_at timestamptz not null,
    stated_by text not null,
    primary key (site_id, revision)
);
