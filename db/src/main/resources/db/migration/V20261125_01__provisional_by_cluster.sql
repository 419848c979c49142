-- Whether a verdict is provisional follows from its cluster alone. Kept at each violation, all of a cluster's were written a
-- second time when its first sync ended: a fifth of what that sync cost the database.
alter table violations drop column provisional;
