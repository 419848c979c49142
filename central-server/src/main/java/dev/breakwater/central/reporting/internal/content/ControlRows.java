package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.Compliance.Cell;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rows of a report of compliance, and their sums: whatever the filter leaves out is in neither. A cluster that nobody looked at
 * yet has no results; its controls are rows, too, as unknown, unless the filter asks for what was found.
 */
@Component
class ControlRows {

    /** Takes rows. */
    interface Sink {

        void result(ControlResult result);

        /** One of a cluster that nobody looked at yet. */
        void unseen(Standard standard, Standard.Control control, Cell cell);
    }

    /**
     * Sums.
     *
     * @param cells standards in clusters that have rows, in the order of both
     * @param more whether there are more rows than were added up, as in a preview
     */
    record Sums(List<Cell> cells, boolean more) {

        Tally all() {
            return cells.stream().map(Cell::controls).reduce(Tally.NONE, Tally::plus);
        }

        List<Cell> of(Standard standard) {
            return cells.stream()
                    .filter(cell -> cell.standard().equals(standard.id()))
                    .toList();
        }
    }

    private static final Set<String> OF_PLACES = Set.of("cluster", "standard");

    private final Compliance compliance;
    private final Provenance sources;

    ControlRows(Compliance compliance, Provenance sources) {
        this.compliance = compliance;
        this.sources = sources;
    }

    /**
     * Hands on rows, standard by standard: each page is small, and all are of one snapshot.
     *
     * @param most at the most
     * @return whether there are more
     */
    boolean each(ReportContext context, long most, Sink sink) {
        List<Cell> unseen = unseen(context);
        long left = most;
        for (Standard standard : standards(context)) {
            String q = FilterExpression.parse(context.q())
                    .and("standard", standard.id())
                    .toString();
            long read = left <= 0
                    ? 1
                    : FirstRows.pages(
                            q, "", left, request -> compliance.results(request, context.scope()), sink::result);
            left -= read;
            for (Cell cell : unseen) {
                if (cell.standard().equals(standard.id())) {
                    left -= standard.controls().count();
                    if (left >= 0) {
                        standard.controls().forEach(control -> sink.unseen(standard, control, cell));
                    }
                }
            }
            if (left < 0) {
                return true;
            }
        }
        return false;
    }

    private List<Standard> standards(ReportContext context) {
        return compliance.standards().stream()
                .filter(standard -> context.standards().contains(standard.id()))
                .toList();
    }

    private List<Cell> unseen(ReportContext context) {
        return asksForFindings(context) ? List.of() : notLookedAt(context);
    }

    /** What nobody looked at yet and is in no row, as the filter asks for what was found. */
    List<Cell> leftOut(ReportContext context) {
        return asksForFindings(context) ? notLookedAt(context) : List.of();
    }

    /** Whether the filter chooses by how controls come out: then their share says nothing. */
    static boolean choosesByOutcome(ReportContext context) {
        return FilterExpression.parse(context.q()).terms().stream()
                .anyMatch(term -> term.field().equals("outcome"));
    }

    private static boolean asksForFindings(ReportContext context) {
        return FilterExpression.parse(context.q()).terms().stream().anyMatch(term -> !OF_PLACES.contains(term.field()));
    }

    private List<Cell> notLookedAt(ReportContext context) {
        List<Term> standards = FilterExpression.parse(context.q()).terms().stream()
                .filter(term -> term.field().equals("standard"))
                .toList();
        Set<UUID> clusters =
                sources.clusters(context).stream().map(cluster -> cluster.id()).collect(Collectors.toSet());
        return compliance.cells(context.scope()).stream()
                .filter(cell -> cell.evaluatedAt() == null && clusters.contains(cell.clusterId()))
                .filter(cell -> context.standards().contains(cell.standard()))
                .filter(cell -> standards.stream().allMatch(term -> matches(term, cell.standard())))
                .toList();
    }

    /** As the list of results compares a standard. */
    private static boolean matches(Term term, String standard) {
        boolean any = term.values().stream()
                .anyMatch(value -> value.isPattern()
                        ? standard.matches("(?i)"
                                + Stream.of(value.text().split("\\*", -1))
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(".*")))
                        : standard.equalsIgnoreCase(value.text()));
        return any != term.negated();
    }

    /** Adds the rows up. */
    Sums sums(ReportContext context) {
        Map<String, Map<String, Cell>> sums = new TreeMap<>();
        boolean more = each(context, context.isPreview() ? FirstRows.COUNTED : Long.MAX_VALUE, new Sink() {
            @Override
            public void result(ControlResult result) {
                Tally one = Tally.of(result.outcome());
                add(new Cell(result.standard(), result.clusterId(), result.cluster(), one, result.evaluatedAt()));
            }

            @Override
            public void unseen(Standard standard, Standard.Control control, Cell cell) {
                Tally one = Tally.of(Outcome.UNKNOWN);
                add(new Cell(standard.id(), cell.clusterId(), cell.cluster(), one, null));
            }

            private void add(Cell cell) {
                sums.computeIfAbsent(cell.standard(), standard -> new TreeMap<>())
                        .merge(cell.cluster() + '\n' + cell.clusterId(), cell, ControlRows::plus);
            }
        });
        List<Cell> cells = new ArrayList<>();
        standards(context)
                .forEach(standard ->
                        cells.addAll(sums.getOrDefault(standard.id(), Map.of()).values()));
        return new Sums(cells, more);
    }

    /** Of both, as old as the older. */
    private static Cell plus(Cell one, Cell other) {
        Instant first = one.evaluatedAt();
        Instant second = other.evaluatedAt();
        Instant older = first == null || second == null ? null : first.isBefore(second) ? first : second;
        return new Cell(
                one.standard(), one.clusterId(), one.cluster(), one.controls().plus(other.controls()), older);
    }
}
