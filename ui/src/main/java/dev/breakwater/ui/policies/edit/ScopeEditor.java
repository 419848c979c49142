package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.field.TextPatternField;
import java.util.List;
import java.util.function.Consumer;

/** One place: everything that is said of it must hold. */
final class ScopeEditor extends Div {

    private final Desk desk;
    private final String pointer;
    private final Consumer<Scope> changed;
    private Scope scope;

    /** @param readOnly it is only shown */
    ScopeEditor(Desk desk, String pointer, Scope scope, boolean readOnly, Consumer<Scope> changed) {
        this.desk = desk;
        this.pointer = pointer;
        this.scope = scope;
        this.changed = changed;
        addClassName("bw-ed-place");
        name(
                "Cluster",
                "/cluster",
                scope.cluster(),
                desk.known().clusters(),
                readOnly,
                value -> become(new Scope(
                        value, now().namespace(), now().workload(), now().labels(), now().namespaceLabels())));
        name(
                "Namespace",
                "/namespace",
                scope.namespace(),
                desk.known().namespaces(),
                readOnly,
                value -> become(
                        new Scope(now().cluster(), value, now().workload(), now().labels(), now().namespaceLabels())));
        name(
                "Workload",
                "/workload",
                scope.workload(),
                List.of(),
                readOnly,
                value -> become(
                        new Scope(now().cluster(), now().namespace(), value, now().labels(), now().namespaceLabels())));
        labels(
                "Labels",
                "/labels",
                scope.labels(),
                readOnly,
                value -> become(new Scope(
                        now().cluster(), now().namespace(), now().workload(), value, now().namespaceLabels())));
        labels(
                "Namespace labels",
                "/namespaceLabels",
                scope.namespaceLabels(),
                readOnly,
                value ->
                        become(new Scope(now().cluster(), now().namespace(), now().workload(), now().labels(), value)));
    }

    private Scope now() {
        return scope;
    }

    private void become(Scope to) {
        scope = to;
        changed.accept(to);
    }

    private void name(
            String label, String part, String value, List<String> known, boolean readOnly, Consumer<String> write) {
        TextPatternField field = new TextPatternField(label, Bare.PREFIX, known).hint("any");
        if (!value.isEmpty()) {
            field.setValue(value);
        }
        field.setReadOnly(readOnly);
        field.addValueChangeListener(event -> {
            desk.marks().touch(pointer + part);
            write.accept(event.getValue() == null ? "" : event.getValue());
        });
        add(Markup.text("bw-ed-place-label", label), desk.marks().mark(pointer + part, field));
    }

    private void labels(String label, String part, List<String> value, boolean readOnly, Consumer<List<String>> write) {
        WordsField field = new WordsField("", List.of(), value, words -> {
            desk.marks().touch(pointer + part);
            write.accept(words);
        });
        field.setAriaLabel(label);
        field.setPlaceholder("key=value, Enter");
        field.setReadOnly(readOnly);
        add(Markup.text("bw-ed-place-label", label), desk.marks().mark(pointer + part, field));
    }
}
