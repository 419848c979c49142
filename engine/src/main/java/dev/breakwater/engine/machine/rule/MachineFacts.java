package dev.breakwater.engine.machine.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.FileState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The evidence of one machine, made ready to be asked often. For one thread. */
public final class MachineFacts {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper TOML = new TomlMapper();

    /** What is known of a path. */
    enum Seen {
        PRESENT,
        ABSENT,
        UNREADABLE,
        NOT_LOOKED
    }

    /**
     * What there is at a path.
     *
     * @param fact {@code null} = none was written down
     */
    record At(String path, Seen seen, @Nullable FileFact fact) {

        /** The content, empty = it was not taken. */
        Optional<String> text() {
            return Optional.ofNullable(fact).map(FileFact::text);
        }

        /** Why it is not known, in words. */
        String why() {
            if (seen == Seen.NOT_LOOKED) {
                return path + " was not looked at.";
            }
            if (seen == Seen.UNREADABLE) {
                String reason = fact == null ? "" : fact.reason();
                return path + " could not be read" + (reason.isEmpty() ? "." : ": " + reason);
            }
            return "The content of " + path + " was not taken.";
        }
    }

    /** All paths of a pattern that are there, and whether that is all of them. */
    record Matched(List<At> present, List<At> unknown) {}

    private final MachineEvidence evidence;
    private final Instant asOf;
    private final TreeMap<String, FileFact> byPath = new TreeMap<>();
    private final Map<String, Matched> matched = new HashMap<>();
    private final Map<String, Optional<JsonNode>> trees = new HashMap<>();
    private final Map<String, List<PamLine>> signIns = new HashMap<>();
    private final Components components;
    private final Set<String> expected;
    private @Nullable Set<String> packages;

    /**
     * Facts to be asked.
     *
     * @param asOf the instant that is now
     * @param expected the components that are known to run there from elsewhere
     */
    public MachineFacts(MachineEvidence evidence, Instant asOf, Set<String> expected) {
        this.expected = Set.copyOf(expected);
        this.evidence = evidence;
        this.asOf = asOf;
        evidence.files().forEach(file -> byPath.put(file.path(), file));
        this.components = new Components(this);
    }

    /** Whether a component is known to run there from elsewhere. */
    boolean expects(String component) {
        return expected.contains(component);
    }

    MachineEvidence evidence() {
        return evidence;
    }

    Instant asOf() {
        return asOf;
    }

    Components components() {
        return components;
    }

    /** The names of what is installed. */
    Set<String> packages() {
        Set<String> names = packages;
        if (names == null) {
            names = evidence.packages().stream().map(InstalledPackage::name).collect(Collectors.toUnmodifiableSet());
            packages = names;
        }
        return names;
    }

    /** The lines of a file of {@code /etc/pam.d}, none where its content was not taken. */
    List<PamLine> signIn(At at) {
        return signIns.computeIfAbsent(
                at.path(), path -> at.text().map(PamLine::read).orElse(List.of()));
    }

    /** Whether a part, such as {@code processes}, was to be read and could not be, wholly or partly. */
    boolean unread(String what) {
        return evidence.unread().stream().anyMatch(one -> one.what().equals(what));
    }

    At at(String path) {
        FileFact fact = byPath.get(path);
        if (fact != null) {
            return new At(
                    path,
                    switch (fact.state()) {
                        case PRESENT -> Seen.PRESENT;
                        case ABSENT -> Seen.ABSENT;
                        case UNREADABLE -> Seen.UNREADABLE;
                    },
                    fact);
        }
        return new At(path, lookedAt(path) || folderIsAbsent(path) ? Seen.ABSENT : Seen.NOT_LOOKED, null);
    }

    /** What there is at a path or a pattern of paths. */
    Matched matching(String pattern) {
        return matched.computeIfAbsent(pattern, this::match);
    }

    private Matched match(String pattern) {
        if (!PathPattern.isPattern(pattern)) {
            At at = at(pattern);
            return switch (at.seen()) {
                case PRESENT -> new Matched(List.of(at), List.of());
                case ABSENT -> new Matched(List.of(), List.of());
                case UNREADABLE, NOT_LOOKED -> new Matched(List.of(), List.of(at));
            };
        }
        List<At> present = new ArrayList<>();
        List<At> unknown = new ArrayList<>();
        String prefix = pattern.substring(0, pattern.indexOf('*'));
        for (String path : byPath.tailMap(prefix).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            if (PathPattern.matches(pattern, path)) {
                At at = at(path);
                if (at.seen() == Seen.PRESENT) {
                    present.add(at);
                } else if (at.seen() == Seen.UNREADABLE) {
                    unknown.add(at);
                }
            }
        }
        if (unreadable(pattern) || !lookedAt(pattern) && !folderIsAbsent(pattern)) {
            unknown.add(new At(pattern, Seen.NOT_LOOKED, null));
        }
        return new Matched(List.copyOf(present), List.copyOf(unknown));
    }

    private boolean lookedAt(String path) {
        return evidence.looked().stream()
                .filter(pattern -> !pattern.equals(MachineEvidence.WALK))
                .anyMatch(pattern -> PathPattern.matches(pattern, path));
    }

    /** Whether the folder of a pattern, which may be in what was looked at, could not be listed. */
    private boolean unreadable(String pattern) {
        return evidence.unread().stream().anyMatch(one -> one.what().equals(pattern))
                || folders(pattern).stream().anyMatch(folder -> {
                    FileFact fact = byPath.get(folder);
                    return fact != null && fact.state() == FileState.UNREADABLE;
                });
    }

    private boolean folderIsAbsent(String path) {
        return folders(path).stream().anyMatch(folder -> {
            FileFact fact = byPath.get(folder);
            return fact != null && fact.state() == FileState.ABSENT;
        });
    }

    /** The folders above a path that are named in full. */
    private static List<String> folders(String path) {
        List<String> folders = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (PathPattern.isPattern(folder)) {
                break;
            }
            folders.add(folder);
        }
        return folders;
    }

    /** The content of a file as YAML or JSON; empty = it is neither. */
    Optional<JsonNode> tree(At at) {
        return trees.computeIfAbsent(at.path(), path -> at.text().flatMap(text -> parse(YAML, text)));
    }

    /** The content of a file as TOML; empty = it is not. */
    Optional<JsonNode> toml(At at) {
        return trees.computeIfAbsent("toml " + at.path(), path -> at.text().flatMap(text -> parse(TOML, text)));
    }

    /** A further answer as JSON; empty = nobody asked, or what was answered is no JSON. */
    Optional<JsonNode> document(String name) {
        String text = evidence.documents().get(name);
        return text == null || unread(name)
                ? Optional.empty()
                : trees.computeIfAbsent("document " + name, key -> parse(YAML, text));
    }

    private static Optional<JsonNode> parse(ObjectMapper mapper, String text) {
        try {
            return Optional.ofNullable(mapper.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
