-- Exchange rates and price indices that the company states, never updated in place.
create table money_value (
    kind text not null check (kind in ('EXCHANGE_RATE', 'PRICE_INDEX')),
    value_id text not null,
    revision integer not null,
    currency text not null,
    to_currency text,
    year integer not null,
    value numeric not null check (value > 0),
    source text not null,
    supersedes text,
    superseded boolean not null default false,
    primary key (kind, value_id, revision)
);
