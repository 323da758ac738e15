-- Which sources count before which at a site, as it was set. Rows are only ever added: the last revision counts.
create table source_ranking (
    site_id text not null references site,
    -- empty: of all carriers that have none of their own
    carrier text not null,
    revision integer not null,
    -- MEASURED=INVOICED > METERED > …; null where the usual order was brought back
    ranks text,
    set_by text not null,
    set_at timestamptz not null,
    primary key (site_id, carrier, revision)
);
