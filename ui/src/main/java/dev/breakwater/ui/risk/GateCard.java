package dev.breakwater.ui.risk;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.checks.GateRuns.Gated;
import dev.breakwater.ui.checks.GateWords;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** Which check of a pipeline the workload passed before it ran, if that was kept. */
final class GateCard extends Div {

    GateCard(List<Gated> runs, TimeWords times) {
        addClassName("bw-card");
        add(new CardHead("Which gate did it pass?", ""));
        Div said = Markup.box("", GateWords.gate(runs, times));
        if (GateWords.isAlarming(GateRuns.telling(runs))) {
            said = Markup.box("bw-banner", Markup.icon("clock"), said);
        }
        add(said);
    }
}
