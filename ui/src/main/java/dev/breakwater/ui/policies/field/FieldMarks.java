package dev.breakwater.ui.policies.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.draft.DraftProblem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The fields that are shown, by what of the policy they change, with what is wrong said at each. A field that nobody has
 * touched yet is not complained about, unless everything was asked for.
 */
public final class FieldMarks {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Map<String, Div> boxes = new LinkedHashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Consumer<String> focused;
    private boolean all;
    private List<DraftProblem> problems = List.of();

    /** @param focused told of the pointer of the field that somebody goes to */
    public FieldMarks(Consumer<String> focused) {
        this.focused = focused;
    }

    /** A field that changes what stands at the pointer, or below it. */
    public <C extends Component & HasValidation> C mark(String pointer, C field) {
        fields.put(pointer, field);
        field.setManualValidation(true);
        follow(pointer, field);
        return field;
    }

    /** A box that says what is wrong at a pointer, or below it, where no field does. */
    public Div box(String pointer) {
        Div box = Markup.box("bw-form-problem");
        box.getElement().setAttribute("role", "alert");
        boxes.put(pointer, box);
        return box;
    }

    /** Shows where the text says the same, while the focus is in it. */
    public void follow(String pointer, Component field) {
        field.getElement().addEventListener("focusin", event -> focused.accept(pointer));
    }

    /** Forgets the fields: others are shown now. */
    public void clear() {
        fields.clear();
        boxes.clear();
    }

    /** Somebody changed what stands there. */
    public void touch(String pointer) {
        touched.add(pointer);
    }

    /** From now on every field says what is wrong with it. */
    public void all() {
        all = true;
        show(problems);
    }

    /** Whether every field says what is wrong with it. */
    public boolean isAll() {
        return all;
    }

    /** The focus goes to the field at the pointer, or to the nearest above it. */
    public void focus(String pointer) {
        nearest(fields, pointer)
                .map(fields::get)
                .filter(com.vaadin.flow.component.Focusable.class::isInstance)
                .map(com.vaadin.flow.component.Focusable.class::cast)
                .ifPresent(com.vaadin.flow.component.Focusable::focus);
    }

    /** Says what is wrong, and nothing any more where all is right. */
    public void show(List<DraftProblem> found) {
        problems = found;
        fields.values().forEach(field -> field.setInvalid(false));
        boxes.values().forEach(Div::removeAll);
        for (DraftProblem problem : found) {
            if (!all && !isTouched(problem.pointer())) {
                continue;
            }
            Optional<String> field = nearest(fields, problem.pointer());
            Optional<String> box = nearest(boxes, problem.pointer());
            boolean atField = field.isPresent()
                    && field.get().length() >= box.map(String::length).orElse(-1);
            if (atField) {
                HasValidation marked = fields.get(field.get());
                if (!marked.isInvalid()) {
                    marked.setErrorMessage(problem.message());
                    marked.setInvalid(true);
                }
            } else {
                box.ifPresent(at -> boxes.get(at).add(Markup.text("bw-block", problem.message())));
            }
        }
    }

    private boolean isTouched(String pointer) {
        return touched.stream().anyMatch(one -> covers(one, pointer) || covers(pointer, one));
    }

    private static Optional<String> nearest(Map<String, ?> from, String pointer) {
        return from.keySet().stream()
                .filter(one -> covers(one, pointer))
                .reduce((one, other) -> one.length() >= other.length() ? one : other);
    }

    private static boolean covers(String above, String pointer) {
        return pointer.equals(above) || pointer.startsWith(above + "/");
    }
}
