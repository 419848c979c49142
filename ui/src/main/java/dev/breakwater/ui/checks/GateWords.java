package dev.breakwater.ui.checks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.checks.GateRuns.Gated;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks in words. */
public final class GateWords {

    private static final int SHORT_COMMIT = 12;

    private GateWords() {}

    /** What was checked. */
    static String source(GateRun run) {
        return run.source().isEmpty() ? "manifests" : run.source();
    }

    static String result(GateRun run) {
        return switch (run.result()) {
            case PASSED -> "passed";
            case REFUSED -> "refused";
            case NOT_JUDGED -> "not judged";
        };
    }

    /** How many findings of which severity. */
    static String findings(GateRun run) {
        List<String> some = new ArrayList<>();
        add(some, run.critical(), "critical");
        add(some, run.high(), "high");
        add(some, run.medium(), "medium");
        add(some, run.low(), "low");
        return some.isEmpty() ? "none" : String.join(", ", some);
    }

    private static void add(List<String> words, int number, String severity) {
        if (number > 0) {
            words.add(number + " " + severity);
        }
    }

    static String commit(GateRun run) {
        return run.commit().length() > SHORT_COMMIT ? run.commit().substring(0, SHORT_COMMIT) : run.commit();
    }

    /** The pipeline's run, to go there if its address is one of the web; whoever sent it may have sent anything. */
    static Component pipeline(GateRun run) {
        if (!isOfTheWeb(run.pipeline())) {
            return Markup.text("", run.pipeline().isEmpty() ? "not told" : run.pipeline());
        }
        Anchor link = Markup.link(run.pipeline(), run.pipeline());
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    private static boolean isOfTheWeb(String address) {
        try {
            URI uri = URI.create(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Which gate a workload passed, with a link to the check.
     *
     * @param runs those in which it was checked, newest first
     */
    public static Component gate(List<Gated> runs, TimeWords times) {
        Gated telling = GateRuns.telling(runs);
        if (telling == null) {
            return Markup.text("", "None is known: no check that named this workload was kept.");
        }
        return Markup.box(
                "",
                Markup.text("", sentence(telling, times) + " "),
                Markup.link(ChecksNavigation.opened(telling.run().id()), "The check"));
    }

    private static String sentence(Gated gated, TimeWords times) {
        GateRun run = gated.run();
        String when = times.ago(run.at()) + (run.source().isEmpty() ? "" : " (" + run.source() + ")");
        String findings = gated.findings() == 0 ? "" : ", with " + Counted.of(gated.findings(), "finding", "findings");
        if (!gated.same()) {
            String words = switch (run.result()) {
                case PASSED -> "passed";
                case REFUSED -> gated.refused() ? "was refused" : "was refused together with others";
                case NOT_JUDGED -> "could not be judged as a whole";
            };
            return "A workload of this name " + words + " " + when + findings
                    + ". What runs is not what was checked, so it passed no gate that is known.";
        }
        return switch (run.result()) {
            case PASSED -> "What runs is what passed " + when + findings + ".";
            case REFUSED ->
                gated.refused()
                        ? "What runs was refused " + when + findings + ", and runs all the same."
                        : "What runs was checked " + when + findings
                                + ", in a check that was refused for other objects.";
            case NOT_JUDGED ->
                "What runs was checked " + when + findings + ", in a check that could not be judged as a whole.";
        };
    }

    /** Whether a reader must act: what was refused runs. */
    public static boolean isAlarming(@Nullable Gated gated) {
        return gated != null && gated.same() && gated.refused() && gated.run().result() == GateRun.Result.REFUSED;
    }
}
