package dev.breakwater.central.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.testing.CentralApplication;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the filter finds is what the rule says, over clusters in every state. */
@CentralApplication
class HealthConditionIT {

    private static final int CLUSTERS = 400;
    private static final List<String> AGES = List.of(
            "null", "now()", "now() - interval '1 hour'", "now() - interval '2 hours'", "now() + interval '1 hour'");

    @Autowired
    Clusters clusters;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFilterFindsWhatTheRuleSays() {
        Random random = new Random(7);
        for (int i = 0; i < CLUSTERS; i++) {
            insert(random, i);
        }
        try {
            List<ClusterRow> all = list("name:health-*");
            assertThat(all).hasSize(CLUSTERS);
            Set<Word> met = new HashSet<>();
            for (Word word : Word.values()) {
                List<ClusterRow> found = list("name:health-* health:"
                        + word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                assertThat(found)
                        .as(word.name())
                        .isEqualTo(all.stream()
                                .filter(row -> row.health().word() == word)
                                .toList());
                if (!found.isEmpty()) {
                    met.add(word);
                }
            }
            assertThat(met).containsExactlyInAnyOrderElementsOf(Arrays.asList(Word.values()));
        } finally {
            jdbc.sql("delete from clusters where name like 'health-%'").update();
        }
    }

    private void insert(Random random, int number) {
        UUID id = UUID.randomUUID();
        String contact = of(random, AGES.subList(0, 3));
        String synced = of(random, AGES.subList(0, 4));
        String started = of(random, AGES.subList(0, 4));
        String ends = of(random, List.of("null", "now() + interval '1 hour'", "now() + interval '80 days'"));
        jdbc.sql(
                        "insert into clusters (id, name, created_at, created_by, source, connected_at, last_contact_at, synced_at,"
                                + " sync_started_at, spool_overflowed, certificate_expires_at, revoked_at) values (:id, :name, now(),"
                                + " 'test', :source, "
                                + (random.nextBoolean() ? "null" : "now()") + ", " + contact + ", " + synced + ", "
                                + started
                                + ", :overflowed, " + ends + ", " + (random.nextInt(8) == 0 ? "now()" : "null") + ")")
                .param("id", id)
                .param("name", "health-" + String.format(Locale.ROOT, "%03d", number))
                .param("source", random.nextBoolean() ? "FOLDER" : "LIVE")
                .param("overflowed", random.nextInt(6) == 0)
                .update();
        if (random.nextInt(4) == 0) {
            jdbc.sql("insert into cluster_coverage values (?, 'SECRET', ?, '', now())")
                    .params(id, random.nextBoolean() ? "FORBIDDEN" : "OUT_OF_SIGHT")
                    .update();
        }
        if (random.nextInt(6) == 0) {
            jdbc.sql("insert into cluster_problems (cluster_id, ordinal, place, line, detail, reported_at)"
                            + " values (?, 0, 'a.yaml', 1, 'not YAML', now())")
                    .params(id)
                    .update();
        }
    }

    private static String of(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private List<ClusterRow> list(String q) {
        return clusters.list(new ListRequest(q, "name", ListRequest.MAX_PAGE_SIZE, null), AccessScope.EVERYTHING)
                .items();
    }
}
