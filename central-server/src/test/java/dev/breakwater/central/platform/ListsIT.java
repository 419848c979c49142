package dev.breakwater.central.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.testing.CentralDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ListsIT {

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    private static final int ROWS = 400;

    /** Names that tie, differ by case or script only, or hold what separators, patterns and SQL are made of. */
    private static final List<String> NAMES = List.of(
            "a",
            "A",
            "ä",
            "z",
            "zz",
            "",
            " ",
            "%",
            "_",
            "a%",
            "a_b",
            "a\\b",
            "a.b",
            "\u001f",
            "x\u001fy",
            "漢字",
            "😀",
            "ﬁ",
            "'",
            "'; drop table things; --",
            "\"",
            "a,b",
            "a:b",
            "*",
            "🏴",
            "\uffff");

    private static final ListDefinition<Thing> LIST = ListDefinition.<Thing>of("things")
            .select("t.*")
            .from("things t")
            .scopedBy("t.cluster_id", "t.namespace")
            .id("t.id", KeyType.ID)
            .term(Conditions.text("name", "name", "t.name"))
            .searches("t.name")
            // In this collation the order is that of the code points, so that Java can tell it, too.
            .sort("name", "t.name collate \"C\"", KeyType.TEXT)
            .sort("risk", "t.risk", KeyType.NUMBER)
            .sort("count", "t.count", KeyType.WHOLE)
            .sort("at", "t.at", KeyType.INSTANT)
            .defaultSort("-risk,name")
            .row(row -> new Thing(
                    Sql.uuid(row, "id"),
                    row.getString("name"),
                    row.getDouble("risk"),
                    row.getLong("count"),
                    Sql.instant(row, "at")));

    private static final Map<String, Comparator<Thing>> REFERENCE = reference();

    private static final List<Thing> things = new ArrayList<>();
    private static Lists lists;

    record Thing(UUID id, String name, double risk, long count, Instant at) {}

    @BeforeAll
    static void fill() {
        database.jdbc().sql("""
                        create table things (id uuid primary key, name text not null, risk double precision not null,
                            count bigint not null, at timestamptz not null, cluster_id uuid, namespace text)
                        """).update();
        Random random = new Random(42);
        for (int i = 0; i < ROWS; i++) {
            Thing thing = new Thing(
                    new UUID(random.nextLong(), random.nextLong()),
                    NAMES.get(random.nextInt(NAMES.size())),
                    random.nextInt(4) == 0 ? random.nextGaussian() * 1e9 : random.nextInt(5) / 3.0,
                    random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(3),
                    Instant.parse("2026-03-29T00:59:59Z").plus(random.nextInt(3) * 3_600_000_001L, ChronoUnit.MICROS));
            things.add(thing);
            database.jdbc()
                    .sql("insert into things values (?, ?, ?, ?, ?, null, 'n')")
                    .params(thing.id(), thing.name(), thing.risk(), thing.count(), Timestamp.from(thing.at()))
                    .update();
        }
        lists = new Lists(database.dataSource(), new JdbcTransactionManager(database.dataSource()));
    }

    static List<String> sorts() {
        List<String> sorts = new ArrayList<>(List.of("", "name", "-name", "-risk,at", "at,-name,risk,-count"));
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            List<String> fields = new ArrayList<>(REFERENCE.keySet());
            Collections.shuffle(fields, random);
            sorts.add(String.join(
                    ",",
                    fields.subList(0, 1 + random.nextInt(fields.size())).stream()
                            .map(field -> random.nextBoolean() ? field : "-" + field)
                            .toList()));
        }
        return sorts;
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void pagesHoldEachRowOnceInOrder(String sort) {
        List<UUID> wanted = things.stream().sorted(order(sort)).map(Thing::id).toList();
        Random random = new Random(sort.hashCode());
        List<UUID> read = new ArrayList<>();
        String token = null;
        do {
            Page<Thing> page =
                    lists.page(LIST, new ListRequest("", sort, 1 + random.nextInt(70), token), AccessScope.EVERYTHING);
            page.items().forEach(thing -> read.add(thing.id()));
            token = page.nextPageToken();
        } while (token != null);
        assertThat(read).isEqualTo(wanted);

        List<UUID> streamed = new ArrayList<>();
        lists.stream(LIST, "", sort, AccessScope.EVERYTHING, thing -> streamed.add(thing.id()));
        assertThat(streamed).isEqualTo(wanted);
    }

    @Test
    void findsEachNameByItsQuotedSelfAlone() {
        for (String name : NAMES) {
            String q = new FilterExpression(List.of()).and("name", name).toString();
            List<String> wanted = things.stream()
                    .map(Thing::name)
                    .filter(n -> n.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .toList();
            assertThat(lists.count(LIST, q, AccessScope.EVERYTHING)).as(q).isEqualTo(wanted.size());
            assertThat(lists.count(LIST, "!" + q, AccessScope.EVERYTHING)).isEqualTo(ROWS - wanted.size());
        }
    }

    @Test
    void takesOnlyAStarForAnyText() {
        assertThat(names("name:a*"))
                .allMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("a"));
        assertThat(names("name:a*")).contains("a%", "a_b", "a\\b");
        assertThat(names("name:a_*")).containsOnly("a_b");
        assertThat(names("name:*\\*")).containsOnly("a\\b");
        assertThat(names("\"%\"")).containsOnly("%", "a%");
        assertThat(names("\"*\"")).containsOnly("*");
    }

    @Test
    void refusesForgedTokens() {
        String token = lists.page(LIST, new ListRequest("", "name", 10, null), AccessScope.EVERYTHING)
                .nextPageToken();
        assertThat(token).isNotNull();
        for (int length = 0; length < token.length(); length++) {
            assertRefusedOrUsed("", "name", token.substring(0, length));
        }
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
            assertRefusedOrUsed("", "name", new String(bytes, StandardCharsets.UTF_8));
        }
        assertRefused("", "-name", token);
        assertRefused("name:a", "name", token);
        assertRefused("", "name", "x".repeat(30_000));
    }

    @Test
    void refusesTokensWhoseKeysAreOfAnotherType() {
        List<String> keys =
                List.of("abc", "", "\0", "1e999", "99999999999999999999", "'; drop table things; --", "\uffff");
        for (String sort : List.of("name", "risk", "count", "at", "name,-at", "-risk")) {
            int width = new ListSql(LIST).orderOf(sort).size();
            for (String key : keys) {
                assertRefusedOrUsed("", sort, PageToken.of("things", "", sort, Collections.nCopies(width, key)));
            }
        }
        for (String key : List.of("NaN", "infinity", "-infinity")) {
            assertRefusedOrUsed(
                    "",
                    "risk",
                    PageToken.of(
                            "things", "", "risk", List.of(key, UUID.randomUUID().toString())));
        }
        assertThat(lists.count(LIST, "", AccessScope.EVERYTHING)).isEqualTo(ROWS);
    }

    @Test
    void countsNoFurtherThanItsCap() {
        database.jdbc()
                .sql(
                        "create view many as select g as id, 'n' as name, null::uuid as cluster_id from generate_series(1, 10500) g")
                .update();
        ListDefinition<String> many = ListDefinition.<String>of("many")
                .select("m.*")
                .from("many m")
                .scopedBy("m.cluster_id", null)
                .id("m.id", KeyType.WHOLE)
                .sort("name", "m.name", KeyType.TEXT)
                .defaultSort("name")
                .row(row -> row.getString("name"));
        assertThat(lists.count(many, "", AccessScope.EVERYTHING)).isEqualTo(Lists.COUNT_CAP + 1);
    }

    private static void assertRefused(String q, String sort, String token) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> lists.page(LIST, new ListRequest(q, sort, 10, token), AccessScope.EVERYTHING))
                .satisfies(e -> assertThat(e.field()).isEqualTo("pageToken"));
    }

    /** Another position is harmless; a failure other than a refusal is not. */
    private static void assertRefusedOrUsed(String q, String sort, String token) {
        try {
            lists.page(LIST, new ListRequest(q, sort, 10, token), AccessScope.EVERYTHING);
        } catch (InvalidRequest e) {
            assertThat(e.field()).isEqualTo("pageToken");
        }
    }

    private static List<String> names(String q) {
        return lists.page(LIST, new ListRequest(q, "", 500, null), AccessScope.EVERYTHING).items().stream()
                .map(Thing::name)
                .toList();
    }

    private static Comparator<Thing> order(String sort) {
        String wanted = sort.isEmpty() ? "-risk,name" : sort;
        Comparator<Thing> order = null;
        boolean descending = false;
        for (String part : wanted.split(",")) {
            descending = part.startsWith("-");
            Comparator<Thing> one = REFERENCE.get(descending ? part.substring(1) : part);
            one = descending ? one.reversed() : one;
            order = order == null ? one : order.thenComparing(one);
        }
        Comparator<Thing> byId = Comparator.comparing(thing -> thing.id().toString());
        return order.thenComparing(descending ? byId.reversed() : byId);
    }

    private static Map<String, Comparator<Thing>> reference() {
        Map<String, Comparator<Thing>> reference = new LinkedHashMap<>();
        reference.put("name", (a, b) -> Arrays.compare(codePoints(a.name()), codePoints(b.name())));
        reference.put("risk", Comparator.comparingDouble(Thing::risk));
        reference.put("count", Comparator.comparingLong(Thing::count));
        reference.put("at", Comparator.comparing(Thing::at));
        return reference;
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }
}
