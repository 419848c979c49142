package dev.breakwater.engine.compliance;

import dev.breakwater.engine.model.Node;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a standard speaks of, where that is not every cluster. A standard declares it; its id says nothing of it.
 *
 * @param of the minor version of a benchmark, the beginning of the name by which a system names itself on its node, or the name of a
 *     container runtime
 */
public record About(Subject subject, String of) {

    /** A standard of every cluster. */
    public static final About EVERYTHING = new About(Subject.EVERYTHING, "");

    /** The sorts of things that a standard speaks of. */
    public enum Subject {
        EVERYTHING(""),
        /** A version of CIS Kubernetes. */
        KUBERNETES("kubernetes"),
        /** An operating system of nodes. */
        SYSTEM("system"),
        /** A container runtime of nodes. */
        RUNTIME("runtime");

        private final String word;

        Subject(String word) {
            this.word = word;
        }
    }

    /** As it is written: {@code kubernetes:1.12}, {@code system:Debian GNU/Linux 12}, {@code runtime:docker}; empty = everything. */
    public static Optional<About> parse(String text) {
        if (text.isBlank()) {
            return Optional.of(EVERYTHING);
        }
        String[] parts = text.split(":", 2);
        return parts.length < 2 || parts[1].isBlank()
                ? Optional.empty()
                : Arrays.stream(Subject.values())
                        .filter(subject -> subject.word.equals(parts[0].strip()) && subject != Subject.EVERYTHING)
                        .findFirst()
                        .map(subject -> new About(subject, parts[1].strip()));
    }

    /** What may be written. */
    static String allowed() {
        return "left out, kubernetes: with one of " + String.join(", ", new TreeSet<>(Fitting.versions()))
                + ", system: with the beginning of its name, or runtime: with its name";
    }

    /** Whether it is a node's system or runtime, by what the node says of itself; one that says nothing may be anything. */
    public boolean mayConcern(Node node) {
        return mayConcern(node.osImage(), node.containerRuntime());
    }

    /** The same of a node of which only these two are known. */
    public boolean mayConcern(String osImage, String containerRuntime) {
        return switch (subject) {
            case EVERYTHING, KUBERNETES -> true;
            case SYSTEM -> osImage.isBlank() || osImage.startsWith(of);
            case RUNTIME -> containerRuntime.isBlank() || containerRuntime.startsWith(of + "://");
        };
    }

    /** Whether what machines are seen to be decides of it, besides what nodes say of themselves. */
    public boolean isOfMachines() {
        return subject == Subject.SYSTEM || subject == Subject.RUNTIME;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return subject == Subject.EVERYTHING ? "" : subject.word + ":" + of;
    }
}
