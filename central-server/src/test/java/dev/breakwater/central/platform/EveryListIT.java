package dev.breakwater.central.platform;

import static dev.breakwater.central.nodes.MachineFixture.deb;
import static dev.breakwater.central.nodes.MachineFixture.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.breakwater.central.platform.AccessScope.NamespaceRef;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.central.testing.VulnerableFleet;
import dev.breakwater.scanner.MachineCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What must hold for every list there is, whoever declared it. */
@CentralApplication
class EveryListIT {

    private static final List<String> HOSTILE = List.of(
            "'",
            "''",
            "\"",
            "\\",
            "%",
            "_",
            "*",
            "; delete from clusters; --",
            "' or '1'='1",
            "x') or true --",
            ":p0",
            "?",
            "$1",
            "{d '2020-01-01'}",
            "key='",
            "=",
            "\u001f",
            "漢字",
            "-1",
            "1e309",
            "NaN",
            "00000000-0000-0000-0000-000000000000");

    /** Lists whose rows are of a whole cluster, or of none: a reader of one namespace sees none of them. */
    private static final Set<String> NOT_IN_A_NAMESPACE = Set.of(
            "clusters",
            "nodes",
            "nodes/vulnerabilities",
            "audit-log",
            "users",
            "api-tokens",
            "checks",
            "notifications/deliveries",
            "registry-images",
            "compliance/results",
            "reports",
            "reports/jobs");

    /** Lists whose rows add up what can be seen, so that one of a part is not one of the whole. */
    private static final Set<String> ADDED_UP = Set.of(
            "vulnerabilities",
            "vulnerabilities/packages",
            "vulnerabilities/images",
            "vulnerabilities/components",
            "vulnerabilities/owners");

    @Autowired
    List<ListDefinition<?>> definitions;

    @Autowired
    Lists lists;

    @Autowired
    SmallFleet fleet;

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VulnerableFleet vulnerable;

    @BeforeEach
    void fillFleet() {
        fleet.present();
        api.call(
                "POST",
                "/api/v1/api-tokens",
                Api.ADMIN,
                "{\"name\":\"every-list\",\"role\":\"ANALYST\",\"expiresInDays\":2}");
        SmallFleet.CLUSTERS.forEach(cluster -> api.call(
                "POST",
                "/api/v1/checks/manifests?record=true&source=every-list&cluster=" + cluster,
                Api.ADMIN,
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"e\",\"namespace\":\"fleet-shop\"},"
                        + "\"spec\":{\"hostNetwork\":true,\"containers\":[{\"name\":\"c\",\"image\":\"a:1\"}]}}"));
        api.call("POST", "/api/v1/compliance/runs", Api.ADMIN, "");
        jdbc.sql(
                        "select n.id, n.name from nodes n where not exists (select 1 from node_evidence e where e.node_id = n.id)")
                .query((row, number) -> lookAt(row.getString("id"), row.getString("name")))
                .list();
        vulnerable.in(fleet);
        jdbc.sql("""
            insert into compliance_exceptions (id, state, standard, control, checks, cluster_id, namespace, object_kind,
                object_name, reason, ends_at, requested_by, requested_for, requested_at, decided_by, decision, ended_by)
            select md5('every-list' || n.id)::uuid, 'REQUESTED', '', '', array['seccomp-set'], n.cluster_id, n.name, '', '',
                'every list', now() + interval '9 days', 'every-list', '{}', now(), '', '', ''
            from namespaces n on conflict do nothing
            """).update();
        jdbc.sql("""
            insert into notification_deliveries (id, notifier_id, notifier_name, kind, title, severity, message, state,
                created_at, next_at)
            select md5('every-list' || i)::uuid, md5('target')::uuid, 'every-list', 'DIGEST', 'every list ' || i, i % 5,
                '{}', case i % 2 when 0 then 'DELIVERED' else 'DEAD' end, now(), now()
            from generate_series(1, 9) i on conflict do nothing
            """).update();
        jdbc.sql("""
            insert into report_definitions (id, name, kind, document, author, version, created_at, updated_at, updated_by)
            select md5('every-list' || i)::uuid, 'every list ' || i, 'AUDIT', json_build_object('name', 'every list ' || i,
                'kind', 'AUDIT', 'standards', '[]'::json, 'clusters', '[]'::json, 'q', '', 'formats', '["CSV"]'::json,
                'keepDays', 1, 'destinations', '[]'::json), 'admin', 1, now(), now(), 'admin'
            from generate_series(1, 3) i on conflict do nothing
            """).update();
        jdbc.sql("""
            insert into report_jobs (id, definition_id, definition, name, kind, author, cause, asked_by, state, created_at,
                next_at)
            select d.id, d.id, '{}', d.name, d.kind, 'admin', 'REQUEST', 'admin', 'CANCELLED', now(), now()
            from report_definitions d where d.name like 'every list %' on conflict do nothing
            """).update();
        jdbc.sql("""
            insert into scan_jobs (id, target, image_id, reference, registry, platform, via, state, cause, requested_by,
                priority, attempts, reason, last_error, created_at, next_at)
            select md5('scan' || i.name)::uuid, i.name, i.id, i.name, i.registry, 'linux/amd64', 'CENTRAL', 'FAILED',
                'it runs', '', 5, 1, 'NOT_FOUND', 'there is none', now(), now()
            from images i on conflict do nothing
            """).update();
        jdbc.sql("insert into registry_repositories (registry, repository, next_at, error, tag_count)"
                        + " values ('registry.example', 'every/list', now(), '', 2) on conflict do nothing")
                .update();
        jdbc.sql("""
            insert into registry_tags (registry, repository, tag, built_at, first_seen_at, newer_tag, newer_since) values
            ('registry.example', 'every/list', '1.0', now(), now(), '1.1', now()),
            ('registry.example', 'every/list', '1.1', null, now(), null, null) on conflict do nothing
            """).update();
    }

