package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;

/** Takes one file and says what came of it. */
public final class FileTake extends Div {

    /** Takes a file; what it says is shown. */
    @FunctionalInterface
    public interface Taker {
        List<Component> take(String name, byte[] content);
    }

    private final Div outcome = Markup.box("bw-import-outcome");
    private final Upload upload = new Upload();

    /** @param largest in bytes */
    public FileTake(int largest, Taker taker) {
        addClassName("bw-import");
        upload.setUploadHandler(
                UploadHandler.inMemory((metadata, content) -> take(metadata.fileName(), content, taker)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(largest);
        upload.addFileRejectedListener(event -> say(event.getErrorMessage()));
        upload.setUploadButton(new Button("Choose a file…"));
        upload.setDropLabel(Markup.text("", "or drop it here"));
        outcome.getElement().setAttribute("role", "status");
        add(upload, outcome);
    }

    private void take(String name, byte[] content, Taker taker) {
        upload.clearFileList();
        try {
            List<Component> said = taker.take(name, content);
            outcome.removeAll();
            outcome.add(said);
        } catch (RuntimeException e) {
            say(Failures.words(e));
        }
    }

    private void say(String words) {
        outcome.removeAll();
        outcome.add(Markup.text("bw-sight-bad", words));
    }
}
