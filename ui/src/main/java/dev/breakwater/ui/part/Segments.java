package dev.breakwater.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A choice of few that are all seen, as one bar of buttons; which are pressed is told by {@code aria-pressed}, too. */
public final class Segments<T> extends Div {

    private final Map<T, Button> buttons = new LinkedHashMap<>();

    /**
     * @param label what is chosen, for those who do not see the bar
     * @param chosen takes what was clicked; it is not pressed by that alone
     */
    public Segments(String label, List<T> choices, Function<T, String> words, Consumer<T> chosen) {
        addClassName("bw-segments");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        for (T choice : choices) {
            Button button = new Button(words.apply(choice), event -> chosen.accept(choice));
            button.addClassName("bw-segment");
            buttons.put(choice, button);
            add(button);
        }
        press(List.of());
    }

    /** Marks these as chosen, and no other. */
    public void press(Collection<T> pressed) {
        buttons.forEach((choice, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(pressed.contains(choice))));
    }
}
