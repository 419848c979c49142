package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.Vulnerabilities.View;
import dev.breakwater.ui.part.ChartCard;
import dev.breakwater.ui.part.EmptyState;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What the overview says in its states, on the real central. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class OverviewPageIT extends SpringBrowserlessTest {

    @Autowired
    Violations violations;

    @Autowired
    Workloads workloads;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vulnerabilities vulnerabilities;

    @Autowired
    VulnerableConsole vulnerable;

    @BeforeEach
    void send() {
        vulnerable.find();
        jdbc.sql("delete from violation_days").update();
        jdbc.sql("delete from violation_day_marks").update();
    }

    @Test
    void everyTileLeadsToAListWithTheSameTotal() {
        UI.getCurrent().navigate("");

        assertThat(figure("Critical violations open"))
                .isEqualTo(
                        violations.count(query("Critical violations open") + " platform:no", AccessScope.EVERYTHING));
        assertThat(figure("Fixable critical CVEs, running"))
                .isEqualTo(1)
                .isEqualTo(vulnerabilities.count(
                        View.VULNERABILITIES, query("Fixable critical CVEs, running"), AccessScope.EVERYTHING));
        assertThat(figure("Workloads with unknowns"))
                .isPositive()
                .isEqualTo(workloads.count(query("Workloads with unknowns") + " platform:no", AccessScope.EVERYTHING));
    }

    @Test
    void aTrendThatIsNotKnownYetIsAbsent() {
        UI.getCurrent().navigate("");

        assertThat(words()).contains("Where is the most risk?").doesNotContain("Are we getting better?");
    }

    @Test
    void showsTheTrendOnceThereAreTwoDaysAndKeepsItsTwin() {
        jdbc.sql("""
                insert into violation_days
                select d::date, c.id, 'payments', false, 3, 7, 1, 0, 0, 0
                from clusters c, generate_series(current_date - 1, current_date, interval '1 day') d
                """).update();
        jdbc.sql("insert into violation_day_marks select d::date, now()"
                        + " from generate_series(current_date - 1, current_date, interval '1 day') d")
                .update();
        UI.getCurrent().navigate("");

        ChartCard trend = $(ChartCard.class).all().stream()
                .filter(card -> card.getElement().getTextRecursively().contains("Are we getting better?"))
                .findFirst()
                .orElseThrow();
        $(Button.class, trend).all().stream()
                .filter(button ->
                        button.getAriaLabel().filter("Show as table"::equals).isPresent())
                .findFirst()
                .ifPresent(Button::click);
        assertThat(trend.getElement().getTextRecursively()).contains("Day").contains("critical");
    }

    @Test
    void aScopeThatLeavesNoneSaysSoWithoutZeros() {
        UI.getCurrent().navigate("", QueryParameters.of("scope", "ns:elsewhere"));

        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No workload in this scope");
        assertThat($(ChartCard.class).all()).isEmpty();
    }

    @Test
    void namesFromClustersAreTextOnly() {
        jdbc.sql("update workloads set name = '<img src=x onerror=alert(1)>' where name = 'svc-1'")
                .update();
        try {
            UI.getCurrent().navigate("");
            assertThat(words()).contains("<img src=x onerror=alert(1)>");
        } finally {
            jdbc.sql("update workloads set name = 'svc-1' where name like '<img%'")
                    .update();
        }
    }

    @Test
    @WithMockUser(username = "ann", roles = "ANALYST")
    void anAnalystSeesTheSame() {
        UI.getCurrent().navigate("");

        assertThat(words()).contains("What can we see?").contains("Which clusters need attention?");
    }

    private Anchor tile(String label) {
        List<Anchor> tiles = $(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("bw-tile"))
                .filter(link -> link.getElement().getTextRecursively().startsWith(label))
                .toList();
        assertThat(tiles).as(label).hasSize(1);
        return tiles.getFirst();
    }

    private int figure(String label) {
        return tile(label)
                .getElement()
                .getChildren()
                .flatMap(OverviewPageIT::all)
                .filter(element -> element.getClassList().contains("bw-tile-number"))
                .map(element -> Integer.parseInt(element.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> all(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(OverviewPageIT::all));
    }

    private String query(String label) {
        String href = tile(label).getHref();
        return URLDecoder.decode(href.substring(href.indexOf("q=") + 2).split("&")[0], StandardCharsets.UTF_8);
    }

    private String words() {
        return $(Div.class).all().stream()
                .map(Component::getElement)
                .map(Element::getTextRecursively)
                .reduce("", (a, b) -> a + "\n" + b);
    }
}
