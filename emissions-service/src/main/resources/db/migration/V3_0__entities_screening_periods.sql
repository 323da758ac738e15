-- What the reporting company owns or runs, wholly or in part.
create table legal_entity (
    entity_id text primary key,
    name text not null unique,
    parent text references legal_entity,
    equity_share numeric not null check (equity_share >= 0 and equity_share <= 1),
    financial_control boolean not null,
    operational_control boolean not null,
    starts_on date,
    ends_on date check (ends_on > starts_on)
);

alter table site add column entity text;

-- What was declared about a scope, a category or a carrier; the newest revision stands. Entity '' is the company as a whole.
create table screening (
    entity text not null,
    subject text not null,
    revision integer not null,
    status text not null,
    reason text,
    estimated_share numeric check (estimated_share >= 0 and estimated_share <= 1),
    declared_at timestamptz not null,
    declared_by text not null,
    primary key (entity, subject, revision),
    check (reason is not null or status = 'CALCULATED')
);

-- How far the inventory of a year is settled; a year without a row is a draft.
create table inventory_period (
    year integer primary key,
    status text not null,
    validated_sha256 text
);

create table inventory_transition (
    year integer not null references inventory_period,
    position integer not null,
    from_status text not null,
    to_status text not null,
    reason text,
    acknowledged text not null,
    made_at timestamptz not null,
    made_by text not null,
    primary key (year, position)
);

-- Inventories as they were locked or restated, and the results behind them; nothing here is ever changed.
create table inventory_version (
    year integer not null references inventory_period,
    version integer not null,
    status text not null,
    reason text,
    acknowledged text not null,
    gwp_set text not null,
    content text not null,
    figures_sha256 text not null,
    content_sha256 text not null,
    made_at timestamptz not null,
    made_by text not null,
    primary key (year, version)
);

create table inventory_version_result (
    year integer not null,
    version integer not null,
    position integer not null,
    result_id text not null,
    -- stands beside the scopes, in no sum and no list
    beside boolean not null,
    content text not null,
    primary key (year, version, position),
    foreign key (year, version) references inventory_version
);

create index inventory_version_result_id on inventory_version_result (year, version, result_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A stored inventory version never changes';
end $$;

create trigger inventory_version_stands before update or delete on inventory_version
    for each row execute function refuse_change();

create trigger inventory_version_result_stands before update or delete on inventory_version_result
    for each row execute function refuse_change();
