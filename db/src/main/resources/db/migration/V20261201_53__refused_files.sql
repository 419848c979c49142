-- From where the last file was that was not taken, apart from where what is in use came from.
alter table feeds add column refused_source text not null default '';
