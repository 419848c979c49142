package dev.breakwater.ui.images;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.Scan;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.registries.RegistriesNavigation;
import dev.breakwater.ui.registries.ScanWords;
import java.util.List;
import java.util.Optional;

/** Has an image looked into, or says how far that is. */
final class ScanButton extends Div {

    private static final int SOON_MILLIS = 2_000;
    private static final int LATER_MILLIS = 15_000;

    private final transient ImageDesk desk;
    private final String image;
    private final transient ImageReport report;
    private final transient Runnable shown;

    /** @param shown reads the page anew */
    ScanButton(ImageDesk desk, String image, ImageReport report, Runnable shown) {
        this.desk = desk;
        this.image = image;
        this.report = report;
        this.shown = shown;
        addClassName("bw-row-actions");
        show(open());
    }

    private Optional<Scan> open() {
        String digest = report.digest();
        return digest == null
                ? Optional.empty()
                : desk.latest(digest)
                        .filter(scan -> scan.state() == Scan.State.QUEUED || scan.state() == Scan.State.RUNNING);
    }

    /** Only this part changes while a scan is under way, so that nobody loses what they were looking at. */
    private void look() {
        Optional<Scan> now = open();
        if (now.isEmpty()) {
            shown.run();
        } else {
            show(now);
        }
    }

    private void show(Optional<Scan> open) {
        removeAll();
        open.ifPresent(scan -> {
            add(Markup.link(
                    RegistriesNavigation.scans("digest:\"" + report.digest() + "\""),
                    "Scan: " + ScanWords.state(scan, TimeWords.here(desk.clock()))));
            boolean soon =
                    scan.nextAt() == null || scan.nextAt().isBefore(desk.clock().instant());
            getElement()
                    .executeJs(
                            "return new Promise(done => setTimeout(() => done(true), $0))",
                            soon ? SOON_MILLIS : LATER_MILLIS)
                    .then(ignored -> look());
        });
        Button scan = new Button(report.scan() == null ? "Scan" : "Scan again", Markup.icon("eye"), event -> ask());
        scan.setEnabled(open.isEmpty() && desk.actions().refusal().isEmpty());
        desk.actions().refusal().ifPresent(scan::setTooltipText);
        add(scan);
    }

    private void ask() {
        try {
            desk.actions().again(List.of(image));
            look();
        } catch (RuntimeException e) {
            Notification.show(Failures.words(e));
        }
    }
}
