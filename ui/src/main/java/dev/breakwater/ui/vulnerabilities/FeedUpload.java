package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.Feeds.Brought;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.UploadLimit;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Takes a file of a publisher, or a signed bundle, and says what came of it. */
final class FeedUpload extends Div {

    private static final int LARGEST = 1 << 30;

    private final transient Feeds feeds;
    private final transient Runnable taken;
    private final Div outcome = Markup.box("bw-import-outcome");
    private final Upload upload = new Upload();

    FeedUpload(Feeds feeds, Runnable taken) {
        this.feeds = feeds;
        this.taken = taken;
        addClassNames("bw-card", "bw-card-wide");
        upload.setUploadHandler(UploadHandler.toTempFile((metadata, file) -> take(metadata.fileName(), file)));
        upload.setMaxFiles(1);
        UploadLimit.set(upload, LARGEST);
        upload.addFileRejectedListener(event -> say("bw-sight-bad", event.getErrorMessage()));
        upload.setUploadButton(new Button("Choose a file…"));
        upload.setDropLabel(Markup.text("", "or drop it here"));
        outcome.getElement().setAttribute("role", "status");
        Paragraph how = Markup.paragraph(
                "As the publisher wrote it (an OSV archive, Debian's tracker, Alpine's secdb, KEV, EPSS …), or a bundle that a"
                        + " trusted key signed. It takes the place of what was there of the same feed; one that shrank too far is"
                        + " refused, and what was there stays in use.");
        how.addClassName("bw-second");
        add(new CardHead("Load a file", ""), how, Markup.box("bw-import", upload, outcome));
    }

    private void take(String name, File file) throws IOException {
        try {
            List<FeedRow> rows = feeds.bring(List.of(new Brought(name, () -> new FileInputStream(file))));
            outcome.removeAll();
            rows.forEach(row -> outcome.add(Markup.box(
                    "bw-second",
                    Markup.text(
                            "",
                            row.name() + ": "
                                    + (row.reason().isEmpty()
                                            ? Counted.of(row.entries(), "entry", "entries") + " in use."
                                            : VulnerabilityWords.word(row.state()) + ". " + row.reason())))));
            upload.clearFileList();
            taken.run();
        } catch (RuntimeException e) {
            upload.clearFileList();
            say("bw-sight-bad", Failures.words(e));
            // What was refused stands beside the feed from now on.
            taken.run();
        } finally {
            Files.deleteIfExists(file.toPath());
        }
    }

    private void say(String css, String words) {
        outcome.removeAll();
        outcome.add(Markup.text(css, words));
    }
}
