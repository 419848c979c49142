package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.detection.Acceptances;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Deciding about violations, and what a violation shows. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class TriageIT extends SpringBrowserlessTest {

    private static final String PRIVILEGED = "policy:\"Privileged container\"";

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Violations violations;

    @Autowired
    Triage triage;

    @Autowired
    Acceptances acceptances;

    @BeforeEach
    void send() {
        fixture.send();
    }

    private ViolationRow privileged() {
        return violations
                .list(new ListRequest(PRIVILEGED, "", 1, null), AccessScope.EVERYTHING)
                .items()
                .getFirst();
    }

    private void openViolation() {
        UI.getCurrent()
                .navigate(
                        "violations",
                        new QueryParameters(Map.of(
                                "q", List.of(PRIVILEGED),
                                "sel", List.of(privileged().id().toString()))));
    }

    @Test
    void showsTheLineTheFixAndTheHistory() {
        openViolation();

        assertThat(texts("bw-yaml-hit")).anySatisfy(text -> assertThat(text).contains("privileged: true"));
        assertThat(texts("bw-diff-removed")).anySatisfy(text -> assertThat(text).contains("privileged: true"));
        assertThat(texts("bw-diff-added")).anySatisfy(text -> assertThat(text).contains("privileged: false"));
        assertThat(texts("bw-timeline-change")).contains("Opened");

        Tabs tabs = $(Tabs.class).single();
        test(tabs).select("Object");
        assertThat(texts("bw-yaml-line")).anySatisfy(text -> assertThat(text).contains("kind: Deployment"));
    }

    @Test
    void acceptsOneWithAReasonAndTakesItBack() {
        openViolation();
        test(button("Accept…")).click();
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Accept 1 violation?");
        test(button("Accept 1")).click();
        assertThat(privileged().state()).isEqualTo("OPEN");
        test($(TextArea.class).single()).setValue("known since May");
        test(button("Accept 1")).click();

        assertThat(privileged().state()).isEqualTo("ACCEPTED");
        assertThat(texts("bw-silence")).singleElement().asString().contains("Accepted by admin until ");

        test(button("Undo")).click();
        assertThat(privileged().state()).isEqualTo("OPEN");
    }

    @Test
    void acceptsWhatIsThereAndShowsIt() {
        UI.getCurrent().navigate("violations/accepted");
        test($(Button.class).withText("Accept what is there…").all().getFirst()).click();
        assertThat(texts("bw-preview-count")).singleElement().asString().contains("open violations are accepted");
        test($(TextArea.class).single()).setValue("first day");
        test(button("Accept")).click();

        assertThat(violations.count("state:open", AccessScope.EVERYTHING)).isZero();
        assertThat(acceptances
                        .list(new ListRequest("first", "", 10, null), AccessScope.EVERYTHING)
                        .items())
                .isNotEmpty();

        triage.reopen(Selection.matching("state:accepted"), "", false, AccessScope.EVERYTHING);
    }

    @Test
    void gathersByPolicyInTheUrl() {
        UI.getCurrent().navigate("violations/by-policy", QueryParameters.of("q", "state:open"));
        assertThat($(Button.class).withText("By policy").single().getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(texts("bw-count")).singleElement().asString().endsWith("policies");
    }

    @Test
    @WithMockUser(username = "ann", roles = "ANALYST")
    void anAnalystReadsAndDecidesNothing() {
        openViolation();
        for (String decision : List.of("Assign…", "Comment…", "Accept…", "Exclude…")) {
            assertThat($(Button.class).withText(decision).all())
                    .isNotEmpty()
                    .allSatisfy(button -> assertThat(button.isEnabled()).isFalse());
        }
    }

    private List<String> texts(String css) {
        return UI.getCurrent().getChildren().findFirst().isEmpty()
                ? List.of()
                : $(com.vaadin.flow.component.Component.class).withClassName(css).all().stream()
                        .map(component -> component.getElement().getTextRecursively())
                        .toList();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).all().getLast();
    }
}
