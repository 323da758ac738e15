-- Half of the interval of 95 % confidence, as a share of the value. Null: not known, which is not 0.
alter table activity_record
    add column uncertainty numeric check (uncertainty >= 0),
    -- Technology, time, geography, completeness, reliability, each from 1 to 5: '2;1;3;2;1'.
    add column quality text check (quality ~ '^[1-5](;[1-5]){4}$');

alter table emission_factor
    add column uncertainty numeric check (uncertainty >= 0);
