package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.breakwater.ui.part.EmptyState;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

/** What the pages say in their states, without a browser, on the real central. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ConsolePagesIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @Test
    void countsWhatIsOpenAndSaysWhatIsUnknown() {
        UI.getCurrent().navigate("violations");

        assertThat(text()).contains("Violations").containsPattern("\\d+ open");
    }

    @Test
    void anEmptyFilterNamesItsTermsAndOffersToClear() {
        UI.getCurrent().navigate("violations", com.vaadin.flow.router.QueryParameters.of("q", "workload:nobody"));

        EmptyState empty = $(EmptyState.class).single();
        assertThat(words(empty))
                .contains("No violation matches")
                .contains("workload:nobody")
                .contains("Clear the filter");
    }

    @Test
    void aScopeWithoutWorkloadsShowsNoneOfTheOthers() {
        UI.getCurrent().navigate("risk", com.vaadin.flow.router.QueryParameters.of("scope", "ns:elsewhere"));

        assertThat(words($(EmptyState.class).single())).contains("Nothing to rank yet");
    }

    @Test
    void anUnknownViolationIsNotTellingWhetherItExists() {
        UI.getCurrent()
                .navigate(
                        "violations",
                        com.vaadin.flow.router.QueryParameters.of("sel", "00000000-0000-0000-0000-00000000dead"));

        assertThat($(H2.class).all()).extracting(H2::getText).contains("Not found, or no access");
    }

    @Test
    void followsTheBrowserBackEvenWhereFlowMissesIt() {
        UI.getCurrent()
                .navigate(
                        "violations",
                        com.vaadin.flow.router.QueryParameters.of("sel", "00000000-0000-0000-0000-00000000dead"));
        Element page = $(Div.class).withClassName("bw-list").single().getElement();

        page.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        page,
                        "came-back",
                        JsonMapper.shared().createObjectNode().put("event.detail", "violations?q=severity:high")));

        assertThat($(H2.class).all()).extracting(H2::getText).doesNotContain("Not found, or no access");
    }

    @Test
    void explainsAScoreByFactorsAndReasons() {
        UI.getCurrent().navigate("risk/" + ConsoleFixture.workload("svc-1"));

        assertThat($(H1.class).single().getText()).isEqualTo("svc-1");
        assertThat(text())
                .contains("Why is it this high?")
                .contains("Service configuration")
                .contains("unknown")
                .contains("What if we change it?");
    }

    @Test
    void coverageSaysWhatASensorMayNotRead() {
        UI.getCurrent().navigate("coverage");

        assertThat(text()).contains("forbidden to the sensor").contains("seen");
    }

    @Test
    void clustersSayHowTheyAre() {
        UI.getCurrent().navigate("clusters");

        assertThat(text()).contains("c1").contains("Add cluster");
    }

    @Test
    void healthTellsWhatNeedsAttentionAndWhatIsKept() {
        UI.getCurrent().navigate("health");

        assertThat(text())
                .contains("System health")
                .contains("Database answers")
                .contains("Resolved violations with their history")
                .contains("Diagnostic bundle");
    }

    @Test
    void auditTellsWhoDidWhat() {
        UI.getCurrent().navigate("audit");

        assertThat($(H1.class).single().getText()).isEqualTo("Audit log");
    }

    @Test
    @WithMockUser(username = "ann", roles = "ANALYST")
    void auditIsForAdministratorsAndSaysSo() {
        UI.getCurrent().navigate("audit");

        assertThat(text()).contains("Not for your role").contains("Only administrators read");
    }

    @Test
    void policiesAreListedWithTheirSwitch() {
        UI.getCurrent().navigate("policies");

        assertThat(text()).containsPattern("\\d+ on, \\d+ off");
    }

    @Test
    @WithMockUser(username = "ann", roles = "ANALYST")
    void anAnalystCannotAddAClusterAndReadsWhy() {
        UI.getCurrent().navigate("clusters");
        assertThat($(com.vaadin.flow.component.button.Button.class).all().stream()
                        .filter(button -> button.getText().startsWith("Add cluster"))
                        .noneMatch(com.vaadin.flow.component.button.Button::isEnabled))
                .isTrue();

        UI.getCurrent().navigate("clusters/add");
        assertThat(text()).doesNotContain("What is it called?");
    }

    /** What stands in the boxes of the page; the shell's own element gives away no text of its children. */
    private String text() {
        return $(Div.class).all().stream().map(ConsolePagesIT::words).collect(Collectors.joining("\n"));
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
