-- Of what sort a cause is, and how grave it was, is kept and not read out of a sentence, or of what is left of it.
alter table finding_changes
    add column kind     text not null default 'ADVISORY',    -- vulnerabilities.ImageChange.Cause
    add column severity smallint;                            -- as it was said then, null = it was not kept
update finding_changes set kind = case
        when cause like 'the feed withdrew%' then 'WITHDRAWN' else 'SCANNER' end
where cause like 'the feed withdrew%' or cause like '% claims it no more, or a feed that is complete does not confirm it'
    or cause like '% claims it, and no feed is complete for such packages';

alter table vulnerability_due add column kind text not null default 'ADVISORY';
update vulnerability_due set kind = 'WITHDRAWN' where cause like 'the feed withdrew%';

-- Why a package that was matched before waits again; empty = nobody matched it yet, and what is found in it is no change.
alter table package_due
    add column kind  text not null default '',
    add column cause text not null default '';
