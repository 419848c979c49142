package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.detection.SeenObject;
import dev.breakwater.central.detection.SeenObject.Finding;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What was found: the lines of the object where it stands there, else in words. */
final class EvidenceSection extends Div {

    private static final int SHOWN = 40;
    private static final int AROUND = 4;
    private static final int LONGEST_NOTE = 60;

    EvidenceSection(ViolationRow row, Optional<SeenObject> object, TimeWords times) {
        addClassName("bw-evidence-section");
        Div head = Markup.box("bw-section-head", Markup.subheading("Evidence"));
        object.ifPresent(seen -> head.add(Markup.text("bw-meta", read(row, seen, times))));
        add(head);
        if (row.evidence().isEmpty()) {
            add(Markup.text("bw-meta", "No single finding is kept for this violation."));
            return;
        }
        if (row.evidence().size() > 1) {
            UnorderedList messages = new UnorderedList();
            messages.addClassName("bw-effects");
            row.evidence().stream().limit(SHOWN).forEach(evidence -> messages.add(Markup.item(evidence.message())));
            add(messages);
        }
        List<Finding> findings = object.map(SeenObject::findings).orElse(List.of());
        object.ifPresent(seen -> excerpts(seen, findings));
        row.evidence().stream()
                .filter(evidence -> findings.stream()
                        .noneMatch(finding ->
                                finding.line() > 0 && finding.evidence().equals(evidence)))
                .limit(SHOWN)
                .forEach(evidence -> add(inWords(evidence)));
    }

    private static String read(ViolationRow row, SeenObject seen, TimeWords times) {
        return row.workload().kind() + (seen.generation() > 0 ? ", generation " + seen.generation() : "") + ", read "
                + times.minute(seen.readAt());
    }

    /** Neighbouring findings share an excerpt. */
    private void excerpts(SeenObject seen, List<Finding> findings) {
        TreeMap<Integer, String> notes = notes(findings);
        List<Integer> numbers = new ArrayList<>(notes.keySet());
        int at = 0;
        while (at < numbers.size()) {
            int last = at;
            while (last + 1 < numbers.size() && numbers.get(last + 1) - numbers.get(last) <= 2 * AROUND) {
                last++;
            }
            int from = Math.max(1, numbers.get(at) - AROUND);
            int to = Math.min(seen.lines().size(), numbers.get(last) + AROUND);
            add(new YamlView(
                    "Lines " + from + " to " + to + " of the object",
                    from,
                    seen.lines().subList(from - 1, to),
                    notes));
            at = last + 1;
        }
    }

    static TreeMap<Integer, String> notes(List<Finding> findings) {
        TreeMap<Integer, String> notes = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.line() > 0) {
                notes.merge(finding.line(), note(finding.evidence()), (a, b) -> a.equals(b) ? a : a + "; " + b);
            }
        }
        return notes;
    }

    private static String note(Evidence evidence) {
        String forbidden = evidence.forbidden();
        switch (forbidden) {
            case "" -> {
                return "found here";
            }
            case "true" -> {
                return "expected false";
            }
            case "false" -> {
                return "expected true";
            }
            default -> {
                // In the words of the policy, below.
            }
        }
        return "policy: "
                + (forbidden.length() > LONGEST_NOTE ? forbidden.substring(0, LONGEST_NOTE) + "…" : forbidden);
    }

    private static Div inWords(Evidence evidence) {
        String found = shown(evidence.found());
        String forbidden = shown(evidence.forbidden());
        Div fact = Markup.box(
                "bw-finding-fact",
                Markup.text("bw-finding-field", evidence.field()),
                Markup.text("bw-meta", "found"),
                Markup.text("bw-finding-found", found),
                Markup.text("bw-meta", "; the policy forbids"),
                Markup.text("bw-finding-forbidden", forbidden));
        Div finding = Markup.box("bw-finding", Markup.text("bw-finding-message", evidence.message()), fact);
        if (!evidence.path().isEmpty()) {
            finding.add(Markup.text("bw-path", evidence.path()));
        }
        return finding;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
