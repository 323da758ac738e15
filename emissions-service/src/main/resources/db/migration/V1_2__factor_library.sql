-- Sets the product ships, and sets of the company's own: drafts until they are adopted.
alter table factor_set
    add title text not null default '',
    add publisher text not null default '',
    add licence text not null default '',
    add status text not null default 'SHIPPED' check (status in ('SHIPPED', 'DRAFT', 'ADOPTED')),
    add report text not null default '{"rows":0,"fates":{},"refused":[]}',
    add created_by text,
    add adopted_at timestamptz,
    add adopted_by text,
    add check ((status = 'ADOPTED') = (adopted_at is not null));

alter table emission_factor
    add price_currency text,
    add price_year integer,
    add price_kind text,
    add supersedes text,
    add check ((price_currency is null) = (price_year is null)
        and (price_currency is null) = (price_kind is null));

-- Own factors take an id no set has; a later version of a shipped set has the ids of the earlier.
create index emission_factor_id on emission_factor (factor_id);
