package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.UploadLimit;
import org.jspecify.annotations.Nullable;

/** Takes the file that goes with an attestation. */
final class FileField extends CustomField<String> implements HasSize {

    private final Upload upload = new Upload();

    private AttestationFile.@Nullable Brought brought;

    FileField() {
        setLabel("File");
        setHelperText("Minutes, a contract, a screenshot; at most " + (AttestationFile.MOST_BYTES >> 20)
                + "\u00a0MiB. It is kept as it is, with its SHA-256.");
        setWidthFull();
        upload.setUploadHandler(UploadHandler.inMemory(
                (metadata, content) -> take(metadata.fileName(), metadata.contentType(), content)));
        upload.setMaxFiles(1);
        UploadLimit.set(upload, AttestationFile.MOST_BYTES);
        upload.setUploadButton(new Button("Choose a file…"));
        upload.setDropLabel(Markup.text("", "or drop it here"));
        upload.setWidthFull();
        upload.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        upload.addFileRemovedListener(event -> brought = null);
        add(upload);
    }

    AttestationFile.@Nullable Brought brought() {
        return brought;
    }

    private void take(String name, @Nullable String type, byte[] content) {
        setInvalid(false);
        try {
            brought = AttestationFile.of(name, type == null ? "" : type, content);
        } catch (InvalidRequest e) {
            upload.clearFileList();
            refuse("Allowed: " + e.allowed() + ".");
        }
    }

    private void refuse(String words) {
        brought = null;
        setErrorMessage(words);
        setInvalid(true);
    }

    @Override
    protected String generateModelValue() {
        return brought == null ? "" : brought.about().name();
    }

    @Override
    protected void setPresentationValue(String value) {
        // It is only ever filled by a person.
    }
}
