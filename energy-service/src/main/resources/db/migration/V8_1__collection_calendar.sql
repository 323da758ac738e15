-- Which figures are expected of whom and when, as it was stated. Rows are only ever added: one takes the place of what
-- was stated before of its first day and of all later ones.
create table collection_expectation (
    site_id text not null references site,
    carrier text not null,
    source text not null,
    revision integer not null,
    -- null in a row that withdraws everything stated before
    from_day date,
    to_day date check (from_day < to_day),
    frequency text,
    owner text,
    due_days integer check (due_days >= 0),
    accrual_rule text,
    accrual_months integer,
    accrual_quantity numeric check (accrual_quantity >= 0),
    accrual_unit text,
    stated_by text not null,
    stated_at timestamptz not null,
    primary key (site_id, carrier, source, revision)
);
