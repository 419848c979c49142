package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.inventory.NodeRow;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.Machines;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FileTake;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.UploadLimit;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Takes what a look at a machine found. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
public final class EvidenceUpload {

    private final Machines machines;
    private final NodeEvidence evidence;
    private final AuthenticationContext person;

    EvidenceUpload(Machines machines, NodeEvidence evidence, AuthenticationContext person) {
        this.machines = machines;
        this.evidence = evidence;
        this.person = person;
    }

    /** A button that asks for a file of a machine without a cluster; it says why not for those who may not. */
    public Button button() {
        return button(() -> ask(
                "Upload evidence of a machine",
                "For a machine that belongs to no cluster: the file that this writes, best as root, at most "
                        + UploadLimit.words(NodeEvidence.MOST_BYTES)
                        + ". The machine is known again by its machine id.",
                machines::accept,
                () -> {}));
    }

    /**
     * A button that asks for a file of a node of a cluster.
     *
     * @param done called after it was taken
     */
    Button buttonOf(NodeRow node, Runnable done) {
        return button(() -> ask(
                "Upload evidence of " + node.name(),
                "The file that this writes on " + node.name() + ", best as root, at most "
                        + UploadLimit.words(NodeEvidence.MOST_BYTES)
                        + ". What is of another machine is shown and counts for nothing.",
                (content, force) -> evidence.accept(node.id(), content, force),
                done));
    }

    private Button button(Runnable clicked) {
        Button button = new Button("Upload evidence…", Markup.icon("plus"), event -> clicked.run());
        if (!person.hasRole("ADMIN")) {
            button.setEnabled(false);
            button.setTooltipText("Only administrators and tokens of nodes bring evidence. Ask one of them.");
        }
        return button;
    }

    private void ask(String title, String meaning, BiFunction<byte[], Boolean, EvidenceState> accept, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setWidth("560px");
        Checkbox force = new Checkbox("Keep it by force, though it is older than what is held or of another machine");
        FileTake take = new FileTake(NodeEvidence.MOST_BYTES, (file, content) -> {
            EvidenceState taken = accept.apply(content, force.getValue());
            done.run();
            return List.of(
                    Markup.text(
                            "",
                            taken.hostname() + ", with " + Counted.of(taken.packages(), "package", "packages")
                                    + (taken.unread() == 0
                                            ? "."
                                            : " and " + Counted.of(taken.unread(), "thing", "things")
                                                    + " that could not be read.")),
                    Markup.link(InventoryNavigation.node(taken.nodeId()), "Open the machine"));
        });
        dialog.add(Markup.box(
                "bw-bulk-dialog",
                Markup.paragraph(meaning),
                new CopyLine("Look", "java -jar sensor-agent.jar --node --once --output evidence.json"),
                force,
                take));
        dialog.getFooter().add(new Button("Close", event -> dialog.close()));
        dialog.open();
    }
}
