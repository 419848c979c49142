-- A tag may name another image by now: what its signatures say now is not said of what runs. Where a sensor tells the digest
-- that runs, the image is known by that.
delete from image_signatures s where not exists (select 1 from images i where i.digest = s.target)
    and exists (select 1 from images i where i.digest is null and i.name = s.target);

create or replace view signatures_of_images as
    select i.id as image_id, coalesce(i.digest, i.name) as target, v.id as verifier_id, v.name as verifier, v.kind,
        case when s.holds and i.digest is not null then coalesce(d.outcome, 'UNKNOWN') else 'UNKNOWN' end as outcome,
        case when s.holds and i.digest is not null and d.target is not null then d.signers else '{}' end as signers,
        case when i.digest is null then 'Only a tag of it is known, which may name another image by now.'
            when s.target is null then 'Nobody has looked for its signatures yet.'
            when s.holds and d.target is not null then d.reason
            when s.holds then 'It was not checked with this verifier yet.'
            when s.last_error <> '' then s.last_error
            else 'Nobody has looked for its signatures yet.' end as reason,
        case when s.holds and i.digest is not null then d.checked_at end as checked_at,
        case when s.holds and i.digest is not null then d.since end as since,
        i.digest is not null and s.signatures is not null and d.target is null as pending
    from images i
    join signature_verifiers v
        on v.images_like = '{}' or lower(i.registry || '/' || i.repository) like any (v.images_like)
    left join image_signatures s on s.target = coalesce(i.digest, i.name)
    left join signature_verdicts d on d.target = s.target and d.verifier_id = v.id and d.version = v.version;
