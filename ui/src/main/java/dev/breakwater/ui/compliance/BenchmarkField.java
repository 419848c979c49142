package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.breakwater.central.compliance.BenchmarkChoice;
import dev.breakwater.central.compliance.BenchmarkChoices;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says which version of CIS Kubernetes a cluster is held to and why, and lets people choose another. */
public final class BenchmarkField extends Div {

    private static final String FITTING = "";

    private final BenchmarkChoices choices;
    private final Runnable done;

    /**
     * @param mayChoose whether the reader may change it
     * @param done what follows a choice
     */
    public BenchmarkField(
            BenchmarkChoices choices, BenchmarkChoice of, boolean mayChoose, TimeWords times, Runnable done) {
        this.choices = choices;
        this.done = done;
        addClassName("bw-benchmark");
        add(Markup.text("", words(of, times)));
        if (mayChoose) {
            add(select(of));
        }
    }

    /** What is so, in words. */
    private static String words(BenchmarkChoice of, TimeWords times) {
        String fits = of.fitting() == null
                ? "No version of CIS Kubernetes speaks of the kubelets of this cluster, or none was seen"
                : name(of.fitting()) + " speaks of the oldest kubelet of this cluster";
        if (of.chosen() == null) {
            return of.fitting() == null ? fits + ": its controls are unknown until a version is chosen." : fits + ".";
        }
        return of.chosenBy() + " chose " + name(of.chosen())
                + (of.chosenAt() == null ? "" : " " + times.ago(of.chosenAt())) + ". " + fits + ".";
    }

    private Select<String> select(BenchmarkChoice of) {
        Select<String> select = new Select<>();
        select.setLabel("Hold it to");
        List<String> items = new ArrayList<>(List.of(FITTING));
        Standards.all().stream()
                .map(Standard::id)
                .filter(id -> id.startsWith("cis-kubernetes-"))
                .forEach(items::add);
        select.setItems(items);
        select.setItemLabelGenerator(id -> id.equals(FITTING)
                ? of.fitting() == null ? "whatever fits (none does)" : "whatever fits (" + name(of.fitting()) + ")"
                : name(id));
        select.setValue(Objects.requireNonNullElse(of.chosen(), FITTING));
        select.setWidth("260px");
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(select, of, event.getValue());
            }
        });
        return select;
    }

    private void choose(Select<String> select, BenchmarkChoice of, @Nullable String wanted) {
        try {
            if (wanted == null || wanted.equals(FITTING)) {
                choices.withdraw(of.clusterId());
            } else {
                choices.choose(of.clusterId(), wanted);
            }
            done.run();
        } catch (InvalidRequest | NotFound e) {
            select.setErrorMessage(Failures.words(e));
            select.setInvalid(true);
        }
    }

    private static String name(String standard) {
        return Standards.byId(standard).map(Standard::name).orElse(standard);
    }
}
