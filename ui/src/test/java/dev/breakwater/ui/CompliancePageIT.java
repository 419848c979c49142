package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Location;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.compliance.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The heat map leads to the controls, and a control to the value that was found. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class CompliancePageIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Compliance compliance;

    @Autowired
    ComplianceRuns runs;

    @BeforeEach
    void addUp() {
        fixture.send();
        runs.run("test");
    }

    @Test
    void aCellOpensTheControlsOfItsClusterAndSaysWhatIsUnknown() {
        UI.getCurrent().navigate("compliance");
        List<Anchor> cells = $(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("bw-heat-cell"))
                .toList();
        assertThat(cells).hasSize(compliance.cells(AccessScope.EVERYTHING).size());
        assertThat(text()).contains("unknown").contains("Image vulnerabilities");

        open(cells.getLast());
        assertThat($(Anchor.class).all())
                .filteredOn(link -> "true".equals(link.getElement().getAttribute("aria-current")))
                .hasSize(1);
    }

    @Test
    void aFailedControlNamesTheObjectTheValueAndTheFix() {
        ControlResult failed = compliance
                .results(
                        new dev.breakwater.central.platform.ListRequest("outcome:fail", "", 500, null),
                        AccessScope.EVERYTHING)
                .items()
                .stream()
                .filter(result -> result.evidence().getFirst().outcome() == Outcome.FAIL)
                .findFirst()
                .orElseThrow();
        UI.getCurrent()
                .navigate(
                        "compliance",
                        new Location("compliance?standard=" + failed.standard() + "&cluster=" + failed.clusterId()
                                        + "&control=" + failed.control())
                                .getQueryParameters());
        assertThat(text())
                .contains(failed.title())
                .contains(failed.evidence().getFirst().name())
                .contains("To mend");
    }

    @Test
    @WithMockUser(username = "reader", roles = "ANALYST")
    void whoOnlyReadsIsOfferedNoAttestation() {
        UI.getCurrent().navigate("compliance", new Location("compliance?control=4.2.3").getQueryParameters());
        assertThat(text()).contains("What a person answers for").doesNotContain("Attest…");
    }

    @Test
    void anExceptionIsAskedForFromTheObjectThatFails() {
        ControlResult failed = compliance
                .results(
                        new dev.breakwater.central.platform.ListRequest(
                                "standard:pod-security-restricted outcome:fail", "", 500, null),
                        AccessScope.EVERYTHING)
                .items()
                .getFirst();
        UI.getCurrent()
                .navigate(
                        "compliance",
                        new Location("compliance?standard=" + failed.standard() + "&cluster=" + failed.clusterId()
                                        + "&control=" + failed.control())
                                .getQueryParameters());
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Except…"))
                        .findFirst()
                        .orElseThrow())
                .click();
        test($(TextArea.class).all().getLast()).setValue("It is replaced next month.");
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Ask for the exception"))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(text()).contains("It is replaced next month.").contains("waits for another person");
        assertThat($(Button.class).all())
                .as("who asked does not decide")
                .extracting(Button::getText)
                .contains("Deny")
                .doesNotContain("Approve");
    }

    @Test
    void aReportOnTheOpenedCellTakesItsClusterAlong() {
        go("compliance?standard=nist-800-190");
        assertThat($(Anchor.class).all())
                .filteredOn(link -> link.getText().equals("Schedule as report"))
                .singleElement()
                .satisfies(link -> assertThat(link.getHref()).matches("reports\\?standard=nist-800-190&cluster=.+"));
    }

    @Test
    void anAddressOfSomethingThatIsNotThereSaysSo() {
        go("compliance?standard=nist-800-53");
        assertThat(text()).contains("NIST SP 800-53 in ").doesNotContain("There is no");
        go("compliance?standard=no-such&cluster=zzz");
        assertThat(text()).contains("There is no standard no-such").contains("There is no cluster zzz");
        go("compliance?owner=nobody-of-all");
        assertThat(text()).contains("No team nobody-of-all");
        go("compliance?control=9.9.9");
        assertThat(text()).contains("No such control");
        assertThat($(Button.class).all())
                .anySatisfy(button -> assertThat(button.getElement().getAttribute("aria-label"))
                        .isEqualTo("Close the detail"));
    }

    private static void go(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    @Test
    void aStandardThatCannotBeSavedSaysLineFieldAndValue() {
        UI.getCurrent().navigate("compliance/standards");
        press("Write a standard…");
        TextArea area = $(TextArea.class).all().getLast();
        test(area).setValue("id: our-own\nname: Ours\nextends: no-such-standard\n");
        press("Check");
        assertThat(text()).contains("no-such-standard").contains("extends");
        test(area).setValue("id: our-own\nname: Ours\nextends: nist-800-190\n");
        press("Save the standard");
        assertThat(text()).contains("a profile of nist-800-190");
        press("Delete");
        assertThat(text()).contains("deleted");
    }

    private void press(String word) {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals(word))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private static void open(Anchor link) {
        go(link.getHref());
    }

    private String text() {
        return $(Div.class).all().stream()
                .map(div -> div.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
