package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.Segments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The way between the lists of vulnerabilities; filter and scope go along, as far as the other list understands them. */
final class GatheredSwitch extends Div {

    GatheredSwitch(Gathered shown, Supplier<ListState> state, Supplier<Map<Gathered, Set<String>>> fields) {
        Segments<Gathered> views = new Segments<>(
                "How they are gathered",
                List.of(Gathered.values()),
                Gathered::word,
                wanted -> getUI().ifPresent(ui -> {
                    ListState now = state.get();
                    String q = wanted.taken(now.q(), shown, fields.get().getOrDefault(wanted, Set.of()));
                    ui.navigate(
                            wanted.path(),
                            now.withFilter(q)
                                    .withSelected(null)
                                    .withSort("")
                                    .withColumns(List.of())
                                    .toQuery(wanted.usualFilter()));
                }));
        addClassName("bw-gathered");
        views.press(List.of(shown));
        add(views);
    }
}
