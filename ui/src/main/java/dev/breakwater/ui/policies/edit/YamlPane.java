package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.draft.DraftProblem;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The same policy as text, what is wrong with it, and where. */
final class YamlPane extends Div {

    private static final int SHOWN = 12;

    private final PolicyDraft draft;
    private final Consumer<DraftProblem> go;
    private final YamlEditor editor;
    private final Span state = Markup.text("bw-ed-valid", "");
    private final UnorderedList problems = new UnorderedList();
    private int pointed = 1;

    /** @param go goes to the field of a problem */
    YamlPane(PolicyDraft draft, boolean readOnly, Consumer<DraftProblem> go) {
        this.draft = draft;
        this.go = go;
        addClassName("bw-ed-yaml");
        editor = new YamlEditor("The policy as YAML", draft::write);
        editor.setReadOnly(readOnly);
        Button copy = new Button("Copy", Markup.icon("copy"));
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.addClickListener(event -> copy.getElement()
                .executeJs(
                        "navigator.clipboard.writeText($0).then(() => { this.lastChild.textContent = 'Copied';"
                                + " setTimeout(() => { this.lastChild.textContent = 'Copy'; }, 2000); })",
                        draft.text()));
        state.getElement().setAttribute("role", "status");
        problems.addClassName("bw-ed-problems");
        add(Markup.box("bw-ed-pane-head", Markup.heading("Same policy as YAML"), state, copy), editor, problems);
        editor.show(draft.text());
    }

    /** The form changed the text; what was typed here is not written over otherwise. */
    void rewrite() {
        editor.show(draft.text());
        editor.point(pointed);
    }

    /**
     * Says what is wrong.
     *
     * @param fresh nobody is to be told yet that something is wrong
     */
    void show(boolean fresh) {
        int wrong = draft.problems().size();
        state.removeAll();
        state.setClassName("bw-sev-pass", wrong == 0);
        state.setClassName("bw-second", fresh && wrong > 0);
        if (wrong == 0) {
            state.add(Markup.icon("check"), Markup.text("", "valid"));
        } else {
            state.setText(
                    draft.isReadable()
                            ? Counted.of(wrong, "thing", "things") + (fresh ? " to fill in" : " to mend")
                            : "cannot be read");
        }
        Map<Integer, String> marks = new TreeMap<>();
        if (!fresh) {
            draft.problems().forEach(problem -> marks.merge(problem.line(), problem.message(), (one, two) -> one));
        }
        editor.mark(marks);
        problems.removeAll();
        problems.setClassName("bw-ed-fresh", fresh);
        draft.problems().stream().limit(SHOWN).forEach(problem -> problems.add(item(problem)));
        if (wrong > SHOWN) {
            problems.add(Markup.item("and " + (wrong - SHOWN) + " more"));
        }
        problems.setVisible(wrong > 0);
    }

    /** Shows where the field stands that has the focus. */
    void point(String pointer) {
        if (draft.isReadable()) {
            pointed = draft.lineOf(pointer);
            editor.point(pointed);
        }
    }

    private ListItem item(DraftProblem problem) {
        NativeButton button = new NativeButton("", event -> {
            if (draft.isReadable() && problem.step().isPresent()) {
                go.accept(problem);
            } else {
                editor.goTo(problem.line());
            }
        });
        button.addClassName("bw-ed-problem");
        button.add(
                Markup.text("bw-ed-problem-place", "Line " + problem.line() + ", " + problem.place()),
                Markup.text("bw-ed-problem-words", problem.message()));
        return new ListItem(button);
    }
}
