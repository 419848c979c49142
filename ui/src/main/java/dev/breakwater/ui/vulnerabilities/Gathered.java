package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How vulnerabilities are gathered: each a list of its own, at its own path. */
enum Gathered {
    CVE(
            "By CVE",
            VulnerabilitiesNavigation.PATH,
            Gathered.MEANING,
            "running:yes fixable:yes severity:>=high,unknown state:observed"),
    IMAGE(
            "By image",
            VulnerabilitiesNavigation.IMAGES,
            Gathered.MEANING,
            "running:yes fixable:yes severity:>=high,unknown"),
    WORKLOAD(
            "By workload",
            VulnerabilitiesNavigation.WORKLOADS,
            Gathered.MEANING,
            "fixable:yes severity:>=high,unknown"),
    COMPONENT(
            "By component",
            VulnerabilitiesNavigation.COMPONENTS,
            Gathered.MEANING,
            "fixable:yes severity:>=high,unknown"),
    OWNER(
            "By owner",
            VulnerabilitiesNavigation.OWNERS,
            "Summed over the workloads of each owner: a vulnerability counts once in each workload that has it.",
            "severity:>=high,unknown");

    private static final String MEANING = "What publishers know to be wrong with the packages in your images.";

    private final String word;
    private final String path;
    private final String meaning;
    private final String usual;

    Gathered(String word, String path, String meaning, String usual) {
        this.word = word;
        this.path = path;
        this.meaning = meaning;
        this.usual = usual;
    }

    String word() {
        return word;
    }

    String path() {
        return path;
    }

    /** What is told, and how it is counted, in a sentence. */
    String meaning() {
        return meaning;
    }

    /** The filter that people begin with: what runs, can be mended and is grave. */
    String usualFilter() {
        return usual;
    }

    /** By the word of the parameter {@code view}. */
    static Optional<Gathered> named(String view) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(view))
                .findFirst();
    }

    /** Free text looks for other things in each list; what is the id of a vulnerability means the same in all. */
    private static Stream<String> named(FilterExpression.Term term, Set<String> fields) {
        return term.values().size() == 1
                        && VulnerabilitiesNavigation.isId(
                                term.values().getFirst().text())
                        && fields.contains("cve")
                ? Stream.of((term.negated() ? "!" : "") + "cve:"
                        + term.values().getFirst().text())
                : Stream.empty();
    }

    /**
     * A filter of another of the lists, as far as this one understands it.
     *
     * @param fields that this list can be filtered by
     */
    String taken(String q, Gathered from, Set<String> fields) {
        if (q.equals(from.usual)) {
            return usual;
        }
        try {
            return FilterExpression.parse(q).terms().stream()
                    .filter(term -> term.field().isEmpty() || fields.contains(term.field()))
                    .flatMap(term -> term.field().isEmpty() ? named(term, fields) : Stream.of(term.toString()))
                    .collect(Collectors.joining(" "));
        } catch (InvalidRequest e) {
            return usual;
        }
    }
}
