package dev.breakwater.ui.images;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.vulnerabilities.VulnerabilityWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which findings of an image are shown: by text, severity, state and remedy. The URL holds it, so that what is shown can be opened
 * again by it.
 */
final class FindingFilter extends Div {

    private static final String TEXT = "text";
    private static final String SEVERITY = "severity";
    private static final String STATE = "state";
    private static final String FIXABLE = "fixable";
    private static final String ANY = "any";

    /** As the filter grammar says them. */
    private static final Map<String, String> TERMS = Map.of(
            "counts",
            "state:observed undecided:no",
            VulnerabilityWords.UNDECIDED,
            "undecided:yes",
            "put-off",
            "state:deferred",
            "not-applying",
            "state:false-positive");

    private final TextField text = new TextField();
    private final Select<String> severity = new Select<>();
    private final Select<String> state = new Select<>();
    private final Checkbox fixable = new Checkbox("Only what can be mended");

    /**
     * As the URL says.
     *
     * @param changed what follows when somebody changes it
     */
    FindingFilter(QueryParameters said, Runnable changed) {
        addClassName("bw-image-filter");
        text.setPlaceholder("Filter by vulnerability or package");
        text.setAriaLabel("Filter vulnerabilities");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setClearButtonVisible(true);
        text.setValue(said.getSingleParameter(TEXT).orElse(""));
        choice(
                severity,
                "Severity",
                severities(),
                said.getSingleParameter(SEVERITY).orElse(ANY));
        choice(state, "State", states(), said.getSingleParameter(STATE).orElse(ANY));
        fixable.setValue(said.getSingleParameter(FIXABLE).filter("yes"::equals).isPresent());
        add(text, severity, state, fixable);
        Runnable told = () -> {
            rewrite();
            changed.run();
        };
        text.addValueChangeListener(event -> told.run());
        severity.addValueChangeListener(event -> told.run());
        state.addValueChangeListener(event -> told.run());
        fixable.addValueChangeListener(event -> told.run());
    }

    private static void choice(Select<String> choice, String label, Map<String, String> words, String chosen) {
        choice.setAriaLabel(label);
        choice.setItems(words.keySet());
        choice.setItemLabelGenerator(word -> words.getOrDefault(word, word));
        choice.setValue(words.containsKey(chosen) ? chosen : ANY);
    }

    private static Map<String, String> severities() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(ANY, "Any severity");
        for (Severity one :
                List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.UNKNOWN)) {
            words.put(one.name().toLowerCase(Locale.ROOT), SeverityMark.word(one));
        }
        return words;
    }

    private static Map<String, String> states() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(ANY, "Any state");
        words.put("counts", "Counts");
        words.put(VulnerabilityWords.UNDECIDED, "Undecided");
        words.put("put-off", "Put off");
        words.put("not-applying", "Does not apply");
        return words;
    }

    /** In the grammar of the lists, empty = everything. */
    String q() {
        List<String> terms = new ArrayList<>();
        if (!severity.getValue().equals(ANY)) {
            terms.add("severity:" + severity.getValue());
        }
        terms.add(TERMS.getOrDefault(state.getValue(), ""));
        if (Boolean.TRUE.equals(fixable.getValue())) {
            terms.add("fixable:yes");
        }
        if (!text.getValue().isBlank()) {
            terms.add(new FilterExpression(List.of())
                    .and("", text.getValue().strip())
                    .toString());
        }
        return terms.stream().filter(term -> !term.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Says it in the present entry of the history, as lists do while somebody types. */
    private void rewrite() {
        getUI().ifPresent(ui -> {
            Location here = ui.getActiveViewLocation();
            QueryParameters query = here.getQueryParameters().excluding(TEXT, SEVERITY, STATE, FIXABLE);
            if (!text.getValue().isBlank()) {
                query = query.merging(TEXT, text.getValue().strip());
            }
            if (!severity.getValue().equals(ANY)) {
                query = query.merging(SEVERITY, severity.getValue());
            }
            if (!state.getValue().equals(ANY)) {
                query = query.merging(STATE, state.getValue());
            }
            if (Boolean.TRUE.equals(fixable.getValue())) {
                query = query.merging(FIXABLE, "yes");
            }
            ui.getPage().getHistory().replaceState(null, new Location(here.getPath(), query));
        });
    }
}
