package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.breakwater.central.platform.InvalidRequest;
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
        UploadLimit.set(upload, largest);
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
        } catch (InvalidRequest e) {
            say(words(e));
        } catch (RuntimeException e) {
            say(Failures.words(e));
        }
    }

    /** What is wrong with the file, and where in it; a field names the file first. */
    private static String words(InvalidRequest refused) {
        int within = refused.field().indexOf('/');
        String place = within < 0 ? "it" : refused.field().substring(within + 1);
        return "The file is not taken: " + place + " is " + refused.value() + ". Expected: " + refused.allowed() + ".";
    }

    private void say(String words) {
        outcome.removeAll();
        outcome.add(Markup.text("bw-form-problem", words));
    }
}
