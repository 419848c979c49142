package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.router.QueryParameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws a {@link Drawing}. The browser says which value was clicked; where that leads is looked up here, so no address comes
 * from outside.
 */
@Tag("bw-chart")
@JavaScript("context://bw/chart.js")
public final class Chart extends Component {

    /** The library, within the web archive that it comes in. */
    static final String LIBRARY = "webjars/echarts/5.5.0/echarts.esm.min.js";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final transient Drawing spec;

    public Chart(Drawing spec) {
        this.spec = spec;
        getElement().setAttribute("library", LIBRARY);
        if (spec.leastHeight() > 0) {
            getElement().getStyle().set("min-height", spec.leastHeight() + "px");
        }
        getElement().setProperty("spec", JSON.writeValueAsString(spec));
        getElement()
                .addEventListener(
                        "point-open",
                        event -> open(
                                event.getEventData().get("event.detail.series"),
                                event.getEventData().get("event.detail.index")))
                .addEventData("event.detail.series")
                .addEventData("event.detail.index");
    }

    private void open(JsonNode series, JsonNode index) {
        String target = target(series.asInt(-1), index.asInt(-1));
        if (!target.isEmpty()) {
            int query = target.indexOf('?');
            UI.getCurrent()
                    .navigate(
                            query < 0 ? target : target.substring(0, query),
                            QueryParameters.fromString(query < 0 ? "" : target.substring(query + 1)));
        }
    }

    /** Where a value leads, empty = nowhere; what the browser says may be anything. */
    String target(int series, int index) {
        return spec.target(series, index);
    }
}
