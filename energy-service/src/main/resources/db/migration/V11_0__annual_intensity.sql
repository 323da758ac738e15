-- The factors of electricity at a place in a year, as emissions.intensity tells them.
create table annual_intensity (
    country text not null,
    -- empty where the place states none
    province text not null,
    grid_zone text not null,
    year integer not null,
    -- a JSON array, by method and first day
    factors text not null,
    version bigint not null,
    primary key (country, province, grid_zone, year)
);
