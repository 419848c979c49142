package dev.breakwater.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java process that lives as long as the launcher. It has a session of its own where the system can make one, since
 * Ctrl C would otherwise reach it at the same time as the launcher, which stops one after the other.
 */
final class ChildProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 20;
    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

    private final String name;
    private final Process process;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** Starts {@code java} of the running JDK with these arguments; output goes to the launcher's own or to a file. */
    static ChildProcess java(
            String name, List<String> arguments, Map<String, String> environment, ProcessBuilder.Redirect output) {
        List<String> command = new ArrayList<>(arguments);
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.isExecutable(OWN_SESSION)) {
            command.addFirst(OWN_SESSION.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output);
        try {
            return new ChildProcess(name, builder.start());
        } catch (IOException e) {
            throw new StartFailed(name + " does not start: " + e.getMessage(), e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
