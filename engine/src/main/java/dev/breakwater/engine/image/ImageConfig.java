package dev.breakwater.engine.image;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an image (OCI image specification, config.md).
 *
 * @param created when it was built, {@code null} = not said
 * @param architecture such as {@code amd64}
 * @param os such as {@code linux}
 * @param user empty = root
 * @param env {@code NAME=value}, values that look secret redacted
 * @param ports such as {@code 8080/tcp}
 * @param history first to last, with those that made no layer
 */
public record ImageConfig(
        @Nullable Instant created,
        String architecture,
        String os,
        String user,
        String workingDir,
        List<String> entrypoint,
        List<String> command,
        List<String> env,
        List<String> ports,
        List<String> volumes,
        Map<String, String> labels,
        List<HistoryLine> history) {

    /**
     * One line of the history.
     *
     * @param createdBy the instruction, secrets redacted
     * @param layer the diff id of the layer that it made, empty = it made none
     */
    public record HistoryLine(@Nullable Instant created, String createdBy, String comment, String layer) {}

    public ImageConfig {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        env = List.copyOf(env);
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
        labels = Map.copyOf(labels);
        history = List.copyOf(history);
    }
}
