-- Energy of a facility stands over all the time in which it is known; the IT energy over hours of its own.
alter table indicator rename column facility_kwh to input_kwh;
alter table indicator rename column measured_hours to input_hours;
alter table indicator add column paired_hours numeric;
update indicator set paired_hours = input_hours;
