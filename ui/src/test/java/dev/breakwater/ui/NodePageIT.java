package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import dev.breakwater.scanner.MachineCodec;
import dev.breakwater.ui.part.PageHead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A node is shown with what is known and what is not. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class NodePageIT extends SpringBrowserlessTest {

    @Autowired
    NodeEvidence evidence;

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fleet() {
        fixture.send();
        jdbc.sql("delete from node_evidence").update();
    }

    private UUID node() {
        return jdbc.sql("select id from nodes order by name limit 1")
                .query(UUID.class)
                .single();
    }

    private String name(UUID id) {
        return jdbc.sql("select name from nodes where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private MachineEvidence found(String hostname) {
        return new MachineEvidence(
                MachineEvidence.FORMAT,
                "1.0",
                Instant.now(),
                new Machine(
                        hostname, "", "", "amd64", "6.1", new OperatingSystem("debian", "12", "bookworm", "Debian 12")),
                List.of(new RunningProcess(
                        7,
                        1,
                        "/usr/bin/kube-apiserver",
                        List.of("kube-apiserver", "--authorization-mode=AlwaysAllow"),
                        "root")),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new InstalledPackage(
                        "openssl", "3.0.11-1", "amd64", PackageType.DEB, "", "openssl", "3.0.11-1", "p", "")),
                Map.of(),
                List.of(new Unread("/etc/shadow", "permission denied")));
    }

    private String shown(UUID node, String tab) {
        UI.getCurrent()
                .navigate(
                        "inventory/nodes/" + node,
                        tab.isEmpty() ? QueryParameters.empty() : QueryParameters.of("tab", tab));
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    @Test
    void aNodeThatNobodyLookedAtIsUnknownAndSaysHowToLook() {
        String words = shown(node(), "");

        assertThat(words)
                .contains("Nobody looked at this machine")
                .contains("--node --once --output evidence.json")
                .contains("What became of it?");
        assertThat(shown(node(), "checks")).contains("What is unknown?").doesNotContain("What passes?");
    }

    @Test
    void whatALookFoundIsShown() {
        UUID node = node();
        evidence.accept(node, MachineCodec.write(found(name(node))), true);

        assertThat(shown(node, "")).contains("fresh", "1 thing; what needs it is unknown", "SHA-256");
        assertThat(shown(node, "checks")).contains("What fails?", "AlwaysAllow");
        assertThat(shown(node, "packages")).contains("openssl", "3.0.11-1", "1 package");
        assertThat(shown(node, "machine")).contains("/etc/shadow", "permission denied", "kube-apiserver");
    }

    @Test
    void administratorsUploadEvidenceOfANodeOfACluster() {
        shown(node(), "");
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Upload evidence…"))
                        .findFirst()
                        .orElseThrow())
                .click();

        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("at most 16 MiB", "is shown and counts for nothing");
    }

    @Test
    void theListTellsWhichMachinesNobodyLookedAt() {
        UUID node = node();
        evidence.accept(node, MachineCodec.write(found(name(node))), true);
        jdbc.sql("update node_evidence set forced = false").update();
        int nodes = jdbc.sql("select count(*) from nodes").query(Integer.class).single();

        assertThat(listed("looked:never")).isEqualTo(nodes - 1);
        assertThat(listed("looked:fresh failed:>0")).isEqualTo(1);
        assertThat(listed("looked:stale")).isZero();
    }

    private int listed(String q) {
        UI.getCurrent().navigate("inventory/nodes", QueryParameters.of("q", q));
        return $(Grid.class).all().stream()
                .mapToInt(grid -> grid.getDataCommunicator().getItemCount())
                .sum();
    }

    @Test
    void anotherNodeIsNotFound() {
        UI.getCurrent().navigate("inventory/nodes/" + UUID.randomUUID());
        assertThat($(PageHead.class).all())
                .noneMatch(head -> head.getElement().getTextRecursively().contains("Nodes"));
    }
}
