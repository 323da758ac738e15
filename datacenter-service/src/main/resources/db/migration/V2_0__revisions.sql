-- Which value counts where another one arrives for a time that has one: FIRST_KEPT or LAST_WINS.
alter table measuring_point add column revisions text not null default 'FIRST_KEPT';
