package dev.breakwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Central as it is delivered, unpacked, in a process of its own with a heap of 1 GiB. */
public final class CentralProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(10);

    private final Process process;
    private final Path garbageCollections;
    private final CentralApi api;

    private CentralProcess(Process process, Path garbageCollections, CentralApi api) {
        this.process = process;
        this.garbageCollections = garbageCollections;
        this.api = api;
        // A bench that is interrupted leaves no central behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    public static CentralProcess start(Settings settings, String jdbcUrl) throws IOException, InterruptedException {
        Path unpacked = unpack(settings);
        Path gc = settings.folder().resolve("central-gc.log");
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + settings.centralHeap(),
                "-XX:+UseG1GC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xlog:gc:file=" + gc));
        command.addAll(settings.centralOptions());
        command.addAll(List.of("-jar", unpacked.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL",
                        jdbcUrl,
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres",
                        "SPRING_DATASOURCE_PASSWORD",
                        "postgres",
                        "BREAKWATER_MASTER_KEY",
                        Base64.getEncoder().encodeToString(new byte[32]),
                        "BREAKWATER_ADMIN_PASSWORD",
                        CentralApi.PASSWORD,
                        "BREAKWATER_SYSTEM_EXPECTED_CLUSTERS",
                        "1",
                        "BREAKWATER_LINK_ADDRESS",
                        "localhost:" + settings.linkPort(),
                        "SERVER_PORT",
                        String.valueOf(settings.httpPort()),
                        "BREAKWATER_LINK_PORT",
                        String.valueOf(settings.linkPort())));
        builder.redirectErrorStream(true)
                .redirectOutput(settings.folder().resolve("central.log").toFile());
        CentralApi api = new CentralApi("http://localhost:" + settings.httpPort());
        CentralProcess central = new CentralProcess(builder.start(), gc, api);
        try {
            central.awaitReady(settings);
            return central;
        } catch (IOException | InterruptedException | RuntimeException e) {
            central.close();
            throw e;
        }
    }

    private void awaitReady(Settings settings) throws IOException, InterruptedException {
        Await.until("central is ready", START, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "central ended; see " + settings.folder().resolve("central.log"));
            }
            return api.isReady();
        });
        api.signIn();
    }

    public CentralApi api() {
        return api;
    }

    public long pid() {
        return process.pid();
    }

    /** Heap in use at the fullest, and what was in use after the garbage was taken out, since this was last asked. */
    public GarbageLog heap() throws IOException {
        return GarbageLog.read(garbageCollections);
    }

    /** A jar that has its libraries beside it is unpacked already. */
    private static Path unpack(Settings settings) throws IOException, InterruptedException {
        if (Files.isDirectory(settings.jar().resolveSibling("lib"))) {
            return settings.jar();
        }
        Path folder = Folders.anew(settings.folder().resolve("app"));
        Process unpack = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        settings.jar().toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start();
        if (unpack.waitFor() != 0 || !Files.exists(folder.resolve(settings.jar().getFileName()))) {
            throw new IOException(settings.jar() + " cannot be unpacked to " + folder);
        }
        return folder.resolve(settings.jar().getFileName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
