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

    private static final int LOOK_AGAIN_MILLIS = 2_000;

    /** @param shown reads the page anew */
    ScanButton(ImageDesk desk, String image, ImageReport report, Runnable shown) {
        addClassName("bw-row-actions");
        String digest = report.digest();
        Optional<Scan> job = digest == null ? Optional.empty() : desk.latest(digest);
        Optional<Scan> open =
                job.filter(scan -> scan.state() == Scan.State.QUEUED || scan.state() == Scan.State.RUNNING);
        if (open.isPresent()) {
            add(Markup.link(
                    RegistriesNavigation.scans("digest:\"" + digest + "\""),
                    "Scan: " + ScanWords.state(open.get(), TimeWords.here(desk.clock()))));
            // The page looks again while it is under way, at no cost to anybody else.
            getElement()
                    .executeJs("return new Promise(done => setTimeout(() => done(true), $0))", LOOK_AGAIN_MILLIS)
                    .then(ignored -> shown.run());
        }
        Button scan = new Button(report.scan() == null ? "Scan" : "Scan again", Markup.icon("eye"), event -> {
            try {
                desk.actions().again(List.of(image));
                shown.run();
            } catch (RuntimeException e) {
                Notification.show(Failures.words(e));
            }
        });
        scan.setEnabled(open.isEmpty() && desk.actions().refusal().isEmpty());
        desk.actions().refusal().ifPresent(scan::setTooltipText);
        add(scan);
    }
}
