SET check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE FUNCTION public.claims_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into package_due (package_id)
    select distinct p.id from changed c join packages p on p.name = c.name and p.version = c.version and p.type = c.type
    on conflict do nothing;
    return null;
end $$;
CREATE FUNCTION public.claims_met() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if exists (select 1 from claim_reports) then
        insert into package_due (package_id)
        select distinct p.id from changed n join image_claims c on c.content_id = n.content_id
            join packages p on p.id = n.package_id and p.name = c.name and p.version = c.version and p.type = c.type
        on conflict do nothing;
    end if;
    return null;
end $$;
CREATE TABLE public.exceptions (
    id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    vulnerability text NOT NULL,
    cluster text NOT NULL,
    namespace text NOT NULL,
    label_key text NOT NULL,
    label_value text NOT NULL,
    image text NOT NULL,
    component text NOT NULL,
    reason text NOT NULL,
    justification text NOT NULL,
    ends_at timestamp with time zone,
    until_fixed boolean NOT NULL,
    requested_by text NOT NULL,
    requested_for text[] NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamp with time zone,
    decision text NOT NULL,
    fix_known boolean,
    exploited boolean,
    exposed boolean,
    ended_by text NOT NULL,
    ended_at timestamp with time zone,
    end_cause text NOT NULL
);
CREATE FUNCTION public.exception_covers(e public.exceptions, cluster text, namespace text, labels jsonb, image text, component text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
    select (e.cluster = '' or lower(e.cluster) = lower($2))
        and (e.namespace = '' or e.namespace = $3)
        and (e.label_key = '' or (jsonb_exists($4, e.label_key)
            and (e.label_value = '' or $4 ->> e.label_key = e.label_value)))
        and (e.image = '' or lower($5) like lower(replace(replace(replace(replace(e.image, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')))
        and (e.component = '' or lower(e.component) = lower($6))
$_$;
CREATE FUNCTION public.exception_covers_node(e public.exceptions, cluster text, component text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
    select e.namespace = '' and e.label_key = '' and e.image = ''
        and (e.cluster = '' or lower(e.cluster) = lower($2))
        and (e.component = '' or lower(e.component) = lower($3))
$_$;
CREATE FUNCTION public.map_digests() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into image_content_map (image_id, content_id)
    select i.id, c.content_id from changed c join images i on i.digest = c.digest
    on conflict (image_id) do update set content_id = excluded.content_id
        where image_content_map.content_id <> excluded.content_id;
    return null;
end $$;
CREATE FUNCTION public.map_images() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into image_content_map (image_id, content_id)
    select c.id, d.content_id from changed c join image_content_digests d on d.digest = c.digest
    on conflict (image_id) do update set content_id = excluded.content_id;
    return null;
end $$;
CREATE FUNCTION public.map_links() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into image_content_map (image_id, content_id)
    select c.image_id, c.content_id from changed c join images i on i.id = c.image_id where i.digest is null
    on conflict (image_id) do update set content_id = excluded.content_id
        where image_content_map.content_id <> excluded.content_id;
    return null;
end $$;
CREATE FUNCTION public.recount_contents() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into recount_due (kind, id) select distinct 'USE', c.content_id::text from changed c
    on conflict do nothing;
    return null;
end $$;
CREATE FUNCTION public.recount_labelled() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into recount_due (kind, id) values ('WORKLOAD', new.id::text) on conflict do nothing;
    return null;
end $$;
CREATE FUNCTION public.recount_lost_packages() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into recount_due (kind, id)
    select distinct 'USE', c.content_id::text from changed c
    union
    select distinct 'VULNERABILITY', f.vulnerability_id::text from changed c join package_findings f on f.package_id = c.package_id
    on conflict do nothing;
    return null;
end $$;
CREATE FUNCTION public.recount_workloads() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into recount_due (kind, id) select distinct 'WORKLOAD', c.workload_id::text from changed c
    on conflict do nothing;
    return null;
end $$;
CREATE FUNCTION public.sealed_days_are_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'a day of the chain is never changed or removed';
end
$$;
CREATE FUNCTION public.vex_dismisses(vulnerability integer, package integer, content integer) RETURNS boolean
    LANGUAGE sql STABLE
    AS $_$
    select coalesce((
        select s.status in ('NOT_AFFECTED', 'FIXED') from vex_statements s
        where s.names && array(select a.alias from vulnerability_aliases a where a.vulnerability_id = $1) and vex_means(s, $2, $3)
        order by s.since desc, s.status in ('NOT_AFFECTED', 'FIXED') limit 1), false)
$_$;
CREATE TABLE public.vex_statements (
    id bigint NOT NULL,
    document_id text NOT NULL,
    names text[] NOT NULL,
    status text NOT NULL,
    justification text NOT NULL,
    impact text NOT NULL,
    action text NOT NULL,
    since timestamp with time zone NOT NULL,
    product text NOT NULL,
    subcomponent text NOT NULL,
    digest text NOT NULL,
    package_purl text NOT NULL,
    acts boolean NOT NULL
);
CREATE FUNCTION public.vex_means(s public.vex_statements, package integer, content integer) RETURNS boolean
    LANGUAGE sql STABLE
    AS $_$
    select s.acts
        and (s.digest = '' or exists (select 1 from image_contents c where c.id = $3 and s.digest in (c.digest, c.config_digest)))
        and (s.package_purl = '' or exists (
            select 1 from vex_packages b where b.statement_id = s.id and b.package_id = $2))
$_$;
CREATE FUNCTION public.vex_would_dismiss(vulnerability integer, statements bigint[]) RETURNS boolean
    LANGUAGE sql STABLE
    AS $_$
    select coalesce((
        select s.status in ('NOT_AFFECTED', 'FIXED') from vex_statements s
        where s.names && array(select a.alias from vulnerability_aliases a where a.vulnerability_id = $1)
            and s.acts and s.digest = '' and s.id = any($2)
        order by s.since desc, s.status in ('NOT_AFFECTED', 'FIXED') limit 1), false)
$_$;
CREATE TABLE public.acceptances (
    id uuid NOT NULL,
    reason text NOT NULL,
    accepted_by text NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    q text NOT NULL,
    accepted integer NOT NULL,
    ended_at timestamp with time zone,
    ended_by text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.advisories (
    id integer NOT NULL,
    feed_id integer NOT NULL,
    name text NOT NULL,
    aliases text[] NOT NULL,
    mends text[] NOT NULL,
    opinion boolean NOT NULL,
    publisher text NOT NULL,
    severity smallint NOT NULL,
    severity_word text NOT NULL,
    cvss double precision,
    cvss_vector text NOT NULL,
    published_at timestamp with time zone,
    modified_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    disputed boolean NOT NULL,
    summary text NOT NULL,
    fingerprint bytea NOT NULL,
    document bytea NOT NULL
);
ALTER TABLE ONLY public.advisories ALTER COLUMN document SET STORAGE EXTERNAL;
ALTER TABLE public.advisories ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.advisories_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advisory_packages (
    ecosystem text NOT NULL,
    name text NOT NULL,
    advisory_id integer NOT NULL,
    affected text NOT NULL
);
CREATE TABLE public.advisory_vulnerabilities (
    vulnerability_id integer NOT NULL,
    advisory_id integer NOT NULL
);
CREATE TABLE public.agreements (
    cluster_id uuid NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    policy_revision bigint NOT NULL,
    workloads integer NOT NULL,
    agreeing integer NOT NULL,
    waiting integer NOT NULL,
    suspected uuid[] NOT NULL,
    differing uuid[] NOT NULL
);
CREATE TABLE public.api_tokens (
    id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea,
    role text NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    version integer NOT NULL
);
CREATE TABLE public.audit_log (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    channel text NOT NULL,
    action text NOT NULL,
    object_type text NOT NULL,
    object_id text NOT NULL,
    object_name text NOT NULL,
    before jsonb,
    after jsonb,
    source_ip text NOT NULL,
    request_id text NOT NULL
);
ALTER TABLE public.audit_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.binding_subjects (
    binding_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    subject text NOT NULL,
    role_id uuid NOT NULL
);
CREATE TABLE public.carried_decisions (
    violation_id uuid NOT NULL,
    workload_id uuid NOT NULL,
    document jsonb NOT NULL,
    carried_at timestamp with time zone NOT NULL
);
CREATE TABLE public.central_authority (
    id smallint NOT NULL,
    certificate text NOT NULL,
    encrypted_key bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT central_authority_id_check CHECK ((id = 1))
);
CREATE TABLE public.claim_reports (
    id integer NOT NULL,
    content_id integer NOT NULL,
    scanner text NOT NULL,
    program text NOT NULL,
    format text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    unread integer NOT NULL
);
ALTER TABLE public.claim_reports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.claim_reports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cluster_certificates (
    serial text NOT NULL,
    cluster_id uuid NOT NULL,
    not_before timestamp with time zone NOT NULL,
    not_after timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);
CREATE TABLE public.cluster_coverage (
    cluster_id uuid NOT NULL,
    kind text NOT NULL,
    sight text NOT NULL,
    detail text NOT NULL,
    reported_at timestamp with time zone NOT NULL
);
CREATE TABLE public.cluster_objects (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    kind smallint NOT NULL,
    kind_name text NOT NULL,
    namespace text NOT NULL,
    name text NOT NULL,
    fingerprint bytea NOT NULL,
    document bytea NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    revision bigint NOT NULL
);
ALTER TABLE ONLY public.cluster_objects ALTER COLUMN document SET STORAGE EXTERNAL;
CREATE TABLE public.cluster_problems (
    cluster_id uuid NOT NULL,
    ordinal integer NOT NULL,
    place text NOT NULL,
    line integer NOT NULL,
    detail text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    object_id uuid
);
CREATE TABLE public.clusters (
    id uuid NOT NULL,
    name text NOT NULL,
    environment text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    kubernetes_version text DEFAULT ''::text NOT NULL,
    sensor_version text DEFAULT ''::text NOT NULL,
    cluster_uid text DEFAULT ''::text NOT NULL,
    connected_at timestamp with time zone,
    connected_to text,
    last_contact_at timestamp with time zone,
    first_synced_at timestamp with time zone,
    synced_at timestamp with time zone,
    sync_started_at timestamp with time zone,
    spool_overflowed boolean DEFAULT false NOT NULL,
    certificate_expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    node_actions text[] DEFAULT '{}'::text[] NOT NULL
);
CREATE TABLE public.compliance_attestation_files (
    attestation_id uuid NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    sha256 text NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY public.compliance_attestation_files ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE TABLE public.compliance_attestations (
    id uuid NOT NULL,
    standard text NOT NULL,
    control text NOT NULL,
    cluster_id uuid,
    statement text NOT NULL,
    attested_by text NOT NULL,
    attested_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by text
);
CREATE TABLE public.compliance_benchmark_choices (
    cluster_id uuid NOT NULL,
    standard text NOT NULL,
    chosen_by text NOT NULL,
    chosen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.compliance_changes (
    cluster_id uuid NOT NULL,
    workload_id uuid NOT NULL,
    check_id text NOT NULL,
    fails boolean NOT NULL,
    cause text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.compliance_checks (
    cluster_id uuid NOT NULL,
    check_id text NOT NULL,
    passed bigint NOT NULL,
    failed bigint NOT NULL,
    unknown bigint NOT NULL,
    not_applicable bigint NOT NULL,
    evaluated_at timestamp with time zone NOT NULL,
    excepted bigint DEFAULT 0 NOT NULL,
    failing text[]
);
CREATE TABLE public.compliance_exceptions (
    id uuid NOT NULL,
    state text NOT NULL,
    standard text NOT NULL,
    control text NOT NULL,
    checks text[] NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    object_kind text NOT NULL,
    object_name text NOT NULL,
    reason text NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    requested_by text NOT NULL,
    requested_for text[] NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamp with time zone,
    decision text NOT NULL,
    ended_by text NOT NULL,
    ended_at timestamp with time zone
);
CREATE TABLE public.compliance_history (
    id bigint NOT NULL,
    cluster_id uuid NOT NULL,
    standard text NOT NULL,
    control text NOT NULL,
    before text,
    after text NOT NULL,
    passed bigint NOT NULL,
    failed bigint NOT NULL,
    unknown bigint NOT NULL,
    cause text NOT NULL,
    at timestamp with time zone NOT NULL,
    excepted bigint DEFAULT 0 NOT NULL,
    objects jsonb DEFAULT '[]'::jsonb NOT NULL
);
ALTER TABLE public.compliance_history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.compliance_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.compliance_results (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    standard text NOT NULL,
    control text NOT NULL,
    ordinal integer NOT NULL,
    outcome text NOT NULL,
    passed bigint NOT NULL,
    failed bigint NOT NULL,
    unknown bigint NOT NULL,
    not_applicable bigint NOT NULL,
    evidence jsonb NOT NULL,
    since timestamp with time zone NOT NULL,
    evaluated_at timestamp with time zone NOT NULL,
    excepted bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.compliance_standards (
    id text NOT NULL,
    document text NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    deleted_at timestamp with time zone
);
CREATE SEQUENCE public.compliance_standards_revision
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.content_counts (
    content_id integer NOT NULL,
    critical integer NOT NULL,
    high integer NOT NULL,
    medium integer NOT NULL,
    low integer NOT NULL,
    unknown integer NOT NULL,
    fixable integer NOT NULL,
    fixable_high integer NOT NULL,
    exploited integer NOT NULL,
    epss double precision,
    unspoken integer NOT NULL,
    workloads integer NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    deferred integer DEFAULT 0 NOT NULL,
    false_positive integer DEFAULT 0 NOT NULL,
    outdated integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.content_layers (
    content_id integer NOT NULL,
    depth integer NOT NULL,
    chain_id text NOT NULL
);
CREATE TABLE public.content_names (
    registry text NOT NULL,
    repository text NOT NULL,
    tag text NOT NULL,
    content_id integer NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.image_content_digests (
    digest text NOT NULL,
    content_id integer NOT NULL
);
CREATE TABLE public.image_content_links (
    image_id uuid NOT NULL,
    content_id integer NOT NULL,
    linked_at timestamp with time zone NOT NULL
);
CREATE TABLE public.images (
    id uuid NOT NULL,
    name text NOT NULL,
    registry text NOT NULL,
    repository text NOT NULL,
    tag text NOT NULL,
    digest text,
    first_seen_at timestamp with time zone NOT NULL,
    unused_since timestamp with time zone
);
CREATE VIEW public.contents_of_images AS
 SELECT i.id AS image_id,
    d.content_id
   FROM (public.images i
     JOIN public.image_content_digests d ON ((d.digest = i.digest)))
UNION ALL
 SELECT i.id AS image_id,
    l.content_id
   FROM (public.image_content_links l
     JOIN public.images i ON ((i.id = l.image_id)))
  WHERE (i.digest IS NULL);
CREATE TABLE public.feed_ecosystems (
    feed_id integer NOT NULL,
    ecosystem text NOT NULL,
    advisories integer NOT NULL,
    complete boolean DEFAULT false NOT NULL,
    family_advisories integer DEFAULT 0 NOT NULL,
    usual integer DEFAULT 0 NOT NULL,
    small boolean DEFAULT false NOT NULL
);
CREATE TABLE public.feeds (
    id integer NOT NULL,
    name text NOT NULL,
    format text NOT NULL,
    source text NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    entries integer NOT NULL,
    unreadable integer NOT NULL,
    problems text NOT NULL,
    newest_at timestamp with time zone,
    as_of timestamp with time zone,
    loaded_at timestamp with time zone,
    checked_at timestamp with time zone NOT NULL,
    etag text NOT NULL,
    last_modified text NOT NULL,
    refused_source text DEFAULT ''::text NOT NULL
);
CREATE VIEW public.covered_ecosystems AS
 SELECT e.ecosystem,
    bool_or((f.state <> 'STALE'::text)) AS fresh,
    bool_or((NOT e.small)) AS plausible
   FROM (public.feed_ecosystems e
     JOIN public.feeds f ON ((f.id = e.feed_id)))
  WHERE (e.complete AND (f.loaded_at IS NOT NULL) AND (f.state <> 'REMOVING'::text))
  GROUP BY e.ecosystem;
CREATE TABLE public.image_claims (
    report_id integer NOT NULL,
    content_id integer NOT NULL,
    vulnerability_id integer NOT NULL,
    type text NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    named text NOT NULL,
    severity smallint NOT NULL,
    severity_word text NOT NULL,
    cvss double precision,
    fixed_version text NOT NULL,
    fix_state text NOT NULL
);
CREATE TABLE public.image_packages (
    package_id integer NOT NULL,
    content_id integer NOT NULL
);
CREATE TABLE public.package_keys (
    ecosystem text NOT NULL,
    name text NOT NULL,
    package_id integer NOT NULL
);
CREATE TABLE public.packages (
    id integer NOT NULL,
    type text NOT NULL,
    distribution text NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    arch text NOT NULL,
    purl text NOT NULL,
    source_name text NOT NULL,
    source_version text NOT NULL
);
CREATE VIEW public.counted_claims AS
 SELECT i.package_id,
    c.vulnerability_id,
    c.severity,
    c.severity_word,
    c.cvss,
    c.fixed_version,
    c.fix_state,
    r.program,
    r.made_at
   FROM (((public.image_claims c
     JOIN public.claim_reports r ON ((r.id = c.report_id)))
     JOIN public.packages p ON (((p.name = c.name) AND (p.version = c.version) AND (p.type = c.type))))
     JOIN public.image_packages i ON (((i.package_id = p.id) AND (i.content_id = c.content_id))))
  WHERE (NOT (EXISTS ( SELECT 1
           FROM (public.package_keys k
             JOIN public.covered_ecosystems e ON (((e.ecosystem = k.ecosystem) AND e.plausible)))
          WHERE (k.package_id = p.id))));
CREATE TABLE public.enrolment_tokens (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone
);
CREATE TABLE public.epss_scores (
    cve text NOT NULL,
    score double precision NOT NULL,
    percentile double precision NOT NULL
);
CREATE TABLE public.image_content_map (
    image_id uuid NOT NULL,
    content_id integer NOT NULL
);
CREATE VIEW public.image_content AS
 SELECT image_content_map.image_id,
    image_content_map.content_id
   FROM public.image_content_map;
CREATE TABLE public.package_findings (
    package_id integer NOT NULL,
    vulnerability_id integer NOT NULL,
    severity smallint NOT NULL,
    severity_word text NOT NULL,
    cvss double precision,
    fixed_version text NOT NULL,
    fix_state text NOT NULL,
    undecided text NOT NULL,
    advisory_id integer,
    first_seen_at timestamp with time zone NOT NULL,
    fix_seen_at timestamp with time zone,
    claimed_by text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.vulnerability_aliases (
    alias text NOT NULL,
    vulnerability_id integer NOT NULL
);
CREATE TABLE public.workload_images (
    workload_id uuid NOT NULL,
    container text NOT NULL,
    container_type text NOT NULL,
    image_id uuid NOT NULL,
    declared text NOT NULL
);
CREATE TABLE public.workloads (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    team text NOT NULL,
    platform boolean NOT NULL,
    labels jsonb NOT NULL,
    pod_labels jsonb NOT NULL,
    service_account text NOT NULL,
    host_network boolean NOT NULL,
    host_pid boolean NOT NULL,
    host_ipc boolean NOT NULL,
    privileged boolean NOT NULL,
    replicas integer,
    kube_uid text NOT NULL,
    created_at timestamp with time zone,
    first_seen_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    revision bigint NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.05', autovacuum_vacuum_insert_scale_factor='0.05');
CREATE VIEW public.exception_reach AS
 SELECT e.id AS exception_id,
    e.kind,
    n.vulnerability_id,
    f.package_id,
    c.content_id,
    w.id AS workload_id,
    w.cluster_id,
    w.namespace
   FROM (((((((((public.exceptions e
     JOIN public.vulnerability_aliases n ON ((n.alias = e.vulnerability)))
     JOIN public.package_findings f ON ((f.vulnerability_id = n.vulnerability_id)))
     JOIN public.packages k ON ((k.id = f.package_id)))
     JOIN public.image_packages p ON ((p.package_id = f.package_id)))
     JOIN public.image_content c ON ((c.content_id = p.content_id)))
     JOIN public.images i ON ((i.id = c.image_id)))
     JOIN public.workload_images u ON ((u.image_id = i.id)))
     JOIN public.workloads w ON ((w.id = u.workload_id)))
     JOIN public.clusters l ON ((l.id = w.cluster_id)))
  WHERE public.exception_covers(e.*, l.name, w.namespace, w.labels, i.name, k.name);
CREATE VIEW public.exceptions_in_force AS
 SELECT n.vulnerability_id,
    e.id,
    e.kind,
    e.*::public.exceptions AS exception
   FROM (public.exceptions e
     JOIN public.vulnerability_aliases n ON ((n.alias = e.vulnerability)))
  WHERE ((e.state = 'APPROVED'::text) AND ((e.ends_at IS NULL) OR (e.ends_at > now())));
CREATE SEQUENCE public.fact_revision
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.feed_epss_scores (
    cve text NOT NULL,
    feed_id integer NOT NULL,
    score double precision NOT NULL,
    percentile double precision NOT NULL
);
CREATE TABLE public.feed_known_exploited (
    cve text NOT NULL,
    feed_id integer NOT NULL,
    since date NOT NULL,
    detail text NOT NULL
);
CREATE TABLE public.feed_turns (
    id smallint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT feed_turns_id_check CHECK ((id = 1))
);
ALTER TABLE public.feeds ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.feeds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finding_changes (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    package_id integer NOT NULL,
    vulnerability_id integer NOT NULL,
    change text NOT NULL,
    cause text NOT NULL,
    kind text DEFAULT 'ADVISORY'::text NOT NULL,
    severity smallint
);
ALTER TABLE public.finding_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.finding_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE TABLE public.gate_run_objects (
    run_id uuid NOT NULL,
    ordinal integer NOT NULL,
    at timestamp with time zone NOT NULL,
    cluster_id uuid,
    namespace text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    fingerprint bytea NOT NULL,
    findings integer NOT NULL,
    refused boolean NOT NULL
);
CREATE TABLE public.gate_runs (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    cluster_id uuid,
    cluster text NOT NULL,
    source text NOT NULL,
    pipeline text NOT NULL,
    commit_id text NOT NULL,
    branch text NOT NULL,
    fail_on text NOT NULL,
    result text NOT NULL,
    objects integer NOT NULL,
    critical integer NOT NULL,
    high integer NOT NULL,
    medium integer NOT NULL,
    low integer NOT NULL,
    unknown integer NOT NULL,
    unreadable integer NOT NULL,
    policy_revision bigint NOT NULL,
    findings json NOT NULL
);
CREATE TABLE public.health_samples (
    name text NOT NULL,
    at timestamp with time zone NOT NULL,
    value double precision NOT NULL
);
CREATE TABLE public.image_contents (
    id integer NOT NULL,
    digest text NOT NULL,
    config_digest text NOT NULL,
    source text NOT NULL,
    scanner text NOT NULL,
    scanned_at timestamp with time zone NOT NULL,
    first_scanned_at timestamp with time zone NOT NULL,
    os_id text NOT NULL,
    os_version text NOT NULL,
    os_name text NOT NULL,
    created_at timestamp with time zone,
    size bigint NOT NULL,
    complete boolean NOT NULL,
    package_count integer NOT NULL,
    secret_count integer NOT NULL,
    document bytea NOT NULL,
    has_config boolean DEFAULT true NOT NULL,
    chain_id text,
    layer_count integer DEFAULT 0 NOT NULL,
    platform text DEFAULT ''::text NOT NULL,
    base_name text DEFAULT ''::text NOT NULL,
    base_digest text DEFAULT ''::text NOT NULL
);
ALTER TABLE public.image_contents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.image_contents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.image_facts (
    image_id uuid NOT NULL,
    created_at timestamp with time zone,
    config_user text,
    labels jsonb,
    source text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL
);
CREATE TABLE public.image_signatures (
    target text NOT NULL,
    digest text,
    registry text NOT NULL,
    source text NOT NULL,
    looked_at timestamp with time zone,
    holds boolean NOT NULL,
    found integer NOT NULL,
    signatures bytea,
    attempts integer NOT NULL,
    reason text NOT NULL,
    last_error text NOT NULL,
    tried_at timestamp with time zone,
    next_at timestamp with time zone NOT NULL,
    leased_until timestamp with time zone
);
CREATE TABLE public.image_watches (
    id uuid NOT NULL,
    registry text NOT NULL,
    repository text NOT NULL,
    tags text NOT NULL,
    note text NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL
);
CREATE TABLE public.judgement_due (
    workload_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL,
    cause text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.judgements (
    workload_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    assembled_fingerprint bytea NOT NULL,
    fact_revision bigint NOT NULL,
    policy_revision bigint NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    exposure text NOT NULL,
    critical integer NOT NULL,
    high integer NOT NULL,
    medium integer NOT NULL,
    low integer NOT NULL,
    unknown_policies uuid[] NOT NULL,
    unknown json NOT NULL,
    valid_until timestamp with time zone,
    error_id text,
    verdicts bytea
);
CREATE TABLE public.known_exploited (
    cve text NOT NULL,
    since date NOT NULL,
    detail text NOT NULL
);
CREATE TABLE public.layer_contents (
    diff_id text NOT NULL,
    revision text NOT NULL,
    document bytea NOT NULL,
    used_at timestamp with time zone NOT NULL
);
CREATE TABLE public.machines (
    id uuid NOT NULL,
    machine_id text NOT NULL,
    name text NOT NULL,
    os_image text NOT NULL,
    kernel_version text NOT NULL,
    container_runtime text NOT NULL,
    architecture text NOT NULL,
    first_seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.nodes (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    name text NOT NULL,
    roles text[] NOT NULL,
    os_image text NOT NULL,
    kernel_version text NOT NULL,
    container_runtime text NOT NULL,
    kubelet_version text NOT NULL,
    architecture text NOT NULL,
    ready boolean,
    unschedulable boolean NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    machine_id text DEFAULT ''::text NOT NULL
);
CREATE VIEW public.listed_nodes AS
 SELECT nodes.id,
    nodes.cluster_id,
    nodes.name,
    nodes.roles,
    nodes.os_image,
    nodes.kernel_version,
    nodes.container_runtime,
    nodes.kubelet_version,
    nodes.architecture,
    nodes.ready,
    nodes.unschedulable,
    nodes.machine_id,
    nodes.first_seen_at
   FROM public.nodes
UNION ALL
 SELECT machines.id,
    NULL::uuid AS cluster_id,
    machines.name,
    '{}'::text[] AS roles,
    machines.os_image,
    machines.kernel_version,
    machines.container_runtime,
    ''::text AS kubelet_version,
    machines.architecture,
    NULL::boolean AS ready,
    false AS unschedulable,
    machines.machine_id,
    machines.first_seen_at
   FROM public.machines;
CREATE TABLE public.namespaces (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    name text NOT NULL,
    labels jsonb NOT NULL,
    annotations jsonb NOT NULL,
    platform boolean NOT NULL,
    first_seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.node_agents (
    node_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL
);
CREATE TABLE public.node_checks (
    node_id uuid NOT NULL,
    cluster_id uuid,
    failed text[] NOT NULL,
    unknown text[] NOT NULL,
    not_applicable text[] NOT NULL,
    catalogue bigint NOT NULL,
    evidence bytea NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    fingerprint bytea,
    failed_count integer GENERATED ALWAYS AS (cardinality(failed)) STORED NOT NULL,
    unknown_count integer GENERATED ALWAYS AS (cardinality(unknown)) STORED NOT NULL
);
ALTER TABLE ONLY public.node_checks ALTER COLUMN evidence SET STORAGE EXTERNAL;
CREATE TABLE public.node_counts (
    node_id uuid NOT NULL,
    hash text NOT NULL,
    kernel text NOT NULL,
    kernel_found boolean NOT NULL,
    problem text NOT NULL,
    packages integer NOT NULL,
    critical integer DEFAULT 0 NOT NULL,
    high integer DEFAULT 0 NOT NULL,
    medium integer DEFAULT 0 NOT NULL,
    low integer DEFAULT 0 NOT NULL,
    unknown integer DEFAULT 0 NOT NULL,
    fixable integer DEFAULT 0 NOT NULL,
    fixable_high integer DEFAULT 0 NOT NULL,
    exploited integer DEFAULT 0 NOT NULL,
    epss double precision,
    deferred integer DEFAULT 0 NOT NULL,
    false_positive integer DEFAULT 0 NOT NULL,
    unspoken integer DEFAULT 0 NOT NULL,
    not_running integer DEFAULT 0 NOT NULL,
    counted_at timestamp with time zone
);
CREATE TABLE public.node_events (
    id bigint NOT NULL,
    cluster_id uuid NOT NULL,
    node_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.node_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.node_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.node_evidence (
    node_id uuid NOT NULL,
    cluster_id uuid,
    machine_id text NOT NULL,
    hostname text NOT NULL,
    collector text NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    forced boolean NOT NULL,
    hash text NOT NULL,
    size integer NOT NULL,
    unread integer NOT NULL,
    packages integer NOT NULL,
    document bytea NOT NULL
);
ALTER TABLE ONLY public.node_evidence ALTER COLUMN document SET STORAGE EXTERNAL;
CREATE TABLE public.node_evidence_history (
    id bigint NOT NULL,
    node_id uuid NOT NULL,
    collector text NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    forced boolean NOT NULL,
    hash text NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.node_evidence_history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.node_evidence_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.node_order_pods (
    order_id uuid NOT NULL,
    namespace text NOT NULL,
    name text NOT NULL,
    outcome text NOT NULL,
    detail text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.node_orders (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    node_id uuid NOT NULL,
    node text NOT NULL,
    uid text NOT NULL,
    action text NOT NULL,
    reason text NOT NULL,
    actor text NOT NULL,
    lose_pods boolean NOT NULL,
    lose_data boolean NOT NULL,
    state text NOT NULL,
    detail text NOT NULL,
    at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    ended_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.node_packages (
    node_id uuid NOT NULL,
    package_id integer NOT NULL,
    usage text NOT NULL
);
CREATE TABLE public.notification_deliveries (
    id uuid NOT NULL,
    notifier_id uuid NOT NULL,
    notifier_name text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    severity smallint NOT NULL,
    message text NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    leased_until timestamp with time zone,
    last_error text DEFAULT ''::text NOT NULL,
    tried_at timestamp with time zone,
    delivered_at timestamp with time zone,
    replays integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.notification_groups (
    notifier_id uuid NOT NULL,
    group_key text NOT NULL,
    held_until timestamp with time zone NOT NULL
);
CREATE TABLE public.notification_items (
    id bigint NOT NULL,
    notifier_id uuid NOT NULL,
    group_key text NOT NULL,
    event text NOT NULL,
    at timestamp with time zone NOT NULL,
    cluster_id uuid,
    cluster_name text NOT NULL,
    policy_id uuid,
    policy_name text NOT NULL,
    severity smallint NOT NULL,
    owner text NOT NULL,
    amount integer NOT NULL,
    samples json NOT NULL
);
ALTER TABLE public.notification_items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.notification_items_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notification_rules (
    id uuid NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL,
    enabled boolean NOT NULL,
    document jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL
);
CREATE TABLE public.notification_watch (
    subject text NOT NULL,
    cluster_id uuid,
    told text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.notifiers (
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    enabled boolean NOT NULL,
    settings jsonb NOT NULL,
    secret bytea,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL
);
CREATE TABLE public.package_counts (
    package_id integer NOT NULL,
    critical integer NOT NULL,
    high integer NOT NULL,
    medium integer NOT NULL,
    low integer NOT NULL,
    unknown integer NOT NULL,
    fixable integer NOT NULL,
    exploited integer NOT NULL,
    epss double precision,
    images integer NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    deferred integer DEFAULT 0 NOT NULL,
    false_positive integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.package_due (
    package_id integer NOT NULL,
    not_before timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    last_error text DEFAULT ''::text NOT NULL,
    kind text DEFAULT ''::text NOT NULL,
    cause text DEFAULT ''::text NOT NULL
);
ALTER TABLE public.packages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.packages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pods (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    workload_id uuid NOT NULL,
    namespace text NOT NULL,
    name text NOT NULL,
    node text NOT NULL,
    phase text NOT NULL,
    started_at timestamp with time zone,
    containers jsonb NOT NULL
);
CREATE TABLE public.policies (
    id uuid NOT NULL,
    name text NOT NULL,
    severity text NOT NULL,
    enabled boolean NOT NULL,
    built_in boolean NOT NULL,
    categories text[] NOT NULL,
    document jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    origin text DEFAULT 'console'::text NOT NULL,
    source_document jsonb,
    differs boolean GENERATED ALWAYS AS (((source_document IS NOT NULL) AND (source_document <> document))) STORED
);
CREATE TABLE public.policy_exclusions (
    id uuid NOT NULL,
    policy_id uuid NOT NULL,
    cluster text NOT NULL,
    namespace text NOT NULL,
    workload text NOT NULL,
    labels text[] NOT NULL,
    namespace_labels text[] NOT NULL,
    reason text NOT NULL,
    author text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    removed_at timestamp with time zone,
    removed_by text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.policy_set (
    id smallint NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT policy_set_id_check CHECK ((id = 1))
);
CREATE TABLE public.policy_versions (
    policy_id uuid NOT NULL,
    version integer NOT NULL,
    set_revision bigint NOT NULL,
    document jsonb NOT NULL,
    enabled boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    origin text DEFAULT 'console'::text NOT NULL
);
CREATE TABLE public.preferences (
    person text NOT NULL,
    theme text NOT NULL,
    density text NOT NULL,
    single_keys boolean NOT NULL,
    columns text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL
);
CREATE TABLE public.recount_due (
    kind text NOT NULL,
    id text NOT NULL,
    number bigint NOT NULL
);
ALTER TABLE public.recount_due ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recount_due_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registries (
    id uuid NOT NULL,
    host text NOT NULL,
    mirror_of text NOT NULL,
    scanned_by text NOT NULL,
    username text NOT NULL,
    secret bytea,
    ca_pem text NOT NULL,
    plain_http boolean NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL
);
CREATE TABLE public.registry_repositories (
    registry text NOT NULL,
    repository text NOT NULL,
    looked_at timestamp with time zone,
    next_at timestamp with time zone NOT NULL,
    error text NOT NULL,
    tag_count integer NOT NULL
);
CREATE TABLE public.registry_tags (
    registry text NOT NULL,
    repository text NOT NULL,
    tag text NOT NULL,
    digest text,
    built_at timestamp with time zone,
    first_seen_at timestamp with time zone NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    newer_tag text,
    newer_since timestamp with time zone
);
CREATE TABLE public.report_chunks (
    file_id uuid NOT NULL,
    ordinal integer NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY public.report_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE TABLE public.report_definitions (
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    document jsonb NOT NULL,
    author text NOT NULL,
    next_at timestamp with time zone,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL
);
CREATE TABLE public.report_deliveries (
    id uuid NOT NULL,
    job_id uuid NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    target text NOT NULL,
    settings jsonb NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone NOT NULL,
    leased_until timestamp with time zone,
    outcome text DEFAULT ''::text NOT NULL,
    delivered_at timestamp with time zone
);
CREATE TABLE public.report_files (
    id uuid NOT NULL,
    job_id uuid NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    format text,
    media_type text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL
);
CREATE TABLE public.report_jobs (
    id uuid NOT NULL,
    definition_id uuid,
    definition jsonb NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    author text NOT NULL,
    cause text NOT NULL,
    asked_by text NOT NULL,
    due_at timestamp with time zone,
    state text NOT NULL,
    progress integer DEFAULT 0 NOT NULL,
    step text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    leased_until timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    data_as_of timestamp with time zone,
    rights text DEFAULT ''::text NOT NULL,
    expires_at timestamp with time zone
);
CREATE TABLE public.report_workers (
    part text NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.retention_runs (
    rule text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    took_millis bigint NOT NULL,
    deleted bigint NOT NULL,
    complete boolean NOT NULL,
    error text NOT NULL
);
CREATE TABLE public.risk_history (
    id bigint NOT NULL,
    workload_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    score double precision NOT NULL,
    unknown_factors integer NOT NULL,
    cause text NOT NULL,
    added json NOT NULL,
    removed json NOT NULL
);
ALTER TABLE public.risk_history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.risk_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.risk_scores (
    workload_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    platform boolean NOT NULL,
    score double precision NOT NULL,
    unknown_factors integer NOT NULL,
    stale_factors integer NOT NULL,
    model_version text NOT NULL,
    factors json NOT NULL,
    reasons json NOT NULL,
    assessed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.saved_views (
    id uuid NOT NULL,
    owner text NOT NULL,
    list text NOT NULL,
    name text NOT NULL,
    shared boolean NOT NULL,
    q text NOT NULL,
    sort text NOT NULL,
    columns text NOT NULL,
    scope text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL
);
CREATE TABLE public.scan_jobs (
    id uuid NOT NULL,
    target text NOT NULL,
    digest text,
    image_id uuid,
    reference text NOT NULL,
    registry text NOT NULL,
    platform text NOT NULL,
    via text NOT NULL,
    cluster_id uuid,
    state text NOT NULL,
    cause text NOT NULL,
    requested_by text NOT NULL,
    priority smallint NOT NULL,
    attempts integer NOT NULL,
    reason text NOT NULL,
    last_error text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    leased_until timestamp with time zone,
    layers_done integer DEFAULT 0 NOT NULL,
    layers integer DEFAULT 0 NOT NULL,
    bytes bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.sealed_days (
    day date NOT NULL,
    previous text NOT NULL,
    reports text[] NOT NULL,
    audit_entries bigint NOT NULL,
    audit_first bigint NOT NULL,
    audit_last bigint NOT NULL,
    audit_sha256 text NOT NULL,
    hash text NOT NULL,
    seal bytea NOT NULL,
    closed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sealed_reports (
    id bigint NOT NULL,
    manifest text NOT NULL,
    job_id text NOT NULL,
    name text NOT NULL,
    fingerprint text NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    day date
);
ALTER TABLE public.sealed_reports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sealed_reports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.secrets (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    keys text[] NOT NULL,
    certificate_expires_at timestamp with time zone,
    certificate_subject text NOT NULL,
    registries text[] NOT NULL,
    first_seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.service_accounts (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    name text NOT NULL,
    automount boolean,
    first_seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.settings (
    key text NOT NULL,
    value jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL
);
CREATE TABLE public.signature_verdicts (
    target text NOT NULL,
    verifier_id uuid NOT NULL,
    version integer NOT NULL,
    outcome text NOT NULL,
    signers text[] NOT NULL,
    reason text NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE public.signature_verifiers (
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    pem text NOT NULL,
    subjects text[] NOT NULL,
    issuers text[] NOT NULL,
    images text[] NOT NULL,
    images_like text[] NOT NULL,
    note text NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    logs_pem text DEFAULT ''::text NOT NULL
);
CREATE VIEW public.signatures_of_images AS
 SELECT i.id AS image_id,
    COALESCE(i.digest, i.name) AS target,
    v.id AS verifier_id,
    v.name AS verifier,
    v.kind,
        CASE
            WHEN (s.holds AND (i.digest IS NOT NULL)) THEN COALESCE(d.outcome, 'UNKNOWN'::text)
            ELSE 'UNKNOWN'::text
        END AS outcome,
        CASE
            WHEN (s.holds AND (i.digest IS NOT NULL) AND (d.target IS NOT NULL)) THEN d.signers
            ELSE '{}'::text[]
        END AS signers,
        CASE
            WHEN (i.digest IS NULL) THEN 'Only a tag of it is known, which may name another image by now.'::text
            WHEN (s.target IS NULL) THEN 'Nobody has looked for its signatures yet.'::text
            WHEN (s.holds AND (d.target IS NOT NULL)) THEN d.reason
            WHEN s.holds THEN 'It was not checked with this verifier yet.'::text
            WHEN (s.last_error <> ''::text) THEN s.last_error
            ELSE 'Nobody has looked for its signatures yet.'::text
        END AS reason,
        CASE
            WHEN (s.holds AND (i.digest IS NOT NULL)) THEN d.checked_at
            ELSE NULL::timestamp with time zone
        END AS checked_at,
        CASE
            WHEN (s.holds AND (i.digest IS NOT NULL)) THEN d.since
            ELSE NULL::timestamp with time zone
        END AS since,
    ((i.digest IS NOT NULL) AND (s.signatures IS NOT NULL) AND (d.target IS NULL)) AS pending
   FROM (((public.images i
     JOIN public.signature_verifiers v ON (((v.images_like = '{}'::text[]) OR (lower(((i.registry || '/'::text) || i.repository)) ~~ ANY (v.images_like)))))
     LEFT JOIN public.image_signatures s ON ((s.target = COALESCE(i.digest, i.name))))
     LEFT JOIN public.signature_verdicts d ON (((d.target = s.target) AND (d.verifier_id = v.id) AND (d.version = v.version))));
CREATE TABLE public.signing_keys (
    fingerprint text NOT NULL,
    public_key bytea NOT NULL,
    encrypted_key bytea,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    reason text NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT signing_keys_check CHECK (((encrypted_key IS NULL) = (retired_at IS NOT NULL)))
);
CREATE VIEW public.tagged_contents AS
 SELECT content_names.registry,
    content_names.repository,
    content_names.tag,
    content_names.content_id
   FROM public.content_names
UNION ALL
 SELECT t.registry,
    t.repository,
    t.tag,
    d.content_id
   FROM (public.registry_tags t
     JOIN public.image_content_digests d ON ((d.digest = t.digest)))
UNION ALL
 SELECT i.registry,
    i.repository,
    i.tag,
    v.content_id
   FROM (public.images i
     JOIN public.contents_of_images v ON ((v.image_id = i.id)))
  WHERE (i.tag <> ''::text);
CREATE VIEW public.trusted_node_checks AS
 SELECT c.node_id,
    c.cluster_id,
    c.failed,
    c.unknown,
    c.not_applicable,
    c.catalogue,
    c.evidence,
    c.collected_at,
    c.judged_at
   FROM (public.node_checks c
     JOIN public.node_evidence e ON ((e.node_id = c.node_id)))
  WHERE (NOT e.forced);
CREATE TABLE public.users (
    id uuid NOT NULL,
    username text NOT NULL,
    password_hash text NOT NULL,
    role text NOT NULL,
    enabled boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_login_at timestamp with time zone,
    version integer NOT NULL,
    standing integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.vanished_nodes (
    id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    name text NOT NULL,
    roles text[] NOT NULL,
    os_image text NOT NULL,
    kernel_version text NOT NULL,
    container_runtime text NOT NULL,
    kubelet_version text NOT NULL,
    architecture text NOT NULL,
    machine_id text NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    vanished_at timestamp with time zone NOT NULL
);
CREATE TABLE public.vex_documents (
    id text NOT NULL,
    format text NOT NULL,
    author text NOT NULL,
    version integer NOT NULL,
    written_at timestamp with time zone,
    source text NOT NULL,
    brought_by text NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    statements integer NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.vex_packages (
    statement_id bigint NOT NULL,
    package_id integer NOT NULL
);
CREATE VIEW public.vex_spoken AS
 SELECT DISTINCT a.vulnerability_id
   FROM ((public.vex_statements s
     CROSS JOIN LATERAL unnest(s.names) n(name))
     JOIN public.vulnerability_aliases a ON ((a.alias = n.name)))
  WHERE (s.acts AND (s.status = ANY (ARRAY['NOT_AFFECTED'::text, 'FIXED'::text])));
ALTER TABLE public.vex_statements ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.vex_statements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.violation_comments (
    id uuid NOT NULL,
    violation_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    change_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    author text NOT NULL,
    body text NOT NULL
);
CREATE TABLE public.violation_day_marks (
    day date NOT NULL,
    rolled_at timestamp with time zone NOT NULL
);
CREATE TABLE public.violation_days (
    day date NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    platform boolean NOT NULL,
    severity smallint NOT NULL,
    open integer NOT NULL,
    opened integer NOT NULL,
    closed integer NOT NULL,
    fixed integer NOT NULL,
    fix_seconds bigint NOT NULL
);
CREATE TABLE public.violation_decision_rows (
    decision_id uuid NOT NULL,
    violation_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    decisions integer NOT NULL,
    state_after text NOT NULL,
    state text NOT NULL,
    assignee text NOT NULL,
    assignee_kind text NOT NULL,
    acceptance_id uuid,
    resolved_by text NOT NULL,
    closed_at timestamp with time zone,
    unconfirmed_since timestamp with time zone
);
CREATE TABLE public.violation_decisions (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    q text NOT NULL,
    reason text NOT NULL,
    changed integer NOT NULL,
    undone_at timestamp with time zone
);
CREATE TABLE public.violation_history (
    id bigint NOT NULL,
    violation_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    change text NOT NULL,
    cause text NOT NULL,
    correlation_id text NOT NULL,
    actor text DEFAULT ''::text NOT NULL
);
ALTER TABLE public.violation_history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.violation_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.violations (
    id uuid NOT NULL,
    policy_id uuid NOT NULL,
    policy_name text NOT NULL,
    workload_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    workload_kind text NOT NULL,
    workload_name text NOT NULL,
    team text NOT NULL,
    platform boolean NOT NULL,
    severity smallint NOT NULL,
    state text NOT NULL,
    unconfirmed_since timestamp with time zone,
    evidence json NOT NULL,
    evidence_hash bytea NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    fact_revision bigint NOT NULL,
    policy_revision bigint NOT NULL,
    assignee text DEFAULT ''::text NOT NULL,
    assignee_kind text DEFAULT ''::text NOT NULL,
    acceptance_id uuid,
    exclusion_id uuid,
    resolved_by text DEFAULT ''::text NOT NULL,
    decisions integer DEFAULT 0 NOT NULL,
    paused boolean DEFAULT false NOT NULL,
    gate_run_id uuid
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.02');
CREATE TABLE public.vulnerabilities (
    id integer NOT NULL,
    name text NOT NULL,
    aliases text[] NOT NULL,
    severity smallint NOT NULL,
    cvss double precision,
    cvss_vector text NOT NULL,
    nvd_cvss double precision,
    epss double precision,
    epss_percentile double precision,
    kev_since date,
    kev_detail text NOT NULL,
    published_at timestamp with time zone,
    modified_at timestamp with time zone,
    withdrawn boolean NOT NULL,
    disputed boolean NOT NULL,
    summary text NOT NULL
);
ALTER TABLE public.vulnerabilities ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.vulnerabilities_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vulnerability_due (
    vulnerability_id integer NOT NULL,
    cause text NOT NULL,
    matching boolean NOT NULL,
    not_before timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    last_error text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'ADVISORY'::text NOT NULL
);
CREATE TABLE public.vulnerability_reach (
    vulnerability_id integer NOT NULL,
    severity smallint NOT NULL,
    fixable boolean NOT NULL,
    images integer NOT NULL,
    running_images integer NOT NULL,
    workloads integer NOT NULL,
    observed integer NOT NULL,
    deferred integer NOT NULL,
    false_positive integer NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    counted_at timestamp with time zone NOT NULL
);
CREATE TABLE public.workload_checks (
    workload_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    failed text[] NOT NULL,
    unknown text[] NOT NULL,
    not_applicable text[] NOT NULL,
    catalogue bigint NOT NULL,
    fingerprint bytea NOT NULL,
    evidence bytea NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    revision bigint DEFAULT 0 NOT NULL
);
ALTER TABLE ONLY public.workload_checks ALTER COLUMN evidence SET STORAGE EXTERNAL;
CREATE SEQUENCE public.workload_checks_revision
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.workload_counts (
    workload_id uuid NOT NULL,
    contents integer[] NOT NULL,
    critical integer NOT NULL,
    high integer NOT NULL,
    medium integer NOT NULL,
    low integer NOT NULL,
    unknown integer NOT NULL,
    fixable integer NOT NULL,
    fixable_high integer NOT NULL,
    exploited integer NOT NULL,
    epss double precision,
    deferred integer NOT NULL,
    false_positive integer NOT NULL,
    counted_at timestamp with time zone NOT NULL
);
CREATE TABLE public.workload_history (
    id bigint NOT NULL,
    workload_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    at timestamp with time zone NOT NULL,
    change text NOT NULL,
    detail text NOT NULL,
    correlation_id text NOT NULL
);
ALTER TABLE public.workload_history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.workload_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workload_secrets (
    workload_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    namespace text NOT NULL,
    secret text NOT NULL,
    usage text NOT NULL
);
ALTER TABLE ONLY public.acceptances
    ADD CONSTRAINT acceptances_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advisories
    ADD CONSTRAINT advisories_feed_id_name_key UNIQUE (feed_id, name);
ALTER TABLE ONLY public.advisories
    ADD CONSTRAINT advisories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advisory_packages
    ADD CONSTRAINT advisory_packages_pkey PRIMARY KEY (ecosystem, name, advisory_id);
ALTER TABLE ONLY public.advisory_vulnerabilities
    ADD CONSTRAINT advisory_vulnerabilities_pkey PRIMARY KEY (vulnerability_id, advisory_id);
ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT agreements_pkey PRIMARY KEY (cluster_id);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.binding_subjects
    ADD CONSTRAINT binding_subjects_pkey PRIMARY KEY (binding_id, subject);
ALTER TABLE ONLY public.carried_decisions
    ADD CONSTRAINT carried_decisions_pkey PRIMARY KEY (violation_id);
ALTER TABLE ONLY public.central_authority
    ADD CONSTRAINT central_authority_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.claim_reports
    ADD CONSTRAINT claim_reports_content_id_scanner_key UNIQUE (content_id, scanner);
ALTER TABLE ONLY public.claim_reports
    ADD CONSTRAINT claim_reports_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cluster_certificates
    ADD CONSTRAINT cluster_certificates_pkey PRIMARY KEY (serial);
ALTER TABLE ONLY public.cluster_coverage
    ADD CONSTRAINT cluster_coverage_pkey PRIMARY KEY (cluster_id, kind);
ALTER TABLE ONLY public.cluster_objects
    ADD CONSTRAINT cluster_objects_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cluster_problems
    ADD CONSTRAINT cluster_problems_pkey PRIMARY KEY (cluster_id, ordinal);
ALTER TABLE ONLY public.clusters
    ADD CONSTRAINT clusters_name_key UNIQUE (name);
ALTER TABLE ONLY public.clusters
    ADD CONSTRAINT clusters_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.compliance_attestation_files
    ADD CONSTRAINT compliance_attestation_files_pkey PRIMARY KEY (attestation_id);
ALTER TABLE ONLY public.compliance_attestations
    ADD CONSTRAINT compliance_attestations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.compliance_benchmark_choices
    ADD CONSTRAINT compliance_benchmark_choices_pkey PRIMARY KEY (cluster_id);
ALTER TABLE ONLY public.compliance_checks
    ADD CONSTRAINT compliance_checks_pkey PRIMARY KEY (cluster_id, check_id);
ALTER TABLE ONLY public.compliance_exceptions
    ADD CONSTRAINT compliance_exceptions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.compliance_history
    ADD CONSTRAINT compliance_history_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.compliance_results
    ADD CONSTRAINT compliance_results_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.compliance_standards
    ADD CONSTRAINT compliance_standards_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_counts
    ADD CONSTRAINT content_counts_pkey PRIMARY KEY (content_id);
ALTER TABLE ONLY public.content_layers
    ADD CONSTRAINT content_layers_pkey PRIMARY KEY (content_id, depth);
ALTER TABLE ONLY public.content_names
    ADD CONSTRAINT content_names_pkey PRIMARY KEY (registry, repository, tag, content_id);
ALTER TABLE ONLY public.enrolment_tokens
    ADD CONSTRAINT enrolment_tokens_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.enrolment_tokens
    ADD CONSTRAINT enrolment_tokens_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.epss_scores
    ADD CONSTRAINT epss_scores_pkey PRIMARY KEY (cve);
ALTER TABLE ONLY public.exceptions
    ADD CONSTRAINT exceptions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feed_ecosystems
    ADD CONSTRAINT feed_ecosystems_pkey PRIMARY KEY (feed_id, ecosystem);
ALTER TABLE ONLY public.feed_epss_scores
    ADD CONSTRAINT feed_epss_scores_pkey PRIMARY KEY (cve, feed_id);
ALTER TABLE ONLY public.feed_known_exploited
    ADD CONSTRAINT feed_known_exploited_pkey PRIMARY KEY (cve, feed_id);
ALTER TABLE ONLY public.feed_turns
    ADD CONSTRAINT feed_turns_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_name_key UNIQUE (name);
ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finding_changes
    ADD CONSTRAINT finding_changes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY public.gate_run_objects
    ADD CONSTRAINT gate_run_objects_pkey PRIMARY KEY (run_id, ordinal);
ALTER TABLE ONLY public.gate_runs
    ADD CONSTRAINT gate_runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.health_samples
    ADD CONSTRAINT health_samples_pkey PRIMARY KEY (name, at);
ALTER TABLE ONLY public.image_claims
    ADD CONSTRAINT image_claims_pkey PRIMARY KEY (report_id, vulnerability_id, type, name, version);
ALTER TABLE ONLY public.image_content_digests
    ADD CONSTRAINT image_content_digests_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY public.image_content_links
    ADD CONSTRAINT image_content_links_pkey PRIMARY KEY (image_id);
ALTER TABLE ONLY public.image_content_map
    ADD CONSTRAINT image_content_map_pkey PRIMARY KEY (image_id);
ALTER TABLE ONLY public.image_contents
    ADD CONSTRAINT image_contents_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.image_contents
    ADD CONSTRAINT image_contents_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.image_facts
    ADD CONSTRAINT image_facts_pkey PRIMARY KEY (image_id);
ALTER TABLE ONLY public.image_packages
    ADD CONSTRAINT image_packages_pkey PRIMARY KEY (package_id, content_id);
ALTER TABLE ONLY public.image_signatures
    ADD CONSTRAINT image_signatures_pkey PRIMARY KEY (target);
ALTER TABLE ONLY public.image_watches
    ADD CONSTRAINT image_watches_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.judgement_due
    ADD CONSTRAINT judgement_due_pkey PRIMARY KEY (workload_id);
ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT judgements_pkey PRIMARY KEY (workload_id);
ALTER TABLE ONLY public.known_exploited
    ADD CONSTRAINT known_exploited_pkey PRIMARY KEY (cve);
ALTER TABLE ONLY public.layer_contents
    ADD CONSTRAINT layer_contents_pkey PRIMARY KEY (diff_id, revision);
ALTER TABLE ONLY public.machines
    ADD CONSTRAINT machines_machine_id_key UNIQUE (machine_id);
ALTER TABLE ONLY public.machines
    ADD CONSTRAINT machines_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.namespaces
    ADD CONSTRAINT namespaces_cluster_id_name_key UNIQUE (cluster_id, name);
ALTER TABLE ONLY public.namespaces
    ADD CONSTRAINT namespaces_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.node_agents
    ADD CONSTRAINT node_agents_pkey PRIMARY KEY (node_id);
ALTER TABLE ONLY public.node_checks
    ADD CONSTRAINT node_checks_pkey PRIMARY KEY (node_id);
ALTER TABLE ONLY public.node_counts
    ADD CONSTRAINT node_counts_pkey PRIMARY KEY (node_id);
ALTER TABLE ONLY public.node_events
    ADD CONSTRAINT node_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.node_evidence_history
    ADD CONSTRAINT node_evidence_history_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.node_evidence
    ADD CONSTRAINT node_evidence_pkey PRIMARY KEY (node_id);
ALTER TABLE ONLY public.node_order_pods
    ADD CONSTRAINT node_order_pods_pkey PRIMARY KEY (order_id, namespace, name);
ALTER TABLE ONLY public.node_orders
    ADD CONSTRAINT node_orders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.node_packages
    ADD CONSTRAINT node_packages_pkey PRIMARY KEY (node_id, package_id);
ALTER TABLE ONLY public.nodes
    ADD CONSTRAINT nodes_cluster_id_name_key UNIQUE (cluster_id, name);
ALTER TABLE ONLY public.nodes
    ADD CONSTRAINT nodes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notification_deliveries
    ADD CONSTRAINT notification_deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notification_groups
    ADD CONSTRAINT notification_groups_pkey PRIMARY KEY (notifier_id, group_key);
ALTER TABLE ONLY public.notification_items
    ADD CONSTRAINT notification_items_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notification_rules
    ADD CONSTRAINT notification_rules_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notification_watch
    ADD CONSTRAINT notification_watch_pkey PRIMARY KEY (subject);
ALTER TABLE ONLY public.notifiers
    ADD CONSTRAINT notifiers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.package_counts
    ADD CONSTRAINT package_counts_pkey PRIMARY KEY (package_id);
ALTER TABLE ONLY public.package_due
    ADD CONSTRAINT package_due_pkey PRIMARY KEY (package_id);
ALTER TABLE ONLY public.package_findings
    ADD CONSTRAINT package_findings_pkey PRIMARY KEY (package_id, vulnerability_id);
ALTER TABLE ONLY public.package_keys
    ADD CONSTRAINT package_keys_pkey PRIMARY KEY (ecosystem, name, package_id);
ALTER TABLE ONLY public.packages
    ADD CONSTRAINT packages_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pods
    ADD CONSTRAINT pods_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_name_key UNIQUE (name) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policy_exclusions
    ADD CONSTRAINT policy_exclusions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policy_set
    ADD CONSTRAINT policy_set_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policy_versions
    ADD CONSTRAINT policy_versions_pkey PRIMARY KEY (policy_id, version);
ALTER TABLE ONLY public.preferences
    ADD CONSTRAINT preferences_pkey PRIMARY KEY (person);
ALTER TABLE ONLY public.recount_due
    ADD CONSTRAINT recount_due_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.registries
    ADD CONSTRAINT registries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_repositories
    ADD CONSTRAINT registry_repositories_pkey PRIMARY KEY (registry, repository);
ALTER TABLE ONLY public.registry_tags
    ADD CONSTRAINT registry_tags_pkey PRIMARY KEY (registry, repository, tag);
ALTER TABLE ONLY public.report_chunks
    ADD CONSTRAINT report_chunks_pkey PRIMARY KEY (file_id, ordinal);
ALTER TABLE ONLY public.report_definitions
    ADD CONSTRAINT report_definitions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.report_deliveries
    ADD CONSTRAINT report_deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.report_files
    ADD CONSTRAINT report_files_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.report_jobs
    ADD CONSTRAINT report_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.report_workers
    ADD CONSTRAINT report_workers_pkey PRIMARY KEY (part);
ALTER TABLE ONLY public.retention_runs
    ADD CONSTRAINT retention_runs_pkey PRIMARY KEY (rule);
ALTER TABLE ONLY public.risk_history
    ADD CONSTRAINT risk_history_pkey PRIMARY KEY (workload_id, id);
ALTER TABLE ONLY public.risk_scores
    ADD CONSTRAINT risk_scores_pkey PRIMARY KEY (workload_id);
ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT saved_views_owner_list_name_key UNIQUE (owner, list, name);
ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT saved_views_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.scan_jobs
    ADD CONSTRAINT scan_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.scan_jobs
    ADD CONSTRAINT scan_jobs_target_key UNIQUE (target);
ALTER TABLE ONLY public.sealed_days
    ADD CONSTRAINT sealed_days_hash_key UNIQUE (hash);
ALTER TABLE ONLY public.sealed_days
    ADD CONSTRAINT sealed_days_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.sealed_reports
    ADD CONSTRAINT sealed_reports_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.secrets
    ADD CONSTRAINT secrets_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.service_accounts
    ADD CONSTRAINT service_accounts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.settings
    ADD CONSTRAINT settings_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.signature_verdicts
    ADD CONSTRAINT signature_verdicts_pkey PRIMARY KEY (target, verifier_id);
ALTER TABLE ONLY public.signature_verifiers
    ADD CONSTRAINT signature_verifiers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (fingerprint);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_username_key UNIQUE (username);
ALTER TABLE ONLY public.vanished_nodes
    ADD CONSTRAINT vanished_nodes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vex_documents
    ADD CONSTRAINT vex_documents_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vex_packages
    ADD CONSTRAINT vex_packages_pkey PRIMARY KEY (statement_id, package_id);
ALTER TABLE ONLY public.vex_statements
    ADD CONSTRAINT vex_statements_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.violation_comments
    ADD CONSTRAINT violation_comments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.violation_day_marks
    ADD CONSTRAINT violation_day_marks_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.violation_days
    ADD CONSTRAINT violation_days_pkey PRIMARY KEY (day, cluster_id, namespace, platform, severity);
ALTER TABLE ONLY public.violation_decision_rows
    ADD CONSTRAINT violation_decision_rows_pkey PRIMARY KEY (decision_id, violation_id);
ALTER TABLE ONLY public.violation_decisions
    ADD CONSTRAINT violation_decisions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.violation_history
    ADD CONSTRAINT violation_history_pkey PRIMARY KEY (violation_id, id);
ALTER TABLE ONLY public.violations
    ADD CONSTRAINT violations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vulnerabilities
    ADD CONSTRAINT vulnerabilities_name_key UNIQUE (name);
ALTER TABLE ONLY public.vulnerabilities
    ADD CONSTRAINT vulnerabilities_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vulnerability_aliases
    ADD CONSTRAINT vulnerability_aliases_pkey PRIMARY KEY (alias);
ALTER TABLE ONLY public.vulnerability_due
    ADD CONSTRAINT vulnerability_due_pkey PRIMARY KEY (vulnerability_id);
ALTER TABLE ONLY public.vulnerability_reach
    ADD CONSTRAINT vulnerability_reach_pkey PRIMARY KEY (vulnerability_id);
ALTER TABLE ONLY public.workload_checks
    ADD CONSTRAINT workload_checks_pkey PRIMARY KEY (workload_id);
ALTER TABLE ONLY public.workload_counts
    ADD CONSTRAINT workload_counts_pkey PRIMARY KEY (workload_id);
ALTER TABLE ONLY public.workload_history
    ADD CONSTRAINT workload_history_pkey PRIMARY KEY (workload_id, id);
ALTER TABLE ONLY public.workload_images
    ADD CONSTRAINT workload_images_pkey PRIMARY KEY (workload_id, container, image_id);
ALTER TABLE ONLY public.workload_secrets
    ADD CONSTRAINT workload_secrets_pkey PRIMARY KEY (workload_id, secret, usage);
ALTER TABLE ONLY public.workloads
    ADD CONSTRAINT workloads_pkey PRIMARY KEY (id);
CREATE INDEX advisories_named ON public.advisories USING btree (lower(name));
CREATE INDEX advisory_packages_of ON public.advisory_packages USING btree (advisory_id);
CREATE INDEX advisory_vulnerabilities_of ON public.advisory_vulnerabilities USING btree (advisory_id);
CREATE INDEX audit_log_at ON public.audit_log USING brin (at);
CREATE INDEX audit_log_object ON public.audit_log USING btree (object_type, object_id, id DESC);
CREATE INDEX binding_subjects_role ON public.binding_subjects USING btree (role_id);
CREATE INDEX binding_subjects_subject ON public.binding_subjects USING btree (cluster_id, subject);
CREATE INDEX carried_decisions_workload ON public.carried_decisions USING btree (workload_id);
CREATE INDEX cluster_certificates_cluster ON public.cluster_certificates USING btree (cluster_id);
CREATE INDEX cluster_objects_place ON public.cluster_objects USING btree (cluster_id, kind, namespace, name);
CREATE INDEX compliance_attestations_of ON public.compliance_attestations USING btree (standard, control);
CREATE INDEX compliance_changes_of ON public.compliance_changes USING btree (cluster_id, at);
CREATE INDEX compliance_exceptions_held ON public.compliance_exceptions USING btree (cluster_id) WHERE (state = 'APPROVED'::text);
CREATE INDEX compliance_exceptions_order ON public.compliance_exceptions USING btree (requested_at, id);
CREATE INDEX compliance_history_of ON public.compliance_history USING btree (standard, control, cluster_id, id);
CREATE UNIQUE INDEX compliance_results_of ON public.compliance_results USING btree (cluster_id, standard, control);
CREATE INDEX compliance_results_order ON public.compliance_results USING btree (standard, ordinal, id);
CREATE INDEX content_counts_order ON public.content_counts USING btree (critical DESC, high DESC, content_id DESC);
CREATE INDEX content_layers_chain ON public.content_layers USING btree (chain_id);
CREATE INDEX content_names_of ON public.content_names USING btree (content_id);
CREATE INDEX enrolment_tokens_cluster ON public.enrolment_tokens USING btree (cluster_id);
CREATE INDEX exceptions_listed ON public.exceptions USING btree (requested_at DESC, id DESC);
CREATE INDEX exceptions_of ON public.exceptions USING btree (vulnerability) WHERE (state = 'APPROVED'::text);
CREATE INDEX feed_epss_scores_of_feed ON public.feed_epss_scores USING btree (feed_id);
CREATE INDEX feed_known_exploited_of_feed ON public.feed_known_exploited USING btree (feed_id);
CREATE INDEX finding_changes_at ON public.finding_changes USING btree (at);
CREATE INDEX finding_changes_of ON public.finding_changes USING btree (package_id, at DESC);
CREATE INDEX finding_changes_vulnerability ON public.finding_changes USING btree (vulnerability_id, at DESC);
CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);
CREATE INDEX gate_run_objects_cluster ON public.gate_run_objects USING btree (cluster_id);
CREATE INDEX gate_run_objects_name ON public.gate_run_objects USING btree (namespace, kind, name, at DESC);
CREATE INDEX gate_runs_at ON public.gate_runs USING btree (at DESC, id);
CREATE INDEX gate_runs_cluster ON public.gate_runs USING btree (cluster_id, at DESC);
CREATE INDEX health_samples_at ON public.health_samples USING brin (at);
CREATE INDEX image_claims_of_content ON public.image_claims USING btree (content_id);
CREATE INDEX image_claims_of_package ON public.image_claims USING btree (name, version, type);
CREATE INDEX image_claims_of_vulnerability ON public.image_claims USING btree (vulnerability_id);
CREATE INDEX image_content_digests_content ON public.image_content_digests USING btree (content_id);
CREATE INDEX image_content_links_content ON public.image_content_links USING btree (content_id);
CREATE INDEX image_content_map_of ON public.image_content_map USING btree (content_id, image_id);
CREATE INDEX image_contents_chain ON public.image_contents USING btree (chain_id) WHERE (chain_id <> ''::text);
CREATE INDEX image_contents_config ON public.image_contents USING btree (config_digest);
CREATE INDEX image_contents_unchained ON public.image_contents USING btree (id) WHERE (chain_id IS NULL);
CREATE INDEX image_packages_of_content ON public.image_packages USING btree (content_id, package_id);
CREATE INDEX image_signatures_due ON public.image_signatures USING btree (next_at);
CREATE UNIQUE INDEX image_watches_repository ON public.image_watches USING btree (registry, repository);
CREATE INDEX images_digest ON public.images USING btree (digest) WHERE (digest IS NOT NULL);
CREATE INDEX images_name ON public.images USING btree (name, id);
CREATE INDEX images_repository ON public.images USING btree (registry, repository);
CREATE INDEX images_target ON public.images USING btree (COALESCE(digest, name));
CREATE INDEX images_unused ON public.images USING btree (unused_since) WHERE (unused_since IS NOT NULL);
CREATE INDEX judgement_due_first ON public.judgement_due USING btree (due_at, cluster_id);
CREATE INDEX judgements_cluster ON public.judgements USING btree (cluster_id);
CREATE INDEX judgements_critical ON public.judgements USING btree (critical DESC, workload_id);
CREATE INDEX judgements_unknown_policies ON public.judgements USING gin (unknown_policies) WHERE (unknown_policies <> '{}'::uuid[]);
CREATE INDEX layer_contents_used ON public.layer_contents USING btree (used_at);
CREATE INDEX node_checks_cluster ON public.node_checks USING btree (cluster_id);
CREATE INDEX node_events_at ON public.node_events USING btree (at);
CREATE INDEX node_events_of ON public.node_events USING btree (node_id, id);
CREATE INDEX node_evidence_cluster ON public.node_evidence USING btree (cluster_id);
CREATE INDEX node_evidence_history_at ON public.node_evidence_history USING btree (at);
CREATE INDEX node_evidence_history_of ON public.node_evidence_history USING btree (node_id, id);
CREATE INDEX node_orders_at ON public.node_orders USING btree (at);
CREATE INDEX node_orders_of ON public.node_orders USING btree (node_id, at DESC);
CREATE UNIQUE INDEX node_orders_open ON public.node_orders USING btree (node_id) WHERE (state = ANY (ARRAY['WAITING'::text, 'SENT'::text]));
CREATE INDEX node_orders_open_of ON public.node_orders USING btree (cluster_id) WHERE (state = ANY (ARRAY['WAITING'::text, 'SENT'::text]));
CREATE INDEX node_packages_having ON public.node_packages USING btree (package_id, node_id);
CREATE INDEX notification_deliveries_created ON public.notification_deliveries USING btree (created_at DESC, id);
CREATE INDEX notification_deliveries_due ON public.notification_deliveries USING btree (notifier_id, next_at) WHERE (state = ANY (ARRAY['QUEUED'::text, 'SENDING'::text]));
CREATE INDEX notification_deliveries_target ON public.notification_deliveries USING btree (notifier_id, created_at DESC);
CREATE INDEX notification_items_target ON public.notification_items USING btree (notifier_id, group_key);
CREATE UNIQUE INDEX notification_rules_name ON public.notification_rules USING btree (lower(name));
CREATE UNIQUE INDEX notifiers_name ON public.notifiers USING btree (lower(name));
CREATE INDEX package_counts_order ON public.package_counts USING btree (critical DESC, high DESC, package_id DESC);
CREATE INDEX package_findings_of ON public.package_findings USING btree (vulnerability_id, package_id) INCLUDE (severity, fix_state);
CREATE INDEX package_keys_of ON public.package_keys USING btree (package_id, ecosystem);
CREATE INDEX packages_named ON public.packages USING btree (lower(name));
CREATE UNIQUE INDEX packages_same ON public.packages USING btree (name, version, type, distribution, arch, source_name, source_version, purl);
CREATE INDEX packages_source ON public.packages USING btree (source_name, distribution) WHERE (source_name <> ''::text);
CREATE INDEX pods_cluster ON public.pods USING btree (cluster_id);
CREATE INDEX pods_on_node ON public.pods USING btree (lower(node));
CREATE INDEX pods_workload ON public.pods USING btree (workload_id);
CREATE INDEX policy_exclusions_policy ON public.policy_exclusions USING btree (policy_id) WHERE (removed_at IS NULL);
CREATE INDEX policy_versions_at ON public.policy_versions USING btree (updated_at);
CREATE INDEX recount_due_of ON public.recount_due USING btree (kind, id);
CREATE UNIQUE INDEX registries_host ON public.registries USING btree (lower(host), lower(mirror_of));
CREATE INDEX registry_repositories_due ON public.registry_repositories USING btree (next_at);
CREATE INDEX registry_tags_digest ON public.registry_tags USING btree (digest) WHERE (digest IS NOT NULL);
CREATE UNIQUE INDEX registry_tags_id ON public.registry_tags USING btree (id);
CREATE INDEX report_definitions_due ON public.report_definitions USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE UNIQUE INDEX report_definitions_name ON public.report_definitions USING btree (lower(name));
CREATE INDEX report_deliveries_due ON public.report_deliveries USING btree (next_at) WHERE (state = ANY (ARRAY['QUEUED'::text, 'SENDING'::text]));
CREATE INDEX report_deliveries_job ON public.report_deliveries USING btree (job_id, ordinal);
CREATE UNIQUE INDEX report_files_name ON public.report_files USING btree (job_id, name);
CREATE INDEX report_jobs_created ON public.report_jobs USING btree (created_at DESC, id);
CREATE INDEX report_jobs_definition ON public.report_jobs USING btree (definition_id, created_at DESC);
CREATE INDEX report_jobs_due ON public.report_jobs USING btree (next_at) WHERE (state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text]));
CREATE INDEX report_jobs_expiry ON public.report_jobs USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE UNIQUE INDEX report_jobs_once ON public.report_jobs USING btree (definition_id, due_at);
CREATE INDEX risk_history_at ON public.risk_history USING brin (at);
CREATE INDEX risk_scores_place ON public.risk_scores USING btree (cluster_id, namespace, score DESC);
CREATE INDEX risk_scores_rank ON public.risk_scores USING btree (score DESC, workload_id);
CREATE INDEX saved_views_shared ON public.saved_views USING btree (list) WHERE shared;
CREATE INDEX scan_jobs_created ON public.scan_jobs USING btree (created_at, id);
CREATE INDEX scan_jobs_due ON public.scan_jobs USING btree (priority, next_at) WHERE (state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text]));
CREATE INDEX scan_jobs_image ON public.scan_jobs USING btree (image_id) WHERE (image_id IS NOT NULL);
CREATE INDEX sealed_reports_at ON public.sealed_reports USING brin (sealed_at);
CREATE INDEX sealed_reports_open ON public.sealed_reports USING btree (id) WHERE (day IS NULL);
CREATE INDEX secrets_name ON public.secrets USING btree (name, id);
CREATE UNIQUE INDEX secrets_place ON public.secrets USING btree (cluster_id, namespace, name);
CREATE INDEX service_accounts_name ON public.service_accounts USING btree (name, id);
CREATE UNIQUE INDEX service_accounts_place ON public.service_accounts USING btree (cluster_id, namespace, name);
CREATE INDEX signature_verdicts_verifier ON public.signature_verdicts USING btree (verifier_id, version);
CREATE UNIQUE INDEX signature_verifiers_name ON public.signature_verifiers USING btree (lower(name));
CREATE UNIQUE INDEX signing_keys_present ON public.signing_keys USING btree ((true)) WHERE (retired_at IS NULL);
CREATE INDEX vanished_nodes_at ON public.vanished_nodes USING btree (vanished_at);
CREATE INDEX vex_packages_of ON public.vex_packages USING btree (package_id);
CREATE INDEX vex_statements_named ON public.vex_statements USING gin (names);
CREATE INDEX vex_statements_of ON public.vex_statements USING btree (document_id);
CREATE INDEX violation_comments_change ON public.violation_comments USING btree (change_id);
CREATE INDEX violation_comments_violation ON public.violation_comments USING btree (violation_id, id);
CREATE INDEX violation_days_of_namespace ON public.violation_days USING btree (lower(namespace), day);
CREATE INDEX violation_decisions_at ON public.violation_decisions USING btree (at);
CREATE INDEX violation_history_at ON public.violation_history USING brin (at) WITH (autosummarize='on');
CREATE INDEX violations_accepted ON public.violations USING btree (acceptance_id) INCLUDE (state, cluster_id, namespace) WHERE (acceptance_id IS NOT NULL);
CREATE INDEX violations_among_policy ON public.violations USING btree (policy_id, severity DESC, opened_at DESC, id DESC) INCLUDE (workload_id, platform, cluster_id, namespace) WHERE (state = 'OPEN'::text);
CREATE INDEX violations_assignee ON public.violations USING btree (assignee, severity DESC, opened_at DESC, id) WHERE (assignee <> ''::text);
CREATE INDEX violations_attempted ON public.violations USING btree (changed_at) WHERE (gate_run_id IS NOT NULL);
CREATE INDEX violations_by_place ON public.violations USING btree (lower(namespace), id, platform) WHERE (state = 'OPEN'::text);
CREATE INDEX violations_by_policy ON public.violations USING btree (lower(policy_name), id) WHERE (state = 'OPEN'::text);
CREATE INDEX violations_by_team ON public.violations USING btree (lower(team), id) WHERE (state = 'OPEN'::text);
CREATE INDEX violations_by_workload ON public.violations USING btree (lower(workload_name), id);
CREATE INDEX violations_changed ON public.violations USING btree (changed_at DESC, id DESC) WHERE (state = 'OPEN'::text);
CREATE INDEX violations_closed ON public.violations USING btree (closed_at) WHERE (state = 'RESOLVED'::text);
CREATE INDEX violations_excluded ON public.violations USING btree (exclusion_id) INCLUDE (state, cluster_id, namespace) WHERE (exclusion_id IS NOT NULL);
CREATE INDEX violations_listed ON public.violations USING btree (severity DESC, opened_at DESC, id DESC) INCLUDE (state, platform, policy_id, workload_id, cluster_id, namespace, team, workload_kind);
CREATE INDEX violations_open ON public.violations USING btree (cluster_id, namespace, platform, severity, policy_id, team) WHERE (state = 'OPEN'::text);
CREATE INDEX violations_opened ON public.violations USING btree (opened_at DESC, id);
CREATE INDEX violations_workload ON public.violations USING btree (workload_id);
CREATE INDEX vulnerability_aliases_named ON public.vulnerability_aliases USING btree (lower(alias));
CREATE INDEX vulnerability_aliases_of ON public.vulnerability_aliases USING btree (vulnerability_id);
CREATE INDEX workload_checks_changed ON public.workload_checks USING btree (cluster_id, revision);
CREATE INDEX workload_checks_place ON public.workload_checks USING btree (cluster_id, namespace);
CREATE INDEX workload_counts_order ON public.workload_counts USING btree (critical DESC, high DESC, workload_id DESC);
CREATE INDEX workload_history_at ON public.workload_history USING brin (at);
CREATE INDEX workload_images_used ON public.workload_images USING btree (image_id, workload_id);
CREATE INDEX workload_secrets_name ON public.workload_secrets USING btree (lower(secret));
CREATE INDEX workload_secrets_secret ON public.workload_secrets USING btree (cluster_id, namespace, secret);
CREATE INDEX workloads_account ON public.workloads USING btree (cluster_id, namespace, service_account);
CREATE INDEX workloads_listed ON public.workloads USING btree (id) INCLUDE (cluster_id, namespace, name, kind, team, platform, first_seen_at);
CREATE INDEX workloads_name ON public.workloads USING btree (name, id);
CREATE INDEX workloads_of_namespace ON public.workloads USING btree (lower(namespace));
CREATE INDEX workloads_pieces ON public.workloads USING gin (lower(name) public.gin_trgm_ops, lower(namespace) public.gin_trgm_ops);
CREATE UNIQUE INDEX workloads_place ON public.workloads USING btree (cluster_id, namespace, kind, name);
CREATE INDEX workloads_team ON public.workloads USING btree (team) WHERE (team <> ''::text);
CREATE TRIGGER claims_deleted AFTER DELETE ON public.image_claims REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.claims_changed();
CREATE TRIGGER claims_inserted AFTER INSERT ON public.image_claims REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.claims_changed();
CREATE TRIGGER claims_left AFTER DELETE ON public.image_packages REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.claims_met();
CREATE TRIGGER claims_met AFTER INSERT ON public.image_packages REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.claims_met();
CREATE TRIGGER map_inserted AFTER INSERT ON public.image_content_digests REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.map_digests();
CREATE TRIGGER map_inserted AFTER INSERT ON public.image_content_links REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.map_links();
CREATE TRIGGER map_inserted AFTER INSERT ON public.images REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.map_images();
CREATE TRIGGER map_updated AFTER UPDATE ON public.image_content_digests REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.map_digests();
CREATE TRIGGER map_updated AFTER UPDATE ON public.image_content_links REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.map_links();
CREATE TRIGGER recount_deleted AFTER DELETE ON public.image_content_digests REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_contents();
CREATE TRIGGER recount_deleted AFTER DELETE ON public.image_content_links REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_contents();
CREATE TRIGGER recount_deleted AFTER DELETE ON public.image_packages REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_lost_packages();
CREATE TRIGGER recount_deleted AFTER DELETE ON public.workload_images REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_workloads();
CREATE TRIGGER recount_inserted AFTER INSERT ON public.image_content_digests REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_contents();
CREATE TRIGGER recount_inserted AFTER INSERT ON public.image_content_links REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_contents();
CREATE TRIGGER recount_inserted AFTER INSERT ON public.image_packages REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_contents();
CREATE TRIGGER recount_inserted AFTER INSERT ON public.workload_images REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_workloads();
CREATE TRIGGER recount_labelled AFTER UPDATE OF labels ON public.workloads FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION public.recount_labelled();
CREATE TRIGGER recount_updated AFTER UPDATE ON public.image_content_digests REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_contents();
CREATE TRIGGER recount_updated AFTER UPDATE ON public.image_content_links REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.recount_contents();
CREATE TRIGGER sealed_days_are_kept BEFORE DELETE OR UPDATE ON public.sealed_days FOR EACH ROW EXECUTE FUNCTION public.sealed_days_are_kept();
ALTER TABLE ONLY public.advisories
    ADD CONSTRAINT advisories_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES public.feeds(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.advisory_packages
    ADD CONSTRAINT advisory_packages_advisory_id_fkey FOREIGN KEY (advisory_id) REFERENCES public.advisories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.advisory_vulnerabilities
    ADD CONSTRAINT advisory_vulnerabilities_advisory_id_fkey FOREIGN KEY (advisory_id) REFERENCES public.advisories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.advisory_vulnerabilities
    ADD CONSTRAINT advisory_vulnerabilities_vulnerability_id_fkey FOREIGN KEY (vulnerability_id) REFERENCES public.vulnerabilities(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT agreements_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.binding_subjects
    ADD CONSTRAINT binding_subjects_binding_id_fkey FOREIGN KEY (binding_id) REFERENCES public.cluster_objects(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.claim_reports
    ADD CONSTRAINT claim_reports_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.image_contents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.cluster_certificates
    ADD CONSTRAINT cluster_certificates_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.cluster_coverage
    ADD CONSTRAINT cluster_coverage_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.cluster_objects
    ADD CONSTRAINT cluster_objects_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.cluster_problems
    ADD CONSTRAINT cluster_problems_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.compliance_attestation_files
    ADD CONSTRAINT compliance_attestation_files_attestation_id_fkey FOREIGN KEY (attestation_id) REFERENCES public.compliance_attestations(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.compliance_attestations
    ADD CONSTRAINT compliance_attestations_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.compliance_benchmark_choices
    ADD CONSTRAINT compliance_benchmark_choices_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.compliance_checks
    ADD CONSTRAINT compliance_checks_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.compliance_exceptions
    ADD CONSTRAINT compliance_exceptions_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.compliance_results
    ADD CONSTRAINT compliance_results_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.content_counts
    ADD CONSTRAINT content_counts_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.image_contents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.content_layers
    ADD CONSTRAINT content_layers_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.image_contents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.content_names
    ADD CONSTRAINT content_names_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.image_contents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.enrolment_tokens
    ADD CONSTRAINT enrolment_tokens_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.feed_ecosystems
    ADD CONSTRAINT feed_ecosystems_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES public.feeds(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.feed_epss_scores
    ADD CONSTRAINT feed_epss_scores_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES public.feeds(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.feed_known_exploited
    ADD CONSTRAINT feed_known_exploited_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES public.feeds(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.finding_changes
    ADD CONSTRAINT finding_changes_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.finding_changes
    ADD CONSTRAINT finding_changes_vulnerability_id_fkey FOREIGN KEY (vulnerability_id) REFERENCES public.vulnerabilities(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.gate_run_objects
    ADD CONSTRAINT gate_run_objects_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.gate_runs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_claims
    ADD CONSTRAINT image_claims_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.claim_reports(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_claims
    ADD CONSTRAINT image_claims_vulnerability_id_fkey FOREIGN KEY (vulnerability_id) REFERENCES public.vulnerabilities(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_content_digests
    ADD CONSTRAINT image_content_digests_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.image_contents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_content_links
    ADD CONSTRAINT image_content_links_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.image_contents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_content_links
    ADD CONSTRAINT image_content_links_image_id_fkey FOREIGN KEY (image_id) REFERENCES public.images(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_content_map
    ADD CONSTRAINT image_content_map_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.image_contents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_content_map
    ADD CONSTRAINT image_content_map_image_id_fkey FOREIGN KEY (image_id) REFERENCES public.images(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_packages
    ADD CONSTRAINT image_packages_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.image_contents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_packages
    ADD CONSTRAINT image_packages_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id);
ALTER TABLE ONLY public.judgement_due
    ADD CONSTRAINT judgement_due_workload_id_fkey FOREIGN KEY (workload_id) REFERENCES public.workloads(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT judgements_workload_id_fkey FOREIGN KEY (workload_id) REFERENCES public.workloads(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.namespaces
    ADD CONSTRAINT namespaces_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_agents
    ADD CONSTRAINT node_agents_node_id_fkey FOREIGN KEY (node_id) REFERENCES public.nodes(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_checks
    ADD CONSTRAINT node_checks_node_id_fkey FOREIGN KEY (node_id) REFERENCES public.node_evidence(node_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_counts
    ADD CONSTRAINT node_counts_node_id_fkey FOREIGN KEY (node_id) REFERENCES public.node_evidence(node_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_events
    ADD CONSTRAINT node_events_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_evidence
    ADD CONSTRAINT node_evidence_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_order_pods
    ADD CONSTRAINT node_order_pods_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.node_orders(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_orders
    ADD CONSTRAINT node_orders_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_packages
    ADD CONSTRAINT node_packages_node_id_fkey FOREIGN KEY (node_id) REFERENCES public.node_evidence(node_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.node_packages
    ADD CONSTRAINT node_packages_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id);
ALTER TABLE ONLY public.nodes
    ADD CONSTRAINT nodes_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.package_counts
    ADD CONSTRAINT package_counts_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.package_due
    ADD CONSTRAINT package_due_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.package_findings
    ADD CONSTRAINT package_findings_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.package_findings
    ADD CONSTRAINT package_findings_vulnerability_id_fkey FOREIGN KEY (vulnerability_id) REFERENCES public.vulnerabilities(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.package_keys
    ADD CONSTRAINT package_keys_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pods
    ADD CONSTRAINT pods_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.policy_exclusions
    ADD CONSTRAINT policy_exclusions_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES public.policies(id);
ALTER TABLE ONLY public.registry_tags
    ADD CONSTRAINT registry_tags_registry_repository_fkey FOREIGN KEY (registry, repository) REFERENCES public.registry_repositories(registry, repository) ON DELETE CASCADE;
ALTER TABLE ONLY public.report_chunks
    ADD CONSTRAINT report_chunks_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.report_files(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.report_deliveries
    ADD CONSTRAINT report_deliveries_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.report_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.report_files
    ADD CONSTRAINT report_files_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.report_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.report_jobs
    ADD CONSTRAINT report_jobs_definition_id_fkey FOREIGN KEY (definition_id) REFERENCES public.report_definitions(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.risk_scores
    ADD CONSTRAINT risk_scores_workload_id_fkey FOREIGN KEY (workload_id) REFERENCES public.workloads(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sealed_reports
    ADD CONSTRAINT sealed_reports_fingerprint_fkey FOREIGN KEY (fingerprint) REFERENCES public.signing_keys(fingerprint);
ALTER TABLE ONLY public.secrets
    ADD CONSTRAINT secrets_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.service_accounts
    ADD CONSTRAINT service_accounts_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signature_verdicts
    ADD CONSTRAINT signature_verdicts_target_fkey FOREIGN KEY (target) REFERENCES public.image_signatures(target) ON DELETE CASCADE;
ALTER TABLE ONLY public.signature_verdicts
    ADD CONSTRAINT signature_verdicts_verifier_id_fkey FOREIGN KEY (verifier_id) REFERENCES public.signature_verifiers(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.vanished_nodes
    ADD CONSTRAINT vanished_nodes_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.vex_packages
    ADD CONSTRAINT vex_packages_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.vex_packages
    ADD CONSTRAINT vex_packages_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES public.vex_statements(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.vex_statements
    ADD CONSTRAINT vex_statements_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.vex_documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.violation_days
    ADD CONSTRAINT violation_days_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.violation_decision_rows
    ADD CONSTRAINT violation_decision_rows_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES public.violation_decisions(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.vulnerability_aliases
    ADD CONSTRAINT vulnerability_aliases_vulnerability_id_fkey FOREIGN KEY (vulnerability_id) REFERENCES public.vulnerabilities(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.vulnerability_due
    ADD CONSTRAINT vulnerability_due_vulnerability_id_fkey FOREIGN KEY (vulnerability_id) REFERENCES public.vulnerabilities(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.vulnerability_reach
    ADD CONSTRAINT vulnerability_reach_vulnerability_id_fkey FOREIGN KEY (vulnerability_id) REFERENCES public.vulnerabilities(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.workload_checks
    ADD CONSTRAINT workload_checks_workload_id_fkey FOREIGN KEY (workload_id) REFERENCES public.workloads(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.workload_images
    ADD CONSTRAINT workload_images_workload_id_fkey FOREIGN KEY (workload_id) REFERENCES public.workloads(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.workload_secrets
    ADD CONSTRAINT workload_secrets_workload_id_fkey FOREIGN KEY (workload_id) REFERENCES public.workloads(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.workloads
    ADD CONSTRAINT workloads_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES public.clusters(id) ON DELETE CASCADE;
SELECT pg_catalog.set_config('search_path', '', false);
INSERT INTO public.flyway_schema_history VALUES (1, '20261124.01', 'fleet and inventory', 'SQL', 'V20261124_01__fleet_and_inventory.sql', 941644534, 'postgres', '2026-11-26 16:24:19.88288', 296, true);
INSERT INTO public.flyway_schema_history VALUES (2, '20261124.02', 'judgement', 'SQL', 'V20261124_02__judgement.sql', 179471448, 'postgres', '2026-11-26 16:24:20.266042', 209, true);
INSERT INTO public.flyway_schema_history VALUES (3, '20261124.03', 'people', 'SQL', 'V20261124_03__people.sql', -635480643, 'postgres', '2026-11-26 16:24:20.497138', 59, true);
INSERT INTO public.flyway_schema_history VALUES (4, '20261124.10', 'problems of objects', 'SQL', 'V20261124_10__problems_of_objects.sql', 3888371, 'postgres', '2026-11-26 16:24:20.572631', 1, true);
INSERT INTO public.flyway_schema_history VALUES (5, '20261125.01', 'provisional by cluster', 'SQL', 'V20261125_01__provisional_by_cluster.sql', 704931774, 'postgres', '2026-11-26 16:24:20.582836', 3, true);
INSERT INTO public.flyway_schema_history VALUES (6, '20261125.02', 'retention and health', 'SQL', 'V20261125_02__retention_and_health.sql', -53864672, 'postgres', '2026-11-26 16:24:20.590069', 24, true);
INSERT INTO public.flyway_schema_history VALUES (7, '20261125.20', 'people and their views', 'SQL', 'V20261125_20__people_and_their_views.sql', -1220007576, 'postgres', '2026-11-26 16:24:20.620532', 43, true);
INSERT INTO public.flyway_schema_history VALUES (8, '20261125.30', 'triage', 'SQL', 'V20261125_30__triage.sql', -869220295, 'postgres', '2026-11-26 16:24:20.675708', 74, true);
INSERT INTO public.flyway_schema_history VALUES (9, '20261125.40', 'violation days', 'SQL', 'V20261125_40__violation_days.sql', -471241640, 'postgres', '2026-11-26 16:24:20.772105', 43, true);
INSERT INTO public.flyway_schema_history VALUES (10, '20261125.41', 'open violations by place', 'SQL', 'V20261125_41__open_violations_by_place.sql', 1676225592, 'postgres', '2026-11-26 16:24:20.835052', 22, true);
INSERT INTO public.flyway_schema_history VALUES (11, '20261125.80', 'unjudged workloads', 'SQL', 'V20261125_80__unjudged_workloads.sql', -1602318357, 'postgres', '2026-11-26 16:24:20.870942', 8, true);
INSERT INTO public.flyway_schema_history VALUES (12, '20261126.01', 'lists of a large fleet', 'SQL', 'V20261126_01__lists_of_a_large_fleet.sql', 670798307, 'postgres', '2026-11-26 16:24:20.890895', 32, true);
INSERT INTO public.flyway_schema_history VALUES (13, '20261126.10', 'carried over', 'SQL', 'V20261126_10__carried_over.sql', 1834406576, 'postgres', '2026-11-26 16:24:20.933012', 28, true);
INSERT INTO public.flyway_schema_history VALUES (14, '20261126.11', 'ended sessions', 'SQL', 'V20261126_11__ended_sessions.sql', 658395843, 'postgres', '2026-11-26 16:24:20.976114', 2, true);
INSERT INTO public.flyway_schema_history VALUES (15, '20261126.12', 'unused images', 'SQL', 'V20261126_12__unused_images.sql', -280484273, 'postgres', '2026-11-26 16:24:20.993977', 10, true);
INSERT INTO public.flyway_schema_history VALUES (16, '20261126.40', 'paused violations', 'SQL', 'V20261126_40__paused_violations.sql', 1778073165, 'postgres', '2026-11-26 16:24:21.014809', 14, true);
INSERT INTO public.flyway_schema_history VALUES (17, '20261127.01', 'written policies', 'SQL', 'V20261127_01__written_policies.sql', 1354459502, 'postgres', '2026-11-26 16:24:21.036923', 43, true);
INSERT INTO public.flyway_schema_history VALUES (18, '20261127.30', 'gate runs', 'SQL', 'V20261127_30__gate_runs.sql', 99227412, 'postgres', '2026-11-26 16:24:21.098932', 25, true);
INSERT INTO public.flyway_schema_history VALUES (19, '20261127.50', 'notifications', 'SQL', 'V20261127_50__notifications.sql', -1774813668, 'postgres', '2026-11-26 16:24:21.140868', 45, true);
INSERT INTO public.flyway_schema_history VALUES (20, '20261127.70', 'narrow indexes', 'SQL', 'V20261127_70__narrow_indexes.sql', -2006607034, 'postgres', '2026-11-26 16:24:21.201512', 97, true);
INSERT INTO public.flyway_schema_history VALUES (21, '20261127.71', 'agreement', 'SQL', 'V20261127_71__agreement.sql', -901314102, 'postgres', '2026-11-26 16:24:21.339252', 11, true);
INSERT INTO public.flyway_schema_history VALUES (22, '20261128.01', 'image contents', 'SQL', 'V20261128_01__image_contents.sql', -719910999, 'postgres', '2026-11-26 16:24:21.358389', 42, true);
INSERT INTO public.flyway_schema_history VALUES (23, '20261128.10', 'contents of images', 'SQL', 'V20261128_10__contents_of_images.sql', -1630740605, 'postgres', '2026-11-26 16:24:21.408236', 35, true);
INSERT INTO public.flyway_schema_history VALUES (24, '20261128.11', 'registries', 'SQL', 'V20261128_11__registries.sql', -2085699702, 'postgres', '2026-11-26 16:24:21.455553', 20, true);
INSERT INTO public.flyway_schema_history VALUES (25, '20261128.12', 'image watches', 'SQL', 'V20261128_12__image_watches.sql', -1090911119, 'postgres', '2026-11-26 16:24:21.481195', 11, true);
INSERT INTO public.flyway_schema_history VALUES (26, '20261128.30', 'vulnerabilities', 'SQL', 'V20261128_30__vulnerabilities.sql', -718524264, 'postgres', '2026-11-26 16:24:21.496873', 89, true);
INSERT INTO public.flyway_schema_history VALUES (27, '20261128.31', 'exceptions', 'SQL', 'V20261128_31__exceptions.sql', -672748205, 'postgres', '2026-11-26 16:24:21.59863', 28, true);
INSERT INTO public.flyway_schema_history VALUES (28, '20261128.32', 'feed turns', 'SQL', 'V20261128_32__feed_turns.sql', 368347464, 'postgres', '2026-11-26 16:24:21.646088', 14, true);
INSERT INTO public.flyway_schema_history VALUES (29, '20261128.33', 'counting beside', 'SQL', 'V20261128_33__counting_beside.sql', 321579526, 'postgres', '2026-11-26 16:24:21.667504', 36, true);
INSERT INTO public.flyway_schema_history VALUES (30, '20261128.60', 'vex statements', 'SQL', 'V20261128_60__vex_statements.sql', 462739781, 'postgres', '2026-11-26 16:24:21.727126', 89, true);
INSERT INTO public.flyway_schema_history VALUES (31, '20261128.80', 'compliance', 'SQL', 'V20261128_80__compliance.sql', 1378830821, 'postgres', '2026-11-26 16:24:21.822461', 185, true);
INSERT INTO public.flyway_schema_history VALUES (32, '20261129.01', 'matching tries', 'SQL', 'V20261129_01__matching_tries.sql', -1495450465, 'postgres', '2026-11-26 16:24:22.018719', 7, true);
INSERT INTO public.flyway_schema_history VALUES (33, '20261129.10', 'image signatures', 'SQL', 'V20261129_10__image_signatures.sql', 271379394, 'postgres', '2026-11-26 16:24:22.031954', 51, true);
INSERT INTO public.flyway_schema_history VALUES (34, '20261129.11', 'signature logs', 'SQL', 'V20261129_11__signature_logs.sql', 1014875666, 'postgres', '2026-11-26 16:24:22.090844', 6, true);
INSERT INTO public.flyway_schema_history VALUES (35, '20261129.20', 'base images', 'SQL', 'V20261129_20__base_images.sql', 349035476, 'postgres', '2026-11-26 16:24:22.105287', 254, true);
INSERT INTO public.flyway_schema_history VALUES (36, '20261129.30', 'newer tags', 'SQL', 'V20261129_30__newer_tags.sql', 611254831, 'postgres', '2026-11-26 16:24:22.43289', 31, true);
INSERT INTO public.flyway_schema_history VALUES (37, '20261129.31', 'age of brought feeds', 'SQL', 'V20261129_31__age_of_brought_feeds.sql', -1835598264, 'postgres', '2026-11-26 16:24:22.511895', 4, true);
INSERT INTO public.flyway_schema_history VALUES (38, '20261129.40', 'reports', 'SQL', 'V20261129_40__reports.sql', 1755563298, 'postgres', '2026-11-26 16:24:22.600842', 48, true);
INSERT INTO public.flyway_schema_history VALUES (39, '20261129.50', 'sealing', 'SQL', 'V20261129_50__sealing.sql', -1436730293, 'postgres', '2026-11-26 16:24:22.660021', 17, true);
INSERT INTO public.flyway_schema_history VALUES (40, '20261129.60', 'nodes', 'SQL', 'V20261129_60__nodes.sql', -2074146998, 'postgres', '2026-11-26 16:24:22.681598', 14, true);
INSERT INTO public.flyway_schema_history VALUES (41, '20261129.61', 'node checks', 'SQL', 'V20261129_61__node_checks.sql', 1268139990, 'postgres', '2026-11-26 16:24:22.702343', 6, true);
INSERT INTO public.flyway_schema_history VALUES (42, '20261129.70', 'cis kubernetes whole', 'SQL', 'V20261129_70__cis_kubernetes_whole.sql', 471301761, 'postgres', '2026-11-26 16:24:22.713452', 2, true);
INSERT INTO public.flyway_schema_history VALUES (43, '20261129.71', 'benchmark choices', 'SQL', 'V20261129_71__benchmark_choices.sql', -1148091365, 'postgres', '2026-11-26 16:24:22.720433', 3, true);
INSERT INTO public.flyway_schema_history VALUES (44, '20261129.75', 'own standards', 'SQL', 'V20261129_75__own_standards.sql', 711672994, 'postgres', '2026-11-26 16:24:22.727955', 11, true);
INSERT INTO public.flyway_schema_history VALUES (45, '20261130.01', 'complete feeds', 'SQL', 'V20261130_01__complete_feeds.sql', 1471780778, 'postgres', '2026-11-26 16:24:22.746918', 3, true);
INSERT INTO public.flyway_schema_history VALUES (46, '20261130.02', 'scanner claims', 'SQL', 'V20261130_02__scanner_claims.sql', -517788620, 'postgres', '2026-11-26 16:24:22.75537', 32, true);
INSERT INTO public.flyway_schema_history VALUES (47, '20261130.03', 'tags are not verified', 'SQL', 'V20261130_03__tags_are_not_verified.sql', 499279485, 'postgres', '2026-11-26 16:24:22.795074', 5, true);
INSERT INTO public.flyway_schema_history VALUES (48, '20261130.10', 'node orders', 'SQL', 'V20261130_10__node_orders.sql', 1611908976, 'postgres', '2026-11-26 16:24:22.804911', 14, true);
INSERT INTO public.flyway_schema_history VALUES (49, '20261130.11', 'node agents', 'SQL', 'V20261130_11__node_agents.sql', -1788988628, 'postgres', '2026-11-26 16:24:22.823382', 7, true);
INSERT INTO public.flyway_schema_history VALUES (50, '20261130.20', 'packages of nodes', 'SQL', 'V20261130_20__packages_of_nodes.sql', 1243160644, 'postgres', '2026-11-26 16:24:22.83473', 27, true);
INSERT INTO public.flyway_schema_history VALUES (51, '20261130.21', 'trusted checks', 'SQL', 'V20261130_21__trusted_checks.sql', -1943250762, 'postgres', '2026-11-26 16:24:22.87204', 3, true);
INSERT INTO public.flyway_schema_history VALUES (52, '20261130.30', 'node checks fingerprint', 'SQL', 'V20261130_30__node_checks_fingerprint.sql', 1389289204, 'postgres', '2026-11-26 16:24:22.884993', 3, true);
INSERT INTO public.flyway_schema_history VALUES (53, '20261130.31', 'attestation files', 'SQL', 'V20261130_31__attestation_files.sql', 1226315229, 'postgres', '2026-11-26 16:24:22.900678', 7, true);
INSERT INTO public.flyway_schema_history VALUES (54, '20261130.32', 'compliance failing', 'SQL', 'V20261130_32__compliance_failing.sql', -137971981, 'postgres', '2026-11-26 16:24:22.914648', 1, true);
INSERT INTO public.flyway_schema_history VALUES (55, '20261130.40', 'report packing', 'SQL', 'V20261130_40__report_packing.sql', 2023355598, 'postgres', '2026-11-26 16:24:22.926902', 6, true);
INSERT INTO public.flyway_schema_history VALUES (56, '20261130.60', 'what counts', 'SQL', 'V20261130_60__what_counts.sql', -649312495, 'postgres', '2026-11-26 16:24:22.937173', 2, true);
INSERT INTO public.flyway_schema_history VALUES (57, '20261201.20', 'report workers', 'SQL', 'V20261201_20__report_workers.sql', 7335831, 'postgres', '2026-11-26 16:24:22.951241', 13, true);
INSERT INTO public.flyway_schema_history VALUES (58, '20261201.50', 'signals of feeds', 'SQL', 'V20261201_50__signals_of_feeds.sql', 570675405, 'postgres', '2026-11-26 16:24:22.974795', 9, true);
INSERT INTO public.flyway_schema_history VALUES (59, '20261201.51', 'causes of changes', 'SQL', 'V20261201_51__causes_of_changes.sql', -1574816233, 'postgres', '2026-11-26 16:24:22.993472', 17, true);
INSERT INTO public.flyway_schema_history VALUES (60, '20261201.52', 'plausible size', 'SQL', 'V20261201_52__plausible_size.sql', 273648640, 'postgres', '2026-11-26 16:24:23.017456', 5, true);
INSERT INTO public.flyway_schema_history VALUES (61, '20261201.53', 'refused files', 'SQL', 'V20261201_53__refused_files.sql', -7609206, 'postgres', '2026-11-26 16:24:23.029517', 1, true);
INSERT INTO public.flyway_schema_history VALUES (62, '20261201.90', 'listed checks of nodes', 'SQL', 'V20261201_90__listed_checks_of_nodes.sql', -1602154145, 'postgres', '2026-11-26 16:24:23.034915', 7, true);
INSERT INTO public.policy_set VALUES (1, 2);
