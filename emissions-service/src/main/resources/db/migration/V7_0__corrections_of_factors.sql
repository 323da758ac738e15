-- Drafts ask what corrects a factor already; few of the thousands correct anything.
create index emission_factor_supersedes on emission_factor (supersedes) where supersedes is not null;
