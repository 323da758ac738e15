-- Figures taken over from reports.
create table stated_indicator (
    -- a datacenter_id, or fleet
    subject text not null,
    indicator text not null,
    -- a year 2021 or a month 2021-03
    period text not null,
    value numeric not null,
    unit text not null,
    evidence text,
    primary key (subject, indicator, period)
);

-- Indicators to be computed anew, noted in the transaction of what changed.
create table indicator_due (
    subject text not null,
    period text not null,
    primary key (subject, period)
);

-- What others were told last, to tell them of changes only.
create table told_indicator (
    subject text not null,
    period text not null,
    content text not null,
    version bigint not null,
    primary key (subject, period)
);
