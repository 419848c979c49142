package dev.breakwater.engine.risk;

/**
 * A process that ran outside of what its container is known to run.
 *
 * @param path the executable
 */
public record SuspiciousProcess(String container, String path) {}