    /** Each node has a package in which something is found. */
    private int lookAt(String id, String name) {
        return api.call(
                        "POST",
                        "/api/v1/nodes/" + id + "/evidence?force=true",
                        Api.ADMIN,
                        new String(
                                MachineCodec.write(evidence(
                                        name, "", Instant.now(), deb("openssl", "3.0.0", ""), deb("bash", "5.2", ""))),
                                StandardCharsets.UTF_8))
                .status();
    }

    @Test
    void aReaderOfOneNamespaceSeesTheAdministratorsAnswerFilteredToIt() {
        for (ListDefinition<?> list : definitions) {
            List<JsonNode> all = rows(list, AccessScope.EVERYTHING);
            List<JsonNode> seen = rows(list, fleet.oneNamespace());
            if (list.name().equals("scans")) {
                assertThat(seen).as(list.name()).isEqualTo(scansOfOneNamespace(all));
            } else if (list.name().equals("images")) {
                assertThat(seen).as(list.name()).isEqualTo(imagesOfOneNamespace(all));
            } else if (ADDED_UP.contains(list.name())) {
                assertThat(seen).as(list.name()).isNotEmpty().hasSizeLessThanOrEqualTo(all.size());
                assertThat(all.toString()).as(list.name()).isNotEqualTo(seen.toString());
            } else if (list.isForEveryone()) {
                assertThat(seen).as(list.name()).isEqualTo(all);
            } else if (NOT_IN_A_NAMESPACE.contains(list.name())) {
                assertThat(seen).as(list.name()).isEmpty();
            } else {
                List<JsonNode> wanted = all.stream()
                        .filter(row -> fleet.oneNamespace().namespaces().contains(place(list.name(), row)))
                        .toList();
                assertThat(wanted).as(list.name()).isNotEmpty().hasSizeLessThan(all.size());
                assertThat(seen).as(list.name()).isEqualTo(wanted);
            }
            for (JsonNode row : all) {
                if (row.has("id")
                        && list.clusterColumn() != null
                        && list.idKey().type() == ListDefinition.KeyType.ID) {
                    boolean visible = seen.stream().anyMatch(s -> s.get("id").equals(row.get("id")));
                    assertThat(lists.byId(list, UUID.fromString(row.get("id").asString()), fleet.oneNamespace()))
                            .as(list.name())
                            .hasSize(visible ? 1 : 0);
                }
            }
            assertThat(lists.count(list, "", fleet.oneNamespace()))
                    .as(list.name())
                    .isEqualTo(seen.size());
        }
    }

    @Test
    void aReaderOfOneClusterSeesOnlyIt() {
        UUID cluster = SmallFleet.id(SmallFleet.CLUSTERS.getLast());
        AccessScope scope = new AccessScope(false, Set.of(cluster), Set.of());
        for (ListDefinition<?> list : definitions) {
            List<JsonNode> seen = rows(list, scope);
            if (list.isForEveryone()) {
                assertThat(seen).as(list.name()).isEqualTo(rows(list, AccessScope.EVERYTHING));
            } else if (Set.of(
                            "audit-log",
                            "users",
                            "api-tokens",
                            "notifications/deliveries",
                            "registry-images",
                            "reports",
                            "reports/jobs")
                    .contains(list.name())) {
                assertThat(seen).isEmpty();
            } else if (list.name().equals("clusters")) {
                assertThat(seen)
                        .singleElement()
                        .satisfies(row -> assertThat(row.get("id").asString()).isEqualTo(cluster.toString()));
            } else if (!list.name().equals("images")
                    && !list.name().equals("scans")
                    && !ADDED_UP.contains(list.name())) {
                assertThat(seen)
                        .as(list.name())
                        .isNotEmpty()
                        .allSatisfy(row ->
                                assertThat(place(list.name(), row).clusterId()).isEqualTo(cluster));
            }
        }
    }

