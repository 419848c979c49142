package dev.breakwater.engine.risk.whatif;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that could be done about a workload. */
public sealed interface Change permits FactChange, ResolveViolation {

    /** The sort of change in lower case with hyphens, such as {@code set-privileged}. */
    String type();

    /** What it is about, in the order of the id. */
    List<String> arguments();

    /** What would be done, in words. */
    String label();

    /** The stable id: type and percent-encoded arguments, joined by slashes; read again by {@link ChangeIds#parse}. */
    default String id() {
        return Stream.concat(Stream.of(type()), arguments().stream())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
    }
}
