package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.policies.draft.PolicyDraft;

/** Somebody else saved the policy in between: shows what they did, and lets one go on with theirs or over it. */
final class ConflictDialog extends Dialog {

    /**
     * @param theirs the version that is there now
     * @param again tries to save once more, on top of theirs
     */
    ConflictDialog(PolicyDraft draft, StoredPolicy theirs, TimeWords times, Runnable again) {
        StoredPolicy mine = java.util.Objects.requireNonNull(draft.saved());
        setHeaderTitle("Somebody saved version " + theirs.version() + " in between");
        setWidth("min(860px, 94vw)");
        setCloseOnOutsideClick(false);
        add(Markup.box(
                "bw-bulk-dialog",
                Markup.paragraph(theirs.updatedBy() + " saved it " + times.ago(theirs.updatedAt())
                        + ". Nothing of yours is lost: your changes are in the form. This is what they changed since version "
                        + mine.version() + ":"),
                DiffDialog.content("Version " + mine.version() + " and theirs", mine.policy(), theirs.policy())));
        Button over = new Button("Save mine over theirs…", event -> {
            close();
            draft.startFrom(theirs);
            again.run();
        });
        over.setTooltipText(
                "What they changed goes, but for what you have changed alike; their version stays in the history");
        Button look = new Button(
                "Compare mine with theirs",
                event -> new DiffDialog("Theirs, and mine", theirs.policy(), draft.policy()).open());
        Button keep = new Button("Keep editing", event -> close());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(look, over, keep);
    }
}
