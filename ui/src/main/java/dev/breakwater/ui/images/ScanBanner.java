package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;

/** Why what is shown of an image is not all, or nothing. */
final class ScanBanner {

    private ScanBanner() {}

    /** For a scan that cannot be relied on as it is. */
    static Div of(ImageReport report, TimeWords times) {
        return switch (report.state()) {
            case COMPLETE -> Markup.box("bw-banner");
            case INCOMPLETE ->
                banner(
                        Markup.text("bw-hatch-mark", ""),
                        "Not everything could be read, so what was not found is unknown. The parts are listed in the summary.");
            case TOLD ->
                banner(
                        Markup.text("bw-hatch-mark", ""),
                        report.reason() + " Its secrets and files are unknown, not none.");
            case STALE ->
                banner(
                        Markup.icon("clock"),
                        report.scan() == null
                                ? report.reason()
                                : "As of " + times.minute(report.scan().scannedAt())
                                        + ". The last look inside is too old to rely on: what came since is unknown.");
            case FAILED -> banner(Markup.text("bw-hatch-mark", ""), "The scan failed: " + report.reason());
            case UNSCANNED ->
                banner(
                        Markup.text("bw-hatch-mark", ""),
                        report.reason() + " Its packages, secrets and vulnerabilities are unknown, not none.");
        };
    }

    private static Div banner(Component mark, String words) {
        return Markup.box("bw-banner", mark, Markup.text("bw-banner-text", words));
    }

    /** In place of a part of an image that nobody has looked into. */
    static Component nothingKnown(ImageTab tab) {
        return new EmptyState(
                "Unknown",
                tab.word() + " can be told when somebody has looked inside: central, a sensor, or a bill of materials"
                        + " that is uploaded.");
    }
}
