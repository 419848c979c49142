package dev.breakwater.central.risk.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.risk.FactorScore;
import dev.breakwater.engine.risk.Reason;
import dev.breakwater.engine.risk.RiskAssessment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code risk_scores} and {@code risk_history}. */
@Component
class RiskTable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final TypeReference<List<FactorScore>> FACTORS = new TypeReference<>() {};
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    RiskTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last assessments, each read when it is asked for: that costs more than fetching its row. */
    Map<UUID, Supplier<RiskAssessment>> last(Collection<UUID> workloadIds) {
        Map<UUID, Supplier<RiskAssessment>> last = new HashMap<>();
        jdbc.query(
                "select * from risk_scores where workload_id = any(?)",
                row -> {
                    last.put(Sql.uuid(row, "workload_id"), read(row));
                },
                Rows.ids(workloadIds));
        return last;
    }

    /** The last assessment of one workload. */
    Optional<RiskAssessment> last(UUID workloadId) {
        return Optional.ofNullable(last(List.of(workloadId)).get(workloadId)).map(Supplier::get);
    }

    /** Its {@code validUntil} is not kept: the judgement's stands for it. */
    private static Supplier<RiskAssessment> read(ResultSet row) throws SQLException {
        String model = row.getString("model_version");
        double score = row.getDouble("score");
        int unknown = row.getInt("unknown_factors");
        int stale = row.getInt("stale_factors");
        String factors = row.getString("factors");
        String reasons = row.getString("reasons");
        Instant at = Sql.instant(row, "assessed_at");
        return () -> new RiskAssessment(
                model,
                score,
                unknown,
                stale,
                JSON.readValue(factors, FACTORS),
                JSON.readValue(reasons, REASONS),
                null,
                at);
    }

    static String json(List<?> parts) {
        return JSON.writeValueAsString(parts);
    }

    void write(List<Scored> scored, Instant at) {
        Rows rows = Rows.of(
                "uuid", "uuid", "text", "bool", "float8", "int4", "int4", "text", "json", "json", "timestamptz");
        for (Scored one : scored) {
            RiskAssessment assessment = one.assessment();
            rows.add(
                    one.judged().workload().id(),
                    one.judged().clusterId(),
                    one.judged().workload().namespace(),
                    one.judged().platform(),
                    assessment.score(),
                    assessment.unknownFactors(),
                    assessment.staleFactors(),
                    assessment.modelVersion(),
                    one.factors(),
                    one.reasons(),
                    at);
        }
        rows.update(jdbc, """
                insert into risk_scores (workload_id, cluster_id, namespace, platform, score, unknown_factors,
                    stale_factors, model_version, factors, reasons, assessed_at)
                select u.* from %s u
                on conflict (workload_id) do update set
                    platform = excluded.platform, score = excluded.score, unknown_factors = excluded.unknown_factors,
                    stale_factors = excluded.stale_factors, model_version = excluded.model_version,
                    factors = excluded.factors, reasons = excluded.reasons, assessed_at = excluded.assessed_at
                """.formatted(rows.unnest()));
        writeHistory(scored, at);
    }

    private void writeHistory(List<Scored> scored, Instant at) {
        Rows rows = Rows.of("uuid", "uuid", "float8", "int4", "text", "json", "json");
        for (Scored one : scored) {
            if (one.isWorthARow()) {
                rows.add(
                        one.judged().workload().id(),
                        one.judged().clusterId(),
                        one.assessment().score(),
                        one.assessment().unknownFactors(),
                        one.judged().cause(),
                        JSON.writeValueAsString(one.added()),
                        JSON.writeValueAsString(one.removed()));
            }
        }
        rows.update(
                jdbc,
                "insert into risk_history (workload_id, cluster_id, score, unknown_factors, cause, added, removed, at)"
                        + " select u.*, b.at from "
                        + rows.unnest() + " u, (select ?::timestamptz) b(at)",
                at.toString());
    }
}
