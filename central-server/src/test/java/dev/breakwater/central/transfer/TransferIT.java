package dev.breakwater.central.transfer;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.CentralDatabase;
import dev.breakwater.central.testing.ReferencePage;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.central.testing.WholeCentral;
import dev.breakwater.engine.policy.PolicyDocument;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people made goes into a file, and from there into another database, where it is the same. It changes what all others
 * rely on (policies, settings, decisions over everything), so it starts a central of its own, by a property that no other has.
 */
@CentralApplication
@TestPropertySource(properties = "spring.application.name=transfer")
class TransferIT {

    private static final String HEAD = "{\"format\":\"breakwater-export\",\"version\":1";
    private static final UUID OWN = UUID.fromString("01900000-0000-7000-8000-0000000000aa");

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Policies policies;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        fleet.present();
    }

    @Test
    void anExportTakenIntoAnEmptyDatabaseIsExportedTheSame() throws Exception {
        makeSomethingOfEverything();
        String file = api.get("/api/v1/export?passwords=true").body();
        for (String section : List.of(
                "clusters",
                "accounts",
                "apiTokens",
                "inventoryRules",
                "policies",
                "exclusions",
                "acceptances",
                "decisions",
                "savedViews",
                "preferences",
                "attestations",
                "benchmarkChoices")) {
            assertThat(api.get("/api/v1/export?passwords=true").json().get(section))
                    .as(section)
                    .isNotEmpty();
        }
        // The audit log has one more row; what people made has not changed.
        assertThat(api.get("/api/v1/export?passwords=true").body()).isEqualTo(file);
        assertThat(file).doesNotContain("blw_").doesNotContain("tokenHash");
        assertThat(api.get("/api/v1/export").body()).doesNotContain("{bcrypt}");

        try (CentralDatabase other = CentralDatabase.empty()) {
            Path in = Files.writeString(folder.resolve("in.json"), file);
            Path out = folder.resolve("out.json");
            assertThat(command(other, "import", in.toString(), "--dry-run").code())
                    .isEqualTo(Commands.DONE);
            assertThat(other.jdbc()
                            .sql("select count(*) from users")
                            .query(Long.class)
                            .single())
                    .isZero();

            assertThat(command(other, "import", in.toString()))
                    .satisfies(run -> assertThat(run.code()).as(run.talk()).isEqualTo(0));
            assertThat(command(other, "export", out.toString(), "--with-password-hashes")
                            .code())
                    .isZero();
            assertThat(Files.readString(out)).isEqualTo(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                    .isEqualTo("rw-------");

            Run again = command(other, "import", in.toString());
            assertThat(again.code()).isZero();
            assertThat(again.talk()).doesNotContain("CREATE").contains("0 new");
            assertThat(other.jdbc()
                            .sql(
                                    "select channel from audit_log where action = 'imported' and object_type = 'export' limit 1")
                            .query(String.class)
                            .single())
                    .isEqualTo("SYSTEM");
        }
    }

    @Test
    void showsWhatConflictsBeforeAnythingIsWritten() {
        user("transfer-kim", "ANALYST");
        String wanted = HEAD + ",\"accounts\":["
                + account("transfer-kim", "ADMIN", "2026-01-01T00:00:00Z") + ","
                + account("transfer-new", "ANALYST", "2026-01-01T00:00:00Z") + "]}";

        JsonNode report = post("?dryRun=true", wanted).json();
        assertThat(report.get("applied").asBoolean()).isFalse();
        assertThat(report.get("conflicts").asInt()).isEqualTo(1);
        JsonNode accounts = report.get("sections").get(0);
        assertThat(accounts.get("create").asInt()).isEqualTo(1);
        assertThat(accounts.get("items").get(0).get("action").asString()).isEqualTo("CONFLICT");
        JsonNode role = accounts.get("items").get(0).get("differences").get(0);
        assertThat(role.get("component").asString()).isEqualTo("role");
        assertThat(role.get("here").asString()).isEqualTo("ANALYST");
        assertThat(role.get("wanted").asString()).isEqualTo("ADMIN");

        assertProblem(post("", wanted), 409, "CONFLICT");
        assertThat(roleOf("transfer-new")).isEmpty();

        assertThat(post("?onConflict=KEEP", wanted).json().get("applied").asBoolean())
                .isTrue();
        assertThat(roleOf("transfer-kim")).containsExactly("ANALYST");
        assertThat(roleOf("transfer-new")).containsExactly("ANALYST");

        assertThat(post("?onConflict=OVERWRITE&skip=accounts", wanted).status()).isEqualTo(200);
        assertThat(roleOf("transfer-kim")).containsExactly("ANALYST");
        assertThat(post("?onConflict=OVERWRITE", wanted).status()).isEqualTo(200);
        assertThat(roleOf("transfer-kim")).containsExactly("ADMIN");
        assertThat(api.get("/api/v1/audit-log?q=action:imported name:transfer-kim".replace(" ", "%20"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("before")
                        .get("role")
                        .asString())
                .isEqualTo("ANALYST");
    }

    @Test
    void anAccountThatCameWithoutItsPasswordHasNoneThatAnybodyKnows() {
        assertThat(post("", HEAD + ",\"accounts\":[" + account("transfer-mute", "ADMIN", "2026-01-01T00:00:00Z") + "]}")
                        .status())
                .isEqualTo(200);
        for (String guess : List.of("", "null", "transfer-mute")) {
            assertThat(api.call("GET", "/api/v1/policies", Api.basic("transfer-mute", guess), null)
                            .status())
                    .isEqualTo(401);
        }
        api.call(
                "PUT",
                "/api/v1/users/transfer-mute/password",
                Api.ADMIN,
                "{\"password\":\"a password to begin with\"}");
        assertThat(api.call("GET", "/api/v1/policies", Api.basic("transfer-mute", "a password to begin with"), null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothingIsTakenInIfAPartCannotBe() {
        String others = "select count(*) from users where username like 'transfer-half%'";
        String first = account("transfer-half", "ANALYST", "2026-01-01T00:00:00Z");
        assertProblem(
                        post(
                                "",
                                HEAD + ",\"accounts\":[" + first
                                        + "],\"preferences\":[{\"person\":\"x\",\"theme\":\"PINK\","
                                        + "\"density\":\"COMPACT\",\"singleKeys\":true,\"columns\":{}}]}"),
                        400,
                        "INVALID_REQUEST")
                .names("/preferences/0/theme", "PINK", "DARK");
        assertThat(jdbc.sql(others).query(Long.class).single()).isZero();

        String nobody = HEAD + ",\"accounts\":[" + first + ","
                + jdbc.sql("select username from users where role = 'ADMIN'").query(String.class).list().stream()
                        .map(name -> account(name, "ANALYST", "2026-01-01T00:00:00Z"))
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow()
                + "]}";
        assertThat(assertProblem(post("?onConflict=OVERWRITE", nobody), 409, "CONFLICT"))
                .isNotNull();
        assertThat(jdbc.sql(others).query(Long.class).single()).isZero();
        assertThat(roleOf("admin")).containsExactly("ADMIN");
    }

    @Test
    void aTokenThatWasRevokedSinceStaysRevoked() {
        String id = api.call(
                        "POST",
                        "/api/v1/api-tokens",
                        Api.ADMIN,
                        "{\"name\":\"transfer-revoked\",\"role\":\"ADMIN\",\"expiresInDays\":5}")
                .json()
                .get("token")
                .get("id")
                .asString();
        String before = api.get("/api/v1/export").body();
        api.call("POST", "/api/v1/api-tokens/" + id + "/revoke", Api.ADMIN, null);

        assertThat(post("?onConflict=OVERWRITE&skip=decisions,policies,exclusions", before)
                        .status())
                .isEqualTo(200);

        assertThat(jdbc.sql("select revoked_at is not null from api_tokens where id = ?::uuid")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatRefersToSomethingThatIsNotHereIsLeftOutAndSaysWhy() {
        JsonNode exclusions = post("?dryRun=true", HEAD + ",\"exclusions\":[" + exclusion(UUID.randomUUID()) + "]}")
                .json()
                .get("sections")
                .get(0);
        assertThat(exclusions.get("skip").asInt()).isEqualTo(1);
        assertThat(exclusions.get("items").get(0).get("why").asString()).isEqualTo("its policy is not here");
    }

    private static JsonNode of(JsonNode section, String id) {
        return section.valueStream()
                .filter(item -> item.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReportComesWithTheStandardThatItIsAboutAndNotWithoutIt() {
        String standard = """
                {"id":"house-carried","name":"House rules","sections":[{"id":"A","title":"Ours","controls":[
                 {"id":"A.1","title":"Owners","asks":"Somebody answers.","checks":["owner-known"]}]}]}""";
        assertThat(api.call("POST", "/api/v1/compliance/standards", Api.ADMIN, standard)
                        .status())
                .isEqualTo(201);
        String report = """
                {"name":"Carried","kind":"COMPLIANCE","standards":["house-carried"],"clusters":[],"q":"","formats":["CSV"],
                 "keepDays":1,"destinations":[]}""";
        String id = api.call("POST", "/api/v1/reports", Api.ADMIN, report)
                .json()
                .get("id")
                .asString();
        JsonNode exported = api.get("/api/v1/export").json();
        String without = ",\"reports\":[" + of(exported.get("reports"), id) + "]}";
        String whole = ",\"standards\":[" + of(exported.get("standards"), "house-carried") + "]" + without;
        api.call("DELETE", "/api/v1/reports/" + id, Api.ADMIN, null);
        api.call("DELETE", "/api/v1/compliance/standards/house-carried", Api.ADMIN, null);

        JsonNode left = post("?dryRun=true", HEAD + without.replace("house-carried", "house-nowhere"))
                .json()
                .get("sections")
                .get(0);
        assertThat(left.get("items").toString()).contains("the standard house-nowhere that it is about is not here");

        assertThat(post("?onConflict=OVERWRITE", HEAD + whole).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/reports/" + id)
                        .json()
                        .get("report")
                        .get("standards")
                        .get(0)
                        .asString())
                .isEqualTo("house-carried");
        api.call("DELETE", "/api/v1/reports/" + id, Api.ADMIN, null);
        api.call("DELETE", "/api/v1/compliance/standards/house-carried", Api.ADMIN, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|''|something else|a JSON object",
                "{}|/format|''|breakwater-export",
                "{\"format\":\"other\"}|/format|other|breakwater-export",
                "{\"format\":\"breakwater-export\",\"version\":2,\"more\":[]}|/version|2|1",
                "{\"accounts\":[]}|/accounts|''|only after",
                "HEAD,\"secrets\":[]}|/secrets|secrets|accounts",
                "HEAD,\"accounts\":{}}|/accounts|something else|a list",
                "HEAD,\"accounts\":[1]}|/accounts/0|something else|an object",
                "HEAD,\"accounts\":[{}]}|/accounts/0/enabled|''|true or false",
                "HEAD,\"accounts\":[{\"enabled\":true}]}|/accounts/0/username|''|must be given",
                "HEAD,\"clusters\":[{\"name\":\"A B\",\"environment\":\"\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"createdBy\":\"x\"}]}|/clusters/0/name|A B|lower-case",
                "HEAD,\"clusters\":[{\"name\":\"a\",\"environment\":\"\",\"createdAt\":\"soon\",\"createdBy\":\"x\"}]}|/clusters/0/createdAt|soon|an instant",
                "HEAD,\"clusters\":[{\"name\":\"a\",\"environment\":\"\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"createdBy\":\"x\\u0000\"}]}|/clusters/0/createdBy|cannot be kept|U+0000",
                "HEAD,\"clusters\":[{\"name\":\"a\",\"environment\":\"\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"createdBy\":\"\\ud800\"}]}|/clusters/0/createdBy|cannot be kept|surrogate",
                "HEAD,\"clusters\":[{\"name\":\"a\",\"evil\":1}]}|/clusters/0/evil|a property|createdAt",
                "HEAD,\"clusters\":[{\"name\":\"a\"|/clusters/0|unreadable|well-formed",
                "HEAD} {}|''|after the end|one JSON object"
            })
    void saysWhereAFileCannotBeUsed(String body, String field, String value, String allowed) {
        assertProblem(post("", body.replace("HEAD", HEAD)), 400, "INVALID_REQUEST")
                .names(field, value, allowed);
    }

    @Test
    void refusesWhatIsTooDeepTooLongOrWorseThanAHash() {
        String deep = "[".repeat(50_000);
        assertProblem(
                        post(
                                "",
                                HEAD + ",\"policies\":[{\"id\":\"" + OWN
                                        + "\",\"name\":\"x\",\"enabled\":true,\"document\":{\"a\":" + deep),
                        400,
                        "INVALID_REQUEST")
                .names("/policies/0", "nesting depth", "20 levels");
        assertProblem(
                        post("", HEAD + ",\"clusters\":[{\"name\":\"" + "a".repeat(200_000) + "\"}]}"),
                        400,
                        "INVALID_REQUEST")
                .names("/clusters/0", "", "100,000 characters");
        assertProblem(
                        post(
                                "",
                                HEAD + ",\"accounts\":[{\"username\":\"eve\",\"role\":\"ADMIN\",\"enabled\":true,"
                                        + "\"createdAt\":\"2026-01-01T00:00:00Z\",\"passwordHash\":\"{noop}eve\"}]}"),
                        400,
                        "INVALID_REQUEST")
                .names("/accounts/0/passwordHash", "(not shown)", "bcrypt");
        String twice = account("transfer-twice", "ANALYST", "2026-01-01T00:00:00Z");
        assertProblem(post("", HEAD + ",\"accounts\":[" + twice + "," + twice + "]}"), 400, "INVALID_REQUEST")
                .names("/accounts/1", "transfer-twice", "once");
        assertProblem(post("", HEAD + ",\"clusters\":[" + " ".repeat(33 << 20) + "]}"), 413, "CONTENT_TOO_LARGE");
    }

    @Test
    void theSchemaOfTheFileIsInTheReference() {
        Answer schema = api.get("/api/v1/export/schema");
        ReferencePage.check("export.schema.json", schema.body());
        assertThat(schema.json().get("properties").propertyNames()).contains("accounts", "decisions");
    }

    @Test
    void isForAdministratorsAndLeavesARowOfTheAuditLog() {
        assertProblem(api.call("GET", "/api/v1/export", Api.ANALYST, null), 403, "FORBIDDEN");
        assertProblem(api.call("POST", "/api/v1/import?dryRun=true", Api.ANALYST, HEAD + "}"), 403, "FORBIDDEN");
        api.get("/api/v1/export?passwords=true");
        JsonNode row = api.get("/api/v1/audit-log?q=action:exported")
                .json()
                .get("items")
                .get(0);
        assertThat(row.get("actor").asString()).isEqualTo("admin");
        assertThat(row.get("after").get("passwordHashes").asBoolean()).isTrue();
    }

    @Test
    void theCommandLineSaysWhatCannotBeUsed() throws Exception {
        try (CentralDatabase other = CentralDatabase.empty()) {
            Path none = folder.resolve("none.json");
            assertThat(command(other, "exprot", "x")).satisfies(run -> {
                assertThat(run.code()).isEqualTo(Commands.USAGE);
                assertThat(run.talk()).contains("exprot").contains("export, import");
            });
            assertThat(command(other, "export", none.toString())).satisfies(run -> {
                assertThat(run.code()).isEqualTo(Commands.REFUSED);
                assertThat(run.talk()).contains("empty");
            });
            assertThat(command(other, "import", none.toString()).code()).isEqualTo(Commands.USAGE);
            assertThat(command(other, "import", none.toString(), "--force").talk())
                    .contains("--on-conflict");
            assertThat(none).doesNotExist();
        }
    }

    private record Run(int code, String talk) {}

    private static Run command(CentralDatabase database, String... arguments) {
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        int code = Commands.run(
                WholeCentral.class,
                List.of(
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username()),
                new PrintStream(talk, true, StandardCharsets.UTF_8),
                new PrintStream(talk, true, StandardCharsets.UTF_8),
                arguments);
        return new Run(code, talk.toString(StandardCharsets.UTF_8));
    }

    private void makeSomethingOfEverything() {
        user("transfer-ada", "ANALYST");
        api.call("POST", "/api/v1/api-tokens", Api.ADMIN, "{\"name\":\"ci\",\"role\":\"ANALYST\",\"expiresInDays\":5}");
        assertThat(api.call(
                                "PUT",
                                "/api/v1/settings/ownership",
                                Api.ADMIN,
                                "{\"rules\":[{\"source\":\"LABEL\",\"key\":\"team\",\"team\":\"\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(api.form(
                                "/api/v1/compliance/attestations",
                                Api.ADMIN,
                                Map.of(
                                        "standard",
                                        "nist-800-190",
                                        "control",
                                        "4.2.3",
                                        "clusterId",
                                        SmallFleet.id(SmallFleet.CLUSTERS.getFirst())
                                                .toString(),
                                        "statement",
                                        "robot accounts",
                                        "validUntil",
                                        Instant.now().plus(Duration.ofDays(10)).toString()),
                                "minutes.pdf",
                                "application/pdf",
                                new byte[] {37, 80, 68, 70, 0, -1})
                        .status())
                .isEqualTo(201);
        assertThat(api.call(
                                "PUT",
                                "/api/v1/compliance/benchmarks/" + SmallFleet.id(SmallFleet.CLUSTERS.getFirst()),
                                Api.ADMIN,
                                "{\"standard\":\"cis-kubernetes-1.12\"}")
                        .status())
                .isEqualTo(204);
        UUID off = policies.list().stream()
                .filter(row -> row.policy().enabled())
                .findFirst()
                .orElseThrow()
                .policy()
                .id();
        api.call("POST", "/api/v1/policies/" + off + "/disable", Api.ADMIN, null);
        ObjectNode own = (ObjectNode) JsonMapper.shared()
                .readTree(PolicyDocument.toJson(List.of(policies.get(off).policy())))
                .get(0);
        own.put("id", OWN.toString()).put("name", "Transfer's own");
        Answer made = post(
                "",
                HEAD + ",\"policies\":[{\"id\":\"" + OWN
                        + "\",\"name\":\"Transfer's own\",\"enabled\":true,\"document\":" + own + "}],\"exclusions\":["
                        + exclusion(OWN) + "]}");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        own.put("id", "01900000-0000-7000-8000-00000000c0de").put("name", "Transfer's, applied as code");
        assertThat(api.call("POST", "/api/v1/policies/apply?origin=git:transfer", Api.ADMIN, own.toString())
                        .status())
                .isEqualTo(200);
        ObjectNode adjusted = (ObjectNode) api.get("/api/v1/policies/" + off).json();
        adjusted.putArray("scopes").addObject().put("namespace", "fleet-pay");
        assertThat(api.call("PUT", "/api/v1/policies/" + off, Api.ADMIN, adjusted.toString())
                        .status())
                .isEqualTo(200);
        assertThat(api.call(
                                "POST",
                                "/api/v1/violations/accept",
                                Api.ADMIN,
                                "{\"q\":\"state:open cluster:reef-west\",\"reason\":\"known\",\"until\":\""
                                        + Instant.now().plus(Duration.ofDays(10)) + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.call(
                                "POST",
                                "/api/v1/violations/comment",
                                Api.ADMIN,
                                "{\"q\":\"cluster:reef-west namespace:fleet-pay\",\"body\":\"first\\nsecond \\\"line\\\"\"}")
                        .status())
                .isEqualTo(200);
        api.call(
                "POST",
                "/api/v1/me/views",
                Api.ANALYST,
                "{\"list\":\"violations\",\"name\":\"mine\",\"shared\":true,\"q\":\"severity:high\",\"sort\":\"\",\"columns\":[\"a\"],\"scope\":\"\"}");
        api.call(
                "PUT",
                "/api/v1/me/preferences",
                Api.ANALYST,
                "{\"theme\":\"DARK\",\"columns\":{\"b\":[\"c\"],\"a\":[\"d\"]}}");
    }

    private Answer post(String query, String body) {
        return api.call("POST", "/api/v1/import" + query, Api.ADMIN, body);
    }

    private void user(String name, String role) {
        api.call(
                "POST",
                "/api/v1/users",
                Api.ADMIN,
                "{\"username\":\"" + name + "\",\"password\":\"correct horse battery\",\"role\":\"" + role + "\"}");
    }

    private List<String> roleOf(String name) {
        return jdbc.sql("select role from users where username = ?")
                .param(name)
                .query(String.class)
                .list();
    }

    private static String account(String name, String role, String createdAt) {
        return "{\"username\":\"" + name + "\",\"role\":\"" + role + "\",\"enabled\":true,\"createdAt\":\"" + createdAt
                + "\",\"passwordHash\":null}";
    }

    private static String exclusion(UUID policy) {
        return "{\"id\":\"01900000-0000-7000-8000-0000000000bb\",\"policyId\":\"" + policy
                + "\",\"scope\":{\"cluster\":\"\","
                + "\"namespace\":\"\\\"transfer\\\"\",\"workload\":\"\",\"labels\":[\"a=b\",\"c=\"],\"namespaceLabels\":[]},"
                + "\"reason\":\"tried\",\"author\":\"ada\",\"createdAt\":\"2026-01-01T00:00:00.123456Z\",\"expiresAt\":null,"
                + "\"removedAt\":null,\"removedBy\":\"\"}";
    }
}
