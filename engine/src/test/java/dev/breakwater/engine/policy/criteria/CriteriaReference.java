package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference page of the criteria, written from what they say of themselves. */
final class CriteriaReference {

    private CriteriaReference() {}

    static String page() {
        StringBuilder page = new StringBuilder(HEAD.formatted(Criteria.all().size()));
        for (Level level : Level.values()) {
            List<CriterionCard> cards = Criteria.all().stream()
                    .map(Criterion::card)
                    .filter(card -> card.level() == level)
                    .toList();
            page.append("\n## Asked of ").append(level.words()).append("\n\n");
            page.append("| criterion | what it looks at | example | several values | negation | build |\n");
            page.append("|---|---|---|---|---|---|\n");
            cards.forEach(card -> page.append(row(card)));
        }
        page.append("\n## Values\n\n");
        for (ValueGrammar.Form form : ValueGrammar.Form.values()) {
            values(form, page);
        }
        return page.toString();
    }

    private static void values(ValueGrammar.Form form, StringBuilder page) {
        page.append("**").append(form).append("**\n\n");
        Criteria.all().stream()
                .map(criterion -> criterion.card())
                .filter(card -> card.grammar().form() == form)
                .collect(Collectors.groupingBy(
                        card -> card.grammar().allowed(),
                        TreeMap::new,
                        Collectors.mapping(CriterionCard::name, Collectors.joining(", "))))
                .forEach((allowed, names) -> page.append("* ")
                        .append(escaped(allowed))
                        .append(" (")
                        .append(names)
                        .append(")\n"));
        page.append("\n");
    }

    private static String row(CriterionCard card) {
        return "| " + card.name() + " | " + escaped(card.summary()) + " | `"
                + escaped(card.grammar().example()) + "` | "
                + (card.operators().isEmpty() ? "one only" : "OR, AND") + " | "
                + (card.inverted() ? "built in" : card.negatable() ? "yes" : "no") + " | "
                + (card.stages().contains(Policy.Stage.BUILD) ? "yes" : "no") + " |\n";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }

    private static final String HEAD = """
            # Policy criteria

            <!-- Written by CriteriaReferenceTest from the code; run it with -Dbreakwater.reference.write=true to renew. -->

            A policy is a list of sections of which one must hold. A section is a list of groups, each a criterion with
            values, which must all hold *on the same linked object*: the same container, the same port, the same
            vulnerability. There are %d criteria.

            * **Levels.** The workload has containers and exposures; a container has ports, mounts, variables and one image with
              packages and their vulnerabilities; an exposure has routes. A section holds if one object can be chosen for each
              level that it asks about, each below the one chosen above it, so that every group holds on its own.
            * **Several values** are combined on one object: OR if one of them must match, AND if each must.
            * **Negation** turns a group round on one object: *not (A or B)* is an object that is neither. Where there is no
              object at all, neither a group nor its negation holds. Criteria with negation *built in* fire on what is missing,
              on an empty list too.
            * **Unknown** is an answer of its own: a fact that was not seen makes a section unknown wherever it would decide.
            * **Days** count from an instant; the verdict says when time alone will change it.
            """;
}
