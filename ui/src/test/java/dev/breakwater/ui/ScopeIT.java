package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.AccessScope;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The scope hides nothing without saying so, and is offered only where it counts. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ScopeIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Violations violations;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @Test
    void whatTheScopeLeavesOutIsSaidAndOneClickAway() {
        int user = violations.count("state:open platform:no", AccessScope.EVERYTHING);
        assertThat(user).isPositive();

        UI.getCurrent().navigate("violations", QueryParameters.of("scope", "workloads:platform"));

        Anchor others = links().stream()
                .filter(link -> link.getText().contains(" more in "))
                .findFirst()
                .orElseThrow();
        assertThat(others.getText()).isEqualTo(user + " more in user workloads");
        assertThat(new Location(others.getHref()).getQueryParameters().getSingleParameter("scope"))
                .isEmpty();

        UI.getCurrent().navigate("violations");
        assertThat(links()).noneMatch(link -> link.getText().contains(" more in "));
    }

    @Test
    void theUnknownFollowTheScope() {
        UI.getCurrent().navigate("violations");
        assertThat(text()).contains(ConsoleFixture.WORKLOADS + " workloads here could not be judged by every policy");

        UI.getCurrent().navigate("violations", QueryParameters.of("scope", "ns:elsewhere"));
        assertThat(text()).doesNotContain("could not be judged by every policy");
    }

    @Test
    void theScopeIsOfferedOnlyWhereItCounts() {
        for (String page : List.of("violations", "risk", "inventory")) {
            UI.getCurrent().navigate(page);
            assertThat(offersScope()).as(page).isTrue();
        }
        for (String page : List.of("policies", "clusters", "coverage")) {
            UI.getCurrent().navigate(page);
            assertThat(offersScope()).as(page).isFalse();
        }
    }

    private boolean offersScope() {
        return $(Div.class).all().stream()
                .anyMatch(bar -> "Scope".equals(bar.getElement().getAttribute("aria-label")) && bar.isVisible());
    }

    private List<Anchor> links() {
        return $(Anchor.class).all();
    }

    private String text() {
        return $(Div.class).all().stream()
                .map(div -> div.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
