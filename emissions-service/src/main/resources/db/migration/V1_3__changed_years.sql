-- Years whose records changed and that wait to be calculated again, a row a change: who adds one waits for no calculation.
create table changed_year (
    position bigint generated always as identity primary key,
    year integer not null
);

create index changed_year_year on changed_year (year);

insert into changed_year (year) select year from inventory_year where dirty;
alter table inventory_year drop column dirty;
