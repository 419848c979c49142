package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.checks.GateRuns.Gate;
import dev.breakwater.central.checks.ManifestChecks.Target;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What pipelines had checked: the list, what was refused, and what a workload says of its gate. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ChecksPageIT extends SpringBrowserlessTest {

    private static final String HOST = "Host namespaces shared";

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    GateRuns runs;

    @Autowired
    Violations violations;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @Test
    void listsWhatWasCheckedAndOpensOne() {
        GateRun run = check("page-web", "<b>shop</b>", "javascript:alert(1)");

        UI.getCurrent().navigate("checks", QueryParameters.of("sel", run.id().toString()));

        assertThat($(H1.class).single().getText()).isEqualTo("Pipeline checks");
        assertThat($(Grid.class).single().getDataCommunicator().getItemCount()).isPositive();
        assertThat(text()).contains("<b>shop</b> was refused.").contains(HOST).contains("Deployment payments/page-web");
        assertThat($(Anchor.class).all())
                .noneMatch(link -> link.getHref().startsWith("javascript:"))
                .anyMatch(link -> link.getText().equals("What was attempted, as violations"));
    }

    @Test
    void whatWasRefusedStandsAmongTheViolationsAsAttempted() {
        check("page-tried", "shop", "https://ci.example.com/1");
        String id = violations
                .list(
                        new ListRequest("state:attempted workload:page-tried policy:\"" + HOST + "\"", "", 1, null),
                        AccessScope.EVERYTHING)
                .items()
                .getFirst()
                .id()
                .toString();

        UI.getCurrent()
                .navigate(
                        "violations",
                        new QueryParameters(
                                Map.of("q", List.of("state:attempted workload:page-tried"), "sel", List.of(id))));

        assertThat(text())
                .contains("A check refused it. This is no open violation")
                .contains("uses the network namespace of the node")
                .contains("refused by a check of shop");
        assertThat($(Button.class).all().stream().map(Button::getText))
                .contains("Resolve…")
                .doesNotContain("Accept…");
        assertThat(violations.count("state:open workload:page-tried", AccessScope.EVERYTHING))
                .isZero();
    }

    @Test
    void aWorkloadSaysWhichGateIsKnown() {
        UI.getCurrent().navigate("risk/" + ConsoleFixture.workload("svc-3"));
        assertThat(text()).contains("Which gate did it pass?").contains("None is known");

        check("svc-4", "shop", "");
        UI.getCurrent().navigate("risk/" + ConsoleFixture.workload("svc-4"));
        assertThat(text()).contains("A workload of this name was refused").contains("not what was checked");
    }

    private GateRun check(String name, String source, String pipeline) {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: payments}
                spec:
                  template:
                    spec:
                      hostNetwork: true
                      containers: [{name: main, image: "registry.example.com/web:1"}]
                """.formatted(name);
        return runs.check(
                        manifest,
                        new Target(fixture.cluster(), false),
                        new Gate("HIGH", false, 0, source, pipeline, "1a2b3c", "main"),
                        AccessScope.EVERYTHING)
                .run();
    }

    private String text() {
        return $(Div.class).all().stream().map(ChecksPageIT::words).collect(Collectors.joining("\n"));
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
