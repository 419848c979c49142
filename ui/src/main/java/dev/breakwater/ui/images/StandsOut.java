package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.central.vulnerabilities.SeverityCounts;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundFile.Kind;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.vulnerabilities.VulnerabilityWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What in an image deserves a look, each a sentence that leads to what was found. */
final class StandsOut extends Div {

    private static final Set<Kind> TOOLS = EnumSet.of(Kind.PACKAGE_MANAGER, Kind.COMPILER, Kind.SHELL, Kind.DOWNLOADER);

    /** @param severity of the mark before it, {@code UNKNOWN} = nobody can say */
    private record Line(Severity severity, String text, String detail, ImageTab tab) {}

    StandsOut(String image, Scan scan, @Nullable VulnerableImageRow counted, Instant now, TimeWords times) {
        addClassName("bw-card");
        List<Line> lines = new ArrayList<>(found(counted));
        lines.addAll(lines(scan, now, times));
        add(new CardHead("What stands out?", ""));
        if (lines.isEmpty()) {
            add(
                    Markup.paragraph(
                            "No vulnerability of high severity, no secret, no file with more rights than it needs, no server and no tool was found in it."));
            return;
        }
        Div rows = Markup.box("bw-rows");
        lines.forEach(line -> rows.add(row(image, line)));
        add(rows);
    }

    private static Component row(String image, Line line) {
        Anchor row = new Anchor(ImagesNavigation.of(image, line.tab()), "");
        row.addClassName("bw-row");
        Component mark = Markup.text("bw-sev bw-sev-" + SeverityMark.css(line.severity()), "");
        mark.getElement().appendChild(Markup.text("bw-shape", "").getElement());
        mark.getElement()
                .appendChild(Markup.text("bw-hidden", SeverityMark.word(line.severity()))
                        .getElement());
        row.add(
                mark,
                Markup.box(
                        "bw-row-text", Markup.text("bw-name", line.text()), Markup.text("bw-row-line", line.detail())),
                Markup.icon("right"));
        return row;
    }

    private static List<Line> found(@Nullable VulnerableImageRow counted) {
        if (counted == null) {
            return List.of(new Line(
                    Severity.UNKNOWN,
                    "Its vulnerabilities are not counted yet",
                    "Its packages wait to be held against the advisories.",
                    ImageTab.VULNERABILITIES));
        }
        List<Line> lines = new ArrayList<>();
        if (counted.exploited() > 0) {
            lines.add(new Line(
                    Severity.CRITICAL,
                    Counted.of(
                            counted.exploited(),
                            "vulnerability is known to be exploited",
                            "vulnerabilities are known to be exploited"),
                    counted.exploited() == 1
                            ? "Somebody uses it against others now."
                            : "Somebody uses them against others now.",
                    ImageTab.VULNERABILITIES));
        }
        SeverityCounts counts = counted.counts();
        int grave = counts.critical() + counts.high();
        if (grave + counts.unknown() > 0) {
            lines.add(new Line(
                    counts.critical() > 0 ? Severity.CRITICAL : grave > 0 ? Severity.HIGH : Severity.UNKNOWN,
                    Counted.number(counts.critical()) + " critical, " + Counted.number(counts.high()) + " high, "
                            + Counted.number(counts.unknown()) + " of unknown severity",
                    Counted.number(counted.fixableHigh())
                            + " of the critical and high ones can be mended by an upgrade.",
                    ImageTab.VULNERABILITIES));
        }
        if (counted.deferred() + counted.falsePositive() > 0) {
            lines.add(new Line(
                    Severity.LOW,
                    Counted.number(counted.deferred()) + " put off, " + Counted.number(counted.falsePositive())
                            + " not applying",
                    "They are not counted above.",
                    ImageTab.VULNERABILITIES));
        }
        if (counted.unspoken() > 0) {
            lines.add(new Line(
                    Severity.UNKNOWN,
                    VulnerabilityWords.unspoken(counted.unspoken(), counted.outdated(), counted.packages()),
                    counted.outdated() > 0
                            ? "What was published since, or is wrong at all, is unknown."
                            : "What is wrong with " + (counted.unspoken() == 1 ? "it" : "them") + " is unknown.",
                    ImageTab.PACKAGES));
        }
        return lines;
    }

    private static List<Line> lines(Scan scan, Instant now, TimeWords times) {
        List<Line> lines = new ArrayList<>();
        if (scan.secrets() > 0) {
            lines.add(new Line(
                    Severity.HIGH,
                    Counted.of(scan.secrets(), "thing looks like a secret", "things look like secrets"),
                    "Whoever pulls the image has them.",
                    ImageTab.FILES));
        }
        if (scan.endOfLife() != null && scan.endOfLife().isBefore(now)) {
            lines.add(new Line(
                    Severity.HIGH,
                    "The distribution gets no more security fixes",
                    scan.operatingSystemName() + ", ended " + times.ago(scan.endOfLife()),
                    ImageTab.SUMMARY));
        }
        files(scan, EnumSet.of(Kind.SSH_SERVER), Severity.HIGH, "SSH server", "SSH servers", lines);
        ImageConfig config = scan.config();
        if (config == null) {
            lines.add(new Line(
                    Severity.UNKNOWN,
                    "Nobody told how it runs",
                    "What was uploaded has no configuration.",
                    ImageTab.CONFIGURATION));
        } else if (isRoot(config.user())) {
            lines.add(new Line(
                    Severity.MEDIUM,
                    "It runs as root unless the workload says otherwise",
                    config.user().isEmpty() ? "No user is set." : "User " + config.user(),
                    ImageTab.CONFIGURATION));
        }
        files(
                scan,
                EnumSet.of(Kind.SETUID, Kind.SETGID),
                Severity.MEDIUM,
                "file runs with the rights of its owner or group",
                "files run with the rights of their owner or group",
                lines);
        files(
                scan,
                EnumSet.of(Kind.WORLD_WRITABLE),
                Severity.MEDIUM,
                "file can be written by everybody",
                "files can be written by everybody",
                lines);
        files(scan, TOOLS, Severity.LOW, "tool that an attacker could use", "tools that an attacker could use", lines);
        return lines;
    }

    private static boolean isRoot(String user) {
        String name = user.contains(":") ? user.substring(0, user.indexOf(':')) : user;
        return name.isEmpty() || name.equals("root") || name.equals("0");
    }

    private static void files(
            Scan scan, Set<Kind> kinds, Severity severity, String one, String many, List<Line> lines) {
        List<FoundFile> found = scan.files().stream()
                .filter(file -> kinds.contains(file.kind()))
                .toList();
        if (!found.isEmpty()) {
            String names = found.stream()
                    .map(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
                    .distinct()
                    .limit(8)
                    .collect(Collectors.joining(", "));
            lines.add(new Line(severity, Counted.of(found.size(), one, many), names, ImageTab.FILES));
        }
    }
}
