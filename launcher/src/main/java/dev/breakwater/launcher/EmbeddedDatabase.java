package dev.breakwater.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A PostgreSQL of our own, with the durability of a real one. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String PID_FILE = "postmaster.pid";

    private final EmbeddedPostgres postgres;
    private final ProcessHandle server;

    private EmbeddedDatabase(EmbeddedPostgres postgres, ProcessHandle server) {
        this.postgres = postgres;
        this.server = server;
    }

    /**
     * Starts it on the given data folder, which is made if it is new.
     *
     * @param log where its output goes
     */
    static EmbeddedDatabase start(Path folder, Path log) {
        try {
            stopLeftover(folder);
            Files.createDirectories(folder);
            ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    // The library turns these off, since it was made for tests.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("max_connections", "60")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    // Shutdown hooks run at the same time, and the database has to be the last to go.
                    .setRegisterShutdownHook(false)
                    .start();
            ProcessHandle server = server(folder).orElseThrow(() -> new IOException("it ended at once"));
            return new EmbeddedDatabase(postgres, server);
        } catch (IOException | IllegalStateException e) {
            throw new StartFailed(
                    "The embedded PostgreSQL does not start on " + folder + ": " + e.getMessage() + "; see " + log, e);
        }
    }

    /** The server itself, which is no child of this process. */
    ProcessHandle handle() {
        return server;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        // The library reports at length that it cannot stop what is gone.
        if (server.isAlive()) {
            postgres.close();
        }
    }

    /** A JVM that was killed leaves its server running, and the next start fails on the file that names it. */
    private static void stopLeftover(Path folder) throws IOException {
        server(folder).ifPresent(process -> Leftovers.stop("PostgreSQL", process));
        Files.deleteIfExists(folder.resolve(PID_FILE));
    }

    /** The server that runs on this folder, by the file in which PostgreSQL names itself. */
    private static Optional<ProcessHandle> server(Path folder) throws IOException {
        Path pidFile = folder.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }
}
