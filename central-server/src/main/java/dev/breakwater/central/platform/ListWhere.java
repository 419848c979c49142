package dev.breakwater.central.platform;

import java.util.List;
import java.util.stream.Stream;

/**
 * The conditions of a list. One of them may be a choice, such as free text that is found in the name of a policy or of a
 * workload: together, no index serves the choice, but one serves each of its alternatives.
 *
 * @param always conditions that all hold
 * @param choice alternatives of which one holds as well, empty = there is no choice
 */
record ListWhere(List<String> always, List<String> choice) {

    ListWhere {
        always = List.copyOf(always);
        choice = List.copyOf(choice);
    }

    /** Everything as one condition. */
    String together() {
        return choice.isEmpty() ? all(always) : all(Stream.concat(always.stream(), Stream.of(any(choice))));
    }

    /** A condition for each alternative; a row may fulfil several. */
    List<String> apart() {
        return choice.isEmpty()
                ? List.of(all(always))
                : choice.stream()
                        .map(one -> all(Stream.concat(always.stream(), Stream.of(one))))
                        .toList();
    }

    /** The same and another condition. */
    ListWhere and(String condition) {
        return condition.isEmpty()
                ? this
                : new ListWhere(
                        Stream.concat(always.stream(), Stream.of(condition)).toList(), choice);
    }

    /** That one of some conditions holds; nothing fulfils none of them. */
    static String any(List<String> conditions) {
        return conditions.isEmpty() ? "false" : "(" + String.join(" or ", conditions) + ")";
    }

    private static String all(List<String> conditions) {
        return all(conditions.stream());
    }

    private static String all(Stream<String> conditions) {
        return String.join(" and ", conditions.toList());
    }
}