    @Test
    void theIdsAreThoseOfTheRows() {
        for (ListDefinition<?> list : definitions) {
            if (list.idKey().type() == ListDefinition.KeyType.ID) {
                List<String> ids = rows(list, fleet.oneNamespace()).stream()
                        .map(row -> (row.has("policy") && row.get("policy").has("id") ? row.get("policy") : row)
                                .get("id")
                                .asString())
                        .toList();
                assertThat(lists.ids(list, "", fleet.oneNamespace(), 1000))
                        .as(list.name())
                        .map(UUID::toString)
                        .containsExactlyInAnyOrderElementsOf(ids);
                assertThat(lists.ids(list, "", AccessScope.EVERYTHING, 1)).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void suggestsOnlyValuesThatTheReaderCouldFind() {
        for (ListDefinition<?> list : definitions) {
            for (FilterTerm term : list.terms()) {
                for (String begun : List.of("", "F", "a", "%", "'")) {
                    for (String value : lists.suggest(list, term.name(), begun, fleet.oneNamespace())) {
                        String q = term.name() + ":" + new FilterExpression.Value(Comparison.EQUAL, value, true);
                        assertThat(value.toLowerCase(Locale.ROOT)).startsWith(begun.toLowerCase(Locale.ROOT));
                        assertThat(lists.count(list, q, fleet.oneNamespace()))
                                .as(list.name() + " " + q)
                                .isPositive();
                    }
                }
            }
        }
        assertThat(lists.suggest(list("workloads"), "namespace", "fleet", AccessScope.EVERYTHING))
                .isNotEmpty();
    }

    private ListDefinition<?> list(String name) {
        return definitions.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReaderOfNothingSeesNothing() {
        AccessScope nothing = new AccessScope(false, Set.of(), Set.of());
        assertThat(definitions)
                .filteredOn(list -> !list.isForEveryone())
                .allSatisfy(
                        list -> assertThat(rows(list, nothing)).as(list.name()).isEmpty());
    }

    @Test
    void everyTermAndItsNegationDivideTheRows() {
        for (ListDefinition<?> list : definitions) {
            int all = lists.count(list, "", AccessScope.EVERYTHING);
            for (FilterTerm term : list.terms()) {
                List<String> values = term.values().isEmpty() ? samples(list, term) : term.values();
                assertThat(values).as(list.name() + " " + term.name()).isNotEmpty();
                for (String value : values) {
                    String q = term.name() + ":" + value;
                    assertThat(lists.count(list, q, AccessScope.EVERYTHING)
                                    + lists.count(list, "!" + q, AccessScope.EVERYTHING))
                            .as(list.name() + " " + q)
                            .isEqualTo(all);
                }
            }
        }
    }

    @Test
    void hostileTextIsOnlyText() {
        for (ListDefinition<?> list : definitions) {
            List<String> fields = new ArrayList<>(
                    list.terms().stream().map(term -> term.name() + ":").toList());
            fields.add("");
            for (String field : fields) {
                for (String text : HOSTILE) {
                    String quoted = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
                    usedOrRefused(list, new ListRequest(field + quoted, "", 5, null));
                    usedOrRefused(list, new ListRequest(field + ">" + quoted, "", 5, null));
                }
            }
            for (String text : HOSTILE) {
                usedOrRefused(list, new ListRequest("", text, 5, null));
                usedOrRefused(list, new ListRequest("", "", 5, text));
                usedOrRefused(list, new ListRequest("", "", 5, PageToken.of(list.name(), "", "", List.of(text, text))));
                usedOrRefused(
                        list, new ListRequest("", "", 5, PageToken.of(list.name(), "", "", List.of(text, text, text))));
            }
        }
        assertThat(jdbc.sql("select count(*) from clusters where name like 'reef-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(SmallFleet.CLUSTERS.size());
    }

    @Test
    void everySortPagesThroughEachRowOnce() {
        for (ListDefinition<?> list : definitions) {
            for (String sort : list.sortNames()) {
                for (String order : List.of(
                        "",
                        sort,
                        "-" + sort,
                        "-" + sort + "," + list.sortNames().getFirst())) {
                    List<JsonNode> streamed = new ArrayList<>();
                    stream(list, order, AccessScope.EVERYTHING, streamed);
                    assertThat(paged(list, order))
                            .as(list.name() + " " + order)
                            .isEqualTo(streamed)
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    private List<JsonNode> paged(ListDefinition<?> list, String sort) {
        List<JsonNode> rows = new ArrayList<>();
        String token = null;
        do {
            Page<?> page = lists.page(list, new ListRequest("", sort, 7, token), AccessScope.EVERYTHING);
            page.items().forEach(row -> rows.add(json(row)));
            token = page.nextPageToken();
        } while (token != null);
        return rows;
    }

    private void usedOrRefused(ListDefinition<?> list, ListRequest request) {
        try {
            lists.page(list, request, AccessScope.EVERYTHING);
        } catch (InvalidRequest e) {
            assertThat(e.allowed()).isNotBlank();
        }
    }

    /** Values that a term without few words takes: of these, those that it does not refuse. */
    private List<String> samples(ListDefinition<?> list, FilterTerm term) {
        List<String> samples = new ArrayList<>();
        for (String sample : List.of("a*", "*e*", "app", "app=x", ">1d", "<5h", "2", ">0", "<=1", "fleet-pay")) {
            try {
                lists.count(list, term.name() + ":" + sample, AccessScope.EVERYTHING);
                samples.add(sample);
            } catch (InvalidRequest e) {
                continue;
            }
        }
        return samples;
    }

    /** Read from the tables by itself: an image is seen by who sees a workload that uses it, and only those are counted. */
    private List<JsonNode> imagesOfOneNamespace(List<JsonNode> all) {
        NamespaceRef place = fleet.oneNamespace().namespaces().iterator().next();
        List<JsonNode> wanted = new ArrayList<>();
        for (JsonNode row : all) {
            long workloads = jdbc.sql("""
                select count(distinct w.id) from workloads w join workload_images i on i.workload_id = w.id
                where i.image_id = ? and w.cluster_id = ? and w.namespace = ?
                """)
                    .params(UUID.fromString(row.get("id").asString()), place.clusterId(), place.namespace())
                    .query(Long.class)
                    .single();
            if (workloads > 0) {
                wanted.add(((ObjectNode) row.deepCopy()).put("workloads", workloads));
            }
        }
        assertThat(wanted).isNotEmpty().hasSizeLessThan(all.size());
        return wanted;
    }

    private List<JsonNode> scansOfOneNamespace(List<JsonNode> all) {
        NamespaceRef place = fleet.oneNamespace().namespaces().iterator().next();
        List<JsonNode> wanted = new ArrayList<>();
        for (JsonNode row : all) {
            long workloads = jdbc.sql("""
                select count(distinct w.id) from workloads w join workload_images u on u.workload_id = w.id
                    join scan_jobs j on j.image_id = u.image_id
                where j.id = ? and w.cluster_id = ? and w.namespace = ?
                """)
                    .params(UUID.fromString(row.get("id").asString()), place.clusterId(), place.namespace())
                    .query(Long.class)
                    .single();
            if (workloads > 0) {
                wanted.add(((ObjectNode) row.deepCopy()).put("workloads", workloads));
            }
        }
        assertThat(wanted).isNotEmpty().hasSizeLessThan(all.size());
        return wanted;
    }

    private static NamespaceRef place(String list, JsonNode row) {
        JsonNode at = row.has("workload") ? row.get("workload") : row;
        JsonNode namespace = list.equals("namespaces") ? at.get("name") : at.get("namespace");
        @Nullable JsonNode cluster = at.get("clusterId");
        if (cluster == null) {
            return fail("this test cannot tell where a row of the list '" + list + "' belongs");
        }
        return new NamespaceRef(UUID.fromString(cluster.asString()), namespace == null ? "" : namespace.asString());
    }

    private List<JsonNode> rows(ListDefinition<?> list, AccessScope scope) {
        List<JsonNode> rows = new ArrayList<>();
        stream(list, "", scope, rows);
        assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
        return rows;
    }

    private <T> void stream(ListDefinition<T> list, String sort, AccessScope scope, List<JsonNode> sink) {
        lists.stream(list, "", sort, scope, row -> sink.add(json(row)));
    }

    private static JsonNode json(Object row) {
        return JsonMapper.shared().valueToTree(row);
    }
}
