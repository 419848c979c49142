package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the launcher does about processes that end. One product, started anew where a test ended it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionIT {

    private static final Duration BACK = Duration.ofSeconds(120);
    private static final long STOP_SECONDS = 20;

    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.ofItsOwn("supervised");
    }

    @AfterAll
    static void stop() {
        product.stop();
    }

    @Test
    @Order(1)
    void startsTheDemoSensorAgainAndSaysSo() {
        Path note = product.data().resolve("run/demo-sensor.pid");
        ProcessHandle sensor = Product.process(note).findFirst().orElseThrow();
        assertThat(sensor.info().commandLine().orElse(""))
                .as("it runs on a copy of its own, which no build rewrites")
                .contains(product.data().resolve("sensor-app").toString());

        sensor.destroyForcibly();

        Eventually.answers(
                BACK,
                "another sensor runs",
                () -> product.said(),
                said -> said.contains("The demo sensor runs again."));
        assertThat(product.said()).contains("The demo sensor has ended (exit code 137); it is started again in 1 s");
        assertThat(Product.process(note)).isNotEmpty().doesNotContain(sensor);
        Eventually.answers(
                BACK,
                "its clusters are connected",
                () -> product.log("demo-sensor.log").split("synced cluster=").length - 1,
                count -> count == 6);
    }

    @Test
    @Order(2)
    void stopsSensorCentralAndPostgresInThisOrderAndQuietly() throws Exception {
        List<ProcessHandle> parts = product.parts();
        assertThat(parts).hasSize(3);
        int central = product.log("central.log").length();
        int sensor = product.log("demo-sensor.log").length();
        int said = product.said().length();

        product.launcher().destroy();

        assertThat(product.launcher().waitFor(STOP_SECONDS, TimeUnit.SECONDS)).isTrue();
        awaitEnd(parts);
        assertThat(product.said().substring(said)).doesNotContain("Exception", "has ended");
        assertThat(product.log("central.log").substring(central)).doesNotContain("Exception", "ERROR", "\tat ");
        assertThat(product.log("demo-sensor.log").substring(sensor)).doesNotContain("Exception", "WARN", "ERROR");
        assertThat(product.log("postgresql.log")).contains("database system is shut down");
    }

    @Test
    @Order(3)
    void endsEverythingAndSaysWhyWhenPostgresIsGone() throws Exception {
        startAgain();
        List<ProcessHandle> parts = product.parts();

        Product.process(product.data().resolve("postgres/postmaster.pid")).forEach(ProcessHandle::destroyForcibly);

        assertThat(product.launcher().waitFor(2 * STOP_SECONDS, TimeUnit.SECONDS))
                .isTrue();
        assertThat(product.launcher().exitValue()).isEqualTo(1);
        awaitEnd(parts);
        assertThat(product.said().lines().toList().getLast())
                .contains("PostgreSQL has ended, and not by this launcher", "postgresql.log", "start again");
    }

    @Test
    @Order(4)
    void endsEverythingAndSaysWhyWhenCentralIsGone() throws Exception {
        startAgain();
        List<ProcessHandle> parts = product.parts();

        product.kill("breakwater.jar");

        assertThat(product.launcher().waitFor(STOP_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(product.launcher().exitValue()).isEqualTo(1);
        awaitEnd(parts);
        assertThat(product.said().lines().toList().getLast())
                .contains("Central has ended (exit code 137), and not by this launcher", "central.log");
    }

    private static void startAgain() {
        int starts = starts(product.said());
        product.startAgain();
        Eventually.answers(BACK, "it runs again", () -> product.said(), said -> starts(said) == starts + 1);
    }

    private static int starts(String said) {
        return said.split("Breakwater is running", -1).length - 1;
    }

    /** PostgreSQL is nobody's child, so that its end is seen a moment later. */
    private static void awaitEnd(List<ProcessHandle> parts) {
        Eventually.answers(
                Duration.ofSeconds(10),
                "all of " + parts + " have ended",
                () -> parts,
                all -> all.stream().noneMatch(ProcessHandle::isAlive));
    }
}
