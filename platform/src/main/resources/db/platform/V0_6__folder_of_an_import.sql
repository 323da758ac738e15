-- Where the file of an import lies: the host and the folder of the instance that took it down.
alter table import_record add column folder text;
