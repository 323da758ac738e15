-- The factors of electricity that others were told last, to tell them of changes only.
create table told_intensity (
    -- country/province/grid zone/year
    key text primary key,
    content text not null,
    version bigint not null
);
