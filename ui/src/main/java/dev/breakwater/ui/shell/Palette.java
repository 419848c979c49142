package dev.breakwater.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import dev.breakwater.ui.part.PlainText;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A field and what is found by what is typed into it. The browser's side only edits text and moves through the choices. */
@Tag("bw-palette")
@JavaScript("context://bw/palette.js")
public class Palette extends Component {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Something to choose.
     *
     * @param group the heading that it stands under; those of a group follow each other
     * @param note what it is or where
     * @param key a key that does the same, empty = none
     * @param go what is done: a place within the console, or {@code !} and the name of an action
     */
    record Choice(String group, String shown, String note, String key, String go) {}

    /** Somebody typed. */
    @DomEvent("palette-text")
    public static final class TextEvent extends ComponentEvent<Palette> {

        private final String text;

        public TextEvent(Palette source, boolean fromClient, @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.text = text;
        }
    }

    /** Somebody chose. */
    @DomEvent("palette-go")
    public static final class GoEvent extends ComponentEvent<Palette> {

        private final String go;

        public GoEvent(Palette source, boolean fromClient, @EventData("event.detail.go") String go) {
            super(source, fromClient);
            this.go = go;
        }
    }

    private List<Choice> offered = List.of();

    /** @param chosen takes what was chosen, always one of the choices that were offered */
    Palette(Function<String, List<Choice>> find, Consumer<Choice> chosen) {
        addClassName("bw-palette");
        show(find.apply(""));
        addListener(TextEvent.class, event -> show(find.apply(event.text)));
        addListener(
                GoEvent.class,
                event -> offered.stream()
                        .filter(choice -> choice.go().equals(event.go))
                        .findFirst()
                        .ifPresent(chosen));
    }

    private void show(List<Choice> choices) {
        offered = choices;
        getElement()
                .setProperty(
                        "choices",
                        JSON.writeValueAsString(choices.stream()
                                .map(choice -> Map.of(
                                        "group", choice.group(),
                                        "shown", PlainText.of(choice.shown()),
                                        "note", PlainText.of(choice.note()),
                                        "key", choice.key(),
                                        "go", choice.go()))
                                .toList()));
    }
}
