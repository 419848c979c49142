package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.ui.part.EmptyState;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The lists of the inventory, and what each says of one thing. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class InventoryPagesIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inventory/workloads  | Workloads        | workloads        | Pods running
            inventory/images     | Images           | images           | nobody has looked at it
            inventory/nodes      | Nodes            | nodes            | v1.31.1
            inventory/namespaces | Namespaces       | namespaces       | env=prod
            inventory/secrets    | Secrets          | secrets          | password
            inventory/identities | Service accounts | service_accounts | everything with everything
            """)
    void listsThemAndOpensOne(String path, String title, String table, String said) {
        String id = jdbc.sql("select id::text from " + table + " order by name limit 1")
                .query(String.class)
                .single();

        UI.getCurrent().navigate(path, QueryParameters.of("sel", id));

        assertThat($(H1.class).single().getText()).isEqualTo(title);
        assertThat($(Grid.class).single().getDataCommunicator().getItemCount()).isPositive();
        assertThat(text()).contains(said);
        assertThat(words($(Nav.class).withClassName("bw-inner-tabs").single())).contains("Secrets", "Nodes");
    }

    @Test
    void aSecretSaysWhoUsesItAndWhoMayReadIt() {
        String id = jdbc.sql("select id::text from secrets where name = 'db'")
                .query(String.class)
                .single();

        UI.getCurrent().navigate("inventory/secrets", QueryParameters.of("sel", id));

        assertThat(text())
                .contains("No workload mounts it")
                .contains("ServiceAccount payments/default")
                .contains("ClusterRoleBinding all-may to ClusterRole cluster-admin, in the whole cluster");
    }

    @Test
    void whatTheSensorDoesNotSeeIsUnknownAndNotNobody() {
        jdbc.sql("update cluster_coverage set sight = 'FORBIDDEN' where kind = 'ROLE_BINDING'")
                .update();
        try {
            String id = jdbc.sql("select id::text from secrets where name = 'db'")
                    .query(String.class)
                    .single();
            UI.getCurrent().navigate("inventory/secrets", QueryParameters.of("sel", id));

            assertThat(text()).contains("does not see role bindings").contains("unknown, not nobody");
        } finally {
            jdbc.sql("update cluster_coverage set sight = 'SEEN' where kind = 'ROLE_BINDING'")
                    .update();
        }
    }

    @Test
    void aScopeThatLeavesNoneSaysSo() {
        UI.getCurrent().navigate("inventory/secrets", QueryParameters.of("scope", "ns:elsewhere"));

        assertThat(words($(EmptyState.class).single())).contains("No secrets in this scope");
    }

    private String text() {
        return $(Div.class).all().stream().map(InventoryPagesIT::words).collect(Collectors.joining("\n"));
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
