package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.breakwater.central.compliance.Attested;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The controls of a standard in a cluster, by section. */
final class ControlTable extends NativeTable {

    /** In characters; the numbers stand under each other. */
    private static final int SHORTEST = 6;

    private static final Set<Outcome> OPEN = Set.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL, Outcome.EXCEPTED);

    ControlTable(Standard standard, Map<String, ControlResult> results, Chosen chosen) {
        addClassNames("bw-table", "bw-controls");
        setClassName("bw-controls-beside", !chosen.control().isEmpty());
        setCaptionText("Controls of " + standard.name());
        int longest = standard.controls()
                .mapToInt(control -> control.id().length())
                .max()
                .orElse(0);
        getStyle().set("--bw-controls-number", Math.max(SHORTEST, longest + 1) + "ch");
        NativeTableRow head = getHead().addRow();
        List.of("Control", "Outcome", "Answers", "Passed", "Failed", "Unknown").forEach(title -> {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(title);
            cell.setClassName("bw-end", Set.of("Passed", "Failed", "Unknown").contains(title));
        });
        for (Standard.Section section : standard.sections()) {
            List<Standard.Control> shown = section.controls().stream()
                    .filter(control -> !chosen.onlyOpen() || OPEN.contains(outcome(results.get(control.id()))))
                    .toList();
            if (!shown.isEmpty()) {
                section(section, results);
                shown.forEach(control -> control(control, results.get(control.id()), chosen));
            }
        }
    }

    private static Outcome outcome(@org.jspecify.annotations.Nullable ControlResult result) {
        return result == null ? Outcome.UNKNOWN : result.outcome();
    }

    private void section(Standard.Section section, Map<String, ControlResult> results) {
        Tally controls = section.controls().stream()
                .map(control -> Tally.of(outcome(results.get(control.id()))))
                .reduce(Tally.NONE, Tally::plus);
        long attested = section.controls().stream()
                .map(control -> results.get(control.id()))
                .filter(result -> result != null && result.attested() != null)
                .count();
        NativeTableRow row = getBody().addRow();
        row.addClassName("bw-controls-section");
        NativeTableHeaderCell name = row.addHeaderCell();
        name.add(Markup.box(
                "bw-controls-name", Markup.text("bw-controls-number", section.id()), Markup.text("", section.title())));
        name.getElement().setAttribute("colspan", "2");
        row.addDataCell().add(new TallyBar(controls));
        var words = row.addDataCell();
        words.getElement().setAttribute("colspan", "3");
        words.addClassName("bw-end");
        words.add(Markup.text(
                "bw-meta",
                controls.counted() == 0
                        ? Counted.of(controls.manual(), "control needs", "controls need") + " a person"
                        : controls.passed() + " of " + Counted.of(controls.counted(), "control", "controls")
                                + " passed"
                                + (attested == 0 ? "" : ", " + attested + " of them by a person's word")
                                + (controls.excepted() == 0 ? "" : ", " + controls.excepted() + " excepted")
                                + (controls.manual() == 0
                                        ? ""
                                        : ", " + controls.manual() + (controls.manual() == 1 ? " needs" : " need")
                                                + " a person")));
    }

    private void control(
            Standard.Control control, @org.jspecify.annotations.Nullable ControlResult result, Chosen chosen) {
        NativeTableRow row = getBody().addRow();
        boolean open = control.id().equals(chosen.control());
        row.setClassName("bw-controls-open", open);
        Anchor link = Markup.link(chosen.at(open ? "" : control.id()).href(), control.title());
        if (open) {
            link.getElement().setAttribute("aria-current", "true");
        }
        row.addHeaderCell().add(Markup.box("bw-controls-name", Markup.text("bw-controls-number", control.id()), link));
        var mark = row.addDataCell();
        mark.add(new OutcomeMark(outcome(result)));
        if (result != null && result.excepted() > 0) {
            mark.add(Markup.text("bw-meta bw-controls-excepted", Counted.number(result.excepted()) + " excepted"));
        }
        if (result != null && result.attested() != null) {
            Attested word = result.attested();
            mark.add(Markup.text(
                    "bw-meta bw-controls-excepted",
                    "Attested by " + word.by() + " until "
                            + word.until().atZone(ZoneOffset.UTC).toLocalDate()));
        }
        Tally tally = result == null ? Tally.NONE : result.tally();
        row.addDataCell()
                .add(
                        tally.counted() == 0
                                ? Markup.text(
                                        "bw-meta",
                                        result != null && result.attested() != null ? "a person's word" : "none")
                                : new TallyBar(tally));
        number(row, tally.passed(), "");
        number(row, tally.failed(), "bw-controls-failed");
        number(row, tally.unknown(), "");
    }

    private static void number(NativeTableRow row, long count, String cssClass) {
        var cell = row.addDataCell();
        cell.addClassName("bw-end");
        cell.add(Markup.text(count == 0 ? "bw-meta" : cssClass, Counted.number(count)));
    }
}
