package dev.breakwater.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts Breakwater for evaluation and keeps it running until it is stopped. */
public final class Launcher {

    private static final int POLL_MILLIS = 250;
    private static final int START_SECONDS = 180;

    private final Settings settings;

    /** What was started, last first: the order in which it is stopped. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        try {
            new Launcher(Settings.from(System.getenv())).run();
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("Breakwater cannot be started: " + e);
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Path logs = Files.createDirectories(settings.data().resolve("logs"));
        running.push(DataLock.on(settings.data()));
        Leftovers leftovers = new Leftovers(settings.data().resolve("run"));
        leftovers.stop();
        Path tokenFile = settings.data().resolve("launcher.token");
        boolean firstStart = !Files.exists(tokenFile);
        String password =
                settings.adminPassword().isEmpty() ? PrivateFiles.readablePassword() : settings.adminPassword();

        System.out.println(
                "Starting the embedded PostgreSQL in " + settings.data().resolve("postgres") + " …");
        EmbeddedDatabase database = EmbeddedDatabase.start(settings.data().resolve("postgres"));
        running.push(database);

        System.out.println("Starting central …");
        ChildProcess central = central(database, password, logs);
        running.push(central);
        leftovers.remember(central);
        awaitHealthy(central, logs);

        String token = firstStart
                ? ownToken(password, tokenFile)
                : Files.readString(tokenFile).strip();
        if (settings.demo()) {
            System.out.println("Starting the demo sensor for three clusters …");
            ChildProcess sensor = new DemoFleet(settings, CentralApi.withToken(settings.consoleUrl(), token)).start();
            running.push(sensor);
            leftovers.remember(sensor);
        }
        System.out.println(Welcome.text(settings, firstStart ? password : null));
        int code = central.waitFor();
        throw new StartFailed("Central ended with exit code " + code + "; see " + logs.resolve("central.log"));
    }

    private ChildProcess central(EmbeddedDatabase database, String password, Path logs)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("SPRING_DATASOURCE_PASSWORD", "postgres");
        environment.put(
                "BREAKWATER_MASTER_KEY",
                PrivateFiles.readOrCreate(settings.data().resolve("master.key"), () -> PrivateFiles.randomBase64(32)));
        environment.put("BREAKWATER_ADMIN_PASSWORD", password);
        environment.put("BREAKWATER_SYSTEM_EVALUATION", "true");
        environment.put("BREAKWATER_SYSTEM_EXPECTED_CLUSTERS", settings.demo() ? "3" : "0");
        environment.put("BREAKWATER_LINK_ADDRESS", "localhost:" + settings.linkPort());
        environment.put("SERVER_PORT", String.valueOf(settings.httpPort()));
        environment.put("BREAKWATER_LINK_PORT", String.valueOf(settings.linkPort()));
        List<String> arguments = List.of(
                "-Xmx768m",
                "-XX:+UseG1GC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                UnpackedCentral.of(settings.centralJar(), settings.data().resolve("app"))
                        .toString());
        return ChildProcess.java(
                "central",
                arguments,
                environment,
                ProcessBuilder.Redirect.appendTo(logs.resolve("central.log").toFile()));
    }

    private void awaitHealthy(ChildProcess central, Path logs) throws InterruptedException {
        CentralApi anyone = CentralApi.withToken(settings.consoleUrl(), "");
        for (int waited = 0; waited < START_SECONDS * 1000; waited += POLL_MILLIS) {
            if (!central.isAlive()) {
                throw new StartFailed("Central does not start; see " + logs.resolve("central.log"));
            }
            try {
                if (anyone.get("/actuator/health/readiness").isSuccess()) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new StartFailed("Central is not ready after " + START_SECONDS + " s; see " + logs.resolve("central.log"));
    }

    /** A token of its own, so that later starts need no password. */
    private String ownToken(String password, Path tokenFile) throws IOException, InterruptedException {
        CentralApi.Answer created = CentralApi.withPassword(settings.consoleUrl(), "admin", password)
                .post("/api/v1/api-tokens", Map.of("name", "launcher", "role", "ADMIN", "expiresInDays", 366));
        if (created.status() != 401 && !created.isSuccess()) {
            throw new StartFailed("Central gives the launcher no token of its own: " + created.body());
        }
        if (!created.isSuccess()) {
            throw new StartFailed(
                    "There are accounts in " + settings.data()
                            + " already, and the password is not theirs: set BREAKWATER_ADMIN_PASSWORD, or another BREAKWATER_DATA_DIR");
        }
        String token = created.body().path("secret").asText();
        PrivateFiles.write(tokenFile, token);
        return token;
    }

    private void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e);
            }
        }
    }
}
