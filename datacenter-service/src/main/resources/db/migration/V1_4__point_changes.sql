-- How often the measuring points changed: moved on in the transaction of each change, so that every
-- instance sees whether what it remembers of them still holds.
create table point_changes (
    count bigint not null
);

insert into point_changes values (0);
