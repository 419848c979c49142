package dev.breakwater.central.detection.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import dev.breakwater.engine.policy.VerdictFingerprint;
import dev.breakwater.engine.risk.OpenViolation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code judgements}: the last judgement of each workload, whatever it said. */
@Component
class JudgementTable {

    /** The last judgement, as far as it decides whether to judge again. */
    record Last(
            byte[] fingerprint,
            long policyRevision,
            @Nullable Instant validUntil,
            boolean failed) {

        boolean stillHolds(byte[] nowFingerprint, long nowPolicyRevision, Instant now) {
            return !failed
                    && policyRevision == nowPolicyRevision
                    && (validUntil == null || validUntil.isAfter(now))
                    && Arrays.equals(fingerprint, nowFingerprint);
        }
    }

    /** Why policies could not be judged. */
    private record Missing(UnknownReason reason, String criterion, String detail) {}

    private record MissingCount(UnknownReason reason, String criterion, String detail, long policies) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;

    JudgementTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Last> last(Collection<UUID> ids) {
        Map<UUID, Last> last = new HashMap<>();
        jdbc.query(
                "select workload_id, assembled_fingerprint, policy_revision, valid_until, error_id is not null as failed"
                        + " from judgements where workload_id = any(?)",
                row -> {
                    last.put(
                            Sql.uuid(row, "workload_id"),
                            new Last(
                                    row.getBytes("assembled_fingerprint"),
                                    row.getLong("policy_revision"),
                                    Sql.instantOrNull(row, "valid_until"),
                                    row.getBoolean("failed")));
                },
                Rows.ids(ids));
        return last;
    }

    void write(
            List<Judging> judgings,
            Map<UUID, List<OpenViolation>> open,
            Map<UUID, Instant> validUntil,
            long policyRevision,
            Instant at) {
        Rows rows = Rows.of(
                "uuid",
                "uuid",
                "bytea",
                "int8",
                "text",
                "int4",
                "int4",
                "int4",
                "int4",
                "text",
                "json",
                "timestamptz",
                "text",
                "bytea");
        judgings.parallelStream()
                .map(judging -> row(judging, open.getOrDefault(judging.id(), List.of()), validUntil.get(judging.id())))
                .toList()
                .forEach(rows::add);
        rows.update(jdbc, """
                insert into judgements (workload_id, cluster_id, assembled_fingerprint, fact_revision, exposure,
                    critical, high, medium, low, unknown_policies, unknown, valid_until, error_id,
                    verdicts, policy_revision, judged_at)
                select u.id, u.cluster_id, u.fingerprint, u.fact_revision, u.exposure, u.critical, u.high, u.medium,
                    u.low, u.unknown_policies::uuid[], u.unknown, u.valid_until, u.error_id,
                    u.verdicts, b.*
                from %s u(id, cluster_id, fingerprint, fact_revision, exposure, critical, high, medium, low,
                    unknown_policies, unknown, valid_until, error_id, verdicts), (select ?::bigint, ?::timestamptz) b
                on conflict (workload_id) do update set
                    assembled_fingerprint = excluded.assembled_fingerprint, fact_revision = excluded.fact_revision,
                    exposure = excluded.exposure, critical = excluded.critical, high = excluded.high,
                    medium = excluded.medium, low = excluded.low, unknown_policies = excluded.unknown_policies,
                    unknown = excluded.unknown, valid_until = excluded.valid_until, error_id = excluded.error_id,
                    verdicts = excluded.verdicts,
                    policy_revision = excluded.policy_revision, judged_at = excluded.judged_at
                """.formatted(rows.unnest()), policyRevision, at.toString());
    }

    private static @Nullable Object[] row(Judging judging, List<OpenViolation> open, @Nullable Instant validUntil) {
        Map<Severity, Long> counts =
                open.stream().collect(Collectors.groupingBy(OpenViolation::severity, Collectors.counting()));
        return new @Nullable Object[] {
            judging.id(),
            judging.loaded().clusterId(),
            judging.fingerprint(),
            judging.loaded().revision(),
            exposure(judging.workload()),
            counts.getOrDefault(Severity.CRITICAL, 0L),
            counts.getOrDefault(Severity.HIGH, 0L),
            counts.getOrDefault(Severity.MEDIUM, 0L),
            counts.getOrDefault(Severity.LOW, 0L),
            unknownPolicies(judging),
            unknown(judging),
            validUntil,
            judging.errorId(),
            judging.failed() ? null : VerdictFingerprint.of(judging.bySensor())
        };
    }

    private static String exposure(@Nullable Workload workload) {
        if (workload == null
                || !(workload.exposures() instanceof Observed.Known<List<Exposure>>(List<Exposure> seen))) {
            return "UNKNOWN";
        }
        return seen.stream()
                .map(Exposure::method)
                .max(Comparator.naturalOrder())
                .orElse(Exposure.Method.UNSET)
                .name();
    }

    private static String unknownPolicies(Judging judging) {
        return judging.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.UNKNOWN)
                .map(verdict -> verdict.policyId().toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Each missing fact once, with the number of policies that needed it. */
    private static String unknown(Judging judging) {
        Map<String, MissingCount> missing = new TreeMap<>();
        for (Verdict verdict : judging.verdicts()) {
            verdict.unknown().stream()
                    .map(fact -> new Missing(fact.reason(), fact.criterion(), fact.detail()))
                    .distinct()
                    .forEach(fact -> missing.merge(
                            fact.criterion() + "\n" + fact.reason() + "\n" + fact.detail(),
                            new MissingCount(fact.reason(), fact.criterion(), fact.detail(), 1),
                            (a, b) -> new MissingCount(a.reason(), a.criterion(), a.detail(), a.policies() + 1)));
        }
        return JSON.writeValueAsString(missing.values());
    }
}
