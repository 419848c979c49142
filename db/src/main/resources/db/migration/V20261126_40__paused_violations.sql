-- A violation that closed because its policy was switched off, and not because anything was mended: when the policy is switched
-- on again and still finds it, it stands since when it stood before, and is borne as it was.
alter table violations add column paused boolean not null default false;
