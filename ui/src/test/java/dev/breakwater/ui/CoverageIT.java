package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.AccessScope;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What coverage counts is what its links open, and nothing unseen is left out. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class CoverageIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Workloads workloads;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @Test
    void eachPolicyLeadsToExactlyTheWorkloadsThatItCouldNotBeJudgedFor() {
        UI.getCurrent().navigate("coverage");

        List<Anchor> links = $(Anchor.class).all().stream()
                .filter(link -> link.getHref().startsWith("inventory/workloads?"))
                .toList();
        assertThat(links).isNotEmpty().extracting(Anchor::getHref).doesNotHaveDuplicates();
        for (Anchor link : links) {
            var query = new Location(link.getHref()).getQueryParameters();
            String q = query.getSingleParameter("q").orElseThrow();
            assertThat(q).startsWith("unjudged:");
            assertThat(query.getSingleParameter("scope")).hasValue("workloads:all");
            assertThat(link.getText())
                    .startsWith(workloads.count(q, AccessScope.EVERYTHING) + " workload")
                    .doesNotStartWith("0");
        }
    }

    @Test
    void aWorkloadSaysWhichPoliciesCouldNotBeJudgedAndWhatIsMissing() {
        UI.getCurrent().navigate("inventory", com.vaadin.flow.router.QueryParameters.of("sel", someUnjudged()));

        assertThat(text())
                .contains("Could not be judged")
                .containsPattern("the image has not been scanned|no feed that is loaded is complete");
    }

    private String someUnjudged() {
        return workloads
                .list(
                        new dev.breakwater.central.platform.ListRequest("unknown:yes", "", 1, null),
                        AccessScope.EVERYTHING)
                .items()
                .getFirst()
                .id()
                .toString();
    }

    @Test
    void aClusterThatNeverConnectedIsNeverSeen() {
        UUID id = UUID.randomUUID();
        ConsoleFixture.DATABASE
                .jdbc()
                .sql("insert into clusters (id, name, created_at, created_by) values (?, 'unread', now(), 'test')")
                .param(id)
                .update();
        try {
            UI.getCurrent().navigate("coverage");

            assertThat(text()).contains("unread").contains("never seen");
        } finally {
            ConsoleFixture.DATABASE
                    .jdbc()
                    .sql("delete from clusters where id = ?")
                    .param(id)
                    .update();
        }
    }

    private String text() {
        return $(Div.class).all().stream()
                .map(div -> div.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
