package dev.breakwater.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays out what goes into the images of central and sensor: a runtime cut from the JDK that runs this, central's jar unpacked, and
 * an AOT cache from a trial start on a throw-away PostgreSQL. The cache fits this very runtime and these very files only, by
 * content, size and time of change; so the image carries the runtime itself, and every file gets the time that it will have there.
 */
final class ImageContents {

    /** The time that Jib gives to files. */
    private static final FileTime TIME = FileTime.from(Instant.EPOCH.plusSeconds(1));

    private static final String MODULES = "java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.localedata,"
            + "jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs";

    private final Settings settings;
    private final Path target;

    private ImageContents(Settings settings, Path target) {
        this.settings = settings;
        this.target = target;
    }

    /** @param arguments the folder to lay it out in, which is made anew */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            throw new StartFailed("Give one argument: the folder to lay the contents of the images out in");
        }
        Path target = Path.of(arguments[0]).toAbsolutePath().normalize();
        new ImageContents(Settings.from(System.getenv()), target).layOut();
    }

    private void layOut() throws IOException, InterruptedException {
        Installation.delete(target);
        Files.createDirectories(target);
        cutRuntime();
        Path central = target.resolve("central");
        run(
                "unpacking",
                java(),
                "-Djarmode=tools",
                "-jar",
                settings.centralJar().toString(),
                "extract",
                "--destination",
                central.toString());
        Path sensor = Files.createDirectories(target.resolve("sensor"));
        Files.copy(settings.sensorJar(), sensor.resolve("sensor-agent.jar"));
        setTimes();
        train(central);
        setTimes();
    }

    private void cutRuntime() throws IOException, InterruptedException {
        run(
                "jlink",
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                MODULES,
                "--include-locales=en",
                "--strip-debug",
                "--no-man-pages",
                "--no-header-files",
                "--output",
                target.resolve("runtime").toString());
    }

    private String java() {
        return target.resolve("runtime/bin/java").toString();
    }

    private void train(Path central) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("breakwater-training");
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(scratch.resolve("postgres"), scratch.resolve("postgres.log"))) {
            Map<String, String> environment = new HashMap<>();
            environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
            environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
            environment.put("SPRING_DATASOURCE_PASSWORD", "postgres");
            environment.put("BREAKWATER_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
            environment.put("SERVER_PORT", "0");
            environment.put("BREAKWATER_LINK_PORT", "0");
            run(
                    environment,
                    "training",
                    java(),
                    "-Xmx1g",
                    "-XX:+UseG1GC",
                    "-XX:AOTCacheOutput=" + central.resolve("breakwater.aot"),
                    "-Dspring.context.exit=onRefresh",
                    "-jar",
                    central.resolve("breakwater.jar").toString());
        } finally {
            Installation.delete(scratch);
        }
    }

    private void setTimes() throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, TIME);
            }
        }
    }

    private static void run(String name, String... command) throws IOException, InterruptedException {
        run(Map.of(), name, command);
    }

    private static void run(Map<String, String> environment, String name, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).inheritIO();
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new StartFailed(name + " ended with exit code " + code + ": " + String.join(" ", command));
        }
    }
}
