-- Problems with ordinals below 1000 are the sensor's own report; from 1000 on they are objects that central could not read or
-- process, kept until the object is accepted or gone.
alter table cluster_problems add column object_id uuid;
