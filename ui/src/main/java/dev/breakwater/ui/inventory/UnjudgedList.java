package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.overview.UnjudgedPolicy;
import dev.breakwater.central.overview.UnjudgedPolicy.MissingFact;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which policies could not be judged for a workload, under the facts that they miss. */
final class UnjudgedList extends Div {

    /** Containers that miss the same fact are named up to here, then counted. */
    private static final int NAMED = 3;

    UnjudgedList(List<UnjudgedPolicy> policies) {
        add(Markup.subheading("Could not be judged"), Markup.paragraph("Not counted as passed. What is missing:"));
        Map<String, List<UnjudgedPolicy>> byReason = policies.stream()
                .collect(Collectors.groupingBy(UnjudgedList::why, LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((why, of) -> {
            UnorderedList list = new UnorderedList();
            list.addClassName("bw-unjudged");
            of.forEach(policy -> list.add(
                    new ListItem(SeverityMark.of(policy.severity()), Markup.text("bw-name", policy.policy()))));
            add(Markup.box("bw-finding", Markup.text("bw-meta", why), list));
        });
    }

    private static String why(UnjudgedPolicy policy) {
        if (policy.missing().isEmpty()) {
            return "the missing fact has come; it is about to be judged again";
        }
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        for (MissingFact fact : policy.missing()) {
            subjects.computeIfAbsent(
                            fact.criterion() + ": "
                                    + (fact.detail().isEmpty()
                                            ? UnknownWords.of(fact.reason())
                                            : sentence(fact.detail())),
                            key -> new java.util.ArrayList<>())
                    .add(fact.subject());
        }
        return subjects.entrySet().stream()
                .map(entry -> entry.getKey() + of(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String of(List<String> subjects) {
        List<String> named = subjects.stream()
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .toList();
        if (named.isEmpty()) {
            return "";
        }
        return named.size() > NAMED
                ? " (" + Counted.of(named.size(), "place", "places") + ")"
                : " (" + String.join(", ", named) + ")";
    }

    /** A detail is a sentence of its own; here it stands within one. */
    private static String sentence(String detail) {
        // A name in capitals, such as that of a CVE, stays as it is.
        boolean name = detail.length() > 1 && Character.isUpperCase(detail.charAt(1));
        String lower = name ? detail : detail.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + detail.substring(1);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
