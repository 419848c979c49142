package dev.breakwater.ui.registries;

import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.images.ImageWatch;
import dev.breakwater.central.images.ImageWatches;
import dev.breakwater.central.images.ImageWatches.Draft;
import dev.breakwater.ui.part.FormDialog;
import org.jspecify.annotations.Nullable;

/** Asks which repository is watched, and of which tags the newest are looked into. */
final class WatchDialog {

    private final ImageWatches watches;
    private final @Nullable ImageWatch before;
    private final Runnable done;
    private final TextField name = field("Repository", "With its registry, such as docker.io/library/nginx.");
    private final TextField tags = field(
            "Tags to look into",
            "The newest three that match are looked into; * stands for any text. Empty: only the tags are read.");
    private final TextField note = field("Note", "Why it is watched. Usually empty.");
    private final FormDialog dialog;

    /** @param before what is changed, {@code null} = a new one */
    WatchDialog(ImageWatches watches, @Nullable ImageWatch before, Runnable done) {
        this.watches = watches;
        this.before = before;
        this.done = done;
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(before == null);
        if (before != null) {
            name.setValue(before.registry() + "/" + before.repository());
            name.setReadOnly(true);
            tags.setValue(before.tags());
            tags.setAutofocus(true);
            note.setValue(before.note());
        }
        dialog = new FormDialog(
                        before == null ? "Watch a repository" : "Change the watch of " + before.repository(),
                        "Its tags are read every few hours with their dates, whether anything of it runs or not.",
                        before == null ? "Watch the repository" : "Keep the changes",
                        this::keep)
                .with("name", name)
                .with("tags", tags)
                .with("note", note);
    }

    private static TextField field(String label, String help) {
        TextField field = new TextField(label);
        field.setWidthFull();
        field.setHelperText(help);
        return field;
    }

    void open() {
        dialog.open();
    }

    private void keep() {
        Draft draft = new Draft(
                name.getValue().strip(),
                tags.getValue().strip(),
                note.getValue().strip());
        if (before == null) {
            watches.create(draft);
        } else {
            watches.update(before.id(), draft);
        }
        dialog.close();
        done.run();
    }
}
