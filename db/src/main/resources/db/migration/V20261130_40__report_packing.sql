-- Reports go out as one signed zip unless somebody says otherwise. Who gets single files from before this goes on getting them.
update report_definitions
set document = document || '{"packing": "FILES"}'
where document -> 'destinations' <> '[]' and not document ? 'packing';

update report_jobs
set definition = jsonb_set(definition, '{report,packing}', '"FILES"')
where definition #> '{report,destinations}' <> '[]' and definition #> '{report,packing}' is null;
