package dev.breakwater.central.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.operations.KeptData;
import dev.breakwater.central.system.RetentionRule;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is too old goes, and nothing else. */
@CentralApplication
class RetentionIT {

    private static final UUID CLUSTER = SmallFleet.id(SmallFleet.CLUSTERS.getFirst());

    @Autowired
    SmallFleet fleet;

    @Autowired
    Retention retention;

    @Autowired
    HealthSamples samples;

    @Autowired
    List<RetentionRule> rules;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fillFleet() {
        fleet.present();
    }

    @Test
    void deletesViolationsResolvedLongAgoWithTheirHistory() {
        UUID old = violation("RESOLVED", 500);
        UUID recent = violation("RESOLVED", 300);
        UUID open = violation("OPEN", 500);
        UUID accepted = violation("ACCEPTED", 500);

        run("resolved-violations");

        assertThat(left("violations", "id", List.of(old, recent, open, accepted)))
                .containsExactlyInAnyOrder(recent, open, accepted);
        assertThat(left("violation_history", "violation_id", List.of(old, recent, open, accepted)))
                .containsExactlyInAnyOrder(recent, open, accepted);
    }

    @Test
    void keepsTheRiskStepThatHeldWhenTheKeptTimeBegan() {
        UUID present = jdbc.sql("select workload_id from risk_scores limit 1")
                .query(UUID.class)
                .single();
        UUID gone = UUID.randomUUID();
        step(present, 700, -1);
        step(present, 600, -2);
        step(present, 10, -3);
        step(gone, 600, -4);

        run("risk-history");

        assertThat(jdbc.sql("select score from risk_history where workload_id in (?, ?) and score < 0 order by id")
                        .params(present, gone)
                        .query(Double.class)
                        .list())
                .containsExactly(-2.0, -3.0);
    }

    @Test
    void deletesImagesThatNobodyRunsForLong() {
        UUID used = jdbc.sql("select image_id from workload_images limit 1")
                .query(UUID.class)
                .single();
        jdbc.sql("update images set unused_since = now() - interval '300 days' where id = ?")
                .param(used)
                .update();
        UUID old = image(300);
        UUID recent = image(30);
        UUID fresh = image(null);
        UUID told = image(300);
        for (UUID image : List.of(old, told)) {
            jdbc.sql("insert into image_facts (image_id, source, recorded_at, recorded_by)"
                            + " values (?, 'ci', now() - ? * interval '1 day', 'test')")
                    .params(image, image.equals(told) ? 3 : 300)
                    .update();
        }

        run("unused-images");

        List<UUID> all = List.of(used, old, recent, fresh, told);
        assertThat(left("images", "id", all)).containsExactlyInAnyOrder(used, recent, fresh, told);
        assertThat(left("image_facts", "image_id", all)).containsExactly(told);
        assertThat(jdbc.sql("select unused_since is null from images where id = ?")
                        .param(used)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select unused_since > now() - interval '1 hour' from images where id = ?")
                        .param(fresh)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(kept("unused-images").deleted()).isEqualTo(1);
    }

    private UUID image(@Nullable Integer unusedDays) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into images (id, name, registry, repository, tag, first_seen_at, unused_since)
                values (?, 'retained/' || ?, 'retained', 'x', '1', now() - interval '400 days', now() - ? * interval '1 day')
                """)
                .param(1, id)
                .param(2, id)
                .param(3, unusedDays, Types.INTEGER)
                .update();
        return id;
    }

    @Test
    void deletesMoreThanFitsInOneStatement() {
        jdbc.sql("""
                insert into workload_history (workload_id, cluster_id, namespace, kind, name, at, change, detail, correlation_id)
                select gen_random_uuid(), ?, 'n', 'Pod', 'retained-' || i, now() - interval '500 days', 'DELETED', '', ''
                from generate_series(1, 12000) i
                """).param(CLUSTER).update();

        run("workload-history");

        assertThat(jdbc.sql("select count(*) from workload_history where name like 'retained-%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(kept("workload-history").deleted()).isEqualTo(12_000);
        assertThat(kept("workload-history").problem()).isEmpty();
    }

    @Test
    void foretellsASizeOnlyOnceItWasSeenLongEnough() {
        Instant now = Instant.now();
        samples.keep(Map.of("kept.test", 1_000.0), now.minus(Duration.ofDays(1)));
        assertThat(samples.forecast("kept.test", 2_000, now)).isNull();

        samples.keep(Map.of("kept.test", 1_000.0), now.minus(Duration.ofDays(10)));
        long foretold = samples.forecast("kept.test", 2_000, now);
        assertThat(foretold).isBetween(10_900L, 11_100L);
        assertThat(samples.since("kept.test", now.minus(Duration.ofDays(20)))).hasSize(2);
    }

    private void run(String name) {
        retention.run(rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private KeptData kept(String name) {
        return retention.kept().stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UUID violation(String state, int daysAgo) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into violations (id, policy_id, policy_name, workload_id, cluster_id, namespace, workload_kind,
                    workload_name, team, platform, severity, state, evidence, evidence_hash, opened_at, changed_at, closed_at,
                    fact_revision, policy_revision)
                select ?, gen_random_uuid(), 'retained', gen_random_uuid(), ?, 'n', 'Pod', 'retained', '', false, 1, s.state,
                    '[]', '', b.at, b.at, case when s.state = 'RESOLVED' then b.at end, 0, 0
                from (select now() - ? * interval '1 day') b(at), (select ?) s(state)
                """).params(id, CLUSTER, daysAgo, state).update();
        jdbc.sql("""
                insert into violation_history (violation_id, cluster_id, at, change, cause, correlation_id)
                values (?, ?, now(), 'OPENED', '', '')
                """).params(id, CLUSTER).update();
        return id;
    }

    private void step(UUID workload, int daysAgo, double score) {
        jdbc.sql("""
                insert into risk_history (workload_id, cluster_id, at, score, unknown_factors, cause, added, removed)
                values (?, ?, now() - ? * interval '1 day', ?, 0, '', '[]', '[]')
                """).params(workload, CLUSTER, daysAgo, score).update();
    }

    private List<UUID> left(String table, String column, List<UUID> of) {
        return jdbc.sql("select " + column + " from " + table + " where " + column + " in (:ids)")
                .param("ids", of)
                .query(UUID.class)
                .list();
    }
}
