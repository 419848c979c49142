package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
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

    private static void open(Anchor link) {
        Location location = new Location(link.getHref());
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    private String text() {
        return $(Div.class).all().stream()
                .map(div -> div.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
