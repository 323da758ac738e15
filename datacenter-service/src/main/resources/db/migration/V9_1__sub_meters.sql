create index measuring_point_parent on measuring_point (parent) where parent is not null;
