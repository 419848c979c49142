package dev.breakwater.central.operations;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.operations.HealthReading.State;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CentralApplication
class SystemHealthIT {

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    SystemHealth health;

    @Test
    void readsEveryPartWithItsLimitAndTellsWhatToDo() {
        fleet.present();
        SystemHealth.Report report = health.report();
        assertThat(report.readings())
                .extracting(HealthReading::name)
                .contains(
                        "database.answer",
                        "database.connections",
                        "database.size",
                        "judgement.wait",
                        "judgement.failed",
                        "sensors.unheard",
                        "memory.used",
                        "disk.used",
                        "authority.certificate",
                        "reports.makers",
                        "reports.waiting",
                        "reports.failed",
                        "reports.overdue",
                        "reports.deliveries")
                .doesNotHaveDuplicates();
        assertThat(report.readings())
                .filteredOn(reading -> reading.state() != State.GOOD)
                .allSatisfy(reading -> assertThat(reading.advice()).isNotBlank());
        // The fleet was put into the database: none of its sensors was ever heard.
        assertThat(report.readings())
                .filteredOn(reading -> reading.name().equals("sensors.unheard"))
                .singleElement()
                .satisfies(reading -> assertThat(reading.state()).isNotEqualTo(State.GOOD));
        assertThat(report.state()).isNotEqualTo(State.GOOD);
        assertThat(report.kept()).extracting(KeptData::name).contains("resolved-violations", "audit-log");
        assertThat(report.kept())
                .allSatisfy(
                        kept -> assertThat(kept.bytesIn90Days()).as(kept.name()).isNull());
    }

    @Test
    void isServedToEverybodyWhoSignsIn() {
        JsonNode report =
                api.call("GET", "/api/v1/system/health", Api.ANALYST, null).json();
        assertThat(report.get("readings").size()).isGreaterThan(5);
        assertThat(api.get("/api/v1/system/health/memory.used/history").status())
                .isEqualTo(200);
        assertProblem(api.get("/api/v1/system/health/nothing/history"), 404, "NOT_FOUND");
    }

    @Test
    void theBundleHoldsNoSecretAndIsForAdministrators() throws IOException, InterruptedException {
        Answer refused = api.call("GET", "/api/v1/system/diagnostics", Api.ANALYST, null);
        assertProblem(refused, 403, "FORBIDDEN");

        byte[] zip = HttpClient.newHttpClient()
                .send(api.request("/api/v1/system/diagnostics", Api.ADMIN).build(), BodyHandlers.ofByteArray())
                .body();
        Map<String, String> parts = parts(zip);
        assertThat(parts)
                .containsOnlyKeys(
                        "health.json",
                        "versions.json",
                        "settings.json",
                        "tables.json",
                        "migrations.json",
                        "threads.json");
        assertThat(parts.get("settings.json")).contains("breakwater.link.port", "spring.datasource.url");
        assertThat(String.join("\n", parts.values()))
                .doesNotContain(
                        Api.ADMIN_PASSWORD, Api.ANALYST_PASSWORD, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
                .doesNotContain("jdbc:postgresql")
                .doesNotContain("could not be read");
    }

    private static Map<String, String> parts(byte[] zip) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
