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

    /** Starts something that has to be stopped again. */
    private interface Start<T extends AutoCloseable> {
        T start() throws IOException, InterruptedException;
    }

    private final Settings settings;

    /** What was started, last first: the order in which it is stopped. Guarded by itself. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private volatile boolean stopping;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        Launcher launcher;
        try {
            launcher = new Launcher(Settings.from(System.getenv()));
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        try {
            launcher.run();
        } catch (StartFailed e) {
            launcher.giveUp(e.getMessage());
        } catch (IOException e) {
            launcher.giveUp("Breakwater cannot be started: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(String why) {
        // While everything is being stopped, nothing works, and none of it is news.
        if (!stopping) {
            System.err.println(why);
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Path logs = Files.createDirectories(settings.data().resolve("logs"));
        started(() -> DataLock.on(settings.data()));
        Leftovers leftovers = new Leftovers(settings.data().resolve("run"));
        leftovers.stop();
        Path tokenFile = settings.data().resolve("launcher.token");
        boolean firstStart = !Files.exists(tokenFile);
        String password =
                settings.adminPassword().isEmpty() ? PrivateFiles.readablePassword() : settings.adminPassword();

        Path folder = settings.data().resolve("postgres");
        System.out.println("Starting the embedded PostgreSQL in " + folder + " …");
        EmbeddedDatabase database = started(() -> EmbeddedDatabase.start(folder, logs.resolve("postgresql.log")));

        System.out.println("Starting central …");
        Path jar = Installation.ofCentral(settings.centralJar(), settings.data().resolve("app"));
        ChildProcess central = started(() -> central(jar, database, password, logs));
        leftovers.remember(central);
        awaitHealthy(central, logs);

        String token = firstStart
                ? ownToken(password, tokenFile)
                : Files.readString(tokenFile).strip();
        DemoFleet demo = new DemoFleet(settings, CentralApi.withToken(settings.consoleUrl(), token));
        Supervisor supervisor = new Supervisor(
                database,
                central,
                () -> {
                    ChildProcess sensor = started(demo::start);
                    leftovers.remember(sensor);
                    return sensor;
                },
                logs,
                () -> stopping);
        if (settings.demo()) {
            System.out.println("Starting the demo sensor for three clusters …");
            supervisor.startSensor();
            demo.describeImages();
        }
        System.out.println(Welcome.text(settings, firstStart ? password : null));
        supervisor.watch();
    }

    /** Starts under the lock that stopping takes too, so that nothing is started behind its back and left. */
    private <T extends AutoCloseable> T started(Start<T> start) throws IOException, InterruptedException {
        synchronized (running) {
            if (stopping) {
                throw new StartFailed("Breakwater is being stopped");
            }
            T process = start.start();
            running.push(process);
            return process;
        }
    }

    private ChildProcess central(Path jar, EmbeddedDatabase database, String password, Path logs) {
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
                jar.toString());
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

    /** Last started, first stopped: the sensor, central, PostgreSQL. */
    private void stop() {
        stopping = true;
        synchronized (running) {
            while (!running.isEmpty()) {
                try {
                    running.pop().close();
                } catch (Exception e) {
                    System.err.println("While stopping: " + e);
                }
            }
        }
    }
}
