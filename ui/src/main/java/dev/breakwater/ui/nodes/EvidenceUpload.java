package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.Machines;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FileTake;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Takes what a look at a machine without a cluster found. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
public final class EvidenceUpload {

    private final Machines machines;
    private final AuthenticationContext person;

    EvidenceUpload(Machines machines, AuthenticationContext person) {
        this.machines = machines;
        this.person = person;
    }

    /** A button that asks for a file; it says why not for those who may not. */
    public Button button() {
        Button button = new Button("Upload evidence…", Markup.icon("plus"), event -> ask());
        if (!person.hasRole("ADMIN")) {
            button.setEnabled(false);
            button.setTooltipText("Only administrators and tokens of nodes bring evidence. Ask one of them.");
        }
        return button;
    }

    private void ask() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("Upload evidence of a machine");
        dialog.setWidth("560px");
        FileTake take = new FileTake(NodeEvidence.MOST_BYTES, (file, content) -> {
            EvidenceState taken = machines.accept(content, false);
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
                Markup.paragraph(
                        "For a machine that belongs to no cluster: the file that this writes, best as root, at most 16 MiB."
                                + " The machine is known again by its machine id."),
                new CopyLine("Look", "java -jar sensor-agent.jar --node --once --output evidence.json"),
                take));
        dialog.getFooter().add(new Button("Close", event -> dialog.close()));
        dialog.open();
    }
}
