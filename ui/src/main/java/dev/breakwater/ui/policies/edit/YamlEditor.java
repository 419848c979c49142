package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import dev.breakwater.engine.policy.PolicyDocument;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A text of numbered lines that people write in; lines can be marked. The browser's side only edits text. */
@Tag("bw-yaml-editor")
@JavaScript("context://bw/yaml-editor.js")
public final class YamlEditor extends Component {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Somebody changed the text. */
    @DomEvent("yaml-change")
    public static final class ChangeEvent extends ComponentEvent<YamlEditor> {

        private final String text;

        /** @param text the whole text as it stands */
        public ChangeEvent(YamlEditor source, boolean fromClient, @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.text = text;
        }
    }

    /** @param label what is written, for those who do not see the page */
    public YamlEditor(String label, Consumer<String> changed) {
        getElement().setProperty("label", label);
        getElement().setProperty("longest", PolicyDocument.MAX_LENGTH);
        addListener(ChangeEvent.class, event -> changed.accept(event.text));
    }

    /** Shows a text in place of what is there. */
    public void show(String text) {
        call("take", text);
    }

    /** Marks lines that are wrong, each with what is wrong. */
    public void mark(Map<Integer, String> messages) {
        call("mark", JSON.writeValueAsString(messages));
    }

    /** Shows where something stands. */
    public void point(int line) {
        call("point", line);
    }

    /** Goes there, with the cursor. */
    public void goTo(int line) {
        call("goTo", line);
    }

    /** Shows it without letting anybody change it. */
    public void setReadOnly(boolean readOnly) {
        getElement().setProperty("fixed", readOnly);
    }

    /** Also before the browser has read the element's script. */
    private void call(String function, java.io.Serializable argument) {
        getElement()
                .executeJs("customElements.whenDefined('bw-yaml-editor').then(() => this[$0]($1))", function, argument);
    }
}
