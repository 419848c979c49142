package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.ui.part.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The executive summary in its states, on the real central. */
@ConsoleTest
@WithMockUser(username = "ann", roles = "ANALYST")
class SummaryPageIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @Test
    void showsTheSheetAndOffersThePdf() {
        UI.getCurrent().navigate("summary");

        assertThat($(Html.class).single().getInnerHtml())
                .contains("Posture grade")
                .contains("The largest risks")
                .contains("For ann");
        assertThat($(Anchor.class).all()).extracting(Anchor::getText).contains("Download PDF");
    }

    @Test
    void aScopeWithoutWorkloadsHasNoGrade() {
        UI.getCurrent().navigate("summary", QueryParameters.of("scope", "ns:elsewhere"));

        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nothing to sum up yet");
    }
}
