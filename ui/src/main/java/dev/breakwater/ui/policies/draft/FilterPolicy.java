package dev.breakwater.ui.policies.draft;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A filter over workloads as the beginning of a policy: what it asks of a workload becomes criteria, where it looks becomes
 * the scope, and what no criterion can ask is said.
 *
 * @param policy without a name yet
 * @param left terms as they were written that no criterion asks
 */
public record FilterPolicy(Policy policy, List<String> left) {

    /** Places multiply: three clusters with four namespaces each are twelve. */
    private static final int MOST_PLACES = 40;

    public FilterPolicy {
        left = List.copyOf(left);
    }

    /**
     * Reads a filter.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if it cannot be read
     */
    public static FilterPolicy of(String filter, UUID id) {
        return new Reading().read(FilterExpression.parse(filter), id);
    }

    /** What is found on the way. */
    private static final class Reading {

        private final List<Group> groups = new ArrayList<>();
        private final List<String> left = new ArrayList<>();
        private List<Scope> places = List.of(new Scope("", "", "", List.of(), List.of()));

        FilterPolicy read(FilterExpression filter, UUID id) {
            filter.terms().forEach(this::term);
            Scope everywhere = new Scope("", "", "", List.of(), List.of());
            Policy policy = PolicyEdit.of(PolicyDraft.blank(id).policy())
                    .scopes(places.equals(List.of(everywhere)) ? List.of() : places)
                    .done();
            for (Group group : groups) {
                policy = PolicyEdit.of(policy).addGroup(0, group).done();
            }
            return new FilterPolicy(policy, left);
        }

        private void term(Term term) {
            boolean plain = term.values().stream().allMatch(value -> value.comparison() == Comparison.EQUAL);
            boolean taken = plain
                    && switch (term.field()) {
                        case "cluster" ->
                            place(
                                    term,
                                    (at, value) -> new Scope(
                                            value, at.namespace(), at.workload(), at.labels(), at.namespaceLabels()));
                        case "namespace" ->
                            place(
                                    term,
                                    (at, value) -> new Scope(
                                            at.cluster(), value, at.workload(), at.labels(), at.namespaceLabels()));
                        case "name" ->
                            place(
                                    term,
                                    (at, value) -> new Scope(
                                            at.cluster(), at.namespace(), value, at.labels(), at.namespaceLabels()));
                        case "label" -> label(term);
                        case "kind" -> texts(term, "Workload Kind");
                        case "account" -> texts(term, "Service Account");
                        case "privileged" -> flag(term, "Privileged Container");
                        case "hostnetwork" -> flag(term, "Host Network");
                        case "exposure" -> exposure(term);
                        default -> false;
                    };
            if (!taken) {
                left.add(term.toString());
            }
        }

        /** One place of a scope for each value; a place that is not meant is no scope. */
        private boolean place(Term term, BiFunction<Scope, String, Scope> with) {
            if (term.negated() || places.size() * term.values().size() > MOST_PLACES) {
                return false;
            }
            places = places.stream()
                    .flatMap(at -> term.values().stream().map(value -> with.apply(at, name(value))))
                    .distinct()
                    .toList();
            return true;
        }

        /** Carrying a label says where; not carrying it is something to ask. */
        private boolean label(Term term) {
            if (term.negated()) {
                return group(term, "Disallowed Label", Reading::entry);
            }
            if (places.size() * term.values().size() > MOST_PLACES) {
                return false;
            }
            places = places.stream()
                    .flatMap(at -> term.values().stream().map(value -> {
                        List<String> labels = new ArrayList<>(at.labels());
                        labels.add(entry(value));
                        return new Scope(at.cluster(), at.namespace(), at.workload(), labels, at.namespaceLabels());
                    }))
                    .toList();
            return true;
        }

        private static String entry(Value value) {
            int equals = value.text().indexOf('=');
            String key = equals < 0 ? value.text() : value.text().substring(0, equals);
            String of = equals < 0 ? "" : value.text().substring(equals + 1);
            return expression(key, value) + "=" + (of.isEmpty() ? "" : expression(of, value));
        }

        private boolean texts(Term term, String criterion) {
            return group(term, criterion, Reading::name);
        }

        private boolean flag(Term term, String criterion) {
            if (term.values().size() != 1) {
                return false;
            }
            boolean yes = List.of("yes", "true")
                    .contains(term.values().getFirst().text().toLowerCase(Locale.ROOT));
            add(new Group(criterion, Operator.OR, false, List.of(String.valueOf(yes != term.negated()))));
            return true;
        }

        /** The filter asks for the widest way of the whole workload, a criterion for the way of one of its ports. */
        private boolean exposure(Term term) {
            boolean known = !term.negated()
                    && term.values().stream()
                            .allMatch(value -> List.of("external", "route", "node", "host", "internal")
                                    .contains(value.text().toLowerCase(Locale.ROOT)));
            return known
                    && group(term, "Port Exposure Method", value -> value.text().toUpperCase(Locale.ROOT));
        }

        private boolean group(Term term, String criterion, Function<Value, String> written) {
            add(new Group(
                    criterion,
                    Operator.OR,
                    term.negated(),
                    term.values().stream().map(written).toList()));
            return true;
        }

        /** A section asks each criterion once; the same term again would be another section, which is another question. */
        private void add(Group group) {
            if (groups.stream().anyMatch(other -> other.criterion().equals(group.criterion()))) {
                left.add(group.criterion() + " a second time");
            } else {
                groups.add(group);
            }
        }

        private static String name(Value value) {
            return value.isPattern() ? "g/" + value.text().replace("*", "**") : '"' + value.text() + '"';
        }

        private static String expression(String text, Value value) {
            StringBuilder expression = new StringBuilder();
            for (char c : text.toCharArray()) {
                if (c == '*' && value.isPattern()) {
                    expression.append(".*");
                } else if ("\\.+*?()[]{}|^$".indexOf(c) >= 0) {
                    expression.append('\\').append(c);
                } else {
                    expression.append(c);
                }
            }
            return expression.toString();
        }
    }
}
